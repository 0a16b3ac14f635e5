"""Reading papers of every kind: each snippet with its place, and a hostile file named and passed over."""

import random
import shutil
import subprocess
import zipfile
import zlib
from datetime import date
from functools import partial
from hashlib import new
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest
from conftest import RAPPORT

from rapport.cli.main import run
from rapport.sources import readers
from rapport.sources.paper import MAX_FILE, Paper, read
from rapport.sources.words import terms
from rapport.sources.worker import PaperReader
from rapport.workflow import searching
from rapport.workflow.papers import READERS


def pdf(*pages):
    """A PDF with a text layer, each page a list of lines."""
    contents = []
    for lines in pages:
        rows = b" ".join(b"(" + line.encode("cp1252").replace(b"(", rb"\(") + b") Tj T*" for line in lines)
        contents.append(b"BT /F1 12 Tf 14 TL 50 750 Td " + rows + b" ET")
    count = len(pages)
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, content in enumerate(contents):
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R "
        objects.append((page + "/Resources << /Font << /F1 3 0 R >> >> >>").encode())
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    raw, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(raw))
        raw += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size, start = len(objects) + 1, len(raw)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % size
    return raw + head + table + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, start)


md5 = partial(new, "md5", usedforsecurity=False)
PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def rc4(key, raw):
    box, at = list(range(256)), 0
    for n in range(256):
        at = (at + box[n] + key[n % len(key)]) % 256
        box[n], box[at] = box[at], box[n]
    n, at, out = 0, 0, bytearray()
    for byte in raw:
        n = (n + 1) % 256
        at = (at + box[n]) % 256
        box[n], box[at] = box[at], box[n]
        out.append(byte ^ box[(box[n] + box[at]) % 256])
    return bytes(out)


def encrypted(raw, password):
    """The PDF, of one page, with a password of the oldest kind: RC4 with 40 bits."""
    user = (password.encode() + PAD)[:32]
    owner = rc4(md5((b"agare" + PAD)[:32]).digest()[:5], user)
    key = md5(user + owner + (-4).to_bytes(4, "little", signed=True) + b"id").digest()[:5]
    start = raw.index(b"stream\n", raw.index(b"5 0 obj")) + 7
    end = raw.index(b"\nendstream")
    own = md5(key + (5).to_bytes(3, "little") + b"\0\0").digest()[:10]
    raw = raw[:start] + rc4(own, raw[start:end]) + raw[end:]
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{owner.hex()}> /U <{rc4(key, PAD).hex()}> >>"
    return raw.replace(b"trailer <<", f"trailer << {lock} /ID [<6964> <6964>]".encode())


def workbook(sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.fixture(scope="module")
def reader():
    with PaperReader(READERS) as reader:
        yield reader


@pytest.fixture
def paper(tmp_path, reader):
    """Return a function that reads a paper of some name and content."""

    def read(name, raw):
        file = tmp_path / name
        file.write_bytes(raw if isinstance(raw, bytes) else raw.encode("utf-8"))
        return reader.read(Paper(name, file))

    return read


def where(said):
    return [(snippet.place, snippet.text) for snippet in said.snippets]


def test_a_pdf_gives_its_pages(paper):
    said = paper("a.pdf", pdf(["Nämnden beslutade om tåg.", "Flera rader här."], [], ["Sista sidan om flyg."]))
    assert where(said) == [
        ("sida 1", "Nämnden beslutade om tåg. Flera rader här."),
        ("sida 3", "Sista sidan om flyg."),
    ]


def test_words_that_a_pdf_parts_at_line_ends_are_whole(paper):
    lines = ["Om sam-", "verkan i lands-", "och glesbygd, RUS-", "arbetet, RUN/402/2025, och sam\xad", "råd."]
    (said,) = where(paper("a.pdf", pdf(lines)))
    assert said == ("sida 1", "Om samverkan i lands- och glesbygd, RUS-arbetet, RUN/402/2025, och samråd.")


@pytest.mark.parametrize("limit", ["_MAX_PAGES", "_MAX_CHARACTERS"])
def test_a_pdf_with_more_than_is_read_is_named(tmp_path, monkeypatch, limit):
    monkeypatch.setattr(readers, limit, 1)
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf(["Om tåg."], ["Om flyg."]))
    assert "för stor" in read(Paper("a.pdf", file), readers.pdf).fault[0]


def test_a_pdf_that_anyone_may_open_is_read_though_it_is_encrypted(paper):
    assert paper("a.pdf", encrypted(pdf(["Om tåg."]), "")).snippets[0].text == "Om tåg."


@pytest.mark.parametrize(
    ("raw", "words", "hint"),
    [
        (encrypted(pdf(["Hemligt."]), "losen"), "lösenord", "spara en kopia"),
        (pdf([], []), "inskannad", "OCR"),
        (b"%PDF-1.4 skrap", "skadad", "Hämta den på nytt"),
        (pdf(["Text."])[:300], "skadad", "Hämta den på nytt"),
        (b"", "skadad", "Hämta den på nytt"),
    ],
    ids=["lösenord", "bild", "skräp", "avkortad", "tom"],
)
def test_a_pdf_that_cannot_be_searched_says_why_and_what_to_do(paper, raw, words, hint):
    said = paper("a.pdf", raw)
    assert said.snippets == ()
    assert words in said.fault[0]
    assert said.fault[0].startswith("a.pdf ")
    assert hint in said.fault[1]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice (soffice) finns inte här")
def test_a_pdf_as_an_office_program_makes_it(paper, tmp_path):
    document = docx.Document()
    document.add_heading("Ett beslut om kollektivtrafik")
    document.add_paragraph(
        "Nämnden beslutade att köpa fler tåg för 500\u00a0000 kr, och länets överenskommelse gäller."
    )
    document.save(str(tmp_path / "b.docx"))
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    command = [shutil.which("soffice"), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "b.docx")], check=True, capture_output=True, timeout=120)
    found = {
        term for snippet in paper("b.pdf", (tmp_path / "b.pdf").read_bytes()).snippets for term in terms(snippet.text)
    }
    assert {"500000", "namnd", "kollektivtrafik"} <= found


def test_a_word_document_gives_paragraphs_tables_and_notes(paper):
    document = docx.Document()
    document.add_heading("Beslut")
    document.add_paragraph("Nämnden beslutade om tåg.")
    document.add_table(1, 2).rows[0].cells[1].text = "500 000 kr"
    stream = BytesIO()
    document.save(stream)
    ((place, text),) = where(paper("a.docx", stream.getvalue()))
    assert place == "stycke 1"
    assert "Nämnden beslutade om tåg." in text
    assert "500 000 kr" in text


def test_a_workbook_gives_its_rows(paper):
    rows = [["Insats", "Belopp", "Datum"], [], ["Etablering", 500000.0, date(2025, 12, 1)], ["Andel", 0.25]]
    said = paper("a.xlsx", workbook({"Beslut": rows, "Tomt": [], "Övrigt": [["Tåg"]]}))
    assert where(said) == [
        ("blad Beslut, rad 1", "Insats · Belopp · Datum"),
        ("blad Beslut, rad 3", "Etablering · 500000 · 2025-12-01"),
        ("blad Beslut, rad 4", "Andel · 0,25"),
        ("blad Övrigt, rad 1", "Tåg"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_is_read_however_it_was_saved(paper, encoding):
    assert where(paper("a.txt", "Länets tåg går över ån.".encode(encoding))) == [("rad 1", "Länets tåg går över ån.")]


def rezipped(raw, change):
    source = zipfile.ZipFile(BytesIO(raw))
    parts = change({name: source.read(name) for name in source.namelist()})
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
BOOK = workbook({"A": [["Tåg", 1]]})
ENTITIES = b'<!DOCTYPE a [<!ENTITY b "cccccccccc">]><worksheet>&b;</worksheet>'


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "ingen Excelfil"),
        (b"PK\x03\x04 halv", "ingen Excelfil"),
        (BOOK[:-200], "ingen Excelfil"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "ingen Excelfil"),
        (rezipped(BOOK, lambda parts: {**parts, SHEET: ENTITIES}), "DOCTYPE"),
        (rezipped(BOOK, lambda parts: {**parts, SHEET: ENTITIES.decode().encode("utf-16")}), "DOCTYPE"),
        (rezipped(BOOK, lambda parts: {**parts, "xl/media/a.bin": b"\0" * 150_000_000}), "orimligt stor"),
        (rezipped(BOOK, lambda parts: {**parts, SHEET: b"<worksheet"}), "skadad"),
        (rezipped(BOOK, lambda parts: {**parts, SHEET: parts[SHEET].replace(b'r="1"', b'r="99999999999"')}), "stor"),
        (rezipped(BOOK, lambda parts: {n: p for n, p in parts.items() if n != "xl/workbook.xml"}), "skadad"),
    ],
    ids=[
        "tom",
        "halv",
        "avkortad",
        "lösenord",
        "doctype",
        "doctype-utf-16",
        "bomb",
        "trasig",
        "sista-raden",
        "utan-bok",
    ],
)
def test_a_hostile_workbook_is_named_and_passed_over(paper, raw, words):
    said = paper("a.xlsx", raw)
    assert said.snippets == ()
    assert words in said.fault[0]


@pytest.mark.parametrize(("name", "raw"), [("a.txt", b"\0\1\2" * 100), ("a.md", b" \n\n "), ("a.docx", b"hej")])
def test_what_holds_no_text_says_so(paper, name, raw):
    said = paper(name, raw)
    assert said.snippets == ()
    assert said.fault[0].startswith(name)
    assert said.fault[1]


def test_a_paper_that_is_too_large_is_not_opened(tmp_path, reader):
    file = tmp_path / "a.txt"
    with file.open("wb") as stream:
        stream.truncate(MAX_FILE + 1)
    assert "50 MB" in reader.read(Paper("a.txt", file)).fault[0]


@pytest.mark.parametrize("text", ["a" * 300_000, "å ö " * 100_000, "-\n" * 100_000, "1 000 " * 60_000, "a:" * 100_000,
                                  "K a " * 100_000, "é" * 100_000, "\u0308" * 100_000])  # fmt: skip
def test_a_strange_text_is_read_to_its_end(paper, text):
    """What grows as the square of the text would never come to an end here."""
    snippets = paper("a.txt", text).snippets
    read_letters = sum(len(snippet.text.replace(" ", "")) for snippet in snippets)
    assert read_letters >= len(text.strip().replace(" ", "").replace("\n", "")) // 2
    assert all(len(term) <= len(snippet.text) for snippet in snippets for term in terms(snippet.text))


DOCUMENT = BytesIO()
docx.Document().save(DOCUMENT)


def with_object(raw, number, body):
    """A PDF with one of its objects changed."""
    start = raw.index(b"%d 0 obj" % number)
    return raw[:start] + b"%d 0 obj\n%s\n" % (number, body) + raw[raw.index(b"endobj", start) :]


def packed(content):
    return b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(content), content)


@pytest.mark.parametrize(
    ("number", "body"),
    [
        (2, b"<< /Type /Pages /Kids [2 0 R 2 0 R 2 0 R] /Count 3 >>"),
        (5, packed(zlib.compress(b"\0" * 300_000_000, 9))),
        (5, b"<< /Length 5 >>\nstream\n" + b"[" * 200_000 + b"\nendstream"),
    ],
    ids=["cirkel", "bomb", "djup"],
)
def test_a_hostile_pdf_is_named_and_passed_over(paper, number, body):
    said = paper("a.pdf", with_object(pdf(["Om tåg."]), number, body))
    assert said.snippets == ()
    assert said.fault[1]


SAMPLES = {
    "a.pdf": pdf(["Nämnden beslutade om tåg."] * 30, ["Mer text."]),
    "a.xlsx": BOOK,
    "a.docx": DOCUMENT.getvalue(),
}


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("seed", range(6))
def test_a_damaged_paper_never_brings_us_down(paper, name, seed):
    chance = random.Random(seed)
    for _ in range(25):
        raw = bytearray(SAMPLES[name])
        for _ in range(chance.randint(1, 30)):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        said = paper(name, bytes(raw))
        assert said.snippets or said.fault[1]


def test_bad_papers_hide_no_good_ones_and_are_named(folder, capsys):
    path = folder(rapport=RAPPORT)
    (path / "kallor").mkdir()
    for name, raw in {"bra.txt": "Om tåg.".encode(), "bild.pdf": pdf([]), "trasig.pdf": b"x", "trasig.xlsx": b"x",
                      "trasig.docx": b"x", "~$bra.docx": b"x", ".dold.txt": "Om tåg.".encode()}.items():  # fmt: skip
        (path / "kallor" / name).write_bytes(raw)
    assert run(["underlag", "sok", "tåg", "--i", str(path)]) == 0
    out, err = capsys.readouterr()
    assert out.endswith("1 stycke i ett papper.\n")
    assert [line.split()[0] for line in err.splitlines()] == [
        f"kallor/{name}" for name in ("bild.pdf", "trasig.docx", "trasig.pdf", "trasig.xlsx")
    ]
    assert str(Path(path)) not in err.replace(f"--i {path}", "")
    assert run(["underlag", "lista", "--i", str(path)]) == 0
    assert "kallor/bild.pdf har ingen text att söka i" in " ".join(capsys.readouterr().out.split())


def test_links_out_of_the_folder_are_not_followed(folder, tmp_path):
    path = folder(rapport=RAPPORT)
    (path / "kallor").mkdir()
    (path / "kallor" / "a.txt").write_text("Om tåg.", "utf-8")
    outside = tmp_path / "utanför"
    outside.mkdir()
    (outside / "b.txt").write_text("Hemligt om tåg.", "utf-8")
    try:
        (path / "kallor" / "b.txt").symlink_to(outside / "b.txt")
        (path / "kallor" / "c").symlink_to(outside)
    except OSError:
        pytest.skip("länkar får inte skapas här (Windows utan utvecklarläge)")
    traffar, looked = searching.find(path, "tåg", lambda _done, _total: None)
    assert [traff.paper for traff in traffar] == ["kallor/a.txt"]
    assert looked.library.others == ("kallor/b.txt",)


def test_a_sheet_wider_than_what_is_read_is_named(paper):
    found = paper("bred.xlsx", workbook({"Bred": [["x"] * 201]}))
    assert found.snippets == ()
    assert "fler än 200 kolumner" in found.fault[0]
