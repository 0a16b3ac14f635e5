"""The rule ``diarienummer`` against a register of papers."""

import pytest
from kommando import checked

REGISTER = """diarienummermönster: RUN/löpnummer/år
källor:
  plan: {titel: Plan för service, diarienummer: RUN/113/2025, datum: 2025-06-11, slag: beslut}
  forslag: {titel: Förslag om service, diarienummer: RUN/120/2025, slag: tjänsteskrivelse}
  senare: {titel: Beslut om en plattform, diarienummer: RUN/584/2025, datum: 2026-01-15, slag: beslut}
"""


def found(folder, text, register=REGISTER):
    files = {"1": f"område: 1\nsvar:\n  1.1: {text}\n"} | ({"kallor": register} if register else {})
    return [f for f in checked(folder(**files)).findings if f.rule == "diarienummer"]


@pytest.mark.parametrize(
    ("text", "words", "hint"),
    [
        ("Planen (RUN/131/2025) antogs.", "står inte i kallor.yaml", "Menades RUN/113/2025 (Plan för service)?"),
        ("Planen (RUN/900/2019) antogs.", "står inte i kallor.yaml", "Lägg till handlingen"),
        ("Planen (RUN7113/2025) antogs.", "är felskrivet", "RUN/113/2025"),
        ("Nämnden beslutade om stödet (RUN/120/2025).", "bara tjänsteskrivelse, alltså ett förslag", "ett förslag"),
        ("Plattformen fick stöd (RUN/584/2025).", "beslutades 2026-01-15", "2025 års resultat"),
        ("Planen (RUN/113/2035) antogs.", "efter redovisningen", "Menades RUN/113/2025"),
    ],
)
def test_a_number_that_does_not_bear_what_is_said(folder, text, words, hint):
    (finding,) = found(folder, text)
    assert words in finding.message
    assert hint in finding.hint
    assert finding.excerpt.startswith("RUN")


@pytest.mark.parametrize(
    "text",
    ["Planen (RUN/113/2025) antogs.", "Ett förslag finns (RUN/120/2025).", "Enligt SOU 2024:12 och 2017:583."],
)
def test_a_number_that_does(folder, text):
    assert found(folder, text) == []


def test_a_case_with_both_a_proposal_and_a_decision_is_decided(folder):
    register = REGISTER + "  beslutet: {titel: Beslut om service, diarienummer: RUN/120/2025, slag: protokoll}\n"
    assert found(folder, "Nämnden beslutade om stödet (RUN/120/2025).", register) == []


def test_without_a_register_a_number_of_the_right_form_is_right(folder):
    assert found(folder, "Planen (RUN/900/2019) antogs.", register=None) == []


def test_the_report_s_own_number_needs_no_paper(folder):
    path = folder(rapport='mall: "2024"\nregion: R\når: 2025\ndiarienummer: RUN/214/2025\n', kallor=REGISTER)
    (path / "1.yaml").write_text("område: 1\nsvar:\n  1.1: Redovisningen (RUN/214/2025).\n", "utf-8")
    assert not [f for f in checked(path).findings if f.rule == "diarienummer"]
