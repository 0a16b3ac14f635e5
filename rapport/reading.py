"""Reading a report whole: its answers, the figures they take from its tables, and its register of papers.

What reads tables is loaded when the first expression, or the first amount typed by hand, asks for it.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from rapport.domain.belopp import KandaBelopp, find_belopp
from rapport.domain.figur import Rendered
from rapport.domain.underlag import Loaded
from rapport.finding import Finding
from rapport.store.kallor import PAPERS, load_register
from rapport.store.underlag import load as load_folder

if TYPE_CHECKING:
    from decimal import Decimal

    from rapport.figures.render import FigureRenderer
    from rapport.sources.index import Progress

TABLES = "siffror"


def load(folder: Path, progress: "Progress | None" = None) -> Loaded:
    """Read a report folder, its figures and its register in place; raises as ``store.underlag.load`` does.

    ``progress`` is told how far the reading of papers has come, when they have to be read.
    """
    figures = Figures(folder, progress)
    loaded = load_folder(folder, figures)
    texts = [svar.text for svar in loaded.underlag.svar_by_fraga.values()]
    register, faults = load_register(folder)
    underlag = loaded.underlag.model_copy(update={"belopp": figures.amounts(texts), "kallor": register})
    return Loaded(underlag, (*loaded.findings, *figures.findings, *faults))


def _has_files(folder: Path) -> bool:
    return folder.is_dir() and any(file.is_file() for file in folder.rglob("*"))


class Figures:
    """The Renderer of a report folder."""

    def __init__(self, folder: Path, progress: "Progress | None" = None) -> None:
        self._folder = folder
        self._progress = progress or (lambda _done, _total: None)
        self._renderer: FigureRenderer | None = None

    def __call__(self, text: str) -> Rendered:
        """Return an answer, as written, with its expressions evaluated."""
        return self._loaded()(text)

    def amounts(self, texts: list[str]) -> KandaBelopp | None:
        """Return every amount that the answers may repeat; None with nothing to compare, or nothing to compare with.

        The papers are looked into only when the tables do not know all that the answers name.
        """
        has_tables, has_papers = (_has_files(self._folder / name) for name in (TABLES, PAPERS))
        named = [belopp for text in texts for belopp in find_belopp(text)]
        if not named or not (has_tables or has_papers):
            return None
        known: list[Decimal] = []
        if has_tables:
            from rapport.figures.amounts import amounts_in

            known = list(amounts_in(self._loaded().tables))
        in_tables = KandaBelopp.of(known)
        if not has_papers or all(in_tables.has(belopp.value, belopp.step / 2) for belopp in named):
            return in_tables
        from rapport import papers

        in_papers = (
            belopp.value for text in papers.texts(self._folder, self._progress) for belopp in find_belopp(text)
        )
        return KandaBelopp.of([*known, *in_papers])

    @property
    def findings(self) -> list[Finding]:
        """What was wrong with the tables, as far as any was read."""
        return self._renderer.tables.findings if self._renderer else []

    def _loaded(self) -> "FigureRenderer":
        if self._renderer is None:
            from rapport.figures.render import FigureRenderer
            from rapport.figures.tables import Tables

            self._renderer = FigureRenderer(Tables(self._folder))
        return self._renderer
