"""Tables of HTML as tables of Markdown: a grid, one line to a row, no cell within a cell."""

from __future__ import annotations

from lxml import html

from disclosure.importing.losses import Losses

_MOST_COLUMNS = 200
_MOST_ROWS = 5_000
MARK = "\ue000"
"""Stands around what must not be escaped any more; no text has it, since tidy pages lose private characters."""
LINE = f"{MARK}<br>{MARK}"


def flatten_tables(root: html.HtmlElement, losses: Losses) -> None:
    """Make every table of a page a plain grid; tell of merged cells and of tables within tables."""
    inner = [table for table in root.iter("table") if next(table.iterancestors("table"), None) is not None]
    for table in reversed(inner):
        _into_lines(table)
    if inner:
        losses.change(f"表格里的表格 {len(inner)} 个：改成单元格里的几行文字")
    merged = 0
    for table in list(root.iter("table")):
        merged += _flatten(table)
    if merged:
        losses.change(f"合并的单元格 {merged} 处：内容写在第一格，其余的格空着")


def _into_lines(table: html.HtmlElement) -> None:
    """A table within a table, as paragraphs: one for each row."""
    table.tag = "div"
    table.attrib.clear()
    for row in list(table.iter("tr")):
        cells = list(row.iter("td", "th"))
        for cell in cells[:-1]:
            cell.append(html.fragment_fromstring("<span>　</span>"))
        for cell in cells:
            cell.tag = "span"
            cell.attrib.clear()
            for block in list(cell.iter("p", "div")):
                block.tag = "span"
        row.tag = "p"
    for part in list(table.iter("thead", "tbody", "tfoot")):
        part.drop_tag()


def _flatten(table: html.HtmlElement) -> int:
    """Rewrite one table as rows of equal length. Says how many cells reach over others."""
    grid: list[list[html.HtmlElement | None]] = []
    taken: dict[int, int] = {}
    merged = 0
    for row in list(table.iter("tr"))[:_MOST_ROWS]:
        line: list[html.HtmlElement | None] = []
        for cell in [one for one in row if one.tag in ("td", "th")]:
            _skip(line, taken)
            wide, high = _span(cell, "colspan", _MOST_COLUMNS), _span(cell, "rowspan", _MOST_ROWS)
            merged += wide > 1 or high > 1
            for at in range(wide):
                if high > 1:
                    taken[len(line)] = high - 1
                line.append(cell if at == 0 else None)
        _skip(line, taken)
        grid.append(line)
    width = max((len(line) for line in grid), default=0)
    _rewrite(table, [line + [None] * (width - len(line)) for line in grid if any(_says(cell) for cell in line)])
    return merged


def _skip(line: list[html.HtmlElement | None], taken: dict[int, int]) -> None:
    while taken.get(len(line), 0) > 0:
        taken[len(line)] -= 1
        line.append(None)


def _says(cell: html.HtmlElement | None) -> bool:
    return cell is not None and bool("".join(cell.itertext()).strip() or cell.find(".//img") is not None)


def _rewrite(table: html.HtmlElement, grid: list[list[html.HtmlElement | None]]) -> None:
    """A heading that a first row is made of stands in front of the table; empty columns are left out."""
    caption = table.find("caption")
    lead: list[html.HtmlElement | None] = [] if caption is None else [caption]
    while grid and len(grid) > 1 and len(grid[0]) > 1 and [cell for cell in grid[0] if _says(cell)] == grid[0][:1]:
        lead.append(grid.pop(0)[0])
    used = [at for at in range(len(grid[0]) if grid else 0) if any(_says(line[at]) for line in grid)]
    if len(used) == 1:  # a frame around text
        lead += [line[used[0]] for line in grid if line[used[0]] is not None]
        grid = []
    made = html.Element("table")
    for number, line in enumerate(grid):
        row = html.Element("tr")
        made.append(row)
        for at in used:
            cell = line[at]
            new = html.Element("th" if number == 0 else "td")
            if cell is not None:
                _move(cell, new)
            row.append(new)
    for one in lead:
        paragraph = html.Element("div")
        if one is not None:
            _move(one, paragraph)
        table.addprevious(paragraph)
    made.tail = table.tail
    parent = table.getparent()
    if parent is not None:
        if used and grid:
            parent.replace(table, made)
        else:
            table.drop_tree()


def _move(old: html.HtmlElement, new: html.HtmlElement) -> None:
    new.text = old.text
    for part in list(old):
        new.append(part)


def _span(cell: html.HtmlElement, name: str, most: int) -> int:
    written = cell.get(name, "1").strip()
    return max(1, min(most, int(written))) if written.isdecimal() and len(written) < 6 else 1
