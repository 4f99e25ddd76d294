// All instruments of a registry together.

import { refuse } from "../construct/index.js";
import { quote, type RuleId } from "../diagnostics/index.js";
import type { Labels } from "../exposition/index.js";
import { type Guard, readEntries } from "../instruments/index.js";
import type { Metric } from "../registry/index.js";
import { readInitializeLimit } from "./given-options.js";
import { type Beginning, beginAll } from "./instrument.js";

/** What `initialize` did. */
export interface Initialized {
  /** How many series it looked after: they are there from now on. */
  readonly series: number;
  /** Metrics that it left out, and why: the values of a label are not known, or it may not be 0. */
  readonly leftOut: readonly { readonly metric: string; readonly why: string }[];
}

/** What an instrument is to the whole. */
export interface Beginner {
  begin(): void;
  obstacle(known: ReadonlySet<string>): string | undefined;
  plan(known: unknown, limit: number): Labels[];
  reserve(sets: readonly Labels[]): Beginning;
}

/** What an adapter gives, before it is typed. */
export interface AnyBinding {
  readonly metrics: object;
  readonly initialize: (known?: unknown, options?: unknown) => Initialized;
  readonly refused: ReadonlyMap<RuleId, number>;
}

export function bindingOf(instruments: ReadonlyMap<Metric, Beginner>, guard: Guard): AnyBinding {
  const metrics: object = Object.create(null);
  for (const [{ name }, value] of instruments) {
    Object.defineProperty(metrics, name, { value, enumerable: true });
  }
  return Object.freeze({
    metrics: Object.freeze(metrics),
    initialize: (known: unknown = {}, options?: unknown) =>
      initializeAll(instruments, readKnown(instruments, known), readInitializeLimit(options)),
    refused: guard.refused,
  });
}

/** Values by label, for all metrics that have it. Throws a PromschemaError for a label that none has. */
function readKnown(
  instruments: ReadonlyMap<Metric, Beginner>,
  given: unknown,
): ReadonlyMap<string, unknown> {
  const known = readEntries("known values are", given, "an object of lists by label");
  const labels = new Set([...instruments.keys()].flatMap((metric) => metric.labels).map(nameOf));
  const unknown = [...known.keys()].find((name) => !labels.has(name));
  if (unknown === undefined) return known;
  return refuse("undeclared-label", {
    message: `known values are given of ${quote(unknown)}, which no metric has as a label`,
    label: unknown,
  });
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}

/** Nothing is begun before it is known of every metric that it can be. */
function initializeAll(
  instruments: ReadonlyMap<Metric, Beginner>,
  known: ReadonlyMap<string, unknown>,
  limit: number,
): Initialized {
  const plans: [instrument: Beginner, sets: readonly Labels[]][] = [];
  const leftOut: { metric: string; why: string }[] = [];
  for (const [metric, instrument] of instruments) {
    const own = metric.labels.filter(({ name }) => known.get(name) !== undefined).map(nameOf);
    const why = instrument.obstacle(new Set(own));
    if (why !== undefined) leftOut.push({ metric: metric.name, why });
    else {
      const values = Object.fromEntries(own.map((name) => [name, known.get(name)]));
      plans.push([instrument, instrument.plan(values, limit)]);
    }
  }
  beginAll(reserveAll(plans));
  return { series: plans.reduce((sum, [, sets]) => sum + sets.length, 0), leftOut };
}

function reserveAll(
  plans: readonly [instrument: Beginner, sets: readonly Labels[]][],
): readonly Beginning[] {
  const done: Beginning[] = [];
  try {
    for (const [instrument, sets] of plans) done.push(instrument.reserve(sets));
    return done;
  } catch (error) {
    for (const { undo } of done) undo();
    throw error;
  }
}
