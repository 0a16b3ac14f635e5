"""Small files that come to very much, one of each kind: made of nothing but what their format allows.

    PYTHONPATH=.:tests python tests/tunga.py [NAMN]

Run by hand it reads each as a command does, in a process of its own, and shows seconds, megabytes and what was said.
"""

import sys
import tempfile
import zipfile
import zlib
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from matning import measured
from smadokument import zipped

ROOT = Path(__file__).parents[1]
SECONDS, MEGABYTES = 5, 500
FAST = 1  # packed in haste: what it expands to is another limit
RAPPORT = 'mall: "2024"\nregion: Region Provlän\når: 2025\n'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TEXT = "<w:p><w:r><w:t>Text.</w:t></w:r></w:p>"


def document(body="", **others):
    """A Word document of a body, and of other parts (``styles``, ``numbering``, ``footnotes``) by their inner XML."""
    kinds = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "comments": "comments"}
    relations = "".join(
        f'<Relationship Id="p{name}" Type="{OFFICE}/{kinds[name]}" Target="{name}.xml"/>'
        for name in others
        if name in kinds
    )
    relations += others.pop("relations", "")
    head = others.pop("head", '<?xml version="1.0" encoding="UTF-8"?>')
    space = "http://schemas.openxmlformats.org/package/2006"
    parts = {
        "[Content_Types].xml": f'{head}<Types xmlns="{space}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml'
        '.document.main+xml"/></Types>',
        "_rels/.rels": f'{head}<Relationships xmlns="{space}/relationships"><Relationship Id="r1" '
        f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{head}<Relationships xmlns="{space}/relationships">{relations}'
        "</Relationships>",
        "word/document.xml": f"{head}<w:document {W} {R}><w:body>{body}</w:body></w:document>",
    }
    inner = {f"word/{name}.xml": f"{head}<w:{name} {W}>{part}</w:{name}>" for name, part in others.items()}
    return zipped(parts | inner, FAST)


def form(change):
    """A report in Word of a few answers, its document changed as text."""
    from rapport.word.fill import fill
    from rapport.word.package import read_package
    from rapport.workflow.load import load

    whole = load(ROOT / "underlag").underlag
    few = replace(whole, svar_by_fraga={fraga: whole.svar_by_fraga[fraga] for fraga in ("1.1", "6.3")})
    parts = fill(read_package(ROOT / "mallar/2024/mall.docx"), few)
    return zipped({**parts, "word/document.xml": change(parts["word/document.xml"].decode()).encode()}, FAST)


def listed(level, paragraphs=1, num=""):
    """A document of paragraphs in a list whose first level is as given."""
    item = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0">{level}</w:lvl></w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="1"/>{num}</w:num>'
    )
    return document(item * paragraphs, numbering=numbering)


def noted(note, times):
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    return document(f"<w:p>{mark * times}</w:p>", footnotes=f'<w:footnote w:id="2"><w:p>{note}</w:p></w:footnote>')


def styled():
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s{n + 1}"/></w:style>' for n in range(100_000)
    )
    return document(
        "".join(f'<w:p><w:pPr><w:pStyle w:val="s{n}"/></w:pPr></w:p>' for n in range(20_000)), styles=styles
    )


def linked():
    links = "".join(f'<w:hyperlink r:id="h{n}"><w:r><w:t>a</w:t></w:r></w:hyperlink>' for n in range(40_000))
    one = f'<Relationship Id="h%d" Type="{OFFICE}/hyperlink" Target="https://exempel.se/" TargetMode="External"/>'
    return document(f"<w:p>{links}</w:p>", relations="".join(one % n for n in range(40_000)))


def cell(text=""):
    return f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def threads():
    return "".join(f'<w:comment w:id="{n}"><w:p><w:r><w:t>a</w:t></w:r></w:p></w:comment>' for n in range(30_000))


def number_item(value, form_="upperRoman", pattern="%1" * 1000):
    return f'<w:start w:val="{value}"/><w:numFmt w:val="{form_}"/><w:lvlText w:val="{pattern}"/>'


BEGIN, SEPARATE = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate"))
WIDE = '<w:tc><w:tcPr><w:gridSpan w:val="64"/></w:tcPr><w:p/></w:tc>'
DOCUMENTS = {
    "numrering": lambda: listed(number_item(999_999_999)),
    "bokstäver": lambda: listed(number_item(999_999_999, "lowerLetter", "%1")),
    "siffror": lambda: listed(number_item("9" * 5_000, "decimal", "%1.")),
    "upphöjd": lambda: listed(number_item("²", "decimal", "%1.")),
    "nivåer": lambda: listed(number_item(1, "decimal", "%1."), 20_000, '<w:lvlOverride w:ilvl="7"/>' * 30_000),
    "fotnot": lambda: noted(f"<w:r><w:t>{'Not. ' * 60_000}</w:t></w:r>", 20_000),
    "tom fotnot": lambda: noted("<w:r/>" * 10_000, 20_000),
    "formatmallar": styled,
    "länkar": linked,
    "stycken": lambda: document(TEXT * 1_000_000),
    "tabell": lambda: document(
        f"<w:tbl><w:tr>{cell() * 10_000}</w:tr>{f'<w:tr>{cell()}</w:tr>' * 10_000}</w:tbl>{TEXT}"
    ),
    "breda celler": lambda: document(f"<w:tbl>{f'<w:tr>{WIDE * 1000}</w:tr>' * 100}</w:tbl>"),
    "tabell i tabell": lambda: document(
        "<w:tbl><w:tr><w:tc>" * 75 + "<w:tbl>" + "<w:tr/>" * 100_000 + "</w:tbl><w:p/>" + "</w:tc></w:tr></w:tbl>" * 75
    ),
    "fält": lambda: document(f"<w:p>{(BEGIN + SEPARATE) * 30_000}{'<w:r><w:t>a</w:t></w:r>' * 60_000}</w:p>"),
    "egna märken": lambda: document(
        "<w:p>" + '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/></w:r>' * 30_000 + "</w:p>"
    ),
    "attribut": lambda: document("<w:p " + " ".join(f'a{n}="1"' for n in range(1_000_000)) + "/>"),
    "element": lambda: document("<w:p>" + "<w:r/>" * 2_000_000 + "</w:p>"),
    "kodning": lambda: document(head='<?xml version="1.0" encoding="UTF-7"?>'),
    "löpande text": lambda: document(f"<w:p>{'<w:r><w:t>Text. </w:t></w:r>' * 300_000}</w:p>"),
}


FORMS = {
    "ändringar": lambda: form(
        lambda text: text.replace("<w:sectPr", '<w:customXmlInsRangeStart w:id="1"/>' * 60_000 + "<w:ins/><w:sectPr", 1)
    ),
    "liknande": lambda: form(
        lambda text: text.replace("<w:sectPr", TEXT.replace("Text", "Beskriv arbetet " * 9) * 1_500 + "<w:sectPr", 1)
    ),
    "formulärtabell": lambda: form(
        lambda text: text.replace(
            "<w:sectPr",
            "<w:tbl><w:tr><w:tc>" * 70
            + TEXT.replace("Text", "Annan text " * 9) * 2_000
            + "<w:p><w:r><w:t>Analys</w:t></w:r></w:p>"
            + "</w:tc></w:tr></w:tbl>" * 70
            + "<w:sectPr",
            1,
        )
    ),
}
HEAD = "område: 1\nsvar:\n"
FILES = {
    "många fel": {"1.yaml": HEAD + "".join(f"  a{n}: x\n" for n in range(9_900))},
    "många fel i svar": {"1.yaml": HEAD + "".join(f'  "1.{n}":\n    a{n}: x\n' for n in range(4_900))},
    "många trasiga": {"1.yaml": HEAD + "en rad text\n" * 49_000},
    "många citat": {"1.yaml": HEAD + '  "1.1": "a" b\n' * 49_000},
    "många tabbar": {"1.yaml": HEAD + "\ta\n" * 49_000},
    "många utan streck": {
        "1.yaml": HEAD + "".join(f'  "{n % 9}.{n}":\n    Rad ett.\n    Rad två.\n    Rad tre.\n' for n in range(9_900))
    },
    "många kanter": {"1.yaml": HEAD + "".join(f'  "1.{n}": |\n    Rad ett.\nRad två.\n' for n in range(16_000))},
    "hakar": {"1.yaml": "område: 1\nsvar: " + "[" * 100_000},
    "samma fråga": {"1.yaml": HEAD + '  "1.1": Text.\n' * 40_000},
    "okända nycklar": {"1.yaml": HEAD + "".join(f"  a{n}: x\n" for n in range(100_000))},
    "okända i svar": {
        "1.yaml": HEAD + '  "1.1":\n    text: Text.\n' + "".join(f"    a{n}: x\n" for n in range(100_000))
    },
    "trasiga rader": {"1.yaml": HEAD + "en rad text\n" * 150_000},
    "tomma rader": {"1.yaml": HEAD + "a\n" * 900_000},
    "tabbar": {"1.yaml": HEAD + "\ta\n" * 500_000},
    "citat": {"1.yaml": HEAD + '  "1.1": "a" b\n' * 100_000},
    "klamrar": {"1.yaml": "område: 1\nsvar: {" + "a, " * 600_000 + "}"},
    "frågor utan streck": {
        "1.yaml": HEAD + "".join(f'  "{n % 9}.{n}":\n    Rad ett.\n    Rad två.\n    Rad tre.\n' for n in range(40_000))
    },
    "ordlista": {"rapport.yaml": RAPPORT + "ordlista:\n" + "".join(f"  - ord{n}\n" for n in range(150_000))},
    "register": {"kallor.yaml": "källor:\n" + "".join(f"  k{n}: {{titel: T}}\n" for n in range(90_000))},
    "uttryck": {"1.yaml": HEAD + '  "1.1": |\n' + "    {{ 1 }}\n\n" * 100_000},
    "rutnät": {
        "siffror/a.csv": ";".join(f"k{n}" for n in range(100)) + "\n" + (";".join(["17"] * 100) + "\n") * 13_000
    },
    "långa kolumner": {"siffror/a.csv": "Namn;Belopp\n" + "a;17\n" * 20_000},
    "citattecken": {"siffror/a.csv": '"' * 3_999_999},
}


def book(**parts):
    """A workbook with one sheet, some of its parts replaced; names are paths with __ for / and _ for a point."""
    import openpyxl

    made = openpyxl.Workbook()
    made.active.append(["Namn", "Belopp"])
    made.active.append(["Hed", 17])
    stream = BytesIO()
    made.save(stream)
    source = zipfile.ZipFile(stream)
    found = {name: source.read(name).decode() for name in source.namelist()}
    for name, change in parts.items():
        path = {"styles": "xl/styles.xml", "sheet": "xl/worksheets/sheet1.xml", "book": "xl/workbook.xml"}[name]
        found[path] = change(found[path])
    return zipped(found, FAST)


def sheet_of(rows, columns, value="<v>17</v>"):
    from openpyxl.utils import get_column_letter as letter

    names = [letter(n + 1) for n in range(columns)]
    head = "".join(f'<c r="{n}1" t="inlineStr"><is><t>k{n}</t></is></c>' for n in names)
    made = [f'<row r="1">{head}</row>']
    made += [
        f'<row r="{r}">' + "".join(f'<c r="{n}{r}">{value}</c>' for n in names) + "</row>" for r in range(2, rows + 2)
    ]
    return "<sheetData>" + "".join(made) + "</sheetData>"


def replaced(text, tag, new):
    start, end = text.index(f"<{tag}"), text.index(f"</{tag}>") + len(tag) + 3
    return text[:start] + new + text[end:]


FILES["rutnät under taket"] = {
    "siffror/a.csv": ";".join(f"k{n}" for n in range(100))
    + "\n"
    + "".join(";".join(str(n * 7 + k) for k in range(100)) + "\n" for n in range(1_490))
}
BOOKS = {
    "celler under taket": lambda: book(sheet=lambda t: replaced(t, "sheetData", sheet_of(1_490, 100))),
    "format": lambda: book(styles=lambda t: t.replace("</cellXfs>", '<xf numFmtId="0"/>' * 1_500_000 + "</cellXfs>")),
    "blad": lambda: book(
        book=lambda t: t.replace(
            "</sheets>",
            "".join(f'<sheet xmlns:r="{OFFICE}" name="Blad" sheetId="{n}" r:id="rId1"/>' for n in range(2, 20_000))
            + "</sheets>",
        )
    ),
    "celler": lambda: book(sheet=lambda t: replaced(t, "sheetData", sheet_of(19_000, 100))),
    "tomma celler": lambda: book(
        sheet=lambda t: replaced(t, "sheetData", "<sheetData>" + "<row>" + "<c/>" * 1_500_000 + "</row></sheetData>")
    ),
    "namn": lambda: book(
        book=lambda t: t.replace(
            "<calcPr",
            "<definedNames>"
            + "".join(f'<definedName name="n{n}">A1</definedName>' for n in range(500_000))
            + "</definedNames><calcPr",
        )
    ),
    "sammanfogade": lambda: book(
        sheet=lambda t: t.replace(
            "</sheetData>", "</sheetData><mergeCells>" + '<mergeCell ref="A2:A9"/>' * 800_000 + "</mergeCells>"
        )
    ),
}


def nested_pdf(depth=28):
    """A PDF whose forms each show the next one twice: two to the power of their number."""
    count = depth
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources 7 0 R >>",
        _stream(b"/F Do"),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< >>",
        b"<< /XObject << /F 8 0 R >> /Font << /F1 5 0 R >> >>",
    ]
    for n in range(count):
        inside = b"/F Do /F Do" if n < count - 1 else b"BT /F1 9 Tf (Text.) Tj ET"
        further = b"/XObject << /F %d 0 R >>" % (9 + n) if n < count - 1 else b""
        head = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << %s /Font << /F1 5 0 R >> >>" % further
        objects.append(_stream(inside, head))
    raw, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(raw))
        raw += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return raw + b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        size,
        table,
        size,
        len(raw),
    )


def _stream(content, head=b""):
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (head, len(content), content)


def swelling_pdf():
    squeezer = zlib.compressobj(1)
    once = b"".join(squeezer.compress(bytes(10_000_000)) for _ in range(90)) + squeezer.flush()
    twice = zlib.compress(once, 9)
    return nested_pdf(1).replace(
        _stream(b"/F Do"),
        b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n%s\nendstream" % (len(twice), twice),
    )


PDFS = {"formulär i formulär": nested_pdf, "svällande": swelling_pdf}


def cases():
    """Every case by its name: the files to write by name, and the command to run."""
    check = ["kontrollera", "mapp"]
    for name, make in DOCUMENTS.items():
        yield f"docx {name}", {"a.docx": make}, ["rakna", "a.docx"]
    for name in ("numrering", "fotnot", "stycken", "tabell i tabell"):
        yield f"docx papper {name}", {"mapp/kallor/a.docx": DOCUMENTS[name]}, ["underlag", "sok", "text", "--i", "mapp"]
    for name, make in FORMS.items():
        yield f"docx {name}", {"a.docx": make}, ["kontrollera", "a.docx"]
    for name, files in FILES.items():
        yield f"fil {name}", {f"mapp/{file}": (lambda text=text: text.encode()) for file, text in files.items()}, check
    for name, make in BOOKS.items():
        yield f"xlsx {name}", {"mapp/siffror/a.xlsx": make}, check
        yield f"xlsx papper {name}", {"mapp/kallor/a.xlsx": make}, ["underlag", "sok", "hed", "--i", "mapp"]
    for name, make in PDFS.items():
        yield f"pdf {name}", {"mapp/kallor/a.pdf": make}, ["underlag", "sok", "text", "--i", "mapp"]


def prepare(folder, files):
    """Make a report folder whose answers ask for all there is, and put a case's files in it."""
    place = folder / "mapp"
    for name in ("siffror", "kallor"):
        (place / name).mkdir(parents=True, exist_ok=True)
    (place / "rapport.yaml").write_text(RAPPORT, "utf-8")
    asks = "Stödet var 17 311 kronor. {{ a | antal }}" if any("siffror/" in name for name in files) else "Text."
    (place / "2.yaml").write_text(f'område: 2\nsvar:\n  "2.1": |\n    {asks}\n', "utf-8")
    for name, make in files.items():
        (folder / name).write_bytes(make())
    return folder


def main():
    wanted = sys.argv[1:]
    for name, files, command in cases():
        if wanted and not any(word in name for word in wanted):
            continue
        with tempfile.TemporaryDirectory() as room:
            code, seconds, megabytes, said = measured(prepare(Path(room), files), command)
        lines = said.strip().splitlines()
        mark = "!" if seconds > SECONDS or megabytes > MEGABYTES or code not in (0, 1, 2) else " "
        print(
            f"{mark} {name:32} {code:4} {seconds:6.1f} s {megabytes:6.0f} MB  {len(said):8} {(lines or [''])[0][:90]}",
            flush=True,
        )


if __name__ == "__main__":
    main()
