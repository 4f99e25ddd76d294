// What the values of a series are at a time: counters rise, gauges go up and down, histograms fill. A value is a function of the series and of the time
// alone, so that a mock can be asked again, or anew, and never forgets.
import type { HistogramValue, StatesetValue, SummaryValue } from "../../exposition/index.js";
import type { Metric } from "../../registry/index.js";

/** A series begins with the numbers of an hour behind it. */
const headStart = 3600;

type Random = () => number;

interface Bounds {
  readonly low: number;
  readonly high: number;
  readonly integer: boolean;
}

/** Where values are to be found: the bounds of the metric, and what is usual for its unit where it has none. */
function boundsOf(metric: Metric): Bounds {
  const { min, max, integer } = metric.value;
  const [usualLow, usualHigh] = usualRange(metric);
  const low = min ?? Math.min(usualLow, max ?? usualLow);
  return { low, high: max ?? Math.max(usualHigh, low + usualHigh), integer };
}

function usualRange({ name, unit = "" }: Metric): readonly [number, number] {
  const words = `${name}_${unit}`;
  if (/bytes/.test(words)) return [1e6, 1e9];
  if (/ratio/.test(words)) return [0, 1];
  if (/seconds/.test(words)) return [0, 10];
  return [0, 100];
}

/** A number of the grid that values have: whole where they must be, three decimals otherwise, and within the bounds. */
function placed(value: number, { low, high, integer }: Bounds): number {
  if (integer) return Math.min(Math.max(Math.round(value), Math.ceil(low)), Math.floor(high)) + 0;
  return Math.min(Math.max(Math.round(value * 1000) / 1000, low), high) + 0;
}

/** A counter: it never falls, and never leaves the bounds of its metric. */
export function counterValue(metric: Metric, random: Random, seconds: number): number {
  const { min = 0, max = Infinity, integer } = metric.value;
  const rate = 0.2 + 5 * random();
  const value = Math.max(0, min) + rate * (headStart + seconds);
  const stepped = integer
    ? Math.ceil(Math.max(0, min)) + Math.floor(rate * (headStart + seconds))
    : value;
  return Math.min(integer ? stepped : Math.floor(stepped * 1000) / 1000, max);
}

/** A gauge: it swings within its bounds, each series in its own time. */
export function gaugeValue(metric: Metric, random: Random, seconds: number): number {
  const bounds = boundsOf(metric);
  const { low, high } = bounds;
  const middle = low + (high - low) * (0.3 + 0.4 * random());
  const reach = Math.min(middle - low, high - middle) * (0.3 + 0.5 * random());
  const period = 60 + 240 * random();
  const phase = random() * 2 * Math.PI;
  return placed(middle + reach * Math.sin((2 * Math.PI * seconds) / period + phase), bounds);
}

/** A histogram: each bucket fills at its own rate. Of a gauge histogram the buckets swing instead. */
export function histogramValue(metric: Metric, random: Random, seconds: number): HistogramValue {
  const bounds = [...(metric.buckets ?? usualBuckets(metric)), Infinity];
  const rate = 0.5 + 5 * random();
  const peak = bounds.length * (0.3 + 0.3 * random());
  const phase = random() * 2 * Math.PI;
  const swing = 1 + 0.5 * Math.sin((2 * Math.PI * seconds) / 120 + phase);
  const fill = metric.type === "histogram" ? rate * (headStart + seconds) : rate * 20 * swing;
  let count = 0;
  let sum = 0;
  const buckets = bounds.map((upperBound, at) => {
    const observed = observedIn(metric, bounds[at - 1] ?? -Infinity, upperBound);
    const weight = Math.exp(-(((at - peak) / (bounds.length / 4)) ** 2));
    const own = observed === undefined ? 0 : Math.floor(fill * weight);
    count += own;
    sum += own * (observed ?? 0);
    return { upperBound, count };
  });
  // With bounds below zero a sum could fall. OpenMetrics will have none then, and no count without it.
  const isFalling = metric.type === "histogram" && (bounds[0] ?? 0) < 0;
  return { ...(!isFalling && { count, sum: Math.round(sum * 1000) / 1000 }), buckets };
}

function usualBuckets(metric: Metric): readonly number[] {
  const [low, high] = usualRange(metric);
  if (high >= 1e9) return [256, 1024, 4096, 16_384, 65_536, 262_144, 1_048_576];
  const top = high - low;
  return [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1].map((part) =>
    Number((part * top).toPrecision(3)),
  );
}

/** A value above one bound, up to another, and within those of the metric; undefined where there is none, or none that is not negative. */
function observedIn({ value }: Metric, above: number, upTo: number): number | undefined {
  const { min = 0, max = Infinity, integer } = value;
  const low = Math.max(above, min, 0);
  const high = Math.min(upTo, max, low === 0 ? 1e6 : low * 2);
  const middle = integer ? Math.floor(high) : (low + high) / 2;
  const fits = middle > above && middle <= upTo && middle >= Math.max(min, 0) && middle <= max;
  return fits ? middle : undefined;
}

/** A summary: its quantiles swing a little, in their order, and its count and sum rise. */
export function summaryValue(metric: Metric, random: Random, seconds: number): SummaryValue {
  const bounds = boundsOf(metric);
  const low = Math.max(0, bounds.low);
  const high = Math.max(low, bounds.high);
  const count = Math.floor((0.5 + 5 * random()) * (headStart + seconds));
  const phase = random() * 2 * Math.PI;
  const swing = 0.9 + 0.1 * Math.sin((2 * Math.PI * seconds) / 120 + phase);
  const quantiles = (metric.quantiles ?? [0.5, 0.9, 0.99]).map((quantile) => ({
    quantile,
    value: placed(low + (high - low) * (0.1 + 0.8 * quantile ** 3) * swing, {
      ...bounds,
      low,
      high,
    }),
  }));
  const mean = placed(low + (high - low) / 4, { ...bounds, low, high });
  return { count, sum: Math.round(count * mean * 1000) / 1000, quantiles };
}

/** A stateset: one state is on, another one after a while. */
export function statesetValue(metric: Metric, random: Random, seconds: number): StatesetValue {
  const states = metric.states ?? ["on", "off"];
  const turn = Math.floor(random() * states.length + seconds / 60);
  return states.map((state, at) => ({ state, enabled: at === turn % states.length }));
}
