"""Tables in the style of agencies' exports: those that are not what they seem, and those that are.

Each is made as a workbook, or as CSV; with what must be said of it, or of an expression that uses it.
"""

import io
from dataclasses import dataclass, field
from datetime import date

import openpyxl

from rapport.figures.evaluate import Evaluator
from rapport.figures.tables import Tables

HEAD = ["Ärendenummer", "Kommun", "Program", "Beviljat belopp", "Beslutsdatum"]
ROWS = [
    ["20361001", "Mora", "ERUF", 1_200_000, date(2025, 2, 13)],
    ["20361002", "Hedby", "ERUF", 800_000, date(2025, 3, 4)],
    ["20361003", "Hedby", "Anslag 1:1", 450_000, date(2025, 5, 20)],
    ["20361004", "Ålvik", "Anslag 1:1", 90_000, date(2025, 6, 1)],
    ["20361005", "Summerdal", "Interreg", 310_500, date(2025, 9, 30)],
    ["20361006", "Ålvik", "ERUF", 75_000, date(2025, 11, 2)],
]
SHARES = [["Program", "Medfinansiering"], ["ERUF", 0.45], ["Interreg", 0.3], ["Anslag 1:1", 0.5]]


@dataclass(frozen=True)
class Fall:
    """A table, what is asked of it, and the words that must be said; without words nothing may be."""

    rows: list
    said: tuple[str, ...] = ()
    ask: str = ""
    merged: tuple[str, ...] = ()
    formats: dict[str, str] = field(default_factory=dict)
    gives: str | None = None


def export(*changes, head=HEAD, above=(), below=()):
    """Return the export with cells changed, each as (row in Excel, column from 0, value)."""
    rows = [list(row) for row in [*above, head, *ROWS, *below]]
    for row, column, value in changes:
        rows[row - 1][column] = value
    return rows


def answers(fall, folder):
    """Return all that is said of a table, and what the expression gives; None when it is refused."""
    (folder / "siffror").mkdir()
    if isinstance(fall.rows, str):
        (folder / "siffror" / "t.csv").write_text(fall.rows, "utf-8")
    else:
        book = openpyxl.Workbook()
        for row in fall.rows:
            book.active.append(row)
        for ref in fall.merged:
            book.active.merge_cells(ref)
        for cell, style in fall.formats.items():
            book.active[cell].number_format = style
        stream = io.BytesIO()
        book.save(stream)
        (folder / "siffror" / "t.xlsx").write_bytes(stream.getvalue())
    tables = Tables(folder)
    known = tables.by_name
    said = [f"{finding.message} {finding.hint}" for finding in tables.findings]
    gives = None
    if fall.ask:
        (expression,) = Evaluator(tables)(f"{{{{ {fall.ask} }}}}")
        if expression.fault:
            said.append(f"{expression.fault.message} {expression.fault.hint}")
        else:
            gives = expression.shown.text.replace("\u00a0", " ")
    return said, gives, known


PERCENT = {"B2": "0%", "B3": "0.0%", "B4": "0 %"}
SUMMED = 't | dar(kommun="Mora") | summa("beviljat_belopp") | kr'
SUM, TITLE = "1 200 000 kr", [["Beviljade medel 2025"]]

FAULTY = {
    "merged down": Fall(export((3, 1, None)), ("B2:B3", "Mora"), SUMMED, ("B2:B3",), gives="2 000 000 kr"),
    "merged down twice": Fall(
        export((3, 1, None), (5, 1, None)), ("B2:B3", "B4:B5"), SUMMED, ("B2:B3", "B4:B5"), gives="2 000 000 kr"
    ),
    "merged across": Fall(export((5, 4, None)), ("D5:E5",), SUMMED, ("D5:E5",)),
    "merged amount": Fall(export((3, 3, None)), ("D2:D3",), SUMMED, ("D2:D3",)),
    "merged heading": Fall(export(head=[*HEAD[:3], "Belopp och dag", None]), ("D1:E1",), SUMMED, ("D1:E1",)),
    "merged heading down": Fall(export((2, 1, None)), ("B1:B2",), SUMMED, ("B1:B2",)),
    "merged block": Fall(export((3, 1, None), (2, 2, None), (3, 2, None)), ("B2:C3",), SUMMED, ("B2:C3",)),
    "subtotal": Fall(export(below=[["Delsumma ERUF", None, None, 2_075_000, None]]), ("Rad 8", "Delsumma ERUF")),
    "grand total": Fall(export(below=[[None, None, "TOTALSUMMA 2025", 2_925_500, None]]), ("Rad 8", "TOTALSUMMA 2025")),
    "sum of": Fall(export(below=[["Summa beviljat:", None, None, 2_925_500, None]]), ("Rad 8", "Summa beviljat:")),
    "of which": Fall(export(below=[["varav ERUF", None, None, 2_075_000, None]]), ("Rad 8", "varav ERUF")),
    "thereof": Fall(export(below=[[None, "Därav kvinnor", None, 5, None]]), ("Rad 8", "Därav kvinnor")),
    "sum of a group": Fall(export(below=[["Summa ERUF", None, None, 2_075_000, None]]), ("Rad 8", "Summa ERUF")),
    "sum of a group with a date": Fall(
        export(below=[["Totalt ERUF", None, None, 2_075_000, date(2025, 12, 31)]]), ("Rad 8", "Totalt ERUF")
    ),
    "of which in a group": Fall([HEAD[1:4], ["Mora", "varav ERUF", 5]], ("Rad 2", "varav ERUF")),
    "percent as money": Fall(SHARES, ("procent",), 't | medel("medfinansiering") | kr', formats=PERCENT),
    "percent and plain": Fall([*SHARES, ["NPA", 45]], ("B5", "procent"), formats=PERCENT),
    "percent and plain as text": Fall("Program;Andel\nERUF;45 %\nNPA;30 %\nÖKS;25\n", ("B4", "procent")),
    "count as money": Fall(export(), ("antal", "summa("), "t | antal | kr"),
    "count in thousands": Fall(export(), ("antal", "summa("), 't | unika("kommun") | antal | tkr'),
    "share as money": Fall(export(), ("| procent",), 't | dar(kommun="Mora") | andel | kr'),
    "share in words": Fall(export(), ("| procent",), 't | dar(kommun="Mora") | andel | antal_i_ord'),
    "date as money": Fall(export(), ("| datum",), 't | storst("beslutsdatum") | kr'),
    "title row": Fall(export(above=TITLE), ("läses från rad 2", "”Beviljade medel 2025”"), SUMMED, gives=SUM),
    "title rows": Fall(export(above=[["Medel"], [None, "Uttag"]]), ("läses från rad 3", "”Medel”"), SUMMED, gives=SUM),
    "merged title": Fall(export(above=TITLE), ("läses från rad 2",), SUMMED, merged=("A1:E1",), gives=SUM),
    "title row as text": Fall(
        "Beviljade medel, 2025\nKommun;Belopp\nMora;5\nHedby;7,5\n",
        ("läses från rad 2",),
        't | summa("belopp")',
        gives="12,5",
    ),
    "a lone text above texts": Fall("Beviljade medel\nKommun;Belopp\nMora;fem\n", ("Ta bort rad 1",)),
    "bad date": Fall(export((5, 4, "2025-06-31")), ("E5", "2025-06-31", "datum")),
    "bad dates": Fall(export((3, 4, "4 mars"), (6, 4, "hösten")), ("E3 och E6", "datum")),
    "no number": Fall(export((4, 3, "ca 450 000")), ("D4", "ca 450 000")),
    "no numbers summed": Fall(export((3, 3, "x"), (5, 3, "y"), (6, 3, "z")), ("D3, D5 och D6",), SUMMED),
    "no heading": Fall(export(head=[*HEAD[:3], None, HEAD[4]]), ("D1",)),
    "same heading": Fall(export(head=[*HEAD[:3], "Kommun", HEAD[4]]), ("B1 och D1",)),
    "longer than its heading": Fall("Kommun,Belopp\nMora,5\nHedby,1 250,50\n", ("C3",)),
}

RIGHT = {
    "plain": Fall(export(), ask=SUMMED, gives="1 200 000 kr"),
    "names like sums": Fall(export((2, 1, "Summerdal"), (3, 1, "Totaltorp"), (4, 2, "Summit"))),
    "a project called so": Fall(export((2, 2, "Projektet Varav vill mer"), (3, 2, "Stiftelsen Därav, summa 5:"))),
    "a comment": Fall([[*HEAD, "Kommentar"], *([*row, "Varav hälften betalas 2026"] for row in ROWS)]),
    "a name that begins so": Fall(export((2, 0, "Varav vatten"), (3, 0, "Summa Skog AB"))),
    "a name after a case number": Fall("Nr;Sökande;Belopp\nRUN/1;Summa Skog AB;5\nRUN/2;Total Teknik;6\n"),
    "a name after a number": Fall([["Nr", "Sökande", "Belopp"], [20361001, "Varav vatten", 5]]),
    "percent": Fall(
        SHARES, ask='t | dar(program="ERUF") | summa("medfinansiering") | procent', formats=PERCENT, gives="45 procent"
    ),
    "percent by itself": Fall(SHARES, ask='t | storst("medfinansiering")', formats=PERCENT, gives="50 procent"),
    "percent as text": Fall(
        "Program;Andel\nERUF;45 %\nNPA;30,5%\nÖKS;\n", ask='t | storst("andel") | procent', gives="45 procent"
    ),
    "percent chosen": Fall("Program;Andel\nERUF;45 %\nNPA;30 %\n", ask='t | dar(andel="45 %") | antal', gives="1"),
    "nothing is no percent": Fall([*SHARES, ["NPA", 0]], formats=PERCENT),
    "percent signs of text": Fall(
        [["Program", "Andel"], ["ERUF", 45], ["NPA", 30]],
        ask='t | storst("andel") | procent',
        formats={"B2": '0" %"', "B3": "0\\ \\%"},
        gives="45 procent",
    ),
    "one column": Fall([["Kommun"], ["Mora"], ["Hedby"]], ask="t | antal", gives="2"),
    "empty merges beside": Fall(export(), ask="t | antal", merged=("H2:I3", "A20:C20"), gives="6"),
    "case numbers": Fall("Nr;Belopp\nRUN/1;5\nRUN/2;6\n0123;7\n"),
    "rooms": Fall([["Lokal", "Belopp"], *([str(n) if n % 2 else f"B{n}", n] for n in range(20))]),
    "money per case": Fall(export(), ask='(t | summa("beviljat_belopp") / t | antal) | kr', gives="487 583 kr"),
    "a standard cost": Fall(export(), ask="(t | antal * 5000) | kr", gives="30 000 kr"),
    "a change": Fall(export(), ask='(t | dar(kommun="Hedby") | antal / t | antal - 1) | procent', gives="−67 procent"),
    "decimal commas": Fall("Kommun;Belopp\nMora;5,5\nHedby;7,25\n", ask='t | summa("belopp") | tal', gives="12,75"),
}
