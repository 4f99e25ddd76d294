// Generated from schemas/nodejs.yaml by `npm run generate`: edit that file, not this one.

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

const type: LabelRule = { name: "type" };
const type_2: LabelRule = { name: "type" };
const type_3: LabelRule = { name: "type" };
const space: LabelRule = { name: "space" };
const version: LabelRule = { name: "version", pattern: /^v[0-9]+\.[\s\S]+$/u };
const major: LabelRule = { name: "major", type: "integer" };
const minor: LabelRule = { name: "minor", type: "integer" };
const patch: LabelRule = { name: "patch", pattern: /^[0-9][\s\S]*$/u };
const kind: LabelRule = { name: "kind", values: ["minor", "major", "incremental", "weakcb"] };

/**
 * Tells what is wrong with labels of `process_cpu_user_seconds_total`: Processor time of the
 * process in its own code.
 */
export const validateProcessCpuUserSecondsTotal: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `process_cpu_system_seconds_total`: Processor time of the
 * process in the kernel.
 */
export const validateProcessCpuSystemSecondsTotal: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `process_cpu_seconds_total`: Processor time of the process, in
 * its own code and in the kernel.
 */
export const validateProcessCpuSecondsTotal: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `process_start_time_seconds`: When the process started, in
 * Unix time.
 */
export const validateProcessStartTimeSeconds: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `process_resident_memory_bytes`: Physical memory that the
 * process holds.
 */
export const validateProcessResidentMemoryBytes: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `process_virtual_memory_bytes`: Address space that the process
 * has.
 */
export const validateProcessVirtualMemoryBytes: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `process_heap_bytes`: Memory of the data segment of the
 * process.
 */
export const validateProcessHeapBytes: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/** Tells what is wrong with labels of `process_open_fds`: File descriptors that are open now. */
export const validateProcessOpenFds: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `process_max_fds`: File descriptors that may be open at once.
 */
export const validateProcessMaxFds: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `nodejs_eventloop_lag_seconds`: How long a callback waited for
 * its turn, measured when the metrics were collected before.
 */
export const validateNodejsEventloopLagSeconds: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `nodejs_eventloop_lag_min_seconds`: Shortest delay of a timer
 * since the metrics were collected last.
 */
export const validateNodejsEventloopLagMinSeconds: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `nodejs_eventloop_lag_max_seconds`: Longest delay of a timer
 * since the metrics were collected last.
 */
export const validateNodejsEventloopLagMaxSeconds: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `nodejs_eventloop_lag_mean_seconds`: Mean delay of a timer
 * since the metrics were collected last.
 */
export const validateNodejsEventloopLagMeanSeconds: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `nodejs_eventloop_lag_stddev_seconds`: Standard deviation of
 * the delays of a timer since the metrics were collected last.
 */
export const validateNodejsEventloopLagStddevSeconds: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `nodejs_eventloop_lag_p50_seconds`: Delay that half of the
 * timers did not exceed since the metrics were collected last.
 */
export const validateNodejsEventloopLagP50Seconds: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `nodejs_eventloop_lag_p90_seconds`: Delay that 90 % of the
 * timers did not exceed since the metrics were collected last.
 */
export const validateNodejsEventloopLagP90Seconds: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `nodejs_eventloop_lag_p99_seconds`: Delay that 99 % of the
 * timers did not exceed since the metrics were collected last.
 */
export const validateNodejsEventloopLagP99Seconds: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `nodejs_eventloop_utilization_summary`: Share of the time that
 * the event loop was busy, in intervals of 100 ms.
 */
export const validateNodejsEventloopUtilizationSummary: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `nodejs_eventloop_utilization_histogram`: Share of the time
 * that the event loop was busy, in intervals of 100 ms.
 */
export const validateNodejsEventloopUtilizationHistogram: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `nodejs_active_resources`: Resources that keep the event loop
 * alive, by type.
 */
export const validateNodejsActiveResources: ValidateLabels = /* @__PURE__ */ validator(
  [type],
  [],
);

/**
 * Tells what is wrong with labels of `nodejs_active_resources_total`: All resources that keep the
 * event loop alive.
 */
export const validateNodejsActiveResourcesTotal: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `nodejs_active_handles`: Handles of libuv that are active, by
 * type.
 */
export const validateNodejsActiveHandles: ValidateLabels = /* @__PURE__ */ validator(
  [type_2],
  [],
);

/**
 * Tells what is wrong with labels of `nodejs_active_handles_total`: All handles of libuv that are
 * active.
 */
export const validateNodejsActiveHandlesTotal: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `nodejs_active_requests`: Requests to libuv that are under
 * way, by type.
 */
export const validateNodejsActiveRequests: ValidateLabels = /* @__PURE__ */ validator(
  [type_3],
  [],
);

/**
 * Tells what is wrong with labels of `nodejs_active_requests_total`: All requests to libuv that are
 * under way.
 */
export const validateNodejsActiveRequestsTotal: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `nodejs_heap_size_total_bytes`: Memory that V8 has for its
 * heap.
 */
export const validateNodejsHeapSizeTotalBytes: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `nodejs_heap_size_used_bytes`: Memory of the heap that is in
 * use.
 */
export const validateNodejsHeapSizeUsedBytes: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `nodejs_external_memory_bytes`: Memory outside the heap that
 * objects of JavaScript hold, such as buffers.
 */
export const validateNodejsExternalMemoryBytes: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `nodejs_heap_space_size_total_bytes`: Memory that a part of
 * the heap has.
 */
export const validateNodejsHeapSpaceSizeTotalBytes: ValidateLabels = /* @__PURE__ */ validator(
  [space],
  [],
);

/**
 * Tells what is wrong with labels of `nodejs_heap_space_size_used_bytes`: Memory of a part of the
 * heap that is in use.
 */
export const validateNodejsHeapSpaceSizeUsedBytes: ValidateLabels = /* @__PURE__ */ validator(
  [space],
  [],
);

/**
 * Tells what is wrong with labels of `nodejs_heap_space_size_available_bytes`: Memory of a part of
 * the heap that is free.
 */
export const validateNodejsHeapSpaceSizeAvailableBytes: ValidateLabels = /* @__PURE__ */ validator(
  [space],
  [],
);

/**
 * Tells what is wrong with labels of `nodejs_version_info`: Always 1; the labels have the version
 * of Node.js.
 */
export const validateNodejsVersionInfo: ValidateLabels = /* @__PURE__ */ validator(
  [version, major, minor, patch],
  [],
);

/**
 * Tells what is wrong with labels of `nodejs_gc_duration_seconds`: How long the garbage collector
 * ran, by what it did.
 */
export const validateNodejsGcDurationSeconds: ValidateLabels = /* @__PURE__ */ validator(
  [kind],
  [],
);

/** Every validator, by the name of its metric. */
export const validators: ReadonlyMap<string, ValidateLabels> = /* @__PURE__ */ new Map([
  ["process_cpu_user_seconds_total", validateProcessCpuUserSecondsTotal],
  ["process_cpu_system_seconds_total", validateProcessCpuSystemSecondsTotal],
  ["process_cpu_seconds_total", validateProcessCpuSecondsTotal],
  ["process_start_time_seconds", validateProcessStartTimeSeconds],
  ["process_resident_memory_bytes", validateProcessResidentMemoryBytes],
  ["process_virtual_memory_bytes", validateProcessVirtualMemoryBytes],
  ["process_heap_bytes", validateProcessHeapBytes],
  ["process_open_fds", validateProcessOpenFds],
  ["process_max_fds", validateProcessMaxFds],
  ["nodejs_eventloop_lag_seconds", validateNodejsEventloopLagSeconds],
  ["nodejs_eventloop_lag_min_seconds", validateNodejsEventloopLagMinSeconds],
  ["nodejs_eventloop_lag_max_seconds", validateNodejsEventloopLagMaxSeconds],
  ["nodejs_eventloop_lag_mean_seconds", validateNodejsEventloopLagMeanSeconds],
  ["nodejs_eventloop_lag_stddev_seconds", validateNodejsEventloopLagStddevSeconds],
  ["nodejs_eventloop_lag_p50_seconds", validateNodejsEventloopLagP50Seconds],
  ["nodejs_eventloop_lag_p90_seconds", validateNodejsEventloopLagP90Seconds],
  ["nodejs_eventloop_lag_p99_seconds", validateNodejsEventloopLagP99Seconds],
  ["nodejs_eventloop_utilization_summary", validateNodejsEventloopUtilizationSummary],
  ["nodejs_eventloop_utilization_histogram", validateNodejsEventloopUtilizationHistogram],
  ["nodejs_active_resources", validateNodejsActiveResources],
  ["nodejs_active_resources_total", validateNodejsActiveResourcesTotal],
  ["nodejs_active_handles", validateNodejsActiveHandles],
  ["nodejs_active_handles_total", validateNodejsActiveHandlesTotal],
  ["nodejs_active_requests", validateNodejsActiveRequests],
  ["nodejs_active_requests_total", validateNodejsActiveRequestsTotal],
  ["nodejs_heap_size_total_bytes", validateNodejsHeapSizeTotalBytes],
  ["nodejs_heap_size_used_bytes", validateNodejsHeapSizeUsedBytes],
  ["nodejs_external_memory_bytes", validateNodejsExternalMemoryBytes],
  ["nodejs_heap_space_size_total_bytes", validateNodejsHeapSpaceSizeTotalBytes],
  ["nodejs_heap_space_size_used_bytes", validateNodejsHeapSpaceSizeUsedBytes],
  ["nodejs_heap_space_size_available_bytes", validateNodejsHeapSpaceSizeAvailableBytes],
  ["nodejs_version_info", validateNodejsVersionInfo],
  ["nodejs_gc_duration_seconds", validateNodejsGcDurationSeconds],
]);
