"""Reading Word: the count of every reference file, and any document model there and back."""

import csv

import pytest
from conftest import ROOT, SHARED
from hypothesis import given, settings
from strategies import blocks

from rapport.domain.svar import Svar
from rapport.prose.blocks import Item, List, Paragraph, Table, Text
from rapport.prose.count import count
from rapport.prose.markdown import parse
from rapport.reading import load
from rapport.word.controls import content, controls
from rapport.word.fill import fill
from rapport.word.package import read_package
from rapport.word.read import WordReader, read_document

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


def there_and_back(document):
    underlag = load(ROOT / "underlag").underlag
    svar = {"5.2": Svar(fraga="5.2", blocks=document)}
    reader = WordReader(fill(TEMPLATE, underlag.model_copy(update={"svar_by_fraga": svar})))
    return reader.blocks(content(dict(controls(reader.root))["svar:5.2"]))


@settings(max_examples=150, deadline=None)
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
        fraga: svar.blocks for fraga, svar in underlag.svar_by_fraga.items()
    }


def test_a_label_of_another_kind_counts_as_it_shows():
    item = (Paragraph((Text("ab"),)),)
    assert count((List((Item(item, "a)\t"), Item(item, "(12) ")), ordered=True),)) == 3 + 2 + 5 + 2


def test_a_cell_with_two_paragraphs_counts_both_and_no_mark():
    cell = (Paragraph((Text("ab"),)), Paragraph((Text("cd"),)))
    assert count((Table(((cell, ()),), ("", "")),)) == 4
