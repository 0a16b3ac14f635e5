"""Where there is no libyaml, ruamel's own parser reads the same: what it says of files right and broken."""

import random

import pytest
from conftest import ROOT

from rapport.store import yaml_events
from rapport.store.yaml import parse

FILES = sorted([*(ROOT / "underlag").glob("*.yaml"), *(ROOT / "tests/omgangar").rglob("*.yaml")])
BROKEN = {
    "streck": "a: |x\n  text\n",
    "indrag": "a:\n  b: 1\n c: 2\n",
    "kolon": "a: b: c\n",
    "citat": 'a: "b\nc: 1\n',
    "hake": "a: [b\nc: 1\n",
    "klammer": "a: {b: 1\nc: 2\n",
    "vid": "a: @b\n",
    "utan kolon": "a: 1\nb\nc: 2\n",
    "utan nyckel": "a: 1\n---\nb\n",
    "tecken": "a: \x07\n",
    "tomt": "a:\n\n  # kommentar\nb:\nc: 1\n",
}
PIECES = ("", '"', "'", "- ", ": ", ":", "#", "|", "[", "{", "\n", "  ", "---\n", "\r\n", "å", "😀", "@")


@pytest.fixture
def without_libyaml(monkeypatch):
    """Read a text as where libyaml is and as where it is not."""

    def read(source):
        with monkeypatch.context() as elsewhere:
            elsewhere.setattr(yaml_events, "CParser", None)
            other = parse(source, "a.yaml")
        return parse(source, "a.yaml"), other

    return read


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.name}")
def test_a_right_file_is_read_alike_to_the_last_place(without_libyaml, file):
    one, other = without_libyaml(file.read_text("utf-8"))
    assert one == other
    assert one[0] is not None


@pytest.mark.parametrize("source", BROKEN.values(), ids=BROKEN)
def test_a_fault_is_said_in_the_same_words_at_the_same_place(without_libyaml, source):
    one, other = without_libyaml(source)
    assert one == other


def test_files_broken_at_random_are_read_alike_or_refused_by_both(without_libyaml):
    chance = random.Random(7)
    alike = 0
    for _ in range(300):
        text = list(chance.choice(FILES).read_text("utf-8")[:3000])
        for _ in range(chance.randint(1, 3)):
            at = chance.randrange(len(text))
            text[at : at + chance.choice((0, 1, 5))] = chance.choice(PIECES)
        one, other = without_libyaml("".join(text))
        assert (one[0] is None) == (other[0] is None), "".join(text)
        assert one[0] == other[0]
        alike += one == other
    assert alike >= 285  # some faults have another place or another name
