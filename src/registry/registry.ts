import type { Position } from "../diagnostics/index.js";

/** Type of a metric, in the words of OpenMetrics. `untyped` of the text formats is `unknown`. */
export type MetricType =
  | "counter"
  | "gauge"
  | "histogram"
  | "summary"
  | "info"
  | "stateset"
  | "gaugehistogram"
  | "unknown";

/** How settled a metric is. */
export type Stability = "development" | "alpha" | "beta" | "stable";

/** When a metric, or a value of an enum, is in an exposition. */
export type Presence =
  | { readonly policy: "always" }
  | { readonly policy: "after-event" }
  | { readonly policy: "conditional"; readonly why: string };

export interface Deprecation {
  readonly since?: string;
  readonly reason?: string;
  readonly renamedTo?: string;
}

export interface EnumValue {
  readonly value: string;
  /** What the value means. */
  readonly meaning?: string;
  /** Whether the value must be seen wherever its metric is: `always`, or undefined for "may be missing". */
  readonly presence?: "always";
  /** Where the document lists it. */
  readonly position?: Position;
}

/** A label as one metric uses it: every reference resolved. Labels with one shared definition share one `definition`. */
export interface Label {
  readonly name: string;
  /** A required label is present and not empty in every series; an optional one may be absent or empty. */
  readonly required: boolean;
  readonly definition: LabelDefinition;
  /** Where the metric names the label. */
  readonly position?: Position;
}

/** What a label may be. One object per definition in the document: identity tells definitions apart. */
export interface LabelDefinition {
  readonly name: string;
  readonly description?: string;
  readonly type: "string" | "boolean" | "integer";
  /** Allowed values in order of declaration; undefined where any are. */
  readonly enum?: readonly EnumValue[];
  /** Whether values outside `enum` are allowed as well. */
  readonly open: boolean;
  /** RE2 pattern, matched against the whole value. */
  readonly pattern?: string;
  readonly examples?: readonly string[];
  /** Labels that must be present wherever this one is. */
  readonly requires: readonly string[];
  /** Greatest number of distinct values in one exposition, per metric. */
  readonly maxValues?: number;
  /** Where the document defines it. */
  readonly position?: Position;
}

/** A named list of labels. Metrics hold their labels resolved; this is kept for documentation and for the naming rules. */
export interface LabelSet {
  readonly name: string;
  /** In order of declaration, those of the sets it spreads in their place. */
  readonly labels: readonly Label[];
  /** Whether a metric spreads it, directly or through another set. */
  readonly used: boolean;
  /** Where the document defines it. */
  readonly position?: Position;
}

/** A declared metric, every reference resolved. */
export interface Metric {
  readonly name: string;
  readonly type: MetricType;
  /** One line; the HELP text. */
  readonly description: string;
  readonly unit?: string;
  /** In order of declaration. */
  readonly labels: readonly Label[];
  readonly note?: string;
  readonly stability: Stability;
  readonly deprecated?: Deprecation;
  readonly presence: Presence;
  /** Bounds of sample values, inclusive. For a histogram or summary: of observed values. */
  readonly value: { readonly min?: number; readonly max?: number; readonly integer: boolean };
  /** Upper bounds of a histogram, ascending, without +Inf. */
  readonly buckets?: readonly number[];
  readonly quantiles?: readonly number[];
  /** States of a stateset. */
  readonly states?: readonly string[];
  readonly maxSeries?: number;
  readonly renamedFrom: readonly string[];
  readonly links: readonly { readonly title?: string; readonly url: string }[];
  readonly position?: Position;
}

/** What a registry document compiles to: frozen data, every reference resolved. All that checks and generates starts from it. */
export interface CompiledRegistry {
  readonly name: string;
  readonly description?: string;
  /** File it was loaded from, where it was. */
  readonly source?: string;
  /** By name, in order of declaration. A Map: `__proto__` is a legal metric name. */
  readonly metrics: ReadonlyMap<string, Metric>;
  /** The shared label definitions, by name, in order of declaration. */
  readonly labels: ReadonlyMap<string, LabelDefinition>;
  /** The label sets, by name, in order of declaration. */
  readonly labelSets: ReadonlyMap<string, LabelSet>;
}
