"""A question of the form, and a rule, as pages to be read beside an answer."""

import re
from collections.abc import Iterator

from rapport.checks.rules import ALL
from rapport.domain.mall import FOOTNOTE_MARK, Mall
from rapport.domain.offer import Told
from rapport.prose.numbers import thousands
from rapport.workflow.regler import Documentation

_PARTS = re.compile(r"\n\s*\n|\n(?=(?:Fel|Rätt|Tillåt med skäl): )")


def question(mall: Mall, fraga_id: str) -> Told:
    """Return a question whole: its text, boxes and footnotes, and the instructions that cover it."""
    return Told(f"Fråga {fraga_id}", tuple(_of_question(mall, fraga_id)))


def _of_question(mall: Mall, fraga_id: str) -> Iterator[str | tuple[str, ...]]:
    fraga, omrade = mall.fraga_by_id[fraga_id], mall.omrade_of(fraga_id)
    heading = next((one for one in omrade.fragor_i_formularet if one.id == mall.heading_of(fraga_id)), fraga)
    yield mall.full_text(fraga)
    if fraga.kryss:
        yield f"Rutor: {', '.join(fraga.kryss)}."
    if fraga.frivillig:
        yield "Frågan är frivillig."
    marks = dict.fromkeys(FOOTNOTE_MARK.findall(f"{heading.text} {fraga.text}"))
    yield from (f"Fotnot {mark}: {mall.fotnoter[mark]}" for mark in marks if mark in mall.fotnoter)
    if texts := tuple(one.text for one in omrade.instruktioner if fraga_id in one.fragor):
        yield texts
    yield f"Område {omrade.nummer}: {omrade.rubrik}. Högst {thousands(omrade.maxtecken)} tecken för {omrade.omfang}."
    if ground := fraga.lagrum or omrade.lagrum:
        yield f"Grund: {ground}."


def rule(name: str) -> Told | None:
    """Return a rule's page; None where there is no such rule."""
    if name not in ALL:
        return None
    parts = _PARTS.split(Documentation()[name].strip())
    return Told(name, tuple(" ".join(part.split()) for part in parts if part.strip()))
