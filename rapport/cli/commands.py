"""The commands by name, with what each does; none of them is imported to tell."""

import os
import sys
from pathlib import Path
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
    "samla": "Samlar många regioners redovisningar i en datamängd.",
    "analysera": "Svarar på frågor om alla redovisningar i en samling.",
    "jamfor": "Visar hur andra regioner svarar på frågan du skriver på.",
    "redigera": "Öppnar redovisningen i webbläsaren, där svaren skrivs.",
    "genvag": "Lägger en genväg till redigeraren på skrivbordet.",
    "lsp": "Kontrollerar i redigeraren medan du skriver.",
    "hjalp": "Visar hur arbetet går till, ämne för ämne.",
    "komplettering": "Gör att Tab fyller i kommandon och flaggor.",
}
COMPLETE = "_RAPPORT_COMPLETE"  # set by a shell that asks how a line may go on


def folded(name: str) -> str:
    """Return a command's or a flag's name as it is known here: läge is lage, område is omrade."""
    return "".join(letter for letter in normalize("NFD", name) if not combining(letter))


def program() -> str:
    """Return what the user writes to run the program: rapport, or python -m rapport where its .exe may not be run."""
    if Path(sys.argv[0]).name != "__main__.py":
        return "rapport"
    python = Path(sys.orig_argv[0])
    if python.is_absolute() and python.is_relative_to(Path.cwd()):
        python = python.relative_to(Path.cwd())
    elif python.is_absolute():  # as Windows has it, whatever was written: in no environment of its own that was py
        python = Path("py" if os.name == "nt" and sys.prefix == sys.base_prefix else python.stem)
    return f"{python} -m rapport"


def this_python() -> str:
    """Return how the Python that runs this is written on a command line: in another one there may be no rapport."""
    if not any(sign in sys.executable for sign in " &()'"):
        return sys.executable
    return f'& "{sys.executable}"' if os.name == "nt" else f'"{sys.executable}"'
