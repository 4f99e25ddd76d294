// Generated from schemas/go.yaml by `npm run generate`: edit that file, not this one.

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

const version: LabelRule = { name: "version" };
const path: LabelRule = { name: "path" };
const checksum: LabelRule = { name: "checksum" };
const code: LabelRule = { name: "code" };
const cause: LabelRule = { name: "cause", values: ["gathering", "encoding"] };

/** Tells what is wrong with labels of `go_info`: Always 1; the version of Go is in its label. */
export const validateGoInfo: ValidateLabels = /* @__PURE__ */ validator(
  [version],
  [],
);

/**
 * Tells what is wrong with labels of `go_build_info`: Always 1; the labels name the main module of
 * the program.
 */
export const validateGoBuildInfo: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [path, version, checksum],
);

/** Tells what is wrong with labels of `go_goroutines`: Goroutines that exist now. */
export const validateGoGoroutines: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `go_threads`: Threads of the operating system that the runtime
 * has made.
 */
export const validateGoThreads: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `go_gc_duration_seconds`: How long a garbage collection
 * stopped the program.
 */
export const validateGoGcDurationSeconds: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `go_gc_gogc_percent`: Growth of the heap, in percent, after
 * which the next garbage collection starts; set by GOGC.
 */
export const validateGoGcGogcPercent: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `go_gc_gomemlimit_bytes`: Soft limit of the memory that the
 * runtime uses; set by GOMEMLIMIT.
 */
export const validateGoGcGomemlimitBytes: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `go_sched_gomaxprocs_threads`: Threads that may run Go code at
 * the same time; set by GOMAXPROCS.
 */
export const validateGoSchedGomaxprocsThreads: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `go_memstats_alloc_bytes`: Memory of objects on the heap now,
 * with those that nobody refers to and the collector has not freed yet.
 */
export const validateGoMemstatsAllocBytes: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `go_memstats_alloc_bytes_total`: Memory that was ever given to
 * objects on the heap, freed or not.
 */
export const validateGoMemstatsAllocBytesTotal: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `go_memstats_sys_bytes`: Memory that the runtime has from the
 * operating system.
 */
export const validateGoMemstatsSysBytes: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `go_memstats_mallocs_total`: Objects that were put on the
 * heap.
 */
export const validateGoMemstatsMallocsTotal: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `go_memstats_frees_total`: Objects that were freed from the
 * heap.
 */
export const validateGoMemstatsFreesTotal: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `go_memstats_lookups_total`: Look-ups of pointers by the
 * runtime; 0 in every version of Go that is in use.
 *
 * @deprecated
 */
export const validateGoMemstatsLookupsTotal: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `go_memstats_heap_alloc_bytes`: The same as
 * go_memstats_alloc_bytes.
 */
export const validateGoMemstatsHeapAllocBytes: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `go_memstats_heap_sys_bytes`: Address space that the heap has
 * from the operating system.
 */
export const validateGoMemstatsHeapSysBytes: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `go_memstats_heap_idle_bytes`: Memory of the heap in spans
 * without any object.
 */
export const validateGoMemstatsHeapIdleBytes: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `go_memstats_heap_inuse_bytes`: Memory of the heap in spans
 * with at least one object.
 */
export const validateGoMemstatsHeapInuseBytes: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `go_memstats_heap_released_bytes`: Idle memory of the heap
 * that went back to the operating system.
 */
export const validateGoMemstatsHeapReleasedBytes: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/** Tells what is wrong with labels of `go_memstats_heap_objects`: Objects on the heap now. */
export const validateGoMemstatsHeapObjects: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `go_memstats_stack_inuse_bytes`: Memory in spans of stacks
 * that are in use.
 */
export const validateGoMemstatsStackInuseBytes: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `go_memstats_stack_sys_bytes`: Memory from the operating
 * system for stacks.
 */
export const validateGoMemstatsStackSysBytes: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `go_memstats_mspan_inuse_bytes`: Memory of the descriptions of
 * spans in use.
 */
export const validateGoMemstatsMspanInuseBytes: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `go_memstats_mspan_sys_bytes`: Memory from the operating
 * system for descriptions of spans.
 */
export const validateGoMemstatsMspanSysBytes: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `go_memstats_mcache_inuse_bytes`: Memory of the allocation
 * caches in use.
 */
export const validateGoMemstatsMcacheInuseBytes: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `go_memstats_mcache_sys_bytes`: Memory from the operating
 * system for allocation caches.
 */
export const validateGoMemstatsMcacheSysBytes: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `go_memstats_buck_hash_sys_bytes`: Memory of the tables that
 * profiling fills.
 */
export const validateGoMemstatsBuckHashSysBytes: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `go_memstats_gc_sys_bytes`: Memory of what the garbage
 * collector needs for itself.
 */
export const validateGoMemstatsGcSysBytes: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `go_memstats_other_sys_bytes`: Memory from the operating
 * system that no other metric accounts for.
 */
export const validateGoMemstatsOtherSysBytes: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `go_memstats_next_gc_bytes`: Size of the heap at which the
 * next garbage collection ends, if all goes to plan.
 */
export const validateGoMemstatsNextGcBytes: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `go_memstats_last_gc_time_seconds`: When the last garbage
 * collection ended, in Unix time; 0 before the first.
 */
export const validateGoMemstatsLastGcTimeSeconds: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `go_memstats_gc_cpu_fraction`: Share of the processor time
 * since the start that went into garbage collection.
 *
 * @deprecated
 */
export const validateGoMemstatsGcCpuFraction: ValidateLabels = /* @__PURE__ */ validator(
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
 * Tells what is wrong with labels of `process_virtual_memory_max_bytes`: Address space that the
 * process may have.
 */
export const validateProcessVirtualMemoryMaxBytes: ValidateLabels = /* @__PURE__ */ validator(
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
 * Tells what is wrong with labels of `process_network_receive_bytes_total`: Bytes that came in over
 * the network, of all processes in the same network namespace.
 */
export const validateProcessNetworkReceiveBytesTotal: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `process_network_transmit_bytes_total`: Bytes that went out
 * over the network, of all processes in the same network namespace.
 */
export const validateProcessNetworkTransmitBytesTotal: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `promhttp_metric_handler_requests_in_flight`: Scrapes that are
 * being served now.
 */
export const validatePromhttpMetricHandlerRequestsInFlight: ValidateLabels = /* @__PURE__ */ validator(
  [],
  [],
);

/**
 * Tells what is wrong with labels of `promhttp_metric_handler_requests_total`: Scrapes that were
 * served.
 */
export const validatePromhttpMetricHandlerRequestsTotal: ValidateLabels = /* @__PURE__ */ validator(
  [code],
  [],
);

/**
 * Tells what is wrong with labels of `promhttp_metric_handler_errors_total`: Failures in the
 * serving of metrics.
 */
export const validatePromhttpMetricHandlerErrorsTotal: ValidateLabels = /* @__PURE__ */ validator(
  [cause],
  [],
);

/** Every validator, by the name of its metric. */
export const validators: ReadonlyMap<string, ValidateLabels> = /* @__PURE__ */ new Map([
  ["go_info", validateGoInfo],
  ["go_build_info", validateGoBuildInfo],
  ["go_goroutines", validateGoGoroutines],
  ["go_threads", validateGoThreads],
  ["go_gc_duration_seconds", validateGoGcDurationSeconds],
  ["go_gc_gogc_percent", validateGoGcGogcPercent],
  ["go_gc_gomemlimit_bytes", validateGoGcGomemlimitBytes],
  ["go_sched_gomaxprocs_threads", validateGoSchedGomaxprocsThreads],
  ["go_memstats_alloc_bytes", validateGoMemstatsAllocBytes],
  ["go_memstats_alloc_bytes_total", validateGoMemstatsAllocBytesTotal],
  ["go_memstats_sys_bytes", validateGoMemstatsSysBytes],
  ["go_memstats_mallocs_total", validateGoMemstatsMallocsTotal],
  ["go_memstats_frees_total", validateGoMemstatsFreesTotal],
  ["go_memstats_lookups_total", validateGoMemstatsLookupsTotal],
  ["go_memstats_heap_alloc_bytes", validateGoMemstatsHeapAllocBytes],
  ["go_memstats_heap_sys_bytes", validateGoMemstatsHeapSysBytes],
  ["go_memstats_heap_idle_bytes", validateGoMemstatsHeapIdleBytes],
  ["go_memstats_heap_inuse_bytes", validateGoMemstatsHeapInuseBytes],
  ["go_memstats_heap_released_bytes", validateGoMemstatsHeapReleasedBytes],
  ["go_memstats_heap_objects", validateGoMemstatsHeapObjects],
  ["go_memstats_stack_inuse_bytes", validateGoMemstatsStackInuseBytes],
  ["go_memstats_stack_sys_bytes", validateGoMemstatsStackSysBytes],
  ["go_memstats_mspan_inuse_bytes", validateGoMemstatsMspanInuseBytes],
  ["go_memstats_mspan_sys_bytes", validateGoMemstatsMspanSysBytes],
  ["go_memstats_mcache_inuse_bytes", validateGoMemstatsMcacheInuseBytes],
  ["go_memstats_mcache_sys_bytes", validateGoMemstatsMcacheSysBytes],
  ["go_memstats_buck_hash_sys_bytes", validateGoMemstatsBuckHashSysBytes],
  ["go_memstats_gc_sys_bytes", validateGoMemstatsGcSysBytes],
  ["go_memstats_other_sys_bytes", validateGoMemstatsOtherSysBytes],
  ["go_memstats_next_gc_bytes", validateGoMemstatsNextGcBytes],
  ["go_memstats_last_gc_time_seconds", validateGoMemstatsLastGcTimeSeconds],
  ["go_memstats_gc_cpu_fraction", validateGoMemstatsGcCpuFraction],
  ["process_cpu_seconds_total", validateProcessCpuSecondsTotal],
  ["process_resident_memory_bytes", validateProcessResidentMemoryBytes],
  ["process_virtual_memory_bytes", validateProcessVirtualMemoryBytes],
  ["process_virtual_memory_max_bytes", validateProcessVirtualMemoryMaxBytes],
  ["process_start_time_seconds", validateProcessStartTimeSeconds],
  ["process_open_fds", validateProcessOpenFds],
  ["process_max_fds", validateProcessMaxFds],
  ["process_network_receive_bytes_total", validateProcessNetworkReceiveBytesTotal],
  ["process_network_transmit_bytes_total", validateProcessNetworkTransmitBytesTotal],
  ["promhttp_metric_handler_requests_in_flight", validatePromhttpMetricHandlerRequestsInFlight],
  ["promhttp_metric_handler_requests_total", validatePromhttpMetricHandlerRequestsTotal],
  ["promhttp_metric_handler_errors_total", validatePromhttpMetricHandlerErrorsTotal],
]);
