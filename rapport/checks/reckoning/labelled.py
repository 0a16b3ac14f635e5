"""Values with the names of what they are of, in a sentence or a table, and what later sentences say of those names.

"6 i städerna, 12 i kustbygden och 18 i inlandet. Hälften hamnade i kustbygden"; "3,9 för ekonomi, 4,2 för socialt …
Högst värde får miljö"; a table of amounts, and "nästan en fjärdedel gick till service".
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from rapport.checks.reckoning import share_words as words
from rapport.checks.reckoning.quantities import mangder_by_sentence
from rapport.checks.reckoning.said import Said, said_in
from rapport.checks.reckoning.tables import NumberTable, tables_of
from rapport.domain.mangder import Mangd, in_swedish
from rapport.domain.summor import says_part, says_sum
from rapport.domain.svar import Svar
from rapport.prose.sentences import Sentence

_WHERE = r"i|för|till|på|inom|från|om|hos|vid"
_LABEL = re.compile(
    rf"(?:[\s\u00a0]+[\w-]+)?[\s\u00a0]+(?P<var>{_WHERE})[\s\u00a0]+(?P<ord>[\w-]+(?: [\w-]+){{0,2}}?)"
    r"(?=,| och | samt |[.;)]| ?$)"
)
_JOINT = re.compile(r"[^.;:\d]{0,60}(?:, | och | samt )(?:[\w-]+ ){0,2}")
_MOST = re.compile(
    r"^(?:Allra |Klart )?(?:(?P<most>[Ff]lest|[Mm]est|[Ss]törst|[Hh]ögst)"
    r"|(?P<least>[Mm]inst|[Ll]ägst|[Ff]ärst))\b"
)
# What makes a share or a most one of something narrower, or of another time.
_OTHER = re.compile(
    r"\b(?:av (?!dem\b|dessa\b|alla\b|samtliga\b|anslaget\b|medlen\b|pengarna\b|insatserna\b|beloppet\b)|som|leds"
    r"|kvinnor|män|tidigare|förra|föregående|(?:19|20)\d\d|inte|ökning\w*|minskning\w*|per|än|utom|efter|näst|ska|bör"
    r"|planer\w*)\b",
    re.IGNORECASE,
)
_WENT = re.compile(
    r"[^.;:,\d]{0,60}?\b(?:gick|går|hamnade|hamnar|låg|ligger|avsåg|avser|gjordes|fanns|finns|användes|fick|får|rör|gällde"
    r"|gäller|beviljades|startade|ägde rum|genomfördes|fördelades)\b"
)
_VERB = re.compile(r"är|var|blev|blir|får|fick|har|hade|hamnade|låg|ligger|gick")
_AFTERTHOUGHT = re.compile(r", (?:vilket|och|men|medan|så|där|något) ")
_NEXT, _FEWEST, _STEM = 3, 3, 5
_FAR = Decimal("0.05")


class Labelled(NamedTuple):
    """Values by their names, what they are together, the words that tell of them, and where these stand."""

    values: tuple[tuple[str, Decimal], ...]
    whole: Decimal
    about: str
    start: int
    end: int


class Mislabelled(NamedTuple):
    """Words that the values contradict, with where they stand and what the values say."""

    start: int
    end: int
    told: str


def mislabelled(svar: Svar) -> Iterator[Mislabelled]:
    """Yield what an answer says of the share or the rank of a name, and its values contradict."""
    read = mangder_by_sentence(svar)
    for number, (sentence, found) in enumerate(read):
        rows = _of_sentence(sentence, found)
        for after, some in read[number + 1 : number + _NEXT] if rows else ():
            yield from _judged(after, some, rows) if rows else ()
    for table in tables_of(svar):
        if rows := _of_table(table):
            behind = [one for one in read if one[0].start >= rows.end]
            for sentence, found in behind[: _NEXT - 1]:
                yield from _shares(sentence, found, rows)


def _of_sentence(sentence: Sentence, found: list[Mangd]) -> Labelled | None:
    """Return the values that end a sentence, each with a name behind the same preposition."""
    run: list[tuple[str, Mangd]] = []
    where = ""
    for mangd in reversed(found):
        match = _LABEL.match(sentence.text, mangd.end)
        joint = not run or _JOINT.fullmatch(sentence.text[mangd.end : run[0][1].start])
        if not match or not joint or mangd.is_rough or mangd.slag not in {"antal", "kr"}:
            break
        where = where or match["var"]
        run.insert(0, (match["ord"], mangd))
    if len(run) < _FEWEST or len({name[:_STEM].lower() for name, _ in run}) < len(run):
        return None
    values = tuple((name, mangd.value) for name, mangd in run)
    return Labelled(
        values, sum((v for _, v in values), Decimal(0)), sentence.text.lower(), sentence.start, sentence.end
    )


def _of_table(table: NumberTable) -> Labelled | None:
    """Return the rows of a table with one column of numbers and their sum."""
    number = table.sum_row()
    if number is None or len(table.heading) != 2 or len(table.rows) < _FEWEST + 1:  # noqa: PLR2004 - names and numbers
        return None
    rows = [row for row in table.rows[1:number] if not says_sum(row[0].text) and not says_part(row[0].text)]
    total = table.rows[number][1].tal
    if total is None or not total.value or any(row[1].tal is None or row[1].tal.slag == "procent" for row in rows):
        return None
    values = tuple((row[0].text.strip(), row[1].tal.value) for row in rows if row[1].tal)
    return Labelled(values, total.value, "", table.start, table.end)


def _judged(sentence: Sentence, found: list[Mangd], rows: Labelled) -> Iterator[Mislabelled]:
    yield from _shares(sentence, found, rows)
    match = _MOST.match(sentence.text)
    named = _named(sentence.text, rows) if match and not found and not _OTHER.search(sentence.text) else []
    noun = re.match(r" (\w+)", sentence.text[match.end() :]) if match else None
    is_of_them = noun and (noun[1].lower()[: _STEM - 1] in rows.about or _VERB.fullmatch(noun[1]))
    if match and is_of_them and len(named) == 1:
        name, value = named[0]
        extreme = (max if match["most"] else min)(v for _, v in rows.values)
        right = [one for one, v in rows.values if v == extreme]
        if value != extreme and len(right) == 1:
            told = f"{match[0].capitalize()} är {right[0]} ({in_swedish(extreme)}), inte {name} ({in_swedish(value)})."
            yield Mislabelled(sentence.start, sentence.start + len(sentence.text.rstrip()), told)


def _shares(sentence: Sentence, found: list[Mangd], rows: Labelled) -> Iterator[Mislabelled]:
    """Yield the only share of a sentence that says where it went, where that name has another."""
    said = list(said_in(sentence.text, found))
    if len(said) != 1 or any(m.slag != "procent" for m in found) or not rows.whole:
        return
    clause = _AFTERTHOUGHT.split(sentence.text)[0]
    if said[0].end > len(clause) or _OTHER.search(clause):
        return
    named = _named(clause[said[0].end :], rows)
    if len(named) != 1 or not _WENT.match(sentence.text, said[0].end):
        return
    name, value = named[0]
    if not _is_about(said[0], value / rows.whole):
        given = in_swedish((value / rows.whole * words.HUNDRED).quantize(Decimal("0.1")))
        told = (
            f"{name[0].upper()}{name[1:]} är {in_swedish(value)} av {in_swedish(rows.whole)}, alltså {given} procent."
        )
        match = re.search(rf"{_stem(name)}[\w-]*", clause[said[0].end :], re.IGNORECASE)
        end = said[0].end + (match.end() if match else 0)
        yield Mislabelled(sentence.start + said[0].start, sentence.start + end, told)


def _is_about(said: Said, given: Decimal) -> bool:
    """Whether a share can be said of what is given; words that make it rough leave room on their side."""
    over = given - said.value
    if said.rough == "about":
        return abs(over) <= words.ABOUT
    if said.rough:
        over = over if said.rough == "over" else -over
        return -words.HARDLY <= over <= _FAR
    return abs(over) <= max(said.margin, words.HARDLY * 2)


def _named(text: str, rows: Labelled) -> Sequence[tuple[str, Decimal]]:
    """Return the names that a sentence has."""
    return [(name, value) for name, value in rows.values if re.search(_stem(name), text, re.IGNORECASE)]


def _stem(name: str) -> str:
    return rf"\b{re.escape(name[: max(_STEM, len(name) - 2)])}"
