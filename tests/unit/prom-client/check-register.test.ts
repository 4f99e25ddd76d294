import { describe, expect, it } from "vitest";
import { bindMetrics, checkRegister } from "../../../src/prom-client/index.js";
import { defineRegistry } from "../../../src/registry/index.js";
import { clients, formats, jobs, refusalOf, registerFor } from "./fixture.js";

const shop = defineRegistry({
  registry: "shop",
  labels: { path: {}, zone: { requires: ["region"] }, region: {} },
  metrics: {
    hits_total: { type: "counter", description: "Hits.", labels: ["path"] },
    sold_total: { type: "counter", description: "Sold.", presence: "after-event" },
    waiting: { type: "gauge", description: "Waiting.", labels: ["region?", "zone?"] },
    took_seconds: { type: "histogram", description: "Time.", buckets: [0.1, 1] },
    size_bytes: { type: "summary", description: "Sizes.", quantiles: [0.5, 0.9] },
    extra: { type: "gauge", description: "Extra.", presence: { conditional: "behind a flag" } },
    mode: { type: "stateset", description: "Mode.", states: ["on", "off"] },
  },
});

describe.each(clients)("checkRegister over %s", (_, client) => {
  const help = "x";
  const { Counter, Gauge, Histogram, Summary } = client;

  it.each(formats)("finds nothing in what bindMetrics registered, in %s", async (format) => {
    const register = registerFor(client, format);
    bindMetrics(jobs, { client, register });
    expect(checkRegister(jobs, register)).toEqual([]);
    await register.metrics();
    expect(checkRegister(jobs, register)).toEqual([]);
  });

  it("finds what is registered otherwise than it is declared, before there is a sample", () => {
    const register = registerFor(client);
    const registers = [register];
    new Counter({ name: "hits_total", help: "Hits.", labelNames: ["paht"], registers });
    new Counter({ name: "sold", help: "Sold.", registers });
    new Gauge({ name: "waiting", help: "Waiting!", labelNames: ["zone"], registers });
    new Histogram({ name: "took_seconds", help: "Time.", buckets: [0.1, 2], registers });
    new Summary({ name: "size_bytes", help: "Sizes.", percentiles: [0.9, 0.5], registers });
    new Gauge({ name: "mode", help: "Mode.", registers });
    const findings = checkRegister(shop, register).map(
      ({ rule, severity, message, hint = "" }) => `${severity} ${rule}: ${message}; ${hint}`,
    );
    expect(findings).toEqual([
      'error undeclared-label: hits_total has the label "paht", which is not declared for it; did you mean "path"?',
      'error spec/counter-total: counter sold is registered without _total: it is sold in text and sold_total in OpenMetrics; register it as "sold_total"',
      'warning metric-description: help of waiting is "Waiting!": expected "Waiting."; ',
      'error label-requires: waiting has the label "zone" without "region": they go together; set both, or leave both empty',
      "error bucket-bounds: buckets of took_seconds are registered as 0.1, 2: expected 0.1, 1; ",
      "error spec/bucket-order: quantiles of size_bytes are registered as 0.9, 0.5: expected rising ones; ",
      "error spec/stateset-label: mode is registered without a label of its own name, which holds its states; ",
      "info unseen-metric: extra is declared but not registered; ",
    ]);
  });

  it("finds types, and metrics that are missing or too many", () => {
    const register = registerFor(client);
    const registers = [register];
    new Gauge({ name: "hits_total", help, registers });
    new Gauge({ name: "waitng", help, registers });
    new Gauge({ name: "foreign", help, registers });
    expect(
      checkRegister(shop, register).map(({ rule, message, hint }) =>
        [rule, message, hint].filter(Boolean).join("; "),
      ),
    ).toEqual([
      "metric-type; hits_total is registered as gauge, and declared as counter",
      'undeclared-metric; metric "waitng" is registered and not declared in shop; did you mean "waiting"?',
      'undeclared-metric; metric "foreign" is registered and not declared in shop',
      "absent-metric; sold_total is declared but not registered",
      "absent-metric; took_seconds is declared but not registered",
      "absent-metric; size_bytes is declared but not registered",
      "unseen-metric; extra is declared but not registered",
      "absent-metric; mode is declared but not registered",
    ]);
  });

  it("counts the labels that the register adds to every series", () => {
    const register = registerFor(client);
    new Counter({ name: "hits_total", help: "Hits.", registers: [register] });
    const only = defineRegistry({
      registry: "only",
      labels: { path: {} },
      metrics: { hits_total: { type: "counter", description: "Hits.", labels: ["path"] } },
    });
    expect(checkRegister(only, register).map(({ rule }) => rule)).toEqual(["missing-label"]);
    register.setDefaultLabels({ path: "/" });
    expect(checkRegister(only, register)).toEqual([]);
  });

  it("takes levels, and leaves out what is off", () => {
    const register = registerFor(client);
    client.collectDefaultMetrics({ register });
    const levels = { "undeclared-metric": "off", "absent-metric": "warning" } as const;
    const findings = checkRegister(shop, register, { levels });
    expect(new Set(findings.map(({ rule, severity }) => `${rule} ${severity}`))).toEqual(
      new Set(["absent-metric warning", "unseen-metric info"]),
    );
  });

  it.each([[undefined], [null], [{}], ["registry"]])("refuses %j for a registry", (given) => {
    const register = registerFor(client);
    for (const call of [
      () => checkRegister(given as never, register),
      () => bindMetrics(given as never, { client, register }),
    ]) {
      expect(refusalOf(call)).toContain("construct/argument: the registry is ");
    }
  });

  it.each([[undefined], [null], [{}], ["register"]])("refuses %j for a register", (given) => {
    expect(refusalOf(() => checkRegister(shop, given as never))).toContain(
      "expected a registry of prom-client or @prometheus-io/client",
    );
  });
});
