"""A .docx as a tagged PDF (PDF/UA), by LibreOffice, sealed so that we know our own file again."""

import hashlib
import shutil
import subprocess
import tempfile
from pathlib import Path

from rapport.errors import InputError, OutputError

_TIMEOUT = 180  # seconds; a report takes two
_FILTER = (
    'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"}}'
)
# A comment after the end mark, which readers pass over: the checksum of all bytes before it. Whoever saves the file
# writes it anew or adds to its end; either way the last line is no longer the seal of what stands above it.
_SEAL = b"%rapport-sigill "
_USUAL_PLACES = (
    Path("C:/Program Files/LibreOffice/program/soffice.com"),
    Path("C:/Program Files (x86)/LibreOffice/program/soffice.com"),
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
)


def find_libreoffice() -> str:
    """Return LibreOffice's program; InputError, with what to do, when the machine has none."""
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            return found
    for place in _USUAL_PLACES:
        if place.is_file():
            return str(place)
    raise InputError(
        "PDF kan inte göras: LibreOffice finns inte på datorn. Installera LibreOffice, eller öppna dokumentet "
        "i Word och välj Spara som PDF (kryssa i ”Taggar för dokumentstruktur” under Alternativ)."
    )


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


def convert(docx: Path, target: Path) -> None:
    """Write the sealed PDF of a .docx to a path; OutputError when LibreOffice does not make one."""
    program = find_libreoffice()
    with tempfile.TemporaryDirectory(prefix="rapport-") as folder:
        profile = (Path(folder) / "profil").as_uri()  # its own, or a running LibreOffice would take the job
        command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", _FILTER]
        try:
            subprocess.run(  # noqa: S603 - the program is found above, the paths are ours
                [*command, "--outdir", folder, str(docx)], check=True, capture_output=True, timeout=_TIMEOUT
            )
            made = Path(folder) / docx.with_suffix(".pdf").name
            target.write_bytes(sealed(made.read_bytes()))
        except (subprocess.SubprocessError, OSError) as error:
            raise OutputError(
                "LibreOffice kunde inte göra dokumentet till PDF. Bygg det utan --pdf och spara som PDF i Word."
            ) from error
