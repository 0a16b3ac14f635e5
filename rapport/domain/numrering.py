"""The numbers before the form's lines in somebody's document: what is said of one that is lost, or is another."""

from rapport.domain.mall import Mall
from rapport.domain.match import Line


def right_number(line: Line, mall: Mall) -> str | None:
    """Return the number that a line must have; None where the form gives it none, as parts such as 5.1a."""
    if line.fraga:
        return line.fraga if mall.fraga_by_id[line.fraga] in mall.omrade_of(line.fraga).fragor_i_formularet else None
    return str(line.omrade) if line.omrade and line.text == mall.omrade_by_nummer[line.omrade].rubrik else None


def number_fault(line: Line, shown: str, mall: Mall) -> tuple[str, str] | None:
    """Return what to say, and to do, when ``shown``, the number before a line of the form, is lost ("") or wrong."""
    right = right_number(line, mall)
    if right is None or shown.rstrip(".") == right:
        return None
    what = f"Fråga {right}" if line.fraga else f"Område {right}"
    message = f"{what} har numret {shown}." if shown else f"{what} har tappat sitt nummer."
    return message, f"Ge raden numret {right}; den automatiska numreringen kan ha brutits."
