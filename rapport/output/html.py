"""The result as one page for a browser: everything in it, nothing fetched, no program run."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from rapport.output.interface import Granskning
from rapport.output.page.answers import articles
from rapport.output.page.findings import Card, Findings, cards
from rapport.output.page.lists import asked, figure_sources, measures
from rapport.output.page.overview import bars, progress, totals, verdict
from rapport.output.page.years import compared
from rapport.output.shown import in_page
from rapport.output.wrapped import held
from rapport.prose.html import plain_visible

_LABEL = re.compile(r"(Varför|Fel|Rätt|Tillåt med skäl|Mätt):\s+", re.MULTILINE)
_NEW_LINE = re.compile(r"\n(?=[A-ZÅÄÖ][\w ]{1,30}:\s)|\n\s*\n")


@dataclass(frozen=True, slots=True)
class RuleText:
    """One rule's documentation: what it is about, and its lines, each with what it begins with."""

    id: str
    about: str
    lines: tuple[tuple[str, str], ...]


SHOWS_ANSWERS = True
IS_MADE = True
MARK = '<meta name="generator" content="rapport">'


def render(granskning: Granskning, *, colour: bool, width: int) -> Iterator[str]:  # noqa: ARG001 - as the interface says
    """Yield the result as one HTML document."""
    page = _environment().get_template("page.html.j2").render(_data(granskning))
    yield from map(in_page, page.rstrip("\n").split("\n"))


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
    environment.filters["hel"] = held
    return environment


def _seen(value: object) -> object:
    """Show what would not be seen in a text from the outside; what is HTML already has been through this."""
    return plain_visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _data(granskning: Granskning) -> dict[str, Any]:
    """Return all that the page shows. The lists come before the answers, which show the places that lists link to."""
    underlag, omraden = granskning.underlag, granskning.omraden
    findings = Findings(granskning)
    lists = {
        "begart": asked(granskning, findings),
        "siffror": {omrade.nummer: measures(underlag, omrade, findings) for omrade in omraden},
        "ursprung": figure_sources(granskning, findings),
    }
    return lists | {
        "mark": Markup(MARK),  # noqa: S704 - our own words
        "underlag": underlag,
        "omraden": omraden,
        "titel": " ".join(filter(None, [underlag.region, str(underlag.ar or "")])) or underlag.kalla,
        "del": _scope(granskning),
        "utslag": verdict(granskning),
        "antal": totals(granskning),
        "lage": progress(granskning),
        "ej_kontrollerat": granskning.ej_kontrollerat,
        "staplar": bars(granskning, findings),
        "allmant": _general(findings),
        "svar": {omrade.nummer: list(articles(granskning, omrade, findings)) for omrade in omraden},
        "tillatna": [finding for finding in granskning.findings if finding.waived is not None],
        "forra": compared(granskning),
        "regler": _rule_texts(granskning),
    }


def _scope(granskning: Granskning) -> str:
    """Return which areas the page is about, where that is not all of them."""
    if len(granskning.omraden) == len(granskning.underlag.mall.omraden):
        return ""
    return " och ".join(f"område {omrade.nummer}" for omrade in granskning.omraden) or "inget område"


def _general(findings: Findings) -> list[tuple[str, list[Card]]]:
    """Return the cards about no answer, under the area they are about or under the files."""
    nummer = dict.fromkeys(one.finding.omrade for one in findings.general)
    return [
        (
            f"Område {number}" if number else "Filerna",
            list(cards(o for o in findings.general if o.finding.omrade == number)),
        )
        for number in nummer
    ]


def _rule_texts(granskning: Granskning) -> list[RuleText]:
    """Return the documentation of every rule that gave a finding, by name."""
    names = sorted({finding.rule for finding in granskning.findings})
    return [_rule_text(name, granskning.dokumentation.get(name, "")) for name in names]


def _rule_text(name: str, documentation: str) -> RuleText:
    about, *rest = _NEW_LINE.split(documentation.strip())
    return RuleText(name, " ".join(about.split()), tuple(_labelled(rest)))


def _labelled(paragraphs: list[str]) -> Iterator[tuple[str, str]]:
    for paragraph in paragraphs:
        text = " ".join(paragraph.split())
        label = _LABEL.match(text)
        if text:
            yield (label[1], text[label.end() :]) if label else ("", text)
