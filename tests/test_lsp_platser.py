"""Places in a text as we count them and as an editor does, in UTF-16, whatever stands in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("lsprotocol", reason="tillägget lsp är inte installerat")

from lsprotocol.types import Position, Range

from rapport.finding import Place
from rapport.lsp.positions import Text, whole

SIGNS = st.sampled_from(["a", "å", "e\u0301", "👍🏽", "😀", "\u2028", "\x85", "\x0c", "\t", " ", '"', ":", "中", "𝒳"])
BREAKS = st.sampled_from(["\n", "\r\n", "\r"])
TEXTS = st.lists(st.one_of(SIGNS, SIGNS, SIGNS, BREAKS), max_size=40).map("".join)
ENCODINGS = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
WIDTH = {"utf-8": 1, "utf-16": 2, "utf-32": 4}


def told(text, offset, encoding):
    """Return an editor's position in the plainest way: three signs end lines, and units are counted in bytes."""
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    line = before.rpartition("\n")[2]
    return before.count("\n"), len(line.encode(ENCODINGS[encoding])) // WIDTH[encoding]


def is_inside_a_break(text, offset):
    return text[offset - 1 : offset + 1] == "\r\n"


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(text=TEXTS, data=st.data())
def test_a_place_is_where_the_editor_has_it_and_back(encoding, text, data):
    offset = data.draw(st.integers(0, len(text)))
    position = Text(text, encoding).position(offset)
    if is_inside_a_break(text, offset):
        offset -= 1
    assert (position.line, position.character) == told(text, offset, encoding)
    assert Text(text, encoding).offset(position) == offset


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(text=TEXTS, new=TEXTS, data=st.data())
def test_a_change_is_made_where_the_editor_made_it(encoding, text, new, data):
    first, last = sorted(data.draw(st.integers(0, len(text))) for _ in range(2))
    first, last = (offset - is_inside_a_break(text, offset) for offset in (first, last))
    held = Text(text, encoding)
    change = Range(held.position(first), held.position(last))
    assert held.edited(change, new) == text[:first] + new + text[last:]


@given(text=TEXTS, line=st.integers(0, 50), character=st.integers(0, 200))
def test_what_is_past_the_end_is_at_the_end(text, line, character):
    held = Text(text)
    offset = held.offset(Position(line, character))
    assert 0 <= offset <= len(text)
    position = held.position(offset)
    assert position.line <= line
    assert position.character <= character or position.line < line


@given(text=TEXTS, data=st.data())
def test_our_places_are_lines_of_line_feeds(text, data):
    offset = data.draw(st.integers(0, len(text)))
    line, column = text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1
    assert Text(text).at(Place("1.yaml", line, column)) == offset
    assert Text("\ufeff" + text).at(Place("1.yaml", line, column)) == offset + 1


def test_half_an_emoji_is_none():
    assert whole("a\ud83d b") == "a\ufffd b"
    held = Text("a😀b")
    assert held.offset(Position(0, 2)) == 1
    assert held.edited(Range(Position(0, 3), Position(0, 3)), "x") == "a😀xb"


@pytest.mark.parametrize(
    ("line", "token"),
    [('"1.1": |', '"1.1"'), ("svar:", "svar"), ("status: klar  ", "status"), ("text utan kolon ", None)],
)
def test_a_key_is_shown_without_its_colon(line, token):
    held = Text(f"{line}\r\nmer")
    start, end = held.token(0)
    assert held.text[start:end] == (token or line.rstrip())
