"""Figures at the page: what one is worth and where it comes from, one put together by choices, and the tables."""

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from rapport.domain.tabell import Tabell
from rapport.errors import InputError, RefusedError
from rapport.webb.arbete import Arbete
from rapport.webb.avslag import body_of
from rapport.webb.dokument import document_of
from rapport.webb.indata import text_of
from rapport.webb.session import Session
from rapport.webb.sidord import on_page
from rapport.workflow.amounts import as_elsewhere, as_figure, in_answer
from rapport.workflow.choosing import Choice, Chosen, choices
from rapport.workflow.chosen import chosen_of
from rapport.workflow.remedies import Remedy
from rapport.workflow.siffror import as_texts
from rapport.workflow.told_figure import told_expression

_LONGEST = 2_000  # characters of an expression
_GONE = "Texten har ändrats. Vänta ett ögonblick och försök igen."


async def figure(arbete: Arbete, request: Request) -> Response:
    """Return what an expression is worth, and where it comes from, or what is wrong with it."""
    uttryck = text_of(await body_of(request), "uttryck")
    return JSONResponse(await arbete.do(_opened, arbete.session, uttryck))


def _opened(session: Session, written: str) -> dict[str, Any]:
    figure = _figure(session, written)
    chosen = chosen_of(figure["figur"], session.report.figures.by_name)
    return {**figure, "vald": _as_data(chosen) if chosen else None}


def _figure(session: Session, written: str) -> dict[str, Any]:
    inner = " ".join(written.strip().removeprefix("{{").removesuffix("}}").split())
    if not inner or len(inner) > _LONGEST:
        return {"figur": "", "fel": "Skriv ett uttryck.", "rad": None}
    source = f"{{{{ {inner} }}}}"
    found = session.report.expressions(source)
    if [(one.start, one.end) for one in found] != [(0, len(source))]:
        return {"figur": "", "fel": "Klamrarna {{ och }} sätts av sig själva. Ta bort dem ur uttrycket.", "rad": None}
    told, fault = told_expression(found[0]), found[0].fault
    document = document_of(source, session.report.expressions) or {"block": []}
    shown = document["block"][0]["rad"][0]
    return {
        **shown,
        "fel": on_page(fault.message) if fault else None,
        "rad": on_page(fault.hint) if fault and fault.hint else None,
        "spar": {"titel": told.title, "delar": [*told.parts]} if told else None,
        "tabeller": _used(session, found[0].shown),
    }


def _used(session: Session, shown: object) -> list[dict[str, Any]]:
    """Return the tables that a figure is from, each with the rows of it."""
    found: dict[str, list[int]] = {}
    for uttag in getattr(getattr(shown, "trace", None), "uttag", ()):
        found.setdefault(uttag.tabell, []).extend(uttag.rader)
    kalla = {tabell.namn: tabell.kalla for tabell in session.report.figures.tables} if found else {}
    return [{"namn": namn, "kalla": kalla.get(namn, namn), "rader": rader} for namn, rader in found.items()]


async def choose(arbete: Arbete, request: Request) -> Response:
    """Return what can be chosen next for a figure, and what it is worth as it is chosen."""
    data = await body_of(request)
    rader = data.get("rader")
    rows = tuple((text_of(one, "kolumn", ""), text_of(one, "varde", "")) for one in _mappings(rader))
    tabell, vad, kolumn, form = (text_of(data, key, "") for key in ("tabell", "vad", "kolumn", "form"))
    chosen = Chosen(tabell, vad, kolumn, rows, form)
    return JSONResponse(await arbete.do(_choose, arbete.session, chosen))


def _mappings(value: object) -> list[Mapping[str, Any]]:
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise InputError("Nyckeln rader ska vara en lista med kolumn och varde.")
    return value


def _choose(session: Session, chosen: Chosen) -> dict[str, Any]:
    found = choices(chosen, session.report.figures.by_name)
    return {
        "vald": _as_data(found.vald),
        **{key: _listed(getattr(found, key)) for key in ("tabeller", "vad", "kolumner", "former")},
        "rader": [{"kolumner": _listed(columns), "varden": _listed(values)} for columns, values in found.rader],
        "saknas": found.saknas,
        "siffra": _figure(session, found.uttryck) if found.uttryck else None,
    }


def _as_data(vald: Chosen) -> dict[str, Any]:
    return {**vald._asdict(), "rader": [{"kolumn": kolumn, "varde": varde} for kolumn, varde in vald.rader]}


def _listed(found: list[Choice]) -> list[dict[str, str]]:
    return [one._asdict() for one in found]


async def table(arbete: Arbete, request: Request) -> Response:
    """Return a table as it was read, with the rows asked for among them."""
    namn, rader = request.path_params["namn"], request.query_params.get("rader", "")
    numbers = [int(one) for one in rader.split(",")[:1_000] if one.isdecimal() and len(one) < 10]  # noqa: PLR2004
    return JSONResponse(await arbete.do(_table, arbete.session, namn, numbers))


def _table(session: Session, namn: str, numbers: list[int]) -> dict[str, Any]:
    tabell = next((one for one in session.report.figures.tables if one.namn == namn), None)
    if tabell is None:
        names = ", ".join(one.namn for one in session.report.figures.tables)
        raise InputError(f"Tabellen {namn[:100]} finns inte. Tabellerna är {names or 'inga'}.")
    rows = as_texts(tabell, numbers)
    return {**_about(tabell), "rader": [{"nr": number, "celler": cells} for number, cells in rows]}


def _about(tabell: Tabell) -> dict[str, Any]:
    kolumner = [{"namn": k.namn, "rubrik": k.rubrik, "slag": k.slag} for k in tabell.kolumner]
    return {"namn": tabell.namn, "kalla": tabell.kalla, "antal": len(tabell.rader), "kolumner": kolumner}


async def amounts(arbete: Arbete, request: Request) -> Response:
    """Return the amounts typed by hand in an answer that a table gives, with the expressions that give them."""
    return JSONResponse(await arbete.do(_amounts, arbete.session, request.path_params["id"]))


def _amounts(session: Session, fraga: str) -> dict[str, Any]:
    _, version = session.entry(fraga)
    return {"version": version, "val": [{"text": text, "titel": one.title} for text, one in _remedies(session, fraga)]}


def _remedies(session: Session, fraga: str) -> list[tuple[str, Remedy]]:
    report = session.report
    svar, checked = (one.underlag.svar_by_fraga.get(fraga) for one in (report, session.granskning))
    found = [(belopp.text, remedy) for belopp, remedy in in_answer(report, fraga)]
    if svar is not None and svar == checked:
        mine = (one for one in session.granskning.findings if one.fraga == fraga)
        found += [(one.excerpt or "", remedy) for one in mine for remedy in as_elsewhere(report, one)]
    return found


async def exchange(arbete: Arbete, request: Request) -> Response:
    """Let an expression stand in the place of an amount typed by hand; return that it is done."""
    from rapport.webb import svar

    fraga, data = request.path_params["id"], await body_of(request)
    version, title = text_of(data, "version"), text_of(data, "titel")

    def exchanged() -> dict[str, Any]:
        post, now = arbete.session.entry(fraga)
        remedy = next((one for _, one in _remedies(arbete.session, fraga) if one.title == title), None)
        if now != version or remedy is None:
            raise RefusedError(_GONE)
        arbete.session.replace(fraga, post, as_figure(arbete.session.report, remedy))
        return svar.as_data(arbete.session, fraga)

    answer = await arbete.do(exchanged)
    arbete.changed("svar", fraga)
    arbete.want_saved()
    return JSONResponse(answer)


ROUTES = (
    ("POST", "siffra", figure),
    ("POST", "siffra/val", choose),
    ("GET", "tabell/{namn}", table),
    ("GET", "belopp/{id}", amounts),
    ("POST", "belopp/{id}", exchange),
)
