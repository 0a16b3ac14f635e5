"""Files that programs leave in any folder for themselves: nobody's answers, tables, papers or forms.

Hidden ones, what Word and Excel keep beside what is open (~$), and what Windows' Explorer remembers of a folder; the
Finder's .DS_Store is hidden by its name.
"""

import re
from pathlib import PurePath

NOBODYS = re.compile(r"[.~].*|Thumbs\.db|ehthumbs(?:_vista)?\.db|desktop\.ini|Icon\r", re.IGNORECASE | re.DOTALL)


def is_nobodys(file: PurePath) -> bool:
    """Whether a file is nobody's, by its name."""
    return NOBODYS.fullmatch(file.name) is not None
