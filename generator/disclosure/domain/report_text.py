"""How figures are named in the texts of an annual report."""

from __future__ import annotations

import re

PLACEHOLDER = re.compile(r"(?<!\\)\{([^{}\n]{0,40})\}")
"""`{公开总数}`; a brace that is meant as one is written `\\{`."""
