"""Underlag + the form's Word template → the official document. The form's own text is left as it is."""

from dataclasses import dataclass
from datetime import UTC, datetime

from rapport.domain.svar import Svar
from rapport.domain.underlag import Underlag
from rapport.word import controls
from rapport.word.additions import Footnotes, Numbering
from rapport.word.compose import Composer
from rapport.word.integrity import OUR_FIRST_FOOTER, OUR_FIRST_HEADER, OUR_HEADER, is_ours, prove
from rapport.word.ns import LANGUAGE, Element, el, get, parse, qn, serialise, text_run, val
from rapport.word.package import DOCUMENT, Parts, Relations, copy_part, declare, part_name
from rapport.word.properties import BYGGE, seal, set_properties
from rapport.word.styles import Styles

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_AFTER_TITLE_PAGE = {qn(f"w:{name}") for name in ("textDirection", "bidi", "rtlGutter", "docGrid", "sectPrChange")}
_LARGE = "28"  # half points
_GAP_BELOW = "240"  # twentieths of a point between our header and the form on the first page
_RED = "C00000"
_NEVER = datetime(1980, 1, 1, tzinfo=UTC)  # as the parts of the package have it


@dataclass(frozen=True, slots=True)
class Draft:
    """What a draft says on every page, and that questions without answers keep their placeholder."""

    text: str


def fill(
    template: Parts, underlag: Underlag, draft: Draft | None = None, bygge: str = "", when: datetime = _NEVER
) -> Parts:
    """Return the template filled in, proved to hold the form unchanged and every answer whole.

    ``bygge`` is the id that the answers it was built from are known by, for when it comes back, and ``when`` the time
    that it bears. The same answers of the same time give the same parts.
    """
    parts = dict(template)
    document = parse(parts[DOCUMENT])
    styles, numbering, footnotes = Styles(parts), Numbering(parts), Footnotes(parts)
    relations = Relations(parts, DOCUMENT)
    composer = Composer(styles, numbering, footnotes, relations, document)
    _tick(document, underlag)
    _answer(document, underlag, composer, is_draft=draft is not None)
    relations.save()
    numbering.save()
    footnotes.save(document)
    _add_header(parts, document, styles, _header(underlag), draft.text if draft else "")
    _open_first_page(parts, document, styles, underlag, draft.text if draft else "")
    parts[DOCUMENT] = serialise(document)
    _describe(parts, underlag, bygge, when)
    prove(template, parts, underlag)
    return parts


def _tick(document: Element, underlag: Underlag) -> None:
    names = controls.kryss_names(underlag.mall)
    for tag, control in controls.controls(document):
        fraga, kryss = names.get(tag, ("", ""))
        if svar := underlag.svar_by_fraga.get(fraga):
            controls.tick(control, is_ticked=kryss in svar.kryss)


def _answer(document: Element, underlag: Underlag, composer: Composer, *, is_draft: bool) -> None:
    names = controls.svar_names(underlag.mall)
    for tag, control in controls.controls(document):
        svar = underlag.svar_by_fraga.get(names.get(tag, ""))
        if tag in names and not (is_draft and _is_open(svar)):
            controls.set_content(control, composer.blocks(svar.blocks if svar else ()))


def _is_open(svar: Svar | None) -> bool:
    """Whether a question still waits for its answer; with a box ticked, an empty text may be meant."""
    return svar is None or not (svar.blocks or svar.kryss)


def _header(underlag: Underlag) -> str:
    if not underlag.sidhuvud:
        return ""
    return f"{underlag.region} · {_what(underlag)}"


def _what(underlag: Underlag) -> str:
    diarienummer = f" · Diarienummer {underlag.diarienummer}" if underlag.diarienummer else ""
    return f"Redovisning för {underlag.ar}{diarienummer}"


def _describe(parts: Parts, underlag: Underlag, bygge: str, when: datetime) -> None:
    mall = underlag.mall
    title = f"{mall.titel} · {underlag.region} {underlag.ar}"
    subject = mall.rattslig_grund.forordning
    set_properties(parts, title=title, author=underlag.region, subject=subject, language=LANGUAGE, when=when)
    values = {"Region": underlag.region, "År": str(underlag.ar), "Mall": mall.id}
    values |= {"Diarienummer": underlag.diarienummer} if underlag.diarienummer else {}
    seal(parts, values | ({BYGGE: bygge} if bygge else {}))


def _add_header(parts: Parts, document: Element, styles: Styles, text: str, draft: str) -> None:
    """Add a header to every page; a form's own header keeps what it says and gets ours below."""
    if not text and not draft:
        return
    paragraph = _header_line(styles, text, draft)
    relations = Relations(parts, DOCUMENT)
    rel_id: str | None = None
    for section in document.iter(qn("w:sectPr")):
        kinds = ["default", *(["first"] if section.find(qn("w:titlePg")) is not None else [])]
        for kind in kinds:
            reference = _reference(section, kind)
            if reference is not None:
                _append_line(
                    parts,
                    relations.by_id(get(reference, "r:id") or "") or "",
                    _header_line(styles, text, draft),
                )
            else:
                rel_id = rel_id or relations.add("header", OUR_HEADER.removeprefix("word/"))
                section.insert(0, el("w:headerReference", {"w:type": kind, "r:id": rel_id}))
    if rel_id:
        parts[OUR_HEADER] = serialise(el("w:hdr", None, paragraph))
        declare(parts, OUR_HEADER, _TYPE.format("header"))
        relations.save()


def _open_first_page(parts: Parts, document: Element, styles: Styles, underlag: Underlag, draft: str) -> None:
    """Show whose report it is in large above the form's first page, where the form leaves the room to us.

    That page then has a header and a footer of its own; what the form has at the foot of others stands there too.
    """
    relations = Relations(parts, DOCUMENT)
    section = next(document.iter(qn("w:sectPr")), None)
    if section is None or not underlag.region or OUR_FIRST_HEADER in parts or section.find(qn("w:titlePg")) is not None:
        return
    header, footer = _reference(section, "default"), _reference(section, "default", "w:footerReference")
    if not underlag.sidhuvud or header is None or not is_ours(header, relations, OUR_HEADER):
        return
    region = _header_line(styles, "", "")
    region.append(text_run(underlag.region, el("w:b"), val("w:color", "auto"), val("w:sz", _LARGE)))
    what = _header_line(styles, _what(underlag), draft, el("w:spacing", {"w:after": _GAP_BELOW}))
    parts[OUR_FIRST_HEADER] = serialise(el("w:hdr", None, region, what))
    _refer(parts, section, relations, "header", OUR_FIRST_HEADER)
    if footer is not None:
        copy_part(parts, part_name(relations.by_id(get(footer, "r:id") or "") or ""), OUR_FIRST_FOOTER)
        _refer(parts, section, relations, "footer", OUR_FIRST_FOOTER)
    relations.save()
    later = [child for child in section if child.tag in _AFTER_TITLE_PAGE]
    (later[0].addprevious if later else section.append)(el("w:titlePg"))


def _refer(parts: Parts, section: Element, relations: Relations, kind: str, name: str) -> None:
    """Give the first page of a section a header or footer of its own."""
    rel_id = relations.add(kind, name.removeprefix("word/"))
    section.insert(0, el(f"w:{kind}Reference", {"w:type": "first", "r:id": rel_id}))
    declare(parts, name, _TYPE.format(kind))


def _reference(section: Element, kind: str, name: str = "w:headerReference") -> Element | None:
    return next((r for r in section.findall(qn(name)) if get(r, "w:type") == kind), None)


def _append_line(parts: Parts, target: str, paragraph: Element) -> None:
    name = part_name(target)
    root = parse(parts[name])
    root.append(paragraph)
    parts[name] = serialise(root)


def _header_line(styles: Styles, text: str, draft: str, *looks: Element) -> Element:
    paragraph = el("w:p", None, el("w:pPr", None, *styles.named("header"), *looks))
    if draft:
        paragraph.append(text_run(draft, el("w:b"), val("w:color", _RED)))
    rest = " · ".join(["", text] if draft and text else [text])
    if rest:
        paragraph.append(text_run(rest))
    return paragraph
