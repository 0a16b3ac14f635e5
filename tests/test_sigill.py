"""The seal of a built document: broken by who changes what it says, and not by where it has lain."""

import hashlib
import re

import pytest
from test_bygg import report  # noqa: F401 - a fixture

from rapport.cli.main import run
from rapport.word.package import read_package, write_package

CUSTOM, CORE, TYPES = "docProps/custom.xml", "docProps/core.xml", "[Content_Types].xml"
RELS, PACKAGE_RELS = "word/_rels/document.xml.rels", "_rels/.rels"
CUSTOM_XML = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"


@pytest.fixture
def built(report, tmp_path):  # noqa: F811 - the fixture above
    """Return a function that builds, and the document that it has built."""
    file = tmp_path / "ut.docx"

    def build():
        return run(["bygg", str(report), "--ut", str(file)])

    assert build() == 0
    return build, file


def with_part(parts, name, old, new):
    """Return the parts with a text in one of them changed, which must be there."""
    changed = re.sub(old.encode(), new.encode(), parts[name], count=1)
    assert changed != parts[name]
    return {**parts, name: changed}


def of_a_library(parts):
    """As a SharePoint library gives a document back: its columns are in it, and what tells of them."""
    parts = with_part(parts, CORE, "</cp:coreProperties>", "<cp:category>Plan</cp:category></cp:coreProperties>")
    parts = with_part(parts, CORE, r"(<dcterms:modified[^>]*>)[^<]*", r"\g<1>2026-02-03T10:11:12Z")
    of_a_column = (
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="40" name="ContentTypeId">'
        "<vt:lpwstr>0x010100AA</vt:lpwstr></property></Properties>"
    )
    parts = with_part(parts, CUSTOM, "</Properties>", of_a_column)
    parts = with_part(parts, TYPES, "</Types>", '<Default Extension="bin" ContentType="a/b"/></Types>')
    parts = with_part(parts, PACKAGE_RELS, "<Relationship ", "\n  <Relationship ")
    relation = f'<Relationship Id="rId900" Type="{CUSTOM_XML}" Target="../customXml/item1.xml"/>'
    parts = with_part(parts, RELS, "</Relationships>", f"{relation}</Relationships>")
    rows = re.findall(rb"<Relationship [^>]*/>", parts[RELS])
    for row, other in zip(rows, reversed(rows), strict=True):  # in another order
        parts[RELS] = parts[RELS].replace(row, b"@" + other, 1)
    parts[RELS] = parts[RELS].replace(b"@", b"")
    return {
        **parts,
        "customXml/item1.xml": b"<a/>",
        "customXml/_rels/item1.xml.rels": b"<a/>",
        "docMetadata/L.xml": b"<a/>",
    }


def resealed_as_before(parts):
    """Return a document as the first versions sealed it: a checksum of every part, and of the other values."""
    values = dict(re.findall(r'name="([^"]*)"><vt:lpwstr>([^<]*)<', parts[CUSTOM].decode("utf-8")))
    values.pop("rapport-sigill")
    digest = hashlib.sha256(repr(sorted(values.items())).encode())
    for name in sorted(parts):
        if name != CUSTOM:
            digest.update(name.encode() + b"\0" + hashlib.sha256(parts[name]).digest())
    return with_part(parts, CUSTOM, '(name="rapport-sigill"><vt:lpwstr>)[^<]*', rf"\g<1>{digest.hexdigest()}")


def test_a_document_that_has_lain_in_a_library_is_still_ours(built):
    build, file = built
    write_package(file, of_a_library(read_package(file)))
    assert build() == 0


CHANGES = {
    "ett svar": ("word/document.xml", "Region Sundmark", "Region Nordmark"),
    "en ruta": ("word/document.xml", "☒", "☐"),
    "en fotnot": ("word/footnotes.xml", "<w:footnote ", "<w:footnote  "),
    "ett sidhuvud": ("word/header-rapport.xml", "Region Sundmark", "Region Nordmark"),
    "en formatmall": ("word/styles.xml", "<w:style ", "<w:style  "),
    "sigillet": (CUSTOM, '(name="rapport-sigill"><vt:lpwstr>)..', r"\g<1>00"),
}


@pytest.mark.parametrize("is_of_library", [False, True], ids=["hemma", "bibliotek"])
@pytest.mark.parametrize("change", CHANGES)
def test_who_changes_what_it_says_breaks_the_seal(built, capsys, change, is_of_library):
    build, file = built
    parts = with_part(read_package(file), *CHANGES[change])
    write_package(file, of_a_library(parts) if is_of_library else parts)
    assert build() == 1
    assert "ut.docx har ändrats" in capsys.readouterr().err


def test_a_link_that_leads_elsewhere_breaks_the_seal(built):
    build, file = built
    parts = read_package(file)
    assert b"hyperlink" in parts[RELS]
    write_package(file, with_part(parts, RELS, 'Target="http[^"]*"', 'Target="https://annan.example/"'))
    assert build() == 1


@pytest.mark.parametrize(("name", "code"), [("word/comments.xml", 1), ("word/media/image9.png", 1), (CORE + "2", 0)])
def test_a_part_that_somebody_adds_breaks_the_seal_where_it_says_something(built, name, code):
    build, file = built
    write_package(file, {**read_package(file), name: b"<w:comments/>"})
    assert build() == code


def test_a_document_sealed_the_old_way_is_ours_as_long_as_it_is_whole(built):
    build, file = built
    old = resealed_as_before(read_package(file))
    write_package(file, old)
    assert build() == 0
    write_package(file, with_part(old, "word/document.xml", "Region Sundmark", "Region Nordmark"))
    assert build() == 1


def test_a_document_sealed_the_old_way_that_a_library_has_rewritten_cannot_be_told_from_a_changed_one(built, capsys):
    build, file = built
    write_package(file, of_a_library(resealed_as_before(read_package(file))))
    assert build() == 1
    assert "--tvinga" in capsys.readouterr().err
