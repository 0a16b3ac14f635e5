"""The judge of a merge: is every edit in the result or in a named conflict, and is all else as it was?

It knows the report that was built (grunder.py) and who did what (kollegor.py), and looks at nothing but the folder
before and after, and the conflicts that were named. It never asks how the merging was done.
"""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from grunder import Base
from kollegor import NOTE_KINDS, TEXT_KINDS, Edit, family
from ruamel.yaml import YAML

from rapport.prose.blocks import Footnote, List, Paragraph, plain
from rapport.workflow.load import load

TOKEN = re.compile(r"[XY][a-j]{3}")


class Fault(NamedTuple):
    """What is wrong, by its kind.

    FÖRLORAD: an edit is neither in the folder nor in a conflict. DRAGEN: it was drawn into a neighbour's conflict.
    TYST: two ways of wording and no conflict. ÄNDRAD, KÄLLA, BYTES: what nobody touched is another, as read, as
    written, or as stored. EXTRA, DUBBEL, ORDNING: too much, twice, in the wrong place. ONÖDIG, FEL KONFLIKT: a
    conflict that is none, or with the wrong texts. OLIKA: the order of the documents mattered.
    """

    kind: str
    fraga: str
    what: str


class Shown(NamedTuple):
    """A paragraph, item, row or note as it reads."""

    kind: str
    text: str

    @property
    def token(self) -> str:
        return (TOKEN.findall(self.text) or [""])[0]


@dataclass
class Outcome:
    """A merge's result: every answer's units, sources and box, the files, and the conflicts."""

    shown: dict[str, list[Shown]]
    source: dict[str, str]
    kryss: dict[str, tuple[str, ...]]
    files: dict[str, bytes]
    conflicts: tuple


def read(folder, conflicts=()) -> Outcome:
    svar = load(folder).underlag.svar_by_fraga
    return Outcome(
        {fraga: list(units(one.blocks)) for fraga, one in svar.items()},
        dict(_sources(folder)),
        {fraga: tuple(one.kryss) for fraga, one in svar.items()},
        {str(f.relative_to(folder)): f.read_bytes() for f in folder.rglob("*") if _counts(f, folder)},
        tuple(conflicts),
    )


def _counts(file, folder) -> bool:
    inner = file.relative_to(folder).parts
    return file.is_file() and not any(part.startswith(".") for part in inner)


def _sources(folder):
    for file in sorted(folder.glob("*.yaml")):
        data = YAML(typ="safe", pure=True).load(file.read_text("utf-8")) or {}
        for fraga, value in (data.get("svar") or {}).items():
            yield str(fraga), (value.get("text") or "") if isinstance(value, dict) else value or ""


def units(blocks):
    """Yield what stands in an answer, unit by unit; a paragraph's notes follow it."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from _paragraph("stycke", [block])
        elif isinstance(block, List):
            for item in block.items:
                first = [b for b in item.blocks[:1] if isinstance(b, Paragraph)]
                yield from _paragraph("punkt", first)
                yield from units(item.blocks[len(first) :])
        else:
            for row in block.rows:
                yield from _paragraph("rad", [b for cell in row for b in cell])


def _paragraph(kind, paragraphs):
    yield Shown(kind, norm(" | ".join(plain(p.inlines) for p in paragraphs if isinstance(p, Paragraph))))
    for paragraph in paragraphs:
        for inline in paragraph.inlines if isinstance(paragraph, Paragraph) else ():
            if isinstance(inline, Footnote):
                yield Shown("not", norm(" ".join(plain(p.inlines) for p in inline.paragraphs)))


def norm(text: str) -> str:
    """Return a text without what a word processor may change by itself."""
    text = unicodedata.normalize("NFC", text).translate(str.maketrans("”“„’‘\u00a0\u202f", '"""\'\'  '))
    return " ".join(text.split())


def flat(source: str) -> str:
    return "\n".join(line.strip() for line in source.splitlines())


def judge(base: Base, before: Outcome, by: dict[str, tuple[Edit, ...]], after: Outcome) -> list[Fault]:
    """Return what is wrong with a merge.

    ``by`` says who did what, in the order in which it came: "mappen" first, if the folder was changed, then the
    names of the documents. ``before`` is the folder as built, ``after`` as merged and saved.
    """
    return list(_Judge(base, before, by, after).faults())


class _Judge:
    def __init__(self, base, before, by, after):
        self.base, self.before, self.by, self.after = base, before, by, after
        self.edits = [(who, edit) for who, edits in by.items() for edit in edits]
        self.texts = {s.token: s for shown in before.shown.values() for s in shown if s.token}
        self.touched = {}  # family → who → what they did to it
        for who, edit in self.edits:
            if (edit.unit and not edit.kind.startswith(("nytt", "ny "))) or edit.kind == "ny not":
                self.touched.setdefault(family(base, edit.unit), {}).setdefault(who, set()).add(edit)
        self.moved = {e.unit for _, e in self.edits if e.kind == "flyttar"}
        self.seen = after.shown

    def faults(self):
        for fraga, answer in self.base.answers.items():
            for unit in answer.units:
                if not unit.parent:
                    yield from self.unit(fraga, unit)
            yield from self.kryss(fraga)
            yield from self.nothing_else(fraga)
            yield from self.order(fraga)
            yield from self.bytes(fraga)
        for who, edit in self.edits:
            if edit.added and edit.kind != "ny not":
                yield from self.addition(who, edit)
        yield from self.needless()
        yield from self.others()

    # -- helpers
    def mine(self, fraga, who=None):
        return [c for c in self.after.conflicts if c.fraga == fraga and who in (None, c.file)]

    def texts_with(self, fraga, token):
        return [s.text for s in self.seen.get(fraga, ()) if token in s.text]

    def named(self, fraga, token, who=None):
        """Whether a conflict names a word."""
        return any(token in (c.built + c.here + c.theirs) for c in self.mine(fraga, who))

    def is_shared(self, token):
        if token[:1] == "Y":  # an edit's own: what it was an edit of
            token = next((e.unit for _, e in self.edits if e.own == token), "")
        who = self.touched.get(family(self.base, token), {}) if token else {}
        return len({frozenset(edits) for edits in who.values()}) > 1

    # -- one unit
    def unit(self, fraga, unit):
        who = self.touched.get(unit.token, {})
        if not who:
            yield from self.untouched(fraga, unit)
        elif not self.is_shared(unit.token):
            for edit in next(iter(who.values())):
                faults = list(self.done(fraga, unit, edit))
                own = edit.own if edit.own and edit.kind != "flyttar" else edit.unit
                drawn = self.named(fraga, own)
                yield from [f._replace(kind="DRAGEN") for f in faults] if drawn else faults
        elif all(e.kind in TEXT_KINDS for edits in who.values() for e in edits):
            yield from self.contested(fraga, unit, who)
        else:
            for name, edits in who.items():
                for edit in edits:
                    yield from self.done_or_named(fraga, edit, name)

    def untouched(self, fraga, unit):
        for one in [unit, *(self.base.unit(n) for n in unit.notes)]:
            want, found = self.texts[one.token].text, self.texts_with(fraga, one.token)
            if found != [want]:
                yield Fault("ÄNDRAD", fraga, f"{one.token} rördes av ingen: ”{want}” blev {found}")
            elif flat(one.source) not in flat(self.after.source.get(fraga, "")):
                yield Fault("KÄLLA", fraga, f"{one.token}: källtexten ”{one.source}” är en annan nu")

    def done(self, fraga, unit, edit):
        found = self.texts_with(fraga, unit.token)
        want = self.texts[unit.token].text
        if edit.kind == "bort":
            left = [token for token in (unit.token, *unit.notes) if self.texts_with(fraga, token)]
            if left:
                yield Fault("FÖRLORAD", fraga, f"{edit}: {left} är kvar")
            return
        if edit.kind == "skriver om":
            if found or self.texts_with(fraga, edit.own) != [norm(edit.after(""))]:
                yield Fault("FÖRLORAD", fraga, f"{edit}: {found} {self.texts_with(fraga, edit.own)}")
            return
        if edit.kind in ("infogar", "byter"):
            want = edit.after(want)
        if found != [want]:
            kind = "FÖRLORAD" if found == [self.texts[unit.token].text] else "ÄNDRAD"
            yield Fault(kind, fraga, f"{edit}: väntat ”{want}”, fick {found}")
        source = re.sub(r"\]\(<([^>]*)>\)", r"](\1)", self.after.source.get(fraga, ""))
        for piece in unit.keep:
            if piece not in source and not piece.startswith("[^"):  # a note's label may be another
                yield Fault("KÄLLA", fraga, f"{edit}: {piece} i källtexten är borta")
        yield from self.notes_done(fraga, unit, edit)

    def notes_done(self, fraga, unit, edit):
        for token in unit.notes:
            text = self.texts[token].text
            want = [] if edit.kind == "not bort" else [edit.after(text) if edit.kind == "notens text" else text]
            if self.texts_with(fraga, token) != want:
                yield Fault("FÖRLORAD", fraga, f"{edit}: noten väntades {want}, är {self.texts_with(fraga, token)}")
        if edit.kind == "ny not" and self.texts_with(fraga, edit.own) != [norm(edit.added)]:
            yield Fault("FÖRLORAD", fraga, f"{edit}: {self.texts_with(fraga, edit.own)}")

    def contested(self, fraga, unit, who):
        """The first in order wins; every other way of wording it is a conflict."""

        def version(edits):
            (edit,) = edits
            return None if edit.kind == "bort" else norm(edit.after(self.texts[unit.token].text))

        first, *rest = who.items()
        winner = version(first[1])
        own = next(iter(first[1])).own
        found = self.texts_with(fraga, unit.token) + [
            t for t in self.texts_with(fraga, own) if own and unit.token not in t
        ]
        if found != ([winner] if winner is not None else []):
            yield Fault("ÄNDRAD", fraga, f"{unit.token}: {first[0]} var först med {winner!r}, mappen har {found}")
        for name, edits in rest:
            theirs, (edit,) = version(edits), edits
            named = [c for c in self.mine(fraga, name) if unit.token in c.built]
            if theirs == winner:
                if named:
                    yield Fault("ONÖDIG", fraga, f"{edit} av {name} är samma ändring som {first[0]}s")
                continue
            if not named:
                yield Fault("TYST", fraga, f"{edit} av {name} mot {first[0]}: ingen konflikt med built={unit.token}")
                continue
            (conflict, *more) = named
            right = (edit.own in conflict.theirs if edit.own else not conflict.theirs) and (
                own in conflict.here if own else not conflict.here
            )
            if more or not right:
                shown = [(c.built, c.here, c.theirs) for c in named]
                yield Fault("FEL KONFLIKT", fraga, f"{edit} av {name} mot {first[0]} ({own}): {shown}")
            if edit.own and self.texts_with(fraga, edit.own):
                yield Fault("TYST", fraga, f"{edit} av {name} står i mappen fast den är i konflikt")

    def done_or_named(self, fraga, edit, name):
        token = edit.own if edit.kind not in ("bort", "not bort", "flyttar") else edit.unit
        if edit.kind in ("bort", "not bort"):
            ok = not self.texts_with(fraga, token) or self.named(fraga, token, name)
        elif edit.kind == "flyttar":  # the words, wherever they stand; where is a matter for ``order``
            others = [e.own for edits in self.touched[family(self.base, token)].values() for e in edits if e != edit]
            reworded = any(own and self.texts_with(fraga, own) for own in others)
            ok = reworded or len(self.texts_with(fraga, token)) == 1 or self.named(fraga, token)
        else:
            ok = len(self.texts_with(fraga, token)) == 1 or self.named(fraga, token, name)
        if not ok:
            yield Fault("FÖRLORAD", fraga, f"{edit} av {name}: varken i mappen eller i någon konflikt")

    def addition(self, who, edit):
        found = self.texts_with(edit.fraga, edit.own)
        anchor_in_doubt = edit.unit and family(self.base, edit.unit) in self.touched
        if [t.replace(" | ", "").strip() for t in found] == [norm(edit.added)]:
            return
        if not found and anchor_in_doubt and self.named(edit.fraga, edit.own):
            return
        missing = "DRAGEN" if self.named(edit.fraga, edit.own) else "FÖRLORAD"
        yield Fault("DUBBEL" if len(found) > 1 else missing, edit.fraga, f"{edit} av {who}: {found}")

    # -- a whole answer
    def kryss(self, fraga):
        boxes = [(who, e.box) for who, e in self.edits if e.box and e.fraga == fraga]
        was = self.before.kryss.get(fraga, ())
        want = (boxes[0][1],) if boxes else was
        if self.after.kryss.get(fraga, ()) != want:
            yield Fault("FÖRLORAD" if boxes else "ÄNDRAD", fraga, f"kryss {self.after.kryss.get(fraga)}, väntat {want}")
        for who, box in boxes[1:]:
            named = any(box.casefold() in c.theirs.casefold() for c in self.mine(fraga, who))
            if named == (box == want[0]):
                yield Fault("ONÖDIG" if named else "TYST", fraga, f"kryss {box} av {who} mot {want[0]}")

    def nothing_else(self, fraga):
        allowed = {s.text for s in self.before.shown.get(fraga, ())}
        for _, edit in self.edits:
            if edit.fraga == fraga:
                allowed.add(norm(edit.added))
                if edit.unit:
                    texts = [self.texts[edit.unit].text]
                    texts += [self.texts[t].text for t in self.base.unit(edit.unit).notes]
                    allowed |= {norm(edit.after(text)) for text in texts}
        counts = Counter(s.text for s in self.seen.get(fraga, ()))
        built = Counter(s.text for s in self.before.shown.get(fraga, ()))
        for text, number in counts.items():
            bare = text.replace(" |", "").strip()
            if text not in allowed and bare not in allowed and not self.is_shared((TOKEN.findall(text) or [""])[0]):
                yield Fault("EXTRA", fraga, f"”{text}” ({number} gånger) har ingen skrivit")
            if number > max(1, built[text]):
                yield Fault("DUBBEL", fraga, f"”{text}” står {number} gånger")

    def order(self, fraga):
        gone = {
            t
            for t in self.touched
            if any(e.kind in ("bort", "skriver om") for es in self.touched[t].values() for e in es)
        }
        still = [s for s in self.seen.get(fraga, ()) if s.kind != "not"]
        fixed = [s.token for s in still if s.token[:1] == "X" and s.token not in gone | self.moved]
        want = [s.token for s in self.before.shown.get(fraga, ()) if s.kind != "not" and s.token in fixed]
        if fixed != want:
            yield Fault("ORDNING", fraga, f"{fixed}, väntat {want}")
        for who, edit in self.edits:
            if edit.fraga != fraga or edit.kind not in ("nytt stycke", "ny punkt", "ny rad", "flyttar"):
                continue
            token, anchor = (edit.unit, edit.own) if edit.kind == "flyttar" else (edit.own, edit.unit)
            if anchor in gone | self.moved or self.is_shared(edit.unit) or self.named(fraga, token):
                continue
            at = next((n for n, s in enumerate(still) if token in s.text), None)
            if at is None:
                continue
            before = next((s.token for s in reversed(still[:at]) if s.token in fixed), "")
            if before != anchor:
                yield Fault(
                    "ORDNING", fraga, f"{edit} av {who} står efter {before or 'inget'}, inte {anchor or 'först'}"
                )

    def bytes(self, fraga):
        was, now = (chunk(files, fraga) for files in (self.before.files, self.after.files))
        if not any(e.fraga == fraga for _, e in self.edits):
            if was != now:
                yield Fault("BYTES", fraga, f"svaret rördes av ingen men är ändrat:\n{was}\n---\n{now}")
        else:
            lost = [line for line in self.base.answers[fraga].head.splitlines() if line not in now]
            if lost:
                yield Fault("BYTES", fraga, f"raderna {lost} är borta")

    def needless(self):
        for conflict in self.after.conflicts:
            tokens = TOKEN.findall(conflict.built + conflict.here + conflict.theirs)
            shared_box = len({e.box for _, e in self.edits if e.box and e.fraga == conflict.fraga}) > 1
            if not shared_box and not any(self.is_contested(token) for token in tokens):
                texts = (conflict.built, conflict.here, conflict.theirs)
                yield Fault("ONÖDIG", conflict.fraga, f"{conflict.file}: {texts}")

    def is_contested(self, token):
        if token[0] == "X":
            known = any(u.token == token for a in self.base.answers.values() for u in a.units)
            return known and self.is_shared(token)
        # A word of an edit's own: of a contested unit, or added beside one that somebody took away or moved.
        mine = [e for _, e in self.edits if e.own == token]
        return any(
            self.is_shared(e.unit) or (e.added and family(self.base, e.unit) in self.touched) for e in mine if e.unit
        )

    def others(self):
        for name, raw in self.before.files.items():
            if not re.fullmatch(r"\d.*\.yaml", name) and self.after.files.get(name) != raw:
                yield Fault("BYTES", "", f"{name} är ändrad")
        for name in set(self.after.files) - set(self.before.files):
            yield Fault("BYTES", "", f"{name} har kommit till")
        for name, raw in self.before.files.items():
            if (
                re.fullmatch(r"\d.*\.yaml", name)
                and self.after.files.get(name, b"").split(b"svar:")[0] != raw.split(b"svar:")[0]
            ):
                yield Fault("BYTES", "", f"början av {name} är ändrad")


def chunk(files: dict[str, bytes], fraga: str) -> str:
    """Return the lines of an answer in its file, key and all."""
    for name in sorted(files):
        if name.endswith(".yaml"):
            found = re.search(rf'(?ms)^  "{re.escape(fraga)}":.*?(?=^  "|\Z)', files[name].decode())
            if found:
                return found[0]
    return ""


def differences(one: Outcome, other: Outcome, by: dict[str, tuple[Edit, ...]]) -> list[Fault]:
    """Return where two orders gave different answers, though nothing there is in conflict."""
    disputed = {c.fraga for c in (*one.conflicts, *other.conflicts)}
    faults = []
    for fraga in one.shown.keys() | other.shown.keys():
        ours, theirs = (list(o.shown.get(fraga, ())) for o in (one, other))
        places = Counter(e.unit for edits in by.values() for e in set(edits) if e.fraga == fraga and e.added)
        if places and max(places.values()) > 1:  # two additions in one place stand in the order in which they came
            ours, theirs = sorted(ours), sorted(theirs)
        if fraga not in disputed and (ours != theirs or one.kryss.get(fraga) != other.kryss.get(fraga)):
            faults.append(Fault("OLIKA", fraga, f"{ours}\n≠\n{theirs}"))
    return faults


def account(case: str, by, faults, before: Outcome, after: Outcome) -> str:
    """Return all that is needed to see what went wrong."""
    lines = [case]
    for who, edits in by.items():
        lines.append(f"  {who}: " + ("; ".join(map(str, edits)) or "inget"))
    lines += [f"  {f.kind} {f.fraga}: {f.what}" for f in faults]
    lines += [f"  konflikt {c.fraga} ({c.file}): {c.built!r} | {c.here!r} | {c.theirs!r}" for c in after.conflicts]
    for fraga in sorted({f.fraga for f in faults if f.fraga}):
        lines += [
            f"--- {fraga} som byggt",
            before.source.get(fraga, ""),
            f"--- {fraga} nu",
            after.source.get(fraga, ""),
        ]
    return "\n".join(lines)


__all__ = ["NOTE_KINDS", "Fault", "Outcome", "account", "chunk", "differences", "judge", "read", "units"]
