// Generated from schemas/baseten.yaml by `npm run generate`: edit that file, not this one.
import { defineRegistry } from "./registry/index.js";

/** The metrics that Baseten exports of the models it serves. */
export const baseten = defineRegistry({
  registry: "baseten",
  description: "What Baseten exports of models, deployments, replicas and GPUs.",
  labels: {
    model_id: { description: "Identifier of the model." },
    model_name: { description: "Name its owner gave the model." },
    deployment_id: { description: "Identifier of the deployment." },
    replica: { description: "Identifier of the replica." },
    gpu: { description: "Identifier of the GPU." },
    environment: {
      description: "What the deployment serves, such as production or staging.",
      requires: ["rollout_phase"],
    },
    rollout_phase: {
      description: "How far the promotion of the deployment has come.",
      enum: {
        promoting: "being promoted, with traffic still moving over",
        stable: "promoted, and serving its environment",
      },
      requires: ["environment"],
    },
    status_code: {
      description: "Status code that the caller got.",
      pattern: "[1-5][0-9][0-9]",
      examples: [200, 429, 500],
    },
    is_async: {
      description: "Whether the request came through the asynchronous interface.",
      type: "boolean",
    },
    condition: {
      description: "State of the Ready condition in Kubernetes.",
      enum: {
        true: "ready, traffic reaches the pod",
        false: "not ready, because it starts, stops or fails its probe",
        unknown: "undecided, as when the node has been silent for a while",
      },
    },
  },
  labelSets: {
    deployment: ["model_id", "model_name", "deployment_id", "environment?", "rollout_phase?"],
    request: ["...deployment", "status_code", "is_async"],
    replica: ["...deployment", "replica"],
    gpu: ["...replica", "gpu"],
  },
  metrics: {
    baseten_inference_requests_total: {
      type: "counter",
      description: "Inference requests that reached the model.",
      labels: ["...request"],
      value: { min: 0, integer: true },
    },
    baseten_end_to_end_response_time_seconds: {
      type: "histogram",
      description: "Wait of the caller for the complete response.",
      unit: "seconds",
      labels: ["...request"],
    },
    baseten_time_to_first_byte_seconds: {
      type: "histogram",
      description: "Wait of the caller for the beginning of the response.",
      note: "With a model that streams, this is close to the wait for its first token.",
      unit: "seconds",
      labels: ["...request"],
    },
    baseten_request_size_bytes: {
      type: "histogram",
      description: "Size of requests.",
      note: "Grows with the prompt, so it stands in for input tokens where nobody counts them.",
      unit: "bytes",
      labels: ["...request"],
    },
    baseten_response_size_bytes: {
      type: "histogram",
      description: "Size of responses.",
      note: "Grows with the answer, so it stands in for output tokens where nobody counts them.",
      unit: "bytes",
      labels: ["...request"],
    },
    baseten_concurrent_requests: {
      type: "gauge",
      description: "Requests inside the deployment now, those at work and those in line.",
      note: "The autoscaler goes by this number before any other.",
      labels: ["...deployment"],
      value: { min: 0, integer: true },
    },
    baseten_ongoing_websocket_connections: {
      type: "gauge",
      description: "WebSocket connections that are open now.",
      labels: ["...deployment"],
      value: { min: 0, integer: true },
    },
    baseten_async_queue_size: {
      type: "gauge",
      description: "Asynchronous requests in the queue now.",
      labels: ["...deployment"],
      value: { min: 0, integer: true },
    },
    baseten_time_in_async_queue_seconds: {
      type: "histogram",
      description: "Wait of asynchronous requests in the queue until work on them began.",
      unit: "seconds",
      labels: ["...deployment"],
    },
    baseten_replicas_active: {
      type: "gauge",
      description: "Replicas that can take requests now.",
      labels: ["...deployment"],
      value: { min: 0, integer: true },
    },
    baseten_replicas_starting: {
      type: "gauge",
      description:
        "Replicas that cannot take requests yet, for want of hardware or of a loaded model.",
      labels: ["...deployment"],
      value: { min: 0, integer: true },
    },
    baseten_pod_readiness: {
      type: "gauge",
      description: "Pods in each state of readiness.",
      presence: { conditional: "Behind a feature flag that Baseten sets for each organisation." },
      labels: ["...deployment", "condition"],
      value: { min: 0, integer: true },
    },
    baseten_container_restarts_total: {
      type: "counter",
      description: "Restarts of the container that runs the model.",
      note: "Look for the usual reasons: a crash, too little memory, a liveness probe without answer.",
      presence: { conditional: "Behind a feature flag that Baseten sets for each organisation." },
      labels: ["...deployment"],
      value: { min: 0, integer: true },
    },
    baseten_container_cpu_usage_seconds_total: {
      type: "counter",
      description:
        "Processor time that the container has used. A busy core adds one second a second.",
      unit: "seconds",
      labels: ["...replica"],
    },
    baseten_container_cpu_memory_working_set_bytes: {
      type: "gauge",
      description: "Memory of the container that cannot be taken from it under pressure.",
      unit: "bytes",
      labels: ["...replica"],
      value: { min: 0 },
    },
    baseten_gpu_memory_used: {
      type: "gauge",
      description: "Memory in use on the GPU, in mebibytes.",
      labels: ["...gpu"],
      value: { min: 0 },
    },
    baseten_gpu_utilization: {
      type: "gauge",
      description: "How busy the GPU is, in percent.",
      labels: ["...gpu"],
      value: { min: 0, max: 100 },
    },
  },
});
