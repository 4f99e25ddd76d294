// Generated from schemas/nodejs.yaml by `npm run generate`: edit that file, not this one.
import { declareRegistry } from "../../src/index.js";

/** The default metrics of prom-client and of \@prometheus-io/client. */
export const nodejs = declareRegistry({
  registry: "nodejs",
  description: "The default metrics of prom-client and of @prometheus-io/client.",
  labels: {
    space: {
      description: "Part of the heap of V8.",
      enum: {
        read_only: "what is part of V8 itself and never changes",
        new: "young objects",
        old: "objects that outlived a few collections",
        code: "compiled code",
        map: "shapes of objects, in older versions of Node.js",
        shared: "objects that threads share",
        trusted: "what the sandbox of V8 keeps out of reach, in newer versions",
        shared_trusted: "the same, shared by threads",
        new_large_object: "young objects too large for a page",
        large_object: "objects too large for a page",
        code_large_object: "compiled code too large for a page",
        shared_large_object: "shared objects too large for a page",
        trusted_large_object: "trusted objects too large for a page",
        shared_trusted_large_object: "shared trusted objects too large for a page",
      },
      open: true,
    },
    kind: {
      description: "What the garbage collector did.",
      enum: {
        minor: "collected the young objects",
        major: "collected the whole heap",
        incremental: "marked a part of the heap",
        weakcb: "called the callbacks of weak references",
      },
    },
    version: { description: "Version of Node.js, after the letter v.", pattern: "v[0-9]+\\..+" },
    major: { description: "First number of the version.", type: "integer" },
    minor: { description: "Second number of the version.", type: "integer" },
    patch: { description: "Third number of the version.", pattern: "[0-9].*" },
  },
  labelSets: {},
  metrics: {
    /**
     * Processor time of the process in its own code.
     *
     * Counter in seconds.
     */
    process_cpu_user_seconds_total: {
      type: "counter",
      description: "Processor time of the process in its own code.",
      unit: "seconds",
    },
    /**
     * Processor time of the process in the kernel.
     *
     * Counter in seconds.
     */
    process_cpu_system_seconds_total: {
      type: "counter",
      description: "Processor time of the process in the kernel.",
      unit: "seconds",
    },
    /**
     * Processor time of the process, in its own code and in the kernel.
     *
     * Counter in seconds.
     */
    process_cpu_seconds_total: {
      type: "counter",
      description: "Processor time of the process, in its own code and in the kernel.",
      unit: "seconds",
    },
    /**
     * When the process started, in Unix time.
     *
     * Gauge in seconds. Values are at least 0.
     */
    process_start_time_seconds: {
      type: "gauge",
      description: "When the process started, in Unix time.",
      unit: "seconds",
      value: { min: 0 },
    },
    /**
     * Physical memory that the process holds.
     *
     * Gauge in bytes. Values are whole numbers, at least 0.
     */
    process_resident_memory_bytes: {
      type: "gauge",
      description: "Physical memory that the process holds.",
      unit: "bytes",
      value: { min: 0, integer: true },
    },
    /**
     * Address space that the process has.
     *
     * Gauge in bytes. Values are whole numbers, at least 0. May be missing: On Linux.
     */
    process_virtual_memory_bytes: {
      type: "gauge",
      description: "Address space that the process has.",
      unit: "bytes",
      presence: { conditional: "On Linux." },
      value: { min: 0, integer: true },
    },
    /**
     * Memory of the data segment of the process.
     *
     * It is the figure VmData of the kernel, and says little about the heap of V8.
     *
     * Gauge in bytes. Values are whole numbers, at least 0. May be missing: On Linux.
     */
    process_heap_bytes: {
      type: "gauge",
      description: "Memory of the data segment of the process.",
      note: "It is the figure VmData of the kernel, and says little about the heap of V8.",
      unit: "bytes",
      presence: { conditional: "On Linux." },
      value: { min: 0, integer: true },
    },
    /**
     * File descriptors that are open now.
     *
     * Gauge. Values are whole numbers, at least 0. May be missing: On Linux.
     */
    process_open_fds: {
      type: "gauge",
      description: "File descriptors that are open now.",
      presence: { conditional: "On Linux." },
      value: { min: 0, integer: true },
    },
    /**
     * File descriptors that may be open at once.
     *
     * Gauge. Values are whole numbers, at least 0. May be missing: On Linux.
     */
    process_max_fds: {
      type: "gauge",
      description: "File descriptors that may be open at once.",
      presence: { conditional: "On Linux." },
      value: { min: 0, integer: true },
    },
    /**
     * How long a callback waited for its turn, measured when the metrics were collected before.
     *
     * Gauge in seconds. Values are at least 0.
     */
    nodejs_eventloop_lag_seconds: {
      type: "gauge",
      description:
        "How long a callback waited for its turn, measured when the metrics were collected before.",
      unit: "seconds",
      value: { min: 0 },
    },
    /**
     * Shortest delay of a timer since the metrics were collected last.
     *
     * The delays include the resolution of the timer, 10 ms unless told. Without a delay to measure
     * it is about 9.2e9.
     *
     * Gauge in seconds. Values are at least 0. May be missing: The runtime can monitor the delay of
     * its event loop.
     */
    nodejs_eventloop_lag_min_seconds: {
      type: "gauge",
      description: "Shortest delay of a timer since the metrics were collected last.",
      note: "The delays include the resolution of the timer, 10 ms unless told. Without a delay to measure it is about 9.2e9.",
      unit: "seconds",
      presence: { conditional: "The runtime can monitor the delay of its event loop." },
      value: { min: 0 },
    },
    /**
     * Longest delay of a timer since the metrics were collected last.
     *
     * Gauge in seconds. Values are at least 0. May be missing: The runtime can monitor the delay of
     * its event loop.
     */
    nodejs_eventloop_lag_max_seconds: {
      type: "gauge",
      description: "Longest delay of a timer since the metrics were collected last.",
      unit: "seconds",
      presence: { conditional: "The runtime can monitor the delay of its event loop." },
      value: { min: 0 },
    },
    /**
     * Mean delay of a timer since the metrics were collected last.
     *
     * NaN without a delay to measure.
     *
     * Gauge in seconds. May be missing: The runtime can monitor the delay of its event loop.
     */
    nodejs_eventloop_lag_mean_seconds: {
      type: "gauge",
      description: "Mean delay of a timer since the metrics were collected last.",
      note: "NaN without a delay to measure.",
      unit: "seconds",
      presence: { conditional: "The runtime can monitor the delay of its event loop." },
    },
    /**
     * Standard deviation of the delays of a timer since the metrics were collected last.
     *
     * NaN without a delay to measure.
     *
     * Gauge in seconds. May be missing: The runtime can monitor the delay of its event loop.
     */
    nodejs_eventloop_lag_stddev_seconds: {
      type: "gauge",
      description:
        "Standard deviation of the delays of a timer since the metrics were collected last.",
      note: "NaN without a delay to measure.",
      unit: "seconds",
      presence: { conditional: "The runtime can monitor the delay of its event loop." },
    },
    /**
     * Delay that half of the timers did not exceed since the metrics were collected last.
     *
     * Gauge in seconds. Values are at least 0. May be missing: The runtime can monitor the delay of
     * its event loop.
     */
    nodejs_eventloop_lag_p50_seconds: {
      type: "gauge",
      description:
        "Delay that half of the timers did not exceed since the metrics were collected last.",
      unit: "seconds",
      presence: { conditional: "The runtime can monitor the delay of its event loop." },
      value: { min: 0 },
    },
    /**
     * Delay that 90 % of the timers did not exceed since the metrics were collected last.
     *
     * Gauge in seconds. Values are at least 0. May be missing: The runtime can monitor the delay of
     * its event loop.
     */
    nodejs_eventloop_lag_p90_seconds: {
      type: "gauge",
      description:
        "Delay that 90 % of the timers did not exceed since the metrics were collected last.",
      unit: "seconds",
      presence: { conditional: "The runtime can monitor the delay of its event loop." },
      value: { min: 0 },
    },
    /**
     * Delay that 99 % of the timers did not exceed since the metrics were collected last.
     *
     * Gauge in seconds. Values are at least 0. May be missing: The runtime can monitor the delay of
     * its event loop.
     */
    nodejs_eventloop_lag_p99_seconds: {
      type: "gauge",
      description:
        "Delay that 99 % of the timers did not exceed since the metrics were collected last.",
      unit: "seconds",
      presence: { conditional: "The runtime can monitor the delay of its event loop." },
      value: { min: 0 },
    },
    /**
     * Share of the time that the event loop was busy, in intervals of 100 ms.
     *
     * Summary. Observations are from 0 to 1. May be missing: \@prometheus-io/client alone.
     */
    nodejs_eventloop_utilization_summary: {
      type: "summary",
      description: "Share of the time that the event loop was busy, in intervals of 100 ms.",
      presence: { conditional: "@prometheus-io/client alone." },
      value: { min: 0, max: 1 },
      quantiles: [0.01, 0.05, 0.5, 0.9, 0.95, 0.99, 0.999],
    },
    /**
     * Share of the time that the event loop was busy, in intervals of 100 ms.
     *
     * Histogram. Observations are from 0 to 1. May be missing: \@prometheus-io/client alone.
     */
    nodejs_eventloop_utilization_histogram: {
      type: "histogram",
      description: "Share of the time that the event loop was busy, in intervals of 100 ms.",
      presence: { conditional: "@prometheus-io/client alone." },
      value: { min: 0, max: 1 },
      buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 0.6, 0.7, 0.75, 0.8, 0.9, 0.95, 0.99, 1],
    },
    /**
     * Resources that keep the event loop alive, by type.
     *
     * Gauge. Values are whole numbers, at least 0. May be missing: Node.js 17.3 or later; a type is
     * there while a resource of it is.
     */
    nodejs_active_resources: {
      type: "gauge",
      description: "Resources that keep the event loop alive, by type.",
      presence: {
        conditional: "Node.js 17.3 or later; a type is there while a resource of it is.",
      },
      labels: [
        {
          name: "type",
          description: "Type of the resource, as async_hooks names it.",
          examples: ["TCPServerWrap", "Timeout"],
        },
      ],
      value: { min: 0, integer: true },
    },
    /**
     * All resources that keep the event loop alive.
     *
     * A gauge, whatever its name says.
     *
     * Gauge. Values are whole numbers, at least 0. May be missing: Node.js 17.3 or later.
     */
    nodejs_active_resources_total: {
      type: "gauge",
      description: "All resources that keep the event loop alive.",
      note: "A gauge, whatever its name says.",
      presence: { conditional: "Node.js 17.3 or later." },
      value: { min: 0, integer: true },
    },
    /**
     * Handles of libuv that are active, by type.
     *
     * Gauge. Values are whole numbers, at least 0. Appears with its first event.
     */
    nodejs_active_handles: {
      type: "gauge",
      description: "Handles of libuv that are active, by type.",
      presence: "after-event",
      labels: [
        { name: "type", description: "Class of the handle.", examples: ["Server", "Socket"] },
      ],
      value: { min: 0, integer: true },
    },
    /**
     * All handles of libuv that are active.
     *
     * A gauge, whatever its name says.
     *
     * Gauge. Values are whole numbers, at least 0.
     */
    nodejs_active_handles_total: {
      type: "gauge",
      description: "All handles of libuv that are active.",
      note: "A gauge, whatever its name says.",
      value: { min: 0, integer: true },
    },
    /**
     * Requests to libuv that are under way, by type.
     *
     * Gauge. Values are whole numbers, at least 0. Appears with its first event.
     */
    nodejs_active_requests: {
      type: "gauge",
      description: "Requests to libuv that are under way, by type.",
      presence: "after-event",
      labels: [{ name: "type", description: "Class of the request.", examples: ["FSReqCallback"] }],
      value: { min: 0, integer: true },
    },
    /**
     * All requests to libuv that are under way.
     *
     * A gauge, whatever its name says.
     *
     * Gauge. Values are whole numbers, at least 0.
     */
    nodejs_active_requests_total: {
      type: "gauge",
      description: "All requests to libuv that are under way.",
      note: "A gauge, whatever its name says.",
      value: { min: 0, integer: true },
    },
    /**
     * Memory that V8 has for its heap.
     *
     * Gauge in bytes. Values are whole numbers, at least 0.
     */
    nodejs_heap_size_total_bytes: {
      type: "gauge",
      description: "Memory that V8 has for its heap.",
      unit: "bytes",
      value: { min: 0, integer: true },
    },
    /**
     * Memory of the heap that is in use.
     *
     * Gauge in bytes. Values are whole numbers, at least 0.
     */
    nodejs_heap_size_used_bytes: {
      type: "gauge",
      description: "Memory of the heap that is in use.",
      unit: "bytes",
      value: { min: 0, integer: true },
    },
    /**
     * Memory outside the heap that objects of JavaScript hold, such as buffers.
     *
     * Gauge in bytes. Values are whole numbers, at least 0. May be missing: The runtime says how
     * much it is.
     */
    nodejs_external_memory_bytes: {
      type: "gauge",
      description: "Memory outside the heap that objects of JavaScript hold, such as buffers.",
      unit: "bytes",
      presence: { conditional: "The runtime says how much it is." },
      value: { min: 0, integer: true },
    },
    /**
     * Memory that a part of the heap has.
     *
     * Gauge in bytes. Values are whole numbers, at least 0.
     */
    nodejs_heap_space_size_total_bytes: {
      type: "gauge",
      description: "Memory that a part of the heap has.",
      unit: "bytes",
      labels: ["space"],
      value: { min: 0, integer: true },
    },
    /**
     * Memory of a part of the heap that is in use.
     *
     * Gauge in bytes. Values are whole numbers, at least 0.
     */
    nodejs_heap_space_size_used_bytes: {
      type: "gauge",
      description: "Memory of a part of the heap that is in use.",
      unit: "bytes",
      labels: ["space"],
      value: { min: 0, integer: true },
    },
    /**
     * Memory of a part of the heap that is free.
     *
     * Gauge in bytes. Values are whole numbers, at least 0.
     */
    nodejs_heap_space_size_available_bytes: {
      type: "gauge",
      description: "Memory of a part of the heap that is free.",
      unit: "bytes",
      labels: ["space"],
      value: { min: 0, integer: true },
    },
    /**
     * Always 1; the labels have the version of Node.js.
     *
     * Gauge. Values are from 1 to 1.
     */
    nodejs_version_info: {
      type: "gauge",
      description: "Always 1; the labels have the version of Node.js.",
      labels: ["version", "major", "minor", "patch"],
      value: { min: 1, max: 1 },
      maxSeries: 1,
    },
    /**
     * How long the garbage collector ran, by what it did.
     *
     * Histogram in seconds. Observations are at least 0. Appears with its first event.
     */
    nodejs_gc_duration_seconds: {
      type: "histogram",
      description: "How long the garbage collector ran, by what it did.",
      unit: "seconds",
      presence: "after-event",
      labels: ["kind"],
      value: { min: 0 },
      buckets: [0.001, 0.01, 0.1, 1, 2, 5],
    },
  },
});

/**
 * Labels of `process_cpu_user_seconds_total`: Processor time of the process in its own code.
 *
 * Counter in seconds.
 */
export type ProcessCpuUserSecondsTotalLabels = Record<string, never>;

/**
 * Labels of `process_cpu_system_seconds_total`: Processor time of the process in the kernel.
 *
 * Counter in seconds.
 */
export type ProcessCpuSystemSecondsTotalLabels = Record<string, never>;

/**
 * Labels of `process_cpu_seconds_total`: Processor time of the process, in its own code and in the
 * kernel.
 *
 * Counter in seconds.
 */
export type ProcessCpuSecondsTotalLabels = Record<string, never>;

/**
 * Labels of `process_start_time_seconds`: When the process started, in Unix time.
 *
 * Gauge in seconds. Values are at least 0.
 */
export type ProcessStartTimeSecondsLabels = Record<string, never>;

/**
 * Labels of `process_resident_memory_bytes`: Physical memory that the process holds.
 *
 * Gauge in bytes. Values are whole numbers, at least 0.
 */
export type ProcessResidentMemoryBytesLabels = Record<string, never>;

/**
 * Labels of `process_virtual_memory_bytes`: Address space that the process has.
 *
 * Gauge in bytes. Values are whole numbers, at least 0. May be missing: On Linux.
 */
export type ProcessVirtualMemoryBytesLabels = Record<string, never>;

/**
 * Labels of `process_heap_bytes`: Memory of the data segment of the process.
 *
 * It is the figure VmData of the kernel, and says little about the heap of V8.
 *
 * Gauge in bytes. Values are whole numbers, at least 0. May be missing: On Linux.
 */
export type ProcessHeapBytesLabels = Record<string, never>;

/**
 * Labels of `process_open_fds`: File descriptors that are open now.
 *
 * Gauge. Values are whole numbers, at least 0. May be missing: On Linux.
 */
export type ProcessOpenFdsLabels = Record<string, never>;

/**
 * Labels of `process_max_fds`: File descriptors that may be open at once.
 *
 * Gauge. Values are whole numbers, at least 0. May be missing: On Linux.
 */
export type ProcessMaxFdsLabels = Record<string, never>;

/**
 * Labels of `nodejs_eventloop_lag_seconds`: How long a callback waited for its turn, measured when
 * the metrics were collected before.
 *
 * Gauge in seconds. Values are at least 0.
 */
export type NodejsEventloopLagSecondsLabels = Record<string, never>;

/**
 * Labels of `nodejs_eventloop_lag_min_seconds`: Shortest delay of a timer since the metrics were
 * collected last.
 *
 * The delays include the resolution of the timer, 10 ms unless told. Without a delay to measure it
 * is about 9.2e9.
 *
 * Gauge in seconds. Values are at least 0. May be missing: The runtime can monitor the delay of its
 * event loop.
 */
export type NodejsEventloopLagMinSecondsLabels = Record<string, never>;

/**
 * Labels of `nodejs_eventloop_lag_max_seconds`: Longest delay of a timer since the metrics were
 * collected last.
 *
 * Gauge in seconds. Values are at least 0. May be missing: The runtime can monitor the delay of its
 * event loop.
 */
export type NodejsEventloopLagMaxSecondsLabels = Record<string, never>;

/**
 * Labels of `nodejs_eventloop_lag_mean_seconds`: Mean delay of a timer since the metrics were
 * collected last.
 *
 * NaN without a delay to measure.
 *
 * Gauge in seconds. May be missing: The runtime can monitor the delay of its event loop.
 */
export type NodejsEventloopLagMeanSecondsLabels = Record<string, never>;

/**
 * Labels of `nodejs_eventloop_lag_stddev_seconds`: Standard deviation of the delays of a timer
 * since the metrics were collected last.
 *
 * NaN without a delay to measure.
 *
 * Gauge in seconds. May be missing: The runtime can monitor the delay of its event loop.
 */
export type NodejsEventloopLagStddevSecondsLabels = Record<string, never>;

/**
 * Labels of `nodejs_eventloop_lag_p50_seconds`: Delay that half of the timers did not exceed since
 * the metrics were collected last.
 *
 * Gauge in seconds. Values are at least 0. May be missing: The runtime can monitor the delay of its
 * event loop.
 */
export type NodejsEventloopLagP50SecondsLabels = Record<string, never>;

/**
 * Labels of `nodejs_eventloop_lag_p90_seconds`: Delay that 90 % of the timers did not exceed since
 * the metrics were collected last.
 *
 * Gauge in seconds. Values are at least 0. May be missing: The runtime can monitor the delay of its
 * event loop.
 */
export type NodejsEventloopLagP90SecondsLabels = Record<string, never>;

/**
 * Labels of `nodejs_eventloop_lag_p99_seconds`: Delay that 99 % of the timers did not exceed since
 * the metrics were collected last.
 *
 * Gauge in seconds. Values are at least 0. May be missing: The runtime can monitor the delay of its
 * event loop.
 */
export type NodejsEventloopLagP99SecondsLabels = Record<string, never>;

/**
 * Labels of `nodejs_eventloop_utilization_summary`: Share of the time that the event loop was busy,
 * in intervals of 100 ms.
 *
 * Summary. Observations are from 0 to 1. May be missing: \@prometheus-io/client alone.
 */
export type NodejsEventloopUtilizationSummaryLabels = Record<string, never>;

/**
 * Labels of `nodejs_eventloop_utilization_histogram`: Share of the time that the event loop was
 * busy, in intervals of 100 ms.
 *
 * Histogram. Observations are from 0 to 1. May be missing: \@prometheus-io/client alone.
 */
export type NodejsEventloopUtilizationHistogramLabels = Record<string, never>;

/**
 * Labels of `nodejs_active_resources`: Resources that keep the event loop alive, by type.
 *
 * Gauge. Values are whole numbers, at least 0. May be missing: Node.js 17.3 or later; a type is
 * there while a resource of it is.
 */
export interface NodejsActiveResourcesLabels {
  /**
   * Type of the resource, as async_hooks names it.
   *
   * For example `TCPServerWrap`, `Timeout`.
   */
  type: string;
}

/**
 * Labels of `nodejs_active_resources_total`: All resources that keep the event loop alive.
 *
 * A gauge, whatever its name says.
 *
 * Gauge. Values are whole numbers, at least 0. May be missing: Node.js 17.3 or later.
 */
export type NodejsActiveResourcesTotalLabels = Record<string, never>;

/**
 * Labels of `nodejs_active_handles`: Handles of libuv that are active, by type.
 *
 * Gauge. Values are whole numbers, at least 0. Appears with its first event.
 */
export interface NodejsActiveHandlesLabels {
  /**
   * Class of the handle.
   *
   * For example `Server`, `Socket`.
   */
  type: string;
}

/**
 * Labels of `nodejs_active_handles_total`: All handles of libuv that are active.
 *
 * A gauge, whatever its name says.
 *
 * Gauge. Values are whole numbers, at least 0.
 */
export type NodejsActiveHandlesTotalLabels = Record<string, never>;

/**
 * Labels of `nodejs_active_requests`: Requests to libuv that are under way, by type.
 *
 * Gauge. Values are whole numbers, at least 0. Appears with its first event.
 */
export interface NodejsActiveRequestsLabels {
  /**
   * Class of the request.
   *
   * For example `FSReqCallback`.
   */
  type: string;
}

/**
 * Labels of `nodejs_active_requests_total`: All requests to libuv that are under way.
 *
 * A gauge, whatever its name says.
 *
 * Gauge. Values are whole numbers, at least 0.
 */
export type NodejsActiveRequestsTotalLabels = Record<string, never>;

/**
 * Labels of `nodejs_heap_size_total_bytes`: Memory that V8 has for its heap.
 *
 * Gauge in bytes. Values are whole numbers, at least 0.
 */
export type NodejsHeapSizeTotalBytesLabels = Record<string, never>;

/**
 * Labels of `nodejs_heap_size_used_bytes`: Memory of the heap that is in use.
 *
 * Gauge in bytes. Values are whole numbers, at least 0.
 */
export type NodejsHeapSizeUsedBytesLabels = Record<string, never>;

/**
 * Labels of `nodejs_external_memory_bytes`: Memory outside the heap that objects of JavaScript
 * hold, such as buffers.
 *
 * Gauge in bytes. Values are whole numbers, at least 0. May be missing: The runtime says how much
 * it is.
 */
export type NodejsExternalMemoryBytesLabels = Record<string, never>;

/**
 * Labels of `nodejs_heap_space_size_total_bytes`: Memory that a part of the heap has.
 *
 * Gauge in bytes. Values are whole numbers, at least 0.
 */
export interface NodejsHeapSpaceSizeTotalBytesLabels {
  /**
   * Part of the heap of V8.
   *
   * - `read_only`: what is part of V8 itself and never changes
   * - `new`: young objects
   * - `old`: objects that outlived a few collections
   * - `code`: compiled code
   * - `map`: shapes of objects, in older versions of Node.js
   * - `shared`: objects that threads share
   * - `trusted`: what the sandbox of V8 keeps out of reach, in newer versions
   * - `shared_trusted`: the same, shared by threads
   * - `new_large_object`: young objects too large for a page
   * - `large_object`: objects too large for a page
   * - `code_large_object`: compiled code too large for a page
   * - `shared_large_object`: shared objects too large for a page
   * - `trusted_large_object`: trusted objects too large for a page
   * - `shared_trusted_large_object`: shared trusted objects too large for a page
   */
  space:
    | "read_only"
    | "new"
    | "old"
    | "code"
    | "map"
    | "shared"
    | "trusted"
    | "shared_trusted"
    | "new_large_object"
    | "large_object"
    | "code_large_object"
    | "shared_large_object"
    | "trusted_large_object"
    | "shared_trusted_large_object"
    | (string & Record<never, never>);
}

/**
 * Labels of `nodejs_heap_space_size_used_bytes`: Memory of a part of the heap that is in use.
 *
 * Gauge in bytes. Values are whole numbers, at least 0.
 */
export interface NodejsHeapSpaceSizeUsedBytesLabels {
  /**
   * Part of the heap of V8.
   *
   * - `read_only`: what is part of V8 itself and never changes
   * - `new`: young objects
   * - `old`: objects that outlived a few collections
   * - `code`: compiled code
   * - `map`: shapes of objects, in older versions of Node.js
   * - `shared`: objects that threads share
   * - `trusted`: what the sandbox of V8 keeps out of reach, in newer versions
   * - `shared_trusted`: the same, shared by threads
   * - `new_large_object`: young objects too large for a page
   * - `large_object`: objects too large for a page
   * - `code_large_object`: compiled code too large for a page
   * - `shared_large_object`: shared objects too large for a page
   * - `trusted_large_object`: trusted objects too large for a page
   * - `shared_trusted_large_object`: shared trusted objects too large for a page
   */
  space:
    | "read_only"
    | "new"
    | "old"
    | "code"
    | "map"
    | "shared"
    | "trusted"
    | "shared_trusted"
    | "new_large_object"
    | "large_object"
    | "code_large_object"
    | "shared_large_object"
    | "trusted_large_object"
    | "shared_trusted_large_object"
    | (string & Record<never, never>);
}

/**
 * Labels of `nodejs_heap_space_size_available_bytes`: Memory of a part of the heap that is free.
 *
 * Gauge in bytes. Values are whole numbers, at least 0.
 */
export interface NodejsHeapSpaceSizeAvailableBytesLabels {
  /**
   * Part of the heap of V8.
   *
   * - `read_only`: what is part of V8 itself and never changes
   * - `new`: young objects
   * - `old`: objects that outlived a few collections
   * - `code`: compiled code
   * - `map`: shapes of objects, in older versions of Node.js
   * - `shared`: objects that threads share
   * - `trusted`: what the sandbox of V8 keeps out of reach, in newer versions
   * - `shared_trusted`: the same, shared by threads
   * - `new_large_object`: young objects too large for a page
   * - `large_object`: objects too large for a page
   * - `code_large_object`: compiled code too large for a page
   * - `shared_large_object`: shared objects too large for a page
   * - `trusted_large_object`: trusted objects too large for a page
   * - `shared_trusted_large_object`: shared trusted objects too large for a page
   */
  space:
    | "read_only"
    | "new"
    | "old"
    | "code"
    | "map"
    | "shared"
    | "trusted"
    | "shared_trusted"
    | "new_large_object"
    | "large_object"
    | "code_large_object"
    | "shared_large_object"
    | "trusted_large_object"
    | "shared_trusted_large_object"
    | (string & Record<never, never>);
}

/**
 * Labels of `nodejs_version_info`: Always 1; the labels have the version of Node.js.
 *
 * Gauge. Values are from 1 to 1.
 */
export interface NodejsVersionInfoLabels {
  /**
   * Version of Node.js, after the letter v.
   *
   * Matches `v[0-9]+\..+`.
   */
  version: string;
  /** First number of the version. */
  major: number | `${bigint}`;
  /** Second number of the version. */
  minor: number | `${bigint}`;
  /**
   * Third number of the version.
   *
   * Matches `[0-9].*`.
   */
  patch: string;
}

/**
 * Labels of `nodejs_gc_duration_seconds`: How long the garbage collector ran, by what it did.
 *
 * Histogram in seconds. Observations are at least 0. Appears with its first event.
 */
export interface NodejsGcDurationSecondsLabels {
  /**
   * What the garbage collector did.
   *
   * - `minor`: collected the young objects
   * - `major`: collected the whole heap
   * - `incremental`: marked a part of the heap
   * - `weakcb`: called the callbacks of weak references
   */
  kind: "minor" | "major" | "incremental" | "weakcb";
}
