"""What the rules have said before, of answers and reports that were the same, kept in the user's cache folder.

Everything that a rule's words depend on is in their key: the code, the form, the report's own data, the answer or
all of them. So nothing is ever out of date, and a file that is gone, damaged or of another version is as good as
none. Two runs at once do no harm: each puts a whole file in place, and the last one wins.
"""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from rapport.cachefolder import cache_folder
from rapport.checks import rules
from rapport.checks.rule import Hit, Remark, Rule, load_rule, svar_in_order
from rapport.checks.spelling.dictionary import version
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning, Underlag
from rapport.finding import Place, Related

_MOST_BYTES = 2**23
_MOST_FILES = 200
Said = tuple[str, Remark]  # which rule, and what it had to say
_HERE = Path(__file__).resolve().parents[1]
_CODE = ("checks", "domain", "prose")  # the rooms that a rule's words may come from


class Memory:
    """What is remembered of one report, wherever it lies."""

    def __init__(self, report: Path) -> None:
        where = cache_folder()
        name = f"{_digest(str(report.resolve()))}.json"
        self._file = where / "granskningar" / name if where else None
        self._kept = _read(self._file) if self._file else {}
        self._used: dict[str, Any] = {}
        self._has_news = False

    def rules(self) -> dict[str, Rule]:
        """Return every rule by its id; none is loaded whose description is remembered."""
        told = self._kept.get("regler", {})
        found = {rule: Rule(rule, *told[rule]) if rule in told else load_rule(rule) for rule in rules.ALL}
        self._used["regler"] = {rule.id: [rule.severity, rule.looks_at] for rule in found.values()}
        return found

    def recall(self, key: str, underlag: Underlag) -> tuple[Said, ...] | None:
        """Return what was said under a key; None when nothing is remembered."""
        said = self._kept.get(key)
        if said is None:
            return None
        self._used[key] = said
        return tuple((rule, _remark(one, underlag)) for rule, one in said)

    def keep(self, key: str, said: Sequence[Said]) -> None:
        """Remember what was said under a key."""
        self._used[key] = [(rule, _as_data(remark)) for rule, remark in said]
        self._has_news = True

    def save(self, *, is_whole: bool) -> None:
        """Write what is remembered, if there is anything new; after a whole check only what was used in it."""
        if not self._file or not self._has_news:
            return
        kept = self._used if is_whole else {**self._kept, **self._used}
        body = json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            _forget_oldest(self._file.parent)
            temporary = self._file.with_suffix(f".{os.getpid()}.ny")
            try:
                temporary.write_bytes(_seal(body) + body)
                temporary.replace(self._file)
            finally:
                temporary.unlink(missing_ok=True)
        self._has_news = False


def key_of_svar(rules: Sequence[str], svar: Svar, redovisning: Redovisning) -> str:
    """Return the key of what rules say of one answer."""
    return _digest(f"{' '.join(rules)} {_svar(svar)} {redovisning.fingerprint}")


def key_of_underlag(rule: Rule, underlag: Underlag) -> str:
    """Return the key of what a rule says of a whole report."""
    return f"{rule.id} {_underlag(underlag)}"


def _svar(svar: Svar) -> str:
    # Where nothing is evaluated in it, an answer is what was written; a figure may be in a link's address, too.
    made_of = svar.blocks if svar.markdown is None or "{" in svar.markdown else None
    return svar.remember("nyckel", lambda: _digest(repr((svar.fraga, svar.kryss, svar.markdown, made_of))))


def _underlag(underlag: Underlag) -> str:
    answers = [_svar(svar) for svar in svar_in_order(underlag)]
    forra = underlag.forra and (_earlier(underlag.forra.underlag), underlag.forra.fraga_by_id)
    beside = (underlag.kallor, underlag.belopp, sorted(underlag.olasta), underlag.places.by_omrade, forra)
    places = underlag.places.by_fraga if underlag.forra or underlag.kallor.kallor else ()
    return _digest(repr((underlag.redovisning.fingerprint, answers, beside, places)))


def _earlier(underlag: Underlag) -> tuple[object, ...]:
    return _underlag(underlag), underlag.places.by_fraga


@cache
def _code() -> str:
    """Return what tells this code, and the dictionaries, from any other version of them."""
    files = sorted((entry.path, entry.stat()) for room in _CODE for entry in _files(_HERE / room))
    return _digest(repr([(path, status.st_mtime_ns, status.st_size) for path, status in files]) + version())


def _files(folder: Path) -> Iterator["os.DirEntry[str]"]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir() and entry.name != "__pycache__":
                yield from _files(Path(entry.path))
            elif entry.name.endswith(".py"):
                yield entry


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def _read(file: Path) -> dict[str, Any]:
    with suppress(OSError, ValueError, RecursionError):
        if file.is_file() and file.stat().st_size <= _MOST_BYTES:
            seal, _, body = file.read_bytes().partition(b"\n")
            if seal + b"\n" == _seal(body):
                kept: dict[str, Any] = json.loads(body.decode("utf-8", "surrogatepass"))
                return kept
    return {}


def _seal(body: bytes) -> bytes:
    """Return the first line of a file that this very code has written, and that has come to no harm since."""
    return f"{_code()} {sha256(body).hexdigest()}\n".encode()


def _forget_oldest(folder: Path) -> None:
    """Keep the folder bounded: of very many reports, those checked last."""
    files = sorted(folder.glob("*.json"), key=lambda file: file.stat().st_mtime)
    for file in files[:-_MOST_FILES]:
        file.unlink(missing_ok=True)


def _as_data(remark: Remark) -> dict[str, Any]:
    names = ("message", "hint", "omrade", "fraga", "start", "end", "fix", "severity")
    data = {name: value for name in names if (value := getattr(remark, name)) is not None}
    return data | ({"related": [_other_as_data(other) for other in remark.related]} if remark.related else {})


def _other_as_data(other: Hit | Related) -> Any:  # noqa: ANN401 - plain data
    return [other.svar.fraga, other.start, other.end] if isinstance(other, Hit) else asdict(other)


def _remark(data: dict[str, Any], underlag: Underlag) -> Remark:
    related = tuple(_other(other, underlag) for other in data.get("related", ()))
    return Remark(**{**data, "related": related})


def _other(data: Any, underlag: Underlag) -> Hit | Related:  # noqa: ANN401 - plain data
    if isinstance(data, list):
        return Hit(underlag.svar_by_fraga[data[0]], data[1], data[2])
    return Related(Place(**data["place"]), data["fraga"], data["excerpt"], data["offset"])
