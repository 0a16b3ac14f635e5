"""What a form asks for and the answers lack at one question, said together: it is one thing to do."""

from collections.abc import Iterator

from rapport.finding import Finding
from rapport.output.colour import Paint
from rapport.output.interface import WORDS
from rapport.output.wrapped import wrapped

_RULES = frozenset({"samverkan", "utmaningar", "mal", "bedomningsgrund", "hallbarhet"})


def together(findings: list[Finding]) -> Iterator[list[Finding]]:
    """Yield findings one by one, but all that is lacking at one question in one list, where the first of it stands."""
    asked = [finding for finding in findings if finding.rule in _RULES and finding.excerpt is None]
    for finding in findings:
        if finding not in asked:
            yield [finding]
        elif finding is asked[0]:
            yield asked


def lacks(findings: list[Finding], paint: Paint, width: int) -> Iterator[str]:
    """Yield what several findings say that are shown together, each with its rule's name and what to do."""
    severity = findings[0].severity
    yield f"  {paint(WORDS[severity], severity)}: Formuläret frågar efter mer än det som står."
    for finding in findings:
        weight = "" if finding.severity == severity else f"{WORDS[finding.severity]}: "
        text = f"{weight}{finding.message} [{finding.rule}] {finding.hint or ''}".strip()
        yield from wrapped(text, width, "    – ", "      ")
    if findings[0].place.path:
        yield paint(f"    {findings[0].place}", "dim")
