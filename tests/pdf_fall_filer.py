"""Filled-in forms as PDFs that LibreOffice makes of them: without tags, in columns, with form fields, with worse fonts.

They are made once and kept in the folder that FALLFILER names, or in one of the system's for temporary files.
"""

import os
import re
import shutil
import subprocess
import tempfile
import zlib
from pathlib import Path

from conftest import ROOT
from pdf_fall import Fall
from smadokument import zipped

ALL = (1, 2, 3, 4, 5, 6)
_TAGGED = '{"UseTaggedPDF":{"type":"boolean","value":"%s"},"ExportFormFields":{"type":"boolean","value":"%s"}}'
_COLUMNS = '<w:cols w:num="2" w:space="400"/>'


def made():
    """Yield the cases: PDFs by their paths, and texts that a program takes out of them."""
    room = Path(os.environ.get("FALLFILER", "") or Path(tempfile.gettempdir()) / "rapport-fallfiler")
    room.mkdir(parents=True, exist_ok=True)
    plain = _printed(room, "otaggad", lambda parts: parts, tagged=False)
    fields = _printed(room, "formularfalt", lambda parts: parts, tagged=True, fields=True)
    bare = _printed(room, "formularfalt-otaggad", lambda parts: parts, tagged=False, fields=True)
    columns = _printed(room, "spalter", _in_columns, tagged=False)
    divided = _printed(room, "avstavad", _hyphenated, tagged=False)
    small = _printed(room, "smala-sidor", _small, tagged=False)
    for name, file in {
        "utan taggar": plain,
        "formulärfält": fields,
        "formulärfält utan taggar": bare,
        "två spalter": columns,
        "avstavad, smal": divided,
        "små sidor": small,
        "trasig tabell o ö": _retold(plain, room / "tabell-o.pdf", {"006F": "00F6"}),
        "trasig tabell ä å": _retold(plain, room / "tabell-a.pdf", {"00E4": "0061", "00E5": "00E4"}),
    }.items():
        yield Fall(f"pdf: {name}", str(file), ALL)
    if shutil.which("pdftotext"):
        for name, file in {"utan taggar": plain, "spalter": columns, "avstavad": divided, "små sidor": small}.items():
            for way in ("", "-layout"):
                done = subprocess.run(
                    [shutil.which("pdftotext"), *way.split(), file, "-"], capture_output=True, check=True
                )
                yield Fall(f"pdftotext {way or 'löpande'}: {name}", done.stdout.decode(), ALL)


def _printed(room, name, change, *, tagged, fields=False):
    from rapport.word.fill import fill
    from rapport.word.package import read_package
    from rapport.workflow.load import load

    file = room / f"{name}.pdf"
    if file.is_file():
        return file
    parts = change(fill(read_package(ROOT / "mallar/2024/mall.docx"), load(ROOT / "underlag").underlag))
    (room / f"{name}.docx").write_bytes(zipped(parts))
    options = _TAGGED % (str(tagged).lower(), str(fields).lower())
    profile = (room / "profil").absolute().as_uri()
    subprocess.run(
        [shutil.which("soffice"), f"-env:UserInstallation={profile}", "--headless", "--convert-to",
         f"pdf:writer_pdf_Export:{options}", "--outdir", room, room / f"{name}.docx"],
        capture_output=True, check=True,
    )  # fmt: skip
    return file


def _document(parts, change):
    name = "word/document.xml"
    text = parts[name].decode() if isinstance(parts[name], bytes) else parts[name]
    return {**parts, name: change(text).encode()}


def _in_columns(parts):
    return _document(parts, lambda xml: re.sub(r"<w:cols [^>]*/>|(?=</w:sectPr>)", _COLUMNS, xml, count=1))


def _small(parts):
    return _document(parts, lambda xml: re.sub(r"<w:pgSz [^>]*/>", '<w:pgSz w:w="8391" w:h="7500"/>', xml))


def _hyphenated(parts):
    name = "word/settings.xml"
    settings = re.sub(r"(<w:settings[^>]*>)", r"\1<w:autoHyphenation/>", parts[name].decode())
    narrow = _document(parts, lambda xml: re.sub(r"<w:pgSz [^>]*/>", '<w:pgSz w:w="8391" w:h="11906"/>', xml))
    return {**narrow, name: settings.encode()}


def _retold(file, target, table):
    """The same PDF whose fonts say other letters: what they map to is exchanged, as long as it was."""
    raw, changed = file.read_bytes(), 0
    for match in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", raw, re.DOTALL):
        try:
            text = zlib.decompress(match[1])
        except zlib.error:
            continue
        if b"beginbfchar" not in text:
            continue
        body = re.sub(
            rb"<([0-9A-F]{4})>(?=\s*(?:\n|$))", lambda m: b"<" + _other(table, m[1]) + b">",
            text,
        )  # fmt: skip
        new = zlib.compress(body, 9)
        if len(new) <= len(match[1]) and body != text:
            raw = raw[: match.start(1)] + new + b"\0" * (len(match[1]) - len(new)) + raw[match.end(1) :]
            changed += 1
    assert changed, "ingen teckentabell kunde ändras"
    target.write_bytes(raw)
    return target


def _other(table, code):
    return table.get(code.decode(), code.decode()).encode()
