"""Gathering many regions' reports into one data set: read side by side, put together in one order, written as one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rapport.disk import workplace
from rapport.domain.kalla import Progress
from rapport.domain.regioner import REGIONER
from rapport.errors import InputError
from rapport.filenames import FORMS
from rapport.samling.namn import short_name
from rapport.store.inkomna import Asked, read_inkomna
from rapport.workflow.inkomna import Inlamnad, Olast, find
from rapport.workflow.progress import silent
from rapport.workflow.samla_las import Answer, Tagen, read_all
from rapport.workflow.samla_minne import load_minne
from rapport.workflow.samla_skriv import require_ours, write_data_set

_KINDS = ("mapp", *(form[1:] for form in FORMS))  # best first


@dataclass
class Samling:
    """What came of gathering: the reports by what they are known by, and all that somebody should be told."""

    redovisningar: dict[str, Tagen] = field(default_factory=dict)
    olasta: list[Olast] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @property
    def read(self) -> int:
        """How many reports were read now; the others are as they were the last time."""
        return sum(one.rows is not None for one in self.redovisningar.values())

    @property
    def missing(self) -> dict[int, list[str]]:
        """The regions of the 21 whose report is not there, by the years that there are reports of."""
        there = {(one.region, one.ar) for one in self.redovisningar.values()}
        years = sorted({ar for _, ar in there})
        return {ar: [region for region in REGIONER if (region, ar) not in there] for ar in years}


def gather(paths: Sequence[Path], ut: Path, progress: Progress = silent) -> Samling:
    """Read everything handed in under some paths and write the data set into a folder.

    One file that cannot be read never stops the rest. Raises InputError where nothing can be, and what writing does.
    """
    require_ours(ut)
    samling = Samling()
    filled, faults = read_inkomna(ut)
    samling.faults += [f"{one.place}: {one.message} {one.hint or ''}".rstrip() for one in faults]
    with workplace() as work:
        minne = load_minne(ut)
        found = [*find(paths, ut, work / "zip")]
        inkomna = [one for one in found if isinstance(one, Inlamnad)]
        samling.olasta += [one for one in found if isinstance(one, Olast)]
        _sort(read_all(inkomna, filled, minne, work, progress), samling)
        if not (samling.redovisningar or samling.asked):
            reasons = (f"{one.kalla}: {one.fel}" for one in samling.olasta)
            raise InputError("Ingen redovisning kunde läsas.", *reasons)
        write_data_set(ut, samling.redovisningar, samling.olasta, samling.asked, minne)
    return samling


def _sort(answers: Iterable[Answer], samling: Samling) -> None:
    """Put each answer where it belongs; of two reports of the same region and year the better one is taken."""
    taken = []
    for answer in answers:
        if isinstance(answer, Tagen):
            taken.append(answer)
        elif isinstance(answer, Olast):
            samling.olasta.append(answer)
        else:
            samling.asked.append(answer)
    taken.sort(key=lambda one: (one.region, one.ar, _KINDS.index(one.inlamnad.slag), one.inlamnad.kalla))
    for one in taken:
        name = short_name(one.region, one.ar)
        first = samling.redovisningar.setdefault(name, one)
        if first is not one:
            fel = f"{one.region} har redan en redovisning för {one.ar}, {first.inlamnad.kalla}, som används. "
            hint = "Ta bort den som inte gäller."
            samling.olasta.append(Olast(one.inlamnad.kalla, fel + hint))
