"""Text → a YAML scalar that is read back as the same text."""

import json
import re

# Plain where nothing in it can mean anything else to YAML.
_PLAIN = re.compile(r"[^\W\d_][\w ./–-]*[\w.]|\d+")


def quoted(text: str) -> str:
    """Return a one-line scalar: plain when that is safe, or else in double quotation marks."""
    return text if is_plain(text) else json.dumps(text, ensure_ascii=False)


def is_plain(text: str) -> bool:
    """Return whether a text needs no quotation marks to be read back as it is."""
    return _PLAIN.fullmatch(text) is not None
