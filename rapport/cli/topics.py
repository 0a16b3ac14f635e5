"""What ``rapport hjalp`` tells: the topics, one of them, or where a word is dealt with. Loads nothing heavy."""

from collections.abc import Iterator

from rapport.cli.commands import COMMANDS, folded
from rapport.cli.terminal import WIDTH, say, show, shows_colour
from rapport.output.hjalp import as_text
from rapport.output.wrapped import wrapped
from rapport.workflow.hjalp import TOPICS, is_rule, mentions, topic, topics


def tell(words: list[str]) -> int:
    """Tell what there is to know of some words; return the exit code."""
    word = " ".join(words)
    name = folded(word).casefold()
    if (as_listed := name.replace(" ", "-")) in TOPICS:
        lines = list(as_text(topic(as_listed).text, WIDTH, colour=shows_colour()))
    else:
        lines = list(_leads(word, name) if word else _overview())
    if lines:
        show(*lines)
        return 0
    from rapport.nearest import nearest

    meant = nearest(name, [*TOPICS, *COMMANDS])
    guess = f" Menade du {meant}?" if meant else ""
    say(f"Ämnet ”{word}” finns inte.{guess} Se rapport hjalp.")
    return 2


def _overview() -> Iterator[str]:
    width = max(map(len, TOPICS))
    yield "Så går arbetet till, ämne för ämne:"
    yield ""
    for one in topics():
        label = f"  {one.id:<{width}}  "
        yield from wrapped(one.title, WIDTH, label, " " * len(label))
    yield ""
    yield "Läs ett ämne:        rapport hjalp word"
    yield "Sök på ett ord:      rapport hjalp fotnot"
    yield "Om ett kommando:     rapport importera --help"
    yield "Om en regel:         rapport regel upprepning"


def _leads(word: str, name: str) -> Iterator[str]:
    """Yield where a word that is no topic is explained; nothing where it is nowhere."""
    commands = [one for one in COMMANDS if one == name or one.startswith(f"{name} ")]
    if is_rule(name):
        yield f"{name} är en regel. Läs om den med:  rapport regel {name}"
    for one in commands:
        yield f"{one} är ett kommando. Läs om det med:  rapport {one} --help"
    if found := mentions(f"rapport {name}" if commands else word):
        also = " också" if commands or is_rule(name) else ""
        yield f"Om ”{word}” står det{also} här:"
        width = max(len(one.id) for one, _ in found)
        yield from (f"  rapport hjalp {one.id:<{width}}  {heading}" for one, heading in found)
