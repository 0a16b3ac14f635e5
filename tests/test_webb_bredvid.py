"""What is read beside an answer, without a browser: pieces of the papers, and what still stands of last year's."""

import pytest
from conftest import CACHE_HOMES
from samlingar import data_set, report
from test_webb_siffersida import ETT, FORRA, KALLOR, PAPPER
from test_webb_svar import eventually
from webb import page_of


@pytest.fixture
def path(folder, tmp_path):
    path = folder(**{"1": ETT.replace("{{ stod | antal }}", "tre")})
    last = tmp_path / "fjol"
    last.mkdir()
    (last / "rapport.yaml").write_text((path / "rapport.yaml").read_text("utf-8"), "utf-8")
    (last / "1.yaml").write_text(FORRA, "utf-8")
    (path / "rapport.yaml").write_text((path / "rapport.yaml").read_text("utf-8") + "förra: ../fjol\n", "utf-8")
    return path


def test_passages_come_with_title_place_and_case_number(path):
    (path / "kallor").mkdir()
    (path / "kallor" / "beslut.txt").write_text(PAPPER, "utf-8")
    (path / "kallor.yaml").write_text(KALLOR, "utf-8")
    with page_of(path) as page:
        found = page.get("/api/papper/1.1").json()
        one = found["stycken"][0]
        assert (one["titel"], one["plats"], one["hanvisning"]) == ("Beslut om lärcentrum", "rad 1", "RUN/7/2025")
        assert "lärcentrum" in one["ord"]
        assert one["text"].startswith("Beslut om lärcentrum och service")
        assert page.get("/api/papper/9.9").status_code == 400


def test_without_papers_a_sentence_says_so(path):
    with page_of(path) as page:
        found = page.get("/api/papper/1.1").json()
    assert found["stycken"] == []
    assert found["sagt"].startswith("Här finns inga papper än. Släpp dem på sidan: .")
    assert str(path) not in found["sagt"]


def test_what_stands_of_last_year_s_answer_is_marked(path):
    with page_of(path) as page:
        assert page.get("/api/forra/1.2").json()["fel"].startswith("Det finns inget svar på fråga 1.2")
        eventually(lambda: page.get("/api/fraga/1.1").json()["forra"])
        found = page.get("/api/forra/1.1").json()
    assert (found["kvar"], found["meningar"]) == (1, 2)
    assert ">Det arbetet fortsatte som förut med kommunerna.</mark>" in found["html"]
    assert found["html"].count("<mark") == 1
    assert "<strong>lärcentrum</strong>" in found["html"]


def test_other_regions_answers_are_given_where_a_data_set_is_at_hand(path, tmp_path, monkeypatch):
    for name in CACHE_HOMES:
        monkeypatch.setenv(name, str(tmp_path / "state"))
    with page_of(path) as page:
        assert page.get("/api/andra").json() == {"finns": False}
        assert page.get("/api/andra/1.1").status_code == 400
        text = "Vi och Umeå universitet.\\n\\n  Ja.\\u0007\\n\\n| Ort | Tal |\\n|---|---|\\n| Lund | 12 |"
        of_skane = report(tmp_path / "in" / "skane", "Region Skåne", _1=f'  "1.1": "{text}"\n')
        of_halland = report(tmp_path / "in" / "halland", "Region Halland", 2024, _1='  "1.1": Vi också.\n')
        data_set(tmp_path / "samling", path, of_skane, of_halland)
        assert page.get("/api/andra").json() == {"finns": True}
        found = page.get("/api/andra/1.1").json()
        assert (found["ar"], found["aren"], found["samling"]) == (2025, [2025, 2024], str(tmp_path / "samling"))
        (one,) = found["svar"]
        assert (one["region"], one["om"]) == ("Region Skåne", "40 tecken · status: utkast")
        assert one["namnt"] == [{"vad": "Aktörer", "ord": "Umeå universitet"}]
        assert one["stycken"] == ["Vi och Umeå universitet.", "Ja.␇", [["Ort", "Tal"], ["Lund", "12"]]]
        assert [one["region"] for one in page.get("/api/andra/1.1?ar=2024").json()["svar"]] == ["Region Halland"]
        assert page.get("/api/andra/1.2").json()["utan_svar"] == ["Region Skåne"]
        assert "Där finns 2024, 2025." in page.get("/api/andra/1.1?ar=1999").json()["fel"]
        (tmp_path / "samling" / "redovisningar.sqlite").write_bytes(b"inget")
        refused = page.get("/api/andra/1.1")
        assert (refused.status_code, "kan inte läsas. Kör rapport samla igen." in refused.json()["fel"]) == (400, True)
