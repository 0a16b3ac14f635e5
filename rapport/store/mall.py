"""Finding and reading the forms: ``mallar/<id>/mall.yaml`` and the Word template beside it."""

from functools import lru_cache
from pathlib import Path

from rapport.domain.mall import Mall
from rapport.errors import InputError
from rapport.store.files import read_text
from rapport.store.mall_faults import faults
from rapport.store.shelf import form_folder, known_forms, known_in_words
from rapport.store.validate import validate
from rapport.store.yaml import parse


def newest_form(near: Path | None = None, *, until: int | None = None, but: str | None = None) -> str:
    """Return the id of the form for the latest year, drafts aside, and of several for one year the last by id.

    With ``until``, of those for that year or before; ``but`` is the id of one that is not meant. Raises InputError
    when there is none, or when a form cannot be read, so that its year is not known.
    """
    forms = [load_mall(form_folder(name, near)) for name in known_forms(near) if name != but]
    fitting = [mall for mall in forms if not mall.utkast and (until is None or mall.ar <= until)]
    if not fitting:
        raise InputError(
            f"Det finns ingen mall{f' för {until}' if until else ''}. De mallar som finns: {known_in_words(near)}."
        )
    return max((mall.ar, mall.id) for mall in fitting)[1]


def load_mall(folder: Path) -> Mall:
    """Read the form in a folder; InputError, with all that is wrong, when it is not a whole form."""
    file = folder.resolve() / "mall.yaml"
    status = file.stat()
    return _load(file, (status.st_mtime_ns, status.st_size))


@lru_cache(maxsize=32)
def _load(file: Path, _stamp: tuple[int, int]) -> Mall:
    """Read a form as it is at the time that its stamp tells."""
    source, findings = read_text(file, str(file))
    if not findings:
        document, findings = parse(source, str(file))
        if document and not findings:
            mall, findings = validate(document, Mall)
            findings += faults(document, mall) if mall else []
            if mall and not findings:
                return mall
    lines = (f"  {finding.place}: {finding.message} {finding.hint or ''}".rstrip() for finding in findings)
    raise InputError(f"Mallen i {file.parent} kan inte läsas:", *lines)
