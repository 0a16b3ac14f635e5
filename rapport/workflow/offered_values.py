"""Values that a key can have: how far an answer has come, a question's boxes, who answers for it, a weight, a kind."""

from collections.abc import Iterable, Iterator
from typing import get_args

from rapport.domain.kalla import Slag
from rapport.domain.offer import Offer
from rapport.domain.svar import Status
from rapport.domain.underlag import Underlag
from rapport.store.cursor_lines import is_prose
from rapport.store.folder import KALLOR, PAPERS, RAPPORT
from rapport.store.quote import quoted
from rapport.store.schema import AllvarOrd
from rapport.workflow.asking import Asking

_STATUS: dict[Status, str] = {"utkast": "påbörjat", "granskas": "läses av någon annan", "klar": "färdigt"}
_ALLVAR = {
    "fel": "hindrar att redovisningen lämnas",
    "varning": "bör rättas",
    "upplysning": "bra att veta",
    "av": "regeln gäller inte",
}
_STEP = 2
_MOST = 300  # names of files


def offered_values(at: Asking) -> list[Offer]:
    """Return the values that can stand at a place."""
    cursor = at.cursor
    if at.has_answers and is_prose(cursor.keys):
        return [_bar(at)] if not cursor.is_flow else []
    lead = " " if at.text[max(0, cursor.start - 1) : cursor.start] == ":" else ""
    return [
        Offer(value, "värde", lead + value, cursor.start, max(cursor.end, at.offset), detail, found_by=value)
        for value, detail in _values(at)
    ]


def _bar(at: Asking) -> Offer:
    """Return the sign that an answer's text begins with, and the place for its first line."""
    cursor = at.cursor
    lead = " " if at.text[max(0, cursor.start - 1) : cursor.start] == ":" else ""
    new = f"{lead}|{at.newline}{' ' * (cursor.indent + _STEP)}"
    return Offer("|", "värde", new, cursor.start, max(cursor.end, at.offset), "svaret på raderna under")


def _values(at: Asking) -> Iterable[tuple[str, str]]:
    keys = at.cursor.keys
    last = keys[-1] if keys else ""
    if at.has_answers:
        return _of_answers(at.underlag, keys, last)
    if at.name == RAPPORT and keys[:1] == ("regler",):
        return ((word, _ALLVAR[word]) for word in get_args(AllvarOrd))
    if at.name == RAPPORT:
        return _of_rapport(at, last)
    if at.name == KALLOR and last == "slag":
        return ((word, "") for word in get_args(Slag))
    return _papers(at) if at.name == KALLOR and last == "fil" else ()


def _of_answers(underlag: Underlag, keys: tuple[str, ...], last: str) -> Iterable[tuple[str, str]]:
    mall = underlag.mall
    if keys == ("område",):
        return ((str(omrade.nummer), omrade.rubrik) for omrade in mall.omraden)
    if last == "status":
        return ((word, _STATUS[word]) for word in get_args(Status))
    if last == "ansvarig":
        return ((quoted(name), "") for name in _names(underlag))
    if last == "kryss" and keys[1] in mall.fraga_by_id:
        return ((box.lower(), "formulärets ruta") for box in mall.fraga_by_id[keys[1]].kryss)
    return ()


def _of_rapport(at: Asking, last: str) -> Iterable[tuple[str, str]]:
    if last == "sidhuvud":
        return (("ja", "region, år och diarienummer i sidhuvudet"), ("nej", "inget sidhuvud"))
    if last == "mall":
        from rapport.store.shelf import known_forms

        return ((f'"{name}"', "formulär") for name in known_forms(at.report.path))
    if last == "region":
        from rapport.domain.regioner import LAN

        return ((one.region, one.lan) for one in LAN)
    return ((quoted(name), "") for name in _names(at.underlag)) if last == "ansvarig" else ()


def _names(underlag: Underlag) -> list[str]:
    """Return all who answer for something in the report."""
    found = {*underlag.ansvarig_by_omrade.values(), *(svar.ansvarig for svar in underlag.svar_by_fraga.values())}
    return sorted(name for name in found if name)


def _papers(at: Asking) -> Iterator[tuple[str, str]]:
    """Yield the papers in the folder, those that the register lacks first."""
    from rapport.workflow.papers import READERS, gather

    known = {kalla.fil for kalla in at.underlag.kallor.kallor}
    papers, _ = gather(at.report.path / PAPERS, at.report.path, READERS)
    names = [paper.name.removeprefix(f"{PAPERS}/") for paper in papers[:_MOST]]
    for name in sorted(names, key=lambda one: (one in known, one)):
        yield quoted(name), "står redan i registret" if name in known else "saknas i registret"
