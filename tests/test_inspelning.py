"""The findings on whole reports are those recorded; see inspelning.py for how to record them again."""

import pytest
from inspelning import RECORDINGS, difference, recorded


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """Return a function that gives the findings on a report by its name, each report checked once."""
    known = {}

    def of(name):
        recording = RECORDINGS[name]
        if not recording.report.is_dir():
            pytest.skip(f"redovisningen finns inte här (../shared/{recording.report.name})")
        if name not in known:
            known[name] = recording.findings(tmp_path_factory.mktemp(name))
        return known[name]

    return of


def marked(name):
    fast = "slarvig"  # with findings of many rules
    return pytest.param(name, marks=[pytest.mark.langsam] * (name != fast))


@pytest.mark.parametrize("name", [marked(name) for name in RECORDINGS])
def test_the_findings_are_those_recorded(name, found):
    differs = difference(recorded(name), found(name))
    assert not differs, "\n".join(["", *differs])


def test_a_difference_says_what_is_missing_new_and_moved():
    (one, two, *_) = recorded("slarvig")
    assert difference([one, two], [two, one]) == []
    assert difference([one], [one, one])[0].startswith("nytt:")
    assert difference([one, two], [two])[0].startswith("saknas:  1-likvardiga-mojligheter.yaml:8:234 [227]")
    (moved,) = difference([one, two], [two, one | {"column": 999}])
    assert moved.startswith("flyttat: ")
    assert "8:234" in moved
    assert "8:999" in moved
