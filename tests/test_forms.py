"""Next year's form: understood from the agency's file, compared, and answers moved to it."""

import re
import shutil
from copy import deepcopy
from dataclasses import replace

import mangle
import pytest
from conftest import ROOT
from test_word import texts

from rapport.cli.main import run
from rapport.domain.mall import Mall
from rapport.domain.svar import Svar
from rapport.errors import OutputError
from rapport.prose.blocks import Paragraph, Text, plain_passages
from rapport.store.mall import load_mall
from rapport.store.mall_write import as_yaml
from rapport.store.validate import validate
from rapport.store.yaml import parse as parse_yaml
from rapport.word.agency import Notice, Phrases
from rapport.word.controls import controls
from rapport.word.fill import fill
from rapport.word.ns import parse, qn, serialise
from rapport.word.package import read_package, write_package
from rapport.word.underlag import load_parts
from rapport.workflow import forms
from rapport.workflow.load import load

TEMPLATE = read_package(ROOT / "mallar" / "2024" / "mall.docx")
UNDERLAG = load(ROOT / "underlag").underlag
DOCUMENT = mangle.DOCUMENT


@pytest.fixture
def agency(tmp_path, monkeypatch):
    """Return a function that saves parts as the agency's file, in a working directory of its own."""
    monkeypatch.chdir(tmp_path)

    def make(parts):
        write_package(tmp_path / "formular.docx", parts)
        return tmp_path / "formular.docx"

    return make


def changed(parts, *pairs):
    text = parts[DOCUMENT].decode()
    for before, after in pairs:
        assert before in text
        text = text.replace(before, after)
    return {**parts, DOCUMENT: text.encode()}


def same_form(found, expected):
    """Whether a form is another but for what each is called, the year it is for, and the file it came from."""
    return found.model_copy(update={"id": expected.id, "ar": expected.ar, "ursprung": None}) == expected


def blank():
    return mangle.without_controls(TEMPLATE)


@pytest.mark.parametrize(
    "parts", [TEMPLATE, blank(), fill(TEMPLATE, UNDERLAG), mangle.without_controls(fill(TEMPLATE, UNDERLAG))],
    ids=["mall", "utan-kontroller", "ifylld", "ifylld-utan-kontroller"],
)  # fmt: skip
def test_our_own_form_is_understood_as_it_is(agency, parts, mall):
    form = forms.understand(agency(parts), "2025")
    assert form.doubts == ()
    assert same_form(form.mall, mall)
    assert form.mall.ar == 2025
    assert re.fullmatch("[0-9a-f]{64}", form.mall.ursprung.sha256)


def test_other_words_and_limits_are_understood_as_they_are(agency, mall):
    parts = changed(
        blank(),
        ("är sammantaget 11 000", "är sammantaget 12\u00a0500"),
        ("Om möjligt, beskriv vilka effekter", "Beskriv vilka effekter"),
        ("Analys, uppföljning och utvärdering<", "Analys och lärande<"),
    )
    form = forms.understand(agency(parts), "2025")
    assert form.doubts == ()
    assert [omrade.maxtecken for omrade in form.mall.omraden] == [12500, 15000, 15000, 12500, 8000, 5000]
    assert form.mall.omraden[5].rubrik == "Analys och lärande"
    assert not any(fraga.frivillig for fraga in form.mall.fraga_by_id.values())
    assert form.mall.fraga_by_id.keys() == mall.fraga_by_id.keys()


def test_a_prepared_template_has_its_controls_and_is_otherwise_untouched(agency):
    form = forms.understand(agency(blank()), "2025")
    root = parse(form.template[DOCUMENT])
    tags = {tag for tag, _ in controls(root)}
    assert tags == {tag for tag, _ in controls(parse(TEMPLATE[DOCUMENT]))}
    assert texts(root) == texts(parse(TEMPLATE[DOCUMENT]))
    others = {name for name in form.template if form.template[name] != TEMPLATE[name]}
    assert others == {DOCUMENT}


def test_answers_are_taken_out_of_a_filled_in_form(agency):
    form = forms.understand(agency(mangle.without_controls(fill(TEMPLATE, UNDERLAG))), "2025")
    text = " ".join(texts(parse(form.template[DOCUMENT])))
    assert "Sundmark" not in text
    assert "☒" not in text


@pytest.mark.parametrize("make", [lambda parts: parts, mangle.without_controls], ids=["namngiven", "utan-kontroller"])
def test_controls_from_last_year_never_lead_answers_astray(agency, tmp_path, make):
    """A question is gone, and the controls that are left still have last year's names."""
    root = parse(TEMPLATE[DOCUMENT])
    gone, control = mangle.question(root, "territoriella perspektiv"), mangle.answer(root, "1.3")
    for element in (gone, control):
        element.getparent().remove(element)
    parts = changed({**TEMPLATE, DOCUMENT: serialise(root)}, ("1.1–1.5", "1.1–1.4"))
    assert run(["mall", "skapa", str(agency(make(parts))), "--id", "2025", "--ja"]) == 0
    assert run(["ny", "r", "--fran", str(ROOT / "underlag"), "--ar", "2025"]) == 1  # 1.3 has no question
    shutil.copytree(ROOT / "underlag" / "siffror", tmp_path / "r" / "siffror")
    assert run(["bygg", "r", "--utkast", "--ut", "klar.docx"]) == 0
    lines = texts(parse(read_package(tmp_path / "klar.docx")[DOCUMENT]))
    at = next(n for n, line in enumerate(lines) if line.startswith("Beskriv vilka prestationer"))
    first = next(iter(plain_passages(UNDERLAG.svar_by_fraga["1.4"].blocks)))
    assert lines[at + 1] == first
    assert run(["kontrollera", "klar.docx"]) == 0


def test_a_question_too_many_is_a_doubt_and_nothing_is_written(agency, capsys, tmp_path):
    parts = changed(blank(), ("frågorna 3.1–3.5 är sammantaget", "frågorna 3.1–3.6 är sammantaget"))
    assert run(["mall", "skapa", str(agency(parts)), "--id", "2025", "--ja"]) == 1
    assert "Oklart: Område 3 ska enligt sin gräns ha frågorna 3.1–3.6, men 5 rader" in capsys.readouterr().err
    assert not (tmp_path / "mallar").exists()


def test_what_is_no_form_is_refused(tmp_path, capsys):
    import docx

    docx.Document().save(str(tmp_path / "brev.docx"))
    assert run(["mall", "skapa", str(tmp_path / "brev.docx"), "--id", "2025"]) == 2
    assert "inget formulär" in capsys.readouterr().err


@pytest.mark.parametrize("mall_id", [[], ["--id", "../x"], ["--id", ""]])
def test_a_form_needs_a_name_that_is_no_path(agency, capsys, mall_id):
    assert run(["mall", "skapa", str(agency(blank())), *mall_id]) == 2
    assert "--id" in capsys.readouterr().err


def test_a_form_is_written_used_and_never_written_over(agency, capsys, tmp_path):
    file = str(agency(blank()))
    assert run(["mall", "skapa", file, "--id", "2025", "--ja"]) == 0
    assert run(["mall", "diff", "2024", "2025"]) == 0
    assert "Formulären är lika." in capsys.readouterr().out
    assert run(["ny", "r", "--fran", str(ROOT / "underlag"), "--ar", "2025"]) == 0
    shutil.copytree(ROOT / "underlag" / "siffror", tmp_path / "r" / "siffror")
    moved = load(tmp_path / "r").underlag
    assert moved.mall.id == "2025"
    assert {f: s.blocks for f, s in moved.svar_by_fraga.items()} == {
        f: s.blocks for f, s in UNDERLAG.svar_by_fraga.items()
    }
    assert {svar.status for svar in moved.svar_by_fraga.values()} == {"utkast"}
    assert run(["bygg", "r", "--utkast", "--ut", "klar.docx"]) == 0
    assert run(["mall", "skapa", file, "--id", "2025", "--ja"]) == 1
    assert "finns redan" in capsys.readouterr().err


def test_written_yaml_reads_back_as_the_same_form(mall):
    document, findings = parse_yaml(as_yaml(mall), "mall.yaml")
    assert findings == []
    assert validate(document, Mall) == (mall, [])


def another(mall, *changes):
    """A form like ours with some lines of its YAML changed."""
    text = as_yaml(mall)
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    document, _ = parse_yaml(text, "mall.yaml")
    found, findings = validate(document, Mall)
    assert not findings
    return found


def test_changes_between_forms_are_told_apart(mall):
    text = as_yaml(mall)
    question = re.search(r'      - id: "2\.3"\n(?:        .*\n)+', text)[0]
    new = another(
        mall,
        ("maxtecken: 15000", "maxtecken: 16000"),
        ("fastställda mål och prioriteringar", "beslutade mål och prioriteringar"),
        (question, ""),
        ('id: "6.3"', 'id: "6.4"'),
        ("områden:", "områden:"),
    )
    lines = list(forms.changes(mall, new))
    assert lines[0] == "Område 2: gränsen är 16 000 tecken, var 15 000."
    assert any(line.startswith("Fråga 2.1: omformulerad.") for line in lines)
    assert "Fråga 6.3: flyttad till 6.4." in lines
    assert any(line.startswith("Fråga 2.3: borttagen.") for line in lines)
    assert len(lines) == 4


def test_an_answer_whose_question_is_gone_is_named(mall, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    question = re.search(r'      - id: "2\.3"\n(?:        .*\n)+', as_yaml(mall))[0]
    folder = tmp_path / "mallar" / "2026"
    shutil.copytree(ROOT / "mallar" / "2024", folder)
    text = as_yaml(another(mall, (question, ""), *[('"2.2", "2.3", "2.4"', '"2.2", "2.4"')] * 2))
    (folder / "mall.yaml").write_text(text.replace('id: "2024"', 'id: "2026"'), "utf-8")
    assert load_mall(folder).id == "2026"
    assert run(["ny", "r", "--fran", str(ROOT / "underlag"), "--ar", "2026", "--region", "Region Ny"]) == 1
    captured = capsys.readouterr()
    assert "Fråga 2.3 i" in captured.err
    assert "30 svar hämtade" in captured.err
    assert load(tmp_path / "r").underlag.region == "Region Ny"


def half_a_package(target, _parts):
    target.write_bytes(b"PK")
    raise OSError(28, "no space")


def half_a_text(self, text):
    with self.open("wb") as stream:
        stream.write(text[:100])
    raise OSError(28, "no space")


@pytest.mark.parametrize(
    ("name", "fails"),
    [("rapport.workflow.forms.write_package", half_a_package), ("pathlib.Path.write_bytes", half_a_text)],
    ids=["mall.docx", "mall.yaml"],
)
def test_a_form_is_written_whole_or_not_at_all(agency, tmp_path, monkeypatch, name, fails):
    form = forms.understand(agency(blank()), "2025")
    folder = tmp_path / "mallar" / "2025"
    with monkeypatch.context() as patch:
        patch.setattr(name, fails)
        with pytest.raises(OutputError, match="disken är full"):
            forms.write_form(form, folder)
    assert list(folder.parent.iterdir()) == []
    forms.write_form(form, folder)
    assert load_mall(folder) == form.mall
    assert read_package(folder / "mall.docx") == form.template


def test_what_a_killed_run_left_does_not_stop_the_next(agency, tmp_path):
    left = tmp_path / "mallar" / ".rapport-2025"
    left.mkdir(parents=True)
    (left / "mall.docx").write_bytes(b"PK")
    (left / "mall.yaml").write_text("id: halv", "utf-8")
    assert run(["mall", "visa", "2024"]) == 0
    assert run(["mall", "skapa", str(agency(blank())), "--id", "2025", "--ja"]) == 0
    assert [entry.name for entry in (tmp_path / "mallar").iterdir()] == ["2025"]


def test_a_part_more_has_the_next_letter_and_an_answer_of_its_own(agency, tmp_path):
    root = parse(blank()[DOCUMENT])
    head = mangle.question(root, "territoriellt samarbete")
    lines = [head, *head.itersiblings()][:4]  # the question, its two boxes, and what to write
    at = lines[-1]
    for line in lines:
        copy = deepcopy(line)
        for reference in list(copy.iter(qn("w:footnoteReference"))):
            reference.getparent().remove(reference)
        for t in copy.iter(qn("w:t")):
            t.text = t.text.replace("territoriellt", "maritimt")
        at.addnext(copy)
        at = copy
    assert run(["mall", "skapa", str(agency({**TEMPLATE, DOCUMENT: serialise(root)})), "--id", "2025", "--ja"]) == 0
    new = load_mall(tmp_path / "mallar" / "2025")
    assert [f for f in new.fraga_by_id if f.startswith("5.1")] == ["5.1a", "5.1b", "5.1c", "5.1d", "5.1e"]
    svar = {"5.1e": Svar(fraga="5.1e", blocks=(Paragraph((Text("Ett svar."),)),), kryss=("Nej",))}
    underlag = replace(UNDERLAG, redovisning=replace(UNDERLAG.redovisning, mall=new), svar_by_fraga=svar)
    built = fill(read_package(tmp_path / "mallar" / "2025" / "mall.docx"), underlag)
    for parts in (built, mangle.without_tags(built)):
        again = load_parts(parts, "a.docx", new).underlag.svar_by_fraga
        assert {f: (s.blocks, s.kryss) for f, s in again.items()} == {"5.1e": (svar["5.1e"].blocks, ("Nej",))}


def test_the_phrases_of_a_form_are_those_of_the_form_before(mall):
    line = "Observera! Maximalt antal tecken inklusive blanksteg för frågorna 1.1–1.5 är sammantaget 11 000."
    phrases = Phrases(
        another(mall, (line, "Obs. Svaren på 1.1–1.5 får ha högst 11 000 tecken."), ("Om ja,", "Om nja,"))
    )
    assert phrases.notice("Svaren på 3.2\u2013\u00a03.12 får  ha högst 12\u00a0500 tecken.") == Notice(
        (3, 2), (3, 12), 12500
    )
    assert phrases.notice("Svaren på 3.2 får ha högst 12 500 tecken.") is None
    assert phrases.boxes == ("Ja", "Nej", "Ej aktuellt")
    assert phrases.follows_boxes("Om nja, skriv varför.")
    assert not phrases.follows_boxes("Om detta finns mycket att säga.")
    assert phrases.is_voluntary("Om möjligt, ange")
    other = Phrases(Mall.model_validate_json(mall.model_dump_json(by_alias=True).replace("Maximalt", "Högsta")))
    assert other.notice(line) is None
    assert other.notice(line.replace("Maximalt", "Högsta")) == Notice((1, 1), (1, 5), 11000)


def test_without_anybody_to_ask_a_form_is_only_shown(agency, monkeypatch, tmp_path, capsys):
    monkeypatch.chdir(tmp_path)
    assert run(["mall", "skapa", str(agency(blank())), "--id", "2025"]) == 1
    assert "Inget har skrivits" in capsys.readouterr().err
    assert not (tmp_path / "mallar").exists()
