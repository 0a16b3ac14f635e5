"""Where a cursor stands in a report's YAML, told from the text alone."""

import pytest

from rapport.store.cursor import cursor_at

TEXT = """område: 1
ansvarig:    # vem
svar:
  "1.1": |
    Text här {{ aren

    mer: text
  # 1.2 är svår
  "1.2":
    status: kl
    tillåt: {dubbelt-ord: Så heter det, up}
    kryss: [ja, ne]
    text: |  # svaret

      Prosa.

  "1.
  "1.4": Kort svar
    forts
  "1.5": {kryss: ej a, "text": "hej: du"}
  "1.6":
    kryss:
      - ja
ordlista:
- RIS
"""


def at(mark, text=TEXT):
    """Return the place that ¦ is at in some words of the text."""
    before, _, after = mark.partition("¦")
    assert text.count(before + after) == 1, mark
    return text.index(before + after) + len(before)


CASES = [
    ("omr¦åde", "key", (), "område"),
    ("område: 1¦", "value", ("område",), "1"),
    ("ansvarig: ¦ ", "value", ("ansvarig",), ""),
    ("# v¦em", "nothing", ("ansvarig",), ""),
    ('  "1¦.1"', "key", ("svar",), '"1.1"'),
    ("{{ ar¦en", "text", ("svar", "1.1"), "Text här {{ aren"),
    ("mer:¦ text", "text", ("svar", "1.1"), "mer: text"),
    ("är sv¦år", "nothing", (), ""),
    ("stat¦us", "key", ("svar", "1.2"), "status"),
    ("status: kl¦", "value", ("svar", "1.2", "status"), "kl"),
    ("{dub¦belt", "key", ("svar", "1.2", "tillåt"), "dubbelt-ord"),
    ("Så h¦eter", "value", ("svar", "1.2", "tillåt", "dubbelt-ord"), "Så heter det"),
    ("up¦}", "key", ("svar", "1.2", "tillåt"), "up"),
    ("ne¦]", "value", ("svar", "1.2", "kryss"), "ne"),
    ("text: |  # sv¦aret", "nothing", ("svar", "1.2", "text"), ""),
    ("Pro¦sa", "text", ("svar", "1.2", "text"), "Prosa."),
    ('  "1.¦\n', "key", ("svar",), '"1.'),
    ('"1.4": Ko¦rt', "text", ("svar", "1.4"), "Kort svar"),
    ("for¦ts", "text", ("svar", "1.4"), "forts"),
    ("{kryss: ej¦ a", "value", ("svar", "1.5", "kryss"), "ej a"),
    ("hej: d¦u", "value", ("svar", "1.5", "text"), '"hej: du"'),
    ("- j¦a", "value", ("svar", "1.6", "kryss"), "ja"),
    ("- RI¦S", "value", ("ordlista",), "RIS"),
]


@pytest.mark.parametrize(("mark", "kind", "keys", "token"), CASES)
@pytest.mark.parametrize(("newline", "bom"), [("\n", ""), ("\r\n", "\ufeff"), ("\r", "")])
def test_where_a_cursor_stands(mark, kind, keys, token, newline, bom):
    text = bom + TEXT.replace("\n", newline)
    cursor = cursor_at(text, at(mark.replace("\n", newline), text))
    assert (cursor.kind, cursor.keys, text[cursor.start : cursor.end]) == (kind, keys, token)


def test_an_empty_line_is_what_its_column_says():
    text = 'område: 1\nsvar:\n  "1.1":\n    text: |\n      Prosa.\n'
    found = [cursor_at(text + " " * n, len(text) + n) for n in range(7)]
    ways = [((), ("svar",), ("svar", "1.1"), ("svar", "1.1", "text"))[number] for number in (0, 1, 1, 2, 2, 3, 3)]
    assert [one.keys for one in found] == ways
    assert [one.kind for one in found] == ["key"] * 5 + ["text"] * 2


def test_an_empty_line_goes_on_with_what_is_above_it():
    text = 'område: 1\nsvar:\n  "1.1":\n    status: klar\n    '
    cursor = cursor_at(text, len(text))
    assert (cursor.kind, cursor.keys, cursor.siblings) == ("key", ("svar", "1.1"), ("status",))


def test_every_place_of_every_beginning_is_somewhere():
    for end in range(len(TEXT) + 1):
        for offset in {*range(max(0, end - 12), end + 1), end // 2}:
            cursor = cursor_at(TEXT[:end], offset)
            assert 0 <= cursor.start <= max(offset, cursor.end) <= end
