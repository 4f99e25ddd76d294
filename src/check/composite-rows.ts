import { enlarged, largestKept, nextLength } from "./rows.js";

const firstRows = 64;
const noTimes = new Float64Array(0);

/** What is known of each series of several samples, a row each. A row says something of this exposition once it was opened in it. */
export class CompositeRows {
  flags = new Uint8Array(firstRows);
  lastBound = new Float64Array(firstRows);
  lastCount = new Float64Array(firstRows);
  infCount = new Float64Array(firstRows);
  count = new Float64Array(firstRows);
  /** Milliseconds; NaN for none. OpenMetrics only: there a series may have several points. */
  timestamp = noTimes;

  /** Makes room for a row, with a timestamp or without. */
  reserve(row: number, timed: boolean): void {
    if (row >= this.flags.length) {
      const length = nextLength(row);
      this.flags = enlarged(this.flags, length);
      this.lastBound = enlarged(this.lastBound, length);
      this.lastCount = enlarged(this.lastCount, length);
      this.infCount = enlarged(this.infCount, length);
      this.count = enlarged(this.count, length);
    }
    if (timed && row >= this.timestamp.length) {
      this.timestamp = enlarged(this.timestamp, this.flags.length);
    }
  }

  /** Whether there is room for more than is kept for the next exposition. */
  get isLarge(): boolean {
    return this.flags.length > largestKept;
  }
}
