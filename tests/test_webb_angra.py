"""Taking back on the page: which answers, said before it is done, one of them by itself, and in plain words."""

from test_webb_svar import change, on_disk, page  # noqa: F401 - a fixture
from webb import TVA

LISTA = "- Vi började.\n- Vi slutade.\n"


def look(page, **asked):  # noqa: F811
    return page.post("/api/skrivet", json=asked).json()


def written_together(page):  # noqa: F811
    change(page, markdown=LISTA, status="klar")
    change(page, "1.2", markdown="Långt.\n")
    page.post("/api/spara", json={})
    return look(page)


def answers(seen):
    return [svar["fraga"] for file in seen["plan"]["filer"] for svar in file["svar"]]


def test_it_is_said_in_plain_words(page):  # noqa: F811
    seen = written_together(page)
    assert answers(seen) == ["1.1", "1.2"]
    assert seen["plan"]["namn"].startswith("skrivet på sidan i dag ")
    first = seen["plan"]["filer"][0]["svar"][0]
    assert first["ord"] == "4 ord tillbaka, 4 ord försvinner"
    assert first["annat"] == ["Status: från ”klar” till ”utkast”"]
    assert "• Vi började." in first["platser"][0][0]
    assert seen["lista"][0]["kommando"] == "Skrivet på sidan"
    assert "på " not in seen["lista"][0]["vem"]


def test_one_of_two_answers_is_taken_back_and_the_other_stays(page):  # noqa: F811
    written_together(page)
    seen = look(page, utom=["1.1"])
    assert answers(seen) == ["1.2"]
    assert [(one["namn"], one["varfor"]) for one in seen["plan"]["lamnas"]] == [("1.1", "är inte vald")]
    stale = page.post("/api/skrivet", json={"ta": look(page)["plan"]["avtryck"], "utom": ["1.1"]})
    assert stale.status_code == 409
    again = look(page, ta=seen["plan"]["avtryck"], utom=["1.1"])
    assert "- Vi började." in on_disk(page)
    assert '"1.2": Kort. # också' in on_disk(page)
    redone = look(page, gor_om=True)
    assert answers(redone) == ["1.2"]
    look(page, gor_om=True, ta=redone["plan"]["avtryck"])
    assert "Långt." in on_disk(page)
    assert again["gor_om"]


def test_all_of_them_are_taken_back_as_before(page):  # noqa: F811
    seen = written_together(page)
    look(page, ta=seen["plan"]["avtryck"])
    assert on_disk(page) == TVA
