"""An answer goes to the page and comes back: what nobody has edited stays byte for byte, and no page can do harm."""

import contextlib
import copy
import json
import random
import shutil

import pytest
from conftest import RAPPORT, ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import blocks

from rapport.errors import InputError
from rapport.prose.blocks import Figur, Footnote, Paragraph, Table, Text, Trace
from rapport.prose.edges import without_edges
from rapport.prose.markdown import parse
from rapport.prose.merging.edited import exact
from rapport.prose.render import render
from rapport.prose.tidy import tidy
from rapport.store.area_file import read_area_file
from rapport.store.entry import with_values
from rapport.webb.dokument import changed_text, document_of, to_json, to_markdown
from rapport.webb.redigerat import to_blocks
from rapport.workflow import open_report

# An answer's text is in NFC when it is read.
answers = blocks.map(lambda made: to_blocks(to_json(made), is_tidied=False))


def nothing(_):
    return ()


def texts_of(path):
    """Yield every answer of a report folder as written, with what evaluates its expressions."""
    report = open_report(path)
    for svar in report.underlag.svar_by_fraga.values():
        if svar.markdown:
            yield svar.fraga, svar.markdown, report.expressions


def folders():
    found = {file.parent for file in (ROOT / "tests" / "omgangar").glob("*/*/rapport.yaml")}
    return [ROOT / "underlag", *sorted(found)]


def stycke(*rad):
    return {"block": [{"typ": "stycke", "rad": list(rad)}]}


@given(answers)
def test_any_answer_survives_the_page(answer):
    dokument = json.loads(json.dumps(to_json(answer)))
    assert to_blocks(dokument, is_tidied=False) == answer
    assert parse(to_markdown(dokument)).blocks == tidy(without_edges(answer))


@pytest.mark.parametrize(
    ("inlines", "markdown"),
    [
        ((Text("ett "), Text("fet ", bold=True), Text("två.")), "ett **fet** två."),
        ((Text("ett"), Text(" fet\u00a0", bold=True), Text("två.")), "ett **fet**\u00a0två."),
        ((Text("fet ", bold=True), Text("båda ", bold=True, italic=True), Text("slut")), "**fet _båda_** slut"),
        ((Text("a"), Text(" ", italic=True), Text("b")), "a b"),
        ((Text("a", bold=True), Text(" ", italic=True), Text("b", bold=True)), "**a** **b**"),
        ((Text("a", bold=True), Text(" ", bold=True, italic=True), Text("b", bold=True)), "**a b**"),
        ((Text("a ", bold=True), Footnote((Paragraph((Text(" n ", italic=True),)),))), "**a** [^1]\n\n[^1]: *n*"),
    ],
)
def test_a_blank_at_the_end_of_what_is_marked_is_put_outside_it(inlines, markdown):
    assert to_markdown(to_json((Paragraph(inlines),))) == f"{markdown}\n"


@given(answers)
def test_an_answer_that_nobody_has_edited_is_not_written(answer):
    text = render(answer)
    assert changed_text(text, document_of(text, nothing), nothing) is None


@settings(suppress_health_check=[HealthCheck.filter_too_much])  # of two answers at once many are given up
@given(answers, answers)
def test_what_is_edited_reads_back_as_it_was_edited(before, after):
    text = render(before)
    known = set(map(exact, parse(text).blocks))  # what is as it was stays so, blanks at its edges too
    wanted = tuple(kept for one in after for kept in ((one,) if exact(one) in known else tidy(without_edges((one,)))))
    found = changed_text(text, to_json(after), nothing)
    assert parse(text if found is None else found).blocks == wanted or before == after


@given(answers, st.integers(0, 4))
def test_an_edited_paragraph_of_any_answer_changes_its_own_lines_alone(answer, at):
    text = render((*answer[:at], Paragraph((Text("Mitt eget stycke."),)), *answer[at:]))
    prose = parse(text)
    dokument = to_json(prose.blocks)
    number = dokument["block"].index(stycke({"text": "Mitt eget stycke."})["block"][0])
    dokument["block"][number]["rad"][0]["text"] += " Tillagt."
    assert changed_text(text, dokument, nothing) == text.replace("Mitt eget stycke.", "Mitt eget stycke. Tillagt.", 1)


@settings(max_examples=settings().max_examples // 6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(answers)
def test_a_file_with_any_answer_is_the_same_byte_for_byte_when_nobody_has_edited_it(tmp_path_factory, answer):
    path = tmp_path_factory.mktemp("fil")
    (path / "rapport.yaml").write_bytes(RAPPORT.encode())
    area = read_area_file("område: 1 # så här\nsvar:\n", "1.yaml")
    area = with_values(with_values(area, "1.1", {"text": render(answer)}), "1.2", {"text": "Kort."})
    (path / "1.yaml").write_bytes((before := area.source).encode())
    report = open_report(path)
    for fraga, text, evaluate in texts_of(path):
        written = changed_text(text, json.loads(json.dumps(document_of(text, evaluate))), evaluate)
        report.set(fraga, text=text if written is None else written)
    assert (report.unsaved, report.save()) == ((), [])
    assert (path / "1.yaml").read_bytes().decode() == before


@pytest.mark.parametrize("path", folders(), ids=lambda path: path.name)
def test_every_answer_at_hand_stays_as_it_is(path):
    for fraga, text, evaluate in texts_of(path):
        assert changed_text(text, json.loads(json.dumps(document_of(text, evaluate))), evaluate) is None, fraga


def test_every_answer_of_the_real_report_stays_as_it_is(real_report):
    test_every_answer_at_hand_stays_as_it_is(real_report)


@pytest.mark.parametrize("path", folders()[:1], ids=lambda path: path.name)
def test_saving_what_nobody_has_edited_leaves_every_file_byte_for_byte(path, tmp_path):
    copied = tmp_path / "rapport"
    shutil.copytree(path, copied)
    before = {file: file.read_bytes() for file in copied.glob("*.yaml")}
    report = open_report(copied)
    for fraga, text, evaluate in texts_of(copied):
        written = changed_text(text, document_of(text, evaluate), evaluate)
        report.set(fraga, text=text if written is None else written)
    assert report.unsaved == ()
    report.save()
    assert {file: file.read_bytes() for file in copied.glob("*.yaml")} == before


@pytest.mark.parametrize("path", folders()[:8], ids=lambda path: path.name)
def test_one_edited_word_changes_its_own_lines_alone(path):
    chance = random.Random(7)
    for fraga, text, evaluate in texts_of(path):
        dokument = document_of(text, evaluate)
        lines = [
            one for block in dokument["block"] if block["typ"] == "stycke" for one in block["rad"] if "text" in one
        ]
        if not lines:
            continue
        chance.choice(lines)["text"] += "Tillagt."
        edited = changed_text(text, dokument, evaluate)
        kept = set(text.split("\n\n")) - set(edited.split("\n\n"))
        assert "Tillagt." in edited, fraga
        assert len(kept) <= 1 + text.count("[^"), (fraga, kept)


TEXT = """\
Första stycket är
brutet för hand.

1. ett
2. två
   - under

| Mått | Antal |
|---|--:|
| a |  1 |
| b |  2 |

Sist en not.[^not]

[^not]: Notens text.
[^lös]: Ingen hänvisar hit.
"""


def edited(change):
    dokument = document_of(TEXT, nothing)
    change(dokument["block"])
    return changed_text(TEXT, dokument, nothing)


def test_an_edited_item_leaves_the_others_as_they_are_written():
    def change(found):
        found[1]["punkter"][1][0]["rad"][0]["text"] = "tvåa"

    assert edited(change) == TEXT.replace("2. två", "2. tvåa")


def test_an_edited_cell_leaves_the_other_rows_as_they_are_written():
    def change(found):
        found[2]["rader"][2][1][0]["rad"][0]["text"] = "20"

    assert edited(change) == TEXT.replace("| b |  2 |", "| b | 20 |")


def test_a_note_nobody_refers_to_is_kept():
    assert "[^lös]: Ingen hänvisar hit." in edited(lambda found: found.insert(0, stycke({"text": "Nytt"})["block"][0]))


def test_only_quotation_marks_edited_are_an_edit():
    text = 'Ett "ord" till.\n'
    assert changed_text(text, stycke({"text": "Ett ”ord” till."}), nothing) == "Ett ”ord” till.\n"


def test_a_blank_at_the_end_of_what_is_being_typed_is_not_written():
    assert to_markdown(stycke({"text": "Hej "}, {"radbrytning": True}, {"text": " då "})) == "Hej\\\ndå\n"


def test_what_looks_like_markdown_is_text():
    assert parse(to_markdown(stycke({"text": "# *a* [b](https://c.se) {{ x }}"}))).blocks == (
        Paragraph((Text("# *a* [b](https://c.se) {{ x }}"),)),
    )


def test_figures_are_written_as_their_expressions(folder):
    path = folder(**{"1": 'område: 1\nsvar:\n  "1.1": |\n    Det kom {{ 1 + 1 }} och {{ fel( }} hit.\n'})
    [(_, text, evaluate)] = texts_of(path)
    dokument = document_of(text, evaluate)
    figures = [one for one in dokument["block"][0]["rad"] if "figur" in one]
    assert [one["figur"] for one in figures] == ["{{ 1 + 1 }}", "{{ fel( }}"]
    assert figures[1]["fel"]
    assert changed_text(text, dokument, evaluate) is None
    figures[0]["varde"] = "vad som helst"
    assert changed_text(text, dokument, evaluate) is None
    dokument["block"][0]["rad"][0]["text"] = "Nu kom "
    assert changed_text(text, dokument, evaluate) == text.replace("Det kom", "Nu kom")
    dokument["block"][0]["rad"][1]["figur"] = "{{ 1 }} [^x] {{ 2 }}"
    with pytest.raises(InputError, match="inget uttryck"):
        changed_text(text, dokument, evaluate)


def test_a_table_of_figures_is_one_figure():
    trace = Trace("{{ tabell }}", ())
    table = Table(((), ()), (), trace)
    [block] = to_json((table, Paragraph((Text("efter"), Figur("3", trace=trace)))))["block"][:1]
    assert block["rad"][0]["figur"] == "{{ tabell }}"
    assert to_markdown({"block": [block]}) == "{{ tabell }}\n"


TABELL_AV_SIFFROR = {"typ": "stycke", "rad": [{"figur": "{{ t | tabell }}", "varde": [{"typ": "tabell"}]}]}


def test_a_table_of_figures_in_a_cell_or_a_note_is_its_expression_there():
    tabell = {"typ": "tabell", "just": [""], "rader": [[[stycke({"text": "A"})["block"][0]]], [[TABELL_AV_SIFFROR]]]}
    assert to_markdown({"block": [tabell]}) == "| A |\n| --- |\n| {{ t | tabell }} |\n"
    assert to_markdown(stycke({"text": "Ord"}, {"not": [TABELL_AV_SIFFROR]})) == "Ord[^1]\n\n[^1]: {{ t | tabell }}\n"


def test_an_expression_that_gives_no_text_is_kept_when_its_paragraph_is_edited(folder):
    path = folder(**{"1": 'område: 1\nsvar:\n  "1.1": |\n    Här {{ t | unika("a") | lista }} står.\n'})
    (path / "siffror").mkdir()
    (path / "siffror" / "t.csv").write_text("a;b\n\x7f;1\n", "utf-8")
    [(_, text, evaluate)] = texts_of(path)
    dokument = document_of(text, evaluate)
    dokument["block"][0]["rad"][0]["text"] = "Där "
    assert changed_text(text, dokument, evaluate) == text.replace("Här", "Där")


def deep(levels):
    block = {"typ": "stycke", "rad": [{"text": "a"}]}
    for _ in range(levels):
        block = {"typ": "lista", "ordnad": False, "start": 1, "punkter": [[block]]}
    return {"block": [block]}


HOSTILE = {
    "ingenting": None,
    "fel nyckel": {"block": [], "mer": 1},
    "okänt block": {"block": [{"typ": "bild", "src": "x"}]},
    "block med mer": {"block": [{"typ": "stycke", "rad": [], "html": "<b>"}]},
    "okänd del": stycke({"html": "<script>"}),
    "del med mer": stycke({"text": "a", "stil": "b"}),
    "text som är tal": stycke({"text": 5}),
    "fet som är text": stycke({"text": "a", "fet": "ja"}),
    "adress som är lista": stycke({"text": "a", "href": ["x"]}),
    "lång adress": stycke({"text": "a", "href": "https://a.se/" + "a" * 3_000}),
    "start som är sant": {"block": [{"typ": "lista", "ordnad": True, "start": True, "punkter": []}]},
    "start under noll": {"block": [{"typ": "lista", "ordnad": True, "start": -1, "punkter": []}]},
    "olika långa rader": {"block": [{"typ": "tabell", "just": ["", ""], "rader": [[[]]]}]},
    "okänd justering": {"block": [{"typ": "tabell", "just": ["mitt"], "rader": [[[]]]}]},
    "not i not": stycke({"not": [stycke({"not": stycke({"text": "a"})["block"]})["block"][0]]}),
    "lista i not": stycke({"not": deep(1)["block"]}),
    "siffra utan uttryck": stycke({"figur": "1 + 1", "varde": "2"}),
    "för djupt": deep(80),
    "för mycket text": stycke({"text": "a" * 60_001}),
    "för många delar": stycke(*[{"radbrytning": True}] * 50_001),
    "rad som är ett ord": {"block": [{"typ": "stycke", "rad": "abc"}]},
}


@pytest.mark.parametrize("dokument", HOSTILE.values(), ids=HOSTILE)
def test_what_no_page_would_send_is_refused_in_swedish(dokument):
    with pytest.raises(InputError, match=r"(Ladda om sidan|tecken och läses inte)"):
        to_markdown(dokument)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["block", "typ", "rad", "text", "not", "figur", "punkter", "rader"]), inner, max_size=4
        )
    ),
    max_leaves=15,
)


@given(anything)
def test_whatever_is_sent_is_read_or_refused(sent):
    for dokument in (sent, {"block": sent}, stycke(sent)):
        before = copy.deepcopy(dokument)
        with contextlib.suppress(InputError):
            to_markdown(dokument)
        assert dokument == before


def test_links_that_lead_nowhere_and_lone_surrogates_do_no_harm():
    assert to_markdown(stycke({"text": "a", "href": "javascript:alert(1)"})) == "a\n"
    assert to_markdown(stycke({"text": "\ud83d"})) == "\ufffd\n"
