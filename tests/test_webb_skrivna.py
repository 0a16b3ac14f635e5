"""What a page sends has a number and says what it grew from: what came late, twice, or to a program started anew."""

import pytest
from webb import TVA, page_of

from rapport.errors import InputError
from rapport.webb import arbete as arbete_
from rapport.webb import session as session_

WAS = "Första stycket.\n\nSista stycket.\n"


@pytest.fixture
def path(folder, monkeypatch):
    monkeypatch.setattr(arbete_, "STILL", 3600)
    return folder(**{"1": TVA})


@pytest.fixture
def page(path):
    with page_of(path) as client:
        yield client


def one(page, fraga="1.1"):
    return page.get(f"/api/fraga/{fraga}").json()


def say(page, nummer, markdown, svarat=0, version=None, **more):
    told = {"skrivare": "a.1", "nummer": nummer, "svarat": svarat, "version": version or one(page)["version"]}
    return page.post("/api/fraga/1.1", json={**told, "markdown": markdown, **more})


def kill(page):
    """Let the program end as if it were killed: what is unsaved is lost."""

    async def nothing():
        return None

    page.arbete.end = nothing


def whole(data, **more):
    """Return what a page tells a program started anew of an answer as it was read: what its text grew from."""
    entry = {"markdown": data["markdown"]}
    told = {"version": data["version"], "grund": entry, "sett": {}, "fran": entry, "fransett": {}, "disk": 0}
    if not data["pa_disk"]:
        was = data["disk"]
        told |= {"sett": data["mottaget"], "fran": {"markdown": was["markdown"]}, "fransett": was["mottaget"]}
    return told | more


def test_what_comes_late_takes_nothing_back(page):
    version = one(page)["version"]
    say(page, 2, "Första stycket nu.\n\nSista stycket.\n", version=version)
    late = say(page, 1, "Första stycket n.\n\nSista stycket.\n", version=version).json()
    assert late["markdown"] == "Första stycket nu.\n\nSista stycket.\n"
    assert late["mottaget"] == {"a.1": 2}
    assert late["pa_disk"] is False


def test_what_was_never_answered_meets_no_dispute_with_what_follows_it(page):
    version = one(page)["version"]
    say(page, 1, "Första stycket no.\n\nSista stycket.\n", version=version)
    followed = say(page, 2, "Första stycket nu.\n\nSista stycket.\n", version=version)
    assert (followed.status_code, followed.json()["markdown"][:18]) == (200, "Första stycket nu.")


def test_a_program_started_anew_knows_what_of_it_is_in_the_file(path):
    with page_of(path) as page:
        version = one(page)["version"]
        say(page, 1, "Första stycket no.\n\nSista stycket.\n", version=version)
        page.post("/api/spara", json={})
        say(page, 2, "Första stycket nu.\n\nSista stycket.\n", svarat=1)
        kill(page)
    with page_of(path) as page:
        assert one(page)["mottaget"] == {"a.1": 1}
        assert say(page, 3, "Första stycket nu!\n\nSista stycket.\n", svarat=2, version="okänd").status_code == 410
        more = {"svarat": 2, "version": "okänd", "fran": {"markdown": WAS}, "disk": 0}
        sent = say(page, 3, "Första stycket nu!\n\nSista stycket.\n", **more)
        assert (sent.status_code, sent.json()["markdown"][:18]) == (200, "Första stycket nu!")


NEW = "Första stycket.\n\nNytt stycke.\n\nSista stycket.\n"


def test_a_page_opened_on_what_is_unsaved_is_told_what_is_on_disk(page):
    assert one(page)["disk"] is None
    say(page, 1, NEW)
    read = one(page)
    assert (read["markdown"], read["pa_disk"], read["disk"]["markdown"]) == (NEW, False, WAS)


def test_a_text_that_grew_out_of_what_came_into_the_file_meets_no_dispute_with_that(path):
    with page_of(path) as page:
        say(page, 1, NEW)
        read = one(page)
    (path / "1.yaml").write_text((path / "1.yaml").read_text("utf-8").replace("Sista", "Saras sista"), "utf-8")
    with page_of(path) as page:
        grown = NEW.replace("Nytt stycke.", "Nytt stycke med mer.")
        sent = say(page, 1, grown, **whole(read, skrivare="b.1"))
        assert (sent.status_code, sent.json()["markdown"]) == (200, grown.replace("Sista", "Saras sista"))


def test_a_text_that_grew_out_of_what_was_lost_brings_it_back_and_it_does_not_come_twice(path):
    version = "okänd"
    with page_of(path) as page:
        version = one(page)["version"]
        say(page, 1, NEW, version=version)
        read = one(page)
        kill(page)
    grown = NEW.replace("Nytt stycke.", "Nytt stycke med mer.")
    draft = {"svarat": 0, "version": version, "fran": {"markdown": WAS}, "disk": 0}
    with page_of(path) as page:
        assert one(page)["markdown"] == WAS
        assert say(page, 1, grown, **whole(read, skrivare="b.1")).json()["markdown"] == grown
        assert say(page, 1, NEW, **draft).json()["markdown"] == grown
        page.post("/api/spara", json={})
        kill(page)
    with page_of(path) as page:
        assert one(page)["mottaget"] == {"a.1": 1, "b.1": 1}
        assert say(page, 1, NEW, **draft).json()["markdown"] == grown


def test_of_what_two_had_written_and_one_half_is_lost_nothing_comes_twice(path):
    with page_of(path) as page:
        say(page, 1, NEW)
        page.post("/api/spara", json={})
        both = NEW.replace("Sista", "Saras sista")
        say(page, 1, both, skrivare="b.1")
        read = one(page)
        kill(page)
    # What was saved last before that is older in the page than in the file: it never heard of it.
    told = whole(read, skrivare="c.1", fran={"markdown": WAS}, fransett={})
    with page_of(path) as page:
        grown = both.replace("Nytt stycke.", "Nytt stycke med mer.")
        assert say(page, 1, grown, **told).json()["markdown"] == grown.replace("Saras sista", "Sista")
        sent = say(page, 2, both, skrivare="b.1", svarat=1, version="okänd", fran={"markdown": NEW}, disk=0)
        assert sent.json()["markdown"] == grown


def test_what_another_brought_back_of_hers_is_not_taken_in_once_more_in_a_longer_text(path):
    with page_of(path) as page:
        was = one(page)
        say(page, 1, NEW)
        read = one(page)
        kill(page)
    with page_of(path) as page:
        say(page, 1, NEW.replace("Första", "Saras första"), **whole(read, skrivare="b.1"))
        longer = NEW.replace("Nytt stycke.", "Nytt stycke med mer.")
        asked = say(page, 2, longer, **whole(was, version="okänd"))
        assert (asked.status_code, asked.json()["strid"]["min"]["markdown"]) == (409, longer)


def test_a_text_goes_on_from_the_file_where_that_is_newer_than_what_its_writer_sent(path):
    mine, theirs = WAS.replace("Första", "Mitt första"), ("Sista", "Saras sista")
    with page_of(path) as page:
        say(page, 1, mine)
        page.post("/api/spara", json={})
        (path / "1.yaml").write_text((path / "1.yaml").read_text("utf-8").replace(*theirs), "utf-8")
        page.portal.call(page.arbete.take_in)
        read = say(page, 2, mine.replace(*theirs).replace("Mitt", "Mitt eget"), svarat=1).json()
        assert read["disk"]["mottaget"] == {"a.1": 1}
        kill(page)
    (path / "1.yaml").write_text(
        (path / "1.yaml").read_text("utf-8").replace("Saras sista", "Saras allra sista"), "utf-8"
    )
    with page_of(path) as page:
        sent = say(
            page, 3, mine.replace(*theirs).replace("Mitt", "Mitt alldeles eget"), **whole(read, svarat=2, disk=1)
        )
        assert sent.json()["markdown"] == WAS.replace("Första", "Mitt alldeles eget första").replace(
            "Sista", "Saras allra sista"
        )


def test_what_was_read_before_the_last_that_was_saved_is_not_what_a_text_grew_from(path):
    with page_of(path) as page:
        read = one(page)
        say(page, 1, NEW)
    with page_of(path) as page:
        grown = NEW.replace("Nytt stycke.", "Nytt stycke med mer.")
        sent = say(page, 3, grown, **whole(read, svarat=2, version="okänd"))
        assert (sent.status_code, sent.json()["markdown"]) == (200, grown)


def test_what_grew_out_of_a_text_that_stands_aside_is_not_taken_in_without_it(page, path):
    sent = say(page, 1, WAS.replace("Första", "Mitt första")).json()
    (path / "1.yaml").write_text(TVA.replace("Första", "Saras första"), "utf-8")
    page.portal.call(page.arbete.take_in)
    assert one(page)["strid"]["min"]["markdown"].startswith("Mitt första")
    more = WAS.replace("Första", "Mitt första").replace("Sista", "Mitt sista")
    assert say(page, 2, more, svarat=1, version=sent["version"]).status_code == 410
    asked = say(page, 2, more, svarat=1, **whole(sent))
    assert (asked.status_code, asked.json()["strid"]["min"]["markdown"]) == (409, more)


def test_what_is_decided_over_a_text_that_is_not_on_disk_says_so(page):
    version = one(page)["version"]
    say(page, 1, WAS.replace("Första", "Saras"), version=version, skrivare="b.1")
    deras = say(page, 1, WAS.replace("Första", "Mitt"), version=version).json()["strid"]["deras"]
    assert (deras["pa_disk"], deras["disk"]["markdown"], deras["mottaget"]) == (False, WAS, {"b.1": 1})


def test_what_is_decided_takes_nothing_of_what_the_other_has_written_since(page):
    version = one(page)["version"]
    page.post("/api/fraga/1.1", json={"version": version, "markdown": WAS.replace("Första", "Saras")})
    strid = say(page, 1, WAS.replace("Första", "Mitt"), version=version).json()["strid"]
    theirs = strid["deras"]["version"]
    page.post("/api/fraga/1.1", json={"version": theirs, "markdown": "Saras stycket.\n\nSista stycket, mer.\n"})
    decided = say(page, 2, "Bådas stycke.\n\nSista stycket.\n", version=theirs, avgjord=True).json()
    assert decided["markdown"] == "Bådas stycke.\n\nSista stycket, mer.\n"


@pytest.mark.parametrize("broken", ["", "område: 1\nsvar: ["])
def test_a_file_that_somebody_has_broken_empties_no_page_and_asks_nothing(page, path, broken):
    say(page, 1, "Första stycket nu.\n\nSista stycket.\n")
    (path / "1.yaml").write_text(broken, "utf-8")
    page.portal.call(page.arbete.take_in)
    assert one(page)["markdown"] == "Första stycket nu.\n\nSista stycket.\n"
    assert one(page, "1.2")["markdown"] == "Kort."
    assert any("1.yaml" in fault["plats"] for fault in page.get("/api/rapport").json()["faults"])
    (path / "1.yaml").write_text(TVA.replace("Kort.", "Längre."), "utf-8")
    page.portal.call(page.arbete.take_in)
    assert page.post("/api/spara", json={}).json()["konflikter"] == []
    assert "Första stycket nu." in (path / "1.yaml").read_text("utf-8")
    assert "Längre." in (path / "1.yaml").read_text("utf-8")


def test_a_message_without_numbers_is_refused(page):
    for wrong in (
        {"nummer": 0},
        {"nummer": "1"},
        {"nummer": 1, "svarat": 1},
        {"nummer": 1, "svarat": -1},
        {"sett": []},
        {"sett": {"b": "1"}},
    ):
        told = {"skrivare": "a", "nummer": 1, "svarat": 0, "version": "x", "markdown": "x", **wrong}
        assert page.post("/api/fraga/1.1", json=told).status_code == 400


def test_what_was_short_and_has_more_than_a_text_is_taken_in_with_all_else(page):
    say(page, 1, NEW)
    page.post("/api/fraga/1.2", json={"version": one(page, "1.2")["version"], "status": "klar"})
    page.portal.call(page.arbete.take_in)
    assert (one(page)["markdown"], one(page, "1.2")["status"]) == (NEW, "klar")


def test_an_answer_that_cannot_be_put_back_takes_no_other_with_it_and_is_asked_about(page, monkeypatch):
    say(page, 1, NEW)
    page.post("/api/fraga/1.2", json={"version": one(page, "1.2")["version"], "markdown": "Längre."})
    put = session_.put

    def refused(report, fraga, post):
        if fraga == "1.2":
            raise InputError("1.2 kan inte ändras så.")
        put(report, fraga, post)

    monkeypatch.setattr(session_, "put", refused)
    page.portal.call(page.arbete.take_in)
    assert one(page)["markdown"] == NEW
    strid = one(page, "1.2")["strid"]
    assert (strid["min"]["markdown"], strid["deras"]["markdown"]) == ("Längre.", "Kort.")
