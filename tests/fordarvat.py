"""A filled-in form as the text of a PDF, and that text spoiled in the ways that fonts and programs spoil it.

    PYTHONPATH=.:tests python tests/fordarvat.py [SÄTT…]

Each answer that is read back is held against the answer that was written, word by word.
"""

import random
import re
import sys
import tempfile
import textwrap
import time
from pathlib import Path

from conftest import ROOT

from rapport.prose.blocks import Footnote, List, Paragraph, Table, Text

_WIDTH, _PAGE = 98, 44


def as_text(underlag, *, omraden=None, hyphens=False):
    """A report as the text that is taken out of its PDF: broken lines, pages with header and number, notes below."""
    lines = ["Region " + underlag.region.removeprefix("Region "), f"Redovisning för {underlag.ar}"]
    lines += textwrap.wrap(underlag.mall.titel, 60)
    notes = []

    def put(text, indent=""):
        lines.extend(_wrapped(indent + text, hyphens))

    for kind, part in parts(underlag, omraden or underlag.mall.omraden):
        if kind == "kryss":
            lines.append(f"{part[0]} {'☒' if part[1] else '☐'}")
        elif kind == "block":
            put_block(part, put, lines, notes)
        else:
            put(part)
    return "\n".join(_paged(lines, notes, underlag))


def parts(underlag, omraden):
    """Yield what stands in a filled-in form, in order: texts, questions, boxes and whether they are ticked, blocks."""
    for omrade in omraden:
        yield "text", f"{omrade.nummer}. {omrade.rubrik}"
        yield "text", omrade.meddelande
        for instruktion in omrade.instruktioner:
            yield "text", instruktion.text
        for heading in omrade.fragor_i_formularet:
            if heading.delfragor:
                yield "text", f"{heading.id} {heading.ren_text}"
            for fraga in heading.delfragor or (heading,):
                yield "fråga", ("• " if heading.delfragor else f"{fraga.id} ") + fraga.ren_text
                svar = underlag.svar_by_fraga.get(fraga.id)
                for name in fraga.kryss:
                    yield "kryss", (name, bool(svar and name in svar.kryss))
                if fraga.foljdtext:
                    yield "text", fraga.foljdtext
                for block in svar.blocks if svar else ():
                    yield "block", block


def put_block(block, put, lines, notes, mark=""):
    if isinstance(block, Paragraph):
        put(mark + _shown(block.inlines, notes))
    elif isinstance(block, List):
        for number, item in enumerate(block.items, block.start):
            for inner in item.blocks:
                put_block(inner, put, lines, notes, f"{number}. " if block.ordered else "• ")
    elif isinstance(block, Table):
        for row in block.rows:
            lines.append(" ".join(_shown(cell[0].inlines, notes) for cell in row if cell))


def _shown(inlines, notes):
    out = ""
    for inline in inlines:
        if isinstance(inline, Text):
            out += inline.text
        elif isinstance(inline, Footnote):
            notes.append("".join(i.text for p in inline.paragraphs for i in p.inlines if isinstance(i, Text)))
            out += f"\x01{len(notes)}\x02"
    return out


def _wrapped(text, hyphens):
    for line in text.split("\n"):
        rows = textwrap.wrap(line, _WIDTH, break_long_words=False, break_on_hyphens=False)
        if hyphens:
            rows = list(divided(rows))
        yield from rows


def divided(rows):
    carried = ""
    for n, row in enumerate(rows):
        own = carried + row
        carried = ""
        last = own.rsplit(" ", 1)[-1]
        if n < len(rows) - 1 and n % 3 == 0 and last.isalpha() and len(last) > 8 and last.islower():
            at = len(last) // 2
            own, carried = own[: -len(last)] + last[:at] + "-", last[at:] + " "
        yield own
    if carried:
        yield carried.strip()


def _paged(lines, notes, underlag):
    page, out = 1, []
    for start in range(0, len(lines), _PAGE):
        own = lines[start : start + _PAGE]
        cited = [int(n) for line in own for n in re.findall("\x01(\\d+)\x02", line)]
        out += [re.sub("\x01(\\d+)\x02", r"\1", line) for line in own]
        for number in cited:
            out += textwrap.wrap(f"{number} {notes[number - 1]}", 110)
        out.append(f"Sida {page}")
        out.append(f"{underlag.region} · Redovisning för {underlag.ar} · Dnr RUN/214/2025")
        page += 1
    return out[:-1]


def _sub(table):
    return lambda text, _chance: "".join(table.get(sign, sign) for sign in text)


def _sometimes(table, part):
    return lambda text, chance: "".join(
        table[sign] if sign in table and chance.random() < part else sign for sign in text
    )


def _after(*steps):
    def spoil(text, chance):
        for step in steps:
            text = step(text, chance)
        return text

    return spoil


def _pairs(pairs):
    def spoil(text, _chance):
        for pair, sign in pairs.items():
            text = text.replace(pair, sign)
        return text

    return spoil


def _as_windows(byte):
    """A byte as Windows shows it; those that its encoding lacks as they are."""
    return bytes([byte]).decode("cp1252", "ignore") or chr(byte)


def _half(spoil):
    """Only the second half is spoiled: another font, or another program."""

    def half(text, chance):
        lines = text.split("\n")
        at = len(lines) // 2
        return "\n".join(lines[:at]) + "\n" + spoil("\n".join(lines[at:]), chance)

    return half


RINGS = {"å": "a˚", "ä": "a¨", "ö": "o¨", "Å": "A˚", "Ä": "A¨", "Ö": "O¨"}
BEFORE = {"å": "˚a", "ä": "¨a", "ö": "¨o", "Å": "˚A", "Ä": "¨A", "Ö": "¨O"}
BARE = {"å": "a", "ä": "a", "ö": "o", "Å": "A", "Ä": "A", "Ö": "O"}
SWAPPED = {"o": "ö", "ö": "ö ", "O": "Ö"}
LIGATURES = {"ffi": " ", "ff": " ", "fi": " ", "fl": " "}
WAYS = {
    "hel": lambda text, _chance: text,
    "ringar": _sub(RINGS),
    "ringar fore": _sub(BEFORE),
    "o och o med blank": _after(_sub(SWAPPED), _sometimes({"ä": "ä ", "å": "å "}, 0.5)),
    "ligaturer blanka": _pairs(LIGATURES),
    "ligaturer borta": _pairs(dict.fromkeys(LIGATURES, "")),
    "ligaturer som tecken": _pairs({"ffi": "\ufb03", "ff": "\ufb00", "fi": "\ufb01", "fl": "\ufb02"}),
    "utan prickar": _sub(BARE),
    "e som accent": _sub({"e": "é", "r": "ř", "s": "ş"}),
    "grekiska": _sub({"a": "α", "n": "η", "å": "�", "t": "τ "}),
    "a som a-ring": _sub({"a": "å", "å": "ä", "ä": "a"}),
    "dubbelkodad": lambda text, _chance: "".join(map(_as_windows, text.encode())),
    "halva": _half(_after(_sub(SWAPPED), _sometimes({"ä": "ä ", "å": "å "}, 0.5))),
    "lost tecken": _sub({"å": "�", "ä": "�", "ö": "�"}),
}


def spoiled(text, way, seed=0):
    """A text spoiled in one of the ways."""
    return WAYS[way](text, random.Random(seed))


def words(svar):
    return svar.text.split() if svar else []


def compared(right, read):
    """Held against each other: answers found of all, words, wrong words, and these as (right, read)."""
    from rapidfuzz.distance import Levenshtein

    total, wrong, pairs = 0, 0, []
    for fraga, svar in right.items():
        own, got = words(svar), words(read.get(fraga))
        total += len(own)
        for tag, a, b, c, d in Levenshtein.opcodes(own, got):
            if tag != "equal":
                wrong += max(b - a, d - c)
                pairs.append((fraga, " ".join(own[a:b]), " ".join(got[c:d])))
    there = sum(1 for fraga, svar in right.items() if words(svar) and words(read.get(fraga)))
    return there, total, wrong, pairs


def main():
    from rapport.workflow.load import load
    from rapport.workflow.looks import load_looks

    underlag = load(ROOT / "underlag").underlag
    for way in sys.argv[1:] or WAYS:
        for order, hyphens in ((None, False), (underlag.mall.omraden[::-1], True)):
            text = spoiled(as_text(underlag, omraden=order, hyphens=hyphens), way)
            with tempfile.TemporaryDirectory() as room:
                file = Path(room) / "rapport.txt"
                file.write_text(text, "utf-8")
                started = time.process_time()
                loaded = load_looks(file, file.name, underlag.mall)
            taken = time.process_time() - started
            there, total, wrong, pairs = compared(underlag.svar_by_fraga, loaded.underlag.svar_by_fraga)
            kryss = sum(
                svar.kryss != (read.kryss if (read := loaded.underlag.svar_by_fraga.get(f)) else ())
                for f, svar in underlag.svar_by_fraga.items()
            )
            doubts = sum(f.rule == "trasiga-tecken" and f.severity == "warning" for f in loaded.findings)
            lost = sum(f.rule in ("utan-hem", "formulartext") and f.severity == "error" for f in loaded.findings)
            print(
                f"{way:22}{'omvänd' if order else '':7} svar {there}/{len(underlag.svar_by_fraga)}, ord {total}, fel "
                f"{wrong} ({100 - 100 * wrong / total:.2f} %), osäkra {doubts}, utan hem {lost}, kryss fel {kryss}, "
                f"{taken:.1f} s",
                flush=True,
            )
            if len(sys.argv) > 1:
                for pair in pairs[:45]:
                    print("     ", pair)
                for f in loaded.findings[:25]:
                    if f.rule in ("utan-hem", "formulartext") and f.severity == "error":
                        print("     !", f.message[:150])


if __name__ == "__main__":
    main()
