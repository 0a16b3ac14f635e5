"""What things are called in the data set: its database, and each report by its region's short name and its year."""

import re
from unicodedata import combining, normalize

DATABASE = "redovisningar.sqlite"


def short_name(region: str, ar: int) -> str:
    """Return what a report is known by, for files and addresses too: dalarna-2025."""
    bare = re.sub(r"^region\s+|\s+län$", "", region.strip().lower())
    folded = "".join(letter for letter in normalize("NFD", bare) if not combining(letter))
    return f"{re.sub(r'[^a-z0-9]+', '-', folded).strip('-') or 'region'}-{ar}"
