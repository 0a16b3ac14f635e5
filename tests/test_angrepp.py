"""Attacks on what brings words in: nothing is lost unsaid, nothing is written elsewhere, nothing comes down."""

import io
import shutil
import sys

import pytest
from test_sammanfogning_fall import FILE_1, Office, below, gone, says

from rapport.cli.main import run


@pytest.fixture
def office(tmp_path):
    return Office(tmp_path)


def words_in(folder):
    return (folder / FILE_1).read_text("utf-8")


# --- what the program keeps for itself


@pytest.mark.parametrize("name", [".rapport", ".rapport/byggen"])
def test_a_build_is_not_kept_through_a_link_out_of_the_folder(office, capsys, name):
    away = office.root / "privat"
    (away / "byggen").mkdir(parents=True)
    mine = [place / f"viktig{number}.json" for number in range(70) for place in (away, away / "byggen")]
    for file in mine:
        file.write_text("{}", "utf-8")
    before = sorted(away.rglob("*"))
    shutil.rmtree(office.folder / name)
    (office.folder / name).symlink_to(away, target_is_directory=True)
    assert run(["bygg", str(office.folder), "--ut", str(office.root / "ny.docx"), "--utkast"]) == 2
    assert "är en länk ut ur mappen" in capsys.readouterr().err
    assert sorted(away.rglob("*")) == before


def test_only_builds_are_forgotten(office):
    place = office.folder / ".rapport/byggen"
    for number in range(70):
        (place / f"{number:020x}.json").mkdir()
        (place / f"min{number}.json").write_text("{}", "utf-8")
    office.strategist("fyra möten", "fem möten")
    office.build("ny.docx")
    assert len(list(place.iterdir())) == 2 + 140
