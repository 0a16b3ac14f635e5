"""What real colleagues do with their copies, case by case, and what must become of it in the folder."""

import random
import re
import shutil
from copy import deepcopy
from pathlib import Path

import docx
import mangle
import pytest
from domare import norm, read
from hopslagning import through_libreoffice
from kollegor import Document, answer, make_noise, note, paragraph, replace_text, words

from rapport.cli.main import run
from rapport.word.ns import child_val, el, qn, text_run, val
from rapport.workflow import importing, open_report

pytestmark = pytest.mark.skipif(not hasattr(importing, "merge"), reason="merge finns inte än")
needs_libreoffice = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice (soffice) finns inte här")

SUMMA, ANTAL = '{{ stod | summa("belopp") | kr }}', "{{ stod | antal }}"
TABELL = '{{ stod | tabell(per="kommun", summa="belopp") }}'
CSV = "kommun;belopp\nFjällsta;120000\nHavsnäs;30500\nStorköping;7000\n"
OMRADE_1 = f"""\
# Område 1 skrivs av Sara och Jonas.
område: 1
ansvarig: Sara Lind
svar:
  "1.1":
    status: granskas    # läses av Jonas
    text: |
      Regionen samlade under året arbetet i **tre insatser** med kommunerna.

      Stödet till byarna var {SUMMA} fördelat på {ANTAL} ansökningar.

      - service i hela länet
      - en gemensam strukturbild
      - starkare mötesplatser[^1]

      Läs mer på [regionens webbplats](https://www.provlan.se/service) om servicen.

      [^1]: Stödet beskrivs i svaret på fråga 1.4.

  # Svaret är beslutat av ledningen.
  "1.2": |
    Hållbarhet prövas i tre led
    och följs upp varje höst.

    Kommunerna deltog i fyra möten.

    Länsstyrelsen lämnade underlag i maj.

    Näringslivet bidrog med "kloka råd" hela vägen.
  "1.4":
    text: |
      Tabellen visar insatserna.

      | Insats | Läge |
      |---|---|
      | Bygdemedel | pågår |
      | Serviceplan | klar |
      | Mötesplatser | vilar |

      Stöden per kommun var dessa.

      {TABELL}

      Rapporten lämnades i december.
"""
OMRADE_5 = """\
område: 5
svar:
  "5.1a":
    kryss: ja
    text: |
      Medlen användes enligt villkoren.
  "5.1d": {kryss: ej aktuellt}
"""
FILE_1, FILE_5 = "1-likvardiga-mojligheter.yaml", "5-anslag-1-1.yaml"


class Office:
    """A report folder, the document built from it, and the colleagues who get copies."""

    def __init__(self, root: Path) -> None:
        self.root, self.folder = root, root / "redovisning"
        (self.folder / "siffror").mkdir(parents=True)
        self.write("rapport.yaml", 'mall: "2024"\nregion: Region Provlän\når: 2025\n')
        self.write("siffror/stod.csv", CSV)
        self.write(FILE_1, OMRADE_1)
        self.write(FILE_5, OMRADE_5)
        self.document = self.build("byggd.docx")
        self.before = read(self.folder)

    def write(self, name, text):
        (self.folder / name).write_text(text, "utf-8")

    def build(self, name):
        target = self.root / name
        assert run(["bygg", str(self.folder), "--ut", str(target), "--utkast"]) in (0, 1)
        return target

    def strategist(self, old, new, name=FILE_1):
        """Change the folder by hand."""
        text = (self.folder / name).read_text("utf-8")
        assert text.count(old) == 1, old
        self.write(name, text.replace(old, new))

    def copy(self, name, *changes, of=None):
        """Return a colleague's copy with changes."""
        document = Document(of or self.document)
        for change in changes:
            change(document)
        document.save(self.root / name)
        return self.root / name

    def merge(self, *copies):
        report = open_report(self.folder)
        self.conflicts = importing.merge(report, list(copies)).conflicts
        report.save()
        return self.conflicts

    def text(self, fraga):
        return read(self.folder).source[fraga].strip()

    def shown(self, fraga):
        return [s.text for s in read(self.folder).shown.get(fraga, [])]

    def kryss(self, fraga):
        return read(self.folder).kryss[fraga]

    def built(self, fraga, *changes):
        """Return an answer's source as built, with pairs of old and new."""
        text = self.before.source[fraga].strip()
        for old, new in changes:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        return text

    def is_untouched(self):
        return read(self.folder).files == self.before.files


@pytest.fixture
def office(tmp_path):
    return Office(tmp_path)


# --- what colleagues do


def says(old, new, at=None):
    """Another text for one, in the paragraph that holds ``at``."""
    return lambda document: replace_text(paragraph(document, at or old), old, new)


def gone(*texts):
    def change(document):
        for text in texts:
            found = paragraph(document, text)
            row = next(found.iterancestors(qn("w:tr")), None)
            gone = found if row is None else row
            gone.getparent().remove(gone)

    return change


def like(found, text):
    new = el("w:p")
    if (properties := found.find(qn("w:pPr"))) is not None:
        new.append(deepcopy(properties))
    new.append(text_run(text))
    return new


def below(at, *texts):
    """New paragraphs below another, of its kind."""

    def change(document):
        found = paragraph(document, at)
        for text in reversed(texts):
            found.addnext(like(found, text))

    return change


def row_below(at, *texts):
    def change(document):
        row = next(paragraph(document, at).iterancestors(qn("w:tr")))
        new = deepcopy(row)
        for cell, text in zip(new.iter(qn("w:p")), texts, strict=True):
            for old in cell.findall(qn("w:r")):
                cell.remove(old)
            cell.append(text_run(text))
        row.addnext(new)

    return change


def moved(text, after):
    return lambda document: paragraph(document, after).addnext(paragraph(document, text))


def emptied(fraga):
    def change(document):
        inner = answer(document, fraga)
        inner[:] = [el("w:p", None, el("w:pPr", None, val("w:pStyle", "Svar")))]

    return change


def ticks(fraga, box):
    def change(document):
        for control in document.root.iter(qn("w:sdt")):
            alias = child_val(control, "w:sdtPr/w:alias") or ""
            if alias.startswith(f"Kryss {fraga} "):
                on = alias == f"Kryss {fraga} {box}"
                for state in control.iter(qn("w14:checked")):
                    state.set(qn("w14:val"), "1" if on else "0")
                for sign in control.find(qn("w:sdtContent")).iter(qn("w:t")):
                    sign.text = "☒" if on else "☐"

    return change


def bold(text):
    """Mark a text bold: a run of its own."""

    def change(document):
        found = paragraph(document, text)
        run = next(r for r in found.iter(qn("w:r")) if text in words(r))
        first, _, last = words(run).partition(text)
        run.addnext(text_run(last))
        run.addnext(text_run(text, el("w:b")))
        run.find(qn("w:t")).text = first

    return change


def parted(before, after):
    """Enter in the middle of a paragraph."""

    def change(document):
        found = paragraph(document, before + after)
        whole = words(found)
        assert len(found.findall(qn("w:r"))) == 1
        at = whole.index(before + after) + len(before)
        new = like(found, whole[at:].lstrip())
        replace_text(found, whole[at:], "")
        found.addnext(new)

    return change


def joined(first, second):
    def change(document):
        one, other = paragraph(document, first), paragraph(document, second)
        one.append(text_run(" "))
        for moved_run in other.findall(qn("w:r")):
            one.append(moved_run)
        other.getparent().remove(other)

    return change


def listed(*texts):
    """Make paragraphs a list, with the numbering of the list that is there."""

    def change(document):
        item = paragraph(document, "service i hela länet")
        for text in texts:
            found = paragraph(document, text)
            found.replace(found.find(qn("w:pPr")), deepcopy(item.find(qn("w:pPr"))))

    return change


def noted(old, new):
    def change(document):
        replace_text(note(document, old), old, new)

    return change


# --- one or the other


def test_a_rewording_by_one_is_taken_in_and_nothing_else_changes(office):
    copy = office.copy("a.docx", says("fyra möten", "fem möten"))
    assert office.merge(copy) == ()
    expected = OMRADE_1.replace("fyra möten", "fem möten")
    assert (office.folder / FILE_1).read_text("utf-8") == expected
    assert (office.folder / FILE_5).read_text("utf-8") == OMRADE_5


def test_an_untouched_copy_changes_no_byte(office):
    assert office.merge(office.copy("a.docx")) == ()
    assert office.is_untouched()


def test_what_only_the_folder_changed_is_left(office):
    office.strategist("fyra möten", "fem möten")
    assert office.merge(office.copy("a.docx")) == ()
    assert office.text("1.2") == office.built("1.2", ("fyra möten", "fem möten"))


def test_both_in_different_paragraphs_come_together(office):
    office.strategist("fyra möten", "fem möten")
    assert office.merge(office.copy("a.docx", says("i maj", "i juni"))) == ()
    assert office.text("1.2") == office.built("1.2", ("fyra möten", "fem möten"), ("i maj", "i juni"))


def test_both_in_one_paragraph_is_a_conflict_with_three_texts(office):
    office.strategist("fyra möten", "fem möten")
    (conflict,) = office.merge(office.copy("a.docx", says("fyra möten", "sex möten")))
    assert (conflict.fraga, conflict.file) == ("1.2", "a.docx")
    assert conflict.built.strip() == "Kommunerna deltog i fyra möten."
    assert conflict.here.strip() == "Kommunerna deltog i fem möten."
    assert conflict.theirs.strip() == "Kommunerna deltog i sex möten."
    assert office.text("1.2") == office.built("1.2", ("fyra möten", "fem möten"))


def test_one_in_conflict_does_not_keep_the_rest_out(office):
    office.strategist("fyra möten", "fem möten")
    copy = office.copy("a.docx", says("fyra möten", "sex möten"), says("i maj", "i juni"), says("strukturbild", "bild"))
    assert len(office.merge(copy)) == 1
    assert office.text("1.2") == office.built("1.2", ("fyra möten", "fem möten"), ("i maj", "i juni"))
    assert "- en gemensam bild\n" in office.text("1.1")


def test_the_same_change_by_both_is_no_conflict(office):
    office.strategist("fyra möten", "fem möten")
    assert office.merge(office.copy("a.docx", says("fyra möten", "fem möten"))) == ()
    assert office.text("1.2") == office.built("1.2", ("fyra möten", "fem möten"))


def test_taken_away_in_word_and_reworded_in_the_folder_is_a_conflict(office):
    office.strategist("fyra möten", "fem möten")
    (conflict,) = office.merge(office.copy("a.docx", gone("fyra möten")))
    assert conflict.theirs.strip() == ""
    assert "fem möten" in conflict.here
    assert "Kommunerna deltog i fem möten." in office.text("1.2")


def test_reworded_in_word_and_taken_away_in_the_folder_is_a_conflict(office):
    office.strategist("    Kommunerna deltog i fyra möten.\n\n", "")
    (conflict,) = office.merge(office.copy("a.docx", says("fyra möten", "fem möten")))
    assert conflict.here.strip() == ""
    assert "fem möten" in conflict.theirs
    assert "möten" not in office.text("1.2")


def test_taken_away_by_both_is_gone(office):
    office.strategist("    Kommunerna deltog i fyra möten.\n\n", "")
    assert office.merge(office.copy("a.docx", gone("fyra möten"))) == ()
    assert "möten" not in office.text("1.2")


def test_a_paragraph_taken_away_by_one_is_gone(office):
    assert office.merge(office.copy("a.docx", gone("fyra möten"))) == ()
    assert office.text("1.2") == office.built("1.2", ("Kommunerna deltog i fyra möten.\n\n", ""))


# --- several colleagues


def test_three_colleagues_in_one_answer(office):
    changes = (says("fyra möten", "fem möten"), says("i maj", "i juni"), says("hela vägen", "hela året"))
    copies = [office.copy(f"{n}.docx", change) for n, change in zip("abc", changes, strict=True)]
    assert office.merge(*copies) == ()
    assert office.text("1.2") == office.built(
        "1.2", ("fyra möten", "fem möten"), ("i maj", "i juni"), ("hela vägen", "hela året")
    )


def test_three_colleagues_in_one_paragraph_are_two_conflicts(office):
    copies = [office.copy(f"{n}.docx", says("fyra möten", f"{n} möten")) for n in "abc"]
    conflicts = office.merge(*copies)
    assert [c.file for c in conflicts] == ["b.docx", "c.docx"]
    assert [c.theirs.strip() for c in conflicts] == [f"Kommunerna deltog i {n} möten." for n in "bc"]
    assert {c.here.strip() for c in conflicts} == {"Kommunerna deltog i a möten."}
    assert {c.built.strip() for c in conflicts} == {"Kommunerna deltog i fyra möten."}
    assert "a möten" in office.text("1.2")


def test_two_additions_in_one_place_both_come_in(office):
    copies = [office.copy(f"{n}.docx", below("fyra möten", f"Stycke {n}.")) for n in "ab"]
    assert office.merge(*copies) == ()
    assert set(office.shown("1.2")) == {*map(norm, before_shown(office, "1.2")), "Stycke a.", "Stycke b."}
    where = office.shown("1.2").index("Kommunerna deltog i fyra möten.")
    assert {"Stycke a.", "Stycke b."} == set(office.shown("1.2")[where + 1 : where + 3])


def before_shown(office, fraga):
    return [s.text for s in office.before.shown[fraga]]


def test_the_same_addition_by_two_comes_in_once(office):
    copies = [office.copy(f"{n}.docx", below("fyra möten", "Ett stycke till.")) for n in "ab"]
    assert office.merge(*copies) == ()
    assert office.text("1.2").count("Ett stycke till.") == 1


def test_moved_by_one_and_reworded_by_the_other(office):
    first = office.copy("a.docx", moved("fyra möten", "hela vägen"))
    second = office.copy("b.docx", says("fyra möten", "fem möten"))
    conflicts = office.merge(first, second)
    if conflicts:
        assert any("fem möten" in c.theirs for c in conflicts)
    else:
        assert [t for t in office.shown("1.2") if "möten" in t] == ["Kommunerna deltog i fem möten."]
        assert office.shown("1.2")[-1] == "Kommunerna deltog i fem möten."


def test_reworded_by_one_and_moved_by_the_other(office):
    second = office.copy("a.docx", moved("fyra möten", "hela vägen"))
    first = office.copy("b.docx", says("fyra möten", "fem möten"))
    conflicts = office.merge(first, second)
    assert "fem möten" in office.text("1.2")
    if not conflicts:
        assert office.shown("1.2")[-1] == "Kommunerna deltog i fem möten."
        assert "fyra möten" not in office.text("1.2")


def test_a_paragraph_moved_by_one_stands_in_its_new_place(office):
    assert office.merge(office.copy("a.docx", moved("fyra möten", "hela vägen"))) == ()
    gone_from = office.built("1.2", ("Kommunerna deltog i fyra möten.\n\n", ""))
    assert office.text("1.2") == f"{gone_from}\n\nKommunerna deltog i fyra möten."


def test_a_paragraph_moved_with_its_figures_keeps_the_expressions(office):
    assert office.merge(office.copy("a.docx", moved("Stödet till byarna", "om servicen"))) == ()
    line = f"Stödet till byarna var {SUMMA} fördelat på {ANTAL} ansökningar."
    assert office.text("1.1").count(line) == 1
    assert office.text("1.1").index(line) > office.text("1.1").index("om servicen.")


def test_a_paragraph_moved_to_another_answer(office):
    def change(document):
        paragraph(document, "Rapporten lämnades").addnext(paragraph(document, "fyra möten"))

    assert office.merge(office.copy("a.docx", change)) == ()
    assert "möten" not in office.text("1.2")
    assert office.shown("1.4")[-1] == "Kommunerna deltog i fyra möten."


def test_the_same_copy_a_second_time_changes_nothing(office):
    copy = office.copy("a.docx", says("fyra möten", "fem möten"), below("i maj", "Nytt stycke."), gone("Rapporten"))
    assert office.merge(copy) == ()
    once = read(office.folder).files
    assert office.merge(copy) == ()
    assert read(office.folder).files == once


def test_a_copy_edited_again_brings_the_new_edits(office):
    first = office.copy("a.docx", says("fyra möten", "fem möten"))
    assert office.merge(first) == ()
    again = office.copy("a2.docx", says("i maj", "i juni"), below("hela vägen", "Nytt stycke."), of=first)
    assert office.merge(again) == ()
    expected = office.built("1.2", ("fyra möten", "fem möten"), ("i maj", "i juni"))
    assert office.text("1.2") == f"{expected}\n\nNytt stycke."


def test_a_copy_edited_again_in_the_same_paragraph_is_never_lost(office):
    first = office.copy("a.docx", says("fyra möten", "fem möten"))
    office.merge(first)
    conflicts = office.merge(office.copy("a2.docx", says("fem möten", "sex möten"), of=first))
    assert "sex möten" in office.text("1.2") or [c for c in conflicts if "sex möten" in c.theirs]


def test_a_again_after_b_changes_nothing(office):
    a = office.copy("a.docx", says("fyra möten", "fem möten"), below("Kommunerna deltog", "Av a."))
    b = office.copy("b.docx", says("i maj", "i juni"), below("fyra möten", "Av b."))
    assert office.merge(a, b) == ()
    once = office.text("1.2")
    assert office.merge(a) == ()
    assert office.merge(b) == ()
    assert office.text("1.2") == once


def test_one_after_the_other_is_as_all_at_once(office, tmp_path):
    other = Path(shutil.copytree(office.folder, tmp_path / "andra"))
    a = office.copy("a.docx", says("fyra möten", "fem möten"), gone("i maj"))
    b = office.copy("b.docx", says("kloka råd", "goda råd"), below("Rapporten", "Sist."))
    office.merge(a)
    office.merge(b)
    report = open_report(other)
    assert importing.merge(report, [a, b]).conflicts == ()
    report.save()
    assert read(other).files == read(office.folder).files


# --- through LibreOffice


@needs_libreoffice
def test_a_copy_saved_as_in_libreoffice_without_edits_changes_no_byte(office, tmp_path):
    (saved,) = through_libreoffice([office.document], tmp_path / "lo")
    assert office.merge(saved) == ()
    assert office.is_untouched()


@needs_libreoffice
def test_a_colleague_who_accepted_all_in_libreoffice_and_saved_a_copy(office, tmp_path):
    copy = office.copy("a.docx", says("fyra möten", "fem möten"), row_below("Serviceplan", "Ny plan", "klar"))
    (saved,) = through_libreoffice([copy], tmp_path / "lo")
    assert office.merge(saved) == ()
    assert (office.folder / FILE_1).read_text("utf-8") == OMRADE_1.replace("fyra möten", "fem möten").replace(
        "| Serviceplan | klar |\n", "| Serviceplan | klar |\n      | Ny plan | klar |\n"
    )


@needs_libreoffice
def test_a_copy_saved_twice_over_in_libreoffice(office, tmp_path):
    (once,) = through_libreoffice([office.document], tmp_path / "lo")
    copy = office.copy("a.docx", says("strukturbild", "bild"), noted("svaret på fråga", "svaret om"), of=once)
    (twice,) = through_libreoffice([copy], tmp_path / "lo2")
    assert office.merge(twice) == ()
    assert office.text("1.1") == office.built("1.1", ("strukturbild", "bild"), ("svaret på fråga", "svaret om"))


def test_what_word_does_by_itself_is_no_difference(office):
    for seed in range(8):
        assert office.merge(office.copy("a.docx", lambda d, seed=seed: make_noise(d, random.Random(seed)))) == ()
        assert office.is_untouched()


def test_empty_paragraphs_are_no_difference(office):
    def change(document):
        for text in ("fyra möten", "i maj", "Tabellen visar"):
            paragraph(document, text).addnext(like(paragraph(document, text), ""))

    assert office.merge(office.copy("a.docx", change)) == ()
    assert office.is_untouched()


# --- paragraphs parted, joined, made into something else


def test_a_paragraph_parted_in_two(office):
    assert office.merge(office.copy("a.docx", parted("Länsstyrelsen lämnade", " underlag i maj."))) == ()
    assert office.text("1.2") == office.built("1.2", ("lämnade underlag", "lämnade\n\nunderlag"))


def test_a_paragraph_parted_between_its_figures_keeps_both_expressions(office):
    conflicts = office.merge(office.copy("a.docx", parted("fördelat", " på 3")))
    assert SUMMA in office.text("1.1")
    assert ANTAL in office.text("1.1")
    if not conflicts:
        assert office.text("1.1") == office.built("1.1", ("fördelat på", "fördelat\n\npå"))


def test_two_paragraphs_joined(office):
    assert office.merge(office.copy("a.docx", joined("fyra möten", "i maj"))) == ()
    assert office.text("1.2") == office.built("1.2", ("möten.\n\nLänsstyrelsen", "möten. Länsstyrelsen"))


def test_two_paragraphs_joined_of_which_the_folder_reworded_one(office):
    office.strategist("i maj", "i juni")
    conflicts = office.merge(office.copy("a.docx", joined("fyra möten", "i maj")))
    assert conflicts
    assert "i juni" in office.text("1.2")
    assert "fyra möten" in office.text("1.2")


def test_parted_by_one_and_reworded_by_the_other_is_a_conflict(office):
    a = office.copy("a.docx", parted("Länsstyrelsen lämnade", " underlag i maj."))
    b = office.copy("b.docx", says("i maj", "i juni"))
    conflicts = office.merge(a, b)
    assert [c for c in conflicts if "i juni" in c.theirs] or "i juni" in office.text("1.2")
    assert office.text("1.2").count("Länsstyrelsen") == 1


def test_paragraphs_made_into_a_list(office):
    assert office.merge(office.copy("a.docx", listed("fyra möten", "i maj"))) == ()
    items = "- Kommunerna deltog i fyra möten.\n- Länsstyrelsen lämnade underlag i maj."
    expected = office.built("1.2", ("Kommunerna deltog i fyra möten.\n\nLänsstyrelsen lämnade underlag i maj.", items))
    assert office.text("1.2") == expected


def test_a_list_made_into_paragraphs(office):
    def change(document):
        plain = paragraph(document, "Regionen samlade").find(qn("w:pPr"))
        for text in ("service i hela", "strukturbild", "starkare"):
            found = paragraph(document, text)
            found.replace(found.find(qn("w:pPr")), deepcopy(plain))

    assert office.merge(office.copy("a.docx", change)) == ()
    assert office.shown("1.1") == before_shown(office, "1.1")
    assert "- service" not in office.text("1.1")
    assert SUMMA in office.text("1.1")


# --- figures


def test_a_digit_changed_by_hand_is_a_conflict_and_the_expression_stays(office):
    (conflict,) = office.merge(office.copy("a.docx", says("157", "158", at="Stödet till byarna")))
    assert conflict.fraga == "1.1"
    assert "158" in conflict.theirs
    assert office.is_untouched()


def test_a_word_beside_two_figures_keeps_both_expressions(office):
    assert office.merge(office.copy("a.docx", says("fördelat", "delat"))) == ()
    assert office.text("1.1") == office.built("1.1", ("fördelat", "delat"))


@pytest.mark.parametrize(("old", "new"), [("Stödet", "Bidraget"), (" ansökningar.", " beviljade ansökningar.")])
def test_a_word_before_or_after_the_figures(office, old, new):
    assert office.merge(office.copy("a.docx", says(old, new, at="Stödet till byarna"))) == ()
    assert office.text("1.1") == office.built("1.1", (f"{old} till", f"{new} till") if old == "Stödet" else (old, new))


def test_a_word_and_a_digit_in_one_paragraph_is_a_conflict(office):
    copy = office.copy("a.docx", says("fördelat", "delat"), says("på 3 ans", "på 4 ans"))
    (conflict,) = office.merge(copy)
    assert "delat på 4" in conflict.theirs
    assert SUMMA in office.text("1.1")
    assert ANTAL in office.text("1.1")


def test_a_figure_taken_away_with_its_words_is_never_lost_silently(office):
    conflicts = office.merge(office.copy("a.docx", says("fördelat på 3 ansökningar", "i år")))
    assert conflicts
    assert ANTAL in office.text("1.1")


def test_a_row_added_to_a_table_of_an_expression_is_a_conflict(office):
    conflicts = office.merge(office.copy("a.docx", row_below("Havsnäs", "Nyby", "1 000")))
    assert [c for c in conflicts if "Nyby" in c.theirs]
    assert office.is_untouched()


def test_a_digit_in_a_table_of_an_expression_is_a_conflict(office):
    conflicts = office.merge(office.copy("a.docx", says("30", "31", at="30")))
    assert [c for c in conflicts if "31" in c.theirs]
    assert office.is_untouched()


def test_new_data_leaves_an_untouched_copy_alone(office):
    office.write("siffror/stod.csv", CSV + "Nyby;1000\n")
    assert office.merge(office.copy("a.docx")) == ()
    assert (office.folder / FILE_1).read_text("utf-8") == OMRADE_1


def test_new_data_and_a_word_changed_beside_the_old_figure(office):
    office.write("siffror/stod.csv", CSV + "Nyby;1000\n")
    assert office.merge(office.copy("a.docx", says("fördelat", "delat"))) == ()
    assert office.text("1.1") == office.built("1.1", ("fördelat", "delat"))


def test_new_data_and_a_digit_changed_is_a_conflict(office):
    office.write("siffror/stod.csv", CSV + "Nyby;1000\n")
    assert office.merge(office.copy("a.docx", says("157", "159", at="Stödet till byarna")))
    assert (office.folder / FILE_1).read_text("utf-8") == OMRADE_1


def test_another_expression_in_the_folder_is_left(office):
    office.strategist(SUMMA, '{{ stod | summa("belopp") | tkr }}')
    assert office.merge(office.copy("a.docx", says("strukturbild", "bild"))) == ()
    expected = office.built("1.1", (SUMMA, '{{ stod | summa("belopp") | tkr }}'), ("strukturbild", "bild"))
    assert office.text("1.1") == expected


def test_another_expression_in_the_folder_and_another_word_in_word_is_a_conflict(office):
    office.strategist(SUMMA, '{{ stod | summa("belopp") | tkr }}')
    (conflict,) = office.merge(office.copy("a.docx", says("fördelat", "delat")))
    assert "delat" in conflict.theirs
    assert '{{ stod | summa("belopp") | tkr }} fördelat' in office.text("1.1")


# --- whole answers


def test_an_answer_emptied_in_word_is_a_conflict(office):
    conflicts = office.merge(office.copy("a.docx", emptied("1.2")))
    assert {c.fraga for c in conflicts} == {"1.2"}
    assert office.is_untouched()


def test_an_answer_emptied_in_word_and_changed_in_the_folder_stays(office):
    office.strategist("fyra möten", "fem möten")
    assert office.merge(office.copy("a.docx", emptied("1.2")))
    assert office.text("1.2") == office.built("1.2", ("fyra möten", "fem möten"))


def test_an_answer_deleted_with_its_control_never_goes_silently(office):
    def change(document):
        control = answer(document, "1.2").getparent()
        control.getparent().remove(control)

    office.merge(office.copy("a.docx", change, says("strukturbild", "bild")))
    assert office.text("1.2") == office.built("1.2")
    assert "gemensam bild" in office.text("1.1")


def test_a_paragraph_in_an_empty_answer_is_taken(office):
    def change(document):
        control = answer(document, "2.1").getparent()
        for showing in control.findall(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}"):
            showing.getparent().remove(showing)
        answer(document, "2.1")[:] = [like(paragraph(document, "fyra möten"), "Ett första svar.")]

    assert office.merge(office.copy("a.docx", change)) == ()
    assert office.text("2.1") == "Ett första svar."
    assert read(office.folder).files[FILE_1].decode() == OMRADE_1


def test_an_answer_rewritten_by_both_has_all_three_texts_in_conflict(office):
    office.strategist("Medlen användes enligt villkoren.", "Medlen gick till tre projekt.", FILE_5)
    conflicts = office.merge(office.copy("a.docx", says("användes enligt villkoren", "räckte hela året")))
    assert [c for c in conflicts if "räckte hela året" in c.theirs and "tre projekt" in c.here]
    assert office.text("5.1a") == "Medlen gick till tre projekt."


# --- looks, links, notes, lists, tables


def test_only_bold_changed_is_taken(office):
    assert office.merge(office.copy("a.docx", bold("fyra möten"))) == ()
    assert office.text("1.2") == office.built("1.2", ("fyra möten", "**fyra möten**"))


def test_bold_taken_away_is_taken(office):
    def change(document):
        for one in list(paragraph(document, "tre insatser").iter(qn("w:b"))):
            one.getparent().remove(one)

    assert office.merge(office.copy("a.docx", change)) == ()
    assert office.text("1.1") == office.built("1.1", ("**tre insatser**", "tre insatser"))


def test_a_links_address_changed_is_taken(office):
    def change(document):
        (link,) = paragraph(document, "Läs mer").iter(qn("w:hyperlink"))
        link.set(qn("r:id"), document.link("https://www.provlan.se/ny"))

    assert office.merge(office.copy("a.docx", change)) == ()
    assert "https://www.provlan.se/ny" in office.text("1.1")
    assert "provlan.se/service" not in office.text("1.1")
    assert office.shown("1.1") == before_shown(office, "1.1")


def test_only_a_notes_text_changed_is_taken(office):
    assert office.merge(office.copy("a.docx", noted("svaret på fråga", "svaret om"))) == ()
    assert office.text("1.1") == office.built("1.1", ("svaret på fråga", "svaret om"))


def test_a_note_changed_by_both_is_a_conflict(office):
    office.strategist("beskrivs i svaret", "redovisas i svaret")
    conflicts = office.merge(office.copy("a.docx", noted("svaret på fråga", "svaret om")))
    assert conflicts
    assert "redovisas i svaret på fråga" in office.text("1.1")


def test_a_note_and_its_paragraph_by_two_are_in_or_in_conflict(office):
    a = office.copy("a.docx", noted("svaret på fråga", "svaret om"))
    b = office.copy("b.docx", says("starkare", "bättre"))
    conflicts = office.merge(a, b)
    assert "svaret om" in office.text("1.1")
    assert "bättre" in office.text("1.1") or [c for c in conflicts if "bättre" in c.theirs]


def test_items_by_three_colleagues(office):
    a = office.copy("a.docx", below("service i hela", "en ny punkt"))
    b = office.copy("b.docx", says("strukturbild", "bild"))
    c = office.copy("c.docx", says("hela länet", "länets byar"))
    assert office.merge(a, b, c) == ()
    expected = office.built("1.1", ("strukturbild", "bild"), ("hela länet\n", "länets byar\n- en ny punkt\n"))
    assert office.text("1.1") == expected


def test_an_item_taken_away_by_one_and_another_reworded(office):
    a = office.copy("a.docx", gone("strukturbild"))
    b = office.copy("b.docx", says("hela länet", "länets byar"))
    assert office.merge(a, b) == ()
    assert office.text("1.1") == office.built(
        "1.1", ("- en gemensam strukturbild\n", ""), ("hela länet", "länets byar")
    )


def test_rows_by_two_colleagues(office):
    a = office.copy("a.docx", says("pågår", "klar", at="pågår"), row_below("Serviceplan", "Ny plan", "väntar"))
    b = office.copy("b.docx", gone("Mötesplatser"))
    assert office.merge(a, b) == ()
    rows = [t for t in office.shown("1.4") if "|" in t][:4]
    assert rows == ["Insats | Läge", "Bygdemedel | klar", "Serviceplan | klar", "Ny plan | väntar"]
    assert TABELL in office.text("1.4")


def test_two_cells_of_one_row_by_two_is_a_conflict(office):
    a = office.copy("a.docx", says("pågår", "klar"))
    b = office.copy("b.docx", says("Bygdemedel", "Stöd"))
    (conflict,) = office.merge(a, b)
    assert conflict.file == "b.docx"
    assert "Stöd" in conflict.theirs
    assert "| Bygdemedel | klar |" in office.text("1.4")


def test_untouched_rows_keep_their_source(office):
    office.strategist("| Serviceplan | klar |", "|   Serviceplan   | klar|")
    assert office.merge(office.copy("a.docx", says("pågår", "klar"))) == ()
    assert "|   Serviceplan   | klar|" in office.text("1.4")
    assert "|---|---|" in office.text("1.4")


def test_the_second_of_two_alike_paragraphs_is_the_one_that_changes(office):
    office.strategist("    Länsstyrelsen lämnade", "    Se ovan.\n\n    Länsstyrelsen lämnade")
    office.strategist('hela vägen.\n  "1.4"', 'hela vägen.\n\n    Se ovan.\n  "1.4"')
    built = office.build("ny.docx")

    def change(document):
        second = [p for p in answer(document, "1.2").iter(qn("w:p")) if words(p) == "Se ovan."][1]
        replace_text(second, "ovan", "nedan")

    assert office.merge(office.copy("a.docx", change, of=built)) == ()
    assert [t for t in office.shown("1.2") if t.startswith("Se ")] == ["Se ovan.", "Se nedan."]
    assert office.shown("1.2")[-1] == "Se nedan."


def test_a_new_list_below_a_paragraph(office):
    def change(document):
        item = paragraph(document, "service i hela länet")
        found = paragraph(document, "Rapporten lämnades")
        for text in ("punkt två", "punkt ett"):
            found.addnext(like(item, text))

    assert office.merge(office.copy("a.docx", change)) == ()
    assert office.text("1.4") == office.built("1.4") + "\n\n- punkt ett\n- punkt två"


# --- boxes


def test_a_box_ticked_by_one_is_taken(office):
    assert office.merge(office.copy("a.docx", ticks("5.1d", "Ja"))) == ()
    assert office.kryss("5.1d") == ("Ja",)
    assert office.text("5.1a") == "Medlen användes enligt villkoren."


def test_a_box_ticked_in_the_folder_is_left(office):
    office.strategist("kryss: ej aktuellt", "kryss: nej", FILE_5)
    assert office.merge(office.copy("a.docx")) == ()
    assert office.kryss("5.1d") == ("Nej",)


def test_boxes_ticked_otherwise_by_two_are_a_conflict(office):
    (conflict,) = office.merge(office.copy("a.docx", ticks("5.1d", "Ja")), office.copy("b.docx", ticks("5.1d", "Nej")))
    assert (conflict.fraga, conflict.file) == ("5.1d", "b.docx")
    assert "nej" in conflict.theirs.lower()
    assert office.kryss("5.1d") == ("Ja",)


def test_boxes_ticked_alike_by_two_are_no_conflict(office):
    assert office.merge(*(office.copy(f"{n}.docx", ticks("5.1a", "Nej")) for n in "ab")) == ()
    assert office.kryss("5.1a") == ("Nej",)


def test_a_box_and_the_text_beside_it_by_two(office):
    a = office.copy("a.docx", ticks("5.1a", "Nej"))
    b = office.copy("b.docx", says("enligt villkoren", "som tänkt"))
    assert office.merge(a, b) == ()
    assert (office.kryss("5.1a"), office.text("5.1a")) == (("Nej",), "Medlen användes som tänkt.")


def test_no_box_ticked_in_word_never_unticks_silently(office):
    conflicts = office.merge(office.copy("a.docx", ticks("5.1d", "inget")))
    assert office.kryss("5.1d") == ("Ej aktuellt",) or conflicts


# --- the folder as its people keep it


def test_another_wrapping_in_the_folder_is_no_change(office):
    office.strategist("Kommunerna deltog i fyra möten.", "Kommunerna deltog\n    i fyra möten.")
    assert office.merge(office.copy("a.docx", says("i maj", "i juni"))) == ()
    assert office.text("1.2") == office.built("1.2", ("deltog i fyra", "deltog\ni fyra"), ("i maj", "i juni"))


def test_another_wrapping_of_the_same_paragraph_is_no_conflict(office):
    office.strategist("Kommunerna deltog i fyra möten.", "Kommunerna deltog\n    i fyra möten.")
    assert office.merge(office.copy("a.docx", says("fyra möten", "fem möten"))) == ()
    assert "Kommunerna deltog i fem möten." in office.shown("1.2")


def test_the_short_form_made_long_meanwhile(office):
    text = (office.folder / FILE_1).read_text("utf-8")
    short = re.search(r'  "1\.2": \|\n(.*?)  "1\.4"', text, re.DOTALL)[1]
    long = '  "1.2":\n    status: klar\n    # Ordföranden har läst.\n    text: |\n' + re.sub("(?m)^(?=.)", "  ", short)
    office.write(FILE_1, text.replace(f'  "1.2": |\n{short}', long))
    assert office.merge(office.copy("a.docx", says("fyra möten", "fem möten"))) == ()
    assert (office.folder / FILE_1).read_text("utf-8") == text.replace(f'  "1.2": |\n{short}', long).replace(
        "fyra möten", "fem möten"
    )


@pytest.mark.parametrize("style", [">-", '"', "'"])
def test_a_text_written_in_another_style(office, style):
    two = ["Medlen användes enligt villkoren.", "Resten betalas tillbaka."]
    if style == ">-":
        text = f"    text: >-\n      {two[0]}\n\n\n      {two[1]}\n"
    else:
        text = f"    text: {style}{two[0]}\n\n\n      {two[1]}{style}\n"
    office.write(FILE_5, OMRADE_5.replace(f"    text: |\n      {two[0]}\n", text))
    built = office.build("ny.docx")
    assert office.merge(office.copy("a.docx", says("tillbaka", "åter"), of=built)) == ()
    assert office.shown("5.1a") == [two[0], "Resten betalas åter."]


def test_comments_in_the_file_stay(office):
    office.strategist('  "1.4":\n', '  # Jonas: siffrorna är klara.\n  "1.4":\n')
    assert office.merge(office.copy("a.docx", says("i december", "i november"), says("i maj", "i juni"))) == ()
    text = (office.folder / FILE_1).read_text("utf-8")
    assert text == OMRADE_1.replace("i december", "i november").replace("i maj", "i juni").replace(
        '  "1.4":\n', '  # Jonas: siffrorna är klara.\n  "1.4":\n'
    )


def test_an_answer_moved_to_a_file_of_its_own(office):
    text = (office.folder / FILE_1).read_text("utf-8")
    head, _, tail = text.partition('  "1.4":')
    office.write(FILE_1, head)
    office.write("1-tabeller.yaml", f'område: 1\nsvar:\n  "1.4":{tail}')
    assert office.merge(office.copy("a.docx", says("i december", "i november"))) == ()
    assert "i november" in (office.folder / "1-tabeller.yaml").read_text("utf-8")
    assert (office.folder / FILE_1).read_text("utf-8") == head


def test_status_and_kommentar_changed_in_the_folder_stay(office):
    office.strategist("status: granskas    # läses av Jonas", "status: klar\n    kommentar: Godkänd av Sara.")
    assert office.merge(office.copy("a.docx", says("strukturbild", "bild"))) == ()
    text = (office.folder / FILE_1).read_text("utf-8")
    assert "status: klar\n    kommentar: Godkänd av Sara.\n" in text


def test_windows_line_ends_stay(office):
    (office.folder / FILE_1).write_bytes(OMRADE_1.replace("\n", "\r\n").encode())
    assert office.merge(office.copy("a.docx", says("fyra möten", "fem möten"))) == ()
    expected = OMRADE_1.replace("fyra möten", "fem möten").replace("\n", "\r\n")
    assert (office.folder / FILE_1).read_bytes().decode() == expected


# --- where the document comes from


def test_a_document_of_an_older_build(office):
    old = office.copy("a.docx", says("fyra möten", "fem möten"))
    office.strategist("i maj", "i juni")
    office.build("nyare.docx")
    office.strategist("hela vägen", "hela året")
    assert office.merge(old) == ()
    expected = office.built("1.2", ("fyra möten", "fem möten"), ("i maj", "i juni"), ("hela vägen", "hela året"))
    assert office.text("1.2") == expected


def test_an_older_build_against_a_paragraph_reworded_since_is_a_conflict(office):
    old = office.copy("a.docx", says("fyra möten", "fem möten"))
    office.strategist("fyra möten", "sex möten")
    office.build("nyare.docx")
    (conflict,) = office.merge(old)
    assert "fyra möten" in conflict.built
    assert "sex möten" in office.text("1.2")


def test_copies_of_two_builds_at_once(office):
    old = office.copy("a.docx", says("i maj", "i april"))
    office.strategist("fyra möten", "fem möten")
    new = office.copy("b.docx", says("fem möten", "sju möten"), of=office.build("nyare.docx"))
    assert office.merge(old, new) == ()
    assert office.text("1.2") == office.built("1.2", ("fyra möten", "sju möten"), ("i maj", "i april"))


def test_a_document_of_another_report_overwrites_nothing(office, tmp_path):
    (tmp_path / "annan").mkdir()
    other = Office(tmp_path / "annan")
    other.write("rapport.yaml", 'mall: "2024"\nregion: Region Annanlän\når: 2025\n')
    other.strategist("fyra möten", "nio möten")
    foreign = other.copy("annan.docx", says("i maj", "i mars"), of=other.build("annan-byggd.docx"))
    code = run(["importera", str(foreign), "--till", str(office.folder)])
    assert code in (1, 2)
    assert office.is_untouched()


def test_a_folder_that_has_forgotten_its_builds_loses_nothing(office):
    copy = office.copy("a.docx", says("fyra möten", "fem möten"))
    office.strategist("i maj", "i juni")
    for hidden in office.folder.glob(".rapport*"):
        shutil.rmtree(hidden) if hidden.is_dir() else hidden.unlink()
    code = run(["importera", str(copy), "--till", str(office.folder)])
    assert "i juni" in office.text("1.2")
    assert "fem möten" in office.text("1.2") or code == 1


def test_a_copy_of_the_folder_merges_as_the_folder(office, tmp_path):
    other = Path(shutil.copytree(office.folder, tmp_path / "hos Sara"))
    office.merge(copy := office.copy("a.docx", says("fyra möten", "fem möten")))
    report = open_report(other)
    assert importing.merge(report, [copy]).conflicts == ()
    report.save()
    assert read(other).files == read(office.folder).files


# --- the document's other traits


def test_a_document_whose_controls_are_gone_is_merged_or_left(office):
    without = office.root / "utan.docx"
    from rapport.word.package import read_package, write_package

    copy = office.copy("a.docx", says("fyra möten", "fem möten"))
    write_package(without, mangle.without_controls(read_package(copy)))
    office.strategist("i maj", "i juni")
    office.merge(without)
    assert "i juni" in office.text("1.2")
    assert SUMMA in office.text("1.1")


@pytest.mark.parametrize(
    ("flag", "becomes"), [("lamna", "fyra möten"), ("godta", "fem möten"), ("avvisa", "fyra möten")]
)
def test_changes_tracked_are_left_until_they_are_settled(office, flag, becomes, capsys):
    def change(document):
        found = paragraph(document, "fyra möten")
        (run_,) = found.findall(qn("w:r"))
        replace_text(found, "fyra möten.", "")
        inserted = el("w:ins", {"w:id": "901", "w:author": "Bo"}, text_run("fem möten."))
        removed = el("w:del", {"w:id": "902", "w:author": "Bo"}, el("w:r", None, el("w:delText")))
        removed[0][0].text = "fyra möten."
        run_.addnext(inserted)
        run_.addnext(removed)

    file = office.copy("a.docx", change)
    assert run(["importera", str(file), "--till", str(office.folder), "--andringar", flag]) == (flag == "lamna")
    out = capsys.readouterr().out
    assert "Fråga 1.2, Bo, stycke" in out
    assert "borttaget ”fyra möten.”" in out
    assert "infogat ”fem möten.”" in out
    assert office.text("1.2") == office.built("1.2", ("fyra möten", becomes))


def test_a_comment_comes_with_and_is_no_change_of_the_text(office, tmp_path):
    document = docx.Document(str(office.copy("a.docx")))
    found = next(p for p in document.element.iter(qn("w:p")) if "fyra möten" in words(p))
    from docx.text.paragraph import Paragraph

    document.add_comment(Paragraph(found, document).runs, "Stämmer detta?", author="Jonas Berg")
    document.save(str(tmp_path / "a.docx"))
    assert run(["importera", str(tmp_path / "a.docx"), "--till", str(office.folder), "--ja"]) == 0
    text = (office.folder / FILE_1).read_text("utf-8")
    assert re.search(r"Jonas Berg, stycke \d \(”[^”]*”\): Stämmer detta\?", text)
    assert office.text("1.2") == office.built("1.2")


# --- on the command line


def test_the_command_takes_in_what_is_no_conflict_and_says_who(office, capsys):
    a = office.copy("sara.docx", says("fyra möten", "fem möten"))
    b = office.copy("jonas.docx", says("i december", "i november"))
    assert run(["importera", str(a), str(b), "--till", str(office.folder), "--ja"]) == 0
    shown = "".join(capsys.readouterr())
    assert all(name in shown for name in ("sara.docx", "jonas.docx", "1.2", "1.4"))
    assert (office.folder / FILE_1).read_text("utf-8") == OMRADE_1.replace("fyra möten", "fem möten").replace(
        "i december", "i november"
    )


def test_the_command_shows_all_three_texts_of_a_conflict(office, capsys):
    a = office.copy("sara.docx", says("fyra möten", "fem möten"))
    b = office.copy("jonas.docx", says("fyra möten", "sex möten"), says("i december", "i november"))
    assert run(["importera", str(a), str(b), "--till", str(office.folder), "--ja"]) == 1
    shown = " ".join("".join(capsys.readouterr()).split()).translate(dict.fromkeys(map(ord, "«»")))
    assert all(text in shown for text in ("fyra möten", "fem möten", "sex möten", "jonas.docx"))
    assert "fem möten" in office.text("1.2")
    assert "i november" in office.text("1.4")


def test_alla_never_decides_a_conflict(office):
    office.strategist("fyra möten", "fem möten")
    copy = office.copy("a.docx", says("fyra möten", "sex möten"))
    assert run(["importera", str(copy), "--till", str(office.folder), "--ja", "--alla"]) == 1
    assert "fem möten" in office.text("1.2")


@pytest.mark.parametrize(("side", "words_"), [("dokumentet", "sex möten"), ("mappen", "fem möten")])
def test_a_conflict_is_decided_by_name(office, side, words_):
    office.strategist("fyra möten", "fem möten")
    copy = office.copy("a.docx", says("fyra möten", "sex möten"))
    arguments = ["importera", str(copy), "--till", str(office.folder), "--ja", "--fraga", "1.2", "--ta", side]
    assert run(arguments) == 0
    assert words_ in office.text("1.2")
