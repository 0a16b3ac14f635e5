"""What a question asks for as a page shows it: whether the answers show it, with which words, and where."""

from collections.abc import Mapping
from typing import Any

from rapport.domain.begart import Begart, whole_words
from rapport.domain.underlag import Underlag


def as_data(underlag: Underlag, asked: Mapping[str, Begart]) -> list[dict[str, Any]]:
    """Return what is asked for with the words that show it and the question they stand in, None where nothing does."""
    return [{"text": vad, "ord": _words(underlag, one), "fraga": one.fraga} for vad, one in asked.items()]


def _words(underlag: Underlag, one: Begart) -> str | None:
    if one.fraga is None:
        return None
    text = underlag.svar_by_fraga[one.fraga].text
    start, end = whole_words(text, one.start, one.end)
    return text[start:end]
