// Series of one sample in OpenMetrics, where a series may have several points: they stand together, each later than the one before (OpenMetrics
// 1.0, sections 3.1 and 4.2). The text formats know no points.

import type { CurrentLine } from "../current-line.js";
import type { FindingSink } from "../finding-sink.js";
import { enlarged, nextLength } from "../rows.js";
import type { SeriesTable } from "../series-table.js";

export class Points {
  readonly #sink: FindingSink;
  readonly #line: CurrentLine;
  readonly #table: SeriesTable;
  #last = -1;

  constructor(sink: FindingSink, line: CurrentLine, table: SeriesTable) {
    this.#sink = sink;
    this.#line = line;
    this.#table = table;
  }

  /** A series seen for the first time. */
  begin(index: number, timestamp: number): void {
    this.#last = index;
    if (index < 0) return;
    const table = this.#table;
    if (index >= table.times.length) {
      table.times = enlarged(table.times, Math.max(64, nextLength(index)));
    }
    table.times[index] = timestamp;
  }

  /** A series seen before, first on `line`. */
  again(
    index: number,
    family: { readonly name: string },
    timestamp: number,
    firstLine: number,
  ): void {
    this.#judgeTime(index, family.name, timestamp, firstLine);
    if (index !== this.#last) {
      this.#sink.add({
        rule: "spec/interleaved-series",
        metric: family.name,
        message: `a series of ${family.name} goes on here after another series`,
        ...this.#line.name(),
      });
    }
    this.#last = index;
  }

  /** A state of a stateset seen before: all states of a point stand together, so others may have come between. */
  nextState(
    index: number,
    family: { readonly name: string },
    timestamp: number,
    firstLine: number,
  ): void {
    this.#judgeTime(index, family.name, timestamp, firstLine);
  }

  #judgeTime(index: number, name: string, timestamp: number, firstLine: number): void {
    const before = this.#table.times[index]!;
    this.#table.times[index] = timestamp;
    if (Number.isNaN(timestamp) || Number.isNaN(before) || timestamp === before) {
      this.#sink.add({
        rule: "spec/duplicate-series",
        metric: name,
        message: `series of ${name} stands twice: the same labels and time as on line ${firstLine}`,
        ...this.#line.name(),
      });
    } else if (timestamp < before) {
      this.#sink.add({
        rule: "spec/timestamp-order",
        metric: name,
        message: `timestamps of ${name} go back within a series`,
        ...this.#line.timestamp(),
      });
    }
  }
}
