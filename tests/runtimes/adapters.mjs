// The adapters over the packages that they are for, in the Node.js that runs this: the successor of prom-client is for 22 and later.
// `node tests/runtimes/adapters.mjs` runs it against dist; run.mjs runs it in other versions. Prints `ok N`, or throws.
import { PrometheusExporter, PrometheusSerializer } from "@opentelemetry/exporter-prometheus";
import { MeterProvider } from "@opentelemetry/sdk-metrics";
import next from "@prometheus-io/client";
import client from "prom-client";
import { checkExposition, defineRegistry } from "promschema";
import { bindMetrics as bindMeter } from "promschema/opentelemetry";
import { bindMetrics, checkRegister } from "promschema/prom-client";

const registry = defineRegistry({
  registry: "jobs",
  labels: { queue: {}, outcome: { enum: ["done", "failed"] } },
  metrics: {
    jobs_total: { type: "counter", description: "Jobs.", labels: ["queue", "outcome"] },
    waiting: { type: "gauge", description: "Waiting." },
    took_seconds: { type: "histogram", description: "Time.", unit: "seconds", buckets: [0.1, 1] },
    mode: { type: "stateset", description: "Mode.", states: ["idle", "busy"] },
    host: { type: "info", description: "Host." },
  },
});

/** Records the same into each. */
function record({ metrics, initialize }) {
  initialize({ queue: ["mail"] });
  metrics.jobs_total.inc({ queue: "mail", outcome: "done" }, 2);
  metrics.waiting.set(3);
  metrics.took_seconds.startTimer()();
  metrics.mode.set("busy");
}

function judge(text) {
  const { findings, samples } = checkExposition(text, { registry });
  if (findings.length > 0) throw new Error(findings.map(({ message }) => message).join("\n"));
  if (samples !== 11) throw new Error(`expected 11 samples, found ${samples}`);
  if (!text.includes('\njobs_total{queue="mail",outcome="failed"} 0\n')) {
    throw new Error(`expected a series at 0, found none in\n${text}`);
  }
}

async function judgeClient({ Registry, ...module }) {
  const register = new Registry();
  record(bindMetrics(registry, { client: { Registry, ...module }, register }));
  for (const type of [Registry.PROMETHEUS_CONTENT_TYPE, Registry.OPENMETRICS_CONTENT_TYPE]) {
    register.setContentType(type);
    judge(await register.metrics());
  }
  const [finding] = checkRegister(registry, register);
  if (finding !== undefined) throw new Error(finding.message);
}

async function judgeMeter() {
  const reader = new PrometheusExporter({ preventServerStart: true });
  const provider = new MeterProvider({ readers: [reader] });
  record(bindMeter(registry, { meter: provider.getMeter("jobs") }));
  const { resourceMetrics } = await reader.collect();
  judge(new PrometheusSerializer("", false, undefined, true, true).serialize(resourceMetrics));
}

await judgeClient(client);
await judgeClient(next);
await judgeMeter();

console.log("ok 3");
