// The metrics of the demo's service, written against prom-client by hand: as in any service, nothing here knows the contract.
import { Counter, Gauge, Histogram, Registry } from "prom-client";
import { createRandom, deployments } from "./fleet.mjs";

/** The five mistakes of the release that breaks the contract, as the demo tells them, each with the rule that finds it. */
export const mistakes = [
  { rule: "label-value", text: 'a typing mistake: rollout_phase="promting"' },
  { rule: "undeclared-label", text: "the label replica is called replica_id on one metric" },
  { rule: "value-bounds", text: "a GPU claims to be busy at 140 percent" },
  { rule: "metric-type", text: "the gauge of open WebSocket connections has become a counter" },
  { rule: "absent-metric", text: "the queue size is no longer exposed at all" },
];

const deployment = Object.keys(deployments[0].labels);
const request = [...deployment, "status_code", "is_async"];
const replica = [...deployment, "replica"];
const gpu = [...replica, "gpu"];
const seconds = { buckets: [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] };
const bytes = { buckets: [1024, 4096, 16_384, 65_536, 262_144] };

/** What the service measures: kind, name, help, labels and, for a histogram, buckets. */
const definitions = {
  requests: [Counter, "inference_requests_total", "Requests answered.", request],
  response: [Histogram, "end_to_end_response_time_seconds", "To the last byte.", request, seconds],
  firstByte: [Histogram, "time_to_first_byte_seconds", "To the first byte.", request, seconds],
  requestSize: [Histogram, "request_size_bytes", "Size of a request.", request, bytes],
  responseSize: [Histogram, "response_size_bytes", "Size of a response.", request, bytes],
  concurrent: [Gauge, "concurrent_requests", "Requests in progress.", deployment],
  sockets: [Gauge, "ongoing_websocket_connections", "Open WebSockets.", deployment],
  queued: [Gauge, "async_queue_size", "Requests in the queue.", deployment],
  queueTime: [Histogram, "time_in_async_queue_seconds", "Time in queue.", deployment, seconds],
  active: [Gauge, "replicas_active", "Replicas that serve.", deployment],
  starting: [Gauge, "replicas_starting", "Replicas that start.", deployment],
  readiness: [Gauge, "pod_readiness", "Pods by readiness.", [...deployment, "condition"]],
  restarts: [Counter, "container_restarts_total", "Restarts.", deployment],
  cpu: [Counter, "container_cpu_usage_seconds_total", "Processor time.", replica],
  memory: [Gauge, "container_cpu_memory_working_set_bytes", "Memory in use.", replica],
  gpuMemory: [Gauge, "gpu_memory_used", "GPU memory in use, in MiB.", gpu],
  gpuLoad: [Gauge, "gpu_utilization", "GPU load in percent.", gpu],
};

/** All metrics of the fleet; `mistaken` makes them those of the broken release. */
export function createFleetMetrics({ mistaken = false } = {}) {
  const registry = new Registry();
  const metrics = createMetrics(registry, mistaken ? withMistakes(definitions) : definitions);
  const random = createRandom(1);
  return {
    contentType: registry.contentType,
    /** One scrape. Between two of them some requests are served. */
    async text() {
      for (const one of deployments) {
        serveRequests(metrics, one, random);
        tellOfDeployment(metrics, one, random);
        for (const name of one.replicas) tellOfReplica(metrics, one, name, random);
      }
      if (mistaken) setMistakenValues(metrics);
      return registry.metrics();
    },
  };
}

function createMetrics(registry, table) {
  const entries = Object.entries(table).map(([key, [Kind, name, help, labelNames, more]]) => {
    const options = { name: `baseten_${name}`, help, labelNames, registers: [registry], ...more };
    return [key, new Kind(options)];
  });
  return Object.fromEntries(entries);
}

function serveRequests(metrics, { labels, secondsPerRequest, streams }, random) {
  for (let count = 20 + Math.floor(30 * random()); count > 0; count--) {
    const status_code = random() < 0.06 ? "500" : "200";
    const isAsync = random() < 0.2;
    const series = { ...labels, status_code, is_async: String(isAsync) };
    const duration = thousandths(secondsPerRequest * (0.4 + 1.6 * random()));
    metrics.requests.inc(series);
    metrics.response.observe(series, duration);
    metrics.firstByte.observe(series, streams ? thousandths(0.1 + 0.4 * random()) : duration);
    metrics.requestSize.observe(series, Math.round(200 + 60_000 * random() ** 3));
    metrics.responseSize.observe(series, Math.round(400 + 8_000 * random()));
    if (isAsync) metrics.queueTime.observe(labels, thousandths(2 * random() ** 2));
  }
}

function tellOfDeployment(metrics, { labels, replicas }, random) {
  const starting = labels.rollout_phase === "promoting" ? 1 : 0;
  metrics.active.set(labels, replicas.length);
  metrics.starting.set(labels, starting);
  metrics.readiness.set({ ...labels, condition: "true" }, replicas.length);
  metrics.readiness.set({ ...labels, condition: "false" }, starting);
  metrics.readiness.set({ ...labels, condition: "unknown" }, 0);
  metrics.restarts.inc(labels, 0);
  metrics.concurrent.set(labels, Math.floor(8 * random()));
  metrics.sockets.inc(labels, 1);
  metrics.queued?.set(labels, Math.floor(4 * random()));
}

function tellOfReplica(metrics, { labels, gpus }, name, random) {
  const series = { ...labels, replica: name };
  const { replica: _, ...renamed } = { ...series, replica_id: name };
  const isRenamed = metrics.cpu.labelNames.includes("replica_id");
  metrics.cpu.inc(isRenamed ? renamed : series, thousandths(90 * random()));
  metrics.memory.set(series, Math.round(4e9 + 2e9 * random()));
  for (let index = 0; index < gpus; index++) {
    const card = { ...series, gpu: String(index) };
    metrics.gpuMemory.set(card, Math.round(81_920 * (0.7 + 0.2 * random())));
    metrics.gpuLoad.set(card, thousandths(100 * random()));
  }
}

/** The mistakes that are in the definitions: a label renamed, a type changed, a metric gone. */
function withMistakes({ queued: _, ...rest }) {
  const { cpu, sockets } = rest;
  return {
    ...rest,
    cpu: cpu.with(3, [...deployment, "replica_id"]),
    sockets: sockets.with(0, Counter),
  };
}

/** The mistakes that are in the values: a label value misspelt, a value out of bounds. */
function setMistakenValues(metrics) {
  const { labels } = deployments[1];
  metrics.active.remove(labels);
  metrics.active.set({ ...labels, rollout_phase: "promting" }, 1);
  metrics.gpuLoad.set({ ...deployments[0].labels, replica: "x7k2p", gpu: "0" }, 140);
}

function thousandths(value) {
  return Math.round(value * 1000) / 1000;
}
