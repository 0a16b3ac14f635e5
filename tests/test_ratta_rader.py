"""Lines that were meant apart are set apart, the same words in the same order, or left for the hand."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rader import BARS, CORRECTED, LEFT, TABLE

from rapport.prose.apart import mends
from rapport.prose.apart_blocks import with_apart
from rapport.prose.blocks import plain_passages
from rapport.prose.markdown import parse
from rapport.workflow import correcting, open_report

HEAD = "område: 1\nsvar:\n  "
TAIL = '\n  "1.2": |\n    Kommunerna deltog.\n'


def area(answer):
    return HEAD + answer + TAIL


def written(text):
    """Return an area file with a text as the answer to 1.1."""
    return area('"1.1": |\n' + "\n".join(f"    {line}" if line else "" for line in text.split("\n")))


def opened(folder, source):
    path = folder(**{"1": source})
    (path / "siffror").mkdir()
    (path / "siffror/stod.csv").write_text(TABLE, "utf-8")
    return open_report(path)


def corrected(folder, source):
    """Return a file corrected, as far as how it is written goes, and what is left of that for the hand."""
    report = opened(folder, source)
    found = [finding for finding in report.check().findings if finding.rule in ("markdown", "yaml")]
    files = list(correcting.corrected(report, found))
    for file in files:
        if file.corrections:
            report.replace_file(file.area)
    report.save()
    return (report.path / "1.yaml").read_bytes().decode(), [finding for file in files for finding in file.left]


@pytest.mark.parametrize("name", CORRECTED)
def test_lines_are_set_apart(folder, name):
    before, after = CORRECTED[name]
    assert corrected(folder, written(before)) == (written(after), [])


@pytest.mark.parametrize("name", CORRECTED)
def test_lines_set_apart_need_nothing_more(folder, name):
    source = written(CORRECTED[name][1])
    assert corrected(folder, source) == (source, [])


@pytest.mark.parametrize("name", LEFT)
def test_what_may_be_something_else_is_left_alone(folder, name):
    source = written(LEFT[name])
    assert corrected(folder, source)[0] == source


@pytest.mark.parametrize("name", BARS)
def test_the_bar_is_put_where_it_was_forgotten(folder, name):
    before, after = BARS[name]
    text, left = corrected(folder, area(before))
    assert text == area(after or before)
    assert bool(left) == (after is None)


WORDS = ["Hedby", "kurser", "12", "**fet**", "[plan](https://s.example)", "not[^1]", "3 %", "o", "o ", "", "&amp;"]
SIGNS = ["", "– ", "- ", "-", "o ", "• ", "•", "a) ", "b) ", "3) ", "4. ", "  – ", "   o ", "\t", "  ", "[^1]: "]
ENDS = ["", ":", ".", "\t4", "  ", "\\", " |", "\t\t7"]
LINE = st.builds("".join, st.tuples(st.sampled_from(SIGNS), st.sampled_from(WORDS), st.sampled_from(ENDS)))


@settings(max_examples=5 * settings().max_examples)  # each is soon done
@given(st.lists(LINE, min_size=2, max_size=7))
def test_whatever_stands_there_every_word_is_kept(lines):
    source = "\n".join(lines)
    blocks = parse(source).blocks
    for mend in mends(source):
        meant = with_apart(blocks, mend)
        if meant is not None:
            before, after = (" ".join(plain_passages(one)) for one in (blocks, meant))
            assert re.findall(r"\w{2,}", after) == re.findall(r"\w{2,}", before)


def test_what_is_left_is_said(folder):
    source, left = corrected(folder, written("Hedby\t12\nViksele\t4"))
    assert (source, [finding.rule for finding in left]) == (written("Hedby\t12\nViksele\t4"), ["markdown"])


def test_windows_line_ends_and_a_byte_order_mark_stay(folder):
    before, after = CORRECTED["rader: efter inledning"]
    raw, expected = ("\ufeff" + written(text).replace("\n", "\r\n") for text in (before, after))
    assert corrected(folder, raw) == (expected, [])


def test_a_bar_put_in_keeps_windows_line_ends(folder):
    before, after = BARS["på nyckelns rad"]
    raw, expected = ("\ufeff" + area(text).replace("\n", "\r\n") for text in (before, after))
    assert corrected(folder, raw) == (expected, [])


def test_signs_in_an_answer_in_quotation_marks_are_changed_there(folder):
    source = area('"1.1": "Mål:\\n– jobb\\n– hem"')
    assert corrected(folder, source) == (source.replace("–", "-"), [])


@pytest.mark.parametrize("name", ["adress", "rader: efter inledning", "punkt: nummer mitt i"])
def test_what_needs_new_lines_is_left_in_an_answer_in_quotation_marks(folder, name):
    text = CORRECTED[name][0].replace("\n", "\\n").replace("\t", "\\t")
    source = area(f'"1.1": "{text}"')
    text, left = corrected(folder, source)
    assert text == source
    assert len(left) == 1


def test_two_paragraphs_folded_into_one_are_said_and_parted(folder):
    report = opened(folder, area(BARS["vikta stycken"][0]))
    assert len(list(plain_passages(report.underlag.svar_by_fraga["1.1"].blocks))) == 1
    (finding,) = (finding for finding in report.check().findings if finding.rule == "yaml")
    assert "stycken" in finding.message
    (file,) = correcting.corrected(report, [finding])
    report.replace_file(file.area)
    assert list(plain_passages(report.underlag.svar_by_fraga["1.1"].blocks)) == ["Ett stycke.", "Ett till."]


def test_folded_paragraphs_with_two_blank_lines_between_are_no_fault(folder):
    report = opened(folder, area('"1.1": >\n    Ett stycke.\n\n\n    Ett till.'))
    assert not [finding for finding in report.check().findings if finding.rule == "yaml"]
