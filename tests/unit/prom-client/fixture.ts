import next from "@prometheus-io/client";
import client from "prom-client";
import { checkExposition } from "../../../src/check/index.js";
import { PromschemaError } from "../../../src/diagnostics/index.js";
import type { Client, ClientRegister } from "../../../src/prom-client/index.js";
import { type CompiledRegistry, defineRegistry } from "../../../src/registry/index.js";

export const jobs = defineRegistry({
  registry: "jobs",
  labels: {
    queue: { description: "Queue." },
    outcome: { enum: ["done", "failed"] },
    retried: { type: "boolean" },
    shard: { type: "integer" },
  },
  metrics: {
    jobs_total: {
      type: "counter",
      description: "Jobs that ended.",
      labels: ["queue", "outcome", "retried?"],
    },
    hits: { type: "counter", description: "Hits." },
    batches_total: { type: "counter", labels: ["shard"], value: { integer: true } },
    waiting: { type: "gauge", description: "Waiting.", labels: ["queue"] },
    workers: { type: "gauge", description: "Workers.", value: { min: 1, max: 8, integer: true } },
    took_seconds: {
      type: "histogram",
      description: "Time.",
      unit: "seconds",
      labels: ["outcome"],
      buckets: [0.1, 1],
      value: { min: 0 },
    },
    balance: { type: "histogram", description: "Balance.", buckets: [-1, 1] },
    size_bytes: {
      type: "summary",
      description: "Sizes.",
      unit: "bytes",
      labels: ["outcome"],
      quantiles: [0.5],
    },
    build_info: { type: "info", description: "Build.", labels: ["queue"] },
    host: { type: "info", description: "Host." },
    mode: {
      type: "stateset",
      description: "Mode.",
      labels: ["outcome"],
      states: ["idle", "busy"],
    },
    anything: { type: "unknown", description: "Anything." },
  },
});

/** Both packages. The types of the successor are those of its parent, as far as the tests go. */
export const clients: readonly (readonly [name: string, client: typeof client])[] = [
  ["prom-client", client],
  // The same names, and the same calls.
  ["@prometheus-io/client", next as unknown as typeof client],
];

type Register = InstanceType<(typeof client)["Registry"]>;

export const formats = ["text", "openmetrics"] as const;

export function registerFor(client: Client, format: (typeof formats)[number] = "text"): Register {
  // Both packages have a class Registry with these content types.
  const { Registry } = client as unknown as typeof import("prom-client");
  const register = new Registry();
  if (format === "openmetrics") register.setContentType(Registry.OPENMETRICS_CONTENT_TYPE as never);
  return register;
}

/** The names of what is registered. */
export function namesIn(register: ClientRegister): unknown[] {
  return register.getMetricsAsArray().map((metric) => ("name" in metric ? metric.name : metric));
}

/** The lines of a scrape that are samples of a metric. */
export async function samplesOf(register: Register, name: string): Promise<string[]> {
  const lines = (await register.metrics()).split("\n");
  return lines.filter((line) => new RegExp(`^${name}(_\\w+)?[ {]`).test(line));
}

/** What a check finds in a scrape, HELP included. */
export async function findingsOf(
  registry: CompiledRegistry,
  register: Register,
): Promise<readonly string[]> {
  const levels = { "metric-description": "warning" } as const;
  const { findings } = checkExposition(await register.metrics(), { registry, levels });
  return findings.map(({ rule, message }) => `${rule}: ${message}`);
}

/** What a call is refused with: rules and messages. */
export function refusalOf(call: () => unknown): string {
  try {
    return `nothing: ${String(call())}`;
  } catch (error) {
    if (!(error instanceof PromschemaError)) throw error;
    return error.findings.map(({ rule, message }) => `${rule}: ${message}`).join("\n");
  }
}
