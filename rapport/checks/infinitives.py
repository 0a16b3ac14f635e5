"""Infinitives that reports are full of, and that are nothing else: no noun, no adjective."""

from rapport.checks.words import listed

INFINITIVES = frozenset(
    listed(
        "anordna använda arbeta avveckla bedriva behålla behöva betala bevara bidra bygga delta driva "
        "effektivisera engagera erbjuda etablera fatta finansiera flytta fokusera formulera fånga förbereda "
        "förbättra fördela fördjupa förenkla förmedla förstärka förtydliga förändra ge genomföra genomlysa göra "
        "hantera hitta hjälpa identifiera informera initiera inkludera inrätta inspirera integrera introducera "
        "investera kartlägga kombinera komplettera koppla locka minska mobilisera modernisera motverka mäta "
        "möjliggöra nyttja nå organisera planera pröva påbörja påskynda påverka rekrytera revidera riskera "
        "samarbeta samla sammanföra sammanställa samordna samverka skapa snabba sprida starta stimulera stärka "
        "stödja stötta synliggöra säkerställa säkra ta tillgängliggöra tillhandahålla tillvarata tillämpa "
        "underlätta undersöka uppmuntra uppmärksamma uppnå utbilda utforma utreda utveckla utvärdera utöka utöva "
        "vidareutveckla välja växa öka överbrygga"
    )
)
