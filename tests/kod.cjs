// An editor as the extension for VS Code meets it, with no window: does what stdin says and tells what would be shown.
// node kod.cjs EXTENSION SETTINGS, where SETTINGS is JSON: python, isTrusted, folders, storage. On stdin a JSON list of
// steps, each a list of a name and what it takes; on stdout a JSON list of what came of each.
"use strict";

const fs = require("node:fs");
const Module = require("node:module");
const path = require("node:path");
const { pathToFileURL } = require("node:url");

const [extension, settings] = [process.argv[2], JSON.parse(process.argv[3])];
const PATIENCE = 120_000; // milliseconds
const shape = (...names) => class { constructor(...values) { names.forEach((name, at) => (this[name] = values[at])); } };

class Uri {
  constructor(text) { this.text = text; this.scheme = text.slice(0, text.indexOf(":")); }
  static parse(text) { return new Uri(text); }
  static from({ scheme, path: name, query }) { return new Uri(`${scheme}:${name}?${query}`); }
  get fsPath() { return decodeURIComponent(this.text.replace("file://", "")); }
  toString() { return this.text; }
}

class EventEmitter {
  constructor() {
    this.heard = new Set();
    this.event = (hear) => { this.heard.add(hear); return { dispose: () => this.heard.delete(hear) }; };
  }
  fire(...values) { this.heard.forEach((hear) => hear(...values)); }
  dispose() { this.heard.clear(); }
}

class MarkdownString {
  constructor(value = "") { this.value = value; }
  appendText(text) { this.value += text; return this; }
}

class WorkspaceEdit {
  constructor() { this.edits = {}; }
  set(uri, edits) { this.edits[uri] = edits; }
}

class Document {
  constructor(uri, text, languageId = "yaml") { Object.assign(this, { uri, languageId, text, version: 1, fileName: uri.fsPath }); }
  getText() { return this.text; }
  at({ line, character }) { return this.text.split("\n").slice(0, line).reduce((sum, row) => sum + row.length + 1, 0) + character; }
}

const shown = { status: null, diagnostics: {}, said: [], log: "", documents: {}, copied: null };
const providers = {};
const commands = {};
const events = {};
const event = (name) => (events[name] = new EventEmitter()).event;
const registering = (name) => [`register${name}Provider`, (...given) => {
  providers[name] = given;
  return { dispose: () => delete providers[name] };
}];
const say = (text, ...choices) => { shown.said.push(text); return Promise.resolve(choices[0]); };
const KINDS = ["CodeLens", "Hover", "CompletionItem", "CodeActions", "Definition", "Implementation", "TypeDefinition", "Reference",
  "DocumentSymbol", "WorkspaceSymbol", "FoldingRange", "DocumentLink", "DocumentHighlight"];

const vscode = {
  ...{ Uri, EventEmitter, MarkdownString, WorkspaceEdit, version: "1.0.0" },
  ...{ Position: shape("line", "character"), Range: shape("start", "end"), Location: shape("uri", "range") },
  ...{ TextEdit: shape("range", "newText"), SnippetTextEdit: shape("range", "snippet"), SnippetString: shape("value") },
  ...{ Diagnostic: shape("range", "message", "severity"), DiagnosticRelatedInformation: shape("location", "message") },
  ...{ Hover: shape("contents", "range"), CodeLens: shape("range", "command"), CodeAction: shape("title", "kind") },
  ...{ CompletionItem: shape("label", "kind"), CompletionList: shape("items", "isIncomplete") },
  ...{ DocumentSymbol: shape("name", "detail", "kind", "range", "selectionRange"), ThemeColor: shape("id") },
  ...{ SymbolInformation: shape("name", "kind", "containerName", "location"), DocumentLink: shape("range", "target") },
  ...{ FoldingRange: shape("start", "end", "kind"), DocumentHighlight: shape("range", "kind") },
  ...{ ViewColumn: { Beside: -2 }, ProgressLocation: { Window: 10 }, StatusBarAlignment: { Left: 1 }, CodeActionKind: { Empty: { append: (value) => ({ value }) } } },
  languages: {
    createDiagnosticCollection: () => ({
      set: (uri, found) => (shown.diagnostics[uri] = found),
      clear: () => (shown.diagnostics = {}),
      dispose: () => {},
    }),
    ...Object.fromEntries(KINDS.map(registering)),
  },
  commands: {
    registerCommand(name, run) {
      if (commands[name]) throw new Error(`${name} is there already`);
      commands[name] = run;
      return { dispose: () => delete commands[name] };
    },
    executeCommand: async (name, ...given) => commands[name]?.(...given),
  },
  env: { clipboard: { writeText: async (text) => (shown.copied = text) } },
  window: {
    activeTextEditor: undefined,
    withProgress: (_options, run) => run(),
    ...{ showErrorMessage: say, showWarningMessage: say, showInformationMessage: say },
    createOutputChannel: () => ({ append: (text) => (shown.log += text), dispose: () => {} }),
    createStatusBarItem: () => ({
      show() { shown.status = this.text; shown.tooltip = this.tooltip; shown.isWarning = Boolean(this.backgroundColor); },
      hide() { shown.status = null; },
      dispose() {},
    }),
    showTextDocument: async (document, { viewColumn }) => (shown.documents[document.uri] = { text: document.text, viewColumn }),
    onDidChangeActiveTextEditor: event("active"),
    onDidChangeTextEditorSelection: event("selection"),
  },
  workspace: {
    isTrusted: settings.isTrusted,
    textDocuments: [],
    workspaceFolders: settings.folders.map((name) => ({ uri: new Uri(pathToFileURL(name).href), name: path.basename(name) })),
    getConfiguration: () => ({ get: () => settings.python }),
    onDidOpenTextDocument: event("open"),
    onDidChangeTextDocument: event("change"),
    onDidSaveTextDocument: event("save"),
    onDidCloseTextDocument: event("close"),
    onDidGrantWorkspaceTrust: event("trust"),
    onDidChangeConfiguration: event("configuration"),
    createFileSystemWatcher: (glob) => ({ glob, ...watcher(), dispose: () => {} }),
    registerTextDocumentContentProvider: (_scheme, provider) => (vscode.workspace.shows = provider),
    openTextDocument: async (uri) => new Document(uri, vscode.workspace.shows.provideTextDocumentContent(uri), "markdown"),
  },
};

function watcher() {
  const listen = () => ({ dispose: () => {} });
  return { onDidCreate: listen, onDidChange: listen, onDidDelete: listen };
}

const editor = () => vscode.window.activeTextEditor;

async function until(is) {
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    if (is()) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`never: ${is} ${shown.said} ${shown.log} ${shown.status}`);
}

const steps = {
  open(file) {
    const document = new Document(new Uri(pathToFileURL(file).href), fs.readFileSync(file, "utf8"));
    vscode.workspace.textDocuments.push(document);
    vscode.window.activeTextEditor = { document, selection: { active: { line: 0, character: 0 } } };
    events.open.fire(document);
    events.active.fire(editor());
  },
  cursor(line, character) {
    editor().selection.active = { line, character };
    events.selection.fire({ textEditor: editor() });
  },
  type(start, end, text) {
    const { document } = editor();
    document.text = document.text.slice(0, document.at(start)) + text + document.text.slice(document.at(end));
    document.version += 1;
    events.change.fire({ document, contentChanges: [{ range: { start, end }, text }] });
  },
  save: () => events.save.fire(editor().document),
  close() {
    const { document } = editor();
    vscode.workspace.textDocuments = vscode.workspace.textDocuments.filter((one) => one !== document);
    events.close.fire(document);
  },
  run: (name, ...given) => vscode.commands.executeCommand(name, ...given),
  ask: (kind, method, ...given) => providers[kind][1][method](editor().document, ...given, { onCancellationRequested: () => ({ dispose: () => {} }) }),
  status: (text) => until(() => shown.status?.includes(text)),
  said: (text) => until(() => shown.said.some((one) => one.includes(text))),
  found: (rule, count) => until(() => {
    const found = shown.diagnostics[editor().document.uri];
    return found?.filter(({ code }) => code.value === rule).length === count;
  }),
  started: (times) => until(() => shown.log.split("Startad med").length - 1 === times),
  kill: () => process.kill(Number(fs.readFileSync(settings.pid, "utf8"))),
  known: () => ({ providers: Object.keys(providers).sort(), commands: Object.keys(commands).sort() }),
  shown: () => JSON.parse(JSON.stringify(shown)),
};

const load = Module._load;
Module._load = (name, ...rest) => (name === "vscode" ? vscode : load(name, ...rest));

async function main() {
  const { activate, deactivate } = require(extension);
  activate({ extensionPath: extension, globalStorageUri: { fsPath: settings.storage }, subscriptions: [] });
  const told = [];
  for (const [name, ...given] of JSON.parse(fs.readFileSync(0, "utf8"))) told.push((await steps[name](...given)) ?? null);
  await deactivate();
  process.stdout.write(JSON.stringify(told));
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
