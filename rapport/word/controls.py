"""The content controls that answers and boxes stand in: how they are named, made, found; and boxes of other kinds."""

import zlib
from collections.abc import Iterator

from rapport.domain.boxes import TICKED, UNTICKED, ticked
from rapport.domain.mall import Mall
from rapport.word.ns import Element, child_val, el, get, is_on, qn, text_run, val

PLACEHOLDER = "Klicka eller tryck här för att ange text."
PLACEHOLDERS = {PLACEHOLDER, "Klicka här för att ange text.", "Click or tap here to enter text."}
_BOX_FONT = "MS Gothic"


def svar_tag(fraga: str) -> str:
    """Return the tag of the control that holds the answer to a question."""
    return f"svar:{fraga}"


def svar_alias(fraga: str) -> str:
    """Return what Word shows as the name of an answer's control, which outlives a save in LibreOffice."""
    return f"Svar {fraga}"


def kryss_alias(fraga: str, kryss: str) -> str:
    """Return what Word shows as the name of a box: Kryss 5.1d Ej aktuellt."""
    return f"Kryss {fraga} {kryss}"


def kryss_tag(fraga: str, kryss: str) -> str:
    """Return the tag of the control that is one box: kryss:5.1d:ej-aktuellt."""
    return f"kryss:{fraga}:{kryss.lower().replace(' ', '-')}"


def svar_names(mall: Mall) -> dict[str, str]:
    """Return the question that each control of an answer is for, by the control's tag and by its alias."""
    names = {svar_tag(fraga): fraga for fraga in mall.fraga_by_id}
    return names | {svar_alias(fraga): fraga for fraga in mall.fraga_by_id}


def kryss_names(mall: Mall) -> dict[str, tuple[str, str]]:
    """Return the question and the box that each checkbox control is, by the control's tag and by its alias."""
    boxes = [(fraga.id, kryss) for fraga in mall.fraga_by_id.values() for kryss in fraga.kryss]
    return {kryss_tag(*box): box for box in boxes} | {kryss_alias(*box): box for box in boxes}


def names_of(control: Element) -> tuple[str, str]:
    """Return a control's tag and alias, "" for one it has not."""
    return child_val(control, "w:sdtPr/w:tag") or "", child_val(control, "w:sdtPr/w:alias") or ""


def is_for_svar(control: Element) -> bool:
    """Return whether a control was made for an answer, to whatever form."""
    return names_of(control)[0].startswith(svar_tag(""))


def shows_placeholder(control: Element) -> bool:
    """Return whether a control holds nothing but its own placeholder; a save in LibreOffice drops what says so.

    Other programs leave what says so where something has been written: a placeholder's words have a style of their own.
    """
    if "".join(t.text or "" for t in content(control).iter(qn("w:t"))).strip() in PLACEHOLDERS:
        return True
    runs = (run for run in content(control).iter(qn("w:r")) if any(t.text for t in run.iter(qn("w:t"))))
    is_showing = control.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}") is not None
    return is_showing and all(child_val(run, "w:rPr/w:rStyle") for run in runs)


def svar_control(fraga: str, *content: Element) -> Element:
    """Return the empty block control for an answer, showing its placeholder.

    It is a document part, which holds any text just as a rich text control does. A rich text control would be
    read as plain text by LibreOffice: its first paragraph would lose bold, links and the place of its notes.
    """
    properties = _properties(svar_alias(fraga), svar_tag(fraga), el("w:showingPlcHdr"), el("w:docPartObj"))
    return el("w:sdt", None, properties, el("w:sdtContent", None, *content))


def kryss_control(fraga: str, kryss: str) -> Element:
    """Return an unticked checkbox control."""
    states = (
        ("w14:checked", {"w14:val": "0"}),
        *(
            (f"w14:{name}State", {"w14:val": f"{ord(sign):04X}", "w14:font": _BOX_FONT})
            for name, sign in (("checked", TICKED), ("unchecked", UNTICKED))
        ),
    )
    box = el("w14:checkbox", None, *(el(name, attributes) for name, attributes in states))
    properties = _properties(kryss_alias(fraga, kryss), kryss_tag(fraga, kryss), box)
    fonts = el(
        "w:rFonts",
        {"w:ascii": _BOX_FONT, "w:hAnsi": _BOX_FONT, "w:eastAsia": _BOX_FONT, "w:hint": "eastAsia"},
    )
    return el("w:sdt", None, properties, el("w:sdtContent", None, text_run(UNTICKED, fonts)))


def controls(root: Element) -> Iterator[tuple[str, Element]]:
    """Yield every content control that has a tag, with the tag."""
    for control in root.iter(qn("w:sdt")):
        tag = child_val(control, "w:sdtPr/w:tag")
        if tag:
            yield tag, control


def content(control: Element) -> Element:
    """Return the element that holds what stands in a control."""
    found = control.find(qn("w:sdtContent"))
    if found is None:  # allowed by the format: an empty control may leave it out
        found = el("w:sdtContent")
        control.append(found)
    return found


def set_content(control: Element, elements: list[Element]) -> None:
    """Put elements in a control; it no longer shows its placeholder."""
    properties = control.find(qn("w:sdtPr"))
    if properties is not None:
        for showing in properties.findall(qn("w:showingPlcHdr")):
            properties.remove(showing)
    content(control)[:] = elements


def tick(control: Element, *, is_ticked: bool) -> None:
    """Tick or untick a checkbox control: its state and the sign that shows it."""
    for checked in control.iter(qn("w14:checked")):
        checked.set(qn("w14:val"), "1" if is_ticked else "0")
    for sign in content(control).iter(qn("w:t")):
        sign.text = TICKED if is_ticked else UNTICKED


def is_ticked(control: Element) -> bool:
    """Return whether a checkbox control is ticked."""
    return any(get(checked, "w14:val") in ("1", "true") for checked in control.iter(qn("w14:checked")))


def ticked_boxes(text: str, line: Element, boxes: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return which of a question's boxes a line ticks, however they are made; None when it is no line of boxes."""
    return ticked(text, boxes, lambda: _legacy(line))


def _legacy(element: Element) -> list[bool]:
    """Return the state of each legacy checkbox field in a paragraph."""
    states = []
    for box in element.iter(qn("w:checkBox")):
        state = box.find(qn("w:checked"))
        state = box.find(qn("w:default")) if state is None else state
        states.append(state is not None and is_on(get(state, "w:val")))
    return states


def _properties(alias: str, tag: str, *kind: Element) -> Element:
    # Word needs a number that is unique in the document; one made from the tag stays the same every time.
    number = str(zlib.crc32(tag.encode()) & 0x7FFFFFFF)
    lock = val("w:lock", "sdtLocked")  # the text can be changed, the control not removed by mistake
    return el("w:sdtPr", None, val("w:alias", alias), val("w:tag", tag), val("w:id", number), lock, *kind)
