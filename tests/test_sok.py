"""Searching the papers: words find each other as people mean them, and nothing a user or a paper holds can break it."""

import json
import os
import re
import shutil
import sqlite3

import pytest
from conftest import CACHE_HOMES, RAPPORT, SHARED
from hypothesis import given
from hypothesis import strategies as st

from rapport.cli import papers as shown
from rapport.cli.main import run
from rapport.domain.kalla import Kalla
from rapport.errors import InputError
from rapport.output.shown import line as line_shown
from rapport.sources.index_file import FILE, VERSION, open_index
from rapport.sources.paper import MOST, Extract, Paper, clean, pack
from rapport.sources.paper import read as read_paper
from rapport.sources.query import concepts
from rapport.sources.readers import plain
from rapport.sources.search import search
from rapport.sources.words import fold, stem, terms, tokens
from rapport.sources.worker import PaperReader
from rapport.workflow import papers, searching

REAL = SHARED / "kallor"
needs_real_papers = pytest.mark.skipif(
    not REAL.is_dir(), reason="de verkliga papperen finns inte här (../shared/kallor)"
)


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    """Keep every index of these tests among their own things."""
    place = tmp_path / "cache"
    for name in CACHE_HOMES:
        monkeypatch.setenv(name, str(place))
    monkeypatch.setenv("HOME", str(tmp_path))
    return place


@pytest.fixture
def report(folder):
    """Return a function that makes a report folder with papers by name."""

    def make(papers, **files):
        path = folder(**files)
        (path / "kallor").mkdir()
        for name, text in papers.items():
            (path / "kallor" / name).write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return path

    return make


def silent(_done, _total):
    """Show no progress."""


def find(path, words):
    return searching.find(path, words, silent)[0]


def found(path, words):
    return [traff.paper.removeprefix("kallor/") for traff in find(path, words)]


def meets(wanted, text):
    """Whether a search for some words finds all of them in a text."""
    index = open_index(None)
    (snippet,) = pack([Extract(text, "rad 1")])
    row = (1, " ".join(terms(snippet.text)), snippet.text, "a", "rad 1")
    index.connection.execute("INSERT INTO stycken(rowid, ord, text, papper, plats) VALUES (?,?,?,?,?)", row)
    looked_for = concepts(wanted, index.vocabulary)
    traffar = search(index, looked_for)
    index.connection.close()
    return bool(traffar) and len(traffar[0].met) == len(looked_for)


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        ("Jämtland Härjedalen", "Region Jamtland Harjedalen"),
        ("Jamtland Harjedalen", "Region Jämtland Härjedalen"),
        ("Härjedalen", "Jamtland Héarjedalens viljeinriktning"),
        ("Jämtland", "ett kliv for Jaimtland"),
        ("ökad", "bidra till 6kad konkurrenskraft"),
        ("löpande", "har I6pande under varen"),
        ("för", "sam\u00adverkan fö r alla"),
        ("samverkansrådet", "samverkansrå det beslutade"),
        ("mål", "vilka må l som nås"),
        ("för", "fo\u00a8r alla"),
        ("utvecklingsnämnden", "utvecklingsnimnden och utvecklingsndmnden"),
        ("möten", "dialoger och méten"),
        ("säkerställa", "Sikerstilla langsiktighet"),
        ("nämnden", "narnnden beslutade"),
        ("samhälle", "vart lokalsamhaille och samhaille"),
        ("samverkansrådets beslut", "Samverkansrådet beslutade"),
        ("samverkansrådet beslutade", "samverkansrådets beslut"),
        ("samverkansråd", "samverkansrådsmöte"),
        ("resultat", "resultaten"),
        ("resultaten", "ett resultat"),
        ("hållbar", "hållbarhetens"),
        ("kommun", "kommunernas"),
        ("strategisk", "strategiskt och strategiska"),
        ("kompetens", "kompetensförsörjningen"),
        ("kompetensattraktion", "kompetensattration"),
        ("500 000", "500\u00a0000 kr"),
        ("500000", "500 000 kr"),
        ("500 000", "500000"),
        ("2,3", "2,3 mnkr"),
        ("RUN/584/2025", "ärende (RUN/584/2025)"),
        ("2025-12-01", "den 2025-12-01"),
        ("samverkan", "sam-\nverkan"),
        ("kallelse", "K a l l e l s e / f ö r e d r a g n i n g"),
        ("föredragning", "K a l l e l s e / f ö r e d r a g n i n g"),
        ("idé", "idéer och idéerna"),
        ("ÅRE", "Åre kommun"),
        ("näringslivsutveckling", "närlingslivsutveckling"),
        ("landsbygden", "landsbydgen"),
        ("landsbygden", "lansbygden"),
        ("14 timmar", "workshops motsvarande14 timmar"),
        ("kommunförbundet", "Kommunfoérbundet"),
        ("a\u030are", "Åre"),
    ],
)
def test_what_is_meant_is_found(wanted, text):
    assert meets(wanted, text)


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        ("sätta", "sitta"),
        ("förankring", "förändring"),
        ("investering", "inventering"),
        ("förvaltningen", "förväntningen"),
        ("miljö", "miljoner"),
        ("kommunen", "kommunikationer"),
        ("medverkan", "samverkan"),
        ("nationell", "rationell"),
        ("anställning", "omställning inställning"),
        ("län", "landsbygd"),
        ("barn", "bam"),
        ("500 000", "500 och 000"),
        ("500 000", "1 500 000"),
        ("RUN/584/2025", "RUN 584 av 2025"),
        ("1:1", "11"),
        ("2025", "20 25"),
    ],
)
def test_what_is_another_word_is_not_found(wanted, text):
    assert not meets(wanted, text)


INFLECTED = {
    "samverkansråd": "et ets en ens s", "resultat": "et en ens", "region": "en er erna s",
    "innovation": "en er s", "hållbarhet": "en ens",
    "beslut": "et en ade ades", "projekt": "et en ens", "strategi": "n er erna", "tåg": "et en ens", "plan": "en er",
    "kompetens": "en er erna", "insats": "en er erna", "plats": "en er", "mål": "et en", "län": "et en ets",
    "barn": "en", "kommun": "en er ernas", "enhet": "en er", "företag": "et en ens", "utbildning": "en ar arna",
    "väg": "en ar arna",
}  # fmt: skip


@pytest.mark.parametrize("word", INFLECTED)
def test_a_word_and_its_inflections_have_one_stem(word):
    assert {stem(fold(word + ending)) for ending in INFLECTED[word].split()} == {stem(fold(word))}


@pytest.mark.parametrize("forms", ["fråga frågan frågor frågorna", "möte möten mötet mötets", "resa resor resan",
                                   "arbete arbetet arbetar arbetade", "boende boendet boenden",
                                   "strategisk strategiska strategiskt",
                                   "ärende ärenden ärendet", "nationell nationella nationellt"])  # fmt: skip
def test_forms_that_share_no_whole_word_have_one_stem(forms):
    assert len({stem(fold(word)) for word in forms.split()}) == 1


def test_how_words_are_folded_is_part_of_the_index():
    """When this changes, indexes made before are wrong: raise VERSION in sources/index_file.py with it."""
    text = "Samverkansrådets 6kad RUN/5/2025, 500 000 kr fö r méten"
    made = "samverkansr okad run run_5_2025 5 2025 500000 kr fo for r mét"
    assert (VERSION, " ".join(terms(text))) == (3, made)


def test_lines_are_joined_as_they_were_meant():
    assert clean("sam-\nverkan") == "samverkan"
    assert clean("lands-\noch glesbygd") == "lands- och glesbygd"
    assert clean("RUS-\narbetet") == "RUS-arbetet"
    assert clean("\x1b[31mröd\x1b[0m \u202etext\u200b") == "[31mröd[0m text\u200b"


def test_a_sentence_cut_by_a_blank_line_is_one_snippet_and_a_long_one_is_parted():
    extracts = [Extract("Rådet gav medel ur potten med", "rad 1"), Extract("500 000 kr till arbetet.", "rad 3")]
    assert [p.text for p in pack(extracts)] == ["Rådet gav medel ur potten med 500 000 kr till arbetet."]
    long = [Extract("Ord och mera ord. " * 200, "rad 1")]
    assert all(0 < len(p.text) <= MOST for p in pack(long))
    assert "".join(p.text for p in pack(long)).replace(" ", "") == ("Ord och mera ord. " * 200).replace(" ", "")


@given(st.text(max_size=300))
def test_every_term_stands_on_its_characters(text):
    for token in tokens(text):
        assert 0 <= token.start < token.end <= len(text)
        assert re.fullmatch(r"[^\W]+", token.term) or not token.term.isascii()
        assert " " not in token.term


QUOTES = [
    '"',
    '"" OR ord:*',
    "NEAR(a b)",
    "a AND",
    "ord : x",
    "*",
    "^a",
    "-a",
    "(",
    "'; DROP TABLE papper; --",
    "\x00",
    "a\x00b",
]


@pytest.mark.parametrize("words", QUOTES)
def test_no_operator_of_the_index_leaks(report, words):
    path = report({"a.txt": "Nära and or not drop table papper."})
    find(path, words)
    assert found(path, "papper") == ["a.txt"]


@given(st.text(max_size=80))
def test_any_words_can_be_looked_for(text):
    index = open_index(None)
    assert search(index, concepts(text, index.vocabulary)) == []
    index.connection.close()


def test_snippets_with_all_the_words_come_first(report):
    path = report({
        "a.txt": "Service och service och service i hela länet.",
        "b.txt": "Länets service och bredband.",
        "c.txt": "Bredband i fjällen.",
    })  # fmt: skip
    assert found(path, "service bredband")[0] == "b.txt"
    assert set(found(path, "service bredband")) == {"a.txt", "b.txt", "c.txt"}


def test_the_place_is_that_of_the_snippet(report):
    path = report({"a.txt": "\n\nFörsta stycket här.\r\n\r\n" + "Utfyllnad. " * 40 + "\r\n\r\nSista om bredband.\r\n"})
    (traff,) = find(path, "bredband")
    assert traff.place == "rad 7"
    assert [traff.text[start:end] for start, end in traff.marks] == ["bredband"]


def test_only_changed_papers_are_read_again(report):
    path = report({f"{n}.txt": f"Papper nummer {n} om bredband." for n in range(5)})
    readings = []

    def reader(paper):
        readings.append(paper.file.name)
        return read_paper(paper, plain)

    def update():
        readings.clear()
        index = open_index(path / FILE)
        index.update(papers.open_library(path, needs_papers=True).papers, reader, silent)
        index.connection.close()
        return sorted(readings)

    assert update() == ["0.txt", "1.txt", "2.txt", "3.txt", "4.txt"]
    assert update() == []
    (path / "kallor" / "2.txt").write_text("Papper nummer 2 om flyg och tåg.", "utf-8")
    os.utime(path / "kallor" / "3.txt")  # touched, not changed
    assert update() == ["2.txt"]
    assert found(path, "flyg") == ["2.txt"]
    (path / "kallor" / "1.txt").unlink()
    shutil.move(path / "kallor" / "4.txt", path / "kallor" / "5.txt")
    assert sorted(found(path, "bredband")) == ["0.txt", "3.txt", "5.txt"]


def test_a_change_that_leaves_size_and_time_is_seen_when_it_comes_at_once(report):
    path = report({"a.txt": "Om bredband."})
    file = path / "kallor" / "a.txt"
    times = (file.stat().st_atime_ns, file.stat().st_mtime_ns)
    assert found(path, "bredband") == ["a.txt"]
    file.write_text("Om flygplan.", "utf-8")
    os.utime(file, ns=times)
    assert found(path, "flygplan") == ["a.txt"]


def damage(file, kind):
    if kind == "skräp":
        file.write_bytes(b"detta ar ingen databas" * 1000)
    elif kind == "tom":
        file.write_bytes(b"")
    elif kind == "avkortad":
        file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    elif kind == "vänd":
        raw = bytearray(file.read_bytes())
        raw[4096:] = bytes(byte ^ 0x55 for byte in raw[4096:])
        file.write_bytes(raw)
    else:
        file.unlink()
        connection = sqlite3.connect(file)
        connection.execute("CREATE TABLE papper(a)")
        connection.close()


@pytest.mark.parametrize("kind", ["skräp", "tom", "avkortad", "vänd", "främmande"])
def test_a_damaged_index_is_made_anew_with_a_word_about_it(report, kind):
    path = report({"a.txt": "Om bredband i fjällen. " * 300, "b.txt": "Om tåg."})
    assert found(path, "tåg") == ["b.txt"]
    damage(path / FILE, kind)
    traffar, looked = searching.find(path, "tåg", silent)
    assert [traff.paper for traff in traffar] == ["kallor/b.txt"]
    assert kind == "tom" or "har gjorts om" in looked.remarks[0]
    assert searching.find(path, "tåg", silent)[1].remarks == []


@pytest.mark.parametrize("seed", range(40))
def test_an_index_with_any_byte_changed_never_stops_a_search(report, seed):
    path = report({"a.txt": "Om bredband i fjällen. " * 50, "b.txt": "Om tåg."})
    found(path, "tåg")
    raw = bytearray((path / FILE).read_bytes())
    for step in range(30):
        at = (seed * 7919 + step * 104729) % len(raw)
        raw[at] = (raw[at] + 1 + seed) % 256
    (path / FILE).write_bytes(raw)
    searching.find(path, "tåg bredband", silent)


def test_an_index_that_is_a_link_leaves_what_it_points_at_alone(report, tmp_path):
    path = report({"a.txt": "Om tåg."})
    other = tmp_path / "annat.sqlite"
    other.write_bytes(b"mitt")
    try:
        (path / FILE).symlink_to(other)
    except OSError:
        pytest.skip("länkar får inte skapas här (Windows utan utvecklarläge)")
    assert found(path, "tåg") == ["a.txt"]
    assert other.read_bytes() == b"mitt"
    assert not (path / FILE).is_symlink()


def test_an_index_that_cannot_be_there_is_done_without(report):
    path = report({"a.txt": "Om tåg."})
    (path / FILE).mkdir()
    traffar, looked = searching.find(path, "tåg", silent)
    assert len(traffar) == 1
    assert any("kan inte sparas" in remark for remark in looked.remarks)


def test_an_index_that_another_program_holds_is_done_without(report, monkeypatch):
    path = report({"a.txt": "Om tåg."})
    assert found(path, "tåg") == ["a.txt"]
    monkeypatch.setattr("rapport.sources.index_file.WAIT", 0.05)
    holder = sqlite3.connect(path / FILE)
    holder.execute("BEGIN EXCLUSIVE")
    assert found(path, "tåg") == ["a.txt"]
    holder.close()


def test_a_folder_of_papers_alone_is_searched_and_never_written_in(tmp_path, cache):
    path = tmp_path / "bara papper"
    (path / "under").mkdir(parents=True)
    (path / "under" / "a.txt").write_text("Om tåg.", "utf-8")
    assert [traff.paper for traff in find(path, "tåg")] == ["under/a.txt"]
    assert sorted(entry.name for entry in path.rglob("*")) == ["a.txt", "under"]
    assert len(list((cache / "rapport").iterdir())) == 1


def test_a_place_that_cannot_be_written_is_done_without(tmp_path, monkeypatch):
    path = tmp_path / "papper"
    path.mkdir()
    (path / "a.txt").write_text("Om tåg.", "utf-8")
    blocked = tmp_path / "fil"
    blocked.write_text("", "utf-8")
    for name in CACHE_HOMES:
        monkeypatch.setenv(name, str(blocked))
    assert found(path, "tåg") == ["a.txt"]


def test_a_folder_without_papers_says_what_to_do(folder, tmp_path):
    with pytest.raises(InputError, match="Lägg dem i"):
        find(folder(), "tåg")
    (tmp_path / "tom").mkdir()
    with pytest.raises(InputError, match="rätt mapp"):
        find(tmp_path / "tom", "tåg")
    with pytest.raises(InputError, match="finns inte"):
        find(tmp_path / "ingen", "tåg")


def test_what_is_not_found_is_said_with_words_that_look_like_it(report, capsys):
    path = report({"a.txt": "Kompetensattraktion är viktigt."})
    assert run(["underlag", "sok", "kompetnsatraktion", "--i", str(path)]) == 0
    assert "Menade du kompetensattraktion?" in capsys.readouterr().out
    assert run(["underlag", "sok", "xyzzy", "--i", str(path)]) == 0
    assert "Ingenting om ”xyzzy” i ett papper." in capsys.readouterr().out


def test_the_result_shows_paper_place_register_and_marks(report, capsys):
    register = "källor: {beslut: {titel: Medel till tåg, diarienummer: RUN/5/2025, fil: a.txt}}\n"
    path = report({"a.txt": "Nämnden gav medel till tågen."}, kallor=register)
    assert run(["underlag", "sok", "tåg", "--i", str(path)]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        "kallor/a.txt, rad 1 – Medel till tåg · RUN/5/2025",
        "  Nämnden gav medel till »tågen«.",
        "",
        "1 stycke i ett papper.",
    ]
    assert err == ""


def test_the_hits_as_json_have_the_published_keys(report, capsys):
    path = report({"a.txt": "Nämnden gav medel till tågen."})
    assert run(["underlag", "sok", "tåg", "--i", str(path), "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert list(data) == ["version", "kalla", "sokord", "antal", "traffar", "olasta"]
    (traff,) = data["traffar"]
    assert traff == {"papper": "kallor/a.txt", "plats": "rad 1", "text": "Nämnden gav medel till tågen.",
                   "markerat": [[23, 28]], "ord": ["tåg"], "id": None, "titel": None, "diarienummer": None}  # fmt: skip


def test_a_paper_cannot_speak_to_the_terminal(report, capsys):
    path = report({"a\x1b[31m.txt": "Tåg \x1b]0;titel\x07 och \x9b31m mer."})
    assert run(["underlag", "sok", "tåg", "--i", str(path)]) == 0
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", capsys.readouterr().out)


def test_marks_survive_that_lines_are_broken_in_colour():
    traff = find_traff("ord " * 30 + "regionala utvecklingsnämndens sammanträde " + "ord " * 30, "utvecklingsnämnden")
    lines = [line_shown(line) for line in shown.snippet(traff, colour=True)]
    assert sum(line.count("\x1b[1m") for line in lines) == sum(line.count("\x1b[0m") for line in lines) >= 1


def test_a_line_over_a_snippet_that_is_too_long_becomes_two():
    traff = find_traff("Tåg.", "tåg")
    short = Kalla(id="a", titel="Tågplan", diarienummer="RUN/1/2025")
    assert shown.heading(traff, short, colour=False) == ["a, rad 1 – Tågplan · RUN/1/2025"]
    lines = shown.heading(traff, short._replace(titel="Plan för tåg " * 8), colour=False)
    assert lines[0] == "a, rad 1"
    assert max(map(len, lines)) <= 80
    assert lines[-1].endswith("RUN/1/2025")


def test_paragraphs_of_a_snippet_stand_on_lines_of_their_own_and_amounts_are_whole():
    traff = find_traff("Ärendet\nTågen kostar " + "x" * 57 + " 22 mnkr.", "tågen")
    assert list(shown.snippet(traff, colour=False)) == ["  Ärendet", "  »Tågen« kostar " + "x" * 57, "  22\u00a0mnkr."]


def test_a_heading_in_markdown_is_shown_without_its_marks(report, capsys):
    path = report({"a.md": "## Om tåg\n\nTågen går. #1 är bäst."})
    assert run(["underlag", "sok", "tåg", "--i", str(path)]) == 0
    out = capsys.readouterr().out
    assert "  Om »tåg«\n" in out
    assert "#1 är bäst." in out


def find_traff(text, words):
    index = open_index(None)
    row = (1, " ".join(terms(text)), text, "a", "rad 1")
    index.connection.execute("INSERT INTO stycken(rowid, ord, text, papper, plats) VALUES (?,?,?,?,?)", row)
    (traff,) = search(index, concepts(words, index.vocabulary))
    index.connection.close()
    return traff


def found_first(words, *texts):
    """Return the texts, a snippet each, in the order that a search for some words gives them."""
    index = open_index(None)
    for number, text in enumerate(texts, 1):
        row = (number, " ".join(terms(text)), text, "a", f"rad {number}")
        index.connection.execute("INSERT INTO stycken(rowid, ord, text, papper, plats) VALUES (?,?,?,?,?)", row)
    traffar = search(index, concepts(words, index.vocabulary))
    index.connection.close()
    return [traff.text for traff in traffar]


def test_words_that_stand_beside_each_other_as_they_were_asked_for_come_first():
    apart, turned, beside = "Bredband byggs i Hedby.", "I Hedby bredband byggs.", "Byggs bredband Hedby i."
    assert found_first("bredband hedby", apart, turned, beside) == [beside, apart, turned]


@pytest.mark.parametrize("length", [0, 10, 419, 420, 421, 2000])
def test_an_excerpt_holds_a_mark_and_is_no_longer_than_it_should(length):
    text = "ord " * (length // 4) + "målet " + "ord " * (length // 4)
    start = text.index("målet")
    part, marks = shown.excerpt(text, [(start, start + 5)], 420)
    assert [part[a:b] for a, b in marks] == ["målet"]
    assert len(part) <= 424


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["sok"], "Argumentet ORD saknas"),
        (["sok", "a", "--antal", "0"], "från 1 till"),
        (["sok", "a", "--antal", "x"], "ska vara ett heltal"),
        (["sok", "a", "--format", "sarif"], "Välj ett av: text, json"),
        (["sok", "a", "--i", "finns-inte"], "finns inte"),
        (["forslag", "9.9"], "Fråga 9.9 finns inte"),
        (["forslag", "5.1"], "5.1a"),
    ],
)
def test_what_cannot_be_run_says_why(report, capsys, monkeypatch, arguments, words):
    monkeypatch.chdir(report({"a.txt": "Om tåg."}))
    assert run(["underlag", *arguments]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert words in err


ANSWER = "Regionen samlade länets företag kring en gemensam plattform för investeringar i grön omställning under året."
PAPERS = {
    "plattform.txt": f"{ANSWER}\n\n" + "Näringslivet och kommunerna startade i maj en inkubator för nya företag. "
    "Inkubatorn tar emot femton företag om året och finansieras av regionen och högskolan tillsammans. "
    "Handelskammaren leder styrgruppen, som träffas fyra gånger om året och fördelar platserna i inkubatorn.",
    "tag.txt": "Nämnden beskrev hur arbetet inom området har genomförts och vilka resultat som har uppnåtts. "
    "Tågen på sträckan fick fler avgångar, och arbetet inom detta område genomfördes med Trafikverket. "
    "Det strategiskt viktigaste arbetet handlade om hur tågen möter bussarna i de mindre orterna.",
}


def suggested(path, fraga):
    return [s.traff for s in searching.suggestions(path, fraga, silent)[0]]


def test_a_suggestion_is_about_the_area_and_not_about_the_words_of_asking(report):
    path = report(PAPERS)
    assert {traff.paper for traff in suggested(path, "3.1")} == {"kallor/plattform.txt"}
    assert {traff.paper for traff in suggested(path, "4.1")} == {"kallor/tag.txt"}
    words = {word.lower() for traff in suggested(path, "4.1") for word in traff.words}
    assert not words & {"beskriv", "arbetet", "område", "strategiskt", "viktigaste", "genomförts", "resultat"}


def test_what_already_stands_in_the_answer_is_not_suggested(report):
    path = report(PAPERS)
    before = [traff.text for traff in suggested(path, "3.1")]
    answer = " ".join(" ".join(before).split())
    (path / "3.yaml").write_text(f"område: 3\nsvar:\n  3.1: |\n    {answer}\n", "utf-8")
    assert suggested(path, "3.1") == []
    assert suggested(path, "3.4")


def test_a_text_in_two_papers_is_suggested_once(report, capsys):
    path = report({**PAPERS, "kopia.txt": PAPERS["plattform.txt"]})
    found = searching.suggestions(path, "3.1", silent)[0]
    assert len({s.traff.text for s in found}) == len(found)
    assert all(s.same_in for s in found)
    assert run(["underlag", "forslag", "3.1", "--i", str(path)]) == 0
    out = capsys.readouterr().out
    assert "Ord som mötte:" in out
    assert "Samma text i kallor/" in out


def test_the_suggestions_as_json_have_the_published_keys(report, capsys):
    path = report(PAPERS)
    assert run(["underlag", "forslag", "3.1", "--i", str(path), "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert list(data) == ["version", "kalla", "fraga", "antal", "forslag", "olasta"]
    assert {"papper", "plats", "text", "markerat", "ord", "samma_i"} <= set(data["forslag"][0])


def test_the_list_sets_register_files_and_answers_against_each_other(report, capsys):
    register = (
        "diarienummermönster: RUN/löpnummer/år\nkällor:\n"
        "  plattform: {titel: Länets gemensamma plattform, diarienummer: RUN/7/2025, fil: plattform.txt}\n"
        "  utan-fil: {titel: Ett protokoll}\n"
    )
    answer = "område: 3\nsvar:\n  3.1: Beslutet (RUN/7/2025) gäller.\n  3.2: Länets gemensamma plattform bär det.\n"
    path = report({**PAPERS, "kallelse-2025-03-04.txt": "Kallelse till nämnden\n\nÄrende RUN/8/2025.", "x.doc": "x"},
                  kallor=register, **{"3": answer})  # fmt: skip
    assert run(["underlag", "lista", "--i", str(path)]) == 0
    out = capsys.readouterr().out
    assert "Nämns i 3.1, 3.2." in out
    assert "Inget svar nämner: utan-fil." in out
    assert "Utan fil: utan-fil." in out
    assert "kallor/x.doc läses inte" in out
    pasted = out[out.index("  kallelse-2025-03-04:") :].split("\n\n")[0]
    (path / "kallor.yaml").write_text(register + pasted + "\n", "utf-8")
    assert run(["underlag", "lista", "--i", str(path), "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["kallor"][2] == {"id": "kallelse-2025-03-04", "titel": "Kallelse till nämnden",
                                 "diarienummer": "RUN/8/2025", "datum": "2025-03-04", "slag": "kallelse",
                                 "fil": "kallelse-2025-03-04.txt", "fragor": []}  # fmt: skip
    assert [row["fil"] for row in data["oregistrerade"]] == ["tag.txt"]
    assert data["findings"] == []


def test_the_list_is_exit_one_when_the_register_cannot_be_used(report, capsys):
    path = report(PAPERS, kallor="källor:\n\ta: x\n")
    assert run(["underlag", "lista", "--i", str(path)]) == 1
    assert "tabb" in capsys.readouterr().out


def test_a_report_of_the_area_words_is_carried_to_next_years_form(mall):
    assert all(len(omrade.sokord) > 8 for omrade in mall.omraden)
    assert len({word for omrade in mall.omraden for word in omrade.sokord}) == sum(len(o.sokord) for o in mall.omraden)


@needs_real_papers
@pytest.mark.parametrize(
    ("words", "paper", "piece"),
    [
        ("kompetensattraktion", "ett-kliv-inriktning.txt", "Kompetensattraktion – stärka"),
        ("samverkansrådets beslut 500 000", "tjansteskrivelse-ett-kliv.txt", "fattade den 1 december 2025"),
        ("viljeinriktning strategisk planering", "projekt-strategisk-planering.txt", "den 13 maj 2025, § 52"),
        ("RUN/479/2024", "projekt-strategisk-planering.txt", "RUN/479/2024"),
        ("RUN/387/2023", "kallelse-regionens-samverkansrad-2025-12-01.txt", "Energikontoret"),
        ("ökad konkurrenskraft", "tjansteskrivelse-ett-kliv.txt", "6kad konkurrenskraft"),
        ("nämnden beslutade 13 maj 2025", "projekt-strategisk-planering.txt", "§ 52"),
    ],
)
def test_the_real_papers_give_the_right_snippet_first(words, paper, piece):
    traff = find(REAL, words)[0]
    assert (traff.paper, piece in traff.text) == (paper, True)


@needs_real_papers
def test_the_real_papers_are_found_in_spite_of_scanning():
    papers = {traff.paper for traff in find(REAL, "kompetensattraktion")}
    assert papers == {"ett-kliv-inriktning.txt", "tjansteskrivelse-ett-kliv.txt",
                      "kallelse-regionens-samverkansrad-2025-12-01.txt"}  # fmt: skip
    assert {"projekt-strategisk-planering.txt", "tjansteskrivelse-ett-kliv.txt"} <= {
        traff.paper for traff in find(REAL, "utvecklingsnämnden") if traff.met
    }


@needs_real_papers
@pytest.mark.parametrize(
    ("fraga", "paper"),
    [
        ("1.1", "projekt-strategisk-planering.txt"),
        ("1.3", "projekt-strategisk-planering.txt"),
        ("3.1", "ett-kliv-inriktning.txt"),
        ("3.4", "ett-kliv-inriktning.txt"),
    ],
)
def test_the_real_papers_are_suggested_where_they_belong(fraga, paper):
    assert suggested(REAL, fraga)[0].paper == paper


@needs_real_papers
def test_the_real_papers_are_listed_with_their_case_numbers(capsys):
    before = sorted(REAL.iterdir())
    assert run(["underlag", "lista", "--i", str(REAL)]) == 0
    out = capsys.readouterr().out
    assert "diarienummer: RUN/479/2024" in out
    assert "RUN/387/2023 eller RUN/584/2025" in out
    assert sorted(REAL.iterdir()) == before


def test_help_and_a_check_without_papers_load_nothing_for_reading_papers(folder):
    import subprocess
    import sys

    code = (
        f"import sys; from rapport.cli.main import run; run(['kontrollera', {str(folder(rapport=RAPPORT))!r}]);"
        "heavy = {'sqlite3', 'pypdfium2', 'openpyxl', 'watchfiles', 'rapidfuzz'};"
        "sys.exit(sorted(heavy & {name.partition('.')[0] for name in sys.modules}) or 0)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


def test_a_reading_that_fails_never_raises(tmp_path):
    with PaperReader(papers.READERS) as reader:
        for kind in papers.READERS:
            file = tmp_path / f"a{kind}"
            file.write_bytes(b"")
            message, hint = reader.read(Paper(file.name, file)).fault
            assert hint
            assert message.endswith(".")


def test_a_folder_of_other_things_is_taken_for_the_wrong_one(tmp_path):
    (tmp_path / "lapp.txt").write_text("Tåget går till Hedby.", "utf-8")
    for number in range(30):
        (tmp_path / f"bild-{number}.png").write_bytes(b"x")
    with pytest.raises(InputError, match="Är det rätt mapp"):
        searching.find(tmp_path, "tåg", silent)
