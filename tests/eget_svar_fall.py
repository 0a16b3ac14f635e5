"""One answer as colleagues send it: documents of their own, and text pasted from Word, Outlook, Excel and Teams.

Each pasted case is the text and the Markdown it is meant as. Each document is what makes it, the Markdown of the answer
to 3.2, and the words that must be said of what did not come along as it was.
"""

import io
import struct
import subprocess
import zlib

import docx
from docx.shared import Pt
from smadokument import box, document, field, item, p, r, table, within
from sparade_fall import gone, ins, note, own

PASTED = {
    "ett stycke": ("Vi har arbetat med tre mål.", "Vi har arbetat med tre mål."),
    "stycken ur Word": (
        (
            "Vi har arbetat med tre mål under året och alla har nåtts, trots att förutsättningarna ändrats.\r\n"
            "Ett andra stycke som också är en lång rad utan radbrytningar, så som Word lägger den på urklipp.\r\n"
        ),
        (
            "Vi har arbetat med tre mål under året och alla har nåtts, trots att förutsättningarna ändrats.\n\n"
            "Ett andra stycke som också är en lång rad utan radbrytningar, så som Word lägger den på urklipp."
        ),
    ),
    "punkter ur Word": (
        "Insatserna var:\r\n•\tStöd till företag\r\n•\tNya lokaler\r\nAllt blev klart.",
        "Insatserna var:\n\n- Stöd till företag\n- Nya lokaler\n\nAllt blev klart.",
    ),
    "punkter i två nivåer ur Word": (
        "•\tStöd\r\no\tTill företag\r\no\tTill föreningar\r\n•\tLokaler",
        "- Stöd\n  - Till företag\n  - Till föreningar\n- Lokaler",
    ),
    "punkter med Wingdings": ("\uf0b7\tEtt\n\uf0b7\tTvå", "- Ett\n- Två"),
    "punkter ur Outlook": (
        "·         Stöd till företag\n·         Nya lokaler",
        "- Stöd till företag\n- Nya lokaler",
    ),
    "tankstreck": ("Vi gjorde:\n– stöd\n– lokaler", "Vi gjorde:\n\n- stöd\n- lokaler"),
    "streck utan blanksteg": ("Vi gjorde:\n-stöd\n-lokaler", "Vi gjorde:\n\n- stöd\n- lokaler"),
    "ett ensamt tankstreck är ingen lista": (
        "– Det var ett bra år, säger ordföranden.",
        "– Det var ett bra år, säger ordföranden.",
    ),
    "numrerad lista": ("1.\tEtt\n2.\tTvå\n3.\tTre", "1. Ett\n2. Två\n3. Tre"),
    "numrering med parentes": ("1) Ett\n2) Två", "1. Ett\n2. Två"),
    "lista som börjar på tre": ("3. Tre\n4. Fyra", "3. Tre\n4. Fyra"),
    "bokstäver behålls": ("a) Ett\nb) Två", "- a) Ett\n- b) Två"),
    "ett ensamt nummer är ingen lista": ("1) Först detta.", "1\\) Först detta."),
    "årtal är ingen lista": ("2023. Då började allt.", "2023\\. Då började allt."),
    "tecken som Markdown läser": (
        "# Inte rubrik\n\n*Stjärna* och _streck_ och [klammer] och `kod` och <tagg>",
        "\\# Inte rubrik\n\n\\*Stjärna\\* och \\_streck\\_ och \\[klammer\\] och \\`kod\\` och \\<tagg>",
    ),
    "uttryck räknas inte": ("Summan är {{ 1 + 1 }} kr.", "Summan är \\{{ 1 + 1 }} kr."),
    "hårt bruten rad ur ett brev": (
        (
            "Vi har under året arbetat med tre mål som alla rör service i hela\n"
            "länet. Arbetet har skett i samverkan med kommunerna och med\n"
            "civilsamhället.\n\nEtt andra stycke följer här och bryts också det av brevets egen\nbredd."
        ),
        (
            "Vi har under året arbetat med tre mål som alla rör service i hela länet. Arbetet har skett i "
            "samverkan med kommunerna och med civilsamhället.\n\n"
            "Ett andra stycke följer här och bryts också det av brevets egen bredd."
        ),
    ),
    "punkt som bryts i ett brev": (
        "- Stöd till företag i hela länet, med särskild tyngd på de minsta\n  företagen i glesbygd\n- Nya lokaler",
        "- Stöd till företag i hela länet, med särskild tyngd på de minsta företagen i glesbygd\n- Nya lokaler",
    ),
    "celler ur Excel": (
        "Insats\tBelopp\r\nStöd\t10\u00a0000\r\nLokaler\t5 000\r\n",
        "| Insats | Belopp |\n| --- | --- |\n| Stöd | 10\u00a0000 |\n| Lokaler | 5 000 |",
    ),
    "tom cell ur Excel": (
        "Insats\tBelopp\tAnm\nStöd\t10\t\nLokaler\t\tklar",
        "| Insats | Belopp | Anm |\n| --- | --- | --- |\n| Stöd | 10 |  |\n| Lokaler |  | klar |",
    ),
    "cell med radbrytning ur Excel": (
        'Insats\tText\nStöd\t"rad ett\nrad två"\nMer\t"sa ""ja"""',
        '| Insats | Text |\n| --- | --- |\n| Stöd | rad ett<br>rad två |\n| Mer | sa "ja" |',
    ),
    "tecken som inte syns": ("\ufeffVi\u200b har\u2060 sam\u00adarbetat.", "Vi har samarbetat."),
    "delade tecken": ("A\u030ar och a\u0308ndring", "År och ändring"),
    "hårda blanksteg": (
        "Det\u00a0kostade 10\u00a0000\u00a0kr och 5\u00a0%.",
        "Det kostade 10\u00a0000\u00a0kr och 5\u00a0%.",
    ),
    "radbrytning i Word": ("Adress:\u000bGatan 1\u000bStaden", "Adress:\\\nGatan 1\\\nStaden"),
    "tomma rader och blanksteg": ("\n \u00a0\nEtt.  \n\n\n\nTvå.\n\n", "Ett.\n\nTvå."),
    "adress på korta rader": ("Region Sundmark\nBox 12\n123 45 Sundby", "Region Sundmark\\\nBox 12\\\n123 45 Sundby"),
    "korta meningar är stycken": ("Vi nådde målet.\nDet gick bra.", "Vi nådde målet.\n\nDet gick bra."),
    "typografiska citattecken står kvar": (
        "Det kallas ”navet” – och “hub” ‒ här.",
        "Det kallas ”navet” – och “hub” ‒ här.",
    ),
    "ingenting": (" \r\n\u200b\n", ""),
}


def saved(made):
    """Return what writes a document of python-docx to a path."""

    def write(path):
        whole = docx.Document()
        made(whole)
        whole.save(str(path))
        return path

    return write


def raw(body, notes=()):
    """Return what writes a document of raw XML to a path."""
    return lambda path: document(path, body, notes)


def html(text):
    """Return what lets LibreOffice write a web page as a document."""

    def write(path):
        source = path.with_suffix(".html")
        source.write_text(f"<html><meta charset='utf-8'><body>{text}</body></html>", "utf-8")
        profile = (path.parent / "profil").as_uri()
        command = ["soffice", "--headless", f"-env:UserInstallation={profile}", "--infilter=HTML (StarWriter)"]
        command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(path.parent), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return path

    return write


def picture():
    """Return a picture of one dot."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    start = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return io.BytesIO(start + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b""))


def _letter(whole):
    whole.add_heading("Samverkan", 1)
    whole.add_paragraph("Vi har samverkat med alla.")
    whole.add_heading("Med kommunerna", 2)
    whole.add_paragraph("Tre möten.")


def _lists(whole):
    whole.add_paragraph("Insatser:")
    for text in ("Stöd", "Lokaler"):
        whole.add_paragraph(text, "List Bullet")
    for text in ("Först", "Sedan"):
        whole.add_paragraph(text, "List Number")


def _table(whole):
    whole.add_paragraph("Se tabellen.")
    cells = whole.add_table(2, 2).rows
    for row_, texts in zip(cells, (("Insats", "Kr"), ("Stöd", "10")), strict=True):
        for cell_, text in zip(row_.cells, texts, strict=True):
            cell_.text = text


def _pictured(whole):
    whole.add_paragraph("Se bilden.")
    whole.add_picture(picture())


def _with_header(whole):
    whole.sections[0].header.paragraphs[0].text = "Region Sundmark, utkast"
    whole.sections[0].footer.paragraphs[0].text = "Sida 1"
    whole.add_paragraph("Själva svaret.")


def _titled(whole):
    whole.add_heading("Svar till redovisningen", 0)
    whole.add_paragraph("Själva svaret.")


def _looks(whole):
    paragraph = whole.add_paragraph("Vi har ")
    paragraph.add_run("tre").bold = True
    paragraph.add_run(" mål").font.size = Pt(20)


def _commented(whole):
    paragraph = whole.add_paragraph("Vi har ")
    run = paragraph.add_run("fyra projekt")
    whole.add_comment([run], "Stämmer det?", author="Jonas Berg")


FRAGA = "{fraga}"  # the question's own text, as the form has it
OMSKRIVEN = "{omskriven}"  # the same, somewhat reworded
OTHER = "{other}"  # that of 3.3

DOKUMENT = {
    "vanliga stycken": (raw(p("Ett.") + p("Två.")), "Ett.\n\nTvå.", ()),
    "rubriker": (
        saved(_letter),
        "**Samverkan**\n\nVi har samverkat med alla.\n\n**Med kommunerna**\n\nTre möten.",
        ("Samverkan", "Med kommunerna", "fetstil"),
    ),
    "listor": (saved(_lists), "Insatser:\n\n- Stöd\n- Lokaler\n\n1. Först\n2. Sedan", ()),
    "tabell": (saved(_table), "Se tabellen.\n\n| Insats | Kr |\n| --- | --- |\n| Stöd | 10 |", ()),
    "utseende": (saved(_looks), "Vi har **tre** mål", ()),
    "titel": (saved(_titled), "**Svar till redovisningen**\n\nSjälva svaret.", ("Svar till redovisningen",)),
    "bild": (saved(_pictured), "Se bilden.", ("bild",)),
    "sidhuvud och sidfot": (saved(_with_header), "Själva svaret.", ("Region Sundmark, utkast", "Sidfot")),
    "kommentar": (saved(_commented), "Vi har fyra projekt", ("Jonas Berg", "Stämmer det?")),
    "frågans nummer och text först": (raw(p(f"3.2 {FRAGA}") + p("Svaret.")), "Svaret.", ("frågans egen",)),
    "frågans text som rubrik": (
        raw(p(FRAGA, properties='<w:outlineLvl w:val="1"/>') + p("") + p("Svaret.")),
        "Svaret.",
        ("frågans egen",),
    ),
    "bara numret först": (raw(p("3.2") + p("Svaret.")), "Svaret.", ("3.2",)),
    "svar på fråga": (raw(p("Svar på fråga 3.2:") + p("Svaret.")), "Svaret.", ("Svar på fråga 3.2",)),
    "frågan och svaret i ett stycke": (
        raw(p(r(f"3.2. {FRAGA}") + within("<w:br/>") + r("Svaret."))),
        "Svaret.",
        ("frågans egen",),
    ),
    "frågan omskriven lite": (
        raw(p(OMSKRIVEN) + p("Svaret.")),
        "Svaret.",
        ("frågans",),
    ),
    "nummer som hör till svaret": (raw(p("3,2 miljoner kronor.")), "3,2 miljoner kronor.", ()),
    "två frågor i samma dokument": (
        raw(p(f"3.2 {FRAGA}") + p("Svaret.") + p(f"3.3 {OTHER}") + p("Nästa.")),
        f"Svaret.\n\n3\\.3 {OTHER}\n\nNästa.",
        ("3.3",),
    ),
    "fotnoter": (raw(p("Text", note(2), "."), (own(" Källan."),)), "Text[^1].\n\n[^1]: Källan.", ()),
    "spårade ändringar": (
        raw(p("Vi har ", gone("tre"), ins("fyra"), " mål.")),
        "Vi har fyra mål.",
        ("Infogad text är inte godkänd: ”fyra”", "Borttagen text är inte godkänd: ”tre”"),
    ),
    "dold text": (raw(p("Syns.", r(" Syns inte.", "<w:vanish/>"))), "Syns.", ("Syns inte.",)),
    "dold text i tabell": (raw(table(("A", p("B", r("dolt", "<w:vanish/>"))))), "| A | B |\n| --- | --- |", ("dolt",)),
    "textruta": (
        raw(p("Ett.", within(box(p("I rutan.")))) + p("Två.")),
        "Ett.\n\nI rutan.\n\nTvå.",
        ("textruta", "I rutan."),
    ),
    "innehållsförteckning": (
        raw(p("Samverkan\t2", properties='<w:pStyle w:val="TOC1"/>') + p("Svaret.")),
        "Svaret.",
        ("nnehållsförteckning",),
    ),
    "länk i fält": (
        raw(p("Se ", field(' HYPERLINK "https://exempel.se/" ', "sidan"), ".")),
        "Se [sidan](https://exempel.se/).",
        (),
    ),
    "punkter med bild": (raw(item(2, "Ett") + item(2, "Två") + p(within("<w:drawing/>"))), "- Ett\n- Två", ("bild",)),
    "rubrik med nummer": (
        raw(item(1, "Samverkan").replace("<w:pPr>", '<w:pPr><w:outlineLvl w:val="0"/>') + p("Svaret.")),
        "**Samverkan**\n\nSvaret.",
        ("Samverkan", "1."),
    ),
    "ur en webbsida": (
        html("<p>Vi har <b>tre</b> mål, se <a href='https://exempel.se/'>sidan</a>.</p><ul><li>Ett<li>Två</ul>"),
        "Vi har **tre** mål, se [sidan](https://exempel.se/).\n\n- Ett\n- Två",
        (),
    ),
}
