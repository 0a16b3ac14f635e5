"""The expressions that give an amount typed by hand, and all corrections of a kind tried without being made."""

import pytest

from rapport.domain.belopp import find_belopp
from rapport.figures.sought import sought
from rapport.figures.tables import Tables
from rapport.workflow import open_report
from rapport.workflow.edits import applied
from rapport.workflow.trials import all_corrections

TABLE = 'program;beviljat;andel\nERUF;19912000;45 %\nESF;500000;55 %\n"Ett ""eget""";1,5;10 %\n'
WHOLE = 'arenden | summa("beviljat")'
ESF = 'arenden | dar(program="ESF") | summa("beviljat")'


@pytest.fixture
def tables(tmp_path):
    (tmp_path / "siffror").mkdir()
    (tmp_path / "siffror" / "arenden.csv").write_text(TABLE, "utf-8")
    return [*Tables(tmp_path).by_name.values()]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("20 412 002 kr", [f"{{{{ {WHOLE} | kr }}}}"]),
        ("20\u00a0412 tkr", [f"{{{{ {WHOLE} | tkr }}}}"]),
        ("20,4 mnkr", [f"{{{{ {WHOLE} | mnkr }}}}"]),
        ("20,41 mnkr", [f"{{{{ {WHOLE} | mnkr(2) }}}}"]),
        ("500 000 kronor", [f"{{{{ {ESF} | tal }}}}\u00a0kronor"]),
        ("500000 kr", [f"{{{{ {ESF} | kr }}}}"]),
        ("20 400 000 kr", []),
        ("1,5 kr", []),
        ("0,5 miljoner kronor", []),
        ("7 kr", []),
    ],
)
def test_an_amount_is_found_where_it_reads_as_it_was_written(tables, written, found):
    (belopp,) = find_belopp(f"Det var {written} då.")
    assert [one.uttryck for one in sought(belopp, tables)] == found


def test_what_is_tried_leaves_the_report_as_it_is(folder):
    text = 'område: 1\nsvar:\n  "1.1": |\n    Det är tex 5 %, tex i byn.\n'
    path = folder(**{"1": text})
    report = open_report(path)
    findings = report.check().findings
    edits = all_corrections(report, findings, lambda finding: finding.rule == "punktforkortning", ["punktforkortning"])
    assert applied(text, edits["1.yaml"]) == text.replace("tex", "t.ex.").replace("t.ext", "text")
    assert (report.unsaved, report.text_of("1.yaml"), report.check().findings) == ((), text, findings)
    assert (path / "1.yaml").read_text("utf-8") == text


def test_nothing_wanted_is_nothing_done(folder):
    report = open_report(folder(**{"1": 'område: 1\nsvar:\n  "1.1": |\n    Det är tex så.\n'}))
    assert all_corrections(report, report.check().findings, lambda _: False) == {}
