"""Colleagues' documents that a coordinator drops on the page: shown, decided, and only then written."""

import pytest
from webb import TVA, page_of

from rapport.cli.main import run
from rapport.store.history_post import read_history
from rapport.word.package import read_package, write_package
from rapport.workflow.load import load_form

DOCUMENT = "word/document.xml"
FEMMA = 'område: 5\nsvar:\n  "5.1a":\n    kryss: nej\n    text: Vi har inte gjort något.\n'


@pytest.fixture
def mapp(folder):
    return folder(**{"1": TVA, "5": FEMMA})


@pytest.fixture
def word(mapp, tmp_path):
    """Return the folder's own document as a colleague sends it back, some words changed."""
    assert run(["bygg", str(mapp), "--utkast", "--ut", str(tmp_path / "byggd.docx")]) == 0

    def changed(*pairs):
        parts = read_package(tmp_path / "byggd.docx")
        text = parts[DOCUMENT].decode()
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new)
        write_package(tmp_path / "ut.docx", {**parts, DOCUMENT: text.encode()})
        return (tmp_path / "ut.docx").read_bytes()

    return changed


@pytest.fixture
def page(mapp):
    with page_of(mapp) as client:
        yield client


def give(page, name, raw):
    return page.post("/api/uppladdade", params={"namn": name}, content=raw).json()


def look(page, *files, **more):
    answer = page.post("/api/kollegor", json={"filer": [{"id": one["id"]} for one in files], **more})
    assert answer.status_code == 200, answer.text
    return answer.json()


def texts(mapp):
    return {file.name: file.read_text("utf-8") for file in mapp.glob("*.yaml")}


def test_three_colleagues_documents_are_shown_first_and_then_written_at_once(page, mapp, word):
    before = texts(mapp)
    files = [
        give(page, "från Anna.docx", word(("Första stycket", "Första stycket, med Annas ord"))),
        give(page, "från Bo.docx", word(("Sista stycket", "Sista stycket, med Bos ord"))),
        give(page, r"C:\Users\Cia\från Bo.docx", word(("Vi har inte gjort något", "Vi har gjort mycket"))),
    ]
    assert [one["slag"] for one in files] == ["svar"] * 3
    seen = look(page, *files)
    assert texts(mapp) == before
    assert (seen["skrivet"], seen["andras"], seen["att_avgora"]) == (False, ["1.1", "5.1a"], [])
    assert [one["namn"] for one in seen["filer"]] == ["från Anna.docx", "från Bo.docx", "från Bo (2).docx"]
    assert [[row["fraga"] for row in one["hamtat"]] for one in seen["filer"]] == [["1.1"], ["1.1"], ["5.1a"]]
    assert seen["filer"][0]["hamtat"][0]["ord"].startswith("att hämta: ")
    assert "sammanfogas" in seen["filer"][1]["hamtat"][0]["ord"]
    first, second = seen["svar"]
    assert (first["ur"], first["nytt"], second["annat"]) == (["från Anna.docx", "från Bo.docx"], False, [])
    assert "".join(text for kind, text in first["ord"] if kind == "new") == ", med Annas ord, med Bos ord"
    assert "".join(text for kind, text in first["ord"] if kind != "new") == "Första stycket.\n\nSista stycket.\n"
    assert look(page, *files, skriv=seen["avtryck"])["skrivet"]
    now = texts(mapp)
    assert "Första stycket, med Annas ord.\n\n    Sista stycket, med Bos ord." in now["1.yaml"]
    assert "Vi har gjort mycket." in now["5.yaml"]
    assert [entry.post.kommando for entry in read_history(mapp).entries] == ["importera"]
    assert page.get("/api/fraga/1.1").json()["markdown"].startswith("Första stycket, med Annas ord.")
    again = look(page, *files)
    assert (again["andras"], again["att_avgora"]) == ([], [])


def test_a_form_that_is_only_text_is_a_colleagues_answer_and_one_that_is_none_a_paper(page, mapp):
    mall = load_form("2024", mapp)
    texts_of = {"1.1": "Första stycket.\n\nSista stycket, med Annas ord."}
    lines = (f"{id_} {mall.full_text(one)}\n\n{texts_of.get(id_, '')}\n" for id_, one in mall.fraga_by_id.items())
    assert give(page, "beslut.txt", b"Regionstyrelsen beslutade om 1.1 och 3.4 i mars.")["slag"] == "papper"
    form = give(page, "Annas svar.txt", "\n".join(lines).encode())
    assert form["slag"] == "svar"
    seen = look(page, form)
    assert [row["fraga"] for one in seen["filer"] for row in one["hamtat"]] == ["1.1"]
    (strid,) = seen["att_avgora"]  # it does not say what it was built from
    assert strid["deras"]["markdown"] == f"{texts_of['1.1']}\n"


def test_two_who_have_changed_the_same_paragraph_are_shown_and_somebody_chooses(page, mapp, word):
    anna = give(page, "anna.docx", word(("Första stycket", "Annas stycke")))
    bo = give(page, "bo.docx", word(("Första stycket", "Bos stycke"), ("Sista stycket", "Bos slut")))
    (strid,) = (seen := look(page, anna, bo))["att_avgora"]
    assert (strid["fraga"], strid["namn"]) == ("1.1", "bo.docx")
    assert strid["min"]["markdown"] == "Annas stycke.\n\nBos slut.\n"
    assert strid["deras"]["markdown"] == "Bos stycke.\n\nBos slut.\n"
    assert strid["fran"]["markdown"] == "Första stycket.\n\nSista stycket.\n"
    assert strid["varfor"] == ["Samma stycke är ändrat på två sätt."]
    look(page, anna, bo, skriv=seen["avtryck"])  # what is sure may be taken in first
    assert "Annas stycke.\n\n    Bos slut." in texts(mapp)["1.yaml"]
    (left,) = look(page, anna, bo)["att_avgora"]
    assert left["fraga"] == "1.1"
    choice = {"id": bo["id"], "fraga": "1.1"}
    for made, wanted in (
        ({"sida": "dokumentet"}, "Bos stycke.\n\n    Bos slut."),
        ({"sida": "mappen", "markdown": "Båda.\n\nBos slut.\n"}, "Båda.\n\n    Bos slut."),
    ):
        decided = look(page, bo, val=[{**choice, **made}])
        assert decided["att_avgora"] == []
        look(page, bo, val=[{**choice, **made}], skriv=decided["avtryck"])
        assert wanted in texts(mapp)["1.yaml"]


def test_what_has_changed_since_it_was_shown_is_not_written(page, mapp, word):
    anna = give(page, "anna.docx", word(("Första stycket", "Annas stycke")))
    seen = look(page, anna)
    (mapp / "1.yaml").write_text(TVA.replace("Första stycket", "Första stycket, ändrat"), "utf-8")
    refused = page.post("/api/kollegor", json={"filer": [{"id": anna["id"]}], "skriv": seen["avtryck"]})
    assert refused.status_code == 409
    assert "ändrats sedan listan visades" in refused.json()["fel"]
    assert "Annas" not in texts(mapp)["1.yaml"]


def test_what_is_tracked_is_left_until_it_is_accepted(page, word):
    who = 'w:id="9" w:author="Bo" w:date="2026-01-02T10:00:00Z"'
    new = f'<w:ins {who}><w:r><w:t xml:space="preserve"> Nytt.</w:t></w:r></w:ins>'
    raw = word(("Första stycket.</w:t></w:r>", f"Första stycket.</w:t></w:r>{new}"))
    bo = give(page, "bo.docx", raw)
    (one,) = look(page, bo)["filer"]
    assert (one["sparat_vid"], one["hamtat"]) == (["1.1"], [])
    assert "Nytt." in one["sparat"][0]
    accepted = page.post("/api/kollegor", json={"filer": [{"id": bo["id"], "andringar": "godta"}]}).json()
    assert accepted["andras"] == ["1.1"]


def test_a_document_that_is_no_form_is_the_answer_to_the_question_that_is_chosen(page, tmp_path):
    import docx

    own = docx.Document()
    own.add_paragraph("Regionen har samlat kommunerna i åtta dialoger.")
    own.save(tmp_path / "eget.docx")
    kept = give(page, "Sveriges bästa svar.docx", (tmp_path / "eget.docx").read_bytes())
    assert kept["slag"] == "papper"
    (one,) = look(page, kept)["filer"]
    assert "Sveriges bästa svar.docx" in one["fel"]
    assert "uppladdad" not in one["fel"]
    seen = page.post("/api/kollegor", json={"filer": [{"id": kept["id"], "fraga": "1.3"}]}).json()
    assert seen["filer"][0]["nya"] == ["1.3"]


def test_a_title_above_a_table_is_told_of_once(page):
    kept = give(page, "stöd.csv", "Stöd 2025;\nKommun;Belopp\nHedby;3\nTornsele;4\n".encode())
    (seen,) = page.post("/api/papper", json={"filer": [{"id": kept["id"], "slag": "tabell"}]}).json()["filer"]
    said = [text for text in [seen["fel"], *seen["anmarkt"]] if text and "Stöd 2025" in text]
    assert len(said) == 1
    assert said[0].lower().count("rad 1") == 1, said


def test_what_is_sent_is_named_and_bounded_and_no_path(page, monkeypatch):
    from rapport.webb import vakt

    for name in ("../../ute.docx", "/etc/passwd.txt", "a\x00b\nc.docx", "." * 300 + ".docx", "con.docx"):
        kept = give(page, name, b"x")
        assert "/" not in kept["namn"]
        assert kept["namn"].isprintable()
        file = page.arbete.uppladdade[kept["id"]].file
        assert file.name.startswith("uppladdad-")
    assert give(page, "bild.png", b"x")["fel"] == "bild.png är en bild, och bilder kan inte stå i redovisningen."
    assert "Spara den som .docx, och" in give(page, "gammal.DOC", b"x")["fel"]
    assert "Spara den som .docx, .csv" in give(page, "okänd.xyz", b"x")["fel"]
    assert page.post("/api/kollegor", json={"filer": [{"id": "../1"}]}).status_code == 400
    monkeypatch.setattr(vakt, "MOST_FILE", 1000)
    assert page.post("/api/uppladdade", params={"namn": "a.docx"}, content=b"x" * 2000).status_code == 413

    def chunks():
        for _ in range(20):
            yield b"x" * 100

    many = len(list(file.parent.iterdir()))
    assert page.post("/api/uppladdade", params={"namn": "a.docx"}, content=chunks()).status_code == 413
    assert len(list(file.parent.iterdir())) == many
    page.post("/api/uppladdade/bort", json={"id": "1"})
    assert len(list(file.parent.iterdir())) == many - 1
