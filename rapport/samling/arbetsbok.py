"""A workbook as Excel reads it, written sheet by sheet as its rows come: nothing of it is held in memory.

Every text is written as one: what begins with = is no formula. The same rows give the same bytes.
"""

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from rapport.samling.schema import Row, Value

_MOST = 32_767  # characters of a cell, says Excel
_DAY = (1980, 1, 1, 0, 0, 0)  # of every part: the first that a zip knows
_CHUNK = 500  # rows that are packed at a time
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"}
_SPECIAL = re.compile('[&<>"\r\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]')
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKED = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
# The styles of cells: 0 as Excel has it, 1 a heading, 2 a cell.
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3">'
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>'
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">'
    '<alignment vertical="top" wrapText="1"/></xf></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


class Arbetsbok:
    """A workbook that is being written; ``new_workbook`` gives one."""

    def __init__(self, package: zipfile.ZipFile, cut: str) -> None:
        self._package = package
        self._cut = cut  # what a text that Excel has no room for ends with
        self._filters: list[tuple[str, str]] = []  # sheets by name, each with the place of its filter

    def sheet(self, name: str, heads: Sequence[str], widths: Sequence[float], rows: Iterable[Row]) -> None:
        """Add a sheet: its first row stands still and filters the others."""
        columns = [_letters(number) for number in range(1, len(heads) + 1)]
        with self._package.open(_part(f"xl/worksheets/sheet{len(self._filters) + 1}.xml"), "w") as part:
            part.write(_before(widths).encode())
            part.write(self._row(columns, 1, heads, 1).encode())
            count, lines = 1, []
            for count, row in enumerate(rows, 2):
                lines.append(self._row(columns, count, row, 2))
                if len(lines) == _CHUNK:
                    part.write("".join(lines).encode())
                    lines.clear()
            part.write("".join(lines).encode())
            place = f"A1:{columns[-1]}{count}"
            part.write(f'</sheetData><autoFilter ref="{place}"/></worksheet>'.encode())
        self._filters.append((name, f"$A$1:${columns[-1]}${count}"))

    def finish(self) -> None:
        """Add what says which sheets there are."""
        numbers = range(1, len(self._filters) + 1)
        related = "".join(_relation(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in numbers)
        listed = f'<Relationships xmlns="{_PACKED}/relationships">{{}}</Relationships>'
        parts = {
            "xl/workbook.xml": self._listed(),
            "xl/styles.xml": _STYLES,
            "xl/_rels/workbook.xml.rels": listed.format(related + _relation("rIdS", "styles", "styles.xml")),
            "_rels/.rels": listed.format(_relation("rId1", "officeDocument", "xl/workbook.xml")),
            "[Content_Types].xml": _content_types(numbers),
        }
        for name, text in parts.items():
            self._package.writestr(_part(name), (_HEAD + text).encode())

    def _row(self, columns: Sequence[str], number: int, row: Iterable[Value], style: int) -> str:
        cells = [
            self._cell(f'r="{column}{number}" s="{style}"', value)
            for column, value in zip(columns, row, strict=True)
            if value is not None
        ]
        return f'<row r="{number}">{"".join(cells)}</row>'

    def _cell(self, place: str, value: Value) -> str:
        if not isinstance(value, str):
            return f"<c {place}><v>{value}</v></c>"
        text = value if len(value) <= _MOST else value[: _MOST - len(self._cut)] + self._cut
        return f'<c {place} t="inlineStr"><is><t xml:space="preserve">{_written(text)}</t></is></c>'

    def _listed(self) -> str:
        sheets = "".join(
            f'<sheet name="{_written(name)}" sheetId="{number}" r:id="rId{number}"/>'
            for number, (name, _) in enumerate(self._filters, 1)
        )
        filters = "".join(
            f'<definedName name="_xlnm._FilterDatabase" localSheetId="{number}" hidden="1">'
            f"'{_written(name)}'!{place}</definedName>"
            for number, (name, place) in enumerate(self._filters)
        )
        return (
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATED}"><bookViews><workbookView/></bookViews>'
            f"<sheets>{sheets}</sheets><definedNames>{filters}</definedNames></workbook>"
        )


@contextmanager
def new_workbook(file: Path, cut: str) -> Iterator[Arbetsbok]:
    """Make a workbook in a file, whole when the ``with`` ends; ``cut`` ends a text that is too long for a cell."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        book = Arbetsbok(package, cut)
        yield book
        book.finish()


def _part(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _DAY)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def _before(widths: Sequence[float]) -> str:
    """Return a sheet as far as its rows."""
    wide = "".join(
        f'<col min="{number}" max="{number}" width="{width:.2f}" customWidth="1"/>'
        for number, width in enumerate(widths, 1)
    )
    pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    return (
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">{pane}</sheetView></sheetViews>'
        f"<cols>{wide}</cols><sheetData>"
    )


def _written(text: str) -> str:
    """Return a text as XML has it; what it has no sign for is shown as such."""
    return _SPECIAL.sub(_escaped, text) if _SPECIAL.search(text) else text


def _escaped(match: re.Match[str]) -> str:
    return _ENTITIES.get(match[0], "\N{REPLACEMENT CHARACTER}")


def _letters(number: int) -> str:
    """Return what Excel calls a column: A, B … Z, AA."""
    before, last = divmod(number - 1, 26)
    return (_letters(before) if before else "") + chr(ord("A") + last)


def _relation(name: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{name}" Type="{_RELATED}/{kind}" Target="{target}"/>'


def _content_types(numbers: Iterable[int]) -> str:
    parts = {"workbook": "sheet.main", "styles": "styles", **{f"worksheets/sheet{n}": "worksheet" for n in numbers}}
    overrides = "".join(
        f'<Override PartName="/xl/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>' for name, kind in parts.items()
    )
    return (
        f'<Types xmlns="{_PACKED}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
