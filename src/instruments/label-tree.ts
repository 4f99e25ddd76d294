// Rows by the texts of their labels. A fork tells two sets apart by one label, the first in which they differed; what it does not look at,
// the row itself is compared in. So a set is found in few steps, and a row takes little memory, however many labels it has.

/** A fork has nodes, and the label that it tells them apart by; a leaf has a row and its texts. One class, so that a walk meets one shape. */
class TreeNode {
  at = -1;
  nodes: Map<string, TreeNode> | undefined;
  row: number;
  texts: readonly string[];

  constructor(row: number, texts: readonly string[]) {
    this.row = row;
    this.texts = texts;
  }
}

export class LabelTree {
  #root: TreeNode | undefined;

  /** The row of the texts, one for each label in the order of the registry, "" for none; -1 where there is none. */
  find(texts: readonly string[]): number {
    let node = this.#root;
    if (node === undefined) return -1;
    let told = -1;
    for (let { nodes } = node; nodes !== undefined; { nodes } = node) {
      told = node.at;
      node = nodes.get(texts[told]!);
      if (node === undefined) return -1;
    }
    const known = node.texts;
    for (let at = 0; at < known.length; at++) {
      // The last fork has compared its own.
      if (at !== told && known[at] !== texts[at]) return -1;
    }
    return node.row;
  }

  /** Adds a row for texts that have none. Keeps the list. */
  add(texts: readonly string[], row: number): void {
    const leaf = new TreeNode(row, texts);
    let parent: TreeNode | undefined;
    let node = this.#root;
    while (node?.nodes !== undefined) {
      parent = node;
      node = node.nodes.get(texts[node.at]!);
    }
    // A leaf in the way becomes a fork between the two.
    const place = node === undefined ? leaf : fork(node, leaf);
    if (parent === undefined) this.#root = place;
    else parent.nodes?.set(texts[parent.at]!, place);
  }

  /** Takes the row of the texts out, which have one. */
  remove(texts: readonly string[]): void {
    let node = this.#root;
    // The last fork above which there is another way to go: all below it leads to this row alone.
    let kept: TreeNode | undefined;
    while (node?.nodes !== undefined) {
      if (node.nodes.size > 1) kept = node;
      node = node.nodes.get(texts[node.at]!);
    }
    if (kept === undefined) this.#root = undefined;
    else kept.nodes?.delete(texts[kept.at]!);
  }

  clear(): void {
    this.#root = undefined;
  }
}

function fork(one: TreeNode, other: TreeNode): TreeNode {
  const node = new TreeNode(-1, []);
  node.at = one.texts.findIndex((text, at) => text !== other.texts[at]);
  node.nodes = new Map([
    [one.texts[node.at]!, one],
    [other.texts[node.at]!, other],
  ]);
  return node;
}
