"""Many regions' reports in one data set: whole, told to the last file, the same every time."""

import csv
import json
import re
import shutil
import sqlite3
import subprocess
import sys
import zipfile

import openpyxl
import pytest
from conftest import ROOT
from kommando import checked, printed, run

from rapport.domain.regioner import LAN, REGIONER
from rapport.domain.svar import Svar
from rapport.prose.blocks import Paragraph, Text
from rapport.samling.analys import questions
from rapport.samling.namn import short_name
from rapport.samling.namnt import named_in
from rapport.samling.schema import TABELL_BY_NAMN, TABELLER
from rapport.samling.sidor.karta import PLATSER, tiles
from rapport.store.inkomna import InkommenPost
from rapport.workflow.inkomna import guessed

WORDS = (
    "Regionen beviljade 4,5 miljoner kronor ur anslag 1:1 ihop med Tillväxtverket och Umeå universitet. Det bidrar "
    "till mål 8 och 9.2 i Agenda 2030. Det kostade tre miljoner kronor. Arbetet i Falu kommun, Mora kommun och "
    "Leksand (RUN/12/2025) bygger på en utvärdering."
)
INTERNAL = 'område: 1\nsvar:\n  "1.5":\n    kommentar: hemligt\n    ansvarig: Eva Hemlig\n'
TABLE = "    Före.\n\n    | Stöd | Antal |\n    |---|---:|\n    | Fiber | fyra |\n    | | två |\n\n    Efter.\n"
REGIONS = {"dalarna": "Region Dalarna", "skane": "Region Skåne"}


@pytest.fixture(scope="module")
def inkomna(tmp_path_factory):
    """A folder of what has been handed in: two report folders, a document without its region, a zip, what is broken."""
    folder = tmp_path_factory.mktemp("in") / "inkomna"
    for name, region in REGIONS.items():
        (folder / name).mkdir(parents=True)
        (folder / name / "rapport.yaml").write_text(f'mall: "2024"\nregion: {region}\når: 2025\n', "utf-8")
        (folder / name / "1.yaml").write_text(f"{INTERNAL}    text: |\n      {WORDS}\n", "utf-8")
    (folder / "skane" / "3.yaml").write_text('område: 3\nsvar:\n  "3.4": "=SUMMA(A1) är inget svar."\n', "utf-8")
    report = folder.parent / "halland"
    report.mkdir()
    (report / "rapport.yaml").write_text('mall: "2024"\nregion: Region Halland\når: 2025\n', "utf-8")
    (report / "6.yaml").write_text(f'område: 6\nsvar:\n  "6.2": |\n{TABLE}  "6.3": Ett svar om bredband.\n', "utf-8")
    document = folder.parent / "Region Halland 2025.docx"
    assert run(["bygg", str(report), "--utkast", "--ut", str(document)]) == 0
    unnamed = folder / "Redovisning Gotland 2024.docx"
    with zipfile.ZipFile(document) as was, zipfile.ZipFile(unnamed, "w") as now:
        for info in was.infolist():
            if info.filename != "docProps/custom.xml":
                now.writestr(info, was.read(info))
    with zipfile.ZipFile(folder / "mejl.zip", "w") as mail:
        mail.write(document, "Bilagor/Halland.docx")
        mail.writestr("../utanför.docx", b"nej")
        mail.writestr("inre.zip", b"nej")
    (folder / "trasig.docx").write_bytes(b"inget")
    return folder


@pytest.fixture(scope="module")
def samling(inkomna, tmp_path_factory):
    """Gather what was handed in; return the folder and what was said."""
    ut = tmp_path_factory.mktemp("ut") / "samling"
    command = [sys.executable, "-m", "rapport", "samla", str(inkomna), "--ut", str(ut)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, encoding="utf-8")
    assert done.returncode == 1, done.stderr
    return ut, done.stderr


def asked(ut, question, *values):
    with sqlite3.connect(ut / "redovisningar.sqlite") as database:
        return database.execute(question, values).fetchall()


def test_all_that_can_be_read_is_there_and_the_rest_is_told(samling):
    ut, said = samling
    assert asked(ut, "SELECT redovisning, region, ar, slag FROM redovisningar") == [
        ("dalarna-2025", "Region Dalarna", 2025, "mapp"),
        ("halland-2025", "Region Halland", 2025, "docx"),
        ("skane-2025", "Region Skåne", 2025, "mapp"),
    ]
    assert "För 2025 saknas 18 av 21 regioner" in said
    for name in ("trasig.docx", "mejl.zip/utanför.docx", "mejl.zip/inre.zip"):
        assert f"Inte med: inkomna/{name}\n" in said
    assert "Region eller år saknas i inkomna/Redovisning Gotland 2024.docx" in said
    assert "region: Region Gotland    # gissat\n    år: 2024    # gissat" in (ut / "inkomna.yaml").read_text("utf-8")


def test_every_count_is_that_of_the_report_alone(inkomna, samling):
    ut, _ = samling
    for name in REGIONS:
        alone = checked(inkomna / name)
        counts = {one.id: one.tecken for omrade in alone.oversikt.omraden for one in omrade.fragor}
        there = asked(ut, "SELECT fraga, tecken FROM svar WHERE redovisning = ?", f"{name}-2025")
        assert dict(there) == counts
        found = asked(ut, "SELECT count(*) FROM fynd WHERE redovisning = ?", f"{name}-2025")
        assert found == [(len(alone.findings),)]


def test_what_an_answer_names_is_told_with_its_words_and_place(samling):
    ut, _ = samling

    def named(tabell, *columns):
        return asked(ut, f"SELECT {', '.join(columns)} FROM {tabell} WHERE redovisning = 'dalarna-2025'")  # noqa: S608

    assert named("belopp", "kronor", "skrivet") == [
        (4_500_000.0, "4,5 miljoner kronor"),
        (None, "tre miljoner kronor"),
    ]
    assert named("mal", "mal", "skrivet") == [(8, "8"), (9, "9.2")]
    assert named("aktorer", "aktor") == [("Tillväxtverket",), ("Umeå universitet",)]
    assert named("kommuner", "kommun") == [("Falun",), ("Mora",), ("Leksand",)]
    assert named("diarienummer", "nummer") == [("RUN/12/2025",)]
    assert named("grunder", "grund", "skrivet") == [("utvärdering", "utvärdering")]
    (text,) = asked(ut, "SELECT text FROM svar WHERE redovisning = 'dalarna-2025' AND fraga = '1.5'")[0]
    for skrivet, start in named("aktorer", "skrivet", "start"):
        assert text[start : start + len(skrivet)] == skrivet


def test_nothing_internal_comes_along(samling):
    ut, _ = samling
    for file in ut.rglob("*"):
        raw = file.read_bytes() if file.is_file() else b""
        if file.suffix == ".xlsx":
            with zipfile.ZipFile(file) as book:
                raw = b"".join(book.read(name) for name in book.namelist())
        assert b"hemligt" not in raw
        assert b"Eva Hemlig" not in raw


def test_the_workbook_and_the_open_data_have_the_same_rows(samling):
    ut, _ = samling
    book = openpyxl.load_workbook(ut / "redovisningar.xlsx")
    for tabell in TABELLER:
        rows = asked(ut, f"SELECT * FROM {tabell.namn}")  # noqa: S608 - a name of ours
        with (ut / "csv" / f"{tabell.namn}.csv").open(encoding="utf-8", newline="") as file:
            head, *lines = csv.reader(file)
        assert (tuple(head), len(lines)) == (tabell.namn_pa_kolumner, len(rows))
        if tabell.namn in ("belopp", "fynd", "aktorer"):
            assert book[tabell.namn.capitalize()].max_row == len(rows) + 1
    rows = "SELECT r.region, r.ar, b.* FROM belopp b JOIN redovisningar r USING (redovisning) ORDER BY b.rowid"
    heads, *cells = (tuple(cell.value for cell in row) for row in book["Belopp"].iter_rows())
    assert heads == ("region", "ar", *TABELL_BY_NAMN["belopp"].namn_pa_kolumner)
    assert cells == asked(ut, rows)
    sheet = next(book[name] for name in book.sheetnames if name.startswith("3 "))
    answer = next(row[6] for row in sheet.iter_rows() if row[0].value == "Region Skåne" and row[2].value == "3.4")
    assert (answer.value, answer.data_type) == ("=SUMMA(A1) är inget svar.", "s")
    assert sheet.auto_filter.ref == f"A1:G{sheet.max_row}"


def test_the_open_data_are_valid_by_their_own_standard(samling):
    ut, _ = samling
    program = "from frictionless import validate; r = validate('datapackage.json'); print(r.valid, r.to_summary())"
    command = [sys.executable, "-W", "ignore", "-c", program]
    done = subprocess.run(command, cwd=ut, capture_output=True, check=False, encoding="utf-8")
    assert done.stdout.startswith("True"), done.stdout + done.stderr


def test_the_search_finds_the_words_of_an_answer(samling):
    ut, _ = samling
    assert asked(ut, "SELECT region, fraga FROM sok WHERE sok MATCH 'bredband'") == [("Region Halland", "6.3")]


def test_an_analyst_asks_and_sees_the_rows_behind_each_figure(samling):
    ut, _ = samling
    asked_for = json.loads(printed("analysera", "belopp", "--i", ut, "--format", "json"))
    assert asked_for["sammanfattning"] == [
        {
            "år": 2025,
            "vad": "anslag 1:1",
            "belopp": 2,
            "summa kr": 9e6,
            "inte summerade": 0,
            "går inte att läsa": 0,
            "regioner": 2,
        },
        {
            "år": 2025,
            "vad": "sägs inte",
            "belopp": 0,
            "summa kr": None,
            "inte summerade": 0,
            "går inte att läsa": 2,
            "regioner": 2,
        },
    ]
    rows = list(csv.DictReader(printed("analysera", "mal", "--i", ut, "--rader", "--format", "csv").splitlines()))
    assert [(row["region"], row["fråga"], row["mål"], row["skrivet"]) for row in rows] == [
        (region, "1.5", mal, skrivet) for mal, skrivet in (("8", "8"), ("9", "9.2")) for region in REGIONS.values()
    ]
    assert "Umeå universitet       2         2" in printed("analysera", "aktorer", "--i", ut)
    for name in questions():
        assert all(len(line) <= 80 for line in printed("analysera", name, "--i", ut, "--ar", "2025").splitlines())


def test_what_is_no_question_and_no_data_set_is_told(samling, tmp_path, capsys):
    assert run(["analysera", "allt", "--i", str(samling[0])]) == 2
    assert "Välj en av: aktorer, andrat, belopp, grunder, kryss, mal." in capsys.readouterr().err
    (tmp_path / "redovisningar.sqlite").write_bytes(b"inget")
    assert run(["analysera", "mal", "--i", str(tmp_path)]) == 2
    assert "kan inte läsas. Kör rapport samla igen." in capsys.readouterr().err


def test_what_is_filled_in_comes_along_and_only_what_has_changed_is_read_again(inkomna, samling, tmp_path, capsys):
    ut = shutil.copytree(samling[0], tmp_path / "samling")
    (inkomna / "trasig.docx").touch()
    assert run(["samla", str(inkomna), "--ut", str(ut)]) == 1
    assert "4 redovisningar i samlingen, varav 1 läst nu." in capsys.readouterr().err
    assert asked(ut, "SELECT kalla FROM redovisningar WHERE redovisning = 'gotland-2024'") == [
        ("inkomna/Redovisning Gotland 2024.docx",)
    ]
    whole = {file.name: file.read_bytes() for file in ut.rglob("*") if file.is_file()}
    anew = tmp_path / "ny"
    anew.mkdir()
    shutil.copy(ut / "inkomna.yaml", anew)
    assert run(["samla", str(inkomna), "--ut", str(anew)]) == 1
    assert {file.name: file.read_bytes() for file in anew.rglob("*") if file.is_file()} == whole


def test_what_is_no_data_set_is_left_alone(inkomna, tmp_path, capsys):
    (tmp_path / "mitt.txt").write_text("mitt", "utf-8")
    assert run(["samla", str(inkomna), "--ut", str(tmp_path)]) == 1
    assert "är ingen samling härifrån" in capsys.readouterr().err
    assert [file.name for file in tmp_path.iterdir()] == ["mitt.txt"]


@pytest.mark.parametrize(
    ("region", "name"),
    [
        ("Region Jämtland Härjedalen", "jamtland-harjedalen-2025"),
        ("Västra Götalandsregionen", "vastra-gotalandsregionen-2025"),
        ("Region Örebro län", "orebro-2025"),
        ("../Ö", "o-2025"),
    ],
)
def test_a_report_has_a_short_name_that_can_stand_in_an_address(region, name):
    assert short_name(region, 2025) == name


@pytest.mark.parametrize(
    ("file", "region", "ar"),
    [
        ("in/Region_Dalarna-2024.docx", "Region Dalarna", 2024),
        ("in/RJH Jämtland Härjedalen.pdf", "Region Jämtland Härjedalen", None),
        ("in/Västra Götaland 2025.docx", "Västra Götalandsregionen", 2025),
        ("in/Skåne och Halland 2024-2025.docx", None, None),
    ],
)
def test_a_files_name_makes_likely_whose_it_is(file, region, ar):
    assert guessed(file)[1:] == (region, ar)


def test_the_pages_lead_to_each_other_and_to_nothing_else(samling):
    ut, _ = samling
    pages = [ut / "index.html", *(ut / "sidor").glob("*.html")]
    assert len(pages) == 1 + 3 + 31 + 3
    ids = {page: set(re.findall(r' id="([^"]+)"', page.read_text("utf-8"))) for page in pages}
    for page in pages:
        for link in re.findall(r'(?:href|src)="([^"]*)"', page.read_text("utf-8")):
            name, _, place = link.partition("#")
            there = (page.parent / name).resolve() if name else page
            assert there.is_file(), f"{page.name}: {link}"
            assert not place or place in ids[there], f"{page.name}: {link}"


def test_the_map_has_a_tile_for_each_region_and_says_in_words_what_it_shows(samling):
    page = (samling[0] / "index.html").read_text("utf-8")
    tiles = re.findall(r'<li class="(\w+)" style="grid-area: (\d) / (\d)">(.*?)</li>', page, re.DOTALL)
    assert len({(row, column) for _, row, column, _ in tiles}) == len(tiles) == 21
    assert {plats.region for plats in PLATSER} == set(REGIONER)
    given = [re.sub(r"<[^>]+>", " ", text).split() for kind, *_, text in tiles if kind != "saknas"]
    assert [" ".join(words) for words in given] == [
        "W Dalarna 0 % . Områden i procent: 1: 2, 2: 0, 3: 0, 4: 0, 5: 0, 6: 0",
        "N Halland 0 % . Områden i procent: 1: 0, 2: 0, 3: 0, 4: 0, 5: 0, 6: 1",
        "M Skåne 0 % . Områden i procent: 1: 2, 2: 0, 3: 0, 4: 0, 5: 0, 6: 0",
    ]
    assert page.count('<span class="hur">saknas</span>') == 18


def test_the_map_says_who_is_above_a_limit_and_who_has_no_place_on_it():
    lan = {lan.region: lan.lan for lan in LAN}
    reports = [{"region": name, "lan": lan.get(name), "redovisning": name} for name in ("Region Skåne", "Region Ö")]
    full = [{"tecken": tecken, "maxtecken": 100, "procent": tecken} for tecken in (150, 50)]
    shown = tiles(reports, {"Region Skåne": full, "Region Ö": full})
    (skane,) = (one for one in shown["rutor"] if one["namn"])
    assert (skane["kod"], skane["procent"], skane["over"]) == ("M", 100, True)
    assert [one["hojd"] for one in skane["staplar"]] == [20, 10]
    assert shown["utanfor"] == ["Region Ö"]
    assert tiles(reports[1:], {"Region Ö": full})["rutor"] == []


def test_the_pages_show_all_answers_to_a_question_and_what_each_names(samling):
    ut, _ = samling
    page = (ut / "sidor" / "fraga-1-5.html").read_text("utf-8")
    assert page.count("Det kostade tre miljoner kronor.") == 2
    assert page.count("Tillväxtverket, Umeå universitet") == 2
    assert "Region Dalarna 2025, 1.5" in (ut / "sidor" / "delat.html").read_text("utf-8")
    assert "trasig.docx" in (ut / "index.html").read_text("utf-8")
    assert "=SUMMA(A1)" in (ut / "sidor" / "sokdata-2025.js").read_text("utf-8")


def test_a_table_in_an_answer_is_a_table_on_the_pages_and_in_the_data(samling):
    ut, _ = samling
    cells = "SELECT tabell, rad, kolumn, text FROM celler WHERE redovisning = 'halland-2025' AND fraga = '6.2'"
    assert asked(ut, cells) == [
        *((1, 1, 1, "Stöd"), (1, 1, 2, "Antal"), (1, 2, 1, "Fiber"), (1, 2, 2, "fyra")),
        *((1, 3, 1, ""), (1, 3, 2, "två")),
    ]
    for name in ("fraga-6-2", "halland-2025"):
        page = (ut / "sidor" / f"{name}.html").read_text("utf-8")
        assert '<tr><th scope="col">Stöd</th><th scope="col">Antal</th></tr>' in page
        assert "<tr><td>Fiber</td><td>fyra</td></tr>\n<tr><td></td><td>två</td></tr>" in page
        assert page.index("<p>Före.</p>") < page.index('<table class="svarets">') < page.index("<p>Efter.</p>")


@pytest.mark.parametrize(
    ("text", "goals"),
    [
        ("Agenda 2030-målen 8 om anständiga arbetsvillkor, 9 om hållbar industri.", [8, 9]),
        ("De globala målen 3 (God hälsa), 10 (Minskad ojämlikhet) och 11 (Hållbara städer).", [3, 10, 11]),
        ("De globala målen 5 jämställdhet, 10 minskad ojämlikhet.", [5, 10]),
        ("Agenda 2030-målen 8, anständiga arbetsvillkor, och 9, hållbar industri.", [8, 9]),
        ("I Agenda 2030 stärks mål 8 om arbetsvillkor, 9 projekt startade.", [8]),
        ("Agenda 2030, mål 8 om tillväxt samt 10 procent fler, 5 om dagen.", [8]),
        ("Agenda 2030, mål 8 om tillväxt och 3 om dagen.", [8]),
    ],
)
def test_goals_that_are_listed_with_what_they_are_about_are_all_taken(text, goals):
    svar = Svar("1.2", (Paragraph((Text(text),)),), ())
    assert [one.vad[0] for one in named_in(svar, asks_for_ground=False) if one.tabell == "mal"] == goals


def test_the_search_has_every_answer_in_the_script_of_its_year(samling):
    ut, _ = samling
    page = (ut / "sidor" / "sok.html").read_text("utf-8")
    years = re.search(r'data-aren="([\d ]+)"', page)[1].split()
    assert years == [str(ar) for (ar,) in asked(ut, "SELECT DISTINCT ar FROM redovisningar ORDER BY ar DESC")]
    assert {file.name for file in (ut / "sidor").glob("sokdata*")} == {f"sokdata-{ar}.js" for ar in years}
    for ar in years:
        script = (ut / "sidor" / f"sokdata-{ar}.js").read_text("utf-8")
        found = json.loads(script.removeprefix("window.SVAR = ").removesuffix(";\n"))
        answers = "SELECT redovisning, region, ar, fraga, svar.text FROM svar JOIN redovisningar USING (redovisning)"
        there = asked(ut, f"{answers} WHERE svar.text <> '' AND ar = {ar} ORDER BY region, svar.rowid")
        assert [tuple(one) for one in found] == there


@pytest.mark.parametrize(
    ("text", "grounds"),
    [
        ("Någon utvärdering blev inte klar under året.", []),
        ("Ingen utvärdering har gjorts, men regionens uppföljning visar en ökning.", ["uppföljning"]),
        ("Utvärderingen har ännu inte slutförts.", []),
        ("Uppföljningen visar att målen inte nåddes.", ["uppföljning"]),
        ("Resultaten bygger på en utvärdering.", ["utvärdering"]),
    ],
)
def test_an_effect_rests_on_what_has_come_about(text, grounds):
    svar = Svar("1.5", (Paragraph((Text(text),)),), ())
    assert [one.vad[0] for one in named_in(svar, asks_for_ground=True) if one.tabell == "grunder"] == grounds


def test_a_number_of_thousands_is_no_goal():
    svar = Svar("4.4", (Paragraph((Text("I Agenda 2030 är mål 11 viktigt. Målet 8 000 resor nåddes."),)),), ())
    assert [one.vad[0] for one in named_in(svar, asks_for_ground=False) if one.tabell == "mal"] == [11]


@pytest.mark.parametrize("said", ["Region Kronobergs län", "Kronoberg", "Region Kronoberg"])
def test_a_region_that_is_filled_in_is_known_by_what_people_call_it(said):
    assert InkommenPost(region=said).region == "Region Kronoberg"


def test_a_region_that_is_none_of_them_keeps_its_name():
    assert InkommenPost(region="Region Sundmark").region == "Region Sundmark"
