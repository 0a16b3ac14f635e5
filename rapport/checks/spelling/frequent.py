"""Frequent: the words that public text uses most; of several that a slip may stand for, one of these is meant.

They stand in ``vanliga.txt`` beside this file, with what they were counted in.
"""

from functools import cache
from importlib.resources import files

_FILE = "vanliga.txt"


@cache
def frequent() -> frozenset[str]:
    """Return the forms that public text uses most."""
    lines = files(__package__).joinpath(_FILE).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
