"""The links of compounds, learned from a dictionary: here from one of a few words."""

from types import SimpleNamespace

import pytest

from rapport.checks.spelling.linking import Linking

# A word, and the flags that hunspell's Swedish dictionary would give it: D is a noun's, X begins a compound as it is,
# v with an s, x with an o, Z is only a first part.
WORDS = """
utveckling/Dv plan/DX chef/DX arbete/D stöd/D verk/D mål/D hälsa/D skydd/D vård/D kraft/D land/D arbetsplan/D
arbetsmål/D arbetskraft/D arbetsvård/D landskydd/D landkraft/D landsplan/D landsvård/D hälsovård/D hälsoskydd/D
hälsomål/D hälsoplan/D samverkans/Z kultur/DX kulturchef/D kulturplan/D kulturstöd/D bolag/D
"""


@pytest.fixture
def linking():
    pairs = [word.split("/") for word in WORDS.split()]
    return Linking(SimpleNamespace(stem=stem, flags=set(flags)) for stem, flags in pairs)


@pytest.mark.parametrize(
    ("head", "right"),
    [
        ("utveckling", "utvecklings"),  # by its flags alone
        ("arbet", "arbets"),  # by its compounds alone
        ("hälsa", None),  # a whole word needs more compounds than four
        ("kulturs", "kultur"),  # by both
        ("plans", None),  # an s too many needs compounds that lack it
        ("samverkan", "samverkans"),  # by a listed first part
        ("land", None),  # both forms
        ("lands", None),
        ("bolag", None),  # nothing is known
        ("okänt", None),
        ("utvecklings", None),
        ("arbets", None),
        ("", None),
    ],
)
def test_what_a_first_part_should_be(linking, head, right):
    assert linking.instead(head) == right


def test_the_end_of_a_long_first_part_tells_only_where_it_always_has_an_s():
    words = Linking(
        SimpleNamespace(stem=stem, flags=set(flags)) for stem, flags in [("näring", "Dvf"), ("värde", "Dv")]
    )
    assert words.instead_of_long("besöksnäring") == "besöksnärings"
    assert words.instead_of_long("batterivärde") is None
    assert words.instead_of_long("besöksnärings") is None
