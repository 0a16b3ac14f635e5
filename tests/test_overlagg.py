"""What an editor has not saved lies over the report, whatever state it is typed through."""

import pytest
from conftest import RAPPORT

from rapport.errors import RefusedError
from rapport.store.moved import Moved, hunks, patched
from rapport.workflow import open_report

AREA = """område: 1
svar:
  "1.1": |
    Regionen har tex samordnat arbetet i länet.
  "1.2":
    status: granskas
    text: |
      Insatserna har har fortsatt under året.
"""


def found(report, *rules):
    return [(f.rule, f.fraga, f.excerpt, f.place.line) for f in report.check(rules).findings]


def opened(folder, **files):
    report = open_report(folder(**{"1": AREA, **files}))
    report.overlay("1.yaml", AREA)
    return report


def test_an_overlay_is_checked_in_place_of_the_file_and_dropped_again(folder):
    report = opened(folder)
    before = found(report, "dubbelt-ord")
    assert before == [("dubbelt-ord", "1.2", "har har", 8)]
    report.overlay("1.yaml", AREA.replace("har har", "har"))
    assert found(report, "dubbelt-ord") == []
    assert report.unsaved == ()
    report.overlay("1.yaml", None)
    assert found(report, "dubbelt-ord") == before


def test_a_text_that_is_no_yaml_empties_nothing_and_moves_what_stands_below(folder):
    report = opened(folder)
    broken = AREA.replace('  "1.2":', '  "1.3\n  "1.2":')
    report.overlay("1.yaml", broken)
    rules = found(report)
    assert ("dubbelt-ord", "1.2", "har har", 9) in rules
    assert [rule for rule, *_ in rules if rule == "yaml"] == ["yaml"]
    assert report.text_of("1.yaml") == broken
    assert report.underlag.svar_by_fraga["1.2"].status == "granskas"


def test_what_is_changed_beside_a_fault_is_still_read(folder):
    report = opened(folder)
    broken = AREA + '  "1.4'
    report.overlay("1.yaml", broken)
    report.overlay("1.yaml", broken.replace("tex samordnat", "samordnat under under"))
    assert ("dubbelt-ord", "1.1", "under under", 4) in found(report, "dubbelt-ord")
    report.overlay("1.yaml", broken.replace("tex samordnat", "samordnat under under").replace("arbetet", "allt"))
    assert "allt" in report.underlag.svar_by_fraga["1.1"].text


def test_each_letter_of_a_new_answer_leaves_the_others_as_they_are(folder):
    report = opened(folder)
    new = '  "1.4":\n    status: klar\n    text: |\n      Vi tog tex fram en plan.\n'
    for end in range(len(new) + 1):
        report.overlay("1.yaml", AREA + new[:end])
        rules = found(report, "dubbelt-ord")
        assert ("dubbelt-ord", "1.2", "har har", 8) in rules, new[:end]
        assert {"1.1", "1.2"} <= report.underlag.svar_by_fraga.keys()
    assert report.underlag.svar_by_fraga["1.4"].status == "klar"


def test_a_key_that_is_typed_anew_empties_nothing(folder):
    report = opened(folder)
    for key in ("område:", "svar:"):
        for end in range(len(key)):
            report.overlay("1.yaml", AREA.replace(key, key[:end]))
            assert {"1.1", "1.2"} <= report.underlag.svar_by_fraga.keys(), key[:end]
    report.overlay("1.yaml", AREA)
    assert not [rule for rule, *_ in found(report) if rule in ("yaml", "okand-nyckel")]


def test_rapport_yaml_is_read_as_it_is_typed(folder):
    report = opened(folder)
    report.overlay("rapport.yaml", RAPPORT.replace("Region Provlän", "Region Sundmark"))
    assert report.underlag.region == "Region Sundmark"
    report.overlay("rapport.yaml", RAPPORT.replace("år: 2025", "år: 20"))
    assert report.underlag.region == "Region Sundmark"
    faults = [f for f in report.check().findings if f.place.path == "rapport.yaml"]
    assert [(f.severity, f.place.line) for f in faults] == [("error", 3)]
    report.overlay("rapport.yaml", RAPPORT.replace('"2024"', '"202"'))
    faults = [f for f in report.check().findings if f.place.path == "rapport.yaml"]
    assert [(f.severity, f.place.line) for f in faults] == [("error", 1)]
    assert report.underlag.mall.id == "2024"


def test_the_register_is_read_as_it_is_typed(folder):
    report = opened(folder, kallor="källor:\n  beslut: {titel: Beslut, datum: 2025-03-01}\n")
    report.overlay("kallor.yaml", "källor:\n  beslut: {titel: Beslutet, datum: 2025-03-01}\n")
    assert [kalla.titel for kalla in report.underlag.kallor.kallor] == ["Beslutet"]
    report.overlay("kallor.yaml", "källor:\n  beslut: {titel: Beslutet, datum: 2025-13-01\n")
    assert [kalla.titel for kalla in report.underlag.kallor.kallor] == ["Beslutet"]
    assert "yaml" in [f.rule for f in report.check().findings if f.place.path == "kallor.yaml"]


def test_a_file_that_is_not_saved_yet_is_read(folder):
    report = opened(folder)
    report.overlay("2.yaml", 'område: 2\nsvar:\n  "2.1": |\n    Vi började började.\n')
    assert found(report, "dubbelt-ord")[-1] == ("dubbelt-ord", "2.1", "började började", 4)


def test_what_an_editor_has_open_is_changed_there(folder):
    report = opened(folder)
    with pytest.raises(RefusedError, match="öppen i en redigerare"):
        report.set("1.1", text="Nytt.")


def test_what_was_is_patched_with_any_of_the_changes():
    before, now = "ett\ntvå\ntre\nfyra\n", "ett\ntvåå\ntre\nfem\nsex\n"
    changes = hunks(before, now)
    assert patched(before, now, changes) == now
    assert patched(before, now, ()) == before
    assert patched(before, now, changes[:1]) == "ett\ntvåå\ntre\nfyra\n"


def test_what_has_gone_has_no_span():
    moved = Moved("ett två sex", "ett sex")
    assert moved.span(0, 3) == (0, 3)
    assert moved.span(8, 11) == (4, 7)
    assert moved.span(4, 8) is None
