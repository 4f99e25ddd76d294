// A model server as small as can be, with the metrics of promschema/baseten.
//
//   node examples/service/service.mjs            then: curl -d '{"prompt":"hi"}' localhost:8080/predict
//   npx promschema check http://localhost:8080/metrics --registry schemas/baseten.yaml
import { createServer } from "node:http";
import { cpuUsage, env, memoryUsage } from "node:process";
import { createMetrics } from "promschema";
import { baseten } from "promschema/baseten";
import { metricsHandler } from "promschema/http";

const deployment = { model_id: "4w5q3d", model_name: "echo", deployment_id: "w8m2x1" };
const stage = { environment: "production", rollout_phase: "stable" };
const labels = { ...deployment, ...stage };
const replica = { ...labels, replica: "replica-0" };
const gpu = { ...replica, gpu: "0" };

const metrics = createMetrics(baseten);

// What is there from the start, at 0: so the first event of each is seen by rate().
const known = { model_id: ["4w5q3d"], model_name: ["echo"], deployment_id: ["w8m2x1"] };
const stages = { environment: ["production"], rollout_phase: ["stable"] };
metrics.baseten_pod_readiness.initialize({ ...known, ...stages });
for (const status_code of ["200", "400"]) {
  const request = { ...labels, status_code, is_async: false };
  metrics.baseten_inference_requests_total.labels(request);
  metrics.baseten_end_to_end_response_time_seconds.labels(request);
  metrics.baseten_time_to_first_byte_seconds.labels(request);
  metrics.baseten_request_size_bytes.labels(request);
  metrics.baseten_response_size_bytes.labels(request);
}
metrics.baseten_time_in_async_queue_seconds.labels(labels);
metrics.baseten_container_restarts_total.labels(labels);
metrics.baseten_concurrent_requests.set(labels, 0);
metrics.baseten_ongoing_websocket_connections.set(labels, 0);
metrics.baseten_async_queue_size.set(labels, 0);
metrics.baseten_replicas_starting.set(labels, 0);
metrics.baseten_replicas_active.set(labels, 1);
metrics.baseten_pod_readiness.set({ ...labels, condition: "true" }, 1);

// What is read only when somebody looks.
let cpuSeconds = 0;
metrics.baseten_container_cpu_usage_seconds_total.collect((counter) => {
  const { user, system } = cpuUsage();
  const now = (user + system) / 1e6;
  counter.inc(replica, now - cpuSeconds);
  cpuSeconds = now;
});
metrics.baseten_container_cpu_memory_working_set_bytes.collect((gauge) => {
  gauge.set(replica, memoryUsage.rss());
});
metrics.collect(async () => {
  const { used, busy } = await readGpu();
  metrics.baseten_gpu_memory_used.set(gpu, used);
  metrics.baseten_gpu_utilization.set(gpu, busy);
});

/** Stands for a driver that takes its time. */
async function readGpu() {
  return { used: 1024, busy: 12.5 };
}

const concurrent = metrics.baseten_concurrent_requests.labels(labels);

async function predict(request, response) {
  concurrent.inc();
  try {
    await answer(request, response);
  } finally {
    // Whatever became of the request, it is not open any more.
    concurrent.dec();
  }
}

async function answer(request, response) {
  const endRequest = metrics.baseten_end_to_end_response_time_seconds.startTimer(labels);
  const endFirstByte = metrics.baseten_time_to_first_byte_seconds.startTimer(labels);
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const { status, text } = infer(body.toString());
  response.writeHead(status, { "Content-Type": "application/json" }).end(text);

  const rest = { status_code: String(status), is_async: false };
  // A header holds what a client likes; the labels of an exemplar are 128 characters at most.
  const trace = { trace_id: String(request.headers["x-trace-id"] ?? "none").slice(0, 64) };
  metrics.baseten_inference_requests_total.inc({ ...labels, ...rest }, 1, trace);
  metrics.baseten_request_size_bytes.observe({ ...labels, ...rest }, body.length);
  metrics.baseten_response_size_bytes.observe({ ...labels, ...rest }, Buffer.byteLength(text));
  endFirstByte(rest);
  endRequest(rest, trace);
}

/** The model. */
function infer(body) {
  try {
    return { status: 200, text: JSON.stringify({ completion: JSON.parse(body).prompt }) };
  } catch {
    return { status: 400, text: JSON.stringify({ error: "expected JSON" }) };
  }
}

const answerScrape = metricsHandler(metrics, { onError: (error) => console.error(error) });

const server = createServer((request, response) => {
  if (request.url === "/metrics") answerScrape(request, response);
  else if (request.url === "/predict") predict(request, response).catch(() => response.destroy());
  else response.writeHead(404).end();
});

server.listen(Number(env.PORT ?? 8080), "127.0.0.1", () => {
  console.log(`listening on http://127.0.0.1:${server.address().port}`);
});
