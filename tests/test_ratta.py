"""Corrections in the files: what is shown, what is written, and what is left alone."""

import re
import shutil
from dataclasses import replace

import pytest
from conftest import RAPPORT, ROOT
from hypothesis import given
from hypothesis import strategies as st

from rapport.cli.correct import correct
from rapport.cli.main import run
from rapport.errors import InputError
from rapport.finding import Finding
from rapport.workflow import correcting, open_report
from rapport.workflow.conflict import Conflict

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


SLIP = re.compile(r"\btex\b")


def finding(report, fraga, offset, excerpt="tex", fix="t.ex.", **more):
    """Return what a rule would say of some words of an answer, with their place in the file."""
    place = report.underlag.places.of_words(report.underlag.svar_by_fraga[fraga], offset)
    return Finding("punktforkortning", "warning", "m.", "h", place, 1, fraga, excerpt, offset=offset, fix=fix, **more)


def slips(report):
    """Return a finding for every slip in the answers, in the order of the file."""
    svar_by_fraga = report.underlag.svar_by_fraga
    return [
        finding(report, f, match.start()) for f, svar in svar_by_fraga.items() for match in SLIP.finditer(svar.text)
    ]


def make(report, findings):
    """Correct findings and save; return what was done in the one file."""
    (file,) = correcting.corrected(report, findings)
    report.replace_file(file.area)
    report.save()
    return file


@pytest.fixture
def path(folder):
    return folder(**{"1": TEXT})


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    """A report that no test changes."""
    path = tmp_path_factory.mktemp("ratta")
    (path / "rapport.yaml").write_text(RAPPORT, "utf-8")
    (path / "1.yaml").write_text(TEXT, "utf-8")
    return open_report(path)


def test_only_the_characters_of_the_slips_are_changed(path):
    report = open_report(path)
    file = make(report, slips(report))
    assert len(file.corrections) == 7
    assert (path / "1.yaml").read_text("utf-8") == SLIP.sub("t.ex.", TEXT)
    assert open_report(path).underlag.svar_by_fraga["1.2"].text == "Det blev t.ex. bättre t.ex. i byn."


def test_windows_line_ends_and_a_byte_order_mark_stay(path):
    raw = ("\ufeff" + TEXT.replace("\n", "\r\n")).encode()
    (path / "1.yaml").write_bytes(raw)
    report = open_report(path)
    make(report, slips(report)[:1])
    assert (path / "1.yaml").read_bytes() == raw.replace(b"kostade tex", b"kostade t.ex.")


def test_what_does_not_stand_there_is_left_for_hand(opened):
    right = finding(opened, "1.1", 12)
    wrong = [finding(opened, "1.1", 0), finding(opened, "1.1", 99), finding(opened, "1.1", 13, "ex", "e.x.")]
    (file,) = correcting.corrected(opened, [*wrong, right])
    assert [correction.finding for correction in file.corrections] == [right]
    assert sorted(f.offset for f in file.left) == [0, 13, 99]


def test_a_waived_finding_is_not_corrected(opened):
    assert list(correcting.corrected(opened, [finding(opened, "1.1", 12, waived="Det heter så.")])) == []


def test_a_correction_that_would_change_the_file_s_structure_is_left_for_hand(path):
    report = open_report(path)
    broken = replace(slips(report)[-1], fix="x: {y")
    file = make(report, [broken])
    assert (file.corrections, file.left) == ((), (broken,))
    assert (path / "1.yaml").read_text("utf-8") == TEXT


def test_a_file_changed_in_the_meantime_keeps_what_others_wrote(path):
    report = open_report(path)
    found = slips(report)[:1]
    (path / "1.yaml").write_text(TEXT + "\n# nytt\n", "utf-8")
    make(report, found)
    assert (path / "1.yaml").read_text("utf-8") == TEXT.replace("kostade tex", "kostade t.ex.") + "\n# nytt\n"


def test_an_answer_changed_in_the_meantime_is_not_written(path):
    report = open_report(path)
    found = slips(report)[:1]
    theirs = TEXT.replace("20 kr", "30 kr")
    (path / "1.yaml").write_text(theirs, "utf-8")
    with pytest.raises(Conflict, match="ändrats av någon annan"):
        make(report, found)
    assert (path / "1.yaml").read_text("utf-8") == theirs


@given(st.sets(st.integers(0, 6), min_size=1))
def test_any_choice_of_slips_can_be_corrected(opened, chosen):
    source = TEXT
    places = list(SLIP.finditer(TEXT))
    for number in sorted(chosen, reverse=True):
        source = source[: places[number].start()] + "t.ex." + source[places[number].end() :]
    (file,) = correcting.corrected(opened, [slips(opened)[number] for number in chosen])
    assert file.area.document.source == source


def test_the_difference_is_shown_before_anything_is_done(path, capsys):
    report = open_report(path)
    found = (finding(report, "1.1", 12), finding(report, "1.1", 23, fix="t.ex.\u00a0"))
    whole = report.check()

    def check():
        """Say what is found until it has been corrected."""
        return replace(whole, findings=() if report.unsaved else found)

    assert correct(report, check, ask=True) == 0
    out, err = capsys.readouterr()
    assert "- …Det kostade tex 20 kr" in out
    assert "+ …Det kostade t.ex. 20 kr" in out
    assert "° är ett hårt blanksteg" in out
    assert "--ja" in err
    assert (path / "1.yaml").read_text("utf-8") == TEXT
    report = open_report(path)
    assert correct(report, check, ask=False) == 0
    assert "2 rättelser gjorda." in capsys.readouterr().err
    assert "kostade t.ex. 20 kr, t.ex.\u00a0 i Hedby" in (path / "1.yaml").read_text("utf-8")


def test_a_document_is_corrected_in_word(tmp_path):
    report = open_report(shutil.copy(ROOT / "mallar/2024/mall.docx", tmp_path / "a.docx"))
    with pytest.raises(InputError, match="rättas i Word"):
        correct(report, report.check, ask=False)


NOTE = 'område: 1\nsvar:\n  "1.1": |\n    Kommunerna [^1] och länet deltog, tex i byn.\n\n    [^1]: Not.\n'


def test_a_blank_on_each_side_of_a_note_s_mark_is_left_for_hand(folder):
    report = open_report(folder(**{"1": NOTE}))
    (file,) = correcting.corrected(report, report.check().findings)
    assert "dubbelt-blanksteg" in {finding.rule for finding in file.left}
    assert "Kommunerna [^1] och länet deltog, t.ex. i byn." in file.area.document.source


def test_one_word_in_code_does_not_keep_the_rest_from_being_corrected(folder):
    text = 'område: 1\nsvar:\n  "1.1": |\n    Vi fick `tex` och tex mer  stöd.\n'
    report = open_report(folder(**{"1": text}))
    (file,) = correcting.corrected(report, report.check().findings)
    assert "Vi fick `tex` och t.ex. mer stöd." in file.area.document.source


@pytest.mark.parametrize("flags", [["--ja"], []])
def test_errors_that_are_left_are_counted_and_the_first_is_named(folder, capsys, flags):
    path = folder(**{"1": 'område: 1\nsvar:\n  "1.1"\n    status: klar\n'})
    assert run(["kontrollera", str(path), "--ratta", *flags]) == 1
    said = " ".join(capsys.readouterr().err.split())
    assert "fel är kvar att rätta för hand; se rapport kontrollera" in said
    assert "1.yaml:3" in said
    assert "Inget att rätta." not in said
