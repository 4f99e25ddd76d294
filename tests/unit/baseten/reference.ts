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
}

const request = ["status_code", "is_async"];
const count = { min: 0, integer: true } as const;

export const reference: readonly ReferenceMetric[] = [
  { name: "baseten_inference_requests_total", type: "counter", labels: request, ...count },
  {
    name: "baseten_end_to_end_response_time_seconds",
    type: "histogram",
    unit: "seconds",
    labels: request,
  },
  {
    name: "baseten_container_cpu_usage_seconds_total",
    type: "counter",
    unit: "seconds",
    labels: ["replica"],
  },
  { name: "baseten_replicas_active", type: "gauge", labels: [], ...count },
  { name: "baseten_replicas_starting", type: "gauge", labels: [], ...count },
  {
    name: "baseten_container_restarts_total",
    type: "counter",
    labels: [],
    ...count,
    conditional: true,
  },
  {
    name: "baseten_pod_readiness",
    type: "gauge",
    labels: ["condition"],
    ...count,
    conditional: true,
  },
  {
    name: "baseten_container_cpu_memory_working_set_bytes",
    type: "gauge",
    unit: "bytes",
    labels: ["replica"],
    min: 0,
  },
  { name: "baseten_request_size_bytes", type: "histogram", unit: "bytes", labels: request },
  { name: "baseten_response_size_bytes", type: "histogram", unit: "bytes", labels: request },
  {
    name: "baseten_time_to_first_byte_seconds",
    type: "histogram",
    unit: "seconds",
    labels: request,
  },
  { name: "baseten_time_in_async_queue_seconds", type: "histogram", unit: "seconds", labels: [] },
  { name: "baseten_async_queue_size", type: "gauge", labels: [], ...count },
  { name: "baseten_gpu_memory_used", type: "gauge", labels: ["replica", "gpu"], min: 0 },
  { name: "baseten_gpu_utilization", type: "gauge", labels: ["replica", "gpu"], min: 0, max: 100 },
  { name: "baseten_ongoing_websocket_connections", type: "gauge", labels: [], ...count },
  { name: "baseten_concurrent_requests", type: "gauge", labels: [], ...count },
];
