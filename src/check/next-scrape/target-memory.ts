import type { Format } from "../../exposition/index.js";
import type { CompiledRegistry } from "../../registry/index.js";
import { CheckMemory, isWorthKeeping } from "../memory.js";
import { LineKinds } from "./line-kinds.js";
import { LineMemory } from "./line-memory.js";
import { Tallies } from "./tallies.js";

/** Lines of which no more than half were in the last scrape are forgotten; so many may lie idle in any case. */
const idleLines = 1024;
/** Most scrapes in a row that are checked without looking at the last one, where that did not help. */
const longestPause = 16;

/** What the scrapes of one target have shown, for speed alone: nothing of it shows in a report. */
export class TargetMemory {
  memory: CheckMemory;
  readonly lines = new LineMemory();
  readonly tallies = new Tallies();
  kinds = new LineKinds();
  #format: Format | undefined;
  #pause = 0;
  #pauses = 0;

  readonly #registry: CompiledRegistry | undefined;

  constructor(registry: CompiledRegistry | undefined) {
    this.#registry = registry;
    this.memory = new CheckMemory(registry);
  }

  /** To be called before each scrape. */
  prepare(): void {
    this.memory.compiler?.reset();
    if (isWorthKeeping(this.memory)) return;
    this.memory = new CheckMemory(this.#registry);
    this.forget();
  }

  /** Begins a scrape in this format. False where it is to be checked plainly. */
  begin(format: Format): boolean {
    if (format !== this.#format) this.forget();
    this.#format = format;
    this.tallies.begin();
    if (this.#pause === 0) return true;
    this.#pause--;
    return false;
  }

  /** Ends a scrape that showed so many known and new lines. */
  end(known: number, added: number): void {
    if (known > added) this.#pauses = 0;
    if (added > 0 && this.lines.size > 2 * (known + added) + idleLines) this.forget();
  }

  /** Says that predictions do not hold for this target: it is left alone for a while, each time for longer. */
  giveUp(): void {
    this.forget();
    this.#pause = this.#pauses;
    this.#pauses = Math.min(2 * this.#pauses + 1, longestPause);
  }

  forget(): void {
    this.lines.clear();
    this.tallies.clear();
    this.kinds = new LineKinds();
  }
}
