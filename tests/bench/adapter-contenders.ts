// Recordings through a client as it is, and through a registry that is bound to it: the same labels, the same number of calls.
import type { Call, Task } from "./contenders.js";
import { importPromClient, importWhole } from "./library.js";

/** Recordings of a call. */
export const recordings = 10_000;

/** The packages that a registry may be bound to. */
export const peerNames = ["prom-client", "@prometheus-io/client"] as const;

type PromClient = typeof import("prom-client");

async function importClient(name: Task["peer"]): Promise<PromClient> {
  if (name !== "@prometheus-io/client") return import("prom-client");
  // The same classes and the same calls.
  return (await import("@prometheus-io/client")) as unknown as PromClient;
}

const queues = Array.from({ length: 8 }, (_, at) => `queue-${at}`);
const name = "jobs_total";
const help = "Jobs that ended.";

type Labels = { queue: string; outcome: "done"; retried: "true" };

interface Counter {
  labels(labels: Labels): { inc(): void };
}

async function plain({ peer }: Task): Promise<Counter> {
  const { Counter, Registry } = await importClient(peer);
  const labelNames = ["queue", "outcome", "retried"];
  return new Counter({ name, help, labelNames, registers: [new Registry()] });
}

async function bound({ peer: given }: Task): Promise<Counter | undefined> {
  const { defineRegistry } = await importWhole();
  const bindMetrics = (await importPromClient())?.bindMetrics;
  if (bindMetrics === undefined) return undefined;
  const client = await importClient(given);
  const registry = defineRegistry({
    registry: "jobs",
    labels: { queue: {}, outcome: { enum: ["done", "failed"] }, retried: { type: "boolean" } },
    metrics: {
      [name]: { type: "counter", description: help, labels: ["queue", "outcome", "retried?"] },
    },
  });
  return bindMetrics(registry, { client, register: new client.Registry() }).metrics[name];
}

/** `labels({ ... }).inc()`, each with labels made anew. */
function byLabels(counter: Counter | undefined): Call | undefined {
  if (counter === undefined) return undefined;
  return () => {
    for (let at = 0; at < recordings; at++) {
      counter.labels({ queue: queues[at & 7]!, outcome: "done", retried: "true" }).inc();
    }
  };
}

/** `inc()` of a child that is kept. */
function byChild(counter: Counter | undefined): Call | undefined {
  if (counter === undefined) return undefined;
  const child = counter.labels({ queue: "queue-0", outcome: "done", retried: "true" });
  return () => {
    for (let at = 0; at < recordings; at++) child.inc();
  };
}

export const adapterContenders = {
  "client labels": async (task: Task) => byLabels(await plain(task)),
  "client child": async (task: Task) => byChild(await plain(task)),
  "adapter labels": async (task: Task) => byLabels(await bound(task)),
  "adapter child": async (task: Task) => byChild(await bound(task)),
};
