"""One report of those that are gathered: read and checked in a process of its own, its rows left in a file.

What it is asked and what it answers is plain data, as it goes between processes.
"""

import gc
import json
from itertools import count
from pathlib import Path
from typing import Any

from rapport.domain.regioner import own_name
from rapport.errors import RapportError
from rapport.samling.rader import Inlast, rows_of
from rapport.workflow.examine import examine
from rapport.workflow.load import load

WORK = "rapport.workflow.samla_en:read_one"
_OFTEN = 200_000  # new objects between two looks for those that nobody holds
_reports = count(1)


def read_one(path: str, target: str, asked: str) -> dict[str, Any]:
    """Read a report and leave its rows in a file; ``asked`` is what it is called, its kind, region and year as JSON.

    Where these are empty they are what the report says itself.

    Return ``region`` and ``ar`` (None where neither says), or ``fel`` where it cannot be read.
    """
    _settle(next(_reports))
    kalla, slag, region, ar = json.loads(asked)
    try:
        loaded = load(Path(path))
    except RapportError as error:
        return {"fel": " ".join(error.lines).replace(path, kalla)}
    underlag = loaded.underlag
    known_region, known_year = region or own_name(underlag.region) or None, ar or underlag.ar
    if known_region and known_year:
        inlast = Inlast("", known_region, known_year, kalla, slag)
        rows = rows_of(inlast, underlag, examine(loaded).findings)
        Path(target).write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8", errors="surrogatepass")
    return {"region": known_region, "ar": known_year}


def _settle(number: int) -> None:
    """Let go of the last report, and see that what is there for good is not looked through for garbage again.

    That is the dictionaries, the rules and what they remember: most of it comes with the first reports, and a look
    through it takes as long as reading one.
    """
    if number == 1:
        gc.set_threshold(_OFTEN, 20, 50)
    gc.collect()
    if number & (number - 1) == 0:  # the first, the second, the fourth, the eighth …
        gc.freeze()
