"""Before a folder is read to be written in: what a command that was killed had time to write there is taken back."""

from pathlib import Path

from rapport.store.folder import RAPPORT
from rapport.store.unfinished import take_back_unfinished


def restore(path: Path) -> str:
    """Take back half a write in the folder that a path means; return in Swedish what was done, "" for nothing."""
    folder = path if path.is_dir() else path.parent
    return take_back_unfinished(folder) if (folder / RAPPORT).is_file() else ""
