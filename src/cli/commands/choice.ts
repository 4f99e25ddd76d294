import {
  findRule,
  type Level,
  type LevelOptions,
  type MetricLevels,
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

/**
 * Levels set by `--rule ID=LEVEL` and `--rule ID:METRICS=LEVEL`, the last word for each. Throws CommandFailure on an unknown rule or
 * level. `METRICS` is a glob; with it, `*` as the rule means every rule, which can only be off.
 */
export function ruleLevels(given: readonly string[]): Required<LevelOptions> {
  const levels = new Map<RuleId, Level>();
  const metricLevels: MetricLevels[] = [];
  for (const text of given) {
    const at = text.lastIndexOf("=");
    if (at === -1) {
      throw new CommandFailure(
        `--rule takes ID=LEVEL, such as label-value=warning, not ${quote(text)}`,
        "for some metrics alone: --rule 'label-value:go_*=off'",
      );
    }
    const level = oneOf("--rule takes a level", text.slice(at + 1), levelNames);
    const [, id = "", metrics] = /^([^:]*)(?::(.*))?$/s.exec(text.slice(0, at)) ?? [];
    if (metrics === undefined) levels.set(ruleNamed(id).id, level);
    else metricLevels.push({ metrics, levels: levelsOfSome(id, level) });
  }
  // Every key is the id of a rule of the catalogue.
  return { levels: Object.fromEntries(levels) as Partial<Record<RuleId, Level>>, metricLevels };
}

function levelsOfSome(id: string, level: Level): MetricLevels["levels"] {
  if (id !== "*") return { [ruleNamed(id).id]: level };
  if (level === "off") return "off";
  throw new CommandFailure(
    `every rule at once can only be off, not ${level}`,
    "name the rule: promschema rules lists them",
  );
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
