// What a format has no place for. A writer tells it here, and goes on without.

import { createFinding, type Finding } from "../../diagnostics/index.js";

/** What is lost. Goes into the finding as its value, so that each loss of a metric has a fingerprint of its own. */
export type Loss =
  | "created"
  | "exemplar"
  | "help"
  | "label"
  | "name"
  | "point"
  | "series"
  | "timestamp"
  | "type"
  | "unit";

/** Takes down losses: the same one of a metric once, with how often it came. */
export class LossLog {
  readonly #entries = new Map<string, { readonly finding: Finding; count: number }>();

  /** `line` is where the model says that the series stood, 0 or less for nowhere; `label` the label it is about. */
  add(loss: Loss, metric: string, message: string, line = 0, label?: string): void {
    const finding = createFinding({
      rule: "serialize/loss",
      severity: "warning",
      message,
      ...(line > 0 ? { line } : {}),
      metric,
      ...(label === undefined ? {} : { label }),
      value: loss,
    });
    const known = this.#entries.get(finding.fingerprint);
    if (known === undefined) this.#entries.set(finding.fingerprint, { finding, count: 1 });
    else known.count++;
  }

  findings(): Finding[] {
    return Array.from(this.#entries.values(), ({ finding, count }) =>
      count === 1 ? finding : { ...finding, count },
    );
  }
}
