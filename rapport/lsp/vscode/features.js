// What the editor asks of the server: one entry for each thing that a server may say that it can do.
"use strict";

const vscode = require("vscode");
const protocol = require("./protocol");

const DOCUMENTS = { language: "yaml", scheme: "file" };

const at = (document, position) => ({
  textDocument: { uri: document.uri.toString() },
  position: { line: position.line, character: position.character },
});

const of = (document) => ({ textDocument: { uri: document.uri.toString() } });

const FEATURES = {
  codeLensProvider: (ask, options, changed) =>
    vscode.languages.registerCodeLensProvider(DOCUMENTS, {
      onDidChangeCodeLenses: changed,
      provideCodeLenses: (document, token) => ask("textDocument/codeLens", of(document), protocol.lenses, document, token),
      ...resolving(options, "resolveCodeLens", (lens, token) => ask("codeLens/resolve", lens.asTold, protocol.lens, null, token)),
    }),
  hoverProvider: (ask) =>
    vscode.languages.registerHoverProvider(DOCUMENTS, {
      provideHover: (document, position, token) =>
        ask("textDocument/hover", at(document, position), protocol.hover, document, token),
    }),
  completionProvider: (ask, options) =>
    vscode.languages.registerCompletionItemProvider(
      DOCUMENTS,
      {
        provideCompletionItems(document, position, token, { triggerKind, triggerCharacter }) {
          const context = { triggerKind: triggerKind + 1, triggerCharacter };
          return ask("textDocument/completion", { ...at(document, position), context }, protocol.completions, document, token);
        },
        ...resolving(options, "resolveCompletionItem", (item, token) =>
          ask("completionItem/resolve", item.asTold, protocol.completion, null, token)),
      },
      ...(options.triggerCharacters ?? []),
    ),
  codeActionProvider: (ask, options) =>
    vscode.languages.registerCodeActionsProvider(
      DOCUMENTS,
      {
        provideCodeActions(document, range, { diagnostics, only, triggerKind }, token) {
          const told = diagnostics.map((one) => one.asTold).filter(Boolean);
          const context = { diagnostics: told, only: only && [only.value], triggerKind };
          const asked = { ...of(document), range: { start: range.start, end: range.end }, context };
          return ask("textDocument/codeAction", asked, protocol.actions, document, token);
        },
        ...resolving(options, "resolveCodeAction", (action, token) =>
          ask("codeAction/resolve", action.asTold, protocol.codeAction, null, token)),
      },
      { providedCodeActionKinds: options.codeActionKinds?.map((kind) => vscode.CodeActionKind.Empty.append(kind)) },
    ),
  definitionProvider: (ask) => going(ask, "Definition", "textDocument/definition"),
  implementationProvider: (ask) => going(ask, "Implementation", "textDocument/implementation"),
  typeDefinitionProvider: (ask) => going(ask, "TypeDefinition", "textDocument/typeDefinition"),
  documentHighlightProvider: (ask) =>
    vscode.languages.registerDocumentHighlightProvider(DOCUMENTS, {
      provideDocumentHighlights: (document, position, token) =>
        ask("textDocument/documentHighlight", at(document, position), protocol.highlights, document, token),
    }),
  referencesProvider: (ask) =>
    vscode.languages.registerReferenceProvider(DOCUMENTS, {
      provideReferences: (document, position, context, token) =>
        ask("textDocument/references", { ...at(document, position), context }, protocol.locations, document, token),
    }),
  documentSymbolProvider: (ask) =>
    vscode.languages.registerDocumentSymbolProvider(
      DOCUMENTS,
      {
        provideDocumentSymbols: (document, token) =>
          ask("textDocument/documentSymbol", of(document), protocol.symbols, document, token),
      },
      { label: "Rapport" },
    ),
  workspaceSymbolProvider: (ask) =>
    vscode.languages.registerWorkspaceSymbolProvider({
      provideWorkspaceSymbols: (query, token) => ask("workspace/symbol", { query }, protocol.symbols, null, token),
    }),
  foldingRangeProvider: (ask) =>
    vscode.languages.registerFoldingRangeProvider(DOCUMENTS, {
      provideFoldingRanges: (document, _context, token) =>
        ask("textDocument/foldingRange", of(document), protocol.foldings, document, token),
    }),
  documentLinkProvider: (ask, options) =>
    vscode.languages.registerDocumentLinkProvider(DOCUMENTS, {
      provideDocumentLinks: (document, token) => ask("textDocument/documentLink", of(document), protocol.links, document, token),
      ...resolving(options, "resolveDocumentLink", (link, token) =>
        ask("documentLink/resolve", link.asTold, protocol.link, null, token)),
    }),
};

// What leads from the words at a place to other places, by the editor's name of it.
function going(ask, name, method) {
  return vscode.languages[`register${name}Provider`](DOCUMENTS, {
    [`provide${name}`]: (document, position, token) => ask(method, at(document, position), protocol.locations, document, token),
  });
}

function resolving(options, name, resolve) {
  return options.resolveProvider ? { [name]: resolve } : {};
}

// Let the editor ask for all that a server says it can do; return what ends that.
function registered(capabilities, ask, lensesChanged) {
  const known = Object.keys(FEATURES).filter((name) => capabilities[name]);
  return known.map((name) => FEATURES[name](ask, capabilities[name] === true ? {} : capabilities[name], lensesChanged));
}

const MARKUP = ["markdown", "plaintext"];

// What this client can take, as the protocol has it.
const CAPABILITIES = {
  general: { positionEncodings: ["utf-16"] },
  window: { showDocument: { support: true }, showMessage: { messageActionItem: {} } },
  workspace: {
    applyEdit: true,
    workspaceEdit: { documentChanges: true, snippetEditSupport: true, resourceOperations: ["create", "rename", "delete"] },
    didChangeWatchedFiles: { dynamicRegistration: true },
    codeLens: { refreshSupport: true },
    symbol: {},
    executeCommand: {},
    workspaceFolders: true,
  },
  textDocument: {
    synchronization: { didSave: true },
    publishDiagnostics: {
      ...{ relatedInformation: true, versionSupport: true, codeDescriptionSupport: true, dataSupport: true },
      tagSupport: { valueSet: [1, 2] },
    },
    codeLens: {},
    hover: { contentFormat: MARKUP },
    completion: {
      contextSupport: true,
      completionItem: {
        ...{ snippetSupport: true, insertReplaceSupport: true, labelDetailsSupport: true, preselectSupport: true },
        ...{ documentationFormat: MARKUP, commitCharactersSupport: true, tagSupport: { valueSet: [1] } },
        insertTextModeSupport: { valueSet: [1, 2] },
        resolveSupport: { properties: ["documentation", "detail", "additionalTextEdits"] },
      },
    },
    codeAction: {
      ...{ isPreferredSupport: true, disabledSupport: true, dataSupport: true },
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["", "quickfix", "refactor", "source", "source.fixAll"] } },
      resolveSupport: { properties: ["edit"] },
    },
    definition: { linkSupport: true },
    implementation: { linkSupport: true },
    typeDefinition: { linkSupport: true },
    references: {},
    documentHighlight: {},
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    foldingRange: { foldingRangeKind: { valueSet: ["comment", "imports", "region"] } },
    documentLink: { tooltipSupport: true },
  },
};

module.exports = { CAPABILITIES, DOCUMENTS, FEATURES, registered };
