"""Where the words of a report's files lead: to an answer, the register, a table's cells, last year's answer."""

from collections.abc import Callable

from rapport.checks.references.questions import parts_by_id
from rapport.domain.kalla import Kalla
from rapport.domain.underlag import Underlag
from rapport.finding import Place
from rapport.store.folder import KALLOR, PAPERS
from rapport.workflow.entries import entries, entry_at, place_for
from rapport.workflow.goal import Goal
from rapport.workflow.in_tables import InTables
from rapport.workflow.report import Report
from rapport.workflow.things import Thing, thing_at, things


class Going:
    """The ways from a report's files; ``read`` gives a file's text by its path, None where it has none."""

    def __init__(self, report: Report, underlag: Underlag, read: Callable[[str], str | None]) -> None:
        self.underlag = underlag
        self._tables = InTables(report.path, report.figures)
        self._read = read

    def thing(self, name: str, offset: int) -> Thing | None:
        """Return what the words at a place in a file stand for."""
        text = self._read(name)
        return thing_at(text, self.underlag, offset) if text else None

    def goals(self, thing: Thing, near: str = "") -> list[Goal]:
        """Return where some words lead; ``near`` is their own file, which may never have been read as YAML."""
        key = thing.key
        match thing.kind:
            case "fraga":
                parts = parts_by_id(self.underlag.mall).get(key[0], ())
                return [goal for goal in dict.fromkeys(self.question(part, near) for part in parts) if goal]
            case "omrade":
                place = self.underlag.places.of_omrade(int(key[0]))
                return [Goal(place.path, place)] if place.path else []
            case "diarienummer" | "kalla":
                return _in_register(self._kallor(thing)) or (
                    self._tables.with_text(key[0]) if thing.kind == "diarienummer" else []
                )
            case _:
                return self._tables.goals(*key)

    def papers(self, thing: Thing) -> list[Goal]:
        """Return the papers themselves that a case number, or a title, is of."""
        return [Goal(f"{PAPERS}/{kalla.fil}") for kalla in self._kallor(thing) if kalla.fil]

    def _kallor(self, thing: Thing) -> list[Kalla]:
        """Return the papers of a case, or the one that words name."""
        kallor, key = self.underlag.kallor.kallor, thing.key[0]
        if thing.kind == "diarienummer":
            return [kalla for kalla in kallor if kalla.diarienummer == key]
        return [kalla for kalla in kallor if kalla.id == key] if thing.kind == "kalla" else []

    def question(self, fraga: str, near: str = "") -> Goal | None:
        """Return where the answer to a question stands, or would; None where its area has no file."""
        omrade = self.underlag.mall.omrade_of(fraga)
        ids = [one.id for one in omrade.fragor]
        if place := self.underlag.places.by_fraga.get(fraga):
            return Goal(place.path, place) if place.path else None
        known = self.underlag.places.of_omrade(omrade.nummer).path
        path = known or near
        text = self._read(path) if path else None
        found = entries(text, ids) if text else []
        if text is None or not (known or found):
            return None
        at = place_for(text, found, fraga, ids)
        return Goal(path, span=(at, next((one.key_end for one in found if one.start == at), at)))

    def last_year(self, name: str, offset: int) -> list[Goal]:
        """Return where the answer that a place is in stood the year before; nothing where that is in Word."""
        forra, text = self.underlag.forra, self._read(name)
        entry = entry_at(text, entries(text, self.underlag.mall.fraga_by_id), offset) if text else None
        before = forra.svar(entry.fraga) if forra and entry else None
        place = forra.place(before) if forra and before else Place()
        return [Goal(place.path, place)] if place.path and place.line else []

    def mentions(self, thing: Thing, *files: str) -> list[Goal]:
        """Return everywhere that the same is named: in the files given, or in all with answers and the register."""
        by_omrade = self.underlag.places.by_omrade.values()
        every = [place.path for places in by_omrade for place in places if place.path]
        register = [KALLOR] if self.underlag.kallor.kallor else []  # where it has been refused it is not read here
        found = []
        for path in dict.fromkeys(files or [*every, *register]):
            text = self._read(path)
            same = (one for one in things(text, self.underlag) if one[:2] == thing[:2]) if text else ()
            found += [Goal(path, span=(one.start, one.end)) for one in same]
        return found


def _in_register(kallor: list[Kalla]) -> list[Goal]:
    return [Goal(kalla.place.path, kalla.place) for kalla in kallor if kalla.place.path]
