"""A report folder in which everything that people name has signs in it that a terminal or a CI would obey."""

import shutil
import sqlite3
import unicodedata
import zipfile
from contextlib import closing

from conftest import ROOT
from samlingar import data_set, report

from rapport.samling.namn import DATABASE
from rapport.word.ns import el, qn, text_run
from rapport.word.package import read_package, write_package

# A new title for the window, an order in one byte, a turned direction, new lines of every kind, an order to a CI.
SIGNS = "\x1b]0;ägd\x07\x9b31m\u202eabc\u2066\r\x0b\x85\u2028\u200b\x00\x7f"
NAME = SIGNS.replace("\x00", "").replace("\x7f", "") + "\n::warning::lurad"
ORDERS = ("::", "##[", "##vso[", "##teamcity[")

_ACTING = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def faults_in(text, *, gives_orders=False):
    """Return what in a text that was printed could act on whoever shows it."""
    signs = sorted({f"U+{ord(sign):04X}" for sign in text if sign != "\n" and unicodedata.category(sign) in _ACTING})
    lines = [] if gives_orders else [line for line in text.splitlines() if line.lstrip().startswith(ORDERS)]
    anywhere = [line for line in text.splitlines() if "##[" in line or "##vso[" in line]
    return signs + lines + anywhere


def quoted(text):
    """Return a text as YAML writes it with escapes."""
    return '"' + "".join(f"\\U{ord(sign):08X}" if not sign.isalnum() else sign for sign in text) + '"'


def hostile_folder(path, **files):
    """Make a report folder whose names and values are hostile; ``files`` replace its files by name."""
    name = quoted(NAME)
    made = {
        "rapport.yaml": 'mall: "2024"\nregion: Region Provlän\når: 2025\n'
        f"ansvarig: {name}\nregler:\n  {name}: av\n  lix: {name}\nordlista: [{name}]\n{name}: x\n",
        f"1-{NAME[:9]}\n::error::.yaml".replace("/", "-"): _area(1, name),
        "2.yaml": _area(2, name),
        "3.yaml": f"område: {name}\n",
        "4.yaml": f"område: 4\nsvar:\n  {name}: [\n",
        "5.yaml": 'område: 5\nsvar:\n  "5.1a":\n    kryss: ' + f"{name}\n    text: |\n      Text.\n",
        "6.yaml": f'område: 6\nsvar:\n  "6.1":\n    status: {name}\n    {name}: x\n    text: |\n      Text.\n',
        f"{NAME}.yaml": f"område: 1\n{name}: x\n",
        f"{NAME}.yml": "område: 1\n",
        "kallor.yaml": f"diarienummermönster: [{name}, RUN/löpnummer/år]\nkällor:\n  {name}:\n    titel: T\n"
        f"  b{name[1:-1]}: {{titel: {name}, fil: {name}, datum: {name}, slag: {name}, {name}: x}}\n"
        f"  c: {{titel: c, fil: finns-inte{SIGNS[1:5]}.txt, datum: {name}}}\n".replace("b\\U", '"b\\U').replace(
            "lurad:", 'lurad":', 1
        ),
        f"kallor/{NAME}.txt": f"Beslut om stöd till butiker {SIGNS}\n::warning::x\nRUN/1/2025 butiker",
        f"kallor/{NAME}.docx": b"PK trasig",
        f"kallor/{NAME}.bin": b"x",
        "siffror/projekt.csv": f"Kommun{SIGNS};Belopp\r\nHed{SIGNS};100\r\nVik;x{SIGNS}\r\n",
        f"siffror/{NAME}.csv": f"Namn;{SIGNS}\r\na;1\r\n",
        "siffror/trasig.csv": f'"{SIGNS}\n::warning::rubrik";b\r\n"{NAME}";1;2;3\r\n',
    }
    for name_, text in {**made, **files}.items():
        file = path / "".join(sign for sign in name_ if sign != "\0")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def _area(number, name):
    return f"""område: {number}
ansvarig: {name}
svar:
  {name}: Text.
  "{number}.9{name[1:]}: Text.
  "{number}.1":
    ansvarig: {name}
    kommentar: {name}
    tillåt: {{{name}: {name}, lix: {name}}}
    text: "Det kostade 20 MSEK\\e]0;x\\a\\u202E i i Hed\\x9B. tex så. {{{{ projekt | summa('\\e[31m\\u202E') }}}}\\n
      {{{{ projekt | dar(kommun_x='\\e[31m') | antal }}}} {{{{ '\\e]0;x\\a' | tal }}}}

      ::warning::raden <b\\e> ![\\e](x\\u202E) "
  "{number}.2":
    status: klar
    text: "{{{{ projekt | storst('belopp') }}}} och {{{{ projekt | antal }}}} \\x9B31m ##[error]x ##vso[x]"
"""


def hostile_document(file):
    """Make a filled-in form where the words and the names of those who wrote them are hostile."""
    from rapport.word.fill import fill
    from rapport.word.ns import parse, serialise
    from rapport.workflow.load import load

    parts = fill(read_package(ROOT / "mallar/2024/mall.docx"), load(ROOT / "underlag").underlag)
    root = parse(parts["word/document.xml"])
    about = {"w:id": "1", "w:author": "\x9b31m\u202eSara\n::warning::x", "w:date": "2026-01-01T00:00:00Z"}
    body = root.find(qn("w:body"))
    for at, paragraph in enumerate(list(body.iter(qn("w:p")))):
        paragraph.append(text_run(" \x9b31m\u202e ::warning::x tex 20 MSEK"))
        if at % 9 == 0:
            paragraph.append(el("w:ins", {**about, "w:id": str(at)}, text_run("\x9binfogat\u202e")))
    parts["word/document.xml"] = serialise(root)
    write_package(file, parts)
    return file


def hostile_data_set(folder):
    """Make a data set where the region's name and what it answers are hostile."""
    made = data_set(folder / "samling", report(folder / "inkommen", "Region Provlän", _3='  "3.4": Text.\n'))
    with closing(sqlite3.connect(made / DATABASE)) as database:
        database.execute("UPDATE redovisningar SET region = ?", (NAME,))
        database.execute("UPDATE svar SET text = ?, kryss = ?, status = ?", (NAME, NAME, NAME))
        database.execute("UPDATE fragor SET text = text || ?", (NAME,))
        database.commit()
    return made


def hostile_form(folder):
    """Make a form whose words are hostile, in ``mallar/ond`` of a folder."""
    place = folder / "mallar" / "ond"
    shutil.copytree(ROOT / "mallar/2024", place)
    text = (place / "mall.yaml").read_text("utf-8")
    text = text.replace("Redovisning", "Redo\u202e\u009bvisning").replace("Beskriv", "Be\u200bskriv\u0085")
    (place / "mall.yaml").write_text(text, "utf-8")
    return place


def broken_zip(file):
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("x", "y")
    return file
