"""The command line in the tests' own process: what it prints, as text or as data."""

import json
from contextlib import redirect_stdout
from io import StringIO

from rapport.cli.main import run
from rapport.workflow.checker import Checker


def printed(*arguments):
    """Return what a command writes to stdout; it must have been able to run."""
    out = StringIO()
    with redirect_stdout(out):
        code = run([str(argument) for argument in arguments])
    assert code in (0, 1), f"{arguments}: slutkod {code}"
    return out.getvalue()


def checked(path, **options):
    """Return a path checked, as ``kontrollera PATH`` would show it."""
    return Checker(path, **options).granskning()


def findings_of(path, *flags):
    """Return the findings of ``kontrollera PATH --format json``."""
    return json.loads(printed("kontrollera", path, "--format", "json", *flags))["findings"]
