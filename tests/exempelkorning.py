"""The examples of a text (README, the topics of ``rapport hjalp``), run in the order that they stand.

A fenced block's first word says what becomes of it; other blocks are only to be read:

=======================  ===========================================================================================
``rapport``              commands, each run where ``min-redovisning`` is a copy of the example; ``rapport 1`` ends in 1
``visar``                what those commands showed: these lines, in this order and together; … stands for anything,
                         and a time of day (14.02) for any
``yaml svar``            answers, put in the folder instead of those that it has
``yaml FIL``, ``text FIL``  lines, put last in a file, which is made where it is not there
``python``               a program, run in the same place
=======================  ===========================================================================================
"""

import os
import re
import shlex
import shutil
from contextlib import nullcontext, redirect_stderr, redirect_stdout
from datetime import date
from io import StringIO
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from conftest import BUILT, ROOT

from rapport.cli.main import run

FOLDER = "min-redovisning"
_CLOCK = re.compile(r"\b\d\d\\\.\d\d\b")  # escaped
FENCE = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    kind: str
    about: str
    body: str


def blocks(text):
    """Return a text's fenced blocks."""
    return [Block(*info.partition(" ")[::2], body) for info, body in FENCE.findall(text)]


def is_example(block):
    return block.kind in ("rapport", "python") or (block.kind in ("yaml", "text") and block.about != "")


def follow(text, place, files):
    """Do in a folder what a text's examples do; AssertionError where something else is seen than they say.

    ``files`` has, by its name, what makes a file that a command is given and that somebody else is to have made.
    """
    shutil.copytree(ROOT / "underlag", place / FOLDER, ignore=BUILT)
    shown = ""
    for block in blocks(text):
        if block.kind == "rapport":
            *first, last = block.body.splitlines()
            shown = "".join([*(_ran(line, files) for line in first), _ran(last, files, int(block.about or 0))])
        elif block.kind == "visar":
            assert re.search(_pattern(block.body), shown), f"{block.body}\nDet som visades:\n{shown}"
        elif block.kind == "python":
            exec(compile(block.body, "exempel", "exec"), {})  # noqa: S102 - it is our own
        elif block.about == "svar":
            _answer(block.body)
        elif is_example(block):
            with Path(block.about).open("a", encoding="utf-8") as file:
                file.write(block.body)


def _ran(line, files, code=0):
    """Return what a command shows, on stdout and on stderr; it ends in a code."""
    program, *arguments = shlex.split(line.replace("\\", "/"))
    assert program == "rapport", line
    for name in arguments:
        if name in files and not Path(name).exists():
            files[name](name)
    out = StringIO()
    is_february = patch("rapport.cli.lage.today", lambda: date(2026, 2, 1)) if arguments[0] == "lage" else nullcontext()
    with redirect_stdout(out), redirect_stderr(out), is_february:
        ended = run(arguments)
    assert ended == code, f"{line}: slutkod {ended}\n{out.getvalue()}"
    assert "␊" not in out.getvalue(), f"{line}: två rader visas som en\n{out.getvalue()}"
    return out.getvalue().replace(os.sep, "/").replace("\u00a0", " ")


def _pattern(body):
    """Return what finds a block in what was shown: a line of … is any lines, and … in a line any text."""
    return "(?m)^" + "".join(map(_line, body.splitlines())).removesuffix(r"\n") + "$"


def _line(line):
    if line == "…":
        return r"(?:.*\n)*?"
    return _CLOCK.sub(r"\\d\\d\\.\\d\\d", re.escape(line).replace("…", ".*")) + r"\n"


def _answer(body):
    """Put answers in the folder: each in its area's file, where the answer to the same question stood."""
    for answer in filter(None, re.split(r'^(?=  ")', body, flags=re.MULTILINE)):
        number = re.match(r'  "(\d)(\.\w+)":', answer)
        (file,) = Path(FOLDER).glob(f"{number[1]}-*.yaml")
        old = re.compile(rf'^  "{re.escape(number[1] + number[2])}":.*\n(?:(?:    .*)?\n)*', re.MULTILINE)
        changed, times = old.subn(lambda _: answer, file.read_text("utf-8"))  # noqa: B023 - called at once
        assert times == 1, answer
        file.write_text(changed, "utf-8")
