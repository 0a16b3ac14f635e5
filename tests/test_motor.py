"""The engine: what comes of a rule's words, and in which order."""

import json

import pytest
from kommando import findings_of, printed

from rapport.checks import engine
from rapport.checks.memory import Memory
from rapport.cli.main import run
from rapport.errors import InputError
from rapport.workflow import checker, open_report

SPREAD = """område: 1
svar:
  "1.1": |
    Det är 2021-2024 som gäller.

    Det blev tex en väg.

    Under 1.1-1.4 står mer.
"""


def test_one_rule_alone_does_not_hide_that_a_file_cannot_be_read(folder, capsys):
    path = folder(**{"1": "område: 1\nsvar:\n  x: [", "2": 'område: 2\nsvar:\n  "2.1": Text.\n'})
    assert run(["kontrollera", str(path), "--regel", "lix"]) == 1
    out = capsys.readouterr().out
    assert "1.yaml:3:6" in out
    assert "Inget att anmärka på" not in out


def test_one_rule_alone_shows_no_other_rule_s_findings(folder):
    path = folder(**{"1": SPREAD})
    assert {finding["rule"] for finding in findings_of(path, "--regel", "punktforkortning")} == {"punktforkortning"}


def test_findings_in_word_come_in_the_order_of_the_paragraphs(folder, tmp_path):
    document = tmp_path / "a.docx"
    printed("bygg", folder(**{"1": SPREAD}), "--utkast", "--ut", document)
    found = [f for f in open_report(document).check(["intervall", "punktforkortning"]).findings if f.fraga == "1.1"]
    assert [(f.place.stycke, f.rule) for f in found] == [(1, "intervall"), (2, "punktforkortning"), (3, "intervall")]


def test_a_useless_waiver_is_placed_where_it_stands(folder):
    area = 'område: 1\nsvar:\n  "1.1":\n    text: Text.\n    tillåt:\n      lix: Det är så.\n      lixx: Det är så.\n'
    (found,) = [f for f in findings_of(folder(**{"1": area})) if "lixx" in f["message"]]
    assert (found["path"], found["line"], found["column"]) == ("1.yaml", 7, 7)


def test_a_useless_setting_is_placed_where_it_stands(folder):
    rapport = 'mall: "2024"\nregion: R\når: 2025\nregler:\n  lixx: av\n'
    (found,) = [f for f in findings_of(folder(rapport=rapport)) if "lixx" in f["message"]]
    assert (found["path"], found["line"], found["column"]) == ("rapport.yaml", 5, 3)


def test_every_rule_looks_at_one_answer_or_at_the_report_or_at_the_files():
    looks = {rule.looks_at for rule in engine.all_rules().values()}
    assert looks == {"svar", "underlag", "filer"}


def test_what_a_process_found_another_need_not_find(folder, monkeypatch):
    path = folder(**{"1": SPREAD})
    first = open_report(path).check().findings
    monkeypatch.setattr(engine, "load_rule", None)
    for rule in engine.all_rules().values():
        monkeypatch.setitem(rule.__dict__, "check", None)
        monkeypatch.setitem(rule.__dict__, "check_svar", None)
    assert Memory(path).rules().keys() == engine.all_rules().keys()
    assert open_report(path).check().findings == first


def test_the_json_says_where_words_begin_and_what_to_write_instead(folder):
    data = json.loads(printed("kontrollera", folder(**{"1": SPREAD}), "--format", "json"))
    (found,) = [f for f in data["findings"] if f["rule"] == "punktforkortning"]
    assert (found["offset"], found["excerpt"], found["fix"]) == (38, "tex", "t.ex.")


def test_a_file_that_is_gone_is_no_clean_file(folder):
    path = folder(**{"1": SPREAD})
    watched = checker.Checker(path / "1.yaml")
    assert watched.granskning().findings
    (path / "1.yaml").unlink()
    watched.report.reload()
    with pytest.raises(InputError, match=r"1\.yaml finns inte längre"):
        watched.granskning()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["kontrollera", "saknas.docx"], "Filen saknas.docx finns inte"),
        (["importera", "saknas.docx", "--till", "i"], "Filen saknas.docx finns inte"),
        (["kontrollera", "saknas"], "Mappen saknas finns inte"),
        (["bygg", "rapport.odt"], "rapport.odt är en fil, men här behövs en mapp"),
        (["bygg", "svar.docx", "--utkast"], "svar.docx är ett dokument, men här behövs en mapp. Hämta svaren"),
        (["lage", "svar.docx"], "rapport importera svar.docx --till MAPP"),
        (["kontrollera", "rapport.odt"], "rapport.odt kan inte kontrolleras"),
    ],
)
def test_what_is_not_there_is_called_what_it_is(tmp_path, monkeypatch, capsys, arguments, message):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "rapport.odt").write_text("x", "utf-8")
    (tmp_path / "svar.docx").write_text("x", "utf-8")
    assert run(arguments) == 2
    assert message in capsys.readouterr().err
