"""Where the index of papers is kept: beside the report where that is a good place, or else in the user's cache."""

import os
import subprocess
from types import SimpleNamespace

import pytest
from conftest import RAPPORT

from rapport.cli.main import run
from rapport.sources import index_file


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "redovisning"
    (path / "kallor").mkdir(parents=True)
    (path / "rapport.yaml").write_text(RAPPORT, "utf-8")
    (path / "kallor/beslut.txt").write_text("Stöd till butiker i länet.", "utf-8")
    return path


def search(report):
    before = {file.name for file in report.iterdir()}
    assert run(["underlag", "sok", "butiker", "--i", str(report)]) == 0
    return {file.name for file in report.iterdir()} - before


def test_in_windows_nothing_is_written_in_the_report(report, cache, monkeypatch):
    monkeypatch.setattr(index_file, "os", SimpleNamespace(name="nt", access=os.access, W_OK=os.W_OK))
    kept = len(list(cache.glob("kallor-*.sqlite")))
    assert search(report) == set()
    assert len(list(cache.glob("kallor-*.sqlite"))) == kept + 1


def test_elsewhere_it_lies_beside_the_report(report):
    assert search(report) == {index_file.FILE}


def test_a_folder_that_says_it_can_be_written_and_cannot_is_left_alone(report, cache, monkeypatch):
    """As a share, or Controlled Folder Access, has it: the rights say yes, and every new file is refused."""

    def refused(self, *_, **__):
        raise PermissionError(13, "refused", str(self))

    monkeypatch.setattr("pathlib.Path.touch", refused)
    kept = len(list(cache.glob("kallor-*.sqlite")))
    assert search(report) == set()
    assert len(list(cache.glob("kallor-*.sqlite"))) == kept + 1


def test_a_folder_on_a_disk_that_is_read_only(report, cache):
    """A real one, where we may mount: root too is refused."""
    bound = subprocess.run(["mount", "--bind", report, report], check=False, capture_output=True)  # noqa: S607
    if bound.returncode:
        pytest.skip("här får ingen disk monteras")
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", report], check=True, capture_output=True)  # noqa: S607
        kept = len(list(cache.glob("kallor-*.sqlite")))
        assert search(report) == set()
        assert len(list(cache.glob("kallor-*.sqlite"))) == kept + 1
    finally:
        subprocess.run(["umount", report], check=True, capture_output=True)  # noqa: S607
