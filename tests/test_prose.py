import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import blocks

from rapport.prose.blocks import Item, List, Paragraph, Text, passages, plain_passages
from rapport.prose.expression import Expression
from rapport.prose.markdown import parse
from rapport.prose.render import render


@given(blocks)
def test_blocks_survive_markdown(document):
    again = parse(render(document))
    assert [problem for problem in again.problems if problem.is_error] == []
    assert again.blocks == document


@given(st.text(st.sampled_from("ab å*_[]()<>|-#1.\n\n \\`^:&;!~=+\t"), max_size=60))
def test_markdown_is_stable_once_read(text):
    once = render(parse(text).blocks)
    assert render(parse(once).blocks) == once


def read(text, value="5"):
    """Return a text read, every expression in it showing the same value."""
    found = re.finditer(r"\{\{.*?\}\}", text)
    return parse(text, [Expression(*match.span(), Text(value)) for match in found])


def words(text, value="5"):
    return "|".join(plain_passages(read(text, value).blocks))


@pytest.mark.parametrize(
    "text", ["[x]: ord", "[a[b]: ord", "[^a b]: ord", "[^]: ord", "[a]:ord [b]:ord", "[a\nb]: ord"]
)
def test_what_markdown_takes_for_a_link_s_definition_stays_text(text):
    assert words(text) == text.replace("\n", " ")
    assert words(text.replace("]:", "\\\n]:")) == text.replace("\n", " ").replace("]:", "\n]:")


def test_bold_ends_beside_a_bracket_as_it_does_without_a_colon():
    assert parse("x**[a]: b**").blocks == parse("x**[a]\\: b**").blocks


def test_a_note_s_mark_twice_in_a_line_is_text_and_a_problem():
    prose = parse("Ord[^1][^1]: mer")
    assert words("Ord[^1][^1]: mer") == "Ord[^1][^1]: mer"
    assert {problem.message for problem in prose.problems} == {"Fotnoten har ingen text."}


@pytest.mark.parametrize("text", ["`x [^1](y)` a[^1]", "```\nx [^1](y)\n```\na[^1]", "<!-- x [^1](y) -->\n\na[^1]"])
def test_a_note_s_mark_in_code_is_not_lost(text):
    assert "x [^1](y)" in words(text + "\n\n[^1]: noten")


def test_a_list_under_an_indent_is_a_list():
    flat = List((Item((Paragraph((Text("a"),)),)), Item((Paragraph((Text("b"),)),))))
    assert parse("\t- a\n\t- b").blocks == parse("    - a\n    - b").blocks == (flat,)
    assert parse("- y\n\n      - a\n      - b").blocks == parse("- y\n\n  - a\n  - b").blocks
    assert parse("-\t\tord").blocks == parse("- ord").blocks


@pytest.mark.parametrize("text", ["\t# ord", "    ---\n\nord", "    > ord"])
def test_what_is_not_allowed_is_not_allowed_under_an_indent_either(text):
    assert parse(text).problems


def test_words_under_an_indent_know_their_places():
    text = "å\n\n\t- ord 😀 **fet**\n\t\t- inne"
    for passage in passages(parse(text).blocks):
        for inline in passage:
            assert text[slice(*inline.origin[0][1:3])] == inline.text


def test_a_paragraph_of_hard_blanks_is_none():
    assert parse("\u00a0").blocks == ()
    assert parse("a\n\n\u00a0\u2028\n\nb").blocks == parse("a\n\nb").blocks


def test_a_table_without_outer_bars_below_text_is_a_problem():
    (problem,) = parse("Text\nOrt | Antal\n--- | ---\nSundby | 5").problems
    assert (problem.message[:33], problem.excerpt) == ("Raden ser ut som en tabell men bl", "--- | ---")


def test_an_expression_beside_every_private_sign_is_shown():
    signs = "".join(map(chr, [*range(0xE000, 0xF900), *range(0x2E17, 0x2E50)]))
    assert words(f"{signs} {{{{ a }}}} [x]: y") == f"{signs} 5 [x]: y"


def test_a_note_s_mark_inside_an_expression_is_not_one():
    prose = read("{{ '[^1](x)' }} ord[^1]\n\n[^1]: noten")
    assert not prose.problems
    assert words("{{ '[^1](x)' }} ord[^1]\n\n[^1]: noten") == "5 ord|noten"


def test_an_address_has_no_blanks_and_no_masks():
    ((link,),) = passages(read("[ort](<https://exempel.se/a b/{{ x }}>)", "x y").blocks)
    assert link.href == "https://exempel.se/a%20b/x%20y"
    (problem,) = read('[ort](https://exempel.se "om {{ x }}")').problems
    assert problem.excerpt is None


def test_a_tab_at_a_line_s_end_makes_no_hard_break():
    assert words("a \t\nb") == words("a\t\nb") == "a b"
    assert words("a  \nb") == words("a\\\nb") == "a\nb"


@pytest.mark.parametrize(
    ("text", "message", "excerpt"),
    [
        ("Se [planen](https://a.se/Plan 5) nu.", "Länkens adress har ett blanksteg", "[planen](https://a.se/Plan 5)"),
        ("Se [planen] (https://a.se) nu.", "Mellan länkens text och adress", "[planen] (https://a.se)"),
    ],
)
def test_a_link_that_became_text_is_said(text, message, excerpt):
    (problem,) = parse(text).problems
    assert problem.message.startswith(message)
    assert problem.excerpt == excerpt == text[problem.offset : problem.offset + len(excerpt)]


@pytest.mark.parametrize(
    "text", ["Se [planen](https://a.se) (bilaga 1).", "Se [1] (sidan 3).", "Se \\[x] (https://a.se)."]
)
def test_what_is_no_link_is_not_said_to_be_one(text):
    assert parse(text).problems == ()
