"""What stands in an area file without the key that it belongs under: questions without svar, a text without text."""

import re
from collections.abc import Sequence

from rapport.finding import Finding, Place
from rapport.store.bar import ID
from rapport.store.nodes import Document, Keys, Scalar
from rapport.store.yaml_suspects import NO_SVAR


def without_svar(document: Document, findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings with one for all the questions that stand at the margin of a file that has no svar."""
    keys = [key for key, _ in document.root.entries.values() if re.fullmatch(ID, key.text)]
    if not keys or "svar" in document.root.entries:
        return list(findings)
    places = {document.place(key) for key in keys}
    others = [finding for finding in findings if finding.place not in places]
    return [Finding("okand-nyckel", "error", *NO_SVAR, document.place(keys[0])), *others]


def text_below(document: Document, keys: Keys) -> Place | None:
    """Return where the lines begin that YAML puts after a value on its own line; None where there are none."""
    node = document.find(keys)
    if not isinstance(node, Scalar) or node.style:
        return None
    below = re.match(r"[^\n]*\n(?:[ ]*\r?\n)*([ ]*)\S", document.source[node.start : node.end])
    if below is None:
        return None
    at = node.start + below.end(1)
    return Place(document.path, document.source.count("\n", 0, at) + 1, len(below[1]) + 1)
