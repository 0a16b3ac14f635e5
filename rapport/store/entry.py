"""One answer's entry in its file: what it holds, and the file's text with another value in it."""

from collections.abc import Iterable
from collections.abc import Mapping as Values
from hashlib import sha256

from rapport.errors import RefusedError
from rapport.store.area_file import AreaFile, read_area_file
from rapport.store.nodes import Document, Keys, Mapping
from rapport.store.schema import SvarPost

KEYS = tuple(name for name in SvarPost.model_fields if name != "tillat")
WAIVER = "tillåt."  # before a rule's name: the key of the reason that it is waived for
_EMPTY = SvarPost()


def empty_area_file(path: str, omrade: int) -> AreaFile:
    """Return an area file that is not there yet: it has no answers."""
    return read_area_file(f"område: {omrade}\nsvar:\n", path)


def entry_of(area: AreaFile | None, fraga: str) -> SvarPost:
    """Return what a file has at a question; an entry without content where it has nothing."""
    return area.post.svar.get(fraga, _EMPTY) if area and area.post else _EMPTY


def changed_values(old: SvarPost, new: SvarPost) -> dict[str, str]:
    """Return the values, by key and as texts in the file, that make one entry into another; "" takes a waiver away."""
    was, now = values_of(old), values_of(new)
    return {key: now.get(key, "") for key in (was | now) if now.get(key, "") != was.get(key, "")}


def values_of(entry: SvarPost) -> dict[str, str]:
    """Return all values of an entry by key, as texts in the file: of each waiver that holds the reason."""
    reasons = {f"{WAIVER}{rule}": reason for rule, reason in entry.tillat.items() if reason.strip()}
    return {key: as_text(getattr(entry, key)) for key in KEYS} | reasons


def changed_svar(old: AreaFile | None, new: AreaFile) -> list[str]:
    """Return the questions that a file has another entry at than it had."""
    fragor = dict.fromkeys(fraga for area in (old, new) if area and area.post for fraga in area.post.svar)
    return [fraga for fraga in fragor if entry_of(old, fraga) != entry_of(new, fraga)]


def fingerprint(entry: SvarPost) -> str:
    """Return what tells an entry from every other, however it is written in its file."""
    return sha256(entry.model_dump_json(exclude_defaults=True).encode("utf-8", "surrogatepass")).hexdigest()


def with_values(area: AreaFile, fraga: str, values: Values[str, str]) -> AreaFile:
    """Return the file with some of an answer's values set; RefusedError where they are written so that none can be."""
    document = area.document
    if document is None or area.post is None:
        raise RefusedError(f"{area.path} kan inte läsas, så inget kan ändras i den. Rätta filen först.")
    if unknown := {key for key in values.keys() - set(KEYS) if not key.startswith(WAIVER)}:
        raise TypeError(f"an answer has no {', '.join(sorted(unknown))}")
    known = values_of(entry_of(area, fraga))
    for key, value in values.items():
        if value != known.get(key, ""):
            put = _with_reason if key.startswith(WAIVER) else _with_value
            document = put(document, fraga, key, value)
    return read_area_file(document.bom + document.source, area.path)


def as_text(value: str | Iterable[str]) -> str:
    """Return a value as it is written in the file: several boxes are one line."""
    return value if isinstance(value, str) else " och ".join(value).lower()


def _with_reason(document: Document, fraga: str, key: str, reason: str) -> Document:
    from rapport.store.edit_waivers import with_reason

    again = with_reason(document, fraga, key.removeprefix(WAIVER), reason)
    if again is None:
        raise _by_hand(document, fraga, "tillåt")
    return again


def _by_hand(document: Document, fraga: str, key: str) -> RefusedError:
    return RefusedError(f"{document.path}: {fraga} är skrivet så att {key} inte kan ändras. Ändra det för hand.")


def _with_value(document: Document, fraga: str, key: str, value: str) -> Document:
    from rapport.store.edit import set_text

    keys: Keys = (key,)
    entry = document.find(("svar", fraga))
    has_answer = document.key(("svar", fraga)) is not None
    if key == "text" and (not has_answer or not isinstance(entry, Mapping)):
        keys = ()  # the short form: the answer is just its text
    elif not has_answer:
        document = set_text(document, ("svar", fraga), "")
    try:
        return set_text(document, ("svar", fraga, *keys), value)
    except KeyError as error:
        raise _by_hand(document, fraga, key) from error
