"""What differs between two texts, as the page shows it."""

from rapport.webb.ordat import ordat

LONG = "en lång rad ord som båda texterna har och som ingen har ändrat sedan den skrevs i våras"


def joined(found, *kinds):
    return "".join(text for kind, text in found if kind in kinds)


def test_what_is_gone_and_what_is_new_are_each_in_one_piece():
    was, now = f"Mina egna ord står först här, {LONG}.", f"Saras text står nu här i stället, {LONG}."
    found = ordat(was, now)
    assert [kind for kind, _ in found] == ["gone", "new", "same"]
    assert (joined(found, "gone", "same"), joined(found, "new", "same")) == (was, now)


def test_a_text_written_anew_is_shown_whole():
    was, now = "Regionen fördelade medel till tre orter.", "Nämnden bjöd in alla bolag för samtal om kraft och vatten."
    assert [kind for kind, _ in ordat(was, now)] == ["gone", "same", "new"]


def test_a_lone_change_stays_as_small_as_it_is():
    assert [one for one in ordat(f"Tolv av {LONG}", f"Tretton av {LONG}") if one[0] != "same"] == [
        ("gone", "Tolv"),
        ("new", "Tretton"),
    ]
