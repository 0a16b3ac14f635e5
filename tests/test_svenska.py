"""The rules about Swedish: the very words they point at, what they would write instead, and hostile text."""

import pytest
from conftest import RAPPORT
from test_regler import findings_in

from rapport.checks.engine import check
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning, Underlag
from rapport.prose.blocks import Paragraph, Text
from rapport.prose.markdown import parse

RULES = [
    *("tusental", "enhet", "datum", "intervall", "citattecken", "punktforkortning", "genitiv", "och-tecken", "kolon"),
    *("dubbelt-blanksteg", "blanksteg-fore-skiljetecken", "slutpunkt", "siffra-forst", "bindestreck", "dubbelt-ord"),
    *("sarskrivning", "gemener", "lang-mening", "kanslisprak", "lix"),
]


def report(mall, *blocks):
    svar_by_fraga = {"1.1": Svar(fraga="1.1", blocks=blocks)}
    return Underlag("x", Redovisning(mall, "X", 2025), svar_by_fraga)


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        ("tusental", "De fick 1500000 kr och 15000 kom.", [("1500000", "1\u00a0500\u00a0000"), ("15000", None)]),
        ("tusental", "Stödet var 1.500.000 kr, 12.500 kom.", [("1.500.000", "1\u00a0500\u00a0000"), ("12.500", None)]),
        (
            "enhet",
            "Av 20MSEK och 3 mkr gick 5% hit.",
            [("20MSEK", "20\u00a0mnkr"), ("mkr", "mnkr"), ("5%", "5\u00a0%")],
        ),
        ("enhet", "De fick 500:- och 2 miljoner SEK.", [("500:-", "500\u00a0kr"), ("SEK", "kr")]),
        (
            "intervall",
            "Se 1.1-1.4, 2023 – 2030, 13.00-16.00 och 5.1a-5.1d.",
            [
                ("1.1-1.4", "1.1–1.4"),
                ("2023 – 2030", "2023–2030"),
                ("13.00-16.00", "13.00–16.00"),
                ("5.1a-5.1d", "5.1a–5.1d"),
            ],
        ),
        ("intervall", "Servicen - den sista - lades ned maj-juni.", [("-", "–"), ("-", "–"), ("maj-juni", "maj–juni")]),
        (
            "citattecken",
            'Om "a b" och “c” samt ” d” och ”e ”.',
            [
                ('"a b"', "”a b”"),
                ("“c”", "”c”"),
                ("” d", "”d"),
                ("e ”", "e”"),
            ],
        ),
        (
            "punktforkortning",
            "T ex kultur mm. Bl.a skola fr o m maj etc",
            [
                ("T ex", "T.ex."),
                ("mm.", "m.m."),
                ("Bl.a", "Bl.a."),
                ("fr o m", "fr.o.m."),
                ("etc", "etc."),
            ],
        ),
        ("genitiv", "EU's och SCBs mål.", [("EU's", "EU:s"), ("SCBs", "SCB:s")]),
        ("och-tecken", "Mat & dryck, bad&bastu.", [("&", "och"), ("&", " och ")]),
        ("kolon", "Två mål berörs; mål 4 och mål 8.", [(";", None)]),
        ("dubbelt-blanksteg", "Ett.  Två   tre.", [("Ett.  Två", "Ett. Två"), ("Två   tre.", "Två tre.")]),
        ("blanksteg-fore-skiljetecken", "Ja ,nej .", [("Ja ,nej", "Ja, nej"), ("nej .", "nej.")]),
        (
            "blanksteg-fore-skiljetecken",
            "Ord( ett ) hus,båt.",
            [("Ord( ett", "Ord(ett"), ("ett )", "ett)"), ("hus,båt", "hus, båt")],
        ),
        ("siffra-forst", "Det gick. 1 projekt har startat.", [("1 projekt", None)]),
        ("bindestreck", "Lokala- och nya mål, lands-och glesbygd.", [("Lokala-", None), ("lands-och", "lands- och")]),
        ("dubbelt-ord", "Att att gå är är bra.", [("Att att", "Att"), ("är är", None)]),
        (
            "sarskrivning",
            "I Agenda 2030 målen och ett EU projekt.",
            [
                ("Agenda 2030 målen", "Agenda 2030-målen"),
                ("EU projekt", None),
            ],
        ),
    ],
)
def test_it_points_at_the_very_words_and_mends_only_what_is_sure(mall, rule, text, expected):
    underlag = report(mall, *parse(text).blocks)
    found = sorted(check(underlag, only=[rule]), key=lambda finding: finding.offset)
    assert [(f.excerpt, f.fix) for f in found] == expected
    plain = underlag.svar_by_fraga["1.1"].text
    assert all(plain.startswith(f.excerpt, f.offset) for f in found)


@pytest.mark.parametrize("rule", RULES)
def test_what_a_rule_mends_it_does_not_complain_of_again(mall, rule, folder):
    texts = {
        "1.1": "De fick 1500000 kr, 20MSEK, 14%, 500:-, se 1.1-1.4, 2023 - 2030 - det är sant - maj-juni.",
        "1.2": 'Om "a b", “c”, ” d” och ’e’ tex kultur mm. Etc EU\'s mål & medel. Två mål berörs; mål 4 och mål 8.',
        "1.3": "Ett.  Två ,tre .Fyra ( fem ) sex,sju. Lands-och glesbygd, att att gå, Agenda 2030 målen.",
    }
    rows = "".join(f"  {fraga}: |\n    {text}\n" for fraga, text in texts.items())
    for finding in findings_in(folder(**{"1": f"område: 1\nsvar:\n{rows}"})):
        if finding.rule == rule and finding.fix:
            end = finding.offset + len(finding.excerpt)
            text = texts[finding.fraga]
            mended = text[: finding.offset] + finding.fix + text[end:]
            again = check(report(mall, *parse(mended).blocks), only=[rule])
            assert not [f for f in again if f.offset == finding.offset and f.excerpt == finding.fix]
            assert len(again) < len(check(report(mall, *parse(text).blocks), only=[rule]))


# One to a line: any of these many times over must be read through.
HOSTILE = [
    "",
    "1",
    "1.",
    "1,",
    "1-",
    "-",
    "–1",
    "”",
    '"',
    "“",
    "’",
    "’a",
    "a",
    "A",
    "är",
    "EU",
    "tre",
    "tre av",
    ";",
    "följande ;",
    "exempel a",
    "a-",
    "ar-,",
    "lokala-",
    "&",
    "a&",
    "(",
    ")",
    ",",
    "a,",
    "a.B",
    "/",
    "1/",
    "Interreg A",
    "Agenda 2030",
    "20-",
    "1:1",
    "SEK",
    "%",
    "1%",
    ":-",
    "kr",
    "--",
    "—",
    "",
][1:-1]


@pytest.mark.parametrize("blank", ["", " "])
@pytest.mark.parametrize("piece", HOSTILE)
def test_runs_of_anything_are_read_through(mall, piece, blank):
    text = (f"{blank}{piece}" * 60_000)[:60_000]
    for full in (text, f"Ord; {text} projekt."):
        underlag = report(mall, Paragraph((Text(full),)))
        for rule in RULES:
            assert len(check(underlag, only=[rule])) <= 600


@pytest.mark.parametrize("text", [".", "!", "?", " .", "Det blev klart. . Sedan hände inget.", "..", "”.”"])
def test_a_sentence_that_is_a_full_stop_alone_is_read_through(mall, text):
    assert check(report(mall, Paragraph((Text(text),))), only=["avbruten-mening"]) == []


def test_a_sign_that_grows_in_lower_case_moves_no_place(mall):
    text = "İİİ är tex bra i syfte att pröva."
    found = [
        f
        for rule in ("punktforkortning", "kanslisprak")
        for f in check(report(mall, Paragraph((Text(text),))), only=[rule])
    ]
    assert [f.excerpt for f in found] == ["tex", "i syfte att"]


def test_a_phrase_comes_once_an_answer_with_its_other_places(folder):
    path = folder(**{"1": "område: 1\nsvar:\n  1.1: Ett i syfte att två i syfte att tre.\n  1.2: I syfte att nå.\n"})
    first, second = (f for f in findings_in(path) if f.rule == "kanslisprak")
    assert "2 gånger" in first.message
    assert [other.excerpt for other in first.related] == ["i syfte att"]
    assert second.related == ()


def test_the_figure_of_an_area_is_about_all_its_answers(folder):
    long = "Kompetensförsörjningsarbetets genomförandeorganisation konkretiserades samverkansmässigt. " * 15
    path = folder(rapport=RAPPORT, **{"1": f"område: 1\nsvar:\n  1.1: {long}\n  1.2: {long}\n"})
    (found,) = (f for f in findings_in(path) if f.rule == "lix")
    assert (found.omrade, found.fraga) == (1, None)


def test_the_real_report_gives_what_a_reviewer_saw(real_report):
    found = {(f.rule, f.fraga, f.excerpt) for f in findings_in(real_report)}
    assert found >= {
        ("intervall", "1.5", "1.1-1.4"),
        ("intervall", "5.1b", "6-7"),
        ("enhet", "5.1b", "MSEK"),
        ("citattecken", "1.4", "” Innovation"),
        ("punktforkortning", "1.4", "tex"),
        ("punktforkortning", "2.4", "etc"),
        ("kolon", "1.2", ";"),
        ("kolon", "2.4", ";"),
        ("slutpunkt", "2.2", "analyskapacitet"),
        ("slutpunkt", "5.1c", "2024"),
        ("siffra-forst", "5.1c", "1 projekt"),
        ("bindestreck", "1.3", "medborgar-, servicegivare och"),
        ("bindestreck", "2.4", "mål- och långsiktiga"),
        ("sarskrivning", "2.4", "Agenda 2030 målen"),
        ("sarskrivning", "5.2", "Interreg Aurora projekt"),
    }
    warnings = [f for f in findings_in(real_report) if f.rule in RULES and f.severity == "warning"]
    assert len(warnings) == 22
