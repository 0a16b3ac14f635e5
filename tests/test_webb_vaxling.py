"""Never lose a word: pages, a server and colleagues that do all that can be done to each other, without a browser.

By hand: VAXLINGAR=200 pytest tests/test_webb_vaxling.py
"""

import json
import os
import shutil
import subprocess

import pytest
from conftest import ROOT
from hypothesis import HealthCheck, given, settings
from strategies import blocks
from vaxling import Pages, World, area_of

from rapport.prose.blocks import Item, List, Paragraph, Table, Text
from rapport.webb import arbete as arbete_
from rapport.webb.dokument import to_json
from rapport.webb.redigerat import to_blocks

RUNS = int(os.environ.get("VAXLINGAR") or 1)
STEPS = 100
needs_node = pytest.mark.skipif(shutil.which("node") is None, reason="node finns inte här")


@pytest.fixture
def world(folder, monkeypatch):
    """Return a world by its number, in which nothing is done by the clock."""
    made = []

    async def unchecked(_self):
        return None

    for name in ("STILL", "LONGEST", "_AGAIN", "_LOOK"):
        monkeypatch.setattr(arbete_, name, 3600)
    monkeypatch.setattr(arbete_.Arbete, "_check", unchecked)

    def make(number, writers=3, **how):
        pages = Pages()
        made.append(pages.end)
        path = folder(**{"1": area_of(f"Stycke {at}." for at in range(writers + 1))})
        found = World(path, pages, number, writers, **how)
        made.append(found.stop)
        return found

    yield make
    for end in reversed(made):
        end()


@needs_node
@pytest.mark.parametrize("number", range(RUNS))
def test_what_each_writes_in_her_own_paragraph_is_in_the_file_letter_by_letter_and_nobody_is_asked(world, number):
    """Each blank, too, and each word once: though answers get lost, and pages are closed in the middle of a word."""
    here = world(number)
    here.run(STEPS)
    assert (here.lost(), here.conflicts) == (({}, {}), [])


@needs_node
@pytest.mark.parametrize("number", range(RUNS))
def test_what_one_writes_is_in_the_file_though_the_server_is_killed_and_nobody_is_asked(world, number):
    here = world(number, writers=1, is_killed=True)
    here.run(STEPS)
    assert (here.lost(), here.conflicts) == (({}, {}), [])


@needs_node
@pytest.mark.parametrize("is_killed", [False, True])
@pytest.mark.parametrize("number", range(RUNS))
def test_of_what_all_write_in_one_paragraph_no_word_is_lost_and_none_is_there_twice(world, number, is_killed):
    here = world(number, is_shared=True, is_killed=is_killed)
    here.run(STEPS)
    assert here.lost_words() == ([], [])


@needs_node
@pytest.mark.parametrize("number", range(RUNS))
def test_of_what_many_write_while_the_server_is_killed_no_word_is_lost_and_none_is_there_twice(world, number):
    """What one has seen of another and was not saved may have to be decided: but nothing is gone."""
    here = world(number, is_killed=True)
    here.run(STEPS)
    assert here.lost_words() == ([], [])


def pairs(number):
    """Return texts of every kind in which somebody has just typed a word and a blank, and what others made of each."""
    found = []
    own = [Paragraph((Text(f"Här skriver hon ord{ending}"),)) for ending in (" ", "")]

    @settings(max_examples=number, database=None, suppress_health_check=list(HealthCheck))
    @given(blocks)
    def gather(answer):
        found.append(answer)

    gather()
    there = [found[at : at + 4] for at in range(len(found) - 3)]
    return [*in_tables_and_lists(own)] + [
        (to_json((*above, own[0], *below)), to_json((*new_above, own[1], *new_below)))
        for above, below, new_above, new_below in there
    ]


def in_tables_and_lists(own):
    """Yield texts in which she writes in a cell or an item, and others have changed cells, rows, columns, items."""
    was, now = own

    def cell(one):
        return (one,) if isinstance(one, Paragraph) else (Paragraph((Text(one),)),) if one else ()

    def table(*rows):
        return to_json((Table(tuple(tuple(map(cell, row)) for row in rows), ("",) * len(rows[0])),))

    before = table(["Insats", "Belopp"], ["Brygga", was], ["Farled", "12"])
    for rows in (
        [["Insats", "Belopp"], ["Brygga i hamn", now], ["Farled", "13"]],
        [["Insats", "Belopp"], ["Brygga", now]],
        [["Insats", "Belopp"], ["Ny", "1"], ["Brygga", now], ["", "12"], ["Sist", ""]],
        [["Insats", "Kronor", "År"], ["Brygga", now, "2024"], ["Farled", "12", "2025"]],
        [["Belopp"], [now], ["12"]],
    ):
        yield before, table(*rows)
    yield table(["", was], ["", ""]), table(["Rubrik", now], ["a", "b"])

    def items(*texts):
        return to_json((List(tuple(Item(cell(one)) for one in texts)),))

    for texts in (["Först", now, "Sist nu"], ["Nytt", "Först nu", now], [now, "Sist"], ["a", "b", now, "c", "d"]):
        yield items("Först", was, "Sist"), items(*texts)


def taken_in(asked):
    command = [shutil.which("node"), str(ROOT / "tests" / "webb_intag.mjs")]
    done = subprocess.run(command, input=json.dumps(asked), capture_output=True, check=True, encoding="utf-8")
    return json.loads(done.stdout)


@needs_node
def test_what_others_have_made_of_any_text_is_taken_in_and_what_she_is_writing_is_not_touched():
    was, now = (to_json((Paragraph((Text(one),)),)) for one in ("Ett två tre fyra fem.", "Noll ett två tre fyra sex."))
    first, *others = taken_in([(was, now, "tv"), *pairs(40)])
    assert (to_blocks(first["har"]), first["fore"]) == (to_blocks(now), "Noll ett tv")
    for said in others:
        assert to_blocks(said["har"]) == to_blocks(said["ska"])
        assert said["ord"], said


@needs_node
@pytest.mark.parametrize(
    ("hers", "theirs"),
    [
        ("Här skriver hon ett ord ", "Här skrev hon ett ord"),
        ("Här skriver hon ett ord ", "Här skriver hon ett ord till"),
        ("Här skriver hon \t", "Sist skriver hon"),
        ("Här skriver hon  ", "Här skriver han "),
    ],
)
def test_what_others_have_made_of_her_paragraph_leaves_the_blank_that_she_has_just_typed(hers, theirs):
    was, now = (to_json((Paragraph((Text(one),)),)) for one in (hers, theirs))
    (said,) = taken_in([(was, now, hers)])
    blank = hers.removeprefix(hers.rstrip()) if theirs.rstrip() == theirs else " "
    assert said["fore"] == theirs.rstrip() + blank
