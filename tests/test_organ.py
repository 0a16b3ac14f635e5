"""The rules on acts, bodies and regions, on the sentences that they were made for; and that no text makes them slow."""

import time

import pytest
from conftest import ROOT

from rapport.checks.bodies.name_index import bare
from rapport.checks.rule import load_module
from rapport.domain.akter import akter
from rapport.domain.organ import felnamn, namn
from rapport.domain.organ_fore import fore
from rapport.domain.regioner import LAN, REGIONER, lan_of
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.prose.markdown import parse

RULES = ("lagrum", "organ", "fel-region", "programperiod")
CASES = [line.split("\t") for line in (ROOT / "tests/facit/organ.tsv").read_text("utf-8").splitlines()]
LONG = 100_000
ENOUGH = 10.0  # seconds for a hundred thousand characters, on a busy machine


def remarks(mall, text, region="Region Dalarna", ar=2025, rules=RULES):
    svar = Svar("1.1", parse(text).blocks, markdown=text)
    redovisning = Redovisning(mall, region, ar)
    return [(rule, one) for rule in rules for one in load_module(rule).check_svar(svar, redovisning)]


@pytest.mark.parametrize(("rule", "region", "ar", "words", "text"), CASES)
def test_a_sentence_gives_what_it_should_and_nothing_else(mall, rule, region, ar, words, text):
    found = remarks(mall, text, region, int(ar))
    assert [said for said, _ in found] == ([rule] if words else [])
    for _, one in found:
        excerpt = text[one.start : one.end]
        assert words in excerpt or excerpt in words


@pytest.mark.parametrize(
    ("text", "ar", "is_told"),
    [
        ("Övningen leddes av Myndigheten för samhällsskydd och beredskap.", 2025, False),
        ("Övningen leddes av Myndigheten för samhällsskydd och beredskap.", 2026, True),
        ("Dialog förs med Näringsdepartementet.", 2022, False),
        ("Dialog förs med Näringsdepartementet.", 2023, True),
        ("Dialog fördes 2021 med Näringsdepartementet.", 2025, False),
        ("Strategin för 2021–2030 är beslutad av Näringsdepartementet.", 2025, True),
        ("Strategin för 2014–2020 beslutades av Näringsdepartementet.", 2025, False),
        ("Rapporten ”Dialog med Näringsdepartementet” är slut.", 2025, False),
        ("Arbetet följer förordningen (2017:583) om regionalt tillväxtarbete.", 2023, False),
        ("Arbetet följer förordningen (2017:583) om regionalt tillväxtarbete.", 2024, True),
    ],
)
def test_the_year_decides_whether_a_name_was_right(mall, text, ar, is_told):
    assert bool(remarks(mall, text, ar=ar)) == is_told


def test_a_body_is_told_of_once_an_answer_with_its_other_places(mall):
    ((_, one),) = remarks(mall, "Sveriges Kommuner och Landsting (SKL) leder nätverket.\n\nSKL möts i maj.")
    assert len(one.related) == 2


def test_what_is_beyond_doubt_has_a_fix(mall):
    text = "Medel söks hos tillväxtverket enligt lagen (2010:360) om regionalt utvecklingsansvar."
    assert [one.fix for _, one in remarks(mall, text)] == ["2010:630", "Tillväxtverket"]


def test_every_region_may_name_itself_and_every_body_its_name(mall):
    for lan in LAN:
        text = f"{lan.region} har under året beviljat medel. I hela {lan.lan} möter vi länets {lan.kommuner} kommuner."
        assert remarks(mall, text, lan.region) == []
    assert (
        remarks(mall, "\n\n".join(f"Arbetet bedrivs med {name}." for name in sorted(namn()) if " län" not in name))
        == []
    )


def test_the_counties_have_all_municipalities():
    assert len(REGIONER) == 21
    assert sum(lan.kommuner for lan in LAN) == 290
    assert lan_of("Region Jämtland-Härjedalen").lan == "Jämtlands län"


def test_no_name_is_both_right_and_wrong():
    keys = {bare(name) for name in namn()}
    assert not keys & {bare(name) for name in felnamn()}
    assert not namn() & fore().keys()
    assert set(felnamn().values()) <= namn()
    assert all(akt.ersatt_av in akter() for akt in akter().values() if akt.ersatt_av)


@pytest.mark.parametrize(
    "text",
    [
        "lag" * (LONG // 3),
        "lagen (" * (LONG // 7),
        "1, " * (LONG // 3) + "§ lagen (2024:99)",
        "lagen om " + "a " * (LONG // 2) + "(2024:99)",
        "Region " * (LONG // 7),
        "Region Dalarna har " * (LONG // 19),
        "Post och " * (LONG // 9),
        "Länsstyrelsen i Kronobergs län " * (LONG // 31),
        "Tillväxverket " * (LONG // 14),
        "och-" * (LONG // 4),
        "2024:" * (LONG // 5) + " lag",
        "”" * LONG,
        "Hudiksvall kommun " * (LONG // 18),
        "länets kommuner " + "Sala, " * (LONG // 6),
        "förordning (EU) nr 651/2014 om " * (LONG // 31),
        "60 § förvaltningslagen " * (LONG // 23),
        "med Myndigheten för tillväxt " * (LONG // 29),
        "Länet hör till Interreg Aurora " * (LONG // 31),
        "programperioden 2021–2024 EU " * (LONG // 29),
        "Statistiska centralbyrån (SBC) " * (LONG // 31),
        "Falun, Borlänge, Växjö och Umeå " * (LONG // 32),
        "Skåne-Blekinge (Skåne, Blekinge, " * (LONG // 33),
        "Landets 288 kommuner " * (LONG // 21),
        "lagen om regionalt utvecklingsarbete " * (LONG // 37),
        "Folkhälsoverket " * (LONG // 16),
    ],
)
def test_no_text_makes_them_slow(mall, text):
    svar, redovisning = Svar("1.1"), Redovisning(mall, "Region Kronoberg", 2025)
    svar.__dict__["text"] = text
    started = time.perf_counter()
    for rule in RULES:
        list(load_module(rule).check_svar(svar, redovisning))
    assert time.perf_counter() - started < ENOUGH


@pytest.mark.parametrize(
    "text",
    [
        "| Kommun | Möten |\n|---|---|\n| Enköping | 3 |\n| Heby | 2 |\n| Sala | 4 |\n| Tierp | 2 |\n",
        "- Enköping: tre möten\n- Heby: två möten\n- Sala: fyra möten\n- Tierp: två möten\n",
        "I väst är Enköping och Håbo, i mitten Uppsala och Knivsta, i norr Tierp och Östhammar. Sala och Heby är nya.",
    ],
)
def test_a_municipality_of_another_county_is_found_among_ones_own(mall, text):
    (found,) = remarks(mall, text, "Region Uppsala", rules=("fel-region",))
    assert "Sala ligger i Västmanlands län" in found[1].message


@pytest.mark.parametrize(
    "text",
    [
        "| Ort | Möten |\n|---|---|\n| Enköping | 3 |\n| Heby | 2 |\n| Sala | 4 |\n| Tierp | 2 |\n",
        "Tåget stannar i Tierp, Uppsala, Knivsta och Märsta, och bussen går mellan Heby, Enköping, Uppsala och Sala.",
        "Över länsgränsen samverkar kommunerna Heby, Enköping, Tierp och Sala.",
    ],
)
def test_a_municipality_of_another_county_may_be_named(mall, text):
    assert remarks(mall, text, "Region Uppsala", rules=("fel-region",)) == []
