"""The document's properties: title, language, region, year – and a seal that shows whether it was changed since."""

import hashlib
from datetime import datetime
from xml.sax.saxutils import escape

from rapport.word.ns import el, parse, qn, serialise
from rapport.word.package import BASE, Parts, Relations, declare

_CORE, _CUSTOM = "docProps/core.xml", "docProps/custom.xml"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CORE_KIND = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_SEAL = "rapport-sigill"
BYGGE = "rapport-bygge"  # the id of the answers that a document was built from


def set_properties(  # noqa: PLR0913 - as many as are shown
    parts: Parts, *, title: str, author: str, subject: str, language: str, when: datetime
) -> None:
    """Set the properties that Word and search engines show."""
    if _CORE not in parts:
        parts[_CORE] = serialise(el("cp:coreProperties"))
        declare(parts, _CORE, _CORE_TYPE)
        relations = Relations(parts, "")
        relations.add(_CORE_KIND, _CORE)
        relations.save()
    root = parse(parts[_CORE])
    now = when.strftime("%Y-%m-%dT%H:%M:%SZ")
    values = {"dc:title": title, "dc:creator": author, "dc:subject": subject, "dc:language": language}
    for name, text in {**values, "dcterms:created": now, "dcterms:modified": now}.items():
        found = root.find(qn(name))
        if found is None:
            found = el(name)
            root.append(found)
        found.text = text
        if name.startswith("dcterms"):
            found.set(qn("xsi:type"), "dcterms:W3CDTF")
    parts[_CORE] = serialise(root)


def seal(parts: Parts, values: dict[str, str]) -> None:
    """Write values as custom properties, and over all else a checksum: the last thing done to a package."""
    if _CUSTOM not in parts:
        declare(parts, _CUSTOM, _CUSTOM_TYPE)
        relations = Relations(parts, "")
        relations.add(f"{BASE}/custom-properties", _CUSTOM)
        relations.save()
    checksum = _checksum(parts, values)
    properties = "".join(
        f'<property fmtid="{_FORMAT_ID}" pid="{pid}" name="{escape(name)}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for pid, (name, value) in enumerate({**values, _SEAL: checksum}.items(), 2)
    )
    parts[_CUSTOM] = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        f'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{properties}</Properties>'
    ).encode()


def core_value(parts: Parts, name: str) -> str:
    """Return one of the properties that Word shows ("dc:title"); "" when it is not set."""
    found = parse(parts[_CORE]).find(qn(name)) if _CORE in parts else None
    return (found.text or "").strip() if found is not None else ""


def custom_values(parts: Parts) -> dict[str, str]:
    """Return the custom properties of a document that are text, by name."""
    if _CUSTOM not in parts:
        return {}
    found = {}
    for entry in parse(parts[_CUSTOM]):
        found[entry.get("name") or ""] = "".join(str(text) for text in entry.itertext())
    return found


def is_sealed(parts: Parts) -> bool:
    """Return whether a package is exactly as we once wrote it: whoever saves it breaks the seal."""
    values = custom_values(parts)
    return values.pop(_SEAL, None) == _checksum(parts, values)


def _checksum(parts: Parts, values: dict[str, str]) -> str:
    """Return a checksum of all parts but the one that holds it, and of the other values that stand there."""
    digest = hashlib.sha256(repr(sorted(values.items())).encode())
    for name in sorted(parts):
        if name != _CUSTOM:
            digest.update(name.encode() + b"\0" + hashlib.sha256(parts[name]).digest())
    return digest.hexdigest()
