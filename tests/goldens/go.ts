// Generated from schemas/go.yaml by `npm run generate`: edit that file, not this one.
import { declareRegistry } from "../../src/index.js";

/** The metrics that client_golang collects of every Go program. */
export const go = declareRegistry({
  registry: "go",
  description: "The metrics that client_golang collects of every Go program.",
  labels: {
    version: { description: "Version of Go or of the main module.", examples: ["go1.24.4"] },
    path: { description: "Import path of the main module." },
    checksum: { description: "Checksum of the main module." },
    code: {
      description: "HTTP status that the handler answered a scrape with.",
      enum: {
        "200": { meaning: "the metrics were served", presence: "always" },
        "500": { meaning: "the metrics could not be gathered or written", presence: "always" },
        "503": { meaning: "too many scrapes at once", presence: "always" },
      },
      open: true,
    },
    cause: {
      description: "What failed when metrics were served.",
      enum: {
        gathering: { meaning: "a collector failed or its metrics clashed", presence: "always" },
        encoding: { meaning: "the answer could not be written", presence: "always" },
      },
    },
  },
  labelSets: {},
  metrics: {
    /**
     * Always 1; the version of Go is in its label.
     *
     * Gauge. Values are from 1 to 1.
     */
    go_info: {
      type: "gauge",
      description: "Always 1; the version of Go is in its label.",
      labels: ["version"],
      value: { min: 1, max: 1 },
      maxSeries: 1,
    },
    /**
     * Always 1; the labels name the main module of the program.
     *
     * The labels are empty in a program that was built without module information.
     *
     * Gauge. Values are from 1 to 1. May be missing: The program registers the collector of build
     * information.
     */
    go_build_info: {
      type: "gauge",
      description: "Always 1; the labels name the main module of the program.",
      note: "The labels are empty in a program that was built without module information.",
      presence: { conditional: "The program registers the collector of build information." },
      labels: ["path?", "version?", "checksum?"],
      value: { min: 1, max: 1 },
      maxSeries: 1,
    },
    /**
     * Goroutines that exist now.
     *
     * Gauge. Values are whole numbers, at least 0.
     */
    go_goroutines: {
      type: "gauge",
      description: "Goroutines that exist now.",
      value: { min: 0, integer: true },
    },
    /**
     * Threads of the operating system that the runtime has made.
     *
     * Gauge. Values are whole numbers, at least 0.
     */
    go_threads: {
      type: "gauge",
      description: "Threads of the operating system that the runtime has made.",
      value: { min: 0, integer: true },
    },
    /**
     * How long a garbage collection stopped the program.
     *
     * Quantiles over the last collections that the runtime remembers, 256 at most; 0 before the
     * first.
     *
     * Summary in seconds.
     */
    go_gc_duration_seconds: {
      type: "summary",
      description: "How long a garbage collection stopped the program.",
      note: "Quantiles over the last collections that the runtime remembers, 256 at most; 0 before the first.",
      unit: "seconds",
      quantiles: [0, 0.25, 0.5, 0.75, 1],
    },
    /**
     * Growth of the heap, in percent, after which the next garbage collection starts; set by GOGC.
     *
     * Gauge in percent. Values are at least 0. May be missing: client_golang 1.20 or later.
     */
    go_gc_gogc_percent: {
      type: "gauge",
      description:
        "Growth of the heap, in percent, after which the next garbage collection starts; set by GOGC.",
      unit: "percent",
      presence: { conditional: "client_golang 1.20 or later." },
      value: { min: 0 },
    },
    /**
     * Soft limit of the memory that the runtime uses; set by GOMEMLIMIT.
     *
     * About 9.2e18 where no limit is set.
     *
     * Gauge in bytes. Values are at least 0. May be missing: client_golang 1.20 or later.
     */
    go_gc_gomemlimit_bytes: {
      type: "gauge",
      description: "Soft limit of the memory that the runtime uses; set by GOMEMLIMIT.",
      note: "About 9.2e18 where no limit is set.",
      unit: "bytes",
      presence: { conditional: "client_golang 1.20 or later." },
      value: { min: 0 },
    },
    /**
     * Threads that may run Go code at the same time; set by GOMAXPROCS.
     *
     * Gauge. Values are whole numbers, at least 1. May be missing: client_golang 1.20 or later.
     */
    go_sched_gomaxprocs_threads: {
      type: "gauge",
      description: "Threads that may run Go code at the same time; set by GOMAXPROCS.",
      presence: { conditional: "client_golang 1.20 or later." },
      value: { min: 1, integer: true },
    },
    /**
     * Memory of objects on the heap now, with those that nobody refers to and the collector has not
     * freed yet.
     *
     * Gauge in bytes. Values are whole numbers, at least 0.
     */
    go_memstats_alloc_bytes: {
      type: "gauge",
      description:
        "Memory of objects on the heap now, with those that nobody refers to and the collector has not freed yet.",
      unit: "bytes",
      value: { min: 0, integer: true },
    },
    /**
     * Memory that was ever given to objects on the heap, freed or not.
     *
     * Counter in bytes. Values are whole numbers, at least 0.
     */
    go_memstats_alloc_bytes_total: {
      type: "counter",
      description: "Memory that was ever given to objects on the heap, freed or not.",
      unit: "bytes",
      value: { min: 0, integer: true },
    },
    /**
     * Memory that the runtime has from the operating system.
     *
     * Gauge in bytes. Values are whole numbers, at least 0.
     */
    go_memstats_sys_bytes: {
      type: "gauge",
      description: "Memory that the runtime has from the operating system.",
      unit: "bytes",
      value: { min: 0, integer: true },
    },
    /**
     * Objects that were put on the heap.
     *
     * Counter. Values are whole numbers, at least 0.
     */
    go_memstats_mallocs_total: {
      type: "counter",
      description: "Objects that were put on the heap.",
      value: { min: 0, integer: true },
    },
    /**
     * Objects that were freed from the heap.
     *
     * Counter. Values are whole numbers, at least 0.
     */
    go_memstats_frees_total: {
      type: "counter",
      description: "Objects that were freed from the heap.",
      value: { min: 0, integer: true },
    },
    /**
     * Look-ups of pointers by the runtime; 0 in every version of Go that is in use.
     *
     * Counter. Values are whole numbers, at least 0. May be missing: client_golang before 1.20.
     *
     * @deprecated Removed from client_golang. It never said anything.
     */
    go_memstats_lookups_total: {
      type: "counter",
      description: "Look-ups of pointers by the runtime; 0 in every version of Go that is in use.",
      deprecated: { reason: "Removed from client_golang. It never said anything." },
      presence: { conditional: "client_golang before 1.20." },
      value: { min: 0, integer: true },
    },
    /**
     * The same as go_memstats_alloc_bytes.
     *
     * Gauge in bytes. Values are whole numbers, at least 0.
     */
    go_memstats_heap_alloc_bytes: {
      type: "gauge",
      description: "The same as go_memstats_alloc_bytes.",
      unit: "bytes",
      value: { min: 0, integer: true },
    },
    /**
     * Address space that the heap has from the operating system.
     *
     * Gauge in bytes. Values are whole numbers, at least 0.
     */
    go_memstats_heap_sys_bytes: {
      type: "gauge",
      description: "Address space that the heap has from the operating system.",
      unit: "bytes",
      value: { min: 0, integer: true },
    },
    /**
     * Memory of the heap in spans without any object.
     *
     * Gauge in bytes. Values are whole numbers, at least 0.
     */
    go_memstats_heap_idle_bytes: {
      type: "gauge",
      description: "Memory of the heap in spans without any object.",
      unit: "bytes",
      value: { min: 0, integer: true },
    },
    /**
     * Memory of the heap in spans with at least one object.
     *
     * Gauge in bytes. Values are whole numbers, at least 0.
     */
    go_memstats_heap_inuse_bytes: {
      type: "gauge",
      description: "Memory of the heap in spans with at least one object.",
      unit: "bytes",
      value: { min: 0, integer: true },
    },
    /**
     * Idle memory of the heap that went back to the operating system.
     *
     * Gauge in bytes. Values are whole numbers, at least 0.
     */
    go_memstats_heap_released_bytes: {
      type: "gauge",
      description: "Idle memory of the heap that went back to the operating system.",
      unit: "bytes",
      value: { min: 0, integer: true },
    },
    /**
     * Objects on the heap now.
     *
     * Gauge. Values are whole numbers, at least 0.
     */
    go_memstats_heap_objects: {
      type: "gauge",
      description: "Objects on the heap now.",
      value: { min: 0, integer: true },
    },
    /**
     * Memory in spans of stacks that are in use.
     *
     * Gauge in bytes. Values are whole numbers, at least 0.
     */
    go_memstats_stack_inuse_bytes: {
      type: "gauge",
      description: "Memory in spans of stacks that are in use.",
      unit: "bytes",
      value: { min: 0, integer: true },
    },
    /**
     * Memory from the operating system for stacks.
     *
     * Gauge in bytes. Values are whole numbers, at least 0.
     */
    go_memstats_stack_sys_bytes: {
      type: "gauge",
      description: "Memory from the operating system for stacks.",
      unit: "bytes",
      value: { min: 0, integer: true },
    },
    /**
     * Memory of the descriptions of spans in use.
     *
     * Gauge in bytes. Values are whole numbers, at least 0.
     */
    go_memstats_mspan_inuse_bytes: {
      type: "gauge",
      description: "Memory of the descriptions of spans in use.",
      unit: "bytes",
      value: { min: 0, integer: true },
    },
    /**
     * Memory from the operating system for descriptions of spans.
     *
     * Gauge in bytes. Values are whole numbers, at least 0.
     */
    go_memstats_mspan_sys_bytes: {
      type: "gauge",
      description: "Memory from the operating system for descriptions of spans.",
      unit: "bytes",
      value: { min: 0, integer: true },
    },
    /**
     * Memory of the allocation caches in use.
     *
     * Gauge in bytes. Values are whole numbers, at least 0.
     */
    go_memstats_mcache_inuse_bytes: {
      type: "gauge",
      description: "Memory of the allocation caches in use.",
      unit: "bytes",
      value: { min: 0, integer: true },
    },
    /**
     * Memory from the operating system for allocation caches.
     *
     * Gauge in bytes. Values are whole numbers, at least 0.
     */
    go_memstats_mcache_sys_bytes: {
      type: "gauge",
      description: "Memory from the operating system for allocation caches.",
      unit: "bytes",
      value: { min: 0, integer: true },
    },
    /**
     * Memory of the tables that profiling fills.
     *
     * Gauge in bytes. Values are whole numbers, at least 0.
     */
    go_memstats_buck_hash_sys_bytes: {
      type: "gauge",
      description: "Memory of the tables that profiling fills.",
      unit: "bytes",
      value: { min: 0, integer: true },
    },
    /**
     * Memory of what the garbage collector needs for itself.
     *
     * Gauge in bytes. Values are whole numbers, at least 0.
     */
    go_memstats_gc_sys_bytes: {
      type: "gauge",
      description: "Memory of what the garbage collector needs for itself.",
      unit: "bytes",
      value: { min: 0, integer: true },
    },
    /**
     * Memory from the operating system that no other metric accounts for.
     *
     * Gauge in bytes. Values are whole numbers, at least 0.
     */
    go_memstats_other_sys_bytes: {
      type: "gauge",
      description: "Memory from the operating system that no other metric accounts for.",
      unit: "bytes",
      value: { min: 0, integer: true },
    },
    /**
     * Size of the heap at which the next garbage collection ends, if all goes to plan.
     *
     * Gauge in bytes. Values are whole numbers, at least 0.
     */
    go_memstats_next_gc_bytes: {
      type: "gauge",
      description:
        "Size of the heap at which the next garbage collection ends, if all goes to plan.",
      unit: "bytes",
      value: { min: 0, integer: true },
    },
    /**
     * When the last garbage collection ended, in Unix time; 0 before the first.
     *
     * Gauge in seconds. Values are at least 0.
     */
    go_memstats_last_gc_time_seconds: {
      type: "gauge",
      description: "When the last garbage collection ended, in Unix time; 0 before the first.",
      unit: "seconds",
      value: { min: 0 },
    },
    /**
     * Share of the processor time since the start that went into garbage collection.
     *
     * Gauge. Values are from 0 to 1. May be missing: client_golang before 1.12.
     *
     * @deprecated Removed from client_golang.
     */
    go_memstats_gc_cpu_fraction: {
      type: "gauge",
      description: "Share of the processor time since the start that went into garbage collection.",
      deprecated: { reason: "Removed from client_golang." },
      presence: { conditional: "client_golang before 1.12." },
      value: { min: 0, max: 1 },
    },
    /**
     * Processor time of the process, in its own code and in the kernel.
     *
     * Counter in seconds. May be missing: The process collector is registered, as it is by default,
     * and can read what the platform says.
     */
    process_cpu_seconds_total: {
      type: "counter",
      description: "Processor time of the process, in its own code and in the kernel.",
      unit: "seconds",
      presence: {
        conditional:
          "The process collector is registered, as it is by default, and can read what the platform says.",
      },
    },
    /**
     * Physical memory that the process holds.
     *
     * Gauge in bytes. Values are whole numbers, at least 0. May be missing: The process collector
     * is registered, as it is by default, and can read what the platform says.
     */
    process_resident_memory_bytes: {
      type: "gauge",
      description: "Physical memory that the process holds.",
      unit: "bytes",
      presence: {
        conditional:
          "The process collector is registered, as it is by default, and can read what the platform says.",
      },
      value: { min: 0, integer: true },
    },
    /**
     * Address space that the process has.
     *
     * Gauge in bytes. Values are whole numbers, at least 0. May be missing: The process collector
     * is registered, as it is by default, and can read what the platform says.
     */
    process_virtual_memory_bytes: {
      type: "gauge",
      description: "Address space that the process has.",
      unit: "bytes",
      presence: {
        conditional:
          "The process collector is registered, as it is by default, and can read what the platform says.",
      },
      value: { min: 0, integer: true },
    },
    /**
     * Address space that the process may have.
     *
     * About 1.8e19, the greatest integer of 64 bits, where there is no limit.
     *
     * Gauge in bytes. Values are whole numbers, at least -1. May be missing: On Linux and macOS.
     */
    process_virtual_memory_max_bytes: {
      type: "gauge",
      description: "Address space that the process may have.",
      note: "About 1.8e19, the greatest integer of 64 bits, where there is no limit.",
      unit: "bytes",
      presence: { conditional: "On Linux and macOS." },
      value: { min: -1, integer: true },
    },
    /**
     * When the process started, in Unix time.
     *
     * Gauge in seconds. Values are at least 0. May be missing: The process collector is registered,
     * as it is by default, and can read what the platform says.
     */
    process_start_time_seconds: {
      type: "gauge",
      description: "When the process started, in Unix time.",
      unit: "seconds",
      presence: {
        conditional:
          "The process collector is registered, as it is by default, and can read what the platform says.",
      },
      value: { min: 0 },
    },
    /**
     * File descriptors that are open now.
     *
     * Gauge. Values are whole numbers, at least 0. May be missing: The process collector is
     * registered, as it is by default, and can read what the platform says.
     */
    process_open_fds: {
      type: "gauge",
      description: "File descriptors that are open now.",
      presence: {
        conditional:
          "The process collector is registered, as it is by default, and can read what the platform says.",
      },
      value: { min: 0, integer: true },
    },
    /**
     * File descriptors that may be open at once.
     *
     * Gauge. Values are whole numbers, at least 0. May be missing: The process collector is
     * registered, as it is by default, and can read what the platform says.
     */
    process_max_fds: {
      type: "gauge",
      description: "File descriptors that may be open at once.",
      presence: {
        conditional:
          "The process collector is registered, as it is by default, and can read what the platform says.",
      },
      value: { min: 0, integer: true },
    },
    /**
     * Bytes that came in over the network, of all processes in the same network namespace.
     *
     * Counter in bytes. Values are whole numbers, at least 0. May be missing: client_golang 1.20 or
     * later on Linux.
     */
    process_network_receive_bytes_total: {
      type: "counter",
      description:
        "Bytes that came in over the network, of all processes in the same network namespace.",
      unit: "bytes",
      presence: { conditional: "client_golang 1.20 or later on Linux." },
      value: { min: 0, integer: true },
    },
    /**
     * Bytes that went out over the network, of all processes in the same network namespace.
     *
     * Counter in bytes. Values are whole numbers, at least 0. May be missing: client_golang 1.20 or
     * later on Linux.
     */
    process_network_transmit_bytes_total: {
      type: "counter",
      description:
        "Bytes that went out over the network, of all processes in the same network namespace.",
      unit: "bytes",
      presence: { conditional: "client_golang 1.20 or later on Linux." },
      value: { min: 0, integer: true },
    },
    /**
     * Scrapes that are being served now.
     *
     * Gauge. Values are whole numbers, at least 0. May be missing: The metrics are served by the
     * instrumented handler of promhttp.
     */
    promhttp_metric_handler_requests_in_flight: {
      type: "gauge",
      description: "Scrapes that are being served now.",
      presence: { conditional: "The metrics are served by the instrumented handler of promhttp." },
      value: { min: 0, integer: true },
    },
    /**
     * Scrapes that were served.
     *
     * Counter. Values are whole numbers, at least 0. May be missing: The metrics are served by the
     * instrumented handler of promhttp.
     */
    promhttp_metric_handler_requests_total: {
      type: "counter",
      description: "Scrapes that were served.",
      presence: { conditional: "The metrics are served by the instrumented handler of promhttp." },
      labels: ["code"],
      value: { min: 0, integer: true },
    },
    /**
     * Failures in the serving of metrics.
     *
     * Counter. Values are whole numbers, at least 0. May be missing: The handler has a registry to
     * report its failures to.
     */
    promhttp_metric_handler_errors_total: {
      type: "counter",
      description: "Failures in the serving of metrics.",
      presence: { conditional: "The handler has a registry to report its failures to." },
      labels: ["cause"],
      value: { min: 0, integer: true },
    },
  },
});

/**
 * Labels of `go_info`: Always 1; the version of Go is in its label.
 *
 * Gauge. Values are from 1 to 1.
 */
export interface GoInfoLabels {
  /**
   * Version of Go or of the main module.
   *
   * For example `go1.24.4`.
   */
  version: string;
}

/**
 * Labels of `go_build_info`: Always 1; the labels name the main module of the program.
 *
 * The labels are empty in a program that was built without module information.
 *
 * Gauge. Values are from 1 to 1. May be missing: The program registers the collector of build
 * information.
 */
export interface GoBuildInfoLabels {
  /** Import path of the main module. */
  path?: string | undefined;
  /**
   * Version of Go or of the main module.
   *
   * For example `go1.24.4`.
   */
  version?: string | undefined;
  /** Checksum of the main module. */
  checksum?: string | undefined;
}

/**
 * Labels of `go_goroutines`: Goroutines that exist now.
 *
 * Gauge. Values are whole numbers, at least 0.
 */
export type GoGoroutinesLabels = Record<string, never>;

/**
 * Labels of `go_threads`: Threads of the operating system that the runtime has made.
 *
 * Gauge. Values are whole numbers, at least 0.
 */
export type GoThreadsLabels = Record<string, never>;

/**
 * Labels of `go_gc_duration_seconds`: How long a garbage collection stopped the program.
 *
 * Quantiles over the last collections that the runtime remembers, 256 at most; 0 before the first.
 *
 * Summary in seconds.
 */
export type GoGcDurationSecondsLabels = Record<string, never>;

/**
 * Labels of `go_gc_gogc_percent`: Growth of the heap, in percent, after which the next garbage
 * collection starts; set by GOGC.
 *
 * Gauge in percent. Values are at least 0. May be missing: client_golang 1.20 or later.
 */
export type GoGcGogcPercentLabels = Record<string, never>;

/**
 * Labels of `go_gc_gomemlimit_bytes`: Soft limit of the memory that the runtime uses; set by
 * GOMEMLIMIT.
 *
 * About 9.2e18 where no limit is set.
 *
 * Gauge in bytes. Values are at least 0. May be missing: client_golang 1.20 or later.
 */
export type GoGcGomemlimitBytesLabels = Record<string, never>;

/**
 * Labels of `go_sched_gomaxprocs_threads`: Threads that may run Go code at the same time; set by
 * GOMAXPROCS.
 *
 * Gauge. Values are whole numbers, at least 1. May be missing: client_golang 1.20 or later.
 */
export type GoSchedGomaxprocsThreadsLabels = Record<string, never>;

/**
 * Labels of `go_memstats_alloc_bytes`: Memory of objects on the heap now, with those that nobody
 * refers to and the collector has not freed yet.
 *
 * Gauge in bytes. Values are whole numbers, at least 0.
 */
export type GoMemstatsAllocBytesLabels = Record<string, never>;

/**
 * Labels of `go_memstats_alloc_bytes_total`: Memory that was ever given to objects on the heap,
 * freed or not.
 *
 * Counter in bytes. Values are whole numbers, at least 0.
 */
export type GoMemstatsAllocBytesTotalLabels = Record<string, never>;

/**
 * Labels of `go_memstats_sys_bytes`: Memory that the runtime has from the operating system.
 *
 * Gauge in bytes. Values are whole numbers, at least 0.
 */
export type GoMemstatsSysBytesLabels = Record<string, never>;

/**
 * Labels of `go_memstats_mallocs_total`: Objects that were put on the heap.
 *
 * Counter. Values are whole numbers, at least 0.
 */
export type GoMemstatsMallocsTotalLabels = Record<string, never>;

/**
 * Labels of `go_memstats_frees_total`: Objects that were freed from the heap.
 *
 * Counter. Values are whole numbers, at least 0.
 */
export type GoMemstatsFreesTotalLabels = Record<string, never>;

/**
 * Labels of `go_memstats_lookups_total`: Look-ups of pointers by the runtime; 0 in every version of
 * Go that is in use.
 *
 * Counter. Values are whole numbers, at least 0. May be missing: client_golang before 1.20.
 *
 * @deprecated Removed from client_golang. It never said anything.
 */
export type GoMemstatsLookupsTotalLabels = Record<string, never>;

/**
 * Labels of `go_memstats_heap_alloc_bytes`: The same as go_memstats_alloc_bytes.
 *
 * Gauge in bytes. Values are whole numbers, at least 0.
 */
export type GoMemstatsHeapAllocBytesLabels = Record<string, never>;

/**
 * Labels of `go_memstats_heap_sys_bytes`: Address space that the heap has from the operating
 * system.
 *
 * Gauge in bytes. Values are whole numbers, at least 0.
 */
export type GoMemstatsHeapSysBytesLabels = Record<string, never>;

/**
 * Labels of `go_memstats_heap_idle_bytes`: Memory of the heap in spans without any object.
 *
 * Gauge in bytes. Values are whole numbers, at least 0.
 */
export type GoMemstatsHeapIdleBytesLabels = Record<string, never>;

/**
 * Labels of `go_memstats_heap_inuse_bytes`: Memory of the heap in spans with at least one object.
 *
 * Gauge in bytes. Values are whole numbers, at least 0.
 */
export type GoMemstatsHeapInuseBytesLabels = Record<string, never>;

/**
 * Labels of `go_memstats_heap_released_bytes`: Idle memory of the heap that went back to the
 * operating system.
 *
 * Gauge in bytes. Values are whole numbers, at least 0.
 */
export type GoMemstatsHeapReleasedBytesLabels = Record<string, never>;

/**
 * Labels of `go_memstats_heap_objects`: Objects on the heap now.
 *
 * Gauge. Values are whole numbers, at least 0.
 */
export type GoMemstatsHeapObjectsLabels = Record<string, never>;

/**
 * Labels of `go_memstats_stack_inuse_bytes`: Memory in spans of stacks that are in use.
 *
 * Gauge in bytes. Values are whole numbers, at least 0.
 */
export type GoMemstatsStackInuseBytesLabels = Record<string, never>;

/**
 * Labels of `go_memstats_stack_sys_bytes`: Memory from the operating system for stacks.
 *
 * Gauge in bytes. Values are whole numbers, at least 0.
 */
export type GoMemstatsStackSysBytesLabels = Record<string, never>;

/**
 * Labels of `go_memstats_mspan_inuse_bytes`: Memory of the descriptions of spans in use.
 *
 * Gauge in bytes. Values are whole numbers, at least 0.
 */
export type GoMemstatsMspanInuseBytesLabels = Record<string, never>;

/**
 * Labels of `go_memstats_mspan_sys_bytes`: Memory from the operating system for descriptions of
 * spans.
 *
 * Gauge in bytes. Values are whole numbers, at least 0.
 */
export type GoMemstatsMspanSysBytesLabels = Record<string, never>;

/**
 * Labels of `go_memstats_mcache_inuse_bytes`: Memory of the allocation caches in use.
 *
 * Gauge in bytes. Values are whole numbers, at least 0.
 */
export type GoMemstatsMcacheInuseBytesLabels = Record<string, never>;

/**
 * Labels of `go_memstats_mcache_sys_bytes`: Memory from the operating system for allocation caches.
 *
 * Gauge in bytes. Values are whole numbers, at least 0.
 */
export type GoMemstatsMcacheSysBytesLabels = Record<string, never>;

/**
 * Labels of `go_memstats_buck_hash_sys_bytes`: Memory of the tables that profiling fills.
 *
 * Gauge in bytes. Values are whole numbers, at least 0.
 */
export type GoMemstatsBuckHashSysBytesLabels = Record<string, never>;

/**
 * Labels of `go_memstats_gc_sys_bytes`: Memory of what the garbage collector needs for itself.
 *
 * Gauge in bytes. Values are whole numbers, at least 0.
 */
export type GoMemstatsGcSysBytesLabels = Record<string, never>;

/**
 * Labels of `go_memstats_other_sys_bytes`: Memory from the operating system that no other metric
 * accounts for.
 *
 * Gauge in bytes. Values are whole numbers, at least 0.
 */
export type GoMemstatsOtherSysBytesLabels = Record<string, never>;

/**
 * Labels of `go_memstats_next_gc_bytes`: Size of the heap at which the next garbage collection
 * ends, if all goes to plan.
 *
 * Gauge in bytes. Values are whole numbers, at least 0.
 */
export type GoMemstatsNextGcBytesLabels = Record<string, never>;

/**
 * Labels of `go_memstats_last_gc_time_seconds`: When the last garbage collection ended, in Unix
 * time; 0 before the first.
 *
 * Gauge in seconds. Values are at least 0.
 */
export type GoMemstatsLastGcTimeSecondsLabels = Record<string, never>;

/**
 * Labels of `go_memstats_gc_cpu_fraction`: Share of the processor time since the start that went
 * into garbage collection.
 *
 * Gauge. Values are from 0 to 1. May be missing: client_golang before 1.12.
 *
 * @deprecated Removed from client_golang.
 */
export type GoMemstatsGcCpuFractionLabels = Record<string, never>;

/**
 * Labels of `process_cpu_seconds_total`: Processor time of the process, in its own code and in the
 * kernel.
 *
 * Counter in seconds. May be missing: The process collector is registered, as it is by default, and
 * can read what the platform says.
 */
export type ProcessCpuSecondsTotalLabels = Record<string, never>;

/**
 * Labels of `process_resident_memory_bytes`: Physical memory that the process holds.
 *
 * Gauge in bytes. Values are whole numbers, at least 0. May be missing: The process collector is
 * registered, as it is by default, and can read what the platform says.
 */
export type ProcessResidentMemoryBytesLabels = Record<string, never>;

/**
 * Labels of `process_virtual_memory_bytes`: Address space that the process has.
 *
 * Gauge in bytes. Values are whole numbers, at least 0. May be missing: The process collector is
 * registered, as it is by default, and can read what the platform says.
 */
export type ProcessVirtualMemoryBytesLabels = Record<string, never>;

/**
 * Labels of `process_virtual_memory_max_bytes`: Address space that the process may have.
 *
 * About 1.8e19, the greatest integer of 64 bits, where there is no limit.
 *
 * Gauge in bytes. Values are whole numbers, at least -1. May be missing: On Linux and macOS.
 */
export type ProcessVirtualMemoryMaxBytesLabels = Record<string, never>;

/**
 * Labels of `process_start_time_seconds`: When the process started, in Unix time.
 *
 * Gauge in seconds. Values are at least 0. May be missing: The process collector is registered, as
 * it is by default, and can read what the platform says.
 */
export type ProcessStartTimeSecondsLabels = Record<string, never>;

/**
 * Labels of `process_open_fds`: File descriptors that are open now.
 *
 * Gauge. Values are whole numbers, at least 0. May be missing: The process collector is registered,
 * as it is by default, and can read what the platform says.
 */
export type ProcessOpenFdsLabels = Record<string, never>;

/**
 * Labels of `process_max_fds`: File descriptors that may be open at once.
 *
 * Gauge. Values are whole numbers, at least 0. May be missing: The process collector is registered,
 * as it is by default, and can read what the platform says.
 */
export type ProcessMaxFdsLabels = Record<string, never>;

/**
 * Labels of `process_network_receive_bytes_total`: Bytes that came in over the network, of all
 * processes in the same network namespace.
 *
 * Counter in bytes. Values are whole numbers, at least 0. May be missing: client_golang 1.20 or
 * later on Linux.
 */
export type ProcessNetworkReceiveBytesTotalLabels = Record<string, never>;

/**
 * Labels of `process_network_transmit_bytes_total`: Bytes that went out over the network, of all
 * processes in the same network namespace.
 *
 * Counter in bytes. Values are whole numbers, at least 0. May be missing: client_golang 1.20 or
 * later on Linux.
 */
export type ProcessNetworkTransmitBytesTotalLabels = Record<string, never>;

/**
 * Labels of `promhttp_metric_handler_requests_in_flight`: Scrapes that are being served now.
 *
 * Gauge. Values are whole numbers, at least 0. May be missing: The metrics are served by the
 * instrumented handler of promhttp.
 */
export type PromhttpMetricHandlerRequestsInFlightLabels = Record<string, never>;

/**
 * Labels of `promhttp_metric_handler_requests_total`: Scrapes that were served.
 *
 * Counter. Values are whole numbers, at least 0. May be missing: The metrics are served by the
 * instrumented handler of promhttp.
 */
export interface PromhttpMetricHandlerRequestsTotalLabels {
  /**
   * HTTP status that the handler answered a scrape with.
   *
   * - `200`: the metrics were served
   * - `500`: the metrics could not be gathered or written
   * - `503`: too many scrapes at once
   */
  code: "200" | "500" | "503" | (string & Record<never, never>);
}

/**
 * Labels of `promhttp_metric_handler_errors_total`: Failures in the serving of metrics.
 *
 * Counter. Values are whole numbers, at least 0. May be missing: The handler has a registry to
 * report its failures to.
 */
export interface PromhttpMetricHandlerErrorsTotalLabels {
  /**
   * What failed when metrics were served.
   *
   * - `gathering`: a collector failed or its metrics clashed
   * - `encoding`: the answer could not be written
   */
  cause: "gathering" | "encoding";
}
