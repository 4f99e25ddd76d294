// Labels as a program gives them, read on the hot path: nothing is allocated, nothing joined. What is in any way unusual is left to the careful
// reading of construct, which also has the words for what is wrong.

import type { Metric } from "../registry/index.js";

export class LabelReader {
  /**
   * What was read last: a text for each label in the order of the registry, "" for one that is absent. Good until the next read.
   */
  readonly texts: string[];
  readonly #names: readonly string[];
  readonly #types: readonly ("string" | "boolean" | "integer")[];
  readonly #places: ReadonlyMap<string, number>;
  /** Number of the read: a getter may begin another one in the midst of it. */
  #turn = 0;

  constructor({ labels }: Metric) {
    this.#names = labels.map(({ name }) => asKey(name));
    this.#types = labels.map(({ definition }) => definition.type);
    this.#places = new Map(this.#names.map((name, place) => [name, place]));
    this.texts = this.#names.map(() => "");
  }

  /**
   * Reads labels into `texts`. False where it takes a closer look: what is no plain object, a name that is not declared, a value that stands for
   * no text, a getter that throws. Never throws. Symbols for names are not looked for: they name no label, and to find them costs more than all
   * the rest.
   */
  read(given: unknown): boolean {
    const turn = ++this.#turn;
    try {
      return this.#read(given) && turn === this.#turn;
    } catch {
      return false;
    }
  }

  #read(given: unknown): boolean {
    if (typeof given !== "object" || given === null) return false;
    const prototype: unknown = Object.getPrototypeOf(given);
    if (prototype !== Object.prototype && prototype !== null) return false;
    const { texts } = this;
    const names = this.#names;
    const { length } = names;
    let place = 0;
    for (const name in given) {
      // biome-ignore lint/suspicious/noPrototypeBuiltins: V8 knows it within a for-in; Object.hasOwn costs as much as all the rest
      if (!Object.prototype.hasOwnProperty.call(given, name)) continue;
      const value: unknown = (given as Readonly<Record<string, unknown>>)[name]; // its own name
      if (value === undefined || value === "") continue;
      while (place < length && names[place] !== name) texts[place++] = "";
      if (place === length) return this.#readInAnyOrder(given);
      const text = typeof value === "string" ? value : this.#textOf(value, place);
      if (text === "") return false;
      texts[place++] = text;
    }
    while (place < length) texts[place++] = "";
    return true;
  }

  #readInAnyOrder(given: object): boolean {
    const { texts } = this;
    for (let place = 0; place < texts.length; place++) texts[place] = "";
    for (const name in given) {
      // biome-ignore lint/suspicious/noPrototypeBuiltins: as above
      if (!Object.prototype.hasOwnProperty.call(given, name)) continue;
      const value: unknown = (given as Readonly<Record<string, unknown>>)[name]; // its own name
      if (value === undefined || value === "") continue;
      const place = this.#places.get(name);
      if (place === undefined) return false;
      const text = typeof value === "string" ? value : this.#textOf(value, place);
      if (text === "") return false;
      texts[place] = text;
    }
    return true;
  }

  /** The text that a number or a boolean stands for; "" for none. */
  #textOf(value: unknown, place: number): string {
    const type = this.#types[place];
    if (typeof value === "boolean" && type === "boolean") return value ? "true" : "false";
    return type === "integer" && Number.isSafeInteger(value) ? String(value) : "";
  }
}

/** A name as the engine keeps the keys of objects: once, so that one is compared with another by where it is. */
function asKey(name: string): string {
  return Object.keys({ [name]: true })[0] ?? name;
}
