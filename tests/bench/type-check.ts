// How long does the compiler take over a registry? `npx tsx tests/bench/type-check.ts` writes one of 500 metrics, as somebody would write
// it, and one of 2,000 as `generate types` writes it, into a temporary folder, compiles each and an empty file with
// `tsc --extendedDiagnostics`, several times, and prints the differences. They must stay under three seconds, and under two.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { generateTypes } from "../../src/generate/index.js";
import { compileRegistry } from "../../src/registry/index.js";

const metricCount = 500;
const sharedLabelCount = 60;
const rounds = 3;
const budgetSeconds = 3;
const generatedCount = 2000;
const generatedBudgetSeconds = 2;

const root = resolve(fileURLToPath(import.meta.url), "../../..");
const types = ["counter", "gauge", "histogram", "summary"];

/** A registry with all that makes inference work: enums of both forms, optional labels, sets within sets, `requires`. */
function registrySource(from: string): string {
  const labels = Array.from({ length: sharedLabelCount }, (_, index) => labelSource(index));
  const sets = Array.from({ length: 10 }, (_, set) => {
    const own = [`l${set * 3}`, `l${set * 3 + 1}?`, `l${set * 3 + 2}`].map(quoted).join(", ");
    return `    set${set}: [${own}],\n    wide${set}: ["...set${set}", "l${30 + set}"],`;
  });
  const metrics = Array.from({ length: metricCount }, (_, index) => metricSource(index));
  const uses = Array.from({ length: metricCount }, (_, index) => {
    return `export const use${index} = (labels: LabelsOf<R, "metric_${index}">) => labels.l${40 + (index % 10)};`;
  });
  return `import { defineRegistry, type LabelsOf, type MetricName } from ${JSON.stringify(from)};
export const registry = defineRegistry({
  registry: "bench",
  labels: {
${labels.join("\n")}
  },
  labelSets: {
${sets.join("\n")}
  },
  metrics: {
${metrics.join("\n")}
  },
});
type R = typeof registry;
export const name: MetricName<R> = "metric_${metricCount - 1}";
${uses.join("\n")}
`;
}

/** The module that is generated of 2,000 metrics of eight labels each. */
function generatedSource(from: string): string {
  const labels = Array.from({ length: sharedLabelCount }, (_, index) => [
    `l${index}`,
    {
      description: `Label ${index}.`,
      ...(index % 4 === 1 && { enum: ["a", "b", "c", "d", "e"] }),
      ...(index % 4 === 2 && { enum: { on: "It is on.", off: "It is off." } }),
      ...(index % 4 === 3 && { type: "integer" }),
      ...(index === 58 && { requires: ["l59"] }),
      ...(index === 59 && { requires: ["l58"] }),
    },
  ]);
  const sets = Array.from({ length: 10 }, (_, set) => [
    `set${set}`,
    [`l${set * 3}`, `l${set * 3 + 1}?`, `l${set * 3 + 2}`, `l${30 + set}`],
  ]);
  const metrics = Array.from({ length: generatedCount }, (_, index) => [
    `metric_${index}`,
    {
      type: types[index % types.length],
      description: `Metric ${index} of a registry as large as they come.`,
      presence: "after-event",
      labels: [
        `...set${index % 10}`,
        `l${40 + (index % 10)}`,
        "l58?",
        "l59?",
        `l${50 + (index % 8)}`,
      ],
    },
  ]);
  const document = {
    registry: "bench",
    labels: Object.fromEntries(labels),
    labelSets: Object.fromEntries(sets),
    metrics: Object.fromEntries(metrics),
  };
  const compilation = compileRegistry(document);
  if (!compilation.ok) throw new Error(`internal: ${compilation.findings[0].message}`);
  return generateTypes(compilation.registry, { importFrom: from })[0]?.content ?? "";
}

function labelSource(index: number): string {
  const fields = [`description: "Label ${index}."`];
  if (index % 4 === 1) fields.push('enum: ["a", "b", "c", "d", "e"]');
  if (index % 4 === 2) fields.push('enum: { on: "It is on.", off: { meaning: "It is off." } }');
  if (index % 4 === 3) fields.push('type: "integer"');
  if (index === 58) fields.push('requires: ["l59"]');
  if (index === 59) fields.push('requires: ["l58"]');
  return `    l${index}: { ${fields.join(", ")} },`;
}

/** Eight labels each: four by a set in a set, the others alone, one of them inline. */
function metricSource(index: number): string {
  const items = [
    quoted(`...wide${index % 10}`),
    quoted(`l${40 + (index % 10)}`),
    quoted("l58?"),
    quoted("l59?"),
    index % 5 === 0
      ? `{ name: "own?", enum: ["x${index}", "y${index}"] }`
      : quoted(`l${50 + (index % 8)}`),
  ];
  return `    metric_${index}: {
      type: ${quoted(types[index % types.length]!)},
      description: "Metric ${index}.",
      presence: "after-event",
      value: { min: 0 },
      labels: [${items.join(", ")}],
    },`;
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

interface Measure {
  readonly seconds: number;
  readonly checkSeconds: number;
  readonly instantiations: number;
  readonly memoryMegabytes: number;
}

function compile(folder: string, file: string): Measure {
  const output = execFileSync(
    process.execPath,
    [
      join(root, "node_modules/typescript/bin/tsc"),
      ...["--noEmit", "--strict", "--skipLibCheck", "--exactOptionalPropertyTypes"],
      ...["--target", "es2022", "--module", "nodenext", "--extendedDiagnostics"],
      join(folder, file),
    ],
    { cwd: folder, encoding: "utf8" },
  );
  return {
    seconds: figure(output, "Total time"),
    checkSeconds: figure(output, "Check time"),
    instantiations: figure(output, "Instantiations"),
    memoryMegabytes: figure(output, "Memory used") / 1024,
  };
}

function figure(output: string, name: string): number {
  const line = output.split("\n").find((candidate) => candidate.startsWith(`${name}:`));
  const found = line?.match(/([\d.]+)/)?.[1];
  if (found === undefined) throw new Error(`internal: tsc printed no "${name}"`);
  return Number(found);
}

/** Emits the room's declarations, since those are what whoever uses the package compiles against. */
function emitDeclarations(folder: string): string {
  execFileSync(
    process.execPath,
    [
      ...[join(root, "node_modules/typescript/bin/tsc"), "--declaration", "--emitDeclarationOnly"],
      ...["--skipLibCheck", "--target", "es2023", "--module", "nodenext", "--strict"],
      ...["--rootDir", join(root, "src"), "--outDir", join(folder, "promschema")],
      join(root, "src/registry/index.ts"),
    ],
    { cwd: root, stdio: "pipe" },
  );
  return "./promschema/registry/index.js";
}

/** The least of several rounds: what the work costs without what else the machine was doing. */
function best(folder: string, file: string): Measure {
  const measures = Array.from({ length: rounds }, () => compile(folder, file));
  return measures.reduce((least, next) => (next.seconds < least.seconds ? next : least));
}

function row(name: string, measure: Measure): string {
  const { seconds, checkSeconds, instantiations, memoryMegabytes } = measure;
  const cells = [
    `${seconds.toFixed(2)} s in all`,
    `${checkSeconds.toFixed(2)} s checking`,
    `${instantiations} instantiations`,
    `${memoryMegabytes.toFixed(0)} MB`,
  ];
  return `${name.padEnd(26)}${cells.map((cell) => cell.padStart(24)).join("")}`;
}

/** Measures and prints; tells whether the budget holds. */
export function benchTypeCheck(print: (line: string) => void): boolean {
  const folder = mkdtempSync(join(tmpdir(), "promschema-types-"));
  try {
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    const from = emitDeclarations(folder);
    writeFileSync(join(folder, "registry.ts"), registrySource(from));
    writeFileSync(join(folder, "empty.ts"), "export {};\n");
    // Whoever uses the library has to read it, so that cost is told apart from the registry's own.
    writeFileSync(join(folder, "import.ts"), `export type * from ${JSON.stringify(from)};\n`);
    const empty = best(folder, "empty.ts");
    const imported = best(folder, "import.ts");
    writeFileSync(join(folder, "generated.ts"), generatedSource(from));
    const full = best(folder, "registry.ts");
    const generated = best(folder, "generated.ts");
    const extra = full.seconds - empty.seconds;
    const generatedExtra = generated.seconds - empty.seconds;
    print(row("empty file", empty));
    print(row("import of the room", imported));
    print(row(`${metricCount} metrics`, full));
    print(row(`${generatedCount} metrics, generated`, generated));
    print(
      `${extra.toFixed(2)} s more than the empty file, of at most ${budgetSeconds} s; generated ${generatedExtra.toFixed(2)} s, of at most ${generatedBudgetSeconds} s`,
    );
    return extra <= budgetSeconds && generatedExtra <= generatedBudgetSeconds;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const held = benchTypeCheck((line) => process.stdout.write(`${line}\n`));
  if (!held) process.exitCode = 1;
}
