"""A new report folder: complete, readable by ourselves, helpful in an editor."""

import json

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.cli.main import run
from rapport.store.nodes import plain
from rapport.store.quote import quoted
from rapport.store.yaml import nfc, parse
from rapport.workflow.load import load

AREAS = [
    "1-likvardiga-mojligheter.yaml",
    "2-kompetensforsorjning.yaml",
    "3-innovation.yaml",
    "4-tillganglighet.yaml",
    "5-anslag-1-1.yaml",
    "6-analys.yaml",
]


@pytest.fixture
def new(tmp_path):
    folder = tmp_path / "min-redovisning"
    assert run(["ny", str(folder), "--region", "Region Örebro län", "--ar", "2025"]) == 0
    return folder


def test_it_has_all_files_and_reads_without_a_fault(new):
    assert sorted(file.name for file in new.glob("*.yaml")) == [*AREAS, "kallor.yaml", "rapport.yaml"]
    loaded = load(new)
    assert loaded.findings == ()
    assert (loaded.underlag.region, loaded.underlag.ar) == ("Region Örebro län", 2025)
    assert len(loaded.underlag.svar_by_fraga) == 31


def test_every_question_limit_and_instruction_stands_as_a_comment(new, mall):
    for omrade in mall.omraden:
        comments = [line.strip(" #") for line in (new / omrade.filnamn).read_text("utf-8").splitlines() if "#" in line]
        text = " ".join(comments)
        assert omrade.meddelande in text
        assert all(instruktion.text in text for instruktion in omrade.instruktioner)
        assert all(f"{fraga.id}  {mall.full_text(fraga)}" in text for fraga in omrade.fragor)


def test_an_answer_typed_under_its_bar_is_read(new):
    file = new / AREAS[0]
    text = file.read_text("utf-8").replace("    text: |\n", "    text: |\n      Här är svaret.\n", 1)
    file.write_text(text, "utf-8")
    assert load(new).underlag.tecken("1.1") == len("Här är svaret.")


def test_the_schemas_accept_what_we_accept(new):
    for number, name in enumerate(AREAS, 1):
        schema = json.loads((new / f".vscode/omrade-{number}.schema.json").read_text("utf-8"))
        jsonschema.Draft7Validator.check_schema(schema)
        data = plain(parse((new / name).read_text("utf-8"), name)[0].root)
        data["område"] = number
        for svar in data["svar"].values():
            if "kryss" in svar:
                svar["kryss"] = "ja"
        jsonschema.validate(data, schema)
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({**data, "anvarig": "A"}, schema)
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({"område": number, "svar": {"9.9": "x"}}, schema)


def test_the_schema_shows_the_question(new, mall):
    schema = json.loads((new / ".vscode/omrade-5.schema.json").read_text("utf-8"))
    fraga = schema["properties"]["svar"]["properties"]["5.1d"]
    assert fraga["description"] == mall.full_text(mall.fraga_by_id["5.1d"])
    assert fraga["anyOf"][1]["properties"]["kryss"]["enum"] == ["ja", "nej", "ej aktuellt", None]


def test_the_settings_point_at_schemas_that_exist(new):
    settings = json.loads((new / ".vscode/settings.json").read_text("utf-8"))
    assert all((new / schema).is_file() for schema in settings["yaml.schemas"])
    for pattern in settings["yaml.schemas"].values():
        assert len(list(new.glob(pattern))) == 1


def test_nothing_is_overwritten(new, capsys):
    (new / AREAS[0]).write_text("mitt", "utf-8")
    assert run(["ny", str(new), "--region", "A", "--ar", "2025"]) == 2
    assert "finns redan och är inte tom" in capsys.readouterr().err
    assert (new / AREAS[0]).read_text("utf-8") == "mitt"


def test_a_failed_start_leaves_nothing(tmp_path, monkeypatch, capsys):
    written = []

    def full(*_args):
        written.append(1)
        if len(written) > 3:
            raise OSError(28, "full")

    monkeypatch.setattr("rapport.store.beside.os.fsync", full)
    assert run(["ny", str(tmp_path / "a" / "b"), "--region", "A", "--ar", "2025"]) == 2
    assert "disken är full" in (said := capsys.readouterr().err)
    assert "Inget har ändrats" in said
    assert list(tmp_path.iterdir()) == []


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=20))
def test_a_quoted_text_reads_back(text):
    document, findings = parse(f"a: {quoted(text)}\n", "f.yaml")
    assert not findings
    assert plain(document.root) == {"a": nfc(text)}


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Region Darlana", "Region Dalarna"),
        ("region dalarna", "Region Dalarna"),
        ("Region Jönköping", "Region Jönköpings län"),
        ("Region Dalarna", None),
        ("Region Sundmark", None),
        ("Region Provlän", None),
    ],
)
def test_a_region_s_name_nearly_right_is_asked_about_and_created_as_written(tmp_path, capsys, name, meant):
    assert run(["ny", str(tmp_path / "ny"), "--region", name, "--ar", "2025"]) == 0
    told = capsys.readouterr().err
    assert (f"Ingen region heter {name}. Menade du {meant}?" in told) == bool(meant)
    assert ("Menade du" in told) == bool(meant)
    assert load(tmp_path / "ny").underlag.region == name
