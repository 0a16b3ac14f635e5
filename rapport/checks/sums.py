"""What an answer says of parts and their sum, and whether it holds."""

from dataclasses import dataclass
from decimal import Decimal

from rapport.domain.mangder import Mangd, in_swedish

Span = tuple[int, int]
_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Claim:
    """Some parts and the sum that stands with them; ``what`` opens the sentence that tells of it."""

    what: str
    total: Mangd
    parts: tuple[Mangd, ...]
    total_span: Span
    part_spans: tuple[Span, ...]
    margin: Decimal

    @property
    def sum(self) -> Decimal:
        """What the parts are together."""
        return sum((part.value for part in self.parts), Decimal(0))

    @property
    def holds(self) -> bool:
        """Whether the sum is right, rounding allowed for."""
        return abs(self.sum - self.total.value) <= self.margin

    @property
    def is_over(self) -> bool:
        """Whether the parts are more than the whole."""
        return self.sum > self.total.value

    @property
    def worked_out(self) -> str:
        """The sum as it is worked out: 71 + 55 = 126."""
        shown = [self.total.shown(part.value) for part in self.parts]
        terms = " + ".join(shown) if len(shown) <= _SHOWN else f"de {in_swedish(Decimal(len(shown)))} talen"
        return f"{terms} {'=' if len(shown) <= _SHOWN else 'blir'} {self.total.shown(self.sum)}"


def is_near(claim: Claim, share: str) -> bool:
    """Whether the parts come so near the whole that they surely were meant to be all of it."""
    return abs(claim.sum - claim.total.value) <= Decimal(share) * claim.total.value


def margin_of(total: Mangd, parts: tuple[Mangd, ...]) -> Decimal:
    """Return how much may be lost when the parts and the whole were rounded each by itself."""
    return sum((part.step / 2 for part in parts), total.step / 2)
