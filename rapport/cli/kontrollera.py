"""``rapport kontrollera``: checks a report, once or every time a file is saved."""

import sys
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Annotated

import typer

from rapport.cli.command import say, show_made, shows_colour
from rapport.cli.restored import tell_of_restored
from rapport.errors import InputError
from rapport.output import FORMATS, format_of

if TYPE_CHECKING:
    from rapport.output.interface import Granskning
    from rapport.workflow.checker import Checker

EXAMPLE = "rapport kontrollera min-redovisning --omrade 2"
_DEFAULT, *_OTHERS = FORMATS
_CHOICES = f"{_DEFAULT} (förval), {', '.join(_OTHERS[:-1])} eller {_OTHERS[-1]}"


def _rule_ids(incomplete: str) -> list[str]:
    from rapport.cli.regel import rule_ids

    return rule_ids(incomplete)


Sokvag = Annotated[
    Path,
    typer.Argument(
        metavar="SÖKVÄG",
        help="Mappen med redovisningen (förval: den du står i), en .yaml i den eller ett ifyllt .docx, .pdf, .txt.",
    ),
]
Format = Annotated[
    str | None,
    typer.Option(
        "--format", metavar="FORMAT", help=f"Hur resultatet visas: {_CHOICES}.", autocompletion=lambda: list(FORMATS)
    ),
]
Ut = Annotated[
    Path | None, typer.Option(metavar="FIL", help="Skriver resultatet till en fil; ändelsen säger vilket format.")
]
Mot = Annotated[
    Path | None, typer.Option(metavar="FÖRRA", help="Jämför med en tidigare redovisning: mapp, .docx eller .pdf.")
]
Nummer = Annotated[int | None, typer.Option(metavar="NUMMER", help="Visar bara ett område.")]
Tyst = Annotated[bool, typer.Option("--tyst", help="Visar bara fel och varningar, en rad för varje, och slutsatsen.")]
Ratta = Annotated[bool, typer.Option("--ratta", help="Visar de rättelser som är givna, och frågar om var och en.")]
Ja = Annotated[bool, typer.Option("--ja", help="Gör alla rättelserna utan att fråga.")]
Regel = Annotated[
    list[str] | None,
    typer.Option(metavar="ID", help="Kontrollerar bara den regeln. Kan anges flera gånger.", autocompletion=_rule_ids),
]
MallId = Annotated[
    str | None,
    typer.Option(
        metavar="ID", help="Vilket formulär dokumentet är. Förval: det som dokumentet anger, eller det senaste."
    ),
]
Tvinga = Annotated[
    bool, typer.Option("--tvinga", help="Skriver över filen efter --ut, även om den inte är ett resultat härifrån.")
]
Bevaka = Annotated[
    bool, typer.Option("--bevaka", help="Kontrollerar igen varje gång en fil sparas. Avsluta med Ctrl+C.")
]


def command(
    sokvag: Sokvag = Path(),
    format_: Format = None,
    ut: Ut = None,
    mot: Mot = None,
    omrade: Nummer = None,
    tyst: Tyst = False,
    ratta: Ratta = False,
    ja: Ja = False,
    regel: Regel = None,
    mall: MallId = None,
    bevaka: Bevaka = False,
    tvinga: Tvinga = False,
) -> int:
    """Kontrollerar en redovisning: hur mycket plats som är kvar i varje område, och vad som är fel.

    Slutkoden är 0 när inget fel finns, annars 1.
    """
    from rapport.cli.progress import ProgressLine
    from rapport.workflow.check import check, output_format

    _require_sense(sokvag, ratta=ratta, ja=ja, mall=mall, tvinga=tvinga, ut=ut)
    _require_alone(ratta, {"--format": format_, "--ut": ut, "--mot": mot, "--tyst": tyst, "--bevaka": bevaka})
    if ut and ut.suffix.lower() == ".pdf":
        web = f"Skriv --ut {ut.with_suffix('.html')}, öppna den och skriv ut som PDF."
        raise InputError(f"{ut} kan inte göras: en PDF görs inte här. {web}")
    format_ = format_ or (format_of(ut) if ut else None) or _DEFAULT
    shows_answers = getattr(output_format(format_), "SHOWS_ANSWERS", False)
    rules = regel or []
    if ratta:
        tell_of_restored(sokvag)
    with ProgressLine("Kontrollerar …") as progress:
        if not (ratta or bevaka):
            granskning = check(
                sokvag, mall, only=rules, against=mot, omrade=omrade, progress=progress, shows_answers=shows_answers
            )
            return _give(granskning, format_, ut, tyst=tyst, force=tvinga, upwards=False)
        from rapport.workflow.checker import Checker

        checker = Checker(sokvag, mall, only=rules, against=mot, omrade=omrade, progress=progress)
        granskning = checker.granskning()
    if ratta:
        from rapport.cli.correct import correct

        return correct(checker.report, checker.granskning, ask=not ja)
    return _watch(sokvag, checker, format_, ut, tyst=tyst, force=tvinga)


def _watch(path: Path, checker: "Checker", format_: str, target: Path | None, *, tyst: bool, force: bool) -> int:
    """Check each time a file is saved; after each but the first time it is said whether it got better."""
    from rapport.cli.watch import than_before, watch
    from rapport.workflow.lines import with_lines

    before: int | None = None

    def again() -> int:
        nonlocal before
        checker.report.reload()
        granskning = with_lines(checker.granskning())
        code = _give(granskning, format_, target, tyst=tyst, force=force, upwards=True)
        number = sum(finding.waived is None for finding in granskning.findings)
        if words := than_before(number, before):
            say(words)
        before = number
        return code

    return watch(path, again)


def _require_sense(path: Path, *, ratta: bool, ja: bool, mall: str | None, tvinga: bool, ut: Path | None) -> None:
    """Raise InputError where a flag would have nothing to do."""
    if tvinga and not ut:
        raise InputError("Flaggan --tvinga gäller bara filen efter --ut. Lägg till --ut FIL, eller ta bort den.")
    if ja and not ratta:
        raise InputError("Flaggan --ja gäller bara tillsammans med --ratta. Lägg till --ratta, eller ta bort --ja.")
    if mall is not None and (path.is_dir() or path.suffix.lower() == ".yaml"):
        raise InputError(
            f"Flaggan --mall gäller bara ett ifyllt formulär. Det som {path} besvarar står i rapport.yaml (mall)."
        )


def _require_alone(ratta: bool, flags: dict[str, object]) -> None:  # noqa: FBT001 - whether the flag is given
    """Raise InputError where --ratta is given together with flags on how a check is shown."""
    others = [name for name, value in flags.items() if value]
    if ratta and others:
        many = "Flaggorna" if len(others) > 1 else "Flaggan"
        names = " och ".join(filter(None, [", ".join(others[:-1]), others[-1]]))
        raise InputError(
            f"{many} {names} går inte ihop med --ratta, som visar rättelserna och inget annat. "
            "Kör först med --ratta, och sedan utan den."
        )


def _give(granskning: "Granskning", format_: str, ut: Path | None, *, tyst: bool, force: bool, upwards: bool) -> int:
    """Show or write the result, as text with the bars last if it is to be read upwards; return its exit code."""
    from rapport.output.shown import line
    from rapport.workflow.check import output_format
    from rapport.workflow.files import free_place, write_result

    colour = ut is None and shows_colour()
    module = output_format(format_)
    if tyst:
        if format_ != "text":
            raise InputError("--tyst gäller bara --format text.")
        from rapport.output.text import quiet

        lines = quiet(granskning, colour=colour)
    else:
        render = getattr(module, "render_upwards", module.render) if upwards and ut is None else module.render
        lines = iter(render(granskning, colour=colour, width=get_terminal_size().columns))
    text = "\n".join(lines if getattr(module, "IS_MADE", False) else map(line, lines))
    if ut is None and sys.stdout.isatty() and hasattr(module, "MARK"):
        ut = free_place(Path(f"granskning{FORMATS[format_][0]}"), format_)
    if ut is None:
        show_made(text)
    else:
        write_result(ut, text + "\n", format_, force=force)
        say(f"Resultatet står i {ut}.")
    return 1 if granskning.is_blocked else 0
