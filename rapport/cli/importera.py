"""``rapport importera``: filled-in forms in Word → the answers of a report folder."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TypeVar

import typer

from rapport.cli.command import say
from rapport.cli.commands import folded
from rapport.cli.restored import tell_of_restored
from rapport.errors import InputError, RefusedError

if TYPE_CHECKING:
    from rapport.workflow.colleague import Tracked
    from rapport.workflow.merged import Merged
    from rapport.workflow.report import Report

T = TypeVar("T", bound=str)
_SIDES: tuple[Literal["dokumentet", "mappen"], ...] = ("dokumentet", "mappen")
_TRACKED: tuple["Tracked", ...] = ("godta", "avvisa", "lamna")
EXAMPLE = "rapport importera fran-anna.docx fran-bo.docx --till min-redovisning"


def command(
    filer: Annotated[
        list[Path],
        typer.Argument(
            metavar="FIL",
            help="Ifyllda formulär: .docx, .pdf, .txt. Med --fraga också ett svar för sig: .docx, .txt, .md eller -.",
        ),
    ],
    till: Annotated[
        Path,
        typer.Option(
            metavar="MAPP", help="Mappen som svaren ska till. Skapas om den inte finns. Förval: mappen du står i."
        ),
    ] = Path(),
    fraga: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NR", help="Bara den frågan, och den avgörs: dokumentet gäller, eller som --ta. Upprepas."
        ),
    ] = None,
    ta: Annotated[
        str | None, typer.Option(metavar="SIDA", help="Vems text som gäller för --fraga: dokumentet eller mappen.")
    ] = None,
    andringar: Annotated[
        str, typer.Option(metavar="HUR", help="Spårade ändringar: godta, avvisa eller lamna svaren. Förval: lamna.")
    ] = "lamna",
    alla: Annotated[
        bool, typer.Option("--alla", help="Tar alla svar även ur ett dokument som inte är byggt ur mappen.")
    ] = False,
    ja: Annotated[bool, typer.Option("--ja", help="Skriver utan att fråga först.")] = False,
    mall: Annotated[str | None, typer.Option(metavar="ID", help="Vilket formulär dokumentet är.")] = None,
    region: Annotated[str | None, typer.Option(metavar="NAMN", help="Regionens namn, för en ny mapp.")] = None,
    ar: Annotated[str | None, typer.Option(metavar="ÅR", help="Året som redovisas, för en ny mapp.")] = None,
) -> int:
    """Hämtar svar ur ifyllda formulär, våra egna eller någon annans, till en mapp: Word, PDF eller en PDF:s text.

    Är dokumentet byggt ur mappen hämtas det som ändrats i Word, stycke för stycke; mappens egna ändringar är kvar.
    Det som ändrats på båda håll visas och lämnas tills det avgörs med --fraga. Slutkod 1: något är kvar.
    """
    from rapport.cli.imported import show_merged
    from rapport.workflow.importing import merge

    side, tracked = _side(ta, fraga), _choice(andringar, "--andringar", _TRACKED)
    report = _opened(till, filer[0], mall, region, ar)
    decided = _known(fraga or [], report)
    merged = merge(report, filer, mall=mall, takes_all=alla, decided=decided, side=side, tracked=tracked)
    show_merged(merged, tracked, report.underlag.ar)
    return _write(report, merged, till, decided if side == "mappen" else [], tracked, asks=not ja)


def _write(report: "Report", merged: "Merged", folder: Path, kept: list[str], tracked: str, *, asks: bool) -> int:
    """Write what has been taken in, and say what has not; ``kept`` are the questions decided for the folder."""
    from rapport.cli.imported import tell_left
    from rapport.workflow.importing import save

    taken = len({svar.fraga for svar in merged.svar if svar.is_taken})
    if report.unsaved and asks and not _yes(f"Ska {len(report.unsaved)} svar ändras i mappen?"):
        say("Inget är ändrat.")
        return 1
    files = save(report, merged)
    if files:
        names = ", ".join(file.name for file in files)
        say(f"{taken} svar {'hämtat' if taken == 1 else 'hämtade'} till {folder} ({names}).")
    elif merged.is_whole:
        say(f"Mappens text gäller: {', '.join(kept)}." if kept else "Inget att hämta: svaren är desamma i mappen.")
    tell_left(merged, folder, tracked)
    return 0 if merged.is_whole else 1


def _side(ta: str | None, fraga: list[str] | None) -> Literal["dokumentet", "mappen"] | None:
    if ta is not None and not fraga:
        raise InputError("Flaggan --ta säger vems text som gäller för en fråga. Ange också vilken, med --fraga.")
    return _choice(ta, "--ta", _SIDES) if ta is not None else None


def _choice(word: str, flag: str, choices: tuple[T, ...]) -> T:
    """Return what was chosen; InputError where it is none of the choices."""
    found = next((choice for choice in choices if choice == folded(word)), None)
    if found is None:
        raise InputError(f"Flaggan {flag} är ”{word}”, men ska vara {' eller '.join(map(str, choices))}.")
    return found


def _known(fragor: list[str], report: "Report") -> list[str]:
    known = report.underlag.mall.fraga_by_id
    for fraga in fragor:
        if fraga not in known:
            raise InputError(f"Fråga {fraga} finns inte. Frågorna är {', '.join(known)}.")
    return fragor


def _opened(folder: Path, file: Path, mall: str | None, region: str | None, ar: str | None) -> "Report":
    """Open a report folder, made first where it is not there, for the report that a document says it is."""
    from rapport.workflow import open_report
    from rapport.workflow.new_report import is_to_be_made

    if is_to_be_made(folder):
        if sys.stdin.isatty() and not _yes(f"Mappen {folder} finns inte. Ska en ny redovisning skapas där?"):
            raise RefusedError("Inget är skapat. Kontrollera mappens namn efter --till.")
        _create(folder, file, mall, region, ar)
    tell_of_restored(folder)
    return open_report(folder)


def _create(folder: Path, file: Path, mall: str | None, region: str | None, ar: str | None) -> None:
    from rapport.cli.ny import year
    from rapport.workflow.load import load
    from rapport.workflow.new_report import create_report

    underlag = load(file, mall).underlag
    name = region or underlag.region
    number = year(ar) if ar else underlag.ar
    if not name or not number:
        raise InputError("Dokumentet säger inte region och år. Lägg till --region och --ar så skapas mappen.")
    create_report(folder, name, number, underlag.mall.id, underlag.diarienummer or "")


def _yes(question: str) -> bool:
    """Ask whether to write; where nobody can be asked, what is beyond doubt is written at once."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return True
    say(f"{question} [j/n]")
    return sys.stdin.readline().strip().lower() in {"j", "ja"}
