"""What colleagues' documents brought to a report, as text for people: who changed what, and what is to be decided."""

from collections.abc import Iterable, Iterator
from difflib import ndiff
from itertools import zip_longest

from rapport.domain.hamtning import HamtatSvar, Oavgjort
from rapport.output.colour import Paint
from rapport.output.wrapped import wrapped
from rapport.prose.difference import Change, changes

_WORDS = {
    "ändrat": ("ändrat", "ändrade"),
    "tillagt": ("nytt", "nya"),
    "borttaget": ("borttaget", "borttagna"),
    "flyttat": ("flyttat", "flyttade"),
    "avgjort": ("avgjort", "avgjorda"),
}
WHY = {
    "text": "Samma stycke är ändrat på två sätt.",
    "siffra": "En siffra som kommer ur en tabell är ändrad i dokumentet.",
    "kryss": "Kryssen skiljer sig.",
    "tomt": "Svaret är tömt i dokumentet.",
    "annat": "Mappen har ett annat svar, och vad dokumentet byggdes ur är inte känt.",
}
_AROUND = 60  # characters of what is the same, to be seen beside what is not
_MARKS = ("«", "»")  # around the words that differ


def as_text(svar: Iterable[HamtatSvar], *, colour: bool, width: int) -> Iterator[str]:
    """Yield a table of who changed what, and then all that is to be decided, line by line."""
    rows = list(svar)
    paint = Paint(colour)
    yield from _new(rows, width)
    yield from _table([row for row in rows if not _is_only_new(row)], paint, width)
    for row in rows:
        for one in row.oavgjort:
            yield ""
            yield from _one(one, _here(row), paint, width)


def _is_only_new(row: HamtatSvar) -> bool:
    return row.is_new and not row.oavgjort


def _new(rows: list[HamtatSvar], width: int) -> Iterator[str]:
    """Yield the questions that had no answer, a paragraph for each document."""
    by_file: dict[str, list[str]] = {}
    for row in filter(_is_only_new, rows):
        by_file.setdefault(row.file, []).append(row.fraga)
    for file, fragor in by_file.items():
        yield from wrapped(f"Nya svar ur {file}: {', '.join(fragor)}", width, rest="  ")


def _table(rows: list[HamtatSvar], paint: Paint, width: int) -> Iterator[str]:
    if not rows:
        return
    names = [f"{row.file} ({row.author})" if row.author else row.file for row in rows]
    first = max(len("Fråga"), *(len(row.fraga) for row in rows))
    second = min(max(len("Dokument"), *map(len, names)), width // 2 - first)
    yield paint(f"{'Fråga':<{first}}  {'Dokument':<{second}}  Vad", "bold")
    for row, name in zip(rows, names, strict=True):
        room = max(width - first - second - 4, 20)
        done = [paint(line, kind) for said, kind in what(row) for line in wrapped(said, room, rest="  ")]
        who = wrapped(name, second) or [""]
        for number, (left, right) in enumerate(zip_longest(who, done, fillvalue="")):
            yield f"{'' if number else row.fraga:<{first}}  {left:<{second}}  {right}".rstrip()


def what(row: HamtatSvar) -> Iterator[tuple[str, str]]:
    """Yield what was done with one answer of a document, each with its colour."""
    if row.is_taken:
        counts = [f"{n} {_WORDS[kind][n != 1]}" for kind, n in row.edits.items() if n]
        yield "hämtat: " + ", ".join([*counts, *(["kryss"] if row.has_kryss else [])]), "good"
    if row.is_taken and row.here_too:
        yield f"sammanfogat med det som ändrats i {' och '.join(row.writers) or 'mappen'}", "good"
    if row.oavgjort:
        yield f"{len(row.oavgjort)} att avgöra", "error"


def _here(row: HamtatSvar) -> str:
    return f"i mappen, med det som hämtats ur {' och '.join(row.writers)}" if row.writers else "i mappen"


def _one(one: Oavgjort, here: str, paint: Paint, width: int) -> Iterator[str]:
    yield paint(f"Att avgöra: fråga {one.fraga}, {one.file}", "bold")
    yield from wrapped(WHY[one.slag], width, "  ")
    for uttryck in one.lost:
        yield from wrapped(f"Uttrycket: {uttryck}", width, "  ", "    ")
    if one.slag == "annat":
        yield from _both(one, width)
        return
    built = one.here if one.built is None else one.built
    texts = [(here, one.here, built), (f"i {one.file}", one.theirs, built)]
    if one.built is not None:
        texts.insert(0, ("när dokumentet byggdes", one.built, one.here if one.here != one.built else one.theirs))
    for title, text, other in texts:
        yield f"  {title}:"
        yield from _text(text, other, width)


def _text(text: str, other: str, width: int) -> Iterator[str]:
    """Yield a text, the words that another has not marked."""
    if not text:
        yield "    (inget)"
        return
    found = [change for change in changes(other, text) if change.kind != "gone"] if other else [Change("new", text)]
    marked = "".join(
        shortened(one.text, number, len(found)) if one.kind == "same" else _marked(one.text) if other else one.text
        for number, one in enumerate(found)
    )
    for line in marked.replace(f"{_MARKS[1]} {_MARKS[0]}", " ").split("\n"):
        yield from wrapped(line, width, "    ")


def _marked(text: str) -> str:
    return _MARKS[0] + text + _MARKS[1] if text.strip() else text


def shortened(text: str, number: int, many: int) -> str:
    """Return a long stretch that is the same in both without its middle, or what is far from anything that differs."""
    if len(text) <= 3 * _AROUND or many == 1:
        return text
    start = text[:_AROUND].rsplit(" ", 1)[0] + " " if number else ""
    end = " " + text[-_AROUND:].split(" ", 1)[-1] if number < many - 1 else ""
    return f"{start}…{end}"


def _both(one: Oavgjort, width: int) -> Iterator[str]:
    """Yield two whole answers, paragraph by paragraph: - what the folder has, + what the document has."""
    for line in ndiff(one.here.splitlines(), one.theirs.splitlines()):
        if line[0] in "-+" and line[2:].strip():
            yield from wrapped(line, width, "  ", "    ")
