import {
  findRule,
  type Level,
  nearest,
  quote,
  type RuleId,
  rules,
} from "../../diagnostics/index.js";
import { CommandFailure } from "../failure.js";

/** The value of an option that has a fixed set of them, the first where none is given. Throws CommandFailure for others. */
export function choice<Value extends string>(
  option: string,
  given: string | undefined,
  values: readonly [Value, ...Value[]],
): Value {
  return given === undefined ? values[0] : oneOf(`--${option} is one`, given, values);
}

/** That one of the values. Throws CommandFailure for others; `expected` says what takes it. */
export function oneOf<Value extends string>(
  expected: string,
  given: string,
  values: readonly [Value, ...Value[]],
): Value {
  const value = values.find((candidate) => candidate === given);
  if (value !== undefined) return value;
  const near = nearest(given, values);
  const meant = near === undefined ? "" : `; did you mean ${near}?`;
  throw new CommandFailure(`${expected} of ${values.join(", ")}, not ${quote(given)}${meant}`);
}

const levelNames = ["error", "warning", "info", "off"] as const;

/** Levels set by `--rule id=level`, the last word for each rule. Throws CommandFailure on an unknown rule or level. */
export function ruleLevels(given: readonly string[]): Partial<Record<RuleId, Level>> {
  const levels = new Map<RuleId, Level>();
  for (const text of given) {
    const at = text.lastIndexOf("=");
    if (at === -1) {
      throw new CommandFailure(
        `--rule takes ID=LEVEL, such as label-value=warning, not ${quote(text)}`,
      );
    }
    const level = oneOf("--rule takes a level", text.slice(at + 1), levelNames);
    levels.set(ruleNamed(text.slice(0, at)).id, level);
  }
  // Every key is the id of a rule of the catalogue.
  return Object.fromEntries(levels) as Partial<Record<RuleId, Level>>;
}

/** The rule of that id. Throws CommandFailure where there is none. */
export function ruleNamed(id: string): (typeof rules)[number] {
  const rule = findRule(id);
  if (rule !== undefined) return rule;
  const near = nearest(
    id,
    rules.map((candidate) => candidate.id),
  );
  const meant = near === undefined ? "" : `; did you mean ${near}?`;
  throw new CommandFailure(`there is no rule ${quote(id)}${meant}`, "promschema rules lists them");
}
