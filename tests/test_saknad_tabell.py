"""A table that is not there is one fault, however many expressions want it; every place and count stays right."""

import json

import pytest
from kommando import findings_of, printed

from rapport.cli.main import run

ONE = """område: 1
svar:
  "1.1": |
    Vi gav stöd till {{ arenden | antal }} projekt, {{ arenden | dar(program="ERUF") | antal }} i ERUF.

    Det blev {{ ärenden | summa("belopp") | kr }}.
  "1.2": Det var {{ arenden | antal }} i år, och {{ moten | antal }} möten.
"""
THREE = """område: 3
svar:
  "3.1": |
    Antalet var {{ arenden | antal }}.
"""
FOUR = 'område: 4\nsvar:\n  "4.1": Vi mötte kommunerna.\n'


@pytest.fixture
def report(folder):
    return folder(**{"1": ONE, "3": THREE, "4": FOUR})


def of_tables(path, *flags):
    return [f for f in findings_of(path, *flags) if f["rule"] == "siffra"]


def places(finding):
    return [(f["fraga"], f["path"], f["line"]) for f in (finding, *finding["related"])]


def test_each_missing_table_is_one_finding_with_all_its_places(report):
    arenden, moten = of_tables(report)
    assert arenden["message"] == "Tabellen ”arenden” finns inte. 5 uttryck i 3 svar behöver den: 1.1, 1.2, 3.1."
    assert arenden["hint"] == "Lägg den, som arenden.csv eller arenden.xlsx, i mappen siffror i redovisningens mapp."
    assert (arenden["omrade"], arenden["fraga"], arenden["column"], arenden["excerpt"]) == (1, "1.1", 25, "arenden")
    in_one = [("1.1", "1.yaml", 4)] * 2 + [("1.1", "1.yaml", 6), ("1.2", "1.yaml", 7)]
    assert places(arenden) == [*in_one, ("3.1", "3.yaml", 4)]
    assert moten["message"] == "Tabellen ”moten” finns inte."
    assert places(moten) == [("1.2", "1.yaml", 7)]


def test_tables_that_are_there_are_named(report):
    (report / "siffror").mkdir()
    (report / "siffror" / "moten.csv").write_text("Kommun\nHedby\n", "utf-8")
    (arenden,) = of_tables(report)
    assert arenden["hint"].endswith("i mappen siffror i redovisningens mapp. Tabellerna där är moten.")


def test_a_missing_column_is_one_finding_too(report):
    (report / "siffror").mkdir()
    for name in ("moten", "arenden"):
        (report / "siffror" / f"{name}.csv").write_text("Kommun\nHedby\n", "utf-8")
    (report / "3.yaml").write_text(THREE.replace("| antal", '| summa("belopp")'), "utf-8")
    program, belopp = of_tables(report)
    assert program["message"] == "Kolumnen ”program” finns inte i siffror/arenden.csv."
    assert belopp["message"] == (
        "Kolumnen ”belopp” finns inte i siffror/arenden.csv. 2 uttryck i 2 svar behöver den: 1.1, 3.1."
    )
    assert places(belopp) == [("1.1", "1.yaml", 6), ("3.1", "3.yaml", 4)]


def test_a_value_that_is_not_there_is_said_at_each_place(folder):
    text = """område: 1
svar:
  "1.1": |
    Det var {{ a | dar(kommun="Hetby") | antal }} och {{ a | dar(kommun="Hetby") | antal }}.
"""
    path = folder(**{"1": text})
    (path / "siffror").mkdir()
    (path / "siffror" / "a.csv").write_text("Kommun\nHedby\n", "utf-8")
    assert len(of_tables(path)) == 2


@pytest.mark.parametrize("part", ["område", "fil"])
def test_an_area_by_itself_has_the_fault_at_its_own_place(report, part):
    flags = (report, "--omrade", "3") if part == "område" else (report / "3.yaml",)
    (arenden,) = of_tables(*flags)
    assert (arenden["omrade"], arenden["fraga"], arenden["path"], arenden["line"]) == (3, "3.1", "3.yaml", 4)
    assert places(arenden)[1] == ("1.1", "1.yaml", 4)
    assert len(places(arenden)) == 5


@pytest.mark.parametrize("part", ["område", "fil"])
def test_an_area_that_wants_no_table_has_no_such_fault(report, part):
    flags = (report, "--omrade", "4") if part == "område" else (report / "4.yaml",)
    assert of_tables(*flags) == []


def test_one_answers_figures_have_their_own_faults(report, capsys):
    def said(fraga):
        run(["siffror", "visa", fraga, "--i", str(report)])
        return capsys.readouterr().err

    assert "3.yaml:4:20: Tabellen ”arenden” finns inte. 5 uttryck i 3 svar" in said("3.1")
    assert "”moten”" not in said("3.1")
    assert "arenden" not in said("4.1")
    assert said("alla").count("Tabellen") == 2


def test_every_format_shows_the_fault_once_and_its_places(report):
    lines = printed("kontrollera", report).splitlines()
    assert [line for line in lines if "Tabellen ”arenden”" in line] == [
        "  Fel: Tabellen ”arenden” finns inte. 5 uttryck i 3 svar behöver den: 1.1, 1.2,"
    ]
    assert "    också 3.yaml:4:20" in lines
    page = printed("kontrollera", report, "--format", "html")
    assert page.count("Tabellen ”arenden” finns inte") == 1
    (result,) = [
        one
        for one in json.loads(printed("kontrollera", report, "--format", "sarif"))["runs"][0]["results"]
        if "arenden" in one["message"]["text"]
    ]
    assert len(result["relatedLocations"]) == 4


def test_very_many_places_are_counted(folder):
    path = folder(**{"1": 'område: 1\nsvar:\n  "1.1": Det var ' + "{{ arenden | antal }} " * 70 + "\n"})
    (finding,) = of_tables(path)
    assert finding["message"] == "Tabellen ”arenden” finns inte. 70 uttryck i svaret behöver den."
    lines = printed("kontrollera", path).splitlines()
    assert sum(line.startswith("    också ") for line in lines) == 5
    assert "    och 64 ställen till" in lines
    page = printed("kontrollera", path, "--format", "html")
    assert "Också <bdi>fråga 1.1</bdi>." in page
