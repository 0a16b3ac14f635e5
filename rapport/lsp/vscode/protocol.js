// The protocol's shapes as the editor's. Both count lines and characters alike: from 0, and in UTF-16.
"use strict";

const vscode = require("vscode");

const all = (convert) => (found) => found?.map(convert) ?? undefined;
const uri = (text) => vscode.Uri.parse(text);
const position = ({ line, character }) => new vscode.Position(line, character);
const range = ({ start, end }) => new vscode.Range(position(start), position(end));
const edit = (one) => new vscode.TextEdit(range(one.range), one.newText);
const written = (one) =>
  one.snippet ? new vscode.SnippetTextEdit(range(one.range), new vscode.SnippetString(one.snippet.value)) : edit(one);
const command = (one) => one && { title: one.title, command: one.command, arguments: one.arguments };

function location(one) {
  if (one.targetUri === undefined) return new vscode.Location(uri(one.uri), range(one.range ?? NOWHERE));
  return {
    originSelectionRange: one.originSelectionRange && range(one.originSelectionRange),
    targetUri: uri(one.targetUri),
    targetRange: range(one.targetRange),
    targetSelectionRange: range(one.targetSelectionRange),
  };
}

const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

// What the server says is never trusted: no link of it runs a command, no HTML in it is shown.
function text(one) {
  if (one === undefined || one === null) return undefined;
  if (one.kind === "plaintext") return new vscode.MarkdownString().appendText(one.value);
  const value = typeof one === "string" ? one : one.value;
  return one.language ? new vscode.MarkdownString().appendCodeblock(value, one.language) : new vscode.MarkdownString(value);
}

function hover(one) {
  if (!one) return undefined;
  const contents = Array.isArray(one.contents) ? one.contents : [one.contents];
  return new vscode.Hover(contents.map(text), one.range && range(one.range));
}

function diagnostic(one) {
  const made = new vscode.Diagnostic(range(one.range), one.message, (one.severity ?? 1) - 1);
  made.source = one.source;
  made.code = one.codeDescription ? { value: one.code, target: uri(one.codeDescription.href) } : one.code;
  made.tags = one.tags;
  made.relatedInformation = one.relatedInformation?.map(
    (other) => new vscode.DiagnosticRelatedInformation(location(other.location), other.message),
  );
  made.asTold = one; // asked about, it is told back whole
  return made;
}

function workspaceEdit(one) {
  if (!one) return undefined;
  const made = new vscode.WorkspaceEdit();
  for (const change of one.documentChanges ?? []) {
    if (change.kind === "create") made.createFile(uri(change.uri), change.options);
    else if (change.kind === "rename") made.renameFile(uri(change.oldUri), uri(change.newUri), change.options);
    else if (change.kind === "delete") made.deleteFile(uri(change.uri), change.options);
    else made.set(uri(change.textDocument.uri), change.edits.map(written));
  }
  for (const [name, edits] of Object.entries(one.changes ?? {})) made.set(uri(name), edits.map(edit));
  return made;
}

function codeAction(one) {
  if (typeof one.command === "string") return command(one);
  const made = new vscode.CodeAction(one.title, one.kind && vscode.CodeActionKind.Empty.append(one.kind));
  made.edit = workspaceEdit(one.edit);
  made.command = command(one.command);
  made.isPreferred = one.isPreferred;
  made.disabled = one.disabled;
  made.diagnostics = one.diagnostics?.map(diagnostic);
  made.asTold = one;
  return made;
}

function completion(one) {
  const label = one.labelDetails ? { label: one.label, ...one.labelDetails } : one.label;
  const made = new vscode.CompletionItem(label, one.kind && one.kind - 1);
  const [wanted, where] = [one.textEdit?.newText ?? one.insertText, one.textEdit];
  for (const key of ["detail", "sortText", "filterText", "preselect", "commitCharacters", "tags"]) made[key] = one[key];
  made.documentation = text(one.documentation);
  made.insertText = one.insertTextFormat === 2 ? new vscode.SnippetString(wanted ?? one.label) : wanted;
  made.keepWhitespace = one.insertTextMode === 1;
  if (where?.range) made.range = range(where.range);
  else if (where) made.range = { inserting: range(where.insert), replacing: range(where.replace) };
  made.additionalTextEdits = all(edit)(one.additionalTextEdits);
  made.command = command(one.command);
  made.asTold = one;
  return made;
}

function completions(found) {
  if (!found) return undefined;
  return new vscode.CompletionList((found.items ?? found).map(completion), found.isIncomplete ?? false);
}

function symbol(one) {
  if (one.location) return new vscode.SymbolInformation(one.name, one.kind - 1, one.containerName, location(one.location));
  const made = new vscode.DocumentSymbol(one.name, one.detail ?? "", one.kind - 1, range(one.range), range(one.selectionRange));
  made.children = (one.children ?? []).map(symbol);
  return made;
}

function lens(one) {
  const made = new vscode.CodeLens(range(one.range), command(one.command));
  made.asTold = one;
  return made;
}

function link(one) {
  const made = new vscode.DocumentLink(range(one.range), one.target && uri(one.target));
  made.tooltip = one.tooltip;
  made.asTold = one;
  return made;
}

const highlight = (one) => new vscode.DocumentHighlight(range(one.range), (one.kind ?? 1) - 1);
const FOLDINGS = { comment: 1, imports: 2, region: 3 };
const folding = (one) => new vscode.FoldingRange(one.startLine, one.endLine, FOLDINGS[one.kind]);

function locations(found) {
  if (!found) return undefined;
  return Array.isArray(found) ? found.map(location) : location(found);
}

module.exports = {
  ...{ uri, range, command, hover, diagnostic, workspaceEdit, codeAction, completion, completions, locations },
  ...{ symbols: all(symbol), lenses: all(lens), links: all(link), foldings: all(folding), actions: all(codeAction) },
  ...{ highlights: all(highlight), lens, link },
};
