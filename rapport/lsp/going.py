"""Going there: to what words stand for, to all places that name the same, and to the same question last year.

The definition of a question's number, an expression's table, a case number or a repeated passage is the place that it
leads to. The type of a case number is its paper, and a question is implemented in last year's answer.
"""

from collections.abc import Iterable
from functools import partial
from itertools import chain

from lsprotocol import types as lsp

from rapport.finding import Finding, Related
from rapport.lsp.checked import Checked
from rapport.lsp.diagnostics import range_of
from rapport.lsp.positions import Text
from rapport.lsp.server import Seen, Server
from rapport.workflow.goal import Goal
from rapport.workflow.going import Going

Found = list[lsp.Location] | list[lsp.LocationLink]


def register(server: Server) -> None:
    """Let a server lead from place to place."""
    server.answers(lsp.TEXT_DOCUMENT_DEFINITION, partial(definition, server))
    server.answers(lsp.TEXT_DOCUMENT_IMPLEMENTATION, implementation)
    server.answers(lsp.TEXT_DOCUMENT_TYPE_DEFINITION, type_definition)
    server.answers(lsp.TEXT_DOCUMENT_REFERENCES, references)
    server.answers(lsp.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT, highlights)


def definition(server: Server, seen: Seen, params: lsp.DefinitionParams) -> Found | None:
    """Return where the words at a place lead, with the words where the editor can show them."""
    going, offset = going_of(seen.checked), seen.text.offset(params.position)
    thing = going.thing(seen.name, offset) if going else None
    goals = going.goals(thing, seen.name) if going and thing else []
    if not thing or not goals:
        return [*_repeated(seen, offset)[1:]] or None
    locations = [location(seen.checked, goal) for goal in goals]
    asked = server.client_capabilities.text_document
    if not (asked and asked.definition and asked.definition.link_support):
        return locations
    origin = seen.text.range(thing.start, thing.end)
    return [lsp.LocationLink(one.uri, one.range, one.range, origin) for one in locations]


def implementation(seen: Seen, params: lsp.ImplementationParams) -> list[lsp.Location] | None:
    """Return where the answer that a place is in stood the year before."""
    going = going_of(seen.checked)
    goals = going.last_year(seen.name, seen.text.offset(params.position)) if going else ()
    return [location(seen.checked, goal) for goal in goals] or None


def type_definition(seen: Seen, params: lsp.TypeDefinitionParams) -> list[lsp.Location] | None:
    """Return the paper that a case number, or a title, is of."""
    going = going_of(seen.checked)
    thing = going.thing(seen.name, seen.text.offset(params.position)) if going else None
    return [location(seen.checked, goal) for goal in going.papers(thing)] or None if going and thing else None


def references(seen: Seen, params: lsp.ReferenceParams) -> list[lsp.Location] | None:
    """Return all places that name the same, or that say the same."""
    going, offset = going_of(seen.checked), seen.text.offset(params.position)
    thing = going.thing(seen.name, offset) if going else None
    if not going or not thing:
        return _repeated(seen, offset) or None
    found = [location(seen.checked, goal) for goal in going.mentions(thing)]
    if params.context.include_declaration:
        return found or None
    declared = [location(seen.checked, goal) for goal in going.goals(thing, seen.name)]
    return [one for one in found if one not in declared] or None


def highlights(seen: Seen, params: lsp.DocumentHighlightParams) -> list[lsp.DocumentHighlight] | None:
    """Return the places in the same file that name the same."""
    going = going_of(seen.checked)
    thing = going.thing(seen.name, seen.text.offset(params.position)) if going else None
    goals = going.mentions(thing, seen.name) if going and thing else ()
    return [lsp.DocumentHighlight(seen.text.range(*goal.span)) for goal in goals if goal.span] or None


def going_of(checked: Checked) -> Going | None:
    """Return the ways from a report's files; None where there is no report."""
    if checked.report is None or checked.granskning is None:
        return None

    def read(path: str) -> str | None:
        text = checked.text(path)
        return text.text if text else None

    return Going(checked.report, checked.granskning.underlag, read)


def location(checked: Checked, goal: Goal) -> lsp.Location:
    """Return a place to go to as the editor has it."""
    return lsp.Location(checked.uri(goal.path), _range(checked, goal))


def _range(checked: Checked, goal: Goal) -> lsp.Range:
    text = None
    if goal.text is not None:
        text = Text(goal.text, checked.encoding)
    elif goal.place or goal.span:
        text = checked.text(goal.path)
    if text and goal.span:
        return text.range(*goal.span)
    if text and goal.place:
        return text.range(*text.token(text.at(goal.place)))
    return Text("").range(0, 0)


def _repeated(seen: Seen, offset: int) -> list[lsp.Location]:
    """Return the places of a finding that has several, where one of them is here: that one first."""
    here = []
    for finding in seen.checked.findings if seen.granskning else ():
        places = [*_places(seen.checked, chain([finding], finding.related))] if finding.related else []
        for place in places:
            first, last = seen.text.offset(place.range.start), seen.text.offset(place.range.end)
            if place.uri == seen.checked.uri(seen.name) and first <= offset <= last:
                here.append((last - first, [place, *(other for other in places if other != place)]))
    return min(here, key=lambda found: found[0], default=(0, []))[1]


def _places(checked: Checked, ones: Iterable[Finding | Related]) -> Iterable[lsp.Location]:
    for one in ones:
        where = range_of(checked, one.place.path, one) if one.place.path else None
        if one.place.path and where:
            yield lsp.Location(checked.uri(one.place.path), where)
