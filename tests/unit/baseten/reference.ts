// What Baseten's metrics reference says, as a table written by hand: the test holds schemas/baseten.yaml to it.

export interface ReferenceMetric {
  readonly name: string;
  readonly type: "counter" | "gauge" | "histogram";
  /** Where the name has one. */
  readonly unit?: "seconds" | "bytes";
  /** All but the three that every metric requires: model_id, model_name and deployment_id. */
  readonly labels: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly integer?: true;
  readonly conditional?: true;
  /** What it says of the metric beyond that, as words that no other page on it could do without. */
  readonly words: RegExp;
}

const request = ["status_code", "is_async"];
const count = { min: 0, integer: true } as const;

export const reference: readonly ReferenceMetric[] = [
  {
    name: "baseten_inference_requests_total",
    type: "counter",
    labels: request,
    ...count,
    words: /requests .* model/is,
  },
  {
    name: "baseten_end_to_end_response_time_seconds",
    type: "histogram",
    unit: "seconds",
    labels: request,
    words: /complete response/s,
  },
  {
    name: "baseten_container_cpu_usage_seconds_total",
    type: "counter",
    unit: "seconds",
    labels: ["replica"],
    words: /processor time.* core/is,
  },
  {
    name: "baseten_replicas_active",
    type: "gauge",
    labels: [],
    ...count,
    words: /can take requests/s,
  },
  {
    name: "baseten_replicas_starting",
    type: "gauge",
    labels: [],
    ...count,
    words: /cannot take requests yet.* hardware .* loaded model/s,
  },
  {
    name: "baseten_container_restarts_total",
    type: "counter",
    labels: [],
    ...count,
    conditional: true,
    words: /crash, .* memory, .* liveness probe.* health checks/s,
  },
  {
    name: "baseten_pod_readiness",
    type: "gauge",
    labels: ["condition"],
    ...count,
    conditional: true,
    words: /readiness/s,
  },
  {
    name: "baseten_container_cpu_memory_working_set_bytes",
    type: "gauge",
    unit: "bytes",
    labels: ["replica"],
    min: 0,
    words: /memory of the container/is,
  },
  {
    name: "baseten_request_size_bytes",
    type: "histogram",
    unit: "bytes",
    labels: request,
    words: /input tokens/s,
  },
  {
    name: "baseten_response_size_bytes",
    type: "histogram",
    unit: "bytes",
    labels: request,
    words: /output tokens/s,
  },
  {
    name: "baseten_time_to_first_byte_seconds",
    type: "histogram",
    unit: "seconds",
    labels: request,
    words: /beginning of the response.*first token \(TTFT/s,
  },
  {
    name: "baseten_time_in_async_queue_seconds",
    type: "histogram",
    unit: "seconds",
    labels: [],
    words: /asynchronous requests in the queue until work/s,
  },
  {
    name: "baseten_async_queue_size",
    type: "gauge",
    labels: [],
    ...count,
    words: /asynchronous requests in the queue/is,
  },
  {
    name: "baseten_gpu_memory_used",
    type: "gauge",
    labels: ["replica", "gpu"],
    min: 0,
    words: /mebibytes/s,
  },
  {
    name: "baseten_gpu_utilization",
    type: "gauge",
    labels: ["replica", "gpu"],
    min: 0,
    max: 100,
    words: /percent/s,
  },
  {
    name: "baseten_ongoing_websocket_connections",
    type: "gauge",
    labels: [],
    ...count,
    words: /websocket connections/is,
  },
  {
    name: "baseten_concurrent_requests",
    type: "gauge",
    labels: [],
    ...count,
    words: /at work and those in line.* autoscaler/s,
  },
];
