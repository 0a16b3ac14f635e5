"""Gathering many regions' reports into one data set: read side by side, put together in one order, written as one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from rapport.disk import workplace
from rapport.domain.kalla import Progress
from rapport.domain.regioner import REGIONER
from rapport.errors import InputError
from rapport.filenames import FORMS
from rapport.samling.namn import short_name
from rapport.store.inkomna import Asked, InkommenPost, read_inkomna
from rapport.workflow.inkomna import Inlamnad, Olast, find
from rapport.workflow.progress import silent
from rapport.workflow.samla_las import Answer, Tagen, read_all
from rapport.workflow.samla_minne import Minne, load_minne
from rapport.workflow.samla_skriv import Found, require_ours, write_data_set
from rapport.workflow.senast import DATA_SETS, remember

_KINDS = ("mapp", *(form[1:] for form in FORMS))  # best first


@dataclass
class Samling:
    """What came of gathering: the reports by what they are known by, and all that somebody should be told."""

    redovisningar: dict[str, Tagen] = field(default_factory=dict)
    olasta: list[Olast] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    dubbletter: list[Tagen] = field(default_factory=list)  # of the reports, which are not used
    is_healed: bool = False  # the last run was broken off while it wrote, and this one wrote all anew

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
        samling.is_healed = minne.is_broken_off
        found = [*find(paths, ut, work / "zip")]
        inlamnade = [one for one in found if isinstance(one, Inlamnad)]
        samling.olasta += [one for one in found if isinstance(one, Olast)]
        _sort(_answers(inlamnade, filled, minne, work, progress), samling)
        if not (samling.redovisningar or samling.asked):
            reasons = (f"{one.kalla}: {one.fel}" for one in samling.olasta)
            raise InputError("Ingen redovisning kunde läsas.", *reasons)
        write_data_set(ut, _found(samling, inlamnade), minne)
    remember(ut, DATA_SETS)
    return samling


def _found(samling: Samling, inlamnade: Iterable[Inlamnad]) -> Found:
    by_kalla = {one.kalla: one for one in inlamnade}
    asked = [(by_kalla[one.kalla], one) for one in samling.asked]
    return Found(samling.redovisningar, samling.olasta, samling.dubbletter, asked)


def _answers(
    inlamnade: Sequence[Inlamnad], filled: Mapping[str, InkommenPost], minne: Minne, work: Path, progress: Progress
) -> list[Answer]:
    """Return what each gave; what was not used the last time, and is now, is read after all."""
    by_kalla: dict[str, Answer] = {}
    wanted = inlamnade
    for turn in count():
        (place := work / str(turn)).mkdir()
        answers = read_all(wanted, filled, minne, place, progress)
        by_kalla.update((one.kalla, answer) for one, answer in zip(wanted, answers, strict=True))
        wanted = [one.inlamnad for one in _used(by_kalla.values()).values() if not one.is_at_hand]
        if not wanted:
            break
        for one in wanted:
            del minne.by_kalla[one.kalla]
    return [*by_kalla.values()]


def _used(answers: Iterable[Answer]) -> dict[str, Tagen]:
    """Return the reports by what they are known by: of two of the same region and year the better one."""
    taken = [answer for answer in answers if isinstance(answer, Tagen)]
    taken.sort(key=lambda one: (one.region, one.ar, _KINDS.index(one.inlamnad.slag), one.inlamnad.kalla))
    used: dict[str, Tagen] = {}
    for one in taken:
        used.setdefault(short_name(one.region, one.ar), one)
    return used


def _sort(answers: Sequence[Answer], samling: Samling) -> None:
    """Put each answer where it belongs."""
    samling.redovisningar = _used(answers)
    for answer in answers:
        if isinstance(answer, Olast):
            samling.olasta.append(answer)
        elif isinstance(answer, Asked):
            samling.asked.append(answer)
        else:
            _say_unless_used(answer, samling)


def _say_unless_used(one: Tagen, samling: Samling) -> None:
    used = samling.redovisningar[short_name(one.region, one.ar)]
    if used is not one:
        samling.dubbletter.append(one)
        fel = f"{one.region} har redan en redovisning för {one.ar}, {used.inlamnad.kalla}, som används. "
        samling.olasta.append(Olast(one.inlamnad.kalla, fel + "Ta bort den som inte gäller."))
