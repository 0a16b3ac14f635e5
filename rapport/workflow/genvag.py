"""A shortcut on the desktop that opens the editor, as each system has them; nobody else's file is written over.

In Windows it is made by Windows' own scripting, which is told what in variables of the environment: nothing of it has
to be quoted, and every letter comes along. A folder that is to be opened is where the program begins, and no argument.
"""

import os
import shlex
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from rapport.errors import OutputError, reason, what_has_changed
from rapport.store.writing import SavedMeanwhileError, write_all

NAME = "Redovisningen"
_OPENS = "-m rapport redigera"
_SECONDS = 60
# Plain ASCII: what is said by å, ä and ö comes in the environment. A shortcut that is ours is made anew where it is.
POWERSHELL = r"""
$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false
$shell = New-Object -ComObject WScript.Shell
$place = $Env:RAPPORT_PLATS
if (-not $place) { $place = [Environment]::GetFolderPath('Desktop') }
$number = 1
do {
    $name = $Env:RAPPORT_NAMN
    if ($number -gt 1) { $name = "$name $number" }
    $file = Join-Path $place "$name.lnk"
    $link = $shell.CreateShortcut($file)
    $taken = (Test-Path -LiteralPath $file) -and ($link.Arguments -notlike "*$Env:RAPPORT_OPPNAR*")
    $number = $number + 1
} while ($taken)
$link.TargetPath = $Env:RAPPORT_PROGRAM
$link.Arguments = $Env:RAPPORT_ARGUMENT
$link.WorkingDirectory = $Env:RAPPORT_MAPP
$link.Description = $Env:RAPPORT_OM
$link.WindowStyle = 7
$link.Save()
[Console]::Out.WriteLine($file)
"""


def make_shortcut(folder: Path | None, place: Path | None = None) -> Path:
    """Make a shortcut that opens a folder, None for the one used last, on the desktop; return where it is."""
    begins = (folder or Path.home()).resolve()
    if sys.platform == "win32":
        return _windows(begins, place)
    from platformdirs import user_desktop_path

    where = place or user_desktop_path()
    is_mac = sys.platform == "darwin"
    text = command_file(sys.executable, begins) if is_mac else desktop_file(sys.executable, begins)
    return _put(where, ".command" if is_mac else ".desktop", text)


def windows_values(python: str, folder: Path, place: Path | None) -> dict[str, str]:
    """Return what Windows' script is told. What goes wrong at the start can be read before the window closes."""
    shell = os.environ.get("COMSPEC", r"C:\Windows\System32\cmd.exe")
    can_wait = "%" not in python  # which the command line has for something else, quoted or not
    return {
        "RAPPORT_NAMN": NAME,
        "RAPPORT_PLATS": str(place or ""),
        "RAPPORT_OPPNAR": _OPENS,
        "RAPPORT_PROGRAM": shell if can_wait else python,
        "RAPPORT_ARGUMENT": f'/s /c ""{python}" {_OPENS} || pause"' if can_wait else _OPENS,
        "RAPPORT_MAPP": str(folder),
        "RAPPORT_OM": "Öppnar redovisningen i webbläsaren",
    }


def desktop_file(python: str, folder: Path) -> str:
    """Return a shortcut as Linux' desktops have them (Desktop Entry Specification)."""
    return "\n".join(
        [
            "[Desktop Entry]",
            "Type=Application",
            "Version=1.0",
            f"Name={NAME}",
            "Comment=Öppnar redovisningen i webbläsaren",
            f"Exec={_value(_argument(python))} {_OPENS}",
            f"Path={_value(str(folder))}",
            "Icon=accessories-text-editor",
            "Terminal=true",
            "",
        ]
    )


def _argument(text: str) -> str:
    """Return a text as one argument of Exec: quoted, its signs escaped; % is the specification's own."""
    escaped = "".join(f"\\{sign}" if sign in '"`$\\' else sign for sign in text)
    return f'"{escaped}"'.replace("%", "%%")


def _value(text: str) -> str:
    """Return a text as a value of the file, which has signs of its own for what ends a line."""
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")


def command_file(python: str, folder: Path) -> str:
    """Return a shortcut as macOS has them: a script that the Terminal runs when it is opened."""
    return f"#!/bin/sh\ncd -- {shlex.quote(str(folder))} || exit 1\nexec {shlex.quote(python)} {_OPENS}\n"


def _put(where: Path, suffix: str, text: str) -> Path:
    """Write a shortcut under a name that is free, or that a shortcut of ours has."""
    raw = text.encode("utf-8", "surrogateescape")
    try:
        where.mkdir(parents=True, exist_ok=True)
        for number in range(1, 1000):
            file = where / f"{NAME}{f' {number}' if number > 1 else ''}{suffix}"
            was = file.read_bytes() if file.is_file() else None
            if was is None and (file.exists() or file.is_symlink()):
                continue
            if was is not None and _OPENS.encode() not in was:
                continue
            with suppress(SavedMeanwhileError):
                write_all({file: raw}, {file: was})
                file.chmod(0o755)
                return file
    except OSError as error:
        raise OutputError(f"Genvägen kan inte läggas i {where}: {reason(error)}. {what_has_changed()}") from error
    raise OutputError(f"Genvägen kan inte läggas i {where}: namnen är upptagna.")


def _windows(folder: Path, place: Path | None) -> Path:
    values = windows_values(sys.executable, folder, place)
    command = ["powershell.exe", "-NoProfile", "-NonInteractive", "-Command", POWERSHELL]
    try:
        done = subprocess.run(  # noqa: S603 - our own text, and Windows' own program
            command, env={**os.environ, **values}, capture_output=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise OutputError(f"Genvägen kan inte göras: PowerShell svarar inte. {what_has_changed()}") from error
    said = done.stdout.decode("utf-8", "replace").strip()
    if done.returncode or not said:
        why = " ".join(done.stderr.decode("utf-8", "replace").split())[:200] or "PowerShell sade inte varför."
        raise OutputError(f"Genvägen kan inte göras: {why}")
    return Path(said)
