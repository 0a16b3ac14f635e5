"""The page: what it shows, that it is whole and harmless, and what a browser makes of it."""

import json
import re
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from conftest import ROOT
from granskningar import about, everything, svar, underlag, very_much
from kommando import checked
from webblasare import in_browser

from rapport.domain.svar import Svar
from rapport.domain.underlag import Forra
from rapport.finding import Finding, Place, Related
from rapport.output import html
from rapport.output.interface import granskning_of
from rapport.prose.blocks import Paragraph, Text

VOID = {"meta", "br", "input", "hr", "link"}
BLOCKS = {"p", "li", "td", "th", "h3", "div", "caption", "legend", "label"}


class Page(HTMLParser):
    """A page read as a browser does: well nested, with its text, links, ids and headings."""

    def __init__(self, granskning):
        super().__init__(convert_charrefs=True)
        self.source = "\n".join(html.render(granskning, colour=False, width=80))
        self.open, self.ids, self.hrefs, self.attributes, self.headings = [], [], [], [], []
        self.tags = set()
        self.text = ""
        self.feed(self.source)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.tags.add(tag)
        self.attributes += attrs.items()
        self.ids += [attrs["id"]] if "id" in attrs else []
        self.hrefs += [attrs["href"]] if "href" in attrs else []
        if tag in ("h1", "h2", "h3", "h4"):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
        self.text += " " if tag in BLOCKS else ""

    def handle_data(self, data):
        if "style" not in self.open:
            self.text += data

    def words(self):
        return " ".join(self.text.split())


@pytest.fixture
def page(mall):
    return Page(everything(mall))


def test_every_link_leads_somewhere_and_every_place_is_one(page):
    inside = {href[1:] for href in page.hrefs if href.startswith("#")}
    assert inside <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))
    assert {href for href in page.hrefs if not href.startswith("#")} == {"https://www.exempel.se/a?b=1&c=2"}


def test_there_is_one_main_heading_and_no_level_is_skipped(page):
    assert page.headings.count(1) == 1
    assert page.headings[0] == 1
    assert all(after <= before + 1 for before, after in zip(page.headings, page.headings[1:], strict=False))


def test_nothing_is_fetched_and_nothing_run(page):
    assert not page.tags & {"script", "img", "iframe", "object", "embed", "form", "link", "svg", "base"}
    assert not [name for name, _ in page.attributes if name.startswith("on") or name in ("src", "srcset", "action")]
    assert "default-src 'none'; style-src 'unsafe-inline'" in page.source
    assert "url(" not in page.source
    assert "@import" not in page.source
    assert "\u202e" not in page.source
    assert "<b>U+202Elmay.exe:2:1" in page.text


def test_the_verdict_says_whether_it_can_be_handed_in(page, mall):
    assert "Redovisningen kan inte lämnas in så: 6 fel." in page.text
    assert "Stavningen: ingen ordlista." in page.text
    one = svar("1.1", "Vi samverkade.")
    warned = granskning_of(underlag(mall, {"1.1": one}), mall.omraden, (about(one, "Vi", "x"),))
    assert "Inga fel. 1 varning att ta ställning till." in Page(warned).text
    assert "Inget att anmärka på." in Page(granskning_of(underlag(mall, {"1.1": one}), mall.omraden, ())).text


def test_words_lead_to_their_explanation_and_back(page):
    places = [one for one in page.ids if one.startswith("plats-")]
    assert len(places) == 9
    for place in places:
        assert f"#{place}" in page.hrefs
        assert f"#anm-{place.removeprefix('plats-')}" in page.hrefs


def test_a_correction_is_shown_with_its_hard_blank_seen(page):
    assert "Skriv 15°000 i stället för ”15 000” (° är ett hårt blanksteg)." in page.words()
    assert "Skriv <img src=x> i stället för ”<script>”." in page.words()


def test_blanks_that_are_too_many_are_seen(mall):
    one = Svar(fraga="1.1", blocks=(Paragraph((Text("Vi  sade."),)),))
    found = (about(one, "Vi  sade", "dubbelt-blanksteg", fix="Vi sade"),)
    page = Page(granskning_of(underlag(mall, {"1.1": one}), mall.omraden, found))
    assert "Skriv Vi sade i stället för ”Vi··sade” (· är ett blanksteg)." in page.words()


def test_places_that_say_the_same_lead_to_each_other(page):
    (anchor,) = [one for one in page.ids if one.startswith("jamfor-")]
    number = anchor.split("-")[1]
    assert page.hrefs.count(f"#{anchor}") == 1
    assert page.hrefs.count(f"#anm-{number}") == 3  # after the words, after the words compared, and beside those
    assert f"Stället jämförs i anmärkning {number} (fråga 1.1)." in page.words()


def test_two_findings_about_each_other_are_no_places_of_comparison_besides(mall):
    one, two = svar("1.1", "Samma stycke här."), svar("1.2", "Samma stycke här.")
    found = tuple(
        about(mine, mine.text, "upprepning", related=(Related(Place(), other.fraga, other.text, 0),))
        for mine, other in ((one, two), (two, one))
    )
    page = Page(granskning_of(underlag(mall, {"1.1": one, "1.2": two}), mall.omraden, found))
    assert not [name for name in page.ids if name.startswith("jamfor-")]
    assert page.hrefs.count("#plats-1") == page.hrefs.count("#plats-2") == 2


@pytest.mark.parametrize(("excerpt", "offset"), [("borta", 0), ("Vi", 3), ("Vi", -1), ("Vi", 900), ("", 0), (None, 2)])
def test_a_finding_whose_words_are_not_there_stands_by_the_whole_answer(mall, excerpt, offset):
    one = svar("1.1", "Vi gjorde det Vi sade.")
    finding = Finding("x", "error", "Något är fel.", "Gör om.", Place(), 1, "1.1", excerpt, offset=offset)
    page = Page(granskning_of(underlag(mall, {"1.1": one}), mall.omraden, (finding,)))
    assert "Något är fel." in page.text
    assert "mark" not in page.tags


def test_an_internal_note_is_marked_as_one(page):
    words = page.words()
    assert "Intern anteckning – kommer inte med i dokumentet Fråga Jonas om <siffrorna>." in words
    assert "☒ Ja (kryssat) ☐ Nej (inte kryssat)" in words
    assert "Skäl: Det är <beslutat>." in words


def test_what_the_form_asks_for_is_found_or_not(page):
    words = page.words()
    assert "kommuner 1.1–1.3 1.1 ”Siffrorna kommer från SCB, m.m och kommunerna.”" in words
    assert "civilsamhället 1.1–1.3 Hittades inte" in words


def test_last_year_is_compared_word_by_word(page):
    words = page.words()
    assert "[borttaget: två stora] " in words
    assert "[nytt: tre] " in words
    assert "Fråga 1.2 Svaret är oförändrat, 100 tecken." in words
    assert "Fråga 1.5 Bara tidigare: 35 tecken. Tidigare Det här svarade vi bara förra året." in words
    assert "Kryssat: Ja. Tidigare: inget." in words


def test_the_same_question_in_two_areas_is_compared_with_its_own(mall):
    new = underlag(mall, {"1.1": svar("1.1", "Ett."), "4.1": svar("4.1", "Fyra.")})
    new = replace(new, forra=Forra(replace(new, kalla="förr")))
    page = Page(granskning_of(new, mall.omraden, ()))
    assert "(var " not in page.text
    assert page.text.count("Svaret är oförändrat") == 2


def test_without_last_year_nothing_is_compared(mall):
    now = replace(underlag(mall, {"1.1": svar("1.1", "Ett.")}), forra=None)
    page = Page(granskning_of(now, mall.omraden, ()))
    assert "forra" not in page.ids


def test_a_rule_is_explained_in_its_own_words(mall):
    page = Page(very_much(mall))
    assert "regel-0 En regel. Varför: Därför. Fel: Två rader. Rätt: En rad." in page.words()


def test_a_part_of_a_report_shows_that_part_alone(mall):
    whole = everything(mall)
    part = granskning_of(whole.underlag, mall.omraden[1:2], ())
    page = Page(part)
    assert "område 2" in page.text
    assert [name for name in page.ids if name.startswith("omrade-")] == ["omrade-2"]
    assert "tre insatser" not in page.text


def test_a_place_in_a_document_is_a_paragraph(mall):
    one = svar("1.1", "Vi sade.")
    finding = Finding("x", "error", "Fel.", "Gör om.", Place("a.docx", stycke=3), 1, "1.1", "Vi", offset=0)
    page = Page(granskning_of(underlag(mall, {"1.1": one}), mall.omraden, (finding,)))
    assert "a.docx, stycke 3" in page.text


def test_very_much_is_still_a_small_page(mall):
    granskning = very_much(mall)
    assert sum(one.tecken for one in granskning.underlag.svar_by_fraga.values()) > 60_000
    page = Page(granskning)
    assert len(granskning.findings) == 1000
    assert len([name for name in page.ids if name.startswith("anm-")]) == 1000
    assert len(page.source.encode("utf-8")) < 1_500_000


def test_the_example_and_the_real_report_become_pages(real_report):
    for folder in (ROOT / "underlag", real_report):
        granskning = checked(folder)
        page = Page(granskning)
        assert {href[1:] for href in page.hrefs if href.startswith("#")} <= set(page.ids)
        for one in granskning.underlag.svar_by_fraga.values():
            assert all(sentence.text.split()[0] in page.text for sentence in one.meningar)


def test_other_formats_do_not_load_what_only_the_page_needs(folder):
    code = (
        "import sys; from rapport.cli.main import run;"
        f"folder = {str(folder(analys=(ROOT / 'underlag' / '6-analys.yaml').read_text('utf-8')))!r};"
        "[run(['kontrollera', folder, '--format', name]) for name in ('text', 'json', 'sarif', 'github')];"
        "print([name for name in ('jinja2', 'markupsafe', 'rapport.output.html') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8")
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.fixture(scope="session")
def browser():
    """Return how to run browser.cjs, where there are a browser and the packages it needs."""
    return in_browser("browser.cjs", "playwright-core", "axe-core")


def test_a_browser_shows_the_page_to_everybody(browser, mall, tmp_path):
    file = tmp_path / "granskning.html"
    page = Page(everything(mall))
    file.write_text(page.source, "utf-8")
    done = subprocess.run(
        [*browser, str(tmp_path), str(file)],
        capture_output=True,
        check=False,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    found = json.loads(done.stdout)[file.name]
    assert len(found["views"]) == 4
    for view in found["views"]:
        assert view["faults"] == [], view["name"]
        assert view["wide"] <= 0, view["name"]
        assert (view["scripts"], view["said"], view["asked"]) == (0, [], [])
        assert (view["broken"], view["doubles"]) == ([], [])
    assert len({view["background"] for view in found["views"]}) == 2  # light and dark
    assert found["ways"] == {"first": "#innehall", "rule": True, "number": True, "back": True}
    assert (tmp_path / "granskning.pdf").read_bytes().startswith(b"%PDF")


def test_a_figure_shows_its_origin_on_hover_and_in_a_list(folder):
    path = folder(
        **{"5": 'område: 5\nsvar:\n  "5.3": Fick {{ arenden | dar(program="ERUF") | summa("beviljat") | kr }} i år.\n'}
    )
    (path / "siffror").mkdir()
    (path / "siffror" / "arenden.csv").write_text("program;beviljat\nERUF;1200\nRUS;5\nERUF;300\n", "utf-8")
    page = "\n".join(html.render(checked(path), colour=False, width=80))
    origin = "siffror/arenden.csv, kolumn beviljat"
    assert re.search(rf'<mark class="figur"[^>]* title="{origin}[^"]*2 rader: 2, 4">1\u00a0500\u00a0kr</mark>', page)
    row = re.search(r'<tr id="ursprung-5.3-1">.*?</tr>', page)[0]
    assert origin in row
    assert 'href="#siffra-5.3-1"' in row
    assert 'id="siffra-5.3-1"' in page
    assert "summa(" in row


def test_a_correction_that_the_hint_says_is_not_said_twice(folder):
    path = folder(**{"1": "område: 1\nsvar:\n  1.1: Stödet var tex 20 MSEK.\n"})
    page = "\n".join(html.render(checked(path), colour=False, width=80))
    assert "Skriv t.ex. eller hela orden." in page
    assert page.count("Skriv mnkr.") == 1
    assert "i stället för ”MSEK”" not in page
