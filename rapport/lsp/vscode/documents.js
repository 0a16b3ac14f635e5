// The texts that the server has: those of a report, as the editor tells of them.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const vscode = require("vscode");

const INCREMENTAL = 2;

class Documents {
  // `notify` tells the server; `wanted` is called where a report's file is opened and there is none yet.
  constructor(notify, wanted) {
    Object.assign(this, { notify, wanted, sync: null, names: new Set() });
    const { onDidOpenTextDocument, onDidChangeTextDocument, onDidSaveTextDocument, onDidCloseTextDocument } = vscode.workspace;
    this.listening = [
      onDidOpenTextDocument((document) => this.opened(document)),
      onDidChangeTextDocument((event) => this.changed(event)),
      onDidSaveTextDocument((document) => this.saved(document)),
      onDidCloseTextDocument((document) => this.closed(document)),
    ];
  }

  // Tell a new server, by what it has said of texts, of all that is open.
  begin(sync) {
    this.sync = sync?.change ?? sync ?? 0;
    this.openAll();
  }

  end() {
    this.sync = null;
    this.names.clear();
  }

  has(document) {
    return this.names.has(document.uri.toString());
  }

  openAll() {
    vscode.workspace.textDocuments.forEach((document) => this.opened(document));
  }

  opened(document) {
    if (this.has(document) || !isOfReport(document)) return;
    if (this.sync === null) return void this.wanted();
    const { languageId, version } = document;
    const uri = document.uri.toString();
    this.names.add(uri);
    this.notify("textDocument/didOpen", { textDocument: { uri, languageId, version, text: document.getText() } });
  }

  changed({ document, contentChanges }) {
    if (!this.has(document) || !contentChanges.length) return;
    const { version } = document;
    const changes = contentChanges.map(({ range, text }) => ({ range: { start: range.start, end: range.end }, text }));
    this.notify("textDocument/didChange", {
      textDocument: { uri: document.uri.toString(), version },
      contentChanges: this.sync === INCREMENTAL ? changes : [{ text: document.getText() }],
    });
  }

  saved(document) {
    if (this.has(document)) this.notify("textDocument/didSave", { textDocument: { uri: document.uri.toString() } });
    if (path.basename(document.fileName) === "rapport.yaml") this.openAll(); // a folder is a report from when it has one
  }

  closed(document) {
    const uri = document.uri.toString();
    if (this.names.delete(uri)) this.notify("textDocument/didClose", { textDocument: { uri } });
  }

  dispose() {
    this.listening.forEach((one) => one.dispose());
  }
}

// A file is a report's when rapport.yaml lies beside it; nothing else is shown to the server.
function isOfReport({ languageId, uri }) {
  if (languageId !== "yaml" || uri.scheme !== "file") return false;
  return fs.existsSync(path.join(path.dirname(uri.fsPath), "rapport.yaml"));
}

module.exports = { Documents, isOfReport };
