"""What a folder's history and the undoing of a write look like to people, in lines of a terminal's width."""

from collections.abc import Iterator
from datetime import date, datetime
from textwrap import shorten

from rapport.output.wrapped import wrapped
from rapport.prose.difference import changes
from rapport.store.entry import changed_values, values_of
from rapport.store.history_log import Log, Logged
from rapport.workflow.undo import FileBack, Left, Plan, SvarBack

_WIDTH = 80
_MOST_ROWS = 10
_MOST_PLACES = 4
_MOST_CHARACTERS = 230  # of a place's words: three lines
_JOINT = 4  # as many words that stay as they were part one place from the next
_NOTHING = "(inget)"


def listed(log: Log, today: date) -> Iterator[str]:
    """Yield the writes that stand, the newest first and numbered: when, which command, which answers and files."""
    for number, logged in zip(range(1, _MOST_ROWS + 1), reversed(log.done), strict=False):
        entry = logged.entry
        label = logged.label + (" (igen)" if entry.post.tar_tillbaka else "")
        head = f"{number:>3}  {when(entry.when, today):<16}  {label:<18}  "
        yield from wrapped(head + written(logged), _WIDTH, rest=" " * len(head))
        if not logged.is_whole:
            yield f"     Blev inte klar: {_cut(logged)}."
    if len(log.done) > _MOST_ROWS:
        yield f"     … och {len(log.done) - _MOST_ROWS} äldre"
    if log.undone:
        yield f"Ångrat, kan göras om med --gor-om: {', '.join(named(one, today) for one in reversed(log.undone))}"


def when(moment: datetime, today: date) -> str:
    """Return when something was written, as one says it."""
    days = (today - moment.date()).days
    day = {0: "i dag", 1: "i går"}.get(days, moment.date().isoformat())
    return f"{day} {moment:%H.%M}"


def named(logged: Logged, today: date) -> str:
    """Return which write it is: ``importera, i dag 14.02``."""
    return f"{logged.label}, {when(logged.entry.when, today)}"


def shown(plan: Plan) -> Iterator[str]:
    """Yield what bringing back a write would do, file by file and answer by answer, and what would be left."""
    if not plan.logged.is_whole:
        yield f"Den skrivningen blev inte klar: {_cut(plan.logged)}."
    for file in plan.files:
        if file.contents != file.now:
            yield of_file(file)
            for svar in file.svar:
                yield from _svar(svar)
        for left in file.left:
            yield from _left(left)


def _cut(logged: Logged) -> str:
    number = len(logged.entry.post.filer)
    return f"{logged.written} av {number} {'filer' if number > 1 else 'fil'} skrevs"


def written(logged: Logged) -> str:
    """Return the answers and files that a write changed."""
    filer = logged.entry.post.filer
    fragor = dict.fromkeys(fraga for fil in filer for fraga in fil.svar)
    return ", ".join([*fragor, *(fil.fil for fil in filer if not fil.svar)])


def of_file(file: FileBack) -> str:
    """Return what would become of a file."""
    if file.contents is None:
        return f"{file.fil}  tas bort: den fanns inte före skrivningen"
    if file.now is None:
        return f"{file.fil}  kommer tillbaka"
    return file.fil if file.svar else f"{file.fil}  blir som den var före skrivningen"


def _svar(svar: SvarBack) -> Iterator[str]:
    yield from _different(svar, "")


def _left(left: Left) -> Iterator[str]:
    if left.svar is None:
        why = left.why if left.why.endswith(".") else f"{left.name} {left.why} och lämnas som det är."
        yield from wrapped(why, _WIDTH)
        return
    yield left.fil
    yield from _different(left.svar, f" {left.why} och lämnas")


def _different(svar: SvarBack, remark: str) -> Iterator[str]:
    """Yield how an answer would change: - what stands there now, + what stood there before."""
    words = counted(svar)
    yield f"  {svar.fraga}{remark}{f'  ({words})' if words else ''}"
    places = list(places_of(svar.now.text, svar.then.text))
    for gone, back in places[:_MOST_PLACES]:
        yield from _line("-", gone)
        yield from _line("+", back)
    if len(places) > _MOST_PLACES:
        yield f"    … och {len(places) - _MOST_PLACES} ställen till"
    for now, then in about(svar):
        yield from _line("-", now)
        yield from _line("+", then)


def counted(svar: SvarBack) -> str:
    """Return how many words would come back and be gone; "" for none."""
    counts = {
        kind: sum(_words(c.text) for c in changes(svar.now.text, svar.then.text) if c.kind == kind)
        for kind in ("new", "gone")
    }
    return f"{counts['new']} ord tillbaka, {counts['gone']} ord försvinner" if any(counts.values()) else ""


def _words(text: str) -> int:
    """Return the number of words; the dash of a list is none."""
    return sum(any(map(str.isalnum, word)) for word in text.split())


def about(svar: SvarBack) -> Iterator[tuple[str, str]]:
    """Yield what would change beside the text, as it is and as it was: ``status: klar``, ``status: utkast``."""
    for key, now, then in beside(svar):
        name = ": ".join(key.split(".", 1))
        yield f"{name}: {now}", f"{name}: {then}"


def beside(svar: SvarBack) -> Iterator[tuple[str, str, str]]:
    """Yield each key beside the text that would change, with what it says and what it said: ``status``, both."""
    now = values_of(svar.now)
    for key, then in changed_values(svar.now, svar.then).items():
        if key != "text":
            yield key, now.get(key, "").strip() or _NOTHING, then.strip() or _NOTHING


def _line(sign: str, text: str) -> Iterator[str]:
    if text := shorten(text, _MOST_CHARACTERS, placeholder=" […]"):
        indent = " " * 6
        yield from wrapped(text, _WIDTH, f"    {sign} ", indent)


def places_of(now: str, then: str) -> Iterator[tuple[str, str]]:
    """Yield the places where two texts differ: the words of each, with the few between them that are the same."""
    gone = back = between = ""
    for change in changes(now, then):
        if change.kind == "same":
            between = change.text
            if (gone or back) and len(between.split()) >= _JOINT:
                yield gone, back
                gone = back = ""
            continue
        if gone or back:
            gone, back = gone + between, back + between
        between = ""
        gone += change.text if change.kind == "gone" else ""
        back += change.text if change.kind == "new" else ""
    if gone or back:
        yield gone, back
