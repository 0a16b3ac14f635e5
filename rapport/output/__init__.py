"""The output formats, by the name that ``--format`` takes, with the endings that files of theirs have.

A format exists when it is listed here; the first is what a user gets who asks for none.
"""

from pathlib import Path

FORMATS: dict[str, tuple[str, ...]] = {
    "text": (".txt",),
    "json": (".json",),
    "sarif": (".sarif", ".json"),
    "github": (".txt",),
    "html": (".html", ".htm"),
}


def format_of(file: Path) -> str | None:
    """Return the first format that files with a name's ending have; None where none has it."""
    return next((name for name, endings in FORMATS.items() if file.suffix.lower() in endings), None)
