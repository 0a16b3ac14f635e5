"""Which year's form a PDF or its text is: told by the form's own lines in it, as a Word document says it itself."""

import json
import shutil

import fordarvat
import pytest
from conftest import ROOT
from test_papper import pdf
from test_pdf import UNDERLAG

from rapport.cli.main import run
from rapport.store.mall import load_mall

OLD = "Beskriv hur ytterligare strategiskt viktigt arbete inom detta område har genomförts."
NEW = "Redogör för övrigt arbete av vikt för kompetensförsörjningen i länet och vem som har lett det."


@pytest.fixture
def room(tmp_path, monkeypatch):
    """Make a folder with last year's form and one for the year after, in which a question is another."""
    shutil.copytree(ROOT / "mallar" / "2024", tmp_path / "mallar" / "2024")
    shutil.copytree(ROOT / "mallar" / "2024", tmp_path / "mallar" / "2026")
    file = tmp_path / "mallar" / "2026" / "mall.yaml"
    text = file.read_text("utf-8").replace('id: "2024"', 'id: "2026"').replace("år: 2024", "år: 2026")
    file.write_text(text.replace(OLD, NEW), "utf-8")
    assert OLD in (tmp_path / "mallar" / "2024" / "mall.yaml").read_text("utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(room, omraden=None, ar=2026, text=None):
    text = (text or fordarvat.as_text(UNDERLAG, omraden=omraden)).replace("för 2025", f"för {ar}")
    (room / "rapport.txt").write_text(text, "utf-8")
    return room / "rapport.txt"


def checked(file, capsys, *options):
    run(["kontrollera", str(file), "--format", "json", *options])
    shown = json.loads(capsys.readouterr().out)
    lines = [f for f in shown["findings"] if f["rule"] == "formulartext" and "kan vara formuläret" in f["message"]]
    return shown["mall"], lines


def test_last_years_form_is_read_as_that(room, capsys):
    assert checked(written(room), capsys) == ("2024", [])


def test_the_new_form_is_read_as_that(room, capsys):
    text = fordarvat.as_text(UNDERLAG).replace(OLD, NEW)
    assert NEW in text
    assert checked(written(room, ar=2024, text=text), capsys) == ("2026", [])


@pytest.mark.parametrize("way", ["ringar", "o och o med blank", "dubbelkodad"])
def test_broken_letters_hide_no_form(way, room, capsys):
    text = fordarvat.spoiled(fordarvat.as_text(UNDERLAG), way)
    assert checked(written(room, text=text), capsys)[0] == "2024"


def test_a_pdf_says_it_as_well(room, capsys):
    lines = fordarvat.as_text(UNDERLAG, omraden=UNDERLAG.mall.omraden[:2]).split("\n")
    shown = [line.encode("cp1252", "replace").decode("cp1252").replace(")", r"\)") for line in lines]
    (room / "rapport.pdf").write_bytes(pdf(*(shown[at : at + 46] for at in range(0, len(shown), 46))))
    assert checked(room / "rapport.pdf", capsys) == ("2024", [])


@pytest.mark.parametrize(("ar", "mall"), [(2025, "2024"), (2026, "2026")])
def test_where_the_text_does_not_tell_the_year_does_and_it_is_said(ar, mall, room, capsys):
    file = written(room, UNDERLAG.mall.omraden[:1], ar)
    shown, (said,) = checked(file, capsys)
    assert shown == mall
    other = {"2024": "2026", "2026": "2024"}[mall]
    assert (said["severity"], f"--mall {other}" in said["hint"]) == ("warning", True)
    assert checked(file, capsys, "--mall", other) == (other, [])


def test_another_years_form_is_not_taken_into_a_folder(room, capsys):
    assert run(["ny", str(room / "ny"), "--region", "Region Sundmark", "--ar", "2026", "--mall", "2026"]) == 0
    capsys.readouterr()
    assert run(["importera", str(written(room)), "--till", str(room / "ny")]) == 2
    assert "är formuläret 2024" in capsys.readouterr().err


def test_drafts_are_nobodys_form(room, capsys):
    file = room / "mallar" / "2026" / "mall.yaml"
    file.write_text(file.read_text("utf-8") + "\nutkast: true\n", "utf-8")
    assert load_mall(file.parent).utkast
    assert checked(written(room, UNDERLAG.mall.omraden[:1]), capsys) == ("2024", [])
