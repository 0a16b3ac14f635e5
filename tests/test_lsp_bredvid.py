"""What is opened from above a question, and the lines there when another file has changed them."""

import pytest
from conftest import RAPPORT
from redigerare import Redigerare

pytest.importorskip("pygls", reason="tillägget lsp är inte installerat")

REFRESH = {"workspace": {"codeLens": {"refreshSupport": True}}}
AREA = 'område: 1\nsvar:\n  "1.1": |\n    👍 Regionen samordnar arbetet.\n  "1.2": |\n    Vi fortsatte.\n'
MORE = 'område: 1\nsvar:\n  "1.3": |\n    Kort.\n'
LAST = 'område: 1\nsvar:\n  "1.1": |\n    **Förra** året [kom](https://x.se) {{ a | summa("kr") | kr }}.\n\n    - ett\n'
PAPER = (
    "Kommunerna i länet har tillsammans med regionen arbetat för likvärdiga möjligheter till boende, arbete och "
    "välfärd genom bättre service, bredband och kollektivtrafik på landsbygden. [klicka](https://x.se) "
    "Servicepunkter har öppnats i byarna, och boende i glesbygd har fått stöd till digital välfärd och arbete. "
)


@pytest.fixture
def editor():
    with Redigerare(capabilities=REFRESH) as editor:
        yield editor


@pytest.fixture
def report(folder, tmp_path):
    """Return a report in a folder with å and a blank, with last year's beside it and a paper."""
    path = folder(**{"1": AREA, "1b": MORE}).rename(tmp_path / "Region Åre")
    (path / "rapport.yaml").write_text(RAPPORT + "förra: ../fjol\n", "utf-8")
    (path / "kallor").mkdir()
    (path / "kallor" / "beslut.txt").write_text(PAPER * 2 + "\x1b[2J", "utf-8")
    last = tmp_path / "fjol"
    (last / "siffror").mkdir(parents=True)
    (last / "siffror" / "a.csv").write_text("kr;ort\n1500;Hedby\n", "utf-8")
    (last / "rapport.yaml").write_text(RAPPORT.replace("2025", "2024"), "utf-8")
    (last / "1.yaml").write_text(LAST, "utf-8")
    return path


def opened(editor, command, *arguments):
    return editor.ask("workspace/executeCommand", command=command, arguments=[*arguments])


def lenses(editor, uri):
    return [one["command"] for one in editor.ask("textDocument/codeLens", textDocument={"uri": uri})]


def test_last_years_answer_is_opened_from_above_its_question(editor, report):
    uri = editor.open(report / "1.yaml")
    (command,) = (one for one in lenses(editor, uri) if one["title"] == "Förra årets svar")
    assert command["arguments"] == [uri, "1.1"]
    text = opened(editor, command["command"], *command["arguments"])
    assert (text["titel"], text["sprak"]) == ("Förra årets svar på fråga 1.1", "markdown")
    assert "**Förra** året [kom](https://x.se) 1\u00a0500\u00a0kr.\n\n- ett\n" in text["text"]
    assert "för 2024" in text["text"]
    assert "besvarades inte" in opened(editor, "rapport.forraSvar", uri, "1.2")["text"]


def test_the_papers_are_read_with_the_answer_as_it_stands(editor, report):
    uri = editor.open(report / "1.yaml")
    assert [one["arguments"] for one in lenses(editor, uri) if one["title"] == "Förslag ur papperen"] == [
        [uri, "1.1"],
        [uri, "1.2"],
    ]
    text = opened(editor, "rapport.forslag", uri, "1.1")
    assert text["sprak"] == "plaintext"
    assert "1. kallor/beslut.txt" in text["text"]
    assert "Servicepunkter har öppnats" in text["text"]
    assert "\x1b" not in text["text"]
    editor.type(uri, editor.texts[uri].index("Regionen"), PAPER * 2)
    assert "utöver det som redan står" in opened(editor, "rapport.forslag", uri, "1.1")["text"]


def test_what_is_not_there_is_said_or_null(editor, folder):
    path = folder(**{"1": AREA})
    uri = editor.open(path / "1.yaml")
    assert "förra: ../redovisning-2024" in opened(editor, "rapport.forraSvar", uri, "1.1")["text"]
    assert "inga papper" in opened(editor, "rapport.forslag", uri, "1.1")["text"]
    assert [one["title"] for one in lenses(editor, uri) if one["command"]] == []
    assert opened(editor, "rapport.forraSvar", uri, "9.9") is None
    assert opened(editor, "rapport.forraSvar", "file:///finns/inte.yaml", "1.1") is None
    editor.type(uri, AREA.index('  "1.2"'), '  "1.3\n')
    assert opened(editor, "rapport.forraSvar", uri, "1.1")["titel"].endswith("1.1")
    assert editor.told == []


def test_the_lines_are_asked_for_again_when_another_file_has_changed_them(editor, report):
    one, other = editor.open(report / "1.yaml"), editor.open(report / "1b.yaml")
    before = lenses(editor, one)[0]["title"]
    editor.type(other, editor.texts[other].index("Kort"), "Ord. ")
    editor.shown(other)
    while "workspace/codeLens/refresh" not in editor.asked:
        editor.take()
    assert lenses(editor, one)[0]["title"] != before


def test_the_lines_are_not_asked_for_again_for_the_file_that_changed(editor, folder):
    uri = editor.open(folder(**{"1": AREA}) / "1.yaml")
    for _ in range(3):
        editor.type(uri, AREA.index("Regionen"), "Nu. ")
        editor.shown(uri)
    lenses(editor, uri)
    assert "workspace/codeLens/refresh" not in editor.asked
