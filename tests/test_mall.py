"""A form as data: its words, its ids, its boxes and its year are its own, whoever made it."""

import json
import re
import shutil
import time

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from rapport.checks.engine import all_rules, check
from rapport.cli.main import run
from rapport.domain.begart import begart
from rapport.domain.begrepp import RegelId
from rapport.domain.mall import Fraga, Mall
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning, Underlag
from rapport.domain.wordlist import WordLists, fault, pieces
from rapport.errors import InputError
from rapport.prose.blocks import Paragraph, Text
from rapport.prose.sentences import words
from rapport.store.mall import load_mall, newest_form
from rapport.store.mall_write import as_yaml
from rapport.store.shelf import form_folder
from rapport.store.validate import validate
from rapport.store.yaml import parse
from rapport.workflow.load import load

OTHER = ROOT / "tests" / "formular" / "skogsrad-2031"
FILES = {
    "rapport": "mall: skogsrad-2031\nregion: Region Sundmark\når: 2031\n",
    "1": """område: 1
svar:
  A.1: Skogen vårdades. Skyddsombudet var med, och granen växte.
  A.2: Vattnet vårdades av tre lag, och ett av dem gick tyvärr fel.
  A.3: Vi räknade en lavskrika.
""",
    "2": f"""område: 2
svar:
  B.1.x: {{kryss: stämmer}}
  B.1.y: {{kryss: berör oss inte}}
  B.2: {"Stödet delades lika. " * 10}
""",
}


@pytest.fixture
def report(folder):
    path = folder(**FILES)
    shutil.copytree(OTHER, path / "mallar" / OTHER.name)
    return path


def found(path, *rules):
    loaded = load(path)
    return {(f.rule, f.fraga, f.message) for f in check(loaded.underlag, loaded.findings, rules) if f.rule in rules}


def test_the_form_of_another_authority_is_checked_by_its_own_words_ids_boxes_and_limits(report):
    rules = ("teckengrans", "kryss", "fro", "utmaningar", "hallbarhet", "okand-fraga", "tomt-svar", "yaml")
    messages = found(report, *rules)
    assert {(rule, fraga) for rule, fraga, _ in messages} == {
        ("teckengrans", None),
        ("kryss", "B.1.x"),
        ("fro", "B.1.y"),
        ("hallbarhet", "A.1"),
        ("hallbarhet", "A.3"),
    }
    texts = {message for _, _, message in messages}
    assert "Svaret på A.1 nämner inte skydd." in texts
    assert "Svaret på A.3 nämner inte namn på arter." in texts
    assert "Fråga B.1.y gäller Sundmark, men är ikryssad ”Berör oss inte”." in texts


def test_all_rules_can_read_its_answers(report, capsys):
    assert run(["kontrollera", str(report), "--format", "json"]) == 1
    shown = json.loads(capsys.readouterr().out)
    assert [fraga["id"] for fraga in shown["omraden"][1]["fragor"]] == ["B.1.x", "B.1.y", "B.2"]
    assert {"teckengrans", "kryss", "fro", "hallbarhet"} <= {finding["rule"] for finding in shown["findings"]}
    assert run(["kontrollera", str(report)]) == 1
    assert "Svaret på A.1 nämner inte skydd." in capsys.readouterr().out
    assert run(["kontrollera", str(report), "--format", "html"]) == 1
    assert "A.1–A.3" in capsys.readouterr().out


def test_its_findings_go_when_the_answers_show_what_is_asked_for(report):
    right = FILES["1"].replace("granen växte", "skogen skyddades").replace("en lavskrika", "en Hökuggla")
    (report / "1.yaml").write_text(right, "utf-8")
    assert found(report, "hallbarhet", "utmaningar") == set()
    (report / "1.yaml").write_text(right.replace("gick tyvärr fel", "gick bra"), "utf-8")
    ((_, fraga, message),) = found(report, "hallbarhet", "utmaningar")
    assert (fraga, message) == ("A.1", "I A.1–A.3 nämns inga svårigheter.")


def test_its_hint_names_its_own_boxes(report):
    loaded = load(report)
    (finding,) = [f for f in check(loaded.underlag, (), ("fro",)) if f.rule == "fro"]
    assert finding.hint == "Kryssa stämmer eller stämmer inte, och beskriv varför."


def test_it_is_shown(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    shutil.copytree(OTHER, tmp_path / "mallar" / OTHER.name)
    assert run(["mall", "visa", OTHER.name, "--format", "json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert [fraga["id"] for area in shown["omraden"] for fraga in area["fragor"]] == [
        "A.1", "A.2", "A.3", "B.1.x", "B.1.y", "B.2",
    ]  # fmt: skip
    assert shown["omraden"][1]["fragor"][1]["kryss"] == ["Stämmer", "Stämmer inte", "Berör oss inte"]
    assert run(["mall", "visa", OTHER.name]) == 0
    out = capsys.readouterr().out
    assert "Högst 200 tecken för B.1–B.2." in out
    assert "B.1.x plantering? (Stämmer / Stämmer inte)" in out


def test_a_new_report_is_made_for_it(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shutil.copytree(OTHER, tmp_path / "mallar" / OTHER.name)
    assert run(["ny", "r", "--region", "Region Sundmark", "--ar", "2031"]) == 0
    loaded = load(tmp_path / "r")
    assert loaded.findings == ()
    assert list(loaded.underlag.svar_by_fraga) == ["A.1", "A.2", "A.3", "B.1.x", "B.1.y", "B.2"]


def test_parts_are_known_by_where_they_stand_and_not_by_their_letters(mall):
    other = load_mall(OTHER)
    assert other.heading_of("B.1.y") == "B.1"
    assert other.heading_of("A.2") == "A.2"
    assert other.omfang(["B.1.x", "B.1.y", "B.2"]) == "B.1–B.2"
    assert other.full_text(other.fraga_by_id["B.1.x"]) == "Har stödet räckt till: plantering?"
    assert mall.omfang(["5.1a", "5.1b", "5.2", "5.3"]) == "5.1–5.3"
    assert mall.omfang(["5.1a"]) == "5.1a"
    assert [omrade.omfang for omrade in mall.omraden][4:] == ["5.1–5.3", "6.1–6.3"]


@pytest.mark.parametrize("folder_of_form", [OTHER, ROOT / "mallar" / "2024"], ids=lambda path: path.name)
def test_a_form_is_written_as_it_was_read(folder_of_form):
    mall = load_mall(folder_of_form)
    document, findings = parse(as_yaml(mall), "mall.yaml")
    assert findings == []
    assert validate(document, Mall) == (mall, [])


# What is changed in the form, to what, with ‹ where the fault stands, and what is said of it.
WRONG = [
    ("begär: [motstånd]", "begär: [‹motstånt]", "”motstånt” finns inte", "Menade du motstånd?"),
    ("begär: [arter]", "begär: [skydd, ‹artter]", "”artter” finns inte", "Menade du arter?"),
    ("frågor: [A.1, A.2, A.3]", "frågor: [A.1, A.2, ‹B.2]", "ingen fråga B.2", "A.1, A.2, A.3"),
    ("frågor: [A.1, A.2, A.3]", "frågor: [A.1, A.2, ‹A.9]", "ingen fråga A.9", "A.1, A.2, A.3"),
    ("- id: A.2", "- id: ‹A.1", "Fråga A.1 står två gånger.", "eget id"),
    ("nummer: 2", "nummer: ‹1", "Område 1 står två gånger.", "eget nummer"),
    ("aktuellt: Berör oss inte", "aktuellt: ‹Berör inte oss", "”Berör inte oss”", "Berör oss inte?"),
    ("          skog: {ord", "          skgo: ‹{ord", "”skgo” finns inte", "Menade du skog?"),
    ("naturreservat*", "‹na*", "”na*” behöver minst 3 bokstäver", "Skriv om"),
    ("naturreservat*", "‹natur*reservat", "”natur*reservat” har en stjärna", "Skriv om"),
    ("naturreservat*", "‹… naturreservat", "ska börja med ett ord", "Skriv om"),
    ("naturreservat*", "‹a … b … c … d", "har tre punkter på fler än 2", "Skriv om"),
    ("    regel: utmaningar", "    regel: ‹svårighet", "regel är ”svårighet”", "utmaningar"),
    ("begär: [motstånd]", "begär: ‹motstånd", "begär ska vara en lista, men är ”motstånd”", "[ett, två]"),
    ("maxtecken: 300", "maxtecken: ‹0", "maxtecken är ”0”, men ska vara större än noll", "siffror"),
    ("år: 2031", "år: 2031\nutkast: ‹kanske", "utkast är ”kanske”", "true eller false"),
    ("id: skogsrad-2031\når: 2031", "‹id: skogsrad-2031", "Nyckeln år saknas", "år: …"),
    ("  lagrum:", "  sista dag: ‹02-30\n  lagrum:", "sista dag är ”02-30”, vilket inte är någon dag", "02-21"),
    ("  lagrum:", "  sista dag: ‹i mars\n  lagrum:", "sista dag är ”i mars”, vilket inte är någon dag", "02-21"),
    ("maxtecken: 300", "maxtecken: 300\n    ‹maxord: 3", "Nyckeln maxord finns inte", "Nycklarna här är"),
]


@pytest.mark.parametrize(("before", "after", "what", "hint"), WRONG)
def test_what_a_form_cannot_mean_is_refused_with_its_place(tmp_path, before, after, what, hint):
    text = (OTHER / "mall.yaml").read_text("utf-8")
    assert before in text
    text = text.replace(before, after, 1)
    above, _, line = text.partition("‹")[0].rpartition("\n")
    (tmp_path / "mall.yaml").write_text(text.replace("‹", ""), "utf-8")
    with pytest.raises(InputError) as error:
        load_mall(tmp_path)
    said = next(line for line in str(error.value).splitlines() if what in line)
    assert hint in said
    place = re.search(r"mall\.yaml:(\d+):(\d+)", said)
    assert place.groups() == (str(above.count("\n") + 1 + bool(above)), str(len(line) + 1))


def shelf(tmp_path, *forms):
    for mall_id, year, draft in forms:
        file = tmp_path / "mallar" / mall_id / "mall.yaml"
        file.parent.mkdir(parents=True)
        text = (OTHER / "mall.yaml").read_text("utf-8").replace("skogsrad-2031", mall_id)
        file.write_text(text.replace("år: 2031", f"år: {year}\nutkast: {str(draft).lower()}"), "utf-8")
    return tmp_path


def test_the_newest_form_is_that_of_the_latest_year_and_not_the_last_name(tmp_path):
    assert newest_form(shelf(tmp_path, ("utkast-2019", 2019, False))) == "2024"


def test_a_draft_is_nobodys_newest(tmp_path):
    near = shelf(tmp_path, ("a-2030", 2030, False), ("b-2031", 2031, True), ("c-2027", 2027, False))
    assert newest_form(near) == "a-2030"
    assert newest_form(near, until=2029) == "c-2027"
    assert newest_form(near, until=2026) == "2024"
    assert newest_form(near, but="a-2030") == "c-2027"
    with pytest.raises(InputError, match=r"ingen mall för 2023\. De mallar som finns: 2024, a-2030"):
        newest_form(near, until=2023)


def test_a_form_whose_year_cannot_be_read_is_named_and_not_passed_over(tmp_path):
    file = shelf(tmp_path, ("trasig", 2031, False)) / "mallar" / "trasig" / "mall.yaml"
    file.write_text("id: trasig\n", "utf-8")
    with pytest.raises(InputError, match=r"Mallen i .*trasig kan inte läsas"):
        newest_form(tmp_path)


def test_a_changed_copy_of_a_form_knows_nothing_of_what_the_first_found_out(mall):
    omrade, signs = mall.omraden[0], mall.signs
    assert (len(mall.fraga_by_id), len(omrade.fragor)) == (31, 5)
    fewer = omrade.model_copy(update={"fragor_i_formularet": omrade.fragor_i_formularet[:2]})
    assert [fraga.id for fraga in fewer.fragor] == ["1.1", "1.2"]
    copy = mall.model_copy(update={"omraden": (fewer,)})
    assert list(copy.fraga_by_id) == ["1.1", "1.2"]
    assert list(copy.omrade_by_nummer) == [1]
    assert copy.signs is not signs
    assert len(mall.fraga_by_id) == 31


@pytest.mark.parametrize("update", [{"maxtecken": 0}, {"rubrik": None}, {"finns_inte": 1}])
def test_a_changed_copy_is_checked_as_any_form_is(mall, update):
    with pytest.raises(ValidationError):
        mall.omraden[0].model_copy(update=update)


def test_every_rule_that_a_form_can_name_is_one():
    assert set(RegelId.__args__) <= set(all_rules())


def spans(notation, text, *, names=False):
    lists = WordLists()
    lists.add(0, [notation], names=names)
    return [text[start:end] for _, start, end in lists.find(text, pieces(words(text)))]


@pytest.mark.parametrize(
    ("notation", "text", "expected"),
    [
        ("kommun", "Kommun, kommunen och KOMMUN", ["Kommun", "KOMMUN"]),
        ("samverk*", "Samverkan och ensamverk", ["Samverkan"]),
        ("*verket", "Trafikverket, verket och verketa", ["Trafikverket", "verket"]),
        ("*miljö*", "livsmiljön, Miljö", ["livsmiljön", "Miljö"]),
        ("tack vare", "Tack\u00a0vare oss, tack, vare", ["Tack\u00a0vare"]),
        ("tack vare", "tack\nvare", []),
        ("fungerat * bäst", "fungerat bäst, fungerat allra bäst", ["fungerat allra bäst"]),
        ("för att … kunnat", "för att kunnat", []),
        ("för att … kunnat", "för att de väl-planerade har kunnat", ["för att de väl-planerade har kunnat"]),
        ("för att … kunnat", "för att ett två tre fyra fem sex kunnat", ["för att ett två tre fyra fem sex kunnat"]),
        ("för att … kunnat", "för att ett två tre fyra fem sex sju kunnat", []),
        ("för att … kunnat", "för att han, hade kunnat", []),
        ("post- och tele*", "Post- och telestyrelsen", ["Post- och telestyrelsen"]),
        ("esf+", "Medel ur ESF+ och ESF", ["ESF+"]),
        ("esf-rådet", "ESF-rådet och ESF rådet", ["ESF-rådet"]),
    ],
)
def test_words_are_found_by_the_notation(notation, text, expected):
    assert fault(notation) is None
    assert spans(notation, text) == expected


@pytest.mark.parametrize(
    ("notation", "text", "expected"),
    [
        ("PRO", "PRO, Pro och pro", ["PRO"]),
        ("*verket", "Trafikverket och nätverket", ["Trafikverket"]),
        ("Visit *", "Visit Sundmark, Visit oss, visit Sundmark", ["Visit Sundmark"]),
    ],
)
def test_names_are_found_as_they_are_written(notation, text, expected):
    assert spans(notation, text, names=True) == expected


LETTERS = "abåA"


@given(
    st.lists(st.tuples(st.booleans(), st.text(LETTERS, min_size=3, max_size=4), st.booleans()), min_size=1, max_size=3),
    st.lists(st.text(LETTERS, min_size=1, max_size=6), max_size=8),
    st.lists(st.sampled_from([" ", "-", ", ", "\n"]), min_size=8, max_size=8),
)
def test_words_are_found_as_a_pattern_would(notation, text_words, between):
    entry = " ".join(f"{'*' * before}{word}{'*' * after}" for before, word, after in notation)
    text = "".join(word + sign for word, sign in zip(text_words, between, strict=False))
    more = ("", r"\w*")
    parts = " ".join(more[before] + word + more[after] for before, word, after in notation)
    pattern = rf"\b(?=({parts})\b)"
    assert fault(entry) is None
    assert spans(entry, text) == [match[1] for match in re.finditer(pattern, text, re.IGNORECASE)]


def test_an_answer_is_looked_through_once_and_the_others_not_again(mall, monkeypatch):
    def underlag(*texts):
        for number, text in enumerate(texts, 1):
            svar.setdefault(text, Svar(f"1.{number}", (Paragraph((Text(text),)),)))
        return Underlag("x", Redovisning(mall), {svar[text].fraga: svar[text] for text in texts})

    svar, looked = {}, []
    find = WordLists.find
    monkeypatch.setattr(WordLists, "find", lambda self, text, words: looked.append(text) or find(self, text, words))
    first = list(begart(underlag("Kommunerna deltog.", "Miljön mådde bra.")))
    assert list(begart(underlag("Kommunerna deltog.", "Miljön mådde bra."))) == first
    assert list(begart(underlag("Kommunerna deltog.", "Klimatet mådde bra."))) != first
    assert looked == ["Kommunerna deltog.", "Miljön mådde bra.", "Klimatet mådde bra."]


def test_a_very_long_answer_takes_time_in_proportion(mall):
    svar = Svar("1.1", (Paragraph((Text("Per kommun, en kommun och i kommunen. " * 20_000),)),))
    start = time.process_time()
    shown = mall.signs.shown_in(svar)
    assert time.process_time() - start < 10
    assert shown.anywhere["kommuner", "kommuner"] == (15, 21)


def test_a_form_of_the_package_is_found_by_its_id():
    assert load_mall(form_folder("2024")).ar == 2024


def test_a_list_of_questions_shows_what_each_says_of_its_own():
    """In a narrow list only the first words are seen, and most questions open with the same."""
    official, other = load_mall(form_folder("2024")), load_mall(OTHER)
    shown = {fraga.id: fraga.kort_text for omrade in official.omraden for fraga in omrade.fragor}
    assert shown["1.3"] == "Territoriella perspektiv i arbetet inom detta område"
    assert shown["1.5"].startswith("Effekter ni har uppnått under året inom detta område")
    assert shown["5.1d"] == "Omställningsplanen för Fonden för en rättvis omställning"
    for mall in (official, other):
        for omrade in mall.omraden:
            openings = [fraga.kort_text[:20] for fraga in omrade.fragor]
            assert len(set(openings)) == len(openings)
            assert all(openings)
    assert Fraga(id="1", text="Beskriv hur det har.").kort_text == "Har"
