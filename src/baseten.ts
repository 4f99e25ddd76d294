// Generated from schemas/baseten.yaml by `npm run generate`: edit that file, not this one.
import { declareRegistry } from "./registry/index.js";

/** What Baseten exports of models, deployments, replicas and GPUs. */
export const baseten = declareRegistry({
  registry: "baseten",
  description: "What Baseten exports of models, deployments, replicas and GPUs.",
  labels: {
    model_id: { description: "Identifier of the model." },
    model_name: { description: "Name its owner gave the model." },
    deployment_id: { description: "Identifier of the deployment." },
    replica: { description: "Identifier of the replica." },
    gpu: { description: "Identifier of the GPU." },
    environment: {
      description:
        "What the deployment serves, such as production or staging. Empty for one that belongs to no environment.",
      requires: ["rollout_phase"],
    },
    rollout_phase: {
      description:
        "How far the deployment has come on its way to production. Empty for one that belongs to no environment.",
      enum: {
        promoting: "being promoted, with traffic still moving over",
        stable: "promoted, and serving its environment",
      },
      requires: ["environment"],
    },
    status_code: {
      description: "Status code that the caller got.",
      pattern: "[1-5][0-9][0-9]",
      examples: ["200", "429", "500"],
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
    /**
     * Inference requests that reached the model.
     *
     * Counter. Values are whole numbers, at least 0.
     */
    baseten_inference_requests_total: {
      type: "counter",
      description: "Inference requests that reached the model.",
      labels: ["...request"],
      value: { min: 0, integer: true },
    },
    /**
     * Wait of the caller for the complete response.
     *
     * Histogram in seconds.
     */
    baseten_end_to_end_response_time_seconds: {
      type: "histogram",
      description: "Wait of the caller for the complete response.",
      unit: "seconds",
      labels: ["...request"],
    },
    /**
     * Wait of the caller for the beginning of the response.
     *
     * With a model that streams, this is close to the wait for its first token (TTFT).
     *
     * Histogram in seconds.
     */
    baseten_time_to_first_byte_seconds: {
      type: "histogram",
      description: "Wait of the caller for the beginning of the response.",
      note: "With a model that streams, this is close to the wait for its first token (TTFT).",
      unit: "seconds",
      labels: ["...request"],
    },
    /**
     * Size of requests.
     *
     * Grows with the prompt, so it stands in for input tokens where nobody counts them.
     *
     * Histogram in bytes.
     */
    baseten_request_size_bytes: {
      type: "histogram",
      description: "Size of requests.",
      note: "Grows with the prompt, so it stands in for input tokens where nobody counts them.",
      unit: "bytes",
      labels: ["...request"],
    },
    /**
     * Size of responses.
     *
     * Grows with the answer, so it stands in for output tokens where nobody counts them.
     *
     * Histogram in bytes.
     */
    baseten_response_size_bytes: {
      type: "histogram",
      description: "Size of responses.",
      note: "Grows with the answer, so it stands in for output tokens where nobody counts them.",
      unit: "bytes",
      labels: ["...request"],
    },
    /**
     * Requests inside the deployment now, those at work and those in line.
     *
     * The autoscaler goes by this number before any other.
     *
     * Gauge. Values are whole numbers, at least 0.
     */
    baseten_concurrent_requests: {
      type: "gauge",
      description: "Requests inside the deployment now, those at work and those in line.",
      note: "The autoscaler goes by this number before any other.",
      labels: ["...deployment"],
      value: { min: 0, integer: true },
    },
    /**
     * WebSocket connections that are open now.
     *
     * Gauge. Values are whole numbers, at least 0.
     */
    baseten_ongoing_websocket_connections: {
      type: "gauge",
      description: "WebSocket connections that are open now.",
      labels: ["...deployment"],
      value: { min: 0, integer: true },
    },
    /**
     * Asynchronous requests in the queue now.
     *
     * Gauge. Values are whole numbers, at least 0.
     */
    baseten_async_queue_size: {
      type: "gauge",
      description: "Asynchronous requests in the queue now.",
      labels: ["...deployment"],
      value: { min: 0, integer: true },
    },
    /**
     * Wait of asynchronous requests in the queue until work on them began.
     *
     * Histogram in seconds.
     */
    baseten_time_in_async_queue_seconds: {
      type: "histogram",
      description: "Wait of asynchronous requests in the queue until work on them began.",
      unit: "seconds",
      labels: ["...deployment"],
    },
    /**
     * Replicas that can take requests now.
     *
     * Gauge. Values are whole numbers, at least 0.
     */
    baseten_replicas_active: {
      type: "gauge",
      description: "Replicas that can take requests now.",
      labels: ["...deployment"],
      value: { min: 0, integer: true },
    },
    /**
     * Replicas that cannot take requests yet, for want of hardware or of a loaded model.
     *
     * Gauge. Values are whole numbers, at least 0.
     */
    baseten_replicas_starting: {
      type: "gauge",
      description:
        "Replicas that cannot take requests yet, for want of hardware or of a loaded model.",
      labels: ["...deployment"],
      value: { min: 0, integer: true },
    },
    /**
     * Pods in each state of readiness.
     *
     * Gauge. Values are whole numbers, at least 0. May be missing: Behind a feature flag: an
     * organisation that does not see it asks its account team.
     */
    baseten_pod_readiness: {
      type: "gauge",
      description: "Pods in each state of readiness.",
      presence: {
        conditional:
          "Behind a feature flag: an organisation that does not see it asks its account team.",
      },
      labels: ["...deployment", "condition"],
      value: { min: 0, integer: true },
    },
    /**
     * Restarts of the container that runs the model.
     *
     * Look for the usual reasons: a crash, too little memory, a liveness probe without answer.
     * Custom health checks decide when that probe fails.
     *
     * Counter. Values are whole numbers, at least 0. May be missing: Behind a feature flag: an
     * organisation that does not see it asks its account team.
     */
    baseten_container_restarts_total: {
      type: "counter",
      description: "Restarts of the container that runs the model.",
      note: "Look for the usual reasons: a crash, too little memory, a liveness probe without answer. Custom health checks decide when that probe fails.",
      presence: {
        conditional:
          "Behind a feature flag: an organisation that does not see it asks its account team.",
      },
      labels: ["...deployment"],
      value: { min: 0, integer: true },
    },
    /**
     * Processor time that the container has used. A busy core adds one second a second.
     *
     * Counter in seconds.
     */
    baseten_container_cpu_usage_seconds_total: {
      type: "counter",
      description:
        "Processor time that the container has used. A busy core adds one second a second.",
      unit: "seconds",
      labels: ["...replica"],
    },
    /**
     * Memory of the container that cannot be taken from it under pressure.
     *
     * Gauge in bytes. Values are at least 0.
     */
    baseten_container_cpu_memory_working_set_bytes: {
      type: "gauge",
      description: "Memory of the container that cannot be taken from it under pressure.",
      unit: "bytes",
      labels: ["...replica"],
      value: { min: 0 },
    },
    /**
     * Memory in use on the GPU, in mebibytes.
     *
     * Gauge. Values are at least 0.
     */
    baseten_gpu_memory_used: {
      type: "gauge",
      description: "Memory in use on the GPU, in mebibytes.",
      labels: ["...gpu"],
      value: { min: 0 },
    },
    /**
     * How busy the GPU is, in percent.
     *
     * Gauge. Values are from 0 to 100.
     */
    baseten_gpu_utilization: {
      type: "gauge",
      description: "How busy the GPU is, in percent.",
      labels: ["...gpu"],
      value: { min: 0, max: 100 },
    },
  },
});

/** How `environment`, `rollout_phase` can be there: of a metric that has them, one of these. */
export type EnvironmentAndRolloutPhase =
  | {
      /**
       * What the deployment serves, such as production or staging. Empty for one that belongs to no
       * environment.
       */
      environment: string;
      /**
       * How far the deployment has come on its way to production. Empty for one that belongs to no
       * environment.
       *
       * - `promoting`: being promoted, with traffic still moving over
       * - `stable`: promoted, and serving its environment
       */
      rollout_phase: "promoting" | "stable";
    }
  | {
      environment?: "" | undefined;
      rollout_phase?: "" | undefined;
    };

/**
 * Labels of `baseten_inference_requests_total`: Inference requests that reached the model.
 *
 * Counter. Values are whole numbers, at least 0.
 */
export type BasetenInferenceRequestsTotalLabels = {
  /** Identifier of the model. */
  model_id: string;
  /** Name its owner gave the model. */
  model_name: string;
  /** Identifier of the deployment. */
  deployment_id: string;
  /**
   * Status code that the caller got.
   *
   * Matches `[1-5][0-9][0-9]`. For example `200`, `429`, `500`.
   */
  status_code: string;
  /** Whether the request came through the asynchronous interface. */
  is_async: boolean | "true" | "false";
} & EnvironmentAndRolloutPhase;

/**
 * Labels of `baseten_end_to_end_response_time_seconds`: Wait of the caller for the complete
 * response.
 *
 * Histogram in seconds.
 */
export type BasetenEndToEndResponseTimeSecondsLabels = {
  /** Identifier of the model. */
  model_id: string;
  /** Name its owner gave the model. */
  model_name: string;
  /** Identifier of the deployment. */
  deployment_id: string;
  /**
   * Status code that the caller got.
   *
   * Matches `[1-5][0-9][0-9]`. For example `200`, `429`, `500`.
   */
  status_code: string;
  /** Whether the request came through the asynchronous interface. */
  is_async: boolean | "true" | "false";
} & EnvironmentAndRolloutPhase;

/**
 * Labels of `baseten_time_to_first_byte_seconds`: Wait of the caller for the beginning of the
 * response.
 *
 * With a model that streams, this is close to the wait for its first token (TTFT).
 *
 * Histogram in seconds.
 */
export type BasetenTimeToFirstByteSecondsLabels = {
  /** Identifier of the model. */
  model_id: string;
  /** Name its owner gave the model. */
  model_name: string;
  /** Identifier of the deployment. */
  deployment_id: string;
  /**
   * Status code that the caller got.
   *
   * Matches `[1-5][0-9][0-9]`. For example `200`, `429`, `500`.
   */
  status_code: string;
  /** Whether the request came through the asynchronous interface. */
  is_async: boolean | "true" | "false";
} & EnvironmentAndRolloutPhase;

/**
 * Labels of `baseten_request_size_bytes`: Size of requests.
 *
 * Grows with the prompt, so it stands in for input tokens where nobody counts them.
 *
 * Histogram in bytes.
 */
export type BasetenRequestSizeBytesLabels = {
  /** Identifier of the model. */
  model_id: string;
  /** Name its owner gave the model. */
  model_name: string;
  /** Identifier of the deployment. */
  deployment_id: string;
  /**
   * Status code that the caller got.
   *
   * Matches `[1-5][0-9][0-9]`. For example `200`, `429`, `500`.
   */
  status_code: string;
  /** Whether the request came through the asynchronous interface. */
  is_async: boolean | "true" | "false";
} & EnvironmentAndRolloutPhase;

/**
 * Labels of `baseten_response_size_bytes`: Size of responses.
 *
 * Grows with the answer, so it stands in for output tokens where nobody counts them.
 *
 * Histogram in bytes.
 */
export type BasetenResponseSizeBytesLabels = {
  /** Identifier of the model. */
  model_id: string;
  /** Name its owner gave the model. */
  model_name: string;
  /** Identifier of the deployment. */
  deployment_id: string;
  /**
   * Status code that the caller got.
   *
   * Matches `[1-5][0-9][0-9]`. For example `200`, `429`, `500`.
   */
  status_code: string;
  /** Whether the request came through the asynchronous interface. */
  is_async: boolean | "true" | "false";
} & EnvironmentAndRolloutPhase;

/**
 * Labels of `baseten_concurrent_requests`: Requests inside the deployment now, those at work and
 * those in line.
 *
 * The autoscaler goes by this number before any other.
 *
 * Gauge. Values are whole numbers, at least 0.
 */
export type BasetenConcurrentRequestsLabels = {
  /** Identifier of the model. */
  model_id: string;
  /** Name its owner gave the model. */
  model_name: string;
  /** Identifier of the deployment. */
  deployment_id: string;
} & EnvironmentAndRolloutPhase;

/**
 * Labels of `baseten_ongoing_websocket_connections`: WebSocket connections that are open now.
 *
 * Gauge. Values are whole numbers, at least 0.
 */
export type BasetenOngoingWebsocketConnectionsLabels = {
  /** Identifier of the model. */
  model_id: string;
  /** Name its owner gave the model. */
  model_name: string;
  /** Identifier of the deployment. */
  deployment_id: string;
} & EnvironmentAndRolloutPhase;

/**
 * Labels of `baseten_async_queue_size`: Asynchronous requests in the queue now.
 *
 * Gauge. Values are whole numbers, at least 0.
 */
export type BasetenAsyncQueueSizeLabels = {
  /** Identifier of the model. */
  model_id: string;
  /** Name its owner gave the model. */
  model_name: string;
  /** Identifier of the deployment. */
  deployment_id: string;
} & EnvironmentAndRolloutPhase;

/**
 * Labels of `baseten_time_in_async_queue_seconds`: Wait of asynchronous requests in the queue until
 * work on them began.
 *
 * Histogram in seconds.
 */
export type BasetenTimeInAsyncQueueSecondsLabels = {
  /** Identifier of the model. */
  model_id: string;
  /** Name its owner gave the model. */
  model_name: string;
  /** Identifier of the deployment. */
  deployment_id: string;
} & EnvironmentAndRolloutPhase;

/**
 * Labels of `baseten_replicas_active`: Replicas that can take requests now.
 *
 * Gauge. Values are whole numbers, at least 0.
 */
export type BasetenReplicasActiveLabels = {
  /** Identifier of the model. */
  model_id: string;
  /** Name its owner gave the model. */
  model_name: string;
  /** Identifier of the deployment. */
  deployment_id: string;
} & EnvironmentAndRolloutPhase;

/**
 * Labels of `baseten_replicas_starting`: Replicas that cannot take requests yet, for want of
 * hardware or of a loaded model.
 *
 * Gauge. Values are whole numbers, at least 0.
 */
export type BasetenReplicasStartingLabels = {
  /** Identifier of the model. */
  model_id: string;
  /** Name its owner gave the model. */
  model_name: string;
  /** Identifier of the deployment. */
  deployment_id: string;
} & EnvironmentAndRolloutPhase;

/**
 * Labels of `baseten_pod_readiness`: Pods in each state of readiness.
 *
 * Gauge. Values are whole numbers, at least 0. May be missing: Behind a feature flag: an
 * organisation that does not see it asks its account team.
 */
export type BasetenPodReadinessLabels = {
  /** Identifier of the model. */
  model_id: string;
  /** Name its owner gave the model. */
  model_name: string;
  /** Identifier of the deployment. */
  deployment_id: string;
  /**
   * State of the Ready condition in Kubernetes.
   *
   * - `true`: ready, traffic reaches the pod
   * - `false`: not ready, because it starts, stops or fails its probe
   * - `unknown`: undecided, as when the node has been silent for a while
   */
  condition: "true" | "false" | "unknown";
} & EnvironmentAndRolloutPhase;

/**
 * Labels of `baseten_container_restarts_total`: Restarts of the container that runs the model.
 *
 * Look for the usual reasons: a crash, too little memory, a liveness probe without answer. Custom
 * health checks decide when that probe fails.
 *
 * Counter. Values are whole numbers, at least 0. May be missing: Behind a feature flag: an
 * organisation that does not see it asks its account team.
 */
export type BasetenContainerRestartsTotalLabels = {
  /** Identifier of the model. */
  model_id: string;
  /** Name its owner gave the model. */
  model_name: string;
  /** Identifier of the deployment. */
  deployment_id: string;
} & EnvironmentAndRolloutPhase;

/**
 * Labels of `baseten_container_cpu_usage_seconds_total`: Processor time that the container has
 * used. A busy core adds one second a second.
 *
 * Counter in seconds.
 */
export type BasetenContainerCpuUsageSecondsTotalLabels = {
  /** Identifier of the model. */
  model_id: string;
  /** Name its owner gave the model. */
  model_name: string;
  /** Identifier of the deployment. */
  deployment_id: string;
  /** Identifier of the replica. */
  replica: string;
} & EnvironmentAndRolloutPhase;

/**
 * Labels of `baseten_container_cpu_memory_working_set_bytes`: Memory of the container that cannot
 * be taken from it under pressure.
 *
 * Gauge in bytes. Values are at least 0.
 */
export type BasetenContainerCpuMemoryWorkingSetBytesLabels = {
  /** Identifier of the model. */
  model_id: string;
  /** Name its owner gave the model. */
  model_name: string;
  /** Identifier of the deployment. */
  deployment_id: string;
  /** Identifier of the replica. */
  replica: string;
} & EnvironmentAndRolloutPhase;

/**
 * Labels of `baseten_gpu_memory_used`: Memory in use on the GPU, in mebibytes.
 *
 * Gauge. Values are at least 0.
 */
export type BasetenGpuMemoryUsedLabels = {
  /** Identifier of the model. */
  model_id: string;
  /** Name its owner gave the model. */
  model_name: string;
  /** Identifier of the deployment. */
  deployment_id: string;
  /** Identifier of the replica. */
  replica: string;
  /** Identifier of the GPU. */
  gpu: string;
} & EnvironmentAndRolloutPhase;

/**
 * Labels of `baseten_gpu_utilization`: How busy the GPU is, in percent.
 *
 * Gauge. Values are from 0 to 100.
 */
export type BasetenGpuUtilizationLabels = {
  /** Identifier of the model. */
  model_id: string;
  /** Name its owner gave the model. */
  model_name: string;
  /** Identifier of the deployment. */
  deployment_id: string;
  /** Identifier of the replica. */
  replica: string;
  /** Identifier of the GPU. */
  gpu: string;
} & EnvironmentAndRolloutPhase;
