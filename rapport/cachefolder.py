"""Where this user's system keeps what can always be made again, and files in it that are worth nothing beyond time.

A file that is not there, damaged or of another version is as good as none, and where it cannot be written the next
run is as slow as this one. Two runs at once do no harm: each puts a whole file in place, and the last one wins.
"""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from threading import get_ident
from typing import Any

_MOST_BYTES = 2**23
_MOST_FILES = 200
_HERE = Path(__file__).resolve().parent


def cache_folder() -> Path | None:
    """Return our cache folder of this user on this system, made or not; None where there is none."""
    from platformdirs import user_cache_path

    path = user_cache_path("rapport", appauthor=False, opinion=False)
    return path if path.is_absolute() else None  # a user without a home has ~ for one


def read_cache(name: str, version: str) -> dict[str, Any]:
    """Return what was kept under a name by the same version; nothing where that is not there whole."""
    with suppress(OSError, ValueError, RecursionError):
        file = _file(name)
        if file and file.is_file() and file.stat().st_size <= _MOST_BYTES:
            seal, _, body = file.read_bytes().partition(b"\n")
            if seal == _seal(version, body):
                kept: dict[str, Any] = json.loads(body.decode("utf-8", "surrogatepass"))
                return kept
    return {}


def write_cache(name: str, version: str, data: Mapping[str, Any]) -> None:
    """Keep plain data under a name, where the system lets us; of very many files in a folder, those written last."""
    file = _file(name)
    if not file:
        return
    body = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    temporary = file.with_name(f".{file.stem}-{os.getpid()}-{get_ident()}")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            temporary.write_bytes(_seal(version, body) + b"\n" + body)
            temporary.replace(file)
        finally:
            temporary.unlink(missing_ok=True)
        _forget_oldest(file.parent)


def _seal(version: str, body: bytes) -> bytes:
    """Return the first line of a file that this version has written, and that has come to no harm since."""
    return f"{digest(version)} {sha256(body).hexdigest()}".encode()


def digest(text: str) -> str:
    """Return a short name for a text that no other text has."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:24]


@cache
def code_version() -> str:
    """Return what tells this program, and the libraries beside it, from any other version of them."""
    stamps = sorted((entry.path, entry.stat().st_mtime_ns, entry.stat().st_size) for entry in _sources(_HERE))
    beside = find_spec("pyromark")
    # The folder of the libraries is changed when anything is installed there.
    libraries = Path(beside.origin).parents[1].stat().st_mtime_ns if beside and beside.origin else 0
    return digest(repr((stamps, libraries)))


def _sources(folder: Path) -> Iterator["os.DirEntry[str]"]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir() and entry.name != "__pycache__":
                yield from _sources(Path(entry.path))
            elif entry.name.endswith((".py", ".j2", ".css")):
                yield entry


def _file(name: str) -> Path | None:
    where = cache_folder()
    return where / f"{name}.json" if where else None


def _forget_oldest(folder: Path) -> None:
    files = [(entry.stat().st_mtime_ns, entry.path) for entry in os.scandir(folder) if entry.name.endswith(".json")]
    for _, path in sorted(files)[:-_MOST_FILES]:
        Path(path).unlink(missing_ok=True)
