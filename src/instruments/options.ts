import { givenAs, refuse } from "../construct/index.js";
import type { CompiledRegistry, Metric, MetricName } from "../registry/index.js";
import { Collectors } from "./collectors.js";
import { readEntries, readLimit, readOnly, readOptions } from "./given-options.js";
import { Guard, type OnRefusal } from "./guard.js";
import type { Context } from "./keeper.js";

export interface MetricsOptions<R> {
  /** The metrics that this program has. Others of the registry have no instrument. @default all of them */
  readonly only?: readonly MetricName<R>[];
  /**
   * What becomes of a recording with labels or a value that the contract refuses, or of one series too many: the error is thrown, or the recording
   * dropped and counted under `refused`, with a function told of it. @default "throw"
   */
  readonly onRefusal?: OnRefusal;
  /** Most series of each metric, where it is less than the registry declares. @default what the registry declares */
  readonly maxSeries?: number;
  /** Whether OpenMetrics is told since when counters, histograms and summaries count. That is a sample more for each series. @default false */
  readonly created?: boolean;
  /** Bounds of histograms that declare none, rising, without that of infinity. @default those of other clients, from 5 ms to 10 s */
  readonly defaultBuckets?: readonly number[];
  /** How far back the quantiles of summaries reach, in how many steps they move on. @default 10 minutes in 5 steps */
  readonly window?: { readonly seconds: number; readonly parts: number };
  /** The clock, in milliseconds since the epoch. @default Date.now */
  readonly now?: () => number;
}

const defaultBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

const known = [
  "only",
  "onRefusal",
  "maxSeries",
  "created",
  "defaultBuckets",
  "window",
  "now",
] satisfies (keyof MetricsOptions<unknown>)[];

/** Reads options as any program may give them: what the instruments share, and which there are. Throws a PromschemaError for what is no option. */
export function readMetricsOptions(
  registry: CompiledRegistry,
  given: unknown,
): Context & { readonly only: readonly Metric[] } {
  const fields = readOptions("createMetrics", given, known);
  const option = <Value>(
    name: (typeof known)[number],
    expected: string,
    fits: (given: unknown) => given is Value,
    fallback: Value,
  ): Value => {
    const value = fields.get(name);
    return value === undefined ? fallback : read(name, value, expected, fits);
  };
  return {
    only: readOnly(registry, fields.get("only")),
    guard: new Guard(fields.get("onRefusal")),
    collectors: new Collectors(),
    maxSeries: readLimit("maxSeries", fields.get("maxSeries")),
    created: option("created", "true or false", isBoolean, false),
    now: option("now", "a function", isClock, Date.now),
    defaultBuckets: [
      ...option("defaultBuckets", "rising finite numbers", isRising, defaultBuckets),
    ],
    window: readWindow(fields.get("window")),
  };
}

function read<Value>(
  option: string,
  given: unknown,
  expected: string,
  fits: (given: unknown) => given is Value,
): Value {
  if (fits(given)) return given;
  return refuse("construct/argument", {
    message: `the option ${option} is ${givenAs(given)}: expected ${expected}`,
  });
}

function isBoolean(given: unknown): given is boolean {
  return typeof given === "boolean";
}

/** What a function gives is not known before it is called. */
function isClock(given: unknown): given is () => number {
  return typeof given === "function";
}

function isRising(given: unknown): given is readonly number[] {
  if (!Array.isArray(given)) return false;
  return given.every((bound, at) => Number.isFinite(bound) && (at === 0 || bound > given[at - 1]));
}

function readWindow(given: unknown = { seconds: 600, parts: 5 }): Context["window"] {
  const expected = "seconds and parts, above zero, the parts whole";
  const fields = readEntries("the option window is", given, expected);
  return {
    seconds: read("seconds of window", fields.get("seconds"), "a number above zero", isPositive),
    parts: read(
      "parts of window",
      fields.get("parts"),
      "a whole number above zero",
      isWholePositive,
    ),
  };
}

function isPositive(given: unknown): given is number {
  return typeof given === "number" && given > 0 && given < Infinity;
}

function isWholePositive(given: unknown): given is number {
  return isPositive(given) && Number.isInteger(given);
}
