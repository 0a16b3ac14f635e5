"""The editor's names of files, and ours."""

import os
import re
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

_DRIVE = re.compile(r"/[A-Za-z]:")


def path_of(uri: str, *, is_windows: bool = os.name == "nt") -> str | None:
    """Return the path of a file that a URI names; None where it names no file: something never saved, say."""
    parts = urlsplit(uri)
    if parts.scheme != "file":
        return None
    path = unquote(parts.path)
    if parts.netloc and parts.netloc != "localhost":
        return f"//{parts.netloc}{path}"
    return path[1].upper() + path[2:] if is_windows and _DRIVE.match(path) else path


def uri_of(path: Path) -> str:
    """Return the URI of a file."""
    return Path(os.path.abspath(path)).as_uri()  # noqa: PTH100 - links are not to be followed


def beside(uri: str, name: str) -> str:
    """Return the URI of a file in the same folder, written as the editor writes that folder."""
    return f"{uri.rpartition('/')[0]}/{quote(name)}"
