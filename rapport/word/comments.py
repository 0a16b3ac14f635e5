"""The comments in the margin of a document: who wrote what, and beside which paragraph of which answer."""

from dataclasses import dataclass

from rapport.word.locate import Located
from rapport.word.ns import Element, get, qn
from rapport.word.package import Parts, part_root

# Where a comment's text begins; a comment on a point, or on a range that begins between paragraphs, has only the last.
_ANCHORS = ("w:commentRangeStart", "w:commentReference")


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment: its writer and text, and where it stands as ``Located.standing`` has it; nowhere is None."""

    author: str
    text: str
    omrade: int | None = None
    fraga: str | None = None
    stycke: int | None = None

    def __str__(self) -> str:
        return f"{self.author}: {self.text}"


def comments_in(parts: Parts, located: Located) -> list[Comment]:
    """Return every comment of a document, in the order of the text they stand beside; those beside none come last."""
    root = part_root(parts, "comments")
    found = root.findall(qn("w:comment")) if root is not None else []
    if not found:
        return []
    standing = list(located.standing())
    begins: dict[str, int] = {}
    for anchor in _ANCHORS:
        for index, (*_, block) in enumerate(standing):
            for mark in block.element.iter(qn(anchor)):
                begins.setdefault(get(mark, "w:id") or "", index)
    comments = []
    for element in found:
        at = begins.get(get(element, "w:id") or "", len(standing))
        where = standing[at][:3] if at < len(standing) else (None, None, None)
        comments.append((at, Comment(get(element, "w:author") or "Någon", _text(element), *where)))
    return [comment for _, comment in sorted(comments, key=lambda pair: pair[0])]


def _text(comment: Element) -> str:
    """Return what a comment says, its paragraphs parted by a blank."""
    lines = ("".join(t.text or "" for t in paragraph.iter(qn("w:t"))) for paragraph in comment.iter(qn("w:p")))
    return " ".join(filter(None, lines))
