// Quantiles of what was observed of late. The window is cut into parts, of which the oldest is dropped as time goes on. A part counts observations by
// their logarithm, so that it is small however many there are, and a quantile is off by half a percent at most.

/** A value and the next that is counted apart from it differ by this factor. */
const step = 1.01;
const logStep = Math.log(step);
/** Values closer to zero count as zero, and greater ones as the greatest: 1e-18 to 1e18. */
const farthest = Math.ceil(Math.log(1e18) / logStep);

class Part {
  count = 0;
  zeros = 0;
  min = Infinity;
  max = -Infinity;
  /** Numbers of observations by their logarithm. */
  readonly counts = new Map<number, number>();

  add(value: number): void {
    this.count++;
    this.min = Math.min(this.min, value);
    this.max = Math.max(this.max, value);
    const log = Math.round(Math.log(value) / logStep);
    if (log < -farthest) this.zeros++;
    else {
      const key = Math.min(log, farthest);
      this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    }
  }
}

export interface WindowOptions {
  /** How far back it reaches. */
  readonly seconds: number;
  /** In how many steps it moves on. */
  readonly parts: number;
}

export class QuantileWindow {
  readonly #span: number;
  /** The youngest first. */
  readonly #parts: Part[];
  /** When the youngest began, in milliseconds since the epoch. */
  #began: number | undefined;

  constructor({ seconds, parts }: WindowOptions) {
    this.#span = (seconds * 1000) / parts;
    this.#parts = Array.from({ length: parts }, () => new Part());
  }

  /** Counts an observation that is not negative. */
  add(value: number, now: number): void {
    this.#moveOn(now);
    this.#parts[0]?.add(value);
  }

  /** The least value that so much of the observations does not exceed, for each quantile; NaN where nothing was observed. They rise. */
  quantiles(wanted: readonly number[], now: number): number[] {
    this.#moveOn(now);
    const parts = this.#parts.filter(({ count }) => count > 0);
    const all = new Map<number, number>();
    for (const { counts } of parts) {
      for (const [log, count] of counts) all.set(log, (all.get(log) ?? 0) + count);
    }
    const sorted = [...all].sort(([one], [other]) => one - other);
    const total = sumOf(parts, ({ count }) => count);
    const zeros = sumOf(parts, (part) => part.zeros);
    const min = Math.min(...parts.map((part) => part.min));
    const max = Math.max(...parts.map((part) => part.max));
    let passed = zeros;
    let at = 0;
    return wanted.map((quantile) => {
      const rank = Math.max(1, Math.ceil(quantile * total));
      if (total === 0) return Number.NaN;
      if (rank === 1 || rank <= zeros) return min;
      if (rank >= total) return max;
      while (at < sorted.length && passed + sorted[at]![1] < rank) passed += sorted[at++]![1];
      const log = sorted[at]?.[0] ?? farthest;
      return Math.min(Math.max(Math.exp(log * logStep), min), max);
    });
  }

  /** Begins new parts for the time that went by. A clock that was set back begins the youngest anew. */
  #moveOn(now: number): void {
    if (this.#began === undefined || now < this.#began) this.#began = now;
    const steps = Math.floor((now - this.#began) / this.#span);
    if (steps === 0) return;
    for (let step = 0; step < Math.min(steps, this.#parts.length); step++) {
      this.#parts.unshift(new Part());
      this.#parts.pop();
    }
    this.#began += steps * this.#span;
  }
}

function sumOf(parts: readonly Part[], part: (part: Part) => number): number {
  return parts.reduce((sum, one) => sum + part(one), 0);
}
