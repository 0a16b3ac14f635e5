"""The language server, driven over stdin and stdout as an editor does it."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import BUILT, RAPPORT, ROOT
from kommando import findings_of
from redigerare import COMMAND, Redigerare, offset

pytest.importorskip("pygls", reason="tillägget lsp är inte installerat")

from lsprotocol import types as lsp

from rapport.lsp.bugs import Bugs
from rapport.lsp.server import made
from rapport.lsp.uris import beside, path_of

AREA = """område: 1
ansvarig: Sara Lind
svar:
  "1.1": |
    Regionen har har samordnat arbetet i länet.
  "1.2":
    status: granskas
    ansvarig: Jonas Berg
    text: |
      Insatserna fortsatte under under året.
"""
SEVERITIES = {"error": 1, "warning": 2, "info": 3}
DOUBLED = [("dubbelt-ord", "har har"), ("dubbelt-ord", "under under")]


@pytest.fixture
def editor():
    with Redigerare() as editor:
        yield editor


def only(words, *rules):
    return [(rule, text) for rule, text in words if rule in rules]


def doubled(editor, uri):
    return only(editor.words(uri), "dubbelt-ord")


def test_what_is_found_is_shown_at_its_words(editor, folder):
    uri = editor.open(folder(**{"1": AREA}) / "1.yaml")
    assert doubled(editor, uri) == DOUBLED
    shown = next(one for one in editor.shown(uri) if one["code"] == "dubbelt-ord")
    assert (shown["severity"], shown["source"]) == (2, "rapport")
    page = Path(path_of(shown["codeDescription"]["href"]))
    assert "dubbelt-ord" in page.read_text("utf-8")


def as_told(finding):
    waived = f"Tillåtet: {finding['waived']}" if finding["waived"] else None
    severity = 4 if finding["waived"] else SEVERITIES[finding["severity"]]
    message = "\n".join(filter(None, [finding["message"], finding["hint"], waived]))
    place = (finding["line"] or 1) - 1, (finding["column"] or 1) - 1
    return finding["rule"], severity, message, finding["fraga"], finding["offset"], finding["fix"], place


def as_shown(text, one):
    start = one["range"]["start"]
    data = one["data"]
    at = offset(text, start)
    place = start["line"], at - (text.rfind("\n", 0, at) + 1)
    return one["code"], one["severity"], one["message"], data["fraga"], data["offset"], data["fix"], place


def compare(editor, path):
    """Hold all that is shown of a report against what the command finds, file by file and one by one."""
    wanted = {}
    for finding in findings_of(path):
        wanted.setdefault(finding["path"] or "rapport.yaml", []).append(finding)
    files = [file for file in sorted(path.glob("*.yaml")) if file.name in wanted or file.name == "rapport.yaml"]
    uris = {file.name: editor.open(file) for file in files}
    for name, uri in uris.items():
        editor.shown(uri)
        text, found = editor.texts[uri], wanted.get(name, [])
        assert [as_shown(text, one) for one in editor.shown(uri)] == [*map(as_told, found)]
        for one, finding in zip(editor.shown(uri), found, strict=True):
            if finding["excerpt"] and "\n" not in finding["excerpt"] and "{" not in text:
                shown = " ".join(editor.text_at(uri, one["range"]).replace("**", "").split())
                assert shown == " ".join(finding["excerpt"].split())
    assert sum(map(len, wanted.values())) == sum(len(editor.shown(uri)) for uri in uris.values())


def test_the_real_report_shows_what_the_command_finds(editor, real_report, tmp_path):
    path = tmp_path / "redovisning"
    shutil.copytree(real_report, path, ignore=BUILT)
    compare(editor, path)


def test_a_made_report_shows_what_the_command_finds(editor, folder):
    waived = AREA.replace("    status:", "    tillåt: {dubbelt-ord: Så heter det.}\n    status:")
    other = (
        'område: 2\nsvar:\n  "2.1": |\n    Vi började började.\n  "2.7": |\n    Okänd.\n  "2.2":\n    statsu: klar\n'
    )
    compare(editor, folder(**{"1": waived, "2": other, "3": "område: 3\nsvar:\n  fel\n"}))


def test_letter_by_letter_through_broken_states_nothing_else_is_lost(editor, folder):
    path = folder(**{"1": AREA}) / "1.yaml"
    uri = editor.open(path)
    assert doubled(editor, uri) == DOUBLED
    new = '  "1.3":\n    status: klar\n    text: |\n      Vi började började.\n'
    at = editor.texts[uri].index('  "1.2"')
    for number, letter in enumerate(new):
        editor.type(uri, at + number, letter)
        assert set(DOUBLED) <= set(doubled(editor, uri)), new[: number + 1]
    assert doubled(editor, uri) == [DOUBLED[0], DOUBLED[1], ("dubbelt-ord", "började började")]
    editor.save(uri, path)
    for _ in new:
        editor.type(uri, at, "", removed=1)
        assert set(DOUBLED) <= set(doubled(editor, uri))
    assert editor.texts[uri] == AREA
    assert doubled(editor, uri) == DOUBLED


def test_a_broken_text_that_is_saved_empties_nothing(editor, folder):
    path = folder(**{"1": AREA}) / "1.yaml"
    uri = editor.open(path)
    editor.shown(uri)
    editor.type(uri, len(AREA), '  "1.3')
    editor.save(uri, path)
    editor.type(uri, len(AREA) + 6, "x")
    assert doubled(editor, uri) == DOUBLED
    assert "yaml" in [rule for rule, _ in editor.words(uri)]


def test_a_rapport_yaml_that_is_saved_broken_empties_nothing(editor, folder):
    path = folder(**{"1": AREA})
    area, rapport = editor.open(path / "1.yaml"), editor.open(path / "rapport.yaml")
    editor.shown(rapport)
    at = RAPPORT.index("2025")
    editor.type(rapport, at, "", removed=4)
    editor.save(rapport, path / "rapport.yaml")
    editor.type(area, 0, "#\n")
    assert doubled(editor, area) == DOUBLED
    editor.shown(rapport)
    assert ("yaml", "år") in [(one["code"], editor.texts[rapport].splitlines()[2][:2]) for one in editor.shown(rapport)]
    editor.type(rapport, at, "2025")
    assert "yaml" not in [one["code"] for one in editor.shown(rapport)]


def test_a_report_that_cannot_be_opened_says_so_until_it_can(editor, folder):
    path = folder(**{"1": AREA})
    (path / "rapport.yaml").write_text(RAPPORT.replace("2025", "tjugo"), "utf-8")
    uri = editor.open(path / "1.yaml")
    assert [one["severity"] for one in editor.shown(uri)] == [1]
    assert "Inget är kontrollerat" in editor.shown(uri)[0]["message"]
    rapport = editor.open(path / "rapport.yaml")
    assert [one["range"]["start"]["line"] for one in editor.shown(rapport)] == [2]
    editor.type(rapport, RAPPORT.index("2025"), "2025", removed=5)
    editor.save(rapport, path / "rapport.yaml")
    editor.type(uri, 0, "#\n")
    assert doubled(editor, uri) == DOUBLED


def test_several_folders_at_once_have_nothing_to_do_with_each_other(editor, folder, tmp_path):
    one = folder(**{"1": AREA})
    other = tmp_path / "Åtgärder 100% & mål"
    shutil.copytree(one, other)
    (other / "1.yaml").write_text(AREA.replace("har har", "har"), "utf-8")
    first, second = editor.open(one / "1.yaml"), editor.open(other / "1.yaml")
    assert doubled(editor, second) == DOUBLED[1:]
    assert doubled(editor, first) == DOUBLED
    editor.type(second, 0, "# å\n")
    assert doubled(editor, second) == DOUBLED[1:]
    editor.close(second)
    while editor.diagnostics[second]["diagnostics"]:
        editor.take()
    editor.type(first, 0, "#\n")
    assert doubled(editor, first) == DOUBLED


def test_the_editor_may_write_a_path_in_its_own_way(editor, folder, tmp_path):
    path = tmp_path / "Region Åre"
    shutil.copytree(folder(**{"1": AREA}), path)
    uri = (path / "1.yaml").as_uri().replace("%C3%85", "%c3%85").replace("Region%20", "%52egion%20")
    editor.open(path / "1.yaml", uri=uri)
    assert doubled(editor, uri) == DOUBLED


def test_line_ends_of_windows_change_no_place(editor, folder):
    path = folder(**{"1": AREA.replace("\n", "\r\n").encode("utf-8")})
    uri = editor.open(path / "1.yaml")
    assert doubled(editor, uri) == DOUBLED
    editor.type(uri, editor.texts[uri].index("har har"), "hade hade ")
    assert doubled(editor, uri) == [("dubbelt-ord", "hade hade"), *DOUBLED]
    editor.type(uri, 0, "# 1\r\n#2\r\n")
    assert doubled(editor, uri) == [("dubbelt-ord", "hade hade"), *DOUBLED]


def test_signs_of_two_units_before_a_place_move_it_by_two(editor, folder):
    text = AREA.replace("Regionen", "Å 👍🏽 e\u0301 regionen")
    uri = editor.open(folder(**{"1": text}) / "1.yaml")
    assert doubled(editor, uri) == DOUBLED
    editor.type(uri, editor.texts[uri].index("har har"), "😀 hade hade ")
    assert doubled(editor, uri) == [("dubbelt-ord", "hade hade"), *DOUBLED]


def test_an_editor_may_count_in_other_units(folder):
    general = {"positionEncodings": ["utf-32", "utf-16"]}
    with Redigerare(*COMMAND, capabilities={"general": general}) as editor:
        assert editor.server["capabilities"]["positionEncoding"] == "utf-32"
        uri = editor.open(folder(**{"1": AREA.replace("Regionen", "👍 regionen")}) / "1.yaml")
        starts = [one["range"]["start"]["character"] for one in editor.shown(uri) if one["code"] == "dubbelt-ord"]
        assert starts[0] == len("    👍 regionen ")


def test_the_room_left_stands_above_each_question(editor, folder):
    uri = editor.open(folder(**{"1": AREA}) / "1.yaml")
    lenses = editor.ask("textDocument/codeLens", textDocument={"uri": uri})
    titles = [(one["range"]["start"]["line"], one["command"]["title"]) for one in lenses]
    rooms = [(line, title) for line, title in titles if "tecken" in title]
    assert rooms == [
        (3, "43 tecken · område 1: 10 919 kvar · utkast · Sara Lind"),
        (5, "38 tecken · område 1: 10 919 kvar · granskas · Jonas Berg"),
    ]
    assert any("kommuner saknas" in title for _, title in titles)
    room = editor.rooms[uri]
    assert [(fraga["rad"], fraga["text"]) for fraga in room["fragor"]] == rooms
    assert room["omraden"] == [{"nummer": 1, "tecken": 81, "maxtecken": 11000, "text": "område 1: 10 919 kvar"}]


def test_too_much_is_said_to_be_too_much(editor, folder):
    uri = editor.open(folder(**{"1": AREA}) / "1.yaml")
    editor.type(uri, AREA.index("Regionen"), "Vi arbetade. " * 900)
    lenses = editor.ask("textDocument/codeLens", textDocument={"uri": uri})
    assert "område 1: 781 för mycket" in lenses[0]["command"]["title"], lenses[0]


def test_a_lens_is_of_the_text_as_it_stands(editor, folder):
    uri = editor.open(folder(**{"1": AREA}) / "1.yaml")
    for _ in range(5):
        editor.type(uri, AREA.index("Regionen"), "Nu. ")
    lenses = editor.ask("textDocument/codeLens", textDocument={"uri": uri})
    assert lenses[0]["command"]["title"].startswith("63 tecken")


def test_only_the_last_of_many_quick_keystrokes_is_shown(editor, folder):
    uri = editor.open(folder(**{"1": AREA}) / "1.yaml")
    editor.shown(uri)
    for number in range(50):
        editor.type(uri, AREA.index("Regionen") + number, "x")
    assert doubled(editor, uri) == DOUBLED
    assert editor.diagnostics[uri]["version"] == 51


def test_what_is_closed_without_being_saved_is_as_on_disk(editor, folder):
    path = folder(**{"1": AREA, "2": "område: 2\nsvar:\n"})
    one, other = editor.open(path / "1.yaml"), editor.open(path / "2.yaml")
    editor.type(one, 0, "", removed=len(AREA))
    editor.shown(one)
    editor.close(one)
    editor.type(other, 0, "#\n")
    editor.shown(other)
    assert (
        only([(d["code"], "") for d in editor.diagnostics[one]["diagnostics"]], "dubbelt-ord")
        == [("dubbelt-ord", "")] * 2
    )


def test_what_is_no_report_is_left_alone(editor, tmp_path, folder):
    (tmp_path / "annat.yaml").write_text("a: 1\n", "utf-8")
    editor.open(tmp_path / "annat.yaml")
    editor.open("osparad", text="a: 1", uri="untitled:Untitled-1")
    uri = editor.open(folder(**{"1": AREA}) / "1.yaml")
    editor.shown(uri)
    assert [*editor.diagnostics] == [uri]
    assert editor.told == []


def test_a_fault_of_ours_leaves_the_server_alive_and_tells_no_answer(folder):
    path = folder(**{"1": AREA})
    with Redigerare(sys.executable, str(ROOT / "tests/lsp_krasch.py")) as editor:
        uri = editor.open(path / "1.yaml")
        where = {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 0}}
        assert [editor.ask("textDocument/hover", **where) for _ in range(3)] == [None] * 3
        editor.type(uri, AREA.index("Regionen"), "Det kraschar. ")
        assert editor.ask("textDocument/codeLens", textDocument={"uri": uri}) is None
        editor.type(uri, AREA.index("Regionen"), "", removed=len("Det kraschar. "))
        assert doubled(editor, uri) == DOUBLED
        assert len(editor.told) == 2
        assert all("Din text är orörd" in told for told in editor.told)
    log = "".join(editor.log)
    assert "ValueError i textDocument/hover" in log
    assert "KeyError i kontrollen: " in log
    assert "Hemliga" not in log + "".join(editor.told)
    assert "Insatserna" not in log + "".join(editor.told)


def test_a_fault_is_told_once():
    told = []
    bugs = Bugs(told.append)
    for _ in range(2):
        try:
            json.loads("{")
        except ValueError as error:
            bugs.note("provet", error)
    assert len(told) == 1


def test_what_makes_no_sense_is_no_end(editor, folder):
    uri = editor.open(folder(**{"1": AREA}) / "1.yaml")
    editor.tell("textDocument/didChange", textDocument={"uri": uri, "version": "x"}, contentChanges=7)
    editor.tell(
        "textDocument/didChange", textDocument={"uri": "file:///finns/inte.yaml", "version": 1}, contentChanges=[]
    )
    editor.tell("något/annat", text=AREA)
    editor.type(uri, 0, "#\n")
    assert doubled(editor, uri) == DOUBLED
    assert "Insatserna" not in "".join(editor.log)


def test_nothing_is_kept_of_a_keystroke_that_has_been_taken():
    server = made()
    document = lsp.VersionedTextDocumentIdentifier(2, "file:///finns/inte.yaml")
    for _ in range(50):
        change = lsp.DidChangeTextDocumentParams(document, [lsp.TextDocumentContentChangeWholeDocument(AREA)])
        server.protocol._handle_notification("textDocument/didChange", change)  # noqa: SLF001 - as if read
    assert not server.protocol._request_futures  # noqa: SLF001 - where they pile up


@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("file:///c%3A/Mina%20filer/%C3%A5r/1.yaml", "C:/Mina filer/år/1.yaml"),
        ("file:///C:/Mina%20filer/1.yaml", "C:/Mina filer/1.yaml"),
        ("file://server/delad/1%23;a.yaml", "//server/delad/1#;a.yaml"),
        ("untitled:Untitled-1", None),
        ("vscode-remote://ssh/1.yaml", None),
    ],
)
def test_a_uri_of_windows_is_a_path_there(uri, path):
    assert path_of(uri, is_windows=True) == path


def test_a_uri_is_written_as_the_editor_writes_its_neighbour():
    assert beside("file:///c%3A/a%20b/1.yaml", "2 å.yaml") == "file:///c%3A/a%20b/2%20%C3%A5.yaml"


def test_without_the_extra_one_sentence_says_what_to_write():
    block = "import sys; sys.modules['pygls'] = None; "
    start = "from importlib import util; util.find_spec = lambda name: None; from rapport.cli.main import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", block + start, "lsp"], check=False, capture_output=True, encoding="utf-8", cwd=ROOT
    )
    assert done.returncode == 2
    assert f'{sys.executable} -m pip install "rapport[lsp]"' in done.stderr
    assert done.stdout == ""
