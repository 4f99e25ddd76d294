// Types read out of a registry: what `defineRegistry` was given, as a writer or reader of series needs it.
import type { TextLike } from "./document.js";
import type { InlineItemsOf, InlineName, ItemOf, NamesOf, OptionalNamesOf } from "./references.js";
import type { CompiledRegistry, MetricType } from "./registry.js";

/** The literal parts of a registry document, carried by the type of the registry alone. */
export interface RegistryTypes<Labels = unknown, LabelSets = unknown, Metrics = unknown> {
  readonly labels: Labels;
  readonly labelSets: LabelSets;
  readonly metrics: Metrics;
}

/**
 * A compiled registry that knows its own document as a type. There is no value under `~types`. It is an optional property, not
 * a unique symbol or a private member, so that the ESM and the CommonJS copy of this type stay assignable to each other.
 */
export interface Registry<Labels = unknown, LabelSets = unknown, Metrics = unknown>
  extends CompiledRegistry {
  readonly "~types"?: RegistryTypes<Labels, LabelSets, Metrics>;
}

type TypesOf<R> = R extends { readonly "~types"?: infer Types } ? NonNullable<Types> : never;
type MetricsOf<R> = TypesOf<R> extends { readonly metrics: infer Metrics } ? Metrics : never;
type Known<R> = [TypesOf<R>] extends [never] ? false : unknown extends MetricsOf<R> ? false : true;

/** Names of the metrics of a registry, of one type where that is given. `string` for a registry loaded at run time. */
export type MetricName<R, Type extends MetricType = MetricType> =
  Known<R> extends true ? NamesOfType<MetricsOf<R>, Type> : string;

type NamesOfType<Metrics, Type> = [MetricType] extends [Type]
  ? keyof Metrics & string
  : {
      [M in keyof Metrics]: Metrics[M] extends { readonly type: Type } ? M : never;
    }[keyof Metrics] &
      string;

/** Type of a metric. */
export type TypeOf<R, M extends MetricName<R>> =
  Known<R> extends true
    ? MetricsOf<R>[M & keyof MetricsOf<R>] extends { readonly type: infer Type }
      ? Type
      : never
    : MetricType;

/** States of a stateset. */
export type StatesOf<R, M extends MetricName<R>> =
  Known<R> extends true
    ? MetricsOf<R>[M & keyof MetricsOf<R>] extends { readonly states: infer States }
      ? ItemOf<States>
      : string
    : string;

/** Names of the labels of a metric. */
export type LabelName<R, M extends MetricName<R>> =
  Known<R> extends true ? NamesOf<Items<R, M>, LabelSetsOf<R>> & string : string;

/** What a label takes where nothing is known of it. */
export type LabelValue = string | number | boolean | undefined;

/**
 * The labels of one series of a metric, as a writer gives them. Enums are unions of their values; a label of type boolean takes
 * a boolean, one of type integer a number; an optional label may be left out, undefined or empty. Labels that require others come
 * as a union: with all of them, or without.
 */
export type LabelsOf<R, M extends MetricName<R>> =
  Known<R> extends true
    ? LabelsOfItems<Items<R, M>, LabelSetsOf<R>, LabelsDefinedIn<R>>
    : { [label: string]: LabelValue };

type LabelsDefinedIn<R> = TypesOf<R> extends { readonly labels: infer Labels } ? Labels : never;
type LabelSetsOf<R> = TypesOf<R> extends { readonly labelSets: infer Sets } ? Sets : never;
type Items<R, M> = MetricsOf<R>[M & keyof MetricsOf<R>] extends { readonly labels: infer List }
  ? ItemOf<List>
  : never;

type LabelsOfItems<Item, LabelSets, Labels> = SeriesLabels<
  Definitions<Labels, InlineItemsOf<Item, LabelSets>>,
  NamesOf<Item, LabelSets> & string,
  OptionalNamesOf<Item, LabelSets> & string
>;

/** Definitions by name. Those of the list itself stand before the shared ones. */
type Definitions<Labels, Inline> = [Inline] extends [never]
  ? Labels
  : Omit<Labels, InlineName<Inline> & string> & {
      [Item in Inline as InlineName<Item> & string]: Item;
    };

type SeriesLabels<Defined, Names extends string, Optional extends string> = Cases<
  Defined,
  Names,
  Optional,
  Requiring<Defined, Optional>
>;

/** Those of the names whose definition requires another label. */
type Requiring<Defined, Name extends string> = Name extends keyof Defined
  ? [RequiredBy<Defined, Name>] extends [never]
    ? never
    : Name
  : never;

type RequiredBy<Defined, Name> = Name extends keyof Defined
  ? Defined[Name] extends { readonly requires: infer List }
    ? ItemOf<List>
    : never
  : never;

/** The names and all that they require, over any number of steps. */
type Closure<Defined, Names, Seen = never> = [Exclude<Names, Seen>] extends [never]
  ? Seen
  : Closure<Defined, RequiredBy<Defined, Exclude<Names, Seen>>, Seen | Names>;

/**
 * One object for each way in which the labels that require others can be there or not. After six of them the rest is left
 * unconstrained, since the number of ways doubles with each; a check still holds it.
 */
type Cases<
  Defined,
  Names extends string,
  Optional extends string,
  Pending,
  Absent = never,
  Present = never,
  Steps extends readonly unknown[] = [],
> = [Pending] extends [never]
  ? Case<Defined, Names, Optional, Absent, Present>
  : Steps["length"] extends 6
    ? Case<Defined, Names, Optional, Absent, Present>
    : OneOf<Pending> extends infer Next
      ? [Next] extends [Absent | Present]
        ? Cases<Defined, Names, Optional, Exclude<Pending, Next>, Absent, Present, Steps>
        :
            | Cases<
                Defined,
                Names,
                Optional,
                Exclude<Pending, Next>,
                Absent | Next,
                Present,
                [...Steps, Next]
              >
            | ([Closure<Defined, Next> & Absent] extends [never]
                ? Cases<
                    Defined,
                    Names,
                    Optional,
                    Exclude<Pending, Next>,
                    Absent,
                    Present | Closure<Defined, Next>,
                    [...Steps, Next]
                  >
                : never)
      : never;

type Case<Defined, Names extends string, Optional extends string, Absent, Present> = {
  [N in Exclude<Names, Optional> | (Names & Present)]: ValueOf<Defined, N>;
} & {
  [N in Exclude<Optional, Absent | Present>]?: ValueOf<Defined, N> | "" | undefined;
} & {
  [N in Names & Absent]?: "" | undefined;
} extends infer Labels
  ? // One object type instead of an intersection: what an editor shows.
    { [Name in keyof Labels]: Labels[Name] }
  : never;

type ValueOf<Defined, Name> = Name extends keyof Defined
  ? ValueOfDefinition<Defined[Name]>
  : string;

type ValueOfDefinition<Definition> = Definition extends { readonly enum: infer Enum }
  ?
      | ValueOfType<TextOf<Enum>, Definition>
      | (Definition extends { readonly open: true } ? OpenValue<Definition> : never)
  : OpenType<Definition>;

/** Texts of an enum, in either of its two forms. */
type TextOf<Enum> = Enum extends readonly (infer Value)[]
  ? `${Value & TextLike}`
  : `${keyof Enum & (string | number)}`;

/** The texts, and the JavaScript values they stand for where the label has a type. */
type ValueOfType<Value extends string, Definition> = Definition extends { readonly type: "boolean" }
  ? Value | (Value extends `${infer Parsed extends boolean}` ? Parsed : never)
  : Definition extends { readonly type: "integer" }
    ? Value | (Value extends `${infer Parsed extends number}` ? Parsed : never)
    : Value;

type OpenType<Definition> = Definition extends { readonly type: "boolean" }
  ? boolean | "true" | "false"
  : Definition extends { readonly type: "integer" }
    ? number | `${bigint}`
    : string;

/** Any text besides the known values. The intersection keeps the known ones from being swallowed, so editors complete them. */
type OpenValue<Definition> = Definition extends { readonly type: "boolean" | "integer" }
  ? OpenType<Definition>
  : string & Record<never, never>;

/** Some member of a union. Which one does not matter here: the cases come out the same in any order. */
type OneOf<Union> = (Union extends unknown ? (member: () => Union) => void : never) extends (
  member: infer Members,
) => void
  ? Members extends () => infer Member
    ? Member
    : never
  : never;
