"""Figures at the page, without a browser: what one is worth, one put together by choices, a table, an amount."""

import pytest
from test_webb_svar import eventually
from webb import page_of

TABELL = (
    "Program;Kommun;Beviljat;Beslut\nERUF;Hedby;120 000;2025-01-02\nERUF;Storsunda;;2025-02-03\n"
    'Interreg;Hedby;80 000;2024-03-04\n"Å ""citat""";Hedby;5 000;2025-03-04\n'
)
ETT = (
    'område: 1 # här\nsvar:\n  "1.1": |\n    Regionen beviljade 205 000 kr och {{ stod | antal }} ansökningar kom in.\n'
)


@pytest.fixture
def page(folder):
    path = folder(**{"1": ETT})
    (path / "siffror").mkdir()
    (path / "siffror" / "stod.csv").write_text(TABELL, "utf-8")
    with page_of(path) as client:
        client.folder = path
        yield client


def asks(page, **chosen):
    found = page.post("/api/siffra/val", json=chosen).json()
    return found, {one["varde"] for key in ("tabeller", "vad", "kolumner", "former") for one in found[key]}


def test_a_figure_shows_its_value_and_where_it_comes_from(page):
    found = page.post("/api/siffra", json={"uttryck": 'stod | dar(program="ERUF")  | summa("beviljat") | kr'}).json()
    assert found["figur"] == '{{ stod | dar(program="ERUF") | summa("beviljat") | kr }}'
    assert found["varde"] == "120\u00a0000\u00a0kr"
    assert found["spar"]["titel"] == found["varde"]
    assert found["spar"]["delar"] == [
        [
            "siffror/stod.csv, kolumn Beviljat",
            "urval: program = ERUF",
            "1 rad: 2",
            "hoppade över, cellen är tom: 1 rad: 3",
        ]
    ]
    assert found["tabeller"] == [{"namn": "stod", "kalla": "siffror/stod.csv", "rader": [2]}]


@pytest.mark.parametrize(
    ("uttryck", "fel"),
    [
        ('{{ stod | summa("bevljat") }}', "Kolumnen ”bevljat” finns inte i siffror/stod.csv."),
        ("", "Skriv ett uttryck."),
        ("stod | antal }} och {{ stod | antal", "Klamrarna"),
        ("stod }} {% x", "Klamrarna"),
        ("stod", "Uttrycket ger en hel tabell, inte en siffra."),
    ],
)
def test_what_is_wrong_with_a_figure_is_said_at_once(page, uttryck, fel):
    found = page.post("/api/siffra", json={"uttryck": uttryck}).json()
    assert found["fel"].startswith(fel)


def test_a_figure_is_put_together_by_choices_by_one_who_knows_no_expression(page):
    found, known = asks(page)
    assert (found["saknas"], known) == ("Välj en tabell.", {"stod"})
    found, known = asks(page, tabell="stod")
    assert found["saknas"] == "Välj vad som ska räknas."
    assert {"antal", "summa", "andel"} <= known
    found, known = asks(page, tabell="stod", vad="summa")
    assert (found["saknas"], [one["text"] for one in found["kolumner"]]) == ("Välj en kolumn.", ["Beviljat"])
    found, _ = asks(page, tabell="stod", vad="summa", kolumn="beviljat")
    assert found["siffra"]["varde"] == "205\u00a0000\u00a0kr"
    rader = [{"kolumn": "program", "varde": ""}]
    found, _ = asks(page, tabell="stod", vad="summa", kolumn="beviljat", rader=rader)
    assert found["saknas"] == "Välj vilket värde raderna ska ha."
    assert [(one["varde"], one["om"]) for one in found["rader"][0]["varden"]] == [
        ("ERUF", "2 rader"),
        ("Interreg", "1 rad"),
    ]
    rader = [{"kolumn": "program", "varde": "ERUF"}, {"kolumn": "beslut", "varde": "2025"}]
    found, _ = asks(page, tabell="stod", vad="summa", kolumn="beviljat", rader=rader, form="mnkr")
    assert found["siffra"]["figur"] == '{{ stod | dar(program="ERUF", beslut=2025) | summa("beviljat") | mnkr }}'
    assert found["siffra"]["spar"]["delar"][0][1] == "urval: program = ERUF; beslut = 2025"
    found, _ = asks(page, tabell="stod", vad="andel")
    assert found["saknas"] == "Välj vilka rader det är andelen av."
    assert asks(page, tabell="stod", vad="andel", rader=rader[:1])[0]["siffra"]["varde"] == "50\u00a0procent"


@pytest.mark.parametrize(
    ("uttryck", "vald"),
    [
        ("stod | antal", ("stod", "antal", "", [], "tal")),
        (
            'stod|dar(program="ERUF") | summa( "beviljat" ) | mnkr',
            ("stod", "summa", "beviljat", [("program", "ERUF")], "mnkr"),
        ),
        ("stod | dar(beslut=2025) | antal | antal_i_ord", ("stod", "antal", "", [("beslut", "2025")], "antal_i_ord")),
        ('stod | dar(program="LEADER") | antal', None),  # no row is so
        ('stod | dar(program="Å \\"citat\\"") | antal | tal', None),  # a value that is not offered
        ("stod | antal + 1", None),
        ('stod | dar("program") | antal', None),
        ('stod | sortera("beviljat") | antal', None),
        ('stod | tabell(per="program", antal=true)', None),
        ("stod |", None),
    ],
)
def test_a_figure_that_choices_can_give_is_shown_as_them(page, uttryck, vald):
    found = page.post("/api/siffra", json={"uttryck": uttryck}).json()
    if vald is None:
        assert found["vald"] is None
        return
    chosen = found["vald"]
    rows = [(one["kolumn"], one["varde"]) for one in chosen["rader"]]
    assert (chosen["tabell"], chosen["vad"], chosen["kolumn"], rows, chosen["form"]) == vald
    again, _ = asks(page, **chosen)
    assert again["siffra"]["varde"] == found["varde"]


def test_what_is_no_choice_is_chosen_by_nobody(page):
    found, _ = asks(page, tabell="stod", vad="summa", kolumn='x") | kr }}', rader=[{"kolumn": "program", "varde": '"'}])
    assert found["vald"] == {
        "tabell": "stod",
        "vad": "summa",
        "kolumn": "",
        "rader": [{"kolumn": "program", "varde": ""}],
        "form": "",
    }
    for body in ({"tabell": 5}, {"rader": {}}, {"rader": [5]}, {"rader": [{"kolumn": []}]}):
        assert page.post("/api/siffra/val", json=body).status_code == 400


def test_the_table_itself_can_be_seen(page):
    found = page.get("/api/tabell/stod?rader=3,x").json()
    assert (found["antal"], found["kalla"], found["kolumner"][2]["rubrik"]) == (4, "siffror/stod.csv", "Beviljat")
    assert found["rader"][1] == {"nr": 3, "celler": ["ERUF", "Storsunda", "", "2025-02-03"]}
    assert page.get("/api/tabell/finnsinte").json()["fel"].endswith("Tabellerna är stod.")


def test_an_amount_that_a_table_gives_is_exchanged_for_its_expression(page):
    eventually(lambda: page.get("/api/rapport").json()["kontrollerad"])
    found = page.get("/api/belopp/1.1").json()
    assert [one["text"] for one in found["val"]] == ["205 000 kr"] * 2  # the whole column, and Hedby alone
    wanted = {"version": found["version"], "titel": found["val"][0]["titel"]}
    assert page.post("/api/belopp/1.1", json={**wanted, "version": "gammal"}).status_code == 409
    assert (
        'beviljade {{ stod | summa("beviljat") | kr }} och'
        in page.post("/api/belopp/1.1", json=wanted).json()["markdown"]
    )
    page.post("/api/spara", json={})
    text = ETT.replace("205 000 kr", '{{ stod | summa("beviljat") | kr }}')
    assert (page.folder / "1.yaml").read_text("utf-8") == text
    assert page.get("/api/belopp/1.1").json()["val"] == []
