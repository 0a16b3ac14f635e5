"""Before a folder is read to be written in: what a command that was killed had time to write there is taken back."""

from pathlib import Path

from rapport.errors import InputError
from rapport.store.files import require_folder
from rapport.store.folder import RAPPORT
from rapport.store.unfinished import take_back_unfinished
from rapport.workflow.load import folder_of


def report_folder(path: Path) -> Path:
    """Return the report folder that a path means; InputError where there is no report."""
    folder = folder_of(path)
    require_folder(folder)
    if not (folder / RAPPORT).is_file():
        raise InputError(f"Mappen {folder} har ingen {RAPPORT}. Är det rätt mapp? En ny skapas med rapport ny.")
    return folder


def folder_named(path: Path) -> Path:
    """Return the folder that a path means, there or not; InputError where it can be none."""
    if path.suffix.lower() == ".docx":
        raise InputError(f"{path} är ett Worddokument. Ange en mapp, och släpp dokumentet på sidan som öppnas.")
    return folder_of(path)


def restore(path: Path) -> str:
    """Take back half a write in the folder that a path means; return in Swedish what was done, "" for nothing."""
    folder = path if path.is_dir() else path.parent
    return take_back_unfinished(folder) if (folder / RAPPORT).is_file() else ""
