"""What the page says names no file, no flag and no command, where the commands do: each taken from where it is said."""

import pytest
from test_webb_ny import own_places  # noqa: F401 - a fixture
from test_webb_svar import change, eventually, one, page  # noqa: F401 - a fixture
from webb import page_of

FILES = (".yaml", "mappen", "siffror/", "kallor", "rapport ", "--")
WORDS = "Det gav alla en möjlihget till arbete. Beslutet (RUN/99/2025) togs i maj. {{ saknad | antal }}\n"


def test_findings_in_an_answer_say_what_to_do_on_the_page(page):  # noqa: F811
    change(page, markdown=WORDS)
    eventually(lambda: one(page)["fynd_galler"])
    said = [f"{fynd['text']} {fynd['rad']}" for fynd in one(page)["fynd"]]
    assert {"stavning", "siffra"} <= {fynd["regel"] for fynd in one(page)["fynd"]}
    assert any("lägg till det i ordlistan" in text for text in said)
    assert any("Släpp den på sidan, som saknad.csv eller saknad.xlsx." in text for text in said)
    assert [text for text in said if any(word in text for word in FILES)] == []
    figure = page.post("/api/siffra", json={"uttryck": "saknad | antal"}).json()
    assert "Släpp den på sidan" in figure["rad"]


def test_a_word_is_put_to_the_region_s_own_and_is_right_from_then_on(page):  # noqa: F811
    change(page, markdown=WORDS)
    eventually(lambda: one(page)["fynd_galler"])
    words = [fynd["ord"] for fynd in one(page)["fynd"] if fynd["ord"]]
    assert "möjlihget" in words
    before = (page.folder / "rapport.yaml").read_text("utf-8")
    assert page.post("/api/ordlista", json={"ord": "möjlihget"}).status_code == 200
    assert (page.folder / "rapport.yaml").read_text("utf-8") == f"{before}ordlista: [möjlihget]\n"
    eventually(lambda: "möjlihget" not in [fynd["ord"] for fynd in one(page)["fynd"]])
    again = page.post("/api/ordlista", json={"ord": "möjlihget"})
    assert again.status_code == 409
    assert "står det redan där" in again.json()["fel"]


@pytest.mark.parametrize("ord", ["", "  ", "två\nrader", "x" * 3_000, None])
def test_what_is_no_word_is_not_put_to_the_region_s_own(page, ord):  # noqa: F811, A002
    before = (page.folder / "rapport.yaml").read_bytes()
    assert page.post("/api/ordlista", json={"ord": ord}).status_code in {400, 409}
    assert (page.folder / "rapport.yaml").read_bytes() == before


def test_a_new_report_says_what_to_do_on_the_page(tmp_path):
    last = tmp_path / "fjol"
    (last / "kallor").mkdir(parents=True)
    (last / "rapport.yaml").write_text('mall: "2024"\nregion: Region Provlän\når: 2024\n', "utf-8")
    (last / "1.yaml").write_text('område: 1\nsvar:\n  "1.1": "{{ stod | antal }} stöd."\n', "utf-8")
    (last / "kallor" / "beslut.txt").write_text("Beslut om service.", "utf-8")
    register = "källor:\n  beslut: {titel: Beslut om service, fil: beslut.txt}\n"
    (last / "kallor.yaml").write_text(register, "utf-8")
    with page_of(last) as open_one:
        forra = next(found["id"] for found in open_one.get("/api/ny").json()["forra"] if found["namn"] == "fjol")
        made = open_one.post("/api/ny", json={"region": "Region Provlän", "ar": "2025", "forra": forra}).json()
    said = " ".join(made["sagt"])
    assert "Formuläret för 2025 finns inte än" in said
    assert "Be den som sköter programmet att byta formulär när årets har kommit." in said
    assert "Släpp årets tabeller på sidan, med samma namn och kolumner." in said
    assert "Släpp dem som gäller i år på sidan." in said
    assert [word for word in (".yaml", "/siffror") if word in said] == []
