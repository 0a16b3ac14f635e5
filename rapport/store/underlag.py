"""A report folder's files → Underlag, with a finding for every answer in them that cannot be used."""

from dataclasses import dataclass, field

from rapport.domain.mall import Mall
from rapport.domain.places import Places, Source
from rapport.domain.svar import Svar
from rapport.domain.underlag import Allvar, Loaded, Redovisning, Underlag
from rapport.finding import Finding, Place, Related
from rapport.nearest import nearest
from rapport.prose.expression import Evaluate
from rapport.store.answer import Answer, answer_findings, read_answer, text_source
from rapport.store.area_file import AreaFile
from rapport.store.folder import Folder
from rapport.store.schema import OmradeFil, SvarPost
from rapport.store.yaml import Document

_ALLVAR: dict[str, Allvar] = {"fel": "error", "varning": "warning", "upplysning": "info", "av": "av"}


class Reader:
    """Makes a report of a folder's files, and remembers each answer as long as its entry is the same."""

    def __init__(self, mall: Mall, evaluate: Evaluate | None) -> None:
        self.mall = mall
        self._evaluate = evaluate
        self._answers: dict[str, tuple[str, Answer]] = {}

    def read(self, folder: Folder) -> Loaded:
        """Return the report that the files are, and all that is wrong with them."""
        collected = _Collected(self, list(folder.findings))
        for read in folder.area_files.values():
            collected.take(read.area)
        places = Places(
            {nummer: tuple(found) for nummer, found in collected.places_by_omrade.items()},
            collected.place_by_fraga,
            collected.source_by_fraga,
            {rule: _regel_place(folder.document, rule) for rule in folder.rapport.regler},
            collected.place_by_waiver,
        )
        underlag = Underlag(
            kalla=folder.path.as_posix(),
            redovisning=_redovisning(folder, self.mall),
            svar_by_fraga=collected.svar_by_fraga,
            sidhuvud=folder.rapport.sidhuvud == "ja",
            olasta=frozenset(collected.olasta),
            allvar={rule: _ALLVAR[word] for rule, word in folder.rapport.regler.items()},
            places=places,
        )
        return Loaded(underlag, tuple(collected.findings))

    def answer(self, fraga: str, entry: SvarPost, ansvarig: str) -> Answer:
        """Return an entry as an answer, the same object as last time when the entry is."""
        known = self._answers.get(fraga)
        if known and known[0] == ansvarig and known[1].entry == entry:
            return known[1]
        answer = read_answer(self.mall.fraga_by_id[fraga], entry, ansvarig, self._evaluate)
        self._answers[fraga] = ansvarig, answer
        return answer


def _redovisning(folder: Folder, mall: Mall) -> Redovisning:
    rapport = folder.rapport
    return Redovisning(mall, rapport.region, rapport.ar, rapport.diarienummer or None, tuple(rapport.ordlista))


def _regel_place(document: Document, rule: str) -> Place:
    return document.place(document.key(("regler", rule)) or document.root)


@dataclass(slots=True)
class _Collected:
    """What has been read of a folder so far."""

    reader: Reader
    findings: list[Finding]
    svar_by_fraga: dict[str, Svar] = field(default_factory=dict)
    places_by_omrade: dict[int, list[Place]] = field(default_factory=dict)
    place_by_fraga: dict[str, Place] = field(default_factory=dict)
    source_by_fraga: dict[str, Source] = field(default_factory=dict)
    place_by_waiver: dict[tuple[str, str], Place] = field(default_factory=dict)
    olasta: set[int] = field(default_factory=set)

    def take(self, area: AreaFile) -> None:
        """Take in one file's answers and faults."""
        self.findings += area.findings
        self.olasta |= area.olasta
        document, post = area.document, area.post
        if not document or not post:
            return
        mall = self.reader.mall
        omrade = mall.omrade_by_nummer.get(post.omrade)
        if not omrade:
            known = ", ".join(map(str, mall.omrade_by_nummer))
            place = document.place(document.find(("område",)))
            message = f"Område {post.omrade} finns inte i mallen {mall.id}."
            self.findings.append(Finding("okand-fraga", "error", message, f"Områdena är {known}.", place))
            return
        place = document.place(document.key(("svar",)) or document.root)
        self.places_by_omrade.setdefault(post.omrade, []).append(place)
        known_fragor = [fraga.id for fraga in omrade.fragor]
        for fraga in post.svar:
            key = document.key(("svar", fraga))
            place = document.place(key) if key else place
            if fraga not in known_fragor:
                self.findings.append(_unknown(mall, fraga, post.omrade, place))
            elif fraga in self.svar_by_fraga:
                self.findings.append(_twice(fraga, post.omrade, place, self.place_by_fraga[fraga]))
            else:
                self._take_answer(document, post, fraga, place)

    def _take_answer(self, document: Document, post: OmradeFil, fraga: str, place: Place) -> None:
        answer = self.reader.answer(fraga, post.svar[fraga], post.ansvarig)
        source = text_source(document, fraga)
        self.svar_by_fraga[fraga] = answer.svar
        self.place_by_fraga[fraga] = place
        if source:
            self.source_by_fraga[fraga] = source
        for rule in answer.svar.tillat:
            key = document.key(("svar", fraga, "tillåt", rule))
            self.place_by_waiver[fraga, rule] = document.place(key) if key else place
        self.findings += answer_findings(answer, source, post.omrade, document.path)


def _unknown(mall: Mall, fraga: str, omrade: int, place: Place) -> Finding:
    known = [one.id for one in mall.omrade_by_nummer[omrade].fragor]
    parts = [name for name in known if name[:-1] == fraga]
    if fraga in mall.fraga_by_id:
        hint = f"Flytta svaret till område {mall.omrade_of(fraga).nummer}."
    elif parts:
        hint = f"Den besvaras som {', '.join(parts)}."
    else:
        guess = nearest(fraga, known)
        hint = f"Frågorna i området är {known[0]}–{known[-1]}." + (f" Menade du {guess}?" if guess else "")
    message = f"Fråga {fraga} finns inte i område {omrade}, så svaret kommer inte med."
    return Finding("okand-fraga", "error", message, hint, place, omrade, fraga)


def _twice(fraga: str, omrade: int, place: Place, first: Place) -> Finding:
    message = f"Fråga {fraga} besvaras två gånger."
    hint = f"Behåll ett ställe: {first} eller {place}."
    return Finding("dubbelt-svar", "error", message, hint, place, omrade, fraga, related=(Related(first, fraga),))
