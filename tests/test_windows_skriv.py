"""Writing where others hold files, refuse or watch, as on a managed Windows: nothing is lost, and what is said is."""

import ast
import errno
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import RAPPORT, ROOT, on_unix
from fonster import DENIED, SHARED, disk, refusal

from rapport.cli.main import run
from rapport.errors import OutputError, noting, reason
from rapport.store import writing
from rapport.store.writing import write_all

__all__ = ["disk"]
AREA = 'område: {n}\nsvar:\n  "{n}.1": |\n    Stödet gick tex till {n} byar.\n'
NY = ["--region", "Region Provlän", "--ar", "2025"]


@pytest.fixture
def three(tmp_path):
    """Return a report of three files, each with something to correct."""
    path = tmp_path / "redovisning"
    path.mkdir()
    (path / "rapport.yaml").write_text(RAPPORT, "utf-8")
    for n in (1, 2, 3):
        (path / f"{n}.yaml").write_text(AREA.format(n=n), "utf-8")
    return path


def raw(folder):
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


def unfinished(folder):
    return [file.name for file in folder.rglob(".rapport-*")]


# A new folder.


@pytest.mark.skipif(os.name == "nt", reason="rättigheter som på Linux")
def test_a_new_folder_has_the_rights_of_any_other(tmp_path):
    """A folder that was made for its owner alone, and renamed, keeps that: colleagues are locked out."""
    with umask(0o002):
        (tmp_path / "vanlig").mkdir()
        assert run(["ny", str(tmp_path / "ny"), *NY]) == 0
        (tmp_path / "vanlig.txt").touch()
    mode = stat.S_IMODE((tmp_path / "vanlig").stat().st_mode)
    folders = [tmp_path / "ny", tmp_path / "ny/.vscode"]
    assert [stat.S_IMODE(folder.stat().st_mode) for folder in folders] == [mode, mode]
    usual = stat.S_IMODE((tmp_path / "vanlig.txt").stat().st_mode)
    assert {stat.S_IMODE(file.stat().st_mode) for file in (tmp_path / "ny").rglob("*.*") if file.is_file()} == {usual}


class umask:  # noqa: N801 - as contextlib's own
    def __init__(self, mask):
        self.mask = mask

    def __enter__(self):
        self.was = os.umask(self.mask)

    def __exit__(self, *_):
        os.umask(self.was)


def test_a_folder_that_is_open_elsewhere_is_filled_where_it_lies(tmp_path, monkeypatch):
    """One that Explorer or an editor has open can be neither removed nor renamed, nor have its place taken."""
    folder = tmp_path / "öppen i Utforskaren"
    folder.mkdir()
    (folder / "desktop.ini").write_text("[.ShellClassInfo]\n", "utf-8")
    held = folder.stat().st_ino
    for name in ("rmdir", "rename", "replace"):
        real = getattr(os, name)

        def call(*paths, _real=real, **rest):
            if any(os.path.exists(path) and os.stat(path).st_ino == held for path in paths):  # noqa: PTH110, PTH116
                raise refusal(SHARED, *paths)
            return _real(*paths, **rest)

        monkeypatch.setattr(os, name, call)
    assert run(["ny", str(folder), *NY]) == 0
    assert folder.stat().st_ino == held
    assert (folder / "1-likvardiga-mojligheter.yaml").is_file()


def test_the_folder_one_stands_in_can_be_the_new_one(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run(["ny", ".", *NY]) == 0
    assert (tmp_path / "rapport.yaml").is_file()
    assert unfinished(tmp_path) == []


def test_what_a_failed_start_made_is_gone_and_what_was_there_is_not(tmp_path, monkeypatch, capsys):
    (tmp_path / "tom").mkdir()
    for folder, left in ((tmp_path / "a/b/c", ["tom"]), (tmp_path / "tom", ["tom"])):
        with monkeypatch.context() as patch:
            patch.setattr("rapport.store.writing.beside", full_after(5))
            assert run(["ny", str(folder), *NY]) == 2
        assert "Inget har ändrats" in capsys.readouterr().err
        assert [entry.name for entry in tmp_path.iterdir()] == left
    assert list((tmp_path / "tom").iterdir()) == []


def test_a_drive_that_is_not_there_is_said_to_be_gone(tmp_path, monkeypatch, capsys):
    """Its root has no folder that it could be made in."""
    root, real, is_dir = Path(tmp_path.anchor), Path.mkdir, Path.is_dir

    def mkdir(self, *rest, **more):
        if self == root:
            raise refusal(3, self, code=errno.ENOENT)
        real(self, *rest, **more)

    monkeypatch.setattr(Path, "is_dir", lambda self: self != root and is_dir(self))
    monkeypatch.setattr(Path, "mkdir", mkdir)
    assert run(["ny", str(root / "finns inte" / "ny"), *NY]) == 2
    assert "kan inte skapas: den finns inte. Inget har ändrats." in capsys.readouterr().err


def full_after(files):
    """Return what makes files beside others, until the disk is full."""
    real, made = writing.beside, []

    def beside(target, *rest):
        made.append(target)
        if len(made) > files:
            raise OSError(errno.ENOSPC, "full", str(target))
        return real(target, *rest)

    return beside


# Where writing is refused.


def test_nothing_is_made_by_what_never_gives_up():
    """``tempfile`` takes a refusal on Windows for a name that is taken, and tries two thousand million others."""
    names = {"mkstemp", "mkdtemp", "TemporaryDirectory", "NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile"}
    for file in (ROOT / "rapport").rglob("*.py"):
        tree = ast.parse(file.read_text("utf-8"))
        used = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        used |= {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        assert used & names == set(), file


def test_a_refusal_ends_it_and_a_name_that_is_taken_does_not(tmp_path, monkeypatch):
    from rapport.disk import new_file

    real, asked = os.open, []

    def refuse(path, *_):
        asked.append(path)
        raise PermissionError(errno.EACCES, "denied", str(path))

    def taken_twice(path, *rest):
        asked.append(path)
        if len(asked) < 3:
            raise FileExistsError(errno.EEXIST, "exists", str(path))
        return real(path, *rest)

    def taken(path, *_):
        asked.append(path)
        raise FileExistsError(errno.EEXIST, "exists", str(path))

    for opening, error, times in ((refuse, PermissionError, 1), (taken_twice, None, 3), (taken, FileExistsError, 100)):
        asked.clear()
        with monkeypatch.context() as patch:
            patch.setattr("rapport.disk.os.open", opening)
            if error:
                with pytest.raises(error):
                    new_file(tmp_path, ".rapport-")
            else:
                handle, _ = new_file(tmp_path, ".rapport-")
                os.close(handle)
        assert len(asked) == len(set(asked)) == times


def test_a_folder_that_windows_protects_is_not_said_to_be_gone(three, monkeypatch, capsys):
    """Where Controlled Folder Access refuses, Windows says that the file is not there."""

    def gone(path, flags, *_):
        if flags & os.O_EXCL:
            raise FileNotFoundError(errno.ENOENT, "gone", str(path))
        return real(path, flags, *_)

    real = os.open
    target = three / "ut.html"
    monkeypatch.setattr("rapport.winerrors.WINDOWS", True)
    monkeypatch.setattr("rapport.disk.os.open", gone)
    assert run(["kontrollera", str(three), "--ut", str(target)]) == 2
    said = capsys.readouterr().err
    assert "Kontrollerad mappåtkomst" in said
    assert "finns inte" not in said


@pytest.mark.skipif(os.name == "nt", reason="en mapp görs skrivskyddad på annat sätt i Windows")
@pytest.mark.parametrize(
    "arguments",
    [
        ["kontrollera", "{}", "--ratta", "--ja"],
        ["bygg", "{}", "--utkast"],
        ["bygg", "/redovisning", "--utkast", "--ut", "{}/a.docx"],
        ["kontrollera", "{}", "--ut", "{}/a.html"],
        ["ny", "{}/ny", *NY],
    ],
    ids=["ratta", "bygg", "bygg ut", "kontrollera", "ny"],
)
@on_unix
def test_a_folder_that_cannot_be_written_is_said_to_be_so(three, arguments):
    """By somebody who is not root, for whom no folder is read-only."""
    room = Path(shutil.copytree(three, three.parent / "skyddad"))
    words = [word.format(room).replace("/redovisning", str(three)) for word in arguments]
    before = raw(room)
    room.chmod(0o555)
    done = without_rights(words)
    room.chmod(0o755)
    assert done.returncode == 2, done.stderr
    assert "åtkomst nekad" in done.stderr
    assert "Inget har ändrats" in done.stderr
    assert raw(room) == before
    assert unfinished(room) == []


def without_rights(words):
    """Run a command as one whom folders can refuse: root too, without the right to write everywhere."""
    command = [sys.executable, "-c", "from rapport.cli.main import main; main()"]
    if os.geteuid() == 0:
        if not shutil.which("setpriv"):
            pytest.skip("setpriv finns inte här, och root får skriva överallt")
        command = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", *command]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    return subprocess.run(
        [*command, *words], capture_output=True, encoding="utf-8", env=environment, check=False, timeout=120
    )


# Where a file is held.


def test_a_document_open_in_word_leaves_the_pdf_as_it_was(three, disk, monkeypatch, capsys):
    monkeypatch.setattr("rapport.word.pdf.find_libreoffice", lambda: "soffice")
    monkeypatch.setattr("rapport.word.pdf.convert", lambda _docx, target: target.write_bytes(b"%PDF-1.7 ny"))
    docx, pdf = three / "ut.docx", three / "ut.pdf"
    assert run(["bygg", str(three), "--utkast", "--ut", str(docx)]) == 0
    pdf.write_bytes(b"%PDF-1.7 gammal")
    for held, program in ((docx, "Word"), (pdf, "PDF-läsare")):
        before = raw(three)
        capsys.readouterr()
        disk.hold(held)
        assert run(["bygg", str(three), "--utkast", "--pdf", "--tvinga", "--ut", str(docx)]) == 2
        said = capsys.readouterr().err
        disk.let_go()
        assert f"{held} kan inte skrivas: den används av ett annat program, troligen" in said
        assert program in said
        assert "Inget har ändrats" in said
        assert raw(three) == before
        assert unfinished(three) == []


def test_the_pdf_is_made_before_either_is_replaced(three, monkeypatch, capsys):
    def broken(*_):
        raise OutputError("LibreOffice kunde inte.")

    docx = three / "ut.docx"
    assert run(["bygg", str(three), "--utkast", "--ut", str(docx)]) == 0
    before = raw(three)
    (three / "1.yaml").write_text(AREA.format(n=1) + "    Mera.\n", "utf-8")
    monkeypatch.setattr("rapport.word.pdf.find_libreoffice", lambda: "soffice")
    monkeypatch.setattr("rapport.word.pdf.convert", broken)
    assert run(["bygg", str(three), "--utkast", "--pdf", "--ut", str(docx)]) == 2
    assert raw(three)["ut.docx"] == before["ut.docx"]
    assert not (three / "ut.pdf").exists()
    assert "Redan skrivna" not in capsys.readouterr().err


@pytest.mark.parametrize("held", [1, 2, 3])
@pytest.mark.parametrize("is_read", [False, True], ids=["skrivs", "läses"])
def test_a_held_file_keeps_all_from_being_written(three, disk, capsys, held, is_read):
    before = raw(three)
    disk.hold(three / f"{held}.yaml", reads=is_read)
    assert run(["kontrollera", str(three), "--ratta", "--ja"]) in (1, 2)
    said = capsys.readouterr().err
    disk.let_go()
    assert f"{held}.yaml" in said
    assert "OneDrive" in said
    if is_read:  # the others are corrected: what is in that one is not known
        assert raw(three)[f"{held}.yaml"] == before[f"{held}.yaml"]
    else:
        assert "Inget har ändrats" in said
        assert raw(three) == before
    assert unfinished(three) == []


def test_what_is_taken_in_is_all_written_or_not_at_all(three, disk, tmp_path, capsys):
    assert run(["bygg", str(three), "--utkast", "--ut", str(tmp_path / "bo.docx")]) == 0
    for n in (1, 2, 3):
        (three / f"{n}.yaml").write_text(AREA.format(n=n).replace("byar", "orter"), "utf-8")
    shutil.rmtree(three / ".rapport")
    before = raw(three)
    disk.hold(three / "3.yaml", number=DENIED)
    assert run(["importera", str(tmp_path / "bo.docx"), "--till", str(three), "--alla"]) == 2
    assert "Inget har ändrats" in capsys.readouterr().err
    disk.let_go()
    assert raw(three) == before
    assert run(["importera", str(tmp_path / "bo.docx"), "--till", str(three), "--alla"]) == 0
    after = raw(three)
    disk.hold(three / "2.yaml")
    capsys.readouterr()
    assert run(["angra", str(three), "--ja"]) == 2
    assert "Inget har ändrats" in capsys.readouterr().err
    assert raw(three) == after


def test_one_that_is_taken_in_the_middle_names_what_is_written_and_what_is_not(three, disk, monkeypatch, capsys):
    """The second is taken as the first has been put in place, and by then the first is held too: not put back."""
    real, before = os.replace, raw(three)

    def replace(new, target, **rest):
        real(new, target, **rest)
        if str(target).endswith(f"{os.sep}1.yaml"):
            disk.hold(target)
            disk.hold(three / "2.yaml")

    monkeypatch.setattr(os, "replace", replace)
    assert run(["kontrollera", str(three), "--ratta", "--ja"]) == 2
    said = capsys.readouterr().err
    disk.let_go()
    assert [name for name, content in before.items() if raw(three)[name] != content] == ["1.yaml"]
    assert f"Redan skrivna är {three / '1.yaml'}. Inte skrivna är {three / '2.yaml'}, {three / '3.yaml'}." in said
    assert "Inget har ändrats" not in said
    monkeypatch.undo()
    assert run(["kontrollera", str(three), "--ratta", "--ja"]) == 0
    assert unfinished(three) == []


def test_nothing_is_said_to_be_unchanged_after_an_earlier_write(tmp_path, disk):
    """Each command tells of all that it has written, and not of its last write alone."""
    first, second = tmp_path / "1.yaml", tmp_path / "2.yaml"
    second.write_text("a", "utf-8")
    disk.hold(second)
    with noting():
        write_all({first: b"x"})
        with pytest.raises(OutputError) as told:
            write_all({second: b"y"})
    assert "Inget har ändrats" not in str(told.value)
    assert f"Redan skrivna är {first}." in str(told.value)
    with pytest.raises(OutputError, match="Inget har ändrats"):  # by no command: nobody has been told of any other
        write_all({second: b"y"})


def test_a_new_folder_without_its_answers_is_told_of(three, tmp_path, monkeypatch, capsys):
    def refuse(*_):
        raise OutputError("Nej.")

    monkeypatch.setattr("rapport.workflow.new_report.Report.save", refuse)
    assert run(["ny", str(tmp_path / "ny"), "--fran", str(three), "--ar", "2026"]) == 2
    said = capsys.readouterr().err
    assert str(tmp_path / "ny" / "rapport.yaml") in said.partition("Redan skrivna är")[2]
    assert "Inget har ändrats" not in said


def test_nobody_says_by_himself_that_nothing_has_changed():
    """What has changed is known in one place, ``errors``: any other would say it of its own part only."""
    for file in (ROOT / "rapport").rglob("*.py"):
        tree = ast.parse(file.read_text("utf-8"))
        texts = [
            node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
        ]
        said = [text for text in texts if "nget har ändrats" in text]
        assert said == (["Inget har ändrats."] if file.name == "errors.py" and file.parent.name == "rapport" else [])


# Where it is held for a moment.


@pytest.mark.parametrize("number", [DENIED, SHARED])
@pytest.mark.parametrize("reads", [False, True], ids=["ersätts", "läses"])
def test_a_lock_that_passes_stops_nothing(three, disk, number, reads):
    for n in (1, 2, 3):
        disk.hold(three / f"{n}.yaml", 4, number=number, reads=reads)
    assert run(["kontrollera", str(three), "--ratta", "--ja"]) in (0, 1)
    assert all(b"t.ex." in raw(three)[f"{n}.yaml"] for n in (1, 2, 3))
    assert len(disk.waits) == 12
    assert 3 * 0.8 <= sum(disk.waits) <= 3 * 1.2


def test_a_lock_that_stays_is_asked_for_five_times_over_a_second(tmp_path, disk):
    file = tmp_path / "a.docx"
    file.write_bytes(b"a")
    disk.hold(file, number=DENIED)
    with pytest.raises(OutputError, match=r"a\.docx kan inte skrivas: åtkomst nekad; troligen är den öppen i Word"):
        write_all({file: b"b"})
    assert len(disk.asked) == 5
    assert 0.8 <= sum(disk.waits) <= 1.2


def test_a_file_that_is_marked_read_only_is_not_waited_for(tmp_path, disk, monkeypatch):
    first, second = tmp_path / "1.yaml", tmp_path / "2.yaml"
    first.write_bytes(b"a")
    second.write_bytes(b"a")
    monkeypatch.setattr("rapport.winerrors.WINDOWS", True)
    monkeypatch.setattr("rapport.winerrors._has", lambda file, marks: marks == 1 and file == second)
    with pytest.raises(OutputError, match=r"2\.yaml kan inte skrivas: den är skrivskyddad; högerklicka"):
        write_all({first: b"b", second: b"b"})
    assert raw(tmp_path) == {"1.yaml": b"a", "2.yaml": b"a"}
    assert disk.waits == []


def test_another_refusal_is_not_waited_for(tmp_path, disk):
    file = tmp_path / "a.yaml"
    file.write_bytes(b"a")
    disk.hold(file, number=112)
    with pytest.raises(OutputError, match="disken är full"):
        write_all({file: b"b"})
    assert disk.waits == []


def test_what_is_unfinished_is_removed_when_it_is_let_go_of(tmp_path, disk, monkeypatch):
    """A virus scanner looks through the other name of a file as it is to be removed."""
    file = tmp_path / "a.yaml"
    file.write_bytes(b"a")
    real = os.replace

    def replace(new, target, **rest):
        real(new, target, **rest)
        for left in tmp_path.glob(".rapport-*"):
            disk.hold(left, 3)

    monkeypatch.setattr(os, "replace", replace)
    write_all({file: b"b"})
    assert raw(tmp_path) == {"a.yaml": b"b"}


# What is said of it.

LONG = "C:/" + "/".join(["mycket långt namn på en mapp"] * 10) + "/1-likvardiga-mojligheter.yaml"


@pytest.mark.parametrize(
    ("number", "code", "file", "said"),
    [
        (32, errno.EACCES, "a.docx", "troligen Word; stäng den där och försök igen"),
        (32, errno.EACCES, "a.XLSX", "troligen Excel; stäng den där och försök igen"),
        (32, errno.EACCES, "a.pdf", "troligen en PDF-läsare"),
        (32, errno.EACCES, "a.yaml", "troligen virusskyddet eller synkroniseringen (OneDrive)"),
        (33, errno.EACCES, "a.csv", "troligen Excel"),
        (5, errno.EACCES, "a.docx", "åtkomst nekad; troligen är den öppen i Word"),
        (5, errno.EACCES, "a.yaml", "åtkomst nekad; kanske har du inte rätt till den"),
        (5, errno.EACCES, ".rapport-65a1b2c3-0a1b2c3d.docx", "du får inte skriva i mappen"),
        (206, errno.ENOENT, LONG, "tecken lång, och Windows klarar 259"),
        (206, errno.ENOENT, "a.yaml", "sökvägen är för lång"),
        (3, errno.ENOENT, LONG, "tecken lång, och Windows klarar 259"),
        (3, errno.ENOENT, "C:/a/b.yaml", "den finns inte"),
        (362, errno.EINVAL, "a.yaml", "ligger bara i OneDrive och kan inte hämtas nu"),
        (389, errno.EINVAL, "a.yaml", "ligger bara i OneDrive och kan inte hämtas nu"),
        (395, errno.EINVAL, "a.docx", "ligger bara i OneDrive och kan inte hämtas nu"),
        (426, errno.EINVAL, "a.docx", "ligger bara i OneDrive och kan inte hämtas nu"),
        (19, errno.EACCES, "E:/a.yaml", "platsen är skrivskyddad"),
        (112, errno.ENOSPC, "a.yaml", "disken är full"),
        (39, errno.ENOSPC, "a.yaml", "disken är full"),
        *((n, errno.EINVAL, "G:/a.yaml", "nätverksplatsen svarar inte") for n in (53, 59, 64, 67, 121)),
        (123, errno.EINVAL, "a?.yaml", "går inte att använda i Windows"),
        (225, errno.EINVAL, "a.docx", "virusskyddet har stoppat den"),
        (9876, errno.EINVAL, "a.yaml", "namnet går inte att använda där"),
        (9876, None, "a.yaml", "systemfel 9876"),
    ],
)
def test_what_windows_means_is_said_in_words(number, code, file, said):
    assert said in reason(refusal(number, file, code=code))


def test_of_two_files_it_is_the_one_to_be_replaced_that_is_held():
    assert "troligen Excel" in reason(refusal(SHARED, ".rapport-1.tmp", "tabell.xlsx"))


@pytest.mark.parametrize(
    ("error", "marks", "said"),
    [
        (OSError(errno.EINVAL, "invalid"), 0x400020, "ligger bara i OneDrive"),
        (OSError(errno.EINVAL, "invalid"), 0x1020, "ligger bara i OneDrive"),
        (OSError(errno.EINVAL, "invalid"), 0x20, "namnet går inte att använda där"),
        (PermissionError(errno.EACCES, "denied"), 0x21, "den är skrivskyddad; högerklicka på den"),
        (PermissionError(errno.EACCES, "denied"), 0x20, "åtkomst nekad; kanske har du inte rätt"),
        (refusal(5, ""), 0x21, "den är skrivskyddad; högerklicka på den"),
    ],
)
def test_what_c_does_not_tell_is_asked_for(monkeypatch, error, marks, said):
    """A file that C opens has no number of Windows, so the file's own marks are looked at."""
    error.filename = "C:/redovisning/1.yaml"
    looked = type("Status", (), {"st_file_attributes": marks})()
    monkeypatch.setattr("rapport.winerrors.WINDOWS", True)
    monkeypatch.setattr("pathlib.Path.stat", lambda _self: looked)
    assert said in reason(error)


@pytest.mark.parametrize(
    ("number", "file", "said"),
    [
        (67, "G:/a.yaml", "nätverksplatsen svarar inte"),
        (3, LONG, "Windows klarar 259"),
        (2, "a.yaml", "den finns inte"),
    ],
)
def test_a_file_that_is_not_there_is_asked_after_again(monkeypatch, number, file, said):
    def refuse(self):
        raise refusal(number, self, code=errno.ENOENT)

    monkeypatch.setattr("rapport.winerrors.WINDOWS", True)
    monkeypatch.setattr("pathlib.Path.stat", refuse)
    assert said in reason(FileNotFoundError(errno.ENOENT, "gone", file))


def test_elsewhere_a_long_path_that_is_not_there_is_not_there():
    assert reason(FileNotFoundError(errno.ENOENT, "gone", LONG)) == "den finns inte"


def test_a_table_open_in_excel_is_said_to_be(three, disk, capsys):
    (three / "siffror").mkdir()
    table = three / "siffror/stöd.csv"
    table.write_text("år;belopp\n2024;1\n", "utf-8")
    disk.hold(table, reads=True)
    assert run(["siffror", "lista", "--i", str(three)]) in (0, 1)
    shown = "".join(capsys.readouterr())
    assert "Excel" in shown


def test_a_document_open_in_word_for_itself_alone_is_said_to_be(three, disk, tmp_path, capsys):
    document = tmp_path / "bo.docx"
    document.write_bytes(b"PK")
    disk.hold(document, reads=True)
    assert run(["importera", str(document), "--till", str(three)]) == 2
    assert "troligen Word; stäng den där" in capsys.readouterr().err


# Names.


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize(
    "name", ["CON", "nul", "Aux", "com1", "LPT9", "NUL.2025", "prn ", "com¹", 'a"', "aux/b", "c./b"]
)
@pytest.mark.parametrize(
    "arguments",
    [
        ["ny", "{}", *NY],
        ["importera", "bo.docx", "--till", "{}", "--region", "Region Provlän", "--ar", "2025"],
        ["bygg", "redovisning", "--utkast", "--ut", "{}.docx"],
        ["kontrollera", "redovisning", "--ut", "{}.html"],
    ],
    ids=["ny", "importera", "bygg", "kontrollera"],
)
def test_a_name_that_windows_cannot_have_is_refused(tmp_path, monkeypatch, capsys, arguments, name):
    monkeypatch.chdir(tmp_path)
    if arguments[0] == "importera":
        assert run(["bygg", "redovisning", "--utkast", "--ut", "bo.docx"]) == 0
    before = sorted(tmp_path.rglob("*"))
    capsys.readouterr()
    assert run([word.format(name) for word in arguments]) == 2
    assert "Windows" in capsys.readouterr().err
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    "name", ["konsert", "com", "com10", "aux2", "nuläge.v2", ".", "..", "../redovisning", "a b", "com1-2025"]
)
def test_other_names_are_not(name, tmp_path):
    from rapport.filenames import require_name

    require_name(tmp_path / name)
    require_name(Path(name))


def test_a_folder_that_is_there_may_be_called_anything(tmp_path):
    from rapport.filenames import require_name

    (tmp_path / "aux").mkdir()
    require_name(tmp_path / "aux" / "ny")


# What became of a quotation mark.


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["kontrollera", 'C:\\mapp"'], 'Skriv sökvägen utan \\ sist: "C:\\mapp"'),
        (["bygg", 'C:\\min mapp" --utkast'], "det som står efter (--utkast) kom med i sökvägen"),
        (["ny", 'C:\\min mapp" --region X --ar 2025'], 'Skriv sökvägen utan \\ sist: "C:\\min mapp"'),
        (["ny", 'C:\\min mapp"', *NY], 'Skriv sökvägen utan \\ sist: "C:\\min mapp"'),
        (["angra", 'C:\\min mapp" --ja', "mer"], 'Skriv sökvägen utan \\ sist: "C:\\min mapp"'),
        (["lage", "C:\\mapp"], None),
        (["kontrollera", "C:\\mapp", "--omrade", '"2"'], None),
    ],
)
def test_a_path_that_ended_in_a_backslash_is_explained(tmp_path, monkeypatch, capsys, words, told):
    monkeypatch.chdir(tmp_path)
    assert run(words) == 2
    said = capsys.readouterr().err
    assert told in said if told else "citattecken" not in said
    assert list(tmp_path.iterdir()) == []
