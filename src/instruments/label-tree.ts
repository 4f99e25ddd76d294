// Rows by the texts of their labels. A fork tells two sets apart by one label, the first in which they differed; the others are compared in the columns.
// So a set is found in few steps, and a row has no object of its own: the garbage collector of a process with a million series has enough to do.

interface Fork {
  /** The label that it tells apart by. */
  readonly place: number;
  /** A row, or a fork that tells further. */
  readonly nodes: Map<string, number | Fork>;
}

export class LabelTree {
  /** By label and row: the text, "" for none. */
  readonly columns: readonly string[][];
  #root: number | Fork | undefined;

  /** A tree of sets with so many labels. */
  constructor(width: number) {
    this.columns = Array.from({ length: width }, () => []);
  }

  /** The row of the texts, one for each label in the order of the registry, "" for none; -1 where there is none. */
  find(texts: readonly string[]): number {
    let node = this.#root;
    let told = -1;
    while (typeof node === "object") {
      told = node.place;
      node = node.nodes.get(texts[told]!);
    }
    if (node === undefined) return -1;
    const { columns } = this;
    for (let place = 0; place < columns.length; place++) {
      // The last fork has compared its own.
      if (place !== told && columns[place]![node] !== texts[place]) return -1;
    }
    return node;
  }

  /** Adds a row for texts that have none. */
  add(texts: readonly string[], row: number): void {
    const { columns } = this;
    for (let place = 0; place < columns.length; place++) columns[place]![row] = texts[place]!;
    let parent: Fork | undefined;
    let node = this.#root;
    while (typeof node === "object") {
      parent = node;
      node = node.nodes.get(texts[node.place]!);
    }
    // A row in the way becomes a fork between the two.
    const child = node === undefined ? row : this.#fork(node, row);
    if (parent === undefined) this.#root = child;
    else parent.nodes.set(texts[parent.place]!, child);
  }

  /** Takes a row out, with its texts. */
  remove(row: number): void {
    const texts = this.textsOf(row);
    let node = this.#root;
    // The last fork at which there is another way to go: all below leads to this row alone.
    let kept: Fork | undefined;
    while (typeof node === "object") {
      if (node.nodes.size > 1) kept = node;
      node = node.nodes.get(texts[node.place]!);
    }
    if (kept === undefined) this.#root = undefined;
    else kept.nodes.delete(texts[kept.place]!);
    for (const column of this.columns) column[row] = "";
  }

  textsOf(row: number): string[] {
    return this.columns.map((column) => column[row] ?? "");
  }

  clear(): void {
    this.#root = undefined;
    for (const column of this.columns) column.length = 0;
  }

  #fork(one: number, other: number): Fork {
    const place = this.columns.findIndex((column) => column[one] !== column[other]);
    const column = this.columns[place] ?? [];
    const nodes = new Map([
      [column[one] ?? "", one],
      [column[other] ?? "", other],
    ]);
    return { place, nodes };
  }
}
