// The status bar: how much room the question has left that the cursor stands in.
"use strict";

const vscode = require("vscode");

const WARNING = "statusBarItem.warningBackground";

class Room {
  constructor() {
    this.byFile = new Map();
    this.item = vscode.window.createStatusBarItem("rapport.rum", vscode.StatusBarAlignment.Left, 100);
    Object.assign(this.item, { name: "Rapport: plats kvar", command: "rapport.meny" });
  }

  take(told) {
    this.byFile.set(vscode.Uri.parse(told.uri).toString(), told);
    this.show(vscode.window.activeTextEditor);
  }

  clear() {
    this.failure = undefined;
    this.byFile.clear();
    this.show(vscode.window.activeTextEditor);
  }

  fail(text) {
    this.failure = text;
    this.byFile.clear();
    this.show(vscode.window.activeTextEditor);
  }

  // Return the question that the cursor stands in.
  at(editor) {
    const line = editor?.selection.active.line;
    const before = this.told(editor)?.fragor.filter(({ rad }) => rad <= line) ?? [];
    return before.reduce((last, one) => (last && last.rad > one.rad ? last : one), undefined);
  }

  show(editor) {
    const { failure, item } = this;
    const [told, fraga] = [this.told(editor), this.at(editor)];
    if (failure && editor?.document.languageId === "yaml") {
      return this.put("$(warning) Rapport", failure, true);
    }
    const omraden = fraga ? told.omraden.filter(({ nummer }) => nummer === fraga.omrade) : told?.omraden;
    if (!omraden?.length) return item.hide();
    const parts = omraden.map(({ text }) => text);
    const isOver = omraden.some(({ tecken, maxtecken }) => tecken > maxtecken);
    if (fraga) parts.unshift(`${fraga.id}: ${fraga.tecken.toLocaleString("sv-SE")} tecken`);
    this.put(parts.join(" · "), fraga ? about(fraga) : "", isOver);
  }

  told(editor) {
    return editor && this.byFile.get(editor.document.uri.toString());
  }

  put(text, tooltip, isWarning) {
    const backgroundColor = isWarning ? new vscode.ThemeColor(WARNING) : undefined;
    Object.assign(this.item, { text, tooltip, backgroundColor });
    this.item.show();
  }

  dispose() {
    this.item.dispose();
  }
}

function about({ id, text, begart }) {
  const asked = Object.entries(begart).map(([what, isShown]) => `${what} ${isShown ? "✓" : "saknas"}`);
  return [`Fråga ${id}: ${text}`, ...(asked.length ? [`Frågan begär: ${asked.join(", ")}`] : [])].join("\n");
}

module.exports = { Room };
