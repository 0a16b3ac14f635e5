"""A passage that stands in several answers is one finding, whose gains add up, and a waiver takes out its place."""

import pytest
from conftest import RAPPORT
from kommando import findings_of

PASSAGE = "Fasta träffar med länets kommuner, statliga myndigheter och föreningar har gett stadga åt arbetet."
OTHER = "Ungdomarna i byarna fick i våras pröva på yrken inom vård, skog och handel under tio veckor."


def area(omrade, **texts):
    answers = "".join(f'  "{omrade}.{fraga[1:]}": {text}\n' for fraga, text in texts.items())
    return f"område: {omrade}\nsvar:\n{answers}"


def waived(text, reason):
    return f'{{text: "{text}", tillåt: {{upprepning: {reason}}}}}'


@pytest.fixture
def found(folder):
    def run(*flags, **areas):
        path = folder(rapport=RAPPORT, **{name.strip("o"): text for name, text in areas.items()})
        return [one for one in findings_of(path, "--regel", "upprepning", *flags) if one["rule"] == "upprepning"]

    return run


def test_four_places_are_one_finding_whose_gains_are_those_of_three(found):
    one, two = area(1, f1=PASSAGE, f2=f"Sedan. {PASSAGE}"), area(2, f1=f"Snö. {PASSAGE}", f2=PASSAGE)
    (finding,) = found(o1=one, o2=two)
    length = len(PASSAGE)
    assert finding["fraga"] == "1.1"
    assert [related["fraga"] for related in finding["related"]] == ["1.2", "2.1", "2.2"]
    assert f"({length} tecken) står i 1.1, 1.2, 2.1 och 2.2." in finding["message"]
    assert f"{3 * length} tecken: {length} i område 1 och {2 * length} i område 2." in finding["hint"]


def test_two_passages_are_two_findings(found):
    text = area(1, f1=f"{PASSAGE} Sedan. {OTHER}", f2=PASSAGE, f3=f"Nej. {OTHER}")
    assert [len(finding["related"]) for finding in found(o1=text)] == [1, 1]


def test_what_stands_three_times_in_one_answer_is_said_so(found):
    (finding,) = found(o1=area(1, f1=f"{PASSAGE} Vår. {PASSAGE} Höst. {PASSAGE}"))
    assert "tre gånger i svaret på 1.1" in finding["message"]
    assert f"{2 * len(PASSAGE)} tecken i område 1" in finding["hint"]


def test_a_waiver_at_one_of_two_places_is_enough(found):
    (finding,) = found(o1=area(1, f1=PASSAGE, f2=waived(PASSAGE, "Beslutat.")))
    assert (finding["fraga"], finding["waived"]) == ("1.2", "Beslutat.")


def test_a_waiver_at_one_of_three_places_leaves_the_other_two(found):
    text = area(1, f1=waived(PASSAGE, "Beslutat."), f2=PASSAGE, f3=PASSAGE)
    told = {finding["fraga"]: finding for finding in found(o1=text)}
    assert told["1.1"]["waived"] == "Beslutat."
    assert told["1.2"]["waived"] is None
    assert [related["fraga"] for related in told["1.2"]["related"]] == ["1.3"]
    assert f"{len(PASSAGE)} tecken i område 1" in told["1.2"]["hint"]


def test_a_waiver_takes_out_a_place_of_each_passage_in_the_answer(found):
    text = area(1, f1=PASSAGE, f2=waived(f"{PASSAGE} {OTHER}", "Beslutat."), f3=OTHER)
    assert [(one["fraga"], one["waived"]) for one in found(o1=text)] == [("1.2", "Beslutat.")] * 2


def test_a_new_waiver_is_seen_though_the_text_is_the_same(folder):
    path = folder(rapport=RAPPORT, **{"1": area(1, f1=PASSAGE, f2=PASSAGE)})
    reasons = [one["waived"] for one in findings_of(path, "--regel", "upprepning")]
    (path / "1.yaml").write_text(area(1, f1=PASSAGE, f2=waived(PASSAGE, "Beslutat.")), "utf-8")
    reasons += [one["waived"] for one in findings_of(path, "--regel", "upprepning")]
    assert reasons == [None, "Beslutat."]


def test_each_area_sees_the_passage_at_its_own_place(found):
    areas = {"o1": area(1, f1=PASSAGE), "o2": area(2, f3=f"Snö. {PASSAGE}")}
    (finding,) = found("--omrade", "2", **areas)
    assert (finding["fraga"], finding["excerpt"], finding["offset"]) == ("2.3", PASSAGE, 5)
    assert [related["fraga"] for related in finding["related"]] == ["1.1"]
