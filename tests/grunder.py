"""Random reports to merge in: answers whose every paragraph, item, row and note bears a word of its own.

The words are what a judge knows a paragraph by, whatever else happened to it. All that is made here is made of a
seed, so that a case can be told by its number.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

HINGE = "arbetet"  # once in every unit, in plain text: what an edit takes hold of
CSV = "kommun;belopp;status\nFjällsta;120000;beviljat\nHavsnäs;30500;beviljat\nStorköping;7000;avslag\n"
KRYSS = {"5.1a": ("Ja", "Nej"), "5.1d": ("Ja", "Nej", "Ej aktuellt")}
FILES = {
    "1-likvardiga-mojligheter.yaml": ("1", ("1.1", "1.2", "1.3", "1.4")),
    "2-kompetensforsorjning.yaml": ("2", ("2.1", "2.2")),
    "5-anslag-1-1.yaml": ("5", ("5.1a", "5.1d", "5.2")),
}
_SUMMA = '{{ stod | summa("belopp") | kr }}'
_ANTAL = '{{ stod | dar(status="beviljat") | antal }}'
_TABELL = '{{ stod | tabell(per="kommun", summa="belopp") }}'
_LONG = (
    "Länets kommuner deltog i samtliga möten och lämnade underlag i god tid.",
    "Företagen fick råd om export, energi och nya sätt att nå kunder.",
    "Erfarenheterna togs tillvara i den nya strategin som beslutades i juni.",
)


@dataclass(frozen=True)
class Unit:
    """A paragraph, item, row or note of an answer: what it is known by, and what it was written as."""

    token: str
    kind: str  # stycke, punkt, rad, huvud, not
    source: str
    keep: tuple[str, ...] = ()  # pieces of the source that a small rewording leaves
    notes: tuple[str, ...] = ()  # the tokens of its notes
    parent: str | None = None  # of a note: the unit that refers to it
    has_items: bool = False  # an item with further items under it


@dataclass
class Answer:
    """One answer: its Markdown, its units in order, and its box."""

    fraga: str
    source: str = ""
    units: list[Unit] = field(default_factory=list)
    kryss: str = ""
    head: str = ""  # lines of the entry before its text


@dataclass
class Base:
    """A report: its answers, and the files that hold them."""

    seed: int
    answers: dict[str, Answer]

    def unit(self, token: str) -> Unit:
        return next(u for a in self.answers.values() for u in a.units if u.token == token)

    def fraga_of(self, token: str) -> str:
        return next(a.fraga for a in self.answers.values() if any(u.token == token for u in a.units))

    def files(self) -> dict[str, str]:
        made = {"rapport.yaml": 'mall: "2024"\nregion: Region Provlän\når: 2025\n', "siffror/stod.csv": CSV}
        for name, (omrade, fragor) in FILES.items():
            entries = [entry(self.answers[fraga]) for fraga in fragor if fraga in self.answers]
            if entries:
                made[name] = f"# Området läses av Sara.\nområde: {omrade}\nsvar:\n" + "".join(entries)
        return made


def entry(answer: Answer) -> str:
    """Return an answer's entry in its file."""
    if not answer.head and not answer.kryss:
        return f'  "{answer.fraga}": |\n{indented(answer.source, 4)}'
    kryss = f"    kryss: {answer.kryss.lower()}\n" if answer.kryss else ""
    text = f"    text: |\n{indented(answer.source, 6)}" if answer.source else ""
    return f'  "{answer.fraga}":\n{answer.head}{kryss}{text}'


def indented(source: str, by: int) -> str:
    return "".join(f"{' ' * by}{line}\n" if line else "\n" for line in source.splitlines())


def word(first: str, number: int) -> str:
    """Return a word that no other is a part of: Xabc."""
    letters = "abcdefghij"
    return first + "".join(letters[int(digit)] for digit in f"{number:03}")


def base(seed: int) -> Base:
    rng = random.Random(seed)
    tokens = (word("X", number) for number in range(1000))
    fragor = [f for _, fs in FILES.values() for f in fs]
    chosen = sorted(rng.sample(fragor, rng.randint(3, 6)), key=fragor.index)
    return Base(seed, {fraga: _answer(rng, fraga, tokens) for fraga in chosen})


def _answer(rng: random.Random, fraga: str, tokens: Iterator[str]) -> Answer:
    answer = Answer(fraga)
    notes: list[Unit] = []
    pieces, last = [], ""
    for _ in range(rng.randint(2, 6)):
        kinds = ["stycke"] * 6 + ["lista"] * 2 + ["tabell", "uttryck"]
        kind = rng.choice([k for k in kinds if k == "stycke" or (k != last and {k, last} != {"tabell", "uttryck"})])
        if kind == "stycke":
            units, source = _paragraph(rng, next(tokens), tokens, notes)
        elif kind == "lista":
            units, source = _list(rng, tokens)
        elif kind == "tabell":
            units, source = _table(rng, tokens)
        else:
            units, source = [], _TABELL
        answer.units += units
        pieces.append(source)
        last = kind
    if not any(unit.kind == "stycke" for unit in answer.units):
        units, source = _paragraph(rng, next(tokens), tokens, notes)
        answer.units += units
        pieces.append(source)
    answer.units += notes
    answer.source = "\n\n".join([*pieces, *(note.source for note in notes)])
    if fraga in KRYSS:
        answer.kryss = rng.choice(KRYSS[fraga])
    if rng.random() < 0.5:
        answer.head = "    status: utkast    # ännu inte läst\n    # Jonas ser över detta.\n"
    return answer


def _paragraph(rng: random.Random, token: str, tokens: Iterator[str], notes: list[Unit]) -> tuple[list[Unit], str]:
    kind = rng.choice(
        ["enkel"] * 3
        + ["lång", "bruten", "fet", "länk", "not", "not", "siffra", "siffra", "två", "citat", "rad", "tecken"]
    )
    keep: tuple[str, ...] = ()
    mine: tuple[str, ...] = ()
    source = f"Under året {token} gick {HINGE} vidare i hela länet."
    if kind == "lång":
        source = " ".join([source, *rng.sample(_LONG, rng.randint(1, 3))])
    elif kind == "bruten":
        source = f"Under året {token} gick\n{HINGE} vidare i hela\nlänet. {rng.choice(_LONG)}"
    elif kind == "fet":
        keep = ("**samverkan**", "*alla kommuner*")
        source = f"Under året {token} gick {HINGE} vidare med **samverkan** i *alla kommuner* i länet."
    elif kind == "länk":
        keep = (f"[webbplats](https://www.exempel.se/{token})",)
        source = f"Under året {token} gick {HINGE} vidare; se regionens {keep[0]} för mer."
    elif kind == "not":
        note, number = next(tokens), len(notes) + 1
        mine, keep = (note,), (f"[^{number}]",)
        source = f"Under året {token} gick {HINGE} vidare i hela länet.[^{number}]"
        notes.append(Unit(note, "not", f"[^{number}]: Noten {note} beskriver {HINGE} i korthet.", parent=token))
    elif kind == "siffra":
        keep = (_SUMMA,)
        source = f"Under året {token} gick {HINGE} vidare med {_SUMMA} till kommunerna."
    elif kind == "två":
        keep = (_SUMMA, _ANTAL)
        source = f"Under året {token} gick {HINGE} vidare med {_ANTAL} stöd om {_SUMMA} i hela länet."
    elif kind == "citat":
        source = f'Under året {token} gick {HINGE} vidare under "öppna dörrar" i länets kommuner.'
    elif kind == "rad":
        source = f"Under året {token} gick {HINGE} vidare\\\noch avslutades i december."
    elif kind == "tecken":
        source = f"Under året {token} gick {HINGE} vidare enligt 3 § & med < 5 % i avvikelse (2\\*3)."
    return [Unit(token, "stycke", source, keep, mine)], source


def _list(rng: random.Random, tokens: Iterator[str]) -> tuple[list[Unit], str]:
    marker = rng.choice(["- ", "1. "])
    units, lines = [], []
    for number in range(1, rng.randint(3, 5)):
        sign = f"{number}. " if marker == "1. " else marker
        text = _item(rng, next(tokens))
        children = [_item(rng, next(tokens), 1) for _ in range(rng.choice([0, 0, 0, 1, 2]))]
        units += [Unit(token_of(text), "punkt", text, has_items=bool(children))]
        lines.append(_hung(sign, text))
        for child in children:
            units.append(Unit(token_of(child), "punkt", child))
            lines.append("\n".join(" " * len(sign) + line for line in _hung("- ", child).splitlines()))
    return units, "\n".join(lines)


def _hung(sign: str, text: str) -> str:
    return sign + text.replace("\n", "\n" + " " * len(sign))


def _item(rng: random.Random, token: str, level: int = 0) -> str:
    if not level and rng.random() < 0.2:
        return f"Insatsen {token} förde\n{HINGE} framåt i länet"
    return f"Insatsen {token} förde {HINGE} framåt" + rng.choice(["", " i länet", " **tydligt**"])


def token_of(text: str) -> str:
    return next(w.strip(".,") for w in text.split() if w.startswith("X"))


def _table(rng: random.Random, tokens: Iterator[str]) -> tuple[list[Unit], str]:
    wide = rng.random() < 0.5
    head = next(tokens)
    lines = [f"| Insats {head} | Läge |" + (" Belopp |" if wide else ""), "|---|---|" + ("---:|" if wide else "")]
    units = [Unit(head, "huvud", lines[0])]
    for _ in range(rng.randint(2, 4)):
        token = next(tokens)
        amount = f" {rng.randint(2, 99)} 000 |" if wide else ""
        lines.append(f"| Stöd {token} | {HINGE} pågår |{amount}")
        units.append(Unit(token, "rad", lines[-1]))
    return units, "\n".join(lines)
