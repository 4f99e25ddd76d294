import { findRule, type RuleId } from "./catalogue.js";
import type { Level } from "./finding.js";
import { compileGlob } from "./glob.js";

/** Levels of rules for some metrics. */
export interface MetricLevels {
  /** Names of metrics: `*` stands for any characters, `?` for one, `[ab]` for one of these. */
  readonly metrics: string;
  /** The levels of their rules; `off` leaves those metrics out of every rule. */
  readonly levels: Partial<Record<RuleId, Level>> | "off";
}

/** Levels that differ from the catalogue. */
export interface LevelOptions {
  readonly levels?: Partial<Record<RuleId, Level>>;
  /** Before `levels`, for findings about these metrics. The last that speaks of a rule counts. */
  readonly metricLevels?: readonly MetricLevels[];
}

/** The level that was told for a rule, about this metric where there is one; undefined where none was. */
export type ToldLevel = (rule: RuleId, metric: string | undefined) => Level | undefined;

/** Looks levels up as the options say. */
export function toldLevels({ levels = {}, metricLevels = [] }: LevelOptions): ToldLevel {
  if (metricLevels.length === 0) return (rule) => own(levels, rule);
  const globs = metricLevels.map(({ metrics, levels: some }) => ({
    matches: compileGlob(metrics),
    levels: some,
  }));
  return (rule, metric) => {
    if (metric !== undefined) {
      const told = globs.findLast(
        (some) =>
          (some.levels === "off" || own(some.levels, rule) !== undefined) && some.matches(metric),
      );
      if (told !== undefined) return told.levels === "off" ? "off" : own(told.levels, rule);
    }
    return own(levels, rule);
  };
}

/** The level of a rule: as told, else that of the catalogue. */
export function levelOf(told: ToldLevel, rule: RuleId, metric: string | undefined): Level {
  return told(rule, metric) ?? findRule(rule)?.level ?? "error";
}

function own(levels: Partial<Record<RuleId, Level>>, rule: RuleId): Level | undefined {
  return Object.hasOwn(levels, rule) ? levels[rule] : undefined;
}
