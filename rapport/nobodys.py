"""Files that programs leave in any folder for themselves: nobody's answers, tables, papers or forms.

Hidden ones, what Word and Excel keep beside what is open (~$), and what Windows' Explorer remembers of a folder; the
Finder's .DS_Store is hidden by its name.
"""

import re
from pathlib import Path, PurePath

_UNASKED = r"Thumbs\.db|ehthumbs(?:_vista)?\.db|desktop\.ini|Icon\r|\.DS_Store"
NOBODYS = re.compile(rf"[.~].*|{_UNASKED}", re.IGNORECASE | re.DOTALL)


def is_nobodys(file: PurePath) -> bool:
    """Whether a file is nobody's, by its name."""
    return NOBODYS.fullmatch(file.name) is not None


def is_empty(folder: Path) -> bool:
    """Whether there is nothing in a folder but what Windows or a Mac puts there unasked; of a file, that it is not."""
    return folder.is_dir() and all(re.fullmatch(_UNASKED, entry.name, re.IGNORECASE) for entry in folder.iterdir())
