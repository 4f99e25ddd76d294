import { describe, expect, it } from "vitest";
import { rules } from "../../../src/diagnostics/index.js";
import { compileRegistry, type LintOptions, lintRegistry } from "../../../src/registry/index.js";

/** Findings as `level rule @ path: message | hint`. */
function lint(document: object, options?: LintOptions): string[] {
  const compilation = compileRegistry(
    { registry: "r", metrics: {}, ...document },
    { locate: (path) => ({ source: path.join("/"), line: 1, column: 1 }) },
  );
  if (!compilation.ok) expect.fail(compilation.findings.map(({ message }) => message).join("\n"));
  return lintRegistry(compilation.registry, options).map((finding) => {
    const { severity, rule, source, message, hint } = finding;
    const tail = hint === undefined ? "" : ` | ${hint}`;
    return `${severity} ${rule.replace("naming/", "")} @ ${source}: ${message}${tail}`;
  });
}

function metric(name: string, type: string, fields: object = {}): object {
  return { metrics: { [name]: { type, description: "One line.", ...fields } } };
}

const described = { description: "One line." };

const metrics: readonly { name: string; given: object; want: readonly string[] }[] = [
  {
    name: "a missing description",
    given: { metrics: { m: { type: "gauge" }, n: { type: "gauge", description: " " } } },
    want: [
      "warning description-missing @ metrics/m: expected a description of gauge m, found none",
      "warning description-missing @ metrics/n: expected a description of gauge n, found none",
    ],
  },
  {
    name: "a description of several lines",
    given: metric("m", "gauge", { description: "One.\nTwo." }),
    want: [
      "warning description-lines @ metrics/m: expected one line as description of gauge m, found several",
    ],
  },
  {
    name: "a counter without _total",
    given: metric("hits", "counter"),
    want: [
      "warning counter-total @ metrics/hits: expected a counter's name to end in _total, found hits | call it hits_total",
    ],
  },
  {
    name: "_total on what is no counter",
    given: metric("hits_total", "gauge"),
    want: [
      "warning counter-total @ metrics/hits_total: expected _total only in a counter's name, found gauge hits_total",
    ],
  },
  {
    name: "units with a prefix, and others than the base units",
    given: {
      metrics: {
        a_milliseconds: { type: "gauge", ...described },
        a_kibibytes_used: { type: "gauge", ...described },
        a_minutes_total: { type: "counter", ...described },
      },
    },
    want: [
      "warning base-unit @ metrics/a_milliseconds: expected the base unit seconds in the name, found milliseconds in gauge a_milliseconds",
      "warning base-unit @ metrics/a_kibibytes_used: expected the base unit bytes in the name, found kibibytes in gauge a_kibibytes_used",
      "warning base-unit @ metrics/a_minutes_total: expected the base unit seconds in the name, found minutes in counter a_minutes_total",
    ],
  },
  {
    name: "abbreviated units, anywhere but in front",
    given: {
      metrics: {
        latency_ms: { type: "histogram", ...described },
        cache_mb_used: { type: "gauge", ...described },
        d_open: { type: "gauge", ...described },
      },
    },
    want: [
      "warning unit-abbreviation @ metrics/latency_ms: expected units spelt out in the name, found ms in histogram latency_ms",
      "warning unit-abbreviation @ metrics/cache_mb_used: expected units spelt out in the name, found mb in gauge cache_mb_used",
    ],
  },
  {
    name: "a unit that does not end the name",
    given: {
      metrics: {
        latency: { type: "histogram", unit: "seconds", ...described },
        cpu_seconds_total: { type: "counter", unit: "seconds", ...described },
        seconds: { type: "gauge", unit: "seconds", ...described },
        milliseconds_x: { type: "gauge", unit: "x", ...described },
      },
    },
    want: [
      "warning unit-suffix @ metrics/latency: expected the name to end in its unit seconds, found histogram latency",
      "warning base-unit @ metrics/milliseconds_x: expected the base unit seconds in the name, found milliseconds in gauge milliseconds_x",
    ],
  },
  {
    name: "suffixes of histograms and summaries on others",
    given: {
      metrics: {
        a_count: { type: "gauge", ...described },
        b_sum: { type: "histogram", ...described },
        c_bucket: { type: "summary", ...described },
        d_created: { type: "gauge", ...described },
        e_count: { type: "unknown", ...described },
      },
    },
    want: [
      "warning reserved-suffix @ metrics/a_count: expected _count only for a histogram or summary, found gauge a_count",
      "warning reserved-suffix @ metrics/c_bucket: expected _bucket only for a histogram or gaugehistogram, found summary c_bucket",
      "warning reserved-suffix @ metrics/d_created: expected _created only for the time a series began, found gauge d_created",
    ],
  },
  {
    name: "the type in the name",
    given: {
      metrics: {
        a_gauge: { type: "gauge", ...described },
        a_summary_x: { type: "summary", ...described },
        a_histogram: { type: "gauge", ...described },
        gauge_a: { type: "gauge", ...described },
      },
    },
    want: [
      "warning type-in-name @ metrics/a_gauge: expected a name that does not repeat its type, found gauge a_gauge",
      "warning type-in-name @ metrics/a_summary_x: expected a name that does not repeat its type, found summary a_summary_x",
    ],
  },
  {
    name: "colons, capitals and other characters in names",
    given: {
      metrics: {
        "a:b": { type: "gauge", ...described },
        aBcDe: { type: "gauge", ...described },
        "a.b": { type: "gauge", ...described },
      },
    },
    want: [
      "warning colon @ metrics/a:b: expected a name without colons, found gauge a:b",
      "warning camel-case @ metrics/aBcDe: expected a snake_case name, found gauge aBcDe | call it a_bc_de",
      'warning utf8-name @ metrics/a.b: expected a name of letters, digits, _ and :, found gauge "a.b", which is quoted on the wire',
    ],
  },
  {
    name: "labels that belong to other types",
    given: metric("m", "gauge", {
      labels: [
        { name: "le", ...described },
        { name: "quantile?", ...described },
      ],
    }),
    want: [
      "warning reserved-label @ metrics/m/labels/0: expected label le only in a histogram, found it in gauge m",
      "warning reserved-label @ metrics/m/labels/1: expected label quantile only in a summary, found it in gauge m",
    ],
  },
  {
    name: "a deprecation that leads nowhere",
    given: {
      metrics: {
        a: { type: "gauge", deprecated: { since: "2.0" }, ...described },
        b: { type: "gauge", deprecated: { reason: "Unused." }, ...described },
        c: { type: "gauge", deprecated: { renamedTo: "a" }, ...described },
      },
    },
    want: [
      "info deprecated-without-way @ metrics/a: expected renamedTo or a reason in the deprecation of gauge a, found neither",
    ],
  },
  {
    name: "families that OpenMetrics cannot tell apart",
    given: {
      metrics: {
        alloc_bytes: { type: "gauge", ...described },
        alloc_bytes_total: { type: "counter", ...described },
      },
    },
    want: [
      "warning family-clash @ metrics/alloc_bytes: expected no gauge alloc_bytes beside counter alloc_bytes_total, which has that name in OpenMetrics",
    ],
  },
];

const labels: readonly { name: string; given: object; want: readonly string[] }[] = [
  {
    name: "a label without a description, once however many metrics have it",
    given: {
      labels: { a: {} },
      metrics: {
        m: { type: "gauge", labels: ["a", { name: "b" }], ...described },
        n: { type: "gauge", labels: ["a?"], ...described },
      },
    },
    want: [
      "info label-undescribed @ labels/a: expected a description of label a, found none",
      "info label-undescribed @ metrics/m/labels/1/name: expected a description of label b, found none",
    ],
  },
  {
    name: "names of labels",
    given: metric("m", "gauge", {
      labels: ["podName", "a.b", "__shard", "job"].map((name) => ({ name, ...described })),
    }),
    want: [
      "warning camel-case @ metrics/m/labels/0/name: expected a snake_case name, found label podName | call it pod_name",
      'warning utf8-name @ metrics/m/labels/1/name: expected a name of letters, digits and _, found label "a.b", which is quoted on the wire',
      "warning reserved-label @ metrics/m/labels/2/name: expected a name without __ in front, found label __shard",
      "info target-label @ metrics/m/labels/3/name: expected a name that the scraper does not use, found label job, which arrives as exported_job",
    ],
  },
  {
    name: "values without a meaning, but not of a boolean",
    given: metric("m", "gauge", {
      labels: [
        { name: "a", enum: ["p", "q", "r", "s t"], ...described },
        { name: "b", enum: { on: "On.", off: {} }, ...described },
        { name: "c", enum: [true], type: "boolean", ...described },
      ],
    }),
    want: [
      "info enum-meaning @ metrics/m/labels/0/name: expected a meaning for each value of label a, found none for p, q, r and 1 more",
      "info enum-meaning @ metrics/m/labels/1/name: expected a meaning for each value of label b, found none for off",
    ],
  },
  {
    name: "a local label with the name of a shared one",
    given: {
      labels: { a: described },
      metrics: {
        m: { type: "gauge", labels: [{ name: "a", ...described }], ...described },
        n: { type: "gauge", labels: ["a"], ...described },
      },
    },
    want: [
      "warning shadowed-label @ metrics/m/labels/0/name: expected one meaning of label a, found a definition beside the shared one",
    ],
  },
  {
    name: "what no metric uses",
    given: {
      labels: { a: described, b: described },
      labelSets: { s: ["a"], t: ["...s"], u: ["b"] },
      metrics: { m: { type: "gauge", labels: ["...t"], ...described } },
    },
    want: [
      "warning unused-label @ labels/b: expected a metric with the label b, found none",
      "warning unused-label-set @ labelSets/u: expected a metric that spreads label set u, found none",
    ],
  },
];

describe("the naming rules", () => {
  it.each([...metrics, ...labels])("remark on $name", ({ given, want }) => {
    expect(lint(given)).toEqual(want);
  });

  it("have nothing to say of a registry that follows them", () => {
    const document = {
      labels: {
        model_id: { description: "Identifier of the model." },
        phase: {
          description: "Phase.",
          enum: { promoting: "Being promoted.", stable: "Serving." },
        },
      },
      labelSets: { deployment: ["model_id", "phase?"] },
      metrics: {
        app_requests_total: { type: "counter", labels: ["...deployment"], ...described },
        app_response_time_seconds: { type: "histogram", unit: "seconds", ...described },
        app_gpu_memory_used: { type: "gauge", ...described },
        app_build_info: { type: "info", ...described },
        app_cpu_memory_working_set_bytes: { type: "gauge", unit: "bytes", ...described },
        app_queue_size: { type: "gauge", ...described },
      },
    };
    expect(lint(document)).toEqual([]);
  });

  it("have the level they are given", () => {
    const levels = {
      "naming/counter-total": "error",
      "naming/description-missing": "off",
    } as const;
    expect(lint({ metrics: { hits: { type: "counter" } } }, { levels })).toEqual([
      "error counter-total @ metrics/hits: expected a counter's name to end in _total, found hits | call it hits_total",
    ]);
  });

  it("name metric and label, and come in the order of the file", () => {
    const compilation = compileRegistry(
      { registry: "r", labels: { a: {} }, metrics: { m: { type: "gauge", labels: ["a"] } } },
      { source: "r.yaml", locate: (path) => ({ line: path[0] === "metrics" ? 2 : 7, column: 3 }) },
    );
    if (!compilation.ok) expect.fail();
    expect(lintRegistry(compilation.registry)).toMatchObject([
      { rule: "naming/description-missing", source: "r.yaml", line: 2, column: 3, metric: "m" },
      { rule: "naming/label-undescribed", source: "r.yaml", line: 7, column: 3, label: "a" },
    ]);
  });

  it("are all held by a case here", () => {
    const held = [...metrics, ...labels].flatMap(({ want }) =>
      want.map((line) => `naming/${line.split(" ")[1]}`),
    );
    const all = rules.filter(({ group }) => group === "naming").map(({ id }) => id);
    expect(new Set(held)).toEqual(new Set(all));
  });
});
