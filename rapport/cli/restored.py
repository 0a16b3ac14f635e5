"""Telling of a command that was cut off, whose half of a write is taken back before another one reads the folder."""

from pathlib import Path

from rapport.cli.command import say


def tell_of_restored(path: Path) -> None:
    """Take back what came of a write that was cut off, and say so."""
    from rapport.workflow.restoring import restore

    if said := restore(path):
        say(said)
