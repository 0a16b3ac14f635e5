"""What the rules have said before, of answers and reports that were the same, kept in the user's cache folder.

Everything that a rule's words depend on is in their key: the code, the form, the report's own data, the answer or
all of them. So nothing is ever out of date.
"""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rapport.cachefolder import code_version, digest, read_cache, write_cache
from rapport.checks import rules
from rapport.checks.rule import Hit, Remark, Rule, load_rule, svar_in_order
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning, Underlag
from rapport.finding import Place, Related

Said = tuple[str, Remark]  # which rule, and what it had to say


class Memory:
    """What is remembered of one report, wherever it lies."""

    def __init__(self, report: Path) -> None:
        self._name = f"granskningar/{digest(str(report.resolve()))}"
        self._kept = read_cache(self._name, code_version())
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
        if self._has_news:
            write_cache(self._name, code_version(), self._used if is_whole else {**self._kept, **self._used})
        self._has_news = False


def key_of_svar(rules: Sequence[str], svar: Svar, redovisning: Redovisning) -> str:
    """Return the key of what rules say of one answer."""
    return digest(f"{' '.join(rules)} {_svar(svar)} {redovisning.fingerprint}")


def key_of_underlag(rule: Rule, underlag: Underlag) -> str:
    """Return the key of what a rule says of a whole report."""
    return f"{rule.id} {_underlag(underlag)}"


def _svar(svar: Svar) -> str:
    # Where nothing is evaluated in it, an answer is what was written; a figure may be in a link's address, too.
    made_of = svar.blocks if svar.markdown is None or "{" in svar.markdown else None
    return svar.remember("nyckel", lambda: digest(repr((svar.fraga, svar.kryss, svar.markdown, made_of))))


def _underlag(underlag: Underlag) -> str:
    answers = [(_svar(svar), svar.tillat) for svar in svar_in_order(underlag)]  # a waiver may leave out a place
    last = underlag.forra
    forra = last and (_earlier(last.underlag), last.fraga_by_id, last.folder)
    beside = (underlag.kallor, underlag.belopp, sorted(underlag.olasta), underlag.places.by_omrade, forra)
    places = underlag.places.by_fraga if underlag.forra or underlag.kallor.kallor else ()
    return digest(repr((underlag.redovisning.fingerprint, answers, beside, places)))


def _earlier(underlag: Underlag) -> tuple[object, ...]:
    return _underlag(underlag), underlag.places.by_fraga, underlag.kalla


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
