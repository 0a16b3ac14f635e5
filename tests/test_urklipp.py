"""What is copied in Word, Outlook, Excel, LibreOffice and on the web is pasted as what it is meant as.

Each sample in tests/urklipp is what a program puts on the clipboard (.html), the Markdown that it is to become (.md),
and what is said to have been left out (.sagt, where anything is). To add one, add its files.
"""

import json
from pathlib import Path

import pytest
from redigerarprov import i_chromium

from rapport.prose.markdown import parse
from rapport.webb.dokument import to_markdown

SAMPLES = sorted((Path(__file__).parent / "urklipp").glob("*.html"))
AROUND = {"block": [{"typ": "stycke", "rad": [{"text": "Före. Efter."}]}]}


@pytest.fixture(scope="session")
def pasted(redigerarprov, tmp_path_factory):
    """Every sample pasted into an empty answer in Chromium, then undone: by name, what it became and what was said."""
    cases = [{"steg": [["paste", file.read_text("utf-8")], ["md"], ["press", "Control+z"], ["md"]]} for file in SAMPLES]
    found, faults = i_chromium(redigerarprov, cases, tmp_path_factory.mktemp("urklipp"))
    return dict(zip([file.stem for file in SAMPLES], found, strict=True)), faults


def test_there_are_samples_of_every_program():
    names = {file.stem.partition("-")[0] for file in SAMPLES}
    assert len(SAMPLES) >= 30
    assert {"word365", "word", "outlook", "excel", "libreoffice", "google", "teams", "webbsida"} <= names


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.stem)
def test_what_is_pasted_becomes_what_it_is_meant_as(file, pasted):
    said, dokument, *_ = pasted[0][file.stem]
    sagt = file.with_suffix(".sagt")
    assert to_markdown(dokument) == file.with_suffix(".md").read_text("utf-8")
    assert said == (sagt.read_text("utf-8").strip() if sagt.exists() else "")


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.stem)
def test_what_was_pasted_is_undone_at_once(file, pasted):
    assert pasted[0][file.stem][2] == {"block": []}


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.stem)
def test_what_is_pasted_holds_nothing_that_an_answer_may_not(file):
    assert parse(file.with_suffix(".md").read_text("utf-8")).problems == ()


def test_no_sample_makes_the_browser_complain_or_fetch_anything(pasted):
    assert pasted[1] == []


def test_every_sample_fits_in_the_middle_of_a_sentence_and_in_a_note(redigerarprov, tmp_path):
    note = {"block": [{"typ": "stycke", "rad": [{"text": "Före."}, {"not": AROUND["block"]}]}]}
    steps = [["after", "Före."]], [["select", "Före. Efter."]]
    cases = [
        {"dokument": dokument, "steg": [*before, ["paste", file.read_text("utf-8")], ["md"]]}
        for file in SAMPLES
        for dokument, before in zip((AROUND, note), steps, strict=True)
    ]
    found, faults = i_chromium(redigerarprov, cases, tmp_path)
    assert faults == []
    for file, middle, inside in zip(SAMPLES, found[::2], found[1::2], strict=True):
        words = file.with_suffix(".md").read_text("utf-8").replace("\\", "").split()[-1].strip("*_.|")
        for gave in (middle, inside):
            assert not [one for one in gave if isinstance(one, dict) and "fault" in one], file.stem
            assert to_markdown(gave[-1]), file.stem
        assert "Före." in to_markdown(middle[-1]), file.stem
        assert "Efter." in to_markdown(middle[-1]), file.stem
        assert words[:4] in json.dumps(inside[-1], ensure_ascii=False) or "[^" in words or "http" in words, file.stem
