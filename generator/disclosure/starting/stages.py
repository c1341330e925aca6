"""What a kind of school does not have: items that its catalogue switches off from the start."""

from __future__ import annotations

from collections.abc import Mapping

from disclosure.starting.answers import Stage

OFF: Mapping[Stage, Mapping[str, str]] = {
    Stage.KINDERGARTEN: {
        "I22": "幼儿园不办转学、休学；困难幼儿的资助写在减免条件和结果里",
        "I23": "幼儿园不评优、不处分",
        "I48": "幼儿园不征订教辅",
    },
    Stage.SPECIAL: {
        "I40": "录取名单会让人知道学生的身体状况",
        "I41": "分班名单也会",
    },
}
"""By item's id, why. Stages that are not here keep every item; a school switches items on and off in data/catalogue.yml."""


def switched_off(stage: Stage | None) -> Mapping[str, str]:
    """Ids of the items that a stage has no use for, each with the reason."""
    return OFF.get(stage, {}) if stage else {}
