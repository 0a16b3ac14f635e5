"""Many regions' reports of many years, made of the example: other names, places, figures, orders, lengths and forms.

What each of them holds is known before any file of it is written, so that what is read can be held against it. The
same number gives the same reports.
"""

import random
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from conftest import ROOT

from rapport.domain.kommun_lan import lan_by_kommun
from rapport.domain.mall import Mall
from rapport.domain.regioner import LAN, Lan
from rapport.domain.svar import Svar
from rapport.domain.underlag import Underlag
from rapport.prose.blocks import Block, Blocks, Footnote, Inline, Item, List, Paragraph, Table, Text, normalise
from rapport.prose.render import render
from rapport.store.mall import load_mall
from rapport.store.shelf import form_folder
from rapport.word.fill import fill
from rapport.word.libreoffice import find_libreoffice
from rapport.word.package import Parts, read_package, write_package
from rapport.workflow.load import load

OLD, NEW = "2019", "2024"
YEARS = tuple(range(2016, 2026))
_OLD_UNTIL = 2020  # the last year that answered the older form
_OTHER_WORDS = (  # how the older form differs
    ("Beskriv hur det strategiskt viktigaste arbetet inom", "Beskriv det strategiskt viktigaste arbetet inom"),
    ("11 000", "12 000"),
    ("11000", "12000"),
)
_PLACES = ("Storsunda", "Lillforsa", "Tornsele", "Hedby", "Granåker", "Näsvik")
_NUMBER = re.compile(r"(?<![\d.,/:])[1-9]\d*(?![\d.,/:])")
_KINDS = ("docx", "docx", "pdf")  # a third of them PDF


@dataclass(frozen=True)
class Gjord:
    """A report that was made: its file's name without suffix, of which kind the file is, and what it says."""

    namn: str
    slag: str
    underlag: Underlag

    @property
    def markdown(self) -> dict[str, str]:
        """Its answers as Markdown, by question; those with a box ticked alone left out."""
        return {fraga: render(svar.blocks) for fraga, svar in self.underlag.svar_by_fraga.items() if svar.blocks}


def make_forms(folder: Path) -> None:
    """Put the older form, and the one that is the newest, in ``mallar`` of a folder."""
    shutil.copytree(ROOT / "mallar" / NEW, folder / "mallar" / NEW)
    old = folder / "mallar" / OLD
    shutil.copytree(ROOT / "mallar" / NEW, old)
    text = (old / "mall.yaml").read_text("utf-8")
    for was, now in (*_OTHER_WORDS, (f'id: "{NEW}"', f'id: "{OLD}"'), (f"\når: {NEW}", f"\når: {OLD}")):
        assert was in text
        text = text.replace(was, now)
    (old / "mall.yaml").write_text(text, "utf-8")
    parts = read_package(old / "mall.docx")
    document = parts["word/document.xml"].decode("utf-8")
    for was, now in _OTHER_WORDS[:2]:
        assert was in document
        document = document.replace(was, now)
    write_package(old / "mall.docx", parts | {"word/document.xml": document.encode("utf-8")})


def make(folder: Path, regions: Sequence[Lan] = LAN, years: Sequence[int] = YEARS) -> Iterator[Gjord]:
    """Make a report of each region and year; their forms must lie in ``mallar`` of the folder."""
    number = 0
    for lan in regions:
        for ar in years:
            mall = load_mall(form_folder(OLD if ar <= _OLD_UNTIL else NEW, folder))
            slag = _KINDS[number % len(_KINDS)]
            yield Gjord(f"{lan.region} {ar}".replace(" ", "_"), slag, _varied(mall, lan, ar))
            number += 1


def write(folder: Path, made: Iterable[Gjord]) -> list[Gjord]:
    """Write reports into ``inkomna`` of a folder: Word files, and PDFs all made by one call of LibreOffice."""
    target, before = folder / "inkomna", folder / "fore"
    target.mkdir()
    before.mkdir()
    written = []
    for one in made:
        place = before if one.slag == "pdf" else target
        parts = fill(_template(folder, one.underlag.mall.id), one.underlag)
        write_package(place / f"{one.namn}.docx", parts)
        written.append(one)
    as_pdf(sorted(before.glob("*.docx")), target, folder / "profil")
    return written


def as_pdf(files: Sequence[Path], target: Path, profile: Path) -> None:
    """Have LibreOffice print documents into a folder."""
    command = [find_libreoffice(), f"-env:UserInstallation={profile.resolve().as_uri()}", "--headless"]
    if files:
        arguments = ["--convert-to", "pdf", "--outdir", str(target), *map(str, files)]
        subprocess.run([*command, *arguments], check=True, capture_output=True)


@cache
def _template(folder: Path, mall_id: str) -> Parts:
    return read_package(folder / "mallar" / mall_id / "mall.docx")


@cache
def _example() -> Underlag:
    return load(ROOT / "underlag").underlag


def _varied(mall: Mall, lan: Lan, ar: int) -> Underlag:
    """Return the example as another region's report of another year."""
    chance = random.Random(f"{lan.region} {ar}")
    name = re.sub(r"^Region | län$", "", lan.region)
    own = [kommun for kommun, of in lan_by_kommun().items() if of == lan.lan]
    places = dict(zip(_PLACES, chance.choices(own, k=len(_PLACES)), strict=True))
    words = {"Sundmarks län": lan.lan, "Region Sundmark": lan.region, "Sundmark": name, **places}
    pattern = re.compile("|".join(map(re.escape, words)))

    def told(text: str) -> str:
        other = pattern.sub(lambda match: words[match[0]], text).replace("2025", str(ar))
        return _NUMBER.sub(lambda match: _other(match[0], chance), other)

    svar = {
        fraga: Svar(fraga, _shuffled(_blocks(one.blocks, told), chance), one.kryss)
        for fraga, one in _example().svar_by_fraga.items()
    }
    example = _example()
    about = replace(
        example.redovisning, mall=mall, region=lan.region, ar=ar, diarienummer=f"RUN/{chance.randrange(1, 999)}/{ar}"
    )
    return Underlag(f"{name} {ar}", about, svar)


def _other(number: str, chance: random.Random) -> str:
    """Return another number of as many digits; a year stays the year that it is."""
    if len(number) == 4 and number.startswith("20"):
        return number
    return str(chance.randrange(10 ** (len(number) - 1), 10 ** len(number)))


def _shuffled(blocks: Blocks, chance: random.Random) -> Blocks:
    """Return the blocks in another order, some of them gone, some twice."""
    order = [*blocks]
    for at in range(len(order) - 1):  # a list stays behind what leads up to it
        if isinstance(order[at], Paragraph) and isinstance(order[at + 1], Paragraph) and chance.random() < 0.5:
            order[at], order[at + 1] = order[at + 1], order[at]
    share = chance.choice((0.4, 0.8, 1.0, 1.0, 1.3))
    kept: list[Block] = []
    for block in order:
        kept += [block] * (chance.random() < share)
        if share > 1 and chance.random() < share - 1:
            kept.append(block)
    return tuple(kept or order[:1])


def _blocks(blocks: Blocks, told) -> Blocks:
    return tuple(_block(block, told) for block in blocks)


def _block(block: Block, told) -> Block:
    if isinstance(block, Paragraph):
        return Paragraph(_inlines(block.inlines, told))
    if isinstance(block, List):
        return List(tuple(Item(_blocks(item.blocks, told)) for item in block.items), block.ordered, block.start)
    return Table(tuple(tuple(_blocks(cell, told) for cell in row) for row in block.rows), block.align)


def _inlines(inlines: Iterable[Inline], told) -> tuple[Inline, ...]:
    changed: list[Inline] = []
    for one in inlines:
        if isinstance(one, Text):
            changed.append(Text(told(one.text), one.bold, one.italic, one.href))
        elif isinstance(one, Footnote):
            changed.append(Footnote(tuple(Paragraph(_inlines(p.inlines, told)) for p in one.paragraphs)))
        else:
            changed.append(one)
    return normalise(changed)
