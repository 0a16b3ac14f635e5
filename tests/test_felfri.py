"""A report in which everything is right gives no error and no warning.

``felfri`` is 50 000 characters about things that never happened, with sums, dates, acts, authorities, former names,
references and hundreds of the field's compounds: what a clumsy checker stumbles on. It was written by somebody who had
not seen the rules.
"""

from pathlib import Path

from rapport.workflow import open_report

FELFRI = Path(__file__).parent / "felfri"


def test_a_report_of_right_things_gives_no_error_and_no_warning():
    found = [finding for finding in open_report(FELFRI).check().findings if finding.severity != "info"]
    assert [(f.fraga, f.rule, f.excerpt, f.message) for f in found] == []


def test_all_its_questions_are_answered_within_their_limits():
    underlag = open_report(FELFRI).underlag
    assert set(underlag.svar_by_fraga) == set(underlag.mall.fraga_by_id)
    assert sum(len(svar.text) for svar in underlag.svar_by_fraga.values()) > 45_000
