"""The only place that catches: exceptions become Swedish sentences on stderr, and exit codes."""

import os
import re
from collections.abc import Callable, Iterator, Sequence

import typer

from rapport.cli.commands import folded
from rapport.cli.terminal import say
from rapport.errors import RapportError, noting, reason, what_has_changed, what_is_written

USAGE, BUG, INTERRUPTED = 2, 3, 130
_LOOP = re.compile(r"Symlink loop from ['\"](.*)['\"]", re.DOTALL)  # what Python says before 3.13


def guarded(run: Callable[[], int], command: str, arguments: Sequence[str] = ()) -> int:
    """Run a command with its arguments; return its exit code, having told the user what stopped it."""
    with noting():
        return _guarded(run, command, arguments)


def _guarded(run: Callable[[], int], command: str, arguments: Sequence[str]) -> int:
    try:
        return run()
    except RapportError as error:
        return _stop(error.exit_code, *error.lines, *_stray_quotes(arguments))
    except typer.TyperException as error:
        return _stop(USAGE, f"{usage_message(error, arguments)} Se {command} --help.", *_stray_quotes(arguments))
    except (KeyboardInterrupt, typer.Abort):
        return _stop(INTERRUPTED, "Avbrutet.")
    except OSError as error:
        if error.filename is None:
            raise  # our own output cannot be written: main knows what to do about that
        return _stop(USAGE, f"{error.filename} kan inte användas: {reason(error)}.", *_stray_quotes(arguments))
    except Exception as error:
        if os.environ.get("RAPPORT_FELSOK"):
            raise
        return _stop(*_unforeseen(error))


def _stray_quotes(arguments: Sequence[str]) -> Iterator[str]:
    """Yield what became of a path in quotation marks that ended in a backslash: Windows takes the two for one mark."""
    for word in arguments:
        path, _, rest = word.partition('"')
        if path and word.count('"') % 2:
            more = f", och det som står efter ({rest.strip()}) kom med i sökvägen" if rest.strip() else ""
            yield (
                f"Argumentet  {word}  har ett citattecken i sig{more}: på kommandoraden läses "
                f'\\" som ett tecken i texten, inte som slutet på den. Skriv sökvägen utan \\ sist: "{path}"'
            )


def _unforeseen(error: Exception) -> tuple[int, str]:
    """Return the exit code and the words of what no command has seen coming."""
    if isinstance(error, RuntimeError) and (loop := _LOOP.fullmatch(str(error))):
        return USAGE, f"{loop[1]} kan inte användas: länken leder runt i en cirkel."
    return BUG, (
        f"Ett fel i programmet stoppade kommandot ({type(error).__name__}: {error}). "
        f"{what_has_changed()} "
        "Sätt miljövariabeln RAPPORT_FELSOK=1, kör igen och skicka utskriften till den som sköter rapport."
    )


def usage_message(error: typer.TyperException, arguments: Sequence[str] = ()) -> str:
    """Return in Swedish what is wrong with a command line."""
    option = getattr(error, "option_name", None)
    param = getattr(error, "param", None)
    if option and hasattr(error, "possibilities"):
        from rapport.nearest import nearest

        if not option.startswith("--"):  # of -ratta Typer only tells of -r
            option = next((word.partition("=")[0] for word in arguments if word.startswith(option)), option)
        context = getattr(error, "ctx", None)
        params = context.command.params if context else []
        meant = nearest(folded(option), [name for param in params for name in param.opts if name.startswith("--")])
        return f"Flaggan {option} finns inte." + (f" Menade du {meant}?" if meant else "")
    if option:
        wants = "requires" in error.message
        return f"Flaggan {option} {'behöver ett värde' if wants else 'tar inget värde'}."
    if param is not None:
        name = param.opts[0] if param.param_type_name == "option" else param.metavar or param.name.upper()
        kind = "Flaggan" if param.param_type_name == "option" else "Argumentet"
        is_missing = type(error).__name__ == "MissingParameter"
        return f"{kind} {name} {'saknas' if is_missing else _wrong_value(error)}."
    extra = error.message.rpartition("(")[2].rstrip(").")
    return f"Oväntat argument: {extra}."


def _wrong_value(error: typer.TyperException) -> str:
    """Return what a value is, and what it should be; Typer has it from pydantic, whose error came first."""
    from pydantic import ValidationError

    if isinstance(error.__cause__, ValidationError):
        fault = error.__cause__.errors()[0]
        if fault["type"].startswith("int_"):
            return f"är ”{fault['input']}”, men ska vara ett heltal"
    return "har ett värde som inte går att använda"


def _stop(code: int, *lines: str) -> int:
    """Say what stopped a command, and which files it had written before, where the message does not."""
    written = what_is_written()
    is_told = any(written in line for line in lines)
    say(*lines, *([written] if written and not is_told else []))
    return code
