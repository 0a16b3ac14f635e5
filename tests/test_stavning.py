"""Spelling: what is a slip and what is not, and what is remembered: by an answer, in the process, and on disk."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import CACHE_HOMES, RAPPORT, ROOT

from rapport.cachefolder import cache_folder, write_cache
from rapport.checks.engine import check
from rapport.checks.rules import stavning
from rapport.checks.spelling import answer, dictionary, paradigms, remembered, verdicts
from rapport.checks.spelling.verdicts import Judge, Verdict
from rapport.domain.svar import Svar
from rapport.prose.blocks import Paragraph, Text
from rapport.workflow.load import load


def area(**svar):
    lines = [f'  "{fraga.replace("_", ".")}": {json.dumps(text, ensure_ascii=False)}\n' for fraga, text in svar.items()]
    return "område: 1\nsvar:\n" + "".join(lines)


@pytest.fixture
def findings(folder):
    """Return a function that gives the findings on some answers of area 1, by question."""

    def find(rapport=RAPPORT, **svar):
        loaded = load(folder(rapport=rapport, a=area(**svar)))
        return check(loaded.underlag, only=["stavning"])

    return find


@pytest.fixture
def own_cache(tmp_path, monkeypatch):
    """Give a test a cache of its own, and a process that remembers nothing."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("WIN_PD_OVERRIDE_LOCAL_APPDATA", str(tmp_path / "cache"))
    monkeypatch.setattr(remembered.Pace, "is_typed", False)
    verdicts.judge.cache_clear()
    paradigms.paradigms.cache_clear()
    yield tmp_path / "cache" / "rapport" / "stavning.json"
    verdicts.judge.cache_clear()
    paradigms.paradigms.cache_clear()


def test_the_real_report_has_three_slips_with_the_right_word_first(real_report):
    found = check(load(real_report).underlag, only=["stavning"])
    hints = {finding.excerpt: finding.hint for finding in found}
    assert hints.pop("vis") == "Skriv ”vid”."
    assert set(hints) == {"kompensatorsik", "genförandet"}
    assert hints["kompensatorsik"].startswith("Menade du ”kompensatorisk”?")
    assert hints["genförandet"].startswith("Menade du ”genomförandet” eller")
    assert {f.message for f in found if f.excerpt in hints} == {f"”{word}” finns inte i ordlistan." for word in hints}
    assert {finding.fix for finding in found} == {"genomförandet", "vid", None}


@pytest.mark.parametrize(
    ("text", "slip", "meant"),
    [
        ("Regionens samvekran med kommunerna.", "samvekran", "samverkan"),
        ("Stöd till komunerna i länet.", "komunerna", "kommunerna"),
        ("Arbetet med kompetensförsörjnigen.", "kompetensförsörjnigen", "kompetensförsörjningen"),
        ("Mål för tilväxt.", "tilväxt", "tillväxt"),
        ("Regionen, ohc kommunen och länet.", "ohc", "och"),
        ("ESF-rådets finasiering.", "finasiering", "finansiering"),
        ("Projekt i ESF-programet.", "programet", "programmet"),
        ("Kommunerna i stockholm.", "stockholm", "Stockholm"),
        ("Regionen och Regionstyrlsen. Mål för regionstyrelsen.", "Regionstyrlsen", "Regionstyrelsen"),
        ("Möten hölls i Örnsköldvik.", "Örnsköldvik", "Örnsköldsvik"),
        ("I Storsunda. I Storsunda. I Storsunda. I Storsumda.", "Storsumda", "Storsunda"),
    ],
)
def test_a_slip_is_found_with_what_was_meant(findings, text, slip, meant):
    (finding,) = findings(**{"1_1": text})
    assert finding.excerpt == slip
    assert finding.hint.startswith(f"Menade du ”{meant}”")
    assert finding.place.line == 3


@pytest.mark.parametrize(
    "text",
    [
        "Ett kompetensförsörjningsevent om serviceutvecklingsplan, landsbygdsfrågor och trepartssamverkan.",
        "Kommersialisering av sikfångst i norrlandslänen och jämtlandsmodellen.",
        "Projekt- och företagsstöd, medborgar- och servicefrågor, gymnasie- och vuxenutbildning.",
        "EU:s, RUN:s, 1:1-anslaget, AI-projekt, e-tjänster, COVID-19-pandemin och 90-talet.",
        "Läs mer på www.exmpel.se/strateggi eller https://exmpel.se/fel_stvat, skriv till a.brrk@exempel.se.",
        "Det gäller t.ex. dnr RUN/113/2022, bl.a. 3,5 mnkr och 2 tkr etc.",
        "Föreningen Spotbattle och Anna Kvarnhede. Spotbattles arbete i Kvarnhult.",
        "*Gïeledh jïh aktse* är namnet. *Nååpeme svaalhtese* också. Sámi giellaguovddáš deltog.",
        "The programme supported small enterprises in the northern parts of the country.",
        "Strategin ”Smart specialisation for sparsely populated northern regions” antogs.",
        "Ett living lab, en science park och en triple helix i länet.",
        "Regionens storytelling och matchmaking gav resultat.",
        "InnovationNord och eHälsa i plattformen iPaaS.",
    ],
)
def test_what_is_right_is_left_alone(findings, text):
    assert findings(**{"1_1": text}) == []


def test_one_finding_for_each_answer_at_the_first_place_the_others_beside(findings):
    found = findings(**{"1_1": "Samvekran ökade i länet. Mer samvekran i år.", "1_2": "En ny samvekran."})
    assert [(finding.fraga, len(finding.related)) for finding in found] == [("1.1", 1), ("1.2", 0)]
    assert (found[0].offset, found[0].related[0].offset) == (0, 29)


def test_the_place_is_the_word_without_the_signs_around_it(findings):
    text = "Ordet 'samvekran' och (samvekran)."
    (finding,) = findings(**{"1_1": text})
    assert [text[at:].startswith("samvekran") for at in (finding.offset, finding.related[0].offset)] == [True, True]


def test_a_row_of_unknown_places_is_no_foreign_language(findings):
    assert [f.excerpt for f in findings(**{"1_1": "Kommunerna Storsunda, Tornsele och Gnurfby i samvekran."})] == [
        "samvekran"
    ]


def test_the_word_list_of_the_report_and_the_name_of_the_region_are_right(findings):
    rapport = RAPPORT.replace("Provlän", "Gnurfland") + "ordlista: [blörp, Festivalsjobyn, Snirkel Norr]\n"
    text = "En blörp i Gnurflands län och gnurflandsprojekt vid snirkelmöten, blörps arbete. Festivalsjobyns år."
    assert findings(rapport, **{"1_1": text}) == []


def test_the_names_in_the_titles_of_the_papers_are_right(folder):
    # At the beginning of a sentence, and a letter from a word: only the register can tell that it is a name.
    text = area(**{"1_1": "Samvekran fick stöd."})
    kallor = "källor:\n  p:\n    titel: Beslut om Samvekran i länet\n"
    assert check(load(folder(a=text, kallor=kallor)).underlag, only=["stavning"]) == []


def test_a_word_like_no_other_that_comes_back_in_three_answers_is_a_term(findings):
    text = "Varje vlörptungk räknas."
    two = {"1_1": text, "1_2": text}
    assert [f.severity for f in findings(**two, **{"1_3": text})] == ["info"] * 3


def test_a_word_like_no_other_is_more_often_a_term_than_a_slip(findings):
    assert [f.severity for f in findings(**{"1_1": "Varje vlörptungk räknas."})] == ["info"]


def test_there_is_no_correction_where_two_words_may_be_meant(findings):
    (finding,) = findings(**{"1_1": "Vården och gården i länet räknas med, men tården inte."})
    assert finding.fix is None


def test_known_words_load_no_dictionary(findings, own_cache, monkeypatch):
    text = {"1_1": "Regionens samvekran med Storsunda.", "1_2": "Ett project."}
    first = findings(**text)
    assert first
    assert own_cache.exists()
    verdicts.judge.cache_clear()
    monkeypatch.setattr(dictionary, "_loaded", lambda path: pytest.fail(f"{path} loaded"))
    loaded = load(own_cache.parents[2] / "redovisning")
    assert check(loaded.underlag, only=["stavning"]) == first


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b"[]",
        b"null",
        lambda data: {**data, "ratt": 3},
        lambda data: {**data, "ratt": None, "ovrigt": []},
        lambda data: {**data, "ovrigt": {"samvekran": 1}},
        lambda data: {**data, "ovrigt": {"samvekran": [False, False, "\x1b[31m samverkan"]}},
        lambda data: {**data, "ovrigt": {"samvekran": [False, False, 7]}},
    ],
)
def test_a_damaged_cache_is_made_anew(findings, own_cache, damage):
    first = findings(**{"1_1": "Regionens samvekran."})
    if isinstance(damage, bytes):
        own_cache.write_bytes(damage)
    else:  # whole, but not what we write
        write_cache("stavning", verdicts.judge().said.version, damage(kept(own_cache)))
    verdicts.judge.cache_clear()
    loaded = load(own_cache.parents[2] / "redovisning")
    assert check(loaded.underlag, only=["stavning"]) == first
    assert kept(own_cache)["ovrigt"]["samvekran"][2] == "samverkan"


def kept(cache):
    """Return what stands in the file of the cache, under the line that says that it is whole."""
    return json.loads(cache.read_bytes().partition(b"\n")[2])


def test_a_cache_folder_that_cannot_be_made_is_no_obstacle(findings, own_cache):
    own_cache.parents[1].write_text("a file where the folder should be", "utf-8")
    assert findings(**{"1_1": "Regionens samvekran."})


def test_a_full_disk_is_no_obstacle_and_leaves_nothing_behind(findings, own_cache, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert findings(**{"1_1": "Regionens samvekran."})
    assert [file for file in own_cache.parent.rglob("*") if file.is_file()] == []


def test_two_that_write_at_once_leave_a_whole_file(own_cache):
    many = {f"ord{letter}{'x' * n}": Verdict(is_right=True) for letter in "abcdef" for n in range(200)}
    parts = [dict(list(many.items())[n::4]) for n in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(Judge().said.write, parts * 10))
    assert Judge().said.read() in parts
    assert [file.name for file in own_cache.parent.iterdir()] == ["stavning.json"]


def test_another_version_of_the_dictionary_knows_nothing(own_cache, monkeypatch):
    Judge().said.write({"ord": Verdict(is_right=True)})
    assert Judge().said.read() == {"ord": Verdict(is_right=True)}
    monkeypatch.setattr(remembered, "version", lambda: "another")
    assert Judge().said.read() == {}
    assert own_cache.exists()


def test_the_version_is_that_of_what_is_installed(tmp_path, monkeypatch):
    data = tmp_path / "spylls" / "hunspell" / "data"
    for name in ("sv/sv_SE.aff", "sv/sv_SE.dic", "en/en_US.aff", "en/en_US.dic", "../algo/lookup.py"):
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        (data / name).write_text("ord", "utf-8")
    (tmp_path / "spylls-1.dist-info").mkdir()
    monkeypatch.setattr(dictionary, "_data", lambda: data)
    first = dictionary.version()
    (data / "sv/sv_SE.dic").write_text("ordet", "utf-8")
    second = dictionary.version()
    (tmp_path / "spylls-1.dist-info").rename(tmp_path / "spylls-2.dist-info")
    assert len({first, second, dictionary.version()}) == 3


def test_the_cache_is_capped_to_what_was_used(own_cache, monkeypatch):
    monkeypatch.setattr(remembered, "MOST_WORDS", 3)
    judge = verdicts.judge()
    for word in ("regionen", "och", "kommunerna", "i"):
        assert judge.is_right(word)
    judge.save()
    assert len(words_kept(own_cache)) == 3
    assert judge.is_right("länet")
    judge.save()
    assert words_kept(own_cache) == ["länet"]


def words_kept(cache):
    return [word for words in kept(cache)["ratt"].values() for word in words.split()]


def test_the_cache_is_where_the_system_keeps_such_things(monkeypatch, tmp_path):
    for name in CACHE_HOMES:
        monkeypatch.setenv(name, str(tmp_path))
    assert cache_folder() == tmp_path / "rapport"
    for name in CACHE_HOMES:
        monkeypatch.setenv(name, "relative")
    usual = cache_folder()
    assert usual.is_absolute()
    assert usual.name == "rapport"
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: Path("~/.cache/rapport"))  # no home
    assert cache_folder() is None


def test_a_text_without_end_is_read_as_far_as_it_may_be_swedish(findings, monkeypatch):
    monkeypatch.setattr(answer, "_MOST_UNKNOWN", 3)
    text = " ".join(f"Regionen har vlörptung{letter} i länet." for letter in "bcdfhjklmnpqrsvwxz")
    found = findings(**{"1_1": text})
    assert len(found) <= 5
    assert "resten är inte prövad" in found[0].message


@pytest.mark.parametrize("text", ["a" * 100_000, "bil-" * 20_000 + "q", "-" * 50_000, "a-" * 9 + "q" * 61, "”" * 5_000])
def test_words_that_are_no_words_cost_no_time(findings, text):
    assert findings(**{"1_1": text}) == []


@pytest.mark.usefixtures("own_cache")
def test_pieces_and_pairs_load_no_dictionary_the_second_time(folder, monkeypatch):
    text = "Länets kommun chefer och närings livet presen- teras. Storsunda planerar en hållbarhetsdag för fiske."
    rules = ["stavning", "sarskrivning", "trasiga-tecken"]
    path = folder(a=area(**{"1_1": text}))
    first = check(load(path).underlag, only=rules)
    assert {finding.rule for finding in first} == {"sarskrivning", "trasiga-tecken"}
    verdicts.judge.cache_clear()
    monkeypatch.setattr(dictionary, "_loaded", lambda path: pytest.fail(f"{path} loaded"))
    assert check(load(path).underlag, only=rules) == first


def test_who_has_turned_it_off_loads_no_dictionary(folder, own_cache, monkeypatch):
    monkeypatch.setattr(dictionary, "_loaded", lambda path: pytest.fail(f"{path} loaded"))
    path = folder(rapport=f"{RAPPORT}regler: {{stavning: av}}\n", a=area(**{"1_1": "Samvekran."}))
    assert "stavning" not in {finding.rule for finding in check(load(path).underlag)}
    assert not own_cache.exists()


def test_an_answer_that_is_the_same_is_not_read_again(folder, monkeypatch):
    texts = {"1_1": "Regionens samvekran.", "1_2": "Kommunernas arbete."}
    underlag = load(folder(a=area(**texts))).underlag
    (before,) = stavning.check(underlag)
    read = []
    monkeypatch.setattr(
        answer,
        "_read",
        lambda svar, right, real=answer._read: read.append(svar.fraga) or real(svar, right),  # noqa: SLF001
    )
    changed = Svar("1.2", (Paragraph((Text("Kommunernas arbete och samverkan."),)),))
    after = replace(underlag, svar_by_fraga={**underlag.svar_by_fraga, "1.2": changed})
    (found,) = stavning.check(after)
    assert read == ["1.2"]
    # The report now has the word itself, which is beyond doubt.
    assert (before.fix, found.fix) == (None, "samverkan")


def test_what_was_remembered_is_not_kept_when_the_word_list_is_another(folder):
    underlag = load(folder(a=area(**{"1_1": "En vlörptung."}))).underlag
    assert len(list(stavning.check(underlag))) == 1
    redovisning = replace(underlag.redovisning, ordlista=("vlörptung",))
    assert list(stavning.check(replace(underlag, redovisning=redovisning))) == []


def test_no_dictionary_is_imported_when_all_words_are_known(folder, own_cache):
    path = folder(rapport=RAPPORT, a=area(**{"1_1": "Regionens samverkan."}))
    check(load(path).underlag)
    assert own_cache.exists()
    code = "import sys; from rapport.cli.main import run; run(sys.argv[1:]); assert 'spylls' not in sys.modules"
    arguments = [sys.executable, "-c", code, "kontrollera", str(path)]
    subprocess.run(arguments, check=True, capture_output=True, cwd=ROOT, env={**os.environ, "PYTHONUTF8": "1"})
