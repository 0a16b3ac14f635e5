"""Acts of the EU that a region's report may cite: number, what it is about, and what has taken its place.

Source: Svensk författningssamling's references to them and EUR-Lex, November 2026. An act that has been replaced stands
with the first year in which the other alone applies to what is decided; older programmes follow the older act.
"""

from dataclasses import dataclass
from functools import cache

# number | what it is | words that only its title has; other words | replaced by, from what year
_AKTER = """
651/2014  | allmänna gruppundantagsförordningen | gruppundantag; förenliga med den inre marknaden |
800/2008  | den förra allmänna gruppundantagsförordningen | | 651/2014 2015
2023/2831 | förordningen om stöd av mindre betydelse | mindre betydelse; de minimis; försumbart stöd |
1407/2013 | den förra förordningen om stöd av mindre betydelse | | 2023/2831 2025
1998/2006 | en äldre förordning om stöd av mindre betydelse | | 2023/2831 2015
2021/1060 | förordningen om gemensamma bestämmelser | gemensamma bestämmelser |
1303/2013 | den förra förordningen om gemensamma bestämmelser | | 2021/1060 2024
1083/2006 | en äldre förordning om gemensamma bestämmelser | | 2021/1060 2017
2021/1058 | förordningen om Europeiska regionala utvecklingsfonden och Sammanhållningsfonden |\
 regionala utvecklingsfonden; regionalfonden; sammanhållningsfonden |
1301/2013 | den förra förordningen om Europeiska regionala utvecklingsfonden | | 2021/1058 2024
2021/1057 | förordningen om Europeiska socialfonden+ | socialfonden |
1304/2013 | den förra förordningen om Europeiska socialfonden | | 2021/1057 2024
2021/1059 | förordningen om Interreg | interreg; territoriellt samarbete |
1299/2013 | den förra förordningen om europeiskt territoriellt samarbete | | 2021/1059 2024
2021/1056 | förordningen om Fonden för en rättvis omställning | rättvis omställning |
2021/2115 | förordningen om strategiska planer inom jordbrukspolitiken | strategiska plan |
2023/2832 | förordningen om stöd av mindre betydelse för tjänster av allmänt ekonomiskt intresse | |
1408/2013 | förordningen om stöd av mindre betydelse inom jordbruket | |
717/2014  | förordningen om stöd av mindre betydelse inom fisket | |
2022/2472 | gruppundantagsförordningen för jordbruk och skogsbruk | |
2022/2473 | gruppundantagsförordningen för fiske och vattenbruk | |
2016/679  | dataskyddsförordningen | dataskydd; behandling av personuppgifter |
"""


@dataclass(frozen=True, slots=True)
class EuAkt:
    """One act of the EU: ``ord`` are words of its title that no other act here has; none where they are shared."""

    nummer: str
    namn: str
    ord: tuple[str, ...]
    ersatt_av: str | None
    fran: int

    @property
    def skrivs(self) -> str:
        """Its number as it is written: "nr" stands before the older ones, whose year comes last."""
        return f"(EU) {self.nummer}" if self.nummer.startswith("20") else f"(EU) nr {self.nummer}"


@cache
def eu_akter() -> dict[str, EuAkt]:
    """Return every act by its number."""
    return {akt.nummer: akt for akt in map(_akt, _AKTER.strip().splitlines())}


def _akt(line: str) -> EuAkt:
    nummer, namn, words, gone = (part.strip() for part in line.split("|"))
    instead, _, year = gone.partition(" ")
    ord_ = tuple(word.strip() for word in words.split(";") if word.strip())
    return EuAkt(nummer, namn, ord_, instead or None, int(year or 0))
