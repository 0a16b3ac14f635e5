"""kallor.yaml ⇄ Register: the source papers of a report, with a finding for every fault in the register."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from rapport.domain.diarienummer import example, fault_in, is_of_form
from rapport.domain.kalla import Kalla, Register
from rapport.finding import Finding, Place, Related
from rapport.nearest import nearest
from rapport.nobodys import is_nobodys
from rapport.store.files import read_text
from rapport.store.folder import KALLOR, PAPERS, is_inside
from rapport.store.nodes import Document, Keys
from rapport.store.schema import KallaPost, KallorFil
from rapport.store.validate import validate
from rapport.store.yaml import nfc, parse

RULE = "kallor"
_YEARS = range(1900, 2101)


def load_register(folder: Path) -> tuple[Register, list[Finding]]:
    """Read a report folder's register; an empty one where there is none, or none that can be read."""
    document, post, findings = read_register(folder)
    findings += papers_fault(folder)
    return register_of(folder, document, post, findings) if document and post else (Register(), findings)


def register_of(
    folder: Path, document: Document, post: KallorFil, findings: list[Finding]
) -> tuple[Register, list[Finding]]:
    """Return the register that a file's entries are, and what is wrong with it together with what was so before."""
    reader = _Reader(folder, document, findings)
    return reader.register(post), reader.findings


def read_register_text(source: str) -> tuple[Document | None, KallorFil | None, list[Finding]]:
    """Read the text of a register; None where it cannot be used, with what is wrong with it."""
    document, findings = parse(source, KALLOR)
    if not document:
        return None, None, findings
    post, more = validate(document, KallorFil)
    return document, post, findings + more


def papers_fault(folder: Path) -> list[Finding]:
    """Return a finding where the folder of papers is a link that leads elsewhere: nothing there is read."""
    papers = folder / PAPERS
    if not papers.is_symlink() or is_inside(papers, folder):
        return []
    message = f"Mappen {PAPERS} är en länk ut ur redovisningens mapp, så papperen läses inte."
    return [Finding(RULE, "warning", message, "Kopiera in papperen i mappen i stället.", Place(PAPERS))]


def read_register(folder: Path) -> tuple[Document | None, KallorFil | None, list[Finding]]:
    """Return a register as it is written, None where there is none that can be read, and what is wrong with it."""
    file = folder / KALLOR
    if not file.exists() and not file.is_symlink():
        return None, None, []
    if not is_inside(file, folder):
        hint = "Kopiera in filen i mappen."
        fault = Finding("yaml", "error", "Filen ligger utanför mappen och läses inte.", hint, Place(KALLOR))
        return None, None, [fault]
    source, findings = read_text(file, KALLOR)
    if findings:
        return None, None, findings
    return read_register_text(source)


@dataclass(slots=True)
class _Reader:
    """Turns the register's entries into papers, and keeps what is wrong with them."""

    folder: Path
    document: Document
    findings: list[Finding]
    monster: tuple[str, ...] = ()
    by_file: dict[str, Kalla] = field(default_factory=dict)

    def register(self, post: KallorFil) -> Register:
        self.monster = tuple(form for form in post.monster if self._is_form(form))
        kallor = tuple(self._kalla(name, entry) for name, entry in post.kallor.items())
        return Register(kallor=kallor, monster=self.monster)

    def _is_form(self, form: str) -> bool:
        if fault := fault_in(form):
            hint = "Skriv mönstret så:  RUN/löpnummer/år  . Orden löpnummer, år, åå och bokstäver står för tecken."
            self._complain(fault, hint, ("diarienummermönster",))
            return False
        return True

    def _kalla(self, name: str, entry: KallaPost) -> Kalla:
        keys: Keys = ("källor", name)
        place = self.document.place(self.document.key(keys) or self.document.root)
        number = entry.diarienummer.strip()
        if number and self.monster and not is_of_form(number, self.monster):
            shown = " eller ".join(example(form) for form in self.monster)
            message = f"Diarienumret ”{number}” är inte skrivet som regionens, till exempel {shown}."
            self._complain(message, "Rätta numret, eller ändra diarienummermönster överst.", (*keys, "diarienummer"))
        kalla = Kalla(
            id=name,
            titel=entry.titel.strip() or name,
            diarienummer=number or None,
            datum=self._datum(entry.datum.strip(), (*keys, "datum")),
            slag=entry.slag,
            fil=self._fil(entry.fil.strip(), (*keys, "fil")),
            place=place,
        )
        if kalla.fil:
            self._once(kalla, (*keys, "fil"))
        return kalla

    def _datum(self, text: str, keys: Keys) -> date | None:
        if not text:
            return None
        try:
            found = date.fromisoformat(text) if len(text) == len("2025-12-01") else None
        except ValueError:
            found = None
        if found is None or found.year not in _YEARS:
            message = f"datum är ”{text}”, vilket inte är något datum."
            self._complain(message, "Skriv år, månad och dag:  2025-12-01", keys)
            return None
        return found

    def _fil(self, name: str, keys: Keys) -> str | None:
        """Return the file's path in ``kallor/`` when it is there, or None with a finding."""
        if not name:
            return None
        papers = self.folder / PAPERS
        path = Path(name.replace("\\", "/"))
        parts = path.parts[1:] if path.parts[:1] == (PAPERS,) and not (papers / path).exists() else path.parts
        try:
            file = papers.joinpath(*parts)
            lies_here, is_there = is_inside(file, self.folder), file.is_file()
        except (OSError, ValueError):
            lies_here = is_there = False
        if path.is_absolute() or ".." in parts or (is_there and not lies_here):
            message = f"Filen ”{name}” ligger utanför mappen {PAPERS} och läses inte."
            self._complain(message, f"Kopiera in den i {PAPERS} och skriv bara filens namn.", keys)
        elif not is_there:
            near = nearest(name, [each.name for each in _files(papers)])
            guess = f"Menade du {near}?" if near else f"Lägg filen i mappen {PAPERS}, eller rätta namnet."
            self._complain(f"Filen ”{name}” finns inte i mappen {PAPERS}.", guess, keys)
        else:
            return nfc("/".join(parts))
        return None

    def _once(self, kalla: Kalla, keys: Keys) -> None:
        first = self.by_file.setdefault(kalla.fil or "", kalla)
        if first is not kalla:
            message = f"Filen {kalla.fil} står både under {first.id} och under {kalla.id}."
            self._complain(message, "Behåll ett av ställena.", keys, (Related(first.place),))

    def _complain(self, message: str, hint: str, keys: Keys, related: tuple[Related, ...] = ()) -> None:
        place = self.document.place(self.document.find(keys))
        self.findings.append(Finding(RULE, "warning", message, hint, place, related=related))


def _files(papers: Path) -> Iterator[Path]:
    yield from (file for file in papers.iterdir() if not is_nobodys(file)) if papers.is_dir() else ()


NEW_REGISTER = f"""# yaml-language-server: $schema=.vscode/{PAPERS}.schema.json
#
# Registret över de papper som svaren bygger på: beslut, tjänsteskrivelser, protokoll, planer.
# Lägg papperen i mappen {PAPERS}, bredvid den här filen. Sök i dem med  rapport underlag sok ORD
# och se vad som saknas här med  rapport underlag lista
#
# Ett papper skrivs så här, utan # framför:
#
#   etableringsbeslut:
#     diarienummer: RUN/123/2025
#     titel: Medel till länets etableringsarbete
#     datum: 2025-12-01
#     slag: beslut
#     fil: etableringsbeslut.pdf

diarienummermönster: ""    # så som regionen skriver, till exempel RUN/löpnummer/år
källor:
"""
