"""The document's properties: title, language, region, year – and a seal that shows whether it was changed since."""

import hashlib
import re
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
_ONLY_TEXT = "2-"  # begins a seal over what the document says; the first seals were over every part, and have no such
# In word/, what says nothing: how the file is shown. All else there is text, or what gives text its look.
_NO_TEXT = re.compile(r"word/(?:settings|webSettings|fontTable)\.xml|word/theme/.*")
_RELATIONS = re.compile(r"(?P<folder>.*)/_rels/(?P<part>[^/]*)\.rels")
_LIBRARY = f"{BASE}/customXml"  # a relationship to what a SharePoint library keeps in the file
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
    """Write values as custom properties, and among them the seal: the last thing done to a package."""
    if _CUSTOM not in parts:
        declare(parts, _CUSTOM, _CUSTOM_TYPE)
        relations = Relations(parts, "")
        relations.add(f"{BASE}/custom-properties", _CUSTOM)
        relations.save()
    properties = "".join(
        f'<property fmtid="{_FORMAT_ID}" pid="{pid}" name="{escape(name)}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for pid, (name, value) in enumerate({**values, _SEAL: _ONLY_TEXT + _checksum(parts)}.items(), 2)
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
    """Return whether a package says what it said when we wrote it, in the same bytes: whoever saves it breaks the seal.

    What lies beside the text does not matter: a SharePoint library writes its columns there, each time a file comes in.
    A document with a seal of the first kind is ours as long as every part is as it was.
    """
    values = custom_values(parts)
    told = values.pop(_SEAL, "")
    return told == (_ONLY_TEXT + _checksum(parts) if told.startswith(_ONLY_TEXT) else _first_checksum(parts, values))


def _checksum(parts: Parts) -> str:
    """Return a checksum of the parts with text, and of what they refer to."""
    digest = hashlib.sha256()
    for name in sorted(parts):
        if not name.startswith("word/"):
            continue
        of = _RELATIONS.fullmatch(name)
        if _NO_TEXT.fullmatch(f"{of['folder']}/{of['part']}" if of else name):
            continue
        raw = _referred(parts[name]) if of else parts[name]
        digest.update(name.encode() + b"\0" + hashlib.sha256(raw).digest())
    return digest.hexdigest()


def _referred(raw: bytes) -> bytes:
    """Return what relationships say, however they are written, without those to what a library has put in the file."""
    found = (dict(relation.attrib) for relation in parse(raw))
    return repr(sorted(sorted(one.items()) for one in found if one.get("Type") != _LIBRARY)).encode()


def _first_checksum(parts: Parts, values: dict[str, str]) -> str:
    """Return what the first seals were: a checksum of all parts but the one that holds it, and of the other values."""
    digest = hashlib.sha256(repr(sorted(values.items())).encode())
    for name in sorted(parts):
        if name != _CUSTOM:
            digest.update(name.encode() + b"\0" + hashlib.sha256(parts[name]).digest())
    return digest.hexdigest()
