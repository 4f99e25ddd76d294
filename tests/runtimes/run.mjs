// `npm run test:runtimes`: the smoke suite in every runtime that `promschema/exposition` is for, and the adapters in every Node.js, against
// the built package. A line for each: ok, FAILED, or skipped with the reason where the runtime cannot be had here. Fails where one failed.
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { ensureBuilt, ensureInstalled } from "../../scripts/ensure.mjs";
import { Unavailable } from "./command.mjs";
import { bunOfNpm, denoOfNpm, nodeOfNpm, thisNode } from "./engines.mjs";

await ensureInstalled();
await ensureBuilt();
// Only now: it needs playwright-core.
const { chromium } = await import("./chromium.mjs");

// Exact versions, so that a new release of a runtime is a change here and not a surprise. The first is the oldest that we promise.
const nodes = [nodeOfNpm("20.19.0"), thisNode, nodeOfNpm("22.23.3"), nodeOfNpm("24.21.0")];
const others = [denoOfNpm("2.9.6"), bunOfNpm("1.4.5"), chromium];

/** What the adapters need: packages of Node.js, and the one that our own registry depends on. */
const clients = [
  "re2js",
  "prom-client",
  "@prometheus-io/client",
  "@opentelemetry/exporter-prometheus",
  "@opentelemetry/sdk-metrics",
];

const folder = stage();
const verdicts = { ok: 0, FAILED: 0, skipped: 0 };
// The second when the first is done: all at once would be slow enough to run out of time on a small machine.
const waves = [
  { runtimes: [...nodes, ...others], suite: "smoke.mjs" },
  { runtimes: nodes, suite: "adapters.mjs" },
];
for (const { runtimes, suite } of waves) {
  for (const outcome of runtimes.map((runtime) => outcomeOf(runtime, suite))) {
    const { verdict, line, detail } = await outcome;
    verdicts[verdict] += 1;
    console.log(`${verdict.padEnd(7)}  ${line}`);
    if (detail !== undefined) console.log(detail);
  }
}
rmSync(folder, { recursive: true, force: true });
console.log(`${verdicts.ok} ok, ${verdicts.FAILED} FAILED, ${verdicts.skipped} skipped`);
process.exitCode = verdicts.FAILED === 0 ? 0 : 1;

/** The package and the suites in a folder of their own, where no other packages can be found but the clients. */
function stage() {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const staged = mkdtempSync(path.join(tmpdir(), "promschema-runtimes-"));
  const home = path.join(staged, "node_modules", "promschema");
  mkdirSync(home, { recursive: true });
  cpSync(path.join(root, "dist"), path.join(home, "dist"), { recursive: true });
  copyFileSync(path.join(root, "package.json"), path.join(home, "package.json"));
  for (const suite of ["smoke.mjs", "adapters.mjs"]) {
    copyFileSync(path.join(root, "tests/runtimes", suite), path.join(staged, suite));
  }
  for (const name of clients) {
    const place = path.join(staged, "node_modules", name);
    mkdirSync(path.dirname(place), { recursive: true });
    symlinkSync(path.join(root, "node_modules", name), place, "junction");
  }
  return staged;
}

/** What a runtime made of the suite. Never rejects: what goes wrong is the outcome. */
async function outcomeOf({ name, wanted = "", open }, suite) {
  let title = `${name} ${wanted}`.trimEnd();
  try {
    const { version, run } = await open();
    title = `${name} ${version}`;
    const start = performance.now();
    const output = await run(folder, suite);
    const count = /^ok (\d+)$/m.exec(output)?.[1];
    if (count === undefined) throw new Error(`expected a line "ok N", found: ${output}`);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    return {
      verdict: "ok",
      line: `${title.padEnd(24)}  ${suite.padEnd(12)}  ${count} checks  ${seconds} s`,
    };
  } catch (error) {
    if (error instanceof Unavailable) {
      return { verdict: "skipped", line: `${title}: ${error.message}` };
    }
    return { verdict: "FAILED", line: title, detail: error.stack };
  }
}
