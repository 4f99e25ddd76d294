// `npm run fuzz`: mutated payloads against the laws, for so many minutes. It is no test, since it never ends by itself with the same work;
// what it finds becomes one.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { argv, exit, stderr, stdout } from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { formats } from "../../src/exposition/index.js";
import { damaged, tokenSoup } from "../property/arbitraries/bytes.js";
import { type Given, given, type Law, laws } from "./laws.js";
import { createRandom, mutated, type Random, shrunk } from "./mutate.js";

const help = `npm run fuzz [-- [options]]

  --minutes N    how long (1)
  --seed N       where to begin (the time)

Payloads are examples/*.prom, those of ../shared/corpus where the folder is there, and generated ones.
`;

const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    help: { type: "boolean", default: false },
    minutes: { type: "string", default: "1" },
    seed: { type: "string", default: String(Date.now() % 2 ** 31) },
  },
});
if (values.help) {
  stdout.write(help);
  exit(0);
}
const minutes = Number(values.minutes);
const seed = Number(values.seed);
if (!(minutes > 0) || !Number.isSafeInteger(seed)) {
  stderr.write(`expected numbers for --minutes and --seed\n\n${help}`);
  exit(2);
}

/** Longest payload that is mutated: many short ones find more. */
const longest = 1 << 17;
/** A law that takes longer for a payload is not linear, or hangs. */
const patienceMs = 10_000;

const root = fileURLToPath(new URL("../..", import.meta.url));
const payloads = readPayloads();
const random = createRandom(seed);
stdout.write(`${payloads.length} payloads, seed ${seed}, ${minutes} min\n`);

const end = performance.now() + minutes * 60_000;
let tried = 0;
let failures = 0;
let slowest = 0;
let said = performance.now();
while (performance.now() < end) {
  const subject = given(nextPayload(random), random);
  for (const [name, law] of laws) {
    const start = performance.now();
    const failure = await failureOf(law, subject);
    const took = performance.now() - start;
    slowest = Math.max(slowest, took);
    if (failure !== undefined) await report(name, law, subject, failure);
    else if (took > patienceMs) await report(name, undefined, subject, `took ${took} ms`);
  }
  tried++;
  if (performance.now() - said > 60_000) {
    said = performance.now();
    stderr.write(`${tried} payloads tried, ${failures} failures\n`);
  }
}
stdout.write(
  `${tried} payloads tried against ${laws.size} laws, ${failures} failures; the slowest took ${Math.round(slowest)} ms\n`,
);
exit(failures === 0 ? 0 : 1);

function nextPayload(draw: Random): Uint8Array {
  if (draw(4) === 0) {
    const kind = draw(formats.length + 1);
    const arbitrary = kind === formats.length ? tokenSoup() : damaged(formats[kind]!);
    return fc.sample(arbitrary, { numRuns: 1, seed: draw(2 ** 31) })[0]!;
  }
  const payload = payloads[draw(payloads.length)]!;
  return mutated(payload, payloads[draw(payloads.length)]!, draw);
}

async function failureOf(law: Law, subject: Given): Promise<string | undefined> {
  try {
    await law(subject);
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

/** Keeps what failed, as small as it can be made, where it can be looked at. */
async function report(
  name: string,
  law: Law | undefined,
  subject: Given,
  failure: string,
): Promise<void> {
  failures++;
  const fails = async (bytes: Uint8Array) =>
    law !== undefined && (await failureOf(law, { ...subject, bytes })) !== undefined;
  const least = await shrunk(subject.bytes, fails);
  const file = path.join(tmpdir(), `promschema-fuzz-${seed}-${failures}.txt`);
  writeFileSync(file, least);
  stdout.write(`FAILED ${name}: ${file} as ${subject.format ?? "auto"}, cut at ${subject.cuts}\n`);
  stdout.write(`${failure.split("\n").slice(0, 12).join("\n")}\n`);
  if (failures === 20) {
    stdout.write("20 failures are enough\n");
    exit(1);
  }
}

function readPayloads(): Uint8Array[] {
  const folders = [
    "examples",
    "../shared/corpus/scrapes",
    "../shared/corpus/github",
    "../shared/corpus/bad",
  ];
  const files = folders.flatMap((folder) => filesIn(path.join(root, folder)));
  return files
    .filter((file) => /\.(?:prom|txt|om)$/.test(file))
    .map((file) => new Uint8Array(readFileSync(file)))
    .filter(({ length }) => length > 0 && length <= longest);
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .sort()
      .map((name) => path.join(folder, name));
  } catch {
    return [];
  }
}
