"""What tests share: report folders made on the spot, and the real report where it is at hand."""

import gc
import os
import shutil
import sys
from pathlib import Path

import pytest
from hypothesis import settings
from langsamma import is_slow
from redigerarprov import redigerarprov  # noqa: F401 - a fixture

from rapport.store.mall import load_mall
from rapport.store.shelf import form_folder

# The same examples every time: a test that fails on one machine fails on all.
# By hand, for long: pytest --hypothesis-profile grundlig
settings.register_profile("rapport", derandomize=True, deadline=None, max_examples=60)
settings.register_profile("grundlig", deadline=None, max_examples=1000)
settings.load_profile("rapport")

# Two thousand tests keep much alive: looking through it all as often as usual took a third of their time.
gc.set_threshold(200_000, 20, 50)

# A Python that is told to keep nothing compiled would compile the program anew each time that a test starts it.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
REAL_REPORT = SHARED / "verklig-rapport-2024"
BUILT = shutil.ignore_patterns("redovisning-*", ".rapport*")  # what the program may have made in the example's folder
# What only Unix can do: leave a process where it stands, take somebody's rights away, give a file to another.
on_unix = pytest.mark.skipif(os.name == "nt", reason="så gör inget Windows")
CACHE_HOMES = ("XDG_CACHE_HOME", "XDG_STATE_HOME", "WIN_PD_OVERRIDE_LOCAL_APPDATA")  # what platformdirs is told by
RAPPORT = 'mall: "2024"\nregion: Region Provlän\når: 2025\n'


def pytest_collection_modifyitems(items):
    """Mark what the fast lane leaves out: pytest -m "not langsam"."""
    for item in items:
        if is_slow(item.path.stem, item.originalname):
            item.add_marker("langsam")


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory):
    """Keep what the tests remember between them out of the user's own cache folder."""
    path = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        for name in CACHE_HOMES:
            patch.setenv(name, str(path))
        yield path / "rapport"


@pytest.fixture(scope="session")
def mall():
    return load_mall(form_folder("2024"))


@pytest.fixture
def real_report():
    if not REAL_REPORT.is_dir():
        pytest.skip("den verkliga redovisningen finns inte här (../shared/verklig-rapport-2024)")
    return REAL_REPORT


@pytest.fixture
def folder(tmp_path):
    """Return a function that makes a report folder of files by name."""

    def make(**files):
        path = tmp_path / "redovisning"
        path.mkdir()
        for name, text in {"rapport": RAPPORT, **files}.items():
            content = text if isinstance(text, bytes) else text.encode("utf-8")
            (path / f"{name}.yaml").write_bytes(content)
        return path

    return make
