"""The commands by name, with what each does; none of them is imported to tell."""

from unicodedata import combining, normalize

COMMANDS = {
    "ny": "Skapar en mapp för en ny redovisning.",
    "kontrollera": "Kontrollerar en redovisning mot formulärets gränser och krav.",
    "lage": "Visar hur långt varje svar har kommit, och vem som har det.",
    "regel": "Visar reglerna, eller vad en regel säger och varför.",
    "bygg": "Bygger Worddokumentet som lämnas in.",
    "importera": "Hämtar svar ur ett ifyllt Worddokument till en mapp.",
    "angra": "Visar och tar tillbaka det som ett kommando skrev över.",
    "rakna": "Räknar tecken som formuläret gör.",
    "siffror lista": "Visar tabellerna i siffror/, med kolumner och ett exempel.",
    "siffror visa": "Visar varje siffras väg: uttryck, tabell, rader, kolumner.",
    "mall visa": "Visar ett års formulär: områden, gränser och frågor.",
    "mall skapa": "Skapar ett nytt formulär ur myndighetens Wordfil.",
    "mall diff": "Visar vad som skiljer två års formulär.",
    "underlag lista": "Visar källorna: vilka svar som nämner dem, vad som saknas.",
    "underlag sok": "Söker i källornas papper.",
    "underlag forslag": "Föreslår stycken ur papperen till ett svar.",
    "hjalp": "Visar hur arbetet går till, ämne för ämne.",
    "komplettering": "Gör att Tab fyller i kommandon och flaggor.",
}
COMPLETE = "_RAPPORT_COMPLETE"  # set by a shell that asks how a line may go on


def folded(name: str) -> str:
    """Return a command's or a flag's name as it is known here: läge is lage, område is omrade."""
    return "".join(letter for letter in normalize("NFD", name) if not combining(letter))
