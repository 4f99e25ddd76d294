// Instruments under load: many callers record at once while the service is scraped, and in the end every event is there.
import { setImmediate as turn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createChecker } from "../../src/check/index.js";
import { createMetrics } from "../../src/instruments/index.js";
import { defineRegistry } from "../../src/registry/index.js";

export interface Load {
  readonly series: number;
  readonly recordings: number;
  readonly scrapes: number;
  readonly callers: number;
}

export interface Outcome {
  /** Findings of all scrapes, of which there should be none. */
  readonly findings: readonly string[];
  /** What was recorded, and what the last scrape says. */
  readonly recorded: number;
  readonly exposed: number;
  readonly observed: number;
  readonly series: number;
  /** Scrapes that were answered while callers were at work. */
  readonly scrapes: number;
  /** Bytes of the heap once half of the work is done, and at the end: without garbage. */
  readonly heapBefore: number;
  readonly heapAfter: number;
  readonly payload: number;
  readonly milliseconds: number;
}

const registry = defineRegistry({
  registry: "load",
  labels: {
    user: { description: "Who asked." },
    route: { description: "What for.", enum: ["read", "write"] },
    outcome: { description: "How it ended.", enum: ["ok", "failed"] },
  },
  metrics: {
    events_total: { type: "counter", description: "Events.", labels: ["user", "route", "outcome"] },
    duration_seconds: {
      type: "histogram",
      description: "How long they took.",
      labels: ["route"],
      buckets: [0.1, 1, 10],
    },
    busy: { type: "gauge", description: "Callers at work." },
  },
});

/** Recordings of a caller between two times that it lets others go on. */
const turnLength = 200;

export async function run({ series, recordings, scrapes, callers }: Load): Promise<Outcome> {
  const began = performance.now();
  const metrics = createMetrics(registry);
  const checker = createChecker({ registry });
  const findings: string[] = [];
  let recorded = 0;
  let answered = 0;
  let busy = 0;
  let payload = 0;
  let heapBefore = 0;
  metrics.busy.collect(async (gauge) => {
    await turn();
    gauge.set(busy);
  });

  function record(event: number): void {
    // Every series in turn, each time with an object of its own.
    const at = event % series;
    const labels = {
      user: `user-${at >> 2}`,
      route: at & 1 ? "read" : "write",
      outcome: at & 2 ? "ok" : "failed",
    } as const;
    metrics.events_total.inc(labels);
    metrics.duration_seconds.observe({ route: labels.route }, (event % 1000) / 100);
    recorded++;
  }

  async function call(caller: number): Promise<void> {
    busy++;
    for (let event = caller; event < recordings; event += callers) {
      record(event);
      if (recorded % turnLength === 0) await turn();
    }
    busy--;
  }

  async function scrape(): Promise<void> {
    for (let at = 0; at < scrapes; at++) {
      // Spread over the whole of the work.
      while (busy > 0 && recorded < (recordings * (at + 1)) / (scrapes + 1)) await turn();
      const bytes = await metrics.exposeBytes({
        format: at % 2 === 0 ? "openmetrics-1.0" : "prometheus-text-1.0.0",
      });
      if (busy > 0) answered++;
      payload = bytes.length;
      for (const { rule, message } of checker.check(bytes).findings)
        findings.push(`${rule}: ${message}`);
      if (heapBefore === 0 && recorded > recordings / 2) heapBefore = heapInUse();
    }
  }

  await Promise.all([scrape(), ...Array.from({ length: callers }, (_, caller) => call(caller))]);
  const heapAfter = heapInUse();
  const { families } = metrics.exposition();
  const events = families.find(({ name }) => name === "events")?.series ?? [];
  const durations = families.find(({ name }) => name === "duration_seconds")?.series ?? [];
  return {
    findings,
    recorded,
    exposed: sum(events, Number),
    observed: sum(durations, (value) => Number(Object(value).count)),
    series: events.length,
    scrapes: answered,
    heapBefore,
    heapAfter,
    payload,
    milliseconds: performance.now() - began,
  };
}

function sum(
  series: readonly { readonly value: unknown }[],
  part: (value: unknown) => number,
): number {
  return series.reduce((total, { value }) => total + part(value), 0);
}

/** The heap and what hangs on it, once all garbage is gone. */
function heapInUse(): number {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
