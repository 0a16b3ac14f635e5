"""Documents that are sound but not as Word, Excel and Acrobat usually make them; and what is said when they are not."""

import errno
import io
import re
import zipfile
from base64 import b64decode

import openpyxl
import pytest
from conftest import ROOT

from rapport.cli.main import run
from rapport.errors import reason
from rapport.figures.read_xlsx import read_xlsx
from rapport.sources.paper import Paper
from rapport.sources.worker import PaperReader
from rapport.word.fill import fill
from rapport.word.package import read_package, write_package
from rapport.workflow.load import load
from rapport.workflow.papers import READERS

PARTS = fill(read_package(ROOT / "mallar/2024/mall.docx"), load(ROOT / "underlag").underlag)
# One page, "Om tåg och färjor.", that anybody may open: a password is asked for only to change it.
AES_128 = (
    "JVBERi0xLjMKJeLjz9MKMSAwIG9iago8PAovVHlwZSAvQ2F0YWxvZwovUGFnZXMgMiAwIFIKPj4KZW5kb2JqCjIgMCBvYmoKPDwKL1R5cGUg"
    "L1BhZ2VzCi9LaWRzIFsgMyAwIFIgXQovQ291bnQgMQo+PgplbmRvYmoKMyAwIG9iago8PAovVHlwZSAvUGFnZQovUGFyZW50IDIgMCBSCi9N"
    "ZWRpYUJveCBbIDAgMCA1OTUgODQyIF0KL0NvbnRlbnRzIDQgMCBSCi9SZXNvdXJjZXMgPDwKL0ZvbnQgPDwKL0YxIDUgMCBSCj4+Cj4+Cj4+"
    "CmVuZG9iago0IDAgb2JqCjw8Ci9MZW5ndGggODAKPj4Kc3RyZWFtCq/VHae+v6BIvu2WB2av27cjpOxE5b2NotExSZYvUc7c9hdyx4S2gkPZ"
    "gi8wRDvH++MRW2Bbqr1x3JAn0AK+KDnSXmpHO/W4SC8NL5TfnhkzCmVuZHN0cmVhbQplbmRvYmoKNSAwIG9iago8PAovVHlwZSAvRm9udAov"
    "U3VidHlwZSAvVHlwZTEKL0Jhc2VGb250IC9IZWx2ZXRpY2EKL0VuY29kaW5nIC9XaW5BbnNpRW5jb2RpbmcKPj4KZW5kb2JqCjYgMCBvYmoK"
    "PDwKL1YgNAovUiA0Ci9MZW5ndGggMTI4Ci9QIDQyOTQ5NjcyOTIKL0ZpbHRlciAvU3RhbmRhcmQKL08gPGEzODdlZjFlZTI4MjdkMmEzMDI3"
    "YjFmZGEzM2JmNmExYTA2ZDdmNTY1ZGE5YmFmYjEyMDYxZTc3NTBlYjFhZDM+Ci9VIDxhOGY4Nzg5OTZmMTI3YjdmNDY0MjBhYWIzZDgzODFi"
    "YzI4YmY0ZTVlNGU3NThhNDE2NDAwNGU1NmZmZmEwMTA4PgovQ0YgPDwKL1N0ZENGIDw8Ci9BdXRoRXZlbnQgL0RvY09wZW4KL0NGTSAvQUVT"
    "VjIKL0xlbmd0aCAxNgo+Pgo+PgovU3RtRiAvU3RkQ0YKL1N0ckYgL1N0ZENGCj4+CmVuZG9iagp4cmVmCjAgNwowMDAwMDAwMDAwIDY1NTM1"
    "IGYgCjAwMDAwMDAwMTUgMDAwMDAgbiAKMDAwMDAwMDA2NCAwMDAwMCBuIAowMDAwMDAwMTIzIDAwMDAwIG4gCjAwMDAwMDAyNTEgMDAwMDAg"
    "biAKMDAwMDAwMDM4MSAwMDAwMCBuIAowMDAwMDAwNDc4IDAwMDAwIG4gCnRyYWlsZXIKPDwKL1NpemUgNwovUm9vdCAxIDAgUgovSUQgWyA8"
    "NzYzYmZjMTlkMjJkYzJmMzAwYWUyNTcyNDdkMTBhYjQ+IDw3NjNiZmMxOWQyMmRjMmYzMDBhZTI1NzI0N2QxMGFiND4gXQovRW5jcnlwdCA2"
    "IDAgUgo+PgpzdGFydHhyZWYKNzg1CiUlRU9GCg=="
)
AES_256 = (
    "JVBERi0xLjMKJeLjz9MKMSAwIG9iago8PAovVHlwZSAvQ2F0YWxvZwovUGFnZXMgMiAwIFIKPj4KZW5kb2JqCjIgMCBvYmoKPDwKL1R5cGUg"
    "L1BhZ2VzCi9LaWRzIFsgMyAwIFIgXQovQ291bnQgMQo+PgplbmRvYmoKMyAwIG9iago8PAovVHlwZSAvUGFnZQovUGFyZW50IDIgMCBSCi9N"
    "ZWRpYUJveCBbIDAgMCA1OTUgODQyIF0KL0NvbnRlbnRzIDQgMCBSCi9SZXNvdXJjZXMgPDwKL0ZvbnQgPDwKL0YxIDUgMCBSCj4+Cj4+Cj4+"
    "CmVuZG9iago0IDAgb2JqCjw8Ci9MZW5ndGggODAKPj4Kc3RyZWFtCiu3rgHBPpMm75WT2JXoL/gSFW+1P/RfPLrH7nPIcHUTzjEW5XokZ9S7"
    "DDgZrWBWSXenUI+QasZgVtP81mCALM0kcDik0XX4Guvu1SexjtIuCmVuZHN0cmVhbQplbmRvYmoKNSAwIG9iago8PAovVHlwZSAvRm9udAov"
    "U3VidHlwZSAvVHlwZTEKL0Jhc2VGb250IC9IZWx2ZXRpY2EKL0VuY29kaW5nIC9XaW5BbnNpRW5jb2RpbmcKPj4KZW5kb2JqCjYgMCBvYmoK"
    "PDwKL1YgNQovUiA2Ci9MZW5ndGggMjU2Ci9QIDQyOTQ5NjcyOTIKL0ZpbHRlciAvU3RhbmRhcmQKL08gPDI2Yjg3NjUxOWY1ODgwNzJkODVm"
    "YmI3NmEwMGQzZTA4Yjk3MzliYWNlMDE5MzlkNWYwNDkzODQwMjQ2ZjIyNjI0MzQ5MTEzMjJmYmNiNjY3MTg1MmYzMmI2N2I3NTI1Mj4KL1Ug"
    "PGMzNTgzNzA3NTg3OTAxNDJkOWVmZDM4NjA4MWU2MDM4NjMwNGE2ZDRmMmQzNDMyYmFlN2I1ZWU5Y2I1OTI3Y2E4NjdmMzFkZjFkZjcyYjMx"
    "ZTNjZGQxN2VkYzliOGY5Nz4KL0NGIDw8Ci9TdGRDRiA8PAovQXV0aEV2ZW50IC9Eb2NPcGVuCi9DRk0gL0FFU1YzCi9MZW5ndGggMzIKPj4K"
    "Pj4KL1N0bUYgL1N0ZENGCi9TdHJGIC9TdGRDRgovT0UgPDJhMDNiYmEyZDJjNTNmZDJiMTI3Y2M4NTNhMDczMWVkZGYwMjQ3NjM4MzAxODQ0"
    "YjhkMWE3MDE4MzFkODI1OWU+Ci9VRSA8M2U3OWU2NDRlOWFkMmYxMTEyZjY4OWRlZjgxOGE3OGE2ZjMwYzg4MjhmODc4ZTg3NGQyZTkxODk1"
    "ZmZjODIyNj4KL1Blcm1zIDw2NzZhY2QyNGI0MDFkMWZlNzk5NzE2NDkzZWJlOWE0Nz4KPj4KZW5kb2JqCnhyZWYKMCA3CjAwMDAwMDAwMDAg"
    "NjU1MzUgZiAKMDAwMDAwMDAxNSAwMDAwMCBuIAowMDAwMDAwMDY0IDAwMDAwIG4gCjAwMDAwMDAxMjMgMDAwMDAgbiAKMDAwMDAwMDI1MSAw"
    "MDAwMCBuIAowMDAwMDAwMzgxIDAwMDAwIG4gCjAwMDAwMDA0NzggMDAwMDAgbiAKdHJhaWxlcgo8PAovU2l6ZSA3Ci9Sb290IDEgMCBSCi9J"
    "RCBbIDwxYjE3MzZiNWM5MzU1NTMxNzllODAzNTI0NDljYjg3Mj4gPDFiMTczNmI1YzkzNTU1MzE3OWU4MDM1MjQ0OWNiODcyPiBdCi9FbmNy"
    "eXB0IDYgMCBSCj4+CnN0YXJ0eHJlZgoxMDMzCiUlRU9GCg=="
)


def write(file, parts):
    with zipfile.ZipFile(file, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return file


def moved(parts, main):
    """Return a document whose main part has another name, as its relationships say."""
    folder = main.rpartition("/")[0]
    rels = f"{folder}/_rels/{main.rpartition('/')[2]}.rels".lstrip("/")
    up = "../" * (folder.count("/") + 1) if folder else ""
    new = {name: part for name, part in parts.items() if name != "word/document.xml"}
    new[main] = parts["word/document.xml"]
    links = new.pop("word/_rels/document.xml.rels").decode()
    if folder != "word":
        links = re.sub(r'Target="(?!http|\.\./|/)', f'Target="{up}word/', links)
        links = re.sub(r'Target="\.\./', f'Target="{up}', links)
    new[rels] = links.encode()
    new["_rels/.rels"] = parts["_rels/.rels"].replace(b"word/document.xml", main.encode())
    new["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"/word/document.xml", f"/{main}".encode())
    return new


@pytest.mark.parametrize(
    "main", ["word/document2.xml", "word/main.xml", "dokument.xml", "a/b/text.xml", "Word/Document.xml"]
)
def test_a_document_is_the_part_that_the_relationships_name(tmp_path, capsys, main):
    usual, other = tmp_path / "vanlig.docx", write(tmp_path / "annan.docx", moved(PARTS, main))
    write_package(usual, PARTS)
    assert run(["rakna", str(usual), str(other)]) == 0
    one, two = capsys.readouterr().out.split("\n")[:2]
    assert one.split()[0] == two.split()[0]
    assert run(["kontrollera", str(other)]) == run(["kontrollera", str(usual)])
    again = tmp_path / "igen.docx"
    write_package(again, read_package(other))
    assert read_package(again) == read_package(other)


def test_a_part_with_the_usual_name_that_is_not_the_document_is_not_read(tmp_path):
    decoy = PARTS["word/document.xml"].replace(b"Regionen", b"Bluffen")
    file = write(tmp_path / "a.docx", {**moved(PARTS, "word/document2.xml"), "word/document.xml": decoy})
    assert read_package(file)["word/document.xml"] == PARTS["word/document.xml"]


@pytest.mark.parametrize("command", [["rakna"], ["kontrollera"], ["importera", "--till", "mapp"]])
def test_a_damaged_document_is_named(tmp_path, capsys, monkeypatch, command):
    monkeypatch.chdir(tmp_path)
    run(["ny", "mapp", "--region", "Region Provlän", "--ar", "2025"])
    capsys.readouterr()
    whole = {**PARTS, "word/document.xml": PARTS["word/document.xml"][:-20]}
    write(tmp_path / "trasig.docx", whole)
    run([command[0], "trasig.docx", *command[1:]])
    assert re.search(r"^trasig\.docx är skadat", capsys.readouterr().err, re.MULTILINE)


def test_each_of_many_files_is_named_when_it_cannot_be_counted(tmp_path, capsys):
    write_package(tmp_path / "b.docx", PARTS)
    for name in ("a.docx", "c.docx"):
        write(tmp_path / name, {**PARTS, "word/styles.xml": b"<"})
    assert run(["rakna", *(str(tmp_path / name) for name in ("a.docx", "b.docx", "c.docx"))]) == 2
    out, err = capsys.readouterr()
    assert "b.docx" in out
    assert "a.docx är skadat" in err
    assert "c.docx är skadat" in err


def test_a_damaged_paper_is_named(tmp_path):
    write(tmp_path / "a.docx", {**PARTS, "word/document.xml": b"<"})
    with PaperReader(READERS) as reader:
        assert reader.read(Paper("kallor/a.docx", tmp_path / "a.docx")).fault[0].startswith("kallor/a.docx är skadat")


@pytest.mark.parametrize("raw", [AES_128, AES_256], ids=["128", "256"])
def test_a_pdf_with_modern_encryption_that_opens_without_a_password_is_read(tmp_path, raw):
    (tmp_path / "a.pdf").write_bytes(b64decode(raw))
    with PaperReader(READERS) as reader:
        assert [s.text for s in reader.read(Paper("a.pdf", tmp_path / "a.pdf")).snippets] == ["Om tåg och färjor."]


def workbook(*, mentions):
    """Return a workbook whose texts stand in their cells, without a part for shared texts."""
    book = openpyxl.Workbook()
    for row in (["Kommun", "Belopp"], ["Hedby", 100], ["Viksele", 50]):
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    with zipfile.ZipFile(stream) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name != "xl/sharedStrings.xml"}
    texts = iter(["Kommun", "Belopp", "Hedby", "Viksele"])
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    sheet = re.sub(
        r't="s"><v>\d+</v>', lambda _: f't="inlineStr"><is><t>{next(texts)}</t></is>', sheet.replace(' t="n"', "")
    )
    parts["xl/worksheets/sheet1.xml"] = sheet.encode()
    if not mentions:
        types = parts["[Content_Types].xml"].decode()
        parts["[Content_Types].xml"] = re.sub(r"<Override[^>]*sharedStrings[^>]*/>", "", types).encode()
        links = parts["xl/_rels/workbook.xml.rels"].decode()
        parts["xl/_rels/workbook.xml.rels"] = re.sub(r"<Relationship [^>]*sharedStrings[^>]*/>", "", links).encode()
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


@pytest.mark.parametrize("mentions", [False, True])
def test_a_workbook_without_shared_texts_is_read(tmp_path, mentions):
    raws, findings = read_xlsx(workbook(mentions=mentions), "t", "siffror/t.xlsx")
    assert findings == []
    assert [[str(cell) for cell in cells if cell is not None] for _, cells in raws[0].rows] == [
        ["Kommun", "Belopp"],
        ["Hedby", "100"],
        ["Viksele", "50"],
    ]
    (tmp_path / "a.xlsx").write_bytes(workbook(mentions=mentions))
    with PaperReader(READERS) as reader:
        assert "Viksele · 50" in reader.read(Paper("a.xlsx", tmp_path / "a.xlsx")).snippets[2].text


def large(book):
    book.active.cell(1, 400, "långt till höger")


def many(book):
    for number in range(101):
        book.create_sheet(f"Blad {number}").append(["x"])


@pytest.mark.parametrize(("change", "said"), [(large, "kolumner"), (many, "blad")])
def test_what_a_workbook_has_beyond_what_is_read_is_said(tmp_path, change, said):
    book = openpyxl.Workbook()
    book.active.append(["Kommun"])
    change(book)
    book.save(tmp_path / "a.xlsx")
    with PaperReader(READERS) as reader:
        assert said in reader.read(Paper("a.xlsx", tmp_path / "a.xlsx")).fault[0]


@pytest.mark.parametrize("number", [errno.EFBIG, errno.ELOOP, errno.EIO, errno.EMFILE, errno.ENOSPC])
def test_what_the_system_says_has_words(number):
    assert "systemfel" not in reason(OSError(number, "x"))
