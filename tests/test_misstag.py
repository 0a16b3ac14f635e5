"""The mistakes strategists make, each in a folder of its own, and what is said of it; and what is no mistake."""

import zipfile
from io import BytesIO

import pytest

from rapport.cli.main import run
from rapport.errors import InputError
from rapport.workflow import open_report
from rapport.workflow.load import load

ANSWER = "område: 1\nsvar:\n  "


def area(answer):
    """Return an area file with an answer to 1.1 written in a mistaken way, and a good one after it."""
    return f'{ANSWER}{answer}\n  "1.2": |\n    Kommunerna deltog.\n'


def bar(text):
    """Return an area file with a text as the answer to 1.1, written under its bar as it should be."""
    return area('"1.1": |\n    ' + text.replace("\n", "\n    ").replace("    \n", "\n"))


def zipped(name):
    raw = BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr(name, "<x/>")
    return raw.getvalue()


def said(path):
    return [f"{finding.severity} {finding.place}: {finding.message} {finding.hint}" for finding in load(path).findings]


def written(folder, files):
    path = folder()
    for name, content in files.items():
        (path / name).write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


BAR = '"1.1": |'
LIST = "punktlista"
TABLE = "blir löpande text"
ADDRESS = "fogas ihop"
GOOD = area('"1.1": |\n    Byarna deltog.')
MERGE = f'{ANSWER}"1.1": |\n<<<<<<< HEAD\n    Ett.\n=======\n    Två.\n>>>>>>> anna\n'
MISTAKES = {
    # the bar
    "stycken utan lodstreck": (area('"1.1":\n    Ett stycke.\n\n    Ett till.'), BAR),
    "stycken på nyckelns rad": (area('"1.1": Ett stycke.\n\n    Ett till.'), BAR),
    "punktlista utan lodstreck": (area('"1.1":\n    Vi gjorde:\n    - ett\n    - två'), BAR),
    "bara en lista utan lodstreck": (area('"1.1":\n    - ett\n    - två'), BAR),
    "numrerad lista utan lodstreck": (area('"1.1":\n    Vi gjorde följande\n    1. ett\n    2. två'), BAR),
    "stjärnlista utan lodstreck": (area('"1.1":\n    Vi gjorde\n    * ett\n    * två'), BAR),
    "tabell utan lodstreck": (area('"1.1":\n    a | b\n    --- | ---\n    1 | 2'), BAR),
    "not utan lodstreck": (area('"1.1":\n    Text[^1].\n    [^1]: Noten.'), BAR),
    "not efter blankrad utan lodstreck": (area('"1.1":\n    Text[^1].\n\n    [^1]: Noten.'), BAR),
    "många rader utan lodstreck": (area('"1.1":\n    Ett är här.\n    Två är här.\n    Tre är här.'), BAR),
    "citattecken först utan lodstreck": (area('"1.1":\n    "Kust" är en rapport.\n    Den är bra.'), BAR),
    "citattecken först, en rad": (area('"1.1":\n    "Kust" är en rapport.'), BAR),
    "kolon i texten utan lodstreck": (area('"1.1":\n    Tre insatser: bredband.\n    Och service.'), BAR),
    "fetstil först utan lodstreck": (area('"1.1":\n    **Kust** är en rapport.\n    Den är bra.'), BAR),
    "länk först utan lodstreck": (area('"1.1":\n    [Kust](https://x.se) är en rapport.'), BAR),
    "lång form utan lodstreck": (area('"1.1":\n    text:\n      Ett.\n\n      Två.'), "text: |"),
    "vikt text med lista": (area('"1.1": >\n    Vi gjorde\n    - ett\n    - två'), BAR),
    "vikt text med tabell": (area('"1.1": >\n    | a | b |\n    |---|---|\n    | 1 | 2 |'), BAR),
    "vikta stycken": (area('"1.1": >\n    Ett stycke som\n    går vidare.\n\n    Nästa.'), BAR),
    "lång form vikt med lista": (area('"1.1":\n    text: >\n      Vi\n      - ett\n      - två'), "text: |"),
    "fråga utan id i citattecken": (area("1.1:\n    Ett.\n\n    Två."), "1.1: |"),
    "lista under status": (area('"1.1":\n    status: klar\n    text:\n    - ett\n    - två'), "text: |"),
    "rader med CRLF utan lodstreck": (area('"1.1":\n    Ett.\n\n    Två.').replace("\n", "\r\n"), BAR),
    "enkla citattecken om frågan": (area("'1.1':\n    Ett.\n\n    Två."), "'1.1': |"),
    "tabell på två rader": (area('"1.1":\n    a | b\n    --- | ---'), BAR),
    "tankstreck utan lodstreck": (area('"1.1":\n    – ett\n    – två'), BAR),
    "sist i filen utan lodstreck": (f'{ANSWER}"1.1":\n    Ett.\n\n    Två.', BAR),
    "fel längre ned i filen": (area('"1.1":\n    Ett.\n\n    Två.') + "  x: [\n", BAR),
    # the colon
    "ingen kolon efter 1.1": (area('"1.1"\n    Text här.'), BAR),
    "ingen kolon, utan citattecken": (area("1.1\n    Text här."), "1.1: |"),
    "ingen kolon men lodstreck": (area('"1.1" |\n    Text här.'), BAR),
    "ingen kolon efter 1.2": (f'{ANSWER}"1.1": |\n    Ett.\n  "1.2"\n    Två.\n', '"1.2": |'),
    "ingen kolon först, sist i filen": (f'{ANSWER}"1.1"\n    Ett.\n', BAR),
    # Word's lists
    "tankstreck": (bar("Vi gjorde\n– ett\n– två"), LIST),
    "långa tankstreck": (bar("— ett\n— två"), LIST),
    "o som punkt": (bar("Vi gjorde:\no ett\no två"), LIST),
    "mittpunkt": (bar("· ett\n· två"), LIST),
    "punkttecken": (bar("• ett\n• två"), LIST),
    "bokstäver": (bar("Vi gjorde\na) ett\nb) två"), LIST),
    "siffra med parentes mitt i": (bar("Vi gjorde\n3) ett\n4) två"), LIST),
    "tankstreck med tabb": (bar("–\tett\n–\ttvå"), LIST),
    "bindestreck utan blanksteg": (bar("-ett\n-två"), LIST),
    "tankstreck utan blanksteg": (bar("–ett\n–två"), LIST),
    "tankstreck under punkt": (bar("- ett\n  – två\n  – tre"), LIST),
    "fetstil i tankstreckslista": (bar("– **ett** x\n– **två** y"), LIST),
    # tables, addresses
    "kontakt under mening": (bar("Kontakta oss:\nAnna Berg\nRegion Sundmark\nBox 12"), ADDRESS),
    "rader från Excel": (bar("Mora\t12\t3\nOrsa\t4\t5"), TABLE),
    "rader från Excel efter text": (bar("Så här:\nMora\t12\nOrsa\t4\nSumma\t16"), TABLE),
    "adress": (bar("Region Sundmark\nStorgatan 1\n123 45 Storsunda"), ADDRESS),
    "adress efter stycke": (bar("Skriv till oss.\n\nRegion Sundmark\nBox 12\n123 45 Storsunda"), ADDRESS),
    # the file
    ".yaml.txt": ({"1.yaml.txt": GOOD}, "Anteckningar"),
    "Copy": ({"1.yaml": GOOD, "1 - Copy (2).yaml": GOOD}, "kopia av 1.yaml"),
    "kopia på Mac": ({"1.yaml": GOOD, "1 kopia.yaml": GOOD}, "kopia av 1.yaml"),
    "Dropbox": ({"1.yaml": GOOD, "1 (Annas motstridiga kopia 2025-01-02).yaml": GOOD}, "kopia av 1.yaml"),
    "pdf som yaml": ({"1.yaml": b"%PDF-1.7\n"}, "PDF-fil"),
    "doc som yaml": ({"1.yaml": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"}, "äldre Word"),
    "rtf som yaml": ({"1.yaml": b"{\\rtf1 x}"}, "RTF-fil"),
    ".txt": ({"1-omrade.yml.txt": GOOD}, "Anteckningar"),
    "kopia": ({"1.yaml": GOOD, "1 - Kopia.yaml": GOOD}, "kopia av 1.yaml"),
    "kopia (2)": ({"1.yaml": GOOD, "1 (2).yaml": GOOD}, "kopia av 1.yaml"),
    "kopia av": ({"1.yaml": GOOD, "Kopia av 1.yaml": GOOD}, "kopia av 1.yaml"),
    "OneDrive": ({"1-x.yaml": GOOD, "1-x-LAPTOP7K.yaml": GOOD}, "kopia av 1-x.yaml"),
    "konflikt": ({"1.yaml": MERGE}, "två versioner"),
    "docx som yaml": ({"1.yaml": zipped("word/document.xml")}, "Word-fil"),
    "zip som yaml": ({"1.yaml": zipped("xl/workbook.xml")}, "Excel-fil"),
    "annan zip som yaml": ({"1.yaml": zipped("a.txt")}, "packad fil"),
}
GOOD_TEXTS = {
    "anteckning efter nyckeln": area('"1.1": # Oskar tittar\n    text: Byarna deltog.\n    status: klar'),
    "en rad": area('"1.1": En enda rad.'),
    "två rader": area('"1.1": En rad som går\n    vidare på nästa.'),
    "två rader under": area('"1.1":\n    En rad som går\n    vidare på nästa.'),
    "citerad över rader": area('"1.1": "En rad\n    till och\n    till och till."'),
    "vikt": area('"1.1": >\n    Ett stycke som\n    går vidare\n    länge.'),
    "vikta stycken med två tomma rader": area('"1.1": >\n    Ett stycke.\n\n\n    Nästa.'),
    "lodstreck med lista": bar("Vi gjorde\n\n- ett\n- två"),
    "ett tankstreck": bar("Vi gjorde mycket\n– och mer därtill –\nunder året."),
    "replik": bar("– Det var bra, säger Anna."),
    "tankstreck i löpande text": bar("Vi gjorde mycket – och mer\n– under året."),
    "o i text": bar("Vi gjorde\no ett"),
    "en tabb": bar("Mora\t12"),
    "korta rader av text": bar("Det var en gång en\nregion som gjorde\nmycket."),
    "radbrytningar som bryts": bar("Region Sundmark\\\nStorgatan 1\\\n123 45 Storsunda"),
    "två mellanslag": bar("Region Sundmark  \nStorgatan 1  \n123 45 Storsunda"),
    "tabell": bar("| a | b |\n|---|---|\n| 1 | 2 |"),
    "lista": bar("- Region Sundmark\n- Storgatan 1\n- Box 12"),
    "två filer": {"1.yaml": f'{ANSWER}"1.1": Ett.\n', "1-b.yaml": f'{ANSWER}"1.2": Två.\n'},
    "anteckning": {"1.yaml": GOOD, "anteckning.txt": "Ring Anna."},
    "kommentar på flera rader": area('"1.1":\n    kommentar: Ett\n      två\n      tre\n    text: Svar.'),
    "klammer på flera rader": area('"1.1": {status: klar,\n    text: Svar,\n    ansvarig: A}'),
    "id i en text": bar('Så här:\n\n"1.1":\n\nSå var det.'),
    "numrerad lista": bar("1. ett\n2. två\n3. tre"),
    "årtal först på raden": bar("Det var\n2024 och\n2025 som"),
    "del av en fil": {"1-a.yaml": f'{ANSWER}"1.1": Ett.\n', "1-a-DEL2.yaml": f'{ANSWER}"1.2": Två.\n'},
    "likhetstecken": bar("Ett\n\n&lt;&lt; två"),
}


def files_of(content):
    return content if isinstance(content, dict) else {"1.yaml": content}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_called_what_it_is(folder, name):
    content, words = MISTAKES[name]
    findings = said(written(folder, files_of(content)))
    assert any(words in finding for finding in findings), findings


def test_a_copy_is_not_what_is_read_and_is_read_when_it_is_alone(folder):
    path = written(folder, {"1.yaml": GOOD, "1 - Kopia.yaml": GOOD.replace("Byarna", "Orterna")})
    report = open_report(path)
    assert report.underlag.svar_by_fraga["1.1"].text == "Byarna deltog."
    (path / "1.yaml").unlink()
    report.reload()
    assert report.underlag.svar_by_fraga["1.1"].text == "Orterna deltog."


def test_a_copy_with_questions_of_its_own_is_read(folder):
    path = written(folder, {"1.yaml": f'{ANSWER}"1.1": Ett.\n', "1 (2).yaml": f'{ANSWER}"1.3": Tre.\n'})
    assert set(load(path).underlag.svar_by_fraga) == {"1.1", "1.3"}


def test_the_first_file_of_a_report_saved_by_notepad_is_named(folder):
    path = folder()
    (path / "rapport.yaml").rename(path / "rapport.yaml.txt")
    with pytest.raises(InputError, match="Anteckningar"):
        load(path)


def test_a_file_that_notepad_named_is_found_though_the_result_is_remembered(folder, capsys):
    path = written(folder, {"1.yaml": GOOD})
    run(["kontrollera", str(path)])
    (path / "1-b.yaml.txt").write_text(GOOD, "utf-8")
    capsys.readouterr()
    run(["kontrollera", str(path)])
    assert "Anteckningar" in capsys.readouterr().out


@pytest.mark.parametrize("name", GOOD_TEXTS)
def test_what_is_no_mistake_is_left_alone(folder, name):
    assert said(written(folder, files_of(GOOD_TEXTS[name]))) == []


def shown(folder, capsys, source, *flags):
    run(["kontrollera", str(written(folder, {"1.yaml": source})), *flags])
    return capsys.readouterr().out.splitlines()


@pytest.mark.parametrize("times", [1, 2])
def test_the_faulty_line_is_shown_with_the_place_marked(folder, capsys, times):
    path = written(folder, {"1.yaml": area('"1.1":\n    staus: klar')})
    for _ in range(times):  # the second time the result is remembered
        run(["kontrollera", str(path)])
    lines = capsys.readouterr().out.splitlines()
    at = max(number for number, line in enumerate(lines) if line.strip() == "^")
    assert lines[at - 1] == "          staus: klar"
    assert lines[at] == "          ^"


def test_a_long_line_is_cut_around_the_place(folder, capsys):
    lines = shown(folder, capsys, area(f'"1.1": {"Ord efter ord " * 20}: slut'))
    at = next(number for number, line in enumerate(lines) if line.strip() == "^")
    assert len(lines[at - 1]) <= 80
    assert lines[at - 1][lines[at].index("^")] == ":"
    assert lines[at - 1].strip().startswith("…")


def test_a_faulty_line_sends_nothing_to_the_terminal(folder, capsys):
    lines = shown(folder, capsys, area('"1.1": Ett \x1b[31mrött\u202e ord'))
    assert any("␛[31m" in line for line in lines)
    assert not any("\x1b" in line or "\u202e" in line for line in lines)
