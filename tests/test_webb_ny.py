"""A new report begun on the page: where there is none, from last year's folder or document, beside an open one."""

import shutil
from contextlib import contextmanager
from pathlib import Path

import pytest
from conftest import BUILT, ROOT
from webb import HERE, PORT, TVA, TestClient, page_of, server_of

from rapport.cli.main import run
from rapport.webb.app import Oppet, application_before
from rapport.webb.arbete import Arbete
from rapport.webb.ny import Ny
from rapport.webb.session import Session
from rapport.webb.uppladdade import Uppladdade
from rapport.workflow import begun
from rapport.workflow.load import load
from rapport.workflow.senast import remember


@pytest.fixture(autouse=True)
def own_places(tmp_path, monkeypatch):
    for name in ("XDG_STATE_HOME", "WIN_PD_OVERRIDE_LOCAL_APPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "state"))
    monkeypatch.setattr(begun, "home", lambda: tmp_path / "Dokument")


def _raise(error):
    raise error


@contextmanager
def page_before(near):
    """Give the page where there is no report in a folder."""
    oppet = Oppet()

    def opened(made):
        session = Session(made)
        session.report.check()  # as webb.application_of
        oppet.open(Arbete(session, _raise))

    ny = Ny(near, Uppladdade(), opened, _raise)
    app, address = application_before(ny, oppet, PORT)
    with TestClient(app, base_url=HERE) as client:
        client.get(address)
        client.headers.update({"Origin": HERE, "Sec-Fetch-Site": "same-origin"})
        yield client


def make(page, **values):
    return page.post("/api/ny", json={"region": "Region Dalarna", "ar": "2025", **values})


def test_she_begins_a_report_in_an_empty_folder_and_it_is_opened(tmp_path):
    folder = tmp_path / "Vår redovisning"
    with page_before(folder) as page:
        assert page.get("/api/rapport").status_code == 404
        assert "Region Dalarna" in page.get("/api/ny").json()["regioner"]
        for wrong in ({"region": " "}, {"ar": "i år"}, {"ar": "1900"}, {"forra": "../hemligt"}):
            assert make(page, **wrong).status_code == 400
        assert not folder.exists()
        made = make(page, diarienummer="RUN/1/2026").json()
        assert (made["mapp"], made["oppnad"]) == (str(folder), True)
        assert page.get("/api/rapport").json()["region"] == "Region Dalarna"
        version = page.get("/api/fraga/1.1").json()["version"]
        page.post("/api/fraga/1.1", json={"version": version, "markdown": "Första ordet."})
        page.post("/api/spara", json={})
    assert load(folder).underlag.svar_by_fraga["1.1"].text == "Första ordet."
    assert load(folder).underlag.diarienummer == "RUN/1/2026"


def test_where_it_will_be_is_said_by_its_whole_name(tmp_path, monkeypatch):
    (tmp_path / "här").mkdir()
    monkeypatch.chdir(tmp_path / "här")
    with page_before(Path("../Vår redovisning")) as page:
        assert page.get("/api/ny").json()["mapp"] == str(tmp_path / "Vår redovisning")
        assert make(page).json()["mapp"] == str(tmp_path / "Vår redovisning")
    (tmp_path / "här" / "något annat.txt").write_text("", "utf-8")
    with page_before(Path()) as page:
        offered = page.get("/api/ny").json()
        assert (offered["mapp"], offered["plats"]) == (None, str(tmp_path / "här"))


def test_she_goes_on_from_last_years_folder_which_is_offered_by_name(tmp_path):
    last = shutil.copytree(ROOT / "underlag", tmp_path / "redovisning-2025", ignore=BUILT)
    remember(last)
    with page_before(None) as page:
        (one,) = page.get("/api/ny").json()["forra"]
        assert one["namn"] == "redovisning-2025"
        made = make(page, region="Region Sundmark", ar="2026", forra=one["id"]).json()
        assert any("svar hämtade ur" in line for line in made["sagt"])
        assert page.get("/api/fraga/1.1").json()["status"] == "utkast"
    new = load(tmp_path / "Dokument" / "redovisning-2026-region-sundmark").underlag
    old = load(last).underlag
    assert new.svar_by_fraga["1.3"].markdown == old.svar_by_fraga["1.3"].markdown


def test_she_goes_on_from_last_years_document_which_is_kept_beside(tmp_path, folder):
    path = folder(**{"1": TVA})
    assert run(["bygg", str(path), "--utkast", "--ut", str(tmp_path / "byggd.docx")]) == 0
    raw = (tmp_path / "byggd.docx").read_bytes()
    with page_before(tmp_path / "ny") as page:
        kept = page.post("/api/uppladdade", params={"namn": "Förra årets.docx"}, content=raw).json()
        made = make(page, region="Region Provlän", forra=kept["id"]).json()
        assert "2 svar hämtade ur Förra årets.docx, som utkast." in made["sagt"]
        assert page.get("/api/framsida").json()["förra"] == "forra/forra-arets.docx"
    assert (tmp_path / "ny" / "forra" / "forra-arets.docx").read_bytes() == raw
    assert load(tmp_path / "ny").underlag.svar_by_fraga["1.1"].text == "Första stycket.\nSista stycket."


def test_beside_an_open_report_a_new_one_is_made_and_the_open_one_stays(tmp_path, folder):
    path = folder(**{"1": TVA})
    with page_of(path) as page:
        shown = page.get("/api/ny").json()["forra"]
        one = next(one for one in shown if one["i"] == str(tmp_path))
        made = make(page, region="Region Provlän", ar="2026", forra=one["id"]).json()
        assert made["oppnad"] is False
        assert page.get("/api/rapport").json()["ar"] == 2025
    assert load(tmp_path / "redovisning-2026-region-provlan").underlag.svar_by_fraga["1.1"].text
    assert (path / "1.yaml").read_text("utf-8") == TVA


def test_the_command_offers_it_where_there_is_no_report(tmp_path):
    with server_of(tmp_path / "ny mapp") as server:
        page = server.client()
        assert page.get("/api/rapport").status_code == 404
        assert page.post("/api/ny", json={"region": "Region Skåne", "ar": "2025"}).json()["oppnad"]
        assert page.get("/api/rapport").json()["region"] == "Region Skåne"
        code, said = server.end()
    assert (code, said.splitlines()[-1]) == (0, "Avslutad.")
