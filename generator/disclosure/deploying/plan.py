"""What an upload has to do: the difference between the site here and what lies on the host."""

from __future__ import annotations

from dataclasses import dataclass

from disclosure.deploying.host import Inventory
from disclosure.deploying.local_site import LocalSite
from disclosure.deploying.notes import Intent
from disclosure.deploying.order import Stage, in_the_way, staged


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Paths of files, sorted."""

    coming: tuple[str, ...]
    gone: tuple[str, ...]
    """Files of ours that are not part of the site any more."""
    first: tuple[str, ...]
    """Those of them that stand in the way of what comes."""
    size: int
    """Bytes to be uploaded."""

    @property
    def stages(self) -> dict[Stage, list[str]]:
        """What comes, in its order."""
        return staged(self.coming)

    @property
    def is_empty(self) -> bool:
        """Whether the host is as it should be."""
        return not self.coming and not self.gone


def plan_for(site: LocalSite, inventory: Inventory) -> Plan:
    """Compare a site with what lies on the host; what is in doubt is uploaded or deleted."""
    known = inventory.known.files
    coming = sorted(path for path, content in site.files.items() if known.get(path) != content)
    gone = sorted([*(path for path in known if path not in site.files), *inventory.litter])
    return Plan(
        coming=tuple(coming), gone=tuple(gone), first=tuple(in_the_way(gone, coming)),
        size=sum(site.files[path].size for path in coming),
    )  # fmt: skip


def intent_of(plan: Plan, site: LocalSite, inventory: Inventory, *, run: str) -> Intent:
    """The plan as a note that tells the next upload what this one may have done."""
    known = inventory.known.files
    changing = {*plan.coming, *plan.gone}
    return Intent(
        run=run,
        kept={path: content for path, content in known.items() if content is not None and path not in changing},
        coming={path: site.files[path] for path in plan.coming},
        before={path: known.get(path) for path in changing if path in known or path in plan.gone},
    )
