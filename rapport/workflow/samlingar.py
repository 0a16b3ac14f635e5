"""Which data set others' answers are read from: the one that is named, one close by, or the one used last."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from rapport.errors import InputError
from rapport.nobodys import is_nobodys
from rapport.samling.namn import DATABASE
from rapport.workflow.senast import DATA_SETS, is_one, recent, remember

_MOST = 500  # folders that are looked into


def data_set(near: Path, named: Path | None = None) -> Path:
    """Return the folder of the data set to read, for a report's folder or where one stands.

    InputError where there is none: it says where it was looked for.
    """
    if named is not None:
        if not is_one(named, DATA_SETS):
            raise InputError(f"{named} är ingen samling: {DATABASE} saknas. Gör en med rapport samla.")
        remember(named, DATA_SETS)
        return named
    if found := at_hand(near):
        return found
    places = " och ".join(str(place) for place in _places(near))
    raise InputError(
        f"Ingen samling med andra regioners redovisningar hittades. Letade i {places}, i mapparna där, och efter den "
        "som senast användes. Säg var den ligger med  --samling MAPP,  eller gör en med  rapport samla."
    )


def at_hand(near: Path) -> Path | None:
    """Return the folder of a data set that nobody has to name, if there is any: of several close by, the newest."""
    for place in _places(near):
        if found := [*_in(place)]:
            return max(found)[1]
    return next(iter(recent(DATA_SETS)), None)


def _places(near: Path) -> list[Path]:
    here = near.resolve()
    return [here, here.parent] if here.parent != here else [here]


def _in(place: Path) -> Iterator[tuple[int, Path]]:
    """Yield the data sets in a folder, and in the folders in it, with when they were made."""
    folders = [place]
    with suppress(OSError), os.scandir(place) as entries:
        folders += [place / one.name for one, _ in zip(entries, range(_MOST), strict=False) if _is_folder(one)]
    for folder in folders:
        with suppress(OSError):
            if is_one(folder, DATA_SETS):
                yield (folder / DATABASE).stat().st_mtime_ns, folder


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return not is_nobodys(Path(entry.name)) and entry.is_dir()
