"""What is different for a report that is checked at every keystroke, for hours: what a command need not think of."""

import gc

from rapport.checks.engine import all_rules
from rapport.checks.spelling.remembered import Pace
from rapport.checks.spelling.verdicts import judge

_OFTEN = 200_000  # new objects between two looks for those that nobody holds, where the typing never pauses


def begin_typing() -> None:
    """See that half-typed words are not written to the cache one by one, and that garbage is collected at all."""
    Pace.is_typed = True
    gc.set_threshold(_OFTEN, 10, 10)
    gc.enable()  # a command lives shortly, and has it off


def settle() -> None:
    """Load what the first words would wait for, rules and dictionaries; what is there for good is then let be.

    It is not looked through for garbage again.
    """
    all_rules()
    judge().load()
    gc.collect()
    gc.freeze()


def tidy() -> None:
    """Let go of what holds itself and nobody else does, in the blink of a pause: what is frozen is not looked through.

    Python itself would look for what has been there for a while only when a quarter more has come, of all that there is
    with the dictionaries.
    """
    gc.collect()
