"""The editors on this computer that the extension for VS Code can be put into: VS Code itself, and VSCodium."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from rapport.disk import workplace
from rapport.errors import InputError
from rapport.store.writing import write_all
from rapport.workflow.vsix import file_name, vsix

_PATIENCE = 180  # seconds: a program that has not answered by then never does


class Editor(NamedTuple):
    """An editor: what people call it, and the program that takes its orders."""

    name: str
    program: Path


class _Known(NamedTuple):
    """Where an editor's program lies when it is on nobody's PATH: in folders of Windows, and in an app of macOS."""

    name: str
    command: str
    folder: str
    app: str


_KNOWN = (
    _Known("VS Code", "code", "Microsoft VS Code", "Visual Studio Code.app"),
    _Known("VSCodium", "codium", "VSCodium", "VSCodium.app"),
)


def editors() -> list[Editor]:
    """Return the editors that are there."""
    return [Editor(known.name, found) for known in _KNOWN if (found := next(_places(known), None))]


def install(editor: Editor) -> str | None:
    """Put the extension into an editor; return what the editor says where it does not take it.

    It is told of the Python that runs this, for that one has what the extension needs.
    """
    with workplace() as folder:
        (folder / file_name()).write_bytes(vsix(sys.executable))
        # By its bare name: on Windows the program is a batch file, which understands signs in an argument as its own.
        command = [str(editor.program), "--install-extension", file_name(), "--force"]
        try:
            done = subprocess.run(  # noqa: S603 - an editor's own program, by its whole path
                command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=_PATIENCE, check=False
            )
        except (OSError, subprocess.TimeoutExpired):
            return "den svarar inte"
    said = (done.stderr or done.stdout).decode("utf-8", "replace").split("\n")
    return next((line.strip() for line in reversed(said) if line.strip()), "") if done.returncode else None


def write_extension(target: Path, python: str | None = None) -> None:
    """Write the extension to a file, for somebody to install by hand; InputError where something else is there."""
    raw = vsix(python)
    if target.exists() and not (target.is_file() and target.read_bytes() == raw):
        raise InputError(f"{target} finns redan, och är något annat. Flytta den, eller välj ett annat namn med --ut.")
    if not target.parent.is_dir():
        raise InputError(f"Mappen {target.parent} finns inte. Skapa den, eller välj en annan plats med --ut.")
    write_all({target: raw})


def _places(known: _Known) -> Iterator[Path]:
    """Yield where an editor's program is. Looked up here: Windows would begin in the folder that we stand in."""
    is_windows = os.name == "nt"
    name = f"{known.command}.cmd" if is_windows else known.command
    folders = [Path(place) for place in os.environ.get("PATH", "").split(os.pathsep)]
    if is_windows:
        roots = [os.environ.get("LOCALAPPDATA", "") + r"\Programs", os.environ.get("PROGRAMFILES", "")]
        folders += [Path(root) / known.folder / "bin" for root in roots]
    elif sys.platform == "darwin":
        roots = ["/Applications", str(Path.home() / "Applications")]
        folders += [Path(root) / known.app / "Contents/Resources/app/bin" for root in roots]
    return (folder / name for folder in folders if folder.is_absolute() and (folder / name).is_file())
