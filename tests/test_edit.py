"""Writing back changes the value and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.store.edit import replace_text, set_text
from rapport.store.yaml import nfc, parse
from rapport.workflow import open_report

SOURCE = """\
# överst
område: 1     # en kommentar
svar:
  "1.1": |
    Kort form.

    Andra stycket.

  # mellan
  "1.2":
    text: >-   # vikt
      Vikt
      text.
    status: 'klar'
  1.3: {kryss: [ja], text: "citat \\u00e5"}   # flöde
  "1.4":
    text:      # tomt
    kommentar:
      vanlig text
      på två rader
  "1.5": |

  # sist
"""
KEYS = [
    ("svar", "1.1"),
    ("svar", "1.2", "text"),
    ("svar", "1.2", "status"),
    ("svar", "1.3", "text"),
    ("svar", "1.4", "text"),
    ("svar", "1.4", "kommentar"),
    ("svar", "1.5"),
    ("område",),
]
texts = st.text(st.one_of(st.sampled_from("ab å\n\n |>-#:'\"\\{}[]*&\t"), st.characters(exclude_categories=("Cs",))))


def variants(source):
    return [source, source.replace("\n", "\r\n"), "\ufeff" + source, source.rstrip("\n")]


@pytest.mark.parametrize("source", variants(SOURCE))
def test_a_value_replaced_by_itself_leaves_the_file_as_it_was(source):
    document, _ = parse(source, "f.yaml")
    for keys in KEYS:
        document = replace_text(document, keys, document.find(keys).text)
    assert document.bom + document.source == source


@given(st.sampled_from(variants(SOURCE)), st.sampled_from(KEYS), texts)
def test_a_new_text_reads_back_and_all_else_is_untouched(source, keys, text):
    before, _ = parse(source, "f.yaml")
    after = replace_text(before, keys, text)
    assert after.find(keys).text == nfc(text)
    for other in KEYS:
        if other != keys:
            assert after.find(other).text == before.find(other).text
    comments = [line.partition("#")[2] for line in SOURCE.split("\n") if "#" in line]
    assert all("#" + comment in after.source for comment in comments)
    back = replace_text(after, keys, before.find(keys).text)
    untouched = [line for line in before.source.splitlines() if line.strip() and line in back.source]
    assert len(untouched) >= len(SOURCE.splitlines()) - 8  # the value's own lines may be written another way


def test_a_saved_file_holds_the_new_text(folder):
    path = folder(**{"1": SOURCE.replace("\n", "\r\n")})
    report = open_report(path)
    report.set("1.1", text="Ny text.\nTvå rader.\n")
    file = path / "1.yaml"
    assert report.save() == [file]
    assert b'  "1.1": |\r\n    Ny text.\r\n    Tv\xc3\xa5 rader.\r\n\r\n  # mellan\r\n' in file.read_bytes()
    assert set(path.iterdir()) == {file, path / "rapport.yaml", path / ".rapport"}


def test_a_path_to_no_text_is_refused():
    document, _ = parse(SOURCE, "f.yaml")
    with pytest.raises(KeyError):
        replace_text(document, ("svar", "9.9"), "x")


NEW = [
    ("svar", "1.9"),
    ("svar", "1.2", "kommentar"),
    ("svar", "1.3", "kommentar"),
    ("svar", "1.1", "kommentar"),
    ("svar", "1.5", "text"),
    ("ansvarig",),
]


@given(st.sampled_from(variants(SOURCE)), st.sampled_from(NEW), texts)
def test_a_key_can_be_added_and_all_else_is_untouched(source, keys, text):
    before, _ = parse(source, "f.yaml")
    after = set_text(before, keys, text)
    assert after.find(keys).text == nfc(text)
    for other in KEYS:
        long_form = (*other, "text") if other == keys[:-1] else other
        if long_form != keys:
            assert after.find(long_form).text == before.find(other).text
    comments = [line.partition("#")[2] for line in SOURCE.split("\n") if "#" in line]
    assert all("#" + comment in after.source for comment in comments)


def test_an_empty_file_of_answers_takes_its_first():
    document, _ = parse("område: 1\nsvar:\n", "f.yaml")
    document = set_text(document, ("svar", "1.1"), "Ett.\n\nTvå.\n")
    assert document.source == 'område: 1\nsvar:\n  "1.1": |\n    Ett.\n\n    Två.\n'
    assert set_text(document, ("svar", "1.2"), "x\n").source.endswith('    Två.\n  "1.2": |\n    x\n')


def test_an_empty_answer_in_braces_takes_its_first_key():
    document, _ = parse('område: 5\nsvar: {"5.1d": {}}\n', "f.yaml")
    document = set_text(document, ("svar", "5.1d", "kryss"), "ej aktuellt")
    assert document.source == 'område: 5\nsvar: {"5.1d": {kryss: ej aktuellt}}\n'
    document = set_text(document, ("svar", "5.1d", "status"), "klar")
    assert document.source == 'område: 5\nsvar: {"5.1d": {kryss: ej aktuellt, status: klar}}\n'


@pytest.mark.parametrize(
    ("source", "becomes"),
    [
        ("a:\n  kryss: [ja, nej]  # två\n  t: y\n", "a:\n  kryss: nej  # två\n  t: y\n"),
        ("a: {kryss: [], t: y}\n", "a: {kryss: nej, t: y}\n"),
    ],
)
def test_a_list_on_one_line_is_replaced_by_a_text(source, becomes):
    document, _ = parse(source, "1.yaml")
    assert replace_text(document, ("a", "kryss"), "nej").source == becomes


def test_a_list_on_several_lines_is_no_text():
    document, _ = parse("a:\n  kryss:\n    - ja\n", "1.yaml")
    with pytest.raises(KeyError):
        replace_text(document, ("a", "kryss"), "nej")
