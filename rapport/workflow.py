"""The verbs that the commands share: load, check, count, build."""

from collections.abc import Callable, Collection
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from rapport.checks import engine
from rapport.domain.mall import Mall
from rapport.domain.svar import Svar
from rapport.domain.underlag import Loaded, Underlag
from rapport.errors import InputError
from rapport.finding import Finding
from rapport.output import FORMATS
from rapport.output.interface import Format, Granskning
from rapport.prose.count import count
from rapport.reading import Figures, load
from rapport.store.files import require_folder
from rapport.store.mall import form_folder, known_forms, load_mall
from rapport.store.texts import load_markdown, load_texts
from rapport.store.underlag import RAPPORT

if TYPE_CHECKING:
    from rapport.domain.tabell import Tabell
    from rapport.sources.index import Progress


def check(
    path: Path,
    mall_id: str | None = None,
    *,
    only: Collection[str] = (),
    prepare: Callable[[Underlag], Underlag] | None = None,
    progress: "Progress | None" = None,
) -> Granskning:
    """Check a report folder, one area file of it, or a filled-in form; InputError when there is nothing to check.

    ``mall_id`` says which form a document is; without it, what the document says, or else the newest form. With
    ``only``, just these rules. ``prepare`` may add to the report before it is checked;
    ``progress`` is told how far the reading of papers has come.
    """
    if path.suffix == ".yaml" and path.name != RAPPORT and path.is_file():
        return _part(_checked(load(path.parent, progress), only, prepare), path.name)
    return _checked(load_report(path, mall_id, progress), only, prepare)


def load_report(path: Path, mall_id: str | None = None, progress: "Progress | None" = None) -> Loaded:
    """Read a report folder, by itself or its rapport.yaml, or a filled-in form."""
    if path.is_dir() or not path.exists():
        return load(path, progress)
    if path.suffix.lower() == ".docx":
        return load_document(path, mall_id)
    if path.name == RAPPORT:
        return load(path.parent, progress)
    raise InputError(
        f"{path} kan inte kontrolleras. Ange en mapp med en redovisning, en .yaml-fil i den eller en .docx."
    )


def check_folder(folder: Path) -> Granskning:
    """Check a whole report folder."""
    return _checked(load(folder))


def check_document(file: Path, mall_id: str | None = None) -> Granskning:
    """Check a filled-in form in Word."""
    return _checked(load_document(file, mall_id))


def _checked(
    loaded: Loaded, only: Collection[str] = (), prepare: Callable[[Underlag], Underlag] | None = None
) -> Granskning:
    rules = engine.all_rules()
    for name in only:
        if name not in rules:
            raise InputError(f"Regeln {name} finns inte. rapport regel räknar upp reglerna.")
    underlag = prepare(loaded.underlag) if prepare else loaded.underlag
    findings = engine.check(underlag, loaded.findings, only)
    not_checked = engine.not_checked(underlag, only)
    if only:
        not_checked = (f"Bara {', '.join(only)} är kontrollerat, inget annat.", *not_checked)
    documentation = {rule.id: rule.documentation for rule in rules.values()}
    return Granskning(underlag, underlag.mall.omraden, tuple(findings), not_checked, documentation)


def load_document(file: Path, mall_id: str | None = None) -> Loaded:
    """Read a filled-in form in Word; see ``check`` for which form it is taken for."""
    from rapport.word.package import read_package
    from rapport.word.properties import custom_values
    from rapport.word.underlag import load_parts

    parts = read_package(file)
    chosen = mall_id or custom_values(parts).get("Mall") or known_forms(file.parent)[-1]
    loaded = load_parts(parts, file.name, load_mall(form_folder(chosen, file.parent)))
    return replace(loaded, underlag=loaded.underlag.model_copy(update={"kalla": file.as_posix()}))


def _part(granskning: Granskning, path: str) -> Granskning:
    """Return the part of a check that is about one file: its areas, and its own faults."""
    nummer = set(granskning.underlag.nummer_in(path))
    omraden = tuple(omrade for omrade in granskning.omraden if omrade.nummer in nummer)
    findings = tuple(f for f in granskning.findings if f.omrade in nummer or f.place.path == path or _is_shared(f))
    return replace(granskning, omraden=omraden, findings=findings)


def _is_shared(finding: Finding) -> bool:
    """Whether a finding is about something that every area may build on: a table, the register."""
    return finding.omrade is None and finding.rule in {"siffra", "kallor"}


def narrowed(granskning: Granskning, nummer: int) -> Granskning:
    """Return the part of a check that is about one area; InputError when the form has no such area."""
    if nummer not in granskning.underlag.mall.omrade_by_nummer:
        known = ", ".join(map(str, granskning.underlag.mall.omrade_by_nummer))
        raise InputError(f"Område {nummer} finns inte. Områdena är {known}.")
    omraden = tuple(omrade for omrade in granskning.omraden if omrade.nummer == nummer)
    # What has no area may be about this one: a file that could not be read, a table that its answers use.
    findings = tuple(f for f in granskning.findings if f.omrade in {nummer, None})
    return replace(granskning, omraden=omraden, findings=findings)


def output_format(name: str) -> Format:
    """Return the output format with a name; InputError when there is none."""
    if name not in FORMATS:
        raise InputError(f"Formatet ”{name}” finns inte. Välj ett av: {', '.join(FORMATS)}.")
    module: Format = import_module(f"rapport.output.{name}")
    return module


def count_file(file: Path) -> tuple[int, list[Finding]]:
    """Return the count of one file, with what is wrong in it; InputError when it cannot be counted at all."""
    if file.is_dir():
        raise InputError(f"{file} är en mapp. Ange filerna i den, till exempel {file / '*.yaml'}.")
    if not file.is_file():
        raise InputError(f"Filen {file} finns inte.")
    if file.suffix.lower() == ".docx":
        return _count_document(file), []
    if file.suffix == ".yaml":
        svar, findings = load_texts(file, Figures(file.parent))
    elif file.suffix == ".md":
        svar, findings = load_markdown(file)
    else:
        raise InputError(f"{file} kan inte räknas. Ange en .docx-fil, en .yaml-fil med svar eller en .md-fil.")
    if svar is None:
        faults = " ".join(f"{finding.place}: {finding.message} {finding.hint or ''}" for finding in findings)
        raise InputError(f"{file} kan inte räknas. {faults}".strip())
    return sum(map(count, svar)), findings


def _count_document(file: Path) -> int:
    from rapport.word.read import read_document

    reader = read_document(file)
    return count(reader.blocks(reader.body))


def mall(mall_id: str) -> Mall:
    """Return the form with an id; InputError when there is none."""
    return load_mall(form_folder(mall_id))


def figures(folder: Path, fraga: str | None) -> tuple[list[Svar], list[Finding]]:
    """Return the answers of a report that have figures from tables, or the one asked for, and what is wrong."""
    loaded = load(folder)
    underlag = loaded.underlag
    if fraga is not None and fraga not in underlag.mall.fraga_by_id:
        known = list(underlag.mall.fraga_by_id)
        raise InputError(f"Fråga {fraga} finns inte. Frågorna är {', '.join(known)}, eller skriv alla.")
    findings = [f for f in loaded.findings if f.rule == "siffra" and f.fraga in (None, fraga or f.fraga)]
    chosen = [svar for svar in underlag.svar_by_fraga.values() if fraga in (None, svar.fraga)]
    order = list(underlag.mall.fraga_by_id)
    return sorted((svar for svar in chosen if svar.siffror), key=lambda svar: order.index(svar.fraga)), findings


def tables(folder: Path) -> "tuple[list[Tabell], list[Finding]]":
    """Return the tables of a report folder, and what is wrong with them."""
    from rapport.figures.tables import Tables

    require_folder(folder)
    found = Tables(folder)
    return [*found.by_name.values()], found.findings
