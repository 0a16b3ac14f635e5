"""One answer from any document: all that stands in it, and a finding for what does not come along as it is."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rapport.domain.mall import Mall
from rapport.errors import InputError
from rapport.finding import Finding, Place, Severity
from rapport.prose.assemble import assemble
from rapport.prose.blocks import Blocks, Inline, Paragraph, Text, normalise
from rapport.word.beginning import Beginning
from rapport.word.blocks import WordBlock
from rapport.word.comments import Comment, comment_finding, comments_in
from rapport.word.locate import counted
from rapport.word.losses import losses
from rapport.word.ns import child_val, parse, qn, whole
from rapport.word.package import Parts
from rapport.word.read import WordReader, contents
from rapport.word.resolve import text_parts
from rapport.word.shown import short
from rapport.word.styles import Styles
from rapport.word.tracked import TrackedChange, changes_in, tracked_finding

_TITLES = ("title", "subtitle", "rubrik", "underrubrik")
_BODY_LEVEL = 9  # an outline level that is no heading's
_FRAMES = {"header": "Sidhuvudet", "footer": "Sidfoten"}


@dataclass(frozen=True, slots=True)
class WordAnswer:
    """An answer as a document of somebody's own has it; tracked changes are read as if accepted, and listed.

    ``left_out`` are the lines of the form that stood first and are no part of the answer. A finding at error level
    is about something that is lost, or that does not belong in the answer.
    """

    blocks: Blocks
    findings: tuple[Finding, ...]
    comments: tuple[Comment, ...]
    changes: tuple[TrackedChange, ...]
    left_out: tuple[str, ...]


def read_answer(parts: Parts, name: str, mall: Mall, fraga: str) -> WordAnswer:
    """Read a whole document as the answer to a question; ``name`` is what its places are called.

    Raises InputError when there is no text in it.
    """
    reader = WordReader(parts)
    found = [reader.block(element) for element in contents(reader.body)]
    standing = [(None, None, number, block) for number, block in counted(found)]
    changes = tuple(changes_in(parts, reader.root, standing))
    comments = tuple(comments_in(parts, standing))
    reading = _Reading(reader.styles, Beginning(mall, mall.fraga_by_id[fraga]), name)
    blocks = assemble(reading.blocks(standing))
    if not blocks:
        raise InputError(f"{name} har ingen text, så det finns inget svar att hämta.")
    findings = [
        *reading.findings,
        *(_frame(name, kind, text) for kind, text in _frame_texts(parts)),
        *(tracked_finding(change, name) for change in changes),
        *(comment_finding(comment, name) for comment in comments),
    ]
    own = tuple(replace(finding, omrade=mall.omrade_of(fraga).nummer, fraga=fraga) for finding in findings)
    return WordAnswer(blocks, own, comments, changes, tuple(reading.beginning.left_out))


class _Reading:
    """Goes through a document's blocks in order and makes each what an answer can hold."""

    def __init__(self, styles: Styles, beginning: Beginning, name: str) -> None:
        self.styles, self.beginning, self.name = styles, beginning, name
        self.findings: list[Finding] = []

    def blocks(self, standing: list[tuple[None, None, int, WordBlock]]) -> Iterator[WordBlock]:
        """Yield what belongs to the answer."""
        said_contents = False
        for *_, number, block in standing:
            place = Place(self.name, stycke=number)
            self.findings += losses(block, place)
            if self._style(block).startswith("toc"):
                if not said_contents:
                    message = "Innehållsförteckningen följer inte med."
                    self._say("markdown", "info", message, "Svaret har inga rubriker att visa till.", place)
                said_contents = True
                continue
            kept = self.beginning.without_question(block)
            if kept is not block:
                message = f"Raden är frågans egen och följer inte med: ”{short(self.beginning.left_out[-1])}”"
                self._say("utan-hem", "info", message, "Ingenting behöver göras.", place)
            if kept is not None:
                yield self._without_heading(kept, place)

    def _without_heading(self, block: WordBlock, place: Place) -> WordBlock:
        """Return a heading as a line in bold; what looks like another question of the form is said."""
        if other := self.beginning.other_question(block):
            message = f"Fråga {other.id} står också i dokumentet, och hamnar i svaret: ”{short(block.text)}”"
            hint = f"Ta bort den och det som hör till den ur svaret. Hämta fråga {other.id} för sig."
            self._say("utan-hem", "error", message, hint, place)
        if not self._is_heading(block) or not block.own:
            return block
        number = f" Numret {block.label.shown.strip()} följer inte med." if block.label else ""
        message = f"Rubriken ”{short(block.text)}” blir en rad i fetstil: svar har inga rubriker.{number}"
        self._say("markdown", "info", message, "Läs att svaret går att följa utan rubriker.", place)
        own = tuple(_bold(paragraph) if isinstance(paragraph, Paragraph) else paragraph for paragraph in block.own)
        return replace(block, own=own, label=None)

    def _is_heading(self, block: WordBlock) -> bool:
        style = child_val(block.element, "w:pPr/w:pStyle")
        own = child_val(block.element, "w:pPr/w:outlineLvl") or self.styles.chain_val(style, "w:pPr/w:outlineLvl")
        level = whole(own)
        is_outlined = level is not None and level < _BODY_LEVEL
        return is_outlined or self._style(block) in _TITLES or self._style(block).startswith(("heading", "rubrik "))

    def _style(self, block: WordBlock) -> str:
        """Return a paragraph's style by its name; by its id where the document does not define it."""
        style = child_val(block.element, "w:pPr/w:pStyle")
        return self.styles.name(style) or (style or "").lower()

    def _say(self, rule: str, severity: Severity, message: str, hint: str, place: Place) -> None:
        self.findings.append(Finding(rule, severity, message, hint, place))


def _frame_texts(parts: Parts) -> Iterator[tuple[str, str]]:
    """Yield the text of each header and footer once; one that says the same on every page is one."""
    for kind, name in _FRAMES.items():
        roots = (parse(parts[part]) for part in text_parts(parts, (kind,)))
        lines = (("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in root.iter(qn("w:p"))) for root in roots)
        texts = (" ".join(" ".join(one).split()) for one in lines)
        yield from ((name, text) for text in dict.fromkeys(texts) if text)


def _frame(name: str, kind: str, text: str) -> Finding:
    message = f"{kind} följer inte med: ”{short(text)}”"
    return Finding("utan-hem", "info", message, "Ingenting behöver göras om det inte hör till svaret.", Place(name))


def _bold(paragraph: Paragraph) -> Paragraph:
    inlines: list[Inline] = [replace(i, bold=True) if isinstance(i, Text) else i for i in paragraph.inlines]
    return Paragraph(normalise(inlines))
