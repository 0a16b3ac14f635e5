// The server and what it is told: started when a report's file is opened, started again when it dies, left in order.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const vscode = require("vscode");
const { Connection } = require("./connection");
const { Documents } = require("./documents");
const features = require("./features");
const protocol = require("./protocol");
const { advice, candidates, missing } = require("./python");
const { applied, showDocument } = require("./requests");

const PATIENCE = 60_000; // milliseconds: a first start beside a virus scanner takes its time
const RESTARTS = 4; // within
const A_WHILE = 180_000; // milliseconds

class Client {
  // `folders` are our own: where the extension lies (installed), and one with nothing in it (empty). `told` has what is
  // done when there is a server (started), when there will be none (stopped) and when it tells of room (room).
  // `commands` are those that the editor has of its own; what else the server knows is passed on to it.
  constructor(folders, log, told, commands) {
    Object.assign(this, { folders, log, told, commands, connection: null, starting: null, capabilities: {}, deaths: [] });
    this.running = []; // what is to be disposed of when the server has gone
    this.diagnostics = vscode.languages.createDiagnosticCollection("rapport");
    this.lensesChanged = new vscode.EventEmitter();
    this.documents = new Documents(this.notify.bind(this), () => this.begin());
  }

  knows(command) {
    return (this.capabilities.executeCommandProvider?.commands ?? []).includes(command);
  }

  passedOn() {
    return (this.capabilities.executeCommandProvider?.commands ?? []).filter((name) => !this.commands.includes(name));
  }

  execute(command, args) {
    return this.connection.request("workspace/executeCommand", { command, arguments: args });
  }

  // Start the server unless it is there, or has said why it cannot be.
  begin() {
    this.starting ??= this.start().catch((error) => this.failed({ text: `Rapport startar inte: ${error.message}` }));
    return this.starting;
  }

  async start() {
    const setting = vscode.workspace.getConfiguration("rapport").get("python") || "";
    const where = {
      setting,
      folders: (vscode.workspace.workspaceFolders ?? []).map((one) => one.uri.fsPath),
      isTrusted: vscode.workspace.isTrusted,
      installer: installer(this.folders.installed),
      ...{ env: process.env, platform: process.platform, exists: fs.existsSync },
    };
    const tried = [];
    for (const command of candidates(where)) {
      const why = await this.tries(command);
      if (!why) return;
      tried.push({ command, missing: why });
    }
    this.failed(advice(tried, where));
  }

  // Start the server with a command line; return what is missing where it will not.
  async tries(command) {
    // Where it stands it must find nothing to import: a module of the workspace's own would be run.
    const connection = new Connection(command, { cwd: this.folders.empty }, this.handlers(), this.log);
    const timer = setTimeout(() => connection.kill(), PATIENCE);
    const [answer, how] = await Promise.race([
      connection.request("initialize", this.initialize()).then((found) => [found], () => connection.ended.then((end) => [null, end])),
      connection.ended.then((end) => [null, end]),
    ]);
    clearTimeout(timer);
    if (!answer) return missing({ ...how, errors: connection.errors });
    connection.ended.then(() => this.died(connection));
    Object.assign(this, { connection, capabilities: answer.capabilities });
    connection.notify("initialized", {});
    this.running = [
      ...features.registered(this.capabilities, this.ask.bind(this), this.lensesChanged.event),
      ...this.passedOn().map((name) => vscode.commands.registerCommand(name, (...args) => this.execute(name, args))),
    ];
    this.log(`Startad med ${command.join(" ")}\n`);
    this.told.started();
    this.documents.begin(this.capabilities.textDocumentSync);
    return null;
  }

  initialize() {
    const folders = vscode.workspace.workspaceFolders?.map(({ uri, name }) => ({ uri: uri.toString(), name })) ?? null;
    return {
      ...{ processId: process.pid, clientInfo: { name: "VS Code", version: vscode.version }, locale: "sv" },
      ...{ rootUri: folders?.[0]?.uri ?? null, workspaceFolders: folders, capabilities: features.CAPABILITIES },
    };
  }

  handlers() {
    const show = (of) => ({ type, message }) => of[type - 1]?.(message);
    const { showErrorMessage, showWarningMessage, showInformationMessage } = vscode.window;
    return {
      "textDocument/publishDiagnostics": ({ uri, diagnostics }) =>
        this.connection && this.diagnostics.set(protocol.uri(uri), diagnostics.map(protocol.diagnostic)),
      "rapport/rum": (room) => this.told.room(room),
      "window/showMessage": show([showErrorMessage, showWarningMessage, showInformationMessage]),
      "window/showMessageRequest": () => null,
      "window/logMessage": ({ message }) => this.log(`${message}\n`),
      "window/showDocument": (asked) => showDocument(asked),
      "workspace/applyEdit": (asked) => applied(asked),
      "workspace/codeLens/refresh": () => this.lensesChanged.fire(),
      "client/registerCapability": ({ registrations }) => registrations.forEach((one) => this.watch(one)),
    };
  }

  // The server asks to be told of files that change on disk; it asks for nothing else.
  watch({ method, registerOptions }) {
    if (method !== "workspace/didChangeWatchedFiles") throw new Error(method);
    for (const { globPattern } of registerOptions.watchers) {
      const watcher = vscode.workspace.createFileSystemWatcher(globPattern);
      const tell = (type) => (uri) =>
        this.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: uri.toString(), type }] });
      this.running.push(watcher, watcher.onDidCreate(tell(1)), watcher.onDidChange(tell(2)), watcher.onDidDelete(tell(3)));
    }
  }

  // Ask about a file; nothing is answered where it is no report's, or where the server will not.
  async ask(method, params, convert, document, token) {
    if (!this.connection || (document && !this.documents.has(document))) return undefined;
    try {
      const answer = await this.connection.request(method, params, token);
      return token?.isCancellationRequested ? undefined : convert(answer);
    } catch (error) {
      if (this.connection && !token?.isCancellationRequested) this.log(`${method}: ${error.message}\n`);
      return undefined;
    }
  }

  notify(method, params) {
    this.connection?.notify(method, params);
  }

  died(connection) {
    if (this.connection !== connection) return;
    this.forget();
    const now = Date.now();
    this.deaths = [...this.deaths.filter((then) => now - then < A_WHILE), now];
    if (this.deaths.length <= RESTARTS) return void this.begin();
    this.starting = Promise.resolve(); // until somebody asks for it
    this.failed({ text: "Rapport stannar gång på gång: läs varför i Utdata, under Rapport. Din text är orörd." });
  }

  failed(said) {
    this.log(`${said.text}\n`);
    this.told.stopped(said);
  }

  forget() {
    this.running.forEach((one) => one.dispose());
    this.documents.end();
    this.diagnostics.clear();
    Object.assign(this, { running: [], connection: null, starting: null, capabilities: {} });
  }

  async restart() {
    this.deaths = [];
    await this.stop();
    await this.begin();
  }

  // Start again what has been started, or has been tried in vain.
  async again() {
    if (this.starting) await this.restart();
  }

  async stop() {
    await this.starting;
    const { connection } = this;
    this.forget();
    if (!connection) return;
    const timer = setTimeout(() => connection.kill(), 2000);
    await connection.request("shutdown").catch(() => {});
    connection.notify("exit");
    await connection.ended;
    clearTimeout(timer);
  }

  async dispose() {
    [this.documents, this.diagnostics, this.lensesChanged].forEach((one) => one.dispose());
    await this.stop();
  }
}

// Return the Python that installed this extension, if it was one that did.
function installer(folder) {
  try {
    return JSON.parse(fs.readFileSync(path.join(folder, "python.json"), "utf8")).python;
  } catch {
    return undefined;
  }
}

module.exports = { Client };
