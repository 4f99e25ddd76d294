// Exemplars by row: one of a counter, one of each bucket. OpenMetrics has a place for them.

import { readExemplar } from "../construct/index.js";
import { type Exemplar, isPlainName, openMetricsText } from "../exposition/index.js";
import type { Metric } from "../registry/index.js";
import { labelText } from "./write/family-text.js";
import type { PayloadWriter } from "./write/payload-writer.js";

interface Kept {
  readonly exemplar: Exemplar;
  /** As it is written. */
  readonly text: string;
  readonly isPlain: boolean;
}

export class Exemplars {
  readonly #kept = new Map<number, Kept>();

  /** Whether the labels of all of them are written without quotes. */
  get arePlain(): boolean {
    for (const { isPlain } of this.#kept.values()) if (!isPlain) return false;
    return true;
  }

  get size(): number {
    return this.#kept.size;
  }

  at(place: number): Exemplar | undefined {
    return this.#kept.get(place)?.exemplar;
  }

  set(place: number, exemplar: Exemplar): void {
    const isPlain = isPlainExemplar(exemplar);
    this.#kept.set(place, { exemplar, text: exemplarText(exemplar), isPlain });
  }

  delete(place: number): void {
    this.#kept.delete(place);
  }

  clear(): void {
    this.#kept.clear();
  }

  /** Writes the exemplar of a place, where there is one. */
  write(out: PayloadWriter, place: number): void {
    if (this.#kept.size === 0) return;
    const kept = this.#kept.get(place);
    if (kept !== undefined) out.text(kept.text);
  }
}

/** Whether its labels are written without quotes. */
export function isPlainExemplar({ labels }: Exemplar): boolean {
  return Object.keys(labels).every((name) => isPlainName(name, true));
}

/** Reads the labels of an exemplar of what is recorded now. Throws a PromschemaError for what no reader would take. */
export function exemplarOf(metric: Metric, labels: unknown, value: number, now: number): Exemplar {
  return readExemplar(metric, { labels, value, timestamp: now });
}

/** ` # {labels} value timestamp` (OpenMetrics 1.0, section 4.1). */
export function exemplarText({ labels, value, timestamp }: Exemplar): string {
  const list = Object.entries(labels).map(([name, text]) => labelText(name, text));
  const time = timestamp === undefined ? "" : ` ${openMetricsText(timestamp, -3)}`;
  return ` # {${list.join()}} ${openMetricsText(value)}${time}`;
}
