"""Swedish as a search needs it: letters folded, endings taken off, words that say nothing.

Folding is the same on papers and on questions, so that a word finds itself whether or not å ä ö have survived
scanning. It never joins words that differ in other letters; what scanning does beyond it, ``variants`` guesses.
"""

import re
import unicodedata

_FOLD = str.maketrans({"å": "a", "ä": "a", "ö": "o", "ø": "o", "æ": "a", "ü": "u", "ß": "ss"})
# é stands for å, ä or ö where no Swedish word has an é: anywhere but last, or before an ending.
_TRUE_E = re.compile(r"é(?=(?:e?r|e?rna|e?n|ns|s|t|a)?$)")
_DIGIT_FOR = str.maketrans("0146", "olao")
_DIGIT_IN_WORD = re.compile(r"(?<!\d)[0146](?=[a-zåäöé])")
_MIN_LETTERS = 3  # in a word with a digit in it, for the digit to be a misread letter

# Endings that leave a word even when it is short (tåget, målen), and those that need more of it to be sure.
_AFTER_THREE = "arnas|ernas|ornas|arna|erna|orna|ets|ens|an|ar|en|er|et|or|a|e"
_AFTER_FOUR = (
    "heternas|heterna|hetens|heten|heter|hets|het|andets|andet|andes|ande|ades|ade|aste|ast|arens|aren|are"
    "|ats|ad|at|as|es|(?<=[aeiuy])ns|na|s|(?<=[aeiuy])n"
)
_T_ENDING = re.compile(r"(?<=sk|ig|al|iv)t$|(?<=ell)t$")
_STEMS = (re.compile(rf"(\w{{3,}}?)(?:{_AFTER_THREE})$"), re.compile(rf"(\w{{4,}}?)(?:{_AFTER_FOUR})$"))

# Words that only begin as another does: miljoner are not made with miljö.
NOT_MADE_WITH = {"miljo": "miljon", "kommun": "kommunik"}

_STOPWORDS = """
alla allt andra att av bara bl bland blev bli blir blivit både ca dag de dem den denna deras dess dessa det detta
dig din dock du där då efter eller en enligt ett exempel exempelvis finns fler flera fram från få får för före genom
gör göra ha hade han har henne hon hur i idag in inför ingen inom inte ja jag kan kommer kring kunde kunna man med
mellan men mer mot mycket ni nog nu nya när någon något några och också olika om oss per på redan samma samt sedan
ska skall skulle som sätt så sådan sådana såsom t till under upp ur ut utan utifrån vad var vara varit varje vars vi
via vid vidare vilka vilken vilket vill vår våra våren än är även år åren året över övriga
"""
STOPWORDS = frozenset(_STOPWORDS.split())
# What a form asks with, whatever it asks about.
_ASKING = """
aktuellt ange anslaget ansluter arbeta arbetar arbetat arbete arbetet baserar beakta beaktat beaktats bedrivits
beskriv beskriva beskrivning bidra bidragit bidrar effekt effekter effekterna eventuella fastställda
framgångsfaktorer fråga frågorna fungerat genomföra genomförandet genomförts grundar hjälp hänsyn inklusive insats
insatser integrera integrerats mål målen målet möjlighet möjligheter möjligt möta nå nått område områden området
ovan prestation prestationer prestationerna påverkat region regional regionala regionalt regionen regionens resultat
resultatbeskrivningen samhällsutmaningarna strategisk strategiskt svar särskilt tagit tillvara uppnå uppnått
utmaningar utveckling utvecklingsarbete utvecklingsarbetet viktig viktiga viktigast viktigaste ytterligare
"""
ASKING = frozenset(_ASKING.split())


def fold(word: str) -> str:
    """Return a word in lower case without å ä ö, with digits that scanning has put for letters made letters."""
    text = unicodedata.normalize("NFC", word.lower())
    if "é" in text:
        text = _TRUE_E.sub("e", text)
    if _DIGIT_IN_WORD.search(text) and sum(map(str.isalpha, text)) >= _MIN_LETTERS:
        text = _DIGIT_IN_WORD.sub(lambda digit: digit[0].translate(_DIGIT_FOR), text)
    text = text.translate(_FOLD)
    return text if text.isascii() or "é" in text else _without_marks(text)


def stem(folded: str) -> str:
    """Return a folded word without its endings, so that samverkansrådets, -rådet and -råd are one.

    Endings are taken off until there are no more: what looks like one and is none (the -ad of råd) is then lost
    in all of a word's forms alike.
    """
    text = _T_ENDING.sub("", folded)
    while (shorter := without_ending(text)) != text:
        text = shorter
    return text


def without_ending(folded: str) -> str:
    """Return a folded word without its last ending, the longest that it can be."""
    found = [match[1] for pattern in _STEMS if (match := pattern.match(folded))]
    return min(found, key=len, default=folded)


def _without_marks(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", text))) or text


# What scanning makes of a letter. What could also be another word is only believed in long words.
_LOST = {"å": ("a", "é", "éa", "aé"), "ä": ("a", "é", "éa", "éd", "aé"), "ö": ("o", "é", "éo", "oé")}
_LOST_IN_LONG = {"å": ("i", "d", "ai"), "ä": ("i", "d", "ai", "ad"), "ö": ("d",), "m": ("m", "rn")}
_LONG = 7
_FIRST_L = "[li]"


def variants(word: str, stemmed: str) -> tuple[str, re.Pattern[str]] | None:
    """Return what a word's stem may have become in scanning: the letters that are safe, and a pattern for all of it.

    None when nothing in the word is likely to be lost.
    """
    letters = unicodedata.normalize("NFC", word.lower())[: len(stemmed)]
    if fold(letters) != stemmed or len(letters) < _MIN_LETTERS:
        return None
    is_long = len(word) >= _LONG
    pieces = [_piece(sign, is_first=number == 0, is_long=is_long) for number, sign in enumerate(letters)]
    pattern = "".join(pieces)
    if pattern == stemmed:
        return None
    safe = next((n for n, piece in enumerate(pieces) if len(piece) > 1), len(pieces))
    return stemmed[:safe], re.compile(pattern)


def _piece(sign: str, *, is_first: bool, is_long: bool) -> str:
    choices = _LOST.get(sign, ()) + (_LOST_IN_LONG.get(sign, ()) if is_long else ())
    if choices:
        return f"(?:{'|'.join(choices)})"
    return _FIRST_L if sign == "l" and is_first and is_long else sign
