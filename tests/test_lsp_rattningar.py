"""Corrections in the editor: what is offered at a place, and what the text is when it has been taken."""

from pathlib import Path

import pytest
from conftest import RAPPORT
from kommando import printed
from redigerare import Redigerare, offset, position

pytest.importorskip("pygls", reason="tillägget lsp är inte installerat")

from rapport.lsp.uris import path_of

AREA = """# överst
område: 1
svar:
  "1.1": |
    Det kostade tex mycket, och tex i Hedby blev det dyrt.
  "1.2":
    status: granskas   # snart klar
    text: |
      Insatserna fortsatte tex under året.
"""
OTHER = """område: 2
svar:
  "2.1": |
    Arbetet pågick tex i Hedby.
"""
ALL = "Rätta allt som är säkert i filen"
TEX = "Ändra ”tex” till ”t.ex.”"
FULL = {
    "workspace": {
        "workspaceEdit": {"documentChanges": True, "snippetEditSupport": True},
        "codeLens": {"refreshSupport": True},
    },
    "textDocument": {"codeAction": {"resolveSupport": {"properties": ["edit"]}, "dataSupport": True}},
}


@pytest.fixture
def editor():
    with Redigerare(capabilities=FULL) as editor:
        yield editor


def offered(editor, uri, words, only=None, end=None):
    """Return what can be done at some words of a file, by title."""
    text = editor.texts[uri]
    at = text.index(words)
    where = {"start": position(text, at), "end": position(text, at + (len(words) if end is None else end))}
    context = {"diagnostics": editor.shown(uri), **({"only": only} if only else {})}
    found = editor.ask("textDocument/codeAction", textDocument={"uri": uri}, range=where, context=context)
    return {one["title"]: one for one in found or []}


def taken(editor, action):
    """Let an action be done as an editor does it; return the texts of the files that it changes, by URI."""
    action = action if action.get("edit") else editor.ask("codeAction/resolve", **action)
    edit = action["edit"]
    if "changes" in edit:
        changed = edit["changes"]
    else:
        changed = {one["textDocument"]["uri"]: one["edits"] for one in edit["documentChanges"]}
        versions = {one["textDocument"]["uri"]: one["textDocument"]["version"] for one in edit["documentChanges"]}
        assert versions == {uri: editor.versions.get(uri) for uri in versions}
    return {uri: applied(editor.texts.get(uri) or disk(uri), edits) for uri, edits in changed.items()}


def applied(text, edits):
    for one in sorted(edits, key=lambda edit: offset(text, edit["range"]["start"]), reverse=True):
        start, end = (offset(text, one["range"][which]) for which in ("start", "end"))
        new = one["newText"] if "newText" in one else as_snippet(one["snippet"]["value"])
        text = text[:start] + new + text[end:]
    return text


def as_snippet(value):
    head, _, tail = value.partition("$0")
    return "¦".join(part.replace("\\$", "$").replace("\\}", "}").replace("\\\\", "\\") for part in (head, tail))


def disk(uri):
    return Path(path_of(uri)).read_bytes().decode("utf-8")


def after(editor, uri, words, title, **more):
    return taken(editor, offered(editor, uri, words, **more)[title])[uri]


def test_a_finding_is_corrected_and_nothing_else(editor, folder):
    uri = editor.open(folder(**{"1": AREA}) / "1.yaml")
    actions = offered(editor, uri, "tex")
    action = actions[TEX]
    assert (action["kind"], action["isPreferred"]) == ("quickfix", True)
    assert [one["code"] for one in action["diagnostics"]] == ["punktforkortning"]
    assert taken(editor, action) == {uri: AREA.replace("tex", "t.ex.", 1)}
    assert [*offered(editor, uri, "kostade")] == [ALL]
    assert offered(editor, uri, "tex", only=["refactor"]) == {}


def test_all_of_one_rule_in_the_file_and_in_the_report(editor, folder):
    path = folder(**{"1": AREA, "2": OTHER})
    uri = editor.open(path / "1.yaml")
    editor.type(uri, 0, "# osparat\n")
    actions = offered(editor, uri, "tex")
    mended = "# osparat\n" + AREA.replace("tex ", "t.ex. ")
    assert taken(editor, actions["Rätta alla punktforkortning i filen"]) == {uri: mended}
    changed = taken(editor, actions["Rätta alla punktforkortning i redovisningen"])
    assert changed == {uri: mended, (path / "2.yaml").as_uri(): OTHER.replace("tex ", "t.ex. ")}
    assert (path / "2.yaml").read_text("utf-8") == OTHER


def test_all_that_is_sure_is_what_the_command_does(editor, folder):
    pasted = AREA + "      Punkter:\n      • ett 5 %\n      • två\n      • tre\n"
    path = folder(**{"1": pasted, "2": OTHER})
    uri = editor.open(path / "1.yaml")
    (action,) = offered(editor, uri, "område", only=["source.fixAll"]).values()
    assert (action["kind"], "edit" in action) == ("source.fixAll.rapport", False)
    text = taken(editor, action)[uri]
    printed("kontrollera", path / "1.yaml", "--ratta", "--ja")
    assert (path / "1.yaml").read_text("utf-8") == text
    assert text.count("t.ex.") == 3
    assert "\n      - ett 5\u00a0%" in text
    assert (path / "2.yaml").read_text("utf-8") == OTHER


def test_an_editor_that_can_do_little_gets_it_all_at_once(folder):
    path = folder(**{"1": AREA, "2": OTHER})
    with Redigerare() as editor:
        uri = editor.open(path / "1.yaml")
        actions = offered(editor, uri, "tex")
        (action,) = offered(editor, uri, "område", only=["source.fixAll.rapport"]).values()
        assert [*action["edit"]] == ["changes"]
        assert taken(editor, action) == {uri: AREA.replace("tex ", "t.ex. ")}
        assert len(taken(editor, actions["Rätta alla punktforkortning i redovisningen"])) == 2
        waived = taken(editor, actions["Tillåt punktforkortning i svar 1.1, med ditt skäl"])[uri]
        assert '    tillåt: {punktforkortning: ""}\n    text: |\n      Det' in waived


def test_nothing_is_offered_on_save_unless_it_is_asked_for(editor, folder):
    uri = editor.open(folder(**{"1": AREA}) / "1.yaml")
    editor.shown(uri)
    assert "source.fixAll.rapport" in editor.server["capabilities"]["codeActionProvider"]["codeActionKinds"]
    assert offered(editor, uri, "tex", only=["source.organizeImports"]) == {}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_places_are_right_with_emoji_line_ends_and_a_path_with_letters(editor, folder, tmp_path, newline):
    text = AREA.replace("Det kostade", "👍🏽 e\u0301 det kostade").replace("\n", newline)
    path = folder(**{"1": text.encode("utf-8")}).rename(tmp_path / "Region Åre 100%")
    uri = editor.open(path / "1.yaml")
    editor.type(uri, text.index("Insatserna"), "😀 ")
    now = editor.texts[uri]
    assert after(editor, uri, "tex", TEX) == now.replace("tex", "t.ex.", 1)
    assert after(editor, uri, "tex under", TEX) == now.replace("tex under", "t.ex. under")
    assert after(editor, uri, "tex", "Rätta alla punktforkortning i filen") == now.replace("tex ", "t.ex. ")
    waived = after(editor, uri, "tex under", "Tillåt punktforkortning i svar 1.2, med ditt skäl")
    line = f'    tillåt: {{punktforkortning: "¦"}}{newline}    text: |'
    assert waived == now.replace("    text: |", line)


def test_a_broken_buffer_gets_only_what_is_sure(editor, folder):
    uri = editor.open(folder(**{"1": AREA}) / "1.yaml")
    editor.shown(uri)
    editor.type(uri, AREA.index('  "1.2"'), '  "1.3\n')
    broken = editor.texts[uri]
    actions = offered(editor, uri, "tex under")
    assert [*actions] == [TEX]
    assert taken(editor, actions[TEX]) == {uri: broken.replace("tex under", "t.ex. under")}
    assert after(editor, uri, "tex", TEX) == broken.replace("tex", "t.ex.", 1)
    editor.type(uri, broken.index("tex under") + 1, "", removed=1)
    assert TEX not in offered(editor, uri, "tx under")


def test_lines_that_were_pasted_become_a_list_or_a_table(editor, folder):
    dashed = "      Vi har gjort:\n      – ett möte\n      – en resa\n      – en rapport\n"
    tabbed = "      År\tAntal\n      2024\t7\n      2025\t9\n"
    uri = editor.open(folder(**{"1": AREA + dashed + "\n" + tabbed}) / "1.yaml")
    text = editor.texts[uri]
    listed = after(editor, uri, "– ett", "Gör raderna till en lista")
    assert listed == text.replace("– ", "- ")
    table = "      | År | Antal |\n      |---|---|\n      | 2024 | 7 |\n      | 2025 | 9 |\n"
    made = after(editor, uri, "2024\t7", "Gör raderna till en tabell")
    assert made.replace(" --- ", "---").replace(" ---: ", "---").endswith(table)


def test_lines_that_are_marked_become_what_is_chosen(editor, folder):
    tabbed = "      Hedby\tstort\n      Tornsele\tlitet\n"
    dashed = "\n      Vi såg\n      – ett möte\n      – och en resa\n"
    uri = editor.open(folder(**{"1": AREA + "\n" + tabbed + dashed}) / "1.yaml")
    text = editor.texts[uri]
    assert "Gör raderna till en tabell" not in offered(editor, uri, "Hedby\t", end=0)
    action = offered(editor, uri, tabbed)["Gör raderna till en tabell"]
    assert action["kind"] == "refactor.rewrite"
    table = "      | Hedby | stort |\n      | --- | --- |\n      | Tornsele | litet |\n"
    assert taken(editor, action) == {uri: text.replace(tabbed, table)}
    assert after(editor, uri, dashed, "Gör raderna till en lista") == text.replace("– ", "- ")


def test_the_missing_bar_is_put_in(editor, folder):
    text = AREA + '  "1.3":\n    Ett stycke.\n\n    Ett till.\n    Slut.\n'
    uri = editor.open(folder(**{"1": text}) / "1.yaml")
    title = "Sätt in lodstrecket som håller isär raderna"
    assert after(editor, uri, '"1.3"', title) == text.replace('"1.3":', '"1.3": |')


def test_a_word_is_put_to_the_list_of_words(editor, folder):
    path = folder(**{"1": AREA.replace("Hedby", "möjlihget"), "2": OTHER})
    uri = editor.open(path / "1.yaml")
    title = "Lägg till ”möjlihget” i ordlista i rapport.yaml"
    rapport = (path / "rapport.yaml").as_uri()
    assert after_of(editor, uri, "möjlihget", title) == {rapport: RAPPORT + "ordlista: [möjlihget]\n"}
    opened = editor.open(path / "rapport.yaml")
    editor.type(opened, len(RAPPORT), "ordlista:\n- Hedby  # byn\n")
    now = editor.texts[opened]
    assert after_of(editor, uri, "möjlihget", title) == {rapport: now + "- möjlihget\n"}
    editor.type(opened, len(now), "- möjlihget\n")
    editor.shown(opened)
    assert title not in offered(editor, uri, "möjlihget")


def after_of(editor, uri, words, title):
    return taken(editor, offered(editor, uri, words)[title])


def test_a_waiver_without_its_reason_is_a_finding_until_it_has_one(editor, folder):
    uri = editor.open(folder(**{"1": AREA}) / "1.yaml")
    waived = after(editor, uri, "tex", "Tillåt punktforkortning i svar 1.1, med ditt skäl")
    editor.type(uri, 0, waived.replace("¦", ""), removed=len(AREA))
    assert [one["severity"] for one in editor.shown(uri) if one["code"] == "punktforkortning"] == [2, 2, 2]
    assert any("tillåts utan skäl" in one["message"] for one in editor.shown(uri))
    editor.type(uri, waived.index("¦"), "Så skriver vi.")
    assert [one["severity"] for one in editor.shown(uri) if one["code"] == "punktforkortning"] == [4, 4, 2]
    assert not any("tillåts utan skäl" in one["message"] for one in editor.shown(uri))
    assert TEX not in offered(editor, uri, "tex")


def test_what_cannot_be_waived_is_not_offered_so(editor, folder):
    uri = editor.open(folder(**{"1": AREA + "      # Rubrik\n"}) / "1.yaml")
    assert [title for title in offered(editor, uri, "# Rubrik") if "Tillåt" in title] == []


TABLE = "program;beviljat\nERUF;19912000\nESF;500000\n"
MONEY = """område: 1
svar:
  "1.1": |
    Stödet till ESF var 500 000 kr, och 0,5 mnkr är lika mycket. Totalt {{ arenden | summa("beviljat") | kr }}.
  "1.2": |
    Totalt beviljades 20 421 000 kr under året, ur två program.
"""


def test_an_amount_becomes_the_expression_that_gives_it(editor, folder):
    path = folder(**{"1": MONEY})
    (path / "siffror").mkdir()
    (path / "siffror" / "arenden.csv").write_text(TABLE, "utf-8")
    uri = editor.open(path / "1.yaml")
    expression = '{{ arenden | dar(program="ESF") | summa("beviljat") | kr }}'
    actions = offered(editor, uri, "500 000 kr")
    action = actions[f"Hämta ”500 000 kr” ur tabellen: {expression}"]
    assert action["kind"] == "refactor.rewrite"
    assert taken(editor, action) == {uri: MONEY.replace("500 000 kr", expression)}
    (title,) = (one for one in offered(editor, uri, "0,5 mnkr") if "Hämta" in one)
    assert title.endswith('| summa("beviljat") | mnkr }}')
    figure = '{{ arenden | summa("beviljat") | kr }}'
    (title,) = (one for one in offered(editor, uri, "20 421 000 kr") if "ur en tabell" in one)
    assert "fråga 1.1" in title
    assert after(editor, uri, "20 421 000 kr", title) == MONEY.replace("20 421 000 kr", figure)
    assert not [one for one in offered(editor, uri, "Totalt {{") if "tabell" in one]


def test_a_text_that_has_been_overtaken_gets_nothing_wrong(editor, folder):
    uri = editor.open(folder(**{"1": AREA}) / "1.yaml")
    action = offered(editor, uri, "tex")["Rätta alla punktforkortning i filen"]
    editor.type(uri, 0, "# nytt\n")
    assert taken(editor, action) == {uri: "# nytt\n" + AREA.replace("tex ", "t.ex. ")}
