import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkExposition } from "../../src/check/index.js";
import { labelSchema, sample, sampleSchema, schemaFindings } from "../../src/construct/index.js";
import { PromschemaError, type RuleId } from "../../src/diagnostics/index.js";
import { formats, parseExposition, serializeExposition } from "../../src/exposition/index.js";
import { type CompiledRegistry, compileRegistry, type Metric } from "../../src/registry/index.js";
import {
  anyLabels,
  expositions,
  registries,
  registryDocuments,
  rightLabels,
} from "../../src/testing/index.js";

// One seed for all, so that a failure is the same on every machine; FAST_CHECK_SEED tries another.
fc.configureGlobal({ seed: Number(process.env["FAST_CHECK_SEED"] ?? 20_251_124) });

/** What an exposition of some metrics does not owe. */
const absences: Partial<Record<RuleId, "off">> = {
  "absent-metric": "off",
  "unseen-metric": "off",
  "absent-value": "off",
  "empty-exposition": "off",
};

function errorsIn(text: string, registry: CompiledRegistry, format?: (typeof formats)[number]) {
  const options = format === undefined ? {} : { format };
  return checkExposition(text, { registry, levels: absences, ...options })
    .findings.filter(({ severity }) => severity === "error")
    .map(({ rule, message }) => `${rule}: ${message}`);
}

/** A registry, one of its metrics, and labels for it. */
const cases = registries({ utf8: true }).chain((registry) =>
  fc.constantFrom(...registry.metrics.values()).chain((metric) =>
    fc.record({
      registry: fc.constant(registry),
      metric: fc.constant(metric),
      labels: fc.oneof(anyLabels(registry, metric.name), rightLabels(registry, metric.name)),
    }),
  ),
);

const labelRules: ReadonlySet<string> = new Set([
  "label-value",
  "label-pattern",
  "label-type",
  "label-requires",
  "missing-label",
  "undeclared-label",
]);

function quoted(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll('"', '\\"')}"`;
}

/** One series of a metric in text, by a writer that knows no contract. */
function payloadOf({ name, type }: Metric, labels: readonly (readonly [string, string])[]): string {
  const all = (suffix: string, own: readonly (readonly [string, string])[] = []) =>
    `{${[quoted(name + suffix), ...[...labels, ...own].map(([label, value]) => `${quoted(label)}=${quoted(value)}`)].join()}}`;
  const written = {
    info: "gauge",
    stateset: "gauge",
    unknown: "untyped",
    gaugehistogram: "histogram",
  }[type as string];
  const head = `# TYPE ${quoted(name)} ${written ?? type}\n`;
  if (type === "histogram" || type === "gaugehistogram") {
    return `${head}${all("_bucket", [["le", "+Inf"]])} 0\n${all("_sum")} 0\n${all("_count")} 0\n`;
  }
  if (type === "summary") return `${head}${all("_sum")} 0\n${all("_count")} 0\n`;
  const own: [string, string][] = type === "stateset" ? [[name, "on"]] : [];
  return `${head}${all("", own)} 1\n`;
}

/** The texts of labels, where each value is one that the wire can have. */
function textsOf(metric: Metric, labels: object): [string, string][] | undefined {
  const types = new Map(metric.labels.map(({ name, definition }) => [name, definition.type]));
  const texts: [string, string][] = [];
  for (const [name, value] of Object.entries(labels) as [string, unknown][]) {
    if (value === undefined) continue;
    const type = types.get(name);
    const isText =
      typeof value === "string" ||
      (typeof value === "boolean" && type === "boolean") ||
      (Number.isSafeInteger(value) && type === "integer");
    if (!isText) return undefined;
    texts.push([name, String(value)]);
  }
  return texts;
}

/** Whether the family of the metric may be that of another one, by its name: in OpenMetrics the counter `x_total` is the family `x`. */
function isAmbiguous(registry: CompiledRegistry, { name }: Metric): boolean {
  return ["_total", "_info"].some((suffix) => registry.metrics.has(name + suffix));
}

/** Labels that the check lets pass on any series, or that are part of the value. */
function isSpecial(metric: Metric, labels: object): boolean {
  const special = ["job", "instance", "le", "quantile", "__name__", metric.name];
  return special.some((name) => Object.hasOwn(labels, name));
}

describe("labels", () => {
  it("are accepted by the schema exactly where the check accepts them, with the same findings", () => {
    let accepted = 0;
    let refused = 0;
    fc.assert(
      fc.property(cases, ({ registry, metric, labels }) => {
        const texts = textsOf(metric, labels);
        fc.pre(!isSpecial(metric, labels) && !isAmbiguous(registry, metric));
        const parsed = labelSchema(registry, metric.name).safeParse(labels);
        if (texts === undefined) {
          expect(parsed.success).toBe(false);
          return;
        }
        const { findings } = checkExposition(payloadOf(metric, texts), {
          registry,
          levels: absences,
          format: "prometheus-text-1.0.0",
        });
        const wrong = findings.filter(({ rule }) => labelRules.has(rule));
        expect(parsed.success).toBe(wrong.length === 0);
        if (parsed.success) accepted++;
        else refused++;
        const told = parsed.success ? [] : schemaFindings(parsed.error);
        expect(told.map(meaning).sort(byText)).toEqual(wrong.map(meaning).sort(byText));
      }),
      { numRuns: 400 },
    );
    expect(Math.min(accepted, refused)).toBeGreaterThan(50);
  }, 60_000);

  it("come out of the schema as they went in, without those that are absent", () => {
    fc.assert(
      fc.property(cases, ({ registry, metric, labels }) => {
        const parsed = labelSchema(registry, metric.name).safeParse(labels);
        fc.pre(parsed.success);
        const present = Object.entries(labels).filter(
          ([, value]) => value !== undefined && value !== "",
        );
        expect(new Map(Object.entries(parsed.data as object))).toEqual(new Map(present));
      }),
    );
  });

  it("that are right are accepted", () => {
    fc.assert(
      fc.property(cases, ({ registry, metric, labels }) => {
        fc.pre(metric.labels.length > 0 && !isSpecial(metric, labels));
        return fc
          .sample(rightLabels(registry, metric.name), { numRuns: 3 })
          .every((right) => labelSchema(registry, metric.name).safeParse(right).success);
      }),
    );
  });
});

/** What of a finding rests on no place in a payload. */
function meaning({
  rule,
  message,
  metric,
  label,
  value,
  hint,
  notes,
  fingerprint,
}: {
  rule: string;
  message: string;
  metric?: string;
  label?: string;
  value?: string;
  hint?: string;
  notes?: readonly string[];
  fingerprint: string;
}) {
  return { rule, message, metric, label, value, hint, notes, fingerprint };
}

function byText(one: object, other: object): number {
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
}

describe("a sample", () => {
  it("is made exactly where the schema of samples accepts it, and nothing but a PromschemaError is thrown", () => {
    const values = fc.oneof(fc.double(), fc.constantFrom<unknown>(1, -1, null, "1", undefined, 1n));
    fc.assert(
      fc.property(cases, values, ({ registry, metric, labels }, value) => {
        const given = { name: metric.name, labels, value };
        let made = false;
        try {
          // As a program without types calls it.
          sample(registry, metric.name, labels as never, value as never);
          made = true;
        } catch (error) {
          expect(error).toBeInstanceOf(PromschemaError);
        }
        expect(sampleSchema(registry).safeParse(given).success).toBe(made);
      }),
      { numRuns: 200 },
    );
  });
});

describe("a built exposition", () => {
  it.each(formats)("keeps the contract of its registry in %s", (format) => {
    const names = { utf8: format !== "prometheus-text-0.0.4" };
    const built = registries(names).chain((registry) =>
      expositions(registry).map((exposition) => ({ registry, exposition })),
    );
    let samples = 0;
    fc.assert(
      fc.property(built, ({ registry, exposition }) => {
        const text = serializeExposition(exposition, { format });
        expect(errorsIn(text, registry, format)).toEqual([]);
        samples += exposition.families.length;
      }),
      { numRuns: 200 },
    );
    expect(samples).toBeGreaterThan(200);
  });

  it("is read again as what was built", () => {
    const built = registries({ utf8: true }).chain((registry) => expositions(registry));
    fc.assert(
      fc.property(built, (exposition) => {
        const read = parseExposition(serializeExposition(exposition), {
          format: exposition.format,
        });
        const meant = read.families.map((family) => ({
          ...family,
          series: family.series.map((series) => ({ ...series, line: 0 })),
        }));
        expect(meant).toEqual(exposition.families);
      }),
      { numRuns: 100 },
    );
  });
});

describe("an arbitrary registry document", () => {
  it("compiles", () => {
    fc.assert(fc.property(registryDocuments(), (document) => compileRegistry(document).ok));
  });
});
