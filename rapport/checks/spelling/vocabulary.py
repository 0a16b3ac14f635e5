"""Vocabulary: the words that are right in one report. Swedish, what the field says, the form's words, the region's.

The lists are of what the dictionary lacks or cannot tell from slips, and of names that must be right in any report.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from rapport.checks.spelling.verdicts import judge
from rapport.domain.mall import Mall
from rapport.domain.underlag import Underlag

# English that the field speaks. Other English is known by the English dictionary, unless Swedish is a letter away.
_ENGLISH = """
accelerator analytics barcamp benchmark benchmarking blended boost bootcamp bottom branding buddy business capacity
center challenge citizen city cleantech cluster clusters co code cohesion community creative crowdfunding dashboard
dashboards deal deeptech design digital discovery ecosystem edge empowerment engagement entrepreneurial facility
factory fintech foresight fund funding funds gaming gap governance green growth hackathon health helix hub hubben hubs
impact incubator industry innovation inspire invest lab labb labs lean lighthouse living mainstreaming maker
makerspace match matchmaking mentor microcredentials mindset mission network next open outdoor park partner peer pilot
pipeline pitch platform policy power process quadruple recovery regional resilience reskilling roadmap roadshow scale
scaleup science seed sharing skills smart soft spinoff stakeholder startup startups storytelling strategic strategy
street summit sustainable team tech testbed testbeds think tool toolbox toolkit top tourism track transition triple
twin upskilling urban valley venture vision voucher vouchers workation workshop youth
"""
# Short forms without their full stop, and English as the British spell it.
_SHORT = """
bet centre defence dir dnr etc exkl forts inkl jfr jmf kap ksek löpnr mdkr mkr mnkr msek osv programme programmes prop
ref resp rskr skr specialisation tex tkr
"""
# What the field says and the dictionary lacks, in the forms that can also begin a compound.
_FIELD = """
beforska beforskad beforskade beforskas beforskat beforskats byanät byanäten byanätet cirkularitet cirkulariteten
corona coronapandemi coronapandemin covid dari datan demonstrator demonstratorer demonstratorn digitisera digitiserad
digitiserade digitiserar digitiseras digitiserat digitisering digitiseringen elektrobränsle
elektrobränslen elektrobränslena elektromobilitet elflyg elflyget européen facilitator facilitatorer facilitera
faciliterar faciliteras faciliterat facilitering fiskerådet flerårighet flerårigheten fylkeskommune geografier
geografierna hbtqi influencer influencers intermediär intermediärer intermediärerna knappast kommune konnektivitet
konnektiviteten kvant linjelagd linjelagda minimis mödra obesitas procentig procentiga procentigt prognosticera
prognosticerade prognosticerar prognosticerat resilient resilienta sakråd sakrådet samhandling samskapa samskapande
skriftlighet startupen startuper startupsen tigrinja tolvårs årig åriga årige åriges årigt åring åringar åringarna
åringars åringen åringens
"""
# What the neighbours call their bodies and statistics, where no capital shows that it is a name.
_NEIGHBOURS = """
arktiske direktorat direktoratet duodji fylkesmann fylkesting fylkestinget fylkesråd husflid keskus kehitysyhtiö kunta
liitto maakunta næringsforening næringshage næringshagen reindrift samekommune sentralbyrå statsforvalteren tunnelbane
universitet universitetet vegvesen yliopisto
"""
ENGLISH = frozenset(_ENGLISH.split())
_WORDS = ENGLISH | {
    *_SHORT.split(),
    *_FIELD.split(),
    *_NEIGHBOURS.split(),
    "interreg",
    "leader",
    "coompanion",
    "eldrimner",
}
_LETTERS = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"\b[A-ZÅÄÖ][^\W\d_]+")
_LEAST = 3


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What may stand in a report, as far as single words go: ``own`` are its own words, in small letters.

    ``met`` are words that have been met and are right, for whoever reads them again.
    """

    own: frozenset[str]
    met: set[str] = field(default_factory=set, compare=False, repr=False)

    def accepts(self, word: str) -> bool:
        """Whether a word may stand as it does: known, or one of the report's own, alone or in a compound."""
        small = word.casefold()
        if small in self.own or (small[-1] == "s" and small[:-1] in self.own):
            return True
        return judge().is_right(word) or any(map(judge().is_right, self._tails(small)))

    def accepts_head(self, word: str) -> bool:
        """Whether a word may be the first part of a compound: "projekt- och företagsstöd", "medborgar-"."""
        small = word.casefold()
        return judge().is_right(small + "arbete") or judge().is_right(small + "stöd")

    def _tails(self, small: str) -> Iterator[str]:
        """Yield what is left of a compound that begins with one of the report's own words, or a name of its own.

        How Swedish words are put together the dictionary knows itself.
        """
        for at in range(_LEAST + 1, len(small) - _LEAST):
            for head in {small[:at], small[:at].removesuffix("s")} & self.own:
                if not judge().is_right(head):
                    yield small[at:]


def vocabulary(underlag: Underlag) -> Vocabulary:
    """Return the vocabulary of a report; two that are alike have one and the same."""
    titles = tuple(kalla.titel for kalla in underlag.kallor.kallor)
    return _vocabulary((underlag.region, *underlag.redovisning.ordlista, *_form_texts(underlag.mall)), titles)


@lru_cache(maxsize=16)
def _vocabulary(texts: tuple[str, ...], titles: tuple[str, ...]) -> Vocabulary:
    """Return the vocabulary that has every word of some texts, and the names in some titles."""
    names = [name for title in titles for name in _NAME.findall(title)]
    own = {word.casefold() for text in [*texts, *names] for word in _LETTERS.findall(text)}
    return Vocabulary(frozenset(own | _WORDS))


def _form_texts(mall: Mall) -> Iterator[str]:
    for omrade in mall.omraden:
        yield omrade.rubrik
        yield from (instruktion.text for instruktion in omrade.instruktioner)
        for lead in omrade.fragor_i_formularet:
            for fraga in (lead, *lead.delfragor):
                yield fraga.text
                yield fraga.foljdtext or ""
