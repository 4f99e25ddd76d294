// Generated from schemas/python.yaml by `npm run generate`: edit that file, not this one.

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

const implementation: LabelRule = { name: "implementation" };
const version: LabelRule = { name: "version" };
const major: LabelRule = { name: "major", type: "integer" };
const minor: LabelRule = { name: "minor", type: "integer" };
const patchlevel: LabelRule = { name: "patchlevel" };
const jvmVersion: LabelRule = { name: "jvm_version" };
const jvmRelease: LabelRule = { name: "jvm_release" };
const jvmVendor: LabelRule = { name: "jvm_vendor" };
const jvmName: LabelRule = { name: "jvm_name" };
const generation: LabelRule = { name: "generation", values: ["0", "1", "2"] };

/**
 * Tells what is wrong with labels of `python_info`: Always 1; the labels have the implementation
 * and its version.
 */
export const validatePythonInfo: ValidateLabels = /* @__PURE__ */ validator(
  [implementation, version, major, minor, patchlevel],
  [jvmVersion, jvmRelease, jvmVendor, jvmName],
);

/**
 * Tells what is wrong with labels of `python_gc_objects_collected_total`: Objects that the cyclic
 * garbage collector freed.
 */
export const validatePythonGcObjectsCollectedTotal: ValidateLabels = /* @__PURE__ */ validator(
  [generation],
  [],
);

/**
 * Tells what is wrong with labels of `python_gc_objects_uncollectable_total`: Objects that the
 * cyclic garbage collector found and could not free.
 */
export const validatePythonGcObjectsUncollectableTotal: ValidateLabels = /* @__PURE__ */ validator(
  [generation],
  [],
);

/**
 * Tells what is wrong with labels of `python_gc_collections_total`: Runs of the cyclic garbage
 * collector.
 */
export const validatePythonGcCollectionsTotal: ValidateLabels = /* @__PURE__ */ validator(
  [generation],
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

/** Every validator, by the name of its metric. */
export const validators: ReadonlyMap<string, ValidateLabels> = /* @__PURE__ */ new Map([
  ["python_info", validatePythonInfo],
  ["python_gc_objects_collected_total", validatePythonGcObjectsCollectedTotal],
  ["python_gc_objects_uncollectable_total", validatePythonGcObjectsUncollectableTotal],
  ["python_gc_collections_total", validatePythonGcCollectionsTotal],
  ["process_cpu_seconds_total", validateProcessCpuSecondsTotal],
  ["process_resident_memory_bytes", validateProcessResidentMemoryBytes],
  ["process_virtual_memory_bytes", validateProcessVirtualMemoryBytes],
  ["process_start_time_seconds", validateProcessStartTimeSeconds],
  ["process_open_fds", validateProcessOpenFds],
  ["process_max_fds", validateProcessMaxFds],
]);
