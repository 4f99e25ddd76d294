// Label names as they stand before their values: `name="`, or `"a name"="`. Within a family no two become the same.

import { printable, quote } from "../../diagnostics/index.js";
import { type EscapingScheme, escapeName } from "../escape-name.js";
import { isPlainLabelName } from "../grammar.js";
import { bytesOf } from "./byte-writer.js";
import type { LossLog } from "./losses.js";
import type { Block } from "./plan.js";
import { refuseModel } from "./unwritable.js";

const loneSurrogate = /\p{Surrogate}/u;
/** What a label must never be called: it would be a second metric name. */
const nameLabel = "__name__";

export class LabelNames {
  readonly #scheme: EscapingScheme;
  readonly #losses: LossLog | undefined;
  /** Keys by name. */
  #keys = new Map<string, Uint8Array>();
  #block: Block | undefined;
  /** Names that the scheme changes, by name; made when the first is met. */
  #changed: Map<string, string> | undefined;

  constructor(scheme: EscapingScheme, losses: LossLog | undefined) {
    this.#scheme = scheme;
    this.#losses = losses;
  }

  /** Begins a block. A name is written alike in all of them, unless one had to be changed or is the block's own. */
  enter(block: Block): void {
    if (this.#changed !== undefined || this.#block?.ownLabel !== block.ownLabel) {
      this.#keys = new Map();
    }
    this.#changed = undefined;
    this.#block = block;
  }

  /** What stands before the value of a label. Throws PromschemaError for a name that no label can have. */
  key(name: string): Uint8Array {
    const known = this.#keys.get(name);
    if (known !== undefined) return known;
    const key = labelKey(this.#written(name));
    this.#keys.set(name, key);
    return key;
  }

  /** What stands before the values of an exemplar's labels. */
  exemplarKeys(names: readonly string[]): Uint8Array[] {
    const taken = new Set<string>();
    return names.map((name) => {
      checkLabelName(name, this.#block?.metric);
      let written = escapeName(name, this.#scheme, "label");
      if (taken.has(written)) written = escapeName(name, "values", "label");
      taken.add(written);
      return labelKey(written);
    });
  }

  #written(name: string): string {
    const metric = this.#block?.metric;
    checkLabelName(name, metric);
    if (name === this.#block?.ownLabel) {
      refuseModel(
        `label ${printable(name)} of ${printable(metric ?? "")} is part of the value: expected it there alone`,
        { ...(metric === undefined ? {} : { metric }), label: name },
      );
    }
    if (escapeName(name, this.#scheme, "label") === name) return name;
    this.#changed ??= this.#assign();
    return this.#changed.get(name) ?? name;
  }

  #assign(): Map<string, string> {
    const names = new Set<string>();
    for (const { labels } of this.#block?.series ?? []) {
      for (const name of Object.keys(labels)) names.add(name);
    }
    const written = new Map<string, string>();
    const taken = new Set([nameLabel, this.#block?.writtenOwnLabel ?? ""]);
    for (const name of names) {
      if (escapeName(name, this.#scheme, "label") === name) taken.add(name);
    }
    for (const name of names) {
      let escaped = escapeName(name, this.#scheme, "label");
      if (escaped === name) continue;
      if (taken.has(escaped)) escaped = escapeName(name, "values", "label");
      taken.add(escaped);
      written.set(name, escaped);
      this.#tell(name, escaped);
    }
    return written;
  }

  #tell(name: string, escaped: string): void {
    const metric = this.#block?.metric ?? "";
    this.#losses?.add(
      "label",
      metric,
      `label ${quote(name)} of ${printable(metric)} is written ${escaped}`,
      0,
      name,
    );
  }
}

/** A label's name as it stands before its value. */
export function labelKey(name: string): Uint8Array {
  if (isPlainLabelName(name)) return bytesOf(`${name}="`);
  return bytesOf(`"${escapeQuoted(name)}"="`);
}

/** A name with the escapes that it needs in quotes. */
export function escapeQuoted(name: string): string {
  return name.replace(/[\\"\n]/g, (char) => (char === "\n" ? "\\n" : `\\${char}`));
}

/** Throws for text that UTF-8 cannot spell. */
export function checkWellFormed(text: string, what: string, metric?: string): void {
  if (!loneSurrogate.test(text)) return;
  refuseModel(
    `${what} ${quote(text)} holds half a surrogate pair, which UTF-8 cannot spell`,
    metric === undefined ? {} : { metric },
  );
}

function checkLabelName(name: string, metric: string | undefined): void {
  const place = { ...(metric === undefined ? {} : { metric }), label: name };
  const of = metric === undefined ? "" : ` of ${printable(metric)}`;
  if (name === "") refuseModel(`a label${of} has an empty name`, place);
  if (name === nameLabel) {
    refuseModel(`label __name__${of} is reserved: the family has the name`, place);
  }
  checkWellFormed(name, "label name", metric);
}
