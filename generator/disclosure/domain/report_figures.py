"""The figures that an annual report can name, in its sentences, in prose and in the front matter of its record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from disclosure.domain.table import Place

FigureValue = int | Decimal | str | None
"""None: not known, so that nothing is said. Text: who compiled a report, where to ask."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureName:
    """A figure by its two names."""

    id: str
    label: str
    """Chinese; the key in files."""
    about: str
    """Chinese sentence for the reference."""
    unit: str = ""
    """What counts it: `条`. Shares are told in per cent, amounts in yuan."""


def _of(unit: str, *lines: tuple[str, str, str]) -> tuple[FigureName, ...]:
    return tuple(FigureName(id=id, label=label, about=about, unit=unit) for id, label, about in lines)


COUNTED: tuple[FigureName, ...] = (
    *_of("条", ("disclosed", "公开总数", "区间内公布的记录，后来撤下、撤销的也算。")),
    *_of("条",
         ("corrected", "更正", "区间内公布的、用来更正别的记录的。"),
         ("replaced", "替代", "区间内公布的、用来替代别的记录的。"),
         ("changed", "变更", "区间内改动过的。"),
         ("withdrawn", "撤销", "区间内撤销的，不论哪年公布。"),
         ("removed", "撤下", "区间内公示期满撤下的，不论哪年公布。"),
         ("in_time", "按时公布", "公开总数里，写明了形成日期、在事项的时限内公布的。"),
         ("late", "超时公布", "公开总数里，写明了形成日期、超过事项的时限才公布的。")),
    *_of("%", ("in_time_share", "按时公布率", "按时公布的占能判断的百分之几。")),
    *_of("天", ("median_days", "公布用时", "从形成到公布的天数，取中位数。")),
    *_of("个",
         ("files", "附件", "公开总数里的记录有多少附件；撤销、撤下的不算。"),
         ("columns", "涉及栏目", "有新公布记录的栏目。"),
         ("departments", "涉及部门", "有新公布记录的责任部门。")),
    *_of("项", ("items", "涉及事项", "有新公布记录的公开事项。")),
    *_of("次",
         ("due", "应公开次数", "按公开目录，区间内到期、到统计那天应当公开的。"),
         ("done_in_time", "按期公开次数", "其中按期公开的。"),
         ("done_late", "迟公开次数", "其中过期才公开的。"),
         ("missing", "未公开次数", "其中到统计那天还没有公开的。")),
    *_of("条",
         ("opinions", "意见", "区间内收到的群众意见。"),
         ("answered", "已答复意见", "其中到统计那天已经答复的。"),
         ("answered_in_time", "按期答复意见", "其中在限期内答复的。"),
         ("adopted", "采纳意见", "其中采纳改正或部分采纳的。"),
         ("topics", "点题公开", "其中点题要求公开的。")),
    *_of("%", ("answered_share", "意见答复率", "已答复的占收到的百分之几。")),
    *_of("天", ("answer_days", "意见答复用时", "从收到到答复的天数，取中位数。")),
    *_of("件",
         ("requests", "申请", "区间内收到的公开申请。"),
         ("requests_answered", "已答复申请", "其中到统计那天已经答复的。"),
         ("requests_in_time", "按期答复申请", "其中在期限内答复的。"),
         ("granted", "予以公开", "其中予以公开或当场答复的。"),
         ("partly", "部分公开", "其中部分公开的。"),
         ("refused", "不予公开", "其中不予公开的。"),
         ("other_answers", "其他答复", "其中信息不存在、不属于本校掌握、重复申请、申请人撤回的。"),
         ("extended", "延期答复", "其中延长过答复期限的。")),
    *_of("项", ("exemptions", "暂不宜公开", "区间内决定暂不公开的。")),
    *_of("次", ("inspections", "检查", "区间内监督小组的检查。")),
    *_of("个", ("shortcomings", "检查发现问题", "这些检查发现的问题。"), ("mended", "已整改问题", "其中到统计那天已经整改的。")),
    *_of("天", ("outage_days", "停机天数", "区间内网站打不开的天数。")),
)  # fmt: skip
"""Counted in the lists. A record of an annual report may repeat them, and then they have to agree."""
DECLARED: tuple[FigureName, ...] = (
    *_of("件", ("reconsiderations", "复议", "因公开工作被申请行政复议的。"),
         ("lawsuits", "诉讼", "因公开工作被提起诉讼的。"),
         ("complaints", "申诉", "因公开工作收到的申诉。"),
         ("reports", "举报", "因公开工作收到的举报、投诉。")),
    *_of("元", ("charged", "收取费用", "办理公开申请收取的费用。"), ("waived", "减免费用", "办理公开申请减免的费用。")),
    *_of("人", ("followers", "公众号关注数", "年末公众号的关注人数。")),
    *_of("次", ("views", "点击量", "网站或公众号的点击量。")),
)  # fmt: skip
"""Known to nobody but the school: data/annual-report.yml."""
WORDS: tuple[FigureName, ...] = _of(
    "",
    ("school", "学校", "学校全称。"),
    ("year", "年度", "例如 2026年、2025-2026学年。"),
    ("first_day", "开始日期", "区间的第一天。"),
    ("last_day", "结束日期", "区间的最后一天。"),
    ("as_of", "统计日期", "数字截至哪一天：统计那天；年度已经过完的，是最后一天。"),
    ("compiler", "编制人", "data/annual-report.yml 的编制人。"),
    ("phone", "联系电话", "data/annual-report.yml 的联系电话，不写用学校的办公电话。"),
)  # fmt: skip
FIGURE_NAMES: Mapping[str, FigureName] = {
    spelling: name for name in (*COUNTED, *DECLARED, *WORDS) for spelling in (name.id, name.label)
}
"""Every figure by both of its names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure that is known, and where what it counts is listed."""

    name: FigureName
    value: FigureValue
    places: tuple[Place, ...] = ()

    @property
    def text(self) -> str:
        """As it stands in a sentence, without its unit: `52`, `4.5`, `1,260`, `33.3%`."""
        if isinstance(self.value, int) and self.name.unit != "元":
            return str(self.value)
        if isinstance(self.value, int | Decimal):
            return f"{plain(Decimal(self.value))}{'%' if self.name.unit == '%' else ''}"
        return self.value or ""


Figures = Mapping[str, Figure]
"""By id; without those that are not known."""


def plain(number: Decimal) -> str:
    """A number without needless zeros: `4.5`, `120`."""
    return f"{number:f}".rstrip("0").rstrip(".") if "." in f"{number:f}" else f"{number:f}"
