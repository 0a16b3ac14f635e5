"""Asking the data set what analysts ask."""

from pathlib import Path

from rapport.errors import InputError
from rapport.samling.analys import Analys, ask, questions
from rapport.samling.namn import DATABASE
from rapport.workflow.senast import DATA_SETS, remember


def names() -> list[str]:
    """Return the names of all questions."""
    return [*questions()]


def analyse(folder: Path, name: str, ar: int | None = None) -> Analys:
    """Return the answer to a question by its name, with the rows behind it; InputError when there is no such one."""
    if name not in names():
        raise InputError(f"Frågan ”{name}” finns inte. Välj en av: {', '.join(names())}.")
    answer = ask(folder / DATABASE, name, ar)
    remember(folder, DATA_SETS)
    return answer
