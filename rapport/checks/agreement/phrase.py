"""Phrase: a determiner, the adjectives behind it and their noun, as they stand in an answer's text."""

import re
from dataclasses import dataclass

from rapport.checks.language.finite import OPENERS, is_finite
from rapport.checks.language.smallwords import clause_before
from rapport.checks.rule import Hit
from rapport.checks.spelling.paradigms import Forms
from rapport.checks.words import listed

ADJECTIVE = frozenset(listed("au an aw ai"))
PARTICIPLE = ("ande", "ende")
NUMBERS = frozenset(listed("två tre fyra fem sex sju åtta nio tio elva tolv"))
# These stand before a definite noun without an article, and "de" before them may be a word of its own.
_EXEMPT = frozenset(
    listed(
        "hela halva förra samma själva ena båda bägge egna enda senaste sista första nuvarande dåvarande rätta vissa "
        "norra södra östra västra mellersta inre yttre övre nedre högra vänstra"
    )
)
LEADING = frozenset(
    listed("i på av till för med om från vid under inom genom mot över enligt utifrån kring bland mellan via att och")
)
_RELATIVE = re.compile(r"\b(?:som|där|vars|vilken|vilka|vilket|då|dit|när|vi|de|man|hon|han|det|ni|jag)\b")
VERBS = frozenset(
    listed(
        "är var har hade ska skulle kan kunde vill fick får blir blev bör måste finns fanns gör gav ger tog kommer kom "
        "går gick innebär visar visade leder ledde bidrar bidrog saknas krävs behövs omfattar består antogs beslutades "
        "används bedrivs drivs genomförs sker pågår fortsätter ligger"
    )
)
_TELLING = frozenset(listed("är var blir blev utgör möter gäller gällde visar speglar orsakar orsakas"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A determiner in small letters, its adjectives with what they can be, and its noun with what it can be.

    ``before`` is the word before it, nothing where it begins a sentence; ``after`` the text behind it.
    """

    hit: Hit
    determiner: str
    adjectives: tuple[tuple[str, Forms], ...]
    noun: str
    forms: Forms
    before: str
    after: str

    def is_only(self, *forms: str) -> bool:
        """Whether the noun is one of some forms for sure."""
        return self.forms <= frozenset(forms)

    def fits(self, wanted: str) -> bool:
        """Whether the adjectives are as wanted; one before another may be its adverb: "regionalt förankrad"."""
        last = len(self.adjectives) - 1
        return all(
            forms & {wanted, "ai"} or (number < last and "an" in forms)
            for number, (_, forms) in enumerate(self.adjectives)
        )

    @property
    def is_weak(self) -> bool:
        """Whether the noun's adjective is as after "den", and can be nothing else: "nya", "kommande"."""
        if not self.adjectives:
            return False
        word, forms = self.adjectives[-1]
        return ("aw" in forms and "v" not in forms) or word.endswith(PARTICIPLE)

    @property
    def is_exempt(self) -> bool:
        """Whether it has an adjective that stands as it likes."""
        return any(word in _EXEMPT for word, _ in self.adjectives)

    @property
    def is_led(self) -> bool:
        """Whether the determiner can be no word of its own: it begins a sentence or follows a preposition."""
        return not self.before or self.before in LEADING

    @property
    def is_before_verb(self) -> bool:
        """Whether a verb follows that can only be the phrase's own."""
        word = (self.after.split() or [""])[0]
        return self.after.startswith(" ") and (word in {"är", "var", "blir", "blev"} or word.endswith(("ades", "tes")))

    @property
    def is_closed(self) -> bool:
        """Whether what follows tells no more of the noun: it ends the sentence, or a verb follows."""
        rest = re.split(r"[.!?\n]", self.after, maxsplit=1)[0]
        words = rest.split()
        if _RELATIVE.search(rest):
            return False
        if not words:
            return True
        is_verb = words[0] in VERBS or words[0].endswith(("ade", "ades", "tes")) or is_finite(words[0])
        return rest[0] == " " and is_verb

    @property
    def ends_with_phrase(self) -> bool:
        """Whether the sentence ends behind the noun, or a preposition follows, so that no clause begins there."""
        return self.after[:1] in {".", ";", "\n", ""} or self.after.split()[0] in LEADING - {"att", "och"}

    @property
    def is_no_clause(self) -> bool:
        """Whether "det minskade efterfrågan" can have no verb: the clause has one before it, "är" or "beror på"."""
        if "aw" not in self.adjectives[-1][1] or not self.ends_with_phrase:
            return False
        clause = clause_before(self.hit)
        is_inside = self.before in LEADING - {"att", "och"} and not OPENERS.search(clause)
        return self.before in _TELLING or (is_inside and any(map(is_finite, clause.split())))

    @property
    def ends_here(self) -> bool:
        """Whether a sign or a verb follows."""
        return not self.after.startswith(" ") or self.after.split()[0].rstrip(".,;:!?") in VERBS

    @property
    def is_followed_loosely(self) -> bool:
        """Whether neither an adjective nor a noun follows: "ett företaget tillhörigt lager" has both."""
        return not self.after.startswith(" ") or self.after.split()[0] in VERBS | LEADING
