"""What forms words are, by the dictionary's own paradigms."""

import pytest

from rapport.checks.spelling import dictionary, paradigms, remembered
from rapport.checks.spelling.paradigms import Paradigms


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    """Give a test a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("WIN_PD_OVERRIDE_LOCAL_APPDATA", str(tmp_path / "cache"))
    return tmp_path / "cache" / "rapport" / "ordformer.json"


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("insats", "us"),
        ("insatsen", "ud"),
        ("insatser", "up"),
        ("insatserna", "uq"),
        ("program", "np ns"),
        ("programmet", "nd"),
        ("programmen", "nq"),
        ("arbete", "ns"),
        ("arbeten", "np"),
        ("museerna", "nq"),
        ("ledare", "up us"),
        ("forskaren", "ud"),
        ("regionens", "g"),
        ("regional", "au"),
        ("regionalt", "an"),
        ("regionala", "aw"),
        ("utbildade", "aw v"),
        ("ökad", "au"),
        ("större", "ai"),
        ("ekonomiska", "aw"),
        ("bredbandsstrategin", "ud"),
        ("kompetensförsörjningsprogrammen", "nq"),
        ("kompetensråd", "np ns"),
        ("välutbildad", "au"),
        ("xyzzy", ""),
        ("data", ""),
    ],
)
def test_a_word_is_what_the_dictionary_says_of_it(word, forms):
    assert Paradigms().forms(word) == frozenset(forms.split())


def test_what_was_asked_before_loads_no_dictionary(own_cache, monkeypatch):
    first = Paradigms()
    asked = [first.forms(word) for word in ("insatserna", "xyzzy")]
    first.save()
    assert own_cache.exists()
    monkeypatch.setattr(dictionary, "_loaded", lambda path: pytest.fail(f"{path} loaded"))
    monkeypatch.setattr(paradigms, "_forms", lambda word: pytest.fail(f"{word} asked for"))
    again = Paradigms()
    assert [again.forms(word) for word in ("insatserna", "xyzzy")] == asked


def test_another_version_of_the_dictionary_knows_nothing(monkeypatch):
    first = Paradigms()
    first.forms("insatserna")
    first.save()
    monkeypatch.setattr(remembered, "version", lambda: "another")
    assert Paradigms().said.read() == {}


def test_nothing_is_written_where_nothing_is_new(own_cache):
    Paradigms().save()
    assert not own_cache.exists()


def test_what_is_kept_is_capped_to_what_was_used(monkeypatch):
    monkeypatch.setattr(remembered, "MOST_WORDS", 2)
    one = Paradigms()
    for word in ("insats", "arbete", "program"):
        one.forms(word)
    one.save()
    assert one.said.read().keys() == {"arbete", "program"}
