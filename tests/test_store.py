"""Reading a report folder: everything that can be wrong is a finding with its place."""

import pytest
from conftest import RAPPORT

from rapport.errors import InputError
from rapport.store.folder import read_folder
from rapport.workflow.load import load

AREA = 'område: 1\nsvar:\n  "1.1": |\n    Text.\n'


def faults(folder):
    return [(f.rule, f.place.path, f.place.line, f.place.column) for f in load(folder).findings]


def only(folder):
    (finding,) = load(folder).findings
    return finding


@pytest.mark.parametrize(
    ("text", "rule", "line", "column", "words"),
    [
        ("område: 1\nsvar:\n\t1.1: x\n", "yaml", 3, 1, "tabb"),
        ('område: 1\nsvar:\n  "1.1": "x\n', "yaml", 3, 10, "citattecken"),
        ("område: 1\nsvar:\n  1.1: a: b\n", "yaml", 3, 9, "kolon"),
        ("område: 1\nsvar:\n  1.1: *viktigt*\n", "yaml", 3, 16, "\\*"),
        ("område: 1\nsvar:\n  1.1: a\n 1.2: b\n", "yaml", 4, 2, "Indraget"),
        ("område: 1\nområde: 2\nsvar: {}\n", "yaml", 2, 1, "två gånger"),
        ("område: ett\nsvar: {}\n", "yaml", 1, 9, "heltal"),
        ("område: 1\nsvar: text\n", "yaml", 2, 7, "nycklar"),
        ("område: 1\nsvar:\n  1.1: [a, b]\n", "yaml", 3, 8, "nycklar"),
        ("område: 1\nsvar:\n  1.1: {status: färdig}\n", "yaml", 3, 17, "utkast"),
        ("område: 1\nsvar:\n  1.1: {text: {a: b}}\n", "yaml", 3, 15, "text"),
        ("område: 1\nsvar:\n  1.1: {tillåt: {kryss: ''}, text: a}\n", "yaml", 3, 18, "skäl"),
        ("område: 1\nsvar: {}\n---\nb: c\n", "yaml", 3, 1, "två delar"),
        ("område: 1\na: &a [b]\nc: *a\n", "yaml", 2, 4, "Ankare"),
        ("område: !!python/object:os.system x\n", "yaml", 1, 9, "Typmärken"),
        ("område: 1\na: \x07\n", "yaml", 2, 4, "styrtecken"),
        ("område: 1\nanvarig: A\nsvar: {}\n", "okand-nyckel", 2, 1, "anvarig"),
        ("område: 1\nsvar:\n  1.1: {txt: a}\n", "okand-nyckel", 3, 9, "txt"),
        ("svar:\n  1.1: a\n", "okand-nyckel", 1, 1, "område"),
        ("område: 1\nsvar:\n  1.7: a\n", "okand-fraga", 3, 3, "1.7"),
        ("område: 1\nsvar:\n  2.1: a\n", "okand-fraga", 3, 3, "2.1"),
        ("område: 5\nsvar:\n  5.1: a\n", "okand-fraga", 3, 3, "5.1"),
        ("område: 9\nsvar: {}\n", "okand-fraga", 1, 9, "Område 9"),
        ("område: 1\nsvar:\n  1.1: a\n  1.1: b\n", "dubbelt-svar", 4, 3, "två gånger"),
        ("område: 1\nsvar:\n  1.1: |\n    Text.\n\n    # Rubrik\n", "markdown", 6, 5, "Rubriker"),
        ("område: 1\nsvar:\n  1.1: |\n    Text <b>fet</b>\n", "markdown", 4, 10, "HTML"),
        (
            "område: 1\nsvar:\n  1.1: >\n    Rad ett\n    och ![bild](b.png) här.\n",
            "markdown",
            5,
            9,
            "Bilder",
        ),
        ("område: 1\nsvar:\n  1.1: Se [länken](fil.docx).\n", "markdown", 3, 20, "webbadress"),
    ],
)
def test_a_fault_is_found_at_its_place(folder, text, rule, line, column, words):
    findings = load(folder(**{"1-a": text})).findings
    assert (findings[0].rule, findings[0].place.line, findings[0].place.column) == (rule, line, column)
    assert words.strip("\\") in findings[0].message + (findings[0].hint or "")
    assert findings[0].hint


@pytest.mark.parametrize(
    ("encoding", "name"), [("utf-16", "UTF-16"), ("utf-16-be", "UTF-16"), ("cp1252", "Windows-1252")]
)
def test_another_encoding_is_named(folder, encoding, name):
    finding = load(folder(**{"1-a": AREA.encode(encoding)})).findings[0]
    assert name in finding.message


def test_latin_1_shows_the_place_of_the_first_letter(folder):
    finding = only(folder(**{"1-a": AREA.encode("latin-1")}))
    assert (finding.place.line, finding.place.column) == (1, 4)
    assert "UTF-8" in finding.message


def test_several_faults_come_at_once_and_other_files_are_still_read(folder):
    path = folder(
        **{
            "1-a": "område: 1\nanvarig: A\nsvar:\n  1.1: {statsu: klar}\n  1.9: b\n",
            "2-b": "område: 2\nsvar:\n\t2.1: x\n\t2.2: y\n",
            "3-c": "område: 3\nsvar:\n  3.1: Svaret.\n",
        }
    )
    loaded = load(path)
    assert [f.rule for f in loaded.findings] == ["okand-nyckel"] * 2 + ["okand-fraga"] + ["yaml"] * 2
    assert set(loaded.underlag.svar_by_fraga) == {"1.1", "3.1"}
    assert loaded.underlag.olasta == {2}


def test_an_answer_in_two_files_names_both(folder):
    finding = only(folder(**{"1-a": AREA, "1-b": AREA}))
    assert finding.rule == "dubbelt-svar"
    assert {finding.place.path, finding.related[0].place.path} == {"1-a.yaml", "1-b.yaml"}


def test_an_area_may_be_split_over_files(folder):
    loaded = load(folder(**{"1-a": AREA, "1-b": AREA.replace("1.1", "1.2")}))
    assert not loaded.findings
    assert set(loaded.underlag.svar_by_fraga) == {"1.1", "1.2"}
    assert loaded.underlag.places.nummer_in("1-b.yaml") == {1}


@pytest.mark.parametrize("key", ["1.10", '"1.10"', "'1.10'"])
def test_a_question_is_text_and_never_a_number(folder, key):
    finding = only(folder(**{"1-a": f"område: 1\nsvar:\n  {key}: a\n"}))
    assert finding.fraga == "1.10"


def test_no_is_a_word(folder):
    loaded = load(
        folder(**{"5-a": "område: 5\nsvar:\n  5.1a: {kryss: nej, text: Därför.}\n  5.1d: {kryss: Ej Aktuellt}\n"})
    )
    assert loaded.underlag.svar_by_fraga["5.1a"].kryss == ("Nej",)
    assert loaded.underlag.svar_by_fraga["5.1d"].kryss == ("Ej aktuellt",)


def test_decomposed_letters_and_a_byte_order_mark_are_read(folder):
    text = "\ufeffomra\u030ade: 1\nsvar:\n  1.1: Va\u030art svar\n"
    loaded = load(folder(**{"1-a": text}))
    assert not loaded.findings
    assert loaded.underlag.tecken("1.1") == len("Vårt svar")


def test_windows_line_ends_give_the_same_places(folder):
    text = "område: 1\nsvar:\n  1.1: |\n    Ett.\n\n    ## Två\n".replace("\n", "\r\n")
    finding = only(folder(**{"1-a": text}))
    assert (finding.place.line, finding.place.column) == (6, 5)


def test_an_oversized_file_is_not_read(folder):
    finding = only(folder(**{"1-a": AREA + "#" * 2_000_001}))
    assert "2 MB" in finding.message


def test_a_deeply_nested_file_is_refused(folder):
    finding = only(folder(**{"1-a": "a: " + "{a: " * 5000 + "}" * 5000}))
    assert finding.rule == "yaml"


def test_a_bomb_of_aliases_is_refused(folder):
    rows = ["a0: &a0 x", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9))]
    assert {rule for rule, *_ in faults(folder(**{"1-a": "\n".join(rows)}))} == {"yaml"}


def test_a_link_out_of_the_folder_is_not_followed(folder, tmp_path):
    outside = tmp_path / "annan.yaml"
    outside.write_text(AREA, "utf-8")
    path = folder()
    try:
        (path / "1-a.yaml").symlink_to(outside)
    except OSError:
        pytest.skip("länkar får inte skapas här (Windows utan utvecklarläge)")
    assert "utanför mappen" in only(path).message


def test_files_that_are_not_read_are_named(folder):
    path = folder(anteckningar="möte: i morgon\n")
    (path / "1-a.yml").write_text(AREA, "utf-8")
    assert [(f.place.path, f.severity) for f in load(path).findings] == [
        ("1-a.yml", "warning"),
        ("anteckningar.yaml", "warning"),
    ]


@pytest.mark.parametrize(
    ("rapport", "words"),
    [
        ('mall: "2031"\nregion: A\når: 2025\n', "ingen mall ”2031”"),
        ('mall: "../x"\nregion: A\når: 2025\n', "ingen mall"),
        ('mall: "2024"\nregion: A\n', "Nyckeln år saknas"),
        ('mall: "2024"\nregion: A\når: förra\n', "heltal"),
        ('mall: "2024"\nregion: ""\når: 2025\n', "region är tom"),
        (b"mall: \xff\n", "UTF-8"),
        ("- a\n", "saknar nycklar"),
    ],
)
def test_a_report_without_a_usable_rapport_yaml_cannot_be_read(folder, rapport, words):
    path = folder()
    (path / "rapport.yaml").write_bytes(rapport if isinstance(rapport, bytes) else rapport.encode())
    with pytest.raises(InputError, match=words):
        load(path)


@pytest.mark.parametrize(("ar", "is_likely"), [(2023, True), (2026, True), (2033, True), (2052, False), (2015, False)])
def test_a_year_that_the_form_is_not_for_is_said_where_it_stands(folder, ar, is_likely):
    path = folder(rapport=f'mall: "2024"\nregion: Region R\når: {ar}\n')
    found = [f for f in load(path).findings if f.place.path == "rapport.yaml"]
    assert [(f.rule, f.severity, f.place.line, f.place.column) for f in found] == [("yaml", "warning", 3, 5)] * (
        not is_likely
    )
    assert all(f"år är {ar}" in f.message and "2024" in f.message for f in found)


def test_an_unknown_key_in_rapport_yaml_does_not_stop_the_check(folder):
    path = folder(rapport=RAPPORT + "regoin: A\n")
    assert [f.rule for f in load(path).findings] == ["okand-nyckel"]


def test_a_missing_an_empty_and_a_wrong_folder_are_told_apart(tmp_path):
    with pytest.raises(InputError, match="finns inte"):
        load(tmp_path / "ingen")
    with pytest.raises(InputError, match="är tom"):
        load(tmp_path)
    (tmp_path / "a.txt").touch()
    with pytest.raises(InputError, match=r"ingen rapport\.yaml"):
        load(tmp_path)
    with pytest.raises(InputError, match="är en fil"):
        read_folder(tmp_path / "a.txt")


@pytest.mark.parametrize("row", ["ordlista: [NPA", 'mall: "2024', "region: A: B"])
def test_a_fault_in_rapport_yaml_is_not_explained_as_an_answer_s(folder, row):
    with pytest.raises(InputError) as error:
        load(folder(rapport=f'mall: "2024"\nregion: Region Provlän\når: 2025\n{row}\n'))
    assert "text: |" not in str(error.value)
    assert "rapport.yaml:" in str(error.value)
