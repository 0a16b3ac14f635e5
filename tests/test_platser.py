"""Every place is looked up: what stands there in the file is what the finding is about, however it is written."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.checks import engine
from rapport.prose.blocks import Text, passages
from rapport.store.nodes import Scalar
from rapport.store.scalars import Origins
from rapport.store.yaml import parse
from rapport.workflow.correcting import corrected
from rapport.workflow.report import Report

WORDS = ["2021-2024", "tex", "15 000", "m.m", "åtgärd", "länet", "tex.", "2021-2024", "å", "är är", "stöd", "1.1-1.4"]
words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
inlines = st.one_of(
    words,
    words.map(lambda text: f"**{text}**"),
    words.map(lambda text: f"*{text}*"),
    words.map(lambda text: f"[{text}](https://exempel.se/{text.replace(' ', '-')}/)"),
    st.sampled_from(["{{ tabell | antal }}", '{{ tabell | summa("kr") | kr }}', "&amp;", "\\*", "a\\_b", "&#8211;"]),
    st.sampled_from(["första[^1]", "andra[^2]"]),
)
lines = st.lists(inlines, min_size=1, max_size=4).map(" ".join)
paragraphs = st.lists(lines, min_size=1, max_size=3).map("\n".join)
bullets = st.lists(lines, min_size=1, max_size=3).map(lambda items: "\n".join(f"- {item}" for item in items))
tables = st.tuples(words, words).map(lambda cells: f"| Mål | tex |\n|---|---|\n| {cells[0]} | {cells[1]} |")
figures = st.just('{{ tabell | tabell(per="ort", summa="kr") }}')
bodies = st.lists(st.one_of(paragraphs, bullets, tables, figures), min_size=1, max_size=4).map("\n\n".join)
NOTES = ("\n\n[^2]: Noten om 2021-2024 och tex.", "\n\n[^1]: Noten om tex och 2021-2024.")
SIFFROR = "ort;kr\nSundby;15000\nNorrby;2021\n"
STYLES = ["|", "|-", "|+", ">", "'", '"', "plain"]


def written(body, style, crlf):
    """Return an area file that has an answer in a style of YAML, a comment and another answer around it."""
    notes = "".join(note for note in NOTES if note[2:6] in body)
    text = body + notes
    if style[0] in "|>":
        value = f"{style}   # om svaret\n" + "".join(f"     {line}\n" if line else "\n" for line in text.split("\n"))
    elif style == "plain":
        value = "Text " + re.sub(r"\s+", " ", re.sub(r"[:#{}\[\]|*&]", "", text)) + "\n"
    else:
        inner = text.replace("'", "''") if style == "'" else json.dumps(text, ensure_ascii=False)[1:-1]
        value = style + inner.replace("\n", "\n\n      ") + style + "\n"
    source = f'område: 1\nsvar:\n  "1.1":\n    kommentar: 2021-2024 tex\n    text: {value}  "1.2": Kort tex.\n'
    return source.replace("\n", "\r\n") if crlf else source


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    found = tmp_path_factory.mktemp("platser")
    (found / "siffror").mkdir()
    (found / "siffror/tabell.csv").write_text(SIFFROR, "utf-8")
    (found / "rapport.yaml").write_text('mall: "2024"\nregion: Region Sundmark\når: 2025\n', "utf-8")
    return found


def opened(folder, source):
    (folder / "1.yaml").write_bytes(source.encode("utf-8"))
    return Report(folder)


@given(bodies, st.sampled_from(STYLES), st.booleans())
def test_every_character_of_an_answer_stands_where_its_place_says(folder, body, style, crlf):
    source = written(body, style, crlf)
    report = opened(folder, source)
    lines = source.split("\n")
    for svar in report.underlag.svar_by_fraga.values():
        at = 0
        for passage in passages(svar.blocks):
            for inline in passage:
                if not isinstance(inline, Text):
                    at += 1 if type(inline).__name__ == "Break" else 0
                    continue
                for offset, char in enumerate(inline.text):
                    place = report.underlag.places.of_words(svar, at + offset)
                    there = lines[place.line - 1][place.column - 1 :]
                    whole = svar.origin(at + offset)
                    if whole[1] - whole[0] == 1 and char not in " \n":
                        assert there[0] == char or there.startswith(("\\", "''")), (char, there)
                    elif char not in " \n":
                        assert there.startswith(("{{", "&", "\\"))
                at += len(inline.text)
            at += 1


@given(bodies, st.sampled_from(STYLES), st.booleans())
def test_every_finding_stands_where_its_words_do(folder, body, style, crlf):
    source = written(body, style, crlf)
    report = opened(folder, source)
    lines = source.split("\n")
    for finding in report.check(RULES).findings:
        if finding.excerpt is None or finding.rule not in RULES:
            continue
        there = "\n".join([lines[finding.place.line - 1][finding.place.column - 1 :], *lines[finding.place.line :]])
        first = finding.excerpt.strip()[0]
        assert there.startswith((first, "{{", "&", "\\")), (finding.excerpt, there[:40])
        if finding.excerpt.isalnum() and not there.startswith(("{{", "&", "\\")):
            assert there.startswith(finding.excerpt)


RULES = ["intervall", "punktforkortning", "tusental", "hart-blanksteg", "dubbelt-ord"]


@given(bodies, st.sampled_from(STYLES), st.booleans())
def test_a_correction_changes_those_characters_and_no_others(folder, body, style, crlf):
    source = written(body, style, crlf)
    report = opened(folder, source)
    before = {fraga: svar.text for fraga, svar in report.underlag.svar_by_fraga.items()}
    addresses = re.findall(r"\]\(https://[^)]*\)", source)
    files = list(corrected(report, [f for f in report.check(RULES).findings if f.rule in RULES]))
    for file in files:
        report.replace_file(file.area)
    report.save()
    after = (folder / "1.yaml").read_bytes().decode("utf-8")
    assert re.findall(r"\]\(https://[^)]*\)", after) == addresses
    assert re.findall(r"\{\{[^}]*\}\}", after) == re.findall(r"\{\{[^}]*\}\}", source)
    assert after == edited(source, [edit for f in files for c in f.corrections for edit in c.edits])
    again = {fraga: svar.text for fraga, svar in Report(folder).underlag.svar_by_fraga.items()}
    for fraga, text in before.items():
        made = [c for f in files for c in f.corrections if c.finding.fraga == fraga]
        assert again[fraga] == edited(text, [edit for c in made for edit in c.in_text])


def edited(text, edits):
    """Return a text with some characters replaced."""
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


def test_a_link_s_address_is_never_corrected(folder):
    source = 'område: 1\nsvar:\n  "1.1": |\n    [x](https://a.se/2021-2024/) om 2021-2024 i länet.\n'
    report = opened(folder, source)
    (finding,) = [f for f in report.check(["intervall"]).findings if f.rule == "intervall"]
    assert (finding.place.line, finding.place.column) == (4, source.split("\n")[3].index("om 2021") + 4)
    (file,) = corrected(report, [finding])
    report.replace_file(file.area)
    report.save()
    assert "https://a.se/2021-2024/) om 2021–2024 i" in (folder / "1.yaml").read_text("utf-8")


def test_notes_out_of_order_are_found_each_in_its_own_place(folder):
    source = (
        'område: 1\nsvar:\n  "1.1": |\n    Först[^b] och sedan[^a].\n\n'
        "    [^a]: Andra noten 2021-2024.\n\n    [^b]: Första noten 2020-2023.\n"
    )
    report = opened(folder, source)
    found = {f.excerpt: f.place.line for f in report.check(["intervall"]).findings if f.rule == "intervall"}
    assert found == {"2020-2023": 8, "2021-2024": 6}


@given(
    st.text(st.sampled_from("ab å\n\n  \t'\"\\:#-|>öa\u0308\u00a0x"), max_size=30),
    st.sampled_from(["|", "|-", "|+", ">", ">-", ">+", "'", '"', ""]),
    st.booleans(),
)
def test_the_way_from_a_value_to_its_file_is_the_parser_s_own(body, style, crlf):
    if style[:1] in ("|", ">"):
        lines = (f"    {line}" if line.strip() else line for line in body.split("\n"))
        value = f"{style} # c\n" + "".join(f"{line}\n" for line in lines)
    else:
        inner = body.replace("'", "''") if style == "'" else body
        value = style + inner.replace("\n", "\n    ") + style + "\n"
    source = f"k:\n  t: {value}z: 1\n"
    document, _ = parse(source.replace("\n", "\r\n") if crlf else source, "x.yaml")
    node = document.find(("k", "t")) if document else None
    if not isinstance(node, Scalar) or len(node.text) < 2:
        return
    found = Origins(document.source, node)
    assert found.is_whole
    for offset, char in enumerate(node.text):
        there = document.source[slice(*found.of(offset))]
        assert there == char or there[0] in "\\'" or char in " \n" or len(there) > 1


@pytest.mark.parametrize(
    "value",
    [
        "'ett\u2028två tre'",
        '"ett\u2028\u2029  två"',
        "ett\u2029    två",
        "|-\n    ett två\u2028",
        ">\n    ett\u2028    två\n    tre",
        "'\u09c7\u09be tre två'",  # two signs that NFC makes one of, though neither is an accent
        "|\n    \u0b47\u0b57 två",
        ">+\n\u2028\n    två",
    ],
)
def test_rare_line_breaks_and_letters_leave_every_other_place_right(value):
    document, _ = parse(f"k:\n  t: {value}\nz: 1\n", "x.yaml")
    node = document.find(("k", "t"))
    found = Origins(document.source, node)
    assert found.is_whole
    word = node.text.index("två") if "två" in node.text else 0
    for offset in range(word, min(word + 3, len(node.text))):
        assert document.source[slice(*found.of(offset))] == node.text[offset]


def test_the_rules_that_the_properties_are_about_are_rules():
    assert set(RULES) <= set(engine.all_rules())
