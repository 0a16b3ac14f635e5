"""Corrections in the files: what is shown, what is written, and what is left alone."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.workflow import correcting
from rapport.cli.correct import correct
from rapport.errors import InputError, RefusedError
from rapport.finding import Finding, Place
from rapport.workflow.load import load
from rapport.workflow import check

TEXT = """# en kommentar
område: 1
svar:
  "1.1": |
    Det kostade tex 20 kr, tex i Hedby.
  "1.2": >-
    Det blev tex
    bättre tex i byn.
  "1.3": "Citat: \\"tex\\" och tex."   # kvar
  "1.4": {text: och tex här}
"""


def finding(line, column, excerpt="tex", fix="t.ex.", **more):
    return Finding(
        "punktforkortning", "warning", "m.", "h", Place("1.yaml", line, column), 1, "1.1", excerpt, fix=fix, **more
    )


SLIP = re.compile(r"\btex\b")


def places(text):
    for number, line in enumerate(text.split("\n"), 1):
        yield from ((number, match.start() + 1) for match in SLIP.finditer(line))


@pytest.fixture
def report(folder):
    return folder(**{"1": TEXT})


def test_only_the_characters_of_the_slips_are_changed(report):
    (file,) = correcting.corrected(report, [finding(*place) for place in places(TEXT)])
    assert len(file.corrections) == 7
    correcting.write(file)
    assert (report / "1.yaml").read_text("utf-8") == SLIP.sub("t.ex.", TEXT)
    assert load(report).underlag.svar_by_fraga["1.2"].text == "Det blev t.ex. bättre t.ex. i byn."


def test_windows_line_ends_and_a_byte_order_mark_stay(report):
    raw = ("\ufeff" + TEXT.replace("\n", "\r\n")).encode()
    (report / "1.yaml").write_bytes(raw)
    (file,) = correcting.corrected(report, [finding(5, 17)])
    correcting.write(file)
    assert (report / "1.yaml").read_bytes() == raw.replace(b"kostade tex", b"kostade t.ex.")


def test_what_does_not_stand_there_is_left_for_hand(report):
    (file,) = correcting.corrected(report, [finding(5, 1), finding(99, 1), finding(5, 17), finding(5, 18, "ex")])
    assert [c.finding.place.column for c in file.corrections] == [17]
    assert {(f.place.line, f.place.column) for f in file.left} == {(5, 1), (99, 1), (5, 18)}


def test_a_waived_finding_is_not_corrected(report):
    assert list(correcting.corrected(report, [finding(5, 17, waived="Det heter så.")])) == []


def test_a_correction_that_would_change_the_file_s_structure_is_refused(report):
    (file,) = correcting.corrected(report, [finding(*list(places(TEXT))[-1], fix="x: {y")])
    with pytest.raises(RefusedError, match="Rätta för hand"):
        correcting.write(file)
    assert (report / "1.yaml").read_text("utf-8") == TEXT


def test_a_file_changed_in_the_meantime_is_not_written(report):
    (file,) = correcting.corrected(report, [finding(5, 17)])
    (report / "1.yaml").write_text(TEXT + "\n# nytt\n", "utf-8")
    with pytest.raises(RefusedError, match="ändrats av någon annan"):
        correcting.write(file)


@given(st.lists(st.sampled_from(list(places(TEXT))), unique=True))
def test_any_choice_of_slips_can_be_corrected(chosen):
    lines = TEXT.split("\n")
    for line, column in sorted(chosen, reverse=True):
        lines[line - 1] = lines[line - 1][: column - 1] + "t.ex." + lines[line - 1][column + 2 :]
    from rapport.store.yaml import parse

    document, _ = parse(TEXT, "1.yaml")
    file = correcting._corrected(document, None, [finding(*place) for place in chosen])  # noqa: SLF001 - without a file
    assert file.source == "\n".join(lines)


def test_the_difference_is_shown_before_anything_is_done(report, capsys):
    granskning = replace(check(report), findings=(finding(5, 17), finding(5, 28, fix="t.ex.\u00a0")))
    assert correct(report, lambda: granskning, ask=True) == 0
    out, err = capsys.readouterr()
    assert "- …Det kostade tex 20 kr" in out
    assert "+ …Det kostade t.ex. 20 kr" in out
    assert "° är ett hårt blanksteg" in out
    assert "--ja" in err
    assert (report / "1.yaml").read_text("utf-8") == TEXT
    assert correct(report, lambda: granskning, ask=False) == 0
    assert "2 rättelser gjorda." in capsys.readouterr().err
    assert (report / "1.yaml").read_text("utf-8") != TEXT


def test_a_document_is_corrected_in_word(tmp_path):
    with pytest.raises(InputError, match="rättas i Word"):
        correct(tmp_path / "a.docx", lambda: None, ask=False)
