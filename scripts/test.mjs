// `npm test`: everything that CI runs and that needs no system package, in one command on a fresh clone.
// With arguments (`npm test -- tests/unit/registry`) it runs vitest alone, and hands them on.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { ensureBuilt, ensureInstalled } from "./ensure.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
process.chdir(root);

// By their paths: two packages bring a command of the name tsc.
const tsc = "node_modules/typescript/bin/tsc";
const biome = "node_modules/@biomejs/biome/bin/biome";
const vitest = "node_modules/vitest/vitest.mjs";

const total = { passed: 0, failed: 0 };

/** Runs a script of Node's and resolves with its exit code and, unless it is shown as it comes, its output. */
function node(args, { shown = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      stdio: shown ? "inherit" : ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout?.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
    child.stderr?.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
    child.on("error", (error) => resolve({ code: 1, output: String(error) }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** A step that passes or fails as a whole: one line, and its output where it failed. */
async function step(name, args) {
  const start = performance.now();
  const { code, output } = await node(args);
  const ok = code === 0;
  total[ok ? "passed" : "failed"] += 1;
  console.log(`${ok ? "ok    " : "FAILED"}  ${name.padEnd(8)}  ${seconds(start)}`);
  if (!ok) console.log(output.trimEnd());
}

/** A run of vitest, shown as it goes; its tests are counted one by one. */
async function tests(name, args) {
  const start = performance.now();
  const folder = mkdtempSync(path.join(tmpdir(), "promschema-test-"));
  const report = path.join(folder, "report.json");
  const { code } = await node(
    [vitest, "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`].concat(
      args,
    ),
    { shown: true },
  );
  const counts = readCounts(report);
  rmSync(folder, { recursive: true, force: true });
  total.passed += counts.passed;
  // A suite that does not load, or an error outside any test, fails the run without a failed test.
  total.failed += code !== 0 && counts.failed === 0 ? 1 : counts.failed;
  console.log(`${code === 0 ? "ok    " : "FAILED"}  ${name.padEnd(8)}  ${seconds(start)}`);
}

function readCounts(report) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, "utf8"));
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function seconds(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

await ensureInstalled();
await ensureBuilt();

const passedOn = process.argv.slice(2);
if (passedOn.length > 0) {
  await tests("tests", passedOn);
} else {
  await Promise.all([
    step("types", [tsc, "--noEmit"]),
    step("lint", [biome, "ci", "--colors=off", "."]),
  ]);
  await tests("tests", ["--exclude", "tests/package/**"]);
  // By itself: it installs and compiles scratch projects, which would slow the others into their time limits.
  await tests("package", ["--typecheck.enabled=false", "tests/package"]);
}

console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
