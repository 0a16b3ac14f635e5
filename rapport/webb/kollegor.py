"""Colleagues' documents: what they bring is shown, decided answer by answer, and written as it was shown."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, get_args

from rapport.domain.hamtning import HamtatSvar
from rapport.errors import InputError, RefusedError
from rapport.output.hamtning import WHY, what
from rapport.webb.indata import dicts_of, text_of
from rapport.webb.ordat import ordat
from rapport.webb.strid import Strid
from rapport.webb.svar import strid_data
from rapport.webb.uppladdade import Uppladdad, Uppladdade
from rapport.workflow import open_report
from rapport.workflow.answering import SvarPost, entry
from rapport.workflow.bringing import Brought, Choice, Document, Incoming, Undecided, bring, read, save
from rapport.workflow.colleague import Tracked
from rapport.workflow.merged_words import of_answers, of_document, of_losses
from rapport.workflow.merging import Side
from rapport.workflow.report import Report
from rapport.workflow.undo import SvarBack
from rapport.workflow.undo_words import about

_CHANGED = "Mappen eller dokumenten har ändrats sedan listan visades. Se igenom den nya listan, och hämta sedan."
_SETTLED = {"godta": "godtagna", "avvisa": "avvisade", "lamna": "inte hämtade"}


class Wanted(NamedTuple):
    """What a page asks for: the documents, each with how it is read, and what is decided of them so far."""

    incoming: Mapping[str, tuple[Uppladdad, Incoming]]
    chosen: Mapping[tuple[str, str], Choice]


def wanted_of(data: Mapping[str, Any], uppladdade: Uppladdade, fragor: Iterable[str]) -> Wanted:
    """Return what a page asks for; InputError where it is nothing of the kind."""
    known = set(fragor)
    incoming = {}
    for one in dicts_of(data, "filer"):
        kept = uppladdade[one.get("id")]
        tracked, fraga = one.get("andringar", "lamna"), one.get("fraga", "")
        if tracked not in get_args(Tracked) or (fraga and fraga not in known):
            raise InputError(f"{kept.name}: välj hur den ska läsas.")
        incoming[kept.id] = kept, Incoming(kept.file, kept.name, tracked, fraga)
    chosen = {}
    for one in dicts_of(data, "val"):
        name, fraga, side = uppladdade[one.get("id")].name, text_of(one, "fraga"), one.get("sida")
        if side not in get_args(Side) or fraga not in known:
            raise InputError("Välj dokumentets eller mappens text.")
        text = text_of(one, "markdown").replace("\r\n", "\n") if "markdown" in one else None
        chosen[name, fraga] = Choice("dokumentet" if side == "dokumentet" else "mappen", text)
    return Wanted(incoming, chosen)


def brought(folder: Path, uppladdade: Uppladdade, wanted: Wanted, mark: str | None) -> dict[str, Any]:
    """Return what documents bring to a folder, and write it where it is what was ``mark``-ed."""
    report = open_report(folder)
    documents, faults = _read_all(report, wanted, uppladdade)
    before = {fraga: entry(report, fraga) for fraga in report.underlag.mall.fraga_by_id}
    found = bring(report, documents.values(), wanted.chosen)
    unsaved = report.unsaved
    svar = [_becomes(SvarBack(fraga, before[fraga], entry(report, fraga)), found) for fraga in unsaved]
    if mark is not None:
        if mark != found.mark:
            raise RefusedError(_CHANGED)
        save(report, found.merged)
    return {
        "avtryck": found.mark,
        "andras": list(unsaved),
        "svar": svar,
        "skrivet": mark is not None,
        "filer": [
            _file(*wanted.incoming[number], documents.get(number), faults.get(number), found, report)
            for number in wanted.incoming
        ],
        "sagt": [uppladdade.named(line) for line in (*of_losses(found.merged), *of_answers(found.merged))],
        "att_avgora": [_undecided(one, _id(wanted, one.name)) for one in found.undecided],
    }


def _read_all(report: Report, wanted: Wanted, uppladdade: Uppladdade) -> tuple[dict[str, Document], dict[str, str]]:
    """Return the documents that can be read by their numbers, and why the others cannot."""
    documents, faults = {}, {}
    for number, (_, incoming) in wanted.incoming.items():
        try:
            documents[number] = read(report, incoming)
        except InputError as error:
            faults[number] = uppladdade.named(str(error))
    return documents, faults


def _file(  # noqa: PLR0913, PLR0917 - all that is known of it
    kept: Uppladdad, incoming: Incoming, document: Document | None, fault: str | None, found: Brought, report: Report
) -> dict[str, Any]:
    data: dict[str, Any] = {"id": kept.id, "namn": kept.name, "fel": fault, "andringar": incoming.tracked}
    if document is None:
        return data
    rows = [row for row in found.merged.svar if row.file == kept.name]
    return {
        **data,
        "fraga": incoming.fraga or None,
        "forfattare": document.author,
        "nya": [row.fraga for row in rows if row.is_new and row.is_taken],
        "hamtat": [*_rows(row for row in rows if not (row.is_new and row.is_taken))],
        "sagt": [*of_document(document, found.merged, report.underlag.ar)],
        "sparat": [f"{f'Fråga {one.fraga}: ' if one.fraga else ''}{one}" for one in document.changes],
        "sparat_hur": _SETTLED[incoming.tracked],
        "sparat_vid": sorted(document.left),
        "tidigare": found.merged.seen.get(kept.name, []),
    }


def _becomes(svar: SvarBack, found: Brought) -> dict[str, Any]:
    """Return an answer's text with the words that go and come, what else changes, and which documents it is of."""
    return {
        "fraga": svar.fraga,
        "ur": list(dict.fromkeys(row.file for row in found.merged.svar if row.fraga == svar.fraga and row.is_taken)),
        "nytt": not svar.now.text.strip(),
        "ord": ordat(svar.now.text, svar.then.text),
        "annat": [*about(svar)],
    }


def _rows(rows: Iterable[HamtatSvar]) -> Iterator[dict[str, Any]]:
    for row in rows:
        said = "; ".join(one for one, _ in what(row))
        # Nothing is taken in before the page says so.
        yield {"fraga": row.fraga, "ord": said.replace("hämtat: ", "att hämta: ").replace("sammanfogat", "sammanfogas")}


def _undecided(one: Undecided, number: str) -> dict[str, Any]:
    was = None if one.was is None else SvarPost(text=one.was)
    why = list(dict.fromkeys(WHY[clash.slag] for clash in one.clashes))
    lost = [uttryck for clash in one.clashes for uttryck in clash.lost]
    return {
        "id": number,
        "namn": one.name,
        "varfor": why,
        "uttryck": lost,
        **strid_data(Strid(one.fraga, was, one.mine, one.theirs)),
    }


def _id(wanted: Wanted, name: str) -> str:
    return next(number for number, (kept, _) in wanted.incoming.items() if kept.name == name)
