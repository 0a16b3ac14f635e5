"""What an answer may not hold, and what to do about each."""

from typing import NamedTuple

MAX_LEVELS = 9  # Word has nine list levels
MAX_CHARACTERS = 60_000  # as much as all the limits of the form together
MAX_BRACKETS = 1_000  # more make the parser slow, and mean nothing

MERGED_CELLS = (
    "Tabellens sammanslagna celler delas upp, och de som inte hade egen text är tomma.",
    "Läs tabellen och fyll i cellerna.",
)
NOT_ALLOWED = {
    "heading": ("Rubriker får inte stå i ett svar.", "Gör raden till fet text: **Rubrik**."),
    "html": (
        "HTML får inte stå i ett svar.",
        "Skriv med Markdown, eller sätt \\ före < om tecknet ska synas.",
    ),
    "image": ("Bilder får inte stå i ett svar.", "Ta bort bilden och beskriv den i text."),
    "code": ("Kodmarkering (`) får inte stå i ett svar.", "Ta bort tecknen `."),
    "blockquote": (
        "Citatblock (>) får inte stå i ett svar.",
        "Ta bort > i radens början och sätt citatet inom ”…”.",
    ),
    "hr": ("En linje (---) får inte stå i ett svar.", "Ta bort raden; en tom rad skiljer stycken åt."),
    "levels": (f"Listan har fler nivåer än Words {MAX_LEVELS}.", "Dela upp den i kortare listor."),
    "nesting": (
        "Texten är så djupt nästlad att den inte kan läsas säkert.",
        "Ta bort upprepade [ eller listtecken.",
    ),
    "long": (
        f"Svaret är längre än {MAX_CHARACTERS:,} tecken och läses inte.".replace(",", "\N{NO-BREAK SPACE}"),
        "Dela upp eller korta det.",
    ),
    "note-missing": ("Fotnoten har ingen text.", "Lägg till en rad sist i svaret: [^1]: Fotnotens text."),
    "note-unused": (
        "Fotnotens text hör inte till någon plats i svaret.",
        "Skriv hänvisningen, t.ex. [^1], i texten.",
    ),
    "note-double": (
        "Två fotnoter har samma nummer, så den första kommer inte med.",
        "Ge den ena ett annat nummer, i texten och i fotnoten.",
    ),
    "table-cells": (
        "Tabellraden har fler celler än rubrikraden, så de sista kommer inte med.",
        "Lägg till en kolumn i rubrikraden, eller sätt \\ före | om tecknet hör till texten.",
    ),
    "table-row": ("Raden blir en rad i tabellen ovanför.", "Sätt en tom rad mellan tabellen och texten."),
    "table-rule": (
        "Raden ser ut som en tabell men blir vanlig text.",
        "Sätt en tom rad före tabellen, och en rad med |---|---| efter rubrikraden, en --- för varje kolumn.",
    ),
    "hash": (
        "Raden börjar med # men hör till svaret och kommer med i dokumentet.",
        "Skriv anteckningar under  kommentar:  i stället.",
    ),
    "bullet": (
        "Raden börjar med ett punkttecken men blir ingen punktlista.",
        "Skriv bindestreck och blanksteg ( - ) först på raden.",
    ),
    "dash-list": (
        "Raderna börjar som i en lista men blir ingen punktlista: de fogas ihop till löpande text.",
        "Skriv bindestreck och blanksteg ( - ) först på varje rad, eller 1. 2. 3. efter en tom rad.",
    ),
    "tab-rows": (
        "Raderna är delade med tabbar, som i Excel, men blir löpande text utan kolumner.",
        "Gör en tabell: | först, mellan cellerna och sist på varje rad, och en rad med |---|---| efter rubrikraden.",
    ),
    "address": (
        "Raderna verkar vara tänkta att stå var för sig, som i en adress, men fogas ihop till en enda rad.",
        "Sluta varje rad utom den sista med omvänt snedstreck (\\), eller sätt en tom rad mellan dem.",
    ),
    "paragraphs": ("Raderna blir ett stycke.", "Sätt en tom rad mellan dem."),
    "lazy": (
        "Raden fogas till punkten ovanför.",
        "Sätt en tom rad före, eller dra in raden om den hör till punkten.",
    ),
    "marks": (
        "Stjärnor eller andra tecken för utformning står kvar i texten.",
        "Sätt lika många tecken före och efter orden, utan blanksteg innanför.",
    ),
    "star": (
        "Asteriskerna blir kursiv eller fet stil och syns inte i dokumentet.",
        "Ska de stå kvar: sätt \\ före var och en, t.ex. 5\\*3\\*2.",
    ),
    "number-taken": (
        "Raden börjar med ”{}” och blir en punkt i en numrerad lista, där numret kan bli ett annat.",
        "Hör den till texten: sätt \\ efter talet: {}",
    ),
    "bullet-taken": (
        "Raden börjar med ”{}” och blir en punktlista mitt i stycket.",
        "Hör den till texten: skriv {}  Är det en lista: sätt en tom rad före.",
    ),
    "renumbered": (
        "Punkten ”{}” får numret {} i dokumentet: numren i en lista följer alltid på varandra.",
        "Skriv numren i följd, eller sätt \\ efter talen och en tom rad mellan raderna om de ska stå som de är.",
    ),
    "note-twice": ("Samma fotnot används flera gånger.", "Skriv en egen fotnot för varje plats."),
    "note-blocks": ("En fotnot får bara innehålla löpande text.", "Skriv om listan eller tabellen som text."),
    "note-nested": ("En fotnot får inte stå i en fotnot.", "Skriv texten direkt i fotnoten."),
    "link": ("Länken leder inte till en webbadress.", "Skriv adressen med https:// eller mailto: först."),
    "link-blank": (
        "Länkens adress har ett blanksteg, så länken blir vanlig text.",
        "Skriv %20 i stället för blanksteget i adressen.",
    ),
    "link-gap": (
        "Mellan länkens text och adress står ett blanksteg, så länken blir vanlig text.",
        "Ta bort blanksteget mellan ] och (.",
    ),
    "link-text": ("Länken saknar text.", "Skriv texten mellan [ och ]."),
    "link-title": ("Länkens titel kommer inte med i dokumentet.", "Ta bort titeln inom citattecken."),
}


class Problem(NamedTuple):
    """Something in a Markdown text that an answer may not hold; ``offset`` is where ``excerpt`` stands in it."""

    message: str
    hint: str
    offset: int
    excerpt: str | None = None
    is_error: bool = True
