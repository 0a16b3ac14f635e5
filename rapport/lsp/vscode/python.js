// Where the server is to be found, and what to say where it is nowhere. Knows nothing of the editor.
"use strict";

const path = require("node:path");

// Return the command lines to try, in order. A workspace's own Python is one only where the workspace is trusted.
function candidates({ setting, folders, isTrusted, installer, env, platform, exists }) {
  const isWindows = platform === "win32";
  const { join, isAbsolute, delimiter } = isWindows ? path.win32 : path.posix;
  if (setting) return [withPython(setting.replaceAll("${workspaceFolder}", folders[0] ?? ""))];
  const own = isWindows ? ["Scripts", "python.exe"] : ["bin", "python"];
  const inWorkspace = isTrusted ? folders.map((folder) => join(folder, ".venv", ...own)) : [];
  // Looked up here, for Windows would begin in the folder that it stands in.
  const places = (env.PATH ?? env.Path ?? "").split(delimiter).filter((place) => isAbsolute(place));
  const onPath = (name) => places.map((place) => join(place, isWindows ? `${name}.exe` : name)).find(exists);
  const program = onPath("rapport");
  const pythons = [...inWorkspace, installer].filter((file) => file && exists(file)).map(withPython);
  const common = (isWindows ? ["py", "python"] : ["python3", "python"]).map(onPath).filter(Boolean).map(withPython);
  return [...pythons, ...(program ? [[program, "lsp"]] : []), ...common];
}

function withPython(python) {
  return [python, "-m", "rapport", "lsp"];
}

// Return why a server that was started has ended without a word: "tillägg", "paket" or "python" is what is missing.
function missing({ code, error, errors }) {
  if (/rapport\[lsp\]/.test(errors)) return "tillägg";
  if (/No module named/.test(errors)) return "paket";
  return error || code === 9009 /* the Microsoft Store's stand-in for Python */ ? "python" : "annat";
}

// Return what to say where no command line gave a server: a sentence, and the command in it.
function advice(tried, { setting, platform }) {
  const found = (what) => tried.find((one) => one.missing === what);
  const lacking = found("tillägg");
  if (lacking) {
    const [program, module] = lacking.command;
    const python = module === "-m" ? quoted(program, platform) : platform === "win32" ? "py" : "python3";
    const command = `${python} -m pip install "rapport[lsp]"`;
    return { command, text: `Rapport saknar det som redigeraren behöver: skriv  ${command}  i terminalen${RESTART}` };
  }
  if (setting && !found("paket")) {
    return { text: `Rapport startar inte med ${setting}, som inställningen rapport.python pekar på: rätta den${RESTART}` };
  }
  if (found("annat")) return { text: `Rapport startar inte: läs varför i Utdata, under Rapport, rätta det${RESTART}` };
  const command =
    platform === "win32"
      ? 'py -m venv .venv; .venv\\Scripts\\python -m pip install ".[lsp]"; .venv\\Scripts\\python -m rapport lsp --installera'
      : 'python3 -m venv .venv && .venv/bin/pip install ".[lsp]" && .venv/bin/rapport lsp --installera';
  const first = found("paket") ? "Rapport är inte installerat" : "Python hittades inte: installera Python 3.11 eller senare";
  const then = found("paket") ? ": skriv" : ", skriv sedan";
  return { command, text: `${first}${then}  ${command}  i terminalen, i mappen med programmet, och starta om VS Code.` };
}

const RESTART = ", och kör sedan kommandot Rapport: Starta om.";

function quoted(program, platform) {
  if (!/[^\w.:\\/-]/.test(program)) return program;
  return platform === "win32" ? `& "${program}"` : `'${program.replaceAll("'", "'\\''")}'`;
}

module.exports = { candidates, missing, advice };
