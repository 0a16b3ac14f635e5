"""What a build may write over: its own untouched files, and nothing among the forms."""

import shutil
import zipfile

import pytest
from conftest import ROOT

from rapport.cli.main import run
from rapport.word import pdf
from rapport.word.package import read_package, write_package
from rapport.workflow.build import build

# The smallest PDF there is, as LibreOffice would end it.
BARE = (
    b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Title(Redovisning)>>\nendobj\ntrailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"
)
NOTE = b"2 0 obj\n<</Type/Annot/Contents(Fel summa?)>>\nendobj\ntrailer\n<</Prev 9>>\nstartxref\n99\n%%EOF\n"


@pytest.fixture
def report(tmp_path):
    target = tmp_path / "redovisning"
    shutil.copytree(ROOT / "underlag", target, ignore=shutil.ignore_patterns("redovisning-*", ".rapport-*", "kallor"))
    return target


@pytest.fixture
def libreoffice(monkeypatch):
    """Stand in for LibreOffice: a PDF that says how often one was made."""
    made = []

    def convert(command):
        folder = command[command.index("--outdir") + 1]
        made.append(command[-1])
        name = command[-1].rpartition("/")[2].removesuffix(".docx") + ".pdf"
        with open(f"{folder}/{name}", "wb") as stream:  # noqa: PTH123 - as another program writes it
            stream.write(BARE + b"%% %d\n" % len(made))

    monkeypatch.setattr(pdf, "find_libreoffice", lambda: "soffice")
    monkeypatch.setattr(pdf.libreoffice, "find_libreoffice", lambda: "soffice")
    monkeypatch.setattr(pdf.libreoffice, "run", convert)
    return made


def annotated(raw):
    """As a reader saves a note: the file as it was, and an update behind it."""
    return raw + NOTE


def resaved(raw):
    """As another program saves it anew: everything that means something, and no comments."""
    return b"\n".join(line for line in raw.splitlines() if not line.startswith(b"%rapport")) + b"\n"


def cut(raw):
    return raw[:-10]


def one_byte(raw):
    return raw.replace(b"Redovisning", b"Redovisninh")


@pytest.mark.parametrize("change", [annotated, resaved, cut, one_byte], ids=lambda change: change.__name__)
def test_a_pdf_that_somebody_saved_is_left_alone(report, tmp_path, capsys, libreoffice, change):
    target = tmp_path / "ut.docx"
    command = ["bygg", str(report), "--ut", str(target), "--pdf"]
    assert run(command) == 0
    assert run(command) == 0  # our own, untouched: may be replaced
    assert len(libreoffice) == 2
    file = target.with_suffix(".pdf")
    changed = change(file.read_bytes())
    assert changed != file.read_bytes()
    file.write_bytes(changed)
    before = target.read_bytes()
    capsys.readouterr()
    assert run(command) == 1
    assert "ut.pdf har ändrats" in capsys.readouterr().err
    assert (file.read_bytes(), target.read_bytes()) == (changed, before)
    assert run([*command, "--tvinga"]) == 0
    assert file.read_bytes() != changed


def test_a_document_with_a_changed_text_is_left_alone(report, tmp_path, capsys):
    part = "word/document.xml"
    target = tmp_path / "ut.docx"
    assert run(["bygg", str(report), "--ut", str(target)]) == 0
    parts = read_package(target)
    changed = parts[part].replace(b"Region Sundmark", b"Region Nordmark")
    assert changed != parts[part]
    write_package(target, {**parts, part: changed})
    assert run(["bygg", str(report), "--ut", str(target)]) == 1
    assert "ut.docx har ändrats" in capsys.readouterr().err


def test_a_sealed_pdf_is_the_pdf_with_one_comment_behind_it():
    for raw in (BARE, BARE.rstrip()):
        sealed = pdf.sealed(raw)
        assert sealed.startswith(raw)
        (comment,) = sealed[len(BARE) :].splitlines()
        assert comment.startswith(b"%rapport-sigill ")
        assert pdf.is_sealed(sealed)
        assert not pdf.is_sealed(raw)


WAYS = {
    "mallar": lambda report: report / "mallar",
    "undermapp": lambda report: report / "mallar" / "2024",
    "prickar": lambda report: report / "siffror" / ".." / "mallar",
    "lank": lambda report: linked(report / "genvag", report / "mallar"),
}


def linked(link, target):
    link.symlink_to(target, target_is_directory=True)
    return link


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("force", [[], ["--tvinga"]])
def test_nothing_is_built_among_the_forms(report, capsys, way, force):
    shutil.copytree(ROOT / "mallar", report / "mallar")
    before = {file: file.read_bytes() for file in (report / "mallar").rglob("*") if file.is_file()}
    for name in ("ny.docx", "mall.docx"):
        assert run(["bygg", str(report), "--ut", str(WAYS[way](report) / name), *force]) == 2
        assert "mallarna" in capsys.readouterr().err
        (report / "genvag").unlink(missing_ok=True)
    assert {file: file.read_bytes() for file in (report / "mallar").rglob("*") if file.is_file()} == before


def test_the_shelf_that_the_form_came_from_is_guarded_too(report, tmp_path, capsys, monkeypatch):
    """A form of the working directory, and a report folder that has none of its own."""
    shutil.copytree(ROOT / "mallar", tmp_path / "mallar")
    monkeypatch.chdir(tmp_path)
    assert run(["bygg", str(report), "--ut", "mallar/2024/mall.docx", "--tvinga"]) == 2
    assert "mallarna" in capsys.readouterr().err
    (tmp_path / "hylla").mkdir()
    assert run(["bygg", str(report), "--ut", "hylla/mall.docx"]) == 0  # a name alone is no shelf


def test_a_figure_is_part_of_the_text_around_it(folder, tmp_path):
    path = folder(**{"1": 'område: 1\nsvar:\n  "1.1": Det blev {{ a | summa("kr") | kr }} i **länet** i år.\n'})
    (path / "siffror").mkdir()
    (path / "siffror/a.csv").write_text("kr\n15000\n", "utf-8")
    document = tmp_path / "a.docx"
    build(path, document, is_draft=True, with_pdf=False, force=False)
    with zipfile.ZipFile(document) as parts:
        text = parts.read("word/document.xml").decode("utf-8")
    assert "Det blev 15\u00a0000\u00a0kr i </w:t>" in text
