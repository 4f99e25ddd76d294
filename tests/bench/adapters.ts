// The group of what a bound registry costs over the client that it is bound to.
import { peerNames, recordings } from "./adapter-contenders.js";
import type { Task } from "./contenders.js";
import type { Bench, Group, Outcome } from "./group.js";
import { contest } from "./rounds.js";
import { median, medianRatio } from "./statistics.js";
import { none, verdict } from "./table.js";

interface Line {
  readonly what: string;
  readonly own: Task["contender"];
  readonly rival: Task["contender"];
  /** At most so many times the time of the client itself. */
  readonly goal: number;
}

const lines: readonly Line[] = [
  { what: "labels(...).inc()", own: "adapter labels", rival: "client labels", goal: 1.3 },
  { what: "inc() of a child", own: "adapter child", rival: "client child", goal: 1.05 },
];

const nanoseconds = (milliseconds: number) => (milliseconds * 1e6) / recordings;

export const adapterGroup: Group = async (bench) => {
  const measured = [];
  for (const client of peerNames) {
    for (const line of lines) measured.push(await measure(bench, client, line));
  }
  const head = ["what", "client", "ns a call", "ns of the client", "x client", "goal", "met"];
  const title = "A counter with 3 labels, bound to a registry";
  const rows = measured.map(({ row }) => row);
  return { table: { title, head, rows, notes: [] }, figures: measured.map((one) => one.figures) };
};

async function measure(
  { rounds, progress }: Bench,
  client: NonNullable<Task["peer"]>,
  { what, own: contender, rival, goal }: Line,
): Promise<{ readonly row: string[]; readonly figures: Outcome["figures"][number] }> {
  progress(`${what}, ${client}`);
  const tasks = [contender, rival].map((name) => ({ contender: name, files: [], peer: client }));
  const [own, other] = await contest(tasks, rounds);
  if (own === undefined || other === undefined) {
    const row = [what, client, "not built yet", none, none, `${goal}x at most`, none];
    return { row, figures: { what, client, goal } };
  }
  const times = medianRatio(own, other);
  const [ownTime, otherTime] = [nanoseconds(median(own)), nanoseconds(median(other))];
  return {
    row: [
      what,
      client,
      ownTime.toFixed(0),
      otherTime.toFixed(0),
      times.toFixed(2),
      `${goal}x at most`,
      verdict([goal / times]),
    ],
    figures: { what, client, nanoseconds: ownTime, ofClient: otherTime, times, goal },
  };
}
