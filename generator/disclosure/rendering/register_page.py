"""The page of one volume of a register."""

from __future__ import annotations

from disclosure.caching.stamps import digest_of
from disclosure.domain import urls
from disclosure.domain.registers_shown import RegisterName
from disclosure.rendering.environment import templates
from disclosure.rendering.site import Site
from disclosure.rendering.table_page import style_link, table_html
from disclosure.rendering.volumes import Volume

ABOUT_REGISTERS = {
    RegisterName.CONTENTS: "每一条公开内容的编号、日期、部门、审签和去向。",
    RegisterName.CHANGES: "公开以后改过、更正过、撤销或停止公开的内容。",
    RegisterName.PROCUREMENT: "每学期招标和采购的预算、成交价和节约金额。",
    RegisterName.OPINIONS: "群众提的意见，谁负责，几天答复，结果怎样。",
    RegisterName.REQUESTS: "申请公开的事项，什么时候收到，什么时候答复。",
    RegisterName.EXEMPTIONS: "暂时不宜公开的内容，理由、批准和复核的日子。",
    RegisterName.INSPECTIONS: "监督小组每次检查看了什么，发现的问题改了没有。",
    RegisterName.OUTAGES: "网站打不开的日子。这些日子不算在公示期里。",
    RegisterName.LEDGER: "每个公开事项每一期应公开、已公开、迟公开和没有公开的情况。",
    RegisterName.SELF_ASSESSMENT: "按督导指标逐项自评，每项附依据。",
    RegisterName.STATISTICS: "公开了多少、及不及时，按栏目、部门和月份统计。",
    RegisterName.REPORTS: "每年校务公开工作的报告。",
}
"""What each of them is for, in one sentence."""
_ACROSS = "<style>@page{size:A4 landscape;margin:10mm}</style>\n"


def register_page(volume: Volume, site: Site) -> str:
    """The years to choose from, the files to take home, and the tables."""
    taken = {"content"}
    base = volume.url
    return templates().get_template("register.html").render(
        volume=volume, site=site, years=_years(volume, site), url=lambda target: urls.relative(target, base=base),
        tables=[(table, table_html(table, base=base, taken=taken)) for table in volume.tables],
        as_of=_as_of(volume, site),
    )  # fmt: skip


def register_head(volume: Volume) -> str:
    """Elements of its head: the style sheet of tables, and paper that lies across where a table is wide."""
    return style_link(base=volume.url) + (_ACROSS if volume.is_wide else "")


def register_key(volume: Volume, site: Site) -> str:
    """All that the page is made from."""
    return digest_of(volume.digest, str(_as_of(volume, site)), *(one.url for one in _years(volume, site)))


def _years(volume: Volume, site: Site) -> list[Volume]:
    """All volumes of the same register."""
    return [one for one in site.volumes() if one.register is volume.register]


def _as_of(volume: Volume, site: Site) -> object:
    """The day on which a volume stands as it does, told while more can come."""
    today = site.edition.today
    return today if volume.is_open_on(today) else None
