import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scriptHash, styleHash } from "../../../src/generate/html/hashes.js";
import { exampleLine, starterQuery } from "../../../src/generate/html/query.js";
import { script } from "../../../src/generate/html/script.js";
import { style } from "../../../src/generate/html/style.js";
import { generateHtml } from "../../../src/generate/index.js";
import type { CompiledRegistry } from "../../../src/registry/index.js";
import { compiled, hostileRegistries, hostileRegistry } from "./hostile.js";

function pageOf(registry: CompiledRegistry): string {
  return generateHtml(registry)[0]!.content;
}

/** Elements of the page; what is in quotes may be anything without the characters that end it. */
const element =
  /^<(?:\/?(?:html|head|body|title|style|script|div|h1|h2|p|ul|ol|li|nav|main|footer|header|article|label|span|input|small|details|summary|fieldset|legend|select|option|a|code|pre|kbd|wbr|dl|dt|dd|table|thead|tbody|tr|th|td|strong|button|meta)(?: [a-z-]+(?:="[^"<>]*")?)*|!doctype html|!--[^<>]*--)>$/;

describe("generateHtml", () => {
  it("has no element that a text brings in, and no handler", () => {
    const judge = (registry: CompiledRegistry): void => {
      const page = pageOf(registry).replace(style, "").replace(script, "");
      const tags = page.match(/<[^<>]*>?|>/g) ?? [];
      expect(tags.filter((tag) => !element.test(tag))).toEqual([]);
      expect(tags.filter((tag) => /\son\w+=|javascript:/i.test(tag))).toEqual([]);
      const links = [...page.matchAll(/(?:href|src|action)="([^"]*)"/g)].map(([, to]) => to);
      expect(links.filter((to) => !/^(?:#|https?:\/\/)/.test(to!))).toEqual([]);
      expect(page.match(/<article /g) ?? []).toHaveLength(registry.metrics.size);
    };
    judge(hostileRegistry());
    fc.assert(fc.property(hostileRegistries, judge), { numRuns: 60 });
  });

  it("gives each element an id of its own, and links to those that there are", () => {
    fc.assert(
      fc.property(fc.oneof(hostileRegistries, fc.constant(hostileRegistry())), (registry) => {
        const page = pageOf(registry);
        const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!);
        expect(new Set(ids).size).toBe(ids.length);
        const targets = [...page.matchAll(/href="#([^"]*)"/g)].map(([, to]) =>
          decodeURIComponent(to!),
        );
        expect(targets.filter((to) => !ids.includes(to))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it("names the hashes of its style and its script in its policy", () => {
    const hash = (text: string) => createHash("sha256").update(text).digest("base64");
    expect({ styleHash, scriptHash }).toEqual({ styleHash: hash(style), scriptHash: hash(script) });
    const page = pageOf(compiled({ registry: "shop", metrics: {} }));
    expect(page).toContain(
      `content="default-src 'none'; script-src 'sha256-${scriptHash}'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'"`,
    );
  });

  it("asks for the types and stabilities that there are, where there is a choice", () => {
    const page = pageOf(
      compiled({
        registry: "shop",
        metrics: {
          a: { type: "gauge", labels: [{ name: "x" }] },
          b: { type: "counter", deprecated: {} },
          c: { type: "counter" },
        },
      }),
    );
    const boxes = [...page.matchAll(/name="(\w+)" value="(\w+)">\w+ <small>(\d)</g)];
    expect(boxes.map(([, ...box]) => box.join(" "))).toEqual([
      "type counter 2",
      "type gauge 1",
      "stability deprecated 1",
      "stability stable 3",
    ]);
    expect(page).toContain('<option value="x">x (1)</option>');
    const one = pageOf(compiled({ registry: "shop", metrics: { a: { type: "gauge" } } }));
    expect(one).not.toContain("<fieldset>");
  });
});

describe("a query to begin with, and a line", () => {
  const metricOf = (name: string, fields: object) =>
    compiled({ registry: "shop", metrics: { [name]: fields } }).metrics.get(name)!;

  it.each<[string, object, string, string]>([
    ["hits_total", { type: "counter" }, "sum(rate(hits_total[5m]))", "hits_total{} 12"],
    ["load", { type: "gauge", value: { max: 1 } }, "avg(load)", "load{} 1"],
    ["heat_celsius", { type: "gauge" }, "avg(heat_celsius)", "heat_celsius{} 12"],
    [
      "process_start_time_seconds",
      { type: "gauge" },
      "time() - process_start_time_seconds",
      "process_start_time_seconds{} 12",
    ],
    ["x", { type: "unknown", value: { min: 20 } }, "sum(x)", "x{} 20"],
    [
      "waits",
      { type: "histogram", buckets: [0.1, 1, 5] },
      "histogram_quantile(0.95, sum by (le) (rate(waits_bucket[5m])))",
      'waits_bucket{le="1"} 12',
    ],
    [
      "sizes",
      { type: "gaugehistogram" },
      "histogram_quantile(0.95, sum by (le) (sizes_bucket))",
      'sizes_bucket{le="0.5"} 12',
    ],
    [
      "laps",
      { type: "summary", quantiles: [0.5, 0.9] },
      'max(laps{quantile="0.9"})',
      'laps{quantile="0.9"} 0.25',
    ],
    [
      "laps",
      { type: "summary" },
      "sum(rate(laps_sum[5m])) / sum(rate(laps_count[5m]))",
      'laps{quantile="0.99"} 0.25',
    ],
    ["mode", { type: "stateset", states: ["on"] }, "mode == 1", 'mode{mode="on"} 1'],
    ["build", { type: "info" }, "build_info", "build_info{} 1"],
    ["build_info", { type: "info" }, "build_info", "build_info{} 1"],
    [
      'a.b"c',
      {
        type: "counter",
        labels: [
          { name: "x.y", enum: ["v"] },
          { name: "n", type: "integer" },
        ],
      },
      'sum(rate({"a.b\\"c"}[5m]))',
      'a.b"c{"x.y"="v",n="1"} 12',
    ],
  ])("fit %s of %j", (name, fields, query, line) => {
    const metric = metricOf(name, fields);
    const shown = exampleLine(metric);
    const labels = shown.labels.map(({ name, value }) => `${name}="${value}"`).join(",");
    expect([starterQuery(metric), `${shown.name}{${labels}} ${shown.value}`]).toEqual([
      query,
      line,
    ]);
  });
});
