"""Going from place to place in an editor: the server driven over stdin and stdout."""

import shutil
from pathlib import Path

import pytest
from conftest import RAPPORT, ROOT
from redigerare import Redigerare, offset, position

pytest.importorskip("pygls", reason="tillägget lsp är inte installerat")

from kommando import printed

from rapport.lsp.uris import path_of

PASSAGE = (
    "Regionen samordnade under året arbetet med länets handlingsplan tillsammans med kommunerna, länsstyrelsen och "
    "civilsamhället, och parterna följde upp den varje kvartal i en gemensam styrgrupp."
)
ONE = f"""område: 1
svar:
  "1.1": |
    Mer står i svaret på fråga 1.2 och 2.3. Beslutet är RUN/88/2025.
    Regionen beviljade {{{{ stod | dar(kommun="Östby") | summa("beviljat") | kr }}}}.
  "1.2": |
    {PASSAGE}
  "1.5": |
    Sist.
"""
TWO = f'område: 2\nsvar:\n  "2.3": |\n    {PASSAGE} Se 1.4.\n'
KALLOR = """källor:
  plan:
    diarienummer: RUN/88/2025
    titel: Plan för länets service
    fil: plan å.txt
"""
STOD = "Diarienummer;Kommun;Beviljat\nRUN/9/2025;Västby;5\nRUN/11/2025;Östby;7\n"


@pytest.fixture(scope="module")
def started():
    with Redigerare() as editor:
        yield editor


@pytest.fixture
def editor(started):
    """Return an editor with no file open, as the one that has just been started."""
    yield started
    for uri in [*started.texts]:
        started.close(uri)
    started.told.clear()


@pytest.fixture
def report(folder, tmp_path):
    """Return a report with a register, a table and a paper, in a folder with å and a blank in its name."""
    path = folder(**{"1": ONE, "2": TWO, "kallor": KALLOR}).rename(tmp_path / "Region Åre 100%")
    for name, text in {"siffror/stöd.csv": STOD, "kallor/plan å.txt": "Planen."}.items():
        (path / name).parent.mkdir()
        (path / name).write_text(text, "utf-8")
    return path


def at(editor, uri, words, method="definition", **more):
    """Ask something at the beginning of some words; return the answer as (file, the text there)."""
    text = editor.texts[uri]
    where = position(text, text.index(words) + 1)
    found = editor.ask(f"textDocument/{method}", textDocument={"uri": uri}, position=where, **more)
    return [shown(editor, one) for one in found or ()]


def shown(editor, one):
    file = Path(path_of(one["uri"]))
    if file.suffix == ".xlsx":
        return file.name, ""
    text = editor.texts.get(one["uri"]) or file.read_bytes().decode("utf-8")
    return file.name, text[offset(text, one["range"]["start"]) : offset(text, one["range"]["end"])]


def all_of(editor, uri, words, *, declared=True):
    return at(editor, uri, words, "references", context={"includeDeclaration": declared})


def test_words_lead_to_what_they_stand_for(editor, report):
    one = editor.open(report / "1.yaml")
    assert at(editor, one, "fråga 1.2") == [("1.yaml", '"1.2"')]
    assert at(editor, one, "2.3.") == [("2.yaml", '"2.3"')]
    assert at(editor, one, "RUN/88") == [("kallor.yaml", "plan")]
    assert at(editor, one, "RUN/88", "typeDefinition") == [("plan å.txt", "")]
    assert at(editor, one, "stod |") == [("stöd.csv", "")]
    assert at(editor, one, "beviljat") == [("stöd.csv", "Beviljat")]
    assert at(editor, one, "Östby") == [("stöd.csv", "RUN/11/2025;Östby;7")]
    assert at(editor, one, "Mer står") == []
    assert at(editor, one, "Mer står", "typeDefinition") == []


def test_a_case_that_only_a_table_has_leads_to_its_row(editor, report):
    one = editor.open(report / "1.yaml", text=ONE.replace("RUN/88", "RUN/11"))
    assert at(editor, one, "RUN/11") == [("stöd.csv", "RUN/11/2025;Östby;7")]


def test_an_unanswered_question_leads_to_where_its_answer_would_stand(editor, report):
    one, two = editor.open(report / "1.yaml"), editor.open(report / "2.yaml")
    text, where = editor.texts[two], position(TWO, TWO.index("1.4"))
    assert text.index("1.4")
    (goal,) = editor.ask("textDocument/definition", textDocument={"uri": two}, position=where)
    assert (goal["uri"], offset(ONE, goal["range"]["start"])) == (one, ONE.index('\n  "1.5"'))


def test_a_repeated_passage_leads_to_where_else_it_stands(editor, report):
    one, two = editor.open(report / "1.yaml"), editor.open(report / "2.yaml")
    assert at(editor, one, "länets handlingsplan") == [("2.yaml", PASSAGE)]
    assert at(editor, two, "länets handlingsplan") == [("1.yaml", PASSAGE)]
    assert {file for file, _ in all_of(editor, one, "länets handlingsplan")} == {"1.yaml", "2.yaml"}


def test_all_places_that_name_the_same_are_found(editor, report):
    one = editor.open(report / "1.yaml")
    assert all_of(editor, one, "RUN/88") == [("1.yaml", "RUN/88/2025"), ("kallor.yaml", "RUN/88/2025")]
    assert all_of(editor, one, '"1.2"') == [("1.yaml", "svaret på fråga 1.2"), ("1.yaml", '"1.2"')]
    assert all_of(editor, one, '"1.2"', declared=False) == [("1.yaml", "svaret på fråga 1.2")]
    assert len(editor.ask("textDocument/documentHighlight", **place(editor, one, "fråga 1.2"))) == 2
    assert editor.ask("textDocument/documentHighlight", **place(editor, one, "Mer står")) is None


def place(editor, uri, words):
    text = editor.texts[uri]
    return {"textDocument": {"uri": uri}, "position": position(text, text.index(words) + 1)}


def test_an_editor_that_can_is_shown_the_words_that_lead(report):
    can = {"textDocument": {"definition": {"linkSupport": True}}}
    with Redigerare(capabilities=can) as editor:
        one = editor.open(report / "1.yaml")
        (link,) = editor.ask("textDocument/definition", **place(editor, one, "1.2 och"))
        assert editor.text_at(one, link["originSelectionRange"]) == "svaret på fråga 1.2"
        assert editor.text_at(one, link["targetSelectionRange"]) == '"1.2"'


@pytest.mark.parametrize("broken", ['  "1.3', "  1.3: [\n", "svar: {{{\n", "\t\t- |\n", '  "1.2": "\n'])
def test_a_broken_text_leads_on(editor, report, broken):
    one = editor.open(report / "1.yaml")
    editor.shown(one)
    editor.type(one, len(ONE), broken)
    editor.type(one, 0, "# 👍🏽 å\n")
    assert at(editor, one, "fråga 1.2") == [("1.yaml", '"1.2"')]
    assert at(editor, one, "2.3.") == [("2.yaml", '"2.3"')]
    editor.type(one, editor.texts[one].index("Mer står"), 'Vi gav {{ stod | summa("bevil')
    assert at(editor, one, "stod |") == [("stöd.csv", "")]
    assert at(editor, one, "RUN/88") == [("kallor.yaml", "plan")]
    symbols = editor.ask("textDocument/documentSymbol", textDocument={"uri": one})
    assert {"1.1", "1.2", "1.5"} <= {part["name"].split()[0] for part in symbols[0]["children"]}
    assert editor.told == []


def test_a_file_that_never_could_be_read_leads_to_its_own_answers(editor, report):
    (report / "1.yaml").write_text(ONE + '  "1.6: [', "utf-8")
    one = editor.open(report / "1.yaml")
    assert at(editor, one, "fråga 1.2") == [("1.yaml", '"1.2"')]
    assert at(editor, one, "2.3.") == [("2.yaml", '"2.3"')]
    assert at(editor, one, "stod |") == [("stöd.csv", "")]
    (area,) = editor.ask("textDocument/documentSymbol", textDocument={"uri": one})
    assert [part["name"].split()[0] for part in area["children"]] == ["1.1", "1.2", "1.3", "1.4", "1.5"]


def test_signs_of_two_units_and_line_ends_of_windows_move_nothing(editor, report):
    text = (
        ONE.replace("Mer står", "👍🏽 e\u0301 mer står")
        .replace("Beslutet", "Se 😀 fråga 1.5. Beslutet")
        .replace("\n", "\r\n")
    )
    one = editor.open(report / "1.yaml", text=text)
    assert at(editor, one, "fråga 1.2") == [("1.yaml", '"1.2"')]
    assert at(editor, one, "fråga 1.5") == [("1.yaml", '"1.5"')]
    assert all_of(editor, one, '"1.5"')[-1] == ("1.yaml", '"1.5"')
    (link,) = editor.ask("textDocument/documentHighlight", **place(editor, one, "RUN/88"))
    assert editor.text_at(one, link["range"]) == "RUN/88/2025"
    folds = editor.ask("textDocument/foldingRange", textDocument={"uri": one})
    assert [(fold["startLine"], fold["endLine"]) for fold in folds] == [(1, 8), (2, 4), (5, 6), (7, 8)]


def test_the_question_leads_to_itself_last_year(editor, report, folder):
    before = folder(**{"1-året": '# förra\nområde: 1\nsvar:\n  "1.2": |\n    Då.\n'})
    last = before.rename(before.parent / "år 2024")
    (report / "rapport.yaml").write_text(RAPPORT + "förra: ../år 2024\n", "utf-8")
    one = editor.open(report / "1.yaml")
    (goal,) = editor.ask("textDocument/implementation", **place(editor, one, "samordnade under"))
    assert (path_of(goal["uri"]), goal["range"]["start"]) == (
        (last / "1-året.yaml").as_posix(),
        {"line": 3, "character": 2},
    )
    assert shown(editor, goal) == ("1-året.yaml", '"1.2"')
    assert at(editor, one, "Mer står", "implementation") == []


def test_last_year_in_word_has_no_place_to_go_to(editor, report, tmp_path):
    printed("bygg", report, "--utkast", "--ut", tmp_path / "förra.docx")
    (report / "rapport.yaml").write_text(RAPPORT + "förra: ../förra.docx\n", "utf-8")
    one = editor.open(report / "1.yaml")
    assert "fjolarstext" in [found["code"] for found in editor.shown(one)]
    assert at(editor, one, "samordnade under", "implementation") == []
    assert at(editor, one, '"1.2"') == [("1.yaml", '"1.2"')]


def test_the_outline_has_areas_questions_and_papers(editor, report):
    one, kallor = editor.open(report / "1.yaml"), editor.open(report / "kallor.yaml")
    (area,) = editor.ask("textDocument/documentSymbol", textDocument={"uri": one})
    assert area["detail"].endswith(" kvar")
    assert [part["name"].split()[0] for part in area["children"]] == ["1.1", "1.2", "1.3", "1.4", "1.5"]
    assert [part["detail"].split(" · ")[-1] for part in area["children"]] == [
        "utkast",
        "utkast",
        *["obesvarad"] * 2,
        "utkast",
    ]
    assert [editor.text_at(one, part["selectionRange"]) for part in area["children"]] == [
        '"1.1"',
        '"1.2"',
        "",
        "",
        '"1.5"',
    ]
    (paper,) = editor.ask("textDocument/documentSymbol", textDocument={"uri": kallor})
    assert (paper["name"], paper["detail"]) == ("Plan för länets service", "RUN/88/2025 · övrigt")


def test_papers_that_the_register_names_can_be_opened(editor, report):
    uri = editor.open(report / "kallor.yaml")
    (link,) = editor.ask("textDocument/documentLink", textDocument={"uri": uri})
    assert editor.text_at(uri, link["range"]) == "plan å.txt"
    assert path_of(link["target"]) == (report / "kallor" / "plan å.txt").as_posix()


def test_a_question_is_found_in_every_open_report(editor, report, tmp_path):
    other = tmp_path / "Annan"
    shutil.copytree(report, other)
    (other / "rapport.yaml").write_text(RAPPORT.replace("Provlän", "Annorlän"), "utf-8")
    assert editor.ask("workspace/symbol", query="1.2") == []
    editor.open(report / "1.yaml")
    editor.open(other / "2.yaml")
    found = editor.ask("workspace/symbol", query="1.2")
    assert [one["containerName"].rpartition(" · ")[2] for one in found] == [
        "Region Provlän, 2025",
        "Region Annorlän, 2025",
    ]
    assert {shown(editor, one["location"]) for one in found} == {("1.yaml", '"1.2"')}
    assert editor.ask("workspace/symbol", query="3.1") == []  # no file has its area


def test_every_reference_of_the_example_leads_somewhere(editor):
    uris = [editor.open(file) for file in sorted((ROOT / "underlag").glob("[1-6]*.yaml"))]
    found = []
    for uri in uris:
        text = editor.texts[uri]
        for words in ("fråga 5.1b", "5.1c.", "RUN/", "foretagsstod", "projekt |", "anslag |"):
            found += at(editor, uri, words) if words in text else []
    assert {file for file, _ in found} == {
        "5-anslag-1-1.yaml",
        "kallor.yaml",
        "foretagsstod.csv",
        "projekt.csv",
        "anslag.xlsx",
    }


def test_what_cannot_be_checked_leads_nowhere_and_breaks_nothing(editor, folder):
    path = folder(**{"1": ONE})
    (path / "rapport.yaml").write_text("mall: [\n", "utf-8")
    one = editor.open(path / "1.yaml")
    assert at(editor, one, "fråga 1.2") == []
    assert at(editor, one, "fråga 1.2", "implementation") == []
    assert editor.ask("textDocument/documentSymbol", textDocument={"uri": one}) == []
    assert editor.ask("workspace/symbol", query="") == []
    assert editor.told == []
