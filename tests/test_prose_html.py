"""Blocks → HTML: every character where it belongs, marks on exactly their words, nothing hostile let through."""

from collections import defaultdict
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from strategies import blocks

from rapport.domain.svar import Svar
from rapport.prose.blocks import Break, Footnote, Item, List, Paragraph, Table, Text
from rapport.prose.html import marked_blocks
from rapport.prose.marks import Mark

VOID = {"br"}


class Reader(HTMLParser):
    """Reads a page as a browser does, as far as the tests need it: which text stands in which marks."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.open = []
        self.by_mark = defaultdict(str)
        self.text = ""
        self.ids = []
        self.hrefs = []
        self.tags = set()
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.tags.add(tag)
        self.ids += [attrs["id"]] if "id" in attrs else []
        self.hrefs += [attrs["href"]] if "href" in attrs else []
        if tag not in VOID:
            self.open.append((tag, attrs))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        if any(tag == "sup" or attrs.get("class") == "ater" for tag, attrs in self.open):
            return
        if any(attrs.get("class") == "osedd" for _, attrs in self.open):
            data = chr(int(data.removeprefix("U+"), 16))
        self.text += data
        for tag, attrs in self.open:
            if tag == "mark":
                for name in attrs["data-av"].split():
                    self.by_mark[name] += data


def read(document, marks=()):
    return Reader("".join(part.html for part in marked_blocks(document, marks, "1.1")))


@given(blocks)
def test_every_character_of_the_text_is_shown_once_at_its_own_offset(document):
    text = Svar(fraga="1.1", blocks=document).text
    marks = [Mark(at, at + 1, f"m{at}", "fel") for at in range(len(text))]
    found = read(document, marks)
    assert found.by_mark == {f"m{at}": sign for at, sign in enumerate(text) if sign != "\n"}
    assert len(found.text) == len(text.replace("\n", ""))
    assert len(found.ids) == len(set(found.ids))


@given(blocks, st.lists(st.tuples(st.integers(0, 80), st.integers(0, 40), st.sampled_from(["fel", "varning", None]))))
def test_overlapping_marks_hold_their_words_and_end_once(document, spans):
    text = Svar(fraga="1.1", blocks=document).text
    marks = [
        Mark(start, start + length, f"m{n}", look, Markup('<sup class="{}"></sup>').format(n))
        for n, (start, length, look) in enumerate(spans)
    ]
    every = [Mark(at, at + 1, f"t{at}", "info") for at in range(len(text))]
    shown = list(marked_blocks(document, [*marks, *every], "1.1"))
    ended = [mark.anchor for part in shown for mark in part.marks if mark.anchor.startswith("m")]
    held = [mark for mark in marks if text[mark.start : mark.end].strip("\n")]
    assert sorted(ended) == sorted(mark.anchor for mark in held)
    page = "".join(part.html for part in shown)
    found = Reader(page)
    for mark in held:
        words = text[mark.start : mark.end].replace("\n", "")
        assert sorted(found.by_mark.get(mark.anchor, "")) == (sorted(words) if mark.look else [])
        assert page.count(str(mark.tail)) == 1
        assert found.ids.count(mark.anchor) == 1


def test_a_mark_goes_on_over_formatting_breaks_and_paragraphs():
    document = (
        Paragraph((Text("Ett "), Text("tungt", bold=True), Break(), Text("ord."))),
        Paragraph((Text("Nästa."),)),
    )
    one, two = marked_blocks(document, [Mark(2, 17, "m", "fel", Markup("<sup>1</sup>"))], "1.1")
    assert one.marks == ()
    assert one.html == (
        '<p>Et<span id="m" class="plats"><mark class="fel" data-av="m">t </mark></span>'
        '<mark class="fel" data-av="m"><strong>tungt</strong></mark><br>'
        '<mark class="fel" data-av="m">ord.</mark></p>'
    )
    assert two.html == '<p><mark class="fel" data-av="m">Nä</mark><sup>1</sup>sta.</p>'
    assert [mark.anchor for mark in two.marks] == ["m"]


def test_a_mark_in_a_note_comes_with_the_notes_and_numbers_stand_outside_links():
    document = (
        Paragraph(
            (
                Text("Se "),
                Text("sidan", href="https://www.exempel.se"),
                Footnote((Paragraph((Text("En not."),)),)),
                Text("."),
            )
        ),
        Paragraph((Text("Slut."),)),
    )
    marks = [Mark(4, 6, "lank", "info", Markup("<sup>1</sup>")), Mark(13, 16, "not", "fel", Markup("<sup>2</sup>"))]
    text = Svar(fraga="1.1", blocks=document).text
    assert (text[4:6], text[13:16]) == ("id", "not")
    body, _, notes = marked_blocks(document, marks, "1.1")
    assert [m.anchor for m in body.marks] == ["lank"]
    assert [m.anchor for m in notes.marks] == ["not"]
    assert '<mark class="info" data-av="lank">id</mark></span>an</a><sup>1</sup>' in body.html
    assert 'En <span id="not" class="plats"><mark class="fel" data-av="not">not</mark></span><sup>2</sup>' in notes.html


def test_lists_and_tables_are_what_they_are_in_the_document():
    cell = (Paragraph((Text("A"),)),)
    document = (
        List((Item((Paragraph((Text("ett"),)),)), Item((Paragraph((Text("två"),)),), "b) ")), ordered=True, start=3),
        Table(((cell, ()), (cell, cell)), ("", "right")),
    )
    numbered, table = (part.html for part in marked_blocks(document))
    assert numbered == (
        '<ol start="3"><li><p>ett</p></li><li class="egen"><span>b)</span><div><p>två</p></div></li></ol>'
    )
    assert '<th scope="col"><p>A</p></th><td class="right"></td>' in table
    assert '<td class="right"><p>A</p></td>' in table


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "data:text/html,x", "HTTPS:x", "file:///c:/x", " https://x.se"]
)
def test_a_link_that_leads_elsewhere_is_text(href):
    assert read((Paragraph((Text("här", href=href),)),)).hrefs == []


@pytest.mark.parametrize("href", ["https://www.exempel.se/a?b=1&c=2", "HTTP://exempel.se", "mailto:a@exempel.se"])
def test_a_link_to_the_web_or_to_somebody_is_one(href):
    assert read((Paragraph((Text("här", href=href),)),)).hrefs == [href]


def test_what_is_hostile_is_only_text():
    nasty = '<script>alert(\'x\')</script>" onclick="x" \u202ebakvänt\u202c \x00\x07\ud800 &amp;'
    found = read((Paragraph((Text(nasty),)),))
    assert found.tags == {"p", "span"}
    assert found.text == nasty
    "".join(part.html for part in marked_blocks((Paragraph((Text(nasty),)),))).encode("utf-8")
