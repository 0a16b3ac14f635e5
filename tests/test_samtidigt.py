"""Several at once, bad disks and odd files: nothing of anybody's is lost, and what is said of the files is so.

By hand, at every step: STEG=1 pytest tests/test_samtidigt.py -k whenever
"""

import errno
import json
import os
import re
import shutil
import subprocess
import sys
import threading
import time
from contextlib import contextmanager

import avbrott
import pypdfium2
import pytest
from conftest import ROOT, on_unix

from rapport.cli.main import run
from rapport.store import lock, writing
from rapport.word.package import read_package
from rapport.workflow import open_report
from rapport.workflow.restoring import restore

TWO = 'område: 2\nsvar:\n  "2.1": |\n    Det kostade.\n'
ONE = '# område 1\nområde: 1\nsvar:\n  "1.1": |\n    Stödet gick tex till byar.\n  "1.2": Kommunerna deltog.\n'
WRITERS = ("importera", "ratta", "angra", "sparat")


@pytest.fixture
def path(folder):
    return folder(**{"1-ett": ONE})


@pytest.fixture
def writers(path, tmp_path):
    """Return each way to write in the report's only file, as something to call."""
    theirs = shutil.copytree(path, tmp_path / "deras")
    (theirs / "1-ett.yaml").write_text(ONE.replace("Kommunerna", "Alla kommuner"), "utf-8")
    document = tmp_path / "deras.docx"
    assert run(["bygg", str(theirs), "--utkast", "--ut", str(document)]) == 0

    def sparat():
        report = open_report(path)
        report.set("1.1", text="Nytt.\n")
        report.save()

    def angra():
        sparat()
        assert run(["angra", str(path), "--ja"]) == 0
        assert run(["angra", str(path), "--gor-om", "--ja"]) == 0

    def importera():
        assert run(["importera", str(document), "--till", str(path), "--fraga", "1.2"]) == 0

    def ratta():
        assert run(["kontrollera", str(path), "--ratta", "--ja"]) in (0, 1)

    return {"importera": importera, "ratta": ratta, "angra": angra, "sparat": sparat}


# What a file is besides its text.


@pytest.mark.parametrize("writer", WRITERS)
def test_a_link_stays_one_and_leads_to_what_is_new(path, writers, writer):
    (path / "svar").mkdir()
    (path / "1-ett.yaml").rename(path / "svar" / "ett.yaml")
    (path / "1-ett.yaml").symlink_to("svar/ett.yaml")
    writers[writer]()
    assert (path / "1-ett.yaml").is_symlink()
    assert (path / "svar" / "ett.yaml").read_text("utf-8") != ONE


@pytest.mark.parametrize("writer", WRITERS)
def test_a_file_with_two_names_keeps_both(path, writers, writer, tmp_path):
    os.link(path / "1-ett.yaml", tmp_path / "annat namn.yaml")
    writers[writer]()
    assert (tmp_path / "annat namn.yaml").read_bytes() == (path / "1-ett.yaml").read_bytes() != ONE.encode()


@on_unix
@pytest.mark.parametrize("writer", WRITERS)
def test_who_may_read_a_file_stays(path, writers, writer):
    (path / "1-ett.yaml").chmod(0o600)
    if os.geteuid() == 0:
        os.chown(path / "1-ett.yaml", 1234, 2345)
    before = (path / "1-ett.yaml").stat()
    writers[writer]()
    after = (path / "1-ett.yaml").stat()
    assert (after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid)


@pytest.mark.parametrize("writer", WRITERS)
def test_byte_order_mark_and_line_ends_stay(path, writers, writer):
    (path / "1-ett.yaml").write_bytes(b"\xef\xbb\xbf" + ONE.replace("\n", "\r\n").encode())
    writers[writer]()
    raw = (path / "1-ett.yaml").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf#")
    assert raw.count(b"\r\n") == raw.count(b"\n") > 4


@pytest.mark.parametrize("command", ["bygg", "kontrollera"])
def test_a_result_keeps_what_its_file_is(path, tmp_path, command):
    name = {"bygg": "ut.docx", "kontrollera": "ut.html"}[command]
    target, link, twin = tmp_path / f"mål-{name}", tmp_path / name, tmp_path / f"tvilling-{name}"
    flags = ["--utkast"] if command == "bygg" else []
    assert run([command, str(path), *flags, "--ut", str(target)]) in (0, 1)
    first = target.read_bytes()
    target.chmod(0o600)
    link.symlink_to(target)
    os.link(target, twin)
    (path / "1-ett.yaml").write_text(ONE.replace("byar", "orter"), "utf-8")
    assert run([command, str(path), *flags, "--ut", str(link)]) in (0, 1)
    assert link.is_symlink()
    assert target.read_bytes() == twin.read_bytes() != first
    assert target.stat().st_mode & 0o777 == 0o600


# What is somebody else's.


@pytest.mark.parametrize("name", ["brev.txt", "brev.odt", "brev.doc", "bild.jpg", "data.json", "sida.html", "utan"])
@pytest.mark.parametrize("format_", ["text", "json", "html"])
def test_a_result_takes_no_paper_s_place(path, tmp_path, capsys, name, format_):
    target = tmp_path / name
    target.write_bytes(b'{"data": ["nagons"]}')
    command = ["kontrollera", str(path), "--format", format_, "--ut", str(target)]
    assert run(command) == 1
    assert target.read_bytes() == b'{"data": ["nagons"]}'
    assert "--tvinga" in capsys.readouterr().err
    assert run([*command, "--tvinga"]) in (0, 1)
    assert target.read_bytes() != b'{"data": ["nagons"]}'


@pytest.mark.parametrize("name", ["r.txt", "r.json", "r.html", "r.sarif"])
def test_a_result_of_ours_is_renewed_until_somebody_changes_it(path, tmp_path, name):
    target = tmp_path / name
    command = ["kontrollera", str(path), "--ut", str(target)]
    assert run(command) in (0, 1)
    (path / "1-ett.yaml").write_text(ONE.replace("Kommunerna deltog.", ""), "utf-8")
    first = target.read_bytes()
    assert run(command) in (0, 1)
    assert target.read_bytes() != first
    changed = target.read_bytes().replace(b"1", "1 (åtgärdat)".encode(), 1)
    target.write_bytes(changed)
    assert run(command) == 1
    assert target.read_bytes() == changed


def test_a_pdf_with_somebody_s_notes_is_left_alone(tmp_path):
    from rapport.word import pdf
    from rapport.workflow.targets import what_is

    file = tmp_path / "ut.pdf"
    file.write_bytes(pdf.sealed(b"%PDF-1.7\n%%EOF\n"))
    assert what_is(file).is_ours
    file.write_bytes(file.read_bytes() + b"9 0 obj\n<</Type/Annot/Contents(Fel)>>\nendobj\n%%EOF\n")
    assert not what_is(file).is_ours
    file.write_bytes(b"%PDF-1.7\n<</Title(Redovisning)>>\n%%EOF\n")
    assert not what_is(file).is_ours


# What a killed command leaves.


@pytest.mark.parametrize("writer", [*WRITERS, "bygg"])
def test_what_a_killed_command_left_is_swept_by_the_next(path, writers, writer):
    left = [path / ".rapport-x1y2z3w4.yaml", path / ".rapport-_bcdefgh.docx"]
    for file in left:
        file.write_bytes(b"half")
    keep = path / ".rapport-kallor.sqlite"
    keep.write_bytes(b"")
    if writer == "bygg":
        assert run(["bygg", str(path), "--utkast"]) == 0
    else:
        writers[writer]()
    assert not [file for file in left if file.exists()]
    assert keep.exists()


@on_unix
@pytest.mark.parametrize("cut", [1, 40, 75, 1000])
def test_half_a_write_over_a_file_with_two_names_is_taken_back(path, tmp_path, cut):
    """Killed in the middle of a file that is written over where it lies."""
    os.link(path / "1-ett.yaml", tmp_path / "annat namn.yaml")
    (path / "2-tva.yaml").write_text(TWO, "utf-8")
    child = os.fork()
    if not child:

        def torn(target, raw):
            target.write_bytes(raw[:cut] + target.read_bytes()[cut:])
            os._exit(9)

        writing.overwrite = torn
        report = open_report(path)
        for fraga in ("1.1", "2.1"):
            report.set(fraga, text="Helt nytt, och längre än det som fanns. " * 3 + "\n")
        report.save()
        os._exit(0)
    assert os.waitpid(child, 0)[1] >> 8 == 9
    assert (path / "1-ett.yaml").read_text("utf-8") != ONE or cut < 50
    restore(path)
    assert (path / "1-ett.yaml").read_text("utf-8") == ONE
    assert (path / "1-ett.yaml").samefile(tmp_path / "annat namn.yaml")
    assert (path / "2-tva.yaml").read_text("utf-8") == TWO


def killed_between_two_files(path):
    """Let a save be killed when it has written the first of its two files."""
    (path / "2-tva.yaml").write_text(TWO, "utf-8")
    child = os.fork()
    if not child:
        real, done = writing.replace, []

        def once(new, target):
            if done:
                os._exit(9)
            done.append(real(new, target))

        writing.replace = once
        report = open_report(path)
        report.set("1.1", text="Nytt.\n")
        report.set("2.1", text="Nytt.\n")
        report.save("importera")
        os._exit(0)
    assert os.waitpid(child, 0)[1] >> 8 == 9
    assert (path / "1-ett.yaml").read_text("utf-8") != ONE
    assert (path / "2-tva.yaml").read_text("utf-8") == TWO


@pytest.mark.parametrize("command", [["kontrollera", "--ratta", "--ja"], ["bygg", "--utkast"]])
@on_unix
def test_half_a_write_is_taken_back_and_told_by_the_next_that_writes(path, capsys, command):
    killed_between_two_files(path)
    name, *flags = command
    assert run([name, str(path), *flags]) in (0, 1)
    said = capsys.readouterr().err
    assert "(importera, " in said
    assert "avbröts innan den var klar. Det som den hann skriva är återställt: 1-ett.yaml" in said
    assert "Nytt." not in (path / "1-ett.yaml").read_text("utf-8")


def test_half_a_write_that_somebody_has_worked_on_is_left_to_undo(path):
    killed_between_two_files(path)
    with (path / "1-ett.yaml").open("a", encoding="utf-8") as stream:
        stream.write('  "1.3": Mer.\n')
    assert restore(path) == ""
    assert "Nytt." in (path / "1-ett.yaml").read_text("utf-8")
    assert run(["angra", str(path), "--ja"]) == 0
    assert (path / "1-ett.yaml").read_text("utf-8") == ONE + '  "1.3": Mer.\n'


@on_unix
def test_undo_takes_half_a_write_back_and_no_more(path):
    report = open_report(path)
    report.set("1.2", text="Först.\n")
    report.save()
    first = (path / "1-ett.yaml").read_bytes()
    (path / "1-ett.yaml").write_text(ONE, "utf-8")
    killed_between_two_files(path)
    assert run(["angra", str(path), "--ja"]) == 0
    assert (path / "1-ett.yaml").read_text("utf-8") == ONE
    assert first != ONE.encode()


# One at a time.


@contextmanager
def held(path):
    """Let another process hold the folder's lock."""
    code = (
        "import sys, time; from pathlib import Path; from rapport.store import lock\n"
        "with lock.locked(Path(sys.argv[1]), 'importera'):\n  print('nu', flush=True); time.sleep(60)"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT), "USERNAME": "anna\x1b]0;", "COMPUTERNAME": "DATOR7"}
    process = subprocess.Popen([sys.executable, "-c", code, str(path)], env=environment, stdout=subprocess.PIPE)
    assert process.stdout.readline() == b"nu\n"
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def test_who_writes_is_named_and_nothing_is_written(path, monkeypatch, capsys):
    monkeypatch.setattr(lock, "WAIT", 0.1)
    with held(path):
        assert run(["kontrollera", str(path), "--ratta", "--ja"]) == 2
    said = capsys.readouterr().err
    assert re.search(r"skriver just nu rapport importera \(anna ]0; på DATOR7, sedan \d\d\.\d\d\)\. Inget har", said)
    assert (path / "1-ett.yaml").read_text("utf-8") == ONE


def test_one_who_is_killed_leaves_no_lock(path, monkeypatch, writers):
    monkeypatch.setattr(lock, "WAIT", 1)
    with held(path) as process:
        process.kill()
        process.wait()
        writers["ratta"]()
    assert (path / "1-ett.yaml").read_text("utf-8") != ONE


def test_two_threads_wait_for_each_other(path):
    inside, most = [], []

    def work():
        with lock.locked(path, "sparat"), lock.locked(path, "igen"):
            inside.append(1)
            most.append(len(inside))
            time.sleep(0.01)
            inside.pop()

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1] * 8


def test_a_disk_without_locks_has_a_file_that_is_not_believed_for_ever(path, monkeypatch, writers):
    def none(_):
        raise OSError(errno.ENOLCK, "no locks")

    monkeypatch.setattr(lock, "_lock", none)
    monkeypatch.setattr(lock, "WAIT", 0.1)
    writers["sparat"]()
    there = path / ".rapport/las/skriver"
    assert not there.exists()
    there.touch()
    assert run(["angra", str(path), "--ja"]) == 2
    os.utime(there, (time.time() - 600,) * 2)
    assert run(["angra", str(path), "--ja"]) == 0
    assert not there.exists()


# The same again.


def test_the_same_report_gives_the_same_bytes(path, tmp_path):
    made = []
    for number in range(2):
        time.sleep(1.1 * number)
        assert run(["bygg", str(path), "--utkast", "--ut", str(tmp_path / f"{number}.docx")]) == 0
        made.append((tmp_path / f"{number}.docx").read_bytes())
    assert made[0] == made[1]
    os.utime(path / "1-ett.yaml", (2_000_000_000, 2_000_000_000))
    assert run(["bygg", str(path), "--utkast", "--ut", str(tmp_path / "2.docx")]) == 0
    assert b"2033-05-18" in read_package(tmp_path / "2.docx")["docProps/core.xml"]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice finns inte här")
def test_the_same_report_gives_the_same_pdf(path, tmp_path):
    """In what it says and when; LibreOffice may put its fonts in another order."""
    made = []
    for number in range(2):
        time.sleep(1.1 * number)
        assert run(["bygg", str(path), "--utkast", "--pdf", "--ut", str(tmp_path / f"{number}.docx")]) == 0
        document = pypdfium2.PdfDocument((tmp_path / f"{number}.pdf").read_bytes())
        made.append(([page.get_textpage().get_text_range() for page in document], document.get_metadata_dict()))
    assert made[0] == made[1]
    assert len(made[0][0]) > 5
    assert made[0][1]["CreationDate"]


def test_the_time_may_be_set(path, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    assert run(["bygg", str(path), "--utkast", "--ut", str(tmp_path / "a.docx")]) == 0
    assert b"2001-09-09T01:46:40Z" in read_package(tmp_path / "a.docx")["docProps/core.xml"]


# What is said when nothing was foreseen.


def test_the_last_resort_says_what_is_written(writers, monkeypatch, capsys):
    def broken(*_):
        raise ZeroDivisionError

    monkeypatch.setattr("rapport.cli.imported.tell_left", broken)
    with pytest.raises(AssertionError):
        writers["importera"]()
    said = capsys.readouterr().err
    assert "Inget har ändrats" not in said
    assert "1-ett.yaml" in said.split("programmet")[1]


def script(name, *arguments):
    """Run a script of the tests in a process of its own; return what it printed."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tests")))}
    command = [sys.executable, str(ROOT / "tests" / name), *map(str, arguments)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@on_unix
def test_whenever_somebody_saves_and_wherever_a_disk_is_full_nothing_is_lost(tmp_path):
    result = json.loads(script("diskfel.py", tmp_path))
    assert {name: [told[1] for told in kinds.values()] for name, kinds in result.items()} == {
        name: [[], []] for name in result
    }
    assert all(told[0] > 20 / avbrott.EACH for kinds in result.values() for told in kinds.values())


def test_four_at_once_killed_at_random_lose_nothing(tmp_path):
    assert "fel: 0" in script("bench_samtidigt.py", 60, 3)
    assert not [*tmp_path.iterdir()]


def test_two_imports_at_once_lose_nothing(path, tmp_path):
    documents = []
    for fraga, text in (("1.1", "Annas text.\n"), ("1.2", "Bos text.\n")):
        theirs = shutil.copytree(path, tmp_path / fraga)
        report = open_report(theirs)
        report.set(fraga, text=text)
        report.save()
        documents.append(str(tmp_path / f"{fraga}.docx"))
        assert run(["bygg", str(theirs), "--utkast", "--ut", documents[-1]]) == 0
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    lost = []
    for number in range(6):
        (path / "1-ett.yaml").write_text(ONE, "utf-8")
        code = "import sys; from rapport.cli.main import run; sys.exit(run(sys.argv[1:]))"
        running = [
            subprocess.Popen(
                [sys.executable, "-c", code, "importera", document, "--till", str(path), "--fraga", fraga],
                env=environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
            )
            for document, fraga in zip(documents, ("1.1", "1.2"), strict=True)
        ]
        ends = [(one.communicate()[1].decode(), one.returncode) for one in running]
        text = (path / "1-ett.yaml").read_text("utf-8")
        lost += [
            (number, end)
            for end, word in zip(ends, ("Annas text", "Bos text"), strict=True)
            if (end[1] == 0) != (word in text)
        ]
    assert lost == []
