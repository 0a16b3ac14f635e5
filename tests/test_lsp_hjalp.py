"""What the editor offers to write and tells of what stands there, from the real server, over stdin and stdout."""

import shutil
from html import unescape
from random import Random

import pyromark
import pytest
from conftest import BUILT, ROOT
from redigerare import Redigerare, position

pytest.importorskip("pygls", reason="tillägget lsp är inte installerat")

from rapport.checks.rules import ALL
from rapport.domain.offer import Told
from rapport.lsp.hover import as_markdown, as_text, escaped
from rapport.workflow import open_report
from rapport.workflow.asking import Asking
from rapport.workflow.offers import offers
from rapport.workflow.told import told
from rapport.workflow.told_pages import rule

CAN = {
    "textDocument": {
        "completion": {"completionItem": {"snippetSupport": True}},
        "hover": {"contentFormat": ["markdown", "plaintext"]},
    }
}
AREA = """område: 1
ansvarig: Sara Lind
svar:
  "1.1": |
    Regionen har RUS som grund och beslutet RUN/88/2025. 😀 Vi fick {{ arenden | summa("beviljat") | kr }} nu.

    Samverkan i länet enligt den regionala utvecklingsstrategin (RUS) beskrivs i svaret på fråga 1.2.
  "1.2":
    tillåt: {dubbelt-ord: Så heter det.}
    status: granskas
    text: |
      Insatserna fortsatte.
"""
KALLOR = """diarienummermönster: RUN/löpnummer/år
källor:
  plan:
    diarienummer: RUN/88/2025
    titel: "Handlingsplan [för](http://x.se) *service*"
    datum: 2025-01-24
    slag: plan
  beslut:
    diarienummer: RUN/131/2025
    titel: Beslut om plan
"""
TABLE = "Program;Kommun;Beviljat\nERUF;Åre;1000\nERUF;Granåker;500\nInterreg;Åre;\n"


@pytest.fixture(scope="module")
def editor():
    with Redigerare(capabilities=CAN) as editor:
        yield editor


@pytest.fixture
def report(folder, tmp_path):
    """Return a function that makes a report with a table and a register, in a folder with a name of its own."""

    def make(area=AREA):
        path = tmp_path / "Region Åre 1"
        shutil.copytree(folder(**{"1": area, "kallor": KALLOR}), path)
        (path / "siffror").mkdir()
        (path / "siffror" / "arenden.csv").write_text(TABLE, "utf-8")
        return path

    return make


def hovered(editor, uri, mark):
    """Return what is told of the place that ¦ is at, and the words that it is about."""
    before, _, after = mark.partition("¦")
    text = editor.texts[uri]
    where = position(text, text.index(before + after) + len(before))
    answer = editor.ask("textDocument/hover", textDocument={"uri": uri}, position=where)
    return answer and (answer["contents"]["value"], editor.text_at(uri, answer["range"]))


def offered(editor, uri, typed, before, trigger=None):
    """Type something before some words, ask what can be written after it, and take it out again."""
    at = editor.texts[uri].index(before)
    editor.type(uri, at, typed)
    context = {"triggerKind": 2, "triggerCharacter": trigger} if trigger else {"triggerKind": 1}
    where = position(editor.texts[uri], at + len(typed))
    asked = {"textDocument": {"uri": uri}, "position": where, "context": context}
    items = editor.ask("textDocument/completion", **asked)["items"]
    assert [one["sortText"] for one in items] == sorted(one["sortText"] for one in items)
    found = {}
    for one in items:
        where = one["textEdit"]["range"]
        assert where["start"]["line"] == where["end"]["line"] == asked["position"]["line"]
        assert where["start"]["character"] <= asked["position"]["character"] <= where["end"]["character"]
        found[one["label"]] = one | {"replaced": editor.text_at(uri, where), "new": one["textEdit"]["newText"]}
    editor.type(uri, at, "", removed=len(typed))
    return found


def test_a_question_is_told_whole(editor, report):
    uri = editor.open(report() / "1.yaml")
    text, words = hovered(editor, uri, '"1.¦2":')
    assert words == '"1.2"'
    assert text.startswith("**Fråga 1.2**\n\nBeskriv hur ni inom detta område har arbetat med att integrera")
    assert "- Ange i frågorna 1.1–1.3 vilka aktörer" in text
    assert "Högst 11 000 tecken för 1.1–1.5." in text.replace("\u00a0", " ")
    assert hovered(editor, uri, "på fråga 1¦.2")[0] == text
    assert "Område 1" in hovered(editor, uri, "område: ¦1")[0]


def test_a_rule_is_told_where_it_is_named(editor, report):
    path = report()
    text, words = hovered(editor, editor.open(path / "1.yaml"), "{dubb¦elt-ord")
    assert words == "dubbelt-ord"
    assert text.startswith("**dubbelt-ord**\n\nSamma ord, eller flera, står två gånger")
    rapport = (path / "rapport.yaml").read_text("utf-8") + "regler:\n  upprepning: av\n"
    uri = editor.open(path / "rapport.yaml", text=rapport)
    assert hovered(editor, uri, "upp¦repning")[0].startswith("**upprepning**")
    assert "fel, varning, upplysning eller av" in hovered(editor, uri, "reg¦ler:")[0]


def test_an_expression_is_told_with_its_trace(editor, report):
    uri = editor.open(report() / "1.yaml")
    text, words = hovered(editor, uri, "arenden | sum¦ma")
    assert words == '{{ arenden | summa("beviljat") | kr }}'
    lines = ["- siffror/arenden.csv, kolumn Beviljat", "- 2 rader: 2–3", "- hoppade över, cellen är tom: 1 rad: 4"]
    assert text.replace("\u00a0", " ") == "\n".join(["**1 500 kr**\n", *lines])
    editor.type(uri, AREA.index("Insatserna"), '{{ arenden | tabell(per="kommun", summa="beviljat") }}\n\n      ')
    table, _ = hovered(editor, uri, 'tabell(per=¦"kommun"')
    assert "- Kommun · Beviljat\n- Granåker · 500\n- Åre · 1 000\n- Summa · 1 500" in table.replace("\u00a0", " ")
    editor.type(uri, editor.texts[uri].index("tabell("), "finns_inte | ")
    assert hovered(editor, uri, "finns¦_inte") is None


def test_a_case_number_is_told_by_its_papers(editor, report):
    uri = editor.open(report() / "1.yaml")
    text, words = hovered(editor, uri, "RUN¦/88/2025")
    assert words == "RUN/88/2025"
    paper = r"- Handlingsplan \[för\](http\://x.se) \*service\* · 2025-01-24 · plan"
    assert text == f"**RUN/88/2025**\n\n{paper}"
    editor.type(uri, AREA.index("Insatserna"), "Se RUN/7/2025. ")
    assert "Inget papper i kallor.yaml" in hovered(editor, uri, "RUN/7¦/2025")[0]


def test_an_acronym_is_told_by_its_first_use_and_what_it_stands_for(editor, report):
    uri = editor.open(report() / "1.yaml")
    text, words = hovered(editor, uri, "har R¦US")
    assert words == "RUS"
    assert "Står för regionala utvecklingsstrategin" in text
    assert "Används först i 1.1: ”Regionen har RUS som grund" in text
    assert "Förklaras i 1.1: ”Samverkan i länet enligt den regionala utvecklingsstrategin (RUS)" in text
    assert hovered(editor, uri, "Reg¦ionen") is None


def test_an_editor_without_markdown_is_told_in_plain_text(report):
    with Redigerare() as editor:
        text, _ = hovered(editor, editor.open(report() / "1.yaml"), "RUN¦/88/2025")
        assert text == "RUN/88/2025\n\n– Handlingsplan [för](http://x.se) *service* · 2025-01-24 · plan"
        items = offered(editor, next(iter(editor.texts)), '  "1.3', '  "1.2"')
        (new,) = (one["new"] for label, one in items.items() if label.startswith("1.3"))
        assert new == '"1.3":\n    status: utkast\n    text: |\n      '


def test_what_is_told_in_a_broken_buffer_is_of_the_buffer(editor, report):
    uri = editor.open(report() / "1.yaml")
    editor.type(uri, AREA.index("    status: granskas"), '   : [\n\t"')
    assert hovered(editor, uri, '"1.¦2":')[0].startswith("**Fråga 1.2**")
    assert hovered(editor, uri, "arenden | sum¦ma")[1].startswith("{{ arenden")
    assert hovered(editor, uri, "RUN¦/88/2025")[1] == "RUN/88/2025"


def test_questions_not_answered_are_offered_with_a_skeleton(editor, report):
    uri = editor.open(report() / "1.yaml")
    assert offered(editor, uri, "", '  "1.2"') == {}  # there is a key already
    editor.type(uri, AREA.index('  "1.2"'), "  \n")
    at = AREA.index('  "1.2"') + 2
    asked = {"textDocument": {"uri": uri}, "position": position(editor.texts[uri], at)}
    items = editor.ask("textDocument/completion", **asked)["items"]
    assert [one["label"][:3] for one in items] == ["1.3", "1.4", "1.5"]
    edit = items[0]["textEdit"]
    assert edit["newText"] == '"1.3":\n    status: utkast\n    text: |\n      $0'
    assert items[0]["insertTextMode"] == 1
    editor.type(uri, at, edit["newText"].replace("$0", "Svar."))
    assert "yaml" not in [rule for rule, _ in editor.words(uri)]


def test_a_question_with_boxes_has_them_in_its_skeleton(editor, report):
    path = report()
    uri = editor.open(path / "5.yaml", text='område: 5\r\nsvar:\r\n  "5.1d\r\n')
    at = editor.texts[uri].index('"5.1d') + 5
    asked = {"textDocument": {"uri": uri}, "position": position(editor.texts[uri], at)}
    items = editor.ask("textDocument/completion", **asked)["items"]
    one = next(one for one in items if one["label"].startswith("5.1d"))
    lines = ['"5.1d":', "    kryss: $1    # ja, nej, ej aktuellt", "    status: utkast", "    text: |", "      $0"]
    assert one["textEdit"]["newText"] == "\r\n".join(lines)
    assert editor.text_at(uri, one["textEdit"]["range"]) == '"5.1d'
    assert one["filterText"].startswith('"5.1d"')


def test_keys_and_values_are_offered_where_they_can_stand(editor, report):
    path = report()
    uri = editor.open(path / "1.yaml")
    assert offered(editor, uri, "", "    status: gr") == {}
    found = offered(editor, uri, "\n    k", "\n    status: gr")
    assert [*found] == ["ansvarig", "kommentar"]  # the question has no boxes
    assert (found["kommentar"]["new"], found["kommentar"]["replaced"]) == ("kommentar: ", "k")
    text = AREA.replace("status: granskas", "status: ").replace("{dubbelt-ord: Så heter det.}", "{}")
    uri = editor.open(path / "1.yaml", text=text)
    assert [*offered(editor, uri, "", "\n    text: |", " ")] == ["utkast", "granskas", "klar"]
    rules = offered(editor, uri, "du", "}\n")
    assert rules["dubbelt-ord"]["new"] == "dubbelt-ord: "
    assert len(rules) == len(ALL)
    assert [*offered(editor, uri, "", "Sara")] == ["Sara Lind"]
    five = editor.open(path / "5.yaml", text='område: 5\nsvar:\n  "5.1d": {kryss: }\n')
    assert [*offered(editor, five, "", "}")] == ["ja", "nej", "ej aktuellt"]
    kallor = editor.open(path / "kallor.yaml", text=KALLOR + "    slag: ")
    asked = {"textDocument": {"uri": kallor}, "position": position(editor.texts[kallor], len(editor.texts[kallor]))}
    assert "protokoll" in [one["label"] for one in editor.ask("textDocument/completion", **asked)["items"]]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("broken", ["", '  "1.3\n\t- [\n'])
def test_an_unfinished_expression_is_gone_on_with(editor, report, line_end, broken):
    text = (AREA + broken).replace("\n", line_end)
    uri = editor.open(report() / "1.yaml", text=text)
    found = offered(editor, uri, "😀 {{ arenden.bev", "Insatserna")
    assert found["Beviljat".lower()]["new"] == ' | summa("beviljat") | kr'
    assert found["beviljat"]["replaced"] == ".bevInsatserna"
    assert found["beviljat"]["detail"].startswith("tal")
    values = offered(editor, uri, '😀 {{ arenden | dar(kommun="', "Insatserna", '"')
    assert [(label, one["new"]) for label, one in values.items()] == [("Granåker", 'Granåker"'), ("Åre", 'Åre"')]
    filters = offered(editor, uri, "{{ arenden |", "Insatserna", "|")
    assert filters["summa"]["new"] == 'summa("${1|beviljat|}")$0'
    assert filters["antal"]["detail"].endswith(": 3")
    assert [*offered(editor, uri, "{{ ", "Insatserna", " ")] == ["arenden"]


def test_an_expression_in_yaml_that_cannot_be_read_is_gone_on_with(editor, report):
    uri = editor.open(report() / "1.yaml", text='område: 1\nsvar:\n  "1.1": {{ arenden.\n')
    at = editor.texts[uri].index("arenden.") + len("arenden.")
    asked = {"textDocument": {"uri": uri}, "position": position(editor.texts[uri], at)}
    labels = [one["label"] for one in editor.ask("textDocument/completion", **asked)["items"]]
    assert labels[:3] == ["program", "kommun", "beviljat"]


def test_nothing_is_offered_in_prose_but_what_a_word_begins_like(editor, report):
    uri = editor.open(report() / "1.yaml")
    assert [offered(editor, uri, typed, "Insatserna") for typed in ("Vi", "Handl", "R", "SRUN")] == [{}] * 4
    assert offered(editor, uri, "RUX/", "Insatserna", "/") == {}
    assert offered(editor, uri, "Vi har ", "Insatserna", " ") == {}
    found = offered(editor, uri, "beslutet RUN/1", "Insatserna")
    assert [(label, one["new"], one["replaced"]) for label, one in found.items()] == [
        ("RUN/131/2025", "RUN/131/2025", "RUN/1")
    ]
    assert found["RUN/131/2025"]["detail"].startswith("Beslut om plan")
    questions = offered(editor, uri, "Se fråga 1.", "Insatserna", ".")
    assert [*questions][:3] == ["1.1", "1.3", "1.4"]
    assert questions["1.4"]["detail"].startswith("obesvarad · ")
    assert questions["1.4"]["replaced"] == "1."
    asked = offered(editor, uri, "Se ", "Insatserna")
    assert [*asked] == [
        *("RUN/88/2025", "RUN/131/2025", "Handlingsplan [för](http://x.se) *service*", "Beslut om plan"),
        "{{ arenden }}",
    ]
    assert offered(editor, uri, "    # ", "    status: gr") == {}


def test_the_example_report_is_helped_all_over(editor, tmp_path):
    path = tmp_path / "exempel"
    shutil.copytree(ROOT / "underlag", path, ignore=BUILT)
    uri = editor.open(path / "5-anslag-1-1.yaml")
    assert hovered(editor, uri, "{{ foretagsstod | ant¦al }}")[0].startswith("**143**\n\n- siffror/foretagsstod.csv")
    assert [*offered(editor, uri, "{{ anslag | summa(", "Hållbarhet prövas", "(")]
    assert editor.told == []


@pytest.mark.parametrize(
    "text",
    [
        "[klicka](command:x)",
        "<img src=x>",
        "![bild](http://x)",
        "`kod`",
        "# rubrik",
        "1. lista",
        "- lista",
        "www.x.se",
        "a@b.se",
        "&lt;",
        "$(bug)",
        "\u202eavig",
    ],
)
def test_words_of_others_are_only_words(text):
    shown = unescape(pyromark.html(escaped(text)))
    assert shown == f"<p>{text.replace(chr(0x202E), chr(0xFFFD))}</p>\n"
    assert escaped(text) != text


def test_what_is_told_has_a_title_and_parts():
    found = Told("A_b", ("Ett *stycke*.", ("- ett", "två\ntre")))
    assert as_markdown(found) == "**A\\_b**\n\nEtt \\*stycke\\*.\n\n- \\- ett\n- två tre"
    assert as_text(found) == "A_b\n\nEtt *stycke*.\n\n– - ett\n– två tre"


def test_whatever_is_being_written_what_is_offered_has_its_place():
    report, chance = open_report(ROOT / "underlag"), Random(1)
    for file in sorted((ROOT / "underlag").glob("*.yaml")):
        whole = file.read_text("utf-8")
        for number in range(40):
            cut = chance.randrange(len(whole) + 1)
            begun = whole[:cut] + chance.choice(["", '"', "{{ ", "{{ projekt.", "{", "\n  ", "\n    ", ": "])
            text, place = begun + whole[cut:] * (number % 2), len(begun)
            asking = Asking(report, report.underlag, file.name, text, place, is_invoked=bool(number % 3))
            for one in offers(asking):
                assert one.start <= place <= one.end <= len(text)
                assert "\n" not in text[one.start : one.end]
            found = told(asking)
            assert found is None or found.start <= place <= found.end


@pytest.mark.parametrize("name", ALL)
def test_every_rule_has_a_page(name):
    page = rule(name)
    assert page.title == name
    assert len(page.parts) > 1
