"""One answer as a page is given it: the form's words, the text, the count, what was found in it, last year's."""

from collections.abc import Iterable, Iterator
from typing import Any

from rapport.domain.mall import Mall
from rapport.domain.svar import Svar
from rapport.domain.underlag import Underlag
from rapport.finding import Finding
from rapport.prose.count import text_units
from rapport.webb import begart
from rapport.webb.dokument import document_of
from rapport.webb.ordat import ordat
from rapport.webb.oversikt import omrade_of, room
from rapport.webb.session import Session
from rapport.webb.sidord import on_page
from rapport.webb.strid import Disk, Strid
from rapport.workflow.allowing import may_be_waived, own_word
from rapport.workflow.answering import SvarPost, stamp
from rapport.workflow.beside import last_years
from rapport.workflow.report import Report


def as_data(session: Session, fraga: str) -> dict[str, Any]:
    """Return a question with its answer as it stands; findings and what is asked for are of the last check."""
    post, version = session.entry(fraga)
    underlag, granskning = session.report.underlag, session.granskning
    mall = underlag.mall
    svar = underlag.svar_by_fraga.get(fraga) or Svar(fraga)
    checked = granskning.underlag.svar_by_fraga.get(fraga)
    strid, omrade = session.strider.get(fraga), omrade_of(underlag, fraga)
    return {
        "id": fraga,
        **_words(mall, fraga),
        "begar": begart.as_data(granskning.underlag, session.begar.get(fraga, {})),
        "kryss": _boxes(mall, svar),
        **_entry(post),
        "ansvarig_visas": svar.ansvarig or underlag.ansvarig_by_omrade.get(mall.omrade_of(fraga).nummer),
        "dokument": document_of(post.text, session.report.expressions),
        "markdown": post.text,
        "tecken": svar.tecken,
        "omrade": room(omrade),
        "lage": next(one.lage for one in omrade.fragor if one.id == fraga),
        "fynd": [*_fynd(session.report, granskning.findings, fraga, checked or svar)],
        "fynd_galler": (checked or Svar(fraga)).text == svar.text,
        "forra": _forra(granskning.underlag, fraga),
        "strid": strid_data(strid) if strid else None,
        "version": version,
        "ordning": session.version,
        "korning": session.run,
        "mottaget": session.skrivna.numbers(fraga),
        "pa_disk": session.is_on_disk(fraga),
        "disk": _disk(session.on_disk(fraga)),
    }


def strid_data(strid: Strid) -> dict[str, Any]:
    """Return the three texts of an answer that two have written, with what else they say of it."""
    return {
        "fraga": strid.fraga,
        "ord": ordat(strid.mine.text, strid.theirs.text),
        "min": _whole(strid.mine),
        "deras": {
            **_whole(strid.theirs),
            "version": stamp(strid.theirs),
            "pa_disk": strid.disk is None,
            "disk": _disk(strid.disk),
            "mottaget": dict(strid.received),
        },
        "fran": _whole(strid.was) if strid.was else None,
    }


def _words(mall: Mall, fraga: str) -> dict[str, Any]:
    omrade = mall.omrade_of(fraga)
    heading = mall.heading_of(fraga)
    covering = [one.text for one in omrade.instruktioner if {fraga, heading} & set(one.fragor)]
    return {"fraga": mall.full_text(mall.fraga_by_id[fraga]), "instruktion": "\n\n".join(covering)}


def _whole(post: SvarPost) -> dict[str, Any]:
    return {"markdown": post.text, **_entry(post)}


def _disk(disk: Disk | None) -> dict[str, Any] | None:
    return {**_whole(disk.post), "mottaget": dict(disk.received)} if disk else None


def _entry(post: SvarPost) -> dict[str, Any]:
    return {
        "status": post.status,
        "ansvarig": post.ansvarig,
        "kommentar": post.kommentar,
        "kryssat": post.kryss,
        "tillat": post.tillat,
    }


def _boxes(mall: Mall, svar: Svar) -> dict[str, Any] | None:
    fraga = mall.fraga_by_id[svar.fraga]
    return {"val": list(svar.kryss), "tillatna": list(fraga.kryss)} if fraga.kryss else None


def _forra(underlag: Underlag, fraga: str) -> dict[str, Any] | None:
    found = last_years(underlag, fraga)
    return {"markdown": found.text, "rubrik": found.titel} if found else None


def _fynd(report: Report, findings: Iterable[Finding], fraga: str, svar: Svar) -> Iterator[dict[str, Any]]:
    """Yield what was found in an answer; places are in UTF-16 units, as scripts count."""
    for one in findings:
        if one.fraga != fraga and not any(other.fraga == fraga for other in one.related):
            continue
        is_here = one.fraga == fraga
        start, excerpt = (one.offset, one.excerpt) if is_here else _related_place(one, fraga)
        begin = None if start is None or not excerpt else text_units(svar.text[:start])
        yield {
            "regel": one.rule,
            "niva": one.severity,
            "text": on_page(one.message),
            "rad": on_page(one.hint or "") or None,
            "start": begin,
            "slut": None if begin is None else begin + text_units(excerpt or ""),
            "utdrag": excerpt,
            "fix": one.fix if is_here else None,
            "tillaten": one.waived,
            "egen": is_here,
            "tillatbar": is_here and may_be_waived(report, one),
            "ord": own_word(one) if is_here else None,
            "andra": [
                *([] if is_here else [{"fraga": one.fraga, "utdrag": one.excerpt}]),
                *({"fraga": other.fraga, "utdrag": other.excerpt} for other in one.related),
            ],
        }


def _related_place(one: Finding, fraga: str) -> tuple[int | None, str | None]:
    return next((other.offset, other.excerpt) for other in one.related if other.fraga == fraga)
