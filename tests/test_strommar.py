"""Streams that are closed, full or not there at all: the exit code still says how it went, and nothing comes down."""

import os

import pytest
from conftest import RAPPORT
from test_konstiga_filer import AREA, started

pytestmark = pytest.mark.skipif(os.name == "nt", reason="strömmarna stängs av ett skal")
COMMANDS = {
    "hjälp": (["--help"], 0),
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
