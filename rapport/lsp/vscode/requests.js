// What the server asks of the editor: to show a file, to change a text.
"use strict";

const vscode = require("vscode");
const protocol = require("./protocol");

async function showDocument({ uri, selection, takeFocus }) {
  const document = await vscode.workspace.openTextDocument(protocol.uri(uri));
  const options = { preserveFocus: takeFocus === false, selection: selection && protocol.range(selection) };
  await vscode.window.showTextDocument(document, options);
  return { success: true };
}

// An edit of a text that has changed since is not made.
async function applied({ edit }) {
  const versions = new Map(vscode.workspace.textDocuments.map((one) => [one.uri.toString(), one.version]));
  const isOld = ({ textDocument }) => {
    const now = textDocument && versions.get(protocol.uri(textDocument.uri).toString());
    return textDocument?.version != null && now !== undefined && now !== textDocument.version;
  };
  if (edit.documentChanges?.some(isOld)) return { applied: false };
  return { applied: await vscode.workspace.applyEdit(protocol.workspaceEdit(edit)) };
}

module.exports = { applied, showDocument };
