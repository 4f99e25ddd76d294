// Client libraries that record events: ours and those that programs use today, each with the same metrics, calls and series.
import { importWhole } from "./library.js";
import {
  recordedHelp,
  recordedLabels,
  recordedName,
  recordedSeries,
  type ValueKind,
} from "./recorded.js";

/** Recordings in a call that is measured: one alone is shorter than the clock. */
export const recordings = 10_000;
/** Series that the recordings go round. */
const models = Array.from({ length: 100 }, (_, at) => `model-${at}`);
const labelNames = ["model_id", "environment", "status_code", "is_async"] as const;

type Labels = Readonly<Record<string, string>>;

/** What the clients have in common, as the benchmark calls them. */
interface Counting {
  inc(labels: Labels, value?: number): void;
  labels(labels: Labels): { inc(value?: number): void };
}

interface Observing {
  observe(labels: Labels, value: number): void;
}

export interface Client {
  readonly counter: Counting;
  readonly histogram: Observing;
  /** A counter with seven labels. */
  readonly wide: Counting;
  readonly expose: () => string | Promise<string>;
}

export type ClientName =
  | "promschema"
  | "prom-client"
  | "@platformatic/prom-client"
  | "@prometheus-io/client";

/** Undefined where the client does not run here: the successor of prom-client wants a newer Node.js. */
export async function openClient(name: ClientName): Promise<Client | undefined> {
  if (name === "promschema") return openOurs();
  try {
    return openTheirs(await imports[name]());
  } catch {
    return undefined;
  }
}

type PromClient = typeof import("prom-client");

/** All have the classes of prom-client. */
const imports = {
  "prom-client": () => import("prom-client"),
  "@platformatic/prom-client": async () => classesOf(await import("@platformatic/prom-client")),
  "@prometheus-io/client": async () => classesOf(await import("@prometheus-io/client")),
} satisfies Record<string, () => Promise<PromClient>>;

function classesOf(module: object): PromClient {
  // What a CommonJS module exports is the default of one that imports it.
  return ("default" in module ? module.default : module) as PromClient;
}

async function openOurs(): Promise<Client | undefined> {
  const { compileRegistry, createMetrics } = await importWhole();
  if (createMetrics === undefined) return undefined;
  const labels = Object.fromEntries(
    [...new Set([...labelNames, ...recordedLabels])].map((name) => [
      name,
      { description: "A label." },
    ]),
  );
  const compilation = compileRegistry({
    registry: "bench",
    labels,
    metrics: {
      events_total: { type: "counter", description: "Events.", labels: [...labelNames] },
      duration_seconds: { type: "histogram", description: "Durations.", labels: [...labelNames] },
      [recordedName]: { type: "counter", description: recordedHelp, labels: [...recordedLabels] },
    },
  });
  if (!compilation.ok) throw new Error("internal: the registry does not compile");
  const metrics = createMetrics(compilation.registry);
  return {
    // The instruments of metrics of these types.
    counter: metrics.get("events_total") as unknown as Counting,
    histogram: metrics.get("duration_seconds") as unknown as Observing,
    wide: metrics.get(recordedName) as unknown as Counting,
    expose: () => metrics.exposeNow(),
  };
}

function openTheirs({ Counter, Histogram, Registry }: PromClient): Client {
  const registry = new Registry();
  const registers = [registry];
  const counter = new Counter({ name: "events_total", help: "Events.", labelNames, registers });
  const histogram = new Histogram({
    name: "duration_seconds",
    help: "Durations.",
    labelNames,
    registers,
  });
  const wide = new Counter({
    name: recordedName,
    help: recordedHelp,
    labelNames: recordedLabels,
    registers,
  });
  return { counter, histogram, wide, expose: () => registry.metrics() };
}

/** What is measured of a client. */
export const actions = {
  "count with labels":
    async ({ counter }: Client) =>
    () => {
      for (let at = 0; at < recordings; at++) {
        counter.inc({
          model_id: models[at % 100]!,
          environment: "production",
          status_code: "200",
          is_async: "false",
        });
      }
    },

  "count by handle": async ({ counter }: Client) => {
    const handle = counter.labels({
      model_id: models[0]!,
      environment: "production",
      status_code: "200",
      is_async: "false",
    });
    return () => {
      for (let at = 0; at < recordings; at++) handle.inc();
    };
  },

  "observe with labels":
    async ({ histogram }: Client) =>
    () => {
      for (let at = 0; at < recordings; at++) {
        const labels = {
          model_id: models[at % 100]!,
          environment: "production",
          status_code: "200",
          is_async: "false",
        };
        histogram.observe(labels, (at % 7) / 10);
      }
    },

  expose: async (client: Client, kind: ValueKind = "short") => {
    fill(client, kind);
    return () => client.expose();
  },

  "expose what changed": async (client: Client, kind: ValueKind = "short") => {
    const handles = fill(client, kind);
    return () => {
      for (const handle of handles) handle.inc();
      return client.expose();
    };
  },
} satisfies Record<string, (client: Client, kind?: ValueKind) => Promise<() => unknown>>;

export type Action = keyof typeof actions;

export const exposedSeries = 100_000;

function fill({ wide }: Client, kind: ValueKind): { inc(): void }[] {
  return Array.from({ length: exposedSeries }, (_, index) => {
    const { labels, value } = recordedSeries(index, kind);
    wide.inc(labels, value);
    return wide.labels(labels);
  });
}
