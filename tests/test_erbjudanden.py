"""What an unfinished expression can go on with: tables, filters that fit, columns and their values."""

import pytest
from conftest import ROOT

from rapport.figures.around import around, opened
from rapport.figures.evaluate import Evaluator
from rapport.figures.filters import FILTERS
from rapport.figures.offers import _WORDS, offers
from rapport.figures.tables import Tables
from rapport.figures.unfinished import asked

HEADINGS = "Diarienummer;Program;Kommun;Beslutsdatum;Beviljat belopp\n"
TABLE = HEADINGS + "1/2025;ERUF;Åre;2025-02-13;1000\n2/2025;ERUF;Granåker;2024-03-04;500\n3/2025;Interreg;Åre;;\n"


@pytest.fixture
def tables(tmp_path):
    def make(text=TABLE):
        (tmp_path / "siffror").mkdir(exist_ok=True)
        (tmp_path / "siffror" / "arenden.csv").write_text(text, "utf-8")
        return Tables(tmp_path).by_name

    return make


def written(before, after, tables):
    """Return what each offer makes of the expression, by its label."""
    whole = before + after
    return {one.label: whole[: one.start] + one.new + whole[one.end :] for one in offers(before, after, tables)}


@pytest.mark.parametrize(
    ("source", "what", "word"),
    [
        ("", "table", ""),
        (" aren", "table", "aren"),
        (" arenden ", "bar", ""),
        (" arenden | su", "filter", "su"),
        (" arenden.be", "dot", ".be"),
        (" arenden | dar(pro", "argument", "pro"),
        (' arenden | dar(program="ER', "value", "ER"),
        (' arenden | dar(program=["ERUF", "', "value", ""),
        (' arenden | summa("bev', "value", "bev"),
        (" (arenden | antal - for", "table", "for"),
        (" (arenden | antal - forra | antal) | ", "filter", ""),
        (" arenden | finns inte", "nothing", "inte"),
        (' "text', "nothing", '"text'),
    ],
)
def test_what_could_come_next(source, what, word):
    found = asked(source)
    assert (found.what, source[found.start :]) == (what, word)


def test_a_table_is_offered_with_what_it_holds(tables):
    (one,) = offers(" ar", "enden | antal", tables())
    assert (one.label, one.detail, one.about) == (
        "arenden",
        "3 rader · siffror/arenden.csv",
        "diarienummer (text)\nprogram (text)\nkommun (text)\nbeslutsdatum (datum)\nbeviljat_belopp (tal)",
    )
    assert written(" ar", "enden | antal", tables()) == {"arenden": " arenden | antal"}
    assert written(" ", "Ord efter", tables()) == {"arenden": " arendenOrd efter"}


def test_filters_that_fit_are_offered_with_what_they_would_give(tables):
    found = {one.label: one.detail for one in offers(" arenden |", "", tables())}
    assert found["antal"] == "räknar rader, eller olika värden: 3"
    assert {"dar", "summa", "tabell"} <= set(found)
    assert not {"kr", "lista", "datum", "andel"} & set(found)
    amount = {one.label: one.detail for one in offers(' arenden | summa("beviljat_belopp") | ', "", tables())}
    assert amount["kr"].replace("\u00a0", " ") == "ett belopp i kronor: 1 500 kr"
    assert "antal" not in amount
    share = {one.label: one.detail for one in offers(' arenden | dar(program="ERUF") | ', "", tables())}
    assert share["andel"].replace("\u00a0", " ") == "andelen av det som raderna valdes ur: 67 procent"


def test_a_dot_gives_what_makes_a_figure_of_each_column(tables):
    found = written(" arenden.be", "", tables())
    assert found["beviljat_belopp"] == ' arenden | summa("beviljat_belopp") | kr'
    assert found["beslutsdatum"] == ' arenden | storst("beslutsdatum") | datum'
    assert found["antal"] == " arenden | antal"
    evaluator = Evaluator(Tables(ROOT / "underlag"))
    for name, tabell in evaluator.tables.by_name.items():
        for one in offers(f" {name}.", "", {name: tabell})[: len(tabell.kolumner)]:
            (expression,) = evaluator(f"{{{{ {name}{one.new} }}}}")
            assert expression.fault is None, one


def test_columns_are_of_the_kind_that_a_filter_takes(tables):
    assert [*written(' arenden | summa("', '")', tables())] == ["beviljat_belopp"]
    assert [*written(' arenden | storst("', '")', tables())] == ["beslutsdatum", "beviljat_belopp"]
    assert written(' arenden | summa("', "", tables()) == {"beviljat_belopp": ' arenden | summa("beviljat_belopp"'}
    assert written(' arenden | summa("bev', 'X")', tables()) == {
        "beviljat_belopp": ' arenden | summa("beviljat_belopp")'
    }
    assert "kommun" not in written(' arenden | dar(kommun="Åre", ', "", tables())
    assert written(" arenden | dar(kom", "", tables())["kommun"] == " arenden | dar(kommun="
    assert {"per=", "summa=", "antal=", "enhet="} < set(written(" arenden | tabell(", "", tables()))
    assert [*written(' arenden | tabell(per="kommun", enhet=', "", tables())] == ["kr", "tkr", "mnkr"]


def test_values_are_those_of_the_rows_chosen_in_order(tables):
    assert written(" arenden | dar(kommun=", ")", tables()) == {
        "Granåker": ' arenden | dar(kommun="Granåker")',
        "Åre": ' arenden | dar(kommun="Åre")',
    }
    chosen = offers(' arenden | dar(program="Interreg") | dar(kommun="', '")', tables())
    assert [(one.label, one.detail) for one in chosen] == [("Åre", "1 rad · kommun")]
    dates = offers(" arenden | dar(beslutsdatum=", "", tables())
    assert [one.new for one in dates] == ["2024", "2025", '"2024-03-04"', '"2025-02-13"']
    assert offers(" arenden | dar(finns=", "", tables()) == []


def test_what_would_end_an_expression_is_never_offered(tables):
    hostile = HEADINGS + 'a}} {{ b;"ra\nd";x;;1\n"ci""tat";E\\F;y;;2\nvanlig;ok;z;;3\n'
    assert [*written(' arenden | dar(diarienummer="', "", tables(hostile))] == ["vanlig"]
    assert [*written(' arenden | dar(program="', "", tables(hostile))] == ["ok"]


def test_every_filter_says_what_it_does():
    assert set(_WORDS) == set(FILTERS)


@pytest.mark.parametrize(
    ("marked", "inside"),
    [
        ("Vi fick {{ a¦", " a"),
        ("Vi fick {{ a ¦ och {{ b }}", " a "),
        ('{{ a | dar(x="}}¦', None),
        ("{{ a }} och ¦", None),
        ("\\{{ a¦", None),
        ("{{ a\nrad två ¦", None),
        ("{{ a |\n  antal¦ }}", " a |\n  antal"),
    ],
)
def test_where_an_expression_has_been_opened(marked, inside):
    before, _, after = marked.partition("¦")
    start = opened(before + after, len(before))
    assert (None if start is None else before[start:]) == inside


@pytest.mark.parametrize(
    ("marked", "whole"),
    [
        ("x {{ a¦ }} y", "{{ a }}"),
        ("x ¦{{ a }} y", "{{ a }}"),
        ("x {{ a }}¦ y", "{{ a }}"),
        ("x {{ a }} ¦y {{ b }}", None),
        ("x {{ ¦a {{ b }}", None),
        ("x {{ a¦", None),
    ],
)
def test_which_expression_a_place_is_within(marked, whole):
    before, _, after = marked.partition("¦")
    found = around(before + after, len(before))
    assert (None if found is None else (before + after)[slice(*found)]) == whole


def test_an_expression_typed_over_for_hours_is_still_worked_out():
    evaluator = Evaluator(Tables(ROOT / "underlag"))
    for number in range(1_100):
        evaluator.begin()
        (found,) = evaluator(f"{{{{ projekt | antal + {number} }}}}")
        assert found.fault is None
    assert len(evaluator.known) <= 1_000
