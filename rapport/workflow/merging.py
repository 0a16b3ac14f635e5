"""Merging one answer: what a document has made of it, and what the folder has, since the document was built."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from rapport.domain.hamtning import Oavgjort, Slag
from rapport.domain.svar import Svar
from rapport.prose.blocks import Blocks
from rapport.prose.count import count
from rapport.prose.markdown import Prose, parse
from rapport.prose.merging.alike import Part, key
from rapport.prose.merging.outcome import Clash, Edit, Kept, Outcome
from rapport.prose.merging.shown import as_blocks, shown
from rapport.prose.merging.threeway import merge
from rapport.prose.merging.written import as_written
from rapport.prose.render import render
from rapport.prose.tidy import tidy
from rapport.store.byggen import ByggtSvar
from rapport.store.yaml import nfc
from rapport.workflow.report import Report

Side = Literal["dokumentet", "mappen"]


@dataclass(frozen=True, slots=True)
class MergedAnswer:
    """One answer merged: what is to be written of it, what was taken in, and what has to be decided.

    ``text`` and ``kryss`` are None where they stay as they are. ``here_too`` says that the folder has changes of its
    own; ``tecken`` how long the document's answer is there and as it can be written here.
    """

    fraga: str
    text: str | None = None
    kryss: tuple[str, ...] | None = None
    edits: tuple[Edit, ...] = ()
    undecided: tuple[Oavgjort, ...] = ()
    here_too: bool = False
    tecken: tuple[int, int] = (0, 0)

    @property
    def values(self) -> dict[str, str | tuple[str, ...]]:
        """What is to be written, by key."""
        found = {"text": self.text, "kryss": self.kryss}
        return {name: value for name, value in found.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Answers:
    """One question's answers: as built (None where that is not known), in the folder, and in a document."""

    file: str
    built: ByggtSvar | None
    here: Svar
    theirs: Svar

    @property
    def is_known(self) -> bool:
        """Whether it is known what the document was built from."""
        return self.built is not None


@dataclass(frozen=True, slots=True)
class Decision:
    """What is asked for besides what is sure: all of a document of unknown origin, or one side where both differ.

    Whoever decides for a side ``has_seen`` what other documents have made of the answer, or has not.
    """

    takes_all: bool = False
    takes: Side | None = None
    has_seen: bool = False


def merge_answer(report: Report, answers: Answers, decision: Decision) -> MergedAnswer:
    """Merge a document's answer into the folder's; what both have changed stays as it is until it is decided."""
    text = _merge_text(report, answers, decision)
    kryss, undecided = _merge_kryss(answers, decision)
    left = (*text.undecided, *undecided) if decision.takes != "mappen" else ()
    return replace(text, kryss=kryss, undecided=left)


def _merge_text(report: Report, answers: Answers, decision: Decision) -> MergedAnswer:
    source = answers.here.markdown or ""
    prose = parse(source, report.expressions(source))
    here, theirs = prose.blocks, tidy(answers.theirs.blocks)
    base = answers.built.prose.blocks if answers.built else here
    merged = MergedAnswer(answers.here.fraga, here_too=not _are_same(base, here))
    if not theirs:
        return _emptied(merged, answers, base, here, decision)
    outcome = _outcome(base, here, theirs, takes_theirs=decision.takes == "dokumentet")
    undecided = tuple(_undecided(answers, "siffra" if clash.lost else "text", clash) for clash in outcome.clashes)
    if _are_same(outcome.parts, here):
        return replace(merged, edits=tuple(outcome.edits), undecided=undecided)
    if here and not (answers.is_known or decision.takes_all or decision.takes == "dokumentet"):
        return replace(merged, undecided=(_undecided(answers, "annat", Clash((), here, theirs)),))
    text = nfc(as_written(source, prose, outcome.kept))
    again = parse(text, report.expressions(text))
    if not _are_same(again.blocks, outcome.parts) or _faults(again) - _faults(prose):
        text = nfc(render(as_blocks(outcome.parts)))  # a list beside a list, say, that must not become one
    tecken = count(answers.theirs.blocks), count(theirs)
    return replace(merged, text=text, edits=tuple(outcome.edits), undecided=undecided, tecken=tecken)


def _faults(prose: Prose) -> Counter[str]:
    return Counter(problem.message for problem in prose.problems if problem.is_error)


def _emptied(merged: MergedAnswer, answers: Answers, base: Blocks, here: Blocks, decision: Decision) -> MergedAnswer:
    """Return what to do with an answer that a document has nothing of: it was emptied, or never there."""
    if not (base and here and answers.is_known):
        return merged
    if decision.takes == "dokumentet":
        return replace(merged, text="", edits=(Edit("avgjort", base[0], None),))
    return replace(merged, undecided=(_undecided(answers, "tomt", Clash(base, here, ())),))


def _are_same(one: Sequence[Part], other: Sequence[Part]) -> bool:
    return list(map(key, one)) == list(map(key, other))


def _outcome(base: Blocks, here: Blocks, theirs: Blocks, *, takes_theirs: bool) -> Outcome:
    """Merge; two answers to a question that had none are not to be put after each other."""
    if base or not here:
        return merge(base, here, theirs, takes_theirs=takes_theirs)
    known = {key(shown(block)) for block in here}
    if all(key(block) in known for block in theirs):
        return Outcome([Kept(block, number) for number, block in enumerate(here)])
    if takes_theirs:
        return Outcome([Kept(block) for block in theirs], [Edit("avgjort", here[0], theirs[0])])
    return Outcome([Kept(block, number) for number, block in enumerate(here)], [], [Clash((), here, theirs)])


def _merge_kryss(answers: Answers, decision: Decision) -> tuple[tuple[str, ...] | None, list[Oavgjort]]:
    here, theirs = answers.here.kryss, answers.theirs.kryss
    base = answers.built.kryss if answers.built else here
    if theirs in (base, here):
        return None, []
    if not theirs and not answers.is_known:
        return None, []  # silence changes nothing
    is_sure = theirs and (here == base if answers.is_known else decision.takes_all or not here)
    if is_sure or decision.takes == "dokumentet":
        return theirs, []
    words = [", ".join(kryss) or "inget kryss" for kryss in (base, here, theirs)]
    built = words[0] if answers.is_known else None
    return None, [Oavgjort(answers.here.fraga, answers.file, "kryss", built, words[1], words[2])]


def _undecided(answers: Answers, slag: Slag, clash: Clash) -> Oavgjort:
    before = as_markdown(clash.built) if answers.is_known else None
    here, theirs = as_markdown(clash.here), as_markdown(clash.theirs)
    return Oavgjort(answers.here.fraga, answers.file, slag, before, here, theirs, clash.lost)


def as_markdown(parts: Sequence[Part]) -> str:
    """Return parts as Markdown with their figures as a document shows them."""
    return nfc(render(as_blocks([shown(part) for part in parts]))).rstrip("\n")
