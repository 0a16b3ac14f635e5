"""Other regions' answers to the question that is being written, out of a data set that is at hand."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from rapport.domain.andras import AndrasSvar, Jamforelse, Redovisad
from rapport.domain.mall import Mall
from rapport.domain.match import Keyed, Pairing, keyed, pair
from rapport.domain.regioner import lan_of
from rapport.errors import InputError
from rapport.limits import SAMLING_ANSWER
from rapport.prose.numbers import row_of
from rapport.samling.andras import answer, forms, reports
from rapport.samling.namn import DATABASE, short_name
from rapport.samling.oppna import opened
from rapport.store.folder import RAPPORT, read_folder
from rapport.store.mall import newest_form
from rapport.workflow.load import load_form
from rapport.workflow.restoring import report_folder
from rapport.workflow.samlingar import data_set

_FEW = 6  # regions that are named


def compare(fraga: str, folder: Path | None, samling: Path | None, ar: int | None) -> Jamforelse:
    """Return others' answers to a question of the report in a folder; without one, everybody's, of the newest form.

    InputError where there is no such question, no data set, or nothing of others in it.
    """
    here = Path()
    if folder is None and not (here / RAPPORT).is_file():
        return others(load_form(newest_form(here), here), "", fraga, data_set(here, samling), ar)
    near = report_folder(folder or here)
    rapport = read_folder(near).rapport
    return others(load_form(rapport.mall, near), rapport.region, fraga, data_set(near, samling), ar)


def others(mall: Mall, egen: str, fraga: str, samling: Path, ar: int | None) -> Jamforelse:
    """Return the answers that others than one region gave to a question of a form; of the latest year where none is."""
    if fraga not in mall.fraga_by_id:
        raise InputError(f"Fråga {fraga} finns inte. Frågorna är {', '.join(mall.fraga_by_id)}.")
    own = _known_by(egen)
    with opened(samling / DATABASE) as database:
        found = [one for one in reports(database) if not egen or _known_by(one.region) != own]
        aren = tuple(sorted({one.ar for one in found}))
        _require_year(aren, ar, samling, egen)
        ar = aren[-1] if ar is None else ar
        of_year = [one for one in found if one.ar == ar]
        then = _then(database, mall, fraga, of_year)
        svar, sagt = _answers(database, then, fraga, of_year)
    text = mall.full_text(mall.fraga_by_id[fraga])
    return Jamforelse(fraga, text, ar, aren, samling, egen, tuple(svar), tuple(sagt))


def _known_by(region: str) -> str:
    """Return what tells a region from others, its name nearly right too."""
    lan = lan_of(region)
    return lan.region if lan else short_name(region, 0)


def _require_year(aren: Sequence[int], ar: int | None, samling: Path, egen: str) -> None:
    if not aren:
        whose = f"ingen annan regions redovisning än {egen}s" if egen else "ingen redovisning"
        raise InputError(f"I samlingen {samling} finns {whose}. Samla fler med rapport samla.")
    if ar is not None and ar not in aren:
        years = ", ".join(map(str, aren))
        raise InputError(f"För {ar} finns ingen annan regions redovisning i samlingen {samling}. Där finns {years}.")


class _Then(NamedTuple):
    """A question as a form had it: its number, its words, and how it is paired with ours."""

    text: str
    pairing: Pairing


def _then(
    database: sqlite3.Connection, mall: Mall, fraga: str, of_year: Sequence[Redovisad]
) -> dict[str, _Then | None]:
    """Return the question as each form of the year had it; None where that had no such question."""
    found: dict[str, _Then | None] = {}
    asked = dict.fromkeys(one.mall for one in of_year)
    questions: dict[str, Keyed] = forms(database, asked)
    for mall_id in asked:
        old = questions.get(mall_id, {})
        pairing = next((one for one in pair(old, keyed(mall)) if one.new == fraga), None)
        found[mall_id] = _Then(old[pairing.old][1], pairing) if pairing else None
    return found


def _answers(
    database: sqlite3.Connection, then: dict[str, _Then | None], fraga: str, of_year: Sequence[Redovisad]
) -> tuple[list[AndrasSvar], list[str]]:
    """Return the answers, and what is to be said of them."""
    svar, unread, sagt = [], [], [*_differs(then, fraga, of_year)]
    for one in of_year:
        asked = then[one.mall]
        if asked is None:
            continue
        found = answer(database, one, asked.pairing.old)
        if found is None:
            unread.append(one.region)
        else:
            svar.append(found)
    if unread:
        sagt.append(f"Svaret saknas i samlingen för {_row(unread)}. Kör rapport samla igen.")
    if cut := [one.av.region for one in svar if one.is_cut]:
        sagt.append(f"Svaret är längre än {SAMLING_ANSWER} och visas inte helt: {_row(cut)}.")
    return svar, sagt


def _differs(then: dict[str, _Then | None], fraga: str, of_year: Sequence[Redovisad]) -> Iterator[str]:
    """Yield in Swedish where the question was another then, or was not asked."""
    regions = defaultdict(list)
    for one in of_year:
        regions[one.mall].append(one.region)
    for mall_id, asked in then.items():
        if asked is None:
            yield f"Frågan finns inte i formuläret {mall_id}, som {_row(regions[mall_id])} svarade på."
        elif asked.pairing.old != fraga:
            yield f"I formuläret {mall_id} var det fråga {asked.pairing.old}."
        if asked and not asked.pairing.is_same:
            yield f"I formuläret {mall_id} löd frågan: ”{asked.text}”"


def _row(regions: Sequence[str]) -> str:
    more = len(regions) - _FEW
    return f"{', '.join(regions[:_FEW])} och {more} till" if more > 0 else row_of(regions)
