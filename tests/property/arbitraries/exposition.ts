// Arbitrary expositions by their meaning, as the model has it. How they are written is `write`'s, in writer.ts.

import fc from "fast-check";
import type {
  Exemplar,
  Exposition,
  Format,
  Labels,
  MetricFamily,
  Series,
} from "../../../src/exposition/index.js";

/** What a parsed exposition has and a meant one cannot: on which line a series began. */
type Meant<Family> = Family extends { readonly series: readonly Series<infer Value>[] }
  ? Omit<Family, "series"> & { readonly series: readonly Omit<Series<Value>, "line">[] }
  : never;

export type MeantFamily = Meant<MetricFamily>;
export interface MeantExposition {
  readonly format: Format;
  readonly families: readonly MeantFamily[];
}

/** The same without line numbers. */
export function meaningOf(exposition: Exposition): MeantExposition {
  return {
    format: exposition.format,
    families: exposition.families.map(
      (family) =>
        // Every other member stays what it is.
        ({
          ...family,
          series: family.series.map(({ line: _, ...rest }) => rest),
        }) as MeantFamily,
    ),
  };
}

/** An exposition in which each label set of a family has its values once, or with `points` at several times. */
export function expositions(
  format: Format,
  { points = false }: { readonly points?: boolean } = {},
): fc.Arbitrary<MeantExposition> {
  return fc
    .array(families(format, points), { maxLength: 4 })
    .map((drawn) => ({ format, families: withoutClashes(drawn) }));
}

/** Families that cannot be told apart by sample name are left out: no reader could. */
function withoutClashes(drawn: readonly MeantFamily[]): MeantFamily[] {
  const kept: MeantFamily[] = [];
  for (const family of drawn) {
    const clashes = kept.some(
      ({ name }) =>
        name === family.name ||
        name.startsWith(`${family.name}_`) ||
        family.name.startsWith(`${name}_`),
    );
    if (!clashes) kept.push(family);
  }
  return kept;
}

// ---- names and texts

/** Names that a plain object would trip over stand beside ordinary ones. */
const plainNames = fc.oneof(
  fc.constantFrom("a", "hits_total", "__proto__", "constructor", "toString", "HELP", "le", "_"),
  fc.stringMatching(/^[a-zA-Z_][a-zA-Z0-9_]{0,12}$/),
);

const anyText = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ maxLength: 12, unit: "binary" }),
  fc.string({
    maxLength: 24,
    unit: fc.constantFrom("a", "\\", '"', "\n", "{", "}", ",", "=", " ", "é", "😀", "\0", "#"),
  }),
);

const quotedNames = anyText.filter((text) => text !== "");

function metricNames(format: Format): fc.Arbitrary<string> {
  const plain = fc.oneof(plainNames, fc.constantFrom(":", "job:hits:rate5m"));
  return format === "prometheus-text-0.0.4"
    ? plain
    : fc.oneof({ weight: 3, arbitrary: plain }, { weight: 1, arbitrary: quotedNames });
}

function labelNames(format: Format): fc.Arbitrary<string> {
  const names =
    format === "prometheus-text-0.0.4"
      ? plainNames
      : fc.oneof({ weight: 3, arbitrary: plainNames }, { weight: 1, arbitrary: quotedNames });
  return names.filter((name) => name !== "__name__");
}

function labelSets(format: Format, own: string | undefined): fc.Arbitrary<Labels> {
  const value = fc.oneof(fc.constantFrom("", "x", "xy", "a long value that spans words"), anyText);
  const name = labelNames(format).filter((text) => text !== own);
  return fc
    .uniqueArray(fc.tuple(name, value), { maxLength: 5, selector: ([key]) => key })
    .map(record);
}

function record(entries: readonly (readonly [string, string])[]): Labels {
  const labels: Record<string, string> = Object.create(null);
  for (const [name, value] of entries) labels[name] = value;
  return labels;
}

/** Text formats strip the blanks before a HELP text; an empty one is none. */
function helps(format: Format): fc.Arbitrary<string> {
  return anyText
    .map((text) => (format === "openmetrics-1.0" ? text : text.replace(/^[ \t]+/, "")))
    .filter((text) => text !== "");
}

// ---- numbers

const values = fc.oneof(
  fc.constantFrom(0, -0, 1, Number.NaN, Infinity, -Infinity, Number.MIN_VALUE, Number.MAX_VALUE),
  fc.integer(),
  fc.double(),
);

/** Milliseconds that seconds with three decimals spell, in either sign. */
const milliseconds = fc.oneof(
  fc.constantFrom(0, 1, -1, 999, 1000),
  fc.integer({ min: -2e12, max: 2e12 }),
);

const bounds = fc.oneof(
  fc.constantFrom(-Infinity, 0, 0.1, 1, 5, 10, Infinity),
  fc.double({ noNaN: true }).map((bound) => bound + 0),
);

// ---- families

/** A member that may be missing, and then is not there at all. */
type Partially<T> = { [Key in keyof T]: fc.Arbitrary<T[Key]> };

function some<T extends object>(members: Partially<T>): fc.Arbitrary<Partial<T>> {
  return fc.record(members, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>; // its type says `| undefined`
}

function exemplars(format: Format): fc.Arbitrary<Exemplar> {
  return fc
    .tuple(labelSets(format, undefined), values, some({ timestamp: milliseconds.map(positive) }))
    .map(([labels, value, rest]) => ({ labels, value, ...rest }));
}

/** `-0` seconds and `0` seconds are one time. */
function positive(value: number): number {
  return value + 0;
}

function families(format: Format, points: boolean): fc.Arbitrary<MeantFamily> {
  const openMetrics = format === "openmetrics-1.0";
  const types = openMetrics
    ? ([
        "gauge",
        "counter",
        "unknown",
        "info",
        "histogram",
        "gaugehistogram",
        "summary",
        "stateset",
      ] as const)
    : (["gauge", "counter", "unknown", "histogram", "summary"] as const);
  return fc
    .tuple(
      metricNames(format),
      fc.constantFrom<MetricFamily["type"]>(...types),
      some({ help: helps(format) }),
    )
    .chain(
      ([name, type, help]) =>
        fc
          .tuple(
            seriesOf(format, name, type, points),
            openMetrics
              ? some({ unit: fc.constantFrom("seconds", "bytes", "_:0") })
              : fc.constant({}),
          )
          .map(([series, unit]) => ({ name, type, ...help, ...unit, series }) as MeantFamily), // the values are those of the type
    );
}

function seriesOf(
  format: Format,
  name: string,
  type: MetricFamily["type"],
  points: boolean,
): fc.Arbitrary<object[]> {
  const own = ownLabel(type, name);
  const times = points
    ? fc.oneof(
        fc.constant([undefined]),
        fc.uniqueArray(milliseconds, { minLength: 1, maxLength: 3 }),
      )
    : fc.tuple(fc.option(milliseconds, { nil: undefined }));
  const sets = fc.uniqueArray(labelSets(format, own), {
    maxLength: 4,
    selector: (labels) => JSON.stringify(Object.entries(labels).sort()),
  });
  const values = valuesOf(format, type);
  return sets.chain((labelSetsDrawn) =>
    fc
      .tuple(
        ...labelSetsDrawn.map((labels) =>
          times.chain((drawn) =>
            fc.tuple(
              ...drawn.map((timestamp) =>
                values.map((value) => ({
                  labels,
                  ...(timestamp === undefined ? {} : { timestamp }),
                  ...value,
                })),
              ),
            ),
          ),
        ),
      )
      .map((series) => series.flat()),
  );
}

/** The label that is part of the value, and so none of a series. */
export function ownLabel(type: MetricFamily["type"], name: string): string | undefined {
  switch (type) {
    case "histogram":
    case "gaugehistogram":
      return "le";
    case "summary":
      return "quantile";
    case "stateset":
      return name;
    default:
      return undefined;
  }
}

function valuesOf(format: Format, type: MetricFamily["type"]): fc.Arbitrary<object> {
  const openMetrics = format === "openmetrics-1.0";
  const created = openMetrics ? { created: milliseconds.map(positive) } : {};
  const exemplar = openMetrics ? { exemplar: exemplars(format) } : {};
  switch (type) {
    case "histogram":
    case "gaugehistogram": {
      const bucket = fc
        .tuple(bounds, values, some(exemplar))
        .map(([upperBound, count, rest]) => ({ upperBound, count, ...rest }));
      return fc
        .tuple(
          some({ count: values, sum: values }),
          fc.uniqueArray(bucket, { minLength: 1, maxLength: 5, selector: (one) => one.upperBound }),
          type === "histogram" ? some(created) : fc.constant({}),
        )
        .map(([parts, buckets, rest]) => ({
          value: {
            ...parts,
            buckets: buckets.sort((left, right) => left.upperBound - right.upperBound),
          },
          ...rest,
        }));
    }
    case "summary": {
      const quantile = fc.record({ quantile: bounds, value: values });
      return fc
        .tuple(
          some({ count: values, sum: values }),
          fc.uniqueArray(quantile, { minLength: 1, maxLength: 4, selector: (one) => one.quantile }),
          some(created),
        )
        .map(([parts, quantiles, rest]) => ({
          value: {
            ...parts,
            quantiles: quantiles.sort((left, right) => left.quantile - right.quantile),
          },
          ...rest,
        }));
    }
    case "stateset":
      return fc
        .uniqueArray(fc.record({ state: anyText, enabled: fc.boolean() }), {
          minLength: 1,
          maxLength: 4,
          selector: ({ state }) => state,
        })
        .map((value) => ({ value }));
    case "counter":
      return fc
        .tuple(values, some({ ...created, ...exemplar }))
        .map(([value, rest]) => ({ value, ...rest }));
    default:
      return fc.tuple(values, some(exemplar)).map(([value, rest]) => ({ value, ...rest }));
  }
}
