"""A .docx as a tagged PDF (PDF/UA), by LibreOffice, sealed so that we know our own file again."""

import hashlib
import re
import shutil
import subprocess
from datetime import datetime
from pathlib import Path

from rapport.disk import contents, workplace
from rapport.errors import OutputError
from rapport.word import libreoffice
from rapport.word.libreoffice import find_libreoffice
from rapport.word.package import read_package
from rapport.word.properties import core_value

_FILTER = (
    'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"}}'
)
# A comment after the end mark, which readers pass over: the checksum of all bytes before it. Whoever saves the file
# writes it anew or adds to its end; either way the last line is no longer the seal of what stands above it.
_SEAL = b"%rapport-sigill "
# What LibreOffice takes from the clock, all of it where a PDF is plain text.
_DATE = re.compile(rb"(/(?:CreationDate|ModDate)\(D:)\d{14}")
_XMP_DATE = re.compile(rb"(<xmp:(?:Create|Modify|Metadata)Date>)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
_MARK = re.compile(rb"((?:/ID ?\[ ?<|/DocChecksum /|(?<=[0-9A-F]{32}>\n)<))[0-9A-F]{32}")


def sealed(pdf: bytes) -> bytes:
    """Return a PDF with a seal at its end."""
    body = pdf if pdf.endswith(b"\n") else pdf + b"\n"
    return body + _SEAL + _checksum(body) + b"\n"


def is_sealed(pdf: bytes) -> bool:
    """Return whether a PDF is, byte for byte, one that we wrote."""
    body, seal, checksum = pdf.rpartition(_SEAL)
    return bool(seal) and checksum == _checksum(body) + b"\n"


def _checksum(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest().encode()


def dated(pdf: bytes, when: datetime) -> bytes:
    """Return a PDF as LibreOffice makes it with another time, and marks made of its own bytes and not of the clock.

    Nothing changes its place: what is put in is as long as what stood there.
    """
    pdf = _DATE.sub(rb"\g<1>" + when.strftime("%Y%m%d%H%M%S").encode(), pdf)
    pdf = _XMP_DATE.sub(rb"\g<1>" + when.strftime("%Y-%m-%dT%H:%M:%S").encode(), pdf)
    mark = hashlib.sha256(_MARK.sub(b"", pdf)).hexdigest()[:32].upper().encode()
    return _MARK.sub(rb"\g<1>" + mark, pdf)


def _time_of(docx: Path) -> datetime:
    return datetime.fromisoformat(core_value(read_package(docx), "dcterms:created"))


def convert(docx: Path, target: Path) -> None:
    """Write the sealed PDF of a document of ours, with its time; OutputError when LibreOffice does not make one."""
    program = find_libreoffice()
    # What LibreOffice leaves open, or a virus scanner looks at, is no reason to lose a PDF that is made.
    with workplace() as folder:
        profile = (folder / "p").as_uri()  # its own, or a running LibreOffice would take the job
        command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", _FILTER]
        # By a short name: LibreOffice in Windows opens no path of more than 260 characters.
        source, made = folder / "d.docx", folder / "d.pdf"
        try:
            shutil.copyfile(docx, source)
            libreoffice.run([*command, "--outdir", str(folder), str(source)])
            target.write_bytes(sealed(dated(contents(made), _time_of(docx))))
        except (subprocess.SubprocessError, OSError) as error:
            raise OutputError(
                "LibreOffice kunde inte göra dokumentet till PDF. Bygg det utan --pdf och spara som PDF i Word."
            ) from error
