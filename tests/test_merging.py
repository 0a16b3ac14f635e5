"""Merging by itself: what is taken for what, figures put back in Word's text, and what a build is remembered by."""

import re

import pytest
from conftest import ROOT

from rapport.prose.blocks import Figur, Paragraph, Trace, plain
from rapport.prose.expression import Expression
from rapport.prose.markdown import parse
from rapport.prose.merging.adopt import adopt
from rapport.prose.merging.align import align
from rapport.prose.merging.threeway import merge
from rapport.prose.merging.written import as_written
from rapport.prose.render import render
from rapport.store.byggen import OWN, ByggtSvar, find_build, keep_build
from rapport.workflow.load import load
from rapport.workflow.report import Report

TABLE = "| a | b |\n|---|--:|\n| 1 | 2 |"
NOTED = "A a.[^x]\n\n[^x]: Not."


def prose(text, **values):
    """Read a Markdown text whose expressions are names, with what each shows."""
    found = re.finditer(r"\{\{ (\w+) \}\}", text)
    expressions = [Expression(m.start(), m.end(), Figur(values.get(m[1], "7"), trace=Trace(m[0], ()))) for m in found]
    return parse(text, expressions)


def blocks(text, **values):
    return prose(text, **values).blocks


@pytest.mark.parametrize(
    ("built", "word", "becomes"),
    [
        ("Vi har {{ n }} projekt.", "Vi har 7 stora projekt.", "Vi har {{ n }} stora projekt."),
        (
            "{{ n }} projekt av {{ m }}.",
            "Av 12 blev det 7 projekt av 12.",
            "Av 12 blev det {{ n }} projekt av {{ m }}.",
        ),
        ("Det blev **{{ n }}** i år.", "Det blev **7** i fjol.", "Det blev **{{ n }}** i fjol."),
        ("Vi fick {{ n }} kr[^1].\n\n[^1]: Mot {{ m }} kr.", "Vi fick 7 kr[^1].\n\n[^1]: Emot 12 kr.", None),
    ],
    ids=["ord", "två", "fet", "not"],
)
def test_a_figure_is_put_back_where_its_value_stands(built, word, becomes):
    base, theirs = blocks(built, m="12"), blocks(word)
    adopted = adopt(base[0], theirs[0])
    assert adopted.lost == ()
    if becomes:
        assert render((adopted.part,)) == becomes + "\n"
    else:
        assert "{{ n }}" in render((adopted.part,))
        assert "Emot {{ m }}" in render((adopted.part,))


@pytest.mark.parametrize(
    "word",
    [
        "Vi har 8 projekt.",
        "Vi har 17 projekt.",
        "Vi har 7,5 projekt.",
        "Vi har 7 000 projekt.",
        "Vi har projekt.",
        "Vi har −7 projekt.",
    ],
)
def test_a_figure_that_is_another_now_is_lost_and_named(word):
    adopted = adopt(blocks("Vi har {{ n }} projekt.")[0], blocks(word)[0])
    assert adopted.lost == ("{{ n }}",)
    assert isinstance(adopted.part, Paragraph)
    assert plain(adopted.part.inlines) == word


@pytest.mark.parametrize(
    ("old", "new", "pairs", "moved"),
    [
        ("A a.\n\nB b.\n\nC c.", "A a.\n\nC c.\n\nB b.", {0: 0, 1: 2, 2: 1}, 1),
        ("A a.\n\nB b.", "Ny n.\n\nA a.\n\nB b.", {0: 1, 1: 2}, 0),
        ("Ett hus i byn.\n\nB b.", "Ett rött hus i byn.\n\nB b.", {0: 0, 1: 1}, 0),
        ("- a\n- b", "- a\n- c\n- b", {0: 0}, 0),
        ("Samma.\n\nSamma.\n\nB b.", "Samma.\n\nB b.", {0: 0, 2: 1}, 0),
    ],
)
def test_a_part_is_known_again(old, new, pairs, moved):
    found = align(blocks(old), blocks(new))
    assert {o: n for o, n in found.pairs.items() if o in pairs} == pairs
    assert len(found.moved) == moved


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "becomes"),
    [
        ("A a.\n\nB b.", "A ä.\n\nB b.", "A a.\n\nB ö.", "A ä.\n\nB ö."),
        ("- a\n- b", "- a\n- b\n- c", "- d\n- a\n- b", "- d\n- a\n- b\n- c"),
        ("1. a\n2. b", "1. a\n2. b", "1. a\n2. c\n3. b", "1. a\n2. c\n3. b"),
        (TABLE, TABLE, TABLE.replace("--:", "---") + "\n| 3 | 4 |", TABLE + "\n| 3 | 4 |"),
        (NOTED, NOTED, "A a.[^1]\n\nB b.\n\n[^1]: Not.", "A a.[^x]\n\nB b.\n\n[^x]: Not."),
        ("A\na.\n\nB b.", "A\na.\n\nB b.", "A a.\n\nB bb.", "A\na.\n\nB bb."),
        ("* a\n  fort\n* b", "* a\n  fort\n* b", "* a fort\n* c", "* a\n  fort\n* c"),
    ],
    ids=["stycken", "punkter", "nummer", "rad", "not", "radbrytning", "stjärnor"],
)
def test_what_both_have_changed_is_in_it_and_the_rest_is_as_it_was_written(base, ours, theirs, becomes):
    outcome = merge(blocks(base), blocks(ours), blocks(theirs))
    assert outcome.clashes == []
    assert as_written(ours, prose(ours), outcome.kept) == becomes + "\n"


@pytest.mark.parametrize(
    ("base", "ours", "theirs"),
    [
        ("A a a a.\n\nB b.", "A ä a a.\n\nB b.", "A å a a.\n\nB b."),
        ("A a a a.\n\nB b.", "B b.", "A å a a.\n\nB b."),
        ("A a a a.\n\nB b.", "A ä a a.\n\nB b.", "B b."),
        ("Vi har {{ n }} i år.", "Vi har {{ n }} i år.", "Vi har 8 i år."),
        ("| a | b |\n|---|---|\n| c | d |", "| a | b |\n|---|---|\n| c | e |", "| a | b |\n|---|---|\n| c | f |"),
        ("Ett första stycke.\n\nEtt till.\n\nSist.", "Två forskare deltog.", "Annat skrevs här.\n\nOch mer."),
        ("Hel början.\n\nMitten av det.\n\nSlut på allt.", "Hel början.\n\nNytt ur A.", "Något helt ur B."),
    ],
    ids=["båda", "bort här", "bort där", "siffra", "rad", "allt nytt", "det mesta nytt"],
)
def test_what_cannot_be_decided_stays_and_is_named_until_the_documents_side_is_taken(base, ours, theirs):
    outcome = merge(blocks(base), blocks(ours), blocks(theirs))
    assert len(outcome.clashes) == 1
    assert as_written(ours, prose(ours), outcome.kept) == ours + "\n"
    taken = merge(blocks(base), blocks(ours), blocks(theirs), takes_theirs=True)
    assert taken.clashes == []
    assert as_written(ours, prose(ours), taken.kept) == theirs + "\n"


# --- what a document was built from


def answers(text="Ett svar."):
    return {"1.1": ByggtSvar(text, (), ("Ja",))}


def test_a_build_is_known_by_what_is_in_it(tmp_path):
    name = keep_build(tmp_path, answers())
    assert keep_build(tmp_path, answers()) == name
    assert keep_build(tmp_path, answers("Ett annat.")) != name
    assert find_build(tmp_path, name) == answers()


def test_the_examples_build_comes_back_with_every_figure_and_table(tmp_path):
    svar = load(ROOT / "underlag").underlag.svar_by_fraga
    report = Report(ROOT / "underlag")
    built = {f: ByggtSvar(s.markdown, report.expressions(s.markdown), s.kryss) for f, s in svar.items()}
    found = find_build(tmp_path, keep_build(tmp_path, built))
    assert {f: one.prose.blocks for f, one in found.items()} == {f: s.blocks for f, s in svar.items()}


@pytest.mark.parametrize("name", ["", "../../x", "0" * 20, "ÅÄÖ", "a" * 5_000])
def test_a_build_that_is_not_kept_is_none(tmp_path, name):
    keep_build(tmp_path, answers())
    assert find_build(tmp_path, name) is None


@pytest.mark.parametrize(
    "change", [lambda raw: raw.replace(b"svar.", b"sv\xff"), lambda raw: raw[:-5], lambda _: b"[" * 100_000]
)
def test_a_build_that_somebody_has_changed_is_none(tmp_path, change):
    name = keep_build(tmp_path, answers())
    (file,) = (tmp_path / OWN / "byggen").glob("*.json")
    file.write_bytes(change(file.read_bytes()))
    assert find_build(tmp_path, name) is None


def test_only_so_many_builds_are_kept(tmp_path):
    for number in range(65):
        last = keep_build(tmp_path, answers(f"Svar {number}."))
    assert len(list((tmp_path / OWN / "byggen").glob("*.json"))) == 60
    assert find_build(tmp_path, last) is not None


def test_half_of_a_paragraph_that_was_made_two_does_not_come_in_alone():
    base = "I skärgården fick sju öar nytt bredband under året.\n\nB b."
    outcome = merge(
        blocks(base),
        blocks(base.replace("sju", "åtta")),
        blocks("I skärgården\n\nfick sju öar nytt bredband under året.\n\nB b."),
    )
    assert len(outcome.clashes) == 1
    assert render(outcome.parts) == base.replace("sju", "åtta") + "\n"
