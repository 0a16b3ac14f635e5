"""Forms year by year: made from the agency's file, compared, and answers moved from one to the next."""

import hashlib
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rapport.disk import contents, patiently, workplace
from rapport.domain.mall import Fraga, Mall, Omrade, Ursprung
from rapport.domain.match import Pairing, keyed, pair
from rapport.errors import InputError, OutputError, RefusedError, reason, what_has_changed
from rapport.prose.numbers import thousands
from rapport.store.mall import load_mall, newest_form
from rapport.store.mall_write import as_yaml
from rapport.store.shelf import form_folder, is_form_id
from rapport.store.writing import write_all
from rapport.word.create import create
from rapport.word.derive import Derived, derive, duplicates
from rapport.word.locate import marked_elements
from rapport.word.ns import serialise
from rapport.word.package import DOCUMENT, Parts, reading, write_package
from rapport.word.prepare import forget_controls, prepare
from rapport.word.read import WordReader


@dataclass(frozen=True, slots=True)
class NewForm:
    """A form understood from a Word file, ready to be written: its data, its template, and the doubts."""

    mall: Mall
    template: Parts
    doubts: tuple[str, ...]


def understand(file: Path, mall_id: str) -> NewForm:
    """Read the agency's Word file as a form; what is ours in it is carried over from the newest form we know.

    Raises InputError when the id can be no form's, or there is no such file.
    """
    if not is_form_id(mall_id):
        raise InputError("Säg vad mallen ska heta med --id, till exempel --id 2025 (bara bokstäver, siffror och -).")
    if not file.is_file():
        raise InputError(f"Filen {file} finns inte.")
    previous = load_mall(form_folder(newest_form(but=mall_id)))
    with reading(file) as parts:
        reader = WordReader(parts)
        forget_controls(reader.root)
        blocks = [reader.block(element) for element in marked_elements(reader, previous)]
    derived = derive(blocks, {"id": mall_id, "år": _year(mall_id)}, previous)
    prepare(blocks, derived)
    origin = Ursprung(fil=file.name, sha256=hashlib.sha256(contents(file)).hexdigest())
    mall = _with_grounds(derived, previous).model_copy(update={"ursprung": origin})
    doubts = [*derived.doubts, *(f"Frågan ”{text}” står två gånger i samma område." for text in duplicates(mall))]
    return NewForm(mall, {**parts, DOCUMENT: serialise(reader.root)}, tuple(doubts))


def _year(mall_id: str) -> int:
    """Return the year that a form is for, as its id has it: the form itself does not say."""
    if found := re.search(r"(?<!\d)(?:19|20|21)\d\d(?!\d)", mall_id):
        return int(found[0])
    raise InputError(f"Vilket år mallen ”{mall_id}” gäller syns inte. Ta med årtalet i --id, till exempel 2025.")


def write_form(form: NewForm, folder: Path) -> None:
    """Write a form's two files, both or none.

    Raises RefusedError while there are doubts, or where a form stands already; OutputError as the system refuses.
    """
    if form.doubts:
        raise RefusedError("Mallen skrivs inte så länge något är oklart.")
    if folder.exists():
        raise RefusedError(f"{folder} finns redan och skrivs inte över. Ta bort mappen först, om den inte behövs.")
    unfinished = folder.with_name(f".rapport-{folder.name}")  # no form has such a name, so nobody reads it half written
    try:
        if unfinished.exists():  # a run that was killed left it
            shutil.rmtree(unfinished)
        unfinished.mkdir(parents=True)
        write_package(unfinished / "mall.docx", form.template)
        (unfinished / "mall.yaml").write_bytes(as_yaml(form.mall).encode("utf-8"))
        patiently(lambda: unfinished.rename(folder))
    except OSError as error:
        raise OutputError(f"{folder} kan inte skrivas: {reason(error)}. {what_has_changed()}") from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def write_template(file: Path) -> Path:
    """Write the Word template of a mall.yaml beside it; return its place."""
    if file.name != "mall.yaml" or not file.is_file():
        raise InputError(f"{file} finns inte, eller är varken .docx eller mall.yaml.")
    target = file.with_name("mall.docx")
    mall = load_mall(file.parent)
    with workplace() as place:
        made = place / target.name
        create(mall, made)
        write_all({target: contents(made)})
    return target


def changes(old: Mall, new: Mall) -> Iterator[str]:
    """Yield in Swedish what is new, gone, reworded or moved between two forms, and changed limits."""
    for omrade in new.omraden:
        before = old.omrade_by_nummer.get(omrade.nummer)
        if before and before.maxtecken != omrade.maxtecken:
            limit, was = thousands(omrade.maxtecken), thousands(before.maxtecken)
            yield f"Område {omrade.nummer}: gränsen är {limit} tecken, var {was}."
        if before and before.rubrik != omrade.rubrik:
            yield f"Område {omrade.nummer}: rubriken är ”{omrade.rubrik}”, var ”{before.rubrik}”."
    pairs = question_pairs(old, new)
    for pairing in pairs:
        yield from _change(pairing, old, new)
    paired_new, paired_old = {p.new for p in pairs}, {p.old for p in pairs}
    for fraga in new.fraga_by_id.values():
        if fraga.id not in paired_new:
            yield f"Fråga {fraga.id}: ny. ”{new.full_text(fraga)}”"
    for fraga in old.fraga_by_id.values():
        if fraga.id not in paired_old:
            yield f"Fråga {fraga.id}: borttagen. ”{old.full_text(fraga)}”"


def _change(pairing: Pairing, old: Mall, new: Mall) -> Iterator[str]:
    moved = pairing.old != pairing.new
    if not pairing.is_same:
        before, after = old.fraga_by_id[pairing.old].ren_text, new.fraga_by_id[pairing.new].ren_text
        was = f" Den var {pairing.old}." if moved else ""
        yield f"Fråga {pairing.new}: omformulerad.{was} Var ”{before}”, är ”{after}”."
    elif moved:
        yield f"Fråga {pairing.old}: flyttad till {pairing.new}."


def question_pairs(old: Mall, new: Mall) -> list[Pairing]:
    """Return which question of the new form each of the old one's is, by text, its own area first."""
    return pair(keyed(old), keyed(new))


def _with_grounds(derived: Derived, previous: Mall) -> Mall:
    """Return the form with the sections of law and the search words that its areas had before."""
    by_heading = {omrade.rubrik: omrade for omrade in previous.omraden}
    omraden = tuple(_carried(omrade, by_heading.get(omrade.rubrik)) for omrade in derived.mall.omraden)
    return derived.mall.model_copy(update={"omraden": omraden})


def _carried(omrade: Omrade, before: Omrade | None) -> Omrade:
    if before is None:
        return omrade
    fragor = _carried_fragor(omrade.fragor_i_formularet, before.fragor_i_formularet)
    return omrade.model_copy(update={"lagrum": before.lagrum, "sokord": before.sokord, "fragor_i_formularet": fragor})


def _carried_fragor(fragor: tuple[Fraga, ...], before: tuple[Fraga, ...]) -> tuple[Fraga, ...]:
    """Return the questions with what the form's text does not say, from the same questions before."""
    asked = {fraga.ren_text: fraga for fraga in before}
    return tuple(
        fraga.model_copy(
            update={
                "lagrum": same.lagrum,
                "begar": same.begar,
                "galler": same.galler,
                "delfragor": _carried_fragor(fraga.delfragor, same.delfragor),
            }
        )
        if (same := asked.get(fraga.ren_text))
        else fraga
        for fraga in fragor
    )
