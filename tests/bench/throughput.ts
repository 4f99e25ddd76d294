// One line of a throughput table: the library, the byte hash over the same bytes, and a rival, in the same rounds.
import type { Task } from "./contenders.js";
import type { Bench } from "./group.js";
import { contest } from "./rounds.js";
import { median, medianRatio } from "./statistics.js";
import { megabytesPerSecond, none, ratio, samplesPerSecond, type Table, verdict } from "./table.js";

export interface Line {
  readonly what: string;
  readonly input: string;
  readonly bytes: number;
  readonly samples: number;
  readonly task: Task;
  /** Absent where the rival cannot do this. */
  readonly rival?: Task;
  /** At least so many times as fast. */
  readonly goal?: { readonly hash?: number; readonly rival?: number };
}

export interface Figures {
  readonly what: string;
  readonly input: string;
  readonly bytes: number;
  readonly samples: number;
  /** CPU milliseconds of a call, the median over the rounds; absent for what is not built yet. */
  readonly milliseconds?: number;
  readonly timesHash?: number;
  /** Null for a rival that cannot read or write this, absent where there is none. */
  readonly timesRival?: number | null;
  readonly goal?: Line["goal"];
}

async function measureLine(line: Line, rounds: number): Promise<Figures> {
  const { what, input, bytes, samples, task, rival, goal } = line;
  const tasks = [task, { ...task, contender: "byte hash" as const }, ...(rival ? [rival] : [])];
  const [own, hash, other] = await contest(tasks, rounds);
  return {
    ...{ what, input, bytes, samples },
    ...(own && { milliseconds: median(own) }),
    ...(own && hash && { timesHash: medianRatio(hash, own) }),
    ...(own && rival && { timesRival: other ? medianRatio(other, own) : null }),
    ...(goal && { goal }),
  };
}

function rowOf({ what, input, bytes, samples, milliseconds, ...rest }: Figures): string[] {
  if (milliseconds === undefined) {
    return [what, input, "not built yet", none, none, none, goalText(rest.goal), none];
  }
  return [
    what,
    input,
    megabytesPerSecond(bytes, milliseconds),
    samplesPerSecond(samples, milliseconds),
    ratio(rest.timesHash),
    rest.timesRival === null ? "it fails" : ratio(rest.timesRival),
    goalText(rest.goal),
    verdict(shares(rest)),
  ];
}

function goalText(goal: Line["goal"]): string {
  const parts = [goal?.hash, goal?.rival].filter((part) => part !== undefined);
  return parts.length === 0 ? none : parts.map((part) => `${part}x`).join(", ");
}

function shares({
  timesHash,
  timesRival,
  goal,
}: Pick<Figures, "timesHash" | "timesRival" | "goal">) {
  const pairs = [
    [timesHash, goal?.hash],
    [timesRival, goal?.rival],
  ] as const;
  return pairs.flatMap(([reached, wanted]) =>
    reached === undefined || reached === null || wanted === undefined ? [] : [reached / wanted],
  );
}

/** Measures the lines one after the other. `rival` heads the column of the ratio to it. */
export async function throughput(
  bench: Bench,
  title: string,
  rival: string,
  lines: readonly Line[],
  notes: readonly string[] = [],
): Promise<{ readonly table: Table; readonly figures: readonly Figures[] }> {
  const figures: Figures[] = [];
  for (const line of lines) {
    bench.progress(`${line.what}, ${line.input}`);
    figures.push(await measureLine(line, bench.rounds));
  }
  const head = ["what", "input", "MB/s", "samples/s", "x byte hash", `x ${rival}`, "goal", "met"];
  return { table: { title, head, rows: figures.map(rowOf), notes }, figures };
}
