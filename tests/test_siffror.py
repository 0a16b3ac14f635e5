"""Figures in answers: right, with a trace that agrees, and every place still that of the file."""

import csv
import json
import re
import shutil
import subprocess
import sys
from decimal import Decimal

import pytest
from conftest import RAPPORT, ROOT
from hypothesis import given
from hypothesis import strategies as st

from rapport.checks.engine import check
from rapport.cli.main import run
from rapport.figures import filters
from rapport.figures.evaluate import Evaluator
from rapport.figures.tables import Tables
from rapport.figures.values import Visning
from rapport.output.siffror import example
from rapport.prose.blocks import Paragraph, Table, plain, plain_passages
from rapport.prose.count import count
from rapport.prose.markdown import parse
from rapport.prose.render import render as as_markdown
from rapport.word.package import DOCUMENT, read_package, write_package
from rapport.workflow.load import load

NB = "\u00a0"
ARENDEN = """Diarienummer;Program;Kommun;Status;Beviljat belopp;Antal deltagare;Beslutsdatum;År
RUN/1/2025;ERUF;Hedby;beviljat;12 000 000;15;2025-02-13;2025
RUN/2/2025;ERUF;Östansel;beviljat;7 912 000;;2025-05-13;2025
RUN/3/2025;ERUF;Ålvik;avslag;;4;2025-05-14;2025
RUN/4/2024;Interreg | NPA;hedby;Beviljat;612 400;1 200;2024-11-30;2024
RUN/5/2025;Anslag 1:1;;beviljat;180 500,50;3;2025-01-01;2025
"""
FIGURES = {
    'arenden | dar(program="ERUF", status="beviljat") | antal': "2",
    'arenden | dar(program="ERUF") | summa("beviljat_belopp") | kr': f"19{NB}912{NB}000{NB}kr",
    'ärenden | dar(program="eruf") | summa("Beviljat belopp") | kr': f"19{NB}912{NB}000{NB}kr",
    'arenden | dar(program="ERUF") | summa("beviljat_belopp") | tkr': f"19{NB}912{NB}tkr",
    'arenden | dar(program="ERUF") | summa("beviljat_belopp") | mnkr': f"19,9{NB}mnkr",
    'arenden | dar(program="ERUF") | summa("beviljat_belopp") | mnkr(0)': f"20{NB}mnkr",
    'arenden | summa("beviljat_belopp") | kr(2)': f"20{NB}704{NB}900,50{NB}kr",
    'arenden | summa("beviljat_belopp") | tal': f"20{NB}704{NB}900,5",
    'arenden | summa("antal_deltagare")': f"1{NB}222",
    'arenden | medel("antal deltagare") | tal(1)': "305,5",
    'arenden | storst("beviljat_belopp") | kr': f"12{NB}000{NB}000{NB}kr",
    'arenden | minst("beviljat_belopp") | kr': f"180{NB}501{NB}kr",
    'arenden | storst("beslutsdatum") | datum': f"den{NB}14{NB}maj{NB}2025",
    'arenden | minst("beslutsdatum")': f"den{NB}30{NB}november{NB}2024",
    'arenden | unika("kommun") | antal': "3",
    'arenden | unika("kommun") | lista': "Hedby, Ålvik och Östansel",
    'arenden | dar(kommun="Hedby") | unika("kommun") | lista': "Hedby",
    'arenden | per("kommun") | antal | antal_i_ord': "tre",
    'arenden | dar(program="ERUF") | andel | procent': f"60{NB}procent",
    'arenden | dar(program="ERUF") | dar(status="beviljat") | andel | procent(1)': f"66,7{NB}procent",
    'arenden | dar(program="ERUF") | andel("beviljat_belopp") | procent(1)': f"96,2{NB}procent",
    "(arenden | dar(år=2025) | antal / arenden | dar(år=2024) | antal - 1) | procent": f"300{NB}procent",
    '(arenden | antal - arenden | dar(kommun="") | antal) * 2': "8",
    'arenden | dar(kommun=["Hedby", "Ålvik"]) | antal | antal_i_ord("en")': "tre",
    'arenden | dar(kommun="ÅLVIK") | antal | antal_i_ord("en")': "en",
    'arenden | dar(kommun="Ålvik") | antal | antal_i_ord': "ett",
    "arenden | dar(beslutsdatum=2025) | antal | antal_i_ord": "fyra",
    'arenden | dar(beslutsdatum="2025-05-13") | antal': "1",
    'arenden | dar(beviljat_belopp="612 400") | antal': "1",
    "arenden | dar(beviljat_belopp=180500.5) | antal": "1",
    "arenden | dar(antal_deltagare=1200) | antal": "1",
    'arenden | dar(kommun="Ålvik", status="beviljat") | antal': "0",
    'arenden | dar(kommun="Ålvik", status="beviljat") | summa("beviljat_belopp") | kr': f"0{NB}kr",
    'arenden | dar(kommun="Ålvik", status="beviljat") | antal | antal_i_ord': "noll",
    'arenden | dar(program="Interreg | NPA") | unika("program") | lista': "Interreg | NPA",
    "arenden\n      | antal\n": "5",
}
TABLE = 'arenden | tabell(per="kommun", summa="beviljat_belopp", antal=true, enhet="tkr")'
FAULTS = {
    'arenden | dar(program="EURF") | antal': ("EURF", "ERUF"),
    'arenden | dar(progam="ERUF") | antal': ("progam", "program"),
    'arenden | summa("beviljad_belopp")': ("beviljad_belopp", "beviljat_belopp"),
    "arendena | antal": ("arendena", "arenden"),
    "arenden | antel": ("antel", "antal"),
    'arenden | summa("kommun")': ("kommun", "beviljat_belopp"),
    'arenden | dar(kommun="Umeå") | antal': ("Umeå", "Hedby"),
    "arenden | dar(program=ERUF) | antal": ("ERUF", '"ERUF"'),
    "arenden": ("{{ arenden }}", "| antal"),
    'arenden | dar(program="ERUF")': ('{{ arenden | dar(program="ERUF") }}', "| antal"),
    'arenden | per("kommun")': ('{{ arenden | per("kommun") }}', "| tabell"),
    'arenden | unika("kommun")': ('{{ arenden | unika("kommun") }}', "| lista"),
    "arenden | kr": ("kr", "summa"),
    'arenden | summa("beviljat_belopp") | kr | kr': ("kr", "Ta bort"),
    'arenden | summa("beviljat_belopp") | procent': ("procent", "andel"),
    "arenden | andel | procent": ("andel", "dar("),
    'arenden | dar(kommun="Ålvik", status="beviljat") | medel("beviljat_belopp")': ("medel", "dar"),
    'arenden | antal | antal_i_ord("den")': ("den", '"en"'),
    'arenden | tabell(per="kommun", enhet="euro", summa="beviljat_belopp")': ("euro", "tkr"),
    "arenden | tabell": ("tabell", "per="),
    "arenden | dar | antal": ("dar", "program="),
    "arenden | dar(kommun=[]) | antal": ("kommun", "kommun="),
    "arenden | summa": ("summa", "summa("),
    "arenden | antal | datum": ("datum", "| tal"),
    "arenden | antal | kr": ("kr", "summa("),
    'arenden | summa("beviljat_belopp") | datum': ("datum", "| kr"),
    'arenden | storst("beslutsdatum") | tkr': ("tkr", "| datum"),
    'arenden | dar(program="ERUF") | andel | tal': ("tal", "| procent"),
}


@pytest.fixture
def report(folder):
    """Return a function that makes a report with the table arenden and an answer to 1.1, as YAML after the key."""

    def make(svar, table_text=ARENDEN):
        path = folder(rapport=RAPPORT, **{"1": f'område: 1\nsvar:\n  "1.1": {svar}\n'})
        (path / "siffror").mkdir()
        (path / "siffror" / "arenden.csv").write_text(table_text, "utf-8")
        return path

    return make


def block(text):
    return "|\n" + "\n".join(f"    {line}" for line in text.split("\n"))


def svar_in(path):
    return load(path).underlag.svar_by_fraga["1.1"]


def faults_in(path):
    return [f for f in load(path).findings if f.rule == "siffra"]


@pytest.mark.parametrize(("expression", "value"), FIGURES.items())
def test_figure(report, expression, value):
    path = report(block(f"Det blev {{{{ {expression} }}}} totalt."))
    svar = svar_in(path)
    assert faults_in(path) == []
    assert svar.text == f"Det blev {value} totalt."
    (figur,) = svar.siffror
    assert svar.text[figur.start : figur.end] == figur.varde == value
    assert figur.tecken == len(value) == svar.tecken - len("Det blev  totalt.")
    place = load(path).underlag.places.of_words(svar, figur.start)
    assert (place.line, place.column) == (4, 14)


@pytest.mark.parametrize(("expression", "expected"), FAULTS.items())
def test_fault(report, expression, expected):
    excerpt, hint = expected
    path = report(block(f"Först.\n\nDet blev {{{{ {expression} }}}} totalt."))
    (finding,) = faults_in(path)
    line = (path / "1.yaml").read_text("utf-8").split("\n")[finding.place.line - 1]
    assert line[finding.place.column - 1 :].startswith(excerpt)
    assert (finding.severity, finding.excerpt, finding.omrade, finding.fraga) == ("error", excerpt, 1, "1.1")
    assert hint in finding.hint
    assert finding.message.endswith(".")
    svar = svar_in(path)
    assert svar.siffror == ()
    assert "‹" in svar.text
    assert not [f for f in check(load(path).underlag) if f.rule == "platshallare"]


@pytest.mark.parametrize("name", filters.FILTERS)
def test_a_filter_has_an_example_and_is_written_as_its_hint_says(tmp_path, name):
    assert [example for example in [*FIGURES, TABLE] if re.search(rf"\| {name}\b", example)]
    (tmp_path / "siffror").mkdir()
    header, row = "program;kommun;beviljat;deltagare;beslutsdatum", "ERUF;Hedby;1250000;15;2025-02-13"
    (tmp_path / "siffror" / "arenden.csv").write_text(f"{header}\n{row}\n", "utf-8")
    written = filters.usage(name).removeprefix("Skriv så:  ")
    whole = f"{written} | antal" if name == "dar" else written  # alone it chooses rows and is no figure yet
    (expression,) = Evaluator(Tables(tmp_path))(f"{{{{ {whole} }}}}")
    assert expression.fault is None


def test_no_filter_hides_another():
    assert len(filters.FILTERS) == len(filters.ALL)


def test_a_column_may_have_any_name(report):
    path = report(block("{{ t | dar(urval='a', self='b') | antal }}"))
    (path / "siffror" / "t.csv").write_text("Urval;self;name\na;b;c\na;x;c\n", "utf-8")
    assert svar_in(path).text == "1"


def test_a_cell_that_is_no_number_is_no_zero(report):
    path = report(block('{{ arenden | summa("beviljat_belopp") }}'), ARENDEN.replace("7 912 000", "ca 8 mnkr"))
    error, warning = sorted(faults_in(path), key=lambda finding: finding.severity)
    assert "siffror/arenden.csv" in error.message
    assert "E3, där det står ”ca 8 mnkr”" in error.message
    assert (warning.place.path, warning.place.line, warning.place.column) == ("siffror/arenden.csv", 3, 5)


def test_a_table_that_cannot_be_read_says_so_at_its_file_and_where_it_is_used(report):
    found = faults_in(report(block("{{ arenden | antal }}"), "a;a\n1;2\n"))
    assert {finding.place.path for finding in found} == {"siffror/arenden.csv", "1.yaml"}
    assert any("siffror/arenden.csv" in finding.hint for finding in found)


def test_a_report_without_tables_says_where_to_put_them(folder):
    path = folder(**{"1": 'område: 1\nsvar: {"1.1": "{{ arenden | antal }}"}\n'})
    (finding,) = faults_in(path)
    assert "mappen siffror" in finding.hint


def test_braces_that_are_meant_to_be_seen_are_left_alone(report):
    path = report(block(r"Skriv \{{ arenden }} så."))
    svar = svar_in(path)
    assert svar.text == "Skriv {{ arenden }} så."
    assert faults_in(path) == []
    (finding,) = [f for f in check(load(path).underlag) if f.rule == "platshallare"]
    assert finding.excerpt == "{{ arenden }}"


def test_a_whole_table_is_a_table_with_its_sum(report):
    expression = f"{{{{ {TABLE} }}}}"
    svar = svar_in(report(block(f"Så här:\n\n{expression}\n\nSlut.")))
    assert svar.blocks[1] == Table(
        tuple(
            tuple((Paragraph(plain_text),) if plain_text else () for plain_text in map(inlines, row))
            for row in [
                ["Kommun", "Antal", "Beviljat belopp, tkr"],
                ["Hedby", "2", f"12{NB}612"],
                ["Ålvik", "1", "0"],
                ["Östansel", "1", f"7{NB}912"],
                ["Ej angivet", "1", "181"],
                ["Summa", "5", f"20{NB}705"],
            ]
        ),
        ("", "right", "right"),
    )
    (figur,) = svar.siffror
    assert svar.text[figur.start : figur.end] == figur.varde
    assert figur.tecken == count(svar.blocks[1:2])
    assert figur.trace.uttag[0].rader == (2, 3, 4, 5, 6)
    assert figur.trace.uttag[0].hoppade == (4,)


def inlines(text):
    (paragraph,) = parse(text).blocks
    return paragraph.inlines


def test_a_table_without_blank_lines_around_it_is_still_a_table(report):
    svar = svar_in(report(block('Så här:\n{{ arenden | tabell(per="status", antal=true) }}\nSlut.')))
    assert [type(b).__name__ for b in svar.blocks] == ["Paragraph", "Table", "Paragraph"]


def test_a_table_in_a_sentence_is_told_to_stand_alone(report):
    (finding,) = faults_in(report(block('Så: {{ arenden | tabell(per="status", antal=true) }}')))
    assert "egen rad" in finding.hint


WAYS = {
    "block": block("Först {{ arenden | antal }} st.\n\nSedan **{{ arenden | antal }}** XX och XX."),
    "plain": "Först {{ arenden | antal }} st. Sedan **{{ arenden | antal }}** XX och XX.",
    "double": '"Först {{ arenden | dar(kommun=\\"Hedby\\") | antal }} st XX. {{ arenden | antal }} XX."',
    "single": "'Först XX {{ arenden | antal }} st. ''{{ arenden | antal }}'' XX.'",
    "folded": ">\n    Först {{ arenden | antal }} st.\n    XX sedan\n    {{ arenden | antal }} XX.",
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("way", WAYS)
def test_places_are_those_of_the_file_however_the_answer_is_written(report, way, newline):
    path = report(WAYS[way])
    (path / "1.yaml").write_text((path / "1.yaml").read_text("utf-8"), "utf-8", newline=newline)
    lines = (path / "1.yaml").read_text("utf-8").split("\n")
    underlag = load(path).underlag
    found = [f for f in check(underlag) if f.rule == "platshallare"]
    places = [(f.place.line, f.place.column) for f in found]
    assert places == sorted(set(places))
    assert len(places) == 2
    for line, column in places:
        assert lines[line - 1][column - 1 :].startswith("XX")
    svar = underlag.svar_by_fraga["1.1"]
    at_figures = [underlag.places.of_words(svar, figur.start) for figur in svar.siffror]
    starts = [(place.line, place.column) for place in at_figures]
    assert len(set(starts)) == 2
    for line, column in starts:
        assert lines[line - 1][column - 1 :].startswith("{{")


def test_an_excerpt_in_or_across_a_figure_points_at_what_it_begins_in(report):
    path = report(block("A.\n\nTotalt {{ arenden | summa('beviljat_belopp') | kr }} gavs, {{ arenden | antal }} st."))
    underlag = load(path).underlag
    svar = underlag.svar_by_fraga["1.1"]

    def column(excerpt):
        place = underlag.places.of_words(svar, svar.text.index(excerpt))
        assert place.line == 6
        return place.column

    line = (path / "1.yaml").read_text("utf-8").split("\n")[5]
    assert column("Totalt") == column(f"Totalt 20{NB}704") == line.index("Totalt") + 1
    assert column(f"704{NB}901") == column(f"20{NB}704{NB}901{NB}kr gavs, 5") == line.index("{{") + 1
    assert column("gavs") == column("gavs, 5 st") == line.index("gavs") + 1
    assert column("5 st.") == line.rindex("{{") + 1


def test_markdown_faults_behind_a_figure_have_their_place(report):
    path = report(block("{{ arenden | tabell(per='status', antal=true) }}\n\n# Rubrik {{ arenden | antal }}"))
    (finding,) = [f for f in load(path).findings if f.rule == "markdown"]
    assert (finding.place.line, finding.place.column) == (6, 5)


def test_the_trace_is_what_the_file_says(report, capsys):
    path = report(block('Stöd: {{ arenden | dar(status="beviljat") | summa("antal_deltagare") }}.'))
    assert run(["siffror", "visa", "1.1", "--i", str(path), "--format", "json"]) == 0
    (figure,) = json.loads(capsys.readouterr().out)["siffror"]
    (source,) = figure["uttag"]
    rows = list(csv.reader(ARENDEN.splitlines(), delimiter=";"))
    column = rows[0].index(source["kolumner"][0])
    cells = [rows[number - 1][column].replace(" ", "") for number in source["rader"]]
    assert sum(map(Decimal, cells)) == Decimal(figure["varde"].replace(NB, ""))
    assert [rows[number - 1][column] for number in source["hoppade"]] == [""]
    statuses = {rows[number - 1][3].lower() for number in source["rader"] + source["hoppade"]}
    assert statuses == {"beviljat"}
    assert figure["tecken"] == len(figure["varde"])
    assert (figure["path"], figure["line"], figure["column"], figure["start"]) == ("1.yaml", 4, 11, 6)


def test_visa_tells_people_the_same(report, capsys):
    path = report(block('{{ arenden | dar(program="ERUF") | summa("beviljat_belopp") | kr }} {{ arenden | antl }}'))
    assert run(["siffror", "visa", "alla", "--i", str(path)]) == 1
    out, err = capsys.readouterr()
    for line in ("Fråga 1.1", f"19{NB}912{NB}000{NB}kr  (13 tecken)", "2 rader: 2–3", "tom: 1 rad: 4", "1.yaml:4:5"):
        assert line in out
    assert "Menade du antal?" in err
    assert run(["siffror", "visa", "9.9", "--i", str(path)]) == 2
    assert run(["siffror", "visa", "1.2", "--i", str(path)]) == 0


def test_rakna_counts_figures_and_not_expressions(report, capsys):
    path = report(block("{{ arenden | antal }} stöd {{ arenden | ant }}"))
    run(["rakna", str(path / "1.yaml")])
    out, err = capsys.readouterr()
    assert out.startswith(f"{len('5 stöd ‹arenden | ant›')}  ")
    assert "1.yaml:4:45" in err


def test_a_draft_says_that_a_figure_is_missing_and_a_report_is_not_built(report, capsys):
    path = report(block("{{ arenden | ant }}"))
    assert run(["bygg", str(path)]) == 1
    assert run(["bygg", str(path), "--utkast"]) == 0
    assert "Kan sakna text i utkastet: 1.yaml:4:18" in capsys.readouterr().err


# --- Word and back


def built(path):
    assert run(["bygg", str(path), "--utkast", "--ut", str(path.parent / "ut.docx")]) == 0
    return path.parent / "ut.docx"


ANSWER = block(
    "Stöd gavs till {{ arenden | antal }} projekt i {{ arenden | dar(år=2024) | unika('program') | lista }}.\n\n"
    "{{ arenden | tabell(per='program', summa='beviljat_belopp', antal=true) }}"
)


def test_word_that_says_what_the_yaml_renders_changes_nothing(report, capsys):
    path = report(ANSWER)
    file = built(path)
    before = (path / "1.yaml").read_bytes()
    capsys.readouterr()
    assert run(["importera", str(file), "--till", str(path), "--alla"]) == 0
    assert (path / "1.yaml").read_bytes() == before
    assert "Inget att hämta" in capsys.readouterr().err


def of_unknown_origin(file):
    """Make a built document one that nobody knows the origin of."""
    parts = read_package(file)
    del parts["docProps/custom.xml"]
    write_package(file, parts)
    return file


def test_a_document_of_unknown_origin_may_change_the_words_around_a_figure(report, capsys):
    path = report(ANSWER)
    file = of_unknown_origin(built(path))
    before = (path / "1.yaml").read_text("utf-8")
    (path / "1.yaml").write_text(before.replace("Stöd gavs", "Pengar gavs"), "utf-8")
    assert run(["importera", str(file), "--till", str(path)]) == 1
    out, err = capsys.readouterr()
    assert "- Pengar gavs till 5 projekt" in out
    assert "+ Stöd gavs till 5 projekt" in out
    assert "--fraga 1.1" in err
    assert run(["importera", str(file), "--till", str(path), "--alla"]) == 0
    lines = [line.rstrip() for line in (path / "1.yaml").read_text("utf-8").splitlines()]
    assert lines == [line.rstrip() for line in before.splitlines()]


def test_a_figure_changed_in_word_takes_its_expressions_place_only_when_told_so(report, capsys):
    path = report(ANSWER)
    file = built(path)
    parts = read_package(file)
    parts[DOCUMENT] = parts[DOCUMENT].replace(b"till 5 projekt", b"till 6 projekt")
    write_package(file, parts)
    before = (path / "1.yaml").read_text("utf-8")
    for flags in ([], ["--alla"]):
        assert run(["importera", str(file), "--till", str(path), *flags]) == 1
        assert "{{ arenden | antal }}" in capsys.readouterr().out
        assert (path / "1.yaml").read_text("utf-8") == before
    assert run(["importera", str(file), "--till", str(path), "--fraga", "1.1"]) == 0
    assert "{{ arenden | antal }}" in capsys.readouterr().err
    text = (path / "1.yaml").read_text("utf-8")
    assert "till 6 projekt i {{ arenden | dar(år=2024)" in text
    assert "{{ arenden | tabell(" in text


def test_braces_typed_in_word_stay_braces():
    (paragraph,) = parse(r"A \{{ b }} \{% c %} \{# {x} \{\{\{").blocks
    assert plain(paragraph.inlines) == "A {{ b }} {% c %} {# {x} {{{"
    again = as_markdown((paragraph,))
    assert parse(again).blocks == (paragraph,)
    assert Evaluator(Tables(ROOT))(again) == ()


def test_next_years_report_has_the_expressions_as_they_were(report, tmp_path, capsys):
    path = report(ANSWER)
    assert run(["ny", str(tmp_path / "ny"), "--fran", str(path), "--ar", "2026"]) == 0
    assert "siffror" in capsys.readouterr().err
    shutil.copytree(path / "siffror", tmp_path / "ny" / "siffror")
    old, new = (load(p).underlag.svar_by_fraga["1.1"] for p in (path, tmp_path / "ny"))
    assert new.markdown == old.markdown
    assert svar_in(tmp_path / "ny").text == svar_in(path).text


# --- Amounts typed by hand


def unsourced(path):
    return [f for f in check(load(path).underlag) if f.rule == "siffra-utan-kalla"]


def test_an_amount_that_contradicts_a_figure_names_it(report):
    text = "Det blev {{ arenden | dar(program='ERUF') | summa('beviljat_belopp') | kr }}.\n\nDärav 19 921 000 kr i år."
    (finding,) = unsourced(report(block(text)))
    assert finding.excerpt == "19 921 000 kr"
    assert f"19{NB}912{NB}000{NB}kr" in finding.hint
    assert (finding.place.line, finding.place.column) == (6, 11)
    assert (finding.related[0].place.line, finding.related[0].fraga) == (4, "1.1")


def test_amounts_in_papers_are_known(folder):
    path = folder(**{"1": 'område: 1\nsvar: {"1.1": "Vi gav 7,3 mnkr och 8,3 mnkr."}\n'})
    assert unsourced(path) == []
    (path / "kallor").mkdir()
    (path / "kallor" / "beslut.txt").write_bytes("Nämnden anslår 7 312 000 kronor år 2025.".encode("cp1252"))
    (finding,) = unsourced(path)
    assert finding.excerpt == "8,3 mnkr"


def test_a_waiver_with_a_reason_is_heard(report):
    path = report('{text: "Vi gav 77 kr.", tillåt: {siffra-utan-kalla: Det är priset.}}')
    (finding,) = unsourced(path)
    assert finding.waived


# --- Data is never formatting

values = st.text(st.characters(exclude_categories=("Cs",), max_codepoint=0x1F9FF), max_size=20) | st.text(
    st.sampled_from("*_`[](){}<>|\\#+-=~!^&;:.0123456789 x\n\t\"'"), max_size=12
)


def same(text):
    """Return a text as a document has it: what no document can hold are blanks."""
    return re.sub("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]+", " ", text).strip(" ")


def blocks_with(text, visning):
    """Return an answer in which ``{{ x }}`` is worth what is given."""
    evaluate = Evaluator(Tables(ROOT), {"{{ x }}": visning})
    return parse(text, evaluate(text)).blocks


@given(values, st.sampled_from(["", "a ", "Ordet ", "- ", "1. ", "1", "x\n\n", "(", "**a** "]))
def test_a_value_in_a_sentence_is_read_back_as_itself(value, before):
    if not same(value):
        return
    shape = parse(f"{before}x slut").blocks
    blocks = blocks_with(f"{before}{{{{ x }}}} slut", Visning(value, ()))
    assert [type(b) for b in blocks] == [type(b) for b in shape]
    expected = "\n".join(plain_passages(shape)).replace("x slut", f"{same(value)} slut")
    assert "\n".join(plain_passages(blocks)) == expected


@given(st.lists(st.lists(values, min_size=2, max_size=2), min_size=2, max_size=4))
def test_a_value_in_a_table_stays_in_its_cell(rows):
    (found,) = blocks_with("{{ x }}", Visning("", (), tuple(map(tuple, rows)), (False, True)))
    assert isinstance(found, Table)
    cells = [[plain(cell[0].inlines) if cell else "" for cell in row] for row in found.rows]
    assert cells == [[same(cell) for cell in row] for row in rows]


def test_checking_without_figures_loads_no_jinja_and_no_excel():
    for text, expected in (("Text.", {"False"}), ("{{ t | antal }}", {"True", "jinja2"})):
        code = (
            "import sys, pathlib, tempfile; from rapport.cli.main import run;"
            "folder = pathlib.Path(tempfile.mkdtemp());"
            f"(folder / 'rapport.yaml').write_text({RAPPORT!r}, 'utf-8');"
            f"(folder / '1.yaml').write_text('område: 1\\nsvar:\\n  \"1.1\": \"' + {text!r} + '\"\\n', 'utf-8');"
            "(folder / 'siffror').mkdir(); (folder / 'siffror' / 't.csv').write_text('a\\n1\\n');"
            "run(['kontrollera', str(folder)]);"
            "print('rapport.figures.tables' in sys.modules,"
            " *sorted({'jinja2', 'openpyxl', 'rapidfuzz'} & {name.partition('.')[0] for name in sys.modules}))"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8")
        assert set(done.stdout.splitlines()[-1].split()) == expected


def test_an_amount_that_stands_in_a_word_document_is_known(folder):
    from docx import Document

    path = folder(**{"5": "område: 5\nsvar:\n  5.3: Stödet var 1 234 567 kr och 7 654 321 kr.\n"})
    (path / "siffror").mkdir()
    (path / "siffror" / "arenden.csv").write_text("program;beviljat\nERUF;1200\n", "utf-8")
    (path / "kallor").mkdir()
    paper = Document()
    paper.add_paragraph("Nämnden beviljar 1 234 567 kr.")
    paper.save(path / "kallor" / "beslut.docx")
    found = [f.excerpt for f in check(load(path).underlag) if f.rule == "siffra-utan-kalla"]
    assert found == ["7 654 321 kr"]


@pytest.mark.parametrize(
    ("table", "shown"),
    [
        ("Namn;Ort;Start;Beviljat\nA;Hedby;2025;\nB;Hedby;2025;9 000\nC;Ålvik;2025;20 000\nD;Ålvik;2025;30 000\n",
         '{{ t | dar(ort="Hedby") | summa("beviljat") | kr }}'),
        ("Serie;Kvinnor;Män\nA;12;9\nA;14;\n", '{{ t | dar(serie="A") | summa("kvinnor") | tal }}'),
        ("Namn;Ort\nA;Hedby\nB;Hedby\n", '{{ t | dar(ort="Hedby") | antal }}'),
        ("Namn\nA\nB\n", "{{ t | antal }}"),
    ],
    ids=["kronor", "personer", "inga tal", "inga slag"],
)  # fmt: skip
def test_the_expression_to_begin_with_fits_the_table_and_works(tmp_path, table, shown):
    """A sum of money before years, in kronor; of people, without; for a value that parts the rows."""
    (tmp_path / "siffror").mkdir()
    (tmp_path / "siffror" / "t.csv").write_text(table, "utf-8")
    tables = Tables(tmp_path)
    assert example(tables.by_name["t"]) == shown
    (expression,) = Evaluator(tables)(shown)
    assert expression.fault is None


CELLS = "kommun;antal;not\nHedby;12;A **B\nViksele;4;*x* ~~y\n"


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ('Värdet {{ stod | unika("not") | lista }} och **mer** text.', False),
        ('**{{ stod | unika("not") | lista }}** är allt.', False),
        ('**b**\n\n{{ stod | tabell(per="not", antal=true) }}', False),
        ('- **b**\n- {{ stod | unika("not") | lista }}', False),
        ('**{{ stod | summa("antal") | tal }} kr** och *{{ stod | antal }}*', False),
        ('**Fet {{ stod | summa("antal") | tal }} **mer', True),
    ],
)
def test_what_a_table_holds_is_no_leftover_mark(folder, text, is_wrong):
    lines = "".join(f"    {line}\n" for line in text.split("\n"))
    path = folder(**{"1": f'område: 1\nsvar:\n  "1.1": |\n{lines}'})
    (path / "siffror").mkdir()
    (path / "siffror/stod.csv").write_text(CELLS, "utf-8")
    found = [finding for finding in load(path).findings if finding.rule in ("markdown", "siffra")]
    assert bool(found) == is_wrong


@pytest.mark.parametrize("text", ["{{ a | antal  och {{ b | antal }}", "{{ a | antal } och\n{{ b | antal }} stycken"])
def test_braces_forgotten_before_the_next_expression_are_named(text):
    (expression,) = Evaluator(Tables(ROOT))(text)
    assert "}} saknas" in expression.fault.message
