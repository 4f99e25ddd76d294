// Blocks of series as they were written at the scrape before. Most series of most services stand still between two scrapes: a block without a change is
// handed out again, and neither written nor kept twice.

import type { PayloadWriter } from "./payload-writer.js";

/** Metrics with fewer rows are written faster than they are compared. */
const worthwhile = 4096;

interface Block {
  readonly from: number;
  readonly to: number;
  readonly piece: unknown;
  readonly values: Float64Array;
  readonly versions: Uint32Array;
}

/** What the rows of a metric hold: a row is the same while its value and its version are. */
interface Rows {
  readonly values: Float64Array;
  readonly versions: Uint32Array;
}

/** Writes rows `[from, to)`, or fewer where it may stop when there is enough for a piece. Says where it stopped. */
export type WriteRows = (from: number, to: number, mayStop: boolean) => number;

/** Writes rows `[0, count)`. */
export function writeAll(out: PayloadWriter, count: number, write: WriteRows): void {
  for (let row = 0; row < count; ) {
    row = write(row, count, true);
    out.rest();
  }
}

export class WrittenBlocks {
  /** In order; each begins where the one before ends. */
  #blocks: Block[] = [];

  /** Writes rows `[0, count)`: a block that is the same as before is not written but added again. */
  write(out: PayloadWriter, rows: Rows, count: number, write: WriteRows): void {
    if (count < worthwhile) {
      this.#blocks = [];
      writeAll(out, count, write);
      return;
    }
    const known = this.#blocks;
    const blocks: Block[] = [];
    out.cut();
    for (let row = 0, at = 0; row < count; at++) {
      const block = known[at];
      // The last one was cut short by the end, and goes on where there is more.
      const isLast = at === known.length - 1;
      const hasEnd = block !== undefined && block.to <= count && !(isLast && block.to < count);
      const isUsable = hasEnd && block.from === row;
      if (isUsable && isSame(block, rows)) {
        out.again(block.piece);
        blocks.push(block);
        row = block.to;
        continue;
      }
      // A block keeps its end, so that those behind it stay what they are.
      const to = isUsable ? write(row, block.to, false) : write(row, count, true);
      blocks.push({
        from: row,
        to,
        piece: out.cut(),
        values: rows.values.slice(row, to),
        versions: rows.versions.slice(row, to),
      });
      row = to;
    }
    this.#blocks = blocks;
  }
}

function isSame({ from, to, values, versions }: Block, now: Rows): boolean {
  for (let row = from; row < to; row++) {
    const value = now.values[row]!;
    const before = values[row - from]!;
    if (now.versions[row] !== versions[row - from]) return false;
    if (
      value !== before
        ? !(Number.isNaN(value) && Number.isNaN(before))
        : value === 0 && !Object.is(value, before)
    )
      return false;
  }
  return true;
}
