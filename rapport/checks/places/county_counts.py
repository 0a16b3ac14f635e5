"""How many municipalities the county is said to have, and how many municipalities, regions and counties the country."""

import re
from collections.abc import Iterator

from rapport.checks.rule import Remark, hits
from rapport.checks.time.past import is_past
from rapport.checks.words import listed
from rapport.domain.regioner import Lan
from rapport.domain.svar import Svar

_WORDS = listed(
    "noll en två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo"
)
_IN_WORDS = 12
_HOW_MANY = r"(?P<ord>\d{1,3}|[a-zåäö]{2,12}) kommuner\b(?! och regioner)"
_IN_COUNTRY = {"kommun": 290, "regioner": 21, "länsstyrelser": 21, "län": 21, "medlems": 27}
_OF_COUNTRY = (
    r"\b(?:[Ll]andets|Sveriges|EU:s) (?:alla |samtliga )?"
    r"(?P<ord>\d{2,3} (?:kommuner|regioner|länsstyrelser|län|medlemsländer|medlemsstater))\b"
    r"(?! (?:och|samt|med|som|i) )"
)
_NEAR = 3  # a number further off than this may be that of a part of them
_BREXIT = 2020
_FEW = 3
# What tells which municipalities are meant, so that they need not be the county's.
_SOME = re.compile(
    r" (?:i|som|inom|där|på|med|vid|längs|kring|runt|utanför|norr|söder|öster|väster|vilka|från|av|utan|ut[oö]ver|och"
    r"|samt) "
    r"|(?:,| \() ?(?:som|där|vilka|utom|utan|inklusive|förutom)"
)


def of_county(svar: Svar, own: Lan) -> Iterator[Remark]:
    """Yield a remark where the county is said to have another number of municipalities than it has."""
    short = own.region.removeprefix("Region ").removesuffix(" län").removesuffix("s").replace("regionen", "")
    ours = rf"(?:[Ll]änets|{re.escape(short)}s)"
    pattern = rf"(?:\b{ours} (?:samtliga |alla )?|\b(?:[Ss]amtliga|[Aa]lla) (?:av {ours} )?){_HOW_MANY}"
    for hit in hits(svar, pattern, signs=("kommuner",)):
        after, before = svar.text[hit.end : hit.end + 40], svar.text[max(0, hit.start - 30) : hit.start]
        word = hit.excerpt
        number = int(word) if word.isdigit() else _WORDS.index(word) if word in _WORDS else own.kommuner
        is_all = re.search(rf"{ours} (?:\w+ )?$", before) or after.startswith(
            (" kommuner i länet", f" kommuner i {short}")
        )
        # "Samtliga 32 kommuner" with nothing behind that tells which: nobody rounds, and few count others.
        is_near = number > _FEW and abs(number - own.kommuner) <= _NEAR
        if number != own.kommuner and (is_all or (is_near and not _SOME.match(after.removeprefix(" kommuner")))):
            message = f"{own.lan} har {_told(own.kommuner)}, inte {word}."
            yield hit.remark(message, "Kontrollera antalet, och att texten inte har följt med från en annan region.")


def of_country(svar: Svar) -> Iterator[Remark]:
    """Yield a remark where the country is said to have another number of municipalities, regions or counties."""
    for hit in hits(svar, _OF_COUNTRY, signs=("andets ", "Sveriges ", "EU:s ")):
        number, _, what = hit.excerpt.partition(" ")
        right = next(many for kind, many in _IN_COUNTRY.items() if what.startswith(kind))
        is_eu = what.startswith("medlems")
        if int(number) != right and abs(int(number) - right) <= _NEAR and not (is_eu and is_past(hit, _BREXIT)):
            where = "EU" if is_eu else "Sverige"
            yield hit.remark(f"{where} har {right} {what}, inte {number}.", "Kontrollera antalet.")


def _told(number: int) -> str:
    if number == 1:
        return "en kommun"
    return f"{_WORDS[number] if number <= _IN_WORDS else number} kommuner"
