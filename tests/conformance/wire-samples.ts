import type { Exemplar, Exposition, Labels, MetricFamily } from "../../src/exposition/index.js";

/** One line of a payload, as the model gives it back. Timestamps are milliseconds. */
export interface WireSample {
  readonly name: string;
  readonly labels: Labels;
  readonly value: number;
  readonly timestamp?: number;
  readonly exemplar?: Exemplar;
}

/** The samples that an exposition was read from, series by series. */
export function samplesOf(exposition: Pick<Exposition, "format" | "families">): WireSample[] {
  const openMetrics = exposition.format === "openmetrics-1.0";
  return exposition.families.flatMap((family) => samplesOfFamily(family, openMetrics));
}

function samplesOfFamily(family: MetricFamily, openMetrics: boolean): WireSample[] {
  const samples: WireSample[] = [];
  const { name } = family;
  switch (family.type) {
    case "histogram":
    case "gaugehistogram": {
      const gauge = family.type === "gaugehistogram" ? "g" : "";
      for (const { labels, value, timestamp, created } of family.series) {
        const at = timed(timestamp);
        for (const { upperBound, count, exemplar } of value.buckets) {
          samples.push({
            name: `${name}_bucket`,
            labels: withLabel(labels, "le", spelled(upperBound)),
            value: count,
            ...at,
            ...(exemplar === undefined ? {} : { exemplar }),
          });
        }
        part(samples, `${name}_${gauge}count`, labels, value.count, at);
        part(samples, `${name}_${gauge}sum`, labels, value.sum, at);
        part(samples, `${name}_created`, labels, seconds(created));
      }
      break;
    }
    case "summary":
      for (const { labels, value, timestamp, created } of family.series) {
        const at = timed(timestamp);
        for (const { quantile, value: measured } of value.quantiles) {
          const own = withLabel(labels, "quantile", spelled(quantile));
          samples.push({ name, labels: own, value: measured, ...at });
        }
        part(samples, `${name}_count`, labels, value.count, at);
        part(samples, `${name}_sum`, labels, value.sum, at);
        part(samples, `${name}_created`, labels, seconds(created));
      }
      break;
    case "stateset":
      for (const { labels, value, timestamp } of family.series) {
        for (const { state, enabled } of value) {
          const own = withLabel(labels, name, state);
          samples.push({ name, labels: own, value: enabled ? 1 : 0, ...timed(timestamp) });
        }
      }
      break;
    default: {
      const suffix = openMetrics ? (suffixes.get(family.type) ?? "") : "";
      for (const { labels, value, timestamp, created, exemplar } of family.series) {
        const at = timed(timestamp);
        part(samples, name + suffix, labels, value, {
          ...at,
          ...(exemplar === undefined ? {} : { exemplar }),
        });
        part(samples, `${name}_created`, labels, seconds(created));
      }
    }
  }
  return samples;
}

const suffixes: ReadonlyMap<string, string> = new Map([
  ["counter", "_total"],
  ["info", "_info"],
]);

function part(
  samples: WireSample[],
  name: string,
  labels: Labels,
  value: number | undefined,
  rest: Pick<WireSample, "timestamp" | "exemplar"> = {},
): void {
  if (value !== undefined) samples.push({ name, labels, value, ...rest });
}

function timed(timestamp: number | undefined): { timestamp?: number } {
  return timestamp === undefined ? {} : { timestamp };
}

function seconds(milliseconds: number | undefined): number | undefined {
  return milliseconds === undefined ? undefined : milliseconds / 1000;
}

function withLabel(labels: Labels, name: string, value: string): Labels {
  const all = Object.assign(Object.create(null), labels);
  all[name] = value;
  return all;
}

function spelled(bound: number): string {
  if (bound === Infinity) return "+Inf";
  return bound === -Infinity ? "-Inf" : String(bound);
}
