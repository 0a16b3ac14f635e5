"""Small Word documents, made of raw parts: only what the body given needs, as Word would have saved it."""

import zipfile
from io import BytesIO

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": W,
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "w16se": "http://schemas.microsoft.com/office/word/2015/wordml/symex",
    }.items()
)
# Each list by its number: how its levels are written, and what stands after the label.
LISTS = {
    1: [("decimal", "%1.", ""), ("decimal", "%1.%2", "")],
    2: [("bullet", "•", "")],
    3: [("decimal", "%1)", "space")],
    4: [("decimal", "%1)", "nothing")],
    5: [("none", "", "")],
    6: [("lowerRoman", "%1)", "")],
    7: [("lowerLetter", "%1.", "")],
}
STYLES = """<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Punkt"><w:name w:val="Punkt"/>
<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Underpunkt"><w:name w:val="Underpunkt"/><w:basedOn w:val="Punkt"/></w:style>
<w:style w:type="paragraph" w:styleId="Doldstycke"><w:name w:val="Dolt stycke"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Dold"><w:name w:val="Dold"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Platshallare"><w:name w:val="Placeholder Text"/></w:style>"""
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_KINDS = {"document": "document.main"}
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def zipped(parts, level=None):
    """The bytes of a package of parts, by their names."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


def document(path, body, notes=()):
    """Write a document with a body, and with footnotes and endnotes of the content given, numbered from 2."""
    written = "".join(f'<w:{{0}} w:id="{number}">{note}</w:{{0}}>' for number, note in enumerate(notes, 2))
    parts = {
        "document": f"<w:document {NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "styles": f"<w:styles {NAMESPACES}>{STYLES}</w:styles>",
        "numbering": f"<w:numbering {NAMESPACES}>{_numbering()}</w:numbering>",
        "footnotes": f"<w:footnotes {NAMESPACES}>{written.format('footnote')}</w:footnotes>",
        "endnotes": f"<w:endnotes {NAMESPACES}>{written.format('endnote')}</w:endnotes>",
    }
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_OFFICE}.{_KINDS.get(name, name)}+xml"/>'
        for name in parts
    )
    with zipfile.ZipFile(path, "w") as package:
        package.writestr(
            "[Content_Types].xml",
            f'{_HEADER}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        )
        package.writestr("_rels/.rels", _relations(("officeDocument", "word/document.xml")))
        others = [(name, f"{name}.xml") for name in parts if name != "document"]
        package.writestr("word/_rels/document.xml.rels", _relations(*others))
        for name, part in parts.items():
            package.writestr(f"word/{name}.xml", _HEADER + part)
    return path


def _relations(*targets):
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATION}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets)
    )
    return f'{_HEADER}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def _numbering():
    abstract, concrete = "", ""
    for number, levels in LISTS.items():
        rows = "".join(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
            + (f'<w:suff w:val="{suffix}"/>' if suffix else "")
            + f'<w:lvlText w:val="{label}"/></w:lvl>'
            for depth, (kind, label, suffix) in enumerate(levels)
        )
        abstract += f'<w:abstractNum w:abstractNumId="{number}">{rows}</w:abstractNum>'
        concrete += f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
    return abstract + concrete


def p(*content, properties=""):
    """Return a paragraph of runs; text is made a run."""
    runs = "".join(one if one.startswith("<") else r(one) for one in content)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"


def r(text, properties="", tag="t"):
    """Return a run of text whose blanks are kept."""
    looks = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{looks}<w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def within(inner):
    """Return a run of other content than text."""
    return f"<w:r>{inner}</w:r>"


def item(number, *content, depth=0, mark=""):
    """Return a paragraph of a list."""
    looks = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    return p(*content, properties=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>{looks}')


def field(code, *result, start=""):
    """Return the runs of a field: its code, which nobody sees, and its stored result."""
    runs = "".join(one if one.startswith("<") else r(one) for one in result)
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{start}</w:fldChar></w:r>'
        + (code if code.startswith("<") else r(code, tag="instrText"))
        + f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{runs}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def changed(tag, inner):
    return f'<w:{tag} w:id="9" w:author="Sara Lind" w:date="2026-01-01T00:00:00Z">{inner}</w:{tag}>'


def control(inner, properties=""):
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def table(*rows):
    """Return a table of rows of cells, each a text or paragraphs."""
    cells = (
        "".join(f"<w:tc>{cell if cell.startswith('<') else p(*([cell] if cell else []))}</w:tc>" for cell in row)
        for row in rows
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def choice(first, fallback, requires="wps"):
    return (
        f'<mc:AlternateContent><mc:Choice Requires="{requires}">{first}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


def box(inner):
    """Return a text box, as Word writes it for itself."""
    shape = f"<wps:wsp><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx></wps:wsp>"
    graphic = f"<a:graphic><a:graphicData>{shape}</a:graphicData></a:graphic>"
    return f"<w:drawing><wp:inline>{graphic}</wp:inline></w:drawing>"


def old_box(inner):
    """Return a text box, as Word writes it for its older versions."""
    return f"<w:pict><v:rect><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:rect></w:pict>"


def note(text, mark="<w:r><w:footnoteRef/></w:r>"):
    """Return the content of a note: its own mark and its text."""
    return p(mark, text)
