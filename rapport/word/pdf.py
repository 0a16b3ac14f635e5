"""A .docx as a tagged PDF (PDF/UA), by LibreOffice."""

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


def convert(docx: Path, target: Path) -> None:
    """Write the PDF of a .docx to a path; OutputError when LibreOffice does not make one."""
    program = find_libreoffice()
    with tempfile.TemporaryDirectory(prefix="rapport-") as folder:
        profile = (Path(folder) / "profil").as_uri()  # its own, or a running LibreOffice would take the job
        command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", _FILTER]
        try:
            subprocess.run(  # noqa: S603 - the program is found above, the paths are ours
                [*command, "--outdir", folder, str(docx)], check=True, capture_output=True, timeout=_TIMEOUT
            )
            made = Path(folder) / docx.with_suffix(".pdf").name
            shutil.copyfile(made, target)
        except (subprocess.SubprocessError, OSError) as error:
            raise OutputError(
                "LibreOffice kunde inte göra dokumentet till PDF. Bygg det utan --pdf och spara som PDF i Word."
            ) from error
