"""What there is to know of what stands at a place in a report's file: a question, a rule, a figure, a paper, a name."""

import re
from collections.abc import Iterator

from rapport.checks.rules import ALL
from rapport.domain.mall import FOOTNOTE_MARK, Mall
from rapport.domain.offer import Told
from rapport.prose.numbers import thousands
from rapport.store.cursor import is_prose
from rapport.store.folder import RAPPORT
from rapport.workflow.offers import Asking

_PARTS = re.compile(r"\n\s*\n|\n(?=(?:Fel|Rätt|Tillåt med skäl): )")


def told(at: Asking) -> Told | None:
    """Return what there is to know of what stands at a place; None where that is nothing."""
    cursor = at.cursor
    if cursor.kind == "nothing" or at.offset < cursor.start:
        return None
    if at.has_answers and cursor.kind != "key" and "{{" in at.text:
        from rapport.workflow.told_figure import told_figure

        if found := told_figure(at):
            return found
    if cursor.kind == "key":
        found = _key(at, at.text[cursor.start : cursor.end].strip("\"'"))
    elif cursor.kind == "value":
        found = _value(at, at.text[cursor.start : cursor.end].strip("\"'"))
    elif at.has_answers and is_prose(cursor.keys):
        from rapport.workflow.told_prose import told_prose

        return told_prose(at)
    else:
        found = None
    return found._replace(start=cursor.start, end=cursor.end) if found else None


def _key(at: Asking, word: str) -> Told | None:
    from rapport.workflow.offered_keys import model_at

    keys, mall = at.cursor.keys, at.underlag.mall
    if at.has_answers and keys == ("svar",):
        return question(mall, word) if word in mall.fraga_by_id else None
    if keys[-1:] == ("tillåt",) or (at.name, keys) == (RAPPORT, ("regler",)):
        return rule(word)
    model = model_at(at.name, keys, has_answers=at.has_answers)
    fields = {field.alias or name: field for name, field in model.model_fields.items()} if model else {}
    return Told(word, (fields[word].description or "",)) if word in fields else None


def _value(at: Asking, word: str) -> Told | None:
    keys, omraden = at.cursor.keys, at.underlag.mall.omrade_by_nummer
    if at.has_answers and keys == ("område",) and word.isdecimal() and int(word) in omraden:
        omrade = omraden[int(word)]
        texts = (instruktion.text for instruktion in omrade.instruktioner)
        return Told(f"Område {omrade.nummer}: {omrade.rubrik}", (omrade.meddelande, tuple(texts)))
    return None


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
    from rapport.workflow.regler import Documentation

    parts = _PARTS.split(Documentation()[name].strip())
    return Told(name, tuple(" ".join(part.split()) for part in parts if part.strip()))
