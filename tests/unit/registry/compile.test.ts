import { describe, expect, it } from "vitest";
import { type CompiledRegistry, compileRegistry } from "../../../src/registry/index.js";

function compile(document: unknown): CompiledRegistry {
  const compilation = compileRegistry(document);
  if (!compilation.ok) expect.fail(compilation.findings.map(({ message }) => message).join("\n"));
  return compilation.registry;
}

const shop = {
  registry: "shop",
  description: "Metrics of the shop.",
  labels: {
    path: { description: "Route.", examples: ["/", 404], maxValues: 50 },
    status: { pattern: "[1-5][0-9][0-9]" },
    phase: {
      enum: { open: "Taking orders.", closed: { meaning: "Not.", presence: "always" } },
      requires: ["env"],
    },
    env: { enum: ["prod", true, 200], open: true, requires: ["phase"] },
  },
  labelSets: { where: ["env?", "phase?"], http: ["path", "...where"] },
  metrics: {
    shop_request_duration_seconds: {
      type: "histogram",
      description: "Time to answer.",
      unit: "seconds",
      labels: ["...http", "status?", { name: "tier?", type: "integer" }],
      buckets: [0.1, 1],
      value: { min: 0 },
      presence: "after-event",
      renamedFrom: "shop_latency",
      links: ["https://example.org/a", { title: "B", url: "https://example.org/b" }],
      stability: "beta",
      maxSeries: 100,
      note: "Measured at the door.",
    },
    shop_orders: {
      type: "gauge",
      labels: ["...where"],
      presence: { conditional: "behind a flag" },
      deprecated: { since: "2.0", reason: "Nobody looks." },
      renamedFrom: ["a", "b"],
    },
  },
};

describe("a registry document that is as it should be", () => {
  it("compiles a metric with every field resolved", () => {
    const metric = compile(shop).metrics.get("shop_request_duration_seconds");
    expect(metric).toMatchObject({
      type: "histogram",
      description: "Time to answer.",
      unit: "seconds",
      note: "Measured at the door.",
      stability: "beta",
      presence: { policy: "after-event" },
      value: { min: 0, integer: false },
      buckets: [0.1, 1],
      maxSeries: 100,
      renamedFrom: ["shop_latency"],
      links: [{ url: "https://example.org/a" }, { title: "B", url: "https://example.org/b" }],
    });
    expect(metric?.labels.map(({ name, required }) => [name, required])).toEqual([
      ["path", true],
      ["env", false],
      ["phase", false],
      ["status", false],
      ["tier", false],
    ]);
  });

  it("gives what is not said its default, and leaves out what has none", () => {
    const registry = compile({ registry: "r", metrics: { m: { type: "gauge" } } });
    expect(registry.metrics.get("m")).toEqual({
      name: "m",
      type: "gauge",
      description: "",
      labels: [],
      stability: "stable",
      presence: { policy: "always" },
      value: { integer: false },
      renamedFrom: [],
      links: [],
    });
    expect([...registry.labels, ...registry.labelSets]).toEqual([]);
    expect(registry).not.toHaveProperty("description");
  });

  it("reads enums in both forms, as text", () => {
    const { labels } = compile(shop);
    expect(labels.get("env")).toEqual({
      name: "env",
      type: "string",
      enum: [{ value: "prod" }, { value: "true" }, { value: "200" }],
      open: true,
      requires: ["phase"],
    });
    expect(labels.get("phase")?.enum).toEqual([
      { value: "open", meaning: "Taking orders." },
      { value: "closed", meaning: "Not.", presence: "always" },
    ]);
    expect(labels.get("path")?.examples).toEqual(["/", "404"]);
  });

  it("keeps one definition object for all uses of a shared label", () => {
    const { labels, metrics } = compile(shop);
    for (const name of ["env", "phase"]) {
      const uses = [...metrics.values()].flatMap((metric) =>
        metric.labels.filter((label) => label.name === name),
      );
      expect(uses).toHaveLength(2);
      for (const use of uses) expect(use.definition).toBe(labels.get(name));
    }
  });

  it("keeps the label sets, and tells which of them a metric uses", () => {
    const { labelSets } = compile({
      ...shop,
      labelSets: { ...shop.labelSets, spare: ["path", { name: "local" }] },
    });
    const summary = [...labelSets.values()].map(({ name, labels, used }) => {
      return [name, labels.map((label) => label.name).join(), used];
    });
    expect(summary).toEqual([
      ["where", "env,phase", true],
      ["http", "path,env,phase", true],
      ["spare", "path,local", false],
    ]);
  });

  it("marks a set as used that only another set spreads", () => {
    const { labelSets } = compile({
      registry: "r",
      labels: { a: {} },
      labelSets: { outer: ["...inner"], inner: ["a"] },
      metrics: { m: { type: "gauge", labels: ["...outer"] } },
    });
    expect([...labelSets.values()].map(({ used }) => used)).toEqual([true, true]);
  });

  it("is frozen all the way down", () => {
    const registry = compile(shop);
    const seen: unknown[] = [];
    const visit = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      seen.push(value);
      expect(Object.isFrozen(value)).toBe(true);
      for (const inner of value instanceof Map ? value.values() : Object.values(value))
        visit(inner);
    };
    visit(registry);
    expect(seen.length).toBeGreaterThan(50);
    // The type forbids it; a caller in JavaScript learns it here.
    const metrics = registry.metrics as Map<string, unknown>;
    expect(() => metrics.delete("shop_orders")).toThrow("a registry is frozen");
    expect(registry.metrics.size).toBe(2);
  });

  it("does not change with the document it came from", () => {
    const buckets = [1, 2];
    const registry = compile({ registry: "r", metrics: { m: { type: "histogram", buckets } } });
    buckets.push(0);
    expect(registry.metrics.get("m")?.buckets).toEqual([1, 2]);
  });

  it("reads an undefined field as an absent one", () => {
    const metric = { type: "gauge", unit: undefined, labels: undefined };
    const registry = compile({ registry: "r", labels: undefined, metrics: { m: metric } });
    expect(registry.metrics.get("m")).not.toHaveProperty("unit");
  });
});

describe("items of a list of labels", () => {
  const cases: readonly { item: unknown; name: string; required: boolean }[] = [
    { item: "a", name: "a", required: true },
    { item: "a?", name: "a", required: false },
    { item: { name: "x" }, name: "x", required: true },
    { item: { name: "x?" }, name: "x", required: false },
    { item: { name: "x", optional: true }, name: "x", required: false },
    { item: { name: "x?", optional: false }, name: "x?", required: true },
    { item: { name: "x?", optional: true }, name: "x?", required: false },
    { item: { name: "...x" }, name: "...x", required: true },
  ];
  it.each(cases)("reads $item as $name", ({ item, name, required }) => {
    const registry = compile({
      registry: "r",
      labels: { a: {} },
      metrics: { m: { type: "gauge", labels: [item] } },
    });
    expect(registry.metrics.get("m")?.labels).toMatchObject([{ name, required }]);
  });
});

describe("names that JavaScript has other plans for", () => {
  const names = ["__proto__", "constructor", "toString", "hasOwnProperty", "größe", "a.b", "🙂"];
  it.each(names)("takes %s as the name of a metric, label, set and value", (name) => {
    const mapping = (value: unknown): object => {
      const object: object = Object.create(null);
      Object.defineProperty(object, name, { value, enumerable: true });
      return object;
    };
    const registry = compile({
      registry: "r",
      labels: mapping({ enum: mapping("A meaning.") }),
      labelSets: mapping([name]),
      metrics: mapping({ type: "gauge", labels: [`...${name}`] }),
    });
    expect([...registry.metrics.keys()]).toEqual([name]);
    expect(registry.metrics.get(name)?.labels).toMatchObject([
      { name, definition: { enum: [{ value: name, meaning: "A meaning." }] } },
    ]);
  });

  it("takes them from parsed JSON as well", () => {
    const json = '{"registry":"r","metrics":{"__proto__":{"type":"gauge"}}}';
    expect([...compile(JSON.parse(json)).metrics.keys()]).toEqual(["__proto__"]);
  });

  it("finds no field in the prototype of the document", () => {
    const inherited: object = Object.create({ type: "gauge" });
    const { findings } = failing({ registry: "r", metrics: { m: inherited } });
    expect(findings.map(({ message }) => message)).toEqual([
      "expected a mapping for metric m, found an object that is not plain data",
    ]);
  });
});

describe("positions", () => {
  it("asks where each part is, and hands it on", () => {
    const compilation = compileRegistry(
      {
        registry: "r",
        labels: { a: { enum: ["x"] } },
        labelSets: { s: ["a"] },
        metrics: { m: { type: "gauge", labels: ["...s", { name: "b", enum: { y: "Yes." } }] } },
      },
      { locate: (path, part) => ({ source: `${path.join("/")} ${part}`, line: 1, column: 1 }) },
    );
    if (!compilation.ok) expect.fail();
    const { metrics, labels, labelSets } = compilation.registry;
    const metric = metrics.get("m");
    expect(metric?.position?.source).toBe("metrics/m key");
    expect(metric?.labels.map(({ position }) => position?.source)).toEqual([
      "metrics/m/labels/0 value",
      "metrics/m/labels/1 value",
    ]);
    expect(metric?.labels[1]?.definition.position?.source).toBe("metrics/m/labels/1/name value");
    expect(metric?.labels[1]?.definition.enum?.[0]?.position?.source).toBe(
      "metrics/m/labels/1/enum/y key",
    );
    expect(labels.get("a")?.position?.source).toBe("labels/a key");
    expect(labels.get("a")?.enum?.[0]?.position?.source).toBe("labels/a/enum/0 value");
    expect(labelSets.get("s")?.position?.source).toBe("labelSets/s key");
    expect(labelSets.get("s")?.labels[0]?.position?.source).toBe("labelSets/s/0 value");
  });

  it("adds the name of the file where the positions do not have it", () => {
    const compilation = compileRegistry(
      { registry: "r", metrics: { m: { type: "gauge" } } },
      { source: "r.yaml", locate: () => ({ line: 3, column: 5 }) },
    );
    if (!compilation.ok) expect.fail();
    expect(compilation.registry.source).toBe("r.yaml");
    expect(compilation.registry.metrics.get("m")?.position).toEqual({
      source: "r.yaml",
      line: 3,
      column: 5,
    });
  });
});

function failing(document: unknown) {
  const compilation = compileRegistry(document);
  if (compilation.ok) expect.fail("it compiled");
  return compilation;
}
