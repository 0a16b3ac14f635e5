"""What a person does at the page, in a real Chromium, and what is in the files afterwards.

By hand: STANGDA=50 pytest tests/test_webb_sida.py -k closes
"""

import json
import os
import shutil
import subprocess

import pytest
from conftest import BUILT, ROOT
from samlingar import data_set, report
from webb import TVA, Server, server_of
from webblasare import in_browser

from rapport.cli.main import run
from rapport.word.package import read_package, write_package
from rapport.workflow.load import load_answers

FEMMA = 'område: 5\nsvar:\n  "5.1a":\n    kryss: nej\n    text: Vi har inte gjort något.\n'
CLOSED = int(os.environ.get("STANGDA") or 10)  # by hand 50
VIEWS = [
    ("oversikt", "/", "#mitt > .omrade"),
    ("fraga", "/fraga/5.1a", ".rum .tal"),
    ("las", "/las", ".lasning article"),
    ("bygg", "/bygg", ".bygg li"),
    (
        "bredvid",
        "/fraga/3.4",
        ".rum .tal",
        [("#del-papper", "#kopiera-0"), ("#del-belopp", ".belopp p"), ("#del-andra", ".andra select")],
    ),
    ("siffra", "/fraga/3.4", ".rum .tal", [(".skriv .figur", "dialog .varde"), ("dialog summary", "#uttryck")]),
    ("siffraval", "/fraga/3.4", ".rum .tal", [("text=Sätt in siffra", "dialog #tabell")]),
    ("tabell", "/tabell/projekt/2-5,9", ".tabellen tr.vald"),
    ("filer", "/filer", "#valj-filer"),
    ("angra", "/angra", "#mitt h1"),
    ("om", "/om", "#om-region"),
    ("ny", "/ny", "#ny-region"),
]


@pytest.fixture(scope="module")
def chromium():
    """Return how to run webb_sida.cjs, where there are a browser and the packages it needs."""
    return in_browser("webb_sida.cjs", "playwright-core", "axe-core")


@pytest.fixture
def person(chromium, folder):
    """Return what a person does at the page of a report; where something stops her the test fails."""
    path = folder(**{"1": TVA, "5": FEMMA})

    def does(what, *more):
        with server_of(path) as server:
            command = [*chromium, what, server.address, str(path), *map(str, more)]
            done = subprocess.run(
                command, capture_output=True, check=False, timeout=180 + 10 * CLOSED, encoding="utf-8"
            )
            assert done.returncode == 0, done.stderr
            seen = json.loads(done.stdout.splitlines()[-1])
            assert (seen["said"], seen["foreign"]) == ([], [])
            return seen

    does.folder = path
    return does


def test_she_writes_and_sees_the_count_and_it_is_there_when_the_page_is_loaded_again(person):
    seen = person("skriver")
    assert seen["before"].startswith("29 tecken i svaret")
    assert seen["after"].startswith("45 tecken i svaret")
    assert " ".join(seen["after"].split()).endswith("10 950 tecken kvar")
    assert seen["file"] == TVA.replace("Sista stycket.", "Sista stycket. Nya ord om åäö.")
    assert seen["again"].split() == ["Första", "stycket.", "Sista", "stycket.", "Nya", "ord", "om", "åäö."]
    assert seen["drafts"] == 0


def test_she_writes_as_soon_as_the_text_is_there_and_is_not_taken_out_of_it(person):
    seen = person("borjarGenast")
    assert seen["file"] == TVA.replace("Sista stycket.", "Sista stycket. Nya ord om åäö.")


def test_she_writes_too_much_and_is_told_how_much(person):
    seen = person("overskrider")
    assert seen["now"] == seen["menu"] == "554 tecken för mycket"
    assert "Område 1: 554 tecken för mycket." in seen["left"]


def test_she_ticks_a_box_and_then_the_other(person):
    seen = person("kryssar")
    assert seen["first"] == FEMMA.replace("nej", "ja")
    assert (seen["file"], seen["ticked"]) == (FEMMA, ["Nej"])


def test_she_says_who_has_the_answer_and_how_far_it_has_come(person):
    seen = person("anger")
    assert {"status: klar", "ansvarig: Oskar Tallhed", "kommentar: Fråga Sara om siffran."} <= {
        line.strip() for line in seen["file"].split("\n")
    }
    assert "klar" in seen["row"]


def test_she_corrects_by_a_click_though_it_is_refused_first_and_the_folder_is_gone_for_a_while(person):
    was = TVA.replace("Första", "Det gick tex bra i det första")
    (person.folder / "1.yaml").write_text(was, "utf-8")
    seen = person("rattar")
    assert seen["refused"] == "”tex” är inte rättat till ”t.ex.”. Texten har ändrats."
    assert (seen["before"], seen["isMade"]) == (was, False)
    assert "finns inte längre i" in seen["gone"]
    assert "finns kvar här i fliken" in seen["gone"]
    assert "Det gick t.ex. bra" in seen["file"]


def test_she_corrects_right_after_she_has_written_and_is_not_refused(person):
    (person.folder / "1.yaml").write_text(TVA.replace("Första", "Det gick tex bra i det första"), "utf-8")
    seen = person("rattar_strax_efter")
    assert "Det gick t.ex. bra" in seen["file"]
    assert "Nya ord." in seen["file"]
    assert seen["refused"] == 0


def test_a_colleague_saves_another_paragraph_meanwhile_and_both_are_kept(person):
    seen = person("kollegan_har_skrivit_annat")
    assert "Mina ord. Första stycket.\n\n    Sista stycket, ändrat av Sara.\n" in seen["file"]


def test_a_colleague_saves_the_same_paragraph_meanwhile_and_she_decides(person):
    seen = person("kollegan_har_skrivit_samma")
    assert seen["mine"] == "Mina ord. Första stycket.\n\nSista stycket.\n"
    assert "Första stycket, ändrat av Sara." in seen["shown"]
    assert "Så stod det innan" in seen["shown"]
    assert "Mina ord" not in seen["meanwhile"]
    assert "Mina ord och Saras." in seen["file"]


def test_she_has_the_answer_in_two_tabs_and_neither_overwrites_the_other(person):
    assert "Från den ena. Första stycket.\n\n    Sista stycket. Från den andra.\n" in person("tva_flikar")["file"]


def test_she_leaves_an_answer_and_comes_back_while_it_is_on_its_way_and_is_asked_nothing(person):
    seen = person("gar_ifran_och_tillbaka_medan_svaret_drojer")
    assert "Sista stycket. Först och sedan.\n" in seen["file"]
    assert seen["asked"] == 0


def test_a_question_that_does_not_come_is_asked_for_again_and_the_one_before_is_gone(person):
    seen = person("byter_fraga_utan_kontakt")
    assert seen["meanwhile"] == "Sidan visas så snart redigeraren svarar."
    assert seen["alarm"].startswith("Ingen kontakt med redigeraren.")
    assert (seen["after"], seen["text"].strip()) == (False, "Kort.")


def test_a_letter_of_several_keys_is_saved_though_another_writes_in_the_middle_of_it(person):
    seen = person("skriver_en_bokstav_av_flera_tangenter")
    assert "Från den andra. Första stycket.\n\n    Sista stycket. Nytt élan\n" in seen["file"]


def test_she_closes_the_tab_in_the_middle_of_a_word_and_the_word_is_there(person):
    seen = person("stanger_mitt_i_ett_ord", CLOSED)
    assert all(word in seen["file"] for word in seen["found"])
    assert len(seen["found"]) == CLOSED


def test_she_searches_reads_through_builds_and_opens_what_was_downloaded(person):
    seen = person("soker_och_bygger")
    assert (seen["all"], seen["some"]) == (31, 1)
    assert "fel återstår" in seen["refused"]
    assert "#/fraga/1.3" in seen["faulty"]
    assert seen["name"] == "redovisning-2025-region-provlan-utkast.docx"
    document = load_answers(person.folder / "hamtad.docx")
    assert document.underlag.svar_by_fraga["1.1"].text == "Första stycket.\nSista stycket."


def test_the_coordinator_drops_two_documents_decides_takes_them_in_and_takes_that_back(person, tmp_path):
    assert run(["bygg", str(person.folder), "--utkast", "--ut", str(tmp_path / "byggd.docx")]) == 0
    parts = read_package(tmp_path / "byggd.docx")
    for name, words in (("från Anna.docx", "Annas stycke"), ("från Bo.docx", "Bos stycke")):
        text = parts["word/document.xml"].decode().replace("Första stycket", words)
        text = text.replace(
            "<w:body>", "<w:body><w:p><w:r><w:t>Annas egen inledning.</w:t></w:r></w:p>", "Anna" in name
        )
        write_package(tmp_path / name, {**parts, "word/document.xml": text.encode()})
    seen = person("samordnar", tmp_path / "från Anna.docx", tmp_path / "från Bo.docx")
    assert (seen["chosen"], seen["kept"]) == (["1.1", "1.2", "5.1a"], "urval-lage")
    assert "från Bo.docx" in seen["shown"]
    assert seen["before"] == TVA
    assert all(words in seen["three"] for words in ("Annas stycke", "Bos stycke", "Första stycket"))
    assert "Bos stycke.\n\n    Sista stycket." in seen["after"]
    assert "Annas egen inledning." in seen["told"]
    assert "hämtat ur Worddokument" in seen["last"]
    assert seen["again"] == TVA


def test_each_file_that_cannot_be_read_is_named(person):
    shown = person("slapper_det_som_inte_gar")["shown"]
    assert [text.split(" ")[0] for text in shown] == ["bild.png", "gammal.doc"]


def test_what_a_paste_left_out_and_the_markdown_are_shown_where_they_are_seen(person):
    seen = person("klistrar_langt_ner")
    assert "bild" in seen["words"].lower()
    assert (seen["notice"], seen["closed"], seen["markdown"]) == (True, "", True)


def started_anew(chromium, what, path):
    """Return what is seen at a page whose server is killed, and started anew when the page says so."""
    server = Server(path)
    command = [*chromium, what, server.address, str(path), str(server.process.pid)]
    again = None
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as person:
        try:
            for line in person.stdout:
                if line.strip() == "STARTA":
                    server.kill()
                    again = Server(path)
                    person.stdin.write(f"{again.address}\n")
                    person.stdin.flush()
                elif line.startswith("{"):
                    seen = json.loads(line)
        finally:
            (again or server).kill()
    assert person.returncode == 0
    return seen


def test_the_server_dies_while_she_writes_and_what_she_wrote_is_offered_again(chromium, folder):
    seen = started_anew(chromium, "servern_dor", folder(**{"1": TVA}))
    assert "finns kvar här i fliken" in seen["alarm"]
    assert "inte hann sparas i svaret på 1.1" in seen["start"]
    assert "Skrivet utan server." not in seen["before"]
    assert "Sista stycket. Skrivet utan server.\n" in seen["file"]


def test_what_is_refused_is_said_until_it_is_saved_and_can_be_taken_back(person):
    found = person("nekas")
    assert "inte sparat. Det går inte att läsa." in found["still"]["said"]
    assert found["still"]["saved"] == "Inte sparat"
    assert "Nekade ord." in found["still"]["text"]
    assert found["refused"] == "Det går inte att läsa."
    assert "Nekade ord." in found["file"]
    assert "ändrat av Sara" in found["file"]


def test_an_old_tab_says_that_the_program_was_started_anew_and_goes_on_when_it_is_let_in(chromium, folder):
    assert "Ingen kontakt" in started_anew(chromium, "servern_startas_om", folder(**{"1": TVA}))["before"]


def test_every_view_is_for_everybody(chromium, tmp_path):
    path = shutil.copytree(ROOT / "underlag", tmp_path / "underlag", ignore=BUILT)
    data_set(tmp_path / "samling", report(tmp_path / "in", "Region Skåne", _3='  "3.4": Vi och Umeå universitet.\n'))
    with server_of(path) as server:
        command = [*chromium, "ser", server.address, str(path), os.environ.get("BILDER") or "", json.dumps(VIEWS)]
        done = subprocess.run(command, capture_output=True, check=False, timeout=300, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout.splitlines()[-1])
    assert (seen["said"], seen["foreign"]) == ([], [])
    assert len(seen["seen"]) == 2 * len(VIEWS) + 4
    assert [
        (view["name"], view["faults"], view["wide"]) for view in seen["seen"] if view["faults"] or view["wide"] > 0
    ] == []
