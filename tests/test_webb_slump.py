"""Never lose a key: who writes as soon as each text is there, in a real Chromium, while the server is late by chance.

By hand: SLUMPEN=40 SEN=3000 pytest tests/test_webb_slump.py
"""

import json
import os

import pytest
from test_webb_sida import chromium, person  # noqa: F401 - fixtures

from rapport.workflow.load import load_answers

RUNS = int(os.environ.get("SLUMPEN") or 1)
LATE = int(os.environ.get("SEN") or 700)  # milliseconds that an answer may take


@pytest.mark.parametrize("number", range(RUNS))
def test_each_word_is_in_its_answer_once(person, number):  # noqa: F811 - as above
    seen = person("skriverOverallt", number, LATE)
    if seen["left"] or "stuck" in seen:
        pytest.fail(
            json.dumps([seen.get("stuck"), seen["left"], seen["file"], seen["state"]], ensure_ascii=False, indent=1),
            pytrace=False,
        )
    answers = load_answers(person.folder).underlag.svar_by_fraga
    found = [(fraga, word) for fraga, svar in answers.items() for word in svar.text.split() if word.startswith("ord")]
    assert sorted(found) == sorted(map(tuple, seen["typed"]))
