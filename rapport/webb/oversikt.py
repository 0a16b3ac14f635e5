"""The overview as a page is given it: the areas with their room, the questions with how far each has come."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from hashlib import sha256
from textwrap import shorten
from typing import Any

from rapport.domain.oversikt import FragaLage, OmradeLage, oversikt
from rapport.domain.underlag import Underlag
from rapport.finding import Finding
from rapport.output.interface import Granskning
from rapport.prose.numbers import thousands
from rapport.webb.session import Session
from rapport.webb.sidord import on_page

_NAME = 90  # characters of a question that are shown in a list


def as_data(session: Session, today: date | None = None) -> dict[str, Any]:
    """Return the report as a whole; numbers are of what stands now, findings of the last check."""
    underlag, mall = session.report.underlag, session.report.underlag.mall
    last = mall.rattslig_grund.sista_dag_for(underlag.ar) if underlag.ar else None
    days = (last - (today or datetime.now().astimezone().date())).days if last else None
    now = oversikt(underlag, mall.omraden)
    return {
        "region": underlag.region,
        "ar": underlag.ar,
        "mall": mall.id,
        "titel": mall.titel,
        "mapp": session.folder.resolve().name,
        "mapp_id": sha256(str(session.folder.resolve()).encode("utf-8", "surrogatepass")).hexdigest()[:16],
        "sista_dag": last.isoformat() if last else None,
        "dagar_kvar": days,
        "version": session.version,
        "kontrollerad": session.is_checked,
        "osparade": list(session.report.unsaved),
        "strider": [*session.strider],
        "omraden": [_omrade(session.granskning, underlag, one) for one in now.omraden],
        "faults": [_fault(one) for one in (*session.faults, *_general(session.granskning))],
    }


def room(omrade: OmradeLage) -> dict[str, Any]:
    """Return an area's room: what is taken, the limit, what is left, and the same in words."""
    left = omrade.maxtecken - omrade.tecken
    return {
        "nummer": omrade.nummer,
        "namn": omrade.rubrik,
        "tecken": omrade.tecken,
        "grans": omrade.maxtecken,
        "kvar": left,
        "text": f"{thousands(left)} tecken kvar" if left >= 0 else f"{thousands(-left)} tecken för mycket",
        "olast": omrade.is_olast,
    }


def omrade_of(underlag: Underlag, fraga: str) -> OmradeLage:
    """Return the area that a question is of, as it stands."""
    return oversikt(underlag, [underlag.mall.omrade_of(fraga)]).omraden[0]


def _omrade(granskning: Granskning, underlag: Underlag, omrade: OmradeLage) -> dict[str, Any]:
    by_fraga: dict[str | None, list[Finding]] = {}
    for finding in granskning.findings:
        if finding.waived is None and finding.omrade == omrade.nummer:
            by_fraga.setdefault(finding.fraga, []).append(finding)
    fragor = [_fraga(underlag, one, by_fraga.get(one.id, ())) for one in omrade.fragor]
    return {**room(omrade), "fragor": fragor, "faults": [_fault(one) for one in by_fraga.get(None, ())]}


def _fraga(underlag: Underlag, lage: FragaLage, findings: Iterable[Finding]) -> dict[str, Any]:
    counts = Counter(finding.severity for finding in findings)
    fraga, svar = underlag.mall.fraga_by_id[lage.id], underlag.svar_by_fraga.get(lage.id)
    return {
        "id": lage.id,
        "text": " ".join(underlag.mall.full_text(fraga).split()),
        "kort": shorten(fraga.kort_text, _NAME, placeholder=" …"),
        "status": lage.status,
        "lage": lage.lage,
        "ansvarig": lage.ansvarig,
        "tecken": lage.tecken,
        "antal_fynd": counts.total(),
        "fel": counts["error"],
        "varningar": counts["warning"],
        "har_text": bool(svar and svar.blocks),
        "frivillig": fraga.frivillig,
    }


def _general(granskning: Granskning) -> Iterable[Finding]:
    """Return the findings that are about no area: a file, the register, last year's report."""
    return (one for one in granskning.findings if one.omrade is None and one.waived is None)


def _fault(finding: Finding) -> dict[str, Any]:
    return {
        "regel": finding.rule,
        "niva": finding.severity,
        "text": on_page(finding.message),
        "rad": on_page(finding.hint or "") or None,
        "plats": str(finding.place),
    }
