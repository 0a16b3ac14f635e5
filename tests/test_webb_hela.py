"""The report as a whole, as a coordinator has it on the page: the last writes, the front page, tables and papers."""

import shutil
from pathlib import Path

import pytest
from conftest import BUILT, ROOT
from webb import TVA, page_of

from rapport.store.history_post import read_history

REGISTER = (
    "diarienummermönster: RUN/löpnummer/år   # vårt\nkällor:\n  plan:   # den gamla\n    titel: En plan\n\n# slut\n"
)


@pytest.fixture
def mapp(folder):
    return folder(**{"1": TVA, "kallor": REGISTER})


@pytest.fixture
def page(mapp):
    with page_of(mapp) as client:
        yield client


def write(page, text, fraga="1.1"):
    version = page.get(f"/api/fraga/{fraga}").json()["version"]
    page.post(f"/api/fraga/{fraga}", json={"version": version, "markdown": text})
    assert page.post("/api/spara", json={}).status_code == 200


def give(page, name, raw):
    return page.post("/api/uppladdade", params={"namn": name}, content=raw).json()


def look(page, kept, slag):
    (found,) = page.post("/api/papper", json={"filer": [{"id": kept["id"], "slag": slag}]}).json()["filer"]
    return found


def keep(page, kept, kind, **kalla):
    return page.post("/api/papper/skriv", json={"id": kept["id"], "slag": kind, **({"kalla": kalla} if kalla else {})})


def test_she_sees_who_wrote_what_takes_it_back_and_does_it_again(page, mapp, monkeypatch):
    monkeypatch.setenv("USERNAME", "sara")
    write(page, "Första stycket, nytt.\n\nSista stycket.\n")
    seen = page.post("/api/skrivet", json={}).json()
    (row,) = seen["lista"]
    assert (row["kommando"], row["vad"], row["hel"]) == ("Skrivet på sidan", "1.1", True)
    assert row["vem"].startswith("sara")
    (svar,) = seen["plan"]["filer"][0]["svar"]
    assert svar["fraga"] == "1.1"
    assert svar["platser"] == [[", nytt", ""]]
    assert page.post("/api/skrivet", json={"ta": "ett annat"}).status_code == 409
    back = page.post("/api/skrivet", json={"ta": seen["plan"]["avtryck"]}).json()
    assert (mapp / "1.yaml").read_text("utf-8") == TVA
    assert page.get("/api/fraga/1.1").json()["markdown"] == "Första stycket.\n\nSista stycket.\n"
    assert back["gor_om"].startswith("skrivet på sidan i dag")
    again = page.post("/api/skrivet", json={"gor_om": True}).json()["plan"]
    page.post("/api/skrivet", json={"gor_om": True, "ta": again["avtryck"]})
    assert "nytt." in (mapp / "1.yaml").read_text("utf-8")


def test_what_is_unsaved_is_not_lost_when_a_write_is_taken_back(page, mapp):
    write(page, "Första stycket, nytt.\n\nSista stycket.\n")
    seen = page.post("/api/skrivet", json={}).json()
    version = page.get("/api/fraga/1.2").json()["version"]
    page.post("/api/fraga/1.2", json={"version": version, "markdown": "Inte sparat än.\n"})
    refused = page.post("/api/skrivet", json={"ta": seen["plan"]["avtryck"]})
    assert refused.status_code == 409
    assert "skrivits sedan" in refused.json()["fel"]
    assert "Inte sparat än." in (mapp / "1.yaml").read_text("utf-8")


def test_she_changes_the_front_page_and_nothing_else_in_the_file(page, mapp):
    file = mapp / "rapport.yaml"
    file.write_text(file.read_text("utf-8").replace("Region Provlän", "Region Provlän  # vi"), "utf-8")
    was = page.get("/api/framsida").json()
    assert (was["region"], was["år"], was["diarienummer"]) == ("Region Provlän", "2025", "")
    till = {"diarienummer": "RUN/7/2026", "ansvarig": "Sara Lind"}
    now = page.post("/api/framsida", json={"till": till, "fran": was}).json()
    assert now == {**was, **till}
    text = file.read_text("utf-8")
    assert "region: Region Provlän  # vi\n" in text
    assert "diarienummer: RUN/7/2026\n" in text
    assert page.get("/api/rapport").json()["region"] == "Region Provlän"
    assert [entry.post.filer[0].fil for entry in read_history(mapp).entries] == ["rapport.yaml"]
    for till, status in (({"år": "i år"}, 400), ({"region": ""}, 400), ({"region": "a\nb"}, 400)):
        assert page.post("/api/framsida", json={"till": till, "fran": now}).status_code == status
    changed = page.post("/api/framsida", json={"till": {"region": "X"}, "fran": {"region": "Y"}})
    assert changed.status_code == 409
    assert file.read_text("utf-8") == text


def test_she_drops_a_table_and_sees_its_columns_before_it_is_kept(page, mapp):
    raw = "Ärende;Belopp\nRUN/1/2025;1 000\nRUN/2/2025;2 000\n".encode()
    kept = give(page, "Beviljade medel (å).csv", raw)
    assert kept["slag"] == "tabell"
    found = look(page, kept, "tabell")
    assert (found["fil"], found["fel"], found["samma"]) == ("beviljade-medel-a.csv", None, None)
    (tabell,) = found["tabeller"]
    assert tabell["rader"] == 2
    assert [one["rubrik"] for one in tabell["kolumner"]] == ["Ärende", "Belopp"]
    assert not (mapp / "siffror").exists()
    assert keep(page, kept, "tabell").json() == {"fil": "siffror/beviljade-medel-a.csv"}
    again = give(page, "Beviljade medel (å).csv", raw + b"RUN/3/2025;5\n")
    assert keep(page, again, "tabell").json() == {"fil": "siffror/beviljade-medel-a-2.csv"}
    assert (mapp / "siffror" / "beviljade-medel-a.csv").read_bytes() == raw
    assert look(page, give(page, "kopia.csv", raw), "tabell")["samma"] == "beviljade-medel-a.csv"
    assert look(page, give(page, "trasig.xlsx", b"PK inte alls"), "tabell")["fel"]
    assert keep(page, give(page, "con.csv", raw), "tabell").json() == {"fil": "siffror/con-fil.csv"}


def test_she_drops_a_paper_corrects_what_the_register_is_to_say_and_keeps_it(page, mapp):
    text = "Beslut om etableringsarbete\n\nDiarienummer RUN/123/2025, den 2025-12-01.\n\nNämnden beslutar."
    kept = give(page, "Etableringsbeslut.txt", text.encode())
    found = look(page, kept, "papper")
    assert found["forslag"] == {
        "id": "etableringsbeslut",
        "titel": "Beslut om etableringsarbete",
        "diarienummer": "RUN/123/2025",
        "nummer": ["RUN/123/2025"],
        "datum": "2025-12-01",
        "slag": "beslut",
    }
    kalla = {key: value for key, value in found["forslag"].items() if key != "nummer"}
    for wrong in ({"datum": "1 dec"}, {"slag": "brev"}, {"id": "plan"}, {"id": "a: b"}):
        assert keep(page, kept, "papper", **{**kalla, **wrong}).status_code == 400
    assert not (mapp / "kallor").exists()
    assert (mapp / "kallor.yaml").read_text("utf-8") == REGISTER
    kept_as = keep(page, kept, "papper", **{**kalla, "titel": 'Medel: "länets" arbete'})
    assert kept_as.json() == {"fil": "kallor/etableringsbeslut.txt"}
    assert (mapp / "kallor" / "etableringsbeslut.txt").read_text("utf-8") == text
    entry = """  etableringsbeslut:
    diarienummer: RUN/123/2025
    titel: "Medel: \\"länets\\" arbete"
    datum: 2025-12-01
    slag: beslut
    fil: etableringsbeslut.txt
"""
    old = "    titel: En plan\n"
    assert (mapp / "kallor.yaml").read_text("utf-8") == REGISTER.replace(old, old + entry)
    assert page.post("/api/papper/skriv", json={"id": kept["id"], "slag": "papper"}).status_code == 400


def test_a_paper_that_cannot_be_read_says_why_and_is_kept_all_the_same(page, mapp):
    kept = give(page, "Trasig.pdf", b"%PDF-1.4 inte alls")
    found = look(page, kept, "papper")
    assert found["forslag"] is None
    assert "skadad" in found["fel"]
    assert "uppladdad" not in found["fel"]
    assert keep(page, kept, "papper").json() == {"fil": "kallor/trasig.pdf"}
    assert (mapp / "kallor.yaml").read_text("utf-8") == REGISTER


def test_a_register_that_is_not_there_is_made(tmp_path):
    path = shutil.copytree(ROOT / "underlag", tmp_path / "mapp", ignore=BUILT)
    (path / "kallor.yaml").unlink()
    with page_of(path) as page:
        kept = give(page, "nytt.txt", b"Protokoll")
        keep(page, kept, "papper", id="nytt", titel="Protokoll", slag="protokoll")
    assert "källor:\n  nytt:\n    titel: Protokoll\n" in Path(path, "kallor.yaml").read_text("utf-8")
