"""The tables of words beside the modules of this folder: a line for each entry, comments begin with "#"."""

import csv
from pathlib import Path


def read_table(name: str) -> list[list[str]]:
    """Return the rows of a table without its header, as the strings between its semicolons."""
    with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as file:
        return [*csv.reader((line for line in file if not line.startswith("#")), delimiter=";")][1:]
