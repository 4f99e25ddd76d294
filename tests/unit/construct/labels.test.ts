import { describe, expect, it } from "vitest";
import * as z from "zod";
import { labelSchema, sample, sampleSchema, schemaFindings } from "../../../src/construct/index.js";
import { refused } from "./refused.js";
import { shop } from "./shop.js";

const hits = labelSchema(shop, "hits_total");

const throwing = {
  path: "/",
  get method(): string {
    throw new TypeError("no");
  },
};

const endless: Record<string, unknown> = {};
endless["path"] = endless;

const revoked = Proxy.revocable({}, {});
revoked.revoke();

/** Labels of `hits_total` as a program without types may give them, and what is said of each. */
const wrong: readonly [title: string, labels: unknown, ...said: string[]][] = [
  [
    "a misspelt value",
    { path: "/", method: "GTE" },
    'label-value: method of hits_total is "GTE", which is not one of its values; did you mean "GET"?',
  ],
  [
    "a value that does not match",
    { path: "/", code: "OK" },
    'label-pattern: code of hits_total is "OK", which does not match its pattern',
  ],
  [
    "a text that is no boolean",
    { path: "/", retried: "yes" },
    'label-type: retried of hits_total is "yes", which is no boolean',
  ],
  [
    "a text that is no integer",
    { path: "/", attempt: "07" },
    'label-type: attempt of hits_total is "07", which is no integer',
  ],
  ["nothing", {}, 'missing-label: hits_total lacks its required label "path"'],
  [
    "a required label that is undefined",
    { path: undefined },
    'missing-label: hits_total lacks its required label "path"',
  ],
  [
    "a required label that is empty",
    { path: "" },
    'missing-label: the required label "path" of hits_total is empty, which counts as absent',
  ],
  [
    "a misspelt name",
    { pth: "/" },
    'undeclared-label: hits_total has the label "pth", which is not declared for it; did you mean "path"?',
  ],
  [
    "a label that the scraper adds",
    { path: "/", instance: "a:1" },
    'undeclared-label: hits_total has the label "instance", which is not declared for it; leave it out: the scraper adds it',
  ],
  [
    "null",
    { path: null },
    "construct/argument: path of hits_total is null: expected some text; leave it out where there is none",
  ],
  [
    "a number for a text",
    { path: 5 },
    'construct/argument: path of hits_total is the number 5: expected some text; put it in quotes: "5"',
  ],
  [
    "NaN",
    { path: "/", attempt: Number.NaN },
    "construct/argument: attempt of hits_total is the number NaN: expected a whole number or its text",
  ],
  [
    "a number that is not whole",
    { path: "/", attempt: 1.5 },
    "construct/argument: attempt of hits_total is the number 1.5: expected a whole number or its text",
  ],
  [
    "a number beyond those that are exact",
    { path: "/", attempt: 2 ** 60 },
    "construct/argument: attempt of hits_total is the number 1152921504606847000: expected a whole number or its text; give it as a text: so large a number is not exact",
  ],
  [
    "a number for a boolean",
    { path: "/", retried: 1 },
    "construct/argument: retried of hits_total is the number 1: expected true, false or their text",
  ],
  [
    "an object",
    { path: {} },
    "construct/argument: path of hits_total is a mapping: expected some text",
  ],
  [
    "an object that holds itself",
    endless,
    "construct/argument: path of hits_total is a mapping: expected some text",
  ],
  [
    "a list",
    { path: ["/"] },
    "construct/argument: path of hits_total is a list: expected some text",
  ],
  [
    "a symbol",
    { path: Symbol("/") },
    "construct/argument: path of hits_total is a symbol: expected some text",
  ],
  [
    "a function",
    { path: () => "/" },
    "construct/argument: path of hits_total is a function: expected some text",
  ],
  [
    "a text object",
    { path: Object("/") },
    "construct/argument: path of hits_total is a mapping: expected some text",
  ],
  [
    "half of a surrogate pair",
    { path: "\ud800" },
    'serialize/unwritable: path of hits_total is "\\u{d800}": expected Unicode, found half of a surrogate pair; cut texts between characters',
  ],
  [
    "a getter that throws",
    throwing,
    "construct/argument: method of hits_total threw while it was read",
  ],
  [
    "a symbol for a name",
    { path: "/", [Symbol("path")]: "/" },
    "construct/argument: the labels of hits_total have a symbol for a name: expected texts",
  ],
  [
    "labels of a prototype",
    Object.create({ path: "/" }),
    'missing-label: hits_total lacks its required label "path"',
  ],
  [
    "an own label __proto__",
    JSON.parse('{ "path": "/", "__proto__": "x" }'),
    'undeclared-label: hits_total has the label "__proto__", which is not declared for it',
  ],
  [
    "a revoked proxy",
    revoked.proxy,
    "construct/argument: the labels of hits_total threw while they were read",
  ],
  ...[null, undefined, "path", 1, Symbol("labels")].map((labels): [string, unknown, string] => [
    `${String(labels)} for all of them`,
    labels,
    `construct/argument: the labels of hits_total are ${
      { string: '"path"', number: "the number 1", symbol: "a symbol" }[typeof labels as string] ??
      String(labels)
    }: expected an object of label names and values`,
  ]),
  [
    "a list of them",
    [["path", "/"]],
    "construct/argument: the labels of hits_total are a list: expected an object of label names and values",
  ],
  [
    "a map of them",
    new Map([["path", "/"]]),
    "construct/argument: the labels of hits_total are an object of another kind: expected an object of label names and values",
  ],
  [
    "several mistakes",
    { pth: "/", method: "PUT", retried: null },
    "construct/argument: retried of hits_total is null: expected true, false or their text; leave it out where there is none",
    'label-value: method of hits_total is "PUT", which is not one of its values',
    'undeclared-label: hits_total has the label "pth", which is not declared for it; did you mean "path"?',
  ],
];

describe.each(wrong)("labels with %s", (_, labels, ...said) => {
  it("are refused by sample, with all that is wrong", () => {
    expect(refused(() => sample(shop, "hits_total", labels as never, 1))).toEqual(said);
  });

  it("are refused by the schema in the same words", () => {
    const { success, error } = hits.safeParse(labels);
    expect(success).toBe(false);
    const told = schemaFindings(error ?? {}).map(({ rule, message, hint }) =>
      hint === undefined ? `${rule}: ${message}` : `${rule}: ${message}; ${hint}`,
    );
    expect(told).toEqual(said);
    expect(error?.issues.map(({ message }) => message)).toEqual(
      said.map((text) => text.replace(/^[\w/-]+: /, "")),
    );
  });
});

describe("labelSchema", () => {
  it("puts the labels out as they went in, without those that are absent", () => {
    const given = { path: "/", method: "", retried: true, attempt: 3, code: undefined } as const;
    expect(hits.parse(given)).toEqual({ path: "/", retried: true, attempt: 3 });
    expect(hits.parse({ path: "/", retried: "false", attempt: "-3" })).toEqual({
      path: "/",
      retried: "false",
      attempt: "-3",
    });
  });

  it("lets any text through where an enum is open, and labels go together", () => {
    const outcome = labelSchema(shop, "latency_seconds");
    expect(outcome.parse({ outcome: "postponed" })).toEqual({ outcome: "postponed" });
    const replicas = labelSchema(shop, "replicas");
    expect(replicas.parse({ env: "prod", phase: "stable" })).toEqual({
      env: "prod",
      phase: "stable",
    });
    expect(schemaFindings(replicas.safeParse({ env: "prod" }).error ?? {})).toMatchObject([
      {
        rule: "label-requires",
        message: 'replicas has the label "env" without "phase": they go together',
        metric: "replicas",
        label: "env",
      },
    ]);
  });

  it("reads a label by any name, and no label that nobody gave", () => {
    const odd = labelSchema(shop, "odd");
    expect(odd.parse({})).toEqual({});
    const own = JSON.parse('{ "__proto__": "x", "toString": "y" }');
    const parsed: object = odd.parse(own);
    expect(Object.entries(parsed).sort()).toEqual([
      ["__proto__", "x"],
      ["toString", "y"],
    ]);
    expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype);
  });

  it("is a zod object whose fields serve schemas of your own", () => {
    expect(hits).toBeInstanceOf(z.ZodObject);
    expect(Object.keys(hits.shape)).toEqual(["path", "method", "retried", "attempt", "code"]);
    expect(z.toJSONSchema(hits)).toMatchObject({
      type: "object",
      required: ["path"],
      additionalProperties: false,
      properties: { method: { anyOf: [{ enum: ["GET", "POST"] }, { const: "" }] } },
    });
  });

  it("keeps its findings where it is part of another schema", () => {
    const request = z.object({ labels: z.array(hits), more: z.string() });
    const { error } = request.safeParse({ labels: [{ path: "/" }, { path: "" }] });
    expect(error?.issues.map(({ path }) => path)).toEqual([["labels", 1, "path"], ["more"]]);
    expect(schemaFindings(error ?? {}).map(({ rule }) => rule)).toEqual(["missing-label"]);
  });

  it("is a Standard Schema, whose issues carry the findings too", () => {
    const result = hits["~standard"].validate({ path: "/", method: "GTE" });
    if (result instanceof Promise) throw new Error("expected no promise");
    expect(schemaFindings(result)).toMatchObject([
      { rule: "label-value", label: "method", value: "GTE", hint: 'did you mean "GET"?' },
    ]);
  });

  it("is the same schema each time it is asked for", () => {
    expect(labelSchema(shop, "hits_total")).toBe(hits);
  });

  it("is of declared metrics alone", () => {
    expect(refused(() => labelSchema(shop, "hits_totl" as never))).toEqual([
      'undeclared-metric: metric "hits_totl" is not declared in shop; did you mean "hits_total"?',
    ]);
  });
});

describe("sample", () => {
  it("is frozen, its labels texts in the order of the registry", () => {
    const made = sample(shop, "hits_total", { attempt: 3, retried: false, path: "/", code: "" }, 7);
    expect(made).toEqual({
      name: "hits_total",
      labels: { path: "/", retried: "false", attempt: "3" },
      value: 7,
    });
    expect(Object.keys(made.labels)).toEqual(["path", "retried", "attempt"]);
    expect([Object.isFrozen(made), Object.isFrozen(made.labels)]).toEqual([true, true]);
    expect(Object.getPrototypeOf(made.labels)).toBe(null);
  });

  it.each<[unknown, unknown, ...string[]]>([
    ["up", 0.5, "value-integer: up is 0.5: expected a whole number"],
    ["up", 2, "value-bounds: up is 2: expected 0 to 1"],
    ["up", Number.NaN, "value-bounds: up is NaN: expected 0 to 1"],
    ["up", "1", 'construct/argument: the value of up is "1": expected a number'],
    ["up", 1n, "construct/argument: the value of up is the bigint 1: expected a number"],
    ["up", undefined, "construct/argument: the value of up is undefined: expected a number"],
    [
      "mode",
      1,
      "metric-type: mode is declared as stateset: one sample is made of a counter, gauge, unknown or info; use stateset() of buildExposition",
    ],
    ["__proto__", 1, 'undeclared-metric: metric "__proto__" is not declared in shop'],
    [
      Symbol("up"),
      1,
      "undeclared-metric: the name of a metric is a symbol: expected one that shop declares",
    ],
    [
      undefined,
      1,
      "undeclared-metric: the name of a metric is undefined: expected one that shop declares",
    ],
  ])("of %s with the value %s is refused", (name, value, ...said) => {
    expect(refused(() => sample(shop, name as never, {}, value as never))).toEqual(said);
  });

  it("refuses a counter below zero and an info that is not 1", () => {
    expect(refused(() => sample(shop, "hits_total", { path: "/" }, -1))).toEqual([
      "spec/counter-value: counter hits_total is -1: expected a number that is not negative",
    ]);
    expect(refused(() => sample(shop, "build_info", { path: "/" }, 0))).toEqual([
      "spec/info-value: info build_info is 0: expected 1",
    ]);
  });
});

describe("sampleSchema", () => {
  const schema = sampleSchema(shop);

  it("takes the samples of the registry, finite or not", () => {
    const given = { name: "hits_total", labels: { path: "/", retried: true }, value: Infinity };
    expect(schema.parse(given)).toEqual(given);
    expect(schema.parse({ name: "hits", labels: {}, value: Number.NaN })).toMatchObject({
      value: Number.NaN,
    });
  });

  it("tells where in the sample it is wrong", () => {
    const given = { name: "hits_total", labels: { pth: "/" }, value: -1, unit: "s" };
    const { error } = schema.safeParse(given);
    expect(error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
      ["unit", 'a sample of hits_total has a field "unit": expected name, labels and value'],
      [
        "labels.pth",
        'hits_total has the label "pth", which is not declared for it; did you mean "path"?',
      ],
      ["value", "counter hits_total is -1: expected a number that is not negative"],
    ]);
  });

  it.each<[unknown, string]>([
    [null, "a sample is null: expected an object with name, labels and value"],
    [[], "a sample is an empty list: expected an object with name, labels and value"],
    [{}, "the name of a metric is undefined: expected one that shop declares"],
    [
      { name: "hit_total" },
      'metric "hit_total" is not declared in shop; did you mean "hits_total"?',
    ],
  ])("refuses %j", (given, message) => {
    expect(schema.safeParse(given).error?.issues.map((issue) => issue.message)).toEqual([message]);
  });
});
