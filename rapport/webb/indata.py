"""What a page sends, read with suspicion: each key is what it should be, or the question is refused in words."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from rapport.errors import InputError
from rapport.webb.strid import Sending
from rapport.workflow.answering import SvarPost, with_changes

_LARGEST = 1 << 53
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
    sending: Sending | None = None


def change_of(data: Mapping[str, Any]) -> Change:
    """Return the change that a page asks for; InputError where it is none."""
    return Change(
        text_of(data, "version"),
        _values(data),
        text_of(data, "flik", "")[:40],
        _entry(data.get("fran")),
        data.get("avgjord") is True,
        data.get("dokument"),
        sending_of(data) if "skrivare" in data else None,
    )


def sending_of(data: Mapping[str, Any]) -> Sending:
    """Return how a page says that it has sent something; InputError where that cannot be."""
    disk, svarat, nummer = (_number(data, key) for key in ("disk", "svarat", "nummer"))
    if not 0 <= disk <= svarat < nummer < _LARGEST:
        raise InputError("Nycklarna disk, svarat och nummer ska vara heltal, och det sista det största av dem.")
    return Sending(text_of(data, "skrivare")[:80], nummer, svarat, _entry(data.get("grund")), disk)


def _number(data: Mapping[str, Any], key: str) -> int:
    value = data.get(key, 0)
    return value if type(value) is int else -1


def _entry(value: object) -> SvarPost | None:
    return with_changes(SvarPost(), _values(value)) if isinstance(value, dict) else None


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
        found["kryss"] = _texts(data["kryss"], "kryss")
    if "tillat" in data:
        raise InputError("Ett undantag kan inte ges här: skriv regeln och skälet under tillåt i områdets fil.")
    return found


def _texts(value: object, key: str) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(one, str) and len(one) < 100 for one in value):  # noqa: PLR2004
        raise InputError(f"Nyckeln {key} ska vara en lista med texter.")
    return value
