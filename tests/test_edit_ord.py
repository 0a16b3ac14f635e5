"""Words and waivers put into the files by a program: every other byte stays as it was."""

import pytest

from rapport.store.edit_waivers import with_reason, with_waiver
from rapport.store.edit_words import with_word
from rapport.store.yaml import parse

HEAD = 'mall: "2024"  # formuläret\nregion: Region Provlän\n'


def read(text):
    document, findings = parse(text, "x.yaml")
    assert document, findings
    return document


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "ordlista: [Ektesne]\n"),
        ("ordlista:\n", "ordlista: [Ektesne]\n"),
        ("ordlista: # våra ord\nsidhuvud: ja\n", "ordlista: [Ektesne] # våra ord\nsidhuvud: ja\n"),
        ("ordlista: []\n", "ordlista: [Ektesne]\n"),
        ("ordlista: Hedby\n", "ordlista: [Hedby, Ektesne]\n"),
        ("ordlista: Hedby, Å\n", 'ordlista: ["Hedby, Å", Ektesne]\n'),
        ("ordlista: [Hedby , 'Å']  # två\nsidhuvud: ja\n", "ordlista: [Hedby , 'Å', Ektesne]  # två\nsidhuvud: ja\n"),
        ("ordlista: [Hedby,\n  Å,\n]\n", "ordlista: [Hedby,\n  Å, Ektesne,\n]\n"),
        ("ordlista:\n- Hedby\n- Å  # ån\n\n# slut\n", "ordlista:\n- Hedby\n- Å  # ån\n- Ektesne\n\n# slut\n"),
        ("ordlista:\n    -   Hedby\nsidhuvud: ja", "ordlista:\n    -   Hedby\n    -   Ektesne\nsidhuvud: ja"),
        ("ordlista:\n  - Hedby", "ordlista:\n  - Hedby\n  - Ektesne"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_word_is_put_to_the_list_as_it_is_written(before, after, newline):
    head, before, after = (text.replace("\n", newline) for text in ("\ufeff" + HEAD, before, after))
    document = with_word(read(head + before), "Ektesne")
    assert document.bom + document.source == head + after


@pytest.mark.parametrize("listed", ["ordlista: [Ektesne]\n", "ordlista: {a: b}\n", "ordlista:\n- |\n  Hedby\n- - å\n"])
def test_a_list_that_has_the_word_or_is_none_is_left_alone(listed):
    assert with_word(read(HEAD + listed), "Ektesne") is None


def test_a_word_with_signs_is_quoted():
    assert with_word(read(HEAD + "ordlista: [a]\n"), "Ek: tesne").source.endswith('ordlista: [a, "Ek: tesne"]\n')


AREA = "# överst\nområde: 1\nsvar:\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            '  "1.1": |\n    Ett.\n\n    Två.\n  # slut\n',
            '  "1.1":\n    tillåt: {lix: "•"}\n    text: |\n      Ett.\n\n      Två.\n  # slut\n',
        ),
        ('  "1.1": Kort svar.\n', '  "1.1":\n    tillåt: {lix: "•"}\n    text: Kort svar.\n'),
        (
            '  "1.1":\n    status: klar  # ja\n    # om texten\n    text: |\n      Ett.\n',
            '  "1.1":\n    status: klar  # ja\n    # om texten\n    tillåt: {lix: "•"}\n    text: |\n      Ett.\n',
        ),
        ('  "1.1": {text: Ett., kryss: ja}\n', '  "1.1": {tillåt: {lix: "•"}, text: Ett., kryss: ja}\n'),
        ('  "1.1":\n    kryss: ja\n', '  "1.1":\n    tillåt: {lix: "•"}\n    kryss: ja\n'),
        (
            '  "1.1":\n    tillåt: {organ: Så heter det.}\n    text: Ett.\n',
            '  "1.1":\n    tillåt: {organ: Så heter det., lix: "•"}\n    text: Ett.\n',
        ),
        (
            '  "1.1":\n    tillåt:\n      organ: Så.\n    text: Ett.\n',
            '  "1.1":\n    tillåt:\n      organ: Så.\n      lix: "•"\n    text: Ett.\n',
        ),
        ('  "1.1":\n    tillåt:\n    text: Ett.\n', '  "1.1":\n    tillåt:\n      lix: "•"\n    text: Ett.\n'),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_waiver_is_put_to_an_answer_and_its_reason_left_to_write(before, after, newline):
    head, before, after = (text.replace("\n", newline) for text in (AREA, before, after))
    document, at = with_waiver(read(head + before), "1.1", "lix")
    assert document.source[:at] + "•" + document.source[at:] == head + after


@pytest.mark.parametrize(
    "entry", ['  "1.1":\n', '  "1.2": Ett.\n', '  "1.1":\n    tillåt: {lix: ""}\n    text: Ett.\n', '  "1.1": [a]\n']
)
def test_no_waiver_where_there_is_one_or_no_answer(entry):
    assert with_waiver(read(AREA + entry), "1.1", "lix") is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("    tillåt: {lix: Citat.}\n    text: Ett.\n", "    text: Ett.\n"),
        ("    text: Ett.\n    tillåt: {lix: Citat.}  # Sara\n", "    text: Ett.\n    # Sara\n"),
        ("    tillåt: {lix: Citat., organ: Så.}\n    text: Ett.\n", "    tillåt: {organ: Så.}\n    text: Ett.\n"),
        ("    tillåt: {organ: Så., lix: Citat.}\n    text: Ett.\n", "    tillåt: {organ: Så.}\n    text: Ett.\n"),
        (
            "    text: |\n      Ett.\n    tillåt: # våra\n      # beslutat\n      lix: Citat. # Sara\n",
            "    text: |\n      Ett.\n    # våra\n    # beslutat\n    # Sara\n",
        ),
        (
            "    tillåt:\n      organ: Så.\n      # om lix\n      lix: |\n        Citat.\n    text: Ett.\n",
            "    tillåt:\n      organ: Så.\n      # om lix\n    text: Ett.\n",
        ),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_waiver_is_taken_back_and_comments_stay(before, after, newline):
    head, before, after = (text.replace("\n", newline) for text in (AREA + '  "1.1":\n', before, after))
    assert (
        with_reason(read(head + before + "# slut" + newline), "1.1", "lix", "").source
        == head + after + "# slut" + newline
    )


@pytest.mark.parametrize(
    "entry",
    ['  "1.1":\n    text: Ett.\n', '  "1.1": {text: Ett.}\n', '  "1.1":\n    tillåt: {lix: a}\n    text: Ett.\n'],
)
def test_a_waiver_with_its_reason_is_given_changed_and_taken_back(entry):
    document = read(AREA + entry)
    given = with_reason(document, "1.1", "lix", "Citatet: ”så” skrivs det # alltid.")
    assert "Citatet: ”så” skrivs det # alltid." in given.source
    changed = with_reason(given, "1.1", "lix", "Beslutat.")
    assert "lix: Beslutat." in changed.source
    again = with_reason(changed, "1.1", "lix", "")
    assert again.source == (AREA + entry).replace("    tillåt: {lix: a}\n", "")
    assert with_reason(again, "1.1", "lix", "") is again


def test_an_empty_answer_can_have_a_waiver_and_none_that_is_missing():
    assert "tillåt: {lix: Citat.}" in with_reason(read(AREA + '  "1.1":\n'), "1.1", "lix", "Citat.").source
    assert with_reason(read(AREA + '  "1.2": Ett.\n'), "1.1", "lix", "Citat.") is None
