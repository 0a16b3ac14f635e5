"""``rapport kontrollera --ratta``: shows the corrections that findings give, and makes them when told to."""

import sys
from textwrap import fill
from typing import TYPE_CHECKING

from rapport.cli.command import WIDTH, say, show
from rapport.errors import InputError

if TYPE_CHECKING:
    from rapport.output.interface import Granskning
    from rapport.workflow.report import Report


def correct(report: "Report", granskning: "Granskning", *, ask: bool) -> int:
    """Show every correction; make them all at once, or after asking where there is someone to ask."""
    from rapport.workflow import correcting

    if report.is_document:
        raise InputError(f"{report.path} rättas i Word. --ratta gäller svar i YAML; se rapport importera.")
    files = list(correcting.corrected(report, granskning.findings))
    number = sum(len(file.corrections) for file in files)
    left = [finding for file in files for finding in file.left]
    lines = [line for file in files for line in correcting.shown(file)]
    if any(correcting.SHOWN_HARD_SPACE in line for line in lines):
        lines.append(f"({correcting.SHOWN_HARD_SPACE} är ett hårt blanksteg: raden bryts inte där.)")
    if lines:
        show("\n".join(lines))
    for finding in left:
        text = f"{finding.place}: rättas för hand. {finding.message} {finding.hint or ''}"
        say(fill(text, WIDTH, subsequent_indent="  ", break_on_hyphens=False))
    if not number:
        say("Inget rättas utan dig; se ovan." if left else "Inget att rätta.")
        return 0
    if ask and not _yes(number):
        say("Inget är ändrat. Gör rättelserna med  --ratta --ja.")
        return 0
    for file in files:
        report.replace_file(file.area)
    report.save("kontrollera --ratta")
    say(f"{number} rättelse{'r' if number > 1 else ''} gjord{'a' if number > 1 else ''}.")
    return 0


def _yes(number: int) -> bool:
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    say(f"Ska {'rättelserna' if number > 1 else 'rättelsen'} göras? [j/n]")
    return sys.stdin.readline().strip().lower() in {"j", "ja"}
