import { describe, expect, it } from "vitest";
import { bindMetrics } from "../../../src/prom-client/index.js";
import { compileRegistry, defineRegistry } from "../../../src/registry/index.js";
import {
  clients,
  findingsOf,
  formats,
  jobs,
  namesIn,
  refusalOf,
  registerFor,
  samplesOf,
} from "./fixture.js";

describe.each(clients)("bindMetrics over %s", (_, client) => {
  const bind = (options: object = {}) => {
    const register = registerFor(client);
    return { register, ...bindMetrics(jobs, { client, register, ...options }) };
  };

  it.each(formats)("exposes every type as it is declared, in %s", async (format) => {
    const register = registerFor(client, format);
    const { metrics } = bindMetrics(jobs, { client, register });
    metrics.jobs_total.inc({ queue: "mail", outcome: "done", retried: true });
    metrics.hits.inc(2);
    metrics.batches_total.inc({ shard: 3 });
    metrics.waiting.set({ queue: 'a "b"\n' }, 4);
    metrics.workers.set(2);
    metrics.took_seconds.observe({ outcome: "done" }, 0.5);
    metrics.balance.observe(-3);
    metrics.size_bytes.observe({ outcome: "done" }, 20);
    metrics.build_info.set({ queue: "mail" });
    metrics.host.set();
    metrics.mode.set({ outcome: "done" }, "busy");
    metrics.anything.set(Number.NaN);
    expect(await findingsOf(jobs, register)).toEqual([]);
    // A second scrape says the same: in OpenMetrics the client renames its counters with the first.
    expect(await findingsOf(jobs, register)).toEqual([]);
    expect(await samplesOf(register, "jobs")).toEqual([
      'jobs_total{queue="mail",outcome="done",retried="true"} 1',
    ]);
    expect(await samplesOf(register, "hits")).toEqual(["hits_total 2"]);
    expect(await samplesOf(register, "mode")).toEqual([
      'mode{outcome="done",mode="idle"} 0',
      'mode{outcome="done",mode="busy"} 1',
    ]);
    expect(await samplesOf(register, "host")).toEqual(["host_info 1"]);
  });

  it("keeps the names of text when a register is scraped in both formats in turn", async () => {
    const { register, metrics } = bind({ only: ["hits", "host"] });
    metrics.hits.inc();
    const text = await register.metrics();
    // The content types of both packages are the same texts.
    register.setContentType("application/openmetrics-text; version=1.0.0; charset=utf-8" as never);
    expect(await register.metrics()).toContain("# TYPE hits counter\nhits_total 1\n");
    register.setContentType("text/plain; version=0.0.4; charset=utf-8" as never);
    expect(await register.metrics()).toBe(text);
  });

  it("registers in the client's own register where none is given", () => {
    client.register.clear();
    bindMetrics(jobs, { client, only: ["hits"] });
    expect(namesIn(client.register)).toEqual(["hits_total"]);
    client.register.clear();
  });

  it("binds what is asked for and no more", () => {
    const { register, metrics } = bind({ only: ["waiting", "hits", "waiting"] });
    expect(namesIn(register)).toEqual(["waiting", "hits_total"]);
    expect(Object.keys(metrics)).toEqual(["waiting", "hits"]);
  });

  it("makes real metrics of the client, with what the registry says of them", () => {
    const { metrics } = bind();
    expect(metrics.hits.client).toBeInstanceOf(client.Counter);
    expect(metrics.waiting.client).toBeInstanceOf(client.Gauge);
    expect(metrics.took_seconds.client).toBeInstanceOf(client.Histogram);
    expect(metrics.size_bytes.client).toBeInstanceOf(client.Summary);
    expect(metrics.took_seconds.client).toMatchObject({
      help: "Time.",
      labelNames: ["outcome"],
      upperBounds: [0.1, 1],
    });
    expect(metrics.size_bytes.client).toMatchObject({ percentiles: [0.5] });
  });

  it("leaves optional labels out rather than writing undefined", async () => {
    const { register, metrics } = bind();
    metrics.jobs_total.inc({ queue: "a", outcome: "done", retried: undefined });
    metrics.jobs_total.inc({ queue: "a", outcome: "done", retried: "" });
    metrics.jobs_total.inc({ queue: "a", outcome: "done" });
    expect(await samplesOf(register, "jobs")).toEqual(['jobs_total{queue="a",outcome="done"} 3']);
  });

  it("begins what has no labels at 0, but for a gauge that may not be 0", async () => {
    const { register } = bind();
    expect(await samplesOf(register, "hits")).toEqual(["hits_total 0"]);
    expect(await samplesOf(register, "anything")).toEqual(["anything 0"]);
    expect(await samplesOf(register, "workers")).toEqual([]);
  });

  it("begins a series at 0 when its handle is asked for", async () => {
    const { register, metrics } = bind();
    metrics.jobs_total.labels({ queue: "a", outcome: "done" });
    metrics.size_bytes.labels({ outcome: "done" });
    expect(await samplesOf(register, "jobs")).toEqual(['jobs_total{queue="a",outcome="done"} 0']);
    expect(await samplesOf(register, "size")).toEqual([
      'size_bytes{quantile="0.5",outcome="done"} 0',
      'size_bytes_sum{outcome="done"} 0',
      'size_bytes_count{outcome="done"} 0',
    ]);
  });

  it("gives gauges their steps and times their unit", async () => {
    const { register, metrics } = bind();
    const waiting = metrics.waiting.labels({ queue: "a" });
    waiting.inc();
    waiting.inc(3);
    waiting.dec();
    metrics.waiting.dec({ queue: "a" }, 0.5);
    expect(await samplesOf(register, "waiting")).toEqual(['waiting{queue="a"} 2.5']);
    const times = [
      metrics.took_seconds.startTimer({ outcome: "done" })(),
      metrics.took_seconds.startTimer()({ outcome: "done" }),
      metrics.took_seconds.startTimer({})({ outcome: "done" }),
      metrics.took_seconds.labels({ outcome: "done" }).startTimer()(),
    ];
    for (const time of times) expect(time >= 0 && time < 1).toBe(true);
    expect((await samplesOf(register, "took_seconds")).at(-1)).toBe(
      'took_seconds_count{outcome="done"} 4',
    );
    const before = Date.now() / 1000;
    metrics.waiting.setToCurrentTime({ queue: "now" });
    const [, line = ""] = await samplesOf(register, "waiting");
    expect(Number(line.split(" ")[1])).toBeGreaterThanOrEqual(before);
  });

  it("removes a series, and brings it back with the next recording of a handle", async () => {
    const { register, metrics } = bind();
    const handle = metrics.jobs_total.labels({ queue: "a", outcome: "done" });
    handle.inc(5);
    expect(metrics.jobs_total.remove({ outcome: "done", queue: "a" })).toBe(true);
    expect(metrics.jobs_total.remove({ queue: "a", outcome: "done" })).toBe(false);
    expect(await samplesOf(register, "jobs")).toEqual([]);
    handle.inc();
    handle.inc();
    expect(await samplesOf(register, "jobs")).toEqual(['jobs_total{queue="a",outcome="done"} 2']);
    metrics.mode.set({ outcome: "done" }, "idle");
    metrics.mode.remove({ outcome: "done" });
    expect(await samplesOf(register, "mode")).toEqual([]);
  });

  it("resets: forgets series, and begins at 0 what has no labels", async () => {
    const { register, metrics } = bind();
    metrics.jobs_total.inc({ queue: "a", outcome: "done" });
    metrics.size_bytes.observe({ outcome: "done" }, 1);
    metrics.hits.inc(4);
    metrics.balance.observe(1);
    for (const name of ["jobs_total", "size_bytes", "hits", "balance"] as const) {
      metrics[name].reset();
    }
    metrics.hits.inc();
    expect(await samplesOf(register, "jobs")).toEqual([]);
    expect(await samplesOf(register, "size")).toEqual([]);
    expect(await samplesOf(register, "hits")).toEqual(["hits_total 1"]);
    expect((await samplesOf(register, "balance")).at(-1)).toBe("balance_count 0");
  });

  it("collects before a scrape, now or later", async () => {
    const { register, metrics } = bind();
    metrics.waiting.collect(async () => {
      await Promise.resolve();
      metrics.waiting.set({ queue: "a" }, 7);
    });
    metrics.hits.collect(() => metrics.hits.inc());
    metrics.anything.collect(() => metrics.anything.set(9));
    expect(await samplesOf(register, "waiting")).toEqual(['waiting{queue="a"} 7']);
    expect(await samplesOf(register, "anything")).toEqual(["anything 9"]);
    expect(await samplesOf(register, "hits")).toEqual(["hits_total 3"]);
    expect(refusalOf(() => metrics.hits.collect(3 as never))).toBe(
      'construct/argument: collect of "hits" is given the number 3: expected a function',
    );
  });

  it("leaves default metrics and what other code registered as they were", async () => {
    const register = registerFor(client);
    client.collectDefaultMetrics({ register });
    const own = new client.Counter({ name: "own_total", help: "Own.", registers: [register] });
    const before = namesIn(register);
    bindMetrics(jobs, { client, register });
    own.inc();
    expect(namesIn(register).slice(0, before.length)).toEqual(before);
    expect(await samplesOf(register, "own")).toEqual(["own_total 1"]);
  });

  describe("refuses, and registers nothing,", () => {
    const plain = { type: "gauge", description: "x" } as const;

    it("a registry that is bound already", () => {
      const { register } = bind({ only: ["waiting", "hits"] });
      expect(refusalOf(() => bindMetrics(jobs, { client, register, only: ["hits"] }))).toBe(
        'construct/name-clash: hits cannot be registered: hits_total is taken by the metric "hits_total" of the register',
      );
      expect(namesIn(register)).toEqual(["waiting", "hits_total"]);
    });

    it("two registries with a name in common", () => {
      const { register } = bind({ only: ["waiting"] });
      const other = defineRegistry({ registry: "b", metrics: { first: plain, waiting: plain } });
      expect(refusalOf(() => bindMetrics(other, { client, register }))).toBe(
        'construct/name-clash: waiting cannot be registered: waiting is taken by the metric "waiting" of the register',
      );
      expect(namesIn(register)).toEqual(["waiting"]);
    });

    it("a name that is a sample of another metric", () => {
      const { register } = bind({ only: ["took_seconds"] });
      const other = defineRegistry({ registry: "b", metrics: { took_seconds_sum: plain } });
      expect(refusalOf(() => bindMetrics(other, { client, register }))).toContain(
        'took_seconds_sum is taken by the metric "took_seconds" of the register',
      );
    });

    it("a family that OpenMetrics cannot tell from another, where the register writes it", () => {
      const document = {
        registry: "b",
        metrics: { size: plain, size_total: { type: "counter", description: "x" } },
      } as const;
      const bytes = defineRegistry(document);
      expect(
        namesIn(
          ((register) => {
            bindMetrics(bytes, { client, register });
            return register;
          })(registerFor(client)),
        ),
      ).toEqual(["size", "size_total"]);
      const open = registerFor(client, "openmetrics");
      expect(refusalOf(() => bindMetrics(bytes, { client, register: open }))).toBe(
        "construct/name-clash: size_total cannot be registered: size is taken by size",
      );
      expect(namesIn(open)).toEqual([]);
    });

    it("what the client does not have", () => {
      const register = registerFor(client);
      const compilation = compileRegistry({
        registry: "b",
        metrics: {
          fine: plain,
          queue: { type: "gaugehistogram", description: "x" },
          "http.requests": plain,
          other: { ...plain, labels: [{ name: "a.b" }, { name: "__proto__" }] },
        },
      });
      if (!compilation.ok) throw new Error("expected a registry");
      expect(
        refusalOf(() => bindMetrics(compilation.registry, { client, register })),
      ).toBe(`construct/unsupported: queue is a gaugehistogram, which the client does not have
construct/unsupported: http.requests has a name that the client refuses: expected letters, digits, _ and :
construct/unsupported: other has the label "a.b", which the client cannot write: expected letters, digits and _
construct/unsupported: other has the label "__proto__", which the client cannot write: expected letters, digits and _`);
      expect(namesIn(register)).toEqual([]);
    });

    it("when the register refuses one of many", () => {
      const register = registerFor(client);
      const registerMetric = register.registerMetric.bind(register);
      register.registerMetric = (metric) => {
        if ("name" in metric && metric.name === "workers") throw new Error("no\nroom");
        registerMetric(metric);
      };
      expect(refusalOf(() => bindMetrics(jobs, { client, register }))).toBe(
        "construct/name-clash: the client refuses workers: no\\nroom",
      );
      expect(namesIn(register)).toEqual([]);
    });

    it.each([
      [undefined, "the options of bindMetrics are undefined: expected an object with client"],
      [{}, "the client is undefined: expected the module prom-client or @prometheus-io/client"],
      [{ client: {} }, "the client is a mapping: expected the module"],
      [{ client, register: {} }, "the register is a mapping: expected a registry of prom-client"],
      [
        { client, registers: [] },
        'bindMetrics has no option "registers": expected client, register',
      ],
      [
        { client, onRefusal: "no" },
        'the option onRefusal is "no": expected "throw", "drop" or a function',
      ],
      [
        { client, maxSeries: -1 },
        "the option maxSeries is the number -1: expected a whole number that is not negative",
      ],
      [{ client, only: "hits" }, 'the option only is "hits": expected a list of metrics of jobs'],
      [{ client, only: ["hit"] }, 'metric "hit" is not declared in jobs'],
    ])("options that are none: %#", (options, message) => {
      const register = registerFor(client);
      const given = options && "client" in options ? { register, ...options } : options;
      expect(refusalOf(() => bindMetrics(jobs, given as never))).toContain(message);
      expect(namesIn(register)).toEqual([]);
    });
  });
});
