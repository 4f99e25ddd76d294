// What holds for a sample once its family and the identity of its series are known: duplicates, points, the parts of a series, values. How
// the identity was come by, from labels that were read or from a line known before, is nobody's business here.

import type { Role, Scanner } from "../exposition/index.js";
import type { MetricContract } from "./contract/metric-contract.js";
import { judgeBounds } from "./contract/value-contract.js";
import type { CurrentLine, Place } from "./current-line.js";
import type { FamilyState } from "./family-state.js";
import type { FindingSink } from "./finding-sink.js";
import type { LineContext } from "./line-context.js";
import type { RowOwners } from "./row-owners.js";
import { type SeriesTable, type SeriesTables, UNTRACKED } from "./series-table.js";
import { Composites, type RowPlace } from "./specification/composites.js";
import { judgeExemplar } from "./specification/exemplars.js";
import { Points } from "./specification/points.js";
import {
  reportCounterValue,
  reportDuplicate,
  reportForeignSample,
  reportInfoValue,
  reportInterleavedSeries,
  reportStateValue,
} from "./specification/samples.js";

/** Row of the composite series beyond the limit: only the current one of them is known. */
export const SPARE_ROW = 0;
/** Most incomplete series whose place is kept for a code frame. */
const keptPlaces = 100;

/** Where a row began: offsets that are good until the range they are in ends, or from then on the place. */
type RowStart = Pick<Scanner, "lineStart" | "nameStart" | "nameEnd" | "line"> | RowPlace;

/** Told of a new series with labels that break its contract. */
export type JudgeLabels = (state: FamilyState, contract: MetricContract) => void;

/** Whether a sample is part of a composite series, and not one that its type has no place for. `ownAt` is -1 for one without its family's own label. */
export function isPart({ kind }: FamilyState, role: Role, ownAt: number): boolean {
  if (kind === "single") return false;
  if (role !== "value") return true;
  return kind === "stateset" || (kind === "summary" && ownAt !== -1);
}

export class SampleLaws {
  series = 0;
  /** Index of the current sample's series: in `singles`, or its row. UNTRACKED or SPARE_ROW beyond the limit. */
  index = UNTRACKED;
  /** Samples of series beyond the limit. */
  untracked = 0;
  /** Where each metric went beyond its `maxSeries`. */
  readonly crossed = new Map<MetricContract, Place>();

  readonly #scanner: Scanner;
  readonly #sink: FindingSink;
  readonly #line: CurrentLine;
  readonly #openMetrics: boolean;
  readonly #judgeLabels: JudgeLabels;
  readonly #singles: SeriesTable;
  readonly #composites: SeriesTable;
  readonly #parts: Composites;
  readonly #points: Points;
  /** Family of each composite series, by row. */
  readonly #rowStates: RowOwners<FamilyState>;
  /** Rows in order of appearance, where that is not the order of their numbers: where some are known from before. */
  readonly #rows: number[] | undefined;
  /** Where incomplete series began, by row: kept when another one follows, while the line is at hand. */
  readonly #incomplete = new Map<number, RowPlace>();
  /** The composite series of the sample before. */
  #row = -1;
  #rowLow = 0;
  #rowHigh = 0;
  #rowStart: RowStart | undefined;

  constructor(
    { scanner, sink, line, openMetrics }: LineContext,
    { singles, composites, rows, owners }: SeriesTables<FamilyState>,
    judgeLabels: JudgeLabels,
  ) {
    this.#scanner = scanner;
    this.#sink = sink;
    this.#line = line;
    this.#openMetrics = openMetrics;
    this.#judgeLabels = judgeLabels;
    this.#singles = singles;
    this.#composites = composites;
    this.#rowStates = owners;
    this.#parts = new Composites(sink, line, openMetrics, rows);
    this.#points = new Points(sink, line, singles);
    this.#rows = composites.size > 0 ? [] : undefined;
  }

  /** A sample that is a series of its own, of this identity. `faulty` says that its labels break the contract. */
  single(state: FamilyState, role: Role, low: number, high: number, faulty: boolean): void {
    this.#single(state, role, this.#singles.enter(low, high, this.#scanner.line), faulty);
  }

  /** The same for a series of an earlier exposition, with labels that break nothing. */
  knownSingle(state: FamilyState, role: Role, index: number): void {
    this.#single(state, role, this.#singles.enterKnown(index, this.#scanner.line), false);
  }

  #single(state: FamilyState, role: Role, index: number, faulty: boolean): void {
    const table = this.#singles;
    this.index = index;
    if (table.isNew) {
      if (index === UNTRACKED) this.untracked++;
      this.#countSeries(state, faulty);
      if (this.#openMetrics) this.#points.begin(index, this.#timestamp());
    } else if (this.#openMetrics) {
      this.#points.again(index, state, this.#timestamp(), table.lines[index]!);
    } else {
      reportDuplicate(state, table.lines[index]!, this.#sink, this.#line);
    }
    if (state.isCounter) this.#judgeCounter(state);
    if (state.boundsValue) this.#judgeBounds(state);
    if (state.kind !== "single") reportForeignSample(state, this.#sink, this.#line);
    else if (state.family.type === "info") this.#infoSample(state, role);
  }

  /** The row of a series that has several samples, of which the current one has this identity. */
  row(state: FamilyState, low: number, high: number, faulty: boolean): number {
    if (low === this.#rowLow && high === this.#rowHigh && this.#row >= 0) {
      return this.#sameRow(state);
    }
    this.#leaveRow();
    this.#rowLow = low;
    this.#rowHigh = high;
    return this.#enterRow(state, this.#composites.enter(low, high, this.#scanner.line) + 1, faulty);
  }

  /** The same for a series of an earlier exposition, with labels that break nothing. */
  knownRow(state: FamilyState, row: number): number {
    if (row === this.#row) return this.#sameRow(state);
    const table = this.#composites;
    const low = table.lowOf(row - 1);
    const high = table.highOf(row - 1);
    // Beyond the limit the row is another than its own.
    if (low === this.#rowLow && high === this.#rowHigh && this.#row === SPARE_ROW) {
      return this.#sameRow(state);
    }
    this.#leaveRow();
    this.#rowLow = low;
    this.#rowHigh = high;
    return this.#enterRow(state, table.enterKnown(row - 1, this.#scanner.line) + 1, false);
  }

  #sameRow(state: FamilyState): number {
    if (this.#openMetrics) this.#nextPoint(state);
    this.index = this.#row;
    return this.#row;
  }

  #enterRow(state: FamilyState, row: number, faulty: boolean): number {
    this.index = row;
    this.#row = row;
    if (!this.#composites.isNew) {
      if (this.#openMetrics) {
        reportInterleavedSeries(state, this.#sink, this.#line);
        this.#nextPoint(state);
      }
      return row;
    }
    if (row === SPARE_ROW) this.untracked++;
    else this.#rows?.push(row);
    this.#rowStates.set(row, state);
    this.#beginRow(row);
    this.#countSeries(state, faulty);
    return row;
  }

  bucket(state: FamilyState, row: number, bound: number): void {
    this.#parts.bucket(row, state, bound, this.#scanner.value);
  }

  quantile(state: FamilyState, row: number, quantile: number): void {
    this.#parts.quantile(row, state, quantile, this.#scanner.value);
  }

  /** A part of a row that is no bucket and no quantile. */
  part(state: FamilyState, row: number, role: Role): void {
    const { value } = this.#scanner;
    switch (role) {
      case "count":
      case "gcount":
        this.#parts.part(row, state, "count", value);
        break;
      case "sum":
      case "gsum":
        this.#parts.part(row, state, "sum", value);
        break;
      case "total":
        this.#parts.part(row, state, "total", value);
        this.#judgeCounter(state);
        if (state.boundsValue) this.#judgeBounds(state);
        break;
      default:
        this.#parts.part(row, state, "created", value);
    }
  }

  /** A state of a stateset: a series of its own on the wire, of this identity. */
  stateSample(state: FamilyState, low: number, high: number): void {
    const { value } = this.#scanner;
    if (value !== 0 && value !== 1) reportStateValue(state, value, this.#sink, this.#line);
    const table = this.#singles;
    const index = table.enter(low, high, this.#scanner.line);
    if (table.isNew) this.#points.begin(index, this.#timestamp());
    else this.#points.nextState(index, state, this.#timestamp(), table.lines[index]!);
  }

  /** The exemplar of the current sample, which has one. `bound` is the upper bound of its bucket, Infinity for none. */
  exemplar(state: FamilyState, role: Role, bound: number): void {
    judgeExemplar(state, role, bound, this.#scanner, this.#sink, this.#line);
  }

  /** Between two ranges of a stream: offsets lose their meaning. */
  rest(): void {
    if (this.#rowStart !== undefined) this.#rowStart = this.#rowPlace();
  }

  /** Judges what only the whole exposition can show. */
  finish(): void {
    this.#leaveRow();
    const close = (row: number) => {
      const state = this.#rowStates.get(row);
      if (state !== undefined) this.#parts.close(row, state, this.#keptPlace(row));
    };
    if (this.#rows !== undefined) for (const row of this.#rows) close(row);
    else for (let row = SPARE_ROW + 1; row <= this.#composites.size; row++) close(row);
  }

  /** Milliseconds of the current sample; NaN for none. */
  #timestamp(): number {
    return this.#scanner.hasTimestamp ? this.#scanner.timestamp : Number.NaN;
  }

  #judgeCounter(state: FamilyState): void {
    const { value } = this.#scanner;
    if (!(value >= 0)) reportCounterValue(state, value, this.#sink, this.#line);
  }

  #judgeBounds({ contract }: FamilyState): void {
    if (contract !== undefined) judgeBounds(contract, this.#scanner.value, this.#sink, this.#line);
  }

  #infoSample(state: FamilyState, role: Role): void {
    const { value } = this.#scanner;
    if (role !== "info") reportForeignSample(state, this.#sink, this.#line);
    else if (value !== 1) reportInfoValue(state, value, this.#sink, this.#line);
  }

  /** A series seen for the first time: it counts, and what is wrong with its labels is told once. */
  #countSeries(state: FamilyState, faulty: boolean): void {
    this.series++;
    const { contract } = state;
    if (contract === undefined) return;
    contract.series++;
    if (contract.series - 1 === contract.metric.maxSeries) {
      this.crossed.set(contract, this.#line.name());
    }
    if (faulty) this.#judgeLabels(state, contract);
  }

  #beginRow(row: number): void {
    this.#parts.open(row, this.#timestamp());
    const { lineStart, nameStart, nameEnd, line } = this.#scanner;
    this.#rowStart = { lineStart, nameStart, nameEnd, line };
  }

  /** OpenMetrics: a later timestamp begins the next point of a series; the one before is judged. */
  #nextPoint(state: FamilyState): void {
    if (state.kind === "stateset") return;
    if (!this.#parts.isNextPoint(this.#row, state, this.#timestamp())) return;
    if (this.#parts.isIncomplete(this.#row, state)) {
      this.#parts.close(this.#row, state, this.#rowPlace());
    }
    this.#beginRow(this.#row);
  }

  /** Keeps the place of a series that looks incomplete; closes it where it will not be known again. */
  #leaveRow(): void {
    const state = this.#rowStates.get(this.#row);
    if (state !== undefined && this.#parts.isIncomplete(this.#row, state)) {
      if (this.#row === SPARE_ROW) this.#parts.close(SPARE_ROW, state, this.#rowPlace());
      else if (this.#rowStart !== undefined && this.#incomplete.size < keptPlaces) {
        this.#incomplete.set(this.#row, this.#rowPlace());
      }
    }
    this.#rowStart = undefined;
  }

  /** Where the current row began, as well as it is known: of a row that goes on after others, what was kept. */
  #rowPlace(): RowPlace {
    const start = this.#rowStart;
    if (start === undefined) return this.#keptPlace(this.#row);
    if (!("lineStart" in start)) return start;
    return this.#line.at(start.line, start.lineStart, start.nameStart, start.nameEnd);
  }

  #keptPlace(row: number): RowPlace {
    return this.#incomplete.get(row) ?? { line: this.#composites.lines[row - 1] ?? 0, column: 1 };
  }
}
