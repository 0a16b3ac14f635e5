"""What colleagues' documents brought to a report, as text for people: who changed what, and what is to be decided."""

from collections.abc import Iterable, Iterator
from difflib import ndiff
from textwrap import wrap

from rapport.domain.hamtning import HamtatSvar, Oavgjort
from rapport.output.colour import Paint
from rapport.prose.difference import changes

_WORDS = {
    "ändrat": ("ändrat", "ändrade"),
    "tillagt": ("nytt", "nya"),
    "borttaget": ("borttaget", "borttagna"),
    "flyttat": ("flyttat", "flyttade"),
    "avgjort": ("avgjort", "avgjorda"),
}
_WHY = {
    "text": "Samma stycke är ändrat på två sätt.",
    "siffra": "En siffra som kommer ur en tabell är ändrad i dokumentet.",
    "kryss": "Kryssen skiljer sig.",
    "tomt": "Svaret är tömt i dokumentet.",
    "annat": "Mappen har ett annat svar, och vad dokumentet byggdes ur är inte känt.",
}
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
        yield from wrap(f"Nya svar ur {file}: {', '.join(fragor)}", width, subsequent_indent="  ")


def _table(rows: list[HamtatSvar], paint: Paint, width: int) -> Iterator[str]:
    if not rows:
        return
    names = [f"{row.file} ({row.author})" if row.author else row.file for row in rows]
    first = max(len("Fråga"), *(len(row.fraga) for row in rows))
    second = min(max(len("Dokument"), *map(len, names)), width // 2 - first)
    yield paint(f"{'Fråga':<{first}}  {'Dokument':<{second}}  Vad", "bold")
    for row, name in zip(rows, names, strict=True):
        what = wrap(_what(row), max(width - first - second - 4, 20))
        who = wrap(name, second) or [""]
        for number in range(max(len(what), len(who))):
            left = row.fraga if not number else ""
            middle = who[number] if number < len(who) else ""
            right = what[number] if number < len(what) else ""
            right = paint(right, "error" if row.oavgjort else "good")
            yield f"{left:<{first}}  {middle:<{second}}  {right}".rstrip()


def _what(row: HamtatSvar) -> str:
    """Return what was done with one answer of a document."""
    counts = [f"{n} {_WORDS[kind][n != 1]}" for kind, n in row.edits.items() if n]
    parts = [*counts, *(["kryss"] if row.has_kryss else [])]
    said = "hämtat: " + ", ".join(parts) if row.is_taken else ""
    others = " och ".join(row.writers) or "mappen"
    kept = f"sammanfogat med det som ändrats i {others}" if row.here_too and row.is_taken else ""
    number = len(row.oavgjort)
    left = f"{number} att avgöra" if number else ""
    return "; ".join(filter(None, [said, kept, left]))


def _here(row: HamtatSvar) -> str:
    return f"i mappen, med det som hämtats ur {' och '.join(row.writers)}" if row.writers else "i mappen"


def _one(one: Oavgjort, here: str, paint: Paint, width: int) -> Iterator[str]:
    yield paint(f"Att avgöra: fråga {one.fraga}, {one.file}", "bold")
    yield from wrap(_WHY[one.slag], width, initial_indent="  ", subsequent_indent="  ")
    for uttryck in one.lost:
        yield from wrap(f"Uttrycket: {uttryck}", width, initial_indent="  ", subsequent_indent="    ")
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
    marked = "".join(
        _MARKS[0] + c.text + _MARKS[1] if c.kind == "new" and c.text.strip() and other else c.text
        for c in changes(other, text)
        if c.kind != "gone"
    )
    for line in marked.split("\n"):
        yield from wrap(line, width, initial_indent="    ", subsequent_indent="    ", break_on_hyphens=False)


def _both(one: Oavgjort, width: int) -> Iterator[str]:
    """Yield two whole answers, paragraph by paragraph: - what the folder has, + what the document has."""
    for line in ndiff(one.here.splitlines(), one.theirs.splitlines()):
        if line[0] in "-+" and line[2:].strip():
            yield from wrap(line, width, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False)
