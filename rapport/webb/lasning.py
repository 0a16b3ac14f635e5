"""The report as it will stand, to be read through: the form's words and the answers, made by our own renderer."""

from collections.abc import Iterator

from markupsafe import Markup

from rapport.domain.mall import Fraga, Omrade
from rapport.domain.svar import Svar
from rapport.domain.underlag import Underlag
from rapport.prose.html import marked_blocks, visible
from rapport.webb.session import Session

_OMRADE = Markup('<section class="omrade" aria-labelledby="las-{0}"><h2 id="las-{0}">{0} {1}</h2>{2}</section>')
_FRAGA = Markup(
    '<article class="last"><h3>{0} {1}</h3>{2}{3}<p class="till"><a href="#/fraga/{0}">Ändra svar {0}</a></p></article>'
)
_BOX = Markup('<li><span aria-hidden="true">{}</span> {}<span class="dold">{}</span></li>')
_NONE = Markup('<p class="saknas">Inget svar.</p>')


def html(session: Session) -> str:
    """Return all answers as HTML in the form's order."""
    underlag = session.report.underlag
    return "\n".join(_omrade(underlag, omrade) for omrade in underlag.mall.omraden)


def _omrade(underlag: Underlag, omrade: Omrade) -> Markup:
    answers = Markup("").join(_fraga(underlag, fraga) for fraga in omrade.fragor)
    return _OMRADE.format(omrade.nummer, visible(omrade.rubrik), answers)


def _fraga(underlag: Underlag, fraga: Fraga) -> Markup:
    svar = underlag.svar_by_fraga.get(fraga.id) or Svar(fraga.id)
    text = Markup("").join(block.html for block in marked_blocks(svar.blocks, name=fraga.id))
    boxes = Markup("").join(_boxes(fraga, svar))
    ticks = Markup('<ul class="kryssade">{}</ul>').format(boxes) if boxes else Markup("")
    missing = _NONE if not (svar.blocks or svar.kryss) else Markup("")
    return _FRAGA.format(fraga.id, visible(underlag.mall.full_text(fraga)), ticks, text or missing)


def _boxes(fraga: Fraga, svar: Svar) -> Iterator[Markup]:
    for box in fraga.kryss:
        is_ticked = box in svar.kryss
        yield _BOX.format("☒" if is_ticked else "☐", box, " (kryssat)" if is_ticked else " (inte kryssat)")
