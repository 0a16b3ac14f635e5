"""A fault of a table is one fault, however many expressions in however many answers ask for it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from rapport.finding import Finding, Related


def said_once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield one finding for all that say the same: at the first place, with how many they are and the other places."""
    alike: dict[tuple[str, str | None], list[Finding]] = {}
    for finding in findings:
        alike.setdefault((finding.message, finding.hint), []).append(finding)
    for first, *others in alike.values():
        if not others:
            yield first
            continue
        fragor = dict.fromkeys(one.fraga or "" for one in (first, *others))
        where = f"{len(fragor)} svar behöver" if len(fragor) > 1 else "svaret behöver"
        which = f": {', '.join(fragor)}" if len(fragor) > 1 else ""
        message = f"{first.message} {1 + len(others)} uttryck i {where} den{which}."
        related = tuple(Related(one.place, one.fraga, one.excerpt) for one in others)
        yield replace(first, message=message, related=related)
