"""The walk of an upload: look, compare, write down what is meant, bring, take away, write down what is there.

    notes of the host ─→ inventory ─┐
    site/ ──────────────────────────┴→ plan → intent → parts → records → lists → mark → deletions → list of what is there

Whenever it is cut off, the intent tells the next upload what may have happened (docs/decisions/0013-rclone-moves-files.md).
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from disclosure.caching.cache import Cache
from disclosure.deploying.failures import DeployFailedError, RcloneError
from disclosure.deploying.host import Host, Inventory, look_at, refuse_strangers, take_inventory
from disclosure.deploying.local_site import LocalSite
from disclosure.deploying.moving import batches, delete, upload
from disclosure.deploying.notes import DEPLOYED, LOCK, Deployed, write_deployed, write_intent
from disclosure.deploying.order import Stage, emptied, of_records
from disclosure.deploying.plan import Plan, intent_of, plan_for
from disclosure.deploying.rclone import Rclone
from disclosure.deploying.turn import Turn
from disclosure.domain.target import Target

Progress = Callable[[str, int, int], None]
"""Told what travels, how many files have arrived, and how many there are."""
_AGAIN = "主机上现在有新有旧；再运行一次 disclosure deploy 就会补齐。"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deployment:
    """One upload of one site to one target."""

    site: LocalSite
    target: Target
    rclone: Rclone
    cache: Cache
    now: Callable[[], int]
    progress: Progress = lambda what, done, of: None
    adopt: bool = False
    resume: bool = False
    repair: bool = False

    def prepared(self) -> tuple[Host, Inventory, Plan]:
        """What would have to be done. Nothing is changed on the host.

        Raises:
            DeployFailedError: the site does not belong there, or the host cannot be read.
        """
        host = look_at(self.rclone)
        refuse_strangers(host, self.site, self.target, adopt=self.adopt)
        inventory = take_inventory(host, self.site, self.rclone, repair=self.repair)
        return host, inventory, plan_for(self.site, inventory)

    def run(self, host: Host, inventory: Inventory, plan: Plan) -> None:
        """Do it.

        Raises:
            DeployFailedError: it did not come to its end; says what is true of the host now.
        """
        turn = Turn(
            run=secrets.token_hex(8), target=self.target.name, rclone=self.rclone, cache=self.cache, now=self.now
        )
        turn.refuse_others(host, resume=self.resume)
        if plan.is_empty and host.deployed and not inventory.known.is_interrupted:
            self._drop_notes(host.notes)
            return
        turn.remember()
        intent = intent_of(plan, self.site, inventory, run=turn.run)
        outgoing = turn.note().parent
        (outgoing / intent.name).write_bytes(write_intent(intent))
        try:
            # the intent is whole on the host before anything else changes
            upload(self.rclone, outgoing, [intent.name, LOCK], method=self.target.method)
            turn.confirm()
            self._move(plan, turn)
            turn.confirm()
            self._write_down(turn.run)
            self._drop_notes([*host.notes, intent.name, LOCK])
        except BaseException:
            turn.give_back()
            raise

    def _move(self, plan: Plan, turn: Turn) -> None:
        try:
            delete(self.rclone, plan.first)
            for stage, paths in plan.stages.items():
                self._bring(stage, paths, turn)
        except RcloneError as error:
            raise DeployFailedError(f"没有传完：{error}\n{self._taken_back(plan)}{_AGAIN}") from None
        if changed := self.site.changed_since(plan.coming):
            raise DeployFailedError(f"上传的时候网站又生成了一遍（{changed[0]} 变了）。再运行一次 disclosure deploy")
        try:
            delete(self.rclone, [path for path in plan.gone if path not in plan.first])
        except DeployFailedError as error:
            raise DeployFailedError(_not_taken_back(error, plan)) from None
        for folder in emptied(plan.gone, self.site.files):
            with suppress(RcloneError):  # an empty folder tells nothing
                self.rclone.drop_empty(folder)

    def _bring(self, stage: Stage, paths: list[str], turn: Turn) -> None:
        done = 0

        def arrived(_: str) -> None:
            nonlocal done
            done += 1
            self.progress(stage.value, done, len(paths))

        for batch in batches(paths, lambda path: self.site.files[path].size):
            turn.renew()
            upload(self.rclone, self.site.folder, batch, method=self.target.method, arrived=arrived)

    def _taken_back(self, plan: Plan) -> str:
        """Delete what was taken back even where the rest cannot be brought; a link to nothing is the lesser evil."""
        records = of_records(plan.gone)
        if not records:
            return ""
        try:
            delete(self.rclone, records)
        except DeployFailedError as error:
            return _not_taken_back(error, plan) + "\n"
        return f"撤下的记录的 {len(records)} 个文件已经从主机上删掉。\n"

    def _write_down(self, run: str) -> None:
        site = self.site
        deployed = Deployed(run=run, site=site.url, edition=site.edition, built=site.built, files=site.files)
        outgoing = self.rclone.desk / "outgoing"
        (outgoing / DEPLOYED).write_bytes(write_deployed(deployed))
        upload(self.rclone, outgoing, [DEPLOYED], method=self.target.method)

    def _drop_notes(self, names: list[str]) -> None:
        """What is left of them says nothing any more, and goes with the next upload."""
        if names:
            with suppress(RcloneError):
                self.rclone.delete(names)


def _not_taken_back(error: DeployFailedError, plan: Plan) -> str:
    records = of_records(plan.gone)
    loud = (
        f"注意：其中有撤下的记录的文件，{len(records)} 个，公众可能还看得到！到主机上手工删掉，再运行一次。\n"
        if records
        else ""
    )
    return f"{loud}{error}"
