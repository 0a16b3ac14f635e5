"""Tables as Word makes them, behind a question of the form: what each writes, and the cells that it holds."""

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt

_LONG = (
    "Regionen har under året samlat kommunerna till sex möten om gemensam planering. Vid mötena har bostäder, "
    "skolskjutsar och vattenförsörjning behandlats, och arbetet fortsätter i tre grupper. "
)


def _table(document, rows, style, *, right=(), size=9, widths=()):
    table = document.add_table(rows=0, cols=len(rows[0]))
    table.style = style
    for row in rows:
        for at, (cell, text) in enumerate(zip(table.add_row().cells, row, strict=True)):
            for number, part in enumerate(text.split("\n")):
                paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
                paragraph.paragraph_format.space_after = Pt(0)
                paragraph.add_run(part).font.size = Pt(size)
                if at in right:
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            if widths:
                cell.width = Cm(widths[at])
    return table


def skuggade_rader(document):
    """Rules over and under the head and the last row, and every other row shaded."""
    rows = [
        ["Fond", "Ansökt", "Beviljat", "Medfinansiering"],
        ["Regionalfonden", "18 300 000", "11 200 000", "5 600 000"],
        ["Socialfonden", "7 050 000", "7 050 000", "2 115 000"],
        ["Fonden för en rättvis omställning", "640 000", "0", "0"],
        ["Summa", "25 990 000", "18 250 000", "7 715 000"],
    ]
    _table(document, rows, "Light Shading Accent 1", right=(1, 2, 3))
    return rows


def ramade_rader(document):
    """A frame, a dark head, and lines between the rows alone."""
    rows = [
        ["Arena", "Möten", "Vad som beslutades"],
        ["Kompetensrådet", "4", "Att pröva gemensam antagning till vuxenutbildningen i norra länsdelen"],
        ["Näringslivsrådet", "2", "Ingenting"],
        ["Länsråd för digitalisering", "6", "Kartan över vita fläckar görs om varje höst"],
    ]
    _table(document, rows, "Light List Accent 3", widths=(4, 2, 9))
    return rows


def bredvid_text(document):
    """A floating table with the text of the answer to the left of it."""
    rows = [["Mål", "Läge"], ["Sysselsättning", "82 %"], ["Utsläpp", "−4 %"], ["Jämställda styrelser", "46 %"]]
    table = _table(document, rows, "Table Grid", widths=(4, 2))
    place = (
        f'<w:tblpPr {nsdecls("w")} w:leftFromText="200" w:rightFromText="0" w:vertAnchor="text" '
        'w:horzAnchor="margin" w:tblpXSpec="right" w:tblpY="1"/>'
    )
    table._tbl.tblPr.insert(1, parse_xml(place))  # noqa: SLF001 - python-docx has no way of its own
    document.add_paragraph(_LONG * 3)
    return rows


def bada_hallen(document):
    """Cells merged over columns in a row, and over rows in a column."""
    rows = [
        ["Samlat resultat för perioden", "", ""],
        ["Norra länsdelen", "Ansökningar", "31"],
        ["", "Avslag", "5"],
        ["Södra länsdelen", "Ansökningar", "58"],
        ["", "Avslag", "11"],
        ["Hela länet", "", "105"],
    ]
    table = _table(document, rows, "Table Grid")
    for one, other in (((0, 0), (0, 2)), ((1, 0), (2, 0)), ((3, 0), (4, 0)), ((5, 0), (5, 1))):
        table.cell(*one).merge(table.cell(*other))
    return rows


def atta_spalter(document):
    """Many narrow columns of small letters."""
    rows = [
        ["Kommun", "Företag", "Kvinnor", "Män", "Stöd, tkr", "Egen insats", "Beslut", "Slutår"],
        ["Strömsund", "7", "3", "4", "1 215", "1 300", "2025-02-11", "2027"],
        ["Krokom", "12", "7", "5", "2 440", "", "2025-03-04", "2026"],
        ["Härjedalen", "9", "2", "7", "980", "450", "2025-09-30", "2026"],
        ["Bräcke", "1", "", "1", "75", "75", "2025-11-18", "2025"],
    ]
    _table(document, rows, "Table Grid", right=(1, 2, 3, 4, 5), size=7)
    return rows


def rad_over_sidor(document):
    """A row that goes on over the end of a page."""
    for _ in range(9):
        document.add_paragraph(_LONG)
    rows = [
        ["Insats", "Beskrivning", "Kvar att göra"],
        ["Planering", (_LONG * 5).strip(), "Beslut i mars"],
        ["Uppföljning", "Görs under hösten", "Allt"],
    ]
    _table(document, rows, "Table Grid", widths=(3, 9, 3))
    return rows


def numrerade_steg(document):
    """Numbered steps and short paragraphs in cells, without a line."""
    rows = [
        ["Process", "Steg", "Klart"],
        ["Ny strategi", "1. Nulägesbild\n2. Dialog med kommunerna\n3. Beslut i fullmäktige", "Juni"],
        ["Uppföljning", "1. Enkät\n2. Rapport", "December"],
    ]
    _table(document, rows, "Normal Table", widths=(4, 7, 3))
    return rows


def _avstavade(document, style):
    """Narrow columns in which long words are divided, with a hyphen that shows only there."""
    rows = [
        ["Kompetens~försörj~ning", "Tillgäng~lighet", "Lands~bygds~utveck~ling", "Besluts~fattare", "Finan~siering"],
        ["Utbild~nings~platser i för~skolan", "Kollektiv~trafik~försörj~ning", "Dagligvaru~butiker", "", "1 400 000"],
        ["Yrkes~vägled~ning", "Cykel~infra~struktur", "Bygde~samman~slut~ningar", "Region~full~mäktige", "85 000"],
    ]
    table = _table(document, [[cell.replace("~", "\u00ad") for cell in row] for row in rows], style, widths=(2.2,) * 5)
    table.autofit = False
    return [[cell.replace("~", "") for cell in row] for row in rows]


def avstavade(document):
    """With lines between the cells."""
    return _avstavade(document, "Table Grid")


def avstavade_utan_ram(document):
    """Without a line."""
    return _avstavade(document, "Normal Table")


def nya_upprepat_huvud(document):
    """A head that Word repeats on each page, with cells of several lines below."""
    rows = [["Remiss", "Avsändare", "Regionens svar i korthet"]]
    said = "tillstyrks i huvudsak. " + _LONG.strip()
    rows += [[f"SOU 2025:{number}", "Regeringskansliet", f"Förslag {number} {said}"] for number in range(1, 13)]
    table = _table(document, rows, "Table Grid", size=10, widths=(3, 4, 9))
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))  # noqa: SLF001 - as above
    for row in table.rows:
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))  # noqa: SLF001 - as above
    return rows


def nya_radbrytningar(document):
    """Breaks within paragraphs, shaded rows, no line between columns."""
    rows = [
        ["Bolag", "Ägare", "Uppdrag"],
        ["Almi", "Staten 51 %\nRegionen 49 %", "Lån\nRiskkapital\nRådgivning"],
        ["Film i länet", "Regionen", "Inspelningar"],
        ["Länstrafiken", "Regionen 50 %\nKommunerna 50 %", "Buss\nTåg"],
    ]
    _table(document, rows, "Medium Shading 1 Accent 2", size=10, widths=(4, 5, 5))
    return rows


def nya_langa_stycken(document):
    """Two columns of long text, without a line."""
    rows = [["Styrkor", "Svagheter"], [(_LONG * 2).strip(), "Avstånden är långa, och få vet vad regionen gör."]]
    rows += [["Engagerade kommuner", (_LONG * 2).strip()]]
    _table(document, rows, "Normal Table", size=11, widths=(7.5, 7.5))
    return rows


def nya_trangt(document):
    """Columns close to each other, numbers to the right and heads in bold, without a line."""
    rows = [
        ["Verksamhetsområde", "Utfall 2023", "Utfall 2024", "Budget 2025", "Prognos 2025"],
        ["Näringsliv", "12 050 400", "11 900 250", "14 000 000", "13 750 000"],
        ["Kompetens", "8 200 000", "9 145 300", "9 000 000", "9 310 000"],
        ["Samhällsplanering", "640 150", "1 002 000", "1 250 000", "1 250 000"],
    ]
    table = _table(document, rows, "Normal Table", right=(1, 2, 3, 4), size=10, widths=(4, 2.4, 2.4, 2.4, 2.6))
    for cell in table.rows[0].cells:
        cell.paragraphs[0].runs[0].bold = True
    return rows


CASES = [
    skuggade_rader,
    ramade_rader,
    bredvid_text,
    bada_hallen,
    atta_spalter,
    rad_over_sidor,
    numrerade_steg,
    avstavade,
    avstavade_utan_ram,
    nya_upprepat_huvud,
    nya_radbrytningar,
    nya_langa_stycken,
    nya_trangt,
]
