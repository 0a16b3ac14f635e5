"""Where this user's system keeps what can always be made again."""

import os
import sys
from contextlib import suppress
from pathlib import Path


def cache_folder() -> Path | None:
    """Return our cache folder of this user on this system, made or not; None where there is none."""
    given = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME", "")
    if given and Path(given).is_absolute():
        return Path(given, "rapport")
    with suppress(RuntimeError):
        usual = {"win32": "AppData/Local", "darwin": "Library/Caches"}.get(sys.platform, ".cache")
        return Path.home() / usual / "rapport"
    return None
