"""What some documents brought to a report: what was taken in, what was left and why."""

from dataclasses import dataclass, field

from rapport.domain.hamtning import HamtatSvar, Oavgjort
from rapport.finding import Finding
from rapport.workflow.colleague import Document

# What may stand in a document and not come with: said, and never passed over. Tracked changes are told by themselves.
_MAY_LOSE = {"utan-hem", "dold-text", "markdown", "trasiga-tecken"}
_TOLD = {"sparade-andringar", "kommentar"}


@dataclass(slots=True)
class Merged:
    """What some documents brought to a report, one after the other.

    ``kommentarer`` are the questions that got any; ``unticked`` those whose boxes are here but not in a document.
    ``stopped`` says of answers why they are not written as merged. ``known`` are the fingerprints of answers that were
    taken in before, ``taken`` of those that are now, and ``seen`` by document the questions that were left for that.
    """

    documents: list[Document]
    svar: list[HamtatSvar] = field(default_factory=list)
    kommentarer: list[str] = field(default_factory=list)
    unticked: list[str] = field(default_factory=list)
    stopped: list[str] = field(default_factory=list)
    known: frozenset[str] = frozenset()
    taken: list[str] = field(default_factory=list)
    seen: dict[str, list[str]] = field(default_factory=dict)

    @property
    def conflicts(self) -> tuple[Oavgjort, ...]:
        """What somebody has to decide."""
        return tuple(one for svar in self.svar for one in svar.oavgjort)

    @property
    def may_lose(self) -> list[Finding]:
        """What may stand in the documents and not have come with; of one answer's own document all that was found."""
        return [
            finding
            for document in self.documents
            for finding in document.loaded.findings
            if finding.rule in _MAY_LOSE or (document.is_answer and finding.rule not in _TOLD)
        ]

    @property
    def is_whole(self) -> bool:
        """Whether everything in the documents has come with, and nothing has to be decided."""
        left = any(document.left for document in self.documents)
        # A word that is read unsurely is told, and has come with.
        lost = any(finding.severity != "info" and finding.rule != "trasiga-tecken" for finding in self.may_lose)
        return not (left or self.stopped or self.conflicts or lost)
