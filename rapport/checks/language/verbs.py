"""Verbs: which form of a verb a word is, where it can be nothing else."""

from rapport.checks.spelling.paradigms import paradigms
from rapport.checks.words import listed

# Infinitives that reports are full of, and that are nothing else, whatever the dictionary says.
_INFINITIVES = frozenset(
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
_ONLY_VERB = frozenset(("v", "inf", "pres"))
# Words that the dictionary has among the verbs only, and that are something else in a report: nouns, adjectives, names.
_NO_VERBS = frozenset(
    listed(
        "inför utöver över hur sin sina rätta lätta andra hela båda bägge raka var väster hälsa skada smitta gifta "
        "rese väte permanenta famna ena bete kapa ladda vila tro väga tredska aga dua lycka trä uppdra fråga nacka "
        "isa meta döda laga maka tuffa brygga inge satta äkta ära skugga kedja lova sluta förtro makar lite mot snart "
        "trenda åklagar sysselsatta översatta utsända direktsända europiska höra via klara sökta ebba lomma nybro "
        "stena örebro blekinge haninge kungsbacka angola pristina trosta kristina gode vuxnas hos nånstans medan "
        "färga ange livesända ansatta skärpa linda utomlands bedra tidsatta salta"
    )
)
_NOUN_ENDINGS = ("hälsa", "skada", "smitta", "fråga", "kedja", "bro", "bete", "handla", "grupps", "satta")
_SHORT = frozenset(listed("söka leva köpa läsa köra hyra äga öka höja bära göra växa lösa nå få ge ta dra bli"))
_SHORTEST = 5
# The past tense of verbs that change their vowel, or that the dictionary lists without a word of how they are bent.
_PAST = frozenset(
    listed(
        "gjorde kom fick gick blev tog gav stod höll skrev sjönk hade kunde ville visste fanns ledde "
        "skedde bidrog deltog genomförde innebar medförde valde sålde bröt beslöt föll växte satte"
    )
)
_SUPINES = frozenset(
    listed("gjort fått blivit varit haft kommit gått tagit gett givit stått skrivit bidragit deltagit genomfört lett")
)

_NO_SUPINES = frozenset(
    listed("lät bröt sköt slöt njöt flöt göt knöt gret grät bet slet rät vet mot vart snart bort upphävt")
)


def is_infinitive(word: str) -> bool:
    """Whether a word is an infinitive and nothing else."""
    if word in _NO_VERBS or word.endswith(_NOUN_ENDINGS) or (len(word) < _SHORTEST and word not in _SHORT):
        return False
    return word in _INFINITIVES or paradigms().forms(word) == {"v", "inf"}


def is_present(word: str) -> bool:
    """Whether a word is the present tense of a verb and nothing else."""
    if word in _NO_VERBS or not word.endswith("r"):
        return False
    forms = paradigms().forms(word)
    is_of_known = word[:-1] in _INFINITIVES or (word.endswith("er") and f"{word[:-2]}a" in _INFINITIVES)
    return is_of_known or ("pres" in forms and forms <= _ONLY_VERB)


def is_present_passive(word: str) -> bool:
    """Whether a word is a passive in the present tense that differs from the infinitive: "används", "byggs"."""
    if not word.endswith("s") or word.endswith(("as", "ts")) or len(word) < _SHORTEST or word in _NO_VERBS:
        return False
    return "inf" in paradigms().forms(f"{word[:-1]}a") and paradigms().forms(word) <= {"v", "x"}


def is_passive_infinitive(word: str) -> bool:
    """Whether a word is a passive that is no supine: "utvecklas"."""
    return word.endswith("as") and is_infinitive(word[:-1])


def is_past(word: str) -> bool:
    """Whether a word is the past tense of a verb: "gjorde", "redovisades"."""
    return word in _PAST or (word.endswith("ades") and "inf" in paradigms().forms(word[:-3]))


def is_supine(word: str) -> bool:
    """Whether a word is a supine and nothing else: "gjort", "utvecklats"."""
    return word in _SUPINES or (word.endswith("ats") and "inf" in paradigms().forms(word[:-2]))


def infinitive_of(word: str) -> str:
    """Return the infinitive of a verb in the present tense, the word itself where none is known."""
    stem = word.removesuffix("s") if word.endswith("s") else word
    for may_be in (stem.removesuffix("r"), f"{stem.removesuffix('er')}a", f"{stem}a"):
        if may_be != word and ("inf" in paradigms().forms(may_be) or may_be in _INFINITIVES):
            return may_be
    return word


def is_active_supine(word: str) -> bool:
    """Whether a word is an active supine and nothing else: "tagit", "genomfört"; "anpassat" is an adjective too."""
    if not word.endswith("t") or word in _NO_SUPINES:
        return False
    return word in _SUPINES or paradigms().forms(word) == {"v"}
