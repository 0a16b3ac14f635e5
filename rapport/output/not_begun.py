"""What a report lacks that nobody has begun: a line for each area says it, and not one for each question."""

from collections.abc import Iterator

from rapport.domain.oversikt import Oversikt
from rapport.finding import Finding
from rapport.output.colour import Paint
from rapport.output.wrapped import wrapped


def not_begun(oversikt: Oversikt, findings: list[Finding]) -> list[Finding]:
    """Return the findings that say that there is no answer, where there is not a single one yet; or else none."""
    if any(fraga.is_borjad for omrade in oversikt.omraden for fraga in omrade.fragor):
        return []
    return [finding for finding in findings if finding.rule == "tomt-svar"]


def by_area(oversikt: Oversikt, findings: list[Finding], paint: Paint, width: int) -> Iterator[str]:
    """Yield such findings, a line for each area."""
    if findings:
        yield ""
    for omrade in oversikt.omraden:
        found = [finding for finding in findings if finding.omrade == omrade.nummer]
        if not found:
            continue
        many = f"{len(found)} frågor är inte besvarade" if len(found) > 1 else "1 fråga är inte besvarad"
        which = omrade.omfang if len(found) == len(omrade.fragor) else ", ".join(f.fraga or "" for f in found)
        no_file = "" if found[0].place.path else f". {found[0].hint}"
        area = f"Område {omrade.nummer}"
        lines = wrapped(f"{area}: {many}: {which}{no_file}", width, rest="  ")
        yield lines[0].replace(area, paint(area, "bold"), 1)
        yield from lines[1:]
