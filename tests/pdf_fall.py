"""Filled-in forms as PDFs and their texts give them, spoiled in one way each, and the judge of what is read from them.

    PYTHONPATH=.:tests python tests/pdf_fall.py [DEL AV NAMN…] [--visa]

Each case is made from the example report and from nothing else; what is read is held against what was written there,
word by word. Four figures count: the questions found, the words that are right, the words that were right as they
stood and were "mended" all the same (none may be), and the wrong words that no finding names.
"""

import random
import re
import sys
import tempfile
import textwrap
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from conftest import ROOT
from fordarvat import divided, parts, put_block, words

BARE = str.maketrans("åäöÅÄÖ", "aaoAAO")
RINGS = {"å": ("a", "˚"), "ä": ("a", "¨"), "ö": ("o", "¨"), "Å": ("A", "˚"), "Ä": ("A", "¨"), "Ö": ("O", "¨")}
LIGATURES = ("ffi", "ff", "fi", "fl")
_OF_IT = 50  # of 100: a word is changed, and not another that stands in its place
CALIBRI = {"tti": "ƫ", "ti": "Ɵ", "tt": "Ʃ", "ft": "Ō", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ"}


class Fall(NamedTuple):
    """One case: what a reader gets, as text; or None, where it is made by a program."""

    name: str
    text: str
    omraden: tuple[int, ...] = (1, 5)


class Dom(NamedTuple):
    """What came of one: questions found of all, words, wrong ones, those spoiled by us and those that nobody names."""

    fragor: int
    of: int
    words: int
    wrong: int
    spoiled: list
    unnamed: list
    kryss: int
    pairs: list
    named: int

    @property
    def share(self):
        return 100 - 100 * self.wrong / max(1, self.words)


def satt(
    underlag,
    omraden=(1, 5),
    *,
    width=98,
    page=44,
    hyphen="",
    head=None,
    foot=None,
    feed="\n",
    notes_at="fot",
    box=None,
    gaps=False,
    cut_questions=False,
):
    """A report as the text of its pages: header, lines, notes and footer of each."""
    mall = underlag.mall
    box = box or (lambda name, on: f"{name} {'☒' if on else '☐'}")
    lines, notes = ["Region Sundmark", f"Redovisning för {underlag.ar}", *textwrap.wrap(mall.titel, 60)], []

    def put(text):
        rows = []
        for line in text.split("\n"):
            own = textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)
            rows += list(divided(own)) if hyphen else own
        lines.extend(re.sub(r"(?<=[a-zåäö])-$", hyphen, row) if hyphen else row for row in rows)
        if gaps:
            lines.append("")

    def ask(text):
        at = len(lines)
        put(text)
        if cut_questions and len(lines) - at > 1 + gaps:  # a page ends within the question
            lines.insert(at + 1, "\x03")

    for kind, part in parts(underlag, [one for one in mall.omraden if one.nummer in omraden]):
        if kind == "kryss":
            lines.append(box(*part))
        elif kind == "block":
            put_block(part, put, lines, notes)
        elif kind == "fråga":
            ask(part)
        else:
            put(part)
    return _paged(lines, notes, page, head, foot, feed, notes_at)


def _paged(lines, notes, page, head, foot, feed, notes_at):
    sheets = [[]]
    for line in lines:
        if line == "\x03" or len(sheets[-1]) >= page:
            sheets.append([])
        if line != "\x03":
            sheets[-1].append(line)
    out, late, total = [], [], len(sheets)
    for number, own in enumerate(sheets, 1):
        cited = [int(n) for line in own for n in re.findall("\x01(\\d+)\x02", line)]
        here, late = (cited, []) if notes_at == "fot" else (late, cited) if notes_at == "nasta" else ([], late + cited)
        if notes_at == "slut" and number == total:
            here = late
        if notes_at == "nasta" and number == total:
            here, late = here + late, []
        below = [row for n in here for row in textwrap.wrap(f"{n} {notes[n - 1]}", 110)]
        shown = [re.sub("\x01(\\d+)\x02", r"\1", line) for line in own]
        top, bottom = (head(number, total) if head else []), (foot(number, total) if foot else [f"Sida {number}"])
        out.append("\n".join([*top, *shown, *below, *bottom]))
    return feed.join(out)


# ---------------------------------------------------------------- letters


def swap(table, part=1.0, seed=0):
    """Each of some letters and letter groups as something else, in a part of its places."""
    chance = random.Random(seed)
    pattern = re.compile("|".join(map(re.escape, sorted(table, key=len, reverse=True))))

    def one(match):
        if part < 1 and chance.random() >= part:
            return match[0]
        new = table[match[0]]
        return new if isinstance(new, str) else chance.choice(new)

    return lambda text: pattern.sub(one, text)


def in_words(spoil, part, seed=0):
    """Only some words are spoiled."""
    chance = random.Random(seed)
    return lambda text: re.sub(r"\S+", lambda m: spoil(m[0]) if chance.random() < part else m[0], text)


OCR = {"ö": ["o"] * 18 + ["6", "é"], "ä": ["a"] * 18 + ["i", "ai", "é"], "å": ["a"] * 24 + ["4"]}
OCR |= {"Ö": ["O"], "Ä": ["A"], "Å": ["A"]}
ONES = {"l": ["1", "I"], "I": ["l", "1"], "O": ["0"], "0": ["O"], "1": ["l", "I"]}

LETTERS = {
    "ligatur blank": swap(dict.fromkeys(LIGATURES, " ")),
    "ligatur borta": swap(dict.fromkeys(LIGATURES, "")),
    "ligatur frågetecken": swap(dict.fromkeys(LIGATURES, "?")),
    "ligatur ersättningstecken": swap(dict.fromkeys(LIGATURES, "\ufffd")),
    "ligatur som tecken": swap({"ffi": "ﬃ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ"}),
    "ligatur i calibri": swap(CALIBRI),
    "ti och tt borta": swap({"tti": "", "ti": "", "tt": ""}),
    "ring efter": swap({k: a + b for k, (a, b) in RINGS.items()}),
    "ring före": swap({k: b + a for k, (a, b) in RINGS.items()}),
    "ring efter blank": swap({k: a + " " + b for k, (a, b) in RINGS.items()}),
    "ring före blank": swap({k: b + " " + a for k, (a, b) in RINGS.items()}),
    "ring kombinerande": swap({k: a + ("\u030a" if b == "˚" else "\u0308") for k, (a, b) in RINGS.items()}),
    "ring kombinerande före": swap({k: ("\u030a" if b == "˚" else "\u0308") + a for k, (a, b) in RINGS.items()}),
    "ring kombinerande blank": swap({k: a + (" \u030a" if b == "˚" else " \u0308") for k, (a, b) in RINGS.items()}),
    "ring som grad": swap({"å": "a°", "Å": "A°"}),
    "o som ö": swap({"o": "ö", "ö": "ö "}),
    "ä som a, a hel": swap({"ä": "a", "Ä": "A"}),
    "åäö som frågetecken": swap(dict.fromkeys("åäöÅÄÖ", "?")),
    "åäö borta": swap(dict.fromkeys("åäöÅÄÖ", "")),
    "åäö blanka": swap(dict.fromkeys("åäöÅÄÖ", " ")),
    "ocr utan prickar": lambda text: text.translate(BARE),
    "ocr som i källorna": swap(OCR),
    "ocr l 1 I O 0": swap(ONES, 0.03),
    "ocr allt": lambda text: swap(ONES, 0.02, 3)(swap(OCR, 1, 2)(text)),
    "ocr rn som m": in_words(swap({"rn": "m", "m": "rn"}), 0.1),
    "dubbla blanka": lambda text: text.replace(" ", "  "),
    "några dubbla blanka": swap({" ": ["  ", "   "]}, 0.2),
    "hårda och smala blanka": swap({" ": ["\u00a0", "\u2009", "\u202f"]}, 0.2),
    "rak marginal": lambda text: "\n".join("      " + swap({" ": ["  ", " ", "   "]})(row) for row in text.split("\n")),
    "blank i ord": in_words(lambda word: word if len(word) < 6 else f"{word[:3]} {word[3:]}", 0.02),
    "ord ihop": swap({" ": ""}, 0.01),
    "dubbelkodad": lambda text: "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in text.encode()),
    "mac som windows": swap({"å": "Œ", "ä": "Š", "ö": "š", "Å": "\x81", "Ä": "€", "Ö": "…"}),
    "dos som windows": swap({"å": "†", "ä": "„", "ö": "”", "Å": "\x8f", "Ä": "Ž", "Ö": "™"}),
    "hel": lambda text: text,
}

FEET = {
    "sida": lambda n, _: [f"Sida {n}"],
    "sida av": lambda n, of: [f"Sida {n} av {of}"],
    "parentes": lambda n, of: [f"{n} ({of})"],
    "parentes tätt": lambda n, of: [f"{n}({of})"],
    "snedstreck": lambda n, of: [f"{n}/{of}"],
    "streck": lambda n, _: [f"– {n} –"],
    "bara tal": lambda n, _: [f"{n}"],
    "sid av": lambda n, of: [f"Sid. {n} av {of}"],
    "engelskt": lambda n, of: [f"Page {n} of {of}"],
    "med diarienummer": lambda n, of: [f"Diarienr RUN/214/2025 {n}({of})"],
    "med datum": lambda n, of: ["2026-02-13", f"Region Sundmark  Redovisning 2025  {n} ({of})"],
    "tre rader": lambda n, _: ["Region Sundmark, Box 12, 123 45 Storsunda", "www.sundmark.example", f"s. {n}"],
    "romerska": lambda n, _: [["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"][n % 12 - 1]],
    "udda och jämna": lambda n, _: [f"{n}  Redovisning 2025" if n % 2 else f"Region Sundmark  {n}"],
}


def boxes(on, off, *, first=False):
    """Boxes as some program shows them."""

    def box(name, ticked):
        sign = on if ticked else off
        return f"{sign} {name}".strip() if first else f"{name} {sign}".strip()

    return box


BOXES = {
    "☒ efter": boxes("☒", "☐"),
    "☒ före": boxes("☒", "☐", first=True),
    "☑ före": boxes("☑", "☐", first=True),
    "[x]": boxes("[x]", "[ ]", first=True),
    "(X)": boxes("(X)", "( )", first=True),
    "■ □": boxes("■", "□", first=True),
    "■ ☐": boxes("■", "☐"),
    "X eller inget": boxes("X", ""),
    "X före eller inget": boxes("X", "", first=True),
    "wingdings privat": boxes("\uf0fe", "\uf0a8", first=True),
    "wingdings privat 2": boxes("\uf078", "\uf06f"),
    "wingdings bokstav": boxes("þ", "¨", first=True),
    "wingdings 2": boxes("R", "£", first=True),
    "wingdings 2 privat": boxes("\uf052", "\uf0a3", first=True),
    "● ○": boxes("●", "○", first=True),
    "✔ och inget": boxes("✔", "", first=True),
    "⊠ ⊡": boxes("⊠", "◻", first=True),
    "√ □": boxes("√", "□", first=True),
    "_X_ och ___": boxes("_X_", "___", first=True),
}


def side_by_side(text, width):
    """Two columns beside each other, as a text that keeps the layout shows them."""
    rows = text.split("\n")
    half = 44
    out = []
    for at in range(0, len(rows), 2 * half):
        left, right = rows[at : at + half], rows[at + half : at + 2 * half]
        right += [""] * (len(left) - len(right))
        out += [f"{a:{width + 6}}{b}".rstrip() for a, b in zip(left, right, strict=True)]
        out[-1] += "\f"
    return "\n".join(out)


def fall(underlag):
    """Yield the cases that are texts."""
    plain = satt(underlag)
    for name, spoil in LETTERS.items():
        yield Fall(f"tecken: {name}", spoil(plain))
    for name, hyphen in {"kvar": "-", "mjukt": "\u00ad", "vinkel": "¬", "blank efter": "- ", "långt": "‐"}.items():
        yield Fall(f"avstavning: {name}", satt(underlag, hyphen=hyphen, width=70))
    yield Fall("avstavning: över sidor", satt(underlag, hyphen="-", width=60, page=9, foot=FEET["sida av"]))
    yield Fall("avstavning: trasigt o", LETTERS["o som ö"](satt(underlag, hyphen="-", width=70)))
    yield Fall("avstavning: utan prickar", satt(underlag, hyphen="-", width=70).translate(BARE))
    yield Fall("spalter: efter varandra", satt(underlag, width=44, hyphen="-"))
    yield Fall("spalter: bredvid", side_by_side(satt(underlag, width=44, foot=lambda *_: []), 44))
    for name, foot in FEET.items():
        yield Fall(f"sidfot: {name}", satt(underlag, foot=foot, page=38))
        yield Fall(f"sidfot: {name}, sidbyten", satt(underlag, foot=foot, page=38, feed="\n\f"))
        yield Fall(f"sidhuvud: {name}", satt(underlag, head=foot, foot=lambda *_: [], page=38, gaps=True))
    yield Fall("noter: nästa sida", satt(underlag, notes_at="nasta"))
    yield Fall("noter: nästa sida, sidbyten", satt(underlag, notes_at="nasta", feed="\n\f"))
    yield Fall("noter: sist", satt(underlag, notes_at="slut"))
    yield Fall("noter: korta sidor", satt(underlag, page=14, feed="\n\f"))
    yield Fall("frågor: över sidor", satt(underlag, cut_questions=True))
    yield Fall("frågor: över sidor, huvud", satt(underlag, cut_questions=True, head=FEET["med datum"], feed="\n\f"))
    yield Fall("frågor: över sidor, trasigt o", LETTERS["o som ö"](satt(underlag, cut_questions=True)))
    for name, box in BOXES.items():
        yield Fall(f"rutor: {name}", satt(underlag, (5,), box=box), (5,))
    three = lambda *names: lambda text: [text := LETTERS[name](text) for name in names][-1]  # noqa: E731
    yield Fall("blandat: ring, dubbla", three("ring efter", "dubbla blanka")(plain))
    yield Fall("blandat: ocr, sidhuvud", LETTERS["ocr allt"](satt(underlag, head=FEET["med datum"], page=38)))


# ---------------------------------------------------------------- the judge


def judged(underlag, loaded, text, omraden):
    """Hold what was read against what was written."""
    from rapidfuzz import fuzz
    from rapidfuzz.distance import Levenshtein

    from rapport.pdf.likeness import skeleton

    asked = {f.id for o in underlag.mall.omraden if o.nummer in omraden for f in o.fragor}
    right = {fraga: svar for fraga, svar in underlag.svar_by_fraga.items() if fraga in asked}
    read = loaded.underlag.svar_by_fraga
    seen, written = Counter(text.split()), Counter(w for svar in right.values() for w in words(svar))
    named = " ".join(f.message for f in loaded.findings if f.severity != "info" or f.rule == "utan-hem")
    pairs, spoiled, unnamed, wrong, total = [], [], [], 0, 0
    for fraga, svar in right.items():
        own, got = words(svar), words(read.get(fraga))
        total += len(own)
        for tag, a, b, c, d in Levenshtein.opcodes(own, got):
            if tag == "equal":
                continue
            wrong += max(b - a, d - c)
            pair = (fraga, " ".join(own[a:b]), " ".join(got[c:d]))
            pairs.append(pair)
            was_whole = a < b and c < d and all(seen[word] >= written[word] for word in own[a:b])
            made = any(word not in seen for word in got[c:d])
            if was_whole and made and fuzz.ratio(skeleton(pair[1]), skeleton(pair[2])) > _OF_IT:
                spoiled.append(pair)
            shown = got[c:d] or own[a:b]
            if not all(re.sub(r"^\W+|\W+$", "", word) in named for word in shown):
                unnamed.append(pair)
    gone = {f.fraga for f in loaded.findings if f.rule == "formulartext"}
    gone |= {f.id for o in underlag.mall.omraden if o.nummer in {x.omrade for x in loaded.findings
             if x.rule == "formulartext" and x.fraga is None} for f in o.fragor}  # fmt: skip
    kryss = sum(svar.kryss != (read[f].kryss if f in read else ()) for f, svar in right.items())
    doubts = sum(f.rule == "trasiga-tecken" and f.severity == "warning" for f in loaded.findings)
    return Dom(len(asked - gone), len(asked), total, wrong, spoiled, unnamed, kryss, pairs, doubts)


def line(name, dom, taken):
    return (
        f"{name:32} frågor {dom.fragor}/{dom.of}, ord {dom.share:6.2f} % ({dom.wrong} fel), fellagade "
        f"{len(dom.spoiled)}, onämnda {len(dom.unnamed)}, osäkra {dom.named}, kryss fel {dom.kryss}, {taken:.1f} s"
    )


def _one(case):
    """Read a case in a process that may read several."""
    from rapport.errors import InputError
    from rapport.workflow.load import load
    from rapport.workflow.looks import load_looks

    underlag = load(ROOT / "underlag").underlag
    with tempfile.TemporaryDirectory() as room:
        file = Path(case.text) if case.text.endswith(".pdf") and "\n" not in case.text else Path(room) / "rapport.txt"
        if file.suffix == ".txt":
            file.write_text(case.text, "utf-8")
        started = time.process_time()
        try:
            loaded = load_looks(file, file.name, underlag.mall)
        except InputError as error:
            return case.name, None, f"{case.name:32} {error}"
    taken = time.process_time() - started
    text = case.text if file.suffix == ".txt" else " ".join(" ".join(words(s)) for s in underlag.svar_by_fraga.values())
    dom = judged(underlag, loaded, text, case.omraden)
    return case.name, dom, line(case.name, dom, taken)


def main():
    from concurrent.futures import ProcessPoolExecutor

    from rapport.workflow.load import load

    names = [name for name in sys.argv[1:] if not name.startswith("--")]
    cases = list(fall(load(ROOT / "underlag").underlag))
    if "--pdf" in sys.argv:
        from pdf_fall_filer import made

        cases = list(made())
    cases = [case for case in cases if not names or any(name in case.name for name in names)]
    with ProcessPoolExecutor(2) as pool:
        for _, dom, said in pool.map(_one, cases):
            sys.stdout.write(f"{said}\n")
            if dom and "--visa" in sys.argv:
                for pair in dom.pairs[:60]:
                    sys.stdout.write(
                        f"     {'F' if pair in dom.spoiled else 'o' if pair in dom.unnamed else ' '} {pair}\n"
                    )


if __name__ == "__main__":
    main()
