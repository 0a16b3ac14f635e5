"""Streams that are closed, full or not there at all: the exit code still says how it went, and nothing comes down."""

import contextlib
import ctypes
import io
import os
import subprocess
import sys
from types import SimpleNamespace

import pytest
from conftest import RAPPORT, ROOT
from test_konstiga_filer import AREA, started

from rapport.cli import streams, terminal

pytestmark = pytest.mark.skipif(os.name == "nt", reason="strömmarna stängs av ett skal")
COMMANDS = {
    "hjälp": (["--help"], 0),
    "ett kommandos hjälp": (["kontrollera", "--help"], 0),
    "ämne": (["hjalp", "word"], 0),
    "regel": (["regel"], 0),
    "okänt kommando": (["kontrolera"], 2),
    "okänd flagga": (["kontrollera", "--finnsinte"], 2),
    "kontrollera": (["kontrollera", "mapp"], 1),
    "kontrollera json": (["kontrollera", "mapp", "--format", "json"], 1),
    "rätta": (["kontrollera", "mapp", "--ratta"], 0),
    "bygg": (["bygg", "mapp", "--utkast"], 0),
    "rakna": (["rakna", "mapp/1.yaml", "finns-inte.md"], 2),
    "lage": (["lage", "mapp"], 0),
    "importera": (["importera", "-", "--fraga", "1.2", "--till", "mapp"], 2),
    "angra": (["angra", "mapp"], 0),
    "underlag sok": (["underlag", "sok", "butiker", "--i", "mapp"], 0),
}
CLOSED = {
    "ut": ">&-",
    "fel": "2>&-",
    "båda": ">&- 2>&-",
    "in": "<&-",
    "alla": "<&- >&- 2>&-",
    "fel bara läsbar": "2</dev/null",
}
NONE = "sys.stdout = sys.stderr = sys.stdin = None"  # as pythonw has it


@pytest.fixture
def mapp(tmp_path):
    path = tmp_path / "mapp"
    (path / "kallor").mkdir(parents=True)
    (path / "rapport.yaml").write_text(RAPPORT, "utf-8")
    (path / "1.yaml").write_text(AREA, "utf-8")
    (path / "kallor/beslut.txt").write_text("Stöd till butiker i länet.", "utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "how"),
    [*((name, "alla") for name in COMMANDS), *(("kontrollera", how) for how in CLOSED if how != "alla")],
)
def test_a_closed_stream_stops_nothing(mapp, name, how):
    arguments, code = COMMANDS[name]
    before = (mapp / "1.yaml").read_bytes()
    done = started(*arguments, cwd=mapp.parent, how=CLOSED[how])
    assert b'File "' not in done.stdout + done.stderr
    assert b"NoneType" not in done.stdout + done.stderr
    assert done.returncode == code, done.stderr
    assert (mapp / "1.yaml").read_bytes() == before


@pytest.mark.parametrize("name", COMMANDS)
def test_without_streams_the_exit_code_says_how_it_went(mapp, name):
    arguments, code = COMMANDS[name]
    done = started(*arguments, cwd=mapp.parent, code=NONE)
    assert done.stderr == b""
    assert done.returncode == code


def test_what_is_said_never_comes_among_the_results(mapp):
    done = started("kontrollera", "finns-inte", cwd=mapp.parent, how="2>&-")
    assert (done.returncode, done.stdout) == (2, b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="/dev/full finns inte här")  # noqa: PTH110
@pytest.mark.parametrize(("shell", "code"), [(">/dev/full", 2), ("2>/dev/full", 1), (">/dev/full 2>/dev/full", 2)])
def test_a_full_disk_where_the_output_goes_is_no_traceback(mapp, shell, code):
    done = started("kontrollera", "mapp", cwd=mapp.parent, how=shell)
    assert b'File "' not in done.stderr
    assert done.returncode == code


def test_no_file_of_ours_takes_the_place_of_a_closed_stream(mapp):
    """A file opened where a closed stream was would be written to by whatever speaks to that stream."""
    done = started("bygg", "mapp", "--utkast", cwd=mapp.parent, how="<&- >&- 2>&-")
    assert done.returncode == 0
    assert next(mapp.glob("*.docx")).read_bytes().startswith(b"PK")


def unread(mapp, *arguments, streams, code="pass"):
    """Run the program with streams that nobody reads from the beginning; return its exit code and the rest."""
    source, sink = os.pipe()
    os.close(source)
    try:
        others = {name: subprocess.PIPE for name in ("stdout", "stderr") if name not in streams}
        return subprocess.run(
            [sys.executable, "-c", f"import sys; {code}; from rapport.cli.main import main; main()", *arguments],
            check=False,
            cwd=mapp.parent,
            env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
            timeout=60,
            **dict.fromkeys(streams, sink),
            **others,
        )
    finally:
        os.close(sink)


@pytest.mark.parametrize("streams", [["stdout"], ["stderr"], ["stdout", "stderr"]], ids=" ".join)
@pytest.mark.parametrize("name", COMMANDS)
def test_a_pipe_that_its_reader_has_closed_changes_no_exit_code(mapp, name, streams):
    arguments, code = COMMANDS[name]
    done = unread(mapp, *arguments, streams=streams)
    assert done.returncode == code
    assert b"Traceback" not in (done.stderr or b"") + (done.stdout or b"")
    assert b"disken" not in (done.stderr or b"")


# What Windows says when nobody reads a pipe: not that it is broken, but that the argument is not valid.
OF_WINDOWS = """
import os
os_name = os.name
class Pipe:
    encoding = "utf-8"
    def isatty(self): return False
    def fileno(self): raise OSError(9, "none")
    def write(self, text): return len(text)
    def flush(self): raise OSError(22, "Invalid argument")
    def reconfigure(self, **_): pass
sys.stdout = Pipe()
"""


def test_on_windows_a_closed_pipe_has_another_name(mapp):
    done = started("kontrollera", "mapp", cwd=mapp.parent, code=f"exec({OF_WINDOWS!r})")
    assert (done.returncode, b"disken" in done.stderr) == (1, False)


def test_a_command_that_prints_much_goes_on_to_its_end_without_a_reader(mapp):
    """More than a pipe holds, so that it breaks while the command works and not when it ends."""
    rows = "\n\n".join(f"Regionen  samordnade arbetet {number}." for number in range(900))
    area = f'område: 1\nsvar:\n  "1.1": |\n    {rows}\n'.replace("\n\n", "\n\n    ")
    (mapp / "1.yaml").write_text(area, "utf-8")
    done = unread(mapp, "kontrollera", "mapp", "--format", "json", streams=["stdout"])
    assert (done.returncode, done.stderr) == (1, b"")


# -- signs that a console does not have, and colours that it does not know

PTY = pytest.mark.skipif(not os.path.exists("/dev/ptmx"), reason="här finns ingen terminal")  # noqa: PTH110


def on_terminal(*arguments, cwd, encoding):
    """Return what the program writes on a terminal of an encoding, as bytes, and its exit code."""
    import pty

    main, side = pty.openpty()
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": encoding, "NO_COLOR": "1"}
    command = [sys.executable, "-c", "from rapport.cli.main import main; main()", *arguments]
    with subprocess.Popen(command, cwd=cwd, env=environment, stdin=side, stdout=side, stderr=side) as process:
        os.close(side)
        seen = b""
        with contextlib.suppress(OSError):  # the terminal is closed
            while piece := os.read(main, 4096):
                seen += piece
    os.close(main)
    return seen, process.returncode


@PTY
@pytest.mark.parametrize("encoding", ["cp850", "cp437", "cp1252", "ascii", "latin-1:strict", "utf-8"])
@pytest.mark.parametrize("name", ["hjälp", "ämne", "kontrollera", "okänt kommando"])
def test_an_old_console_gets_its_own_signs_and_look_alikes(mapp, name, encoding):
    arguments, code = COMMANDS[name]
    seen, was = on_terminal(*arguments, cwd=mapp.parent, encoding=encoding)
    text = seen.decode(encoding.partition(":")[0])
    assert was == code
    assert not {"\ufffd", "\x1b", "Ã", "├"} & set(text)
    # ASCII alone has no å: it gets a.
    assert ("Användning" in text) == (name == "hjälp" and encoding != "ascii")
    assert ("Anvandning" in text) == (name == "hjälp" and encoding == "ascii")


def test_signs_have_look_alikes():
    streams.prepare()
    text = "☒ Ja ☐ Nej … 1–2 ”å” █░ → 日 \u200b"
    assert text.encode("cp850", streams.TWINS).decode("cp850") == '[x] Ja [ ] Nej ... 1-2 "å" █░ -> ? ?'
    assert text.encode("ascii", streams.TWINS) == b'[x] Ja [ ] Nej ... 1-2 "a" #. -> ? ?'


@pytest.mark.parametrize("encoding", ["cp850", "ascii"])
def test_a_stream_that_cannot_be_set_takes_what_it_can(monkeypatch, encoding):
    """As in an editor's own console, whose streams are none of Python's."""
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, newline="\n")
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setattr(sys, "stderr", stream)
    terminal.show("☒ å")
    terminal.say("☐ ”ö”")
    stream.flush()
    letters = "ao" if encoding == "ascii" else "åö"
    assert raw.getvalue().decode(encoding) == f'[x] {letters[0]}\n[ ] "{letters[1]}"\n'


class Kernel:
    """Windows' own console, as far as it is asked: of a mode, and obliging or not."""

    def __init__(self, mode, *, is_console=True, obeys=True):
        self.mode, self.is_console, self.obeys = mode, is_console, obeys

    def GetStdHandle(self, number):  # noqa: N802 - Windows' name
        assert number == -11
        return 7

    def GetConsoleMode(self, handle, mode):  # noqa: N802 - as above
        assert handle == 7
        mode._obj.value = self.mode  # noqa: SLF001 - what byref refers to
        return self.is_console

    def SetConsoleMode(self, handle, mode):  # noqa: N802 - as above
        assert handle == 7
        self.mode = mode if self.obeys else self.mode
        return self.obeys


@pytest.mark.parametrize(
    ("kernel", "is_colourful", "mode"),
    [
        (Kernel(3), True, 7),
        (Kernel(7), True, 7),
        (Kernel(3, obeys=False), False, 3),
        (Kernel(3, is_console=False), False, 3),
        (None, False, None),
    ],
)
def test_colours_are_shown_where_the_console_is_told_to_and_can(monkeypatch, kernel, is_colourful, mode):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("TERM", raising=False)
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(isatty=lambda: True))
    monkeypatch.setattr(streams, "os", SimpleNamespace(name="nt"))
    if kernel:
        monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    assert terminal.shows_colour() == is_colourful
    assert mode is None or kernel.mode == mode
