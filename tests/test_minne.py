"""What rules said before is kept on disk, and is never said of anything but what it was said of."""

import json

import pytest
from conftest import CACHE_HOMES

from rapport.checks.memory import key_of_svar
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.prose.blocks import Paragraph, Text
from rapport.workflow import open_report
from rapport.workflow.load import load, load_form

TEXT = "Vi har arbetat med stöd till företag i hela länet och samlat dem kring gemensamma mål, tex 2021-2024."


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    for name in CACHE_HOMES:
        monkeypatch.setenv(name, str(tmp_path / "minne"))
    return tmp_path / "minne"


@pytest.fixture
def path(tmp_path):
    return a_report(tmp_path / "i-ar", TEXT)


def a_report(path, text, before=""):
    path.mkdir(exist_ok=True)
    (path / "rapport.yaml").write_text('mall: "2024"\nregion: Region Sundmark\når: 2025\n', "utf-8")
    (path / "1.yaml").write_text(f'område: 1\nsvar:\n{before}  "1.1": |\n    {text}\n', "utf-8")
    return path


def findings(path, forra=None):
    return open_report(path).check(forra=load(forra).underlag if forra else None).findings


def kept(cache):
    (file,) = cache.rglob("granskningar/*.json")
    return file


def test_an_answer_that_has_moved_in_the_earlier_report_is_found_where_it_is_now(path, tmp_path):
    forra = a_report(tmp_path / "i-fjol", TEXT)
    for before in ("", "  # en rad till\n"):
        a_report(forra, TEXT, before)
        (found,) = [f for f in findings(path, forra) if f.rule == "fjolarstext"]
        assert found.related[0].place.line == 3 + bool(before)


def test_a_figure_in_an_address_is_part_of_the_answer():
    keys = set()
    for href in (None, "https://exempel.se"):
        svar = Svar("1.1", (Paragraph((Text("sidan", href=href),)),), markdown="[sidan]({{ lank }})")
        keys.add(key_of_svar(["korshanvisning"], svar, Redovisning(load_form("2024"))))
    assert len(keys) == 2


@pytest.mark.parametrize(
    "value", [None, 3, "x", {}, [3], [["intervall", {}]], [["intervall", {"nej": 1}]], [["nej", 1]]]
)
def test_what_is_not_as_it_was_written_is_as_good_as_nothing(path, cache, value):
    before = findings(path)
    seal, _, body = kept(cache).read_bytes().partition(b"\n")
    said = json.loads(body)
    assert len(said) > 3
    for key in said:
        kept(cache).write_bytes(seal + b"\n" + json.dumps(said | {key: value}).encode("utf-8"))
        assert findings(path) == before


def test_a_file_of_any_sort_is_as_good_as_none(path, cache):
    before = findings(path)
    good, file = kept(cache).read_bytes(), kept(cache)
    for raw in (b"", b"{}", b"null", good[:-1], good[:200], good + b" ", good.partition(b"\n")[0], b"\0" * 9_000_000):
        file.write_bytes(raw)
        assert findings(path) == before
    file.unlink(missing_ok=True)
    file.symlink_to("/dev/zero")
    assert findings(path) == before
