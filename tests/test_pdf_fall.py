"""The cases of ``pdf_fall`` that are read fast: what a reader of PDFs' texts must never get wrong."""

import pdf_fall
import pytest
from pdf_fall import BOXES, FEET, LETTERS, Fall, judged, satt
from test_pdf import MALL, UNDERLAG, cost_of

from rapport.cli.main import run
from rapport.pdf import lookalikes
from rapport.pdf.columns import unfolded
from rapport.pdf.line import plain
from rapport.pdf.sure import Sure
from rapport.pdf.text import lines_of
from rapport.pdf.underlag import load_lines

# In a text the head of a table stands right behind the paragraph, and a note of it behind both: words out of order.
OUT_OF_ORDER = 16
PLAIN = satt(UNDERLAG, (5,))


def read(text, omraden=(5,), words=cost_of):
    loaded = load_lines(list(lines_of(text)), "rapport.txt", MALL, words)
    return judged(UNDERLAG, loaded, text, omraden)


def is_whole(dom, more=0):
    assert dom.fragor == dom.of
    assert not dom.spoiled
    assert not dom.kryss
    assert dom.wrong <= OUT_OF_ORDER + more, dom.pairs


@pytest.mark.parametrize(
    "name",
    [
        "ring efter",
        "ring före",
        "ring efter blank",
        "ring före blank",
        "ring kombinerande",
        "ring kombinerande före",
        "ring kombinerande blank",
        "dubbla blanka",
        "hårda och smala blanka",
        "dubbelkodad",
    ],
)
def test_letters_spoiled_so_are_all_mended(name):
    is_whole(read(LETTERS[name](PLAIN)))


@pytest.mark.parametrize("name", ["ligatur frågetecken", "ligatur ersättningstecken", "ocr l 1 I O 0"])
def test_what_cannot_be_mended_is_named(name):
    dom = read(LETTERS[name](PLAIN))
    assert dom.share > 96, dom.pairs
    assert not dom.spoiled
    assert len(dom.unnamed) <= 8, dom.unnamed


@pytest.mark.parametrize("name", FEET)
def test_headers_and_footers_in_any_shape_are_no_text(name):
    is_whole(read(satt(UNDERLAG, (1, 5), foot=FEET[name], page=38, feed="\n\f"), (1, 5)))
    is_whole(read(satt(UNDERLAG, (1, 5), head=FEET[name], foot=lambda *_: [], page=38, gaps=True), (1, 5)))


@pytest.mark.parametrize("name", BOXES)
def test_boxes_in_any_signs_are_read(name):
    is_whole(read(satt(UNDERLAG, (5,), box=BOXES[name])))


def test_of_two_boxes_in_unknown_signs_none_is_guessed():
    text = satt(UNDERLAG, (5,), box=pdf_fall.boxes("ж", "щ", first=True))
    loaded = load_lines(list(lines_of(text)), "rapport.txt", MALL, cost_of)
    two = [fraga.id for fraga in MALL.fraga_by_id.values() if len(fraga.kryss) == len(("ja", "nej"))]
    assert two
    assert not any(loaded.underlag.svar_by_fraga[fraga].kryss for fraga in two)
    assert {f.fraga for f in loaded.findings if f.rule == "trasiga-tecken"} >= set(two)


@pytest.mark.parametrize("hyphen", ["-", "\u00ad", "¬", "- ", "‐"])
def test_words_divided_at_the_ends_of_lines_are_one(hyphen):
    is_whole(read(satt(UNDERLAG, (5,), hyphen=hyphen, width=70)))


@pytest.mark.parametrize("place", ["fot", "nasta"])
@pytest.mark.parametrize("feed", ["\n", "\n\f"])
def test_notes_come_back_to_where_they_are_cited(place, feed):
    is_whole(read(satt(UNDERLAG, (1, 5), notes_at=place, feed=feed), (1, 5)))


def test_questions_over_two_pages_are_found():
    is_whole(read(satt(UNDERLAG, (1, 5), cut_questions=True, head=FEET["med datum"], feed="\n\f"), (1, 5)))


def test_columns_beside_each_other_are_read_one_after_the_other():
    rows = ["Rubrik över båda", *(f"{'vänster om skarven här':30}höger om den här" for _ in range(9))]
    assert [row for row in unfolded(rows) if row] == [
        "Rubrik över båda",
        *["vänster om skarven här"] * 9,
        *["höger om den här"] * 9,
    ]
    table = [f"{'Digitalisering':30}{n} 000" for n in range(12)]
    assert unfolded(table) == table


def test_signs_before_items_and_numbers_before_questions_on_lines_of_their_own():
    question = MALL.fraga_by_id["5.2"].text
    loaded = load_lines(list(lines_of(f"5.2\n\n{question}\n\n•\n\nFörst.\n\n•\n\nSedan.\n")), "a.txt", MALL, cost_of)
    svar = loaded.underlag.svar_by_fraga["5.2"]
    assert svar.text.split("\n") == ["Först.", "Sedan."]
    assert [type(block).__name__ for block in svar.blocks] == ["List"]


@pytest.mark.parametrize(
    ("seen", "right"),
    [
        ("fö1jde", "följde"),
        ("2O25", "2025"),
        ("l8 000", "18 000"),
        ("lnterreg", "Interreg"),
        ("CO2", "CO2"),
        ("H2O", "H2O"),
    ],
)
def test_lookalikes_are_told_from_what_only_looks_so(seen, right):
    own = {"följde", "interreg"}
    found = [edit for edit, _ in lookalikes.edits(seen, lambda w: 0.0 if w.casefold() in own else 7.5, is_worn=False)]
    assert plain(seen).edited(found).text == right


@pytest.mark.parametrize(("text", "right"), [("f¨or p˚a", "för på"), ("fo ¨r pa ˚", "för på"), ("20 °C", "20 °C")])
def test_loose_marks_find_their_letters(text, right):
    assert plain(text).edited(Sure([text]).edits(text)).text == right


@pytest.mark.parametrize("seen", ["hallarna", "laget"])
def test_without_dots_a_known_word_stays_and_what_else_it_may_be_is_named(seen):
    twin = {"hallarna": "hållarna", "laget": "läget"}[seen]
    words = lambda word: 0.0 if word.casefold() == twin else 1.6 if word.casefold() == seen else cost_of(word)  # noqa: E731
    text = satt(UNDERLAG, (1,)).replace("Service i hela länet.", f"Service i {seen}.").translate(pdf_fall.BARE)
    loaded = load_lines(list(lines_of(text)), "rapport.txt", MALL, words)
    assert seen in " ".join(svar.text for svar in loaded.underlag.svar_by_fraga.values())
    assert any(seen in f.message and twin in f.message for f in loaded.findings if f.rule == "trasiga-tecken")


def test_an_answer_behind_the_forms_own_notes_is_no_note():
    notes = [MALL.fotnoter["1"], MALL.fotnoter["2"]]
    omrade = MALL.omraden[0]
    head = f"1. {omrade.rubrik}\n{omrade.meddelande}\n{MALL.fraga_by_id['1.5'].ren_text}"
    text = f"{head}\nFörst.\n1 {notes[0]}\n2 {notes[1]}\nSedan kommer mer av svaret.\n"
    loaded = load_lines(list(lines_of(text)), "a.txt", MALL, cost_of)
    (svar,) = loaded.underlag.svar_by_fraga.values()
    assert svar.text.split("\n") == ["Först.", "Sedan kommer mer av svaret."]


def test_a_pdfs_text_is_counted(tmp_path, capsys):
    file = tmp_path / "text.txt"
    file.write_text("Vinter i by\n", "utf-8")
    assert run(["rakna", str(file)]) == 0
    said = capsys.readouterr()
    assert said.out == f"11  {file}\n"
    assert "Worddokumentet" in said.err


def test_every_case_has_its_name():
    names = [case.name for case in pdf_fall.fall(UNDERLAG)]
    assert len(names) == len(set(names))
    assert all(isinstance(case, Fall) for case in pdf_fall.fall(UNDERLAG))
