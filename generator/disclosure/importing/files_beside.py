"""The files that go along with a draft: its pictures, its attachments, and the original where it may be seen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from disclosure.domain.school import School
from disclosure.importing.converted import Beside, Converted
from disclosure.importing.losses import NotImported
from disclosure.importing.names import apart, may_lie_beside, safe_name
from disclosure.importing.options import Wishes
from disclosure.importing.originals import has_macros, without_names
from disclosure.importing.persons import personal_data_beside
from disclosure.importing.sources import Source

_MEND = "接受修订、删去批注和隐藏的内容，另存以后放进记录的文件夹"


@dataclass(slots=True)
class Along:
    """What lies beside a draft."""

    files: list[Beside] = field(default_factory=list)
    original: str = ""
    """The name of the original, '' where it was left out."""


class _NoLink:
    """Stands for a link where a file has none."""

    def set(self, key: str, value: str) -> None:
        """Nothing to lead anywhere."""


def along(one: Source, content: bytes, converted: Converted, wishes: Wishes, school: School) -> Along:
    """Choose and clean the files; what is left out is told.

    Raises:
        NotImported: the original is all there is, and it may not be kept.
    """
    result = Along(files=[])
    offered: list[tuple[str, bytes, Any]] = []
    for file in converted.beside:
        if _is_fine(file.name, file.content, converted, wishes, school):
            result.files.append(Beside(file.name, without_names(file.content, file.name)))
        else:
            raise NotImported(f"正文里的附件「{file.name}」有个人信息。请先脱敏（disclosure mask），再导入")
    for name, read in one.companions:
        safe, data = safe_name(name), read()
        if not may_lie_beside(safe):
            converted.losses.lose(f"附件「{name}」（浏览器会打开或运行这种文件，不能公开）")
        elif _is_fine(safe, cleaned := without_names(data, safe), converted, wishes, school):
            offered.append((safe, cleaned, _NoLink()))
    if original := _original(one, content, converted, wishes, school):
        offered.append((original.name, original.content, _NoLink()))
    result.files += apart(offered, taken={file.name for file in result.files})
    if original:
        result.original = result.files[-1].name
    return result


def _original(one: Source, content: bytes, converted: Converted, wishes: Wishes, school: School) -> Beside | None:
    name = safe_name(one.name)
    if not converted.original_is_attached or not wishes.with_original or not may_lie_beside(name):
        return None
    reason = converted.why_not_attached or ("里面有宏" if has_macros(name) else "")
    cleaned = without_names(content, name)
    if not reason and (found := personal_data_beside(cleaned, name, school, with_contacts=wishes.with_contacts)):
        reason = f"里面有{found}"
        if not converted.body.strip():
            raise NotImported(f"文件{reason}，又不能取出正文。请先删去或脱敏（disclosure mask），再导入")
    if reason:
        converted.losses.lose(f"原件「{name}」没有附上：{reason}。要附上，{_MEND}")
        return None
    if cleaned != content:
        converted.losses.change(f"原件附上时去掉了作者、最后保存者和照片的拍摄信息，内容没有变：{name}")
    return Beside(name, cleaned)


def _is_fine(name: str, content: bytes, converted: Converted, wishes: Wishes, school: School) -> bool:
    found = personal_data_beside(content, name, school, with_contacts=wishes.with_contacts)
    if found:
        converted.losses.lose(f"附件「{name}」没有带上：里面有{found}。请先脱敏（disclosure mask），再放进记录的文件夹")
    return not found
