// Generated from schemas/baseten.yaml by `npm run generate`: edit that file, not this one.

/** One thing that is wrong with the labels of a series. The rule is that of a finding: `promschema rules` explains it. */
export interface LabelProblem {
  readonly rule:
    | "construct/argument"
    | "label-pattern"
    | "label-requires"
    | "label-type"
    | "label-value"
    | "missing-label"
    | "serialize/unwritable"
    | "undeclared-label";
  /** The label; undefined where it is the labels as a whole. */
  readonly label?: string;
}

/** Tells what is wrong with the labels of a series; an empty list where nothing is. Never throws. */
export type ValidateLabels = (labels: unknown) => readonly LabelProblem[];

interface LabelRule {
  readonly name: string;
  readonly type?: "boolean" | "integer";
  readonly values?: readonly string[];
  readonly pattern?: { test(value: string): boolean };
  readonly requires?: readonly string[];
}

function validator(required: readonly LabelRule[], optional: readonly LabelRule[]): ValidateLabels {
  const rules = new Map([...required, ...optional].map((rule) => [rule.name, rule]));
  return (labels) => {
    const problems: LabelProblem[] = [];
    const texts = new Map<string, string>();
    const wrong = new Set<string>();
    const refuse = (rule: LabelProblem["rule"], label: string): void => {
      problems.push({ rule, label });
    };
    try {
      if (
        typeof labels !== "object" ||
        labels === null ||
        Array.isArray(labels) ||
        Object.prototype.toString.call(labels) !== "[object Object]"
      ) {
        return [{ rule: "construct/argument" }];
      }
      const given = Object.keys(labels).map((label): [string, unknown] => [
        label,
        (labels as Record<string, unknown>)[label],
      ]);
      if (Object.getOwnPropertySymbols(labels).length > 0) return [{ rule: "construct/argument" }];
      for (const [label, value] of given) {
        if (value === undefined || value === "") continue;
        const rule = rules.get(label);
        const text =
          typeof value === "string" ||
          (typeof value === "boolean" && rule?.type === "boolean") ||
          (Number.isSafeInteger(value) && rule?.type === "integer")
            ? String(value)
            : undefined;
        if (rule === undefined) {
          refuse("undeclared-label", label);
          continue;
        }
        if (text === undefined || /\p{Surrogate}/u.test(text)) {
          wrong.add(label);
          refuse(text === undefined ? "construct/argument" : "serialize/unwritable", label);
          continue;
        }
        texts.set(label, text);
        if (rule.type === "boolean" && text !== "true" && text !== "false") refuse("label-type", label);
        else if (rule.type === "integer" && !/^(?:0|-?[1-9][0-9]*)$/.test(text)) refuse("label-type", label);
        else if (rule.values?.includes(text) === false) refuse("label-value", label);
        else if (rule.pattern?.test(text) === false) refuse("label-pattern", label);
      }
    } catch {
      return [{ rule: "construct/argument" }];
    }
    for (const { name } of required) {
      if (!texts.has(name) && !wrong.has(name)) refuse("missing-label", name);
    }
    if (wrong.size > 0) return problems;
    for (const label of texts.keys()) {
      if (rules.get(label)?.requires?.some((other) => !texts.has(other))) refuse("label-requires", label);
    }
    return problems;
  };
}

const modelId: LabelRule = { name: "model_id" };
const modelName: LabelRule = { name: "model_name" };
const deploymentId: LabelRule = { name: "deployment_id" };
const statusCode: LabelRule = { name: "status_code", pattern: /^[1-5][0-9][0-9]$/u };
const isAsync: LabelRule = { name: "is_async", type: "boolean" };
const environment: LabelRule = { name: "environment", requires: ["rollout_phase"] };
const rolloutPhase: LabelRule = { name: "rollout_phase", values: ["promoting", "stable"], requires: ["environment"] };
const condition: LabelRule = { name: "condition", values: ["true", "false", "unknown"] };
const replica: LabelRule = { name: "replica" };
const gpu: LabelRule = { name: "gpu" };

/**
 * Tells what is wrong with labels of `baseten_inference_requests_total`: Inference requests that
 * reached the model.
 */
export const validateBasetenInferenceRequestsTotal: ValidateLabels = /* @__PURE__ */ validator(
  [modelId, modelName, deploymentId, statusCode, isAsync],
  [environment, rolloutPhase],
);

/**
 * Tells what is wrong with labels of `baseten_end_to_end_response_time_seconds`: Wait of the caller
 * for the complete response.
 */
export const validateBasetenEndToEndResponseTimeSeconds: ValidateLabels = /* @__PURE__ */ validator(
  [modelId, modelName, deploymentId, statusCode, isAsync],
  [environment, rolloutPhase],
);

/**
 * Tells what is wrong with labels of `baseten_time_to_first_byte_seconds`: Wait of the caller for
 * the beginning of the response.
 */
export const validateBasetenTimeToFirstByteSeconds: ValidateLabels = /* @__PURE__ */ validator(
  [modelId, modelName, deploymentId, statusCode, isAsync],
  [environment, rolloutPhase],
);

/** Tells what is wrong with labels of `baseten_request_size_bytes`: Size of requests. */
export const validateBasetenRequestSizeBytes: ValidateLabels = /* @__PURE__ */ validator(
  [modelId, modelName, deploymentId, statusCode, isAsync],
  [environment, rolloutPhase],
);

/** Tells what is wrong with labels of `baseten_response_size_bytes`: Size of responses. */
export const validateBasetenResponseSizeBytes: ValidateLabels = /* @__PURE__ */ validator(
  [modelId, modelName, deploymentId, statusCode, isAsync],
  [environment, rolloutPhase],
);

/**
 * Tells what is wrong with labels of `baseten_concurrent_requests`: Requests inside the deployment
 * now, those at work and those in line.
 */
export const validateBasetenConcurrentRequests: ValidateLabels = /* @__PURE__ */ validator(
  [modelId, modelName, deploymentId],
  [environment, rolloutPhase],
);

/**
 * Tells what is wrong with labels of `baseten_ongoing_websocket_connections`: WebSocket connections
 * that are open now.
 */
export const validateBasetenOngoingWebsocketConnections: ValidateLabels = /* @__PURE__ */ validator(
  [modelId, modelName, deploymentId],
  [environment, rolloutPhase],
);

/**
 * Tells what is wrong with labels of `baseten_async_queue_size`: Asynchronous requests in the queue
 * now.
 */
export const validateBasetenAsyncQueueSize: ValidateLabels = /* @__PURE__ */ validator(
  [modelId, modelName, deploymentId],
  [environment, rolloutPhase],
);

/**
 * Tells what is wrong with labels of `baseten_time_in_async_queue_seconds`: Wait of asynchronous
 * requests in the queue until work on them began.
 */
export const validateBasetenTimeInAsyncQueueSeconds: ValidateLabels = /* @__PURE__ */ validator(
  [modelId, modelName, deploymentId],
  [environment, rolloutPhase],
);

/**
 * Tells what is wrong with labels of `baseten_replicas_active`: Replicas that can take requests
 * now.
 */
export const validateBasetenReplicasActive: ValidateLabels = /* @__PURE__ */ validator(
  [modelId, modelName, deploymentId],
  [environment, rolloutPhase],
);

/**
 * Tells what is wrong with labels of `baseten_replicas_starting`: Replicas that cannot take
 * requests yet, for want of hardware or of a loaded model.
 */
export const validateBasetenReplicasStarting: ValidateLabels = /* @__PURE__ */ validator(
  [modelId, modelName, deploymentId],
  [environment, rolloutPhase],
);

/** Tells what is wrong with labels of `baseten_pod_readiness`: Pods in each state of readiness. */
export const validateBasetenPodReadiness: ValidateLabels = /* @__PURE__ */ validator(
  [modelId, modelName, deploymentId, condition],
  [environment, rolloutPhase],
);

/**
 * Tells what is wrong with labels of `baseten_container_restarts_total`: Restarts of the container
 * that runs the model.
 */
export const validateBasetenContainerRestartsTotal: ValidateLabels = /* @__PURE__ */ validator(
  [modelId, modelName, deploymentId],
  [environment, rolloutPhase],
);

/**
 * Tells what is wrong with labels of `baseten_container_cpu_usage_seconds_total`: Processor time
 * that the container has used. A busy core adds one second a second.
 */
export const validateBasetenContainerCpuUsageSecondsTotal: ValidateLabels = /* @__PURE__ */ validator(
  [modelId, modelName, deploymentId, replica],
  [environment, rolloutPhase],
);

/**
 * Tells what is wrong with labels of `baseten_container_cpu_memory_working_set_bytes`: Memory of
 * the container that cannot be taken from it under pressure.
 */
export const validateBasetenContainerCpuMemoryWorkingSetBytes: ValidateLabels = /* @__PURE__ */ validator(
  [modelId, modelName, deploymentId, replica],
  [environment, rolloutPhase],
);

/**
 * Tells what is wrong with labels of `baseten_gpu_memory_used`: Memory in use on the GPU, in
 * mebibytes.
 */
export const validateBasetenGpuMemoryUsed: ValidateLabels = /* @__PURE__ */ validator(
  [modelId, modelName, deploymentId, replica, gpu],
  [environment, rolloutPhase],
);

/**
 * Tells what is wrong with labels of `baseten_gpu_utilization`: How busy the GPU is, in percent.
 */
export const validateBasetenGpuUtilization: ValidateLabels = /* @__PURE__ */ validator(
  [modelId, modelName, deploymentId, replica, gpu],
  [environment, rolloutPhase],
);

/** Every validator, by the name of its metric. */
export const validators: ReadonlyMap<string, ValidateLabels> = /* @__PURE__ */ new Map([
  ["baseten_inference_requests_total", validateBasetenInferenceRequestsTotal],
  ["baseten_end_to_end_response_time_seconds", validateBasetenEndToEndResponseTimeSeconds],
  ["baseten_time_to_first_byte_seconds", validateBasetenTimeToFirstByteSeconds],
  ["baseten_request_size_bytes", validateBasetenRequestSizeBytes],
  ["baseten_response_size_bytes", validateBasetenResponseSizeBytes],
  ["baseten_concurrent_requests", validateBasetenConcurrentRequests],
  ["baseten_ongoing_websocket_connections", validateBasetenOngoingWebsocketConnections],
  ["baseten_async_queue_size", validateBasetenAsyncQueueSize],
  ["baseten_time_in_async_queue_seconds", validateBasetenTimeInAsyncQueueSeconds],
  ["baseten_replicas_active", validateBasetenReplicasActive],
  ["baseten_replicas_starting", validateBasetenReplicasStarting],
  ["baseten_pod_readiness", validateBasetenPodReadiness],
  ["baseten_container_restarts_total", validateBasetenContainerRestartsTotal],
  ["baseten_container_cpu_usage_seconds_total", validateBasetenContainerCpuUsageSecondsTotal],
  ["baseten_container_cpu_memory_working_set_bytes", validateBasetenContainerCpuMemoryWorkingSetBytes],
  ["baseten_gpu_memory_used", validateBasetenGpuMemoryUsed],
  ["baseten_gpu_utilization", validateBasetenGpuUtilization],
]);
