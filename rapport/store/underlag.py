"""A report folder's files → Underlag, with a finding for every answer in them that cannot be used."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rapport.domain.mall import Mall
from rapport.domain.places import Places, Source
from rapport.domain.underlag import Allvar, Loaded, Redovisning, Underlag
from rapport.finding import Finding, Place
from rapport.limits import YAML_FINDINGS
from rapport.prose.expression import Evaluate
from rapport.prose.numbers import thousands
from rapport.store.answer import Answer, answer_findings, read_answer, said_once, table_findings, text_source
from rapport.store.area_file import AreaFile
from rapport.store.folder import Folder
from rapport.store.homeless import twice, unknown, unknown_area
from rapport.store.nodes import Document
from rapport.store.schema import OmradeFil

if TYPE_CHECKING:
    from rapport.domain.svar import Svar

_BEFORE, _AFTER = 1, 9  # years that a form may be used, seen from its own
_ALLVAR: dict[str, Allvar] = {"fel": "error", "varning": "warning", "upplysning": "info", "av": "av"}


class ReportReader:
    """Makes a report of a folder's files, and remembers each file and each answer as long as it is the same."""

    def __init__(self, mall: Mall, evaluate: Evaluate | None) -> None:
        self.mall = mall
        self._evaluate = evaluate
        self._areas: dict[str, _Area] = {}
        self._answers: dict[tuple[str, str], tuple[str, Answer]] = {}
        self._redovisning = Redovisning(mall)

    def read(self, folder: Folder) -> Loaded:
        """Return the report that the files are, and all that is wrong with them."""
        collected = _Collected(list(folder.findings))
        for path, read in folder.area_files.items():
            collected.take(self._area(path, read.area))
        redovisning = _redovisning(folder, self.mall)
        if redovisning != self._redovisning:  # the same object as long as it says the same: rules remember by it
            self._redovisning = redovisning
        findings = (*collected.findings, *said_once(collected.of_tables), *_unlikely_year(folder, self.mall))
        return Loaded(collected.underlag(folder, self._redovisning), findings)

    def _area(self, path: str, area: AreaFile) -> "_Area":
        """Return what a file gives, as it was found the last time when it is the same."""
        known = self._areas.get(path)
        if known is None or known.area is not area:
            known = self._areas[path] = _Area(self, area)
        return known

    def answer(self, path: str, fraga: str, post: OmradeFil) -> Answer:
        """Return an entry of a file as an answer, the same object as last time when the entry is."""
        entry, ansvarig = post.svar[fraga], post.ansvarig
        known = self._answers.get((path, fraga))
        if known and known[0] == ansvarig and known[1].entry == entry:
            return known[1]
        if known:
            known[1].svar.forget()
        answer = read_answer(self.mall.fraga_by_id[fraga], entry, ansvarig, self._evaluate)
        self._answers[path, fraga] = ansvarig, answer
        return answer


def _redovisning(folder: Folder, mall: Mall) -> Redovisning:
    rapport = folder.rapport
    return Redovisning(mall, rapport.region, rapport.ar, rapport.diarienummer or None, tuple(rapport.ordlista))


def _unlikely_year(folder: Folder, mall: Mall) -> Iterator[Finding]:
    """Yield a finding where the year cannot be one that the form is answered for: 2052 is 2025 mistyped."""
    ar = folder.rapport.ar
    if not mall.ar - _BEFORE <= ar <= mall.ar + _AFTER:
        message = f"år är {ar}, men formuläret {mall.id} är för {mall.ar} års redovisning och åren närmast efter."
        hint = "Skriv det år som redovisas, med fyra siffror."
        yield Finding("yaml", "warning", message, hint, folder.document.place(folder.document.find(("år",))))


def _first(findings: list[Finding], path: str) -> list[Finding]:
    """Return as many of a file's findings as are shown, and one that says how many more there are."""
    if len(findings) <= YAML_FINDINGS.most:
        return findings
    shown = sorted(findings, key=lambda finding: finding.place.line or 0)[: YAML_FINDINGS.most]
    message = f"Filen har {thousands(len(findings) - len(shown))} anmärkningar till, som inte visas än."
    return [*shown, Finding("yaml", "error", message, "Rätta de första och kör igen.", Place(path, 1, 1))]


class _Area:
    """What one file gives: its answers with their places, and what is wrong in it, whatever the others have."""

    def __init__(self, reader: ReportReader, area: AreaFile) -> None:
        self.area = area
        self.omrade: int | None = None
        self.ansvarig = ""
        self.place = Place(area.path)
        self.findings = list(area.findings)
        self.svar: list[Svar] = []
        self.places: dict[str, Place] = {}
        self.sources: dict[str, Source] = {}
        self.faults: dict[str, tuple[list[Finding], list[Finding]]] = {}  # the second are of tables
        self.waivers: dict[tuple[str, str], Place] = {}
        if area.document and area.post:
            self._read(reader, area.document, area.post)
        self.findings = _first(self.findings, area.path)

    def _read(self, reader: ReportReader, document: Document, post: OmradeFil) -> None:
        omrade = reader.mall.omrade_by_nummer.get(post.omrade)
        if not omrade:
            self.findings.append(unknown_area(reader.mall, document, post.omrade))
            return
        self.omrade, self.ansvarig = post.omrade, post.ansvarig
        self.place = place = document.place(document.key(("svar",)) or document.root)
        known = {fraga.id for fraga in omrade.fragor}
        for fraga in post.svar:
            key = document.key(("svar", fraga))
            place = document.place(key) if key else place
            if fraga in known:
                self._read_answer(reader, document, post, fraga, place)
            else:
                self.findings.append(unknown(reader.mall, fraga, post.omrade, place))

    def _read_answer(self, reader: ReportReader, document: Document, post: OmradeFil, fraga: str, place: Place) -> None:
        answer = reader.answer(document.path, fraga, post)
        source = text_source(document, fraga)
        self.svar.append(answer.svar)
        self.places[fraga] = place
        if source:
            self.sources[fraga] = source
        for rule in answer.svar.tillat:
            key = document.key(("svar", fraga, "tillåt", rule))
            self.waivers[fraga, rule] = document.place(key) if key else place
        at = (answer, source, post.omrade, document.path)
        self.faults[fraga] = [*answer_findings(*at)], [*table_findings(*at)]


class _Collected:
    """What the files give together: a question answered twice keeps its first answer."""

    def __init__(self, findings: list[Finding]) -> None:
        self.findings = findings
        self.of_tables: list[Finding] = []
        self.svar_by_fraga: dict[str, Svar] = {}
        self.olasta: set[int] = set()
        self._by_omrade: dict[int, tuple[Place, ...]] = {}
        self._ansvarig: dict[int, str] = {}
        self._by_fraga: dict[str, Place] = {}
        self._sources: dict[str, Source] = {}
        self._waivers: dict[tuple[str, str], Place] = {}

    def take(self, area: _Area) -> None:
        """Take in one file's answers and faults."""
        self.findings += area.findings
        self.olasta |= area.area.olasta
        if area.omrade is None:
            return
        self._by_omrade[area.omrade] = (*self._by_omrade.get(area.omrade, ()), area.place)
        self._waivers |= area.waivers
        if area.ansvarig:
            named = self._ansvarig.get(area.omrade, "").split(", ")
            self._ansvarig[area.omrade] = ", ".join(dict.fromkeys(filter(None, [*named, area.ansvarig])))
        for svar in area.svar:
            fraga, place = svar.fraga, area.places[svar.fraga]
            if fraga in self.svar_by_fraga:
                self.findings.append(twice(fraga, area.omrade, place, self._by_fraga[fraga]))
                continue
            self.svar_by_fraga[fraga] = svar
            self._by_fraga[fraga] = place
            own, of_tables = area.faults[fraga]
            self.findings += own
            self.of_tables += of_tables
            if source := area.sources.get(fraga):
                self._sources[fraga] = source

    def underlag(self, folder: Folder, redovisning: Redovisning) -> Underlag:
        """Return all that has been taken in as a report."""
        rapport, document = folder.rapport, folder.document
        by_regel = {rule: document.place(document.key(("regler", rule)) or document.root) for rule in rapport.regler}
        return Underlag(
            kalla=folder.path.as_posix(),
            redovisning=redovisning,
            svar_by_fraga=self.svar_by_fraga,
            sidhuvud=rapport.sidhuvud == "ja",
            olasta=frozenset(self.olasta),
            ansvarig_by_omrade=self._ansvarig,
            allvar={rule: _ALLVAR[word] for rule, word in rapport.regler.items()},
            places=Places(self._by_omrade, self._by_fraga, self._sources, by_regel, self._waivers),
        )
