"""A filled-in form → Underlag, with a finding for everything that must not be there when it is handed in."""

import re

from rapport.domain.mall import Mall
from rapport.domain.places import Places
from rapport.domain.svar import Svar
from rapport.domain.underlag import Loaded, Redovisning, Underlag
from rapport.errors import InputError
from rapport.finding import Place
from rapport.prose.assemble import assemble
from rapport.prose.count import count
from rapport.word.comments import comment_finding, comments_in
from rapport.word.controls import PLACEHOLDERS, is_ticked, kryss_names, names_of
from rapport.word.form import form_findings
from rapport.word.hygiene import hygiene_findings
from rapport.word.locate import Located, locate
from rapport.word.ns import qn
from rapport.word.package import Parts
from rapport.word.properties import custom_values
from rapport.word.read import WordReader
from rapport.word.tracked import changes_in, tracked_finding


def load_parts(parts: Parts, name: str, mall: Mall) -> Loaded:
    """Read a package as a report; ``name`` is what its places are called.

    Raises InputError when not one of the form's questions is there: then it is another document.
    """
    reader = WordReader(parts)
    located = locate(reader, mall)
    if not located.svar and not any(located.lines[index].fraga for index in located.found):
        raise InputError(f"{name} är inte formuläret {mall.id}: ingen av dess frågor finns i dokumentet.")
    ticked = _ticked(reader, mall) | located.kryss
    comments = comments_in(parts, located.standing())
    svar_by_fraga = {}
    for fraga in mall.fraga_by_id:
        found = [block for block in located.svar.get(fraga, []) if not block.is_empty]
        if all(block.text.strip() in PLACEHOLDERS for block in found):
            found = []  # a save in LibreOffice may leave the placeholder without its control
        kommentar = "\n".join(str(comment) for comment in comments if comment.fraga == fraga)
        if found or ticked.get(fraga) or kommentar:
            svar_by_fraga[fraga] = Svar(fraga, assemble(found), ticked.get(fraga, ()), kommentar=kommentar or None)
    values = custom_values(parts)
    year = values.get("År", "")
    redovisning = Redovisning(
        mall,
        values.get("Region", ""),
        int(year) if re.fullmatch(r"\d{4}", year) else None,
        values.get("Diarienummer"),
    )
    by_omrade = {omrade.nummer: (Place(name),) for omrade in mall.omraden}
    underlag = Underlag(
        kalla=name,
        redovisning=redovisning,
        svar_by_fraga=svar_by_fraga,
        markering=_selections(located),
        places=Places(by_omrade, dict.fromkeys([*_questions(located), *svar_by_fraga], Place(name))),
    )
    changes = changes_in(parts, reader.root, located.standing())
    findings = [
        *form_findings(located, name),
        *(tracked_finding(change, name) for change in changes),
        *(comment_finding(comment, name) for comment in comments),
        *hygiene_findings(parts, reader.root, located, name),
    ]
    return Loaded(underlag, tuple(findings))


def _ticked(reader: WordReader, mall: Mall) -> dict[str, tuple[str, ...]]:
    """Return the boxes that are ticked as controls, by question; found by tag, or else by alias."""
    names = kryss_names(mall)
    found: dict[str, tuple[str, ...]] = {}
    for control in reader.root.iter(qn("w:sdt")):
        tag, alias = names_of(control)
        fraga, kryss = names.get(tag) or names.get(alias) or ("", "")
        if fraga and is_ticked(control):
            found[fraga] = (*found.get(fraga, ()), kryss)
    return found


def _questions(located: Located) -> list[str]:
    """Return the questions that stand in the document, answered or not."""
    return [fraga for index in located.found if (fraga := located.lines[index].fraga)]


def _selections(located: Located) -> dict[int, int]:
    """Return the count of each area from its first question to its last answer, questions included."""
    return {
        nummer: count(assemble(located.blocks[first : last + 1]))
        for nummer, (first, last) in located.range_by_omrade.items()
    }
