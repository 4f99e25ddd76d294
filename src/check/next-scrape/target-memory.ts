import type { Format } from "../../exposition/index.js";
import type { CompiledRegistry } from "../../registry/index.js";
import type { FamilyState } from "../family-state.js";
import { CheckMemory, isWorthKeeping } from "../memory.js";
import { SeriesTables } from "../series-table.js";
import { SampleKinds } from "./line-kinds.js";
import { LineMemory } from "./line-memory.js";
import { Tallies } from "./tallies.js";

/** Lines and series of which no more than half were in the last scrape are forgotten; so many may lie idle in any case. */
const idleAllowed = 1024;
/** Most scrapes in a row that are checked without looking at the last one, where that did not help. */
const longestPause = 16;

/** What the scrapes of one target have shown, for speed alone: nothing of it shows in a report. */
export class TargetMemory {
  check: CheckMemory;
  readonly lines = new LineMemory();
  readonly tallies = new Tallies();
  readonly kinds = new SampleKinds();

  readonly #registry: CompiledRegistry | undefined;
  readonly #countsAll: boolean;
  readonly #tables = new SeriesTables<FamilyState>();
  #format: Format | undefined;
  #outdated = false;
  /** Number of series when the scrape began. */
  #seriesBefore = 0;
  #pause = 0;
  #pauses = 0;

  constructor(registry: CompiledRegistry | undefined, countsAll: boolean) {
    this.#registry = registry;
    this.#countsAll = countsAll;
    this.check = new CheckMemory(registry, countsAll);
  }

  /** To be called before each scrape. */
  prepare(): void {
    this.check.compiler?.reset();
    if (isWorthKeeping(this.check)) return;
    this.check = new CheckMemory(this.#registry, this.#countsAll);
    this.giveUp();
  }

  /** Begins a scrape in this format: the series of those before. Undefined where it is to be checked by itself. */
  begin(format: Format, seriesLimit: number): SeriesTables<FamilyState> | undefined {
    if (format !== this.#format || this.#outdated) this.#forget();
    this.#format = format;
    if (this.#pause > 0) {
      this.#pause--;
      return undefined;
    }
    this.#tables.beginNext(seriesLimit);
    this.tallies.begin();
    this.#seriesBefore = this.#series();
    return this.#tables;
  }

  /** Ends a scrape that showed so many known and new lines. */
  end(known: number, added: number): void {
    if (known > added) this.#pauses = 0;
    if (added > 0 && isIdle(this.lines.size, known + added)) this.#outdated = true;
    const { singles, composites } = this.#tables;
    const tracked = singles.tracked + composites.tracked;
    const series = this.#series();
    if (series > this.#seriesBefore && isIdle(series, tracked)) this.#outdated = true;
  }

  /** Says that predictions do not hold for this target: it is left alone for a while, each time for longer. */
  giveUp(): void {
    this.#outdated = true;
    this.#pause = this.#pauses;
    this.#pauses = Math.min(2 * this.#pauses + 1, longestPause);
  }

  #series(): number {
    return this.#tables.singles.size + this.#tables.composites.size;
  }

  #forget(): void {
    this.#outdated = false;
    this.lines.clear();
    this.tallies.clear();
    this.kinds.clear();
    this.#tables.clear();
  }
}

function isIdle(size: number, used: number): boolean {
  return size > 2 * used + idleAllowed;
}
