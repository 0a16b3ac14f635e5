"""What the commands say with files and flags, said for one who has only the page: what she is to do there."""

import re

# As the commands say it, and as the page does; the tests take each from where it is said.
_SAID = [
    (r"Kopiera dem som gäller i år till .*\byaml\.$", "Släpp dem som gäller i år på sidan."),
    (r"skriv det under ordlista i rapport\.yaml", "lägg till det i ordlistan"),
    (r"(Lägg till (?:beslutet|handlingen)) i kallor\.yaml", r"\1 under Lägg till filer"),
    (r"i kallor\.yaml", "i registret över källor"),
    (r"Lägg den, som (\S+) eller (\S+), i mappen siffror .*?mapp\.", r"Släpp den på sidan, som \1 eller \2."),
    (r"Tabellerna där är", "Tabellerna som finns är"),
    (r"^.* har inga papper att söka i \((.*)\)\. Lägg dem i .*$", r"Här finns inga papper än. Släpp dem på sidan: \1."),
    (r"Byt i rapport\.yaml när", "Be den som sköter programmet att byta formulär när"),
    (r"Lägg årets tabeller i .*, (med samma namn och kolumner)", r"Släpp årets tabeller på sidan, \1"),
    (r" \(tillåt\)", ""),
]


def on_page(text: str) -> str:
    """Return what is said as the page says it."""
    for said, instead in _SAID:
        text = re.sub(said, instead, text, flags=re.DOTALL)
    return text
