"""Keys that are missing or written as Word writes them: said on their own line, with what to write instead."""

import pytest

from rapport.cli.main import run
from rapport.store.area_file import read_area_file
from rapport.workflow.load import load

HEAD = 'område: 1\nsvar:\n  "1.1":\n'


def said(source):
    return [(f.place.line, f.place.column, f.message, f.hint) for f in read_area_file(source, "1.yaml").findings]


@pytest.mark.parametrize(
    ("source", "hint"),
    [
        (f"{HEAD}    kommentar: Kolla: detta\n    text: |\n      Ett.\n", 'kommentar: "Kolla: detta"'),
        (f"{HEAD}    ansvarig: Anna: chef\n", 'ansvarig: "Anna: chef"'),
        (f'{HEAD}    kommentar: Se "a": det är Annas\n', "kommentar: 'Se \"a\": det är Annas'"),
    ],
)
def test_a_colon_in_another_value_than_a_text_is_told_with_its_own_key(source, hint):
    [(line, _, _, said_hint)] = said(source)
    assert line == 4
    assert said_hint == f"Sätt texten efter {hint.partition(':')[0]} inom citattecken:  {hint}"


def test_a_colon_in_a_text_is_told_of_the_block():
    assert "text: |" in said(f"{HEAD}    text: Kolla: detta\n")[0][3]


@pytest.mark.parametrize(
    ("below", "line"),
    [
        ("    Texten börjar.\n    Den går vidare.\n", 5),
        ("\n    Texten börjar.\n    Andra raden: med kolon.\n", 6),
        ("      Texten börjar.\n\n      Den går vidare.\n", 5),
    ],
)
def test_a_text_without_its_key_is_found_where_it_begins(below, line):
    [(found, column, message, hint)] = said(f"{HEAD}    status: klar\n{below}")
    assert (found, column) == (line, len(below.lstrip("\n")) - len(below.lstrip()) + 1)
    assert message == "Raden  text: |  saknas ovanför svarets text, som börjar här."
    assert hint.startswith("Skriv  text: |  på en egen rad ovanför")


def test_a_line_below_the_area_s_own_keys_is_no_answer_s_text():
    assert "text: |" not in said("område: 1\nansvarig: Anna\nEn rad.\nsvar:\n")[0][2]


@pytest.mark.parametrize("indent", ["", "  "])
def test_questions_without_svar_above_are_said_once(indent):
    [(line, column, message, _)] = said(f'område: 1\n{indent}"1.1": |\n{indent}  Ett.\n{indent}"1.2": Två\n')
    assert (line, column) == (2, len(indent) + 1)
    assert message == "Raden  svar:  saknas ovanför frågorna, så svaren kan inte läsas."


@pytest.mark.parametrize(("opening", "closing"), ["””", "“”", "„“", "’’"])
def test_a_question_s_number_in_curly_quotes_is_told_to_be_straight(folder, opening, closing):
    key = f"{opening}1.1{closing}"
    path = folder(ett=f"område: 1\nsvar:\n  {key}: Ett.\n")
    [finding] = [f for f in load(path).findings if f.rule == "okand-fraga"]
    assert finding.message == f"Frågans nummer står inom böjda citattecken:  {key}, så svaret kommer inte med."
    assert finding.hint == f'Skriv raka citattecken:  "1.1":  i stället för  {key}:'


def test_curly_quotes_are_told_of_in_a_file_that_cannot_be_read_too():
    assert said('område: 1\nsvar:\n  ”1.1”:\n    text: "Ett\n')[0][:2] == (3, 3)


def test_a_control_sign_is_named():
    [(line, column, message, _)] = said(f"{HEAD}    text: |\n      Ett\x0btvå.\n")
    assert (line, column, message) == (5, 10, "Filen innehåller ett osynligt styrtecken, U+000B.")


@pytest.mark.parametrize(
    ("written", "meant"),
    [("Ett\x0btvå.", "Ett två."), ("Ett \x0btvå.", "Ett två."), ("Sam\x1fverkan\x02.", "Samverkan.")],
)
def test_a_control_sign_is_taken_away_and_no_words_are_put_together(folder, written, meant):
    text = f"{HEAD}    text: |\n      {written}\n"
    path = folder(ett=text)
    assert run(["kontrollera", str(path), "--ratta", "--ja"]) == 0
    assert (path / "ett.yaml").read_text("utf-8") == text.replace(written, meant)


def test_a_file_that_cannot_be_read_without_its_control_signs_either_is_left(folder):
    text = f'{HEAD}    text: "Ett\x0btvå\n'
    path = folder(ett=text)
    run(["kontrollera", str(path), "--ratta", "--ja"])
    assert (path / "ett.yaml").read_text("utf-8") == text
