"""What an answer says of parts and their sum, and whether it holds."""

from dataclasses import dataclass
from decimal import Decimal

from rapport.domain.mangder import Mangd

Span = tuple[int, int]
_SHOWN, _MANY = 6, 3
_UNITS = {1: "kr", 1_000: "tkr", 10**6: "miljoner kronor", 10**9: "miljarder kronor"}


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
        """Whether the sum is right, rounding allowed for; that each of three or more was cut by half is no chance."""
        off = abs(self.sum - self.total.value)
        return off < self.margin or (off == self.margin and not (off and self.total.step and len(self.parts) >= _MANY))

    @property
    def is_over(self) -> bool:
        """Whether the parts are more than the whole."""
        return self.sum > self.total.value

    @property
    def worked_out(self) -> str:
        """The sum as it is worked out, in the unit of the parts where they have one: 71 + 55 = 126."""
        factors = {part.factor for part in self.parts}
        measure = self.parts[0] if len(factors) == 1 else self.total
        unit = f" {_UNITS.get(int(measure.factor), 'kr')}" if measure.slag == "kr" else ""
        shown = [measure.shown(part.value) for part in self.parts]
        if len(shown) > _SHOWN:
            return f"de {len(shown)} talen blir {measure.shown(self.sum)}{unit}"
        return f"{' + '.join(shown)} = {measure.shown(self.sum)}{unit}"


def is_near(claim: Claim, share: str) -> bool:
    """Whether the parts come so near the whole that they surely were meant to be all of it."""
    return abs(claim.sum - claim.total.value) <= Decimal(share) * claim.total.value


def margin_of(total: Mangd, parts: tuple[Mangd, ...]) -> Decimal:
    """Return how much may be lost when the parts and the whole were rounded each by itself."""
    return sum((part.step / 2 for part in parts), total.step / 2)


def is_other_unit(claim: Claim) -> bool:
    """Whether the parts give the very number of the whole, in another unit: 4,2 miljarder, 2,2 and 2,0 miljoner."""
    factors = {part.factor for part in claim.parts}
    return (
        len(factors) == 1
        and claim.sum / factors.pop() == claim.total.value / claim.total.factor
        and claim.sum != claim.total.value
    )


def in_unit_of(total: Mangd, part: Mangd) -> Mangd:
    """Return a bare number in the unit of the whole."""
    step = part.step * total.factor if part.step else total.factor
    return part._replace(value=part.value * total.factor, step=step, slag=total.slag, factor=total.factor)


def as_money(total: Mangd, parts: list[Mangd], *, is_bare: bool) -> list[Mangd]:
    """Return the parts of an amount as amounts: "3 miljoner", and what the last has the unit of: "4, 7 och 5 mnkr".

    ``is_bare`` says that bare numbers have the unit of the whole.
    """
    last = parts[-1]
    parts = [part._replace(slag="kr") if part.slag == "antal" and part.factor > 1 else part for part in parts]
    if last.slag == "kr" and not any(part.has_unit for part in parts[:-1]):
        return [in_unit_of(last, part) if part.slag == "antal" else part for part in parts]
    return [in_unit_of(total, part) if is_bare and not part.has_unit else part for part in parts]
