// The group of streams: peak memory and time as a payload grows from 1 MB to 1 GB, read through a pipe.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { execPath } from "node:process";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { processFile } from "./compile.js";
import { generate } from "./generate.js";
import type { Group } from "./group.js";
import type { StreamFigures, StreamReader } from "./stream-process.js";
import { megabytesPerSecond, none, samplesPerSecond, verdict } from "./table.js";

interface Run {
  readonly reader: StreamReader;
  readonly megabytes: number;
  /** At most so many megabytes of memory. */
  readonly goal?: number;
}

const runs: readonly Run[] = [
  { reader: "iterate", megabytes: 100 },
  { reader: "iterate", megabytes: 1000 },
  { reader: "iterate, library loaded", megabytes: 100 },
  { reader: "iterate, library loaded", megabytes: 1000 },
  { reader: "checkExpositionStream", megabytes: 1 },
  { reader: "checkExpositionStream", megabytes: 10 },
  { reader: "checkExpositionStream", megabytes: 100, goal: 96 },
  { reader: "checkExpositionStream", megabytes: 1000, goal: 96 },
  { reader: "readExposition", megabytes: 100, goal: 120 },
  { reader: "readExposition", megabytes: 1000, goal: 120 },
  { reader: "parse-prometheus-text-format", megabytes: 100 },
];

interface Figures extends Run, Omit<StreamFigures, "samples"> {
  readonly bytes: number;
  readonly samples: number;
}

export const memoryGroup: Group = async (bench) => {
  const figures: Figures[] = [];
  for (const run of runs) {
    bench.progress(`${run.reader}, ${run.megabytes} MB`);
    const repeats: Figures[] = [];
    for (let repeat = 0; repeat < repeatsOf(run); repeat++) repeats.push(await measure(run));
    figures.push(middle(repeats));
  }
  const rows = figures.map(({ reader, megabytes, bytes, samples, milliseconds, ...rest }) => [
    reader,
    megabytes < 1000 ? `${megabytes} MB` : "1 GB",
    megabytesPerSecond(bytes, milliseconds),
    samplesPerSecond(samples, milliseconds),
    rest.peakMegabytes.toFixed(1),
    rest.goal === undefined ? none : `at most ${rest.goal}`,
    verdict(rest.goal === undefined ? [] : [rest.goal / rest.peakMegabytes]),
  ]);
  const head = ["reader", "stream", "MB/s", "samples/s", "peak RSS MiB", "goal", "met"];
  const title = "Streams through a pipe, every series distinct";
  return { table: { title, head, rows, notes: notesOn(figures) }, figures };
};

/** Peaks that are compared to a few percent are measured more than once. */
function repeatsOf({ reader }: Run): number {
  return reader === "checkExpositionStream" ? 3 : 1;
}

/** The run with the median peak. */
function middle(repeats: readonly Figures[]): Figures {
  const sorted = repeats.toSorted((one, other) => one.peakMegabytes - other.peakMegabytes);
  return sorted[sorted.length >> 1]!;
}

/** The two laws that need several rows: memory that does not grow, and time that grows with the bytes. */
function notesOn(figures: readonly Figures[]): string[] {
  const find = (size: number) =>
    figures.find(
      ({ reader, megabytes }) => reader === "checkExpositionStream" && megabytes === size,
    );
  const [ten, hundred, thousand] = [find(10), find(100), find(1000)];
  if (ten === undefined || hundred === undefined || thousand === undefined) return [];
  const growth = thousand.peakMegabytes / hundred.peakMegabytes - 1;
  const perByte = ({ bytes, milliseconds }: Figures) => milliseconds / bytes;
  const slower = perByte(thousand) / perByte(hundred);
  return [
    `checkExpositionStream: peak of 1 GB is ${signed(growth)} of that of 100 MB (goal: within 5 %), ` +
      `time a byte ${slower.toFixed(2)} times that of 100 MB, ${(perByte(thousand) / perByte(ten)).toFixed(2)} times that of 10 MB`,
  ];
}

function signed(share: number): string {
  return `${share < 0 ? "−" : "+"}${Math.abs(share * 100).toFixed(1)} %`;
}

async function measure(run: Run): Promise<Figures> {
  const child = spawn(execPath, [processFile("stream-process"), run.reader], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const output = text(child.stdout);
  const ended = once(child, "exit");
  // A reader that ends early breaks the pipe; its exit code then says more.
  const written = await writeStream(child, run.megabytes * 1e6).catch((error: Error) => error);
  const [code] = await ended;
  if (code !== 0) throw new Error(`the process of ${run.reader} ended with exit code ${code}`);
  if (written instanceof Error) throw written;
  // The process prints nothing else.
  const measured = JSON.parse(await output) as StreamFigures;
  const { samples = written.samples } = measured;
  if (samples !== written.samples) {
    throw new Error(`internal: ${run.reader} saw ${samples} samples, not ${written.samples}`);
  }
  return { ...run, ...measured, ...written };
}

/** Writes a payload as fast as it is read. */
async function writeStream({ stdin }: ChildProcess, size: number) {
  if (stdin === null) throw new Error("internal: the process has no standard input");
  let bytes = 0;
  let samples = 0;
  function* chunks() {
    for (const piece of generate({ bytes: size })) {
      const chunk = Buffer.from(piece.text);
      bytes += chunk.length;
      samples += piece.samples;
      yield chunk;
    }
  }
  await pipeline(chunks, stdin);
  return { bytes, samples };
}
