"""Faults of ours: logged by kind and place alone, for the words of an error may be those of an answer; told once."""

import logging
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

_HERE = Path(__file__).resolve().parents[1]


class Bugs:
    """What has gone wrong in this server until now; ``tell`` shows the user a sentence."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self._told: set[tuple[str, str]] = set()

    def note(self, what: str, error: BaseException) -> None:
        """Log a fault that stopped something, and tell of it unless it has been told."""
        kind, places = type(error).__name__, _places(error)
        sys.stderr.write(f"rapport lsp: {kind} i {what}: {' < '.join(reversed(places))}\n")
        sys.stderr.flush()
        key = (kind, places[-1] if places else what)
        if key not in self._told:
            self._told.add(key)
            self._tell(
                f"Ett fel i programmet stoppade {what} ({kind}). Din text är orörd och allt annat går vidare. "
                "Var felet är står under Utdata; skicka det till den som sköter rapport."
            )


def keep_quiet() -> None:
    """See that libraries log nothing: they would write out what they were given, answers and all."""
    for name in ("pygls", "asyncio"):
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [logging.NullHandler()], False


def _places(error: BaseException) -> list[str]:
    """Return the lines of ours that an error came through, the last one innermost."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(_HERE)]
    if not ours:
        return [f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames[-1:]]
    return [f"{Path(frame.filename).relative_to(_HERE).as_posix()}:{frame.lineno}" for frame in ours]
