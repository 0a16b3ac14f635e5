"""Reading Word: the count of every reference file, and any document model there and back."""

import csv
from dataclasses import replace
from functools import cache

import pytest
from conftest import ROOT, SHARED
from hypothesis import given
from modell import without_figures
from strategies import blocks

from rapport.domain.svar import Svar
from rapport.prose.blocks import Footnote, Item, List, Paragraph, Table, Text
from rapport.prose.count import count
from rapport.prose.markdown import parse
from rapport.word.controls import content, controls
from rapport.word.fill import fill
from rapport.word.ns import NAMESPACES
from rapport.word.package import read_package
from rapport.word.read import WordReader, read_document
from rapport.workflow.load import load

TEMPLATE = read_package(ROOT / "mallar" / "2024" / "mall.docx")
REFERENCES = SHARED / "rakning"


def cases():
    key = REFERENCES / "facit.csv"
    if not key.is_file():
        return [
            pytest.param(None, 0, marks=pytest.mark.skip(reason="referensfilerna finns inte här (../shared/rakning)"))
        ]
    with key.open(encoding="utf-8") as stream:
        return [pytest.param(row["case"], int(row["count"]), id=row["case"]) for row in csv.DictReader(stream)]


@pytest.mark.parametrize(("case", "expected"), cases())
def test_every_reference_file_counts_as_its_key_says(case, expected):
    reader = read_document(REFERENCES / f"{case}.docx")
    assert count(reader.blocks(reader.body)) == expected


@cache
def example():
    return load(ROOT / "underlag").underlag


def there_and_back(document):
    svar = {"5.2": Svar(fraga="5.2", blocks=document)}
    reader = WordReader(fill(TEMPLATE, replace(example(), svar_by_fraga=svar)))
    return reader.blocks(content(dict(controls(reader.root))["svar:5.2"]))


@given(blocks)
def test_blocks_survive_word(document):
    again = there_and_back(document)
    assert again == document
    assert count(again) == count(document)


@pytest.mark.parametrize(
    "text",
    [
        "3. tre\n4. fyra\n\ntext\n\n1. ett\n   - under\n     1. djupt\n\n2. två",
        "- a\n\n  fortsättning\n\n  | x | y |\n  |--:|---|\n  | 1 | 2 |\n- b",
        "| a |\n|---|\n| b |\n\n| c |\n|---|\n| d |",
        "**fet***kursiv*[^1] och [länk](https://x.se)\\\nny rad\n\n[^1]: Not med *stil*.",
    ],
)
def test_markdown_survives_word(text):
    document = parse(text).blocks
    assert there_and_back(document) == document


def test_a_whole_report_survives_word():
    underlag = load(ROOT / "underlag").underlag
    reader = WordReader(fill(TEMPLATE, underlag))
    found = {tag.removeprefix("svar:"): reader.blocks(content(c)) for tag, c in controls(reader.root) if tag[0] == "s"}
    assert {fraga: found[fraga] for fraga in underlag.svar_by_fraga} == {
        fraga: without_figures(svar.blocks) for fraga, svar in underlag.svar_by_fraga.items()
    }


def test_a_label_of_another_kind_counts_as_it_shows():
    item = (Paragraph((Text("ab"),)),)
    assert count((List((Item(item, "a)\t"), Item(item, "(12) ")), ordered=True),)) == 3 + 2 + 5 + 2


def test_a_cell_with_two_paragraphs_counts_both_and_no_mark():
    cell = (Paragraph((Text("ab"),)), Paragraph((Text("cd"),)))
    assert count((Table(((cell, ()),), ("", "")),)) == 4


W = f'xmlns:w="{NAMESPACES["w"]}"'
NUMBERED = '<w:r><w:footnoteReference w:id="2"/></w:r>'
STARRED = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>'
SYMBOL = '<w:r><w:footnoteReference w:id="2" w:customMarkFollows="true"/><w:sym w:font="Symbol" w:char="F02A"/></w:r>'
NEXT_RUN = '<w:r><w:footnoteReference w:id="2" w:customMarkFollows="1"/></w:r><w:r><w:t>*</w:t></w:r>'
DOUBLE = STARRED.replace("<w:t>*<", "<w:t>**<")
OFF = STARRED.replace('"1"', '"0"')


def with_note(reference, mark, kind="footnote"):
    """The reader of one line, "Text", a reference and " slut.", and the note: a mark and " Not."."""
    reference = reference.replace("footnote", kind)
    line = f'<w:p><w:r><w:t>Text</w:t></w:r>{reference}<w:r><w:t xml:space="preserve"> slut.</w:t></w:r></w:p>'
    note = f'<w:p>{mark}<w:r><w:t xml:space="preserve"> Not.</w:t></w:r></w:p>'.replace("footnote", kind)
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relation = f'<Relationship Id="rId1" Type="{base}/{kind}s" Target="{kind}s.xml"/>'
    relations = f'<Relationships xmlns="{NAMESPACES["rel"]}">{relation}</Relationships>'
    return WordReader(
        {
            "word/document.xml": f"<w:document {W}><w:body>{line}</w:body></w:document>".encode(),
            f"word/{kind}s.xml": f'<w:{kind}s {W}><w:{kind} w:id="2">{note}</w:{kind}></w:{kind}s>'.encode(),
            "word/_rels/document.xml.rels": relations.encode(),
        }
    )


AUTOMATIC, TYPED = "<w:r><w:footnoteRef/></w:r>", "<w:r><w:t>{}</w:t></w:r>"


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
@pytest.mark.parametrize(
    ("reference", "mark", "marks"),
    [
        (NUMBERED, AUTOMATIC, 2),
        (STARRED, AUTOMATIC, 2),
        (STARRED, TYPED.format("*"), 2),
        (NEXT_RUN, TYPED.format("*"), 2),
        (SYMBOL, '<w:r><w:sym w:font="Symbol" w:char="F02A"/></w:r>', 2),
        (DOUBLE, TYPED.format("**"), 4),
        (OFF, AUTOMATIC, 3),
    ],
    ids=["nummer", "stjarna", "stjarna-skriven", "stjarna-sist", "tecken", "tva-stjarnor", "avslagen"],
)
def test_a_note_counts_its_mark_once_here_and_once_there(reference, mark, marks, kind):
    reader = with_note(reference, mark, kind)
    assert count(reader.blocks(reader.body)) == len("Text slut.") + marks + len(" Not.")


def test_a_mark_of_ones_own_is_no_text():
    reader = with_note(STARRED, TYPED.format("*"))
    note = Footnote((Paragraph((Text(" Not."),)),))
    assert reader.blocks(reader.body) == (Paragraph((Text("Text"), note, Text(" slut."))),)
