"""The result for a terminal: a bar for each area, then the findings by question, the most serious first."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from rapport.domain.oversikt import OmradeLage, Oversikt
from rapport.finding import Finding, Place
from rapport.output.against import against
from rapport.output.asked import lacks, together
from rapport.output.colour import Paint
from rapport.output.interface import WORDS, Granskning, counted, report_name
from rapport.output.last_years import last_years, last_years_by_area
from rapport.output.not_begun import by_area, not_begun
from rapport.output.pointed import pointed
from rapport.output.wrapped import wrapped
from rapport.prose.numbers import percent, thousands

_BAR, _MAX_WIDTH, _EXCERPT, _MOST_SMALL = 24, 100, 60, 6
_PLACES = 6  # other places of a finding; of more, the last are only counted
_RANK = ("error", "warning", "info")


def render(granskning: Granskning, *, colour: bool, width: int) -> Iterator[str]:
    """Yield the result line by line, at most ``width`` columns wide (longer paths excepted)."""
    paint = Paint(colour)
    width = min(width, _MAX_WIDTH)
    yield from _heading(granskning.oversikt, paint)
    yield from _bars(granskning, paint, width)
    yield from _said(granskning, paint, width)
    yield _summary(_standing(granskning), paint)


def render_upwards(granskning: Granskning, *, colour: bool, width: int) -> Iterator[str]:
    """Yield the result with the bars last, for one who reads it from below: what scrolls away is seen the least."""
    paint = Paint(colour)
    width = min(width, _MAX_WIDTH)
    yield from _said(granskning, paint, width)
    yield from _heading(granskning.oversikt, paint)
    yield from _bars(granskning, paint, width)
    yield ""
    yield _summary(_standing(granskning), paint)


def _standing(granskning: Granskning) -> list[Finding]:
    return [finding for finding in granskning.findings if finding.waived is None]


def _bars(granskning: Granskning, paint: Paint, width: int) -> Iterator[str]:
    for omrade in granskning.oversikt.omraden:
        yield from _area(omrade, paint, width)


def _said(granskning: Granskning, paint: Paint, width: int) -> Iterator[str]:
    """Yield all but the bars and the verdict."""
    standing = _standing(granskning)
    unanswered = not_begun(granskning.oversikt, standing)
    yield from by_area(granskning.oversikt, unanswered, paint, width)
    copied = last_years(granskning.oversikt, standing)
    yield from last_years_by_area(granskning.oversikt, copied, paint, width)
    rest = [finding for finding in standing if finding not in unanswered and finding not in copied]
    yield from _findings(rest, granskning.lines, paint, width)
    yield from _waived([finding for finding in granskning.findings if finding.waived is not None], paint, width)
    if granskning.report and granskning.report.forra and granskning.report.forra.is_asked_for:
        yield from against(granskning.report, granskning.report.forra, granskning.oversikt, paint)
    yield ""
    for line in granskning.ej_kontrollerat:
        yield from (paint(part, "dim") for part in wrapped(line, width))


def quiet(granskning: Granskning, *, colour: bool) -> Iterator[str]:
    """Yield only what must be seen to: each error and warning on a line of its own, and the verdict."""
    paint = Paint(colour)
    standing = [f for f in granskning.findings if f.waived is None and f.severity != "info"]
    for finding in sorted(standing, key=lambda finding: _RANK.index(finding.severity)):
        place = f"{finding.place.of(finding.fraga)}: " if finding.place.path else ""
        yield f"{place}{paint(WORDS[finding.severity], finding.severity)}: {finding.message} [{finding.rule}]"
    yield from granskning.ej_kontrollerat
    waived = sum(finding.waived is not None for finding in granskning.findings)
    has_advice = any(finding.severity == "info" for finding in granskning.findings)
    verdict = _summary(standing, paint) if standing or not has_advice else paint("Inga fel eller varningar.", "good")
    yield verdict + (f" Tillåtet med skäl: {waived}." if waived else "")


def _heading(oversikt: Oversikt, paint: Paint) -> Iterator[str]:
    who = report_name(oversikt.region, oversikt.ar)
    about = f"mall {oversikt.mall} · {oversikt.kalla}"
    yield f"{paint(who, 'bold')} · {about}" if who else paint(about, "bold")
    yield ""


def _area(omrade: OmradeLage, paint: Paint, width: int) -> Iterator[str]:
    yield from wrapped(f"{omrade.nummer} {omrade.rubrik}", width, rest="  ")
    tecken, room = omrade.tecken, omrade.maxtecken
    kind = "error" if tecken > room else "good"
    filled = min(_BAR, round(_BAR * tecken / room))
    bar = paint("█" * filled, kind) + paint("░" * (_BAR - filled), "dim")
    over = tecken - room
    left = paint(f"{thousands(over)} för mycket", "error") if over > 0 else f"{thousands(-over)} kvar"
    unread = paint("  (en fil är oläst)", "error") if omrade.is_olast else ""
    yield f"  {bar}  {thousands(tecken):>6} av {thousands(room):>6}  {percent(tecken, room):>4} %  {left}{unread}"
    if selected := omrade.markering:
        yield paint(f"  Markerar du {omrade.omfang} i Word visar Word {thousands(selected)}: frågorna är med.", "dim")


def _findings(findings: list[Finding], lines: Mapping[Place, str], paint: Paint, width: int) -> Iterator[str]:
    for group, members in groupby(findings, _group):
        yield ""
        yield paint(group, "bold")
        found = sorted(members, key=lambda finding: _RANK.index(finding.severity))
        last_hint = ""
        for finding, *others in together([f for f in found if not _is_small(f)]):
            if others:
                yield from lacks([finding, *others], paint, width)
                continue
            hint = finding.hint or ""
            yield from _finding(finding, "" if hint == last_hint else hint, paint, width)
            if line := lines.get(finding.place):
                yield from pointed(line, finding.place.column or 1, width, "      ")
            last_hint = hint
        yield from _small([f for f in found if _is_small(f)], paint, width)


def _group(finding: Finding) -> str:
    """Return the heading a finding stands under; what has no place stands under its area."""
    if finding.fraga and finding.place.path:
        return f"Fråga {finding.fraga}"
    return f"Område {finding.omrade}" if finding.omrade else "Filerna"


def _is_small(finding: Finding) -> bool:
    """Whether a finding is a piece of advice about some words, which needs no more than a word itself."""
    return finding.severity == "info" and finding.excerpt is not None


def _finding(finding: Finding, hint: str, paint: Paint, width: int) -> Iterator[str]:
    word = WORDS[finding.severity]
    lines = wrapped(f"{word}: {finding.message} [{finding.rule}]", width - 2)
    yield "  " + lines[0].replace(word, paint(word, finding.severity), 1)
    yield from (f"    {line}" for line in lines[1:])
    for line in wrapped(hint, width - 6):
        yield f"    {line}"
    if finding.place.path:
        yield paint(f"    {finding.place}", "dim")
    word = "också" if finding.rule == "siffra" else "jämför"
    shown = finding.related if len(finding.related) <= _PLACES else finding.related[: _PLACES - 1]
    for related in shown:
        yield paint(f"    {word} {related.place.of(related.fraga)}", "dim")
    if more := len(finding.related) - len(shown):
        yield paint(f"    och {more} ställen till", "dim")


def _small(findings: Iterable[Finding], paint: Paint, width: int) -> Iterator[str]:
    """Yield the pieces of advice, one for all words that have the same: the words, their lines, what to do."""
    ordered = sorted(findings, key=lambda finding: (finding.rule, finding.hint or ""))
    for (rule, hint), members in groupby(ordered, lambda finding: (finding.rule, finding.hint or "")):
        shown = [f"{_short(f.excerpt or '')} ({f.place.counted})" for f in members]
        word, more = WORDS["info"], f" och {len(shown) - _MOST_SMALL} till" if len(shown) > _MOST_SMALL + 1 else ""
        words = ", ".join(shown[:_MOST_SMALL] if more else shown)
        lines = wrapped(f"{word}: {words}{more}. {hint} [{rule}]", width - 2)
        yield "  " + lines[0].replace(word, paint(word, "info"), 1)
        yield from (f"    {line}" for line in lines[1:])


def _short(excerpt: str) -> str:
    excerpt = " ".join(excerpt.split())
    return f"”{excerpt}”" if len(excerpt) <= _EXCERPT else f"”{excerpt[: _EXCERPT - 1].rstrip()}…”"


def _waived(findings: list[Finding], paint: Paint, width: int) -> Iterator[str]:
    if not findings:
        return
    yield ""
    yield paint("Tillåtet, med skäl", "bold")
    for finding in findings:
        text = f"{finding.fraga}: {finding.message} [{finding.rule}] Skäl: {finding.waived}"
        yield from wrapped(text, width, "  ", "    ")


def _summary(findings: list[Finding], paint: Paint) -> str:
    counts = Counter(finding.severity for finding in findings)
    words = [
        paint(counted(counts[kind], kind), kind) if kind != "info" else counted(counts[kind], kind)
        for kind in WORDS
        if counts[kind]
    ]
    if not words:
        return paint("Inget att anmärka på.", "good")
    ending = "Redovisningen kan inte lämnas in så." if counts["error"] else "Inga fel."
    return f"{' och '.join(words) if len(words) < 3 else ', '.join(words)}. {ending}"  # noqa: PLR2004
