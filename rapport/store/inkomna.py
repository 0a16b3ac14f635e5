"""inkomna.yaml: region and year of what has been handed in, where the files themselves do not say.

What somebody has filled in stays as it is; what is asked for is added behind it.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any, NamedTuple

from pydantic import AfterValidator, BeforeValidator, Field

from rapport.domain.regioner import own_name
from rapport.finding import Finding
from rapport.store.files import read_text
from rapport.store.quote import quoted
from rapport.store.schema import File, OneLine
from rapport.store.validate import validate
from rapport.store.yaml import parse

INKOMNA = "inkomna.yaml"
_HEAD = """\
# Här står det som inte går att läsa ur filerna. Fyll i region och år, och kör sedan rapport samla igen.
# Det som står efter "gissat" kommer ur filens namn: kontrollera det.
filer:
"""


def _filled(value: Any) -> Any:  # noqa: ANN401 - whatever stands in the file
    return value or None


def _as_mapping(value: Any) -> Any:  # noqa: ANN401 - as above
    return {} if value == "" else value


def _own_name(value: str | None) -> str | None:
    return own_name(value) if value else value


class InkommenPost(File):
    """En fil som lämnats in."""

    region: Annotated[OneLine | None, BeforeValidator(_filled), AfterValidator(_own_name)] = Field(
        default=None, description="Regionens namn."
    )
    ar: Annotated[Annotated[int, Field(ge=2000, le=2100)] | None, BeforeValidator(_filled)] = Field(
        default=None, alias="år", description="Året som redovisas."
    )


class InkomnaFil(File):
    """inkomna.yaml: vilken region och vilket år filerna hör till."""

    filer: Annotated[dict[str, InkommenPost], BeforeValidator(_as_mapping)] = Field(
        default_factory=dict, description="Filerna, var och en under sitt namn."
    )


class Asked(NamedTuple):
    """A file whose region or year is not known: what it is called, and what its name makes likely."""

    kalla: str
    region: str | None = None
    ar: int | None = None


def read_inkomna(folder: Path) -> tuple[Mapping[str, InkommenPost], list[Finding]]:
    """Return what somebody has filled in; nothing where there is no such file."""
    file = folder / INKOMNA
    if not file.exists():
        return {}, []
    source, findings = read_text(file, INKOMNA)
    document, more = parse(source, INKOMNA) if not findings else (None, [])
    if document is None:
        return {}, [*findings, *more]
    post, faults = validate(document, InkomnaFil)
    return (post.filer if post else {}), [*more, *faults]


def with_asked(source: str, known: Mapping[str, InkommenPost], asked: Iterable[Asked]) -> str:
    """Return the file with what is asked for added to it, as far as it is not there already."""
    added = [one for one in asked if one.kalla not in known]
    if not added:
        return source
    start = source or _HEAD
    return start + "\n" * (not start.endswith("\n")) + "".join(map(_entry, added))


def _entry(one: Asked) -> str:
    region = f"{quoted(one.region)}    # gissat" if one.region else ""
    ar = f"{one.ar}    # gissat" if one.ar else ""
    return f"  {quoted(one.kalla)}:\n    region: {region}".rstrip() + f"\n    år: {ar}".rstrip() + "\n"
