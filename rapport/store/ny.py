"""A new report folder: every file in place, every question above its empty answer."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from textwrap import wrap

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from rapport.disk import patiently
from rapport.domain.mall import FOOTNOTE_MARK, Fraga, Mall
from rapport.errors import InputError, OutputError, reason, what_has_changed
from rapport.filenames import require_name
from rapport.nobodys import is_empty
from rapport.store.editor import editor_files
from rapport.store.folder import KALLOR
from rapport.store.inherit import Inherited
from rapport.store.quote import quoted
from rapport.store.writing import write_all

_WIDTH = 100
_NOTHING = Inherited()


def create_folder(folder: Path, mall: Mall, values: dict[str, str], taken_over: Inherited = _NOTHING) -> None:
    """Create a report folder, whole or not at all: rapport.yaml, area files, register of papers, editor settings.

    It is made plainly and filled where it lies: one made elsewhere and renamed would keep the access list that it was
    made with, and one that is open in Explorer or an editor can be neither removed nor renamed.

    What is ``taken_over`` from last year's stands in them from the beginning.

    Raises InputError when the folder holds anything already.
    """
    require_name(folder)
    if folder.exists() and not is_empty(folder):
        raise InputError(f"{folder} finns redan och är inte tom. Välj ett annat namn. {what_has_changed()}")
    rapport = _rapport(mall, values) + "".join(f"{line}\n" for line in taken_over.rapport)
    areas = _areas(mall, taken_over.ansvarig)
    files = {"rapport.yaml": rapport, **areas, KALLOR: taken_over.register, **editor_files(mall)}
    made: list[Path] = []
    try:
        for place in dict.fromkeys((folder / name).parent for name in files):
            _make(place, made)
        write_all({folder / name: text.encode("utf-8") for name, text in files.items()})
    except OSError as error:
        _take_away(made)
        raise OutputError(f"{folder} kan inte skapas: {reason(error)}. {what_has_changed()}") from error
    except BaseException:
        _take_away(made)
        raise


def _make(folder: Path, made: list[Path]) -> None:
    """Make a folder where it lies, for whoever may be where it lies, and note which were made on the way."""
    if not folder.is_dir():
        if folder.parent != folder:  # of a drive that is not there
            _make(folder.parent, made)
        folder.mkdir()
        made.append(folder)


def _take_away(folders: list[Path]) -> None:
    """Remove folders that have just been made; one that something is in stays."""
    for folder in reversed(folders):
        with suppress(OSError):
            patiently(folder.rmdir)


def _rapport(mall: Mall, values: dict[str, str]) -> str:
    ground = mall.rattslig_grund
    head = [
        "# yaml-language-server: $schema=.vscode/rapport.schema.json",
        "#",
        *(f"# {line}" for line in wrap(ground.forordning, _WIDTH)),
        f"# Lämnas: {ground.senast.lower()} till {ground.mottagare}",
        "",
    ]
    rows = [f'mall: "{mall.id}"', *(f"{key}: {quoted(value)}" for key, value in values.items())]
    return "\n".join([*head, *rows, ""])


def _areas(mall: Mall, ansvarig: Mapping[str, str]) -> dict[str, str]:
    folder = FileSystemLoader(Path(__file__).parent)
    # The result is YAML comments for people, not HTML.
    environment = Environment(loader=folder, undefined=StrictUndefined, trim_blocks=True, autoescape=False)  # noqa: S701
    template = environment.get_template("omrade.yaml.j2")
    who = {key: quoted(name) for key, name in ansvarig.items()}
    tools = {"who": who, "comment": _comment, "full_text": mall.full_text, "notes": lambda fraga: _notes(mall, fraga)}
    return {omrade.filnamn: template.render(omrade=omrade, **tools) + "\n" for omrade in mall.omraden}


def _comment(text: str, indent: str) -> str:
    return "\n".join(f"{indent}# {line}" for line in wrap(text, _WIDTH - len(indent), break_long_words=False))


def _notes(mall: Mall, fraga: Fraga) -> list[str]:
    return [mall.fotnoter[number] for number in FOOTNOTE_MARK.findall(fraga.text)]
