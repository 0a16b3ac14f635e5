"""A filled-in form read from its PDF or its text: every answer under its own question, every unsure word named."""

import json
import re
import shutil
from itertools import pairwise

import fordarvat
import pytest
from conftest import ROOT
from modell import without_figures
from test_papper import pdf

from rapport.cli.main import run
from rapport.domain.regioner import REGIONER
from rapport.errors import InputError
from rapport.pdf.channel import channels
from rapport.pdf.headed import headed
from rapport.pdf.likeness import skeleton
from rapport.pdf.line import Line, plain
from rapport.pdf.read import as_lines, read_pdf
from rapport.pdf.spans import UNKNOWN
from rapport.pdf.sure import Sure
from rapport.pdf.text import lines_of
from rapport.pdf.underlag import load_lines
from rapport.workflow.load import load
from rapport.workflow.looks import load_looks

UNDERLAG = load(ROOT / "underlag").underlag
MALL = UNDERLAG.mall
KNOWN = {
    word
    for text in [
        *(svar.text for svar in UNDERLAG.svar_by_fraga.values()),
        *map(MALL.full_text, MALL.fraga_by_id.values()),
    ]
    for word in re.findall(r"[^\W\d_]+", text.casefold())
}
REAL = ROOT.parent / "shared" / "verklig-rapport-2024"


def cost_of(word):
    """A dictionary of the example's own words: what the real one says costs seconds."""
    return 0.0 if word.casefold() in KNOWN else UNKNOWN


def read(text):
    return load_lines(list(lines_of(text)), "rapport.txt", MALL, cost_of)


def wrong(loaded, omraden=MALL.omraden):
    """Return the words that are not as they were written, and how many were read."""
    asked = {fraga.id for omrade in omraden for fraga in omrade.fragor}
    right = {fraga: svar for fraga, svar in UNDERLAG.svar_by_fraga.items() if fraga in asked}
    _, total, number, pairs = fordarvat.compared(right, loaded.underlag.svar_by_fraga)
    return number, total, pairs


def marks(loaded):
    return {fraga: svar.kryss for fraga, svar in loaded.underlag.svar_by_fraga.items() if svar.kryss}


# A table's cells and the notes of a text cannot all be told from what stands around them.
UNTOLD_OF_8268 = 80


@pytest.mark.parametrize("way", ["hel", "ringar", "o och o med blank", "e som accent", "halva", "dubbelkodad"])
def test_spoiled_letters_are_mended_whatever_has_become_of_them(way):
    loaded = read(fordarvat.spoiled(fordarvat.as_text(UNDERLAG), way))
    number, total, pairs = wrong(loaded)
    assert number <= UNTOLD_OF_8268, pairs
    assert total > 8_000
    assert marks(loaded) == {fraga: svar.kryss for fraga, svar in UNDERLAG.svar_by_fraga.items() if svar.kryss}


def test_areas_in_another_order_with_divided_words_are_read_as_well():
    text = fordarvat.as_text(UNDERLAG, omraden=MALL.omraden[::-1], hyphens=True)
    assert wrong(read(fordarvat.spoiled(text, "o och o med blank")))[0] <= UNTOLD_OF_8268


def test_how_much_was_mended_is_said_of_each_answer():
    loaded = read(fordarvat.spoiled(fordarvat.as_text(UNDERLAG), "o och o med blank"))
    said = {f.fraga for f in loaded.findings if f.rule == "trasiga-tecken" and "lagade" in f.message}
    assert said == {fraga for fraga, svar in UNDERLAG.svar_by_fraga.items() if svar.text}


def test_a_whole_text_is_not_mended():
    loaded = read(fordarvat.as_text(UNDERLAG))
    assert not [f for f in loaded.findings if f.rule == "trasiga-tecken"]


def test_a_word_that_may_be_another_is_named():
    # o has become ö: "for" and "för" look the same, and both are words of this dictionary.
    text = fordarvat.as_text(UNDERLAG, omraden=MALL.omraden[:1]).replace("Service i hela länet.", "Service mot blot.")
    spoiled = text.replace("o", "ö")
    loaded = load_lines(list(lines_of(spoiled)), "a.txt", MALL, lambda w: 0.0 if w in {"blot", "blöt"} else cost_of(w))
    doubts = [f for f in loaded.findings if f.rule == "trasiga-tecken" and f.severity == "warning"]
    assert any("blot" in f.message and "blöt" in f.message for f in doubts)


def test_what_has_no_home_is_never_lost():
    text = fordarvat.as_text(UNDERLAG, omraden=MALL.omraden[:1])
    heading = MALL.omraden[0].rubrik
    loaded = read(text.replace(heading, f"{heading}\nDen här raden hör inte hit."))
    assert any("Den här raden hör inte hit." in f.message for f in loaded.findings if f.rule == "utan-hem")


def test_questions_that_are_not_there_are_named():
    loaded = read(fordarvat.as_text(UNDERLAG, omraden=MALL.omraden[:2]))
    gone = [f.omrade for f in loaded.findings if f.rule == "formulartext"]
    assert gone == [omrade.nummer for omrade in MALL.omraden[2:]]


def test_another_text_is_no_form():
    with pytest.raises(InputError, match="inte formuläret 2024"):
        read("Protokoll\nNämnden beslutade om tåg.")


def test_region_year_and_number_are_taken_from_the_head():
    underlag = read(fordarvat.as_text(UNDERLAG)).underlag
    assert (underlag.region, underlag.ar, underlag.diarienummer) == ("Region Sundmark", 2025, "RUN/214/2025")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("fo¨r a˚r", "för år"),
        ("ﬁnns eﬀekt", "finns effekt"),
        ("stÃ¤rkt", "stärkt"),
        ("fo\u0308r", "för"),
        ("20 °C", "20 °C"),
    ],
)
def test_signs_beyond_doubt_are_mended(text, right):
    assert plain(text).edited(Sure([text]).edits(text)).text == right


def test_the_letters_of_one_font_say_nothing_of_anothers():
    by_font = channels([(1, "om social och god omsorg", "öm söcial öch göd ömsörg"), (2, "om social", "om social")])
    assert set(by_font) == {1, None}


def test_skeletons_are_alike_whatever_marks_are_lost():
    assert skeleton("Fö retagsstö d på  lökal") == skeleton("Företagsstöd på lokal")


LINES = fordarvat.as_text(UNDERLAG).replace("☒", "[x]").replace("☐", "[ ]").split("\n")


@pytest.fixture(scope="module")
def form(tmp_path_factory):
    """A PDF without tags, made by hand: what its font cannot show is a question mark."""
    file = tmp_path_factory.mktemp("pdf") / "formular.pdf"
    shown = [line.encode("cp1252", "replace").decode("cp1252").replace(")", r"\)") for line in LINES]
    starts = [0, *(n for n, line in enumerate(shown) if line.startswith("Region Sundmark ·")), len(shown)]
    file.write_bytes(pdf(*(shown[a:b] for a, b in pairwise(starts))))
    return file


def test_a_pdf_without_tags_is_read_in_a_process_of_its_own(form):
    found = read_pdf(form)
    assert found.lines[0].page == 1
    loaded = load_lines(found.lines, form.name, MALL, cost_of, title=found.title)
    number, total, pairs = wrong(loaded)
    assert number < total / 100, pairs
    assert loaded.underlag.places.by_fraga["6.3"].sida == found.lines[-1].page - 1


LOST = re.compile(r"^\d\.\d[a-d]? ", re.MULTILINE)


@pytest.mark.parametrize("fraga", ["1.1", "2.3", "5.2", "6.3"])
def test_a_lost_number_is_told_as_the_word_reader_tells_it(fraga):
    text = fordarvat.as_text(UNDERLAG)
    loaded = read(re.sub(rf"^{re.escape(fraga)} (?=[A-ZÅÄÖ])", "", text, flags=re.MULTILINE))
    (said,) = [f for f in loaded.findings if f.rule == "numrering"]
    assert (said.severity, said.fraga, said.message) == ("error", fraga, f"Fråga {fraga} har tappat sitt nummer.")
    assert "formulartext" not in {f.rule for f in loaded.findings}
    assert wrong(loaded)[0] <= UNTOLD_OF_8268


@pytest.mark.parametrize("omrade", MALL.omraden, ids=lambda one: str(one.nummer))
def test_questions_without_numbers_are_those_of_their_area_though_others_have_the_same_words(omrade):
    loaded = read(LOST.sub("", fordarvat.as_text(UNDERLAG, omraden=[omrade])))
    assert set(loaded.underlag.svar_by_fraga) == {fraga.id for fraga in omrade.fragor}


def test_questions_are_found_where_no_heading_of_an_area_is_left():
    text = LOST.sub("", fordarvat.as_text(UNDERLAG))
    for omrade in MALL.omraden:
        text = text.replace(f"{omrade.nummer}. {omrade.rubrik}\n", "")
    loaded = read(text)
    assert set(loaded.underlag.svar_by_fraga) == set(UNDERLAG.svar_by_fraga)
    assert [f.severity for f in loaded.findings if f.rule == "numrering"] == ["warning"]


def test_numbers_alone_on_the_line_above_are_the_lines_below():
    text = re.sub(r"^(\d\.\d?) (?=[A-ZÅÄÖ])", r"\1\n", fordarvat.as_text(UNDERLAG), flags=re.MULTILINE)
    assert not [f for f in read(text).findings if f.rule == "numrering"]


def test_an_empty_page_is_passed_over(tmp_path):
    lines = [MALL.omraden[0].rubrik, MALL.omraden[0].meddelande, MALL.fraga_by_id["1.1"].ren_text, "Ett svar."]
    (tmp_path / "a.pdf").write_bytes(pdf([line.replace(")", r"\)") for line in lines], [], ["Mer."]))
    loaded = load_lines(read_pdf(tmp_path / "a.pdf").lines, "a.pdf", MALL, cost_of)
    assert loaded.underlag.svar_by_fraga["1.1"].text.split() == ["Ett", "svar.", "Mer."]


def test_the_commands_take_a_pdf_as_they_take_word(form, tmp_path, capsys):
    assert run(["importera", str(form), "--till", str(tmp_path / "ny"), "--mall", "2024"]) in (0, 1)
    own = load(tmp_path / "ny").underlag
    assert own.region == "Region Sundmark"
    assert set(own.svar_by_fraga) == {fraga for fraga, svar in UNDERLAG.svar_by_fraga.items()}
    capsys.readouterr()
    run(["kontrollera", str(form), "--format", "json"])
    shown = json.loads(capsys.readouterr().out)
    assert sum(omrade["tecken"] for omrade in shown["omraden"]) > 50_000


@pytest.mark.parametrize(
    ("raw", "words"),
    [(b"%PDF-1.4 nothing", "är skadad"), (pdf([]), "inskannad")],
)
def test_a_pdf_that_cannot_be_read_says_why(raw, words, tmp_path, capsys):
    file = tmp_path / "a.pdf"
    file.write_bytes(raw)
    assert run(["kontrollera", str(file)]) == 2
    assert words in capsys.readouterr().err


def tag(kind, *kids):
    return [kind, str(id(kids)), list(kids)]


def stretch(mcid, text, left=70, base=700, size=11, *, bold=False):
    return [mcid, [[text, bold, False, False, 0, None]], left, left + 5 * len(text), base, size]


def test_tags_give_paragraphs_items_tables_and_notes():
    question = MALL.fraga_by_id["2.2"].text
    page = {
        "stretches": [
            stretch(0, question),
            stretch(1, "Fet", bold=True),
            stretch(2, " och mager.", left=85),
            stretch(3, "1", left=141, base=705, size=6),
            stretch(4, "• Först", base=600),
            stretch(5, "• Sedan", base=585),
            stretch(6, "År", base=500),
            stretch(7, "Kr", base=500, left=300),
            stretch(8, "2025", base=480),
            stretch(9, "12", base=480, left=300),
            stretch(10, "1", base=80, size=6),
            stretch(11, "En not.", base=78, left=76, size=9),
            stretch(-1, "Sida 1", base=20),
        ],
        "tags": tag(
            "Document",
            tag("H2", 0),
            tag("P", 1, 2, tag("Link", 3)),
            tag("L", tag("LI", tag("LBody", tag("P", 4))), tag("LI", tag("LBody", tag("P", 5)))),
            tag(
                "Table",
                tag("TR", tag("TH", tag("P", 6)), tag("TH", tag("P", 7))),
                tag("TR", tag("TD", tag("P", 8)), tag("TD", tag("P", 9))),
            ),
            tag("Note", tag("P", 10, 11)),
        ),
        "fields": [],
    }
    found = as_lines(ROOT, {"sidor": [page], "titel": ""})
    loaded = load_lines(found.lines, "a.pdf", MALL, cost_of, outside=found.outside)
    svar = loaded.underlag.svar_by_fraga["2.2"]
    assert svar.text.split("\n") == ["Fet och mager.", "En not.", "Först", "Sedan", "År", "Kr", "2025", "12"]
    assert svar.blocks[0].inlines[0].bold
    assert [type(block).__name__ for block in svar.blocks] == ["Paragraph", "List", "Table"]
    assert any("Sida 1" in f.message for f in loaded.findings)


def test_a_note_that_nothing_cites_is_named():
    question = Line(plain(MALL.fraga_by_id["1.1"].text), is_whole=True)
    answer = Line(plain("Ett svar."), is_whole=True, notes=(("7", plain("En not utan hem.")),))
    loaded = load_lines([question, answer], "a.pdf", MALL, cost_of)
    assert any("En not utan hem." in f.message for f in loaded.findings if f.rule == "utan-hem")


@pytest.mark.skipif(not REAL.is_dir(), reason="../shared/verklig-rapport-2024 finns inte här")
def test_the_real_reports_text_reads_as_the_answers_beside_it():
    right = load(REAL).underlag
    loaded = load_looks(REAL / "pdf-text.txt", "pdf-text.txt", right.mall)
    there, total, number, pairs = fordarvat.compared(right.svar_by_fraga, loaded.underlag.svar_by_fraga)
    assert set(loaded.underlag.svar_by_fraga) == set(right.svar_by_fraga)
    assert there == sum(bool(svar.text) for svar in right.svar_by_fraga.values())
    assert number <= 0.005 * total, pairs


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice finns inte här")
def test_our_own_pdf_gives_the_same_answers(tmp_path):
    shutil.copytree(ROOT / "underlag", tmp_path / "underlag")
    shutil.copytree(ROOT / "mallar", tmp_path / "mallar")
    assert run(["bygg", str(tmp_path / "underlag"), "--pdf", "--utkast"]) == 0
    (file,) = (tmp_path / "underlag").glob("*.pdf")
    loaded = load_looks(file, file.name, MALL)
    read = loaded.underlag.svar_by_fraga
    assert {fraga: shown(svar) for fraga, svar in UNDERLAG.svar_by_fraga.items()} == {
        f: shown(s) for f, s in read.items()
    }
    assert not [f for f in loaded.findings if f.severity != "info"]


def shown(svar):
    """An answer as a PDF can say it: a blank that does not break looks as any other."""
    blocks = repr(without_figures(svar.blocks))
    return svar.kryss, re.sub(r"\\xa0|\\u202f|[\u00a0\u202f]", " ", blocks)


@pytest.mark.parametrize("region", REGIONER)
def test_every_region_is_known_at_the_head(region):
    assert headed([region, "UTKAST · Redovisning för 2025"]).region == region
    assert headed([f"{region} · Redovisning för 2025", "Om oss"]).region == region
