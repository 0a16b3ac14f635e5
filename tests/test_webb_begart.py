"""What a question asks for, as the page shows it: with the words that show it, and where they stand."""

from webb import page_of

ETT = """område: 1
svar:
  "1.1": |
    Skolorna deltog.
  "1.2": |
    Arbetet bedrevs tillsammans med storkommunerna och Länsstyrelsen i Provlän.
"""


def test_what_is_asked_for_is_shown_with_the_words_that_show_it_and_their_question(folder):
    with page_of(folder(**{"1": ETT})) as page:
        first, second = (
            {one["text"]: (one["ord"], one["fraga"]) for one in page.get(f"/api/fraga/{fraga}").json()["begar"]}
            for fraga in ("1.1", "1.2")
        )
    assert first["kommuner"] == second["kommuner"] == ("storkommunerna", "1.2")
    assert first["länsstyrelsen"] == ("Länsstyrelsen", "1.2")
    assert first["utmaningar"] == (None, None)
    assert "ekonomisk hållbarhet" not in first
    assert second["ekonomisk hållbarhet"] == (None, None)


def test_words_in_the_question_itself_go_before_those_in_another(folder):
    text = ETT.replace("Skolorna", "Skolorna och kommunen")
    with page_of(folder(**{"1": text})) as page:
        found = {
            fraga: next(one for one in page.get(f"/api/fraga/{fraga}").json()["begar"] if one["text"] == "kommuner")
            for fraga in ("1.1", "1.3")
        }
    assert (found["1.1"]["ord"], found["1.1"]["fraga"]) == ("kommunen", "1.1")
    assert found["1.3"]["fraga"] == "1.1"
