"""Last year's report: what a new folder takes over, and answers that are last year's are never handed in unseen."""

import json
import re
import shutil

import jsonschema
import pytest
from conftest import BUILT, RAPPORT, ROOT
from kommando import findings_of, printed

from rapport.cli.main import run
from rapport.store.nodes import plain
from rapport.store.yaml import parse
from rapport.workflow import checker, open_report
from rapport.workflow.load import load

LONG = "Arbetet leds av en styrgrupp där kommunerna, länsstyrelsen och lärosätet deltar. Gruppen möts varje kvartal."
AREA = f"""område: 1
ansvarig: Siv Myrlund
svar:
  "1.1": {LONG} Service stod i centrum.
  "1.2":
    ansvarig: Ivar Bäck
    status: klar
    kommentar: Fråga Ivar.
    tillåt: {{vag-mangd: Antalet är inte känt.}}
    text: {LONG} Här gällde det hållbarhet.
  "1.3": Ej aktuellt.
  "1.4": {{ansvarig: Ivar Bäck, text: ""}}
"""
TWO = f'område: 2\nsvar:\n  "2.1": {LONG} Här gällde det kompetens.\n  "2.2": {{ansvarig: "Ada: Lo", text: ""}}\n'
SETTINGS = """ansvarig: Eva Tall
sidhuvud: nej
ordlista: [Landsbygdspotten, "ESF+", nej]
regler: {lang-mening: av, forkortning: fel}
"""
REGISTER = """diarienummermönster: [RUN/löpnummer/år, RS/löpnummer/år]
källor:
  beslut: {titel: "Beslut: service", diarienummer: RUN/1/2025, slag: beslut, fil: beslut.txt, kommentar: "Två\\nrader"}
  "2025": {fil: plan.txt}
  tomt: {}
"""


@pytest.fixture
def last(folder):
    """Return last year's folder."""
    path = folder(**{"1": AREA, "2": TWO, "kallor": REGISTER})
    with (path / "rapport.yaml").open("a", encoding="utf-8") as file:
        file.write(SETTINGS)
    (path / "kallor").mkdir()
    for name in ("beslut", "plan"):
        (path / "kallor" / f"{name}.txt").write_text("Ett papper.", "utf-8")
    return path.rename(path.with_name("förra året"))


@pytest.fixture
def new(last, capsys):
    """Return a folder for this year, made of last year's; what was said of it is in ``said``."""
    path = last.with_name("ny")
    assert run(["ny", str(path), "--fran", str(last), "--ar", "2026"]) == 0
    (path.parent / "sagt.txt").write_text(capsys.readouterr().err, "utf-8")
    return path


def copied(path, *flags):
    return [f for f in findings_of(path, *flags) if f["rule"] == "fjolarstext"]


def edit(file, old, new):
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def done(path, fraga):
    report = open_report(path)
    report.set(fraga, status="klar")
    report.save()


# --- What is taken over


def test_the_folder_knows_the_one_before_it(new):
    assert "förra: ../förra året\n" in (new / "rapport.yaml").read_text("utf-8").replace('"', "")
    schema = json.loads((new / ".vscode/rapport.schema.json").read_text("utf-8"))
    document, _ = parse((new / "rapport.yaml").read_text("utf-8"), "rapport.yaml")
    jsonschema.Draft7Validator(schema).validate(plain(document.root) | {"år": 2026})
    assert "description" in schema["properties"]["förra"]


def test_words_rules_and_the_page_head_are_taken_over(last, new):
    before, now = load(last), load(new)
    assert now.findings == ()
    assert now.underlag.redovisning.ordlista == ("Landsbygdspotten", "ESF+", "nej")
    assert now.underlag.allvar == before.underlag.allvar == {"lang-mening": "av", "forkortning": "error"}
    assert not now.underlag.sidhuvud
    assert "ansvarig: Eva Tall" in (new / "rapport.yaml").read_text("utf-8")


def test_the_responsible_are_taken_over_as_they_were(last, new):
    before, now = (load(path).underlag.svar_by_fraga for path in (last, new))
    assert {fraga: now[fraga].ansvarig for fraga in before} == {fraga: svar.ansvarig for fraga, svar in before.items()}
    assert now["3.1"].ansvarig is None
    text = (new / "1-likvardiga-mojligheter.yaml").read_text("utf-8")
    assert "\nansvarig: Siv Myrlund\n" in text
    assert re.search(r'"1\.4":\n    ansvarig: Ivar Bäck\n    status: utkast .*\n    text: \|\n', text)
    assert '\nansvarig: ""\n' in (new / "2-kompetensforsorjning.yaml").read_text("utf-8")


def test_answers_are_drafts_without_last_years_notes(last, new):
    before, now = (load(path).underlag.svar_by_fraga for path in (last, new))
    for fraga in ("1.1", "1.2", "1.3", "2.1"):
        assert now[fraga].text == before[fraga].text
        assert (now[fraga].status, now[fraga].kommentar, now[fraga].tillat) == ("utkast", None, {})


def test_the_register_is_taken_over_and_the_papers_are_not(last, new):
    before, now = load(last).underlag.kallor, load(new)
    rows = [(k.id, k.titel, k.diarienummer, k.datum, k.slag) for k in now.underlag.kallor.kallor]
    assert rows == [(k.id, k.titel, k.diarienummer, k.datum, k.slag) for k in before.kallor]
    assert now.underlag.kallor.monster == before.monster
    assert [k.fil for k in now.underlag.kallor.kallor] == [None, None, None]
    assert not (new / "kallor").exists()
    (new / "kallor").mkdir()
    shutil.copy(last / "kallor" / "beslut.txt", new / "kallor")
    edit(new / "kallor.yaml", "# fil: beslut.txt ", "fil: beslut.txt ")
    assert load(new).underlag.kallor.kallor[0].fil == "beslut.txt"
    assert load(new).findings == ()


def test_what_came_and_what_did_not_is_said(last, new):
    said = (new.parent / "sagt.txt").read_text("utf-8")
    assert f"4 svar hämtade ur {last}, som utkast." in said
    assert "ordlistan (3 ord), regler (lang-mening: av, forkortning: fel), registret över papper (3) och vem" in said
    assert f"Papperen ligger kvar i {last / 'kallor'}. Kopiera dem som gäller i år till {new / 'kallor'}" in said
    assert "Kommentarer och undantag (tillåt) vid svaren hörde till förra året och följde inte med." in said


def test_what_could_not_be_read_of_last_year_is_said(last, capsys):
    edit(last / "2.yaml", "svar:", "svar:\n\t")
    assert run(["ny", str(last.with_name("ny")), "--fran", str(last), "--ar", "2026"]) == 1
    assert f"Kunde inte läsas och följde inte med: {last / '2.yaml'}: " in capsys.readouterr().err


def test_a_document_of_last_year_is_a_report_before_too(tmp_path):
    document = tmp_path / "förra.docx"
    assert run(["bygg", str(ROOT / "underlag"), "--ut", str(document)]) == 0
    assert run(["ny", str(tmp_path / "ny"), "--fran", str(document), "--ar", "2026"]) == 0
    assert "förra: " in (tmp_path / "ny" / "rapport.yaml").read_text("utf-8")
    found = copied(tmp_path / "ny")
    assert len(found) > 25
    assert (tmp_path / "ny" / found[0]["related"][0]["path"]).resolve() == document


# --- Answers that are last year's


def test_without_mot_what_is_last_years_is_an_error_and_its_place_is_there(new):
    found = copied(new)
    assert [(f["fraga"], f["severity"]) for f in found] == [("1.1", "error"), ("1.2", "error"), ("2.1", "error")]
    (related,) = found[0]["related"]
    assert (new / related["path"]).read_text("utf-8").splitlines()[related["line"] - 1].startswith('  "1.1":')


def test_drafts_are_said_a_line_for_each_area(new):
    out = printed("kontrollera", new)
    assert "\nOmråde 1: 2 svar är ordagrant förra årets: 1.1, 1.2\n" in out
    assert "Svaret på 1.1" not in out
    assert "Svaret på 2.1 är ordagrant förra årets, i " in out  # the only one in its area
    assert "Mot Region" not in out  # the comparison is for those who ask
    edit(new / "1-likvardiga-mojligheter.yaml", "status: utkast    # utkast, granskas, klar", "status: klar")
    out = printed("kontrollera", new)
    assert "Svaret på 1.1 är ordagrant förra årets, i " in out
    assert "Område 1: 2 svar" not in out


def test_answers_with_last_years_words_and_other_signs_are_last_years(new):
    edit(new / "1-likvardiga-mojligheter.yaml", "kommunerna, länsstyrelsen", "kommunerna,  **länsstyrelsen**")
    assert [f["severity"] for f in copied(new)][:2] == ["error", "error"]
    edit(new / "1-likvardiga-mojligheter.yaml", "Service stod", "Bygden stod")
    assert [f["severity"] for f in copied(new)][:2] == ["warning", "error"]


def test_the_region_may_hold_it_to_be_less(new):
    edit(new / "rapport.yaml", "regler:\n", "regler:\n  fjolarstext: varning\n")
    assert {f["severity"] for f in copied(new)} == {"warning"}
    edit(new / "rapport.yaml", "fjolarstext: varning", "fjolarstext: av")
    assert copied(new) == []


@pytest.fixture
def whole(tmp_path):
    """Return a whole report, two of whose answers are those of the report before it."""
    path = shutil.copytree(ROOT / "underlag", tmp_path / "ny", ignore=BUILT)
    done(path, "1.2")
    before = tmp_path / "gammal"
    before.mkdir()
    (before / "rapport.yaml").write_text(RAPPORT.replace("2025", "2024"), "utf-8")
    text = (path / "1-likvardiga-mojligheter.yaml").read_text("utf-8")
    (before / "1.yaml").write_text(text.partition('  "1.3":')[0], "utf-8")
    with (path / "rapport.yaml").open("a", encoding="utf-8") as file:
        file.write("förra: ../gammal\n")
    return path


def test_what_is_last_years_is_not_built_unless_it_is_waived(whole, capsys):
    assert run(["bygg", str(whole)]) == 1
    err = capsys.readouterr().err
    assert err.startswith("Dokumentet byggs inte: 2 svar är ordagrant förra årets: 1.1, 1.2. Skriv vad som har hänt")
    assert "--utkast" in err
    assert not list(whole.glob("*.docx"))
    assert run(["bygg", str(whole), "--utkast"]) == 0
    assert "Utkastet är byggt." in capsys.readouterr().err
    area = whole / "1-likvardiga-mojligheter.yaml"
    for fraga in ("1.1", "1.2"):
        edit(area, f'  "{fraga}":', f'  "{fraga}":\n    tillåt: {{fjolarstext: Arbetssättet är oförändrat.}}')
    assert run(["bygg", str(whole)]) == 0


def test_other_errors_are_said_before_what_is_last_years(whole, capsys):
    edit(whole / "6-analys.yaml", "Regionen", "XX")
    assert run(["bygg", str(whole)]) == 1
    err = capsys.readouterr().err
    assert "det första: ”XX” ser ut" in err
    assert "Ordagrant förra årets är 1.1, 1.2." in err


def test_how_many_answers_are_not_done_is_said(tmp_path, capsys):
    path = shutil.copytree(ROOT / "underlag", tmp_path / "ny", ignore=BUILT)

    def said():
        assert run(["bygg", str(path), "--tvinga"]) == 0
        return capsys.readouterr().err

    short = "1.2, 5.1d"  # in the short form, which has no status
    assert said() == f"Dokumentet är byggt. 2 svar är inte klara: {short}.\n"
    edit(path / "6-analys.yaml", "status: klar", "status: granskas")
    assert said() == f"Dokumentet är byggt. 5 svar är inte klara: {short}, 6.1, 6.2, 6.3.\n"
    for file in path.glob("[1-6]-*.yaml"):
        file.write_text(re.sub(r"status: \w+", "status: utkast", file.read_text("utf-8")), "utf-8")
    assert said() == "Dokumentet är byggt. Inget svar är klart (status).\n"
    for file in path.glob("[1-6]-*.yaml"):
        file.write_text(re.sub(r"status: \w+", "status: klar", file.read_text("utf-8")), "utf-8")
    edit(path / "5-anslag-1-1.yaml", '"5.1d": {', '"5.1d": {status: klar, ')
    assert said() == "Dokumentet är byggt. 1 svar är inte klart: 1.2.\n"
    done(path, "1.2")
    assert said() == "Dokumentet är byggt.\n"


# --- A report before that is not what it was


def fault(path, *flags):
    (found,) = [f for f in copied(path, *flags) if f["fraga"] is None]
    assert (found["severity"], found["path"], found["line"]) == ("warning", "rapport.yaml", 10)
    return f"{found['message']} {found['hint']}"


def test_one_that_has_moved_is_said_wherever_the_report_is_checked(last, new):
    last.rename(last.with_name("arkiv"))
    moved = "kan inte läsas, så svaren jämförs inte med förra årets. Skriv var den ligger nu, eller ta bort raden."
    assert moved in fault(new)
    assert moved in fault(new, "--omrade", "1")
    assert moved in fault(new / "1-likvardiga-mojligheter.yaml")
    assert "Förra redovisningen, ”../förra året”, kan inte läsas" in printed("kontrollera", new)
    assert [f["fraga"] for f in copied(new, "--mot", last.with_name("arkiv"))] == ["1.1", "1.2", "2.1"]


def test_a_document_that_could_not_be_compared_says_so(whole, capsys):
    (whole.parent / "gammal").rename(whole.parent / "arkiv")
    assert run(["bygg", str(whole)]) == 0
    assert "Förra redovisningen, ”../gammal”, kan inte läsas" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("named", "message"),
    [
        (".", "Förra är den här mappen"),
        ("../ny", "Förra är den här mappen"),
        ("//server/mapp", "Förra är en nätverksadress"),
        (r"\\\\server\\mapp", "Förra är en nätverksadress"),
        ("/dev/null", "kan inte läsas"),
        ("/dev/zero.docx", "kan inte läsas"),
        ("rapport.yaml/x", "kan inte läsas"),
        ("a" * 5000, "kan inte läsas"),
        ("..", "har ingen rapport.yaml"),
    ],
)
def test_what_is_no_report_is_said(new, named, message):
    edit(new / "rapport.yaml", '"../förra året"', f'"{named}"')
    assert message in fault(new)


def test_a_path_may_be_written_as_in_windows(new):
    edit(new / "rapport.yaml", '"../förra året"', r'"..\\förra året"')
    assert len(copied(new)) == 3


def test_a_file_of_it_that_cannot_be_read_is_said(last, new):
    edit(last / "2.yaml", "svar:", "svar:\n\t")
    assert "har 1 fel i sina filer, så alla svar kan inte jämföras. Rätta dem där. Det första: 2.yaml:" in fault(new)
    assert [f["fraga"] for f in copied(new)] == [None, "1.1", "1.2"]


def test_the_one_before_that_is_not_followed(last, new):
    with (last / "rapport.yaml").open("a", encoding="utf-8") as file:
        file.write("förra: ../finns-inte\n")
    assert len(copied(new)) == 3
    edit(new / "1-likvardiga-mojligheter.yaml", "Arbetet leds", "Allt leds")
    assert [f["severity"] for f in copied(new)][:2] == ["warning", "warning"]


def test_what_changes_in_it_is_seen_and_nothing_else_is_checked_again(last, new, monkeypatch):
    runs = []
    real = checker.Checker.granskning
    monkeypatch.setattr(checker.Checker, "granskning", lambda self: runs.append(self) or real(self))
    assert len(copied(new)) == len(copied(new)) == 3
    assert len(runs) == 1
    edit(last / "1.yaml", "Service stod", "Vägarna stod")
    assert [f["severity"] for f in copied(new)] == ["warning", "error", "error"]
    last.rename(last.with_name("arkiv"))
    assert len(copied(new)) == 1
    assert len(copied(new)) == 1
    assert len(runs) == 3
    last.with_name("arkiv").rename(last)
    assert [f["severity"] for f in copied(new)] == ["warning", "error", "error"]
