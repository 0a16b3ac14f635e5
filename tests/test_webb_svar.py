"""What the page is told of a report, and what becomes of what it sends: counted, checked, saved, merged."""

import json
import time

import pytest
from kommando import printed
from webb import TVA, page_of

from rapport.store.history_post import read_history
from rapport.webb import arbete as arbete_
from rapport.webb.handelser import Page
from rapport.webb.session import Session
from rapport.workflow.answering import merged_text

FEMMA = 'område: 5\nsvar:\n  "5.1a":\n    kryss: nej\n    text: Vi har inte gjort något.\n'


@pytest.fixture
def page(folder):
    with page_of(folder(**{"1": TVA, "5": FEMMA})) as client:
        client.folder = client.arbete.session.folder
        yield client


def one(page, fraga="1.1"):
    return page.get(f"/api/fraga/{fraga}").json()


def change(page, fraga="1.1", **values):
    version = values.pop("version", None) or one(page, fraga)["version"]
    return page.post(f"/api/fraga/{fraga}", json={"version": version, **values})


def on_disk(page, name="1.yaml"):
    return (page.folder / name).read_bytes().decode("utf-8")


def eventually(what, seconds=20):
    """Return what a function gives as soon as it gives anything."""
    until = time.monotonic() + seconds
    while not (found := what()):
        assert time.monotonic() < until, "det kom aldrig"
        time.sleep(0.02)
    return found


def test_the_overview_shows_areas_questions_and_days(page):
    data = page.get("/api/rapport").json()
    assert (data["region"], data["ar"], data["mall"]) == ("Region Provlän", 2025, "2024")
    assert data["sista_dag"] == "2026-02-21"
    assert [omrade["nummer"] for omrade in data["omraden"]] == [1, 2, 3, 4, 5, 6]
    first = data["omraden"][0]
    assert first["tecken"] + first["kvar"] == first["grans"]
    assert first["text"].endswith("tecken kvar")
    assert [fraga["lage"] for fraga in first["fragor"][:3]] == ["utkast", "utkast", "ej påbörjad"]
    assert sum(len(omrade["fragor"]) for omrade in data["omraden"]) == 31


def test_an_answer_says_as_the_overview_whether_anybody_has_begun(page):
    assert [one(page, fraga)["lage"] for fraga in ("1.1", "1.3")] == ["utkast", "ej påbörjad"]
    assert change(page, "1.3", markdown="Nu.\n").json()["lage"] == "utkast"


def test_a_question_comes_with_the_form_s_words_and_the_answer_s_count(page):
    data = one(page)
    assert data["fraga"].startswith("Beskriv hur det strategiskt viktigaste arbetet")
    assert data["markdown"] == "Första stycket.\n\nSista stycket.\n"
    assert data["dokument"]["block"][0] == {"typ": "stycke", "rad": [{"text": "Första stycket."}]}
    assert data["tecken"] == len("Första stycket.Sista stycket.")
    assert data["omrade"]["tecken"] == data["tecken"] + len("Kort.")
    assert data["kryss"] is None
    assert one(page, "5.1a")["kryss"] == {"val": ["Nej"], "tillatna": ["Ja", "Nej"]}


def test_what_is_typed_is_counted_at_once_and_written_a_moment_later(page):
    answer = change(page, markdown="Första stycket 👍.\n\nSista stycket.").json()
    assert answer["tecken"] == len("Första stycket .Sista stycket.") + 2
    assert page.get("/api/rapport").json()["osparade"] == ["1.1"]
    eventually(lambda: "👍" in on_disk(page))
    assert on_disk(page) == TVA.replace("Första stycket.", "Första stycket 👍.")
    assert page.get("/api/rapport").json()["osparade"] == []


def test_saving_touches_the_changed_answer_and_nothing_else(page):
    assert change(page, status="granskas", ansvarig="Sara Lind", kommentar="Ring Jonas.").status_code == 200
    assert change(page, "5.1a", kryss=["Ja"]).json()["kryss"]["val"] == ["Ja"]
    assert page.post("/api/spara", json={}).json() == {"sparade": ["1.1", "5.1a"], "konflikter": []}
    assert on_disk(page, "5.yaml") == FEMMA.replace("nej", "ja")
    text = on_disk(page)
    assert text.startswith("område: 1 # kommentar\n")
    assert '"1.2": Kort. # också\n' in text
    assert {"status: granskas", "ansvarig: Sara Lind", "kommentar: Ring Jonas."} <= set(
        map(str.strip, text.split("\n"))
    )


def test_a_document_sent_back_as_it_was_leaves_the_file_alone(page):
    before = on_disk(page)
    change(page, dokument=one(page)["dokument"])
    assert page.post("/api/spara", json={}).json()["sparade"] == []
    assert on_disk(page) == before


def test_a_document_is_written_as_markdown(page):
    dokument = one(page)["dokument"]
    dokument["block"][1]["rad"] = [{"text": "Sista "}, {"text": "stycket", "fet": True}, {"text": "."}]
    assert change(page, dokument=dokument).json()["markdown"] == "Första stycket.\n\nSista **stycket**.\n"


def test_findings_come_with_their_place_in_the_text_as_scripts_count(page):
    change(page, markdown="👍👍 Stödet gick tex till skolor.\n")

    def found():
        data = one(page)
        return data["fynd_galler"] and next((fynd for fynd in data["fynd"] if fynd["utdrag"] == "tex"), None)

    fynd = eventually(found)
    text = "👍👍 Stödet gick tex till skolor.".encode("utf-16-le")
    assert text[2 * fynd["start"] : 2 * fynd["slut"]].decode("utf-16-le") == "tex"
    assert fynd["fix"] == "t.ex."
    data = one(page)
    where = {"version": data["version"], "regel": fynd["regel"], "start": fynd["start"], "utdrag": "tex"}
    assert page.post("/api/ratta/1.1", json={**where, "version": "gammal"}).status_code == 409
    assert "gick t.ex. till" in page.post("/api/ratta/1.1", json=where).json()["markdown"]
    assert page.post("/api/ratta/1.1", json=where).status_code == 409


def test_two_tabs_that_write_in_different_paragraphs_are_merged(page):
    version = one(page)["version"]
    change(page, version=version, markdown="Första stycket, av ena.\n\nSista stycket.\n")
    second = change(page, version=version, markdown="Första stycket.\n\nSista stycket, av andra.\n").json()
    assert second["markdown"] == "Första stycket, av ena.\n\nSista stycket, av andra.\n"
    assert second["sammanfogat"] is True
    # The one who goes on typing in the text as sent takes nothing away of what the other has written.
    third = change(page, version=second["din_version"], markdown="Första stycket.\n\nSista stycket, av andra nu.\n")
    assert third.json()["markdown"] == "Första stycket, av ena.\n\nSista stycket, av andra nu.\n"


def test_two_tabs_that_write_the_same_paragraph_are_shown_all_three_texts(page):
    version = one(page)["version"]
    change(page, version=version, markdown="Första stycket, av ena.\n\nSista stycket.\n")
    refused = change(page, version=version, markdown="Första stycket, av andra.\n\nSista stycket.\n")
    assert refused.status_code == 409
    strid = refused.json()["strid"]
    assert [strid[key]["markdown"].split("\n")[0] for key in ("fran", "min", "deras")] == [
        "Första stycket.",
        "Första stycket, av andra.",
        "Första stycket, av ena.",
    ]
    assert one(page)["markdown"].startswith("Första stycket, av ena.")


def test_a_page_older_than_the_program_brings_what_it_wrote_from(page):
    was = {"markdown": "Första stycket.\n\nSista stycket.\n"}
    change(page, markdown="Första stycket, ändrat.\n\nSista stycket.\n")
    answer = change(page, version="okänd", fran=was, markdown="Första stycket.\n\nSista stycket nu.\n")
    assert answer.json()["markdown"] == "Första stycket, ändrat.\n\nSista stycket nu.\n"
    assert change(page, version="okänd", markdown="Något annat.\n").status_code == 409


def test_what_a_colleague_saves_meanwhile_is_merged_with_what_is_unsaved(page, monkeypatch):
    monkeypatch.setattr(arbete_, "STILL", 3600)
    change(page, markdown="Första stycket, mitt.\n\nSista stycket.\n", status="klar")
    (page.folder / "1.yaml").write_text(on_disk(page).replace("Sista stycket.", "Sista stycket, Saras."), "utf-8")
    assert page.post("/api/spara", json={}).json()["konflikter"] == []
    text = on_disk(page)
    assert "Första stycket, mitt.\n\n      Sista stycket, Saras.\n" in text
    assert "status: klar" in text
    assert text.startswith("område: 1 # kommentar\n")


def test_what_a_colleague_saves_meanwhile_in_the_same_paragraph_is_for_a_person_to_decide(page, monkeypatch):
    monkeypatch.setattr(arbete_, "STILL", 3600)
    change(page, markdown="Första stycket, mitt.\n\nSista stycket.\n")
    change(page, "5.1a", markdown="Annat svar.\n")
    (page.folder / "1.yaml").write_text(on_disk(page).replace("Första stycket.", "Första stycket, Saras."), "utf-8")
    saved = page.post("/api/spara", json={}).json()
    assert saved["sparade"] == ["5.1a"]  # the conflict keeps nothing else from being saved
    assert [strid["fraga"] for strid in saved["konflikter"]] == ["1.1"]
    assert "Annat svar." in on_disk(page, "5.yaml")
    assert "Saras" in on_disk(page)
    data = one(page)
    assert data["strid"]["min"]["markdown"].startswith("Första stycket, mitt.")
    assert data["markdown"].startswith("Första stycket, Saras.")
    change(page, markdown="Första stycket, bådas.\n\nSista stycket.\n", avgjord=True)
    assert one(page)["strid"] is None
    page.post("/api/spara", json={})
    assert "Första stycket, bådas." in on_disk(page)


def test_an_hour_s_typing_is_one_write_in_the_history_and_can_be_taken_back(page):
    for number in range(6):
        change(page, markdown=f"Skrivet {number}.\n")
        assert page.post("/api/spara", json={}).json()["sparade"] == ["1.1"]
    entries = read_history(page.folder).entries
    assert [entry.post.kommando for entry in entries] == ["redigera"]
    assert entries[0].kept(entries[0].post.filer[0]) == TVA.encode()
    printed("angra", page.folder, "--ja")
    assert on_disk(page) == TVA


def test_what_another_wrote_in_between_is_a_write_of_its_own(page):
    for number in range(4):
        change(page, markdown=f"Skrivet {number}.\n")
        page.post("/api/spara", json={})
        if number == 1:
            (page.folder / "1.yaml").write_text(on_disk(page) + "# av Sara\n", "utf-8")
    entries = read_history(page.folder).entries
    assert len(entries) == 2
    assert b'Skrivet 1.\n  "1.2": Kort. # ocks\xc3\xa5\n# av Sara\n' in entries[1].kept(entries[1].post.filer[0])


def test_what_is_saved_on_disk_is_seen_and_told(page):
    version = page.get("/api/rapport").json()["version"]
    (page.folder / "1.yaml").write_text(on_disk(page).replace("Kort.", "Längre svar."), "utf-8")
    page.portal.call(page.arbete.take_in)
    assert one(page, "1.2")["markdown"].strip() == "Längre svar."
    assert page.get("/api/rapport").json()["version"] > version


def test_a_fault_of_ours_costs_one_save_and_one_look_at_the_disk_and_not_those_after(folder, monkeypatch):
    for name, seconds in (("STILL", 0.05), ("_AGAIN", 0.2), ("_LOOK", 0.2)):
        monkeypatch.setattr(arbete_, name, seconds)
    said, left = [], ["save", "take_in"]
    for name in tuple(left):
        real = getattr(Session, name)

        def failing(self, name=name, real=real):
            if name in left:
                left.remove(name)
                raise LookupError(name)
            return real(self)

        monkeypatch.setattr(Session, name, failing)
    path = folder(**{"1": TVA, "5": FEMMA})
    with page_of(path, said.append) as page:
        change(page, markdown="Skrivet.\n")
        eventually(lambda: "Skrivet." in (path / "1.yaml").read_text("utf-8"))
        (path / "5.yaml").write_text(FEMMA.replace("nej", "ja"), "utf-8")
        eventually(lambda: one(page, "5.1a")["kryssat"] == ["ja"])
    assert sorted(map(str, said)) == ["save", "take_in"]


def test_a_file_that_cannot_be_read_is_said_and_empties_nothing(page):
    good = on_disk(page)
    change(page, "1.2", markdown="Ett längre svar.\n")
    page.post("/api/spara", json={})
    (page.folder / "rapport.yaml").write_text("mall: [", "utf-8")
    page.portal.call(page.arbete.take_in)
    data = page.get("/api/rapport").json()
    assert data["region"] == "Region Provlän"
    assert any("rapport.yaml" in fault["text"] or "rapport.yaml" in fault["plats"] for fault in data["faults"])
    assert one(page)["markdown"] == "Första stycket.\n\nSista stycket.\n"
    assert "Första stycket." in good


def test_the_read_through_is_escaped(page):
    change(page, markdown="<img src=x onerror=alert(1)> & `<b>`\n")
    html = page.get("/api/las").text
    assert "<img" not in html
    assert "&lt;img" in html or "onerror" not in html


def test_a_document_is_built_of_what_has_been_written(page):
    change(page, markdown="Alldeles nyss skrivet.\n")
    refused = page.post("/api/bygg", json={"format": "docx"})
    assert refused.status_code == 409
    assert "fel återstår" in refused.json()["fel"]
    made = page.post("/api/bygg", json={"format": "docx", "utkast": True})
    assert made.content.startswith(b"PK")
    assert made.headers["content-disposition"].endswith('-utkast.docx"')
    assert "Alldeles nyss skrivet." in page.post("/api/bygg", json={"format": "html"}).text
    assert page.post("/api/bygg", json={"format": "../x"}).status_code == 400


def test_a_refusal_to_build_says_where_the_faults_are_and_names_no_file_and_no_command(page):
    change(page, markdown="Kostnaden var {{ x }} och {{ y }}.\n")
    refused = page.post("/api/bygg", json={"format": "docx"}).json()
    number = sum(one["antal"] for one in refused["kvar"]["fragor"]) + len(refused["kvar"]["annat"])
    assert refused["fel"] == f"Dokumentet byggs inte: {number} fel återstår."
    assert {"id": "1.1", "antal": 2} in refused["kvar"]["fragor"]
    assert all(word not in json.dumps(refused) for word in (".yaml", "--", "rapport "))


def test_who_has_an_answer_open_is_told(page):
    with page_of(page.folder) as other:
        handelser = other.arbete.handelser
        assert other.post("/api/narvaro", json={"flik": "b", "fraga": "1.1"}).json()["flikar"] == []

        async def opened():
            handelser.pages[Page("b", "1.1")] = None
            await other.arbete._show_presence()  # noqa: SLF001 - what the clock does
            await page.arbete._show_presence()  # noqa: SLF001 - as above

        other.portal.call(opened)
        found = page.post("/api/narvaro", json={"flik": "a", "fraga": "1.1"}).json()
        assert [one["fragor"] for one in found["andra"]] == [["1.1"]]


@pytest.mark.parametrize(
    ("ours", "theirs", "wanted"),
    [
        (
            "A nu.\n\nB {{ x | kr }}.\n\n- c\n",
            "A.\n\nB {{ x | kr }}.\n\n- c\n- d\n",
            "A nu.\n\nB {{ x | kr }}.\n\n- c\n- d\n",
        ),
        ("A.\n\nB {{ x | kr }} nu.\n\n- c\n", 'A {{ y | ar("2*") }}.\n\nB {{ x | kr }}.\n\n- c\n', None),
        ("A.\n\n- c\n", "A.\n\nB {{ x | kr }}.\n\n- c\n\nE.\n", "A.\n\n- c\n\nE.\n"),
        ("A nu.\n\nB {{ x | kr }}.\n\n- c\n", "A då.\n\nB {{ x | kr }}.\n\n- c\n", None),
        ("", "A.\n\nB {{ x | kr }} nu.\n\n- c\n", None),
    ],
)
def test_texts_are_merged_by_their_paragraphs_and_expressions_stay_as_written(ours, theirs, wanted):
    base = "A.\n\nB {{ x | kr }}.\n\n- c\n"
    found = merged_text(base, ours, theirs)
    if wanted is None and ours and "{{ y" in theirs:
        assert found == 'A {{ y | ar("2*") }}.\n\nB {{ x | kr }} nu.\n\n- c\n'
    else:
        assert found == wanted


def test_every_answer_is_json_in_utf_8(page):
    for path in ("/api/rapport", "/api/fraga/1.1", "/api/fraga/9.9"):
        assert json.loads(page.get(path).content.decode("utf-8"))
