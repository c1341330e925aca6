"""All measures that an indicator of the self-assessment can be computed by, by their names in files."""

from __future__ import annotations

from collections.abc import Mapping

from disclosure.statistics import measured_answers, measured_records, measured_upkeep
from disclosure.statistics.tally import Measure

MEASURES: Mapping[str, Measure] = {
    one.name: one for about in (measured_upkeep, measured_records, measured_answers) for one in about.MEASURES
}
"""By name."""
