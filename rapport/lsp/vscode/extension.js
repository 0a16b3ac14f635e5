// Rapport in VS Code: starts the language server, shows the room left, opens last year's answer and the papers beside.
"use strict";

const fs = require("node:fs");
const vscode = require("vscode");
const { Client } = require("./client");
const { isOfReport } = require("./documents");
const { Room } = require("./room");

const SHOWN = "rapport-visat";
const BESIDE = { "rapport.forraSvar": "Förra årets svar på fråga", "rapport.forslag": "Förslag ur papperen till fråga" };

let client;

function activate(context) {
  const log = vscode.window.createOutputChannel("Rapport");
  const room = new Room();
  const shown = new Shown();
  const folders = { installed: context.extensionPath, empty: context.globalStorageUri.fsPath };
  fs.mkdirSync(folders.empty, { recursive: true });
  const told = { started: () => room.clear(), stopped: (said) => tell(room, said), room: (one) => room.take(one) };
  client = new Client(folders, (text) => log.append(text), told, Object.keys(BESIDE));
  const commands = {
    "rapport.startaOm": () => client.restart(),
    "rapport.meny": () => menu(room),
    ...Object.fromEntries(
      Object.keys(BESIDE).map((name) => [name, (uri, fraga) => beside(name, shown, ...asked(room, uri, fraga))]),
    ),
  };
  context.subscriptions.push(
    log,
    room,
    vscode.workspace.registerTextDocumentContentProvider(SHOWN, shown),
    vscode.workspace.onDidGrantWorkspaceTrust(() => client.connection || client.again()),
    vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration("rapport.python") && client.again()),
    vscode.window.onDidChangeActiveTextEditor((editor) => active(room, editor)),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => room.show(textEditor)),
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(name, run)),
  );
  active(room, vscode.window.activeTextEditor);
  client.documents.openAll();
}

function deactivate() {
  return client?.dispose();
}

function active(room, editor) {
  vscode.commands.executeCommand("setContext", "rapport.iRedovisning", Boolean(editor) && isOfReport(editor.document));
  room.show(editor);
}

// Say once what to do where there is no server, and let it stand where the room would.
async function tell(room, { text, command }) {
  room.fail(text);
  const chosen = await vscode.window.showWarningMessage(text, command ? "Kopiera kommandot" : "Öppna inställningen");
  if (!chosen) return;
  if (command) await vscode.env.clipboard.writeText(command);
  else await vscode.commands.executeCommand("workbench.action.openSettings", "rapport.python");
}

// Return the file and the question that are meant: those given, or those that the cursor stands in.
function asked(room, uri, fraga) {
  const editor = vscode.window.activeTextEditor;
  return [uri ?? editor?.document.uri.toString(), fraga ?? room.at(editor)?.id];
}

// Show what the server says of a question beside it, to be read only.
async function beside(name, shown, uri, fraga) {
  const say = vscode.window.showInformationMessage;
  if (!client.connection) return say("Rapport är inte igång: kör kommandot Rapport: Starta om.");
  if (!fraga) return say("Ställ markören i ett svar, och vänta tills statusraden visar hur mycket plats det har kvar.");
  if (!client.knows(name)) return say("Rapport är för gammalt för det här: installera den senaste versionen.");
  let found;
  try {
    const progress = { location: vscode.ProgressLocation.Window, title: `${BESIDE[name]} ${fraga} …` };
    found = await vscode.window.withProgress(progress, () => client.execute(name, [uri, fraga]));
  } catch {
    return say("Det gick inte att visa: läs varför i Utdata, under Rapport.");
  }
  if (!found) return say(`Fråga ${fraga} finns inte, eller så kan redovisningen inte läsas: se vad som står under Problem.`);
  const document = await shown.document(found, uri);
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true, preview: true });
}

async function menu(room) {
  const fraga = room.at(vscode.window.activeTextEditor)?.id;
  const choices = fraga ? Object.keys(BESIDE).map((name) => ({ label: `${BESIDE[name]} ${fraga}`, name })) : [];
  const chosen = await vscode.window.showQuickPick([...choices, { label: "Starta om Rapport", name: "rapport.startaOm" }]);
  if (chosen) await vscode.commands.executeCommand(chosen.name);
}

// Texts that are only read: what was last said under each name.
class Shown {
  constructor() {
    this.texts = new Map();
    this.changed = new vscode.EventEmitter();
    this.onDidChange = this.changed.event;
  }

  provideTextDocumentContent(uri) {
    return this.texts.get(uri.toString()) ?? "";
  }

  // What papers say is never to be taken for Markdown.
  document({ titel, sprak, text }, of) {
    const name = `${titel.replaceAll("/", "-")}.${sprak === "markdown" ? "md" : "txt"}`;
    const uri = vscode.Uri.from({ scheme: SHOWN, path: `/${name}`, query: of });
    this.texts.set(uri.toString(), text);
    this.changed.fire(uri);
    return vscode.workspace.openTextDocument(uri);
  }
}

module.exports = { activate, deactivate };
