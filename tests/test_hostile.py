"""Thousands of damaged Word files: a sentence or a result, never a traceback, never slow or large."""

import random
import zipfile

import pytest
from conftest import ROOT
from smadokument import zipped

from rapport.errors import RapportError
from rapport.prose.count import count
from rapport.word.fill import fill
from rapport.word.package import read_package
from rapport.word.read import WordReader
from rapport.word.underlag import load_parts
from rapport.workflow.load import load

UNDERLAG = load(ROOT / "underlag").underlag
PARTS = fill(read_package(ROOT / "mallar" / "2024" / "mall.docx"), UNDERLAG)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def survives(file):
    """Read a file in every way we have; what cannot be read must say so in Swedish."""
    try:
        parts = read_package(file)
        reader = WordReader(parts)
        count(reader.blocks(reader.body))
        load_parts(parts, "a.docx", UNDERLAG.mall)
    except RapportError as error:
        return str(error)
    return ""


def bytes_flipped(raw, chance):
    data = bytearray(raw)
    for _ in range(chance.randint(1, 40)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def part_damaged(parts, chance):
    name = chance.choice(list(parts))
    part = bytearray(parts[name])
    kind = chance.randrange(4)
    if kind == 0 and part:
        for _ in range(chance.randint(1, 30)):
            part[chance.randrange(len(part))] = chance.randrange(256)
    elif kind == 1:
        part = part[: chance.randrange(len(part) + 1)]
    elif kind == 2:
        part = bytearray(parts[chance.choice(list(parts))])
    else:
        return {other: content for other, content in parts.items() if other != name}
    return {**parts, name: bytes(part)}


def tags_shuffled(parts, chance):
    """Keep the XML well-formed but make nonsense of it."""
    text = parts["word/document.xml"].decode()
    for _ in range(chance.randint(1, 20)):
        one, other = chance.sample(
            ["w:p>", "w:r>", "w:t>", "w:tbl>", "w:tr>", "w:tc>", "w:sdt>", "w:numPr>", "w:pPr>"], 2
        )
        text = text.replace(one, other)
    number = str(chance.choice([-1, 10**9, "x", "", 99999999999999999999]))
    return {**parts, "word/document.xml": text.replace('w:val="1"', f'w:val="{number}"').encode()}


@pytest.mark.parametrize("seed", range(20))
def test_damaged_files_never_bring_us_down(tmp_path, seed):
    chance = random.Random(seed)
    raw = zipped(PARTS)
    file = tmp_path / "a.docx"
    for number in range(100):
        if number % 3 == 0:
            file.write_bytes(bytes_flipped(raw, chance))
        elif number % 3 == 1:
            file.write_bytes(zipped(part_damaged(PARTS, chance)))
        else:
            file.write_bytes(zipped(tags_shuffled(PARTS, chance)))
        survives(file)


def body(inner):
    return {**PARTS, "word/document.xml": f"<w:document {W}><w:body>{inner}</w:body></w:document>".encode()}


@pytest.mark.parametrize(
    "inner",
    [
        "<w:p>" * 200 + "</w:p>" * 200,
        "<w:sdt><w:sdtContent>" * 120 + "</w:sdtContent></w:sdt>" * 120,
        "<w:tbl><w:tr><w:tc>" * 80 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 80,
        "<w:ins>" * 5000 + "</w:ins>" * 5000,
        "<w:p><w:r>" + '<w:fldChar w:fldCharType="begin"/>' * 3000 + "</w:r></w:p>",
        "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='99999999'/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>",
        "<w:p><w:r><w:footnoteReference w:id='77'/><w:sym w:char='FFFFFFFF'/><w:sym/></w:r></w:p>",
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='77'/><w:numId w:val='1'/></w:numPr></w:pPr></w:p>",
        "<w:tbl/><w:tbl><w:tr/></w:tbl><w:sdt/><w:p><w:r><w:t/></w:r></w:p>",
    ],
)
def test_strange_structures_are_read_or_refused(tmp_path, inner):
    file = tmp_path / "a.docx"
    file.write_bytes(zipped(body(inner)))
    survives(file)


@pytest.mark.parametrize(
    "parts",
    [
        {**PARTS, "word/media/a.bin": b"\0" * 150_000_000},
        {**PARTS, "word/comments.xml": b" " * 60_000_000},
        {**PARTS, **{f"word/x{n}.xml": b"" for n in range(2_500)}},
        {**PARTS, "word/document.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'},
        {**PARTS, "word/styles.xml": b"\xff\xfe<\0!\0D\0O\0C\0T\0Y\0P\0E\0"},
        {name: part for name, part in PARTS.items() if name != "word/document.xml"},
    ],
    ids=["stor", "tät", "många", "doctype", "utf-16", "utan-text"],
)
def test_bombs_are_refused_before_they_are_parsed(tmp_path, parts):
    file = tmp_path / "a.docx"
    file.write_bytes(zipped(parts))
    resource = pytest.importorskip("resource", reason="minnet kan bara mätas i Linux och macOS")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert survives(file)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 300_000  # kilobytes


def test_a_part_that_stands_twice_is_refused(tmp_path):
    file = tmp_path / "a.docx"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", b"<a/>")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("word/document.xml", b"<b/>")
    with pytest.raises(RapportError, match="två gånger"):
        read_package(file)


def test_styles_based_on_each_other_end():
    styles = (
        f'<w:styles {W}><w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'
    )
    inner = '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>ab</w:t></w:r></w:p>'
    reader = WordReader({**body(inner), "word/styles.xml": styles.encode()})
    assert count(reader.blocks(reader.body)) == 2


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "lösenord"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}), "OpenDocument"),
        (zipped(PARTS)[:5000], "inte helt"),
        (b"hej", "inget Worddokument"),
        (b"", "inget Worddokument"),
    ],
    ids=["doc", "odt", "avkortad", "text", "tom"],
)
def test_what_is_no_docx_is_told_what_it_is(tmp_path, raw, words):
    (tmp_path / "a.docx").write_bytes(raw)
    assert words in survives(tmp_path / "a.docx")


def test_what_word_keeps_beside_an_open_document_is_told_from_it(tmp_path):
    (tmp_path / "~$anna.docx").write_bytes(b"\x0bAnna" + b" " * 157)
    assert "Stäng det i Word och välj det i stället." in survives(tmp_path / "~$anna.docx")
