"""``rapport kontrollera --ratta``: shows the corrections that findings give, and makes those that are wanted."""

import sys
from collections import Counter
from typing import TYPE_CHECKING

from rapport.cli.command import WIDTH, say, show, shows_colour
from rapport.errors import InputError
from rapport.output.colour import Paint
from rapport.output.wrapped import wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rapport.finding import Finding
    from rapport.output.interface import Granskning
    from rapport.workflow.edits import Corrected, Correction
    from rapport.workflow.report import Report

_ROUNDS = 20  # a correction may call for another; so many times no text does
_UNWRITTEN = "tomt-svar"
_QUESTION = "Rätta? j = ja, n = nej, alla, sluta: "
_LOOKS = {"-": "error", "+": "good"}


def correct(report: "Report", check: "Callable[[], Granskning]", *, ask: bool) -> int:
    """Show every correction and make it: at a terminal those that are said yes to, otherwise all if not to ``ask``.

    ``check`` checks the report as it stands. It is asked again until nothing more is to be corrected, and only then
    is anything saved.
    """
    if report.is_document:
        raise InputError(f"{report.path} rättas i Word. --ratta gäller svar i YAML; se rapport importera.")
    is_terminal = sys.stdin.isatty() and sys.stderr.isatty()
    work = _Work(report, check, asks=ask and is_terminal)
    work.run()
    for finding in work.left:
        text = f"{finding.place}: rättas för hand. {finding.message} {finding.hint or ''}"
        say(*wrapped(text, WIDTH, rest="  "))
    errors = work.errors()
    if not work.made and not work.declined:
        say(
            "Inget rättas utan dig; se ovan." if work.left else "Inget att rätta här." if errors else "Inget att rätta."
        )
    elif ask and not is_terminal:
        say("Inget är ändrat. Gör rättelserna med  --ratta --ja.")
    elif work.made:
        report.save("kontrollera --ratta")
        say(f"{_counted(work.made)} gjord{'a' if work.made > 1 else ''}.{work.rest()}")
    else:
        say("Inget är ändrat.")
    if errors:
        text = f"{len(errors)} fel är kvar att rätta för hand; se  rapport kontrollera.  Det första: "
        text += f"{errors[0].place}: {errors[0].message}"
        say(*wrapped(text, WIDTH, rest="  "))
    return 1 if errors else 0


def _counted(number: int) -> str:
    return f"{number} rättelse{'r' if number > 1 else ''}"


class _Work:
    """The corrections of a report, round after round: how many were made, which were declined, what is left."""

    def __init__(self, report: "Report", check: "Callable[[], Granskning]", *, asks: bool) -> None:
        self._report, self._check, self._asks = report, check, asks
        self._paint = Paint(shows_colour())
        self._has_stopped = self._has_explained = False
        self.made = 0
        self.declined: Counter[tuple[str | None, ...]] = Counter()
        self.left: list[Finding] = []

    def run(self) -> None:
        """Correct the report in memory until nothing more is to be corrected, or no more is wanted."""
        from rapport.workflow.correcting import corrected

        for _ in range(_ROUNDS):
            files = list(corrected(self._report, self._undecided()))
            self.left = [finding for file in files for finding in file.left]
            number = sum(len(file.corrections) for file in files)
            taken = list(self._taken(files, number))  # one that is declined may have hidden others
            for file in corrected(self._report, taken):
                if file.corrections:
                    self.made += len(file.corrections)
                    self._report.replace_file(file.area)
            if not number or self._has_stopped:
                break

    def errors(self) -> "list[Finding]":
        """Return the errors in what is written, with the corrections made: a question not answered has none."""
        return [f for f in self._check().findings if f.is_blocking and f.rule != _UNWRITTEN]

    def rest(self) -> str:
        """Return in words how many corrections were not wanted."""
        number = self.declined.total()
        return f" {_counted(number)} står kvar ogjord{'a' if number > 1 else ''}." if number else ""

    def _undecided(self) -> "Iterator[Finding]":
        """Yield the findings that nobody has said no to; of those that are alike, the first were met first."""
        declined = self.declined.copy()
        for finding in self._check().findings:
            if declined[_key(finding)]:
                declined[_key(finding)] -= 1
            else:
                yield finding

    def _taken(self, files: "Iterable[Corrected]", number: int) -> "Iterator[Finding]":
        """Yield the findings whose corrections are wanted; each is shown, and asked about at a terminal."""
        at = 0
        for file in files:
            for correction in file.corrections:
                at += 1
                if not self._has_stopped:
                    self._show(file, correction, f"  ({at} av {number})" if self._asks else "")
                about = (correction.finding, *correction.also)
                if self._is_wanted():
                    yield from about
                else:
                    self.declined.update(map(_key, about))

    def _show(self, file: "Corrected", correction: "Correction", count: str) -> None:
        from rapport.workflow.edits import SHOWN_HARD_SPACE, shown

        place, *lines = shown(file.before, correction)
        painted = [self._paint(line, _LOOKS[line[0]]) for line in lines]
        show(place + count, *painted)
        if not self._has_explained and any(SHOWN_HARD_SPACE in line for line in lines):
            self._has_explained = True
            show(f"({SHOWN_HARD_SPACE} är ett hårt blanksteg: raden bryts inte där.)")

    def _is_wanted(self) -> bool:
        """Whether a correction is wanted: all are where nobody is asked."""
        while self._asks and not self._has_stopped:
            sys.stderr.write(_QUESTION)
            sys.stderr.flush()
            line = sys.stdin.readline()
            answer = line.strip().lower()
            if answer in {"j", "ja", "n", "nej"}:
                return answer[0] == "j"
            self._has_stopped = answer in {"s", "sluta"} or not line
            self._asks = answer not in {"a", "alla"}
        return not self._has_stopped


def _key(finding: "Finding") -> tuple[str | None, ...]:
    return finding.rule, finding.fraga, finding.excerpt, finding.fix
