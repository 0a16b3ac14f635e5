"""What figures say of each other: the quantities that are read, what is said of them, and text that means harm."""

from decimal import Decimal
from time import monotonic

import pytest
from conftest import ROOT

from rapport.checks.engine import check
from rapport.domain.mangder import find_mangder
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning, Underlag
from rapport.prose.blocks import Paragraph, Text
from rapport.prose.markdown import parse
from rapport.workflow.load import load

RULES = [
    *("summa", "andel", "antal", "genomsnitt", "tabelltext", "olika-tal", "riktning", "forandring", "procentenheter"),
    *("tusental", "omrakning", "omojlig-tid", "veckodag", "bakvant-intervall", "fel-ar", "tidsordning", "helgdag"),
    *("grans", "programperiod", "diarienummer"),
]
ROWS = [line.split("\t") for line in (ROOT / "tests/facit/siffror.tsv").read_text("utf-8").splitlines()]


def report(mall, *texts, region="Region Provlän"):
    answers = {
        fraga: Svar(fraga=fraga, blocks=parse(text).blocks)
        for fraga, text in zip(mall.fraga_by_id, texts, strict=False)
    }
    return Underlag("x", Redovisning(mall, region, 2025), answers)


def found_in(mall, *texts, **more):
    return [finding for rule in RULES for finding in check(report(mall, *texts, **more), only=[rule])]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("30 mnkr", [("kr", 30_000_000)]),
        ("15,5 miljoner kronor", [("kr", 15_500_000)]),
        ("3\u00a0400\u00a0000 kr", [("kr", 3_400_000)]),
        ("sju miljoner kronor", [("kr", 7_000_000)]),
        ("sjutton företag och tjugofem kvinnor", [("antal", 17), ("antal", 25)]),
        ("14 %, 14 procent och 3 procentenheter", [("procent", 14), ("procent", 14), ("procentenheter", 3)]),
        ("5,9 miljoner resor", [("antal", 5_900_000)]),
        ("den 14 maj 2025 kl. 13.00", []),
        ("2023–2030, 6–7 mnkr och 10 000-12 000 kr", []),
        ("RUN/131/2025, 1:1, 5.1b, ett 80-tal, Agenda 2030 och mål 3", []),
        ("enligt 29 och 30 §§ samt 13 kap. 2 §", []),
        ("3400 000 kr", []),
        ("under 2024 400 personer", []),
    ],
)
def test_a_quantity_is_read_with_its_kind_and_value(text, read):
    assert [(m.slag, m.value) for m in find_mangder(text)] == [(slag, Decimal(value)) for slag, value in read]


@pytest.mark.parametrize(
    ("text", "is_rough"), [("cirka 40", True), ("drygt 40", True), ("minst 40", True), ("de 40", False)]
)
def test_a_quantity_that_is_not_exact_is_known(text, is_rough):
    assert [m.is_rough for m in find_mangder(text)] == [is_rough]


def found_on(mall, row):
    """Return the rules that say something of a row: one answer, or several with "@@" between."""
    underlag = report(mall, *row[2].replace("\\n", "\n").split("@@"))
    return sorted({f.rule for f in check(underlag, only=RULES) if f.fraga in underlag.svar_by_fraga})


def test_every_slip_is_found_by_its_rule_and_what_cannot_be_sure_is_not(mall):
    slips = [row for row in ROWS if row[0] != "ratt"]
    assert len(slips) > 200
    assert [row for row in slips if ",".join(found_on(mall, row)) != row[1]] == []


def test_nothing_is_said_of_right_figures_and_times(mall):
    right = [row for row in ROWS if row[0] == "ratt"]
    assert len(right) > 160
    assert [row[2] for row in right if found_on(mall, row)] == []


def test_both_places_are_shown(mall):
    (finding,) = found_in(mall, "I kurserna deltog 71 kvinnor och 55 män, totalt 136 personer.")
    assert finding.message == "Summan är ”136”, men delarna blir något annat: 71 + 55 = 126."
    assert finding.excerpt == "136"
    assert [related.excerpt for related in finding.related] == ["71", "55"]


def test_rounding_is_allowed_for_but_no_more(mall):
    assert found_in(mall, "Stödet var 14,2 mnkr till service och 6,9 mnkr till kultur, totalt 21,2 mnkr.") == []
    assert found_in(mall, "Stödet var 14,2 mnkr till service och 6,9 mnkr till kultur, totalt 21,8 mnkr.") != []


def test_digits_that_have_changed_places_are_said_to(mall):
    (finding,) = found_in(
        mall, "Under året har 212 företag fått rådgivning av nätverket.", "Nätverkets rådgivning nådde 221 företag."
    )
    assert "Två siffror har bytt plats." in finding.message
    assert [related.fraga for related in finding.related] == ["1.1"]


def test_what_stands_in_one_answer_is_compared_with_no_other_year(mall):
    first = "Under året har 212 företag fått rådgivning av nätverket."
    assert found_in(mall, first, "År 2024 nådde nätverkets rådgivning 221 företag.") == []


def test_the_number_of_municipalities_is_that_of_the_county(mall):
    text = "Planen togs fram med länets 15 kommuner."
    (finding,) = check(report(mall, text, region="Region Norrbotten"), only=["antal", "fel-region"])
    assert finding.excerpt == "15"
    assert check(report(mall, text, region="Region Dalarna"), only=["antal", "fel-region"]) == []
    assert check(report(mall, text), only=["antal", "fel-region"]) == []


@pytest.mark.parametrize(
    ("text", "region", "excerpts"),
    [
        ("Avtalet omfattar samtliga 32 kommuner.", "Region Skåne", ["32"]),
        ("Alla 31 kommuner har antagit planen.", "Region Skåne", ["31"]),
        ("Avtalet omfattar samtliga 33 kommuner.", "Region Skåne", []),
        ("Avtalet omfattar samtliga 32 kommuner i nätverket.", "Region Skåne", []),
        ("Avtalet omfattar samtliga 32 kommuner, utom två.", "Region Skåne", []),
        ("Avtalet omfattar samtliga 12 kommuner.", "Region Skåne", []),
        ("Avtalet omfattar samtliga 32 kommuner.", "Region Provlän", []),
    ],
)
def test_all_municipalities_are_as_many_as_the_county_has(mall, text, region, excerpts):
    found = check(report(mall, text, region=region), only=["fel-region"])
    assert [finding.excerpt for finding in found] == excerpts


def test_the_example_report_reckons_right():
    underlag = load(ROOT / "underlag").underlag
    assert [finding for rule in RULES for finding in check(underlag, only=[rule])] == []


HOSTILE = [
    *("1,", "tre", "tre av", "12 av 48", "av 48 var 12", "från 40 till 36", "71 kvinnor och 55 män,", "1 000", "5 och"),
    *("1 000 kr", "tre:", "i tre län: A,", "De tre kommunerna A, B", "hälften, ", "totalt 5,", "(5", "12,5,1"),
    *("av dem", "med 5 procent, från 4 till 3", "1 4250 000", "övriga 5", "i snitt 4 per kurs", "kap. 5 §", "a, b,"),
    *("varav 3 kvinnor och", "Bb 12 projekt till", "minskade 5 fler än 2024, då", "De sex är A, B,", "3 A och B,"),
    *(
        "fyra möten: den 5 mars,",
        "svarsfrekvens på 5 procent",
        "var femte (",
        "1 mnkr (1 tkr)",
        "Under våren, i",
        "lucia den",
    ),
    *("kom in den 5 maj 2025 och", "från den 5 maj till den 4 maj 2025", "firade 20 år sedan 2010", "måndag 5 maj, "),
    *("2 från A, 3 från", "Sju ligger i", "39 procent och 45 procent", "Q1 (mars–", "12 varav 4 ("),
]


@pytest.mark.parametrize("blank", ["", " ", ". ", "\n"])
@pytest.mark.parametrize("piece", HOSTILE)
def test_runs_of_figures_are_read_through(mall, piece, blank):
    text = (f"{blank}{piece}" * 8_000)[:8_000]
    blocks = (Paragraph((Text(f"Ord; {text} projekt."),)),)
    answers = {fraga: Svar(fraga=fraga, blocks=blocks) for fraga in ("1.1", "1.2")}
    underlag = Underlag("x", Redovisning(mall, "Region Skåne", 2025), answers)
    before = monotonic()
    for rule in RULES:
        assert len(check(underlag, only=[rule])) <= 600
    assert monotonic() - before < 20
