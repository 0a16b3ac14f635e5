"""``rapport jamfor``: others' answers to the question that is being written, out of whatever data set is at hand."""

import json
import os
import shutil
import sqlite3
import sys
from io import StringIO
from pathlib import PureWindowsPath

import pytest
from conftest import CACHE_HOMES
from fientligt import SIGNS, faults_in
from kommando import printed
from samlingar import data_set, report

from rapport.cli.main import run
from rapport.cli.paged import show_paged
from rapport.errors import InputError
from rapport.samling.oppna import opened
from rapport.samling.sqlite import uri_of

LONG = " ".join(f"Mening {number} om arbetet med företagen i hela länet." for number in range(60))
SKANE = f"Vi arbetade med Tillväxtverket och Umeå universitet. Agenda 2030, mål 8 och 9. {LONG}"
TABLE = f"""  "4.1": |
    Före.

    | Insats | Vad som gjordes | Belopp |
    |---|---|---:|
    | Bredband | {" ".join(["Utbyggnad i länets alla delar."] * 6)} | 4 mnkr |
    | Service | Stöd till butiker. | 12 mnkr |

    |{"|".join(f"Kolumn {number}" for number in range(12))}|
    |{"---|" * 12}
    |{"|".join(map(str, range(12)))}|

    Efter.
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Make a data set of three regions' reports of 2025 and one of 2024; Region Dalarna's own folder is beside it."""
    place = tmp_path_factory.mktemp("jamfor")
    halland = {"_3": '  "3.4": Ett kort svar.\n', "_5": '  "5.1d": {kryss: ej aktuellt}\n'}
    data_set(
        place / "samling",
        report(place / "egen", "Region Dalarna", _3='  "3.4": Vårt eget svar.\n'),
        report(place / "in" / "halland", "Region Halland", **halland),
        report(place / "in" / "skane", "Region Skåne", _3=f'  "3.4": {SKANE}\n', _4=TABLE),
        report(place / "in" / "fjol", "Region Skåne", 2024, _3='  "3.4": Så var det då.\n'),
    )
    return place


@pytest.fixture
def place(made, tmp_path, monkeypatch):
    """Give a copy of it all, where nobody has had any data set open."""
    for name in CACHE_HOMES:
        monkeypatch.setenv(name, str(tmp_path / "state"))
    shutil.copytree(made, tmp_path / "allt")
    monkeypatch.chdir(tmp_path / "allt" / "egen")
    return tmp_path / "allt"


def data(*arguments):
    return json.loads(printed("jamfor", *arguments, "--format", "json"))


@pytest.mark.usefixtures("place")
def test_others_answers_of_the_latest_year_are_shown_and_not_ones_own():
    found = data("3.4")
    assert (found["ar"], found["aren"], found["egen"]) == (2025, [2024, 2025], "Region Dalarna")
    assert [(one["region"], one["text"]) for one in found["svar"]] == [
        ("Region Halland", "Ett kort svar."),
        ("Region Skåne", SKANE),
    ]
    assert found["svar"][1]["aktorer"] == ["Tillväxtverket", "Umeå universitet"]
    assert (found["svar"][1]["mal"], found["svar"][0]["status"]) == ([8, 9], "utkast")
    assert found["svar"][1]["tecken"] == len(SKANE)
    assert [one["text"] for one in data("3.4", "--ar", "2024")["svar"]] == ["Så var det då."]
    assert data("5.1d")["svar"][0]["kryss"] == "Ej aktuellt"


def test_in_a_folder_without_a_report_every_region_is_shown(place, monkeypatch):
    monkeypatch.chdir(place)
    found = data("3.4")
    assert found["egen"] is None
    assert [one["region"] for one in found["svar"]] == ["Region Dalarna", "Region Halland", "Region Skåne"]
    assert len(data("3.4", "--i", "egen")["svar"]) == 2


@pytest.mark.usefixtures("place")
def test_a_terminal_shows_a_table_and_every_long_answer_in_full():
    shown = printed("jamfor", "3.4")
    assert max(map(len, shown.splitlines())) <= 80
    assert "2 aktörer, mål 8 och 9" in shown
    assert " ".join(SKANE.split()) in " ".join(shown.replace("\u00a0", " ").split())
    assert "Inget svar: Region Skåne." in printed("jamfor", "5.1d")
    assert "Ingen har svarat på frågan." in printed("jamfor", "1.1")


@pytest.mark.usefixtures("place")
def test_a_terminal_shows_the_tables_of_an_answer_as_tables():
    lines = printed("jamfor", "4.1").splitlines()
    assert max(map(len, lines)) <= 80
    head = next(line for line in lines if line.startswith("Insats "))
    row = next(line for line in lines if line.startswith("Service "))
    assert [row.index(word) for word in ("Stöd", "12 mnkr")] == [head.index(word) for word in ("Vad", "Belopp")]
    assert "Kolumn 11: 11" in lines  # too wide to stand beside each other
    assert lines.index("Före.") < lines.index(row) < lines.index("Efter.")
    assert data("4.1")["svar"][1]["delar"][1][2] == ["Service", "Stöd till butiker.", "12 mnkr"]


def test_at_a_terminal_it_stops_at_each_screen(monkeypatch, capsys):
    class Screen(StringIO):
        def isatty(self):
            return True

    monkeypatch.setenv("LINES", "12")
    monkeypatch.setenv("COLUMNS", "80")
    for typed, last in (("\n\n\n\n", 29), ("\ns\n", 19), ("a\n", 29), ("", 9)):
        out = Screen()
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr(sys, "stderr", Screen())
        monkeypatch.setattr(sys, "stdin", Screen(typed))
        show_paged(map(str, range(30)))
        assert out.getvalue().split() == [*map(str, range(last + 1))]
    capsys.readouterr()


def test_a_data_set_is_found_close_by_or_as_the_last_one_or_where_it_is_named(place, tmp_path, monkeypatch, capsys):
    other = shutil.move(place / "samling", tmp_path / "annanstans")
    assert run(["jamfor", "3.4"]) == 2
    said = capsys.readouterr().err
    assert f"Letade i {place / 'egen'} och {place}, i mapparna där" in said
    assert "--samling MAPP" in said
    assert run(["jamfor", "3.4", "--samling", str(place)]) == 2
    assert "är ingen samling: redovisningar.sqlite saknas" in capsys.readouterr().err
    assert len(data("3.4", "--samling", other)["svar"]) == 2
    assert data("3.4")["samling"] == str(other)  # it was used last
    shutil.copytree(other, place / "egen" / "ny")
    assert data("3.4")["samling"] == str(place / "egen" / "ny")
    monkeypatch.chdir(tmp_path)
    assert run(["jamfor", "3.4", "--i", str(tmp_path)]) == 2


@pytest.mark.usefixtures("place")
def test_what_is_not_there_is_told(capsys):
    assert run(["jamfor", "5.1"]) == 2
    assert "Fråga 5.1 finns inte. Frågorna är 1.1, " in capsys.readouterr().err
    assert run(["jamfor", "3.4", "--ar", "2019"]) == 2
    assert "Där finns 2024, 2025." in capsys.readouterr().err


def changed(place, *statements):
    with sqlite3.connect(place / "samling" / "redovisningar.sqlite") as database:
        for one in statements:
            database.execute(one)
    database.close()


def test_a_question_that_had_another_number_or_other_words_is_found_and_said(place):
    changed(
        place,
        "UPDATE fragor SET fraga = '3.9', text = replace(text, 'prestationer ni', 'insatser ni') WHERE fraga = '3.4'",
        "UPDATE svar SET fraga = '3.9' WHERE fraga = '3.4'",
        "UPDATE aktorer SET fraga = '3.9' WHERE fraga = '3.4'",
        "DELETE FROM fragor WHERE fraga = '1.1'",
    )
    found = data("3.4")
    assert [(one["region"], one["fraga"]) for one in found["svar"]] == [
        ("Region Halland", "3.9"),
        ("Region Skåne", "3.9"),
    ]
    assert found["svar"][1]["aktorer"] == ["Tillväxtverket", "Umeå universitet"]
    assert found["sagt"][0] == "I formuläret 2024 var det fråga 3.9."
    assert found["sagt"][1].startswith("I formuläret 2024 löd frågan: ”Beskriv vilka insatser ni har")
    gone = data("1.1")
    assert gone["svar"] == []
    assert gone["sagt"] == ["Frågan finns inte i formuläret 2024, som Region Halland och Region Skåne svarade på."]


HOSTILE = {
    "en vy utan slut": (
        "ALTER TABLE svar RENAME TO gammal",
        "CREATE VIEW svar AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS fraga FROM n",
    ),
    "en kolumn som räknas ut": (
        "ALTER TABLE svar ADD COLUMN mer TEXT GENERATED ALWAYS AS/**/(hex(zeroblob(900000000)))",
    ),
    "ingen tabell": ("DROP TABLE mal",),
    "en annan version": ("PRAGMA user_version = 99",),
    "ingen kolumn": ("ALTER TABLE redovisningar RENAME COLUMN ar TO year",),
    "för stort värde": (
        "UPDATE svar SET text = zeroblob(30000000) WHERE redovisning = 'skane-2025' AND fraga = '3.4'",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_database_that_does_harm_is_refused_in_words(name, place, capsys):
    changed(place, *HOSTILE[name])
    assert run(["jamfor", "3.4"]) == 2
    assert "Kör rapport samla igen." in capsys.readouterr().err


def test_a_question_to_a_database_that_never_ends_is_broken_off(place):
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    file = place / "samling" / "redovisningar.sqlite"
    with pytest.raises(InputError, match=r"tar mer än 0.2 sekunder"), opened(file, 0.2) as database:
        database.execute(endless)


def test_a_database_that_is_half_there_is_refused_in_words(place, capsys):
    file = place / "samling" / "redovisningar.sqlite"
    whole = file.read_bytes()
    for size in (0, 50, 4096, 20_000, len(whole) // 2):
        file.write_bytes(whole[:size])
        assert run(["jamfor", "3.4"]) == 2
        assert "rapport samla" in capsys.readouterr().err
    for at in range(100, len(whole), 4099):
        file.write_bytes(whole[:at] + bytes(255 - one for one in whole[at : at + 40]) + whole[at + 40 :])
        assert run(["jamfor", "3.4"]) in (0, 2)
        assert "rapport felrapport" not in capsys.readouterr().err


def test_what_it_holds_is_shown_and_does_nothing_and_no_more_of_it_than_is_read(place, capsys):
    told = SIGNS.replace("\x00", "").replace("'", "")
    changed(
        place,
        f"UPDATE redovisningar SET region = region || '{told}' WHERE region LIKE '%Halland'",  # noqa: S608 - ours
        f"UPDATE svar SET status = '{told}', kryss = X'00ff' WHERE redovisning = 'halland-2025'",  # noqa: S608 - ours
        f"UPDATE svar SET text = '::error::x{told}##[error]y' WHERE redovisning = 'halland-2025'",  # noqa: S608 - ours
        f"UPDATE aktorer SET aktor = '{told}'",  # noqa: S608 - ours
        "UPDATE mal SET mal = 'x'",
        "UPDATE svar SET text = replace(hex(zeroblob(100000)), '0', 'å'), tecken = 'x' WHERE redovisning LIKE 'skane%'",
        "UPDATE redovisningar SET ar = X'00' WHERE ar = 2024",
    )
    for flags in ([], ["--format", "json"]):
        assert run(["jamfor", "3.4", *flags]) == 0
        out, err = capsys.readouterr()
        assert faults_in(out) + faults_in(err) == []
        assert "längre än 100 000 tecken" in " ".join(out.split())
    found = data("3.4")
    assert found["aren"] == [2025]
    assert [len(one["text"]) for one in found["svar"]][1] == 100_000
    assert found["svar"][1]["mal"] == []


def test_reading_changes_nothing_and_leaves_nothing_beside(place):
    before = {file.name: file.read_bytes() for file in (place / "samling").iterdir() if file.is_file()}
    if os.name != "nt":
        (place / "samling").chmod(0o500)
    data("3.4")
    (place / "samling").chmod(0o700)
    assert {file.name: file.read_bytes() for file in (place / "samling").iterdir() if file.is_file()} == before


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        (r"\\server\delat\å b\x.sqlite", "file:////server/delat/%C3%A5%20b/x.sqlite"),
        (r"G:\x.sqlite", "file:///G:/x.sqlite"),
    ],
)
def test_a_database_on_a_server_has_an_address_that_can_be_opened(file, uri):
    assert uri_of(PureWindowsPath(file)) == uri
