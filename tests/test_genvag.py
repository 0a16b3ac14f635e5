"""A shortcut on the desktop: what stands in it opens the editor, whatever the folders are called."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import on_unix

from rapport.cli.main import run
from rapport.workflow import genvag
from rapport.workflow.genvag import command_file, desktop_file, make_shortcut, windows_values
from rapport.workflow.senast import opened_last, recent, remember

STRANGE = ["Våra svar", 'Åsa\'s "mapp"', "100 % klart & $HOME `x`", r"med \ bak", "’krökt‘"]


@pytest.fixture(autouse=True)
def own_state(tmp_path, monkeypatch):
    for name in ("XDG_STATE_HOME", "WIN_PD_OVERRIDE_LOCAL_APPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "state"))


def report(path):
    path.mkdir(parents=True)
    (path / "rapport.yaml").write_text("mall: '2024'\n", "utf-8")
    return path


@on_unix
@pytest.mark.parametrize("name", STRANGE)
def test_the_script_for_a_mac_begins_in_the_folder_and_runs_our_python(name, tmp_path):
    folder = tmp_path / name
    folder.mkdir()
    python = folder / "python"
    python.write_text('#!/bin/sh\npwd\nprintf "%s\\n" "$@"\n')
    python.chmod(0o755)
    script = tmp_path / "x.command"
    script.write_text(command_file(str(python), folder), "utf-8")
    done = subprocess.run(["/bin/sh", str(script)], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines() == [str(folder), "-m", "rapport", "redigera"]


@pytest.mark.parametrize("name", STRANGE)
def test_the_desktop_entry_reads_back_as_it_was_meant(name):
    python, folder = f"/opt/{name}/python", Path("/hem", name)
    lines = dict(line.split("=", 1) for line in desktop_file(python, folder).splitlines() if "=" in line)
    # First the file's own escapes, then those of Exec: https://specifications.freedesktop.org/desktop-entry-spec
    values = {key: value.replace("\\\\", "\\") for key, value in lines.items()}
    assert values["Path"] == str(folder)
    quoted, rest = re.fullmatch(r'"((?:[^"`$\\]|\\.)*)" (.*)', values["Exec"]).groups()
    assert re.sub(r"\\(.)", r"\1", quoted).replace("%%", "%") == python
    assert rest == "-m rapport redigera"


@pytest.mark.parametrize("name", STRANGE)
def test_windows_is_told_by_its_environment_and_nothing_is_quoted(name):
    python, folder = rf"C:\Program\{name}\python.exe", Path("C:/", name)
    values = windows_values(python, folder, None)
    assert values["RAPPORT_MAPP"] == str(folder)
    if "%" in name:
        assert (values["RAPPORT_PROGRAM"], values["RAPPORT_ARGUMENT"]) == (python, "-m rapport redigera")
    else:
        assert values["RAPPORT_ARGUMENT"] == f'/s /c ""{python}" -m rapport redigera || pause"'
    assert name not in genvag.POWERSHELL


@pytest.mark.skipif(os.name != "nt", reason="så gör bara Windows")
def test_windows_makes_it(tmp_path):
    made = make_shortcut(tmp_path, tmp_path / "Åsas skrivbord")
    assert made.suffix == ".lnk"


@on_unix
def test_it_is_put_on_the_desktop_and_never_over_somebody_elses_file(tmp_path, capsys):
    mapp, desk = report(tmp_path / "min"), tmp_path / "bord"
    suffix = ".command" if sys.platform == "darwin" else ".desktop"
    desk.mkdir()
    (desk / f"Redovisningen{suffix}").write_text("min egen", "utf-8")
    assert run(["genvag", str(mapp), "--plats", str(desk)]) == 0
    made = desk / f"Redovisningen 2{suffix}"
    out = capsys.readouterr()
    assert out.out.strip() == str(made)
    assert "Dubbelklicka" in out.err
    assert str(mapp) in made.read_text("utf-8")
    assert os.access(made, os.X_OK)
    assert run(["genvag", "--plats", str(desk)]) == 0  # our own is made anew
    assert str(mapp) not in made.read_text("utf-8")
    assert len(list(desk.iterdir())) == 2
    assert run(["genvag", str(desk)]) == 2


def test_the_folder_used_last_is_opened_where_none_is_named(tmp_path):
    assert opened_last(tmp_path) is None
    first, second = report(tmp_path / "första året"), report(tmp_path / "andra")
    remember(first)
    remember(second)
    remember(first)
    assert recent() == [first, second]
    assert opened_last(tmp_path) == first
    assert opened_last(second) == second
    (first / "rapport.yaml").unlink()
    assert opened_last(tmp_path) == second


@pytest.mark.parametrize("text", [b"", b"{}", b"[1, null]", b"\xff", b'["relativ"]', b"[" * 100_000])
def test_what_is_remembered_may_be_anything(text, tmp_path):
    remember(report(tmp_path / "mapp"))
    (file,) = (tmp_path / "state").rglob("senaste.json")
    file.write_bytes(text)
    assert recent() == []
    remember(tmp_path / "mapp")
    assert recent() == [tmp_path / "mapp"]
