// The group of instruments: events recorded and series exposed, ours side by side with the clients that programs use today.
import { type Action, type ClientName, exposedSeries, recordings } from "./clients.js";
import type { Bench, Group } from "./group.js";
import type { ValueKind } from "./recorded.js";
import { contest } from "./rounds.js";
import { median, medianRatio } from "./statistics.js";
import { none, ratio, verdict } from "./table.js";

const rivals: readonly ClientName[] = [
  "prom-client",
  "@platformatic/prom-client",
  "@prometheus-io/client",
];

interface Row {
  readonly what: string;
  readonly action: Action;
  readonly kind?: ValueKind;
  /** Events or series in a call. */
  readonly count: number;
  /** At most so many nanoseconds each, and so many times as fast as prom-client. */
  readonly goal?: { readonly nanoseconds?: number; readonly rival?: number };
}

const rows: readonly Row[] = [
  {
    what: "a call with four labels",
    action: "count with labels",
    count: recordings,
    goal: { nanoseconds: 60, rival: 5 },
  },
  {
    what: "a call of a bound handle",
    action: "count by handle",
    count: recordings,
    goal: { nanoseconds: 6, rival: 50 },
  },
  { what: "an observation with four labels", action: "observe with labels", count: recordings },
  {
    what: "expose 100,000 series, short numbers",
    action: "expose",
    kind: "short",
    count: exposedSeries,
    goal: { rival: 50 },
  },
  { what: "the same, 20 % of 17 digits", action: "expose", kind: "long", count: exposedSeries },
  {
    what: "all counted once, then exposed",
    action: "expose what changed",
    kind: "short",
    count: exposedSeries,
  },
];

export const recordGroup: Group = async (bench) => {
  const measured = [];
  for (const row of rows) measured.push(await measure(row, bench));
  return {
    table: {
      title: "Record events, and expose them",
      head: ["what", "ns each", ...rivals.map((name) => `x ${name}`), "goal", "met"],
      rows: measured.map(cellsOf),
      notes: ["ns each: for an event, or a series."],
    },
    figures: measured,
  };
};

interface Figures extends Row {
  readonly nanoseconds?: number;
  /** By rival; null for one that does not run here. */
  readonly times: readonly (number | null)[];
}

async function measure(row: Row, { progress, rounds }: Bench): Promise<Figures> {
  const { action, kind } = row;
  progress(row.what);
  const tasks = (["promschema", ...rivals] as const).map((client) => ({
    contender: "client" as const,
    files: [],
    client,
    action,
    ...(kind && { series: { count: exposedSeries, kind } }),
  }));
  const [own, ...others] = await contest(tasks, rounds);
  return {
    ...row,
    ...(own && { nanoseconds: (median(own) * 1e6) / row.count }),
    times: others.map((other) => (own && other ? medianRatio(other, own) : null)),
  };
}

function cellsOf({ what, nanoseconds, times, goal }: Figures): string[] {
  const wanted = [
    ...(goal?.nanoseconds === undefined ? [] : [`${goal.nanoseconds} ns`]),
    ...(goal?.rival === undefined ? [] : [`${goal.rival}x`]),
  ];
  const [rival] = times;
  const shares = [
    ...(nanoseconds && goal?.nanoseconds ? [goal.nanoseconds / nanoseconds] : []),
    ...(rival && goal?.rival ? [rival / goal.rival] : []),
  ];
  return [
    what,
    nanoseconds === undefined ? "not built yet" : nanoseconds.toFixed(1),
    ...times.map((time) => ratio(time ?? undefined)),
    wanted.join(", ") || none,
    verdict(shares),
  ];
}
