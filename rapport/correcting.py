"""Corrections: what findings say should stand instead, put in the files, and nothing but those characters changed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rapport.errors import RefusedError
from rapport.finding import Finding
from rapport.store.edit import open_file, save
from rapport.store.files import read_text
from rapport.store.yaml import Document, Mapping, Node, Sequence, parse

HARD_SPACE, SHOWN_HARD_SPACE = "\u00a0", "°"  # as Word shows it among its formatting marks
_CONTEXT = 28


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction: the finding, and where its excerpt begins in the file's source."""

    finding: Finding
    offset: int

    @property
    def old(self) -> str:
        """What stands there."""
        return self.finding.excerpt or ""

    @property
    def new(self) -> str:
        """What should stand there."""
        return self.finding.fix or ""


@dataclass(frozen=True, slots=True)
class Corrected:
    """One file with all its corrections, as read and as it would become; ``left`` are to be done by hand."""

    document: Document
    file: Path
    corrections: tuple[Correction, ...]
    left: tuple[Finding, ...]

    @property
    def source(self) -> str:
        """The file's source with the corrections made."""
        source = self.document.source
        for correction in reversed(self.corrections):
            end = correction.offset + len(correction.old)
            source = source[: correction.offset] + correction.new + source[end:]
        return source


def corrected(folder: Path, findings: Iterable[Finding]) -> Iterator[Corrected]:
    """Yield every file of a report that findings can correct; waived findings are left alone."""
    by_path: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.fix is not None and finding.excerpt and finding.waived is None and finding.place.path:
            by_path.setdefault(finding.place.path, []).append(finding)
    for path, members in by_path.items():
        file = folder / path
        source, faults = read_text(file, path)
        document, _ = parse(source, path) if not faults else (None, [])
        if document:
            yield _corrected(document, file, members)


def _corrected(document: Document, file: Path, findings: list[Finding]) -> Corrected:
    starts = [0]
    for text in document.source.split("\n"):
        starts.append(starts[-1] + len(text) + 1)
    made: list[Correction] = []
    left: list[Finding] = []
    for finding in sorted(findings, key=lambda finding: (finding.place.line or 0, finding.place.column or 0)):
        line, column = finding.place.line or 0, finding.place.column or 0
        offset = starts[line - 1] + column - 1 if 0 < line < len(starts) else -1
        correction = Correction(finding, offset)
        free_from = made[-1].offset + len(made[-1].old) if made else 0
        if offset >= free_from and document.source.startswith(correction.old, offset):
            made.append(correction)
        else:
            left.append(finding)
    return Corrected(document, file, tuple(made), tuple(left))


def write(corrected: Corrected) -> None:
    """Write a corrected file; RefusedError when it has been changed by somebody else, or would not read as meant."""
    document = corrected.document
    again, _ = parse(document.bom + corrected.source, document.path)
    if again is None or _shape(again.root) != _shape(document.root):
        raise RefusedError(f"{corrected.file} rättas inte: rättelserna skulle ändra filens uppbyggnad. Rätta för hand.")
    save(open_file(corrected.file, document), again)


def _shape(node: Node) -> object:
    """Return what a file is made of: its keys and lists, the texts left out."""
    if isinstance(node, Mapping):
        return {key: _shape(value) for key, (_, value) in node.entries.items()}
    if isinstance(node, Sequence):
        return [_shape(item) for item in node.items]
    return None


def shown(corrected: Corrected) -> Iterator[str]:
    """Yield the difference that corrections make, two lines each, a hard space as °."""
    source = corrected.document.source
    for correction in corrected.corrections:
        end = correction.offset + len(correction.old)
        line_start = source.rfind("\n", 0, correction.offset) + 1
        line_end = source.find("\n", end)
        before = source[max(line_start, correction.offset - _CONTEXT) : correction.offset].lstrip()
        after = source[end : min(line_end if line_end >= 0 else len(source), end + _CONTEXT)]
        yield f"{correction.finding.place}  {correction.finding.rule}"
        for sign, text in (("-", correction.old), ("+", correction.new)):
            yield f"{sign} …{before}{text}{after}…".replace(HARD_SPACE, SHOWN_HARD_SPACE)
