// `npm run demo`: a real service, scraped and checked by the real command line, before and after a release that breaks the
// contract. Works on a fresh clone. Exits 0 only if all came out as promised.
import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { styleText } from "node:util";
import { ensureBuilt, ensureInstalled } from "./ensure.mjs";

process.chdir(path.resolve(path.dirname(fileURLToPath(import.meta.url)), ".."));
await ensureInstalled();
await ensureBuilt();
// Not before: they need what has just been installed.
const { startService } = await import("./demo/service.mjs");
const { mistakes } = await import("./demo/metrics.mjs");

const colours = process.stdout.isTTY && !process.env["NO_COLOR"];
const paint = (format, text) => (colours ? styleText(format, text) : text);
const say = (text = "") => process.stdout.write(`${text}\n`);

const registry = "schemas/baseten.yaml";
const differences = [];

/** Runs the command line and resolves with its exit code, and with its output where that is not shown. */
async function promschema(args, { shown }) {
  const child = spawn(process.execPath, ["dist/cli.js", ...args], {
    stdio: ["ignore", shown ? "inherit" : "pipe", "inherit"],
  });
  let output = "";
  child.stdout?.setEncoding("utf8").on("data", (text) => {
    output += text;
  });
  const code = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  return { code, output };
}

/** Checks the service before the reader's eyes, then once more for the machine, and compares with what was promised. */
async function check(url, promised) {
  say(paint("bold", `$ npx promschema check ${url} --registry ${registry}`));
  const args = ["check", url, "--registry", registry];
  const { code } = await promschema(args, { shown: true });
  say();
  say(`exit code ${code}`);
  const { output } = await promschema([...args, "--format", "json"], { shown: false });
  const found = rulesIn(output);
  expect("exit code", promised.code, code);
  expect("findings", promised.rules.toSorted().join(", "), found.toSorted().join(", "));
}

function rulesIn(json) {
  try {
    return JSON.parse(json).payloads.flatMap((payload) => payload.findings.map(({ rule }) => rule));
  } catch {
    return ["(no JSON report)"];
  }
}

function expect(what, promised, found) {
  if (promised === found) return;
  differences.push(`${what}: promised ${promised || "none"}, found ${found || "none"}`);
}

const service = await startService();
try {
  say();
  say(
    "A service exposes the metrics of a few model deployments; schemas/baseten.yaml is their contract.",
  );
  say();
  await check(service.url, { code: 0, rules: [] });

  say();
  say(
    `Then a release goes out, with ${mistakes.length} mistakes that no test of the service has caught:`,
  );
  say();
  for (const [index, { text }] of mistakes.entries()) say(`  ${index + 1}. ${text}`);
  say();
  service.release();
  await check(service.url, { code: 1, rules: mistakes.map(({ rule }) => rule) });
} finally {
  await service.stop();
}

say();
if (differences.length > 0) {
  say("This is not what the demo promises:");
  for (const difference of differences) say(`  ${difference}`);
  process.exitCode = 1;
} else {
  say(`Each mistake is found once, where it stands, and the exit code fails the pipeline. Now yours:

  npx promschema check http://localhost:3000/metrics          the rules of the format alone
  npx promschema check <url or file> --registry metrics.yaml  your own contract; ${registry} shows how
  npx promschema rules                                        every rule, and what to do about it
  npm test                                                    all tests of this repository`);
}
