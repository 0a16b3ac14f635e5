"""Corrections as code actions: of one finding, of all of a rule, of all that is sure in a file.

What takes a whole check is worked out when it is chosen, where the editor can wait for that. On save nothing is done
unless the user has said so: in VS Code ``"editor.codeActionsOnSave": {"source.fixAll.rapport": "explicit"}``.
"""

import asyncio
from collections.abc import Iterable, Iterator
from typing import Any

from lsprotocol import types as lsp

from rapport.finding import Finding
from rapport.lsp.checked import Checked
from rapport.lsp.diagnostics import range_of
from rapport.lsp.edits import workspace_edit
from rapport.lsp.server import Seen, Server
from rapport.lsp.session import RAPPORT
from rapport.output.shown import seen as shown_as
from rapport.workflow.allowing import waived, word_known
from rapport.workflow.amounts import as_elsewhere, from_tables
from rapport.workflow.remedies import Remedy, correction, is_mendable, is_readable, of_lines, reads
from rapport.workflow.report import Report
from rapport.workflow.rewriting import is_about_lines
from rapport.workflow.trials import all_corrections

QUICK, REWRITE = lsp.CodeActionKind.QuickFix, lsp.CodeActionKind.RefactorRewrite
FIX_ALL = "source.fixAll.rapport"


def register(server: Server) -> None:
    """Let a server offer corrections."""
    options = lsp.CodeActionOptions([QUICK, REWRITE, FIX_ALL], resolve_provider=True)
    server.answers(lsp.TEXT_DOCUMENT_CODE_ACTION, lambda seen, params: actions(server, seen, params), options)

    @server.feature(lsp.CODE_ACTION_RESOLVE)
    async def resolved(action: lsp.CodeAction) -> lsp.CodeAction:
        try:
            data = _data(action.data)
            seen = await server.seen(data["uri"] or "")
            if seen:
                loop = asyncio.get_running_loop()
                action.edit = await loop.run_in_executor(server.worker, _resolved, server, seen, data)
        except Exception as error:  # noqa: BLE001 - one action less is all that a fault of ours may cost
            server.bugs.note(lsp.CODE_ACTION_RESOLVE, error)
        return action


def actions(server: Server, seen: Seen, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    """Return what can be done at a place of a file; nothing where its text has been overtaken."""
    report = seen.checked.report
    return [*_Actions(server, seen, report, params).all()] if report and _is_current(seen.checked, seen.name) else []


class _Actions:
    """What can be done at a place of a file."""

    def __init__(self, server: Server, seen: Seen, report: Report, params: lsp.CodeActionParams) -> None:
        self._server, self._seen, self._report, self._params = server, seen, report, params
        start, end = (seen.text.offset(where) for where in (params.range.start, params.range.end))
        self._where = start - seen.text.moved(0), end - seen.text.moved(0)

    def all(self) -> Iterator[lsp.CodeAction]:
        """Yield them, those of the findings in the place first."""
        report, here = self._report, [*self._findings()]
        if self._wants(QUICK):
            for finding, shown in here:
                yield from self._of(report, finding, shown)
        if is_readable(report, self._seen.name):
            yield from self._of_whole([finding.rule for finding, _ in here if is_mendable(finding)])

    def _of_whole(self, rules: Iterable[str]) -> Iterator[lsp.CodeAction]:
        """Yield what takes a text that can be read whole."""
        seen = self._seen
        for rule in dict.fromkeys(rules if self._wants(QUICK) else ()):
            yield from self._of_rule(seen.checked.findings, rule)
        for remedy in self._rewritten() if self._wants(REWRITE) else ():
            yield self._action(remedy, REWRITE)
        if self._wants(FIX_ALL) and any(is_mendable(one) and _path(one) == seen.name for one in seen.checked.findings):
            yield self._later("Rätta allt som är säkert i filen", FIX_ALL, {"var": "fil", "regel": None})

    def _rewritten(self) -> Iterator[Remedy]:
        """Yield what can be written otherwise without being wrong."""
        yield from from_tables(self._report, self._seen.name, self._where)
        if self._where[0] < self._where[1]:
            sure = {remedy.edits for one, _ in self._findings() if (remedy := correction(self._report, one))}
            marked = of_lines(self._report, self._seen.name, self._where)
            yield from (remedy for remedy in marked if remedy.edits not in sure)

    def _of(self, report: Report, finding: Finding, shown: list[lsp.Diagnostic]) -> Iterator[lsp.CodeAction]:
        """Yield what can be done about one finding, the likeliest first."""
        if remedy := correction(report, finding):
            yield self._action(remedy, QUICK, shown, is_preferred=True)
        for remedy in as_elsewhere(report, finding):
            yield self._action(remedy, QUICK, shown)
        rapport = self._seen.checked.text(RAPPORT)
        for remedy in filter(None, [word_known(finding, rapport.text) if rapport else None, waived(report, finding)]):
            yield self._action(remedy, QUICK, shown)

    def _of_rule(self, findings: Iterable[Finding], rule: str) -> Iterator[lsp.CodeAction]:
        """Yield the corrections of all of a rule, where there are more than the one."""
        paths = [_path(finding) for finding in findings if finding.rule == rule and is_mendable(finding)]
        if paths.count(self._seen.name) > 1:
            yield self._later(f"Rätta alla {rule} i filen", QUICK, {"var": "fil", "regel": rule})
        if len({*paths}) > 1:
            yield self._later(f"Rätta alla {rule} i redovisningen", QUICK, {"var": "redovisning", "regel": rule})

    def _findings(self) -> Iterator[tuple[Finding, list[lsp.Diagnostic]]]:
        """Yield the findings that stand in the place, each as the editor shows it."""
        for finding in self._seen.checked.findings:
            where = (
                range_of(self._seen.checked, self._seen.name, finding) if _path(finding) == self._seen.name else None
            )
            if where and (_meet(where, self._params.range) or self._is_within(finding)):
                shown = (d for d in self._params.context.diagnostics if (d.code, d.range) == (finding.rule, where))
                yield finding, [one for one in shown if one.message.startswith(finding.message)][:1]

    def _is_within(self, finding: Finding) -> bool:
        """Whether the place is in one of the lines that a finding is about, which is shown at the first of them."""
        remedy = correction(self._report, finding) if is_about_lines(finding) else None
        return bool(remedy and remedy.edits[0].start <= self._where[1] and self._where[0] <= remedy.edits[-1].end)

    def _wants(self, kind: str) -> bool:
        only = self._params.context.only
        return only is None or any(kind == one or kind.startswith(f"{one}.") for one in only)

    def _action(
        self, remedy: Remedy, kind: str, shown: list[lsp.Diagnostic] | None = None, *, is_preferred: bool = False
    ) -> lsp.CodeAction:
        client, edits = self._server.client_capabilities, {remedy.path: remedy.edits}
        edit = workspace_edit(client, self._seen.checked, edits, remedy.to_write)
        return lsp.CodeAction(shown_as(remedy.title), kind, shown or None, is_preferred or None, edit=edit)

    def _later(self, title: str, kind: str, data: dict[str, str | None]) -> lsp.CodeAction:
        """Return an action whose edits are worked out when it is chosen, or now for an editor that cannot wait."""
        data["uri"] = self._params.text_document.uri
        document = self._server.client_capabilities.text_document
        support = document.code_action.resolve_support if document and document.code_action else None
        if support and "edit" in support.properties:
            return lsp.CodeAction(title, kind, data=data)
        return lsp.CodeAction(title, kind, edit=_resolved(self._server, self._seen, data))


def _resolved(server: Server, seen: Seen, data: dict[str, str | None]) -> lsp.WorkspaceEdit | None:
    """Return the edits of an action that was offered without them, of the files as they are now."""
    report, granskning, rule = seen.checked.report, seen.granskning, data["regel"]
    if report is None or granskning is None:
        return None
    current: dict[str, bool] = {}

    def wanted(finding: Finding) -> bool:
        path = _path(finding)
        if path not in current:
            current[path] = (data["var"] != "fil" or path == seen.name) and _is_current(seen.checked, path)
        return current[path] and rule in {None, finding.rule}

    found = all_corrections(report, granskning.findings, wanted, [rule] if rule else [])
    return workspace_edit(server.client_capabilities, seen.checked, found)


def _is_current(checked: Checked, name: str) -> bool:
    """Whether a file has the text that the report was last read with: what comes later is asked for again."""
    text, report = checked.text(name), checked.report
    return bool(text and report and reads(report, name, text.text))


def _path(finding: Finding) -> str:
    return finding.place.path or ""


def _meet(one: lsp.Range, other: lsp.Range) -> bool:
    return _key(one.start) <= _key(other.end) and _key(other.start) <= _key(one.end)


def _key(position: lsp.Position) -> tuple[int, int]:
    return position.line, position.character


def _data(data: Any) -> dict[str, str | None]:  # noqa: ANN401 - as the editor gives it back
    return data if isinstance(data, dict) else {name: getattr(data, name, None) for name in ("uri", "var", "regel")}
