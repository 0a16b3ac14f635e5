"""Where the words of a report's files lead: told by the files' texts, whether they parse or not."""

import time

import pytest
from conftest import on_unix
from hypothesis import given
from hypothesis import strategies as st

from rapport.domain.kalla import Kalla, Register
from rapport.domain.underlag import Redovisning, Underlag
from rapport.figures.where import Sheet
from rapport.figures.words import words_in
from rapport.workflow import open_report
from rapport.workflow.entries import entries, entry_at, place_for
from rapport.workflow.folds import folds
from rapport.workflow.going import Going
from rapport.workflow.in_tables import InTables
from rapport.workflow.named_files import named_files
from rapport.workflow.outline import outline, questions_about
from rapport.workflow.things import thing_at, things

AREA = """# om området
område: 1
ansvarig: Sara Lind
svar:
  # 1.1  En fråga
  "1.1": |
    Vi ordnade möten. Se svaren på fråga 1.2 och 2.3.
    1.2: så brukade vi skriva.

  # 1.2  En annan
  1.2 :
    status: klar
    text: |
      Text.

kommentar: slut
"""


@pytest.fixture(scope="module")
def underlag(mall):
    kallor = (Kalla("plan", "Plan för länets service", "RUN/88/2025"),)
    return Underlag("x", Redovisning(mall), kallor=Register(kallor, ("RUN/löpnummer/år",)))


def told(text, underlag):
    return [(one.kind, *one.key, text[one.start : one.end]) for one in things(text, underlag)]


def test_answers_are_found_by_their_lines(mall):
    found = entries(AREA, mall.fraga_by_id)
    assert [(one.fraga, AREA[one.start : one.key_end]) for one in found] == [("1.1", '"1.1"'), ("1.2", "1.2")]
    assert AREA[: found[0].end].endswith("brukade vi skriva.")
    assert AREA[: found[1].end].endswith("Text.")


@pytest.mark.parametrize(
    ("words", "fraga"),
    [
        ("ansvarig: S", None),
        ("# 1.1", "1.1"),
        ("ordnade", "1.1"),
        ("1.2: så", "1.1"),
        ("# 1.2", "1.2"),
        ("status", "1.2"),
    ],
)
def test_a_place_is_in_the_answer_that_it_looks_to_be_in(mall, words, fraga):
    entry = entry_at(AREA, entries(AREA, mall.fraga_by_id), AREA.index(words))
    assert (entry and entry.fraga) == fraga


@pytest.mark.parametrize(("end", "number"), [("\n", 2), ("\r\n", 2), ('\n  "1.3', 2), ("\n\tfel: [", 2)])
def test_what_does_not_parse_has_answers_too(mall, end, number):
    text = 'svar:\n  "1.1": |\n    a\n  "1.2": |\n    b'.replace("\n", end[:2] if end == "\r\n" else "\n") + end
    found = entries(text, mall.fraga_by_id)
    assert len(found) == number
    assert text[: found[0].end].endswith("a")


def test_an_answer_that_is_not_there_would_stand_behind_those_before_it():
    order = ["1.1", "1.2", "1.3"]
    text = 'svar:\n  "1.2": b\n'
    found = entries(text, order)
    assert text[place_for(text, found, "1.3", order) :] == "\n"
    assert text[place_for(text, found, "1.2", order) :].startswith('"1.2"')
    assert text[place_for(text, found, "1.1", order) :].startswith('"1.2"')
    assert place_for("område: 1\n", [], "1.1", order) == len("område: 1\n")


def test_words_that_stand_for_something_are_found(underlag):
    text = (
        "Se fråga 1.2 och 5.1b. I område 3 finns mer, se 9.9.\n\n"
        "Länets plan för länets Service (RUN/88/2025) och RUN/O1/2024. I planens avsnitt 3.2 står annat. Vi fick 2.4 %."
    )
    assert told(text, underlag) == [
        ("fraga", "1.2", "Se fråga 1.2"),
        ("fraga", "5.1b", "5.1b"),
        ("omrade", "3", "område 3"),
        ("fraga", "9.9", "se 9.9"),
        ("kalla", "plan", "plan för länets Service"),
        ("diarienummer", "RUN/88/2025", "RUN/88/2025"),
        ("diarienummer", "RUN/01/2024", "RUN/O1/2024"),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_line_break_inside_a_paragraph_hides_nothing(underlag, end):
    text = "svar:\n  x: |\n    Det står i svaret på\n    fråga 1.2. 👍🏽 Se\n    2.3 också.\n\n    Se\n\n    1.4"
    text = text.replace("\n", end)
    assert [one[1] for one in told(text, underlag)] == ["1.2", "2.3"]
    assert told(text, underlag)[1][2] == f"Se{end}    2.3"


def test_of_two_things_the_smaller_is_meant(underlag):
    text = '{{ mote | dar(kommun="Plan för länets service") }} fråga 1.1'
    assert thing_at(text, underlag, text.index("länets")).kind in {"kalla", "varde"}
    assert thing_at(text, underlag, text.index("mote")).key == ("mote",)
    assert thing_at(text, underlag, len(text)).key == ("1.1",)
    assert thing_at(text, underlag, text.index("dar")) is None


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('{{ a | summa("Beviljat belopp") | kr }}', [("a", ""), ("a", "beviljat_belopp")]),
        (
            'a | dar(kommun="Å", år=2025)',
            [("a", ""), ("a", "kommun"), ("a", "kommun", '"Å"'), ("a", "ar"), ("a", "ar", "2025")],
        ),
        (
            'a | dar(x=["p", "q"], y="r")',
            [("a", ""), ("a", "x"), ("a", "x", '"p"'), ("a", "x", '"q"'), ("a", "y"), ("a", "y", '"r"')],
        ),
        ('(a | antal + b | summa("c")) / 2', [("a", ""), ("b", ""), ("b", "c")]),
        (
            'a | tabell(per="x", summa=["y", "z"], antal=true)',
            [("a", ""), ("a", "x"), ("a", "y"), ("a", "z"), ("a", "true")],
        ),
        ('{{ a | summa("bev', [("a", ""), ("a", "bev")]),
        ("{{ a | dar(kommun='", [("a", ""), ("a", "kommun"), ("a", "kommun", '""')]),
        ('a | dar(x="s\\"t")', [("a", ""), ("a", "x"), ("a", "x", '"s\\"t"')]),
        ("{{ | | ((", []),
    ],
)
def test_an_expression_says_what_its_words_are_finished_or_not(source, found):
    words = [*words_in(source)]
    assert [(word.tabell, word.kolumn, word.varde)[: 3 if word.varde else 2] for word in words] == found
    assert all(0 <= word.start <= word.end <= len(source) for word in words)


TABLE = '\ufeffDiarienummer;"Be""viljat";Kommun\n\nRUN/1/2025;5;"Å;\nstad"\r\nRUN/2/2025;7;Östby\n'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_cells_are_found_where_they_stand_in_the_file(encoding):
    raw = TABLE.removeprefix("\ufeff").encode(encoding) if encoding != "utf-8" else TABLE.encode()
    sheet = Sheet(raw)
    assert [sheet.text[slice(*sheet.heading(n))] for n in (1, 2, 3)] == ["Diarienummer", '"Be""viljat"', "Kommun"]
    assert sheet.heading(4) is None
    assert sheet.text[slice(*sheet.row(3))] == 'RUN/1/2025;5;"Å;\nstad"'
    assert sheet.text[slice(*sheet.row(4))] == "RUN/2/2025;7;Östby"
    assert sheet.row(99) is None


def test_a_row_is_numbered_as_when_it_is_read():
    sheet = Sheet(b"sep=,\na,b\n1,2\n")
    assert sheet.text[slice(*sheet.row(2))] == "1,2"


def test_rows_with_quotation_marks_all_over_take_no_time():
    sheet = Sheet(b'"' * 200_001 + b";\n" + b'"a;' * 50_000)
    assert sheet.heading(1)


@pytest.fixture
def tables(folder):
    path = folder(**{"1": AREA})
    (path / "siffror").mkdir()
    (path / "siffror" / "stöd.csv").write_bytes(TABLE.encode())
    (path / "siffror" / "trasig.csv").write_text("a;a\n1;2\n", "utf-8")
    return path


def in_text(goals):
    return [(goal.path, goal.text[slice(*goal.span)] if goal.span else None) for goal in goals]


def test_a_table_leads_to_its_file_a_column_to_its_heading_and_a_value_to_its_rows(tables):
    found = InTables(tables, open_report(tables).figures)
    assert in_text(found.goals("stod")) == [("siffror/stöd.csv", None)]
    assert in_text(found.goals("stod", "kommun")) == [("siffror/stöd.csv", "Kommun")]
    assert in_text(found.goals("stod", "kommun", '"östby"')) == [("siffror/stöd.csv", "RUN/2/2025;7;Östby")]
    assert in_text(found.with_text("RUN/1/2025")) == [("siffror/stöd.csv", 'RUN/1/2025;5;"Å;\nstad"')]
    assert in_text(found.goals("trasig")) == [("siffror/trasig.csv", None)]
    for nowhere in (("finns_inte",), ("stod", "finns_inte"), ("stod", "kommun", '"finns inte"'), ("trasig", "a")):
        assert found.goals(*nowhere) == []


def test_a_table_that_has_gone_leads_to_where_it_was(tables):
    report = open_report(tables)
    found = InTables(tables, report.figures)
    assert report.figures.tables
    (tables / "siffror" / "stöd.csv").unlink()
    assert in_text(found.goals("stod", "kommun")) == [("siffror/stöd.csv", None)]


def test_a_question_of_an_area_without_a_file_leads_nowhere(tables):
    report = open_report(tables)
    texts = {"1.yaml": "Se fråga 2.1, 1.4 och 5.1."}
    going = Going(report, report.check().underlag, texts.get)
    text = texts["1.yaml"]
    assert going.goals(going.thing("1.yaml", text.index("2.1"))) == []
    assert going.goals(going.thing("1.yaml", text.index("5.1"))) == []
    assert [goal.path for goal in going.goals(going.thing("1.yaml", text.index("1.4")))] == ["1.yaml"]
    assert going.thing("finns-inte.yaml", 0) is None


def test_an_area_with_no_answers_yet_leads_to_where_they_begin(folder):
    texts = {"1.yaml": "område: 1\nsvar:\n# Se fråga 1.2\n"}
    report = open_report(folder(**{"1": texts["1.yaml"]}))
    going = Going(report, report.check().underlag, texts.get)
    (goal,) = going.goals(going.thing("1.yaml", texts["1.yaml"].index("1.2")), "1.yaml")
    assert (goal.path, goal.span) == ("1.yaml", (len("område: 1\n"),) * 2)


def test_lists_tables_answers_heads_and_comments_can_be_folded():
    text = (
        "# en\n# två\nområde: 1\nansvarig: x\n\nsvar:\n  # a\n  # b\n"
        '  "1.1": |\n    Inledning: så.\n\n    - ett\n      mer\n\n    - två\n\n    Slut.\n'
        "    | a | b |\n    |---|---|\n"
        "  # nästa\n\n  1.2: {kryss: ja}\n  1.3:\n    ansvarig: y\n    text: >-  # så\n      # rubrik\n      t\n"
        "kommentar: k\nordlista:\n- a\n- b\n"
    )
    lines = text.split("\n")
    found = [(text.count("\n", 0, one.start) + 1, text.count("\n", 0, one.end) + 1) for one in folds(text)]
    shown = [(lines[first - 1].strip(), lines[last - 1].strip()) for first, last in found]
    assert shown == [
        ("# en", "# två"),
        ("område: 1", "ansvarig: x"),
        ("svar:", "t"),
        ("# a", "# b"),
        ('"1.1": |', "|---|---|"),
        ("- ett", "- två"),
        ("| a | b |", "|---|---|"),
        ("1.3:", "t"),
        ("text: >-  # så", "t"),
        ("ordlista:", "- b"),
    ]
    assert [one.is_comment for one in folds(text)][:4] == [True, False, False, True]


@pytest.mark.parametrize("text", ["", "\n", "svar", "svar:\n", '"', "- \n- ", "a: |\n", "\t: |\n\t\tx\n", ": :\n  :"])
def test_a_text_of_any_kind_folds_without_a_fault(text):
    assert all(fold.start < fold.end <= len(text) for fold in folds(text))


def test_only_files_in_the_folder_are_named(tmp_path):
    folder = tmp_path / "rapport"
    for name in ("kallor", "siffror"):
        (folder / name).mkdir(parents=True)
    for file in ("kallor/å b.pdf", "siffror/t.csv", "kallor/#1.txt"):
        (folder / file).write_text("x", "utf-8")
    (tmp_path / "ute.pdf").write_text("x", "utf-8")
    text = (
        "källor:\n  a:\n    fil: å b.pdf   # den\n    titel: Plan 2.0\n  b: {fil: x}\n  c:\n"
        "    fil: \"#1.txt\"\r\n    fil: 'kallor\\å b.pdf'\n    - siffror/t.csv\n"
        "    fil: ../ute.pdf\n"
        f"    fil: {tmp_path}/ute.pdf\n    fil: //dator/ute.pdf\n    fil: c:ute.pdf\n"
    )
    found = [(text[one.start : one.end], one.path) for one in named_files(folder, "kallor.yaml", text)]
    assert found == [
        ("å b.pdf", "kallor/å b.pdf"),
        ("#1.txt", "kallor/#1.txt"),
        ("kallor\\å b.pdf", "kallor/å b.pdf"),
        ("siffror/t.csv", "siffror/t.csv"),
    ]
    assert [*named_files(folder, "1.yaml", text)] == []


@on_unix
def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path):
    folder = tmp_path / "rapport"
    (folder / "kallor").mkdir(parents=True)
    (tmp_path / "ute.pdf").write_text("x", "utf-8")
    (folder / "kallor" / "länk.pdf").symlink_to(tmp_path / "ute.pdf")
    assert [*named_files(folder, "kallor.yaml", "fil: länk.pdf\n")] == []


def test_a_question_is_found_by_its_words_without_their_marks(underlag):
    every = questions_about(underlag, " ")
    assert [one.fraga for one in every] == [*underlag.mall.fraga_by_id]
    assert [one.fraga for one in questions_about(underlag, "5.1B")] == ["5.1b"]
    about = {one.fraga for one in questions_about(underlag, "MALJOMASSIG hallb")}
    assert about == set()
    assert "2.4" in {one.fraga for one in questions_about(underlag, "miljomassig HÅLLB")}
    assert {one.fraga[0] for one in questions_about(underlag, "område 3 beskriv")} == {"3"}
    assert questions_about(underlag, "[(*") == []


def test_the_outline_says_what_is_unanswered(folder):
    other = 'område: 1\nsvar:\n  "1.3": |\n    Annan fil.\n'
    path = folder(**{"1": AREA, "1b": other})
    report = open_report(path)
    area, *more = outline(report.check(), "1.yaml", AREA)
    assert (area.name[:8], area.detail, more) == ("Område 1", "10 909 kvar", [])
    assert [(part.name.split()[0], part.detail, part.is_answered) for part in area.parts] == [
        ("1.1", "76 tecken · utkast · Sara Lind", True),
        ("1.2", "5 tecken · klar · Sara Lind", True),
        ("1.4", "obesvarad · Sara Lind", False),
        ("1.5", "obesvarad · Sara Lind", False),
    ]
    assert all(area.start <= part.start <= part.key_end <= part.end <= area.end for part in area.parts)
    assert [part.name.split()[0] for part in outline(report.check(), "1b.yaml", other)[0].parts] == ["1.3"]
    assert outline(report.check(), "rapport.yaml", "mall: x\n") == []


PIECES = st.sampled_from(
    [
        '"1.1": |',
        "  ",
        "\n",
        "\r\n",
        "svar:",
        "fråga 1.2",
        "se",
        "{{",
        "}}",
        "stod",
        " | ",
        'dar(a="',
        ")",
        "- ",
        "# ",
        "| a |",
        "👍🏽",
        "\ufeff",
        "RUN/88/2025",
        "område 1",
        "Plan för länets service",
        "'",
        ":",
        "\t",
        "[",
        "fil: x.pdf",
        "område: 1\n",
    ]
)


@given(text=st.lists(PIECES, max_size=40).map("".join))
def test_whatever_is_typed_has_places_inside_it(text, underlag):
    for start, end in [
        *((one.start, one.end) for one in things(text, underlag)),
        *((one.start, one.end) for one in entries(text, underlag.mall.fraga_by_id)),
        *((one.start, one.end) for one in folds(text)),
    ]:
        assert 0 <= start <= end <= len(text)
    for offset in range(len(text) + 1):
        entry_at(text, entries(text, underlag.mall.fraga_by_id), offset)


@pytest.mark.parametrize(
    "sign", [" ", "\t", "a", '"', "1.1 ", "- ", "{{ ", "| ", "\n ", "fråga ", "RUN/", ":", "\r\n\t", "(", '"a" ']
)
def test_no_text_takes_long(sign, underlag, tmp_path):
    text = f"område: 1\nsvar:\n  x: {sign * 40_000}y"
    started = time.process_time()
    things(text, underlag)
    folds(text)
    entry_at(text, entries(text, underlag.mall.fraga_by_id), len(text))
    assert [*named_files(tmp_path, "kallor.yaml", text)] == []
    assert time.process_time() - started < 5
