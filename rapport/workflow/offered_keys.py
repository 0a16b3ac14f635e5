"""Keys that can stand where a cursor stands: those of the file, the questions not answered yet, the rules."""

import re
from collections import Counter
from collections.abc import Iterator

from pydantic import BaseModel

from rapport.checks.rules import ALL
from rapport.domain.mall import Fraga
from rapport.domain.offer import Offer
from rapport.store.cursor_lines import rows
from rapport.store.folder import KALLOR, RAPPORT
from rapport.store.schema import KallaPost, KallorFil, OmradeFil, RapportFil, SvarPost
from rapport.workflow.asking import Asking
from rapport.workflow.regler import Documentation

_STEP = 2  # blanks that one level stands in from the one above
_FILES: dict[str, type[BaseModel]] = {RAPPORT: RapportFil, KALLOR: KallorFil}
_ENTRIES: dict[tuple[str, bool], type[BaseModel]] = {("källor", False): KallaPost, ("svar", True): SvarPost}
_MAPPINGS = {"svar", "tillåt", "regler", "källor"}
_COLON = re.compile(r"[ \t]*:")
_IN_DETAIL = 90


def offered_keys(at: Asking) -> list[Offer]:
    """Return the keys that can stand at a place and do not stand beside it already."""
    keys = at.cursor.keys
    if at.has_answers and keys == ("svar",):
        return [*_questions(at)]
    if keys[-1:] == ("tillåt",) if at.has_answers else (at.name, keys) == (RAPPORT, ("regler",)):
        return [*_rules(at)]
    model = model_at(at.name, keys, has_answers=at.has_answers)
    return [*_of_model(at, model)] if model else []


def model_at(name: str, keys: tuple[str, ...], *, has_answers: bool) -> type[BaseModel] | None:
    """Return what the mapping that some keys lead to is a part of; None where its keys are not for us to say."""
    if not keys:
        return _FILES.get(name, OmradeFil)
    return _ENTRIES.get((keys[0], has_answers)) if len(keys) == 2 else None  # noqa: PLR2004 - svar, and the question


def _of_model(at: Asking, model: type[BaseModel]) -> Iterator[Offer]:
    for name, field in model.model_fields.items():
        key = field.alias or name
        if key in at.cursor.siblings or (key == "kryss" and not _has_boxes(at)):
            continue
        yield _offer(at, key, _after(at, key), field.description or "")


def _has_boxes(at: Asking) -> bool:
    fraga = at.underlag.mall.fraga_by_id.get(at.cursor.keys[-1])
    return fraga is None or bool(fraga.kryss)


def _after(at: Asking, key: str) -> str:
    """Return what is to stand after a key and its colon."""
    if at.cursor.is_flow:
        return " "
    below = f"{at.newline}{' ' * (at.cursor.indent + _STEP)}"
    return f" |{below}" if key == "text" else below if key in _MAPPINGS else " "


def _offer(at: Asking, key: str, after: str, detail: str, about: str = "") -> Offer:
    """Return a key to be written, with its colon and what follows unless they are there."""
    cursor = at.cursor
    has_colon = _COLON.match(at.text, cursor.end) is not None
    new = key if has_colon else f"{key}:{after}"
    return Offer(key, "nyckel", new, cursor.start, max(cursor.end, at.offset), detail, about, key)


def _rules(at: Asking) -> Iterator[Offer]:
    """Yield the rules, those with something to say of this answer, or of the report, first."""
    fraga = at.cursor.keys[1] if len(at.cursor.keys) > 1 else None
    said = Counter(finding.rule for finding in at.findings if fraga in (None, finding.fraga))
    texts = Documentation()
    for rule in sorted(ALL, key=lambda one: (-said[one], one)):
        if rule not in at.cursor.siblings:
            first, _, rest = texts[rule].strip().partition("\n")
            count = f"{said[rule]} här · " if said[rule] else ""
            yield _offer(at, rule, " ", f"{count}{first}", rest.strip())._replace(kind="regel")


def _questions(at: Asking) -> Iterator[Offer]:
    """Yield the questions of the file's area, or of all, that no file answers, with a skeleton of the answer."""
    mall, cursor = at.underlag.mall, at.cursor
    number = next((row.value.strip("\"'") for row in rows(at.text) if row.key == "område" and not row.way), "")
    omrade = mall.omrade_by_nummer.get(int(number)) if number.isdecimal() else None
    elsewhere = {fraga for fraga, place in at.underlag.places.by_fraga.items() if place.path != at.name}
    typed = at.text[cursor.start : at.offset]
    mark = typed[:1] if typed[:1] in ('"', "'") else ""
    has_colon = _COLON.match(at.text, cursor.end) is not None
    for fraga in omrade.fragor if omrade else mall.fraga_by_id.values():
        if fraga.id in cursor.siblings or fraga.id in elsewhere:
            continue
        text = mall.full_text(fraga)
        new, snippet = f'"{fraga.id}"', ""
        if not has_colon:
            new, snippet = (f"{new}:{_skeleton(at, fraga, is_snippet=one)}" for one in (False, True))
        label, found_by = f"{fraga.id} {text}", f"{mark}{fraga.id}{mark} {text}"
        detail = " / ".join(fraga.kryss)
        end = max(cursor.end, at.offset)
        yield Offer(_short(label), "fråga", new, cursor.start, end, detail, text, found_by, snippet)


def _skeleton(at: Asking, fraga: Fraga, *, is_snippet: bool) -> str:
    """Return what stands below a question's key before anything has been answered."""
    if at.cursor.is_flow:
        return " "
    step = at.cursor.indent or _STEP
    lines = [f"kryss: {'$1' * is_snippet}    # {', '.join(fraga.kryss).lower()}"] if fraga.kryss else []
    below = f"{at.newline}{' ' * (at.cursor.indent + step)}"
    text = f"text: |{below}{' ' * step}{'$0' * is_snippet}"
    return "".join(below + line for line in [*lines, "status: utkast", text])


def _short(text: str) -> str:
    return text if len(text) <= _IN_DETAIL else f"{text[:_IN_DETAIL].rsplit(' ', 1)[0]} …"
