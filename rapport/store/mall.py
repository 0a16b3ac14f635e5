"""Finding and reading the forms: ``mallar/<id>/mall.yaml`` and the Word template beside it."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from rapport.domain.mall import Mall
from rapport.errors import InputError
from rapport.store.files import read_text
from rapport.store.mall_faults import faults
from rapport.store.validate import validate
from rapport.store.yaml import parse

_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]*")
_PACKAGE = Path(__file__).resolve().parents[1]


def is_form_id(text: str) -> bool:
    """Return whether a text can be a form's id: letters, digits and hyphens, so that no path can hide in it."""
    return _ID.fullmatch(text) is not None


def form_folder(mall_id: str, near: Path | None = None) -> Path:
    """Return the folder of a form: in ``mallar/`` of the report folder, of the working directory, its parents, ours.

    Raises InputError when there is no such form.
    """
    if is_form_id(mall_id):
        for folder in _shelves(near):
            if (folder / mall_id / "mall.yaml").is_file():
                return folder / mall_id
    raise InputError(f"Det finns ingen mall ”{mall_id}”. De mallar som finns: {_known(near)}.")


def known_forms(near: Path | None = None) -> list[str]:
    """Return the ids of all forms to be found, in order."""
    found = {file.parent.name for shelf in _shelves(near) for file in shelf.glob("*/mall.yaml")}
    return sorted(name for name in found if is_form_id(name))


def newest_form(near: Path | None = None, *, until: int | None = None, but: str | None = None) -> str:
    """Return the id of the form for the latest year, drafts aside, and of several for one year the last by id.

    With ``until``, of those for that year or before; ``but`` is the id of one that is not meant. Raises InputError
    when there is none, or when a form cannot be read, so that its year is not known.
    """
    forms = [load_mall(form_folder(name, near)) for name in known_forms(near) if name != but]
    fitting = [mall for mall in forms if not mall.utkast and (until is None or mall.ar <= until)]
    if not fitting:
        raise InputError(
            f"Det finns ingen mall{f' för {until}' if until else ''}. De mallar som finns: {_known(near)}."
        )
    return max((mall.ar, mall.id) for mall in fitting)[1]


def load_mall(folder: Path) -> Mall:
    """Read the form in a folder; InputError, with all that is wrong, when it is not a whole form."""
    return _load(folder.resolve())


@cache
def _load(folder: Path) -> Mall:
    file = folder / "mall.yaml"
    source, findings = read_text(file, str(file))
    if not findings:
        document, findings = parse(source, str(file))
        if document and not findings:
            mall, findings = validate(document, Mall)
            findings += faults(document, mall) if mall else []
            if mall and not findings:
                return mall
    lines = (f"  {finding.place}: {finding.message} {finding.hint or ''}".rstrip() for finding in findings)
    raise InputError(f"Mallen i {folder} kan inte läsas:\n" + "\n".join(lines))


def _known(near: Path | None) -> str:
    return ", ".join(known_forms(near)) or "inga"


def _shelves(near: Path | None) -> Iterator[Path]:
    here = Path.cwd()
    yield from (folder / "mallar" for folder in [*([near] if near else []), here, *here.parents])
    # Installed, the forms lie in the package; in a checkout, beside it.
    yield from (_PACKAGE / "mallar", _PACKAGE.parent / "mallar")
