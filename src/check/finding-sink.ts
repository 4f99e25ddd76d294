import {
  createFinding,
  type Finding,
  type FindingInput,
  findRule,
  type Level,
  type RuleId,
  type Severity,
  type ToldLevel,
} from "../diagnostics/index.js";

/** A finding while the check goes on: what is found again is counted in it, and notes may be added. */
export type Draft = {
  -readonly [Key in keyof Omit<FindingInput, "count" | "notes" | "alsoOnLines">]: FindingInput[Key];
} & { count: number; notes: string[]; alsoOnLines: number[] };

/** What a check says of a finding. The sink adds severity and source, and folds the same breach into one. */
export type NewFinding = Omit<FindingInput, "severity" | "source" | "count" | "alsoOnLines">;

/** Lines of a breach found again that are kept beside the first: enough to see what they have in common. */
const examples = 3;

/** Findings, from the first on, that may say what was meant. */
const mostAdvised = 1000;

const severities: readonly Severity[] = ["error", "warning", "info"];

/**
 * Collects findings. The same rule broken by the same metric, label and value is one finding with a count: what a reader has to mend is one
 * thing, however many series show it.
 */
export class FindingSink {
  /** Whether the payload is OpenMetrics, which is stricter: known once its first bytes are. */
  openMetrics = false;
  /** How many findings of the reader were taken. */
  taken = 0;

  readonly #told: ToldLevel;
  readonly #source: string | undefined;
  readonly #limit: number;
  readonly #drafts = new Map<string, Draft>();
  readonly #finished: Finding[] = [];
  readonly #dropped: Record<Severity, number> = { error: 0, warning: 0, info: 0 };

  constructor(told: ToldLevel, source: string | undefined, limit: number) {
    this.#told = told;
    this.#source = source;
    this.#limit = limit;
  }

  level(rule: RuleId, metric: string | undefined): Level {
    const told = this.#told(rule, metric);
    if (told !== undefined) return told;
    const { level, openMetricsLevel } = findRule(rule) ?? { level: "error" };
    return this.openMetrics ? (openMetricsLevel ?? level) : level;
  }

  /** Whether a new finding is worth a search for what was meant. Names are dear to compare: among thousands of findings nobody misses it. */
  get mayAdvise(): boolean {
    return this.#drafts.size < Math.min(this.#limit, mostAdvised);
  }

  isOn(rule: RuleId, metric: string | undefined): boolean {
    return this.level(rule, metric) !== "off";
  }

  /** Counts a breach in the finding that stands for it; undefined where there is none yet, and `add` has to make one. */
  again(
    rule: RuleId,
    line: number | undefined,
    metric?: string,
    label?: string,
    value?: string,
  ): Draft | undefined {
    const draft = this.#drafts.get(keyOf(rule, metric, label, value));
    if (draft === undefined) return undefined;
    draft.count++;
    const { alsoOnLines } = draft;
    const last = alsoOnLines.at(-1) ?? draft.line;
    if (line !== undefined && line !== last && alsoOnLines.length < examples)
      alsoOnLines.push(line);
    return draft;
  }

  /** Adds a finding; undefined where its rule is off or the limit is reached. */
  add(finding: NewFinding): Draft | undefined {
    const severity = this.level(finding.rule, finding.metric);
    if (severity === "off") return undefined;
    const { rule, line, metric, label, value } = finding;
    const known = this.again(rule, line, metric, label, value);
    if (known !== undefined) return known;
    if (this.#drafts.size >= this.#limit) {
      this.#dropped[severity]++;
      return undefined;
    }
    const draft: Draft = {
      ...finding,
      severity,
      ...(this.#source === undefined ? {} : { source: this.#source }),
      count: 1,
      notes: [...(finding.notes ?? [])],
      alsoOnLines: [],
    };
    this.#drafts.set(keyOf(rule, metric, label, value), draft);
    return draft;
  }

  /** Takes a finding as it is: those of the reader. */
  take(finding: Finding): void {
    this.taken++;
    const { rule, line, metric, label, value } = finding;
    if (this.again(rule, line, metric, label, value) !== undefined) return;
    const { fingerprint: _, count = 1, notes = [], alsoOnLines = [], ...rest } = finding;
    this.#drafts.set(keyOf(rule, metric, label, value), {
      ...rest,
      count,
      notes: [...notes],
      alsoOnLines: [...alsoOnLines],
    });
  }

  /** Every finding, by line and column, those about the whole exposition last. */
  finish(): readonly Finding[] {
    for (const draft of this.#drafts.values()) {
      const { count, notes, alsoOnLines, ...rest } = draft;
      this.#finished.push(
        createFinding({
          ...rest,
          ...(notes.length === 0 ? {} : { notes }),
          ...(count === 1 ? {} : { count }),
          ...(alsoOnLines.length === 0 ? {} : { alsoOnLines }),
        }),
      );
    }
    this.#finished.sort(byPlace);
    this.#sayDropped();
    return this.#finished;
  }

  #sayDropped(): void {
    // The finding weighs as much as the heaviest it stands for, so that a limit never makes a check pass.
    const severity = severities.find((candidate) => this.#dropped[candidate] > 0);
    if (severity === undefined) return;
    const { error, warning, info } = this.#dropped;
    this.#finished.push(
      createFinding({
        rule: "findings-limit",
        severity,
        ...(this.#source === undefined ? {} : { source: this.#source }),
        message: `more findings than the limit of ${this.#limit}: ${error} errors, ${warning} warnings and ${info} infos are not listed`,
        hint: "mend the first ones and check again",
      }),
    );
  }
}

function keyOf(rule: string, metric?: string, label?: string, value?: string): string {
  // Lengths keep the parts apart, whatever characters they hold.
  return `${rule} ${metric?.length ?? -1} ${label?.length ?? -1} ${metric ?? ""}${label ?? ""}${value ?? ""}`;
}

function byPlace(left: Finding, right: Finding): number {
  const lines = (left.line ?? Infinity) - (right.line ?? Infinity);
  if (lines !== 0 && !Number.isNaN(lines)) return lines;
  return (left.column ?? 0) - (right.column ?? 0);
}
