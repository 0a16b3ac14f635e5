"""What there is to know of what stands at a place in a report's file: a question, a rule, a figure, a paper, a name."""

from rapport.domain.offer import Told
from rapport.store.cursor_lines import is_prose
from rapport.store.folder import RAPPORT
from rapport.workflow.asking import Asking
from rapport.workflow.offered_keys import model_at
from rapport.workflow.told_figure import told_figure
from rapport.workflow.told_pages import question, rule
from rapport.workflow.told_prose import told_prose


def told(at: Asking) -> Told | None:
    """Return what there is to know of what stands at a place; None where that is nothing."""
    cursor = at.cursor
    if cursor.kind == "nothing" or at.offset < cursor.start:
        return None
    if at.has_answers and cursor.kind != "key" and (figure := told_figure(at)):
        return figure
    if cursor.kind == "key":
        found = _key(at, at.text[cursor.start : cursor.end].strip("\"'"))
    elif cursor.kind == "value":
        found = _value(at, at.text[cursor.start : cursor.end].strip("\"'"))
    elif at.has_answers and is_prose(cursor.keys):
        return told_prose(at)
    else:
        found = None
    return found._replace(start=cursor.start, end=cursor.end) if found else None


def _key(at: Asking, word: str) -> Told | None:
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
