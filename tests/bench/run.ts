// `npm run bench [-- group...]` measures the built package and prints tables. It is no test: it exits 0 whatever the figures are.
import { readdirSync, statSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join, resolve } from "node:path";
import process, { argv, env, stderr, stdout, version } from "node:process";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { adapterGroup } from "./adapters.js";
import { coldGroup } from "./cold.js";
import { commandGroup } from "./command.js";
import { compileProcesses, root } from "./compile.js";
import type { Group, Outcome } from "./group.js";
import { openInputs } from "./inputs.js";
import { distVariable } from "./library.js";
import { memoryGroup } from "./memory.js";
import { checkGroup, parseGroup, realGroup, scrapeGroup } from "./reading.js";
import { recordGroup } from "./recording.js";
import { markdownTable, textTable } from "./table.js";
import { typesGroup } from "./types.js";
import { serializeGroup } from "./writing.js";

const groups = new Map<string, Group>([
  ["check", checkGroup],
  ["real", realGroup],
  ["parse", parseGroup],
  ["scrape", scrapeGroup],
  ["serialize", serializeGroup],
  ["record", recordGroup],
  ["adapters", adapterGroup],
  ["cold", coldGroup],
  ["memory", memoryGroup],
  ["types", typesGroup],
  ["command", commandGroup],
]);

const help = `npm run bench [-- [group...] [options]]

  group            of ${[...groups.keys()].join(", ")}; all where none is named
  --rounds N       rounds of each measurement, 5 at least (7)
  --markdown       print the tables as Markdown
  --json FILE      write the figures to a file
  --dist FOLDER    measure another build; it must lie inside the repository, to find its dependencies

Figures are CPU time of a process of its own for each contender, the median of interleaved rounds; ratios are taken in each
round. "byte hash" is a loop of FNV-1a over the same bytes: it stands for the machine. "met" says how much of a goal is reached.
`;

function readArguments() {
  const { values, positionals } = parseArgs({
    args: argv.slice(2),
    allowPositionals: true,
    options: {
      help: { type: "boolean", default: false },
      rounds: { type: "string", default: "7" },
      markdown: { type: "boolean", default: false },
      json: { type: "string" },
      dist: { type: "string", default: join(root, "dist") },
    },
  });
  const rounds = Number(values.rounds);
  if (!(rounds >= 5)) throw new Error(`expected --rounds of at least 5, found ${values.rounds}`);
  const unknown = positionals.find((name) => !groups.has(name));
  if (unknown !== undefined) {
    throw new Error(`expected a group of ${[...groups.keys()].join(", ")}, found ${unknown}`);
  }
  return { ...values, rounds, names: positionals.length > 0 ? positionals : [...groups.keys()] };
}

function machine(): string {
  return `Node.js ${version.slice(1)} on ${cpus().length} x ${cpus()[0]?.model.trim() ?? "an unknown processor"}`;
}

function progress(text: string): void {
  if (stderr.isTTY) stderr.write(`\r\x1b[K${text}`);
}

/** Measuring what is not the present code is allowed, but said. */
function lookAtBuild(dist: string): void {
  const built = statSync(join(dist, "index.js"), { throwIfNoEntry: false })?.mtimeMs;
  if (built === undefined) throw new Error(`expected a build in ${dist}: run npm run build first`);
  const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" });
  if (sources.some((file) => statSync(join(root, "src", file)).mtimeMs > built)) {
    stderr.write("note: the build is older than src; npm run build renews dist\n");
  }
}

async function measure({ names, rounds, markdown, json, dist }: ReturnType<typeof readArguments>) {
  lookAtBuild(dist);
  const distUrl = `${pathToFileURL(resolve(dist)).href}/`;
  env[distVariable] = distUrl;
  compileProcesses();
  const inputs = openInputs();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      inputs.clear();
      process.exit(1);
    });
  }
  const outcomes: Record<string, Outcome["figures"]> = {};
  try {
    const how = `${machine()}, medians of ${rounds} rounds`;
    stdout.write(`${how}\n`);
    for (const name of names) {
      const outcome = await groups.get(name)!({ inputs, rounds, dist: distUrl, progress });
      progress("");
      const { table, figures } = outcome;
      stdout.write(`\n${markdown ? markdownTable(table) : textTable(table)}\n`);
      outcomes[name] = figures;
    }
  } finally {
    inputs.clear();
  }
  if (json !== undefined) {
    const written = { machine: machine(), rounds, groups: outcomes };
    writeFileSync(json, `${JSON.stringify(written, null, 2)}\n`);
  }
}

try {
  const options = readArguments();
  if (options.help) stdout.write(help);
  else await measure(options);
} catch (error) {
  progress("");
  stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
