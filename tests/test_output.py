"""The outputs of a check, and what the flags of ``kontrollera`` do with it."""

import json
import shutil

import pytest
from conftest import RAPPORT, ROOT
from kommando import checked, printed
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as SarifLog

from rapport.cli.main import run

REPEATED = (
    "Regionen prövar varje större insats mot tre frågor: håller den ekonomiskt, når den människor med störst behov och "
    "minskar den klimatpåverkan?"
)
SLIPS = f"""område: 1
svar:
  "1.1":
    tillåt: {{forkortning: Programmets namn.}}
    text: |
      Stödet XX beslutades, se fråga 9.9.
      Projektet inom NPA har startat.

      {REPEATED}
  "1.2": |
    {REPEATED}
"""


@pytest.fixture
def slips(folder):
    return folder(**{"1-a": SLIPS})


@pytest.fixture
def rapport(capsys, monkeypatch):
    monkeypatch.setenv("RAPPORT_FELSOK", "1")

    def call(*arguments):
        code = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


def test_sarif_is_valid_and_says_what_json_says(rapport, slips):
    code, out, _ = rapport("kontrollera", slips, "--format", "sarif")
    log = SarifLog.model_validate_json(out)
    findings = checked(slips).findings
    results = log.runs[0].results
    assert code == 1
    assert [result.ruleId for result in results] == [finding.rule for finding in findings]
    named = [rule.id for rule in log.runs[0].tool.driver.rules]
    assert [named[result.ruleIndex] for result in results] == [result.ruleId for result in results]
    (waived,) = [result for result in results if result.suppressions]
    assert waived.suppressions[0].justification == "Programmets namn."
    (leftover,) = [result for result in results if result.ruleId == "platshallare"]
    region = leftover.locations[0].physicalLocation.region
    assert (region.startLine, region.startColumn, region.snippet.text) == (6, 14, "XX")
    repeated = next(result for result in results if result.ruleId == "upprepning")
    assert repeated.relatedLocations[0].physicalLocation.region.startLine == 11


def test_sarif_names_files_from_where_the_command_was_run(rapport, slips, monkeypatch):
    def uris(path):
        log = json.loads(rapport("kontrollera", path, "--format", "sarif")[1])
        found = [place for result in log["runs"][0]["results"] for place in result.get("locations", [])]
        return {place["physicalLocation"]["artifactLocation"]["uri"] for place in found}

    assert (slips / "1-a.yaml").as_uri() in uris(slips)
    monkeypatch.chdir(slips.parent)
    assert f"{slips.name}/1-a.yaml" in uris(slips.name)


def test_github_has_a_command_for_each_finding_that_stands(rapport, slips, monkeypatch):
    monkeypatch.chdir(slips.parent)
    _, out, _ = rapport("kontrollera", slips.name, "--format", "github")
    lines = out.splitlines()
    standing = [f for f in checked(slips).findings if f.waived is None]
    assert len([line for line in lines if not line.startswith("::notice title=forkortning::Tillåtet")]) == len(standing)
    error = next(line for line in lines if "platshallare" in line)
    assert error.startswith(f"::error file={slips.name}/1-a.yaml,line=6,col=14,title=1.1%3A platshallare::”XX”")
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines)


def test_text_groups_by_question_the_most_serious_first(rapport, slips):
    _, out, _ = rapport("kontrollera", slips)
    section = out.split("Fråga 1.1\n")[1].split("\nFråga 1.2")[0]
    words = [line.strip().split(":")[0] for line in section.splitlines() if line.startswith("  ") and line[2] != " "]
    assert words[0] == "Fel"
    assert words == sorted(words, key=["Fel", "Varning", "Upplysning"].index)
    assert out.count("Fråga 1.1\n") == 1
    assert "Skäl: Programmets namn." in " ".join(out.split())


def test_quiet_is_one_line_for_each_thing_to_see_to(rapport, slips):
    code, out, _ = rapport("kontrollera", slips, "--tyst")
    lines = out.splitlines()
    serious = [f for f in checked(slips).findings if f.waived is None and f.severity != "info"]
    assert code == 1
    assert len(lines) == len(serious) + 1
    assert lines[0].startswith("1-a.yaml:")
    assert lines[-1].endswith("Redovisningen kan inte lämnas in så. Tillåtet med skäl: 1.")


def test_quiet_says_so_when_all_is_well(rapport):
    code, out, _ = rapport("kontrollera", ROOT / "underlag", "--tyst")
    assert (code, out) == (0, "Inget att anmärka på.\n")


@pytest.mark.parametrize("flag", ["--omrade", "--område"])
def test_one_area_is_shown_alone(rapport, slips, flag):
    _, out, _ = rapport("kontrollera", slips, flag, "1", "--format", "json")
    data = json.loads(out)
    assert [omrade["nummer"] for omrade in data["omraden"]] == [1]
    assert {finding["omrade"] for finding in data["findings"]} == {1}
    code, _, err = rapport("kontrollera", slips, flag, "9")
    assert code == 2
    assert "Områdena är 1, 2, 3, 4, 5, 6." in err


def test_only_the_rules_that_are_asked_for(rapport, slips):
    _, out, _ = rapport("kontrollera", slips, "--regel", "upprepning", "--regel", "platshallare", "--format", "json")
    assert {finding["rule"] for finding in json.loads(out)["findings"]} == {"upprepning", "platshallare"}
    code, _, err = rapport("kontrollera", slips, "--regel", "finns-inte")
    assert code == 2
    assert "rapport regel" in err


def test_every_rule_has_a_page(rapport):
    code, out, _ = rapport("regel")
    assert code == 0
    for rule in [line.split()[0] for line in out.splitlines() if line.startswith("  ") and line[2] != " "]:
        code, page, _ = rapport("regel", rule)
        assert code == 0
        assert page.startswith(f"{rule} (")
        assert all(len(line) <= 80 for line in page.splitlines())
    code, _, err = rapport("regel", "uprepning")
    assert code == 2
    assert "Menade du upprepning?" in err


def test_against_last_year_an_answer_that_was_copied_is_shown(rapport, folder, tmp_path):
    now = folder(**{"1-a": SLIPS})
    before = shutil.copytree(now, tmp_path / "forra")
    (before / "rapport.yaml").write_text(RAPPORT.replace("2025", "2024"), "utf-8")
    _, out, _ = rapport("kontrollera", now, "--mot", before, "--format", "json")
    copied = [finding for finding in json.loads(out)["findings"] if finding["rule"] == "fjolarstext"]
    assert [finding["fraga"] for finding in copied] == ["1.1", "1.2"]
    assert "ordagrant" in copied[0]["message"]


def test_against_a_document_of_last_year(rapport, tmp_path):
    document = tmp_path / "forra.docx"
    assert rapport("bygg", ROOT / "underlag", "--ut", document)[0] == 0
    _, out, _ = rapport(
        "kontrollera", ROOT / "underlag", "--mot", document, "--regel", "fjolarstext", "--format", "json"
    )
    assert len(json.loads(out)["findings"]) == 30


def test_against_something_that_is_no_report(rapport, slips, tmp_path):
    code, _, err = rapport("kontrollera", slips, "--mot", tmp_path / "saknas")
    assert code == 2
    assert "finns inte" in err


def test_text_says_how_much_of_each_answer_is_new(rapport, folder, tmp_path):
    now = folder(**{"1-a": "område: 1\nsvar:\n  1.1: Tre butiker fick stöd.\n  1.2: Lika.\n  1.3: Ny.\n"})
    before = shutil.copytree(now, tmp_path / "forra")
    (before / "1-a.yaml").write_text(
        "område: 1\nsvar:\n  1.1: Två butiker fick stöd.\n  1.2: Lika.\n  1.4: Gammal.\n", "utf-8"
    )
    _, out, _ = rapport("kontrollera", now, "--mot", before)
    section = out.split(f"Mot Region Provlän, 2025 · {before.as_posix()}\n")[1].split("\n\n")[0]
    assert [line.strip() for line in section.splitlines()] == [
        "1.1  1 ord nya, 1 ord borta",
        "1.2  oförändrat",
        "1.3  nytt svar",
        "1.4  svaret är borta",
    ]


@pytest.mark.parametrize("flags", [["--omrade", "5"], ["--omrade", "5", "--tyst"]])
def test_an_area_whose_file_cannot_be_read_is_no_area_without_faults(rapport, folder, flags):
    path = folder(**{"5-anslag": "område: 5\nsvar:\n\t5.2: x\n"})
    code, out, _ = rapport("kontrollera", path, *flags)
    assert code == 1
    assert "5-anslag.yaml:3" in out


def test_a_fault_in_a_table_is_shown_with_every_part_that_may_use_it(rapport, folder):
    path = folder(**{"1": "område: 1\nsvar:\n  1.1: Det blev {{ arenden | antal }} projekt.\n"})
    (path / "siffror").mkdir()
    (path / "siffror" / "arenden.csv").write_text("program;beviljat\nERUF;1200\nSumma;1200\n", "utf-8")
    for argument in ([path], [path, "--omrade", "1"], [path / "1.yaml"]):
        assert "siffror/arenden.csv" in rapport("kontrollera", *argument, "--tyst")[1]


def test_what_was_not_checked_is_said_in_every_way_of_showing(rapport, slips):
    for flags in (["--tyst"], [], ["--format", "json"], ["--format", "html"], ["--format", "github"]):
        assert "Bara enhet är kontrollerat" in rapport("kontrollera", slips, "--regel", "enhet", *flags)[1]


def test_quiet_does_not_call_advice_nothing(rapport, folder):
    path = folder(**{"1": "område: 1\nsvar:\n  1.1: Stödet var 20 mnkr.\n"})
    _, out, _ = rapport("kontrollera", path, "--regel", "hart-blanksteg", "--tyst")
    assert out.splitlines()[-1] == "Inga fel eller varningar."


def test_an_answer_whose_question_has_moved_is_compared_with_its_own(rapport, folder, tmp_path, mall):
    first, second = (fraga.text for fraga in mall.omraden[0].fragor_i_formularet[:2])
    form = (ROOT / "mallar" / "2024" / "mall.yaml").read_text("utf-8").replace('id: "2024"', 'id: "2023"', 1)
    form = form.replace(first, "¤", 1).replace(second, first, 1).replace("¤", second, 1)
    now = folder(**{"1": "område: 1\nsvar:\n  1.1: Butikerna fick stöd.\n  1.2: Haven är rena.\n"})
    before = tmp_path / "forra"
    (before / "mallar" / "2023").mkdir(parents=True)
    (before / "mallar" / "2023" / "mall.yaml").write_text(form, "utf-8")
    (before / "rapport.yaml").write_text(RAPPORT.replace("2024", "2023").replace("2025", "2024"), "utf-8")
    (before / "1.yaml").write_text("område: 1\nsvar:\n  1.2: Butikerna fick stöd.\n  1.1: Haven är rena.\n", "utf-8")
    _, out, _ = rapport("kontrollera", now, "--mot", before)
    section = out.split(f"Mot Region Provlän, 2024 · {before.as_posix()}\n")[1].split("\n\n")[0]
    assert [line.split() for line in section.splitlines()] == [["1.1", "oförändrat"], ["1.2", "oförändrat"]]
    _, page, _ = rapport("kontrollera", now, "--mot", before, "--format", "html")
    assert "Fråga 1.1 (var 1.2)" in page
    assert page.count("Svaret är oförändrat") == 2


def test_a_report_that_nobody_has_begun_has_a_line_for_each_area(rapport, tmp_path):
    path = tmp_path / "ny"
    rapport("ny", path, "--region", "Region Provlän", "--ar", "2025")
    code, out, _ = rapport("kontrollera", path)
    lines = [line for line in out.splitlines() if "besvarade" in line]
    assert code == 1
    assert lines[0] == "Område 1: 5 frågor är inte besvarade: 1.1–1.5"
    assert lines[4] == "Område 5: 6 frågor är inte besvarade: 5.1–5.3"
    assert len(lines) == 6
    assert "tomt-svar" not in out
    assert len(json.loads(rapport("kontrollera", path, "--format", "json")[1])["findings"]) == 31
    assert rapport("kontrollera", path)[1] == out  # remembered


def test_one_answer_begun_and_each_of_the_others_is_named(rapport, folder):
    _, out, _ = rapport("kontrollera", folder(**{"1-a": "område: 1\nsvar:\n  1.1: Ett svar.\n"}))
    assert "är inte besvarade" not in out
    assert out.count("[tomt-svar]") == 30


def test_an_area_without_a_file_is_told_of(rapport, folder):
    _, out, _ = rapport("kontrollera", folder(), "--omrade", "2")
    assert "Område 2: 7 frågor är inte besvarade: 2.1–2.7. Ingen fil i mappen har område: 2." in " ".join(out.split())


@pytest.mark.parametrize(("name", "begins"), [("a.html", "<!doctype"), ("a.JSON", "{"), ("a.txt", "Region")])
def test_the_files_ending_says_the_format(rapport, folder, tmp_path, name, begins):
    rapport("kontrollera", folder(), "--ut", tmp_path / name)
    assert (tmp_path / name).read_text("utf-8").startswith(begins)


def test_the_format_that_is_asked_for_goes_before_the_ending(rapport, folder, tmp_path):
    rapport("kontrollera", folder(), "--ut", tmp_path / "a.json", "--format", "sarif")
    assert "sarif" in (tmp_path / "a.json").read_text("utf-8")


def test_a_page_is_not_poured_over_the_terminal(rapport, folder, tmp_path, monkeypatch):
    path = folder()
    monkeypatch.chdir(tmp_path)
    assert rapport("kontrollera", path, "--format", "html")[1].startswith("<!doctype")  # into a pipe it goes as ever
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    for _ in range(2):  # our own may be replaced
        code, out, err = rapport("kontrollera", path, "--format", "html")
        assert (code, out, err) == (1, "", "Resultatet står i granskning.html.\n")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["granskning.html", "redovisning"]
    (tmp_path / "granskning.html").write_text("<p>Någon annans.</p>", "utf-8")
    assert "granskning-2.html" in rapport("kontrollera", path, "--format", "html")[2]
    assert (tmp_path / "granskning.html").read_text("utf-8") == "<p>Någon annans.</p>"


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (["--ja"], "--ja gäller bara tillsammans med --ratta"),
        (["--mall", "2024"], "--mall gäller bara ett ifyllt formulär"),
    ],
)
def test_a_flag_that_has_nothing_to_do_is_told_of(rapport, folder, flags, words):
    code, out, err = rapport("kontrollera", folder(), *flags)
    assert (code, out) == (2, "")
    assert words in err


def test_what_is_lacking_at_one_question_is_said_together(folder):
    text = 'område: 1\nsvar:\n  "1.5": Butikerna blev fler i hela länet, och fler av dem går bra.\n'
    out = printed("kontrollera", folder(**{"1": text}), "--regel", "mal", "--regel", "bedomningsgrund")
    (said,) = out.split("Fråga 1.5")[1:]
    assert said.count("Varning:") == 1
    assert "– Svaret på 1.5 nämner inget mål. [mal] Skriv" in said
    assert "[bedomningsgrund]" in said
    assert "2 varningar" in out


def test_a_waiver_of_one_of_several_lacks_leaves_the_other_as_it_was(folder):
    answer = "{text: Butikerna blev fler i hela länet., tillåt: {mal: Målen anges i 1.4.}}"
    path = folder(**{"1": f'område: 1\nsvar:\n  "1.5": {answer}\n'})
    out = printed("kontrollera", path, "--regel", "mal", "--regel", "bedomningsgrund")
    assert "Varning: Svaret på 1.5 säger inte om det bygger på" in out
    assert "Formuläret frågar efter mer" not in out
    assert "Målen anges i 1.4." in out
