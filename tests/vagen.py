"""The way of one answer's text through the house: the files that are entered from its YAML to the built document.

    PYTHONPATH=. python tests/vagen.py

A report of one answer is checked and built as ``rapport bygg`` does it, twice; the files of the package in which a
function is called the second time are printed. The first time is for what is read once in a process: modules, forms,
dictionaries. What reads the command line is no part of the way.
"""

import os
import sys
import tempfile
from contextlib import redirect_stderr, redirect_stdout
from inspect import CO_NEWLOCALS
from io import StringIO
from pathlib import Path

REPORT = 'mall: "2024"\nregion: Region Sundmark\når: 2025\n'
ANSWER = 'område: 1\nsvar:\n  "1.1": |\n    Regionen **samordnade** arbetet i länet.\n'


def entered(call, package):
    """Return the files under a folder that hold a function called while ``call`` runs, by their paths in it."""
    found = set()

    def note(frame, event, _argument):
        # The body of a module or a class is read, not entered: it has no room of its own for what it is given.
        if event == "call" and frame.f_code.co_flags & CO_NEWLOCALS:
            found.add(frame.f_code.co_filename)

    sys.setprofile(note)
    try:
        call()
    finally:
        sys.setprofile(None)
    files = (Path(name) for name in found)
    return sorted(file.relative_to(package).as_posix() for file in files if file.is_relative_to(package))


def main():
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"XDG_CACHE_HOME": home, "WIN_PD_OVERRIDE_LOCAL_APPDATA": home}
        import rapport
        from rapport.cli.main import run

        folder = Path(home)
        (folder / "rapport.yaml").write_text(REPORT, "utf-8")
        (folder / "1.yaml").write_text(ANSWER, "utf-8")

        def build(name="ut.docx"):
            with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
                assert run(["bygg", str(folder), "--utkast", "--ut", str(folder / name)]) == 0

        build("forst.docx")
        files = entered(build, Path(rapport.__file__).parent)
    print("\n".join(file for file in files if not file.startswith("cli/")))


if __name__ == "__main__":
    main()
