"""Many regions and years gathered: the counts are those of each report alone, and what was read is not read again."""

import json
import shutil
import sqlite3
import subprocess
from pathlib import Path

import manga
import pytest
from kommando import checked
from test_html import browser  # noqa: F401 - a fixture

from rapport.cli.main import run
from rapport.domain.regioner import LAN
from rapport.prose.count import count
from rapport.workflow import samla_byte
from rapport.workflow.rakna import count_file
from rapport.workflow.samla import gather

REGIONS, AREN = LAN[:2], (2020, 2021)


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """Make reports of two regions and two years, one a form, in Word; return their folder and what was made."""
    folder = tmp_path_factory.mktemp("manga")
    manga.make_forms(folder)
    made = [manga.Gjord(one.namn, "docx", one.underlag) for one in manga.make(folder, REGIONS, AREN)]
    return folder, manga.write(folder, made)


@pytest.fixture(scope="module")
def samlad(many, tmp_path_factory):
    """Gather what was made for the first time, which takes long; return the folder with all that there is then."""
    folder = shutil.copytree(many[0], tmp_path_factory.mktemp("samlad") / "samlad")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        gathered(Path("inkomna"))
    return folder


@pytest.fixture
def inkomna(samlad, tmp_path, monkeypatch):
    """Return a folder with copies of what was made, gathered in ``ut``, from where the forms are found."""
    for name in ("mallar", "inkomna", "ut"):
        shutil.copytree(samlad / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return Path("inkomna")


def gathered(inkomna, ut="ut"):
    return gather([inkomna], Path(ut))


def contents(ut):
    return {str(file.relative_to(ut)): file.read_bytes() for file in sorted(Path(ut).rglob("*")) if file.is_file()}


def test_every_count_is_that_of_the_report_alone(many, inkomna):
    with sqlite3.connect("ut/redovisningar.sqlite") as database:
        counts = {
            kalla: dict(database.execute("SELECT fraga, tecken FROM svar WHERE redovisning = ?", (name,)))
            for name, kalla in database.execute("SELECT redovisning, kalla FROM redovisningar")
        }
        forms = database.execute("SELECT mall, count(*) FROM redovisningar GROUP BY mall ORDER BY mall").fetchall()
    assert forms == [(manga.OLD, 2), (manga.NEW, 2)]
    assert len({sum(one.values()) for one in counts.values()}) == len(many[1]) == len(counts)
    for made in many[1]:
        found = counts[f"inkomna/{made.namn}.docx"]
        svar_by_fraga = made.underlag.svar_by_fraga
        assert found == {f: count(svar_by_fraga[f].blocks) if f in svar_by_fraga else 0 for f in found}
        alone = checked(inkomna / f"{made.namn}.docx")
        assert found == {one.id: one.tecken for omrade in alone.oversikt.omraden for one in omrade.fragor}
        for fraga, markdown in made.markdown.items():
            Path("svar.md").write_text(markdown, "utf-8")
            assert count_file(Path("svar.md"))[0] == found[fraga]


def test_after_one_change_all_is_as_if_made_anew(many, inkomna):
    first = inkomna / f"{many[1][0].namn}.docx"
    shutil.copy(inkomna / f"{many[1][1].namn}.docx", first)  # now a double of the other
    again = gathered(inkomna)
    assert (again.read, len(again.redovisningar), len(again.dubbletter)) == (1, 3, 1)
    gathered(inkomna, "ny")
    assert contents("ut") == contents("ny")
    Path("ut/sidor/ar.html").write_text("annat", "utf-8")  # what somebody has changed is made again
    unchanged = gathered(inkomna)
    assert unchanged.read == 0
    assert contents("ut") == contents("ny")


def test_a_double_is_read_once_and_again_only_when_it_is_needed(many, inkomna, monkeypatch):
    shutil.rmtree("ut")  # both are read for the first time in one run
    was = inkomna / f"{many[1][0].namn}.docx"
    shutil.copy(was, inkomna / "Ö.docx")
    assert len(gathered(inkomna).dubbletter) == 1
    with monkeypatch.context() as patch:
        patch.setattr("rapport.apart.Apart.call", lambda *_: pytest.fail("en fil lästes igen"))
        assert len(gathered(inkomna).dubbletter) == 1
    was.unlink()
    after = gathered(inkomna)
    assert (after.read, len(after.redovisningar), after.dubbletter) == (1, 4, [])
    gathered(inkomna, "ny")
    assert contents("ut") == contents("ny")


@pytest.mark.parametrize("fails_at", [1, 30])
def test_an_exchange_that_cannot_be_finished_is_undone(many, inkomna, monkeypatch, capsys, fails_at):
    before = contents("ut")
    (inkomna / f"{many[1][0].namn}.docx").unlink()
    real, tries = samla_byte.replace, []

    def replace(new, target):
        tries.append(target)
        if len(tries) == fails_at:
            raise OSError(28, "no space")
        real(new, target)

    with monkeypatch.context() as patch:
        patch.setattr(samla_byte, "replace", replace)
        assert run(["samla", "inkomna", "--ut", "ut"]) == 2
    assert "Samlingen är som den var." in capsys.readouterr().err
    assert contents("ut") == before
    assert len(gathered(inkomna).redovisningar) == 3


def test_an_exchange_that_was_killed_is_healed_by_the_next_run_and_said(inkomna, monkeypatch, capsys):
    before = contents("ut")

    def take(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(samla_byte._Exchange, "take", take)  # noqa: SLF001 - to stop in the middle
        with pytest.raises(KeyboardInterrupt):
            gathered(inkomna)
    assert json.loads(Path("ut/.rapport-samling.json").read_text("utf-8"))["avbruten"]
    run(["samla", "inkomna", "--ut", "ut"])
    assert "Den förra körningen avbröts medan den skrev" in capsys.readouterr().err
    assert contents("ut") == before


@pytest.mark.usefixtures("inkomna")
def test_the_pages_are_for_everybody(browser, tmp_path):  # noqa: F811 - the fixture
    pages = [tmp_path / "ut" / "index.html", *(tmp_path / "ut" / "sidor" / f"{name}.html" for name in PAGES)]
    done = subprocess.run([*browser, str(tmp_path), *map(str, pages)], capture_output=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    for found in json.loads(done.stdout).values():
        for view in found["views"]:
            assert (view["faults"], view["broken"], view["doubles"]) == ([], [], []), view["name"]
            assert view["wide"] <= 0, view["name"]
            assert view["asked"] == [], view["name"]


PAGES = ("fraga-1-1", "sok")
