// `defineRegistry` takes the document as a literal. Its three type parameters are each constrained by those before, so a reference
// that does not exist is underlined where it stands, with the compiler's own suggestion.
import { PromschemaError } from "../diagnostics/index.js";
import { compileRegistry } from "./compile.js";
import type {
  DeprecationDocument,
  EnumValueDocument,
  LabelDocument,
  MetricDocument,
  MetricFields,
  ValueDocument,
} from "./document.js";
import type { Registry } from "./infer.js";
import type { CheckedList, UnknownField, UnknownKeys } from "./references.js";

type CheckedLabel<Label, Names extends string> = [UnknownKeys<Label, LabelDocument>] extends [never]
  ? Label extends { readonly enum: infer Enum }
    ? [UnknownInEnum<Enum>] extends [never]
      ? LabelDocument<Names>
      : LabelDocument<Names> & {
          readonly enum: {
            readonly [V in keyof Enum]: string | (EnumValueDocument & UnknownField);
          };
        }
    : LabelDocument<Names>
  : LabelDocument<Names> & UnknownField;

type UnknownInEnum<Enum> = Enum extends readonly unknown[]
  ? never
  : UnknownKeys<Exclude<Enum[keyof Enum], string>, EnumValueDocument>;

type CheckedMetric<Metric, Labels, LabelSets> = [
  | UnknownKeys<Metric, MetricDocument>
  | (Metric extends { readonly value: infer Value } ? UnknownKeys<Value, ValueDocument> : never)
  | (Metric extends { readonly deprecated: infer Deprecated }
      ? UnknownKeys<Deprecated, DeprecationDocument>
      : never),
] extends [never]
  ? Metric extends { readonly labels: infer List }
    ? MetricWithLabels<CheckedList<List, Labels, LabelSets>>
    : MetricDocument
  : MetricDocument & UnknownField;

interface MetricWithLabels<List> extends MetricFields {
  readonly labels?: List;
}

/** A registry document whose references hold: what {@link defineRegistry} takes. */
export interface DefinedDocument<Labels, LabelSets, Metrics> {
  readonly $schema?: string;
  readonly registry: string;
  readonly description?: string;
  readonly labels?: Labels & { readonly [name: string]: LabelDocument };
  readonly labelSets?: LabelSets;
  readonly metrics: Metrics & { readonly [name: string]: MetricDocument };
}

/**
 * Compiles a registry written as a literal, and infers every type from it. No `as const` is needed.
 *
 * Throws a PromschemaError where the document is wrong in a way that types cannot see.
 *
 * @example
 * const registry = defineRegistry({
 *   registry: "shop",
 *   labels: { path: { description: "Route of the request." } },
 *   metrics: {
 *     shop_requests_total: { type: "counter", description: "Requests served.", labels: ["path"] },
 *   },
 * });
 */
export function defineRegistry<
  const Labels extends {
    readonly [L in keyof Labels]: CheckedLabel<Labels[L], keyof Labels & string>;
  } = Record<never, never>,
  const LabelSets extends {
    readonly [S in keyof LabelSets]: CheckedList<LabelSets[S], Labels, LabelSets>;
  } = Record<never, never>,
  const Metrics extends {
    readonly [M in keyof Metrics]: CheckedMetric<Metrics[M], Labels, LabelSets>;
  } = Record<never, never>,
>(document: DefinedDocument<Labels, LabelSets, Metrics>): Registry<Labels, LabelSets, Metrics> {
  const compilation = compileRegistry(document);
  if (!compilation.ok) throw new PromschemaError(compilation.findings);
  return compilation.registry;
}

/**
 * Compiles a registry written as a literal, with the types that {@link defineRegistry} infers, but without having the compiler look
 * for mistakes in it: that takes long with thousands of metrics, and a document that a generator wrote has been compiled before.
 *
 * Throws a PromschemaError where the document is wrong.
 */
export function declareRegistry<
  const Document extends {
    readonly registry: string;
    readonly labels: object;
    readonly labelSets: object;
    readonly metrics: object;
  },
>(document: Document): Registry<Document["labels"], Document["labelSets"], Document["metrics"]> {
  const compilation = compileRegistry(document);
  if (!compilation.ok) throw new PromschemaError(compilation.findings);
  return compilation.registry;
}
