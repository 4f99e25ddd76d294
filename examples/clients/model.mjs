// What the services here have in common: a model that answers requests, and records them. The calls are the same whatever library is underneath.

import { createServer } from "node:http";
import { env, memoryUsage } from "node:process";

/** The one deployment that this program is. */
const deployment = {
  model_id: "3yd7w1k2",
  model_name: "whisper-large-v3",
  deployment_id: "qvvj1p9",
  environment: "production",
  rollout_phase: "stable",
};
const replica = "replica-0";

/** Values of the labels that the registry does not list: with them every series is known before the first request. */
export const known = {
  ...Object.fromEntries(Object.entries(deployment).map(([name, value]) => [name, [value]])),
  replica: [replica],
  gpu: ["0"],
  status_code: ["200", "429"],
};

/** Sets what there is to set, and gives a function that answers one request. */
export function startModel({ metrics }) {
  metrics.baseten_replicas_active.set(deployment, 1);
  metrics.baseten_pod_readiness.set({ ...deployment, condition: "true" }, 1);
  metrics.baseten_container_cpu_memory_working_set_bytes.collect(() => {
    const labels = { ...deployment, replica };
    metrics.baseten_container_cpu_memory_working_set_bytes.set(labels, memoryUsage.rss());
  });
  metrics.baseten_time_in_async_queue_seconds.observe(deployment, 0.01);
  return function answer(input) {
    const labels = { ...deployment, status_code: "200", is_async: false };
    const stop = metrics.baseten_end_to_end_response_time_seconds.startTimer(labels);
    const output = input.toUpperCase();
    metrics.baseten_inference_requests_total.inc(labels);
    metrics.baseten_request_size_bytes.observe(labels, input.length);
    metrics.baseten_response_size_bytes.observe(labels, output.length);
    metrics.baseten_time_to_first_byte_seconds.observe(labels, 0.001);
    stop();
    return output;
  };
}

/** Serves scrapes under /metrics, and the model under /predict. Says where. */
export function serve(answer, scrape) {
  const server = createServer(async (request, response) => {
    if (request.url === "/metrics") return scrape(request, response);
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    response.end(`${answer(Buffer.concat(chunks).toString())}\n`);
  });
  server.listen(Number(env.PORT ?? 8080), "127.0.0.1", () => {
    console.log(`listening on http://127.0.0.1:${server.address().port}`);
  });
}
