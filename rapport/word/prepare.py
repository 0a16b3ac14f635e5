"""A form's own Word file → a template: our content controls put in, everything else as the agency wrote it."""

import re
from collections.abc import Iterator

from rapport.domain.boxes import TICKED_SIGN, UNTICKED_SIGN
from rapport.word.blocks import WordBlock
from rapport.word.controls import (
    PLACEHOLDER,
    content,
    controls,
    kryss_alias,
    kryss_control,
    kryss_tag,
    svar_control,
    tick,
)
from rapport.word.derive import Derived
from rapport.word.ns import Element, child_val, el, qn, text_run, val

_SIGN = re.compile(f"{TICKED_SIGN}|{UNTICKED_SIGN}")


def forget_controls(root: Element) -> None:
    """Take our names away from a form that has them already: its questions may have moved since.

    Answers' controls go, and what stands in them stays; boxes stay boxes, nameless and unticked.
    """
    for tag, control in list(controls(root)):
        parent = control.getparent()
        if tag.startswith("kryss:"):
            tick(control, is_ticked=False)
            for name in ("w:tag", "w:alias", "w:id"):
                for old in control.findall(f"{qn('w:sdtPr')}/{qn(name)}"):
                    control[0].remove(old)
        elif tag.startswith("svar:") and parent is not None:
            for child in list(content(control)):
                control.addprevious(child)
            parent.remove(control)


def prepare(blocks: list[WordBlock], derived: Derived) -> None:
    """Put a control where each answer goes and one at each box, in place; answers that stand there are taken out."""
    for fraga in derived.mall.fraga_by_id:
        for index in derived.answers[fraga]:
            _take_out(blocks[index].element)
        _outermost(blocks[derived.answer_after[fraga]].element).addnext(svar_control(fraga, _placeholder()))
    for fraga, lines in derived.boxes.items():
        boxes = iter(derived.mall.fraga_by_id[fraga].kryss)
        for index in lines:
            for sign in list(_signs(blocks[index].element)):
                if kryss := next(boxes, ""):
                    _put_box(sign, fraga, kryss)


def _placeholder() -> Element:
    return el("w:p", None, text_run(PLACEHOLDER))


def _take_out(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _outermost(element: Element) -> Element:
    """Return the element that stands in the body, a cell or the like: what a block control can follow."""
    while (parent := element.getparent()) is not None and parent.tag in (qn("w:ins"), qn("w:customXml")):
        element = parent
    return element


def _signs(paragraph: Element) -> Iterator[Element]:
    """Yield the checkbox controls of a line of boxes, or else the texts that hold a typed sign."""
    boxes = [
        control for control in paragraph.iter(qn("w:sdt")) if next(control.iter(qn("w14:checked")), None) is not None
    ]
    yield from boxes or [t for t in paragraph.iter(qn("w:t")) if _SIGN.search(t.text or "")]


def _put_box(sign: Element, fraga: str, kryss: str) -> None:
    if sign.tag == qn("w:sdt"):
        _name(sign, fraga, kryss)
        tick(sign, is_ticked=False)
        return
    found = _SIGN.search(sign.text or "")
    run = sign.getparent()
    line = run.getparent() if run is not None else None
    if found is None or run is None or line is None:
        return
    before, after = (sign.text or "")[: found.start()], (sign.text or "")[found.end() :]
    run.addprevious(text_run(before))
    run.addprevious(kryss_control(fraga, kryss))
    if after:
        run.addprevious(text_run(after))
    line.remove(run)


def _name(control: Element, fraga: str, kryss: str) -> None:
    """Give a checkbox control of the form's own our names, beside what it has."""
    properties = control.find(qn("w:sdtPr"))
    if properties is None:
        return
    for name, text in (("w:tag", kryss_tag(fraga, kryss)), ("w:alias", kryss_alias(fraga, kryss))):
        for old in properties.findall(qn(name)):
            properties.remove(old)
        properties.insert(0, val(name, text))
    number = kryss_control(fraga, kryss).find(f"{qn('w:sdtPr')}/{qn('w:id')}")
    if child_val(control, "w:sdtPr/w:id") is None and number is not None:
        properties.insert(2, number)
