"""The ways in which people mangle the form in Word, each as a change to the parts of a built document."""

from copy import deepcopy

from rapport.word.ns import NAMESPACES, child_val, el, parse, qn, serialise, text_run, val

DOCUMENT = "word/document.xml"


def edited(change):
    """Turn a change to the document's root into one to its parts."""

    def apply(parts):
        root = parse(parts[DOCUMENT])
        change(root)
        return {**parts, DOCUMENT: serialise(root)}

    apply.__name__ = change.__name__
    return apply


def questions(root):
    """Yield the paragraphs of questions."""
    for paragraph in root.iter(qn("w:p")):
        if child_val(paragraph, "w:pPr/w:pStyle") in ("Heading2", "Heading3"):
            yield paragraph


def text_of(paragraph):
    return "".join(t.text or "" for t in paragraph.iter(qn("w:t")))


def question(root, words, nth=0):
    return [p for p in questions(root) if words in text_of(p)][nth]


def answer(root, fraga):
    return next(s for s in root.iter(qn("w:sdt")) if child_val(s, "w:sdtPr/w:tag") == f"svar:{fraga}")


@edited
def without_controls(root):
    for control in list(root.iter(qn("w:sdt"))):
        inner = control.find(qn("w:sdtContent"))
        for child in list(inner):
            control.addprevious(child)
        control.getparent().remove(control)


@edited
def without_tags(root):
    for tag in list(root.iter(qn("w:tag"))):
        tag.getparent().remove(tag)


@edited
def numbers_lost(root):
    """As in the real report: 3.2, 3.5 and 4.4 have lost their automatic numbers, and the rest moves up."""
    lost = [p for p in questions(root) if child_val(p, "w:pPr/w:pStyle") == "Heading2"]
    before_area_3, before_area_4 = 12, 17
    for index in (before_area_3 + 1, before_area_3 + 4, before_area_4 + 3):
        lost[index].find(qn("w:pPr")).append(el("w:numPr", None, val("w:numId", "0")))


@edited
def numbers_typed_and_shifted(root):
    for number, paragraph in enumerate(list(questions(root)), 2):
        paragraph.find(qn("w:pPr")).append(el("w:numPr", None, val("w:numId", "0")))
        paragraph.insert(1, text_run(f"1.{number} "))


@edited
def letters_typed(root):
    """The parts of 5.1 with a), b), c) and d), as many write them."""
    parts = [p for p in questions(root) if child_val(p, "w:pPr/w:pStyle") == "Heading3"]
    for letter, paragraph in zip("abcd", parts, strict=True):
        paragraph.find(qn("w:pPr")).append(el("w:numPr", None, val("w:numId", "0")))
        paragraph.insert(1, text_run(f"{letter}) "))


@edited
def heading_quoted_in_an_answer(root):
    line = el("w:p", None, text_run("Kompetensförsörjning och kompetensutveckling", el("w:b")))
    answer(root, "1.1").find(qn("w:sdtContent")).insert(0, line)


@edited
def runs_split(root):
    for paragraph in list(questions(root)):
        for run in paragraph.findall(qn("w:r")):
            element = run.find(qn("w:t"))
            if element is not None and element.text:
                for letter in element.text:
                    run.addprevious(text_run(letter))
                paragraph.remove(run)


@edited
def reworded(root):
    for paragraph in questions(root):
        for t in paragraph.iter(qn("w:t")):
            t.text = t.text.replace("Beskriv hur", "Beskriv på vilket sätt").replace("inom detta område", "i området")


@edited
def soft_signs(root):
    for paragraph in questions(root):
        for t in paragraph.iter(qn("w:t")):
            t.text = t.text.replace("området", "om\u00adrådet").replace(" har ", "\u00a0har\u00a0").replace("  ", " ")


@edited
def answers_in_tables(root):
    for control in list(root.iter(qn("w:sdt"))):
        if (child_val(control, "w:sdtPr/w:tag") or "").startswith("svar:"):
            cell = el("w:tc", None, *control.find(qn("w:sdtContent")))
            control.addprevious(el("w:tbl", None, el("w:tblPr"), el("w:tblGrid"), el("w:tr", None, cell)))
            control.getparent().remove(control)


@edited
def form_in_a_table(root):
    body = root.find(qn("w:body"))
    inner = [child for child in body if child.tag != qn("w:sectPr")]
    table = el("w:tbl", None, el("w:tblPr"), el("w:tblGrid"), el("w:tr", None, el("w:tc", None, *inner)))
    body.insert(0, table)


@edited
def question_deleted(root):
    paragraph = question(root, "bedömningar av länets kompetensbehov")
    paragraph.getparent().remove(paragraph)


@edited
def text_typed_below(root):
    answer(root, "1.1").addnext(el("w:p", None, text_run("Tillägg efter rutan.")))


@edited
def pasted_elsewhere(root):
    for name in ("w:pStyle", "w:rStyle", "w:tblStyle"):
        for style in list(root.iter(qn(name))):
            style.getparent().remove(style)


@edited
def controls_swapped(root):
    one, other = answer(root, "1.1"), answer(root, "1.2")
    mark = el("w:p")
    one.addprevious(mark)
    other.addprevious(one)
    mark.addprevious(other)
    mark.getparent().remove(mark)


@edited
def text_on_the_questions_line(root):
    question(root, "territoriella perspektiv").append(text_run(" Svar direkt i frågan."))


@edited
def boxes_with_x(root):
    """Whoever cannot tick a box types an x behind its name."""
    for control in list(root.iter(qn("w:sdt"))):
        tag = child_val(control, "w:sdtPr/w:tag") or ""
        if tag.startswith("kryss:"):
            control.addprevious(text_run({"kryss:5.1a:nej": "x", "kryss:5.1b:ja": "X"}.get(tag, "")))
            control.getparent().remove(control)


@edited
def heading_in_an_answer(root):
    answer(root, "1.1").find(qn("w:sdtContent")).append(
        el("w:p", None, el("w:pPr", None, val("w:pStyle", "Heading3")), text_run("Egen rubrik"))
    )


@edited
def image_in_an_answer(root):
    next(answer(root, "1.1").iter(qn("w:p"))).append(el("w:r", None, el("w:drawing")))


@edited
def appendix_repeats(root):
    section = root.find(f"{qn('w:body')}/{qn('w:sectPr')}")
    section.addprevious(el("w:p", None, text_run("Bilaga")))
    for paragraph in list(questions(root)):
        copy = deepcopy(paragraph)
        for reference in list(copy.iter(qn("w:footnoteReference"))):
            reference.getparent().getparent().remove(reference.getparent())
        section.addprevious(copy)


@edited
def text_above_first_question(root):
    question(root, "strategiskt viktigaste").addprevious(el("w:p", None, text_run("En egen ingress.")))


@edited
def changes_tracked(root):
    paragraph = next(answer(root, "1.1").iter(qn("w:p")))
    about = {"w:id": "1", "w:author": "Sara", "w:date": "2026-01-01T00:00:00Z"}
    deleted = el("w:r", None, el("w:delText"))
    deleted[0].text = "struket"
    paragraph.append(el("w:del", about, deleted))
    paragraph.append(el("w:ins", about, text_run("infogat")))


@edited
def text_hidden(root):
    next(answer(root, "1.1").iter(qn("w:p"))).append(text_run("dolt", el("w:vanish")))


@edited
def table_without_header(root):
    for header in list(root.iter(qn("w:tblHeader"))):
        header.getparent().remove(header)


@edited
def boxes_typed(root):
    for control in list(root.iter(qn("w:sdt"))):
        if (child_val(control, "w:sdtPr/w:tag") or "").startswith("kryss:"):
            sign = text_of(control)
            control.addprevious(text_run("[x]" if sign == "☒" else "[ ]"))
            control.getparent().remove(control)


def commented(parts):
    xml = (
        '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:comment w:id="1" w:author="Jonas Berg"><w:p><w:r><w:t>Stämmer summan?</w:t></w:r></w:p></w:comment>'
        "</w:comments>"
    )
    rels = parts["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="rIdK" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" '
        b'Target="comments.xml"/></Relationships>',
    )
    return {**parts, "word/comments.xml": xml.encode(), "word/_rels/document.xml.rels": rels}


def commented_at(change):
    """Comments 1, 2 … of Sara Lind, put into the document by ``change(root, mark)``; mark(n, name) makes an anchor."""

    def apply(parts):
        root = parse(commented(parts)[DOCUMENT])
        change(root, lambda n, name="w:commentReference": el(name, {"w:id": str(n)}))
        notes = "".join(
            f'<w:comment w:id="{n}" w:author="Sara Lind"><w:p><w:r><w:t>Rad {n}.</w:t></w:r></w:p>'
            "<w:p><w:r><w:t>Mer.</w:t></w:r></w:p></w:comment>"
            for n in range(1, 5)
        )
        xml = f'<w:comments xmlns:w="{NAMESPACES["w"]}">{notes}</w:comments>'
        return {**commented(parts), DOCUMENT: serialise(root), "word/comments.xml": xml.encode()}

    return apply


def related(parts, part, attributes):
    """Add a relationship, written with its attributes in the order they are given."""
    added = f"<Relationship {attributes}/></Relationships>".encode()
    return {**parts, part: parts[part].replace(b"</Relationships>", added)}


# For every rule about Word documents alone: a change that must give it. The built document itself must not.
MANGLED = {
    "formulartext": question_deleted,
    "numrering": numbers_lost,
    "sparade-andringar": changes_tracked,
    "dold-text": text_hidden,
    "kommentar": commented,
    "tillganglighet": table_without_header,
    "utan-hem": text_above_first_question,
}
