"""One answer from a document of somebody's own, or from pasted text: all comes along, or it is said what does not."""

import re
import shutil
import time
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from eget_svar_fall import DOKUMENT, FRAGA, OMSKRIVEN, OTHER, PASTED
from hypothesis import given
from hypothesis import strategies as st
from smadokument import document, item, p, r

from rapport.errors import InputError
from rapport.prose.blocks import plain_passages
from rapport.prose.markdown import parse
from rapport.prose.pasted import pasted
from rapport.prose.render import render
from rapport.prose.tidy import tidy
from rapport.word.answer import read_answer
from rapport.word.package import DOCUMENT, read_package
from rapport.workflow.one_answer import read_one


def answer(write, path, mall):
    """Return what a document says as the answer to 3.2, the form's own words put in."""
    own, other = mall.fraga_by_id["3.2"].ren_text, mall.fraga_by_id["3.3"].ren_text
    parts = read_package(write(path))
    text = parts[DOCUMENT].decode()
    for name, words in {FRAGA: own, OMSKRIVEN: own.replace("Beskriv", "Redogör för"), OTHER: other}.items():
        text = text.replace(name, words)
    return read_answer({**parts, DOCUMENT: text.encode()}, path.name, mall, "3.2")


def markdown(found):
    return render(tidy(found.blocks)).removesuffix("\n")


def raw(body, notes=()):
    return lambda path: document(path, body, notes)


@pytest.mark.parametrize("name", DOKUMENT)
def test_a_document_of_somebodys_own_is_an_answer(name, tmp_path, mall):
    if name == "ur en webbsida" and not shutil.which("soffice"):
        pytest.skip("LibreOffice (soffice) finns inte här")
    write, expected, said = DOKUMENT[name]
    found = answer(write, tmp_path / "svar.docx", mall)
    assert markdown(found) == expected.replace(OTHER, mall.fraga_by_id["3.3"].ren_text)
    messages = " ".join(finding.message for finding in found.findings)
    assert [words for words in said if words not in messages] == []
    assert bool(found.findings) == bool(said)


def test_what_is_said_names_question_paragraph_and_what_to_do(tmp_path, mall):
    found = answer(raw(p("Ett.") + p("Två.", r("dolt", "<w:vanish/>"))), tmp_path / "svar.docx", mall)
    (finding,) = found.findings
    assert (finding.omrade, finding.fraga, finding.place.path, finding.place.stycke) == (3, "3.2", "svar.docx", 2)
    assert finding.hint


def test_the_forms_lines_that_were_left_out_are_kept_apart(tmp_path, mall):
    heading = mall.omrade_by_nummer[3].rubrik
    body = p(heading) + p("Fråga 3.2") + p(FRAGA) + p("Svaret.") + p("3.2")
    found = answer(raw(body), tmp_path / "svar.docx", mall)
    assert found.left_out == (heading, "Fråga 3.2", mall.fraga_by_id["3.2"].ren_text)
    assert list(plain_passages(found.blocks)) == ["Svaret.", "3.2"]


@pytest.mark.parametrize("body", ["", p(""), p("3.2"), p(r("dolt", "<w:vanish/>"))])
def test_a_document_without_an_answer_says_so(body, tmp_path, mall):
    with pytest.raises(InputError, match=r"svar\.docx har ingen text"):
        answer(raw(body), tmp_path / "svar.docx", mall)


def test_marks_of_a_list_that_turn_into_numbers_are_said(tmp_path, mall):
    found = answer(raw(item(7, "Ett") + item(7, "Två")), tmp_path / "svar.docx", mall)
    assert markdown(found) == "1. Ett\n2. Två"
    assert [f.message for f in found.findings] == ["Listans märken, som börjar på ”a.”, blir 1, 2 och så vidare."]


def test_a_link_to_nowhere_is_said(tmp_path, mall):
    link = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "file:///C:/hemligt.docx"'
    link += '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("planen")
    found = answer(raw(p("Se ", link, '<w:r><w:fldChar w:fldCharType="end"/></w:r>')), tmp_path / "svar.docx", mall)
    assert markdown(found) == "Se planen"
    assert [f.message for f in found.findings] == [
        "Länken vid ”planen” följer inte med, bara dess text: file:///C:/hemligt.docx"
    ]


def test_a_document_of_five_thousand_paragraphs_is_read(tmp_path, mall):
    start = time.perf_counter()
    found = answer(raw("".join(p(f"Stycke {n}.") for n in range(5_000))), tmp_path / "svar.docx", mall)
    assert len(found.blocks) == 5_000
    assert time.perf_counter() - start < 10


@pytest.mark.parametrize("name", PASTED)
def test_a_pasted_text_is_what_it_was_meant_as(name):
    text, expected = PASTED[name]
    assert render(pasted(text)).removesuffix("\n") == expected


MORE = {
    "punkter med indrag": ("- Ett\n- Två\n  - Under\n- Tre", "- Ett\n- Två\n  - Under\n- Tre"),
    "tomma rader i en lista": ("1. Ett\n\n2. Två\n\n3. Tre", "1. Ett\n2. Två\n3. Tre"),
    "punkt på två rader": ("•\tEtt\n\tmer om ett\n•\tTvå", "- Ett mer om ett\n- Två"),
    "punkter i en numrerad lista": ("1.\tEtt\n•\tA\n•\tB\n2.\tTvå", "1. Ett\n   - A\n   - B\n2. Två"),
    "tabell och text": ("A\tB\n1\t2\nSlut.", "| A | B |\n| --- | --- |\n| 1 | 2 |\n\nSlut."),
    "tom första cell": ("\tA\tB\nRad\t1\t2", "|  | A | B |\n| --- | --- | --- |\n| Rad | 1 | 2 |"),
    "samma nummer om igen": ("1. Ett\n1. Två", "1\\. Ett\n\n1\\. Två"),
    "streck och rör": ("---\n===\n+ plus\n| rör |", "\\---\n\n\\===\n\n\\+ plus\n\n\\| rör \\|"),
    "text kring en lista": ("Först\n– stöd\n– lokaler\nSedan.", "Först\n\n- stöd\n- lokaler\n\nSedan."),
}


@pytest.mark.parametrize("name", MORE)
def test_lists_and_tables_end_where_they_should(name):
    text, expected = MORE[name]
    assert render(pasted(text)).removesuffix("\n") == expected


PIECES = ["•\t", "– ", "-", "1. ", "2. ", "3) ", "a) ", "o\t", "\t", "    ", "ett", "två ord.", "# ", "*x*", "[a](b)"]
PIECES += ["{{ x }}", "| a |", "---", "===", "> ", "\n", "\n\n", "\r\n", "\u00a0", "\x0b", '"', "<b>", "10 000"]
PIECES += ["https://exempel.se", "[^1]: x", "\\", "`", "+", "!", "_", "·  ", ":---", "&amp;", "Sara Lind", "</div>"]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_nothing_pasted_is_read_as_markdown_and_no_word_is_lost(text):
    blocks = pasted(text)
    assert parse(render(pasted(text))).blocks == blocks
    assert letters("".join(plain_passages(blocks))) == letters(text)


def letters(text):
    """Return a text's letters, those that may be a list's marks left out."""
    return [sign for sign in text if sign.isalpha() and sign not in "ao"]


@pytest.mark.parametrize(
    "line", ["•\tpunkt", "1. ett", "ord\tord", "– streck", '\t"', "ord och ord som bryts i mitten av"]
)
def test_twenty_thousand_lines_take_no_time(line):
    start = time.perf_counter()
    assert pasted("\n".join([line] * 20_000))
    assert time.perf_counter() - start < 15


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        (b"Regionen har st?dda insatser f?r fler ?gare.", "st?dda"),
        (b"Allt \xc3\xa4r med. Vad?Sedan mer.", ""),
        (b"Se regionen.se/sok?id=3. Blev det fler? Ja.", ""),
    ],
)
def test_a_text_that_lost_its_letters_on_the_way_is_not_taken(text, lost, tmp_path, mall, monkeypatch):
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(text)))
    if not lost:
        assert read_one(Path("-"), tmp_path, mall, FRAGA, "lamna").loaded.underlag.svar_by_fraga
        return
    with pytest.raises(InputError, match=re.escape(lost)) as error:
        read_one(Path("-"), tmp_path, mall, FRAGA, "lamna")
    assert "OutputEncoding" in str(error.value)
