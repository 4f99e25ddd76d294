import { describe, expect, it } from "vitest";
import { rules } from "../../../src/diagnostics/index.js";
import { compileRegistry } from "../../../src/registry/index.js";

/** Findings as `rule @ path part: message | hint`. */
function findingsOf(document: unknown): string[] {
  const compilation = compileRegistry(document, {
    locate: (path, part) => ({ source: `${path.join("/")} ${part}`, line: 1, column: 1 }),
  });
  if (compilation.ok) return [];
  return compilation.findings.map(({ rule, severity, source, message, hint }) => {
    expect(severity).toBe("error");
    const tail = hint === undefined ? "" : ` | ${hint}`;
    return `${rule.replace("registry/", "")} @ ${source}: ${message}${tail}`;
  });
}

interface Case {
  readonly name: string;
  readonly given: object;
  readonly want: readonly string[];
}

function registryWith(given: object): object {
  return { registry: "r", metrics: {}, ...given };
}

function metric(fields: object): object {
  return { labels: { a: {}, b: {} }, metrics: { m: { type: "gauge", ...fields } } };
}

const shapes: readonly Case[] = [
  {
    name: "a misspelt field of a metric",
    given: { metrics: { baseten_pod_readiness: { type: "gauge", lables: [] } } },
    want: [
      'unknown-field @ metrics/baseten_pod_readiness/lables key: unknown field "lables" in metric baseten_pod_readiness | did you mean "labels"?',
    ],
  },
  {
    name: "a field nothing is like",
    given: { metrix: {} },
    want: [
      'unknown-field @ metrix key: unknown field "metrix" in the registry | did you mean "metrics"?',
    ],
  },
  {
    name: "misspelt fields further in",
    given: metric({
      value: { mim: 1 },
      deprecated: { resaon: "x" },
      links: [{ url: "https://example.org", tilte: "x" }],
      labels: [{ name: "x", descripton: "x", enum: { v: { meaninng: "x" } } }],
    }),
    want: [
      'unknown-field @ metrics/m/labels/0/enum/v/meaninng key: unknown field "meaninng" in v of enum of item 1 of labels of metric m | did you mean "meaning"?',
      'unknown-field @ metrics/m/labels/0/descripton key: unknown field "descripton" in item 1 of labels of metric m | did you mean "description"?',
      'unknown-field @ metrics/m/deprecated/resaon key: unknown field "resaon" in deprecated of metric m | did you mean "reason"?',
      'unknown-field @ metrics/m/value/mim key: unknown field "mim" in value of metric m | did you mean "min"?',
      'unknown-field @ metrics/m/links/0/tilte key: unknown field "tilte" in item 1 of links of metric m | did you mean "title"?',
    ],
  },
  {
    name: "a misspelt field of a label, and of a label in a set",
    given: { labels: { a: { patern: "x" } }, labelSets: { s: [{ name: "b", opne: true }] } },
    want: [
      'unknown-field @ labels/a/patern key: unknown field "patern" in label a | did you mean "pattern"?',
      'unknown-field @ labelSets/s/0/opne key: unknown field "opne" in item 1 of label set s | did you mean "open"?',
    ],
  },
  {
    name: "a missing type",
    given: { metrics: { m: { description: "M." } } },
    want: ['missing-field @ metrics/m key: missing field "type" in metric m'],
  },
  {
    name: "a missing name of an inline label",
    given: metric({ labels: [{ type: "integer" }] }),
    want: [
      'missing-field @ metrics/m/labels/0 value: missing field "name" in item 1 of labels of metric m',
    ],
  },
  {
    name: "a type that does not exist",
    given: metric({ type: "guage" }),
    want: [
      'invalid-field @ metrics/m/type value: expected counter, gauge, histogram, summary, info, stateset, gaugehistogram or unknown for type of metric m, found "guage" | did you mean "gauge"?',
    ],
  },
  {
    name: "numbers where text is meant",
    given: metric({ unit: 5, deprecated: { since: 2.1 } }),
    want: [
      'invalid-field @ metrics/m/unit value: expected text for unit of metric m, found the number 5 | put it in quotes: "5"',
      'invalid-field @ metrics/m/deprecated/since value: expected text for since of deprecated of metric m, found the number 2.1 | put it in quotes: "2.1"',
    ],
  },
  {
    name: "values of the wrong kind",
    given: { labels: { a: null }, labelSets: { s: "a" }, metrics: { m: [], n: "gauge" } },
    want: [
      "invalid-field @ labels/a value: expected a mapping for label a, found nothing",
      'invalid-field @ labelSets/s value: expected a list for label set s, found "a"',
      "invalid-field @ metrics/m value: expected a mapping for metric m, found an empty list",
      'invalid-field @ metrics/n value: expected a mapping for metric n, found "gauge"',
    ],
  },
  {
    name: "numbers out of range",
    given: {
      labels: { a: { maxValues: 0 } },
      metrics: {
        m: { type: "summary", maxSeries: 1.5, quantiles: [2] },
        n: { type: "histogram", buckets: [] },
        o: { type: "histogram", buckets: [1, Number.POSITIVE_INFINITY] },
      },
    },
    want: [
      "invalid-field @ labels/a/maxValues value: expected at least 1 for maxValues of label a, found the number 0",
      "invalid-field @ metrics/m/quantiles/0 value: expected at most 1 for item 1 of quantiles of metric m, found the number 2",
      "invalid-field @ metrics/m/maxSeries value: expected a whole number for maxSeries of metric m, found the number 1.5",
      "invalid-field @ metrics/n/buckets value: expected at least one item for buckets of metric n, found an empty list",
      "invalid-field @ metrics/o/buckets/1 value: expected a number for item 2 of buckets of metric o, found the number Infinity | leave +Inf out",
    ],
  },
  {
    name: "a presence that is none",
    given: metric({ presence: "alwys" }),
    want: [
      'invalid-field @ metrics/m/presence value: expected always, after-event or { conditional: why } for presence of metric m, found "alwys" | did you mean "always"?',
    ],
  },
  {
    name: "a list item that is none",
    given: metric({ labels: ["a??", 5, "...s?"] }),
    want: [
      'invalid-field @ metrics/m/labels/0 value: expected a label as "name" or "name?", or a label set as "...set" for item 1 of labels of metric m, found "a??"',
      "invalid-field @ metrics/m/labels/1 value: expected a label name, a label set as ...set, or a mapping with a name for item 2 of labels of metric m, found the number 5",
      'invalid-field @ metrics/m/labels/2 value: expected a label as "name" or "name?", or a label set as "...set" for item 3 of labels of metric m, found "...s?"',
    ],
  },
  {
    name: "a link that is a script",
    given: metric({ links: ["javascript:alert(1)"] }),
    want: [
      'invalid-field @ metrics/m/links/0 value: expected an http or https address for item 1 of links of metric m, found "javascript:alert(1)"',
    ],
  },
  {
    name: "enums that are none",
    given: {
      labels: { a: { enum: [] }, b: { enum: {} }, c: { enum: "x" }, d: { enum: { v: 1 } } },
    },
    want: [
      "invalid-field @ labels/a/enum value: expected at least one item for enum of label a, found an empty list",
      "invalid-field @ labels/b/enum value: expected at least one value for enum of label b, found none",
      'invalid-field @ labels/c/enum value: expected a list of values, or a mapping from each value to its meaning for enum of label c, found "x"',
      "invalid-field @ labels/d/enum/v value: expected its meaning, or a mapping with meaning and presence for v of enum of label d, found the number 1",
    ],
  },
  {
    name: "an enum value __proto__ without a meaning",
    given: { labels: { a: { enum: JSON.parse('{"__proto__": 5}') } } },
    want: [
      "invalid-field @ labels/a/enum/__proto__ value: expected its meaning, or a mapping with meaning and presence for __proto__ of enum of label a, found the number 5",
      "invalid-field @ labels/a/enum value: expected at least one value for enum of label a, found none",
    ],
  },
];

const names: readonly Case[] = [
  {
    name: "names that no exposition can carry",
    given: { labels: { "": {} }, metrics: { "": { type: "gauge" }, "\ud800": { type: "gauge" } } },
    want: [
      'invalid-name @ labels/ key: expected some text as name of label "", found ""',
      'invalid-name @ metrics/ key: expected some text as name of metric "", found ""',
      'invalid-name @ metrics/\ud800 key: expected valid Unicode as name of metric "\\u{d800}", found "\\u{d800}"',
    ],
  },
  {
    name: "shared names that no list could refer to",
    given: { labels: { "a?": {} }, labelSets: { "...s": [] } },
    want: [
      'invalid-name @ labels/a? key: expected a name without "..." in front or "?" at the end for label "a?", found "a?"',
      'invalid-name @ labelSets/...s key: expected a name without "..." in front or "?" at the end for label set "...s", found "...s"',
    ],
  },
  {
    name: "a reference that is only a question mark",
    given: metric({ labels: [{ name: "?" }] }),
    want: [
      'invalid-name @ metrics/m/labels/0/name value: expected some text as name of label "" of metric m, found ""',
    ],
  },
  {
    name: "labels that the format writes itself",
    given: {
      labels: { le: {}, quantile: {}, __name__: {} },
      metrics: {
        h: { type: "histogram", labels: ["le", "quantile"] },
        s: { type: "summary", labels: ["quantile"] },
        t: { type: "stateset", labels: [{ name: "t" }, "__name__"] },
      },
    },
    want: [
      "reserved-label @ metrics/h/labels/0 value: expected no label le in histogram h: it is written by the format | list the bounds under buckets",
      "reserved-label @ metrics/s/labels/0 value: expected no label quantile in summary s: it is written by the format | list the quantiles under quantiles",
      "reserved-label @ metrics/t/labels/0 value: expected no label t in stateset t: it holds the states of a stateset | list the states under states",
      "reserved-label @ metrics/t/labels/1 value: expected no label __name__ in stateset t: it is the name of the metric",
    ],
  },
  {
    name: "metrics with the names of a histogram's samples",
    given: {
      metrics: {
        x_count: { type: "gauge" },
        x: { type: "histogram" },
        x_sum: { type: "counter" },
        y: { type: "summary" },
        y_bucket: { type: "gauge" },
        z: { type: "gauge" },
        z_count: { type: "gauge" },
      },
    },
    want: [
      "name-clash @ metrics/x_count key: expected no metric x_count beside histogram x, which writes samples of that name",
      "name-clash @ metrics/x_sum key: expected no metric x_sum beside histogram x, which writes samples of that name",
    ],
  },
];

const references: readonly Case[] = [
  {
    name: "a label that is not defined",
    given: metric({ labels: ["a", "other?"] }),
    want: [
      'unknown-label @ metrics/m/labels/1 value: expected a label for metric m, found "other", which is not defined',
    ],
  },
  {
    name: "a misspelt label",
    given: {
      labels: { model_id: {} },
      metrics: { m: { type: "gauge", labels: ["modle_id?"] } },
    },
    want: [
      'unknown-label @ metrics/m/labels/0 value: expected a label for metric m, found "modle_id", which is not defined | did you mean "model_id"?',
    ],
  },
  {
    name: "a label set without its dots",
    given: {
      labelSets: { http: [] },
      metrics: { m: { type: "gauge", labels: ["http", "...htpt"] } },
    },
    want: [
      'unknown-label @ metrics/m/labels/0 value: expected a label for metric m, found "http", which is not defined | write ...http for the label set',
      'unknown-label-set @ metrics/m/labels/1 value: expected a label set for metric m, found "htpt", which is not defined | did you mean "http"?',
    ],
  },
  {
    name: "what a set lacks, once, however many use it",
    given: {
      labels: { a: { requires: ["b"] }, b: {} },
      labelSets: { s: ["a", "x"] },
      metrics: {
        m: { type: "gauge", labels: ["...s"] },
        n: { type: "gauge", labels: ["...s"] },
      },
    },
    want: [
      'unknown-label @ labelSets/s/1 value: expected a label for label set s, found "x", which is not defined',
    ],
  },
  {
    name: "no reference to a label whose definition is broken",
    given: {
      labels: { a: { type: "text" } },
      metrics: { m: { type: "gauge", labels: ["a"] } },
    },
    want: [
      'invalid-field @ labels/a/type value: expected string, boolean or integer for type of label a, found "text"',
    ],
  },
  {
    name: "sets that contain themselves",
    given: { labelSets: { a: ["...b"], b: ["...c"], c: ["...a"], d: ["...d"] } },
    want: [
      "label-set-cycle @ labelSets/a key: expected label set a not to contain itself, found a -> b -> c -> a",
      "label-set-cycle @ labelSets/d key: expected label set d not to contain itself, found d -> d",
    ],
  },
  {
    name: "a label twice, by two sets and by name",
    given: {
      labels: { a: {}, b: {}, c: {} },
      labelSets: { s: ["a", "b"], t: ["c", "b", "a"] },
      metrics: { m: { type: "gauge", labels: ["...s", "...t", "c?", { name: "c" }] } },
    },
    want: [
      "duplicate-label @ metrics/m/labels/1 value: expected each label once in metric m, found b in item 1 (...s) and item 2 (...t)",
      "duplicate-label @ metrics/m/labels/2 value: expected each label once in metric m, found c in item 2 (...t) and item 3",
      "duplicate-label @ metrics/m/labels/3 value: expected each label once in metric m, found c in item 2 (...t) and item 4",
    ],
  },
  {
    name: "requirements that cannot be met",
    given: {
      labels: { a: { requires: ["b"] }, b: {}, c: { requires: ["c"] }, d: { requires: ["bb"] } },
      metrics: {
        m: { type: "gauge", labels: ["a?"] },
        n: { type: "gauge", labels: ["a", "b?"] },
        o: { type: "gauge", labels: ["d"] },
        p: { type: "gauge", labels: [{ name: "x", requires: ["y"] }] },
      },
    },
    want: [
      "unknown-requirement @ labels/c/requires/0 value: expected another label in requires of label c, found c itself",
      'unknown-requirement @ labels/d/requires/0 value: expected a label in requires of label d, found bb, which is not defined | did you mean "b"?',
      "unknown-requirement @ metrics/m/labels/0 value: expected b among the labels of metric m, since a requires it, found none",
      "optional-requirement @ metrics/n/labels/0 value: expected b to be required in metric n, as a is and requires it, found it optional",
      "unknown-requirement @ metrics/p/labels/0 value: expected y among the labels of metric p, since x requires it, found none",
    ],
  },
  {
    name: "renames that lead nowhere or in a circle",
    given: {
      metrics: {
        a: { type: "gauge", deprecated: { renamedTo: "hits_totl" } },
        b: { type: "gauge", deprecated: { renamedTo: "c" } },
        c: { type: "gauge", deprecated: { renamedTo: "b" } },
        hits_total: { type: "counter" },
      },
    },
    want: [
      'rename @ metrics/a/deprecated/renamedTo value: expected a successor in renamedTo of metric a, found hits_totl, which is not declared | did you mean "hits_total"?',
      "rename @ metrics/b/deprecated/renamedTo value: expected a successor in renamedTo of metric b, found c, which leads back to it",
      "rename @ metrics/c/deprecated/renamedTo value: expected a successor in renamedTo of metric c, found b, which leads back to it",
    ],
  },
  {
    name: "former names that are taken",
    given: {
      metrics: {
        a: { type: "gauge" },
        b: { type: "gauge", renamedFrom: ["a", "old", "old", "b"] },
        c: { type: "gauge", renamedFrom: "old" },
        d: { type: "gauge", deprecated: { renamedTo: "e" } },
        e: { type: "gauge", renamedFrom: "d" },
      },
    },
    want: [
      "rename @ metrics/b/renamedFrom/0 value: expected a former name in renamedFrom of metric b, found a, which is still declared and not deprecated in favour of it",
      "duplicate-value @ metrics/b/renamedFrom/2 value: expected a former name in renamedFrom of metric b, found old, twice",
      "rename @ metrics/b/renamedFrom/3 value: expected a former name in renamedFrom of metric b, found b, which is its present one",
      "rename @ metrics/c/renamedFrom/0 value: expected a former name in renamedFrom of metric c, found old, which metric b was called as well",
    ],
  },
  {
    name: "no rename to a metric that is broken itself",
    given: { metrics: { a: { type: "gauge", deprecated: { renamedTo: "b" } }, b: {} } },
    want: ['missing-field @ metrics/b key: missing field "type" in metric b'],
  },
];

const contradictions: readonly Case[] = [
  {
    name: "values that the label's type or pattern forbids",
    given: {
      labels: {
        a: { type: "integer", enum: [200, "200.5", "007"] },
        b: { type: "boolean", enum: { yes: "Yes.", true: "True." } },
        c: { pattern: "[a-z]+", enum: ["ok", "OK"], open: true, examples: ["x", "xY"] },
        d: { enum: ["a", ""] },
      },
    },
    want: [
      'value-conflict @ labels/a/enum/1 value: expected a whole number in enum of label a, found "200.5"',
      'value-conflict @ labels/a/enum/2 value: expected a whole number in enum of label a, found "007"',
      'value-conflict @ labels/b/enum/yes key: expected true or false in enum of label b, found "yes"',
      'value-conflict @ labels/c/enum/1 value: expected a match of "[a-z]+" in enum of label c, found "OK"',
      'value-conflict @ labels/c/examples/1 value: expected a match of "[a-z]+" in examples of label c, found "xY"',
      'value-conflict @ labels/d/enum/1 value: expected some text in enum of label d, found "" | an empty value is an absent label: write name? in the list',
    ],
  },
  {
    name: "examples outside a closed enum, and open without one",
    given: {
      labels: {
        a: { enum: ["x"], examples: ["y"] },
        b: { open: true },
        c: { enum: ["x"], open: true, examples: ["y"] },
      },
    },
    want: [
      'value-conflict @ labels/a/examples/0 value: expected one of the enum\'s values in examples of label a, found "y"',
      "value-conflict @ labels/b/open key: expected an enum beside open of label b, found none",
    ],
  },
  {
    name: "values listed twice",
    given: {
      labels: { a: { enum: [200, "x", "200"], requires: ["b", "b"] }, b: {} },
      metrics: { m: { type: "stateset", states: ["on", "off", "on"] } },
    },
    want: [
      'duplicate-value @ labels/a/enum/2 value: expected each value once in enum of label a, found "200" again',
      'duplicate-value @ labels/a/requires/1 value: expected each value once in requires of label a, found "b" again',
      'duplicate-value @ metrics/m/states/2 value: expected each state once in metric m, found "on" again',
    ],
  },
  {
    name: "patterns that RE2 does not have",
    given: { labels: { a: { pattern: "[1-5" }, b: { pattern: "(?=x)y" } } },
    want: [
      'invalid-pattern @ labels/a/pattern value: expected an RE2 pattern for label a, found "[1-5": missing closing ]: `[1-5`',
      'invalid-pattern @ labels/b/pattern value: expected an RE2 pattern for label b, found "(?=x)y": invalid or unsupported Perl syntax: `(?=` | RE2 has no lookaround: list the values with enum',
    ],
  },
  {
    name: "fields that the type has no use for",
    given: {
      metrics: {
        g: { type: "gauge", buckets: [1], quantiles: [0.5], states: ["x"] },
        i: { type: "info", unit: "bytes", value: { min: 0 } },
        s: { type: "stateset", states: ["x"] },
      },
    },
    want: [
      "field-for-type @ metrics/g/buckets key: expected no buckets in gauge g, since only a histogram or gaugehistogram has them, found some",
      "field-for-type @ metrics/g/quantiles key: expected no quantiles in gauge g, since only a summary has them, found some",
      "field-for-type @ metrics/g/states key: expected no states in gauge g, since only a stateset has them, found some",
      "field-for-type @ metrics/i/unit key: expected no unit in info i, since its values are 0 and 1, found some",
      "field-for-type @ metrics/i/value key: expected no value in info i, since its values are 0 and 1, found some",
    ],
  },
  {
    name: "bounds and buckets the wrong way round",
    given: {
      metrics: {
        h: { type: "histogram", buckets: [0.5, 0.5, 0.1] },
        s: { type: "summary", quantiles: [0.9, 0.5] },
        g: { type: "gauge", value: { min: 1, max: 0 } },
        c_total: { type: "counter", value: { max: -1 } },
      },
    },
    want: [
      "order @ metrics/h/buckets/1 value: expected rising buckets in metric h, found 0.5 after 0.5",
      "order @ metrics/h/buckets/2 value: expected rising buckets in metric h, found 0.1 after 0.5",
      "order @ metrics/s/quantiles/1 value: expected rising quantiles in metric s, found 0.5 after 0.9",
      "bounds @ metrics/g/value/max value: expected max of at least 1, the min of metric g, found the number 0",
      "bounds @ metrics/c_total/value/max value: expected max of at least 0, since metric c_total is a counter, found the number -1",
    ],
  },
];

describe("a registry document that is not as it should be", () => {
  it.each([...shapes, ...names, ...references, ...contradictions])("tells of $name", (example) => {
    expect(findingsOf(registryWith(example.given))).toEqual(example.want);
  });

  const roots: readonly [unknown, string][] = [
    [undefined, "nothing"],
    [null, "nothing"],
    ["registry: x", '"registry: x"'],
    [42, "the number 42"],
    [[], "an empty list"],
    [() => 1, "a function"],
  ];
  it.each(roots)("takes only a mapping, not %s", (document, found) => {
    expect(findingsOf(document)).toEqual([
      `syntax @  value: expected a mapping with registry and metrics, found ${found}`,
    ]);
  });

  it("wants a name and metrics", () => {
    expect(findingsOf({})).toEqual([
      'missing-field @  value: missing field "registry" in the registry',
      'missing-field @  value: missing field "metrics" in the registry',
    ]);
  });

  it("lists findings by their place in the file", () => {
    const lines = new Map([
      ["metrics/m/type", 3],
      ["labels/a/type", 9],
    ]);
    const compilation = compileRegistry(
      { registry: "r", labels: { a: { type: "x" } }, metrics: { m: { type: "x" } } },
      { source: "r.yaml", locate: (path) => ({ line: lines.get(path.join("/")) ?? 1, column: 2 }) },
    );
    if (compilation.ok) expect.fail();
    const places = compilation.findings.map(({ source, line, column }) => [source, line, column]);
    expect(places).toEqual([
      ["r.yaml", 3, 2],
      ["r.yaml", 9, 2],
    ]);
  });

  it("names metric, label and value, and the first place of a label that is there twice", () => {
    const compilation = compileRegistry(
      {
        registry: "r",
        labels: { a: {} },
        metrics: { m: { type: "gauge", labels: ["a", "a?"] } },
      },
      {
        source: "r.yaml",
        locate: (path) => ({ line: path.length, column: Number(path.at(-1)) || 1 }),
      },
    );
    if (compilation.ok) expect.fail();
    expect(compilation.findings).toMatchObject([
      {
        rule: "registry/duplicate-label",
        metric: "m",
        label: "a",
        declared: { source: "r.yaml", line: 4, column: 1 },
        notes: ["first listed by item 1 at r.yaml:4:1"],
      },
    ]);
  });

  it("offers the known fields where none is close", () => {
    const compilation = compileRegistry({ registry: "r", metrics: {}, version: 1 });
    if (compilation.ok) expect.fail();
    expect(compilation.findings[0].notes).toEqual([
      "known fields: $schema, registry, description, labels, labelSets, metrics",
    ]);
  });

  it("breaks every rule of the document once here, but those about whole files", () => {
    const broken = [...shapes, ...names, ...references, ...contradictions].flatMap(({ want }) =>
      want.map((line) => `registry/${line.split(" ")[0]}`),
    );
    const whole = ["registry/unreadable", "registry/syntax", "registry/limit"];
    const all = rules.filter(({ group }) => group === "registry").map(({ id }) => id);
    expect(new Set([...broken, ...whole])).toEqual(new Set(all));
  });
});
