"""Numbers that are the same but for a slip of the fingers."""

from decimal import Decimal

from rapport.domain.mangder import Mangd

_MANY = 2


def is_slip(one: Mangd, other: Mangd) -> bool:
    """Whether two numbers are the same but for two digits that have changed places, or one that is another."""
    return is_transposed(one, other) or _differ_in_one(_digits(one), _digits(other))


def is_transposed(one: Mangd, other: Mangd) -> bool:
    """Whether two numbers are the same but for two neighbouring digits that have changed places."""
    return _is_swapped(_digits(one), _digits(other))


def digits_of(mangd: Mangd) -> int:
    """Return how many digits a number is written with, the noughts that end it left out."""
    return len(_digits(mangd).replace(",", "").rstrip("0"))


def is_slipped_value(one: Decimal, other: Decimal) -> bool:
    """Whether two values, in whatever units they are written, have at least three digits and a slip between them."""
    first, second = (f"{value.normalize():f}".replace(".", "") for value in (one, other))
    is_long = len(first.strip("0")) > _MANY and len(first) == len(second)
    return is_long and one != other and _is_swapped(first, second)


def differ_in_one_digit(one: Decimal, other: Decimal) -> bool:
    """Whether two values have at least three digits, all but one of them the same."""
    first, second = (f"{value.normalize():f}".replace(".", "") for value in (one, other))
    return _differ_in_one(first, second)


def is_near_percent(given: Decimal, said: Decimal) -> bool:
    """Whether a share is nearly what two numbers give: a tenth of it away, or one digit another, or two turned."""
    right, wrong = (f"{value.quantize(Decimal(1)):f}".zfill(2) for value in (given, said))
    is_slipped = len(right) == len(wrong) and sum(a != b for a, b in zip(right, wrong, strict=True)) == 1
    return abs(given - said) <= given / 10 or is_slipped or right == wrong[::-1]


def _is_swapped(one: str, other: str) -> bool:
    if len(one) != len(other) or one.find(",") != other.find(","):
        return False
    first, second = one.replace(",", ""), other.replace(",", "")
    apart = [at for at, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    if len(apart) != 2 or apart[1] != apart[0] + 1:  # noqa: PLR2004 - two neighbours
        return False
    at = apart[0]
    return first[at] == second[at + 1] and first[at + 1] == second[at]


def _differ_in_one(one: str, other: str) -> bool:
    is_alike = len(one) == len(other) and one.find(",") == other.find(",")
    is_long = min(len(one.replace(",", "").rstrip("0")), len(other.replace(",", "").rstrip("0"))) > _MANY
    return is_alike and is_long and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _digits(mangd: Mangd) -> str:
    return "".join(c for c in mangd.shown(mangd.value) if c.isdigit() or c == ",")
