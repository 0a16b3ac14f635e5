"""The register of source papers: every fault at its place, and case numbers as they are written in the wild."""

import json
from datetime import date

import jsonschema
import pytest
from conftest import RAPPORT, SHARED
from hypothesis import given
from hypothesis import strategies as st

from rapport.cli.main import run
from rapport.domain.diarienummer import COMMON, example, fault_in, find_numbers, is_of_form
from rapport.sources.citing import case_numbers, cites
from rapport.store.kallor import NEW_REGISTER, load_register
from rapport.store.nodes import plain
from rapport.store.yaml import parse

HEAD = "diarienummermönster: RUN/löpnummer/år\nkällor:\n"


@pytest.fixture
def register(folder):
    """Return a function that reads a register, with two papers beside it."""

    def read(text):
        path = folder(kallor=text)
        (path / "kallor").mkdir()
        for name in ("beslut.txt", "plan-2025.txt"):
            (path / "kallor" / name).write_text("Text.", "utf-8")
        return load_register(path)

    return read


def test_a_paper_is_read_with_all_that_is_said_of_it(register):
    text = "  ett-beslut: {titel: Medel, diarienummer: RUN/5/2025, datum: 2025-02-28, slag: Beslut, fil: beslut.txt}\n"
    found, findings = register(HEAD + text)
    assert findings == []
    (kalla,) = found.kallor
    assert (kalla.id, kalla.titel, kalla.diarienummer) == ("ett-beslut", "Medel", "RUN/5/2025")
    assert (kalla.datum, kalla.slag, kalla.fil) == (date(2025, 2, 28), "beslut", "beslut.txt")
    assert str(kalla.place) == "kallor.yaml:3:3"


@pytest.mark.parametrize(
    ("entry", "rule", "line", "column", "words"),
    [
        ("  a: {datum: 2025-02-30}\n", "kallor", 3, 14, "vilket inte är något datum"),
        ("  a: {datum: 20250228}\n", "kallor", 3, 14, "2025-12-01"),
        ("  a: {datum: 0001-01-01}\n", "kallor", 3, 14, "vilket inte är något datum"),
        ("  a: {diarienummer: RUN7113/2022}\n", "kallor", 3, 21, "RUN/123/2025"),
        ("  a: {diarienummer: RUN/113/22}\n", "kallor", 3, 21, "RUN/123/2025"),
        ("  a: {fil: beslutt.txt}\n", "kallor", 3, 12, "Menade du beslut.txt?"),
        ("  a: {fil: inget.pdf}\n", "kallor", 3, 12, "Lägg filen i mappen kallor"),
        ("  a: {fil: ../rapport.yaml}\n", "kallor", 3, 12, "utanför mappen"),
        ("  a: {fil: /etc/passwd}\n", "kallor", 3, 12, "utanför mappen"),
        ("  a: {fil: beslut.txt}\n  b: {fil: beslut.txt}\n", "kallor", 4, 12, "både under a och under b"),
        ("  a: {slag: besult}\n", "yaml", 3, 13, "beslut, tjänsteskrivelse"),
        ("  a: {filen: x}\n", "okand-nyckel", 3, 7, "Menade du fil?"),
        ("  a: {}\n  a: {}\n", "yaml", 4, 3, "Källan a står två gånger"),
        ("  a: beslut.txt\n", "yaml", 3, 6, "nycklar"),
        ("  a: {titel: [x]}\n", "yaml", 3, 14, "text"),
    ],
)
def test_a_fault_is_found_at_its_place_and_the_rest_is_used(register, entry, rule, line, column, words):
    found, findings = register(HEAD + entry + "  sist: {fil: plan-2025.txt}\n")
    (finding,) = findings
    assert (finding.rule, finding.place.line, finding.place.column) == (rule, line, column)
    assert words in f"{finding.message} {finding.hint}"
    assert finding.message.endswith(".")
    assert found.kallor[-1].fil == "plan-2025.txt"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("diarienummermönster: RUN/nr/år\n", "saknar ordet löpnummer"),
        ("diarienummermönster: {a: b}\n", "ska vara ett ord"),
        (f"diarienummermönster: löpnummer{'x' * 40}\n", "längre än 40"),
        ("diarienummermonster: RUN/löpnummer\n", "Menade du diarienummermönster?"),
        ("källor: text\n", "nycklar"),
        ("\tkällor: {}\n", "tabb"),
        (b"k\xe4llor: {}\n", "UTF-8"),
    ],
)
def test_a_fault_in_the_head_is_said_in_swedish(register, text, words):
    _, findings = register(text)
    assert any(words in f"{finding.message} {finding.hint}" for finding in findings)


def test_a_path_with_the_folder_in_it_is_understood(register):
    found, findings = register("källor: {a: {fil: kallor/beslut.txt}}\n")
    assert (findings, found.kallor[0].fil) == ([], "beslut.txt")


def test_a_link_out_of_the_folder_is_not_followed(folder, tmp_path):
    path = folder(kallor="källor: {a: {fil: ut.txt}}\n")
    (path / "kallor").mkdir()
    (tmp_path / "hemligt.txt").write_text("Hemligt.", "utf-8")
    try:
        (path / "kallor" / "ut.txt").symlink_to(tmp_path / "hemligt.txt")
    except OSError:
        pytest.skip("länkar får inte skapas här (Windows utan utvecklarläge)")
    register, (finding,) = load_register(path)
    assert "utanför mappen" in finding.message
    assert register.kallor[0].fil is None


def test_a_report_without_a_register_has_an_empty_one(folder):
    register, findings = load_register(folder())
    assert (register.kallor, findings) == ((), [])


def test_a_new_report_has_a_register_and_a_schema_that_accepts_what_we_accept(tmp_path, capsys):
    new = tmp_path / "ny"
    assert run(["ny", str(new), "--region", "A", "--ar", "2025"]) == 0
    assert (new / "kallor.yaml").read_text("utf-8") == NEW_REGISTER
    assert load_register(new)[1] == []
    schema = json.loads((new / ".vscode/kallor.schema.json").read_text("utf-8"))
    shown = NEW_REGISTER.replace("#   ", "  ").replace('""    # så som', "RUN/löpnummer/år  # så som")
    shown = shown.replace("källor:\n", "").replace("  etableringsbeslut:", "källor:\n  etableringsbeslut:")
    data = plain(parse(shown, "k")[0].root)
    assert data["källor"]["etableringsbeslut"]["slag"] == "beslut"
    jsonschema.validate(data, schema)
    jsonschema.validate({"diarienummermönster": ["RUN/löpnummer/år", "RS/löpnummer/år"], "källor": None}, schema)
    for wrong in ({"kallor": {}}, {"källor": {"a": {"slag": "brev"}}}, {"källor": {"a": {"filen": "x"}}}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, schema)
    capsys.readouterr()


@pytest.mark.parametrize(
    ("form", "number"),
    [
        ("RUN/löpnummer/år", "RUN/515/2018"),
        ("RS/löpnummer/ÅÅÅÅ", "RS/282/2016"),
        ("RSåålöpnummer", "RS160315"),
        ("ååRSlöpnummer", "18RS2137"),
        ("REV löpnummer-år", "REV 36-2022"),
        ("LDåå/löpnummer", "LD11/02896"),
        ("KS/år:löpnummer", "KS/2019:73"),
        ("KS år/löpnummer", "KS 2017/317"),
        ("Dnr år/löpnummer", "Dnr 2014/304"),
        ("NÅÅÅÅ/löpnummer", "N2021/03069"),
        ("Ä år-löpnummer", "Ä 2016-001579"),
        ("3.2-löpnummer/år", "3.2-413/2017"),
        ("bokstäver/löpnummer/år", "HSN/9/2025"),
    ],
)
def test_the_forms_seen_in_the_wild_can_be_written_and_found(form, number):
    assert fault_in(form) is None
    assert is_of_form(number, [form])
    assert not is_of_form(number + "x", [form])
    assert is_of_form(example(form), [form])
    (found,) = find_numbers(f"Se ärende ({number}), bilaga 2.", [form])
    assert found.number == number


@pytest.mark.parametrize("number", ["RUN/515/2018", "KS/2019:73", "KS 2017/317", "Ä 2016-001579", "N2021/03069",
                                    "LD11/02896", "REV 36-2022", "18RS2137"])  # fmt: skip
def test_the_common_forms_are_found_without_a_pattern(number):
    assert [found.number for found in find_numbers(f"Beslut {number} gäller.", COMMON)] == [number]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("RUN / 479 / 2024", "RUN/479/2024"),
        ("RUN/479/\n2024", "RUN/479/2024"),
        ("RUN/479/2O24", "RUN/479/2024"),
        ("RUN/4I9/2024", "RUN/419/2024"),
    ],
)
def test_scanning_does_not_hide_a_case_number(text, number):
    assert [found.number for found in find_numbers(text, ["RUN/löpnummer/år"])] == [number]


@pytest.mark.parametrize("text", ["(EU) 2021/1060", "SFS 2024:99", "EU 2021/1060", "RUN/479/2024/7", "ERUF 2021-2027",
                                  "RUS 2024/2030", "I 2021/22", "Agenda 2030/17",
                                  "https://a.se/RUN/479/2024", "och/eller/2024"])  # fmt: skip
def test_what_only_looks_like_a_case_number_is_none(text):
    assert find_numbers(text, ["RUN/löpnummer/år", *COMMON]) == []


@given(st.text(max_size=40), st.text(max_size=60))
def test_no_form_and_no_text_can_break_the_search(form, text):
    if fault_in(form) is None:
        find_numbers(text, [form])
        is_of_form(text, [form])
    find_numbers(text)


def test_an_answer_cites_by_number_title_and_short_name(register):
    text = HEAD + "  plan-2025: {titel: Strategisk planering, diarienummer: RUN/5/2025}\n  plan: {titel: Plan}\n"
    found, _ = register(text)
    long, short = found.kallor
    for answer in ("Se RUN/5/2025.", "Den strategiska planeringen och Strategisk planering.", "enligt plan-2025"):
        assert cites(answer, long, found)
    for answer in ("Se RUN/55/2025.", "En strategisk och en planering.", "enligt plan-2025-2", "plan"):
        assert not cites(answer, long, found)
    assert not cites("En plan finns.", short, found)


def test_the_real_papers_give_their_case_numbers():
    if not (SHARED / "kallor").is_dir():
        pytest.skip("de verkliga papperen finns inte här (../shared/kallor)")
    texts = {file.stem.split("-")[0]: file.read_text("utf-8") for file in (SHARED / "kallor").iterdir()}
    register = load_register(SHARED)[0]
    assert case_numbers([texts["projekt"]], register) == ("RUN/479/2024",)
    assert case_numbers([texts["kallelse"]], register) == ("RUN/387/2023", "RUN/584/2025")
    assert case_numbers([texts["ett"]], register) == ()


def test_the_check_reports_the_register_and_is_not_blocked_by_a_missing_file(folder, capsys):
    path = folder(rapport=RAPPORT, kallor="källor: {a: {fil: borta.pdf}}\n")
    run(["kontrollera", str(path)])
    out = capsys.readouterr().out
    assert "Varning: Filen ”borta.pdf” finns inte i mappen kallor. [kallor]" in out
    assert "kallor.yaml:1:19" in out
