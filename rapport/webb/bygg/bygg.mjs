// Builds the editor core: node bygg.mjs [FOLDER], into ../sida unless a folder is named.
// karna.js is what the page loads; karna.licenser.txt holds the licences of everything in it.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = path.dirname(fileURLToPath(import.meta.url));
const target = path.resolve(process.argv[2] ?? path.join(here, "..", "sida"));

const made = await build({
  absWorkingDir: here,
  entryPoints: ["src/karna.js"],
  outfile: path.join(target, "karna.js"),
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  metafile: true,
  write: false,
});

// The packages that anything was taken from, by name.
const packages = Object.entries(made.metafile.outputs)
  .flatMap(([, output]) => Object.entries(output.inputs))
  .filter(([, { bytesInOutput }]) => bytesInOutput)
  .map(([file]) => file.match(/node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1]);
const names = [...new Set(packages.filter(Boolean))].sort();

function licence(name) {
  const folder = path.join(here, "node_modules", name);
  const { version, license } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
  const file = fs.readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  if (!file) throw new Error(`${name} has no licence file`);
  const text = fs.readFileSync(path.join(folder, file), "utf8").replaceAll("\r\n", "\n").trim();
  return `${name} ${version} (${license})\n\n${text}\n`;
}

fs.mkdirSync(target, { recursive: true });
fs.writeFileSync(path.join(target, "karna.js"), made.outputFiles[0].contents);
fs.writeFileSync(path.join(target, "karna.licenser.txt"), names.map(licence).join("\n----\n\n"));
