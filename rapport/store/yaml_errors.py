"""What the YAML parser complains of, said in Swedish with what to do about it."""

import re
from collections.abc import Iterator
from typing import Protocol

from rapport.finding import Finding, Place
from rapport.store.bar import ID, KEY, missing_bars
from rapport.store.margin import runs
from rapport.store.yaml_suspects import NO_SVAR, suspects

_AS_BLOCK = "Skriv texten på egna, indragna rader under  text: |  eller sätt den inom citattecken."
_INDENT = "Låt raden börja lika långt in som raderna den hör ihop med. Använd blanksteg."
_UNSEEN = "Filen innehåller ett osynligt styrtecken"
_EXPLANATIONS = {
    "mapping values are not allowed": ("Ett kolon står där det inte kan tolkas.", _AS_BLOCK),
    "cannot start any token": ("Värdet börjar med ett tecken som YAML inte kan tolka.", _AS_BLOCK),
    "alphabetic or numeric": ("Värdet börjar med * eller &, som betyder något särskilt i YAML.", _AS_BLOCK),
    "could not find expected ':'": (
        "Ett kolon saknas efter nyckeln, eller så är texten inte indragen.",
        _INDENT,
    ),
    "did not find expected key": ("Indraget stämmer inte med raderna ovanför.", _INDENT),
    "did not find expected '-'": ("Indraget stämmer inte med raderna ovanför.", _INDENT),
    "expected <block end>": ("Indraget stämmer inte med raderna ovanför.", _INDENT),
    "unexpected end of stream": (
        "Ett citattecken avslutas aldrig.",
        "Sätt ett citattecken där texten slutar.",
    ),
    "document indicator": ("Ett citattecken avslutas aldrig.", "Sätt ett citattecken där texten slutar."),
    "escape": ("Ett omvänt snedstreck (\\) kan inte tolkas inom citattecken.", _AS_BLOCK),
    "',' or ']'": (
        "En hakparentes [ avslutas aldrig.",
        "Sätt ] där listan slutar, eller citattecken om texten.",
    ),
    "',' or '}'": ("En klammer { avslutas aldrig.", "Sätt } där den slutar, eller citattecken om texten."),
    "chomping or indentation": ("Efter | eller > får inget mer stå på raden.", "Börja texten på nästa rad."),
    "line break": ("Efter | eller > får inget mer stå på raden.", "Börja texten på nästa rad."),
    "control characters": (
        f"{_UNSEEN}.",
        "Ta bort tecknet och spara om filen, eller låt  rapport kontrollera --ratta  göra det.",
    ),
    "<document start>": ("Raden hör inte till någon nyckel.", _INDENT),
}
_MOST_SHOWN = 60  # characters of a value in a hint
_TAB = re.compile(r"[ \t]*\t")
_MERGE = re.compile(r"^<{7}(?: |\r?$)", re.MULTILINE)
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


def is_control_sign(finding: Finding) -> bool:
    """Whether a finding is that a sign which does not show makes a file unreadable."""
    return finding.rule == "yaml" and finding.message.startswith(_UNSEEN)


class Position(Protocol):
    """A place as the parser gives it: line and column from 0."""

    line: int
    column: int


def explain(source: str, path: str, problem: str, mark: Position | None) -> list[Finding]:
    """Return findings for a text that is not YAML: tabs, or likely slips, or else the parser's complaint."""
    if merges := [_merge(source, path, match) for match in _MERGE.finditer(source)]:
        return merges
    pasted = list(runs(source, path))
    far_left = [run.missing.finding for run in pasted]
    told = {line for run in pasted for line in range(run.first, run.missing.last + 1)}
    tabs = [tab for tab in _tabs(source, path) if tab.place.line not in told]
    if tabs:
        return sorted([*far_left, *tabs], key=_line)
    bars = list(missing_bars(source, path))
    line = mark.line + 1 if mark else None
    bars = [bar for bar in bars if bar.is_sure or bar.covers(line)]
    inside = [bar for bar in bars if bar.covers(line)]
    found = [bar.finding for bar in bars]
    within = {line for bar in bars for line in range(bar.first, bar.last + 2)}
    within |= told
    found += [*far_left, *(finding for finding in suspects(source, path) if finding.place.line not in within)]
    if inside or len(found) > len(bars):
        return sorted(found, key=_line)
    if mark and (outside := _without_svar(source, path, mark.line)):
        return [*found, outside]
    message, hint = next(
        (text for key, text in _EXPLANATIONS.items() if key in problem),
        ("Raden kan inte tolkas som YAML.", _AS_BLOCK),
    )
    control = CONTROL.search(source) if mark is None else None
    if mark and hint == _AS_BLOCK:
        hint = _as_value(source.split("\n")[mark.line]) or hint
    if control:
        place = _place(source, path, control.start())
        message = f"{_UNSEEN}, U+{ord(control[0]):04X}."
    else:
        place = Place(path, mark.line + 1, mark.column + 1) if mark else Place(path, 1, 1)
    return [*found, Finding("yaml", "error", message, hint, place)]


def _line(finding: Finding) -> int:
    return finding.place.line or 0


def _as_value(line: str) -> str | None:
    """Return how to write a line whose key has no text of several lines; None for an answer's text."""
    key = KEY.match(line.rstrip("\r"))
    if key is None or key["key"].strip("\"'") in ("text", "svar") or re.fullmatch(ID, key["key"].strip("\"'")):
        return None
    value = key["value"].strip()
    quote = "'" if '"' in value or "\\" in value else '"'
    shown = value.replace("'", "''") if quote == "'" else value
    shown = shown if len(shown) <= _MOST_SHOWN else "…"
    return f"Sätt texten efter {key['key']} inom citattecken:  {key['key']}: {quote}{shown}{quote}"


def _without_svar(source: str, path: str, line: int) -> Finding | None:
    """Return the finding for questions that stand under no key, when the parser stopped at the first of them."""
    lines = source.split("\n")
    key = KEY.match(lines[line].rstrip("\r")) if line < len(lines) else None
    if key is None or not re.fullmatch(ID, key["key"].strip("\"'")) or any(one.startswith("svar") for one in lines):
        return None
    return Finding("yaml", "error", *NO_SVAR, Place(path, line + 1, key.start("key") + 1))


def _merge(source: str, path: str, match: re.Match[str]) -> Finding:
    message = "Här står två versioner av samma rader, så som git lämnar dem när två har ändrat på samma ställe."
    hint = "Behåll de rader som ska gälla, och ta bort raderna som börjar med <<<<<<<, ======= och >>>>>>>."
    return Finding("yaml", "error", message, hint, _place(source, path, match.start()))


def _tabs(source: str, path: str) -> Iterator[Finding]:
    message = "Raden är indragen med tabb."
    hint = "Byt tabben mot blanksteg; YAML tillåter bara blanksteg i indrag."
    for number, line in enumerate(source.split("\n"), 1):
        if tab := _TAB.match(line):
            yield Finding("yaml", "error", message, hint, Place(path, number, tab.end()))


def _place(source: str, path: str, offset: int) -> Place:
    start = source.rfind("\n", 0, offset) + 1
    return Place(path, source.count("\n", 0, offset) + 1, offset - start + 1)
