"""The example report: its figures are its tables', its papers are registered, and the commands show them well."""

import shutil
import subprocess
from decimal import Decimal

import pytest
from conftest import BUILT, ROOT

from rapport.checks.engine import check
from rapport.cli.main import run
from rapport.domain.diarienummer import find_numbers
from rapport.figures.tables import Tables
from rapport.sources.paper import Paper
from rapport.sources.worker import PaperReader
from rapport.workflow.load import load
from rapport.workflow.papers import READERS
from rapport.workflow.searching import open_library

EXAMPLE = ROOT / "underlag"
LOADED = load(EXAMPLE)
SVAR = LOADED.underlag.svar_by_fraga
TABLES = Tables(EXAMPLE).by_name


def rows(name, **wanted):
    """Return a table's rows, as dicts, where each column named has the value given; a year stands for its dates."""
    tabell = TABLES[name]
    found = [dict(zip((k.namn for k in tabell.kolumner), rad, strict=True)) for rad in tabell.rader]
    return [row for row in found if all(getattr(row[key], "year", row[key]) == want for key, want in wanted.items())]


def total(name, column, **wanted):
    return sum((row[column] for row in rows(name, **wanted) if row[column] is not None), Decimal(0))


def said(fraga):
    return SVAR[fraga].text.replace("\u00a0", " ")


def test_the_example_has_nothing_to_remark_on():
    assert check(LOADED.underlag, LOADED.findings) == []


def test_every_omrade_is_well_filled_but_not_full():
    for omrade in LOADED.underlag.mall.omraden:
        count = sum(SVAR[fraga.id].tecken for fraga in omrade.fragor if fraga.id in SVAR)
        assert 0.7 <= count / omrade.maxtecken <= 0.98, omrade.nummer


@pytest.mark.parametrize(
    ("fraga", "sentence", "name", "column", "wanted", "value"),
    [
        ("5.2", "med 33 200 000 kr", "projekt", "beviljat_2025", {}, 33_200_000),
        ("5.2", "sammanlagt 14 600 000 kr", "foretagsstod", "beviljat", {}, 14_600_000),
        ("5.2", "12 470 000 kr blev utbetalt", "foretagsstod", "utbetalt", {}, 12_470_000),
        ("5.2", "beviljade 4 600 000 kr", "service", "beviljat", {}, 4_600_000),
        ("5.2", "4 100 000 kr blev utbetalt", "service", "utbetalt", {}, 4_100_000),
        ("5.1a", "46 320 000 kr utbetalt", "anslag", "utbetalt", {}, 46_320_000),
        ("5.1b", "18 450 000 kr till elva projekt", "projekt", "beviljat_2025", {"program": "ERUF"}, 18_450_000),
        ("5.1c", "Fiberslingan fick 1 650 000 kr", "projekt", "beviljat_2025", {"projekt": "Fiberslingan"}, 1_650_000),
        ("5.1c", "2 100 000 kr utbetalt", "projekt", "utbetalt_2025", {"program": "Interreg"}, 2_100_000),
        ("1.4", "sammanlagt 1 950 000 kr", "motesplatsstod", "beviljat", {}, 1_950_000),
    ],
)
def test_an_amount_in_an_answer_is_its_tables_sum(fraga, sentence, name, column, wanted, value):
    assert total(name, column, **wanted) == value
    assert sentence in said(fraga)


def test_the_tables_agree_with_each_other():
    """What was paid month by month is what was paid grant by grant."""
    by_grant = [total("projekt", "utbetalt_2025"), total("foretagsstod", "utbetalt"), total("service", "utbetalt")]
    by_month = [total("anslag", column) for column in ("projekt", "foretagsstod", "service")]
    assert by_grant == by_month
    assert sum(by_grant) == total("anslag", "utbetalt")


def test_counts_in_answers_are_their_tables():
    assert (len(rows("projekt", beslutsdatum=2025, beslut="beviljat")), len(rows("projekt", beslutsdatum=2025))) == (
        34,
        58,
    )
    assert "beviljade 34 av 58 ansökningar" in said("5.2")
    assert (len(rows("foretagsstod")), len(rows("foretagsstod", beslut="beviljat"))) == (143, 96)
    assert "Av 143 sökande företag beviljades 96 stöd" in said("5.2")
    each = ", ".join(
        f"{k} {len(rows('foretagsstod', beslut='beviljat', kommun=k))}" for k in ("Storsunda", "Lillforsa")
    )
    assert f"alla kommuner: {each}, Hedby 14" in said("5.3")
    assert len(rows("projekt", skal="saknar ekonomisk plan efter projektet")) == 6
    assert "Sex ansökningar avslogs" in said("5.2")
    assert len(rows("projekt", utlysning="Riktad, våren 2025", beslut="beviljat")) == 7
    assert "till sju projekt" in said("5.3")


def test_no_grant_is_paid_more_than_it_was_given_and_each_has_a_case_of_its_own():
    numbers = [
        row["diarienummer"] for name in ("projekt", "foretagsstod", "service", "motesplatsstod") for row in rows(name)
    ]
    assert len(numbers) == len(set(numbers))
    for name in ("foretagsstod", "service"):
        assert all((row["utbetalt"] or 0) <= (row["beviljat"] or 0) for row in rows(name))


def test_the_register_is_without_findings_and_has_every_case_that_an_answer_names():
    library = open_library(EXAMPLE, needs_papers=True)
    assert library.findings == ()
    assert library.others == ()
    registered = {kalla.diarienummer for kalla in library.register.kallor}
    cited = {found.number for svar in SVAR.values() for found in find_numbers(svar.text, library.register.monster)}
    assert cited == {"RUN/88/2025", "RUN/131/2025", "RUN/163/2025"} <= registered
    assert all(library.kalla(paper.name) for paper in library.papers)


def test_every_paper_can_be_read_and_is_small():
    papers = [file for file in (EXAMPLE / "kallor").iterdir() if file.is_file()]
    assert {file.suffix for file in papers} == {".docx", ".md", ".pdf", ".txt"}
    assert all(file.stat().st_size < 60_000 for file in [*papers, *(EXAMPLE / "siffror").iterdir()])
    with PaperReader(READERS) as reader:
        for file in papers:
            assert any("RUN/" in snippet.text for snippet in reader.read(Paper(file.name, file)).snippets), file


def test_git_keeps_the_sources_and_not_what_is_made_of_them():
    def ignored(name):
        return subprocess.run(["git", "check-ignore", "-q", name], cwd=ROOT, check=False).returncode == 0  # noqa: S607

    if subprocess.run(["git", "rev-parse"], cwd=ROOT, check=False, capture_output=True).returncode:  # noqa: S607
        pytest.skip("mappen är inget git-arkiv")
    assert ignored("underlag/.rapport-kallor.sqlite")
    assert ignored("underlag/redovisning-2025-region-sundmark.docx")
    assert not any(
        ignored(f"underlag/{name}") for name in ("kallor/a.docx", "kallor/a.pdf", "siffror/a.xlsx", "kallor.yaml")
    )


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """The example where searching may leave its index."""
    return shutil.copytree(EXAMPLE, tmp_path_factory.mktemp("exempel") / "underlag", ignore=BUILT)


@pytest.mark.parametrize(
    "command",
    [
        *(["siffror", "visa", fraga] for fraga in ("alla", "5.1b")),
        *(["siffror", "lista"], ["underlag", "lista"], ["underlag", "sok", "sårbara", "butiker"]),
        *(["underlag", "forslag", fraga] for fraga in ("1.1", "3.1")),
    ],
    ids=" ".join,
)
def test_the_commands_show_the_example_within_eighty_columns(command, copy, capsys):
    assert run([*command, "--i", str(copy)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= 80
    assert "}}" not in [line.strip() for line in lines]


def test_suggestions_are_of_the_area_and_say_nothing_of_the_regions_own_name(copy, capsys):
    run(["underlag", "forslag", "3.1", "--i", str(copy), "--antal", "2"])
    shown = capsys.readouterr().out
    assert "RUN/402/2025" in shown.split("\n\n")[0]
    met = next(line for line in shown.splitlines() if line.startswith("  Ord som mötte:"))
    assert "smart specialisering" in met
    assert "Sundmark" not in met
