"""How fast Word files are read, beside the libraries that also read them, in one run; and that memory stays flat.

    pip install -e ".[test,bench]" && python tests/bench_read.py

A thousand reports are read in one process. The others read fewer, in turn with us, and time is given per file. A
library that does not find the text of all answers is named; it is no peer for those who need it.
"""

import gc
import resource
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import docx
import mammoth
import pypandoc
from docx2python import docx2python

from rapport.domain.underlag import Underlag
from rapport.prose.blocks import plain_passages
from rapport.store.mall import load_mall
from rapport.store.shelf import form_folder
from rapport.word.fill import fill
from rapport.word.package import read_package, write_package
from rapport.word.underlag import load_parts
from rapport.workflow.load import load

ROOT = Path(__file__).parents[1]
MANY, FEW = 1000, 15
MALL = load_mall(form_folder("2024"))


def ours(file: Path) -> str:
    svar = load_parts(read_package(file), file.name, MALL).underlag.svar_by_fraga.values()
    return "\n".join(text for one in svar for text in plain_passages(one.blocks))


def with_python_docx(file: Path) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(str(file)).paragraphs)


def with_mammoth(file: Path) -> str:
    with file.open("rb") as stream:
        return str(mammoth.extract_raw_text(stream).value)


def with_docx2python(file: Path) -> str:
    with docx2python(file) as document:
        return document.text


def with_pandoc(file: Path) -> str:
    command = [pypandoc.get_pandoc_path(), str(file), "-t", "plain", "--wrap=none"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


READERS: dict[str, Callable[[Path], str]] = {
    "rapport": ours,
    "python-docx": with_python_docx,
    "mammoth": with_mammoth,
    "docx2python": with_docx2python,
    "pandoc": with_pandoc,
}


def first_words(underlag: Underlag) -> list[str]:
    """Return how each answer begins; whoever reads a document has to find it there."""
    return [next(iter(plain_passages(svar.blocks)), "")[:60] for svar in underlag.svar_by_fraga.values()]


def peak() -> int:
    """Return the highest memory use so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    underlag = load(ROOT / "underlag").underlag
    first = first_words(underlag)
    template = read_package(ROOT / "mallar" / "2024" / "mall.docx")
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / f"{number}.docx" for number in range(MANY)]
        parts = fill(template, underlag)
        for file in files:
            write_package(file, parts)
        times: dict[str, list[float]] = {name: [] for name in READERS}
        missing = {}
        for file in files[:FEW]:
            for name, read in READERS.items():
                start = time.perf_counter()
                text = read(file)
                times[name].append(time.perf_counter() - start)
                missing[name] = sum(begin not in text for begin in first)
        medians = {name: 1000 * sorted(values)[len(values) // 2] for name, values in times.items()}
        print(f"{'':14}{'ms per fil':>12}{'kvot':>8}   svar som saknas")
        for name, median in medians.items():
            print(f"{name:14}{median:12.1f}{median / medians['rapport']:8.2f}   {missing[name]}")
        gc.collect()
        start, peaks = time.perf_counter(), []
        for number, file in enumerate(files, 1):
            ours(file)
            if number % 250 == 0:
                peaks.append(peak())
        seconds = time.perf_counter() - start
    print(f"\n{MANY} filer på {seconds:.1f} s, {MANY / seconds:.0f} i sekunden; högsta minne {peaks} MB")


if __name__ == "__main__":
    main()
