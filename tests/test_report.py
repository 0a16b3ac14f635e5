"""The open report: in memory, changed, checked again, saved all or not at all."""

import shutil

import pytest
from conftest import RAPPORT, ROOT

from rapport.errors import InputError, OutputError
from rapport.store import files
from rapport.workflow import open_report
from rapport.workflow.checker import Checker
from rapport.workflow.conflict import Conflict

AREA = """# område {n}
område: {n}
svar:
  "{n}.2": |
    Första svaret i område {n}.
  "{n}.3":   # kvar
    status: granskas
    text: |
      Andra svaret tex i område {n}.
"""


def six(folder):
    return folder(**{str(n): AREA.format(n=n) for n in range(1, 7)})


def raw(path):
    return {file.name: file.read_bytes() for file in path.glob("*.yaml")}


def findings(report, *rules):
    return [(f.rule, f.fraga, f.excerpt) for f in report.check(rules).findings]


def test_what_is_set_is_in_the_report_and_not_on_disk(folder):
    path = six(folder)
    report, before = open_report(path), raw(path)
    report.set("2.2", text="Nytt svar.\n")
    assert report.underlag.svar_by_fraga["2.2"].text == "Nytt svar."
    assert report.unsaved == ("2.2",)
    assert raw(path) == before


def test_only_what_is_named_changes(folder):
    report = open_report(six(folder))
    report.set("3.3", status="klar", kommentar="Läst av Sara.")
    svar = report.underlag.svar_by_fraga["3.3"]
    assert (svar.status, svar.kommentar, svar.text) == ("klar", "Läst av Sara.", "Andra svaret tex i område 3.")


def test_a_box_is_set_as_the_form_writes_it(folder):
    report = open_report(folder(**{"5": "område: 5\nsvar:\n"}))
    report.set("5.1a", text="Vi gjorde det.\n", kryss="ja")
    assert report.underlag.svar_by_fraga["5.1a"].kryss == ("Ja",)
    report.set("5.1a", kryss=("Nej",))
    assert report.underlag.svar_by_fraga["5.1a"].kryss == ("Nej",)


def test_saving_through_a_link_writes_what_it_leads_to(folder):
    path = six(folder)
    (path / "3.yaml").rename(path / "tre.txt")
    (path / "3.yaml").symlink_to("tre.txt")
    report = open_report(path)
    report.set("3.2", text="Nytt svar.\n")
    report.save()
    assert (path / "3.yaml").is_symlink()
    assert "Nytt svar." in (path / "tre.txt").read_text("utf-8")


def test_saving_writes_what_was_set_and_nothing_else(folder):
    path = six(folder)
    report, before = open_report(path), raw(path)
    report.set("2.2", text="Nytt svar.\n")
    report.set("4.3", status="klar")
    assert [file.name for file in report.save()] == ["2.yaml", "4.yaml"]
    after = raw(path)
    assert after["2.yaml"] == before["2.yaml"].replace("Första svaret i område 2.".encode(), b"Nytt svar.")
    assert after["4.yaml"] == before["4.yaml"].replace(b"granskas", b"klar")
    assert {n: b for n, b in after.items() if n[0] not in "24"} == {n: b for n, b in before.items() if n[0] not in "24"}
    assert report.unsaved == ()


def test_what_is_put_back_is_not_unsaved(folder):
    report = open_report(six(folder))
    report.set("2.2", text="Nytt.\n")
    report.set("2.2", text="Första svaret i område 2.\n")
    assert report.unsaved == ()


def test_an_area_without_a_file_gets_its_usual_one(folder):
    path = folder()
    report = open_report(path)
    report.set("6.1", text="Ett svar om analysen.\n")
    (file,) = report.save()
    assert file.name == "6-analys.yaml"
    assert open_report(path).underlag.svar_by_fraga["6.1"].text == "Ett svar om analysen."


def test_an_unknown_question_is_refused(folder):
    with pytest.raises(InputError, match=r"9\.9 finns inte"):
        open_report(six(folder)).set("9.9", text="x")


def test_a_check_after_a_change_is_that_of_a_report_read_anew(folder):
    path = six(folder)
    report = open_report(path)
    report.check()
    for n, text in ((1, "Det var tex bra 2021-2024.\n"), (2, "Det är är bra.\n"), (1, "Helt rätt.\n")):
        report.set(f"{n}.2", text=text)
        now = report.check().findings
        report.save()
        assert now == open_report(path).check().findings


def test_what_is_found_in_an_answer_is_found_once(folder):
    report = open_report(six(folder))
    report.check()
    before = report.underlag.svar_by_fraga
    report.set("2.2", text="Nytt svar.\n")
    now = report.underlag.svar_by_fraga
    assert [fraga for fraga in before if now[fraga] is not before[fraga]] == ["2.2"]


def test_places_are_those_of_the_file_as_it_will_be(folder):
    report = open_report(six(folder))
    report.set("2.2", text="Rad.\n\nRad.\n\nRad.\n")
    (finding,) = [f for f in report.check(["punktforkortning"]).findings if f.omrade == 2]
    assert (finding.place.line, finding.place.column) == (13, 20)


@pytest.mark.parametrize("at", range(6))
def test_a_fault_in_the_middle_of_a_save_leaves_all_as_it_was(folder, monkeypatch, at):
    path = six(folder)
    report, before = open_report(path), raw(path)
    for n in range(1, 7):
        report.set(f"{n}.2", text=f"Nytt i {n}.\n")
    real, done = files.Path.replace, []

    def failing(self, target):
        if target.suffix == ".yaml":
            done.append(target)
            if len(done) == at + 1:
                raise OSError(28, "full")
        return real(self, target)

    monkeypatch.setattr(files.Path, "replace", failing)
    with pytest.raises(OutputError, match=r"disken är full.*Inget har ändrats"):
        report.save()
    assert raw(path) == before
    assert [file.name for file in path.iterdir() if file.name.startswith(".")] == [".rapport"]
    assert {file.name for file in (path / ".rapport").rglob("*")} == {".gitignore", "angra", "las", "vem"}
    assert len(report.unsaved) == 6


def test_a_new_file_that_was_written_before_the_fault_is_gone_again(folder, monkeypatch):
    path = folder(**{"5": "område: 5\nsvar:\n"})
    report = open_report(path)
    report.set("1.2", text="Nytt.\n")
    report.set("5.1a", text="Nytt.\n")
    real = files.Path.replace

    def failing(self, target):
        if target.name == "5.yaml":
            raise OSError(13, "nekad")
        return real(self, target)

    monkeypatch.setattr(files.Path, "replace", failing)
    monkeypatch.setattr(report, "_changed_files", lambda: ["1-likvardiga-mojligheter.yaml", "5.yaml"])
    with pytest.raises(OutputError, match="Inget har ändrats"):
        report.save()
    assert sorted(raw(path)) == ["5.yaml", "rapport.yaml"]


def test_when_nothing_can_be_put_back_the_message_says_so(folder, monkeypatch):
    path = six(folder)
    report = open_report(path)
    report.set("1.2", text="Nytt.\n")
    report.set("2.2", text="Nytt.\n")
    real, done = files.Path.replace, []

    def failing(self, target):
        done.extend([target] if target.suffix == ".yaml" else [])
        if len(done) > 1:
            raise OSError(28, "full")
        return real(self, target)

    monkeypatch.setattr(files.Path, "replace", failing)
    with pytest.raises(OutputError, match=r"Redan skrivna är .*1\.yaml"):
        report.save()


def test_an_answer_changed_by_somebody_else_is_a_conflict(folder):
    path = six(folder)
    report = open_report(path)
    report.set("2.2", text="Vårt.\n")
    report.set("3.2", text="Vårt.\n")
    theirs = AREA.format(n=2).replace("Första svaret", "Deras svar")
    (path / "2.yaml").write_text(theirs, "utf-8")
    before = raw(path)
    with pytest.raises(Conflict) as caught:
        report.save()
    (one,) = caught.value.disagreements
    assert (one.fraga, one.ours, one.theirs) == ("2.2", "Vårt.\n", "Deras svar i område 2.\n")
    assert "2.2 i 2.yaml" in str(caught.value)
    assert raw(path) == before


def test_another_answer_changed_by_somebody_else_is_kept(folder):
    path = six(folder)
    report = open_report(path)
    report.set("2.2", text="Vårt.\n")
    (path / "2.yaml").write_text(AREA.format(n=2).replace("Andra svaret", "Deras andra svar"), "utf-8")
    report.save()
    text = (path / "2.yaml").read_text("utf-8")
    assert "Vårt." in text
    assert "Deras andra svar" in text
    assert report.underlag.svar_by_fraga["2.3"].text.startswith("Deras andra svar")


def test_a_file_that_is_gone_is_a_conflict_and_not_made_anew(folder):
    path = six(folder)
    report = open_report(path)
    report.set("2.2", text="Vårt.\n")
    (path / "2.yaml").unlink()
    with pytest.raises(Conflict):
        report.save()
    assert not (path / "2.yaml").exists()


def test_reloading_takes_in_what_changed_and_keeps_what_is_unsaved(folder):
    path = six(folder)
    report = open_report(path)
    report.set("2.2", text="Vårt.\n")
    (path / "2.yaml").write_text(AREA.format(n=2).replace("Andra svaret", "Deras andra"), "utf-8")
    (path / "3.yaml").write_text(AREA.format(n=3).replace("Första svaret", "Deras första"), "utf-8")
    report.reload()
    svar = report.underlag.svar_by_fraga
    assert (svar["2.2"].text, svar["2.3"].text[:11], svar["3.2"].text[:12]) == ("Vårt.", "Deras andra", "Deras första")
    assert report.unsaved == ("2.2",)


def test_reloading_keeps_what_is_unsaved_in_a_file_that_is_not_there_yet(folder):
    report = open_report(folder(**{"2": AREA.format(n=2)}))
    report.set("3.1", text="Nytt svar.")
    report.set("2.2", text="Ändrat svar.")
    report.reload()
    assert report.unsaved == ("2.2", "3.1")
    assert report.underlag.svar_by_fraga["3.1"].text == "Nytt svar."


def test_reloading_reads_tables_that_have_changed(folder):
    path = folder(**{"1": 'område: 1\nsvar:\n  "1.2": Det blev {{ a | summa("kr") | tal }}.\n'})
    (path / "siffror").mkdir()
    (path / "siffror/a.csv").write_text("kr\n15\n", "utf-8")
    report = open_report(path)
    assert report.underlag.svar_by_fraga["1.2"].text == "Det blev 15."
    (path / "siffror/a.csv").write_text("kr\n1600\n", "utf-8")
    report.reload()
    assert report.underlag.svar_by_fraga["1.2"].text == "Det blev 1\u00a0600."


def test_a_bad_file_hides_nothing_and_is_not_written_into(folder):
    path = six(folder)
    (path / "2.yaml").write_text("område: 2\nsvar:\n  x: [", "utf-8")
    report = open_report(path)
    assert any(f.rule == "yaml" and f.place.path == "2.yaml" for f in report.check().findings)
    report.set("3.2", text="Nytt.\n")
    report.save()
    assert (path / "2.yaml").read_text("utf-8").endswith("x: [")


def test_a_document_in_word_is_checked_and_not_changed(folder, tmp_path):
    from rapport.workflow.build import build

    build(six(folder), tmp_path / "a.docx", is_draft=True, with_pdf=False, force=False)
    report = open_report(tmp_path / "a.docx")
    assert report.underlag.svar_by_fraga["1.2"].text == "Första svaret i område 1."
    assert report.unsaved == ()
    with pytest.raises(InputError, match="ändras i Word"):
        report.set("1.2", text="x")


def test_a_check_of_one_file_shows_what_all_files_build_on_and_nothing_else(folder):
    """Faults in a table or in the register have no area, and its answers may build on them."""
    path = folder(
        rapport=f"{RAPPORT}regoin: A\n",
        kallor="källor:\n  p: {titel: Planen, fil: finns-inte.pdf}\n",
        **{
            "1": 'område: 1\nsvar:\n  "1.1": Det blev {{ a | antal }} projekt.\n',
            "2": 'område: 2\nsvar:\n  "2.9": Svaret.\n',
            "annan": "möte: i morgon\n",
        },
    )
    (path / "siffror").mkdir()
    (path / "siffror/a.csv").write_text("ort;kr\nHedby;1\nSumma;1\n", "utf-8")
    whole = Checker(path).granskning().findings
    part = Checker(path / "1.yaml").granskning().findings
    shared = {("siffra", "siffror/a.csv"), ("kallor", "kallor.yaml")}
    others = {("okand-nyckel", "rapport.yaml"), ("okand-fraga", "2.yaml"), ("yaml", "annan.yaml")}
    assert shared | others <= {(f.rule, f.place.path) for f in whole}
    of_no_area = {(f.rule, f.place.path) for f in part if f.omrade is None}
    assert of_no_area == shared
    assert {f.omrade for f in part} == {None, 1}


def test_reloading_takes_in_a_form_that_has_changed(folder):
    path = six(folder)
    shutil.copytree(ROOT / "mallar", path / "mallar")
    report = open_report(path)
    form = path / "mallar/2024/mall.yaml"
    limit = report.underlag.mall.omraden[0].maxtecken
    form.write_text(form.read_text("utf-8").replace(f"maxtecken: {limit}", "maxtecken: 7", 1), "utf-8")
    report.reload()
    assert report.underlag.mall.omraden[0].maxtecken == 7
    assert [f.omrade for f in report.check(["teckengrans"]).findings] == [1]


def test_an_answer_in_dispute_stays_so_after_reloading(folder):
    path = six(folder)
    report = open_report(path)
    report.set("2.2", text="Vårt.\n")
    theirs = AREA.format(n=2).replace("Första svaret", "Deras svar")
    (path / "2.yaml").write_text(theirs, "utf-8")
    report.reload()
    assert report.disputed == ("2.2",)
    assert report.underlag.svar_by_fraga["2.2"].text == "Vårt."
    with pytest.raises(Conflict) as caught:
        report.save()
    (one,) = caught.value.disagreements
    assert (one.ours, one.theirs) == ("Vårt.\n", "Deras svar i område 2.\n")
    assert (path / "2.yaml").read_text("utf-8") == theirs
    report.settle("2.2")
    report.save()
    assert "Vårt." in (path / "2.yaml").read_text("utf-8")
    assert report.disputed == ()


def test_who_takes_the_other_s_text_is_in_no_dispute(folder):
    path = six(folder)
    report = open_report(path)
    report.set("2.2", text="Vårt.\n")
    (path / "2.yaml").write_text(AREA.format(n=2).replace("Första svaret", "Deras svar"), "utf-8")
    report.reload()
    report.set("2.2", text="Deras svar i område 2.\n")
    assert (report.unsaved, report.disputed) == ((), ())
    assert report.save() == []


@pytest.mark.parametrize("broken", ["område: 2\nsvar:\n  x: [", None])
def test_a_file_that_can_no_longer_be_read_takes_nothing_unsaved_with_it(folder, broken):
    path = six(folder)
    report = open_report(path)
    report.set("2.2", text="Vårt.\n")
    report.set("3.2", text="Också vårt.\n")
    if broken is None:
        (path / "2.yaml").unlink()
    else:
        (path / "2.yaml").write_text(broken, "utf-8")
    report.reload()
    assert report.unsaved == ("2.2", "3.2")
    with pytest.raises(Conflict):
        report.save()
    assert not (path / "2.yaml").exists() if broken is None else (path / "2.yaml").read_text("utf-8") == broken


def test_what_no_answer_has_cannot_be_set(folder):
    report = open_report(six(folder))
    with pytest.raises(TypeError, match="farg"):
        report.set("2.2", farg="röd")
    with pytest.raises(InputError, match="status"):
        report.set("2.2", status="färdig")
    assert report.unsaved == ()
