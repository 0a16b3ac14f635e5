"""The report folder → Underlag, with a finding for everything in it that cannot be used."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from rapport.domain.figur import Rendered, Renderer
from rapport.domain.mall import Mall
from rapport.domain.svar import Locator, Svar, nowhere
from rapport.domain.underlag import Allvar, Loaded, Underlag
from rapport.errors import InputError
from rapport.finding import Finding, Place, Related, Severity
from rapport.nearest import nearest
from rapport.prose.markdown import parse as parse_markdown
from rapport.prose.problem import Problem
from rapport.store.files import read_text, require_folder
from rapport.store.locate import locate, position
from rapport.store.mall import form_folder, load_mall
from rapport.store.rendered import (
    fault_findings,
    has_expressions,
    locate_rendered,
    problem_place,
    render,
    with_figures,
)
from rapport.store.schema import OmradeFil, RapportFil, SvarPost
from rapport.store.unread import unread_lines
from rapport.store.validate import validate
from rapport.store.yaml import Document, Keys, Scalar, parse

RAPPORT = "rapport.yaml"
_ALLVAR: dict[str, Allvar] = {"fel": "error", "varning": "warning", "upplysning": "info", "av": "av"}
_NOT_AREAS = {RAPPORT, "kallor.yaml"}
_MAX_FILES = 200
_OMRADE = re.compile(r"^\ufeff?område[ \t]*:[ \t]*[\"']?(\d+)", re.MULTILINE)


def load(folder: Path, renderer: Renderer | None = None) -> Loaded:
    """Read a report folder; ``renderer`` puts figures where expressions are, without one they stay as written.

    Raises InputError where there is no report to speak of: no folder, no usable rapport.yaml, no such form.
    Everything else is a finding, and one bad file never hides the others.
    """
    require_folder(folder)
    rapport, document, findings = _rapport(folder)
    try:
        mall = load_mall(form_folder(rapport.mall, folder))
    except InputError as error:
        raise InputError(f"{folder / RAPPORT}, mall: {error}") from error
    reader = _Reader(folder, mall, findings, renderer)
    for file in _area_files(folder):
        reader.read(file)
    underlag = Underlag(
        kalla=folder.as_posix(),
        mall=mall,
        region=rapport.region,
        ar=rapport.ar,
        diarienummer=rapport.diarienummer or None,
        sidhuvud=rapport.sidhuvud == "ja",
        allvar={
            rule: (_ALLVAR[word], document.place(document.key(("regler", rule)) or document.root))
            for rule, word in rapport.regler.items()
        },
        ordlista=tuple(rapport.ordlista),
        svar_by_fraga=reader.svar_by_fraga,
        places_by_omrade=reader.places_by_omrade,
        olasta=frozenset(reader.olasta),
    )
    return Loaded(underlag, tuple(reader.findings))


def _rapport(folder: Path) -> tuple[RapportFil, Document, list[Finding]]:
    file = folder / RAPPORT
    if not file.exists():
        if not any(folder.iterdir()):
            raise InputError(f"Mappen {folder} är tom. Skapa en redovisning med rapport ny.")
        raise InputError(f"Mappen {folder} har ingen {RAPPORT}. Är det rätt mapp? En ny skapas med rapport ny.")
    source, findings = read_text(file, RAPPORT)
    if not findings:
        document, findings = parse(source, RAPPORT)
        if document:
            rapport, more = validate(document, RapportFil)
            findings += more
            if rapport:
                return rapport, document, findings
    faults = "\n".join(f"  {f.place}: {f.message} {_hint_here(f)}" for f in findings)
    raise InputError(f"{file} kan inte användas:\n{faults}")


def _hint_here(finding: Finding) -> str:
    """Return what to do about a fault in rapport.yaml, which has no text: of an answer."""
    hint = finding.hint or ""
    return "Kontrollera citattecken, klamrar och indrag på raden." if "text: |" in hint else hint


def _area_files(folder: Path) -> list[Path]:
    files = sorted(file for pattern in ("*.yaml", "*.yml") for file in folder.glob(pattern))
    files = [file for file in files if file.name not in _NOT_AREAS and file.name[0] not in ".~"]
    if len(files) > _MAX_FILES:
        raise InputError(f"Mappen {folder} har {len(files)} YAML-filer; fler än {_MAX_FILES} läses inte.")
    return files


@dataclass(slots=True)
class _Reader:
    """Collects the answers of all area files."""

    folder: Path
    mall: Mall
    findings: list[Finding]
    renderer: Renderer | None
    svar_by_fraga: dict[str, Svar] = field(default_factory=dict)
    places_by_omrade: dict[int, list[Place]] = field(default_factory=dict)
    olasta: set[int] = field(default_factory=set)

    def read(self, file: Path) -> None:
        shown = file.name
        if refusal := self._refusal(file):
            self.findings.append(refusal)
            return
        source, findings = read_text(file, shown)
        document = None
        if not findings:
            document, findings = parse(source, shown)
        post = None
        if document and "område" not in document.root.entries:
            findings = [_without_omrade(document)]
        elif document:
            post, more = validate(document, OmradeFil)
            findings += more
            findings += _without_reason(document, post) if post else []
        self.findings += [self._in_omrade(finding, document, source) for finding in findings]
        if document and post:
            self._omrade(document, post)
        else:
            self.olasta |= set(map(int, _OMRADE.findall(source)[:1] or re.findall(r"^\d", shown)))

    def _refusal(self, file: Path) -> Finding | None:
        if file.suffix == ".yml":
            return Finding("yaml", "warning", "Filen läses inte.", "Byt ändelsen till .yaml.", Place(file.name))
        if not file.resolve().is_relative_to(self.folder.resolve()):
            hint = "Kopiera in filen i mappen."
            return Finding("yaml", "error", "Filen ligger utanför mappen och läses inte.", hint, Place(file.name))
        return None

    def _in_omrade(self, finding: Finding, document: Document | None, source: str) -> Finding:
        """Return the finding with the area that its file is about, as far as that can be told."""
        numbers = _OMRADE.findall(source)
        return replace(finding, omrade=int(numbers[0])) if numbers and document else finding

    def _omrade(self, document: Document, post: OmradeFil) -> None:
        omrade = self.mall.omrade_by_nummer.get(post.omrade)
        if not omrade:
            known = ", ".join(map(str, self.mall.omrade_by_nummer))
            place = document.place(document.find(("område",)))
            message = f"Område {post.omrade} finns inte i mallen {self.mall.id}."
            self.findings.append(Finding("okand-fraga", "error", message, f"Områdena är {known}.", place))
            return
        place = document.place(document.key(("svar",)) or document.root)
        self.places_by_omrade.setdefault(post.omrade, []).append(place)
        known_fragor = [fraga.id for fraga in omrade.fragor]
        for fraga, entry in post.svar.items():
            key = document.key(("svar", fraga))
            place = document.place(key) if key else place
            if fraga not in known_fragor:
                self.findings.append(self._unknown(fraga, post.omrade, place, known_fragor))
            elif fraga in self.svar_by_fraga:
                self.findings.append(_twice(fraga, post.omrade, place, self.svar_by_fraga[fraga].place))
            else:
                self.svar_by_fraga[fraga] = self._svar(document, fraga, entry, place, post)

    def _unknown(self, fraga: str, omrade: int, place: Place, known: list[str]) -> Finding:
        elsewhere = self.mall.fraga_by_id.get(fraga)
        parts = [name for name in known if name[:-1] == fraga]
        if elsewhere:
            hint = f"Flytta svaret till område {self.mall.omrade_of(fraga).nummer}."
        elif parts:
            hint = f"Den besvaras som {', '.join(parts)}."
        else:
            guess = nearest(fraga, known)
            hint = f"Frågorna i området är {known[0]}–{known[-1]}." + (f" Menade du {guess}?" if guess else "")
        message = f"Fråga {fraga} finns inte i område {omrade}, så svaret kommer inte med."
        return Finding("okand-fraga", "error", message, hint, place, omrade, fraga)

    def _svar(self, document: Document, fraga: str, entry: SvarPost, place: Place, post: OmradeFil) -> Svar:
        keys: Keys = ("svar", fraga)
        node = document.find(keys)
        if not isinstance(node, Scalar):
            keys = (*keys, "text")
            node = document.find(keys)
        scalar = node if isinstance(node, Scalar) else None
        rendered = render(entry.text, self.renderer)
        prose = parse_markdown(rendered.markdown if rendered else entry.text)
        for problem in prose.problems:
            self.findings.append(_markdown_finding(document, scalar, problem, rendered, (post.omrade, fraga)))
        if scalar:
            self.findings += unread_lines(document, scalar, post.omrade, fraga)
        boxes = {box.lower(): box for box in self.mall.fraga_by_id[fraga].kryss}
        svar = Svar(
            fraga=fraga,
            blocks=prose.blocks,
            kryss=tuple(boxes.get(kryss.strip().lower(), kryss) for kryss in entry.kryss),
            status=entry.status,
            ansvarig=entry.ansvarig or post.ansvarig or None,
            kommentar=entry.kommentar or None,
            tillat={rule: reason.strip() for rule, reason in entry.tillat.items()},
            med_uttryck=entry.text if has_expressions(entry.text) else None,
            place=place,
            locate=_locator(document, scalar, rendered),
        )
        if rendered:
            self.findings += fault_findings(rendered, document, scalar, post.omrade, fraga)
        return with_figures(svar, rendered, document, scalar) if rendered else svar


def _locator(document: Document, scalar: Scalar | None, rendered: Rendered | None) -> Locator:
    if scalar is None:
        return nowhere
    return partial(locate_rendered, document, scalar, rendered) if rendered else partial(locate, document, scalar)


def _without_omrade(document: Document) -> Finding:
    place = Place(document.path, 1, 1)
    if (key := document.key(("omrade",))) and "svar" in document.root.entries:
        message = "Nyckeln omrade finns inte, så svaren i filen kommer inte med."
        return Finding("okand-nyckel", "error", message, "Menade du område?", document.place(key))
    if "svar" in document.root.entries:
        message = "Filen har svar men ingen nyckel område, så svaren kommer inte med."
        return Finding("okand-nyckel", "error", message, "Skriv  område: 1  (till exempel) överst i filen.", place)
    message = "Filen har ingen nyckel område och läses inte."
    return Finding("yaml", "warning", message, "Flytta den till en annan mapp om den inte hör till svaren.", place)


def _without_reason(document: Document, post: OmradeFil) -> Iterator[Finding]:
    """Yield a finding for every waiver that gives no reason."""
    for fraga, entry in post.svar.items():
        for rule, reason in entry.tillat.items():
            if not reason.strip():
                place = document.place(document.key(("svar", fraga, "tillåt", rule)) or document.root)
                message = f"Regeln {rule} tillåts utan skäl, så undantaget gäller inte."
                yield Finding("yaml", "error", message, f"Skriv skälet efter  {rule}:", place, post.omrade, fraga)


def _twice(fraga: str, omrade: int, place: Place, first: Place) -> Finding:
    message = f"Fråga {fraga} besvaras två gånger."
    hint = f"Behåll ett ställe: {first} eller {place}."
    return Finding("dubbelt-svar", "error", message, hint, place, omrade, fraga, related=(Related(first, fraga),))


def _markdown_finding(
    document: Document, scalar: Scalar | None, problem: Problem, rendered: Rendered | None, about: tuple[int, str]
) -> Finding:
    if scalar is None:
        place = Place(document.path)
    elif rendered:
        place = problem_place(document, scalar, rendered, problem.line, problem.column)
    else:
        place = position(document, scalar, problem.line, problem.column, problem.excerpt)
    severity: Severity = "error" if problem.is_error else "warning"
    return Finding("markdown", severity, problem.message, problem.hint, place, *about, problem.excerpt)
