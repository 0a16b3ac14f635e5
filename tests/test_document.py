"""Checking a filled-in form in Word: the right answers under the right questions, or an honest finding."""

import json
import re
from dataclasses import replace

import mangle
import pytest
from conftest import ROOT
from modell import without_figures

from rapport.checks.engine import check
from rapport.cli.main import run
from rapport.domain.mall import Mall
from rapport.domain.match import Wording, align
from rapport.prose.blocks import Paragraph, Table, Text, plain_passages
from rapport.word.fill import fill
from rapport.word.ns import el, qn, text_run, val
from rapport.word.package import read_package, write_package
from rapport.word.underlag import load_parts
from rapport.workflow.load import load

DOCUMENT = mangle.DOCUMENT
UNDERLAG = load(ROOT / "underlag").underlag
BUILT = fill(read_package(ROOT / "mallar" / "2024" / "mall.docx"), UNDERLAG)
ANSWERS = {fraga: without_figures(svar.blocks) for fraga, svar in UNDERLAG.svar_by_fraga.items() if svar.blocks}


def read(parts):
    return load_parts(parts, "redovisning.docx", UNDERLAG.mall)


def answers(loaded):
    return {fraga: svar.blocks for fraga, svar in loaded.underlag.svar_by_fraga.items() if svar.blocks}


def rules(loaded):
    return {finding.rule for finding in loaded.findings}


def test_what_we_built_reads_back_without_a_finding():
    loaded = read(BUILT)
    assert answers(loaded) == ANSWERS
    assert {f: s.kryss for f, s in loaded.underlag.svar_by_fraga.items() if s.kryss} == {
        f: s.kryss for f, s in UNDERLAG.svar_by_fraga.items() if s.kryss
    }
    assert check(loaded.underlag, loaded.findings) == []
    assert (loaded.underlag.region, loaded.underlag.ar) == ("Region Sundmark", 2025)


@pytest.mark.parametrize(
    "change",
    [
        mangle.without_tags,
        mangle.without_controls,
        mangle.numbers_lost,
        mangle.numbers_typed_and_shifted,
        mangle.letters_typed,
        mangle.runs_split,
        mangle.reworded,
        mangle.soft_signs,
        mangle.form_in_a_table,
        mangle.pasted_elsewhere,
        mangle.text_above_first_question,
    ],
    ids=lambda change: change.__name__,
)
@pytest.mark.parametrize("strip", [False, True], ids=["med-kontroller", "utan-kontroller"])
def test_answers_are_found_whatever_was_done_to_the_form(change, strip):
    parts = change(BUILT)
    loaded = read(mangle.without_controls(parts) if strip else parts)
    found = answers(loaded)
    if change is mangle.pasted_elsewhere:  # links and tables have lost their looks, the text is all there
        assert found.keys() == ANSWERS.keys()
    else:
        assert found == ANSWERS


def test_answers_in_tables_keep_their_text():
    found = answers(read(mangle.answers_in_tables(BUILT)))
    assert found.keys() >= ANSWERS.keys()
    (table,) = found["1.1"]
    assert isinstance(table, Table)
    assert table.rows[0][0] == ANSWERS["1.1"]


@pytest.mark.parametrize("rule", mangle.MANGLED)
def test_each_rule_finds_what_it_is_for(rule):
    assert rule in rules(read(mangle.MANGLED[rule](BUILT)))


def test_lost_numbers_are_found_as_in_the_real_report():
    messages = [f.message for f in read(mangle.numbers_lost(BUILT)).findings if f.rule == "numrering"]
    assert messages == [
        "Fråga 3.2 har tappat sitt nummer.",
        "Fråga 3.3 har numret 3.2.",
        "Fråga 3.4 har numret 3.3.",
        "Fråga 3.5 har tappat sitt nummer.",
        "Fråga 4.4 har tappat sitt nummer.",
        "Fråga 4.5 har numret 4.4.",
    ]


def test_a_deleted_question_is_missed_and_its_answer_is_not_lost():
    stripped = mangle.without_controls(mangle.question_deleted(BUILT))
    loaded = read(stripped)
    missing = [f for f in loaded.findings if f.rule == "formulartext"]
    assert [f.fraga for f in missing] == ["2.2"]
    assert "frågan före" in missing[0].hint
    assert answers(loaded)["2.1"] == ANSWERS["2.1"] + ANSWERS["2.2"]


def test_text_typed_below_the_control_belongs_to_the_question():
    found = answers(read(mangle.text_typed_below(BUILT)))
    assert found["1.1"] == (*ANSWERS["1.1"], Paragraph((Text("Tillägg efter rutan."),)))


def test_reworded_questions_are_shown_as_they_were_and_are():
    changed = [f for f in read(mangle.reworded(BUILT)).findings if f.rule == "formulartext"]
    assert any(
        "ska stå ”Beskriv hur det" in f.message and "står ”Beskriv på vilket sätt det" in f.message for f in changed
    )


def test_soft_signs_are_no_change():
    assert "formulartext" not in rules(read(mangle.soft_signs(BUILT)))


def test_an_appendix_is_reported_and_never_counted():
    loaded = read(mangle.without_controls(mangle.appendix_repeats(BUILT)))
    homeless = [f for f in loaded.findings if f.rule == "utan-hem"]
    assert len(homeless) == 32
    assert loaded.underlag.tecken("6.3") == UNDERLAG.tecken("6.3") + len("Bilaga")


@pytest.mark.parametrize("change", [mangle.boxes_typed, mangle.without_controls])
def test_boxes_are_read_however_they_are_made(change):
    svar = read(change(BUILT)).underlag.svar_by_fraga
    assert {f: s.kryss for f, s in svar.items() if s.kryss} == {
        "5.1a": ("Ja",),
        "5.1b": ("Ja",),
        "5.1c": ("Ja",),
        "5.1d": ("Ej aktuellt",),
    }


def test_tracked_changes_count_as_if_accepted():
    loaded = read(mangle.changes_tracked(BUILT))
    assert loaded.underlag.tecken("1.1") == UNDERLAG.tecken("1.1") + len("infogat")
    assert [f.place.stycke for f in loaded.findings if f.rule == "sparade-andringar"] == [1, 1]


def test_hidden_text_does_not_count():
    loaded = read(mangle.text_hidden(BUILT))
    assert loaded.underlag.tecken("1.1") == UNDERLAG.tecken("1.1")
    assert [f.excerpt for f in loaded.findings] == ["dolt"]


def test_an_empty_template_is_unanswered_and_nothing_else():
    loaded = read(read_package(ROOT / "mallar" / "2024" / "mall.docx"))
    assert {f.rule for f in check(loaded.underlag, loaded.findings)} == {"tomt-svar"}


def test_the_command_reads_a_document(tmp_path, capsys):
    write_package(tmp_path / "a.docx", mangle.numbers_lost(BUILT))
    assert run(["kontrollera", str(tmp_path / "a.docx")]) == 1
    out = capsys.readouterr().out
    assert "Fråga 3.2 har tappat sitt nummer." in out
    assert "Markerar du 1.1–1.5 i Word visar Word 10 601" in out
    assert run(["kontrollera", str(tmp_path / "a.docx"), "--format", "json"]) == 1
    data = json.loads(capsys.readouterr().out)
    assert data["omraden"][0]["tecken"] == 9818
    assert data["findings"][0]["path"] == "a.docx"


def test_swapped_answers_are_told_by_what_a_reader_sees():
    messages = [f.message for f in read(mangle.controls_swapped(BUILT)).findings]
    assert messages == ["Svaret på fråga 1.2 står under fråga 1.1.", "Svaret på fråga 1.1 står under fråga 1.2."]


@pytest.mark.parametrize("strip", [False, True])
def test_text_on_the_questions_own_line_is_never_lost(strip):
    parts = mangle.text_on_the_questions_line(BUILT)
    loaded = read(mangle.without_controls(parts) if strip else parts)
    (finding,) = [f for f in loaded.findings if f.rule == "utan-hem"]
    assert finding.excerpt == "Svar direkt i frågan."
    assert answers(loaded) == ANSWERS


def test_an_x_is_a_tick():
    svar = read(mangle.boxes_with_x(BUILT)).underlag.svar_by_fraga
    assert {fraga: one.kryss for fraga, one in svar.items() if one.kryss} == {"5.1a": ("Nej",), "5.1b": ("Ja",)}
    assert {fraga: one.blocks for fraga, one in svar.items() if one.blocks} == ANSWERS


@pytest.mark.parametrize(
    ("change", "words"), [(mangle.heading_in_an_answer, "En rubrik"), (mangle.image_in_an_answer, "En bild")]
)
def test_what_an_answer_may_not_hold_is_found_in_word_too(change, words):
    (finding,) = read(change(BUILT)).findings
    assert finding.rule == "markdown"
    assert finding.message.startswith(words)
    assert finding.fraga == "1.1"


def test_typed_letters_are_no_change_of_the_form():
    assert read(mangle.without_controls(mangle.letters_typed(BUILT))).findings == ()


def test_an_answer_may_quote_a_heading():
    found = answers(read(mangle.without_controls(mangle.heading_quoted_in_an_answer(BUILT))))
    line = Paragraph((Text("Kompetensförsörjning och kompetensutveckling", bold=True),))
    assert found == {**ANSWERS, "1.1": (line, *ANSWERS["1.1"])}


def test_another_document_is_told_from_an_empty_form(tmp_path, capsys):
    import docx

    document = docx.Document()
    document.add_paragraph("Ett brev om något annat.")
    document.save(str(tmp_path / "brev.docx"))
    assert run(["kontrollera", str(tmp_path / "brev.docx")]) == 2
    assert "ingen av dess frågor" in capsys.readouterr().err


TEMPLATE_KIND = 'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"'


@pytest.mark.parametrize(
    "attributes",
    [
        f'Id="rIdX" {TEMPLATE_KIND} Target="http://a.se/b.dotm" TargetMode="External"',
        f'TargetMode="External" Target="http://a.se/b.dotm" {TEMPLATE_KIND} Id="rIdX"',
        f"Id='rIdX' TargetMode='External' {TEMPLATE_KIND} Target='http://a.se/b.dotm'",
    ],
    ids=["sist", "forst", "enkla-citattecken"],
)
def test_what_is_fetched_from_outside_is_found_however_it_is_written(attributes):
    (finding,) = read(mangle.related(BUILT, "word/_rels/document.xml.rels", attributes)).findings
    assert (finding.rule, finding.message) == ("tillganglighet", "Dokumentet hämtar innehåll utifrån när det öppnas.")


def test_a_template_inside_the_package_is_not_fetched():
    attributes = f'Id="rIdX" {TEMPLATE_KIND} Target="b.dotx" TargetMode="Internal"'
    assert read(mangle.related(BUILT, "word/_rels/document.xml.rels", attributes)).findings == ()


@pytest.mark.parametrize(
    ("part", "before", "after", "words"),
    [
        ("docProps/core.xml", r"<dc:title>[^<]*</dc:title>", "<dc:title> </dc:title>", "ingen titel"),
        ("word/styles.xml", r"<w:lang [^>]*/>", '<w:lang w:val="en-GB"/>', "språk"),
    ],
)
def test_a_lost_title_or_language_is_found(part, before, after, words):
    text, times = re.subn(before, after, BUILT[part].decode())
    assert times == 1
    (finding,) = read({**BUILT, part: text.encode()}).findings
    assert words in finding.message


def test_title_and_language_are_found_however_their_xml_is_written():
    core = BUILT["docProps/core.xml"].replace(b"<dc:title>", b'<dc:title xml:space="preserve">')
    styles = BUILT["word/styles.xml"].replace(b'w:val="sv-SE" ', b"").replace(b"<w:lang ", b"<w:lang w:val='sv-SE' ")
    assert b"w:val='sv-SE'" in styles
    assert read({**BUILT, "docProps/core.xml": core, "word/styles.xml": styles}).findings == ()


def three_comments(root, mark):
    first, *_, last = mangle.answer(root, "1.1").iter(qn("w:p"))
    last.append(mark(1))
    first.append(mark(2, "w:commentRangeStart"))  # begins here, ends in the last paragraph
    last.append(mark(2))
    mangle.question(root, "strategiskt viktigaste").append(mark(3))


def test_each_comment_is_found_where_it_stands():
    loaded = read(mangle.commented_at(three_comments)(BUILT))
    found = [(f.message, f.omrade, f.fraga, f.place.stycke) for f in loaded.findings]
    last = len(list(plain_passages(ANSWERS["1.1"])))
    assert last > 1
    assert found == [
        ("En kommentar är kvar. Sara Lind: Rad 3. Mer.", 1, "1.1", None),
        ("En kommentar är kvar. Sara Lind: Rad 2. Mer.", 1, "1.1", 1),
        ("En kommentar är kvar. Sara Lind: Rad 1. Mer.", 1, "1.1", last),
        ("En kommentar är kvar. Sara Lind: Rad 4. Mer.", None, None, None),
    ]
    assert {f.rule for f in loaded.findings} == {"kommentar"}
    kommentar = loaded.underlag.svar_by_fraga["1.1"].kommentar
    at_the_question, at_the_first, at_the_last = kommentar.splitlines()
    assert (at_the_question, at_the_last) == ("Sara Lind: Rad 3. Mer.", f"Sara Lind, stycke {last}: Rad 1. Mer.")
    assert re.fullmatch(r"Sara Lind, stycke 1 \(”.{40,60}…”\): Rad 2\. Mer\.", at_the_first)


def test_paragraphs_are_numbered_as_the_rules_number_them():
    """An empty line above and a table in between: the number is that of the paragraph's text in the answer."""

    def change(root, mark):
        inside = mangle.answer(root, "3.4").find(qn("w:sdtContent"))
        inside.insert(0, el("w:p"))
        inside[-1].append(mark(1))

    loaded = read(mangle.commented_at(change)(BUILT))
    (place,) = [f.place for f in loaded.findings if f.fraga == "3.4"]
    svar = loaded.underlag.svar_by_fraga["3.4"]
    passages = list(plain_passages(svar.blocks))
    assert loaded.underlag.places.of_words(svar, svar.text.rindex(passages[-1])) == place
    assert place.stycke == len(passages) > 5


AREA_5 = UNDERLAG.mall.omrade_by_nummer[5]


def renamed(ids):
    """Our form as another authority may have numbered it: the same text, other ids; and its report."""
    text = UNDERLAG.mall.model_dump_json(by_alias=True)
    new = {old: ids(old) for old in UNDERLAG.mall.fraga_by_id}
    mall = Mall.model_validate_json(re.sub(r'"(\d\.\d[a-d]?)"', lambda m: f'"{ids(m[1])}"', text))
    svar = {new[f]: replace(one, fraga=new[f]) for f, one in UNDERLAG.svar_by_fraga.items()}
    return replace(UNDERLAG, redovisning=replace(UNDERLAG.redovisning, mall=mall), svar_by_fraga=svar)


def lettered(fraga):
    """5.1a → E.1a, as ids with the area's letter."""
    return "ABCDEF"[int(fraga[0]) - 1] + fraga[1:]


def later_letters(fraga):
    return fraga.translate(str.maketrans("abcd", "efgh"))


def with_colons(fraga):
    return fraga.replace(".", ":")


def renamed_controls(parts, ids):
    pattern = r'w:val="(svar:|Svar |kryss:|Kryss )(\d\.\d[a-d]?)'
    text = re.sub(pattern, lambda m: f'w:val="{m[1]}{ids(m[2])}', parts[DOCUMENT].decode())
    return {**parts, DOCUMENT: text.encode()}


@pytest.mark.parametrize("ids", [later_letters, lettered, with_colons], ids=lambda ids: ids.__name__)
@pytest.mark.parametrize("change", [dict, mangle.without_tags], ids=["tag", "alias"])
def test_any_ids_of_a_form_are_filled_in_and_found_again(ids, change):
    underlag = renamed(ids)
    template = renamed_controls(read_package(ROOT / "mallar" / "2024" / "mall.docx"), ids)
    loaded = load_parts(change(fill(template, underlag)), "a.docx", underlag.mall)
    found = answers(loaded)
    assert found == {ids(fraga): blocks for fraga, blocks in ANSWERS.items()}
    assert {f: s.kryss for f, s in loaded.underlag.svar_by_fraga.items() if s.kryss} == {
        ids(f): s.kryss for f, s in UNDERLAG.svar_by_fraga.items() if s.kryss
    }


def test_a_typed_number_is_known_by_the_forms_own_ids():
    own = Wording(["A.1", "A.3", "B.1", "E.5a", "E.5e"])
    assert own.typed_number("A.3 Beskriv") == "A.3"
    assert own.typed_number("B.17. Beskriv") == "B.17"  # moved: the same shape
    assert own.typed_number("E.5 e) Beskriv") == "E.5e"
    assert own.comparable("A.3 Beskriv hur") == own.comparable("2. Beskriv hur") == "beskriv hur"
    assert own.typed_number("F.3 Beskriv") is None  # the form has no F
    ours = Wording(UNDERLAG.mall.fraga_by_id)
    assert ours.typed_number("5.1d Beskriv") == "5.1d"
    assert ours.typed_number("2.3 i länet") == "2.3"  # i is a word, no part of a question
    assert ours.comparable("A.3 Beskriv") == "a.3 beskriv"


def test_typed_ids_of_another_form_are_no_change_of_it():
    underlag = renamed(lettered)

    @mangle.edited
    def typed(root):
        for paragraph, fraga in zip(list(mangle.questions(root)), NUMBERED, strict=True):
            paragraph.find(qn("w:pPr")).append(el("w:numPr", None, val("w:numId", "0")))
            paragraph.insert(1, text_run(f"{lettered(fraga)} "))

    loaded = load_parts(mangle.without_controls(typed(BUILT)), "a.docx", underlag.mall)
    assert loaded.findings == ()
    assert answers(loaded) == {lettered(fraga): blocks for fraga, blocks in ANSWERS.items()}


NUMBERED = [
    one.id for o in UNDERLAG.mall.omraden for fraga in o.fragor_i_formularet for one in (fraga, *fraga.delfragor)
]


def test_a_control_for_a_question_that_the_form_lacks_shows_no_answer_while_empty():
    template = read_package(ROOT / "mallar" / "2024" / "mall.docx")
    text = template[DOCUMENT].decode().replace('"svar:1.3"', '"svar:9.9"').replace('"Svar 1.3"', '"Svar 9.9"')
    assert answers(read({**template, DOCUMENT: text.encode()})) == {}


def test_the_line_most_alike_is_taken_wherever_it_stands():
    """Of two that are near, the nearer, though it stands later; of two as near, the first."""
    want = "beskriv hur arbetet med kompetensförsörjning har bedrivits under året"
    near, nearer = want.replace("har bedrivits", "bedrivs nu"), want.replace("året", "åren")
    assert {i: match.line for i, match in align([want], [near, nearer]).items()} == {0: 1}
    assert {i: match.line for i, match in align([want], [nearer, near]).items()} == {0: 0}
    assert {i: match.line for i, match in align([want], [nearer, nearer]).items()} == {0: 0}
    assert {i: match.line for i, match in align([want], [near, want, nearer]).items()} == {0: 1}


def test_of_lines_that_have_changed_places_the_one_most_alike_is_kept():
    one, two = "a" * 60, "b" * 60
    hardly_one, hardly_two = "a" * 46 + "x" * 14, "b" * 46 + "x" * 14
    assert {i: m.line for i, m in align([one, two], [hardly_two, one]).items()} == {0: 1}
    assert {i: m.line for i, m in align([one, two], [two, hardly_one]).items()} == {1: 0}
