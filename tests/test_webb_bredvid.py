"""What is read beside an answer, without a browser: pieces of the papers, and what still stands of last year's."""

import pytest
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
    assert "har inga papper att söka i" in found["sagt"]


def test_what_stands_of_last_year_s_answer_is_marked(path):
    with page_of(path) as page:
        assert page.get("/api/forra/1.2").json()["fel"].startswith("Det finns inget svar på fråga 1.2")
        eventually(lambda: page.get("/api/fraga/1.1").json()["forra"])
        found = page.get("/api/forra/1.1").json()
    assert (found["kvar"], found["meningar"]) == (1, 2)
    assert ">Det arbetet fortsatte som förut med kommunerna.</mark>" in found["html"]
    assert found["html"].count("<mark") == 1
    assert "<strong>lärcentrum</strong>" in found["html"]
