"""Tab in a shell: what is offered, how PowerShell reads it, and the file that it is put in."""

import os

import pytest

from rapport.cli.commands import COMMANDS
from rapport.cli.main import run


def offered(monkeypatch, capsys, line):
    """Return what PowerShell is told for a line: pairs of a choice and its help."""
    monkeypatch.setenv("_RAPPORT_COMPLETE", "complete_powershell")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", line)
    monkeypatch.setenv("_TYPER_COMPLETE_WORD_TO_COMPLETE", line.rpartition(" ")[2])
    run([])
    monkeypatch.delenv("_RAPPORT_COMPLETE")
    return [tuple(row.split(":::")) for row in capsys.readouterr().out.splitlines() if row]


@pytest.fixture
def script(capsys):
    assert run(["komplettering", "powershell"]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("name", COMMANDS)
def test_each_choice_is_one_line_in_ascii_with_a_swedish_word_about_it(monkeypatch, capsys, name):
    pairs = offered(monkeypatch, capsys, f"rapport {name} --")
    assert ("--help", "Visar den här hjälpen.") in pairs
    assert [pair for pair in pairs if len(pair) != 2 or not pair[0].isascii() or not pair[1]] == []


def test_the_script_is_the_same_in_any_code_page_and_reads_what_it_asks_for_as_utf_8(script):
    assert script.isascii()
    assert script.index("[Console]::OutputEncoding = New-Object System.Text.UTF8Encoding") < script.index("rapport |")
    assert script.index("rapport |") < script.index("[Console]::OutputEncoding = $before")
    assert script.count("{") == script.count("}")


def put(file, shell="powershell"):
    return run(["komplettering", shell, "--till", str(file)])


def test_the_file_and_its_folder_are_made(tmp_path, script):
    file = tmp_path / "Dokument å" / "WindowsPowerShell" / "Microsoft.PowerShell_profile.ps1"
    assert put(file) == 0
    assert file.read_text("ascii") == script


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("last", ["", "\n"], ids=["öppen", "hel"])
def test_what_stood_there_is_kept_and_all_has_one_encoding(tmp_path, script, encoding, ends, last):
    file = tmp_path / "profil.ps1"
    was = ("# Åsas egna\nSet-Alias r rapport" + last).replace("\n", ends).encode(encoding)
    file.write_bytes(was)
    assert put(file) == 0
    assert file.read_bytes().startswith(was)
    end = ends if "\n" in last or ends == "\r\n" else os.linesep
    whole = "# Åsas egna" + ends + "Set-Alias r rapport" + end + script.replace("\n", end)
    assert file.read_bytes().decode(encoding) == whole


def test_it_is_put_there_once(tmp_path, capsys):
    file = tmp_path / "profil.ps1"
    assert put(file) == 0
    once = file.read_bytes()
    capsys.readouterr()
    assert put(file) == 0
    assert file.read_bytes() == once
    assert "står redan" in capsys.readouterr().err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_other_shells_have_their_files_too(tmp_path, shell):
    assert put(tmp_path / "start", shell) == 0
    assert "_RAPPORT_COMPLETE" in (tmp_path / "start").read_text("utf-8")


def test_a_name_that_no_shell_has_filled_in_is_no_file(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert run(["komplettering", "powershell", "--till", "$PROFILE"]) == 2
    assert "$PROFILE" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_files_place_is_told_of(tmp_path, capsys):
    assert put(tmp_path) == 2
    assert str(tmp_path) in capsys.readouterr().err


def test_nothing_in_the_texts_sends_to_a_start_file_by_an_arrow(script, capsys):
    run(["komplettering", "--help"])
    run(["hjalp", "windows"])
    assert ">>" not in script + capsys.readouterr().out
