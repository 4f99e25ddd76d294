import { describe, expect, it } from "vitest";
import { checkExposition } from "../../../src/check/index.js";
import { PromschemaError } from "../../../src/diagnostics/index.js";
import { parseRegistry } from "../../../src/load/index.js";
import {
  type CompiledRegistry,
  combineRegistries,
  compileRegistry,
  defineRegistry,
} from "../../../src/registry/index.js";

/** A registry of a file, whose metrics begin on line 3. */
function file(source: string, ...metrics: readonly string[]): CompiledRegistry {
  const text = [
    `registry: ${source.replace(/\W.*/, "")}`,
    "metrics:",
    ...metrics.map((m) => `  ${m}`),
  ];
  return parseRegistry(text.join("\n"), { source });
}

/** What keeps the registries from being one, as `rule @ place: message | hint (declared)`. */
function clashesOf(...registries: readonly CompiledRegistry[]): readonly string[] {
  try {
    combineRegistries(registries);
    return [];
  } catch (error) {
    if (!(error instanceof PromschemaError)) throw error;
    return error.findings.map(
      ({ rule, severity, source, line, column, message, hint, declared }) => {
        expect(severity).toBe("error");
        const at = [source, line, column].filter((part) => part !== undefined).join(":");
        const other = [declared?.source, declared?.line, declared?.column].join(":");
        return `${rule.replace("registry/", "")} @ ${at}: ${message} | ${hint} (${other})`;
      },
    );
  }
}

const gauge = "{ type: gauge }";

const clashes: readonly {
  readonly name: string;
  readonly given: readonly CompiledRegistry[];
  readonly want: readonly string[];
}[] = [
  {
    name: "a metric of both",
    given: [
      file("own.yaml", `up_seconds: ${gauge}`, `a: ${gauge}`),
      file("node.yaml", `b: ${gauge}`, "up_seconds: { type: counter }"),
    ],
    want: [
      "name-clash @ node.yaml:4:3: expected metric up_seconds in one registry, found it in own.yaml:3:3 as well | leave it out of one of them (own.yaml:3:3)",
    ],
  },
  {
    name: "a metric of three",
    given: ["a.yaml", "b.yaml", "c.yaml"].map((source) => file(source, `x: ${gauge}`)),
    want: [
      "name-clash @ b.yaml:3:3: expected metric x in one registry, found it in a.yaml:3:3 as well | leave it out of one of them (a.yaml:3:3)",
      "name-clash @ c.yaml:3:3: expected metric x in one registry, found it in a.yaml:3:3 as well | leave it out of one of them (a.yaml:3:3)",
    ],
  },
  {
    name: "a metric with the name of a histogram's samples, whichever comes first",
    given: [
      file("own.yaml", `x_count: ${gauge}`, "y: { type: summary }"),
      file("node.yaml", "x: { type: histogram }", "y_sum: { type: counter }", `y_bucket: ${gauge}`),
    ],
    want: [
      "name-clash @ own.yaml:3:3: expected no gauge x_count beside histogram x of node.yaml:3:3, which writes samples of that name | leave one of them out (node.yaml:3:3)",
      "name-clash @ node.yaml:4:3: expected no counter y_sum beside summary y of own.yaml:4:3, which writes samples of that name | leave one of them out (own.yaml:4:3)",
    ],
  },
  {
    name: "counters and infos that are one family",
    given: [
      file("own.yaml", "x: { type: counter }", "y_info: { type: info }"),
      file("node.yaml", "x_total: { type: counter }", "y: { type: info }"),
    ],
    want: [
      "name-clash @ node.yaml:3:3: expected no counter x_total beside counter x of own.yaml:3:3, which writes samples of the same names | leave one of them out (own.yaml:3:3)",
      "name-clash @ node.yaml:4:3: expected no info y beside info y_info of own.yaml:4:3, which writes samples of the same names | leave one of them out (own.yaml:4:3)",
    ],
  },
  {
    name: "a former name that is declared, or that two claim",
    given: [
      file("own.yaml", "x: { type: gauge, renamedFrom: [old, older] }"),
      file("node.yaml", `old: ${gauge}`, "y: { type: gauge, renamedFrom: older }"),
    ],
    want: [
      "rename @ own.yaml:3:3: expected a former name in renamedFrom of metric x, found old, which is still declared in node.yaml:3:3 | take it out of renamedFrom, or leave one of the metrics out (node.yaml:3:3)",
      "rename @ node.yaml:4:3: expected a former name in renamedFrom of metric y, found older, which metric x was called as well in own.yaml:3:3 | take it out of renamedFrom, or leave one of the metrics out (own.yaml:3:3)",
    ],
  },
  {
    name: "names that no terminal may be made to act by",
    given: [
      file("own\u001b[2J.yaml", `"x\\e[2J": ${gauge}`),
      file("node.yaml", `"x\\e[2J": ${gauge}`),
    ],
    want: [
      'name-clash @ node.yaml:3:3: expected metric "x\\x1b[2J" in one registry, found it in own\\x1b[2J.yaml:3:3 as well | leave it out of one of them (own\u001b[2J.yaml:3:3)',
    ],
  },
  {
    name: "registries without a file",
    given: ["own", "node"].map((registry) =>
      defineRegistry({ registry, metrics: { x: { type: "gauge" } } }),
    ),
    want: [
      "name-clash @ : expected metric x in one registry, found it in the registry own as well | leave it out of one of them (::)",
    ],
  },
];

describe("registries that clash", () => {
  it.each(clashes)("are told of $name", ({ given, want }) => {
    expect(clashesOf(...given)).toEqual(want);
  });

  it("are one registry given twice", () => {
    const own = file("own.yaml", `x: ${gauge}`, `y: ${gauge}`);
    expect(clashesOf(own, file("a.yaml", `z: ${gauge}`), own)).toEqual([
      "name-clash @ own.yaml: expected each registry once, found own.yaml twice | leave it out (::)",
    ]);
  });

  it("are told of up to a limit, and the rest is counted", () => {
    const many = Array.from({ length: 1003 }, (_, at) => `x${at}: ${gauge}`);
    const told = clashesOf(file("a.yaml", ...many), file("b.yaml", ...many));
    expect(told.length).toBe(1001);
    expect(told.at(-1)).toMatch(/^limit @ b\.yaml: .* found 3 more than are listed/);
  });

  it("do not where one document might hold both", () => {
    const alloc = file("a.yaml", `alloc_bytes: ${gauge}`, "x: { type: histogram }");
    const total = file("b.yaml", "alloc_bytes_total: { type: counter }", `x_created: ${gauge}`);
    expect(clashesOf(alloc, total)).toEqual([]);
  });
});

describe("registries that are combined", () => {
  const own = parseRegistry(
    "registry: own\nlabels: { path: { enum: [a] } }\nlabelSets: { all: [path] }\nmetrics: { hits_total: { type: counter, labels: [...all] } }",
    { source: "own.yaml" },
  );
  const node = parseRegistry(
    "registry: node\nlabels: { path: { enum: [b] }, kind: {} }\nmetrics: { __proto__: { type: gauge, labels: [path] } }",
    { source: "node.yaml" },
  );
  const literal = defineRegistry({ registry: "literal", metrics: { z: { type: "gauge" } } });

  it("have the metrics of all in order, and each its own labels", () => {
    const all = combineRegistries([own, literal, node]);
    expect([...all.metrics]).toEqual([...own.metrics, ...literal.metrics, ...node.metrics]);
    expect(all.name).toBe("own + literal + node");
    expect(all.source).toBe("own.yaml, node.yaml");
    expect([...all.labels.values()]).toEqual([own.labels.get("path"), node.labels.get("kind")]);
    expect([...all.labelSets.values()]).toEqual([own.labelSets.get("all")]);
    const text = `# TYPE __proto__ gauge
__proto__{path="a"} 1
# TYPE hits_total counter
hits_total{path="a"} 1
# TYPE z gauge
z 1
`;
    const { findings } = checkExposition(text, { registry: all });
    expect(findings.map(({ rule, metric, declared }) => [rule, metric, declared?.source])).toEqual([
      ["label-value", "__proto__", "node.yaml"],
    ]);
  });

  it("may be given a name, and none has a source where no part has one", () => {
    const empty = compileRegistry({ registry: "empty", metrics: {} });
    if (!empty.ok) throw new Error("it does not compile");
    const all = combineRegistries([literal, empty.registry], { name: "shop" });
    expect([all.name, Object.hasOwn(all, "source")]).toEqual(["shop", false]);
    expect(combineRegistries([own], { name: "shop" })).toEqual({ ...own, name: "shop" });
  });

  it("are frozen, and combine again", () => {
    const all = combineRegistries([combineRegistries([own, literal]), node]);
    expect([all.name, all.source, Object.isFrozen(all)]).toEqual([
      "own + literal + node",
      "own.yaml, node.yaml",
      true,
    ]);
    expect(() => (all.metrics as Map<string, unknown>).set("x", 1)).toThrow("a registry is frozen");
  });

  it("come back as they are where there is one, and are asked for where there is none", () => {
    expect(combineRegistries([own])).toBe(own);
    expect(() => combineRegistries([])).toThrow("expected a registry to combine, found none");
  });
});
