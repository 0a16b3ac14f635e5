"""Hypothesis strategies for the document model."""

from hypothesis import strategies as st

from rapport.prose.blocks import Break, Footnote, Item, List, Paragraph, Table, Text, normalise

characters = st.one_of(
    st.sampled_from("abc åäö ÅÄÖ *_[]<>&|\\`#-+=~:.!1)2(\u00a0\t'\"^{}"),
    st.characters(exclude_categories=("Cc", "Cs", "Co", "Cn", "Zl", "Zp"), max_codepoint=0x1F9FF),
)
strings = st.one_of(
    st.text(characters, min_size=1, max_size=8),
    st.sampled_from(["1. ", "- x", "# R", "---", "===", "| a |", "&amp;", "[^1]", "<b>", "ord", "http://x.se"]),
)
hrefs = st.sampled_from([None, None, None, "https://www.exempel.se/a", "mailto:a@exempel.se"])
texts = st.builds(Text, strings, st.booleans(), st.booleans(), hrefs)


def is_content(inlines):
    """Whether something is left for Markdown to hold: text at the edges, not a break."""
    return bool(inlines) and not isinstance(inlines[0], Break) and not isinstance(inlines[-1], Break)


def inline_tuples(*others):
    return st.lists(st.one_of(texts, texts, *others), min_size=1, max_size=5).map(normalise).filter(is_content)


notes = st.builds(Footnote, st.lists(st.builds(Paragraph, inline_tuples()), min_size=1, max_size=2).map(tuple))
paragraphs = st.builds(Paragraph, inline_tuples(st.just(Break()), notes))
cells = st.one_of(st.just(()), st.tuples(paragraphs))


@st.composite
def tables(draw):
    columns = draw(st.integers(1, 3))
    row = st.lists(cells, min_size=columns, max_size=columns).map(tuple)
    align = st.lists(st.sampled_from(["", "left", "center", "right"]), min_size=columns, max_size=columns)
    return Table(draw(st.lists(row, min_size=2, max_size=3).map(tuple)), tuple(draw(align)))


def lists(children):
    item = st.builds(Item, st.lists(children, max_size=3).map(tuple))
    items = st.lists(item, min_size=1, max_size=3).map(tuple)
    return st.builds(List, items) | st.builds(List, items, st.just(value=True), st.integers(0, 120))


blocks = st.lists(st.recursive(st.one_of(paragraphs, tables()), lists, max_leaves=6), min_size=1, max_size=4).map(tuple)
