"""Signs that Markdown takes for its own though nobody meant so: a star between figures, a date that begins a line."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapport.prose.events import Event
from rapport.prose.problem import NOT_ALLOWED, Problem

_WORD = re.compile(r"[^\W_]")
# What may follow upon a title in italics: the endings of a noun.
_ENDING = re.compile(r"(?:s|n|en|et|ns|ens|ets|er|ers|na|nas)\b")
_ITEM = re.compile(r"\s*(?:(?P<bullet>[-+*])|(?P<number>\d{1,9})(?P<sign>[.)]))[ \t]+(?P<rest>.*)")
_MONTH = re.compile(
    r"(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
    r"|(?:jan|feb|apr|jun|jul|aug|sept?|okt|nov|dec)\.?)(?![\w-])"
)
_MOST_IN_LIST = 100  # no list of an answer has as many points
_DAYS = 31
_EXCERPT = 40


class _Point(NamedTuple):
    """A point of a list as it is written."""

    start: int
    line: re.Match[str]

    @property
    def number(self) -> int:
        return int(self.line["number"] or 0)


class _Listed(NamedTuple):
    """A list that is in no other, its points, and the line of text right above it, "" where a blank one is."""

    points: list[_Point]
    above: str


def unmeant(source: str, events: Sequence[Event]) -> Iterator[Problem]:
    """Yield what the parser took for marks in an answer but the writer most likely meant as it stands."""
    yield from _stars(source, events)
    lists = list(_lists(source, events))
    for number, one in enumerate(lists):
        around = lists[max(number - 1, 0) : number] + lists[number + 1 : number + 2]
        found = list(_wrong_points(one, around))
        yield from found
        if not found and (change := _renumbered(one)):
            yield change


def _stars(source: str, events: Sequence[Event]) -> Iterator[Problem]:
    free_from = 0
    for event in events:
        width = {"Start:Emphasis": 1, "Start:Strong": 2}.get(event.kind, 0)
        if not width or event.start < free_from or not _is_inside_word(source, event, width):
            continue
        start = event.start - len(_last_word(source[: event.start]))
        free_from = event.end + len(re.match(r"[^\s]*", source[event.end :])[0])  # type: ignore[index]
        excerpt = source[start:free_from].partition("\n")[0][:_EXCERPT]
        yield Problem(*NOT_ALLOWED["star"], start, excerpt, is_error=False)


def _last_word(text: str) -> str:
    return re.search(r"[^\s]*$", text)[0]  # type: ignore[index]


def _is_inside_word(source: str, event: Event, width: int) -> bool:
    """Whether marks stand between letters or figures as no bold or italic part of a word does."""
    inner = source[event.start + width : event.end - width]
    before, after = source[: event.start][-1:], source[event.end : event.end + 1]
    is_led, is_followed = bool(_WORD.match(before)), bool(_WORD.match(after))
    figures = (is_led and (before + inner[:1]).isdigit()) or (is_followed and (inner[-1:] + after).isdigit())
    if width > 1 or not (is_led or is_followed):
        return figures
    if figures or (is_led and is_followed) or (is_led and before.isdigit()) or after.isdigit():
        return True
    is_ending = is_followed and bool(_ENDING.match(source, event.end))
    return bool(re.search(r"\s", inner)) and not is_ending


def _lists(source: str, events: Sequence[Event]) -> Iterator[_Listed]:
    depth, points, above = 0, list[_Point](), ""
    for last, event in zip([None, *events], events, strict=False):
        if event.kind == "Start:List":
            depth += 1
            if depth == 1:
                head = source[: event.start].rstrip(" \t")
                is_right_below = last is not None and last.kind == "End:Paragraph" and not head.endswith("\n\n")
                points, above = [], head[:-1].rpartition("\n")[2].strip() if is_right_below else ""
        elif event.kind == "End:List":
            depth -= 1
            if not depth and points:
                yield _Listed(points, above)
        elif event.kind == "Start:Item" and depth == 1:
            line = source[event.start :].partition("\n")[0]
            if found := _ITEM.match(line):
                points.append(_Point(event.start + len(line) - len(line.lstrip()), found))


def _wrong_points(one: _Listed, around: Sequence[_Listed]) -> Iterator[Problem]:
    is_led = bool(one.above) and not one.above.rstrip("*_").endswith(":")
    for at, point in enumerate(one.points):
        line = point.line
        if line["number"] is None:
            if at == 0 and is_led and _is_bullet_unmeant(one):
                mark = line["bullet"]
                yield _problem("bullet-taken", point, mark + " ", f"\\{mark}")
        elif is_no_number(point.number, line["rest"]) or (at == 0 and _goes_on(one, around)):
            mark = f"{line['number']}{line['sign']}"
            yield _problem("number-taken", point, mark, f"{line['number']}\\{line['sign']}")


def is_no_number(number: int, rest: str) -> bool:
    """Whether a number at the beginning of a line is surely not a point's: a year, or the day of a month."""
    return number >= _MOST_IN_LIST or (1 <= number <= _DAYS and bool(_MONTH.match(rest)))


def _goes_on(one: _Listed, around: Sequence[_Listed]) -> bool:
    """Whether a single point goes on as a sentence does, and belongs to no row of points with others between."""
    (point, *others) = one.points
    near = {p.number for other in around for p in other.points if p.line["number"]}
    if others or near & {point.number - 1, point.number + 1}:
        return False
    return point.line["rest"][:1].islower() and not one.above.rstrip("*_").endswith(":")


def _is_bullet_unmeant(one: _Listed) -> bool:
    rests = [point.line["rest"] for point in one.points]
    if all(point.line["bullet"] == "+" for point in one.points) and all(rest[:1].isdigit() for rest in rests):
        return True
    return len(rests) == 1 and not one.above.endswith((".", "!", "?", "**")) and not rests[0][:1].isupper()


def _renumbered(one: _Listed) -> Problem | None:
    """Return what to say of a list whose points get other numbers than they are given."""
    numbers = [point.number for point in one.points if point.line["number"]]
    shown = list(range(numbers[0], numbers[0] + len(numbers))) if numbers else []
    if numbers == shown or set(numbers) in ({0}, {1}):
        return None
    at = next(number for number, pair in enumerate(zip(numbers, shown, strict=True)) if pair[0] != pair[1])
    point = one.points[at]
    mark = f"{point.number}{point.line['sign']}"
    message, hint = NOT_ALLOWED["renumbered"]
    return Problem(message.format(mark, shown[at]), hint, point.start, mark, is_error=False)


def _problem(name: str, point: _Point, mark: str, instead: str) -> Problem:
    message, hint = NOT_ALLOWED[name]
    excerpt = point.line[0].strip()[:_EXCERPT]
    return Problem(message.format(mark.strip()), hint.format(instead), point.start, excerpt, is_error=False)
