import { givenAs, refuse } from "../construct/index.js";
import { quote } from "../diagnostics/index.js";
import type { MetricName } from "../registry/index.js";
import { Collectors } from "./collectors.js";
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

/** What the instruments share, of options that any program may have given. Throws a PromschemaError for what is no option. */
export function contextOf(options: MetricsOptions<unknown>): Context {
  const { onRefusal, maxSeries, created = false, window = { seconds: 600, parts: 5 } } = options;
  const buckets = options.defaultBuckets ?? defaultBuckets;
  const now = options.now ?? Date.now;
  expect("maxSeries", maxSeries, "a whole number that is not negative", isCountOrNone);
  expect("created", created, "true or false", (value) => typeof value === "boolean");
  expect("now", now, "a function", (value) => typeof value === "function");
  expect("defaultBuckets", buckets, "rising finite numbers", isRising);
  expect("window", window, "seconds and parts, above zero, the parts whole", isWindow);
  return {
    guard: new Guard(onRefusal),
    collectors: new Collectors(),
    now,
    maxSeries,
    created,
    defaultBuckets: [...buckets],
    window: { ...window },
  };
}

function expect(
  option: string,
  given: unknown,
  expected: string,
  fits: (given: unknown) => boolean,
): void {
  if (fits(given)) return;
  refuse("construct/argument", {
    message: `the option ${option} is ${typeof given === "string" ? quote(given) : givenAs(given)}: expected ${expected}`,
  });
}

function isCountOrNone(given: unknown): boolean {
  return (
    given === undefined || given === Infinity || (Number.isInteger(given) && Number(given) >= 0)
  );
}

function isRising(given: unknown): boolean {
  if (!Array.isArray(given)) return false;
  return given.every((bound, at) => Number.isFinite(bound) && (at === 0 || bound > given[at - 1]));
}

function isWindow(given: unknown): boolean {
  if (typeof given !== "object" || given === null) return false;
  const { seconds, parts } = given as Record<string, unknown>; // read as what they are
  return (
    Number(seconds) > 0 && Number.isFinite(seconds) && Number.isInteger(parts) && Number(parts) > 0
  );
}
