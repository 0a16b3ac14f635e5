"""One file with answers, read by itself: its text → entries, and everything in it that cannot be used."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from rapport.finding import Finding, Place
from rapport.store.bar import missing_bars
from rapport.store.nodes import Document, Mapping, Scalar
from rapport.store.schema import OmradeFil
from rapport.store.validate import validate
from rapport.store.yaml import parse
from rapport.store.yaml_suspects import suspects

_OMRADE = re.compile(r"^\ufeff?område[ \t]*:[ \t]*[\"']?(\d{1,9})(?!\d)", re.MULTILINE)


class AreaFile(NamedTuple):
    """A file with answers as read; ``post`` is None when nothing in it can be used.

    ``olasta`` are then the areas that it most likely is about.
    """

    path: str
    document: Document | None
    post: OmradeFil | None
    findings: tuple[Finding, ...]
    olasta: frozenset[int] = frozenset()

    @property
    def source(self) -> str:
        """The file's text; "" where it is none that can be read."""
        return self.document.bom + self.document.source if self.document else ""


def read_area_file(source: str, path: str) -> AreaFile:
    """Read an area file's text."""
    document, findings = parse(source, path)
    post = None
    if document and "område" not in document.root.entries:
        findings = [_without_omrade(document)]
    elif document:
        post, more = validate(document, OmradeFil)
        if "svar" not in document.root.entries:
            from rapport.store.outside import without_svar

            more = without_svar(document, more)
        findings += more
        findings += _without_reason(document, post) if post else []
    if document and (findings or any(map(_may_lack_bar, _texts(document)))):
        findings = _with_bars(document, findings)
    if document and (numbers := _OMRADE.findall(source)):
        findings = [replace(finding, omrade=int(numbers[0])) for finding in findings]
    olasta = frozenset() if post else likely_areas(source, path)
    return AreaFile(path, document, post, tuple(findings), olasta)


def _texts(document: Document) -> Iterator[Scalar]:
    """Yield the texts of the answers, in the short form and the long one."""
    svar = document.find(("svar",))
    for _, node in svar.entries.values() if isinstance(svar, Mapping) else ():
        text = node.entries["text"][1] if isinstance(node, Mapping) and "text" in node.entries else node
        if isinstance(text, Scalar):
            yield text


def _may_lack_bar(text: Scalar) -> bool:
    return text.style == ">" or (text.style == "" and len(text.text) > 0)


def _with_bars(document: Document, findings: list[Finding]) -> list[Finding]:
    """Return the findings with the bars that are missing, which what was misread for want of them is not told of."""
    if isinstance(svar := document.find(("svar",)), Scalar) and svar.text:
        return list(suspects(document.source, document.path)) or findings  # a question without its colon
    misread = {finding.place.line for finding in findings}
    found = [
        bar
        for bar in missing_bars(document.source, document.path)
        if bar.is_sure or not misread.isdisjoint(range(bar.first, bar.last + 1))
    ]
    within = {line for bar in found for line in range(bar.first, bar.last + 1)}
    others = [finding for finding in findings if finding.place.line not in within]
    return [*(bar.finding for bar in found), *others]


def likely_areas(source: str, path: str) -> frozenset[int]:
    """Return the areas that an unusable file most likely is about, by its key or else by its name."""
    return frozenset(map(int, _OMRADE.findall(source)[:1] or re.findall(r"^\d+", path)))


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
