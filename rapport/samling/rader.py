"""A checked report → what it gives to each table of the data set. Nothing internal: no comments, no one's name."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from rapport.domain.mall import Fraga, Omrade
from rapport.domain.regioner import lan_of
from rapport.domain.svar import Svar
from rapport.domain.underlag import Underlag
from rapport.finding import Finding, Severity
from rapport.samling.celler import cells_of
from rapport.samling.namnt import Namnt, named_in, sentence_at
from rapport.samling.penningslag import money_of
from rapport.samling.schema import TABELLER, Row

ALLVAR: Mapping[Severity, str] = {"error": "fel", "warning": "varning", "info": "upplysning"}
_GROUND = "bedömningsgrund"  # what a form's begär calls it


class Inlast(NamedTuple):
    """A report that has been read: what it is known by, which file it was read from, and of what kind that is."""

    redovisning: str
    region: str
    ar: int
    kalla: str
    slag: str


def rows_of(inlast: Inlast, underlag: Underlag, findings: Iterable[Finding]) -> dict[str, list[Row]]:
    """Return the rows of a report by table, in the order of its form."""
    rows: dict[str, list[Row]] = {tabell.namn: [] for tabell in TABELLER}
    found = list(findings)
    rows["redovisningar"].append(_redovisning(inlast, underlag, found))
    rows["inkomna"].append((inlast.kalla, inlast.redovisning, None))
    for omrade in underlag.mall.omraden:
        own = (inlast.redovisning, omrade.nummer)
        rows["omraden"].append((*own, omrade.rubrik, underlag.tecken_i(omrade), omrade.maxtecken))
        for fraga in omrade.fragor:
            rows["fragor"].append((underlag.mall.id, fraga.id, omrade.nummer, underlag.mall.full_text(fraga)))
            svar = underlag.svar_by_fraga.get(fraga.id) or Svar(fraga.id)
            status = svar.status if inlast.slag == "mapp" else None
            rows["svar"].append((*own, fraga.id, svar.tecken, "; ".join(svar.kryss) or None, status, svar.text))
            rows["celler"] += [(*own, fraga.id, *cell) for cell in cells_of(svar)]
            for one in _named(svar, omrade, fraga, inlast.region):
                place = (svar.text[one.start : one.end], one.start, sentence_at(svar, one.start))
                money = money_of(place[2], underlag.mall.full_text(fraga), omrade.rubrik)
                vad = (*one.vad, money) if one.tabell == "belopp" else one.vad
                rows[one.tabell].append((*own, fraga.id, *vad, *place))
    rows["fynd"] += [_fynd(inlast.redovisning, one) for one in found]
    return rows


def _redovisning(inlast: Inlast, underlag: Underlag, findings: list[Finding]) -> Row:
    lan = lan_of(inlast.region)
    counted = [one.severity for one in findings if one.waived is None]
    answered = sum(bool(svar.blocks or svar.kryss) for svar in underlag.svar_by_fraga.values())
    return (
        inlast.redovisning,
        inlast.region,
        lan.lan if lan else None,
        inlast.ar,
        underlag.mall.id,
        underlag.diarienummer,
        inlast.kalla,
        inlast.slag,
        sum(underlag.tecken_i(omrade) for omrade in underlag.mall.omraden),
        answered,
        counted.count("error"),
        counted.count("warning"),
    )


def _named(svar: Svar, omrade: Omrade, fraga: Fraga, region: str) -> Iterator[Namnt]:
    """Yield what an answer names, with what it rests on where its question asks for that."""
    asked = {*fraga.begar, *(one for inst in omrade.instruktioner if fraga.id in inst.fragor for one in inst.begar)}
    return named_in(svar, asks_for_ground=_GROUND in asked, region=region)


def _fynd(redovisning: str, one: Finding) -> Row:
    own = (redovisning, one.omrade, one.fraga, one.rule, ALLVAR[one.severity])
    return (*own, one.message, one.hint, one.excerpt, one.offset, one.waived)
