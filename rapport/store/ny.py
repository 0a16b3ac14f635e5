"""A new report folder: every file in place, every question above its empty answer."""

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from textwrap import wrap

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from rapport.domain.mall import FOOTNOTE_MARK, Fraga, Mall
from rapport.errors import InputError, OutputError, reason
from rapport.store.editor import editor_files
from rapport.store.folder import KALLOR
from rapport.store.inherit import Inherited
from rapport.store.quote import quoted

_WIDTH = 100
_NOTHING = Inherited()


def create_folder(folder: Path, mall: Mall, values: dict[str, str], taken_over: Inherited = _NOTHING) -> None:
    """Create a report folder, whole or not at all: rapport.yaml, area files, register of papers, editor settings.

    What is ``taken_over`` from last year's stands in them from the beginning.

    Raises InputError when the folder holds anything already.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError(f"{folder} finns redan och är inte tom. Välj ett annat namn; inget har ändrats.")
    rapport = _rapport(mall, values) + "".join(f"{line}\n" for line in taken_over.rapport)
    areas = _areas(mall, taken_over.ansvarig)
    files = {"rapport.yaml": rapport, **areas, KALLOR: taken_over.register, **editor_files(mall)}
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        temporary = Path(tempfile.mkdtemp(prefix=".rapport-", dir=folder.parent))
    except OSError as error:
        raise OutputError(f"{folder} kan inte skapas: {reason(error)}.") from error
    try:
        for name, text in files.items():
            (temporary / name).parent.mkdir(exist_ok=True)
            (temporary / name).write_bytes(text.encode("utf-8"))
        temporary.chmod(0o755)
        if folder.exists():
            folder.rmdir()
        temporary.rename(folder)
    except OSError as error:
        shutil.rmtree(temporary, ignore_errors=True)
        raise OutputError(f"{folder} kan inte skapas: {reason(error)}. Inget har ändrats.") from error


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
