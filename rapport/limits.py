"""What is accepted, and how much of it: every limit in one place, and the budget that is spent while a file is read.

What is beyond a limit is refused whole, in one sentence, and never read in part. ``rapport hjalp granser`` shows them.
"""

from rapport.errors import InputError


class Limit:
    """The most that there may be of something, and what that is in Swedish, as it stands behind the number."""

    __slots__ = ("most", "what")

    def __init__(self, most: int, what: str) -> None:
        self.most = most
        self.what = what

    def __str__(self) -> str:
        return f"{self.most:,}".replace(",", " ") + f" {self.what}"


class TooMuchError(InputError):
    """A file holds more than is read of it; ``words`` go on after its name: "har fler än 50 000 stycken …"."""

    def __init__(self, limit: Limit) -> None:
        self.words = (
            f"har fler än {limit} och läses inte. Dela upp filen, eller spara en kopia med bara det som behövs."
        )
        super().__init__(f"Filen {self.words}")

    @property
    def parts(self) -> tuple[str, str]:
        """What is the matter, as it goes on after the file's name, and what to do about it."""
        what, _, hint = self.words.partition(". ")
        return f"{what}.", hint


class Budget:
    """What one file has come to so far, of each thing that it may not have any amount of."""

    __slots__ = ("_spent",)

    def __init__(self) -> None:
        self._spent: dict[Limit, int] = {}

    def spend(self, limit: Limit, amount: int = 1) -> None:
        """Note that there is more of something; TooMuchError where it is more than there may be."""
        spent = self._spent[limit] = self._spent.get(limit, 0) + amount
        if spent > limit.most:
            raise TooMuchError(limit)


def within(limit: Limit, amount: int) -> None:
    """Raise TooMuchError where there is more of something than there may be."""
    if amount > limit.most:
        raise TooMuchError(limit)


# A zip, which .docx and .xlsx are: before any of it is parsed.
ZIP_PARTS = Limit(2_000, "delar")
ZIP_BYTES = Limit(100_000_000, "byte när den packas upp")
XML_TAGS = Limit(1_500_000, "märken i sin XML")  # what opens and closes elements
XML_VALUES = Limit(1_500_000, "attribut i sin XML")

# A Word document, by all that shows it: what is repeated is spent each time that it shows.
WORD_PARAGRAPHS = Limit(50_000, "stycken")
WORD_FORM = Limit(10_000, "stycken i ett ifyllt formulär")
WORD_FORM_TEXT = Limit(300_000, "tecken i ett ifyllt formulär")
WORD_STYLES = Limit(10_000, "formatmallar")
WORD_CELLS = Limit(50_000, "celler i tabeller")
WORD_NOTES = Limit(1_000_000, "tecken i fotnoter, räknade varje gång de hänvisas till")
WORD_NUMBER = Limit(99_999, "punkter i en numrerad lista")  # Word itself goes to 32 767
WORD_LABEL = Limit(1_000, "tecken framför en punkt i en lista")
WORD_FIELDS = Limit(100, "fält i varandra")
WORD_STEPS = Limit(500_000, "delar att gå igenom")  # where something is looked through more than once

# A file of ours: YAML or Markdown.
TEXT_BYTES = Limit(2_000_000, "byte")  # thirty times a whole report
TEXT_LINES = Limit(50_000, "rader")
YAML_DEPTH = Limit(12, "nivåer")
YAML_VALUES = Limit(20_000, "nycklar och värden")
YAML_FINDINGS = Limit(100, "fel i samma fil")  # shown; the rest are numbered
YAML_FILES = Limit(200, "YAML-filer")

# A table in siffror/.
TABLE_FILES = Limit(50, "tabeller")
TABLE_BYTES = Limit(4_000_000, "byte")
TABLE_ROWS = Limit(20_000, "rader")
TABLE_COLUMNS = Limit(100, "kolumner")
TABLE_CELLS = Limit(150_000, "celler")
TABLE_CELL = Limit(10_000, "tecken i en cell")
BOOK_SHEETS = Limit(20, "blad")
BOOK_PARTS = Limit(500, "delar")
BOOK_BYTES = Limit(60_000_000, "byte när den packas upp")
BOOK_FORMATS = Limit(65_490, "cellformat")  # Excel's own
BOOK_MERGED = Limit(50_000, "sammanfogade områden i ett blad")

# A paper in kallor/.
PAPERS = Limit(10_000, "filer")
PAPER_BYTES = Limit(50_000_000, "byte")
PAPER_SNIPPETS = Limit(50_000, "stycken")
PDF_PAGES = Limit(2_000, "sidor")
PDF_CHARACTERS = Limit(10_000_000, "tecken")
PDF_FORM_PAGES = Limit(300, "sidor i ett ifyllt formulär")
PDF_FORM_CHARACTERS = Limit(600_000, "tecken i ett ifyllt formulär som är PDF")
PDF_LINES = Limit(6_000, "rader i ett ifyllt formulär som är PDF eller text")
PAPER_SHEETS = Limit(100, "blad")
PAPER_ROWS = Limit(50_000, "rader")
PAPER_COLUMNS = Limit(200, "kolumner")

# A data set of many regions' reports, which anybody may have made.
SAMLING_SECONDS = Limit(30, "sekunder att läsa ur en samling")
SAMLING_BYTES = Limit(20_000_000, "byte i ett värde i en samling")
SAMLING_REPORTS = Limit(50_000, "redovisningar i en samling")
SAMLING_ANSWER = Limit(100_000, "tecken av ett svar ur en samling")  # six times what a whole area may be
SAMLING_CELLS = Limit(4_000, "celler i ett svars tabeller ur en samling")
SAMLING_NAMED = Limit(200, "aktörer, mål eller grunder i ett svar ur en samling")

# The process that reads what a library of somebody else's reads: PDF and Excel.
PROCESS_SECONDS = Limit(60, "sekunder")
PROCESS_PAUSE = Limit(3, "sekunder för en sida eller ett blad")
PROCESS_BYTES = Limit(600_000_000, "byte minne")
