// The registry document as TypeScript sees it. document-schema.ts says the same to zod; a type test holds the two equal.
import type { MetricType, Stability } from "./registry.js";

/** A value written without quotes where text is meant: `true`, `false` and `200` mean their text. */
export type TextLike = string | number | boolean;

/** What is said of one enum value, where its meaning alone is not enough. */
export interface EnumValueDocument {
  readonly meaning?: string;
  readonly presence?: "always";
}

/** Allowed values: a list, or a map from each value to its meaning. */
export type EnumDocument =
  | readonly TextLike[]
  | { readonly [value: string]: string | EnumValueDocument };

/** A label definition. */
export interface LabelDocument<Names extends string = string> {
  readonly description?: string;
  readonly type?: "string" | "boolean" | "integer";
  readonly enum?: EnumDocument;
  readonly open?: boolean;
  readonly pattern?: string;
  readonly examples?: readonly TextLike[];
  readonly requires?: readonly Names[];
  readonly maxValues?: number;
}

/** A label defined in the list of one metric, for a meaning that is local to it. */
export interface InlineLabelDocument extends LabelDocument {
  /** `name?` is optional, unless `optional` is given: then the name is taken as it stands. */
  readonly name: string;
  readonly optional?: boolean;
}

export interface DeprecationDocument {
  readonly since?: string;
  readonly reason?: string;
  readonly renamedTo?: string;
}

export interface ValueDocument {
  readonly min?: number;
  readonly max?: number;
  readonly integer?: boolean;
}

export type PresenceDocument = "always" | "after-event" | { readonly conditional: string };

export type LinkDocument = string | { readonly title?: string; readonly url: string };

/** All of a metric but its labels. */
export interface MetricFields {
  readonly type: MetricType;
  readonly description?: string;
  readonly unit?: string;
  readonly note?: string;
  readonly stability?: Stability;
  readonly deprecated?: DeprecationDocument;
  readonly presence?: PresenceDocument;
  readonly value?: ValueDocument;
  readonly buckets?: readonly number[];
  readonly quantiles?: readonly number[];
  readonly states?: readonly string[];
  readonly maxSeries?: number;
  readonly renamedFrom?: string | readonly string[];
  readonly links?: readonly LinkDocument[];
}

/** A declared metric. */
export interface MetricDocument extends MetricFields {
  readonly labels?: readonly (string | InlineLabelDocument)[];
}

/** A whole registry document, before anything in it is resolved. */
export interface RegistryDocument {
  readonly $schema?: string;
  readonly registry: string;
  readonly description?: string;
  readonly labels?: { readonly [name: string]: LabelDocument };
  readonly labelSets?: { readonly [name: string]: readonly (string | InlineLabelDocument)[] };
  readonly metrics: { readonly [name: string]: MetricDocument };
}
