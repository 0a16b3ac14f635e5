"""The report folder that the pages write in: the report in memory, what was known of each answer, what is in dispute.

One thread at a time is in here; whoever calls sees to that. Nothing that a page has written is overwritten by what is
on disk, nor the other way about: the two are made one, and where they cannot be, the page asks.
"""

from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import time

from rapport.domain.begart import begart_by_fraga
from rapport.errors import InputError, OutputError, RapportError
from rapport.finding import Finding, Place
from rapport.output.interface import granskning_of
from rapport.webb.grund import Base, Grund, base_of
from rapport.webb.strid import Disk, Saved, Sending, Strid, StridError, UnknownError
from rapport.workflow import open_report
from rapport.workflow.answering import AreaFile, SvarPost, Values, entry, merged, put, stamp, with_changes
from rapport.workflow.begun import has_report
from rapport.workflow.conflict import Conflict
from rapport.workflow.skrivna import Sent, Skrivna
from rapport.workflow.stillness import wait_until_still

COMMAND = "redigera"
_KNOWN = 2_000  # entries that are remembered, to merge with what was written from them
_TRIES = 5  # nobody saves so often
_GONE = "Redovisningen finns inte längre i {}. Har mappen flyttats eller bytt namn, eller är nätverket borta?"
Asked = Values | Callable[[SvarPost], Values]


class Session:
    """A report folder; see the module. InputError where there is no report to open."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.report = open_report(folder)
        if self.report.is_document:
            raise InputError(f"{folder} är ett Worddokument. Hämta svaren till en mapp först, med rapport importera.")
        underlag, findings = self.report.underlag, self.report.loaded.findings
        self.is_checked = False
        self.granskning = granskning_of(underlag, underlag.mall.omraden, findings)  # until it has been checked
        self.begar = begart_by_fraga(underlag)
        self.version = int(time() * 1000)  # grows with each change, and from one start of the program to the next
        self.run = self.version  # which start of the program this is
        self.skrivna = Skrivna(folder)
        self.strider: dict[str, Strid] = {}
        self.faults: tuple[Finding, ...] = ()
        self._files: frozenset[str] = frozenset()
        self._was: dict[str, SvarPost] = {}  # of the unsaved answers, as they were on disk
        self._known: OrderedDict[tuple[str, str], SvarPost] = OrderedDict()

    def entry(self, fraga: str) -> tuple[SvarPost, str]:
        """Return an answer's entry as it stands, and what it is known by from now on."""
        post = entry(self.report, fraga)
        name = stamp(post)
        self._known[fraga, name] = post
        self._known.move_to_end((fraga, name))
        while len(self._known) > _KNOWN:
            self._known.popitem(last=False)
        return post, name

    def change(
        self, fraga: str, version: str, values: Asked, was: SvarPost | None = None, sending: Sending | None = None
    ) -> tuple[bool, str]:
        """Change an answer as somebody has written it who had ``version`` of it.

        ``values`` are the changed keys, or what gives them of that version; ``was`` is that version itself, for when
        the program has been started anew since. Return whether it was merged with what others have written, and what
        it is known by as it was sent. StridError where both have changed the same; UnknownError where a writer has to
        say what it grew out of. Then nothing is changed.
        """
        now, current = self.entry(fraga)
        known = self._known.get((fraga, version))
        if sending and sending.nummer <= self.skrivna.numbers(fraga).get(sending.skrivare, 0):
            return False, current  # overtaken by what she wrote after it
        grown = base_of(fraga, Grund(version, known, was), sending, self.skrivna) if sending else Base(known or was)
        base = grown.post
        if base is None and sending:
            raise UnknownError(f"Svar {fraga} skrevs från en text som inte är känd här.")
        start = base or now
        mine = with_changes(start, _ended(values(start) if callable(values) else values, start))
        post = mine if now in (base, mine) else merged(base, mine, now) if base and grown.is_sure else None
        if post is None:
            raise StridError(Strid(fraga, base, mine, now, self.on_disk(fraga), self.skrivna.numbers(fraga)))
        self._put(fraga, post)
        self._known[fraga, stamp(mine)] = mine
        if sending:
            self.skrivna.note(sending.skrivare, fraga, Sent(sending.nummer, mine))
            if grown.is_whole:
                self.skrivna.note_seen(fraga, sending.sett or {})
        return post != mine, stamp(mine)

    def replace(self, fraga: str, was: SvarPost, area: AreaFile) -> None:
        """Let an area file be as a correction of an answer makes it, unsaved."""
        if fraga not in self.report.unsaved:
            self._was[fraga] = was
        self.report.replace_file(area)
        self.version += 1

    def is_on_disk(self, fraga: str) -> bool:
        """Whether all that has been received of an answer is in its file."""
        return fraga not in self.strider and fraga not in self.report.unsaved

    def on_disk(self, fraga: str) -> Disk | None:
        """Return an answer as it was read from its file; None where that has all that has been received."""
        now = entry(self.report, fraga)
        post = self._was.get(fraga, now) if fraga in self.report.unsaved else now
        return None if self.is_on_disk(fraga) else Disk(post, self.skrivna.on_disk(fraga))

    def settled(self, fraga: str) -> None:
        """Note that somebody has decided which text is to stand."""
        self.strider.pop(fraga, None)

    def stamps(self) -> dict[str, str]:
        """Return what each answer is known by as it stands."""
        return {fraga: stamp(entry(self.report, fraga)) for fraga in self.report.underlag.mall.fraga_by_id}

    def save(self) -> Saved:
        """Write what is unsaved; what somebody else has saved meanwhile is taken in first, and disputes put aside."""
        if self.report.unsaved and not has_report(self.folder):
            raise OutputError(_GONE.format(self.folder))
        for last in (*[False] * (_TRIES - 1), True):
            unsaved = self.report.unsaved
            try:
                files = self.report.save(COMMAND, self.skrivna.as_file() if unsaved else {})
            except Conflict:
                if last:
                    raise
                self.wait_until_still()
                self.take_in()
            else:
                self._was.clear()
                self.skrivna.saved(unsaved)
                self.version += bool(files)
                received = {fraga: self.skrivna.numbers(fraga) for fraga in unsaved}
                return Saved({fraga: self.entry(fraga)[1] for fraga in unsaved}, self.version, tuple(files), received)
        raise AssertionError("the last try returns or raises")

    def wait_until_still(self) -> None:
        """Wait, not for long, until nobody is in the middle of writing the files; in any thread."""
        self._files = wait_until_still(self.folder, self._files)

    def take_in(self) -> tuple[Strid, ...]:
        """Take in what has changed on disk; return the unsaved answers that it cannot be made one with.

        Of those what is on disk stands from now on, and what was written here is kept beside it until somebody decides.
        """
        mine = {fraga: entry(self.report, fraga) for fraga in self.report.unsaved}
        was = {fraga: self._was.get(fraga, post) for fraga, post in mine.items()}
        self.report.revert()
        try:
            self.faults = self.report.reload(keeps_readable=True)
        except (RapportError, OSError) as error:  # what was read the last time stands in
            self.faults = (Finding("yaml", "error", str(error), place=Place("rapport.yaml", 1, 1)),)
        known = self.report.underlag.mall.fraga_by_id  # whoever has another open is told so when she asks for it
        found = [self._again(fraga, was[fraga], post) for fraga, post in mine.items() if fraga in known]
        self.version += 1
        return tuple(filter(None, found))

    def _again(self, fraga: str, was: SvarPost, mine: SvarPost) -> Strid | None:
        """Put back what was written here over what is on disk now.

        Where it cannot be, no text from before is known any longer: what grew out of one would come without it.
        """
        now, _ = self.entry(fraga)
        with suppress(RapportError):  # where theirs is written so that nothing can be put in it
            if post := merged(was, mine, now):
                self._put(fraga, post)
                return None
        self.skrivna.forget(fraga)
        self._known = OrderedDict((key, post) for key, post in self._known.items() if key[0] != fraga)
        self.entry(fraga)
        self.strider[fraga] = Strid(fraga, was, mine, now)
        return self.strider[fraga]

    def _put(self, fraga: str, post: SvarPost) -> None:
        if fraga not in self.report.unsaved:
            self._was[fraga] = entry(self.report, fraga)
        put(self.report, fraga, post)
        self.version += 1


def _ended(values: Values, was: SvarPost) -> Values:
    """Return values with a text that ends as it did: what a page gives may lack the last line's end."""
    text = values.get("text")
    if not isinstance(text, str) or not text.strip() or text.endswith("\n") or (was.text and was.text[-1] != "\n"):
        return values
    return {**values, "text": text + "\n"}
