"""Lines that are paragraphs or bullets of Word's: what is said of them, and where nothing is to be said."""

import pytest

from rapport.prose.markdown import parse

LONG = (
    "Under året har regionen tillsammans med kommunerna tagit fram en gemensam plan för kompetensförsörjningen, "
    "med särskild vikt vid vuxenutbildning på orter med långa restider."
)
SHORT = "Planen följs upp varje halvår."
WRAPPED = """\
Under året har regionen tillsammans med kommunerna tagit fram en gemensam plan för kompetensförsörjningen, med vikt
vid vuxenutbildning. Planen följs upp varje halvår och redovisas för nämnden tillsammans med de övriga planerna i länet.
Arbetet fortsätter nästa år."""


def said(text):
    return [(one.offset, one.message) for one in parse(text).problems]


@pytest.mark.parametrize(
    "text",
    [
        f"{LONG}\n{SHORT}",
        f"{SHORT}\n{LONG}",
        f"{LONG}[^1]\n**{SHORT}**\n\n[^1]: En not.",
        f"Kompetensförsörjning på lika villkor\n{LONG}",
        f"**Läget**\n{LONG}",
        f"{LONG}\nInsatserna är:\n- en\n- två",
    ],
)
def test_paragraphs_of_word_s_without_a_blank_line_between_are_said(text):
    assert said(text) == [(0, "Raderna blir ett stycke.")]


@pytest.mark.parametrize(
    "text",
    [
        f"{LONG}\n\n{SHORT}",
        f"{LONG}\\\n{SHORT}",
        f"{SHORT}\n{SHORT}\nEn rad till, en mening på varje rad.",
        WRAPPED,
        f"{WRAPPED}\n\n{WRAPPED.splitlines()[1]}\nArbetet fortsätter.",
        f"- {LONG}\n- {SHORT}",
        f"| {LONG} |\n|---|\n| {SHORT} |",
        f"Det som regionen har gjort under året är att\n{LONG}",
    ],
)
def test_a_text_broken_by_hand_is_not_said_to_be_paragraphs(text):
    assert "Raderna blir ett stycke." not in [message for _, message in said(text)]


def test_a_bullet_with_a_tab_is_a_list_and_no_table():
    assert [message.partition(" men ")[0] for _, message in said("•\tett\n•\ttvå")] == [
        "Raden börjar med ett punkttecken"
    ] * 2
