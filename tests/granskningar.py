"""Checked reports for the tests of the page: one with everything in it, one with as much as there can be."""

from rapport.checks.engine import all_rules
from rapport.domain.places import Places
from rapport.domain.svar import Svar
from rapport.domain.underlag import Forra, Redovisning, Underlag
from rapport.finding import Finding, Place, Related
from rapport.output.interface import granskning_of
from rapport.prose.blocks import Paragraph, Text
from rapport.prose.markdown import parse

DOCUMENTATION = {rule.id: rule.documentation for rule in all_rules().values()} | {
    "regel-0": "En regel.\n\nVarför: Därför.\n\nFel: Två\nrader.\nRätt: En rad."
}
FIRST = """Region Sundmark samlade arbetet i **tre insatser**. Insatserna kostade 15 000 kr och *1.1-1.4* beskriver dem.

- service i hela länet
- en gemensam strukturbild, se [regionens webbplats](https://www.exempel.se/a?b=1&c=2)
  1. med kartor
  2. med siffror[^1]

Att arbeta med alla tre dimensioner är en förutsättning. Projektet heter XX.

| Mål | Belopp |
|---|---:|
| Service | 15 000 kr |
| Boende |  |

[^1]: Siffrorna kommer från SCB, m.m och kommunerna.
"""
SECOND = "Att arbeta med alla tre dimensioner är en förutsättning. Sedan kom kommunerna och länsstyrelsen med."
HOSTILE = '<script>alert(1)</script> [här](<javascript:alert(1)>) "><img src=x onerror=alert(1)> \u202ebakvänt'


def svar(fraga, text, **more):
    return Svar(fraga=fraga, blocks=parse(text).blocks, **more)


def about(one, words, rule, severity="warning", **more):
    """A finding about the first place of some words in an answer."""
    at = one.text.index(words)
    message, hint = f"”{words}” står här.", "Skriv om det."
    place = Place("1-likvardiga.yaml", 7, 3)
    return Finding(rule, severity, message, hint, place, 1, one.fraga, words, offset=at, **more)


def everything(mall):
    """Return a check with at least one of all that the page can show."""
    first = svar("1.1", FIRST, status="klar", ansvarig="Sara Lind", kommentar="Fråga Jonas om <siffrorna>.")
    second = svar("1.2", SECOND, status="granskas", ansvarig="Jonas Berg")
    hostile = Svar(fraga="1.3", blocks=(Paragraph((Text(HOSTILE), Text("länk", href="javascript:alert(1)"))),))
    boxes = svar("5.1a", "Vi gjorde det.", kryss=("Ja",))
    repeated = "Att arbeta med alla tre dimensioner är en förutsättning."
    related = (Related(Place("1-likvardiga.yaml", 20), "1.2", repeated, 0),)
    findings = (
        Finding("yaml", "error", "Filen kan inte läsas.", "Spara om den.", Place("<b>\u202elmay.exe", 2, 1)),
        Finding("teckengrans", "error", "Område 1 är 706 tecken för långt.", "Korta.", Place("1-l.yaml", 1), 1),
        about(first, "15 000 kr och 1.1-1.4 beskriver", "platshallare"),
        about(first, "15 000", "platshallare", "info", fix="15\u00a0000"),
        about(first, "1.1-1.4", "platshallare", "error", fix="1.1–1.4"),
        about(first, "strukturbild, se regionens webbplats\nmed", "platshallare"),
        about(first, "webb", "platshallare", "info"),
        about(first, repeated, "upprepning", related=related),
        about(first, "XX", "platshallare", "error"),
        about(first, "m.m", "platshallare", "info", fix="m.m."),
        Finding("tomt-svar", "error", "Fråga 1.4 saknar svar.", "Skriv ett.", Place("1-l.yaml", 1), 1, "1.4"),
        about(hostile, "<script>", "platshallare", "error", fix="<img src=x>"),
        about(second, "länsstyrelsen", "platshallare", waived="Det är <beslutat>."),
    )
    answered = {one.fraga: one for one in (first, second, hostile, boxes)}
    return granskning_of(
        underlag(mall, answered), mall.omraden, findings, ("Stavningen: ingen ordlista.",), DOCUMENTATION
    )


def underlag(mall, answered):
    before = {
        "1.1": svar("1.1", FIRST.replace("tre insatser", "två stora insatser")),
        "1.2": svar("1.2", SECOND),
        "1.5": svar("1.5", "Det här svarade vi bara förra året."),
    }
    forra = report(mall, 2024, before, kalla="redovisning-2024")
    return report(mall, 2025, answered, forra=Forra(forra))


def report(mall, ar, answered, kalla="redovisning", **more):
    places = Places(by_fraga=dict.fromkeys(answered, Place("1-likvardiga.yaml", 3)))
    return Underlag(kalla, Redovisning(mall, "Region Sundmark", ar), answered, places=places, **more)


def very_much(mall):
    """Return a check of 60 000 characters with 1 000 findings, most of them over other findings' words."""
    sentence = "Regionen samordnade tillsammans med kommunerna arbetet i länet under året. "
    answered = {fraga: svar(fraga, (sentence * 26 + "\n\n") * 1) for fraga in mall.fraga_by_id}
    findings = [
        Finding(
            f"regel-{number % 30}",
            ("error", "warning", "info")[number % 3],
            f"Anmärkning nummer {number} om de här orden.",
            "Skriv om dem så att de blir lättare att förstå för den som läser.",
            Place("1-likvardiga-mojligheter.yaml", number, 3),
            mall.omrade_of(fraga).nummer,
            fraga,
            one.text[at : at + 40],
            offset=at,
        )
        for number, (fraga, one, at) in enumerate(
            (fraga, one, 20 * step) for fraga, one in answered.items() for step in range(33)
        )
    ]
    return granskning_of(report(mall, 2025, answered), mall.omraden, tuple(findings[:1000]), (), DOCUMENTATION)
