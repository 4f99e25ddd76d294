import { describe, expect, it } from "vitest";
import { createSourceText, positionAt } from "../../../src/load/source-text.js";
import { offsetOf, toDocument } from "../../../src/load/source-tree.js";
import { readYamlTree } from "../../../src/load/yaml-tree.js";

function read(text: string): unknown {
  const root = readYamlTree(createSourceText(text, undefined));
  return root === undefined ? undefined : toDocument(root);
}

describe("scalars of the YAML core schema", () => {
  it.each([
    ["true", true],
    ["False", false],
    ["null", null],
    ["~", null],
    ["", null],
    ["12", 12],
    ["-3", -3],
    ["0x10", 16],
    ["0o17", 15],
    ["1e3", 1000],
    [".5", 0.5],
    ["5.", 5],
    ["+.inf", Number.POSITIVE_INFINITY],
    ["-.inf", Number.NEGATIVE_INFINITY],
    [".nan", Number.NaN],
    ["yes", "yes"],
    ["off", "off"],
    ["012", 12],
    ["1_000", "1_000"],
    ["12:30:45", "12:30:45"],
    ["2024-01-31", "2024-01-31"],
    ["+Inf", "+Inf"],
    ['"12"', "12"],
    ["'true'", "true"],
    ['"\\x41\\u00e9"', "Aé"],
    ["a\n  b", "a b"],
    ["|\n  a\n  b\n", "a\nb\n"],
    ["name?", "name?"],
    ["...set", "...set"],
  ])("reads %j as %j", (text, value) => {
    expect(read(`key: ${text}`)).toEqual(Object.assign(Object.create(null), { key: value }));
  });

  it("keeps the source text of label values, and numbers as numbers elsewhere", () => {
    const text =
      'enum: [200, 1.0, 0x10, 1e3, yes, true, ~, "a"]\nbuckets: [1.0, 0x10]\nexamples: [007]\nstates: [on, 1.50]';
    expect(JSON.stringify(read(text))).toBe(
      '{"enum":["200","1.0","0x10","1e3","yes","true","~","a"],"buckets":[1,16],"examples":["007"],"states":["on","1.50"]}',
    );
  });

  it("keeps the source text of keys", () => {
    expect(JSON.stringify(read("{ 1.0: a, true: b, ~: c }"))).toBe(
      '{"1.0":"a","true":"b","~":"c"}',
    );
  });
});

describe("the document that is handed on", () => {
  it("has own keys only, whatever they are called", () => {
    const document = read("__proto__: { constructor: 1 }\ntoString: { __proto__: [1] }");
    expect(Object.getPrototypeOf(document)).toBeNull();
    expect(Object.keys(document as object)).toEqual(["__proto__", "toString"]);
    expect(JSON.stringify(document)).toBe(
      '{"__proto__":{"constructor":1},"toString":{"__proto__":[1]}}',
    );
  });

  it("has what an alias stands for, as a copy", () => {
    const document = read("a: &x { b: [1] }\nc: *x\nd: [*x, &y z, *y]\n") as Record<
      string,
      unknown
    >;
    expect(JSON.stringify(document)).toBe('{"a":{"b":[1]},"c":{"b":[1]},"d":[{"b":[1]},"z","z"]}');
    expect(document["c"]).not.toBe(document["a"]);
  });

  it("takes the last anchor of a name, as YAML does", () => {
    expect(JSON.stringify(read("a: &x 1\nb: *x\nc: &x 2\nd: *x"))).toBe(
      '{"a":1,"b":1,"c":2,"d":2}',
    );
  });

  it("is nothing for a text without content", () => {
    expect([read(""), read("# note\n"), read("---\n"), read("---\n...\n")]).toEqual(
      new Array(4).fill(undefined),
    );
  });

  it("may be JSON, and may have Windows line ends", () => {
    expect(JSON.stringify(read('{\n\t"a": [1, "b"]\r\n}\r\n'))).toBe('{"a":[1,"b"]}');
  });
});

describe("places", () => {
  const text = [
    "registry: x",
    "labels: { one: &one { description: é😀, enum: [a, b] } }",
    "metrics:",
    "  hits_total:",
    "    type: counter",
    "    labels:",
    "      - one",
    "      - name: two",
    "        enum: { 200: fine }",
    "  other: *one",
    "  empty:",
  ].join("\r\n");

  function place(path: (string | number)[], part: "key" | "value"): string {
    const sourceText = createSourceText(text, "m.yaml");
    const root = readYamlTree(sourceText);
    if (root === undefined) return "nothing";
    const { source, line, column } = positionAt(sourceText, offsetOf(root, path, part));
    return `${source}:${line}:${column}`;
  }

  it.each<[(string | number)[], "key" | "value", string]>([
    [[], "value", "1:1"],
    [["registry"], "key", "1:1"],
    [["registry"], "value", "1:11"],
    [["labels", "one"], "key", "2:11"],
    [["labels", "one"], "value", "2:21"],
    [["labels", "one", "enum"], "key", "2:41"],
    [["labels", "one", "enum", 1], "value", "2:51"],
    [["metrics", "hits_total"], "key", "4:3"],
    [["metrics", "hits_total"], "value", "5:5"],
    [["metrics", "hits_total", "labels", 0], "key", "7:9"],
    [["metrics", "hits_total", "labels", 1, "name"], "value", "8:15"],
    [["metrics", "hits_total", "labels", 1, "enum", "200"], "key", "9:17"],
    [["metrics", "other"], "value", "10:10"],
    [["metrics", "other", "enum", 0], "value", "2:48"],
    [["metrics", "empty"], "value", "11:9"],
    [["metrics", "hits_total", "nothing", "here"], "value", "4:3"],
    [["metrics", "hits_total", "labels", 7], "value", "6:5"],
    [["registry", "deeper"], "value", "1:1"],
  ])("finds %j, its %s, at %s", (path, part, expected) => {
    expect(place(path, part)).toBe(`m.yaml:${expected}`);
  });
});
