"""The slips that people make: found on the line where they were made, and nothing lost without a word."""

import shutil
from dataclasses import replace

import mangle
import pytest
from conftest import BUILT, RAPPORT, ROOT

from rapport.checks.engine import check
from rapport.cli.main import run
from rapport.prose.markdown import parse as parse_markdown
from rapport.store.yaml import parse
from rapport.workflow.load import load

BASE = """\
område: 1
ansvarig: ""
svar:

  # 1.1  Beskriv
  "1.1":
    status: utkast    # utkast, granskas, klar
    text: |
      Rad ett är här.
      Rad två.

  # 1.2  Beskriv hur
  "1.2":
    status: utkast
    text: |
      Svar två.
"""
BLOCK = "text: |\n      Rad ett är här.\n      Rad två."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("      Rad ett", "    Rad ett"),
        ("      Rad två", "    Rad två"),
        ("      Rad två", "  Rad två"),
        ("      Rad två", "Rad två"),
        ("      Rad ett", "    **Rad** ett"),
        ("      Rad två.", "======="),
        ("text: |\n      Rad", "text |\n      Rad"),
        ("text: |\n      Rad", "text:|\n      Rad"),
        ("      Rad ett", "\u00a0\u00a0    Rad ett"),
        ("Rad ett är", "Rad ett\u2028är"),
        (BLOCK, 'text: "Vi gjorde mycket'),
        (BLOCK, 'text: "Ett citat" säger mycket'),
        (BLOCK, "text: 'Region's arbete'"),
        (BLOCK, "text: [se rapport] om arbetet"),
        ("status: utkast    # utkast, granskas, klar", "status:klar"),
        ("      Rad två.", "# notering\n      Rad två."),
    ],
)
def test_a_slip_is_found_on_its_own_line(before, after):
    source = BASE.replace(before, after, 1)
    document, findings = parse(source, "1.yaml")
    assert document is None
    assert findings[0].place.line == source[: source.index(after)].count("\n") + 1
    assert findings[0].hint


def test_every_fault_in_one_answer_leaves_the_others(folder):
    text = BASE.replace("status: utkast    # utkast, granskas, klar", "status: färdig").replace("Rad två.", "Rad 2.")
    loaded = load(folder(**{"1": text}))
    assert [f.message for f in loaded.findings] == ["status är ”färdig”."]
    assert set(loaded.underlag.svar_by_fraga) == {"1.1", "1.2"}
    assert loaded.underlag.tecken("1.1") > 0


def test_two_faults_in_one_list_are_two_findings(folder):
    loaded = load(folder(**{"5": "område: 5\nsvar:\n  5.1a:\n    kryss: [[a], [b]]\n    text: x\n"}))
    assert [(f.rule, f.place.line) for f in loaded.findings] == [("yaml", 4), ("yaml", 4)]
    assert loaded.underlag.svar_by_fraga["5.1a"].kryss == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (BLOCK, "text: Nytt stycke # kommentar?"),
        ("      Rad två.\n", "      Rad två.\n    # 5 procent mer än i fjol.\n"),
    ],
)
def test_text_that_yaml_takes_for_a_comment_is_named(folder, before, after):
    (finding,) = load(folder(**{"1": BASE.replace(before, after, 1)})).findings
    assert finding.severity == "warning"
    assert "läses inte" in finding.message


def test_the_comments_of_a_new_folder_are_no_lost_text(tmp_path):
    assert run(["ny", str(tmp_path / "a"), "--region", "A", "--ar", "2025"]) == 0
    assert load(tmp_path / "a").findings == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("| a | b |\n|---|---|\n| 1 | 2 | försvinner |", "fler celler"),
        ("| a | b |\n|---|---|\n| 1 | 2 |\nText efter.", "rad i tabellen"),
        ("Text[^1].\n\n[^1]: En.\n\n[^1]: Två.", "samma nummer"),
        ("Text.\n\n#kommentar till Anna", "börjar med #"),
        ("Text.\n\n• ett\n• två", "punkttecken"),
        ("| Mål | Belopp |\n| a | 1 |", "ser ut som en tabell"),
        ("- ett\n- två\nText efter.", "fogas till punkten"),
        ("**Text utan slut", "står kvar"),
        ("~~struken~~", "står kvar"),
    ],
)
def test_what_would_look_wrong_is_said(text, words):
    assert any(words in problem.message for problem in parse_markdown(text).problems)


@pytest.mark.parametrize(
    "text",
    [
        "5 * 3 = 15",
        "Nr 2 *och* **tre**",
        "- ett\n  fortsatt\n- två",
        "a|b|c",
        "C# och F#",
        "| a |\n|---|\n| b |",
        "1\\*",
    ],
)
def test_what_looks_right_is_left_alone(text):
    assert parse_markdown(text).problems == ()


@pytest.mark.parametrize("text", ["[^" * 7000, "![" * 20000, "XX " * 15000, "x" * 60001])
def test_too_much_of_anything_is_refused_or_cut_short(folder, text):
    findings = load(folder(**{"1": f'område: 1\nsvar:\n  1.1: "{text}"\n'}))
    assert len(check(findings.underlag, findings.findings)) < 200


def test_the_result_never_takes_the_place_of_an_answer(tmp_path, capsys):
    report = shutil.copytree(ROOT / "underlag", tmp_path / "r", ignore=BUILT)
    file = report / "6-analys.yaml"
    before = file.read_bytes()
    assert run(["kontrollera", str(report), "--ut", str(file)]) == 2
    assert "annat namn" in capsys.readouterr().err
    assert file.read_bytes() == before


def test_somebody_elses_pdf_is_left_alone(tmp_path, capsys):
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice (soffice) finns inte här")
    target = tmp_path / "ut.docx"
    target.with_suffix(".pdf").write_bytes(b"egen")
    assert run(["bygg", str(ROOT / "underlag"), "--ut", str(target), "--pdf"]) == 1
    assert "ut.pdf" in capsys.readouterr().err
    assert not target.exists()


def test_an_invisible_sign_in_the_region_is_refused(folder, capsys, tmp_path):
    path = folder(rapport=RAPPORT.replace("Region Provlän", '"Region\\x01 Provlän"'))
    assert run(["bygg", str(path), "--utkast"]) == 2
    assert "osynligt tecken" in capsys.readouterr().err
    assert run(["ny", str(tmp_path / "n"), "--region", "A\x1b[31m", "--ar", "2025"]) == 2


def test_a_draft_names_what_it_may_lack(folder, capsys):
    path = folder(**{"1": BASE.replace("      Rad två", "  Rad två")})
    assert run(["bygg", str(path), "--utkast"]) == 0
    assert "Kan sakna text i utkastet: 1.yaml:10:3" in capsys.readouterr().err


@pytest.mark.parametrize("rule", ["platshalare", "teckengrans", "yaml"])
def test_a_waiver_without_effect_is_said_to_have_none(folder, rule):
    text = BASE.replace("    status: utkast\n", f'    tillåt:\n      {rule}: "Skäl."\n', 1)
    loaded = load(folder(**{"1": text}))
    messages = [f.message for f in check(loaded.underlag, loaded.findings) if f.rule == "okand-nyckel"]
    assert len(messages) == 1
    assert "gör ingenting" in messages[0]


def test_links_in_notes_give_a_package_that_all_can_open():
    from rapport.domain.svar import Svar
    from rapport.word.fill import fill
    from rapport.word.package import read_package

    blocks = parse_markdown("Text[^1].\n\n[^1]: Se [rapporten](https://f.se).").blocks
    underlag = replace(load(ROOT / "underlag").underlag, svar_by_fraga={"1.1": Svar(fraga="1.1", blocks=blocks)})
    parts = fill(read_package(ROOT / "mallar" / "2024" / "mall.docx"), underlag)
    assert b"<Relationships " in parts["word/_rels/footnotes.xml.rels"]
    assert all(b"ns0:" not in part for part in parts.values())
    assert mangle.without_controls(parts)


def test_a_box_s_name_nearly_right_is_one_finding_with_the_right_one(folder):
    path = folder(fem='område: 5\nsvar:\n  "5.1d":\n    kryss: ej aktuell\n')
    underlag = load(path).underlag
    found = [finding for finding in check(underlag) if finding.fraga == "5.1d"]
    assert [(finding.rule, finding.hint) for finding in found] == [("kryss", "Menade du ej aktuellt?")]
