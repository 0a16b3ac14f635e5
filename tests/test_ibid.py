"""The form's "Ibid.": found in whatever form has it, and in a document as in a folder."""

from dataclasses import replace

import pytest
from conftest import ROOT
from kommando import findings_of

from rapport.checks.rules.ibid import check
from rapport.domain.fotnoter import samma_noter
from rapport.domain.mall import Mall
from rapport.domain.svar import Svar
from rapport.prose.blocks import Footnote, Paragraph, Text
from rapport.prose.markdown import parse
from rapport.word.fill import fill
from rapport.word.package import read_package, write_package
from rapport.workflow.load import load

UNDERLAG = load(ROOT / "underlag").underlag
NOTE = "Arter räknas.[^a]\n\n[^a]: Egen not."


def form(texts, notes):
    """A form of somebody else's: questions by their ids, and its notes."""
    fragor = [{"id": fraga, "text": text} for fraga, text in texts.items()]
    omrade = {"nummer": 1, "rubrik": "Skog", "maxtecken": 300, "meddelande": "Högst 300 tecken.", "frågor": fragor}
    grund = UNDERLAG.mall.rattslig_grund.model_dump(by_alias=True)
    return Mall.model_validate(
        {"id": "skog", "år": 2031, "titel": "Skog", "rättslig grund": grund, "områden": [omrade], "fotnoter": notes}
    )


def remarks(mall, **answers):
    svar = {fraga.replace("_", "."): Svar(fraga.replace("_", "."), blocks) for fraga, blocks in answers.items()}
    return list(check(replace(UNDERLAG, redovisning=replace(UNDERLAG.redovisning, mall=mall), svar_by_fraga=svar)))


def blocks_of(text):
    return parse(text).blocks


def test_this_years_form_has_four_and_one_answer_before_each():
    found = [(samma.text, samma.menad, samma.stalle, samma.emellan) for samma in samma_noter(UNDERLAG.mall)]
    assert found == [
        ("Ibid.", "fråga 1.4", "fråga 1.5", ("1.4",)),
        ("Ibid.", "fråga 2.6", "fråga 2.7", ("2.6",)),
        ("Ibid.", "fråga 3.4", "fråga 3.5", ("3.4",)),
        ("Ibid.", "fråga 4.4", "fråga 4.5", ("4.4",)),
    ]


@pytest.mark.parametrize("words", ["Ibid.", "ibidem, s. 4", "Se föregående not.", "Samma som ovan.", "Dito"])
def test_another_forms_words_and_ids_do_as_well(words):
    mall = form({"A.1": "Vad?[^x]", "A.2": "Hur?", "A.3": "Varför?[^y]"}, {"x": "Se lagen.", "y": words})
    (samma,) = samma_noter(mall)
    assert (samma.menad, samma.stalle, samma.emellan) == ("fråga A.1", "fråga A.3", ("A.1", "A.2"))
    (remark,) = remarks(mall, A_2=blocks_of(NOTE))
    assert remark.fraga == "A.2"
    assert "fråga A.3" in remark.message
    assert remarks(mall, A_3=blocks_of(NOTE)) == []


@pytest.mark.parametrize(
    ("texts", "notes"),
    [
        ({"A.1": "Vad?[^x]", "A.2": "Hur?[^y]"}, {"x": "Se lagen.", "y": "Se lagen."}),  # says it again
        ({"A.1": "Vad?[^x] Hur?[^y]", "A.2": "Var?"}, {"x": "Se lagen.", "y": "Ibid."}),  # nothing can come between
        ({"A.1": "Vad?", "A.2": "Hur?[^y]"}, {"y": "Ibid."}),  # means none of the form's own
        ({"A.1": "Vad?[^x]", "A.2": "Hur?[^y]"}, {"x": "Se lagen.", "y": "Ibidium är en växt."}),
        ({"A.1": "Vad?", "A.2": "Hur?"}, {}),
    ],
)
def test_a_form_where_nothing_can_go_wrong(texts, notes):
    assert remarks(form(texts, notes), A_1=blocks_of(NOTE), A_2=blocks_of(NOTE)) == []


def test_of_several_in_a_row_each_means_the_one_before_it():
    texts = {"A.1": "Vad?[^x]", "A.2": "Hur?[^y]", "A.3": "Var?[^z]"}
    mall = form(texts, {"x": "Se lagen.", "y": "Ibid.", "z": "Ibid."})
    assert [(samma.menad, samma.emellan) for samma in samma_noter(mall)] == [
        ("fråga A.1", ("A.1",)),
        ("fråga A.2", ("A.2",)),
    ]
    assert [remark.fraga for remark in remarks(mall, A_2=blocks_of(NOTE))] == ["A.2"]


def test_all_notes_between_are_shown_and_the_nearest_one_first():
    mall = form({"A.1": "Vad?[^x]", "A.2": "Hur?", "A.3": "Var?[^y]"}, {"x": "Se lagen.", "y": "Ibid."})
    table = "| A |\n|---|\n| b[^b] |\n\nSlut[^c].\n\n[^b]: I tabell.\n\n[^c]: Sist."
    (remark,) = remarks(mall, A_1=blocks_of(NOTE), A_2=blocks_of(table))
    svar = Svar("A.2", blocks_of(table))
    assert svar.text[remark.start : remark.end] == "Sist."
    assert [hit.excerpt for hit in remark.related] == ["Egen not.", "I tabell."]


@pytest.mark.parametrize("empty", [Footnote(()), Footnote((Paragraph(()),))])
def test_an_empty_note_stands_between_too(empty):
    """Word allows it."""
    mall = form({"A.1": "Vad?[^x]", "A.2": "Hur?[^y]"}, {"x": "Se lagen.", "y": "Ibid."})
    blocks = (Paragraph((Text("Ord"), empty)), *blocks_of(NOTE))
    (remark,) = remarks(mall, A_1=blocks)
    assert Svar("A.1", blocks).text[remark.start : remark.end] == "Egen not."
    assert remarks(mall, A_1=blocks[:1])[0].fraga == "A.1"


def test_a_built_document_is_told_the_same(tmp_path):
    svar = {**UNDERLAG.svar_by_fraga, "1.4": Svar("1.4", blocks_of(NOTE))}
    parts = fill(read_package(ROOT / "mallar" / "2024" / "mall.docx"), replace(UNDERLAG, svar_by_fraga=svar))
    write_package(tmp_path / "a.docx", parts)
    found = [f for f in findings_of(tmp_path / "a.docx") if f["rule"] == "ibid"]
    assert [(f["fraga"], f["excerpt"], f["severity"]) for f in found] == [("1.4", "Egen not.", "warning")]
    assert "fråga 1.5" in found[0]["message"]
    assert found[0]["hint"]
