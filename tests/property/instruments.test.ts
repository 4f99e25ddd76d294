import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkExposition } from "../../src/check/index.js";
import { readLabels } from "../../src/construct/index.js";
import { PromschemaError, type RuleId } from "../../src/diagnostics/index.js";
import {
  type Format,
  formats,
  type HistogramValue,
  type MetricFamily,
  parseExposition,
  type Series,
  serializeExposition,
} from "../../src/exposition/index.js";
import { createMetrics, LabelIndex } from "../../src/instruments/index.js";
import type { CompiledRegistry, Metric } from "../../src/registry/index.js";
import { anyLabels, registries, rightLabels } from "../../src/testing/index.js";

fc.configureGlobal({ seed: Number(process.env["FAST_CHECK_SEED"] ?? 20_251_124) });

/** What an exposition of some metrics does not owe. */
const absences: Partial<Record<RuleId, "off">> = {
  "absent-metric": "off",
  "unseen-metric": "off",
  "absent-value": "off",
  "empty-exposition": "off",
};

/** An instrument as a program without types sees it. */
type Loose = { readonly [method: string]: (...given: unknown[]) => unknown };

interface Step {
  readonly metric: Metric;
  readonly method: string;
  readonly given: readonly unknown[];
}

const numbers = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: -10, max: 1000, noNaN: true }) },
  { weight: 2, arbitrary: fc.integer({ min: -3, max: 2_000_000 }) },
  fc.constantFrom(Infinity, -Infinity, Number.NaN, 0, -0, 1e300, 1e-9, 123_456_789.5),
);
const exemplars = fc.constantFrom(
  undefined,
  undefined,
  { trace_id: "4bf9" },
  { "trace.id": "é" },
  { long: "x".repeat(130) },
);

const methods: Readonly<Record<string, readonly string[]>> = {
  counter: ["inc", "add"],
  gauge: ["set", "inc", "dec", "setToCurrentTime"],
  unknown: ["set", "inc", "dec"],
  histogram: ["observe"],
  summary: ["observe"],
  info: ["set"],
  stateset: ["set"],
  gaugehistogram: ["set"],
};

function stepOf(registry: CompiledRegistry, metric: Metric): fc.Arbitrary<Step> {
  const labels = fc.oneof(
    { weight: 5, arbitrary: rightLabels(registry, metric.name) as fc.Arbitrary<unknown> },
    anyLabels(registry, metric.name),
  );
  const states = [...(metric.states ?? ["on", "off"]), "bogus"];
  const value =
    metric.type === "stateset"
      ? fc.oneof(fc.constantFrom(...states), fc.subarray(states))
      : metric.type === "gaugehistogram"
        ? fc.array(numbers, { maxLength: 4 })
        : numbers;
  const recorded = fc.record({
    method: fc.constantFrom(...methods[metric.type]!),
    isBound: fc.boolean(),
    labels,
    value: value as fc.Arbitrary<unknown>,
    exemplar: exemplars,
  });
  const others = fc.record({ method: fc.constantFrom("remove", "remove", "reset"), labels });
  return fc.oneof({ weight: 9, arbitrary: recorded }, others).map((drawn) => {
    const { method, labels: given } = drawn;
    if (method === "reset") return { metric, method, given: [] };
    if (!("value" in drawn)) return { metric, method, given: [given] };
    const values = method === "setToCurrentTime" ? [] : [drawn.value];
    const example = metric.type === "counter" || method === "observe" ? [drawn.exemplar] : [];
    const isBound = drawn.isBound && metric.type !== "info";
    return {
      metric,
      method: isBound ? `bound ${method}` : method,
      given: [given, ...values, ...example],
    };
  });
}

const programs = registries({ utf8: true }).chain((registry) =>
  fc.record({
    registry: fc.constant(registry),
    steps: fc.array(
      fc.constantFrom(...registry.metrics.values()).chain((metric) => stepOf(registry, metric)),
      { maxLength: 25 },
    ),
    created: fc.boolean(),
  }),
);

/** The instruments; undefined for a registry of metrics that share a name. */
function instrumentsOf(registry: CompiledRegistry, created: boolean) {
  let now = 1_700_000_000_000;
  try {
    return createMetrics(registry, { created, now: () => (now += 250) });
  } catch (error) {
    if (error instanceof PromschemaError && error.rule === "construct/name-clash") return undefined;
    throw error;
  }
}

/** Does a step; gives whether it was taken. */
function take(instrument: Loose, { metric, method, given }: Step): boolean {
  const [labels, ...rest] = given;
  const isSole = metric.labels.length === 0;
  try {
    if (method.startsWith("bound ") && !isSole) {
      const handle = instrument["labels"]!(labels) as Loose;
      handle[method.slice(6)]!(...rest);
    } else instrument[method.replace("bound ", "")]!(...given);
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(PromschemaError);
    return false;
  }
}

describe("a label index", () => {
  it("takes exactly the labels that are right, and knows them again in any form", () => {
    let right = 0;
    const cases = registries({ utf8: true }).chain((registry) =>
      fc
        .constantFrom(...registry.metrics.values())
        .chain((metric) =>
          fc.tuple(
            fc.constant(metric),
            fc.array(
              fc.oneof(anyLabels(registry, metric.name), rightLabels(registry, metric.name)),
              { minLength: 1, maxLength: 8 },
            ),
          ),
        ),
    );
    fc.assert(
      fc.property(cases, ([drawn, sets]) => {
        // Its limits are judged elsewhere.
        const { maxSeries: _, ...metric } = {
          ...drawn,
          labels: drawn.labels.map((label) => {
            const { maxValues: _, ...definition } = label.definition;
            return { ...label, definition };
          }),
        };
        const index = new LabelIndex(metric);
        const rows = new Map<string, number>();
        for (const labels of [...sets, ...sets]) {
          const { objections, texts } = readLabels(metric, labels);
          const key = JSON.stringify([...texts].sort());
          if (objections.length > 0) {
            expect(index.find(labels)).toBe(-1);
            expect(() => index.rowOf(labels)).toThrow(PromschemaError);
            continue;
          }
          right++;
          expect(index.find(labels)).toBe(rows.get(key) ?? -1);
          rows.set(key, index.rowOf(labels));
          expect(index.find(labels)).toBe(rows.get(key));
          if (right % 7 === 0) {
            expect(index.remove(labels)).toBe(rows.get(key));
            rows.delete(key);
          }
          expect(index.size).toBe(rows.size);
          expect(new Set(rows.values()).size).toBe(rows.size);
        }
      }),
      { numRuns: 300 },
    );
    expect(right).toBeGreaterThan(500);
  });
});

describe("instruments", () => {
  it.each(formats)(
    "expose in %s what keeps the contract, whatever a program does",
    (format) => {
      let taken = 0;
      let refused = 0;
      let series = 0;
      fc.assert(
        fc.property(programs, ({ registry, steps, created }) => {
          const metrics = instrumentsOf(registry, created);
          fc.pre(metrics !== undefined);
          for (const step of steps) {
            if (take(metrics.get(step.metric.name) as unknown as Loose, step)) taken++;
            else refused++;
          }
          const isQuoteless = format === "prometheus-text-0.0.4";
          const text = metrics.exposeNow({ format });
          const model = metrics.exposition();
          series += model.families.length;
          const meant = again(serializeExposition(model, { format }), format);
          expect(likeModel(again(text, format), meant)).toEqual(likeModel(meant, meant));
          // A check does not know escaped names.
          if (isQuoteless && text.includes("U__")) return;
          const { findings } = checkExposition(text, { registry, levels: absences, format });
          const errors = findings.filter(({ severity }) => severity === "error");
          if (!isQuoteless) expect(errors.map(({ message }) => message)).toEqual([]);
        }),
        { numRuns: 150 },
      );
      expect(Math.min(taken, refused, series)).toBeGreaterThan(150);
    },
    60_000,
  );
});

function again(text: string, format: Format) {
  return parseExposition(text, { format }).families;
}

/** Families without lines, and without the sums that OpenMetrics does not take, since they fell. */
function likeModel(families: readonly MetricFamily[], meant: readonly MetricFamily[]) {
  return families.map(({ series, ...family }, at) => ({
    ...family,
    series: (series as readonly Series<unknown>[]).map(({ line: _, value, ...one }, row) => {
      const model: unknown = meant[at]?.series[row]?.value;
      const isBare = family.type === "histogram" && !Object.hasOwn(model as object, "sum");
      const { count: _count, sum: _sum, ...buckets } = value as HistogramValue;
      return { ...one, value: isBare ? buckets : value };
    }),
  }));
}
