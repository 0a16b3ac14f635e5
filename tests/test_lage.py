"""``rapport lage``: who has what, how far it has come, and how long there is left."""

import json
from datetime import date

import pytest
from conftest import ROOT
from kommando import printed

from rapport.cli.main import run
from rapport.workflow.checker import Checker
from rapport.workflow.result import keep, key_of, recall

AREA = (
    "område: 1\nansvarig: Siv Myrlund\nsvar:\n"
    '  "1.1": {status: klar, text: Vi byggde.}\n'
    '  "1.2": {status: granskas, ansvarig: Ivar Bäck, text: Vi prövade.}\n'
    '  "1.3": {status: klar, text: ""}\n'
    '  "1.4": Ett utkast.\n'
)


@pytest.fixture
def today(monkeypatch):
    """Return a function that makes it another day."""

    def be(*day):
        monkeypatch.setattr("rapport.cli.lage.today", lambda: date(*day))

    be(2026, 2, 1)
    return be


@pytest.mark.usefixtures("today")
def test_each_answer_is_shown_with_its_status_characters_and_person(folder):
    out = printed("lage", folder(**{"1-a": AREA}))
    lines = out.splitlines()
    assert lines[:2] == ["Region Provlän, 2025", "20 dagar kvar till den 21 februari 2026."]
    assert lines[4:10] == [
        "  32 av 11 000 tecken  1 klar, 1 granskas, 1 utkast, 2 ej påbörjade",
        "    1.1  klar             10  Siv Myrlund",
        "    1.2  granskas         11  Ivar Bäck",
        "    1.3  ej påbörjad       0  Siv Myrlund",
        "    1.4  utkast           11  Siv Myrlund",
        "    1.5  ej påbörjad       0  Siv Myrlund",
    ]
    assert lines[-1] == "1 av 31 svar är klara."
    assert "\n  Siv Myrlund, 3 svar: 1.3, 1.4, 1.5\n  Ivar Bäck, 1 svar: 1.2\n  Utan ansvarig, 26 svar: 2.1," in out
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ((2026, 2, 20), "1 dag kvar till den 21 februari 2026."),
        ((2026, 2, 21), "Redovisningen ska lämnas in i dag, den 21 februari 2026."),
        ((2026, 2, 23), "Skulle ha lämnats in den 21 februari 2026, för 2 dagar sedan."),
    ],
)
def test_the_days_left_are_counted_to_the_forms_last_day(folder, today, day, said):
    today(*day)
    assert said in printed("lage", folder()).splitlines()


def test_a_form_without_a_last_day_has_no_days_left(folder):
    source = (ROOT / "mallar/2024/mall.yaml").read_text("utf-8")
    path = folder()
    form = path / "mallar" / "2024" / "mall.yaml"
    form.parent.mkdir(parents=True)
    form.write_text("".join(row for row in source.splitlines(keepends=True) if "sista dag" not in row), "utf-8")
    assert "februari" not in printed("lage", path)
    assert json.loads(printed("lage", path, "--format", "json"))["dagar_kvar"] is None


@pytest.mark.usefixtures("today")
@pytest.mark.parametrize("name", ["Ivar Bäck", "ivar", "bäck"])
def test_one_persons_answers_are_shown_alone(folder, name):
    out = printed("lage", folder(**{"1-a": AREA}), "--ansvarig", name)
    assert "1.2  granskas" in out
    assert "Siv" not in out
    assert "\n2 " not in out
    assert out.endswith("0 av 1 svar är klara.\n")


@pytest.mark.parametrize("name", ["Iva", "Nils", " "])
def test_a_person_who_has_nothing_is_said_to(folder, capsys, name):
    assert run(["lage", str(folder(**{"1-a": AREA})), "--ansvarig", name]) == 2
    err = capsys.readouterr().err
    assert "Ansvariga är Ivar Bäck, Siv Myrlund." in err
    assert err.count("\n") == 1


@pytest.mark.usefixtures("today")
def test_it_is_data_for_other_programs(folder):
    data = json.loads(printed("lage", folder(**{"1-a": AREA}), "--format", "json"))
    assert (data["version"], data["sista_dag"], data["dagar_kvar"]) == (1, "2026-02-21", 20)
    area = data["omraden"][0]
    assert area["antal"] == {"klar": 1, "granskas": 1, "utkast": 1, "ej påbörjad": 2}
    assert area["fragor"][1] == {"id": "1.2", "status": "granskas", "ansvarig": "Ivar Bäck", "tecken": 11}


def test_a_document_is_no_folder(capsys, tmp_path):
    (tmp_path / "a.docx").write_bytes(b"")
    assert run(["lage", str(tmp_path / "a.docx")]) == 2
    assert "en mapp" in capsys.readouterr().err


def test_an_unread_file_is_told_of(folder):
    assert "(en fil är oläst)" in printed("lage", folder(**{"1-a": "område: 1\nsvar:\n\t1.1: x\n"}))


def test_a_check_that_is_remembered_remembers_who_has_what(folder):
    path = folder(**{"1-a": AREA})
    key, granskning = key_of(path, None, (), None), Checker(path).granskning()
    keep(key, granskning)
    assert recall(key).oversikt == granskning.oversikt
    assert granskning.oversikt.omraden[0].fragor[1].ansvarig == "Ivar Bäck"
