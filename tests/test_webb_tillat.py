"""A person waives a finding for a reason at the page, and takes the waiver back; what the file says meanwhile."""

import pytest
from test_webb_svar import eventually
from webb import page_of

from rapport.store.schema import SvarPost
from rapport.workflow.answering import merged

ETT = (
    'område: 1 # här\nsvar:\n  "1.1": # den första\n    status: klar\n    text: |\n      Stödet gick tex till skolor.\n'
)


@pytest.fixture
def page(folder):
    with page_of(folder(**{"1": ETT})) as client:
        client.folder = client.arbete.session.folder
        yield client


def sees(page, tillaten=None):
    """Return the finding as soon as it is, or is not, waived for a reason."""
    return eventually(lambda: next((one for one in found(page) if one["tillaten"] == tillaten), None))


def found(page):
    return [one for one in page.get("/api/fraga/1.1").json()["fynd"] if one["utdrag"] == "tex"]


def sends(page, **values):
    return page.post("/api/fraga/1.1", json={"version": page.get("/api/fraga/1.1").json()["version"], **values})


def test_she_waives_a_finding_and_takes_the_waiver_back(page):
    fynd = sees(page)
    assert (fynd["tillatbar"], fynd["egen"]) == (True, True)
    regel = fynd["regel"]
    answer = sends(page, tillat={regel: "Så står det\n i  avtalet."}).json()
    assert answer["tillat"] == {regel: "Så står det i avtalet."}
    page.post("/api/spara", json={})
    waived = ETT.replace("    text", f"    tillåt: {{{regel}: Så står det i avtalet.}}\n    text")
    assert (page.folder / "1.yaml").read_text("utf-8") == waived
    assert not sees(page, "Så står det i avtalet.")["tillatbar"]
    sends(page, tillat={})
    page.post("/api/spara", json={})
    assert (page.folder / "1.yaml").read_text("utf-8") == ETT
    assert sees(page)["tillatbar"]


def test_what_may_not_be_waived_is_refused_in_words(page):
    refused = sends(page, tillat={"teckengrans": "Beslutat."})
    assert (refused.status_code, refused.json()["fel"]) == (400, "Regeln teckengrans kan inte tillåtas.")
    assert "utan skäl" in sends(page, tillat={"lix": " "}).json()["fel"]


def test_two_who_waive_different_rules_are_merged_and_the_same_is_for_a_person(page):
    version = page.get("/api/fraga/1.1").json()["version"]
    mine, theirs, other = ({"version": version, "tillat": one} for one in ({"lix": "A"}, {"datum": "B"}, {"lix": "C"}))
    page.post("/api/fraga/1.1", json=mine)
    assert page.post("/api/fraga/1.1", json=theirs).json()["tillat"] == {"lix": "A", "datum": "B"}
    refused = page.post("/api/fraga/1.1", json=other)
    assert refused.status_code == 409
    assert refused.json()["strid"]["deras"]["tillat"] == {"lix": "A", "datum": "B"}


@pytest.mark.parametrize(
    ("was", "here", "there", "wanted"),
    [
        ({"a": "1"}, {}, {"a": "1", "b": "2"}, {"b": "2"}),
        ({"a": "1"}, {"a": "9"}, {"a": "1"}, {"a": "9"}),
        ({"a": "1"}, {"a": "9"}, {}, None),
        ({}, {"a": "1"}, {"a": "1"}, {"a": "1"}),
    ],
)
def test_waivers_are_merged_rule_by_rule(was, here, there, wanted):
    posts = [SvarPost.model_validate({"text": "T.", "tillåt": one}) for one in (was, here, there)]
    found = merged(*posts)
    assert (found and found.tillat) == wanted
