"""A paper put into the register ``kallor.yaml``: its lines are added last, and every other byte stays as it was."""

import re
from collections.abc import Mapping

from rapport.errors import InputError, RefusedError
from rapport.store.edit import set_text
from rapport.store.folder import KALLOR
from rapport.store.kallor import NEW_REGISTER, read_register_text
from rapport.store.nodes import Scalar
from rapport.store.quote import quoted

_ID = re.compile(r"[^\W_][\w-]{0,79}")
_BY_HAND = f"{KALLOR} kan inte fyllas i härifrån. Skriv in papperet där för hand, under källor."


def with_entry(source: str | None, name: str, values: Mapping[str, str]) -> str:
    """Return a register's text (None: there is none yet) with a paper more; ``values`` are its keys in order.

    InputError where the name is none or another paper has it, RefusedError where the register cannot be added to.
    """
    text = NEW_REGISTER if source is None else source
    document, post, faults = read_register_text(text)
    if document is None or post is None:
        raise RefusedError(f"Rätta först {KALLOR}: {faults[0].message}")
    if not _ID.fullmatch(name):
        raise InputError(f"Det korta namnet ”{name}” ska vara ett ord av bokstäver, siffror och bindestreck.")
    if name in post.kallor:
        raise InputError(f"Ett annat papper heter redan {name}. Välj ett annat kort namn.")
    try:
        grown = set_text(document, ("källor", name), "x")
    except (KeyError, AssertionError) as error:
        raise RefusedError(_BY_HAND) from error
    node, key = grown.find(("källor", name)), grown.key(("källor", name))
    if not isinstance(node, Scalar) or key is None:
        raise RefusedError(_BY_HAND)
    newline, indent = ("\r\n" if "\r\n" in text else "\n"), " " * (key.column + 1)
    lines = [
        f"{indent}{word}: {value if word == 'datum' else quoted(value)}" for word, value in values.items() if value
    ]
    made = (
        document.bom + grown.source[: node.start].rstrip(" ") + newline + newline.join(lines) + grown.source[node.end :]
    )
    _, again, _ = read_register_text(made)
    told = again.kallor.get(name) if again else None
    is_right = told is not None and all(getattr(told, key) == value for key, value in values.items() if value)
    if again is None or not is_right or {**again.kallor, name: None} != {**post.kallor, name: None}:
        raise RefusedError(_BY_HAND)
    return made
