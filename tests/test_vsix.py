"""The extension as a file, and how it comes into an editor."""

import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from importlib.metadata import version
from xml.etree import ElementTree as ET

import pytest
from conftest import ROOT

from rapport.cli.main import run
from rapport.workflow import vsix as made
from rapport.workflow.editors import editors
from rapport.workflow.vsix import FOLDER, file_name, vsix

NAME = f"rapport-{version('rapport')}.vsix"


def unpacked(raw):
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def test_it_holds_every_file_of_the_extension_and_what_an_editor_reads_first():
    files = unpacked(vsix())
    own = {f"extension/{file.relative_to(FOLDER).as_posix()}" for file in FOLDER.rglob("*") if file.is_file()}
    assert set(files) == {"[Content_Types].xml", "extension.vsixmanifest", *own}
    for name in own - {"extension/package.json"}:
        assert files[name] == (FOLDER / name.removeprefix("extension/")).read_text("utf-8")
    package = json.loads(files["extension/package.json"])
    assert package["version"] == version("rapport") == file_name().removeprefix("rapport-").removesuffix(".vsix")
    assert re.fullmatch(r"\d+\.\d+\.\d+", package["version"])
    manifest = ET.fromstring(files["extension.vsixmanifest"])  # noqa: S314 - it is our own
    identity = manifest.find(".//{*}Identity")
    assert [identity.get(key) for key in ("Id", "Version", "Publisher")] == [
        package[key] for key in ("name", "version", "publisher")
    ]
    assert {asset.get("Path") for asset in manifest.findall(".//{*}Asset")} <= set(files)
    types = ET.fromstring(files["[Content_Types].xml"])  # noqa: S314 - as above
    assert {name.rpartition(".")[2] for name in files} - {"xml"} == {kind.get("Extension")[1:] for kind in types}


def test_all_that_it_names_is_in_it():
    package = json.loads((FOLDER / "package.json").read_text("utf-8"))
    grammars = package["contributes"]["grammars"]
    for path in [package["main"], *(grammar["path"] for grammar in grammars)]:
        assert (FOLDER / path).is_file()
    for grammar in grammars:
        assert json.loads((FOLDER / grammar["path"]).read_text("utf-8"))["scopeName"] == grammar["scopeName"]
    commands = {one["command"] for one in package["contributes"]["commands"]}
    code = (FOLDER / "extension.js").read_text("utf-8")
    assert all(f'"{command}"' in code for command in commands)
    assert {one["command"] for menu in package["contributes"]["menus"].values() for one in menu} <= commands
    assert package["capabilities"]["untrustedWorkspaces"]["supported"] == "limited"
    assert package["capabilities"]["untrustedWorkspaces"]["restrictedConfigurations"] == ["rapport.python"]
    assert "dependencies" not in package


def test_it_is_the_same_wherever_it_is_made(tmp_path, monkeypatch):
    was = vsix()
    shutil.copytree(FOLDER, tmp_path / "vscode")
    for file in (tmp_path / "vscode").rglob("*.*"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
        os.utime(file, (1, 1))
    (tmp_path / "vscode/.DS_Store").write_bytes(b"x")
    monkeypatch.setattr(made, "FOLDER", tmp_path / "vscode")
    assert vsix() == was


def test_nothing_of_it_is_left_out_of_the_package():
    """The wheel takes all that git does not leave out."""
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("git finns inte här")
    names = [str(file) for file in FOLDER.rglob("*")]
    done = subprocess.run(["git", "check-ignore", *names], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)  # noqa: S607
    assert done.stdout == ""


class Code:
    """An editor's program that notes what it is told, and ends as it is told to."""

    def __init__(self, folder, name):
        self.told = folder / f"{name} sagt"
        self.folder, self.name = folder, name

    def make(self, code=0, said=""):
        script = self.folder / f"{self.name}.py"
        script.write_text(
            "import json, pathlib, shutil, sys\n"
            f"pathlib.Path({str(self.told)!r}).write_text(json.dumps(sys.argv[1:]), 'utf-8')\n"
            f"shutil.copy(sys.argv[2], {str(self.folder / 'tagen.vsix')!r})\n"
            f"sys.stderr.buffer.write({said!r}.encode())\nsys.exit({code})\n",
            "utf-8",
        )
        if os.name == "nt":
            (self.folder / f"{self.name}.cmd").write_text(f'@"{sys.executable}" "{script}" %*\n', "utf-8")
        else:
            file = self.folder / self.name
            file.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{script}" "$@"\n', "utf-8")
            file.chmod(0o755)


@pytest.fixture
def code(tmp_path, monkeypatch):
    """Return a function that puts an editor on a computer that has none."""
    place = tmp_path / "Mina program & annat"
    place.mkdir()
    monkeypatch.setenv("PATH", os.pathsep.join([".", "", str(place)]))
    for name in ("LOCALAPPDATA", "PROGRAMFILES"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.chdir(tmp_path)
    if sys.platform == "darwin" and editors():
        pytest.skip("här finns en riktig VS Code")

    def make(name="code", **ends):
        one = Code(place, name)
        one.make(**ends)
        return one

    return make


def needs_server():
    pytest.importorskip("pygls", reason="tillägget lsp är inte installerat")


@pytest.mark.parametrize(("name", "called"), [("code", "VS Code"), ("codium", "VSCodium")])
def test_it_is_put_into_the_editor_and_told_of_this_python(code, capsys, tmp_path, name, called):
    needs_server()
    one = code(name)
    assert run(["lsp", "--installera"]) == 0
    assert json.loads(one.told.read_text("utf-8")) == ["--install-extension", NAME, "--force"]
    files = unpacked((one.folder / "tagen.vsix").read_bytes())
    assert json.loads(files.pop("extension/python.json")) == {"python": sys.executable}
    assert files == unpacked(vsix())
    assert f"Tillägget är insatt i {called}. " in capsys.readouterr().err
    assert [*tmp_path.glob("*.vsix")] == []


def test_it_is_put_into_all_editors_and_one_that_refuses_is_named(code, capsys):
    needs_server()
    code("code")
    code("codium", code=1, said="Extension is damaged.\r\n\n")
    assert run(["lsp", "--installera"]) == 1
    said = capsys.readouterr().err
    assert "Tillägget är insatt i VS Code." in said
    assert "VSCodium tog inte emot tillägget: Extension is damaged." in said


@pytest.mark.parametrize("refuses", [True, False])
def test_where_no_editor_takes_it_the_file_is_written_and_said_what_to_do(code, capsys, tmp_path, refuses):
    needs_server()
    if refuses:
        code("code", code=1, said="No.")
    assert run(["lsp", "--installera"]) == 1
    captured = capsys.readouterr()
    assert captured.out.strip() == NAME
    assert "Installera från VSIX" in captured.err
    assert ("Varken VS Code eller VSCodium hittades." in captured.err) != refuses
    assert "extension/python.json" in unpacked((tmp_path / NAME).read_bytes())
    assert run(["lsp", "--installera"]) == 1  # once more, over the same


def test_an_editor_where_one_stands_is_not_the_computers(code, tmp_path):
    code("annat")
    for name in ("code", "code.cmd"):
        (tmp_path / name).write_text("#!/bin/sh\n", "utf-8")
        (tmp_path / name).chmod(0o755)
    assert editors() == []


def test_it_can_be_written_for_other_computers(code, capsys, tmp_path):
    assert code
    assert run(["lsp", "--ut", "rapport.vsix"]) == 0
    assert (tmp_path / "rapport.vsix").read_bytes() == vsix()
    assert capsys.readouterr().out.strip() == "rapport.vsix"
    (tmp_path / "annan.vsix").write_bytes(b"mitt")
    assert run(["lsp", "--ut", "annan.vsix"]) == 2
    assert (tmp_path / "annan.vsix").read_bytes() == b"mitt"
    assert run(["lsp", "--ut", "rapport.zip"]) == 2
    assert run(["lsp", "--ut", "finns/inte.vsix"]) == 2
    said = capsys.readouterr().err
    for words in ("annan.vsix finns redan", "ska sluta på .vsix", "Mappen finns finns inte"):
        assert words in said
