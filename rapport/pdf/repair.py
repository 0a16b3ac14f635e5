"""Texts with broken letters → as they were written, each with how much was mended and what stays in doubt."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapport.pdf import lookalikes
from rapport.pdf.channel import CLEAN, Channel, channels
from rapport.pdf.decode import SMALL, Decoder
from rapport.pdf.evidence import evidence
from rapport.pdf.line import SOFT, Edit, Styled
from rapport.pdf.spans import PART, STRANGE, Lexicon, Spans
from rapport.pdf.sure import Sure

_CERTAIN = 0.5  # so much dearer a text must be as it stands for it to be read as broken
_WORN = 3  # letters of the form's that are others
_MARK = 4  # signs, at the most, of a bullet that is broken
_WORD = re.compile(r"\S*\w\S*")
_WRECK = re.compile(rf"\S*(?:[^\W\d_][?¤¶]+[^\W\d_]|(?<!\S)[?¤¶]+[^\W\d_]|{STRANGE.pattern}|[\u0300-\u036f˚¨])\S*")


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A word that is not sure: as it was read, as it stood, and what else it could be ("" where that is unknown)."""

    word: str
    seen: str
    other: str


@dataclass(slots=True)
class Tally:
    """What was done to one answer: its words, how many were mended, those in doubt, and so its tables.

    ``tables`` is what each table in doubt begins with, ``merged`` how many have cells that are put together.
    """

    words: int = 0
    mended: int = 0
    doubtful: list[Doubtful] = field(default_factory=list)
    tables: list[str] = field(default_factory=list)
    merged: int = 0


class Repairer:
    """Mends texts of one document; ``known`` are (font, known text, as seen) of what the form itself says."""

    def __init__(self, known: Sequence[tuple[int, str, str]], texts: Iterable[str], cost_of: Lexicon) -> None:
        self._sure = Sure(texts)
        self._cost_of = cost_of
        mended = [(font, true, self._mended(seen)) for font, true, seen in known]
        self.channels = channels(mended)
        self._is_worn = _is_worn(mended)
        self._usual = SMALL.union(*(PART.findall(true.casefold()) for _, true, _ in known))
        self._decoders: dict[int, Decoder] = {}

    def mend(self, styled: Styled, tally: Tally) -> Styled:
        """Return a text as it was written; ``tally`` is told what was done."""
        sure = self._sure.edits(styled.text)
        whole = styled.edited(sure) if sure else styled
        tally.mended += len({styled.text.rfind(" ", 0, edit.start) for edit in sure})
        tally.words += len(_WORD.findall(whole.text))
        own = self._channels_of(styled)
        if own or SOFT in whole.text:
            edits = self._edits(whole.text, own, tally)
            changed = [edit for edit in edits if whole.text[edit.start : edit.end].replace(SOFT, "") != edit.new]
            tally.mended += sum(1 for edit in changed if edit.new.strip())
            whole = whole.edited(edits)
        return self._told(whole, tally)

    def _told(self, styled: Styled, tally: Tally) -> Styled:
        """Return a text without signs taken for others; ``tally`` is told of these, and of words that are wrecks."""
        edits = []
        for edit, is_sure in lookalikes.edits(styled.text, self._cost_of, is_worn=self._is_worn):
            seen = styled.text[edit.start : edit.end]
            if edit.new != seen:
                edits.append(edit)
                tally.mended += 1
            if not is_sure:
                tally.doubtful.append(Doubtful(edit.new, seen, ""))
        named = {doubt.word for doubt in tally.doubtful}
        tally.doubtful += [wreck for wreck in _wrecks(styled.text) if wreck.word not in named]
        return styled.edited(edits) if edits else styled

    def with_mark(self, styled: Styled) -> Styled:
        """Return a line with what stands before an item whole, so that it is seen as that."""
        edits = self._sure.edits(styled.text[:_MARK])
        return styled.edited([edit for edit in edits if edit.start == 0 and not edit.new.isalpha()])

    def _edits(self, text: str, own: list[Channel], tally: Tally) -> list[Edit]:
        plain = self._decoder(CLEAN).read(text)
        read = [self._decoder(channel).read(text) for channel in own]
        best = min([plain, *read], key=lambda one: one.cost + _CERTAIN * (one is not plain))
        if best is plain:  # the same text, though what some of its words may be as well is known
            best = next((one for one in read if not one.edits and one.cost < plain.cost + _CERTAIN), plain)
        words = Counter(
            Doubtful(doubt.word, text[doubt.start : doubt.end].replace(SOFT, "-"), doubt.other) for doubt in best.doubts
        )
        tally.doubtful += list(words)
        return best.edits

    def _channels_of(self, styled: Styled) -> list[Channel]:
        fonts = Counter(style.font for style in styled.styles)
        font = fonts.most_common(1)[0][0] if fonts else 0
        return self.channels.get(font) or self.channels.get(None, [])

    def _decoder(self, channel: Channel) -> Decoder:
        if id(channel) not in self._decoders:
            self._decoders[id(channel)] = Decoder(Spans(channel, self._cost_of, self._usual))
        return self._decoders[id(channel)]

    def _mended(self, text: str) -> str:
        return Styled(text, ((),) * len(text)).edited(self._sure.edits(text)).text  # type: ignore[arg-type]


def _is_worn(known: Iterable[tuple[int, str, str]]) -> bool:
    """Whether the form's own words are misread here and there: then any word that nobody knows may be."""
    other = sum(
        number
        for _, true, seen in known
        for (letters, became), number in evidence(true, seen).items()
        if letters != became and became.strip().isalnum()
    )
    return other >= _WORN


def _wrecks(text: str) -> list[Doubtful]:
    """Return the words that hold a sign that no word has, though nothing tells what it was."""
    words = (match[0].strip('.,;:()”"') for match in _WRECK.finditer(text))
    return [Doubtful(word, word, "") for word in words if word and "://" not in word]
