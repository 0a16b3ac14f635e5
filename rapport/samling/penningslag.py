"""What money an amount is: what its sentence says, or what its question is about."""

_SAYS = (
    ("Interreg", ("interreg",)),
    ("Eruf", ("eruf", "europeiska regionala utvecklingsfonden")),
    ("anslag 1:1", ("1:1",)),
)


def money_of(mening: str, fragan: str, rubrik: str) -> str:
    """Return what money is spoken of in a sentence of the answer to a question in an area."""
    for text, tail in ((mening, ""), (fragan, ", enligt frågan"), (rubrik, ", enligt frågan")):
        for vad, words in _SAYS:
            if any(word in text.casefold() for word in words):
                return f"{vad}{tail}"
    return "sägs inte"
