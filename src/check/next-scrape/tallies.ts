import type { Scanner } from "../../exposition/index.js";
import type { LabelRule } from "../contract/metric-contract.js";
import type { FamilyState } from "../family-state.js";
import { countValue } from "../series-labels.js";

/** The label values of a line that its contract counts: the rule of each label, and the text. */
type Tally = readonly (readonly [rule: LabelRule, text: string])[];

const NOTHING_COUNTED = 0;

/**
 * Which label values the contracts count (`maxValues`, values that are always present, coverage), by line. Many lines share one tally, which is entered
 * once a scrape.
 */
export class Tallies {
  readonly #tallies: Tally[] = [[]];
  readonly #numbers = new Map<string, number>();
  /** Whether a tally was entered in this scrape. */
  #entered = new Uint8Array(64);

  /** Begins a scrape. */
  begin(): void {
    this.#entered.fill(0);
  }

  clear(): void {
    this.#tallies.length = 1;
    this.#numbers.clear();
  }

  /** The tally of the current sample. */
  of(scanner: Scanner, state: FamilyState): number {
    const { contract, ownLabel } = state;
    if (contract === undefined) return NOTHING_COUNTED;
    const tally: [LabelRule, string][] = [];
    let key = `${state.family.id}`;
    for (const rule of contract.rules) {
      const { name, values } = rule;
      if (values === undefined || name === ownLabel) continue;
      const at = scanner.labelNames.subarray(0, scanner.labelCount).indexOf(name);
      if (at === -1) continue;
      const value = scanner.labelValues[at]!;
      if (scanner.values.lengthOf(value) === 0) continue;
      const text = scanner.values.text(value);
      tally.push([rule, text]);
      key += ` ${name} ${text.length} ${text}`;
    }
    if (tally.length === 0) return NOTHING_COUNTED;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#tallies.length;
    this.#tallies.push(tally);
    this.#numbers.set(key, number);
    if (number === this.#entered.length) {
      const larger = new Uint8Array(number * 2);
      larger.set(this.#entered);
      this.#entered = larger;
    }
    this.#entered[number] = 0;
    return number;
  }

  /** Counts the values of a tally. */
  enter(tally: number): void {
    if (this.#entered[tally] !== 0) return;
    this.#entered[tally] = 1;
    for (const [rule, text] of this.#tallies[tally]!) countValue(rule, text);
  }
}
