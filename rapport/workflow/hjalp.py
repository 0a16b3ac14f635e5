"""The topics of ``rapport hjalp``: files of text in the program, and where in them a word is dealt with."""

import re
from pathlib import Path
from typing import NamedTuple

from rapport.checks.rules import ALL
from rapport.nearest import folded

_FOLDER = Path(__file__).resolve().parents[1] / "hjalp"
# In the order that they are listed: as the work goes.
TOPICS = (
    "webblasare",
    "yaml",
    "siffror",
    "kallor",
    "regler",
    "word",
    "angra",
    "nytt-ar",
    "samling",
    "redigerare",
    "installera",
    "windows",
    "granser",
    "ci",
    "utveckla",
)
_SHORTEST = 3  # a shorter word stands everywhere


class Topic(NamedTuple):
    """One topic: its name, its title and the whole text, which begins with the title."""

    id: str
    title: str
    text: str


def topics() -> list[Topic]:
    """Return every topic, in the order that they are listed."""
    return [topic(name) for name in TOPICS]


def topic(name: str) -> Topic:
    """Return the topic with a name."""
    text = (_FOLDER / f"{name}.md").read_text("utf-8")
    return Topic(name, text.partition("\n")[0].removeprefix("# "), text)


def is_rule(name: str) -> bool:
    """Return whether a rule has the name."""
    return name in ALL


def mentions(word: str) -> list[tuple[Topic, str]]:
    """Return the topics where a word begins a word, each with the heading under which that happens first."""
    if len(word) < _SHORTEST:
        return []
    begins = re.compile(rf"(?<!\w){re.escape(folded(word))}")
    return [(one, heading) for one in topics() if (heading := _heading(one, begins))]


def _heading(one: Topic, begins: re.Pattern[str]) -> str:
    """Return the heading of the part of a topic that has a word, at best in the heading itself."""
    parts = [part.partition("\n")[::2] for part in re.split(r"^#+ ", one.text, flags=re.MULTILINE)[1:]]
    hits = [heading for heading, _ in parts if begins.search(folded(heading))]
    hits += [heading for heading, body in parts if begins.search(folded(body))]
    return hits[0] if hits else ""
