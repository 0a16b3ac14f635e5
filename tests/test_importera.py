"""Bringing back what colleagues wrote in Word: nothing lost, nothing overwritten unasked."""

import shutil
import subprocess
from dataclasses import replace

import docx
import mangle
import pytest
from conftest import BUILT, RAPPORT, ROOT
from hypothesis import HealthCheck, given, settings
from modell import without_figures
from strategies import blocks

from rapport.cli.main import run
from rapport.domain.svar import Svar
from rapport.prose.blocks import Footnote, passages
from rapport.prose.markdown import parse
from rapport.prose.tidy import tidy
from rapport.word.fill import Draft, fill
from rapport.word.package import read_package, write_package
from rapport.workflow import open_report
from rapport.workflow.importing import merge
from rapport.workflow.load import load

UNDERLAG = load(ROOT / "underlag").underlag
TEMPLATE = read_package(ROOT / "mallar" / "2024" / "mall.docx")


@pytest.fixture
def report(tmp_path):
    return shutil.copytree(ROOT / "underlag", tmp_path / "mapp", ignore=BUILT)


@pytest.fixture
def word(tmp_path):
    """The example report as a document, changed by a colleague."""

    def make(*changes):
        parts = fill(TEMPLATE, UNDERLAG)
        for change in changes:
            parts = change(parts)
        write_package(tmp_path / "ifylld.docx", parts)
        return str(tmp_path / "ifylld.docx")

    return make


def files(folder):
    return {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def answers(folder):
    return {f: (without_figures(svar.blocks), svar.kryss) for f, svar in load(folder).underlag.svar_by_fraga.items()}


def replaced(before, after):
    def change(parts):
        return {**parts, mangle.DOCUMENT: parts[mangle.DOCUMENT].decode().replace(before, after, 1).encode()}

    return change


def test_a_new_folder_holds_every_answer(word, tmp_path, report):
    assert run(["importera", word(), "--till", str(tmp_path / "ny")]) == 0
    assert answers(tmp_path / "ny") == answers(report)
    loaded = load(tmp_path / "ny")
    assert loaded.findings == ()
    assert (loaded.underlag.region, loaded.underlag.diarienummer) == ("Region Sundmark", "RUN/214/2025")


def test_what_is_the_same_changes_no_byte(word, report):
    before = files(report)
    assert run(["importera", word(), "--till", str(report)]) == 0
    assert files(report) == before


def test_an_answer_that_differs_is_shown_and_left_alone(word, report, capsys):
    before = files(report)
    changed = word(replaced("Region Sundmark samlade", "Vår region samlade"))
    assert run(["importera", changed, "--till", str(report)]) == 1
    captured = capsys.readouterr()
    assert "Att avgöra: fråga 1.1, ifylld.docx" in captured.out
    assert "- Region Sundmark samlade" in captured.out
    assert "+ Vår region samlade" in captured.out
    assert "--fraga 1.1" in captured.err
    assert files(report) == before


@pytest.mark.parametrize("flags", [["--fraga", "1.1"], ["--alla"]])
def test_an_answer_is_taken_when_asked_for_and_the_rest_of_the_file_stays(word, report, flags):
    file = report / "1-likvardiga-mojligheter.yaml"
    before = file.read_text("utf-8")
    changed = word(replaced("Region Sundmark samlade", "Vår region samlade"))
    assert run(["importera", changed, "--till", str(report), *flags]) == 0
    assert file.read_text("utf-8") == before.replace("Region Sundmark samlade", "Vår region samlade", 1)


def test_only_the_question_asked_for_is_taken(word, report):
    changed = word(replaced("Region Sundmark samlade", "A"), replaced("Hållbarhet prövas i tre led", "B"))
    assert run(["importera", changed, "--till", str(report), "--fraga", "5.2"]) == 0
    text = (report / "1-likvardiga-mojligheter.yaml").read_text("utf-8")
    assert "Region Sundmark samlade" in text
    assert "B: i utlysningen" in (report / "5-anslag-1-1.yaml").read_text("utf-8")


def test_an_empty_answer_is_filled_unasked(word, report):
    file = report / "6-analys.yaml"
    file.unlink()
    assert run(["importera", word(), "--till", str(report)]) == 0
    assert answers(report) == answers(ROOT / "underlag")


def test_ticks_are_brought_back(word, report):
    file = report / "5-anslag-1-1.yaml"
    file.write_text(file.read_text("utf-8").replace('"5.1d": {kryss: ej aktuellt}', '"5.1d": {kryss: ja}'), "utf-8")
    assert run(["importera", word(), "--till", str(report), "--fraga", "5.1d"]) == 0
    assert load(report).underlag.svar_by_fraga["5.1d"].kryss == ("Ej aktuellt",)


def test_comments_become_kommentar(tmp_path, report):
    document_file = tmp_path / "k.docx"
    write_package(document_file, mangle.without_controls(fill(TEMPLATE, UNDERLAG)))
    document = docx.Document(str(document_file))
    paragraph = next(p for p in document.paragraphs if p.text.startswith("Region Sundmark samlade"))
    document.add_comment(paragraph.runs, "Stämmer detta?", author="Jonas Berg")
    document.save(str(document_file))
    for _ in range(2):  # the second time it is there already
        assert run(["importera", str(document_file), "--till", str(report)]) == 0
        kommentar = load(report).underlag.svar_by_fraga["1.1"].kommentar
        about = "Region Sundmark samlade under 2025 arbetet i tre insatser:…"
        assert kommentar == f"Jonas Berg, stycke 1 (”{about}”): Stämmer detta?"


def test_a_comment_on_the_questions_line_comes_with_too(tmp_path, report):
    document_file = tmp_path / "k.docx"
    write_package(document_file, fill(TEMPLATE, UNDERLAG))
    document = docx.Document(str(document_file))
    paragraph = next(p for p in document.paragraphs if p.text.startswith("Beskriv hur det strategiskt"))
    document.add_comment(paragraph.runs, "Tänk på servicen.", author="Bo")
    document.save(str(document_file))
    assert run(["importera", str(document_file), "--till", str(report)]) == 0
    assert load(report).underlag.svar_by_fraga["1.1"].kommentar == "Bo: Tänk på servicen."


@pytest.mark.parametrize(
    "change", [mangle.text_on_the_questions_line, mangle.image_in_an_answer, mangle.changes_tracked]
)
def test_what_may_not_come_with_is_said(word, tmp_path, capsys, change):
    assert run(["importera", word(change), "--till", str(tmp_path / "ny")]) == 1
    assert len(capsys.readouterr().err.splitlines()) > 1


def test_a_tick_that_is_gone_in_word_is_said(word, report, capsys):
    parts = mangle.boxes_with_x
    assert run(["importera", word(parts), "--till", str(report)]) == 1
    captured = capsys.readouterr()
    assert "5.1c har inget kryss i Word" in captured.err
    assert "Att avgöra i ifylld.docx: 5.1a." in captured.err


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice (soffice) finns inte här")
def test_a_save_in_libreoffice_changes_no_answer(word, tmp_path, report):
    command = [
        "soffice",
        f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}",
        "--headless",
        "--convert-to",
        "docx",
    ]
    file = word()
    subprocess.run([*command, "--outdir", str(tmp_path / "lo"), file], check=True, capture_output=True, timeout=120)
    saved = tmp_path / "lo" / "ifylld.docx"
    before = files(report)
    assert run(["importera", str(saved), "--till", str(report)]) == 0
    assert files(report) == before
    assert run(["importera", str(saved), "--till", str(tmp_path / "ny")]) == 0
    counts = [
        {f: load(folder).underlag.tecken(f) for f in UNDERLAG.svar_by_fraga} for folder in (report, tmp_path / "ny")
    ]
    assert counts[0] == counts[1]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice (soffice) finns inte här")
def test_a_draft_saved_in_libreoffice_has_no_answers_that_nobody_has_written(tmp_path, folder):
    path = folder(**{"1": 'område: 1\nsvar:\n  "1.1": Ett svar.\n'})
    assert run(["bygg", str(path), "--utkast", "--ut", str(tmp_path / "u.docx")]) == 0
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", str(tmp_path / "lo")]
    subprocess.run([*command, str(tmp_path / "u.docx")], check=True, capture_output=True, timeout=120)
    before = files(path)
    assert run(["importera", str(tmp_path / "lo" / "u.docx"), "--till", str(path)]) == 0
    assert files(path) == before


def test_text_without_a_home_is_named(word, report, capsys):
    assert run(["importera", word(mangle.text_above_first_question), "--till", str(report)]) == 1
    assert "En egen ingress." in capsys.readouterr().err


@pytest.mark.parametrize(
    "change", [mangle.without_controls, mangle.without_tags, mangle.runs_split, mangle.reworded, mangle.numbers_lost]
)
def test_a_mangled_form_gives_the_same_answers(word, tmp_path, report, change):
    assert run(["importera", word(change), "--till", str(tmp_path / "ny")]) == 0
    assert answers(tmp_path / "ny") == answers(report)


def test_a_foreign_document_needs_region_and_year(tmp_path, capsys):
    parts = fill(TEMPLATE, UNDERLAG)
    del parts["docProps/custom.xml"]
    write_package(tmp_path / "utan.docx", parts)
    assert run(["importera", str(tmp_path / "utan.docx"), "--till", str(tmp_path / "ny")]) == 2
    assert "--region och --ar" in capsys.readouterr().err
    assert not (tmp_path / "ny").exists()


def test_a_folder_with_faults_is_not_written_into(word, report, capsys):
    (report / "6-analys.yaml").write_text("område: 6\nsvar:\n\t6.1: x\n", "utf-8")
    assert run(["importera", word(), "--till", str(report), "--alla"]) == 1
    assert "Rätta först" in capsys.readouterr().err


def test_an_unknown_question_is_refused(word, report, capsys):
    assert run(["importera", word(), "--till", str(report), "--fraga", "9.9"]) == 2
    assert "9.9 finns inte" in capsys.readouterr().err


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(blocks)
def test_any_answer_comes_back_from_word(tmp_path_factory, document):
    svar = {"5.2": Svar(fraga="5.2", blocks=document)}
    parts = fill(TEMPLATE, replace(UNDERLAG, svar_by_fraga=svar), Draft("UTKAST"))
    folder = tmp_path_factory.mktemp("mapp")
    (folder / "rapport.yaml").write_text(RAPPORT, "utf-8")
    write_package(folder / "a.docx", parts)
    report = open_report(folder)
    merge(report, [folder / "a.docx"])
    report.save()
    again = load(folder)
    assert [finding for finding in again.findings if finding.severity == "error"] == []
    found = again.underlag.svar_by_fraga["5.2"].blocks
    assert found == nfc_of(tidy(document))


def nfc_of(document):
    """YAML text is NFC; Word's is as it was typed."""
    from rapport.prose.render import render
    from rapport.store.yaml import nfc

    return parse(nfc(render(document))).blocks


def test_a_note_of_words_own_loses_only_the_blank_after_its_mark():
    notes = [i for p in passages(UNDERLAG.svar_by_fraga["2.2"].blocks) for i in p if isinstance(i, Footnote)]
    assert tidy(UNDERLAG.svar_by_fraga["2.2"].blocks) == UNDERLAG.svar_by_fraga["2.2"].blocks
    assert len(notes) == 1


def brought(folder, tmp_path, theirs, ours, **flags):
    """Return what a document whose origin is not known brings to a folder, each answer given as text and boxes."""
    svar = {"5.1a": Svar("5.1a", parse(theirs[0]).blocks, theirs[1])} if any(theirs) else {}
    write_package(tmp_path / "w.docx", fill(TEMPLATE, replace(UNDERLAG, svar_by_fraga=svar), Draft("UTKAST")))
    box = "".join(f"    kryss: {kryss.lower()}\n" for kryss in ours[1])
    report = open_report(folder(**{"5": f'område: 5\nsvar:\n  "5.1a":\n{box}    text: {ours[0]}\n'}))
    merged = merge(report, [tmp_path / "w.docx"], **flags)
    return merged, report.underlag.svar_by_fraga["5.1a"]


@pytest.mark.parametrize(
    "theirs",
    [("", ()), ("Vi sökte medel.", ()), ("", ("Ja",)), ("Vi sökte medel.", ("Ja",))],
    ids=["inget", "bara texten", "bara krysset", "allt"],
)
def test_what_word_does_not_say_is_no_difference(folder, tmp_path, theirs):
    merged, svar = brought(folder, tmp_path, theirs, ("Vi sökte medel.", ("Ja",)))
    assert merged.svar == []
    assert (svar.text, svar.kryss) == ("Vi sökte medel.", ("Ja",))


@pytest.mark.parametrize(
    ("theirs", "becomes"),
    [
        (("Vi sökte inga.", ()), ("Vi sökte inga.", ("Ja",))),
        (("", ("Nej",)), ("Vi sökte medel.", ("Nej",))),
    ],
    ids=["text", "kryss"],
)
def test_what_word_does_not_say_stays_when_it_says_something_else(folder, tmp_path, theirs, becomes):
    _, svar = brought(folder, tmp_path, theirs, ("Vi sökte medel.", ("Ja",)), takes_all=True)
    assert (svar.text, svar.kryss) == becomes


@pytest.mark.parametrize(
    ("ours", "is_new"),
    [(("", ()), True), (("", ("Nej",)), False), (("Text.", ()), False)],
    ids=["tomt", "kryss", "text"],
)
def test_an_answer_is_new_where_the_folder_has_neither_text_nor_box(folder, tmp_path, ours, is_new):
    merged, _ = brought(folder, tmp_path, ("Vi sökte medel.", ("Ja",)), ours)
    assert [svar.is_new for svar in merged.svar] == [is_new]


def test_a_box_is_not_overwritten_unasked(folder, word, capsys):
    path = folder(**{"5": 'område: 5\nsvar:\n  "5.1d": {kryss: nej}\n'})
    assert UNDERLAG.svar_by_fraga["5.1d"].kryss == ("Ej aktuellt",)
    assert run(["importera", word(), "--till", str(path)]) == 1
    assert "Att avgöra i ifylld.docx: 5.1d." in capsys.readouterr().err
    assert load(path).underlag.svar_by_fraga["5.1d"].kryss == ("Nej",)


@pytest.fixture
def copies(report, tmp_path):
    """Documents built from a report folder, each with its own change of one and the same word."""

    def make(*changes):
        assert run(["bygg", str(report), "--ut", str(tmp_path / "b.docx")]) == 0
        parts = read_package(tmp_path / "b.docx")
        files = []
        for number, (old, new) in enumerate(changes):
            (tmp_path / str(number)).mkdir()
            changed = replaced(old, new)(parts)
            write_package(tmp_path / str(number) / "b.docx", changed)
            files.append(str(tmp_path / str(number) / "b.docx"))
        return files

    return make


def test_what_was_taken_in_once_is_not_taken_again_but_said(report, copies, capsys):
    (file,) = copies(("Region Sundmark samlade", "Vår region samlade"))
    assert run(["importera", file, "--till", str(report)]) == 0
    path = report / "1-likvardiga-mojligheter.yaml"
    path.write_text(path.read_text("utf-8").replace("Vår region samlade", "Regionen samlade"), "utf-8")
    before = files(report)
    capsys.readouterr()
    assert run(["importera", file, "--till", str(report)]) == 0
    assert "Redan hämtat ur b.docx och inte ändrat där sedan dess: 1.1." in capsys.readouterr().err
    assert files(report) == before
    assert run(["importera", file, "--till", str(report), "--fraga", "1.1", "--ta", "dokumentet"]) == 0
    assert "Vår region samlade" in path.read_text("utf-8")


def test_what_was_taken_back_is_taken_in_again(report, copies):
    (file,) = copies(("Region Sundmark samlade", "Vår region samlade"))
    path = report / "1-likvardiga-mojligheter.yaml"
    for _ in range(2):
        assert run(["importera", file, "--till", str(report)]) == 0
        assert "Vår region samlade" in path.read_text("utf-8")
        assert run(["angra", str(report), "--ja"]) == 0
        assert "Region Sundmark samlade" in path.read_text("utf-8")


def test_a_conflict_decided_for_the_folder_does_not_come_back(report, copies, capsys):
    (file,) = copies(("Region Sundmark samlade", "Vår region samlade"))
    path = report / "1-likvardiga-mojligheter.yaml"
    path.write_text(path.read_text("utf-8").replace("Region Sundmark samlade", "Regionen samlade"), "utf-8")
    assert run(["importera", file, "--till", str(report)]) == 1
    assert run(["importera", file, "--till", str(report), "--fraga", "1.1", "--ta", "mappen"]) == 0
    assert "Mappens text gäller: 1.1." in capsys.readouterr().err
    assert run(["importera", file, "--till", str(report)]) == 0


def test_documents_of_one_name_are_told_apart_by_their_folders(report, copies, capsys):
    both = copies(("Region Sundmark samlade", "Vår region samlade"), ("Region Sundmark samlade", "Länet samlade"))
    assert run(["importera", *both, "--till", str(report)]) == 1
    captured = capsys.readouterr()
    assert "0/b.docx" in captured.out
    assert "Att avgöra i " in captured.err
    assert "1/b.docx: 1.1." in captured.err
