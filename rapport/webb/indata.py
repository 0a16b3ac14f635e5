"""What a page sends, read with suspicion: each key is what it should be, or the question is refused in words."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from rapport.errors import InputError
from rapport.workflow.answering import SvarPost, with_changes

_MOST = 1_000_000  # characters of a text
_TEXTS = ("status", "ansvarig", "kommentar")


class Change(NamedTuple):
    """A change of an answer: of which version, which keys, in which page; ``was`` is that version, where it is sent.

    One that ``is_decided`` settles a dispute. ``dokument`` is the answer's text as the page edits it.
    """

    version: str
    values: dict[str, Any]
    page: str
    was: SvarPost | None
    is_decided: bool
    dokument: object = None


def change_of(data: Mapping[str, Any]) -> Change:
    """Return the change that a page asks for; InputError where it is none."""
    was = data.get("fran")
    return Change(
        text_of(data, "version"),
        _values(data),
        text_of(data, "flik", "")[:40],
        with_changes(SvarPost(), _values(was)) if isinstance(was, dict) else None,
        data.get("avgjord") is True,
        data.get("dokument"),
    )


def text_of(data: Mapping[str, Any], key: str, usual: str | None = None) -> str:
    """Return a text that a page sends under a key; InputError where it is none."""
    value = data.get(key, usual)
    if not isinstance(value, str) or len(value) > _MOST:
        raise InputError(f"Nyckeln {key} ska vara en text på högst {_MOST:_} tecken.".replace("_", " "))
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(f"Nyckeln {key} har tecken som ingen text kan ha.") from error
    return value


def _values(data: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {key: text_of(data, key) for key in _TEXTS if key in data}
    if "markdown" in data:
        found["text"] = text_of(data, "markdown").replace("\r\n", "\n").replace("\r", "\n")
    if "kryss" in data:
        found["kryss"] = texts_of(data["kryss"], "kryss")
    if "tillat" in data:
        raise InputError("Ett undantag kan inte ges här: skriv regeln och skälet under tillåt i områdets fil.")
    return found


def texts_of(value: object, key: str) -> list[str]:
    """Return a list of short texts that a page sends; InputError where it is none."""
    if not isinstance(value, list) or not all(isinstance(one, str) and len(one) < 100 for one in value):  # noqa: PLR2004
        raise InputError(f"Nyckeln {key} ska vara en lista med texter.")
    return value


def dicts_of(data: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    """Return a list of things that a page sends under a key; InputError where it is none."""
    found = data.get(key, [])
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise InputError(f"Nyckeln {key} ska vara en lista.")
    return found
