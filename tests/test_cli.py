"""The commands as their users run them: exit codes, Swedish, streams, nothing half-written."""

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import unicodedata
from pathlib import Path
from threading import Timer

import pytest
from conftest import BUILT, RAPPORT, ROOT

from rapport.cli import watch
from rapport.cli.command import command_of
from rapport.cli.commands import COMMANDS, folded
from rapport.cli.main import command_name, run
from rapport.errors import InputError

EXAMPLE = ROOT / "underlag"
ENGLISH = re.compile(r"\b(Usage|Options|Commands|Error|Missing|Invalid|No such|Show|Arguments|required|Traceback)\b")


@pytest.fixture
def report(tmp_path):
    """A copy of the example report that a test may do anything to."""
    return shutil.copytree(EXAMPLE, tmp_path / "redovisning", ignore=BUILT)


@pytest.fixture
def rapport(capsys, monkeypatch):
    """Return a function that runs a command line: exit code, stdout, stderr."""
    monkeypatch.setenv("RAPPORT_FELSOK", "1")  # a bug must fail the test, not become an exit code

    def call(*arguments):
        code = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_swedish_and_fits_the_terminal(rapport, command):
    code, out, err = rapport(*command.split(), "--help")
    assert (code, err) == (0, "")
    assert out.startswith("Användning: rapport")
    assert not ENGLISH.search(out)
    assert max(map(len, out.splitlines())) <= 80
    assert "--help" in out


@pytest.mark.parametrize("name", COMMANDS)
def test_help_ends_with_an_example_that_can_be_run(rapport, name):
    *_, last = rapport(*name.split(), "--help")[1].splitlines()
    assert last.startswith("Exempel:  rapport ")
    program, *arguments = shlex.split(last.removeprefix("Exempel:  ").partition(" >>")[0])
    assert (program, command_name(arguments)) == ("rapport", name)
    command_of(name).make_context(name, arguments[len(name.split()) :])


def flags():
    return [(name, flag) for name in COMMANDS for param in command_of(name).params for flag in param.opts]


def test_flags_and_commands_are_known_by_their_plain_letters():
    assert [name for name in COMMANDS if folded(name) != name] == []
    assert [found for found in flags() if folded(found[1]) != found[1]] == []


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["kontrollera", EXAMPLE, "--område", "3"], "3 Innovation"),
        (["kontrollera", EXAMPLE, "--område=3"], "3 Innovation"),
        (["kontrollera", EXAMPLE, "--rätta"], ""),
        (["läge", EXAMPLE], "svar är klara."),
        (["räkna", EXAMPLE / "6-analys.yaml"], "4403 "),
        (["underlag", "sök", "butik", "--i", EXAMPLE], "papper"),
        (["underlag", "förslag", "3.1", "--i", EXAMPLE], "fråga 3.1"),
        (["ny", "ny-mapp", "--region", "A", "--år", "2025", "--från", EXAMPLE], "ny-mapp"),
        (["importera", "--fråga", "1.1", "--år", "2025", "--till", "x", "--help"], "Exempel:"),
    ],
)
def test_swedish_letters_are_as_good_as_plain_ones(rapport, tmp_path, monkeypatch, arguments, said, form):
    monkeypatch.chdir(tmp_path)
    code, out, _ = rapport(*(unicodedata.normalize(form, str(argument)) for argument in arguments))
    assert code == 0
    assert said in out


@pytest.mark.parametrize("command", ["kontrollera", "bygg", "lage", "siffror lista", "underlag lista"])
def test_the_folder_one_stands_in_is_taken_when_none_is_given(rapport, report, monkeypatch, command):
    monkeypatch.chdir(report)
    code, out, err = rapport(*command.split())
    assert code == 0
    assert "saknas" not in err
    assert out


@pytest.mark.parametrize("command", ["kontrollera", "bygg", "lage"])
def test_a_folder_that_is_no_report_is_said_to_be_none(rapport, tmp_path, monkeypatch, command):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "annat.txt").write_text("Hej", "utf-8")
    code, out, err = rapport(command)
    assert (code, out) == (2, "")
    assert "Mappen du står i har ingen rapport.yaml." in err


def test_every_command_has_a_file_and_every_file_a_command():
    files = {file.stem for file in (ROOT / "rapport" / "cli").glob("*.py")}
    helpers = {"__init__", "main", "command", "commands", "errors", "terminal"} | {
        "watch",
        "correct",
        "imported",
        "paged",
        "papers",
        "progress",
        "restored",
        "streams",
        "topics",
    }
    assert files - helpers == {name.replace(" ", "_") for name in COMMANDS}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["kontrolera", "x"], "Menade du rapport kontrollera?"),
        (["xyzzy"], "Se rapport --help"),
        (["mall", "viisa"], "mall visa"),
        (["importera", "--till", "x"], "Argumentet FIL saknas"),
        (["rakna"], "Argumentet FIL saknas"),
        (["kontrollera", "--område", "två"], "Flaggan --omrade är ”två”, men ska vara ett heltal."),
        (["underlag", "sök", "väg", "--antal", "1,5"], "Flaggan --antal är ”1,5”, men ska vara ett heltal."),
        (["kontrollera", "--områd", "2"], "Menade du --omrade?"),
        (["kontrollera", EXAMPLE, "-ratta"], "Flaggan -ratta finns inte. Menade du --ratta?"),
        (["kontrollera", EXAMPLE, "-område=2"], "Menade du --omrade?"),
        (["kontrollera", EXAMPLE, "--ut", "granskning.pdf"], "en PDF görs inte här. Skriv --ut granskning.html"),
        (["läget"], "Kommandot ”läget” finns inte. Menade du rapport lage?"),
        (["underlag", "söka"], "Kommandot ”underlag söka” finns inte. Menade du rapport underlag sok?"),
        (["ny", "x", "--region", "A", "--år", "1999"], "--ar är ”1999”, men ska vara ett årtal från 2000 till 2100."),
        (["kontrollera", "--formt", "x"], "Menade du --format?"),
        (["kontrollera", "a", "b"], "Oväntat argument: b"),
        (["kontrollera", "a", "--format"], "behöver ett värde"),
        (["kontrollera", EXAMPLE, "--format", "pdf"], "Välj ett av: text, json, sarif, github"),
        (["ny", "x", "--region", "A"], "--ar saknas"),
        (["ny", "x", "--region", "A", "--ar", "i år"], "årtal"),
        (["ny", "x", "--region", "A", "--ar", "2003"], "ingen mall för 2003"),
        (["ny", "x", "--region", " ", "--ar", "2025"], "--region saknas"),
        (["bygg", "ingen-sådan"], "finns inte"),
        (["bygg", EXAMPLE, "--ut", "x.pdf"], ".docx"),
        (["bygg", EXAMPLE, "--ut", "ingen-mapp/x.docx"], "ingen-mapp finns inte"),
        (["rakna", "ingen.yaml"], "finns inte"),
        (["rakna", ROOT / "LICENSE"], "kan inte räknas"),
        (["mall", "visa", "2031"], "ingen mall ”2031”"),
        (["mall", "skapa", "x.yaml"], "mall.yaml"),
    ],
)
def test_what_cannot_be_run_says_why_in_one_line(rapport, arguments, words):
    code, out, err = rapport(*arguments)
    assert (code, out) == (2, "")
    assert words in err
    assert err.count("\n") == 1
    assert not ENGLISH.search(err)


def test_check_of_the_example_is_quiet(rapport):
    code, out, err = rapport("kontrollera", EXAMPLE)
    assert (code, err) == (0, "")
    assert "Inget att anmärka på." in out
    assert out.count("█") > 100
    assert "\x1b" not in out
    assert max(map(len, out.splitlines())) <= 80


def test_check_of_one_file_shows_only_its_area(rapport, report):
    (report / "3-innovation.yaml").write_text("område: 3\nsvar: {}\n", "utf-8")
    code, out, _ = rapport("kontrollera", report / "2-kompetensforsorjning.yaml")
    assert code == 0
    assert [line[0] for line in out.splitlines() if re.match(r"\d ", line)] == ["2"]
    code, out, _ = rapport("kontrollera", report / "3-innovation.yaml")
    assert code == 1
    assert "Område 3: 5 frågor är inte besvarade: 3.1–3.5" in out


def test_json_has_the_published_keys(rapport, folder):
    path = folder(**{"5-a": "område: 5\nsvar:\n  5.1a:\n    kryss: ja\n    status: granskas\n    text: Fick XX kr.\n"})
    code, out, _ = rapport("kontrollera", path, "--format", "json")
    data = json.loads(out)
    assert code == 1
    assert list(data) == ["version", "kalla", "mall", "omraden", "findings", "ej_kontrollerat"]
    assert data["version"] == 1
    area = data["omraden"][4]
    assert {key: area[key] for key in ("nummer", "tecken", "maxtecken")} == {
        "nummer": 5,
        "tecken": 11,
        "maxtecken": 8000,
    }
    assert area["fragor"][0] == {"id": "5.1a", "tecken": 11, "status": "granskas"}
    finding = next(f for f in data["findings"] if f["rule"] == "platshallare")
    assert finding == {
        "rule": "platshallare",
        "severity": "error",
        "omrade": 5,
        "fraga": "5.1a",
        "path": "5-a.yaml",
        "line": 6,
        "column": 16,
        "excerpt": "XX",
        "related": [],
        "message": "”XX” ser ut att vara en plats som skulle ha fyllts i.",
        "hint": "Skriv det som ska stå där, eller ta bort det.",
        "waived": None,
        "offset": 5,
        "fix": None,
    }


def test_the_result_can_go_to_a_file(rapport, tmp_path):
    target = tmp_path / "resultat.json"
    code, out, err = rapport("kontrollera", EXAMPLE, "--format", "json", "--ut", target)
    assert (code, out) == (0, "")
    assert str(target) in err
    assert json.loads(target.read_text("utf-8"))["mall"] == "2024"


def test_the_real_report_as_json(rapport, real_report):
    code, out, _ = rapport("kontrollera", real_report, "--format", "json")
    tecken = {area["nummer"]: area["tecken"] for area in json.loads(out)["omraden"]}
    assert code == 1
    assert tecken == {1: 9191, 2: 15706, 3: 0, 4: 0, 5: 8286, 6: 0}


def test_a_broken_file_is_told_from_an_empty_area(rapport, report):
    (report / "4-tillganglighet.yaml").write_text("område: 4\nsvar:\n\t4.1: x\n", "utf-8")
    code, out, _ = rapport("kontrollera", report)
    assert code == 1
    assert "en fil är oläst" in out
    assert "4-tillganglighet.yaml:3:1" in out
    assert "saknar svar" not in out


def test_waived_findings_are_listed_with_their_reason(rapport, report):
    file = report / "6-analys.yaml"
    text = file.read_text("utf-8").replace('  "6.1":\n', '  "6.1":\n    tillåt: {platshallare: Projektet heter så.}\n')
    file.write_text(text.replace("text: |\n      ", "text: |\n      Projektet XX. ", 1), "utf-8")
    code, out, _ = rapport("kontrollera", report)
    assert code == 0
    assert "Tillåtet, med skäl" in out
    assert "Projektet heter så." in out


def test_counting_takes_any_files_and_one_bad_one_hides_none(rapport, tmp_path):
    brev, tom = tmp_path / "brev.md", tmp_path / "tom.yaml"
    brev.write_text("Hej på dig.\n", "utf-8")
    tom.write_text("område: 1\nsvar:\n\t1.1: x\n", "utf-8")
    code, out, err = rapport("rakna", tom, brev, EXAMPLE / "6-analys.yaml", EXAMPLE / "rapport.yaml")
    assert code == 2
    assert out.splitlines() == [
        f"11  {brev}",
        f"4403  {EXAMPLE / '6-analys.yaml'}",
        f"0  {EXAMPLE / 'rapport.yaml'}",
    ]
    assert "tabb" in err


def test_counting_reads_word(rapport, tmp_path):
    import docx

    document = docx.Document()
    document.add_paragraph("Hej på dig.")
    document.save(str(tmp_path / "brev.docx"))
    assert rapport("rakna", tmp_path / "brev.docx") == (0, f"11  {tmp_path / 'brev.docx'}\n", "")


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04 halv", b"\xd0\xcf\x11\xe0 gammal", b"text"])
def test_what_is_no_word_file_is_said_to_be_none(rapport, tmp_path, raw):
    (tmp_path / "a.docx").write_bytes(raw)
    code, out, err = rapport("rakna", tmp_path / "a.docx")
    assert (code, out) == (2, "")
    assert "Worddokument" in err


def test_counting_expands_patterns_as_windows_does_not(rapport, tmp_path):
    (tmp_path / "a.md").write_text("abc", "utf-8")
    (tmp_path / "b.md").write_text("abcd", "utf-8")
    assert rapport("rakna", tmp_path / "*.md")[1].split()[::2] == ["3", "4"]


def test_build_writes_the_document_and_says_where(rapport, report):
    code, out, err = rapport("bygg", report)
    target = report / "redovisning-2025-region-sundmark.docx"
    assert (code, out) == (0, f"{target}\n")
    assert "byggt" in err
    assert target.stat().st_size > 20_000


def test_build_refuses_while_errors_stand_and_writes_nothing(rapport, report):
    (report / "6-analys.yaml").unlink()
    before = sorted(report.iterdir())
    code, out, err = rapport("bygg", report)
    assert (code, out) == (1, "")
    assert "3 fel återstår" in err
    assert "--utkast" in err
    assert sorted(report.iterdir()) == before


def test_a_draft_says_so_in_its_name(rapport, report):
    (report / "6-analys.yaml").unlink()
    code, out, _ = rapport("bygg", report, "--utkast")
    assert code == 0
    assert out.strip().endswith("redovisning-2025-region-sundmark-utkast.docx")


def test_a_document_that_somebody_changed_is_left_alone(rapport, report, tmp_path):
    import docx

    target = tmp_path / "ut.docx"
    assert rapport("bygg", report, "--ut", target)[0] == 0
    assert rapport("bygg", report, "--ut", target)[0] == 0  # our own, untouched: may be replaced
    document = docx.Document(str(target))
    document.paragraphs[0].add_run(" ändrad")
    document.save(str(target))
    changed = target.read_bytes()
    code, out, err = rapport("bygg", report, "--ut", target)
    assert (code, out) == (1, "")
    assert "--tvinga" in err
    assert target.read_bytes() == changed
    assert rapport("bygg", report, "--ut", target, "--tvinga")[0] == 0
    assert target.read_bytes() != changed


def test_a_file_that_is_not_ours_is_left_alone(rapport, report, tmp_path):
    target = tmp_path / "annan.docx"
    target.write_bytes(b"inte ett dokument")
    assert rapport("bygg", report, "--ut", target)[0] == 1
    assert target.read_bytes() == b"inte ett dokument"


def test_pdf_without_libreoffice_says_what_to_do(rapport, report, monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("rapport.word.libreoffice._USUAL_PLACES", ())
    code, out, err = rapport("bygg", report, "--pdf")
    assert (code, out) == (2, "")
    assert "Installera LibreOffice" in err
    assert not list(report.glob("*.docx"))


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice (soffice) finns inte här")
def test_pdf_is_tagged_and_titled(rapport, report):
    code, out, _ = rapport("bygg", report, "--pdf")
    assert code == 0
    pdf = (report / "redovisning-2025-region-sundmark.pdf").read_bytes()
    assert out.splitlines()[1].endswith(".pdf")
    assert b"/MarkInfo<</Marked true>>" in pdf
    assert b"/Lang(sv-SE)" in pdf
    assert b"pdfuaid" in pdf


def test_a_read_only_target_changes_nothing(rapport, report, tmp_path, monkeypatch):
    def refuse(*_args, **_kwargs):
        raise PermissionError(13, "denied")

    target = tmp_path / "ut.docx"
    monkeypatch.setattr("rapport.store.beside.new_file", refuse)
    code, out, err = rapport("bygg", report, "--ut", target)
    assert (code, out) == (2, "")
    assert "åtkomst nekad" in err
    assert not target.exists()


def test_a_full_disk_leaves_nothing_half_written(rapport, report, tmp_path, monkeypatch):
    def full(*_args, **_kwargs):
        raise OSError(28, "No space left on device")

    target = tmp_path / "ut" / "ut.docx"
    target.parent.mkdir()
    monkeypatch.setattr("rapport.workflow.build.write_package", full)
    code, _, err = rapport("bygg", report, "--ut", target)
    assert code == 2
    assert "disken är full" in err
    assert list(target.parent.iterdir()) == []


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="/dev/full finns inte här")  # noqa: PTH110 - a device
def test_a_full_disk_on_standard_output_is_no_traceback():
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device
        done = subprocess.run([*RAPPORT_PROCESS, "--help"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert "kunde inte skrivas ut" in done.stderr.decode()


RAPPORT_PROCESS = [sys.executable, "-c", "from rapport.cli.main import main; main()"]


def test_a_bug_of_ours_is_three_and_no_traceback(monkeypatch, capsys):
    def broken(*_, **__):
        raise ZeroDivisionError("ojdå")

    monkeypatch.delenv("RAPPORT_FELSOK", raising=False)
    monkeypatch.setattr("rapport.workflow.check.check", broken)
    assert run(["kontrollera", str(EXAMPLE)]) == 3
    err = capsys.readouterr().err
    assert "fel i programmet" in err
    assert "Traceback" not in err


def test_interrupted_is_130(monkeypatch):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("rapport.workflow.check.check", interrupt)
    assert run(["kontrollera", str(EXAMPLE)]) == 130


def test_help_loads_none_of_the_heavy_packages():
    code = (
        "import sys; from rapport.cli.main import run; run(['--help']);"
        "heavy = {'docx', 'lxml', 'pydantic', 'ruamel', 'jinja2', 'typer'};"
        "sys.exit(sorted(heavy & {name.partition('.')[0] for name in sys.modules}) or 0)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


def test_checking_loads_neither_word_nor_jinja(folder):
    path = folder(analys=(EXAMPLE / "6-analys.yaml").read_text("utf-8"))  # answers without figures
    code = (
        f"import sys; from rapport.cli.main import run; run(['kontrollera', {str(path)!r}]);"
        "heavy = {'docx', 'lxml', 'jinja2', 'rich'};"
        "sys.exit(sorted(heavy & {name.partition('.')[0] for name in sys.modules}) or 0)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


def test_watching_checks_again_when_a_file_is_saved(tmp_path, capsys):
    file = tmp_path / "1.yaml"
    file.write_text("a", "utf-8")
    codes = []

    def check():
        codes.append(len(codes))
        if len(codes) == 1:
            file.write_text("ab", "utf-8")
            raise InputError("Mappen saknas.")
        return 0

    assert watch.watch(tmp_path, check, rounds=2) == 0
    assert codes == [0, 1]
    assert "Mappen saknas." in capsys.readouterr().err


def by_rename(file):
    """Save as many editors do: a whole new file is put in the old one's place."""
    new = file.with_suffix(".ny")
    new.write_text("område: 1", "utf-8")
    new.replace(file)


@pytest.mark.parametrize(
    ("name", "save"),
    [
        ("1.yaml", by_rename),
        ("1.yaml", Path.unlink),
        ("siffror/a.csv", lambda file: file.write_text("a;b", "utf-8")),
        ("kallor/under/a.pdf", by_rename),
        ("b.docx", Path.touch),
    ],
)
def test_watching_sees_only_what_matters_however_it_is_saved(tmp_path, name, save):
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("a", "utf-8")
    saved = []

    def save_late():
        saved.append(name)
        save(file)

    def check():
        if not saved:
            for other in ("resultat.txt", ".rapport-kallor.sqlite", "~$b.docx"):
                (tmp_path / other).write_text("a", "utf-8")
            Timer(0.6, save_late).start()
        seen.append(list(saved))
        return 0

    seen = []
    assert watch.watch(tmp_path, check, rounds=2) == 0
    assert seen == [[], [name]]


def test_watching_a_folder_that_is_made_later_sees_what_is_put_in_it(tmp_path):
    def check():
        if not (tmp_path / "siffror").exists():
            (tmp_path / "siffror").mkdir()
            (tmp_path / "siffror" / "a.csv").write_text("a", "utf-8")
        return 1

    assert watch.watch(tmp_path, check, rounds=2) == 1


def test_watching_what_is_not_there_ends_at_once(rapport, tmp_path):
    code, _, err = rapport("kontrollera", tmp_path / "finns-inte", "--bevaka")
    assert code == 2
    assert "finns inte" in err


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C kan inte skickas till en enda process i Windows")
def test_watching_ends_with_ctrl_c_and_130(folder):
    command = [sys.executable, "-c", "from rapport.cli.main import main; main()", "kontrollera", "--bevaka", folder()]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        while "Väntar på nästa ändring" not in process.stderr.readline():
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        assert "Traceback" not in process.stderr.read()
    assert process.returncode == 130


def test_a_missing_mall_id_in_a_report_is_exit_two(rapport, folder):
    code, _, err = rapport("kontrollera", folder(rapport=RAPPORT.replace("2024", "2031")))
    assert code == 2
    assert "ingen mall ”2031”" in err


@pytest.mark.parametrize("shell", ["powershell", "bash", "zsh", "fish"])
def test_a_shell_is_told_how_to_complete(rapport, shell):
    code, out, err = rapport("komplettering", shell)
    assert code == 0
    assert "_RAPPORT_COMPLETE" in out
    assert "startfilen" in err


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("rapport kon", ["kontrollera"]),
        ("rapport mall ", ["visa", "skapa", "diff"]),
        ("rapport kontrollera --ta", []),
        ("rapport kontrollera --ty", ["--tyst"]),
        ("rapport regel uppr", ["upprepning"]),
        ("rapport kontrollera . --format sa", ["sarif"]),
    ],
)
def test_tab_fills_in_what_may_follow(rapport, monkeypatch, line, expected):
    monkeypatch.setenv("_RAPPORT_COMPLETE", "complete_powershell")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", line)
    monkeypatch.setenv("_TYPER_COMPLETE_WORD_TO_COMPLETE", line.rpartition(" ")[2])
    _, out, _ = rapport()
    assert sorted(row.split(":::")[0] for row in out.splitlines() if row.strip()) == sorted(expected)
