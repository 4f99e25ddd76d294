// What a case expects to be read, and what was read, in one spelling: two lists of lines that are equal or not.

import {
  type Exposition,
  parseNumber,
  samplesOf,
  type Sample as WireSample,
} from "../../src/exposition/index.js";
import type { Expected, ExpectedSample } from "./case.js";

type Sample = Omit<WireSample, "exemplar" | "line"> & {
  readonly exemplars: WireSample["exemplar"][];
};

/** How what was read differs from what was expected; undefined where it does not. */
export function differenceInReading(
  exposition: Exposition,
  expected: Expected,
): string | undefined {
  const lines = (samples: readonly Sample[]) => samples.map((one) => spell(one, expected));
  if (expected.metadata !== undefined) {
    const want = expected.metadata.map(spellMetadata);
    const got = exposition.families.map(spellMetadata);
    const difference = firstDifference(want, got, expected.order === "any");
    if (difference !== undefined) return `metadata: ${difference}`;
  }
  if (expected.samples === undefined) return undefined;
  const families = expected.merged ? withLatestTimestamps(exposition) : exposition;
  const got = Array.from(samplesOf(families), ({ exemplar, ...rest }) => ({
    ...rest,
    exemplars: exemplar === undefined ? [] : [exemplar],
  }));
  if (expected.samples.some(({ name }) => name === undefined)) {
    return differenceInNames(expected, got);
  }
  const want = expected.samples.map(sampleOf);
  const difference = firstDifference(lines(want), lines(got), true);
  if (difference !== undefined || expected.order === "any") return difference;
  // The parts of one value, and the series of a family, stand together in the model: order holds within a name.
  const simple = namesOfSimpleSamples(exposition);
  for (const name of simple) {
    const ordered = (samples: readonly Sample[]) =>
      lines(samples.filter((one) => one.name === name));
    const disorder = firstDifference(ordered(want), ordered(got), false);
    if (disorder !== undefined) return `order: ${disorder}`;
  }
  return undefined;
}

/** A case that gives series as written says no more than their names and labels. */
function differenceInNames(expected: Expected, got: readonly Sample[]): string | undefined {
  const want = (expected.samples ?? []).map(({ raw = "" }) => raw.replace(/\{.*/, ""));
  const omitted = expected.omits.some((text) => text.startsWith("_created"));
  const names = got.map(({ name }) => name);
  return firstDifference(
    want,
    omitted ? names.filter((name) => !name.endsWith("_created")) : names,
    true,
  );
}

function sampleOf(expected: ExpectedSample): Sample {
  const { name = "", labels, value = "", timestamp, exemplars } = expected;
  return {
    name,
    labels,
    value: numberOf(value),
    ...(timestamp === undefined ? {} : { timestamp: millisecondsOf(timestamp) }),
    exemplars: exemplars.map((exemplar) => ({
      labels: exemplar.labels,
      value: numberOf(exemplar.value),
      ...(exemplar.timestamp === undefined
        ? {}
        : { timestamp: millisecondsOf(exemplar.timestamp) }),
    })),
  };
}

function numberOf(text: string): number {
  const number = parseNumber(text);
  if (typeof number !== "number") throw new Error(`a case holds the number ${text}`);
  return number;
}

function millisecondsOf(text: string): number {
  const number = parseNumber(text, 3);
  if (typeof number !== "number") throw new Error(`a case holds the timestamp ${text}`);
  return number;
}

function spell(sample: Sample, expected: Expected): string {
  const labels = Object.entries(sample.labels)
    .map(([name, value]) => {
      const numeric =
        expected.numeric_labels.includes(name) || name === "le" || name === "quantile";
      const number = numeric ? parseNumber(value) : undefined;
      return [name, typeof number === "number" ? spellNumber(number) : value] as const;
    })
    .sort(([left], [right]) => (left < right ? -1 : 1));
  return JSON.stringify([
    sample.name,
    labels,
    spellNumber(sample.value),
    spellTime(sample.timestamp, expected.resolution),
    sample.exemplars.map((exemplar) => [
      Object.entries(exemplar?.labels ?? {}).sort(([left], [right]) => (left < right ? -1 : 1)),
      spellNumber(exemplar?.value ?? 0),
      spellTime(exemplar?.timestamp, expected.resolution),
    ]),
  ]);
}

function spellNumber(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

/** Cut to the resolution. A double of milliseconds cannot tell nanoseconds apart since 1970, so there it is kept whole. */
function spellTime(milliseconds: number | undefined, resolution: "ms" | "ns"): string | null {
  if (milliseconds === undefined) return null;
  return spellNumber(resolution === "ms" ? Math.trunc(milliseconds) : milliseconds);
}

function spellMetadata(family: {
  readonly name: string;
  readonly type?: string | undefined;
  readonly help?: string | undefined;
  readonly unit?: string | undefined;
}): string {
  const { name, type = "unknown", help = "", unit = "" } = family;
  return JSON.stringify({ name, type, help, unit });
}

/** As a reader does that keeps one timestamp for all of a histogram or summary, the latest. */
function withLatestTimestamps(exposition: Exposition): Exposition {
  const families = exposition.families.map((family) => {
    if (family.type !== "histogram" && family.type !== "summary") return family;
    const latest = new Map<string, number>();
    const keyOf = (labels: object) => JSON.stringify(Object.entries(labels).sort());
    for (const { labels, timestamp } of family.series) {
      if (timestamp === undefined) continue;
      const key = keyOf(labels);
      latest.set(key, Math.max(timestamp, latest.get(key) ?? -Infinity));
    }
    const series = family.series.map((one) => {
      const timestamp = latest.get(keyOf(one.labels));
      return timestamp === undefined ? one : { ...one, timestamp };
    });
    return { ...family, series } as typeof family; // the values are untouched
  });
  return { ...exposition, families };
}

function namesOfSimpleSamples({ format, families }: Exposition): Set<string> {
  const simple = families.filter(({ type }) => !composite.has(type));
  return new Set(Array.from(samplesOf({ format, families: simple }), ({ name }) => name));
}

const composite: ReadonlySet<string> = new Set([
  "histogram",
  "gaugehistogram",
  "summary",
  "stateset",
]);

function firstDifference(
  want: readonly string[],
  got: readonly string[],
  anyOrder: boolean,
): string | undefined {
  const left = anyOrder ? want.toSorted() : want;
  const right = anyOrder ? got.toSorted() : got;
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    if (left[at] !== right[at]) {
      return `expected ${left[at] ?? "nothing more"}, read ${right[at] ?? "nothing more"}`;
    }
  }
  return undefined;
}
