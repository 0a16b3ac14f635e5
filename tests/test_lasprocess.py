"""Papers read in a process of their own: whatever becomes of it, we go on, and the paper says why it was not read."""

import json
import os
import subprocess
import sys
import time
import zlib

import pytest
from conftest import ROOT
from test_papper import pdf, with_object

from rapport import apart
from rapport.apart import MEMORY
from rapport.errors import InputError
from rapport.sources.index_file import open_index
from rapport.sources.paper import Paper
from rapport.sources.readers import OWN_READERS
from rapport.sources.worker import PaperReader

READERS = {".pdf": "misreaders:obey", ".txt": lambda file: [file.read_text("utf-8")]}
needs_limits = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="systemet begränsar inte minnet")


@pytest.fixture
def paper(tmp_path):
    """Return a function that makes a paper, read by a reader that does what the paper says."""

    def make(name, text):
        file = tmp_path / name
        file.write_text(text, "utf-8")
        return Paper(name, file)

    return make


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("avbryt", "avbrytas"),
        ("sluta", "avbrytas"),
        ("halvvägs", "avbrytas"),
        ("häng", "på 4 sekunder"),
        pytest.param("svälj", "mer minne än 600 MB", marks=needs_limits),
        ("snubbla", "fel i programmet (KeyError)"),
    ],
)
def test_a_paper_that_brings_its_reader_down_is_named_and_the_others_are_read(paper, text, words):
    papers = [paper("a.pdf", "Om tåg."), paper("b.pdf", text), paper("c.pdf", "Om flyg."), paper("d.txt", "Om båt.")]
    index = open_index(None)
    started = time.monotonic()
    with PaperReader(READERS, seconds=4, pause=60) as reader:
        assert index.update(papers, reader.read, lambda _done, _total: None) == 4
    assert time.monotonic() - started < 20
    assert {name: [s.text for s in index.snippets(name)] for name in ("a.pdf", "b.pdf", "c.pdf", "d.txt")} == {
        "a.pdf": ["Om tåg."],
        "b.pdf": [],
        "c.pdf": ["Om flyg."],
        "d.txt": ["Om båt."],
    }
    (finding,) = index.findings()
    index.connection.close()
    assert (finding.rule, finding.place.path) == ("kallor", "b.pdf")
    assert finding.message.startswith("b.pdf ")
    assert words in finding.message
    assert finding.hint


@needs_limits
def test_a_small_pdf_that_swells_is_named_and_the_next_is_read(tmp_path):
    """A kilobyte or two that become nine hundred megabytes."""
    squeezer = zlib.compressobj(1)
    once = b"".join(squeezer.compress(bytes(10_000_000)) for _ in range(90)) + squeezer.flush()
    twice = zlib.compress(once, 9)
    head = b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>" % len(twice)
    (tmp_path / "a.pdf").write_bytes(with_object(pdf(["Om tåg."]), 5, head + b"\nstream\n" + twice + b"\nendstream"))
    (tmp_path / "b.pdf").write_bytes(pdf(["Om tåg."]))
    with PaperReader(OWN_READERS, memory=500_000_000) as reader:
        swollen, sound = (reader.read(Paper(name, tmp_path / name)) for name in ("a.pdf", "b.pdf"))
    assert "för mycket minne" in swollen.fault[0]
    assert sound.snippets[0].text == "Om tåg."


def test_what_a_parser_prints_is_not_taken_for_its_answer(paper):
    with PaperReader(READERS) as reader:
        for name in ("a.pdf", "b.pdf"):
            assert reader.read(paper(name, f"prata om {name}")).snippets[0].text == f"prata om {name}"


def test_one_process_reads_many_papers_and_a_new_one_only_after_a_failure(paper, monkeypatch):
    started = []
    start = apart.start

    def counted(*arguments):
        started.append(start(*arguments))
        return started[-1]

    monkeypatch.setattr(apart, "start", counted)
    with PaperReader(READERS) as reader:
        reader.read(paper("a.txt", "Om tåg."))
        assert started == []
        for _ in range(3):
            assert reader.read(paper("a.pdf", "Om tåg.")).snippets
        assert len(started) == 1
        assert reader.read(paper("b.pdf", "avbryt")).fault
        assert reader.read(paper("a.pdf", "Om tåg.")).snippets
    assert len(started) == 2
    assert all(process.poll() is not None for process in started)


def test_a_process_whose_owner_is_gone_ends_by_itself(paper):
    process = apart.start(MEMORY, 0.5)
    question = ["rapport.sources.worker:read_apart", "a.pdf", str(paper("a.pdf", "häng").file), "misreaders:obey"]
    process.stdin.write(json.dumps(question).encode() + b"\n")
    process.stdin.flush()
    assert process.wait(30) != 0
    process.stdin.close()
    process.stdout.close()


def test_a_system_that_starts_no_process_says_so(paper, monkeypatch):
    monkeypatch.setattr(sys, "executable", str(ROOT / "finns-inte"))
    with PaperReader(READERS) as reader, pytest.raises(InputError, match="startar ingen ny process"):
        reader.read(paper("a.pdf", "Om tåg."))


def test_modules_in_the_current_folder_are_not_taken_for_ours(paper, tmp_path):
    (tmp_path / "json.py").write_text("raise SystemExit('fel modul')", "utf-8")
    code = (
        "import sys; sys.path = [p for p in sys.path if p]; from pathlib import Path;"
        "from rapport.sources.worker import PaperReader; from rapport.sources.paper import Paper;"
        "reader = PaperReader({'.pdf': 'misreaders:obey'}); reader.__enter__();"
        "print(reader.read(Paper('a', Path('a.pdf').absolute())).fault); reader.__exit__()"
    )
    paper("a.pdf", "Om tåg.")
    path = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests")])}
    done = subprocess.run(
        [sys.executable, "-P", "-c", code], cwd=tmp_path, env=path, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "None"
