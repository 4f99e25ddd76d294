// What every command of a fresh clone needs first: dependencies installed, dist built. Both do nothing where nothing is to do.
// Plain Node.js, since it runs before anything is installed.
import { spawn } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** Installs the dependencies that package-lock.json names, unless they are there. Ends the process where that fails. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  // Not `npm ci`: it refuses a lock file that does not name the binaries for every platform, as one does that was written behind
  // a mirror without them. Versions come from the lock file all the same, and nothing is written to it. No dependency needs its
  // scripts, and ours would build.
  const command = npm("install", "--no-save", "--ignore-scripts", "--prefer-offline");
  await step("Installing dependencies, the first time only", command);
}

/** Builds dist, unless it is newer than all that it is made from. Ends the process where that fails. */
export async function ensureBuilt() {
  if (isBuilt()) return;
  await step("Building dist", npm("run", "build"));
}

/** npm leaves a record of what it installed, last of all. Packages for other platforms are in the lock file alone. */
function isInstalled() {
  const installed = readJson("node_modules/.package-lock.json")?.packages;
  if (installed === undefined) return false;
  const wanted = Object.entries(readJson("package-lock.json").packages);
  return wanted.every(
    ([place, { version, optional }]) =>
      place === "" || installed[place]?.version === version || (optional && !installed[place]),
  );
}

function isBuilt() {
  const manifest = readJson("package.json");
  const outputs = filesNamedIn([manifest.bin, manifest.exports]);
  const oldest = Math.min(...outputs.map(modified));
  const sources = ["src", "package.json", "package-lock.json", "tsconfig.json", "tsup.config.ts"];
  return oldest > Math.max(...sources.map(newestBelow));
}

/** Every file of dist that package.json names, at any depth. */
function filesNamedIn(value) {
  if (typeof value === "string") {
    return value.replace(/^\.\//, "").startsWith("dist/") ? [value] : [];
  }
  return Object.values(value ?? {}).flatMap(filesNamedIn);
}

/** Time of the last change to a file or to anything in a folder; of the folder too, since files may be gone from it. */
function newestBelow(place) {
  const file = path.join(root, place);
  const own = modified(place);
  if (own === 0 || !statSync(file).isDirectory()) return own;
  return Math.max(own, ...readdirSync(file).map((name) => newestBelow(path.join(place, name))));
}

/** 0 for what does not exist. */
function modified(place) {
  return statSync(path.join(root, place), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function readJson(place) {
  try {
    return JSON.parse(readFileSync(path.join(root, place), "utf8"));
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** The command line that calls npm: the one that called us, where there is one. */
function npm(...args) {
  const quiet = [...args, "--no-audit", "--no-fund", "--no-update-notifier"];
  const script = process.env["npm_execpath"];
  if (script?.endsWith("npm-cli.js"))
    return { command: process.execPath, args: [script, ...quiet] };
  return { command: "npm", args: quiet, shell: process.platform === "win32" };
}

/** Runs a command in silence with one line said about it; its output is shown where it fails, and the process ends. */
async function step(title, { command, args, shell = false }) {
  const start = performance.now();
  process.stderr.write(`${title} ... `);
  const { code, output } = await run(command, args, shell);
  if (code === 0) {
    process.stderr.write(`${((performance.now() - start) / 1000).toFixed(0)} s\n`);
    return;
  }
  process.stderr.write(
    `failed\n\n${output.trimEnd()}\n\n${path.basename(command)} exited ${code}\n`,
  );
  process.exit(1);
}

function run(command, args, shell) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, shell, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        output += text;
      });
    }
    child.on("error", (error) => resolve({ code: 1, output: String(error) }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
