"""What a new report folder takes over from last year's beside the answers: its words, rules and register of papers.

The papers themselves stay where they are, and so do notes and waivers at the answers: they are about last year.
"""

import json
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from rapport.finding import Finding
from rapport.store.folder import PAPERS, Folder
from rapport.store.kallor import NEW_REGISTER, read_register
from rapport.store.quote import quoted
from rapport.store.schema import KallaPost, KallorFil, RapportFil

_HEAD, _, _ = NEW_REGISTER.partition("diarienummermönster:")


class Inherited(NamedTuple):
    """What is taken over: lines for rapport.yaml, the register's text, and who is responsible.

    ``ansvarig`` is by area, its number as text, and by question; ``brought`` says in Swedish what there was, and
    ``files`` are the register's papers, which are not brought.
    """

    rapport: tuple[str, ...] = ()
    register: str = NEW_REGISTER
    ansvarig: Mapping[str, str] = {}
    brought: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def inherited(folder: Folder) -> Inherited:
    """Return what a folder leaves to next year's; ``ansvarig`` is not known without a form."""
    _, post, findings = read_register(folder.path)
    register = post or KallorFil.model_validate({})
    files = tuple(entry.fil.strip() for entry in register.kallor.values() if entry.fil.strip())
    return Inherited(
        tuple(_rapport(folder.rapport)),
        "\n".join([*_register(register), ""]) if post else NEW_REGISTER,
        brought=tuple(_brought(folder.rapport, register)),
        files=files,
        findings=tuple(findings),
    )


def _rapport(rapport: RapportFil) -> Iterator[str]:
    if rapport.ansvarig.strip():
        yield f"ansvarig: {quoted(rapport.ansvarig.strip())}"
    if rapport.sidhuvud == "nej":
        yield "sidhuvud: nej"
    if rapport.regler:
        yield "regler:"
        yield from (f"  {quoted(rule)}: {word}" for rule, word in rapport.regler.items())
    if rapport.ordlista:
        yield "ordlista:"
        yield from (f"  - {quoted(word)}" for word in rapport.ordlista)


def _register(post: KallorFil) -> Iterator[str]:
    forms = [quoted(form) for form in post.monster]
    shown = forms[0] if len(forms) == 1 else json.dumps(post.monster, ensure_ascii=False) if forms else '""'
    yield f"{_HEAD}diarienummermönster: {shown}"
    yield "källor:"
    for name, entry in post.kallor.items():
        yield f"  {quoted(name)}:"
        yield from _entry(entry)


def _entry(entry: KallaPost) -> Iterator[str]:
    values = {key: value for key, value in entry.model_dump(exclude={"fil"}, exclude_defaults=True).items() if value}
    yield from (f"    {key}: {quoted(value)}" for key, value in (values or {"titel": ""}).items())
    if entry.fil.strip():
        yield f"    # fil: {entry.fil.strip()}    # ligger i förra redovisningens {PAPERS}"


def _brought(rapport: RapportFil, register: KallorFil) -> Iterator[str]:
    if rapport.ordlista:
        yield f"ordlistan ({len(rapport.ordlista)} ord)"
    if rapport.regler:
        yield f"regler ({', '.join(f'{rule}: {word}' for rule, word in rapport.regler.items())})"
    if register.kallor:
        yield f"registret över papper ({len(register.kallor)})"
