"""What a page sends, read with suspicion: each key is what it should be, or the question is refused in words."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from rapport.errors import InputError
from rapport.webb.strid import Sending
from rapport.workflow.allowing import refused_waiver
from rapport.workflow.answering import SvarPost, with_changes

_LARGEST = 1 << 53
_MOST = 1_000_000  # characters of a text
_MOST_WAIVERS, _LONGEST_REASON = 200, 500
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


def require_waivable(values: Mapping[str, Any], was: SvarPost) -> None:
    """Raise InputError where a rule is waived now that cannot be, or without a reason."""
    for rule, reason in values.get("tillåt", {}).items():
        if rule not in was.tillat and (fault := refused_waiver(rule, reason)):
            raise InputError(fault)


def sending_of(data: Mapping[str, Any]) -> Sending:
    """Return how a page says that it has sent something; InputError where that cannot be."""
    disk, svarat, nummer = (_number(data, key) for key in ("disk", "svarat", "nummer"))
    if not 0 <= disk <= svarat < nummer < _LARGEST:
        raise InputError("Nycklarna disk, svarat och nummer ska vara heltal, och det sista det största av dem.")
    sett, disk_sett = (_numbers(data, key) for key in ("sett", "fransett"))
    grund = _entry(data.get("grund"))
    return Sending(text_of(data, "skrivare")[:80], nummer, svarat, grund, disk, sett, disk_sett or {})


def _numbers(data: Mapping[str, Any], key: str) -> Mapping[str, int] | None:
    """Return numbers by writer; None where nothing is said of them."""
    found = data.get(key)
    if found is not None and not (isinstance(found, dict) and all(_number(found, writer) >= 0 for writer in found)):
        raise InputError(f"Nyckeln {key} ska vara skrivare, var och en med ett heltal.")
    return found


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
        found["kryss"] = texts_of(data["kryss"], "kryss")
    if "tillat" in data:
        found["tillåt"] = _reasons(data["tillat"])
    return found


def _reasons(value: object) -> dict[str, str]:
    """Return the rules that are waived, each with its reason in one line."""
    if not isinstance(value, dict) or len(value) > _MOST_WAIVERS:
        raise InputError("Nyckeln tillat ska vara regler med skäl.")
    reasons = {rule: " ".join(text_of(value, rule).split()) for rule in value}
    if any(len(text) > _LONGEST_REASON for text in (*reasons, *reasons.values())):
        raise InputError(f"Ett skäl får ha högst {_LONGEST_REASON} tecken.")
    return reasons


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
