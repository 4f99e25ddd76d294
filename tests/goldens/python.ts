// Generated from schemas/python.yaml by `npm run generate`: edit that file, not this one.
import { declareRegistry } from "../../src/index.js";

/** The metrics that prometheus_client collects of every Python program. */
export const python = declareRegistry({
  registry: "python",
  description: "The metrics that prometheus_client collects of every Python program.",
  labels: {
    generation: {
      description: "Generation of objects, by how many collections they have outlived.",
      enum: {
        "0": { meaning: "young objects", presence: "always" },
        "1": { meaning: "objects that outlived one collection", presence: "always" },
        "2": { meaning: "all others", presence: "always" },
      },
    },
    implementation: { description: "Implementation of Python.", examples: ["CPython", "PyPy"] },
    version: { description: "Whole version.", examples: ["3.13.14"] },
    major: { description: "First number of the version.", type: "integer" },
    minor: { description: "Second number of the version.", type: "integer" },
    patchlevel: { description: "Third number of the version.", examples: ["14"] },
    jvm_version: { description: "Version of the Java virtual machine." },
    jvm_release: { description: "Release of the Java virtual machine." },
    jvm_vendor: { description: "Vendor of the Java virtual machine." },
    jvm_name: { description: "Name of the Java virtual machine." },
  },
  labelSets: { jvm: ["jvm_version?", "jvm_release?", "jvm_vendor?", "jvm_name?"] },
  metrics: {
    /**
     * Always 1; the labels have the implementation and its version.
     *
     * The labels of the Java virtual machine are those of Jython.
     *
     * Gauge. Values are from 1 to 1.
     */
    python_info: {
      type: "gauge",
      description: "Always 1; the labels have the implementation and its version.",
      note: "The labels of the Java virtual machine are those of Jython.",
      labels: ["implementation", "version", "major", "minor", "patchlevel", "...jvm"],
      value: { min: 1, max: 1 },
      maxSeries: 1,
    },
    /**
     * Objects that the cyclic garbage collector freed.
     *
     * Counter. Values are whole numbers, at least 0. May be missing: CPython alone.
     */
    python_gc_objects_collected_total: {
      type: "counter",
      description: "Objects that the cyclic garbage collector freed.",
      presence: { conditional: "CPython alone." },
      labels: ["generation"],
      value: { min: 0, integer: true },
    },
    /**
     * Objects that the cyclic garbage collector found and could not free.
     *
     * Counter. Values are whole numbers, at least 0. May be missing: CPython alone.
     */
    python_gc_objects_uncollectable_total: {
      type: "counter",
      description: "Objects that the cyclic garbage collector found and could not free.",
      presence: { conditional: "CPython alone." },
      labels: ["generation"],
      value: { min: 0, integer: true },
    },
    /**
     * Runs of the cyclic garbage collector.
     *
     * Counter. Values are whole numbers, at least 0. May be missing: CPython alone.
     */
    python_gc_collections_total: {
      type: "counter",
      description: "Runs of the cyclic garbage collector.",
      presence: { conditional: "CPython alone." },
      labels: ["generation"],
      value: { min: 0, integer: true },
    },
    /**
     * Processor time of the process, in its own code and in the kernel.
     *
     * Counter in seconds. May be missing: On Linux.
     */
    process_cpu_seconds_total: {
      type: "counter",
      description: "Processor time of the process, in its own code and in the kernel.",
      unit: "seconds",
      presence: { conditional: "On Linux." },
    },
    /**
     * Physical memory that the process holds.
     *
     * Gauge in bytes. Values are whole numbers, at least 0. May be missing: On Linux.
     */
    process_resident_memory_bytes: {
      type: "gauge",
      description: "Physical memory that the process holds.",
      unit: "bytes",
      presence: { conditional: "On Linux." },
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
     * When the process started, in Unix time.
     *
     * Gauge in seconds. Values are at least 0. May be missing: On Linux.
     */
    process_start_time_seconds: {
      type: "gauge",
      description: "When the process started, in Unix time.",
      unit: "seconds",
      presence: { conditional: "On Linux." },
      value: { min: 0 },
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
  },
});

/**
 * Labels of `python_info`: Always 1; the labels have the implementation and its version.
 *
 * The labels of the Java virtual machine are those of Jython.
 *
 * Gauge. Values are from 1 to 1.
 */
export interface PythonInfoLabels {
  /**
   * Implementation of Python.
   *
   * For example `CPython`, `PyPy`.
   */
  implementation: string;
  /**
   * Whole version.
   *
   * For example `3.13.14`.
   */
  version: string;
  /** First number of the version. */
  major: number | `${bigint}`;
  /** Second number of the version. */
  minor: number | `${bigint}`;
  /**
   * Third number of the version.
   *
   * For example `14`.
   */
  patchlevel: string;
  /** Version of the Java virtual machine. */
  jvm_version?: string | undefined;
  /** Release of the Java virtual machine. */
  jvm_release?: string | undefined;
  /** Vendor of the Java virtual machine. */
  jvm_vendor?: string | undefined;
  /** Name of the Java virtual machine. */
  jvm_name?: string | undefined;
}

/**
 * Labels of `python_gc_objects_collected_total`: Objects that the cyclic garbage collector freed.
 *
 * Counter. Values are whole numbers, at least 0. May be missing: CPython alone.
 */
export interface PythonGcObjectsCollectedTotalLabels {
  /**
   * Generation of objects, by how many collections they have outlived.
   *
   * - `0`: young objects
   * - `1`: objects that outlived one collection
   * - `2`: all others
   */
  generation: "0" | "1" | "2";
}

/**
 * Labels of `python_gc_objects_uncollectable_total`: Objects that the cyclic garbage collector
 * found and could not free.
 *
 * Counter. Values are whole numbers, at least 0. May be missing: CPython alone.
 */
export interface PythonGcObjectsUncollectableTotalLabels {
  /**
   * Generation of objects, by how many collections they have outlived.
   *
   * - `0`: young objects
   * - `1`: objects that outlived one collection
   * - `2`: all others
   */
  generation: "0" | "1" | "2";
}

/**
 * Labels of `python_gc_collections_total`: Runs of the cyclic garbage collector.
 *
 * Counter. Values are whole numbers, at least 0. May be missing: CPython alone.
 */
export interface PythonGcCollectionsTotalLabels {
  /**
   * Generation of objects, by how many collections they have outlived.
   *
   * - `0`: young objects
   * - `1`: objects that outlived one collection
   * - `2`: all others
   */
  generation: "0" | "1" | "2";
}

/**
 * Labels of `process_cpu_seconds_total`: Processor time of the process, in its own code and in the
 * kernel.
 *
 * Counter in seconds. May be missing: On Linux.
 */
export type ProcessCpuSecondsTotalLabels = Record<string, never>;

/**
 * Labels of `process_resident_memory_bytes`: Physical memory that the process holds.
 *
 * Gauge in bytes. Values are whole numbers, at least 0. May be missing: On Linux.
 */
export type ProcessResidentMemoryBytesLabels = Record<string, never>;

/**
 * Labels of `process_virtual_memory_bytes`: Address space that the process has.
 *
 * Gauge in bytes. Values are whole numbers, at least 0. May be missing: On Linux.
 */
export type ProcessVirtualMemoryBytesLabels = Record<string, never>;

/**
 * Labels of `process_start_time_seconds`: When the process started, in Unix time.
 *
 * Gauge in seconds. Values are at least 0. May be missing: On Linux.
 */
export type ProcessStartTimeSecondsLabels = Record<string, never>;

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
