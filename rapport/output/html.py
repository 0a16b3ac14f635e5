"""The result as one page for a browser: everything in it, nothing fetched, no program run."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from rapport.finding import Finding
from rapport.output.interface import WORDS, Granskning, counted
from rapport.output.page.answers import answers
from rapport.output.page.asked import asked, reading
from rapport.output.page.bars import bars
from rapport.output.page.cards import cards
from rapport.output.page.figures import origins
from rapport.output.page.numbered import Findings
from rapport.output.page.rules import rule_texts
from rapport.output.page.years import compared
from rapport.prose.html import plain_visible

_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}\b)")

SHOWS_ANSWERS = True


def render(granskning: Granskning, *, colour: bool, width: int) -> Iterator[str]:  # noqa: ARG001 - as the interface says
    """Yield the result as one HTML document."""
    page = _environment().get_template("page.html.j2").render(_data(granskning))
    yield from page.rstrip("\n").split("\n")


@cache
def _environment() -> Environment:
    folder = FileSystemLoader(Path(__file__).parent / "page")
    environment = Environment(
        loader=folder,
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_seen,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # A number is not parted where its line ends.
    environment.filters["hel"] = lambda text: _THOUSANDS.sub("\u00a0", text)
    return environment


def _seen(value: object) -> object:
    """Show what would not be seen in a text from the outside; what is HTML already has been through this."""
    return plain_visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _data(granskning: Granskning) -> dict[str, Any]:
    """Return all that the page shows. The places to link to are found before the answers are written."""
    underlag = granskning.underlag
    findings = Findings(granskning)
    begart = asked(granskning, findings)
    figures = {omrade.nummer: reading(underlag, omrade, findings) for omrade in granskning.omraden}
    standing = [finding for finding in granskning.findings if finding.waived is None]
    return {
        "underlag": underlag,
        "omraden": granskning.omraden,
        "titel": " ".join(filter(None, [underlag.region, str(underlag.ar or "")])) or underlag.kalla,
        "del": _part(granskning),
        "utslag": _verdict(granskning, standing),
        "antal": _counts(granskning, standing),
        "lage": _progress(granskning),
        "ej_kontrollerat": granskning.ej_kontrollerat,
        "staplar": bars(granskning, findings),
        "allmant": _general(findings),
        "svar": {omrade.nummer: list(answers(granskning, omrade, findings)) for omrade in granskning.omraden},
        "begart": begart,
        "siffror": figures,
        "ursprung": list(origins(underlag, granskning.omraden)),
        "tillatna": [finding for finding in granskning.findings if finding.waived is not None],
        "forra": compared(granskning),
        "regler": rule_texts(granskning),
    }


def _part(granskning: Granskning) -> str:
    """Return which areas the page is about, where that is not all of them."""
    if len(granskning.omraden) == len(granskning.underlag.mall.omraden):
        return ""
    return " och ".join(f"område {omrade.nummer}" for omrade in granskning.omraden) or "inget område"


def _verdict(granskning: Granskning, standing: list[Finding]) -> str:
    counts = Counter(finding.severity for finding in standing)
    if granskning.is_blocked:
        return f"Redovisningen kan inte lämnas in så: {counted(counts['error'], 'error')}."
    if counts["warning"]:
        return f"Inga fel. {counted(counts['warning'], 'warning')} att ta ställning till."
    return "Inga fel." if standing else "Inget att anmärka på."


def _counts(granskning: Granskning, standing: list[Finding]) -> list[tuple[str, int, str]]:
    """Return kind, number and word for each severity, and for what has been waived."""
    counts = Counter(finding.severity for finding in standing)
    found = [(str(kind), counts[kind], counted(counts[kind], kind).split(" ", 1)[1]) for kind in WORDS]
    waived = len(granskning.findings) - len(standing)
    return [*found, ("tillaten", waived, "tillåten" if waived == 1 else "tillåtna")]


def _progress(granskning: Granskning) -> list[tuple[str, int]]:
    """Return how many questions have come how far, those without an answer apart."""
    underlag = granskning.underlag
    fragor = [fraga.id for omrade in granskning.omraden for fraga in omrade.fragor]
    begun = {fraga for fraga in fragor if (svar := underlag.svar_by_fraga.get(fraga)) and (svar.blocks or svar.kryss)}
    counts = Counter(underlag.status(fraga) if fraga in begun else "obesvarade" for fraga in fragor)
    words = {"klar": "klara", "granskas": "granskas", "utkast": "utkast", "obesvarade": "obesvarade"}
    return [(word, counts[status]) for status, word in words.items() if counts[status]]


def _general(findings: Findings) -> list[tuple[str, list[Any]]]:
    """Return the cards about no answer, under the area they are about or under the files."""
    nummer = dict.fromkeys(one.finding.omrade for one in findings.general)
    return [
        (
            f"Område {number}" if number else "Filerna",
            list(cards(o for o in findings.general if o.finding.omrade == number)),
        )
        for number in nummer
    ]
