import { describe, expect, it } from "vitest";
import { baseten } from "../../../src/baseten.js";
import { bindMetrics } from "../../../src/prom-client/index.js";
import { clients, findingsOf, jobs, refusalOf, registerFor, samplesOf } from "./fixture.js";

describe.each(clients)("initialize over %s", (_, client) => {
  const bind = (options: object = {}) => {
    const register = registerFor(client);
    return { register, ...bindMetrics(jobs, { client, register, ...options }) };
  };

  it("begins all combinations of one metric at 0, and leaves what is there", async () => {
    const { register, metrics } = bind();
    metrics.jobs_total.inc({ queue: "a", outcome: "done", retried: false }, 3);
    expect(metrics.jobs_total.initialize({ queue: ["a"], retried: [true, false] })).toBe(4);
    expect((await samplesOf(register, "jobs")).sort()).toEqual([
      'jobs_total{queue="a",outcome="done",retried="false"} 3',
      'jobs_total{queue="a",outcome="done",retried="true"} 0',
      'jobs_total{queue="a",outcome="failed",retried="false"} 0',
      'jobs_total{queue="a",outcome="failed",retried="true"} 0',
    ]);
  });

  it("begins histograms, summaries and statesets too", async () => {
    const { register, metrics } = bind({ only: ["took_seconds", "size_bytes", "mode"] });
    metrics.took_seconds.observe({ outcome: "done" }, 0.5);
    metrics.size_bytes.observe({ outcome: "done" }, 20);
    expect(metrics.took_seconds.initialize()).toBe(2);
    expect(metrics.size_bytes.initialize()).toBe(2);
    expect(metrics.mode.initialize()).toBe(2);
    expect(
      (await samplesOf(register, "took_seconds")).filter((line) => /_count/.test(line)),
    ).toEqual(['took_seconds_count{outcome="done"} 1', 'took_seconds_count{outcome="failed"} 0']);
    expect((await samplesOf(register, "size_bytes")).filter((line) => /_count/.test(line))).toEqual(
      ['size_bytes_count{outcome="done"} 1', 'size_bytes_count{outcome="failed"} 0'],
    );
    metrics.size_bytes.observe({ outcome: "failed" }, 5);
    expect((await samplesOf(register, "size_bytes")).filter((line) => /_count/.test(line))).toEqual(
      ['size_bytes_count{outcome="done"} 1', 'size_bytes_count{outcome="failed"} 1'],
    );
    expect(await samplesOf(register, "mode")).toHaveLength(4);
    const absent = await findingsOf(jobs, register);
    expect(absent.filter((finding) => !finding.startsWith("absent-metric"))).toEqual([]);
  });

  it("begins all metrics of which it knows enough, and says which it left out", async () => {
    const { register, initialize } = bind({
      only: ["jobs_total", "waiting", "batches_total", "workers"],
    });
    expect(initialize({ queue: ["a", "b"] })).toEqual({
      series: 14,
      leftOut: [
        { metric: "batches_total", why: 'the values of its label "shard" are not given' },
        { metric: "workers", why: "it may not be 0" },
      ],
    });
    expect(await samplesOf(register, "waiting")).toEqual([
      'waiting{queue="a"} 0',
      'waiting{queue="b"} 0',
    ]);
  });

  it("refuses more series than its limit, with their number, and begins none", async () => {
    const { register, metrics, initialize } = bind();
    const before = await register.metrics();
    const queue = Array.from({ length: 100 }, (_unused, at) => `q${at}`);
    expect(refusalOf(() => initialize({ queue }, { limit: 500 }))).toBe(
      "max-series: jobs_total would begin with 600 series: at most 500 are allowed",
    );
    expect(refusalOf(() => metrics.jobs_total.initialize({ queue }, { limit: 10 }))).toContain(
      "600",
    );
    expect(await register.metrics()).toBe(before);
  });

  it("begins none where the series of one metric are too many", async () => {
    const { register, initialize } = bind({ only: ["waiting", "jobs_total"], maxSeries: 3 });
    expect(refusalOf(() => initialize({ queue: ["a", "b"] }))).toContain("max-series");
    expect(await samplesOf(register, "(waiting|jobs)")).toEqual([]);
  });

  it.each([
    [{ queu: ["a"] }, 'undeclared-label: known values are given of "queu", which no metric has'],
    [{ queue: ["a", null] }, "construct/argument: queue of jobs_total is null: expected some text"],
    [{ outcome: ["done", "gone"] }, 'label-value: outcome of jobs_total is "gone"'],
    [["a"], "construct/argument: known values are a list: expected an object of lists by label"],
  ])("refuses values that are none: %j", (known, said) => {
    const { initialize } = bind();
    expect(refusalOf(() => initialize({ queue: ["a"], ...known } as never))).toContain(
      Array.isArray(known) ? "undeclared-label" : said,
    );
    if (Array.isArray(known)) expect(refusalOf(() => initialize(known as never))).toContain(said);
  });

  it("shows the three conditions of baseten_pod_readiness at 0 in the first scrape", async () => {
    const register = registerFor(client);
    const { metrics } = bindMetrics(baseten, { client, register, only: ["baseten_pod_readiness"] });
    metrics.baseten_pod_readiness.initialize({
      model_id: ["m"],
      model_name: ["Model"],
      deployment_id: ["d"],
      environment: [""],
      rollout_phase: [""],
    });
    expect(await samplesOf(register, "baseten_pod_readiness")).toEqual([
      'baseten_pod_readiness{model_id="m",model_name="Model",deployment_id="d",condition="true"} 0',
      'baseten_pod_readiness{model_id="m",model_name="Model",deployment_id="d",condition="false"} 0',
      'baseten_pod_readiness{model_id="m",model_name="Model",deployment_id="d",condition="unknown"} 0',
    ]);
  });
});
