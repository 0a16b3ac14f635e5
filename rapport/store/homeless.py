"""Answers that have no place in the report: their area or their question is not there, or is answered already."""

from rapport.domain.mall import Mall
from rapport.finding import Finding, Place, Related
from rapport.nearest import nearest
from rapport.store.nodes import Document
from rapport.store.yaml_suspects import curly_quotes


def unknown_area(mall: Mall, document: Document, nummer: int) -> Finding:
    """Return the finding for a file about an area that the form has not."""
    known = ", ".join(map(str, mall.omrade_by_nummer))
    place = document.place(document.find(("område",)))
    message = f"Område {nummer} finns inte i mallen {mall.id}."
    return Finding("okand-fraga", "error", message, f"Områdena är {known}.", place)


def unknown(mall: Mall, fraga: str, omrade: int, place: Place) -> Finding:
    """Return the finding for an answer to a question that its area has not."""
    known = [one.id for one in mall.omrade_by_nummer[omrade].fragor]
    if (bare := fraga.strip("”“„’‘»«\"'")) != fraga and bare in mall.fraga_by_id:
        message, hint = curly_quotes(fraga, bare)
        return Finding("okand-fraga", "error", f"{message}, så svaret kommer inte med.", hint, place, omrade, fraga)
    parts = [name for name in known if name[:-1] == fraga]
    if fraga in mall.fraga_by_id:
        hint = f"Flytta svaret till område {mall.omrade_of(fraga).nummer}."
    elif parts:
        hint = f"Den besvaras som {', '.join(parts)}."
    else:
        guess = nearest(fraga, known)
        hint = f"Frågorna i området är {known[0]}–{known[-1]}." + (f" Menade du {guess}?" if guess else "")
    message = f"Fråga {fraga} finns inte i område {omrade}, så svaret kommer inte med."
    return Finding("okand-fraga", "error", message, hint, place, omrade, fraga)


def twice(fraga: str, omrade: int, place: Place, first: Place) -> Finding:
    """Return the finding for the second answer to a question."""
    message = f"Fråga {fraga} besvaras två gånger."
    hint = f"Behåll ett ställe: {first} eller {place}."
    return Finding("dubbelt-svar", "error", message, hint, place, omrade, fraga, related=(Related(first, fraga),))
