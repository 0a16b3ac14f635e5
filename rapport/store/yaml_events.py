"""The events of a YAML text, as libyaml gives them, or ruamel's own parser where there is no libyaml.

No wheel of libyaml is made for Windows on arm64. What is YAML for both gives the same events at the same places; a few
texts with a tab where blanks belong are YAML for one of them only. ruamel's is some twenty times slower.
"""

import re
from collections.abc import Iterator

from ruamel.yaml.error import StringMark
from ruamel.yaml.events import Event, ScalarEvent

try:
    from ruamel.yaml.cyaml import CParser
except ImportError:
    CParser = None

_COLON = re.compile(r" *:")


def events(source: str) -> Iterator[Event]:
    """Yield the events of a text one by one; raises YAMLError where it is none."""
    return _from_ruamel(source) if CParser is None else _from_libyaml(source)


def _from_libyaml(source: str) -> Iterator[Event]:
    parser = CParser(source)
    try:
        while parser.check_event():
            yield parser.get_event()
    finally:
        parser.dispose()


def _from_ruamel(source: str) -> Iterator[Event]:
    from ruamel.yaml import YAML

    yaml = YAML(typ="safe", pure=True)
    yaml.version = (1, 1)  # what libyaml reads
    before: Event | None = None
    for event in yaml.parse(source):
        if isinstance(event, ScalarEvent) and isinstance(before, ScalarEvent) and not (event.value or event.style):
            event.start_mark = event.end_mark = _behind_its_colon(source, before.end_mark) or event.start_mark
        yield event
        before = event


def _behind_its_colon(source: str, key: StringMark) -> StringMark | None:
    """Return where a value that is not there would begin; ruamel's parser says where the next key does."""
    colon = _COLON.match(source, key.index)
    column = key.column + len(colon[0]) if colon else 0
    return StringMark(key.name, colon.end(), key.line, column, source, colon.end()) if colon else None
