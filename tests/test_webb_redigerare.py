"""What a person does in the editor, in Chromium: text, lists, tables, links, notes, figures, findings, undo."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from redigerarprov import i_chromium
from strategies import blocks

from rapport.prose.blocks import passages, plain
from rapport.prose.count import text_units
from rapport.webb.dokument import to_json, to_markdown
from rapport.webb.redigerat import to_blocks


def p(*rad):
    return {"typ": "stycke", "rad": [{"text": one} if isinstance(one, str) else one for one in rad]}


def dok(*block):
    return {"block": [p(one) if isinstance(one, str) else one for one in block]}


def lista(*punkter, ordnad=False, start=1):
    return {"typ": "lista", "ordnad": ordnad, "start": start, "punkter": [[p(one)] for one in punkter]}


def tabell(*rader):
    celler = [[[p(cell)] if cell else [] for cell in rad] for rad in rader]
    return {"typ": "tabell", "just": [""] * len(rader[0]), "rader": celler}


RUTA = ".red-ruta"
FIGUR = {"figur": "{{ 1 + 1 }}", "varde": "2"}
TABELL_AV_SIFFROR = '<div data-rapport data-figur="{{ t | tabell }}" data-tabell="[]"></div>'
CLIPBOARD = """var told = (kind, clipboardData) => {
  const event = new ClipboardEvent(kind, { clipboardData, bubbles: true, cancelable: true });
  (kind === "paste" ? document.activeElement : document.querySelector(".red-text")).dispatchEvent(event);
  return clipboardData;
};"""
# What a person does, to which text, and the Markdown that the answer is then: name → (document, steps, Markdown).
DID = {
    "skriver": (dok(), [["type", "Hej på dig"]], "Hej på dig\n"),
    "två stycken": (dok("Ett"), [["after", "Ett"], ["press", "Enter"], ["type", "Två"]], "Ett\n\nTvå\n"),
    "radbrytning": (dok("Ett"), [["after", "Ett"], ["press", "Shift+Enter"], ["type", "Två"]], "Ett\\\nTvå\n"),
    "fet": (dok("Ett ord"), [["select", "ord"], ["press", "Control+b"]], "Ett **ord**\n"),
    "kursiv": (dok("Ett ord"), [["select", "ord"], ["press", "Control+i"]], "Ett *ord*\n"),
    "fet med knapp": (dok("Ett ord"), [["select", "ord"], ["click", "text=Fet"]], "Ett **ord**\n"),
    "inte fet": (dok(p({"text": "ord", "fet": True})), [["select", "ord"], ["press", "Control+b"]], "ord\n"),
    "punktlista": (dok("Ett"), [["after", "Ett"], ["press", "Control+Shift+L"]], "- Ett\n"),
    "numrerad lista": (dok("Ett"), [["after", "Ett"], ["click", "text=Numrerad lista"]], "1. Ett\n"),
    "lista blir numrerad": (dok(lista("Ett")), [["after", "Ett"], ["click", "text=Numrerad lista"]], "1. Ett\n"),
    "lista blir stycke": (dok(lista("Ett")), [["after", "Ett"], ["press", "Control+Shift+L"]], "Ett\n"),
    "lista av streck": (dok(), [["type", "- ett"], ["press", "Enter"], ["type", "två"]], "- ett\n- två\n"),
    "lista från tre": (dok(), [["type", "3. tre"], ["press", "Enter"], ["type", "fyra"]], "3. tre\n4. fyra\n"),
    "ut ur listan": (
        dok(lista("Ett")),
        [["after", "Ett"], ["press", "Enter"], ["press", "Enter"], ["type", "Text"]],
        "- Ett\n\nText\n",
    ),
    "indrag": (dok(lista("Ett", "Två")), [["after", "Två"], ["press", "Tab"]], "- Ett\n  - Två\n"),
    "utdrag": (
        dok(lista("Ett", "Två")),
        [["after", "Två"], ["press", "Tab"], ["press", "Shift+Tab"]],
        "- Ett\n- Två\n",
    ),
    "tabb i löpande text": (dok("Ett"), [["after", "Ett"], ["press", "Tab"], ["type", " två"]], "Ett två\n"),
    "esc och tabb går vidare": (
        dok("Ett"),
        [["after", "Ett"], ["press", "Escape"], ["press", "Tab"], ["type", " två"]],
        "Ett\n",
    ),
    "tabb i fotnot": (
        dok(p("Ord", {"not": [p("I noten")]})),
        [["after", "noten"], ["press", "Tab"], ["type", " nu"]],
        "Ord[^1]\n\n[^1]: I noten nu\n",
    ),
    "mer än som ryms": (dok("Ett"), [["after", "Ett"], ["paste", "", "ord " * 13_000], ["type", " två"]], "Ett två\n"),
    "mer än som ryms, i en fotnot": (
        dok(p("Ord", {"not": [p("I noten")]})),
        [["after", "noten"], ["paste", "", "ord " * 13_000], ["type", " nu"]],
        "Ord[^1]\n\n[^1]: I noten nu\n",
    ),
    "indrag med knapp": (
        dok(lista("Ett", "Två")),
        [["after", "Två"], ["click", "text=Öka indrag"]],
        "- Ett\n  - Två\n",
    ),
    "länk": (
        dok("Se planen"),
        [["select", "planen"], ["press", "Control+k"], ["type", "www.exempel.se"], ["press", "Enter"]],
        "Se [planen](https://www.exempel.se)\n",
    ),
    "länk utan markering": (
        dok("Se "),
        [
            ["after", "Se "],
            ["press", "Control+k"],
            ["type", "planen"],
            ["press", "Tab"],
            ["type", "https://a.se"],
            ["press", "Enter"],
        ],
        "Se [planen](https://a.se)\n",
    ),
    "länk bort": (
        dok(p({"text": "planen", "href": "https://a.se"})),
        [["after", "plan"], ["press", "Control+k"], ["click", "text=Ta bort länken"]],
        "planen\n",
    ),
    "länk ändrad": (
        dok(p("Se ", {"text": "planen", "href": "https://a.se"}, ".")),
        [["after", "plan"], ["press", "Control+k"], ["fill", "input[name=href]", "https://b.se"], ["press", "Enter"]],
        "Se [planen](https://b.se).\n",
    ),
    "ny tabell": (
        dok("Före"),
        [
            ["after", "Före"],
            ["click", "text=Tabell"],
            ["fill", "input[name=rader]", "2"],
            ["fill", "input[name=kolumner]", "2"],
            ["press", "Enter"],
            ["type", "a"],
            ["press", "Tab"],
            ["type", "b"],
            ["press", "Tab"],
            ["type", "1"],
            ["press", "Tab"],
            ["type", "2"],
            ["press", "Tab"],
            ["type", "3"],
        ],
        "Före\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n| 3 |  |\n",
    ),
    "kolumn till höger": (
        dok(tabell(["a"], ["1"])),
        [
            ["after", "a"],
            ["click", "text=Tabell"],
            ["click", "text=Kolumn till höger"],
            ["press", "Tab"],
            ["type", "b"],
        ],
        "| a | b |\n| --- | --- |\n| 1 |  |\n",
    ),
    "bort med rubrikraden": (
        dok(tabell(["a"], ["1"], ["2"])),
        [["after", "a"], ["click", "text=Tabell"], ["click", "text=Ta bort raden"]],
        "| 1 |\n| --- |\n| 2 |\n",
    ),
    "högerställd kolumn": (
        dok(tabell(["a", "b"], ["1", "2"])),
        [["after", "b"], ["click", "text=Tabell"], ["click", "text=Högerställ kolumnen"]],
        "| a | b |\n| --- | ---: |\n| 1 | 2 |\n",
    ),
    "ny rad i cell": (
        dok(tabell(["a"], ["1"])),
        [["after", "1"], ["press", "Enter"], ["type", "2"]],
        "| a |\n| --- |\n| 1<br>2 |\n",
    ),
    "fotnot": (
        dok("Avtalet gäller."),
        [
            ["after", "Avtalet"],
            ["press", "Control+Alt+f"],
            ["wait", 60],
            ["type", "Från mars."],
            ["press", "Escape"],
            ["type", " nu"],
        ],
        "Avtalet[^1] nu gäller.\n\n[^1]: Från mars.\n",
    ),
    "fet i fotnot": (
        dok(p("Ord", {"not": [p("I noten")]})),
        [["select", "noten"], ["press", "Control+b"]],
        "Ord[^1]\n\n[^1]: I **noten**\n",
    ),
    "fet med knapp i fotnot": (
        dok(p("Ord", {"not": [p("I noten")]})),
        [["select", "noten"], ["click", "text=Fet"]],
        "Ord[^1]\n\n[^1]: I **noten**\n",
    ),
    "ångrar i fotnot": (
        dok(p("Ord", {"not": [p("I noten")]})),
        [["after", "noten"], ["type", " mer"], ["press", "Control+z"]],
        "Ord[^1]\n\n[^1]: I noten\n",
    ),
    "länk i fotnot": (
        dok(p("Ord", {"not": [p("Se planen")]})),
        [["select", "planen"], ["press", "Control+k"], ["type", "https://a.se"], ["press", "Enter"]],
        "Ord[^1]\n\n[^1]: Se [planen](https://a.se)\n",
    ),
    "bort med fotnot": (dok(p("Ord", {"not": [p("Not")]})), [["click", "text=Ta bort"]], "Ord\n"),
    "siffra med uttryck": (
        dok("Det kom "),
        [
            ["after", "Det kom "],
            ["click", "text=Sätt in siffra"],
            ["type", "1 + 1"],
            ["press", "Enter"],
            ["type", " hit"],
        ],
        "Det kom {{ 1 + 1 }} hit\n",
    ),
    "siffran tas bort hel": (
        dok(p("a ", FIGUR)),
        [["press", "Control+End"], ["wait", 60], ["press", "Backspace"], ["type", "b"]],
        "a b\n",
    ),
    "ångrar": (dok("Ett"), [["after", "Ett"], ["type", " två"], ["press", "Control+z"]], "Ett\n"),
    "gör om": (
        dok("Ett"),
        [["after", "Ett"], ["type", " två"], ["press", "Control+z"], ["press", "Control+y"]],
        "Ett två\n",
    ),
    "skriver tecken som Markdown läser": (
        dok(),
        [["type", "5*3 och [a] # {{ x }}"]],
        "5\\*3 och \\[a\\] # \\{{ x }}\n",
    ),
    "klistrar in text": (dok("Ett "), [["after", "Ett "], ["paste", "", "två\r\ntre"]], "Ett två\n\ntre\n"),
    "klistrar in lista i tomt svar": (dok(), [["paste", "<ul><li>a<li>b</ul>"]], "- a\n- b\n"),
    "klistrar in i cell": (
        dok(tabell(["a"], ["1"])),
        [["after", "1"], ["paste", "<p>x</p><ul><li>y</ul>"]],
        "| a |\n| --- |\n| 1x<br>y |\n",
    ),
    "klipper och klistrar siffra och not": (
        dok(p("a ", FIGUR, {"not": [p("Not")]}, " b"), "Sist"),
        [
            ["eval", "document.execCommand('selectAll')"],
            ["eval", f"{{{CLIPBOARD}}} window.klipp = told('cut', new DataTransfer())"],
            ["eval", f"{{{CLIPBOARD}}} told('paste', window.klipp)"],
        ],
        "a {{ 1 + 1 }}[^1] b\n\nSist\n\n[^1]: Not\n",
    ),
    "klistrar in not i not": (
        dok(p("a ", {"not": [p("Inre")]}), p("b", {"not": [p("Yttre")]})),
        [
            ["eval", "document.execCommand('selectAll')"],
            ["eval", f"{{{CLIPBOARD}}} window.klipp = told('copy', new DataTransfer())"],
            ["after", "Yttre"],
            ["eval", f"{{{CLIPBOARD}}} told('paste', window.klipp)"],
        ],
        "a [^1]\n\nb[^2]\n\n[^1]: Inre\n[^2]: Yttrea  (Inre)\n\n    b (Yttre)\n",
    ),
    "tar in vad andra har skrivit där markören står kvar": (
        dok("Ett", "Två", "Tre"),
        [["after", "Tre"], ["eval", f"red.taIn({json.dumps(dok('Ett och', 'Två', 'Tre'))})"], ["type", "!"]],
        "Ett och\n\nTvå\n\nTre!\n",
    ),
    "går till nästa fynd": (
        dok("Ett ord till"),
        [
            ["press", "Control+Home"],
            ["eval", "red.visa([{start: 4, slut: 7, niva: 'error', text: 'x'}]).length"],
            ["press", "Alt+F7"],
            ["type", "nytt "],
        ],
        "Ett nytt ord till\n",
    ),
    "tabell av siffror i en cell": (
        dok(tabell(["A"], ["cell"])),
        [["after", "cell"], ["paste", TABELL_AV_SIFFROR, ""]],
        "| A |\n| --- |\n| cell{{ t | tabell }} |\n",
    ),
    "tabell av siffror i en not": (
        dok(p("Ord", {"not": [p("noten")]})),
        [["after", "noten"], ["paste", TABELL_AV_SIFFROR, ""]],
        "Ord[^1]\n\n[^1]: noten{{ t | tabell }}\n",
    ),
    "allt med tangenter": (
        dok("Ett ord"),
        [["select", "ord"], ["press", "Alt+F10"], ["press", "ArrowRight"], ["press", "Enter"], ["type", "ny"]],
        "Ett *ny*\n",
    ),
}


@pytest.fixture(scope="session")
def done(redigerarprov, tmp_path_factory):
    cases = [{"dokument": dokument, "steg": [*steps, ["md"]]} for dokument, steps, _ in DID.values()]
    found, faults = i_chromium(redigerarprov, cases, tmp_path_factory.mktemp("redigerare"))
    return dict(zip(DID, found, strict=True)), faults


@pytest.mark.parametrize("name", DID)
def test_what_a_person_does_becomes_the_markdown_it_should(name, done):
    gave = done[0][name]
    assert not [one for one in gave if isinstance(one, dict) and "fault" in one]
    assert to_markdown(gave[-1]) == DID[name][2]


def test_the_browser_complains_of_nothing(done):
    assert done[1] == []


def placed(answer):
    """Return a finding for every passage of an answer, by UTF-16 units of its text, and the words of each."""
    at, found, words = 0, [], []
    for passage in passages(answer):
        text = plain(passage)
        if text:
            found.append({"start": at, "slut": at + text_units(text), "niva": "error", "text": "x"})
            words.append(text.replace("\n", ""))
        at += text_units(text) + 1
    return found, words


def marked(findings, dokument):
    """Return code that marks findings and gives the words that the marks of each are on."""
    shown = "[...document.querySelectorAll(`.red [data-fynd='${at}']`)].map((one) => one.textContent).join('')"
    put = f"red.visa({json.dumps(findings)}, {{dokument: {json.dumps(dokument)}}})"
    return f"{put}, {json.dumps(findings)}.map((_, at) => {shown})"


def generated(number):
    """Return answers of every kind, the same every time."""
    found = []

    @settings(max_examples=number, database=None, suppress_health_check=list(HealthCheck))
    @given(blocks)
    def gather(answer):
        found.append(to_blocks(to_json(answer), is_tidied=False))

    gather()
    return found


def test_any_answer_is_the_same_after_the_editor_and_its_words_are_found(redigerarprov, tmp_path):
    answers = generated(150)
    cases = [
        {
            "dokument": to_json(answer),
            "steg": [["md"], ["eval", "window.anew(red)"], ["eval", marked(placed(answer)[0], to_json(answer))]],
        }
        for answer in answers
    ]
    found, faults = i_chromium(redigerarprov, cases, tmp_path)
    assert faults == []
    for answer, (same, made_anew, words) in zip(answers, found, strict=True):
        assert same == to_json(answer)
        assert made_anew == to_json(answer)
        assert words == placed(answer)[1]


TEXT = dok(
    p("Ett ord 😀 till ", {"not": [p("Notens ord")]}, "här."), lista("punkt"), tabell(["a", ""], ["", "cellens ord"])
)
# "ord" in the paragraph, the note and the cell.
ORD = [{"start": 4, "slut": 7}, {"start": 28, "slut": 31}, {"start": 48, "slut": 51}]


def test_findings_are_on_exactly_their_words_while_they_are_written_among(redigerarprov, tmp_path):
    list_ = [{**one, "niva": "warning", "text": "Skriv om."} for one in ORD]
    steps = [
        ["eval", marked(list_, TEXT)],
        ["after", "Ett"],
        ["type", " helt nytt"],
        ["eval", "[...document.querySelectorAll('.red .fynd')].map((one) => one.textContent)"],
        ["eval", f"red.visa({json.dumps(list_)}, {{dokument: {json.dumps(TEXT)}, nummer: 0}}).length"],
        ["eval", "[...document.querySelectorAll('.red .fynd')].map((one) => one.textContent)"],
        ["click", ".nottext .fynd"],
        ["eval", "window.vald.start"],
        ["eval", f"red.visa({json.dumps([{**list_[0], 'start': 900, 'slut': 904}])}).length"],
    ]
    [found], faults = i_chromium(redigerarprov, [{"dokument": TEXT, "steg": steps}], tmp_path)
    assert faults == []
    assert found == [["ord", "ord", "ord"], ["ord"] * 3, 0, ["ord"] * 3, 28, 1]


def test_every_change_is_told_and_an_unchanged_text_is_the_same_object(redigerarprov, tmp_path):
    steps = [
        ["eval", "sent.length"],
        ["after", "Ett"],
        ["type", "!"],
        ["eval", "[sent.length, sent[0][1], sent[0][0].block[0].rad[0].text]"],
        ["eval", "red.byt({block: []}), sent.length"],
        [
            "eval",
            "red.taIn({block: [{typ: 'stycke', rad: [{text: 'annat'}]}]}), [sent.length, red.dokument().block.length]",
        ],
    ]
    [found], faults = i_chromium(redigerarprov, [{"dokument": dok("Ett"), "steg": steps}], tmp_path)
    assert (found, faults) == ([0, [1, 1, "Ett!"], 1, [1, 1]], [])


LOOKS = dok(
    p(
        "Region Västanå ",
        {"text": "ledde", "fet": True},
        " arbetet med ",
        {"text": "fem kommuner", "kursiv": True},
        {"not": [p("Avtalet undertecknades i mars.")]},
        ".",
    ),
    lista("Hamnar", "Farleder", ordnad=True, start=3),
    tabell(["Insats", "Belopp"], ["Digital brygga", "1 200"]),
    p(
        "Det kom ",
        {"figur": "{{ insatser.antal() }}", "varde": "41"},
        " och ",
        {"figur": "{{ x }}", "varde": "‹siffra saknas›", "fel": "x finns inte."},
        ". Se ",
        {"text": "planen", "href": "https://www.exempel.se/plan"},
        ".",
    ),
    p({"figur": "{{ tabell }}", "varde": [tabell(["År", "Antal"], ["2024", "17"])]}),
)


def test_it_can_be_used_by_everybody_in_light_and_dark_on_a_phone_and_magnified(redigerarprov, tmp_path):
    marks = [
        {"start": 15, "slut": 20, "niva": "error", "text": "Fel."},
        {"start": 33, "slut": 45, "niva": "warning", "text": "Varning."},
    ]
    steps = [
        ["eval", f"red.visa({json.dumps(marks)}).length"],
        ["axe"],
        ["eval", "document.documentElement.scrollWidth - innerWidth"],
        ["select", "planen"],
        ["press", "Control+k"],
        ["axe"],
    ]
    views = [
        {"bredd": 1280},
        {"bredd": 1280, "mork": True},
        {"bredd": 390},
        {"bredd": 390, "mork": True},
        {"bredd": 1280, "zoom": 4},
    ]
    cases = [
        {"dokument": LOOKS, "steg": [*steps, ["picture", f"vy-{at}.png"]], **view} for at, view in enumerate(views)
    ]
    found, faults = i_chromium(redigerarprov, cases, tmp_path)
    assert faults == []
    for view, (lost, violations, wide, in_box) in zip(views, found, strict=True):
        assert (lost, violations, in_box) == (0, [], []), view
        assert wide <= 0, view
    assert len(list(tmp_path.glob("vy-*.png"))) == len(views)
