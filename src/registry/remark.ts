import type { Position, RuleId } from "../diagnostics/index.js";
import { plainLabelName, plainMetricName } from "./name.js";

/** What a naming rule has to say: a finding before its level is known. */
export interface Remark {
  readonly rule: RuleId;
  readonly message: string;
  readonly position?: Position;
  readonly metric?: string;
  readonly label?: string;
  readonly value?: string;
  readonly hint?: string;
}

export type Remarks = (remark: Remark) => void;

/** Rules that metric names and label names have in common. */
export function remarksOnName(
  kind: "metric" | "label",
  name: string,
  words: string,
): readonly Pick<Remark, "rule" | "message" | "hint">[] {
  const plain = kind === "metric" ? plainMetricName : plainLabelName;
  if (!plain.test(name)) {
    const allowed = kind === "metric" ? "letters, digits, _ and :" : "letters, digits and _";
    const message = `expected a name of ${allowed}, found ${words}, which is quoted on the wire`;
    return [{ rule: "naming/utf8-name", message }];
  }
  if (!/[a-z][A-Z]/.test(name)) return [];
  const snake = name.replace(/([a-z])([A-Z])/g, "$1_$2").toLowerCase();
  const message = `expected a snake_case name, found ${words}`;
  return [{ rule: "naming/camel-case", message, hint: `call it ${snake}` }];
}
