"""Tables in the built document: columns after what stands in them, sums that stand out, nothing parted that belongs."""

import shutil
import subprocess
from dataclasses import replace

import pytest
from conftest import ROOT
from hypothesis import given
from strategies import tables

from rapport.domain.svar import Svar
from rapport.prose.blocks import Footnote, Paragraph, Table, Text, passages
from rapport.prose.markdown import parse as parse_markdown
from rapport.word.columns import column_widths
from rapport.word.controls import controls
from rapport.word.fill import fill
from rapport.word.ns import child_val, get, parse, qn, serialise
from rapport.word.package import DOCUMENT, read_package, write_package
from rapport.word.styles import Styles
from rapport.word.sums import sum_rows
from rapport.word.underlag import load_parts
from rapport.workflow.load import load

TEMPLATE = read_package(ROOT / "mallar" / "2024" / "mall.docx")
UNDERLAG = load(ROOT / "underlag").underlag
TEXT_WIDTH = 9072  # A4 with margins of 2.5 cm, in twentieths of a point
# How wide Calibri's bold signs are, in thousandths of its size, and Word's and LibreOffice's margins in a cell.
_WIDE = {
    226: " ",
    246: "il",
    255: "j",
    258: ",",
    267: "I.",
    276: ":",
    306: "-",
    312: "()",
    316: "f",
    331: "J",
    347: "t",
    355: "r",
    397: "z",
    399: "s",
    418: "c",
    423: "L",
    459: "xF",
    473: "vS",
    474: "gy",
    478: "Z",
    480: "k",
    488: "E",
    494: "aåä",
    495: "T",
    503: "e",
    507: "0123456789",
    520: "Y",
    529: "C",
    532: "P",
    537: "bdhnpqu",
    538: "oö",
    547: "K",
    551: "X",
    561: "B",
    563: "R",
    591: "V",
    606: "AÅÄ",
    630: "D",
    631: "H",
    637: "G",
    653: "U",
    659: "N",
    676: "OÖ",
    686: "Q",
    729: "%",
    745: "w",
    813: "m",
    874: "M",
    906: "W",
}
BOLD = {sign: width for width, signs in _WIDE.items() for sign in signs}
MARGINS = 200

CASES = {
    "projekt": """
| Nr | Insats | Beviljat (kr) | Andel |
|---:|---|---:|---:|
| 1 | Samverkan om kompetensförsörjningsplanering i glesbygdskommunerna | 12 450 000 | 55 % |
| 2 | Landsbygdsutvecklingsprogrammet | 9 800 000 | 44 % |
| | Summa | 22 250 000 | 100 % |""",
    "två": "| Kommun | Antal |\n|---|---|\n| Storsunda | 1 204 |\n| Totalt | 1 204 |",
    "åtta": """
| Program | 2018 | 2019 | 2020 | 2021 | 2022 | 2023 | 2024 |
|---|---:|---:|---:|---:|---:|---:|---:|
| Regionala utvecklingsfonden | 1 200 000 | 1 250 000 | 1 300 000 | 990 000 | 12 000 000 | 1 | 0 |
| Omställningsfonden | | | | 110 000 | 2 000 000 | | |""",
    "text": f"| Aktör | Roll | Hur |\n|---|---|---|\n| Länsbygderådet | Remissinstans | {'Mötena var fyra. ' * 20}|",
    "löpnummer": "| Kommun | Insats |\n|---|---|\n"
    + "\n".join(f"| Kommun {n} | {'En lång insats ' * 15} |" for n in (9, 10)),
    "tomt": "| A | B | |\n|---|---|---|\n| | | |",
    "bara tal": "| 2024 | 2025 |\n|---|---|\n| 1 | 2 |",
}


def blocks_of(text):
    return parse_markdown(text).blocks


def width_of(text):
    """How wide a text in bold of 10 points stands in a cell."""
    return sum(BOLD[sign] for sign in text) / 1000 * 200 + MARGINS


def columns_of(table):
    """Each column's cells as text, the header's first."""
    return [
        ["".join(t.text for p in cell for t in p.inlines) for cell in cells] for cells in zip(*table.rows, strict=True)
    ]


def built(text, fraga="1.1"):
    svar = {fraga: Svar(fraga=fraga, blocks=blocks_of(text))}
    parts = fill(TEMPLATE, replace(UNDERLAG, svar_by_fraga=svar))
    control = next(control for tag, control in controls(parse(parts[DOCUMENT])) if tag == f"svar:{fraga}")
    return parts, control


def read_back(parts, fraga="1.1"):
    return load_parts(parts, "a.docx", UNDERLAG.mall).underlag.svar_by_fraga[fraga].blocks


def grid(table):
    return [int(get(column, "w:w")) for column in table.find(qn("w:tblGrid"))]


def is_kept(paragraph):
    return paragraph.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None


@pytest.mark.parametrize("name", CASES)
def test_no_word_and_no_number_is_broken_where_there_is_room(name):
    (table,) = blocks_of(CASES[name])
    widths = column_widths(table, TEXT_WIDTH, 10)
    assert sum(widths) == TEXT_WIDTH
    for width, cells in zip(widths, columns_of(table), strict=True):
        assert width >= max(width_of(word) for cell in cells for word in cell.split() or [""])
        assert all(width >= width_of(cell) for cell in cells if cell[:1].isdigit())


def test_a_column_of_numbers_is_narrow_and_the_text_takes_the_rest():
    (table,) = blocks_of(CASES["projekt"])
    number, text, kronor, share = column_widths(table, TEXT_WIDTH, 10)
    assert number < share < kronor < text
    assert text > TEXT_WIDTH / 2
    assert kronor < 1.5 * width_of("22 250 000")


def test_a_short_label_stays_on_its_line_beside_a_long_text():
    (table,) = blocks_of(CASES["löpnummer"])
    assert column_widths(table, TEXT_WIDTH, 10)[0] >= width_of("Kommun 10")


def test_where_the_longest_words_will_not_go_in_numbers_still_do_and_short_words_too():
    long = "kompetensförsörjningsplaneringsprocess"
    (table,) = blocks_of(
        f"| {long} | {long} | {long} | Roll | Kronor |\n|---|---|---|---|---|\n| a | b | c | Part | 12 450 000 |"
    )
    widths = column_widths(table, TEXT_WIDTH, 10)
    assert sum(widths) == TEXT_WIDTH
    assert widths[3] >= width_of("Part")
    assert widths[4] >= width_of("12 450 000")
    assert max(widths[:3]) - min(widths[:3]) <= len(widths)  # none is favoured


def test_many_columns_of_long_numbers_share_what_there_is():
    row = "|" + " 112 450 000 000 |" * 12
    (table,) = blocks_of(f"{row}\n|{'---|' * 12}\n{row}")
    widths = column_widths(table, TEXT_WIDTH, 10)
    assert sum(widths) == TEXT_WIDTH
    assert min(widths) > 0


def test_a_note_in_a_cell_is_not_measured_as_its_text():
    note = Footnote((Paragraph((Text("Uppgiften är hämtad ur regionens årsbokslut. " * 5),)),))
    cell = (Paragraph((Text("12"), note)),)
    table = Table(
        (((Paragraph((Text("Antal"),)),), ((Paragraph((Text("Text"),))),)), (cell, (Paragraph((Text("Kurs"),)),))),
        ("", ""),
    )
    assert column_widths(table, TEXT_WIDTH, 10)[0] < 2 * width_of("Antal")


@given(tables())
def test_any_table_is_as_wide_as_the_text(table):
    for total in (TEXT_WIDTH, 4000):
        widths = column_widths(table, total, 10)
        assert sum(widths) == total
        assert min(widths) > 0


def test_the_document_has_the_widths_in_its_grid_and_in_every_cell():
    _, control = built(CASES["projekt"])
    (table,) = control.iter(qn("w:tbl"))
    total = sum(grid(table))
    assert abs(total - TEXT_WIDTH) < 10
    for row in table.iter(qn("w:tr")):
        cells = [cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}") for cell in row.iter(qn("w:tc"))]
        shares = [int(get(cell, "w:w")) / 5000 for cell in cells]
        assert shares == pytest.approx([width / total for width in grid(table)], abs=0.001)


def test_another_page_gives_another_width():
    root = parse(TEMPLATE[DOCUMENT])
    for size in root.iter(qn("w:pgSz")):
        size.set(qn("w:w"), str(TEXT_WIDTH // 2 + 2834))
    svar = {"1.1": Svar(fraga="1.1", blocks=blocks_of(CASES["två"]))}
    parts = fill({**TEMPLATE, DOCUMENT: serialise(root)}, replace(UNDERLAG, svar_by_fraga=svar))
    (table,) = parse(parts[DOCUMENT]).iter(qn("w:tbl"))
    assert abs(sum(grid(table)) - TEXT_WIDTH // 2) < 10


def test_a_table_in_a_list_ends_where_the_text_does():
    parts, control = built("- En punkt:\n\n  | A | B |\n  |---|---|\n  | a | b |\n")
    (table,) = control.iter(qn("w:tbl"))
    properties = table.find(qn("w:tblPr"))
    indent = int(get(properties.find(qn("w:tblInd")), "w:w"))
    share = int(get(properties.find(qn("w:tblW")), "w:w")) / 5000
    assert indent > 0
    assert sum(grid(table)) + indent == pytest.approx(TEXT_WIDTH, abs=10)
    assert share * TEXT_WIDTH + indent == pytest.approx(TEXT_WIDTH, abs=10)
    assert read_back(parts) == blocks_of("- En punkt:\n\n  | A | B |\n  |---|---|\n  | a | b |\n")


SUMS = """
| Nr | Insats | Kronor |
|---|---|---:|
| 1 | Totalförsvarsutbildning | 1 |
| | Delsumma: | 1 |
| 2 | Total Energi AB | 2 |
| 3 | Summa av kardemumman, studie | 2 |
| | **Totalt** | 5 |"""


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["| Kurs | 1 |", "| Summa | 1 |"], {2}),
        (["| Kurs | 1 |", "| TOTALSUMMA | 1 |", "| varav kvinnor | 1 |"], {2}),
        (["| Kurs | 1 |", "| Resa | 1 |", "| Summa anslag 1:1 | 2 |"], {3}),
        (["| Summa anslag 1:1 | 2 |", "| Kurs | 1 |", "| Resa | 1 |"], set()),  # perhaps a name
        (["| Kurs | 1 |", "| Resa | 1 |", "| Totalförsvaret | 2 |"], set()),
        (["| Kurs | 1 |", "| Resa | 1 |", "| Totalt sett bra | nej |"], set()),
    ],
)
def test_the_sums_of_a_table_are_known_by_their_words(rows, expected):
    (table,) = blocks_of("\n".join(["| Insats | Summa |", "|---|---|", *rows]))
    assert sum_rows(table) == expected


def test_sums_are_bold_by_their_style_alone():
    """On the runs, bold would be read back as the writer's own."""
    parts, control = built(SUMS)
    (table,) = control.iter(qn("w:tbl"))
    styles = Styles(parts)
    rows = [list(row.iter(qn("w:p"))) for row in table.iter(qn("w:tr"))]
    bold = [[styles.is_on(child_val(p, "w:pPr/w:pStyle"), "w:b") for p in row] for row in rows]
    assert [all(row) for row in bold] == [any(row) for row in bold]
    assert [number for number, row in enumerate(bold) if all(row)] == [2, 5]
    assert len(list(table.iter(qn("w:b")))) == 1  # the writer's own **Totalt**
    assert read_back(parts) == blocks_of(SUMS)


def test_a_form_without_the_styles_of_sums_is_filled_as_before():
    root = parse(TEMPLATE["word/styles.xml"])
    for style in list(root.iter(qn("w:style"))):
        if "tabell" in (child_val(style, "w:name") or "").lower():
            root.remove(style)
    svar = {"1.1": Svar(fraga="1.1", blocks=blocks_of(SUMS))}
    parts = fill({**TEMPLATE, "word/styles.xml": serialise(root)}, replace(UNDERLAG, svar_by_fraga=svar))
    assert read_back(parts) == blocks_of(SUMS)


LONG = "| Kommun | Kronor |\n|---|---:|\n" + "| Hedby | 1 |\n" * 20 + "| Summa | 20 |"


def test_an_introduction_stays_with_its_table_and_the_sum_with_the_row_above():
    _, control = built(f"Först.\n\nInsatserna visas här.\n\n{LONG}\n\nEfter.")
    kept = [is_kept(p) for p in control.iter(qn("w:p")) if next(p.iterancestors(qn("w:tbl")), None) is None]
    assert kept == [False, True, False]
    rows = [all(map(is_kept, row.iter(qn("w:p")))) for row in control.iter(qn("w:tr"))]
    assert [number for number, row in enumerate(rows) if row] == [0, 20]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vi gjorde:\n\n- ett", [True, False]),
        ("Vi gjorde mycket.\n\n- ett", [False, False]),
        ("- Så här:\n\n  - ett", [True, False]),
        ("- Tabellen:\n\n  | A |\n  |---|\n  | a |", [True, True, False]),
        ("En\n\nTvå:", [False, False]),
    ],
)
def test_what_ends_in_a_colon_stays_with_its_list(text, expected):
    parts, control = built(text)
    assert [is_kept(paragraph) for paragraph in control.iter(qn("w:p"))] == expected
    assert read_back(parts) == blocks_of(text)


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice (soffice) finns inte här")
def test_libreoffice_gives_sums_and_tables_back_as_they_were(tmp_path):
    """But for the bold of the header row, which it puts on the runs, and sides that nobody chose."""
    text = "\n\n".join([SUMS, "Och:", LONG, *(f"Nästa.\n\n{case}" for case in CASES.values())])
    parts, _ = built(text)
    write_package(tmp_path / "a.docx", parts)
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}", "--headless", "--convert-to"]
    command += ["docx:MS Word 2007 XML", "--outdir", str(tmp_path / "ut"), str(tmp_path / "a.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    before, after = blocks_of(text), read_back(read_package(tmp_path / "ut" / "a.docx"))
    assert [type(block) for block in after] == [type(block) for block in before]
    for old, new in zip(before, after, strict=True):
        if isinstance(old, Table):
            assert new.rows[1:] == old.rows[1:]
            assert [[i.text for p in passages(cell) for i in p] for cell in new.rows[0]] == [
                [i.text for p in passages(cell) for i in p] for cell in old.rows[0]
            ]
        else:
            assert new == old
