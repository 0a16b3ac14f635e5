"""Undo: what a command overwrote comes back, and nothing that was written since is lost."""

import json
import os
import shutil
import subprocess
import sys
import time
from datetime import UTC, datetime

import avbrott
import docx
import pytest
from conftest import ROOT

from rapport.cli.main import run
from rapport.errors import OutputError
from rapport.store import history
from rapport.store.history_post import checksum
from rapport.workflow import open_report
from rapport.workflow.undo_words import when

ONE = """# område 1
område: 1
svar:
  "1.1": |
    Vi samordnade arbetet i länet.
  "1.2":   # kvar
    status: granskas
    text: |
      Kommunerna deltog.
"""
TWO = 'område: 2\nsvar:\n  "2.1": |\n    Det kostade 20 kr.\n'
SLIP = 'område: {n}\nsvar:\n  "{n}.1": |\n    Stödet gick tex till {n} byar.\n'


@pytest.fixture
def path(folder):
    return folder(**{"1-ett": ONE, "2-tva": TWO})


def raw(path):
    """Return everything in a report folder but what the program keeps for itself."""
    files = (file for file in path.rglob("*") if file.is_file() and ".rapport" not in file.parts)
    return {file.relative_to(path).as_posix(): file.read_bytes() for file in files}


def write(path, command="sparat", **texts):
    """Write answers as a command would; return what the folder holds then."""
    report = open_report(path)
    for fraga, text in texts.items():
        report.set(fraga.removeprefix("f").replace("_", "."), text=text)
    report.save(command)
    return raw(path)


def edit(file, old, new):
    """Change a file as somebody would in an editor."""
    text = file.read_bytes().decode("utf-8")
    assert old in text
    file.write_bytes(text.replace(old, new, 1).encode("utf-8"))


def angra(path, *flags):
    return run(["angra", str(path), *flags])


def entries(path):
    place = path / ".rapport/angra"
    return sorted(entry for entry in place.iterdir() if entry.is_dir()) if place.exists() else []


def posts(path):
    return [json.loads((entry / "post.json").read_text("utf-8")) for entry in entries(path)]


@pytest.fixture
def word(path, tmp_path):
    """Return a function that makes the report, with some answers changed, into a document from a colleague."""

    def make(**texts):
        theirs = shutil.copytree(path, tmp_path / "deras")
        write(theirs, **texts)
        assert run(["bygg", str(theirs), "--utkast", "--ut", str(tmp_path / "deras.docx")]) == 0
        return str(tmp_path / "deras.docx")

    return make


# What a coordinator gets into.


def test_01_an_import_is_undone_byte_for_byte(path, word):
    document, before = word(f1_1="Region Provlän ledde arbetet.\n"), raw(path)
    assert run(["importera", document, "--till", str(path), "--fraga", "1.1"]) == 0
    assert raw(path) != before
    assert angra(path, "--ja") == 0
    assert raw(path) == before


def test_02_a_file_that_the_import_made_is_gone_again(path, word):
    document = word(f6_1="Analysen visar mer.\n")
    before = raw(path)
    assert run(["importera", document, "--till", str(path)]) == 0
    assert "6-analys.yaml" in raw(path)
    assert angra(path, "--ja") == 0
    assert raw(path) == before


def test_03_an_edit_of_another_answer_stays(path):
    write(path, f1_1="Nytt.\n")
    edit(path / "1-ett.yaml", "Kommunerna deltog.", "Alla kommunerna deltog.")
    edit(path / "1-ett.yaml", "# område 1", "# område ett")
    assert angra(path, "--ja") == 0
    expected = ONE.replace("Kommunerna", "Alla kommunerna").replace("# område 1", "# område ett")
    assert (path / "1-ett.yaml").read_text("utf-8") == expected


def test_04_an_edit_of_the_answer_itself_is_left_and_said(path, capsys):
    write(path, f1_1="Nytt.\n", f2_1="Nytt.\n")
    edit(path / "1-ett.yaml", "Nytt.", "Nyare.")
    now = (path / "1-ett.yaml").read_bytes()
    assert angra(path, "--ja") == 1
    assert (path / "1-ett.yaml").read_bytes() == now
    assert (path / "2-tva.yaml").read_text("utf-8") == TWO
    said = capsys.readouterr()
    assert "1.1 har ändrats sedan dess och lämnas" in said.out
    assert "- Nyare" in said.out
    assert f"rapport angra {path} --aven 1.1" in said.err


@pytest.mark.parametrize("at_once", [True, False])
def test_05_what_was_left_comes_back_when_asked_for_and_the_edit_can_be_had_again(path, at_once):
    before = raw(path)
    write(path, f2_1="Först.\n")
    write(path, f1_1="Nytt.\n")
    edit(path / "1-ett.yaml", "Nytt.", "Nyare.")
    edited, first = raw(path), TWO.replace("Det kostade 20 kr.", "Först.").encode()
    if not at_once:
        assert angra(path, "--ja") == 1
    assert angra(path, "--aven", "1.1", "--ja") == 0
    assert raw(path) == before | {"2-tva.yaml": first}
    assert angra(path, "--gor-om", "--ja") == 0
    assert raw(path) == edited


def test_06_corrections_in_two_files_are_one_write(folder, capsys):
    path = folder(**{str(n): SLIP.format(n=n) for n in (1, 2)})
    before = raw(path)
    assert run(["kontrollera", str(path), "--ratta", "--ja"]) == 0
    assert raw(path) != before
    capsys.readouterr()
    assert angra(path, "--ja") == 0
    assert "kontrollera --ratta" in capsys.readouterr().out
    assert raw(path) == before


def test_07_undoing_again_goes_further_back(path):
    states = [raw(path), write(path, f1_1="Ett.\n"), write(path, f1_1="Två.\n"), write(path, f2_1="Tre.\n")]
    for state in reversed(states[:-1]):
        assert angra(path, "--ja") == 0
        assert raw(path) == state
    assert angra(path, "--ja") == 0
    assert raw(path) == states[0]


def test_08_what_was_undone_can_be_done_again_and_undone_again(path):
    states = [raw(path), write(path, f1_1="Ett.\n"), write(path, f1_1="Två.\n")]
    for _ in range(2):
        assert (angra(path, "--ja"), angra(path, "--ja")) == (0, 0)
        assert raw(path) == states[0]
        assert angra(path, "--gor-om", "--ja") == 0
        assert raw(path) == states[1]
        assert angra(path, "--gor-om", "--ja") == 0
        assert raw(path) == states[2]
        assert angra(path, "--gor-om", "--ja") == 0
        assert raw(path) == states[2]


def test_09_after_a_new_write_there_is_nothing_to_do_again(path, capsys):
    write(path, f1_1="Ett.\n")
    angra(path, "--ja")
    now = write(path, f2_1="Nytt.\n")
    assert angra(path, "--gor-om", "--ja") == 0
    assert "Inget att göra om" in capsys.readouterr().err
    assert raw(path) == now


def colleagues(path, text="Anna skrev här.", name="granskning.docx"):
    document = docx.Document()
    document.add_paragraph(text)
    document.save(str(path / name))
    return path / name


def build(path, *flags, ut="granskning.docx"):
    return run(["bygg", str(path), "--utkast", "--ut", str(path / ut), *flags])


def test_10_a_document_that_was_built_over_comes_back(path, capsys):
    colleagues(path)
    before = raw(path)
    assert build(path, "--tvinga") == 0
    assert "granskning.docx hade ändrats. Den versionen tas tillbaka med  rapport angra" in capsys.readouterr().err
    assert raw(path) != before
    assert angra(path, "--ja") == 0
    assert raw(path) == before


def test_11_a_document_that_can_be_built_again_is_not_in_the_way(path):
    before = raw(path)
    write(path, f1_1="Nytt.\n")
    assert build(path) == 0
    write(path, f2_1="Nytt.\n")
    assert build(path) == 0
    document = raw(path)["granskning.docx"]
    assert angra(path, "--ja") == 0
    assert angra(path, "--ja") == 0
    assert raw(path) == before | {"granskning.docx": document}


def test_12_a_document_changed_since_is_left_and_the_next_goes_further_back(path, capsys):
    before = raw(path)
    write(path, f1_1="Nytt.\n")
    colleagues(path)
    build(path, "--tvinga")
    colleagues(path, "Anna skrev igen.")
    document = raw(path)["granskning.docx"]
    assert angra(path, "--ja") == 1
    assert "granskning.docx har ändrats sedan dess och lämnas" in capsys.readouterr().out
    assert raw(path)["granskning.docx"] == document
    assert angra(path, "--ja") == 0
    assert raw(path) == before | {"granskning.docx": document}


def test_13_where_nothing_was_written_that_is_said(path, capsys):
    before = raw(path)
    assert angra(path) == 0
    assert "Inget att ångra" in capsys.readouterr().err
    assert raw(path) == before
    assert not (path / ".rapport").exists()


def test_14_what_is_no_folder_is_said(path, capsys):
    assert angra(path / "finns-inte") == 2
    assert "finns inte" in capsys.readouterr().err
    assert angra(colleagues(path)) == 2
    assert "är ett dokument" in capsys.readouterr().err


def test_15_without_ja_it_is_shown_and_nothing_is_changed(path, capsys):
    write(path, "importera", f1_1="Nytt.\n", f2_1="Annat.\n")
    now = write(path, f1_1="Nyare.\n")
    assert angra(path) == 0
    said = capsys.readouterr()
    rows = [line for line in said.out.splitlines() if line.startswith(("  1  ", "  2  "))]
    assert [row.split() for row in rows] == [
        ["1", "i", "dag", rows[0].split()[3], "sparat", "1.1"],
        ["2", "i", "dag", rows[1].split()[3], "importera", "1.1,", "2.1"],
    ]
    assert "- Nyare" in said.out
    assert f"rapport angra {path} --ja" in said.err
    assert raw(path) == now
    assert len(entries(path)) == 2


@pytest.mark.parametrize(("answer", "is_done"), [("n\n", False), ("\n", False), ("j\n", True)])
def test_16_at_a_terminal_it_is_asked(path, monkeypatch, answer, is_done):
    class Terminal:
        def isatty(self):
            return True

        def readline(self):
            return answer

    before = raw(path)
    now = write(path, f1_1="Nytt.\n")
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert angra(path) == 0
    assert raw(path) == (before if is_done else now)


def test_16_nothing_is_asked_at_a_terminal_where_nothing_can_come_back(path, monkeypatch, capsys):
    class Terminal:
        def isatty(self):
            return True

        def readline(self):
            raise AssertionError("asked")

    write(path, f1_1="Nytt.\n")
    edit(path / "1-ett.yaml", "Nytt.", "Nyare.")
    now = raw(path)
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert angra(path) == 1
    told = capsys.readouterr().err
    assert "Ska det göras?" not in told
    assert "Inget kan tas tillbaka: allt har ändrats sedan skrivningen." in told
    assert f"rapport angra {path} --aven 1.1\n" in told
    assert f"rapport angra {path} --ja\n" in told
    assert raw(path) == now
    assert len(entries(path)) == 1


def test_17_a_write_that_was_cut_off_is_told_of_and_brought_back(path, capsys):
    before = raw(path)
    write(path, "importera", f1_1="Nytt.\n", f2_1="Nytt.\n")
    (entry,) = entries(path)
    (entry / "klar").unlink()
    (path / "2-tva.yaml").write_bytes(before["2-tva.yaml"])
    assert angra(path) == 0
    assert "Blev inte klar: 1 av 2 filer skrevs." in capsys.readouterr().out
    assert angra(path, "--ja") == 0
    assert raw(path) == before


def test_18_where_nothing_can_be_kept_nothing_is_written(path, monkeypatch):
    before = raw(path)

    def full(*_):
        raise OSError(28, "full")

    monkeypatch.setattr(history, "put", full)
    with pytest.raises(OutputError, match=r"disken är full\. Inget har ändrats\. Frigör plats"):
        write(path, f1_1="Nytt.\n")
    assert raw(path) == before
    monkeypatch.undo()
    assert entries(path) == []
    shutil.rmtree(path / ".rapport")
    (path / ".rapport").write_text("", "utf-8")
    with pytest.raises(OutputError, match="ingen vanlig mapp"):
        write(path, f1_1="Nytt.\n")
    assert raw(path) == before


def test_19_a_folder_that_was_moved_or_copied_has_its_history(path, tmp_path):
    before = raw(path)
    write(path, f1_1="Nytt.\n")
    copy = shutil.copytree(path, tmp_path / "Kopia av redovisning")
    moved = path.rename(tmp_path / "flyttad")
    for place in (copy, moved):
        assert angra(place, "--ja") == 0
        assert raw(place) == before


def test_20_a_file_that_can_no_longer_be_read_is_left_and_the_others_come_back(path, capsys):
    write(path, f1_1="Nytt.\n", f2_1="Nytt.\n")
    edit(path / "1-ett.yaml", "svar:", "svar: [")
    now = (path / "1-ett.yaml").read_bytes()
    assert angra(path, "--ja") == 1
    assert "1-ett.yaml kan inte läsas som den är nu och lämnas" in capsys.readouterr().out
    assert (path / "1-ett.yaml").read_bytes() == now
    assert (path / "2-tva.yaml").read_text("utf-8") == TWO


def test_21_a_file_that_was_removed_since_is_not_made_again_unasked(path, capsys):
    write(path, f1_1="Nytt.\n")
    (path / "1-ett.yaml").unlink()
    assert angra(path, "--ja") == 1
    assert "1-ett.yaml finns inte längre och lämnas" in capsys.readouterr().out
    assert not (path / "1-ett.yaml").exists()
    assert angra(path, "--aven", "1-ett.yaml", "--ja") == 0
    assert (path / "1-ett.yaml").read_text("utf-8") == ONE


def test_22_a_file_made_by_the_write_and_edited_since_is_not_removed(path):
    write(path, f6_1="Ett.\n", f6_2="Två.\n")
    edit(path / "6-analys.yaml", "Två.", "Två, men bättre.")
    assert angra(path, "--ja") == 1
    svar = open_report(path).underlag.svar_by_fraga
    assert svar["6.2"].text == "Två, men bättre."
    assert "6.1" not in svar or not svar["6.1"].text


def test_23_what_stands_beside_the_text_comes_back_too(path, capsys):
    before = raw(path)
    report = open_report(path)
    report.set("1.2", text="Nytt.\n", status="klar", kommentar="Se Annas mejl.", ansvarig="Anna")
    report.save()
    edit(path / "1-ett.yaml", "Vi samordnade", "Vi alla samordnade")
    assert angra(path, "--ja") == 0
    out = capsys.readouterr().out
    assert "- status: klar\n    + status: granskas" in out
    old, new = (open_report(path).underlag.svar_by_fraga[f] for f in ("1.2", "1.1"))
    assert (old.text, old.status, old.kommentar, old.ansvarig) == ("Kommunerna deltog.", "granskas", None, None)
    assert new.text == "Vi alla samordnade arbetet i länet."
    assert before != raw(path)


def test_24_line_ends_and_a_byte_order_mark_stay(folder):
    mark = "\ufeff"
    path = folder(**{"1": (mark + ONE.replace("\n", "\r\n")).encode()})
    write(path, f1_1="Nytt.\n")
    edit(path / "1.yaml", "Kommunerna", "Alla kommunerna")
    assert angra(path, "--ja") == 0
    expected = mark + ONE.replace("Kommunerna", "Alla kommunerna").replace("\n", "\r\n")
    assert (path / "1.yaml").read_bytes() == expected.encode()


def test_25_nobody_else_is_disturbed_by_what_is_kept(path, capsys):
    def checked():
        run(["kontrollera", str(path)])
        run(["lage", str(path)])
        return capsys.readouterr()

    write(path, f1_1="Nytt.\n")
    with_history = checked()
    if git := shutil.which("git"):
        subprocess.run([git, "init", "-q"], cwd=path, check=True)
        status = [git, "status", "--porcelain", "-uall"]
        done = subprocess.run(status, cwd=path, check=True, capture_output=True, encoding="utf-8")
        assert ".rapport" not in done.stdout
        assert "1-ett.yaml" in done.stdout
    shutil.rmtree(path / ".rapport")
    assert checked() == with_history


# What is kept, and for how long.


def test_every_command_that_writes_is_named(path, word, tmp_path):
    assert run(["importera", word(f2_1="Från Word.\n"), "--till", str(path), "--alla"]) == 0
    assert posts(path)[-1]["kommando"] == "importera"
    new = tmp_path / "ny"
    flags = ["--fran", str(path), "--ar", "2026"]
    assert run(["ny", str(new), *flags]) == 0
    assert [post["kommando"] for post in posts(new)] == ["ny"]
    assert angra(new, "--ja") == 0
    assert open_report(new).underlag.svar_by_fraga["2.1"].text == ""


def test_what_changes_nothing_is_no_write(path):
    report = open_report(path)
    report.set("1.1", text="Vi samordnade arbetet i länet.\n")
    assert report.save() == []
    assert not (path / ".rapport").exists()


def test_only_so_many_writes_are_kept_the_oldest_go_first(path, monkeypatch):
    monkeypatch.setattr(history, "MOST_WRITES", 5)
    states = [write(path, f1_1=f"Nummer {n}.\n") for n in range(9)]
    assert len(entries(path)) == 5
    for state in reversed(states[6:8]):
        assert angra(path, "--ja") == 0
        assert raw(path) == state
    assert len(entries(path)) == 5


def test_only_so_many_bytes_are_kept_but_always_the_newest(path, monkeypatch):
    monkeypatch.setattr(history, "MOST_BYTES", 15_000)
    for n in range(5):
        write(path, f1_1=f"{n}{'x' * 6_000}\n")
    assert len(entries(path)) == 2
    before = write(path, f1_1=f"{'x' * 30_000}\n")
    write(path, f1_1="Kort.\n")
    assert len(entries(path)) == 1
    assert angra(path, "--ja") == 0
    assert raw(path) == before


def test_a_pdf_and_its_document_are_undone_together(path, monkeypatch):
    def convert(_docx, target):
        target.write_bytes(b"%PDF-1.7 ny")

    monkeypatch.setattr("rapport.word.pdf.convert", convert)
    monkeypatch.setattr("rapport.word.libreoffice.find_libreoffice", lambda: "soffice")
    (path / "granskning.pdf").write_bytes(b"%PDF-1.7 Annas")
    build(path)
    before = raw(path)
    assert build(path, "--tvinga", "--pdf") == 0
    assert angra(path, "--ja") == 0
    assert raw(path) == before


def test_a_document_outside_the_folder_is_said_to_be_gone(path, tmp_path, capsys):
    target = colleagues(tmp_path)
    assert run(["bygg", str(path), "--utkast", "--ut", str(target), "--tvinga"]) == 0
    assert "ligger utanför" in capsys.readouterr().err
    assert not (path / ".rapport/angra").exists()


def test_what_was_left_half_written_is_swept_when_it_is_old(path):
    half = path / ".rapport/angra/000001-00000000"
    half.mkdir(parents=True)
    (half / "1").write_bytes(b"halv")
    write(path, f1_1="Nytt.\n")
    assert half in entries(path)  # it may be another command's, on its way
    hour = time.time() - 3600
    os.utime(half, (hour, hour))
    write(path, f1_1="Nyare.\n")
    assert half not in entries(path)
    assert len(entries(path)) == 2


def test_two_commands_at_once_have_each_their_own_name(path, monkeypatch):
    monkeypatch.setattr(history, "_next_number", lambda _place: 7)
    write(path, f1_1="Ett.\n")
    write(path, f2_1="Två.\n")
    assert len({entry.name for entry in entries(path)}) == 2


def test_an_answer_that_has_moved_to_another_file_is_left(path):
    write(path, f1_1="Nytt.\n")
    edit(path / "1-ett.yaml", '  "1.1": |\n    Nytt.\n', "")
    (path / "1-andra.yaml").write_text('område: 1\nsvar:\n  "1.1": Nytt.\n', "utf-8")
    now = raw(path)
    assert angra(path, "--ja") == 1
    assert raw(path) == now


def test_what_cannot_be_said_in_its_place_alone_is_left_to_a_person(path, capsys):
    report = open_report(path)
    area = report.area("1-ett.yaml")
    text = area.document.source.replace("status: granskas", 'tillåt: {upprepning: ""}')
    from rapport.store.area_file import read_area_file

    report.replace_file(read_area_file(text, "1-ett.yaml"))
    report.save()
    edit(path / "1-ett.yaml", "Vi samordnade", "Vi alla samordnade")
    now = raw(path)
    assert angra(path, "--ja") == 1
    assert "gör det för hand" in capsys.readouterr().out
    assert raw(path) == now


def test_an_undoing_that_was_cut_off_is_finished_and_can_be_done_again(path):
    before = raw(path)
    after = write(path, f1_1="Nytt.\n", f2_1="Nytt.\n")
    angra(path, "--ja")
    (entries(path)[1] / "klar").unlink()
    (path / "2-tva.yaml").write_bytes(after["2-tva.yaml"])
    assert angra(path, "--ja") == 0
    assert raw(path) == before
    assert (angra(path, "--gor-om", "--ja"), angra(path, "--gor-om", "--ja")) == (0, 0)
    assert raw(path) == after


def test_what_is_changed_while_the_question_waits_is_not_overwritten(path):
    from rapport.errors import RefusedError
    from rapport.workflow import undo

    write(path, f1_1="Nytt.\n")
    plan = undo.plan(path, undo.log_of(path)[1])
    edit(path / "1-ett.yaml", "Nytt.", "Nyare.")
    now = raw(path)
    with pytest.raises(RefusedError, match="kör kommandot igen"):
        undo.take_back(path, plan)
    assert raw(path) == now


def test_what_was_not_written_cannot_be_asked_for(path, capsys):
    write(path, f1_1="Nytt.\n")
    assert angra(path, "--aven", "2.1", "--ja") == 2
    assert "Med --aven kan anges: 1-ett.yaml, 1.1" in capsys.readouterr().err


# A history that has come to harm, or means harm.

HOSTILE = [
    "../../utanfor.yaml",
    "../utanfor.yaml",
    "/utanfor.yaml",
    "a/../../utanfor.yaml",
    "./utanfor.yaml",
    ".git/hooks/x.yaml",
    "under/.dold/x.yaml",
    ".vscode/settings.json",
    "program.exe",
    "",
    "..",
    "a\x1b[2J.yaml",
]


def posted(path, post, kept=b"ont"):
    entry = path / ".rapport/angra/000009-0123abcd"
    entry.mkdir(parents=True, exist_ok=True)
    (entry / "1").write_bytes(kept)
    (entry / "post.json").write_bytes(post if isinstance(post, bytes) else json.dumps(post).encode())
    (entry / "klar").touch()


def post_of(fil, **values):
    files = [{"fil": fil, "fore": checksum(b"ont"), "efter": None, "svar": {}}]
    return {"version": 1, "kommando": "importera", "tid": "2026-01-02T10:00:00Z", "filer": files, **values}


def everything(folder):
    return {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.mark.parametrize("fil", HOSTILE)
def test_a_name_that_leads_elsewhere_is_refused(path, tmp_path, capsys, fil):
    before = write(path, f1_1="Nytt.\n")
    posted(path, post_of(fil))
    all_before = everything(tmp_path)
    assert angra(path) == 1
    assert "000009-0123abcd i historiken kan inte användas" in capsys.readouterr().err
    assert everything(tmp_path) == all_before
    assert angra(path, "--aven", "1-ett.yaml", "--ja") == 1  # what can be read is brought back, and the rest is said
    assert raw(path) == before | {"1-ett.yaml": ONE.encode()}
    assert {file for file in everything(tmp_path) if ".rapport" not in file.parts} == {
        file for file in all_before if ".rapport" not in file.parts
    }


DAMAGED = {
    "tom": b"",
    "halv": b'{"version": 1, "kommando": "impo',
    "ingen text": b"\xff\xfe\x00",
    "djup": b'{"version": 1, "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "stor": b"[" + b"0," * 1_000_000 + b"0]",
    "en lista": b"[]",
    "nyare": json.dumps(post_of("x.yaml") | {"version": 2}).encode(),
    "utan tid": json.dumps(post_of("x.yaml") | {"tid": "i går"}).encode(),
    "styrtecken": json.dumps(post_of("x.yaml", kommando="\x1b[2Jimportera")).encode(),
    "inga filer": json.dumps(post_of("x.yaml") | {"filer": None}).encode(),
    "ingen summa": json.dumps(post_of("x.yaml") | {"filer": [{"fil": "x.yaml", "fore": "1", "efter": None}]}).encode(),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_post_is_named_and_hides_no_other(path, capsys, name):
    before = raw(path)
    write(path, f1_1="Nytt.\n")
    posted(path, DAMAGED[name])
    assert angra(path, "--ja") == 1
    assert "000009-0123abcd" in capsys.readouterr().err
    assert raw(path) == before


def test_contents_that_are_not_what_was_kept_are_not_brought_back(path, capsys):
    now = write(path, f1_1="Nytt.\n")
    (entries(path)[0] / "1").write_bytes(b"annat")
    assert angra(path, "--ja") == 1
    assert "det som sparades undan är skadat" in capsys.readouterr().out
    assert raw(path) == now


def test_contents_that_are_gone_are_said(path, capsys):
    now = write(path, f1_1="Nytt.\n")
    (entries(path)[0] / "1").unlink()
    assert angra(path, "--ja") == 1
    assert "saknas" in capsys.readouterr().out
    assert raw(path) == now


@pytest.mark.parametrize("part", [".rapport", ".rapport/angra"])
def test_a_history_that_is_a_link_is_not_written_through(path, tmp_path, part):
    elsewhere = tmp_path / "annanstans"
    elsewhere.mkdir()
    (path / part).parent.mkdir(exist_ok=True)
    (path / part).symlink_to(elsewhere, target_is_directory=True)
    before = raw(path)
    with pytest.raises(OutputError, match="ingen vanlig mapp"):
        write(path, f1_1="Nytt.\n")
    assert angra(path) == 2
    assert raw(path) == before
    assert list(elsewhere.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="här kan ingen process delas i två")
def test_a_command_may_be_killed_at_any_moment(tmp_path):
    """Two hundred kills in all, by hand (STEG=1), or every third; avbrott.py says what is seen to after each."""
    command = [sys.executable, str(ROOT / "tests/avbrott.py"), str(tmp_path)]
    environment = os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}", "PYTHONUTF8": "1"}
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8", env=environment)
    assert done.returncode == 0, done.stderr
    kills = json.loads(done.stdout)
    assert set(kills) == {"importera", "kontrollera --ratta", "angra", "bygg"}
    assert min(kills.values()) >= 40 / avbrott.EACH
    assert sum(kills.values()) >= 200 / avbrott.EACH


@pytest.mark.parametrize("what", ["post", "innehåll", "fil", "mapp", "posten"])
def test_links_in_a_history_lead_nowhere(path, tmp_path, what):
    before = write(path, f1_1="Nytt.\n")
    secret = tmp_path / "hemligt.yaml"
    secret.write_bytes(b"ont")
    entry = path / ".rapport/angra/000009-0123abcd"
    posted(path, post_of("ny.yaml" if what != "mapp" else "under/hemligt.yaml"))
    if what == "innehåll":
        (entry / "1").unlink()
        (entry / "1").symlink_to(secret)
    elif what == "post":
        (entry / "post.json").rename(tmp_path / "post.json")
        (entry / "post.json").symlink_to(tmp_path / "post.json")
    elif what == "posten":
        entry.rename(tmp_path / "posten")
        entry.symlink_to(tmp_path / "posten", target_is_directory=True)
    elif what == "fil":
        (path / "ny.yaml").symlink_to(tmp_path / "finns-inte.yaml")
    else:
        (path / "under").symlink_to(tmp_path, target_is_directory=True)
    outside = {f: b for f, b in everything(tmp_path).items() if not f.is_relative_to(path)}
    assert angra(path, "--ja") in (0, 1, 2)
    assert {f: b for f, b in everything(tmp_path).items() if not f.is_relative_to(path)} == outside
    assert {**raw(path), "1-ett.yaml": b""} == {**before, "1-ett.yaml": b""}


def test_times_are_said_as_one_says_them():
    moment = datetime(2026, 3, 4, 9, 5, tzinfo=UTC)
    days = [datetime(2026, 3, day, tzinfo=UTC).date() for day in (4, 5, 6)]
    assert [when(moment, day) for day in days] == ["i dag 09.05", "i går 09.05", "2026-03-04 09.05"]


def test_a_long_list_fits_a_terminal(path, capsys, monkeypatch):
    for n in range(12):
        write(path, "kontrollera --ratta", f1_1=f"{n} {'ord och mer ' * 60}\n", f2_1=f"{n}\n")
    capsys.readouterr()
    monkeypatch.chdir(path)
    assert run(["angra"]) == 0
    said = capsys.readouterr()
    lines = [*said.out.splitlines(), *said.err.splitlines()]
    assert max(map(len, lines)) <= 80
    assert "     … och 2 äldre" in lines
