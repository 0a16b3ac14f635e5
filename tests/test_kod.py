"""The extension for VS Code, run by node with an editor that has no window, against the real server."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import BUILT, ROOT
from redigerare import COMMAND, Redigerare, position

from rapport.workflow.vsix import FOLDER

NODE = shutil.which("node")
needs_node = pytest.mark.skipif(NODE is None, reason="node finns inte här")
needs_sh = pytest.mark.skipif(os.name == "nt", reason="stand-ins for Python are shell scripts")
AREA = """område: 1
ansvarig: Sara Lind
svar:
  "1.1": |
    Å 👍🏽 regionen har har samordnat arbetet i länet.
  "1.2": |
    Insatserna fortsatte.
"""


class Kod:
    """Runs steps in the editor that has no window; what is on the computer is what a test puts there."""

    def __init__(self, place):
        self.place = place
        self.storage, self.path, self.pid = place / "lager", place / "sökväg", place / "pid"
        self.path.mkdir()
        self.python, self.is_trusted, self.folders = sys.executable, True, []

    def __call__(self, *steps):
        settings = {"python": self.python, "isTrusted": self.is_trusted, "folders": [*map(str, self.folders)]}
        settings |= {"storage": str(self.storage), "pid": str(self.pid)}
        environment = os.environ | {"PATH": str(self.path), "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [NODE, str(ROOT / "tests/kod.cjs"), str(FOLDER), json.dumps(settings)],
            input=json.dumps(steps),
            capture_output=True,
            encoding="utf-8",
            env=environment,
            check=False,
            timeout=240,
        )
        assert done.returncode == 0, done.stderr[:1000]
        return json.loads(done.stdout)

    def program(self, file, *lines):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join(["#!/bin/sh", *lines, ""]), "utf-8")
        file.chmod(0o755)
        return file


@pytest.fixture
def kod(tmp_path):
    return Kod(tmp_path)


def needs_server():
    pytest.importorskip("pygls", reason="tillägget lsp är inte installerat")


@needs_node
def test_findings_and_room_are_shown_as_one_types(kod, folder, tmp_path):
    needs_server()
    path = folder(**{"1": AREA}).rename(tmp_path / "Region Åre")
    start, end = (position(AREA, AREA.index(word)) for word in (" har sam", " samordnat"))
    *_, first, _, _, second = kod(
        ["open", str(path / "1.yaml")],
        ["cursor", 4, 10],
        ["status", "1.1: "],
        ["found", "dubbelt-ord", 1],
        ["shown"],
        ["type", start, end, ""],
        ["found", "dubbelt-ord", 0],
        ["shown"],
    )
    found = first["diagnostics"][(path / "1.yaml").as_uri()]
    [one] = [one for one in found if one["code"]["value"] == "dubbelt-ord"]
    assert (one["range"]["start"], one["range"]["end"]) == (position(AREA, AREA.index("har har")), end)
    assert one["severity"] == 1
    assert re.fullmatch(r"1\.1: \d+ tecken · område 1: 10 9\d\d kvar", first["status"].replace("\xa0", " "))
    assert first["tooltip"].startswith("Fråga 1.1: ")
    assert not first["isWarning"]
    assert first["said"] == second["said"] == []


@needs_node
def test_what_is_no_reports_is_not_told_to_the_server(kod, tmp_path):
    (tmp_path / "annat.yaml").write_text("hemligt: 1\n", "utf-8")
    kod.python = str(tmp_path / "finns-inte")
    assert kod(["open", str(tmp_path / "annat.yaml")], ["shown"])[-1]["said"] == []


@needs_node
@needs_sh
def test_lines_above_the_questions_are_shown_and_a_server_that_dies_is_started_again(kod, folder):
    needs_server()
    path = folder(**{"1": AREA})
    kod.python = str(kod.program(kod.place / "egen", f'echo $$ > "{kod.pid}"', f'exec "{sys.executable}" "$@"'))
    told = kod(
        ["open", str(path / "1.yaml")],
        ["found", "dubbelt-ord", 1],
        ["ask", "CodeLens", "provideCodeLenses"],
        ["kill"],
        ["started", 2],
        ["cursor", 6, 4],
        ["status", "1.2: "],
        ["found", "dubbelt-ord", 1],
        ["shown"],
    )
    assert any("område 1: " in lens["command"]["title"] for lens in told[2])
    assert told[-1]["said"] == []


@needs_node
@needs_sh
def test_what_the_server_says_of_a_question_is_shown_beside_it_to_be_read_only(kod, folder):
    path = folder(**{"1": AREA})
    server = kod.place / "server"
    start = f'exec "{sys.executable}" "{ROOT}/tests/lsp_stum.py" rapport.forraSvar,rapport.annat'
    kod.python = str(kod.program(server, start))
    uri = (path / "1.yaml").as_uri()
    told = kod(
        ["open", str(path / "1.yaml")],
        ["started", 1],
        ["run", "rapport.forraSvar", uri, "1.1"],
        ["run", "rapport.forraSvar", uri, "9.9"],
        ["run", "rapport.forslag", uri, "1.1"],
        ["run", "rapport.annat", uri, "1.2"],
        ["run", "rapport.forraSvar"],
        ["shown"],
    )
    assert told[5]["text"] == "rapport.annat 1.yaml 1.2 åäö"
    [(name, document)] = told[-1]["documents"].items()
    assert name.startswith("rapport-visat:/Svar 1.1-2.md")
    assert document == {"text": "rapport.forraSvar 1.yaml 1.1 åäö", "viewColumn": -2}
    missing, old, nowhere = told[-1]["said"]
    assert missing.startswith("Fråga 9.9 finns inte")
    assert "för gammalt" in old
    assert nowhere.startswith("Ställ markören i ett svar")


@needs_node
def test_the_real_server_opens_last_years_answer_and_the_papers_beside(kod, tmp_path):
    needs_server()
    path = tmp_path / "redovisning"
    shutil.copytree(ROOT / "underlag", path, ignore=BUILT)
    file = next(path.glob("2-*.yaml"))
    line = file.read_text("utf-8").splitlines().index('  "2.2":')
    shown = kod(
        ["open", str(file)],
        ["cursor", line + 2, 0],
        ["status", "2.2: "],
        ["run", "rapport.forraSvar"],
        ["run", "rapport.forslag"],
        ["shown"],
    )[-1]
    names = {name.partition(":/")[2].partition("?")[0]: one["text"] for name, one in shown["documents"].items()}
    assert {name.rpartition(".")[2] for name in names} == {"md", "txt"}
    assert all("2.2" in name and text for name, text in names.items())
    assert shown["said"] == []


ADVICE = {
    "python": ("", "Python hittades inte: installera Python 3.11", ".venv/bin/rapport lsp --installera"),
    "paket": (
        'echo "python3: No module named rapport" >&2; exit 1',
        "Rapport är inte installerat: skriv",
        "python3 -m venv .venv",
    ),
    "tillägg": (
        "echo 'Kommandot behöver ett tillägg. Installera det med  python -m pip install \"rapport[lsp]\"' >&2; exit 2",
        "Rapport saknar det som redigeraren behöver: skriv",
        '-m pip install "rapport[lsp]"',
    ),
}


@needs_node
@needs_sh
@pytest.mark.parametrize("missing", ADVICE)
def test_what_is_missing_is_said_in_a_sentence_with_what_to_write(kod, folder, missing):
    script, sentence, command = ADVICE[missing]
    kod.python = ""
    if script:
        kod.program(kod.path / "python3", script)
    shown = kod(["open", str(folder(**{"1": AREA}) / "1.yaml")], ["said", ""], ["shown"])[-1]
    [said] = shown["said"]
    assert said.startswith(sentence)
    assert command in said
    assert shown["copied"] in said
    assert (shown["tooltip"], shown["isWarning"]) == (said, True)
    assert "Error" not in said + shown["status"]
    assert "\n" not in said


@needs_node
@needs_sh
@pytest.mark.parametrize(
    ("python", "said"),
    [
        ("/finns/inte/python", "som inställningen rapport.python pekar på: rätta den"),
        ("sh", "Rapport startar inte"),
    ],
)
def test_a_setting_that_is_wrong_is_said_and_nothing_else_is_tried(kod, folder, python, said):
    kod.program(kod.path / "python3", f': > "{kod.place}/provad"')
    kod.python = python
    assert kod(["open", str(folder(**{"1": AREA}) / "1.yaml")], ["said", said], ["shown"])[-1]["said"]
    assert not (kod.place / "provad").exists()


@needs_node
@needs_sh
@pytest.mark.parametrize("is_trusted", [True, False])
def test_a_python_of_the_workspace_is_run_only_where_it_is_trusted(kod, folder, is_trusted):
    path = folder(**{"1": AREA})
    kod.program(path / ".venv/bin/python", f': > "{kod.place}/körd"', "exit 1")
    (path / "rapport.py").write_text(f"open({str(kod.place / 'inläst')!r}, 'w')", "utf-8")
    kod.python, kod.is_trusted, kod.folders = "", is_trusted, [path]
    kod(["open", str(path / "1.yaml")], ["said", ""])
    assert (kod.place / "körd").exists() == is_trusted
    assert not (kod.place / "inläst").exists()


@needs_node
@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ({}, ["C:\\w\\.venv\\Scripts\\python.exe", "C:\\egen.exe", "C:\\p\\rapport.exe", "C:\\p\\py.exe"]),
        ({"isTrusted": False}, ["C:\\egen.exe", "C:\\p\\rapport.exe", "C:\\p\\py.exe"]),
        ({"setting": "${workspaceFolder}\\x.exe"}, ["C:\\w\\x.exe"]),
        ({"env": {"PATH": ".;p"}, "installer": None}, ["C:\\w\\.venv\\Scripts\\python.exe"]),
    ],
)
def test_what_is_tried_in_windows(given, wanted):
    where = {"setting": "", "folders": ["C:\\w"], "isTrusted": True, "installer": "C:\\egen.exe"}
    where |= {"env": {"Path": "C:\\p;.;C:\\q"}, "platform": "win32", **given}
    there = [*wanted, "C:\\w\\.venv\\Scripts\\python.exe", "rapport.exe", "p\\py.exe", ".\\rapport.exe"]
    code = (
        f"const there = {json.dumps(there)};"
        f"const found = require({json.dumps(str(FOLDER / 'python.js'))}).candidates("
        f"{{...{json.dumps(where)}, exists: (file) => there.includes(file)}});"
        "console.log(JSON.stringify(found.map(([program]) => program)));"
    )
    done = subprocess.run([NODE, "-e", code], capture_output=True, encoding="utf-8", check=True)
    assert json.loads(done.stdout) == wanted


def test_all_that_the_server_says_it_can_do_is_asked_of_it():
    needs_server()
    asked = set(re.findall(r"^  (\w+Provider):", (FOLDER / "features.js").read_text("utf-8"), re.MULTILINE))
    with Redigerare(*COMMAND, capabilities={"workspace": {}, "textDocument": {}}) as editor:
        known = {name for name in editor.server["capabilities"] if name.endswith("Provider")}
    assert known - {"executeCommandProvider"} <= asked
    assert {"codeLensProvider", "hoverProvider", "completionProvider", "codeActionProvider"} <= asked


def test_the_client_has_nothing_but_what_is_in_its_folder():
    for file in FOLDER.glob("*.js"):
        for name in re.findall(r'require\("([^"]+)"\)', file.read_text("utf-8")):
            assert name == "vscode" or name.startswith("node:") or (FOLDER / f"{name}.js").is_file(), name
        assert len(Path(file).read_text("utf-8").splitlines()) <= 210
