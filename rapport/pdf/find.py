"""Where the form's own lines stand among the lines of a document, though their letters are broken.

They are compared by what is left of them when marks over letters, blanks and signs are taken away; a line of the form
may go on over several lines of the page. Each area is looked for first, and its questions within it, so that the areas
may stand in any order.
"""

from collections.abc import Iterable, Iterator, Sequence

from rapport.domain.mall import Mall
from rapport.domain.match import Wording, form_lines
from rapport.pdf.likeness import NEAR, SURE, Found, compared, skeleton

_SLACK = 0.22  # how much longer or shorter a broken line may be
_MOST_LINES = 14  # of the page, for one of the form
_LATER = 0.01  # what it costs to be the later of two that are worth the same: areas have questions with the same words


class Finder:
    """Finds the form's lines among others; ``texts`` are as they stand on the pages."""

    def __init__(self, mall: Mall, texts: Sequence[str]) -> None:
        self.lines = list(form_lines(mall))
        self.mall = mall
        wording = Wording(mall.fraga_by_id)
        self._heads = [skeleton(wording.without_number(text)) for text in texts]
        self._whole = [skeleton(text) for text in texts]
        self._numbers = [wording.typed_number(text) for text in texts]
        self._spots: dict[str, list[Found]] = {}

    def found(self) -> dict[int, Found]:
        """Return where each line of the form stands, by its index among them."""
        found: dict[int, Found] = {}
        for stretch, wanted in self._stretches():
            found |= self._in_order(wanted, stretch, found.values())
        for index, line in enumerate(self.lines):
            if index not in found and line.fraga and (spot := self._anywhere(index, found)):
                found[index] = spot
        return found

    def repeated(self, texts: Iterable[str]) -> Iterator[tuple[str, Found]]:
        """Yield every place where some other text of the form stands, such as a note of its: no line twice."""
        spots = [(spot.score, text, spot) for text in dict.fromkeys(texts) for spot in self._spots_of(text)]
        busy: set[int] = set()
        for _, text, spot in sorted(spots, key=lambda one: (-one[0], one[2].start)):
            rows = set(range(spot.start, spot.end))
            if not rows & busy:
                busy |= rows
                yield text, spot

    def _stretches(self) -> Iterator[tuple[range, list[int]]]:
        """Yield each stretch of the document with the form's lines that belong there."""
        by_omrade: dict[int, list[int]] = {}
        nummer = 0
        for index, line in enumerate(self.lines):
            nummer = line.omrade or nummer
            by_omrade.setdefault(nummer, []).append(index)
        begins = self._headings(by_omrade)
        if not begins:
            yield range(len(self._whole)), [index for indexes in by_omrade.values() for index in indexes]
            return
        starts = sorted((start, nummer) for nummer, start in begins.items())
        first = [index for nummer in range(starts[0][1]) for index in by_omrade.get(nummer, ()) if nummer not in begins]
        yield range(starts[0][0]), first
        for (start, nummer), end in zip(starts, [*(start for start, _ in starts[1:]), len(self._whole)], strict=True):
            wanted = list(by_omrade[nummer])
            for other in range(nummer + 1, max(by_omrade) + 1):  # those whose headings are gone
                if other in begins:
                    break
                wanted += by_omrade.get(other, [])
            yield range(start, end), wanted

    def _headings(self, by_omrade: dict[int, list[int]]) -> dict[int, int]:
        """Return where each area begins: where its heading stands with more of the area right behind it.

        Without that it is one only where nothing of what should stand there is in the document.
        """
        begins = {}
        for omrade in self.mall.omraden:
            next_lines = [self.lines[index].text for index in by_omrade[omrade.nummer][1:4]]
            scored = [
                (any(self._is_near(text, spot.end) for text in next_lines), spot.score, -spot.start)
                for spot in self._spots_of(omrade.rubrik)
            ]
            if scored and (max(scored)[0] or not any(map(self._spots_of, next_lines))):
                begins[omrade.nummer] = -max(scored)[2]
        return begins

    def _is_near(self, text: str, at: int) -> bool:
        return any(at <= spot.start <= at + _MOST_LINES for spot in self._spots_of(text))

    def _in_order(self, wanted: list[int], stretch: range, taken: Iterable[Found]) -> dict[int, Found]:
        """Return the assignment in order that is most alike over all."""
        busy = {line for spot in taken for line in range(spot.start, spot.end)}
        by_end: dict[int, list[tuple[int, Found]]] = {}
        for place, index in enumerate(wanted):
            for spot in self._spots_of(self.lines[index].text):
                if spot.start in stretch and spot.end <= stretch.stop and not busy & set(range(spot.start, spot.end)):
                    by_end.setdefault(spot.end, []).append((place, spot))
        # best[p]: total and choice of the first p wanted, among the lines up to here; kept for each line.
        rows = {stretch.start: [0.0] * (len(wanted) + 1)}
        chosen: dict[tuple[int, int], tuple[Found, int] | None] = {}
        before = rows[stretch.start]
        for end in range(stretch.start + 1, stretch.stop + 1):
            row = list(before)
            for place, spot in by_end.get(end, []):
                total = rows[spot.start][place] + self._worth(wanted[place], spot) - _LATER * place
                if total > row[place + 1]:
                    row[place + 1] = total
                    chosen[end, place + 1] = (spot, place)
            for place in range(1, len(row)):
                if row[place - 1] > row[place]:
                    row[place] = row[place - 1]
                    chosen[end, place] = None
            rows[end] = before = row
        return {wanted[place]: spot for place, spot in _walk_back(rows, chosen, stretch, len(wanted))}

    def _worth(self, index: int, spot: Found) -> float:
        line = self.lines[index]
        number = self._numbers[spot.start]
        is_own = bool(number) and number in (line.fraga, str(line.omrade))
        return spot.score - NEAR + 1 + is_own - 2 * bool(spot.cut)

    def _anywhere(self, index: int, found: dict[int, Found]) -> Found | None:
        """Return where a question stands out of its order; within its area, and surely."""
        busy = {line for spot in found.values() for line in range(spot.start, spot.end)}
        nummer = self.mall.omrade_of(self.lines[index].fraga or "").nummer
        starts = sorted(
            (spot.start, line.omrade) for i, spot in found.items() if (line := self.lines[i]).omrade is not None
        )
        for spot in sorted(self._spots_of(self.lines[index].text), key=lambda spot: -spot.score):
            own = [omrade for start, omrade in starts if start <= spot.start][-1:]
            is_free = not busy & set(range(spot.start, spot.end))
            if spot.score >= SURE and is_free and own == [nummer]:
                return spot
        return None

    def _spots_of(self, text: str) -> list[Found]:
        if text not in self._spots:
            self._spots[text] = list(self._looked_for(skeleton(text)))
        return self._spots[text]

    def _looked_for(self, want: str) -> Iterator[Found]:
        least, most = len(want) * (1 - _SLACK), len(want) * (1 + _SLACK)
        for start, head in enumerate(self._heads):
            if not head:
                continue
            joined, best = "", None
            for end in range(start + 1, min(start + _MOST_LINES, len(self._whole)) + 1):
                joined += self._whole[end - 1] if end - 1 > start else head
                if len(joined) < least:
                    continue
                if self._whole[end - 1] or end - 1 == start:
                    spot = compared(want, joined, (start, end), most, self._whole[end - 1])
                    best = spot if spot and (best is None or spot.score > best.score) else best
                if len(joined) > most:
                    break
            if best:
                yield best


def _walk_back(
    rows: dict[int, list[float]],
    chosen: dict[tuple[int, int], tuple[Found, int] | None],
    stretch: range,
    count: int,
) -> Iterator[tuple[int, Found]]:
    end, place = stretch.stop, count
    while end > stretch.start and place:
        if rows[end][place] == rows[end - 1][place]:
            end -= 1
            continue
        choice = chosen.get((end, place))
        if choice is None:
            place -= 1
            continue
        spot, place = choice
        yield place, spot
        end = spot.start
