"""Reading a report whole: the folder's answers, with the figures that their expressions take from its tables."""

from pathlib import Path

from rapport.domain.figur import Renderer
from rapport.domain.underlag import Loaded
from rapport.figures.amounts import known_amounts
from rapport.figures.render import FigureRenderer
from rapport.figures.tables import Tables
from rapport.store.underlag import load as load_folder


def load(folder: Path) -> Loaded:
    """Read a report folder, its figures in place; raises as ``store.underlag.load`` does."""
    tables = Tables(folder)
    loaded = load_folder(folder, FigureRenderer(tables))
    texts = [svar.text for svar in loaded.underlag.svar_by_fraga.values()]
    underlag = loaded.underlag.model_copy(update={"belopp": known_amounts(tables, folder, texts)})
    return Loaded(underlag, (*loaded.findings, *tables.findings))


def renderer_of(folder: Path) -> Renderer:
    """Return what puts figures into the answers of a folder, for a file that is read alone."""
    return FigureRenderer(Tables(folder))
