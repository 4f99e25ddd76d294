// The list items of `labels` and `labelSets` as types: which labels an item names, and whether it may be spelt so.
import type { InlineLabelDocument } from "./document.js";

/** How a list may refer to shared labels and label sets. A type name of its own, so that errors stay short. */
export type Reference<Label extends string, LabelSet extends string> =
  | ([Label] extends [never] ? "the registry has no shared labels" : Label | `${Label}?`)
  | `...${LabelSet}`;

/** Names of the labels that the items stand for. Sets are opened once each, so a cycle of sets ends. */
export type NamesOf<Item, LabelSets, Opened = never> = Item extends string
  ? Item extends `...${infer Name}`
    ? Name extends keyof LabelSets
      ? Name extends Opened
        ? never
        : NamesOf<ItemOf<LabelSets[Name]>, LabelSets, Opened | Name>
      : never
    : Item extends `${infer Name}?`
      ? Name
      : Item
  : InlineName<Item>;

/** The same for the optional items alone. */
export type OptionalNamesOf<Item, LabelSets, Opened = never> = Item extends string
  ? Item extends `...${infer Name}`
    ? Name extends keyof LabelSets
      ? Name extends Opened
        ? never
        : OptionalNamesOf<ItemOf<LabelSets[Name]>, LabelSets, Opened | Name>
      : never
    : Item extends `${infer Name}?`
      ? Name
      : never
  : Item extends { readonly optional: infer Optional }
    ? Optional extends true
      ? InlineName<Item>
      : never
    : Item extends { readonly name: `${infer Name}?` }
      ? Name
      : never;

/** The inline definitions among the items, those inside sets included. */
export type InlineItemsOf<Item, LabelSets, Opened = never> = Item extends string
  ? Item extends `...${infer Name}`
    ? Name extends keyof LabelSets
      ? Name extends Opened
        ? never
        : InlineItemsOf<ItemOf<LabelSets[Name]>, LabelSets, Opened | Name>
      : never
    : never
  : Item;

/** Name of an inline definition. With `optional` the name is literal, without it a question mark at its end is syntax. */
export type InlineName<Item> = Item extends {
  readonly optional: boolean;
  readonly name: infer Name;
}
  ? Name
  : Item extends { readonly name: `${infer Name}?` }
    ? Name
    : Item extends { readonly name: infer Name }
      ? Name
      : never;

/** The items of a list, as a union. */
export type ItemOf<List> = List extends readonly (infer Item)[] ? Item : never;

/** Labels that are in the list twice; `never` for a list as it should be. */
export type Repeated<List, LabelSets, Seen = never, Found = never> = List extends readonly [
  infer First,
  ...infer Rest,
]
  ? Repeated<
      Rest,
      LabelSets,
      Seen | NamesOf<First, LabelSets>,
      Found | (NamesOf<First, LabelSets> & Seen)
    >
  : Found;

/** The list with a sentence in place of every item that names a label again: the type an error then speaks of. */
export type MarkRepeated<
  List,
  Allowed,
  LabelSets,
  Seen = never,
  Marked extends readonly unknown[] = readonly [],
> = List extends readonly [infer First, ...infer Rest]
  ? MarkRepeated<
      Rest,
      Allowed,
      LabelSets,
      Seen | NamesOf<First, LabelSets>,
      readonly [
        ...Marked,
        [NamesOf<First, LabelSets> & Seen] extends [never]
          ? Allowed
          : `label ${NamesOf<First, LabelSets> & Seen & string} is in this list already`,
      ]
    >
  : Marked;

/** What a list may hold: references that exist and inline definitions, no label twice, no unknown field. */
export type CheckedList<List, Labels, LabelSets> = [Repeated<List, LabelSets>] extends [never]
  ? readonly (
      | Reference<keyof Labels & string, keyof LabelSets & string>
      | CheckedInline<Exclude<ItemOf<List>, string>>
    )[]
  : MarkRepeated<
      List,
      Reference<keyof Labels & string, keyof LabelSets & string> | InlineLabelDocument,
      LabelSets
    >;

type CheckedInline<Item> = [UnknownKeys<Item, InlineLabelDocument>] extends [never]
  ? InlineLabelDocument
  : InlineLabelDocument & UnknownField;

/** Keys of the members of `Given` that `Fields` does not have. */
export type UnknownKeys<Given, Fields> = Given extends object
  ? Exclude<keyof Given, keyof Fields>
  : never;

/**
 * Makes a type nothing can be assigned to, so that the compiler compares the literal itself with the known fields and reports
 * the field it does not know, with its own suggestion.
 */
export interface UnknownField {
  readonly "unknown field": never;
}
