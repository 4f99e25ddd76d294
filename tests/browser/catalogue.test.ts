// The catalogue page as a reader has it: in Chromium without a window, with the policy of the page in force.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadRegistry } from "../../src/load/index.js";
import type { CompiledRegistry } from "../../src/registry/index.js";
import { compiled, hostileRegistry } from "../unit/generate/hostile.js";
import { executablePath, type Reader, startReader } from "./reader.js";

/** The script of axe-core, which a page is judged by. */
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A registry with an entry of every kind that Baseten's has not. */
const shop = {
  registry: "shop",
  metrics: {
    hits_total: {
      type: "counter",
      description: "Hits.",
      stability: "beta",
      deprecated: { since: "2.0", reason: "It counts twice.", renamedTo: "reached_total" },
      labels: [
        { name: "page", maxValues: 5, examples: ["/"] },
        { name: "kind?", enum: ["a", "b"] },
      ],
    },
    open: { type: "stateset", states: ["yes", "no"], stability: "alpha" },
    laps: { type: "summary", quantiles: [0.5, 0.9], note: "In laps.\n\nAll of them." },
    build_info: { type: "info", labels: [{ name: "version" }] },
    waits: { type: "histogram", buckets: [0.1, 1], maxSeries: 40 },
    reached_total: {
      type: "counter",
      presence: "after-event",
      renamedFrom: ["visits_total"],
      links: [{ url: "https://example.com/hits", title: "More" }],
    },
  },
};

function shopOf(count: number): CompiledRegistry {
  const metrics = Array.from({ length: count }, (_, at) => [
    `shop_metric_${at}`,
    { type: "gauge", description: `Number ${at}.`, labels: [{ name: "a" }, { name: "b" }] },
  ]);
  return compiled({ registry: "shop", metrics: Object.fromEntries(metrics) });
}

describe.skipIf(executablePath === undefined)("the catalogue page", () => {
  let reader: Reader;

  beforeAll(async () => {
    reader = await startReader();
  }, 60_000);

  afterAll(() => reader?.close(), 60_000);

  const open = (registry: CompiledRegistry, options?: BrowserContextOptions, hash?: string) =>
    reader.open(registry, options, hash);
  const shown = (page: Page) => page.locator(".metric:not([hidden]) h2").allTextContents();
  const baseten = () => loadRegistry("schemas/baseten.yaml");

  it("searches while one types: names, texts, labels and values", async () => {
    const page = await open(await baseten());
    expect(await page.locator("#page-count").textContent()).toBe("17 metrics");
    await page.fill("#page-search", "Kubernetes");
    await expect.poll(() => shown(page)).toEqual(["baseten_pod_readiness"]);
    expect(await page.locator("#page-count").textContent()).toBe("1 of 17 metrics");
    expect(await page.locator(".index li:not([hidden])").count()).toBe(1);
    await page.fill("#page-search", "gpu percent");
    await expect.poll(() => shown(page)).toEqual(["baseten_gpu_utilization"]);
    await page.fill("#page-search", "no such thing");
    await expect.poll(() => page.locator("#page-none").isVisible()).toBe(true);
    await page.locator("[data-clear]").click();
    expect(await shown(page)).toHaveLength(17);
  });

  it("filters by type, by label, and by both", async () => {
    const page = await open(await baseten());
    await page.getByLabel("counter").check();
    expect(await shown(page)).toHaveLength(3);
    await page.selectOption("#page-label", "replica");
    expect(await shown(page)).toEqual(["baseten_container_cpu_usage_seconds_total"]);
    await page.getByLabel("counter").uncheck();
    expect(await shown(page)).toHaveLength(4);
  });

  it("is used by keyboard alone", async () => {
    const page = await open(await baseten());
    await page.keyboard.press("/");
    await page.keyboard.type("readiness");
    await expect.poll(() => shown(page)).toEqual(["baseten_pod_readiness"]);
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("baseten_pod_readiness");
    expect(new URL(page.url()).hash).toBe("#baseten_pod_readiness");
    await page.keyboard.press("/");
    await page.keyboard.press("Escape");
    expect(await shown(page)).toHaveLength(17);
    const focus = await open(await baseten());
    await focus.keyboard.press("Tab");
    expect(await focus.evaluate("document.activeElement.textContent")).toBe("Skip to the metrics");
  });

  it("opens at a metric that a link names, and shows it where it was filtered away", async () => {
    const page = await open(await baseten(), {}, "#baseten_gpu_memory_used");
    expect(await page.locator("#baseten_gpu_memory_used h2").isVisible()).toBe(true);
    expect(await page.locator(".index [aria-current]").textContent()).toBe(
      "baseten_gpu_memory_used",
    );
    await page.fill("#page-search", "queue");
    await expect.poll(() => shown(page)).toHaveLength(2);
    await page.evaluate('location.hash = "baseten_pod_readiness-label-6"');
    await expect.poll(() => shown(page)).toHaveLength(17);
    expect(await page.locator("#baseten_pod_readiness-label-6 code").first().textContent()).toBe(
      "condition",
    );
  });

  it("is dark where the reader wants it dark, and has no line wider than a phone", async () => {
    const paper = (page: Page) => page.evaluate("getComputedStyle(document.body).backgroundColor");
    const day = await open(await baseten(), { colorScheme: "light" });
    const night = await open(await baseten(), { colorScheme: "dark" });
    expect([await paper(day), await paper(night)]).toEqual([
      "rgb(253, 252, 249)",
      "rgb(25, 24, 22)",
    ]);
    const phone = { viewport: { width: 360, height: 740 } };
    for (const registry of [await baseten(), hostileRegistry()]) {
      const page = await open(registry, phone);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
    }
  });

  it("makes no element of a text, and has every name of a hostile registry", async () => {
    const registry = hostileRegistry();
    const page = await open(registry);
    expect(await page.locator("main img, main script, main iframe, main b").count()).toBe(0);
    expect(await page.locator(".metric").count()).toBe(registry.metrics.size);
    await page.fill("#page-search", "<script>alert(1)</script>");
    await expect
      .poll(() => page.locator(".metric:not([hidden])").count())
      .toBe(registry.metrics.size);
  });

  it("holds 2,000 metrics, and finds one of them", async () => {
    const page = await open(shopOf(2000));
    const paint = await page.evaluate("performance.getEntriesByType('paint')[0].startTime");
    process.stdout.write(
      `catalogue page of 2,000 metrics: first paint after ${Number(paint).toFixed(0)} ms\n`,
    );
    await page.fill("#page-search", "number 1999.");
    await expect.poll(() => shown(page)).toEqual(["shop_metric_1999"]);
  });

  it("shows its list of metrics in a low window too, however long its own text", async () => {
    const page = await open(compiled({ ...shop, description: "All of it. ".repeat(400) }), {
      viewport: { width: 1280, height: 420 },
    });
    const link = page.locator(".index a").last();
    await link.scrollIntoViewIfNeeded();
    await link.click();
    expect(new URL(page.url()).hash).toBe("#reached_total");
    await page.keyboard.press("/");
    expect(await page.locator("#page-search").isVisible()).toBe(true);
    const box = await page.locator("#page-search").boundingBox();
    expect([box!.y >= 0, box!.y + box!.height <= 420]).toEqual([true, true]);
  });

  it("says that it copied a query, to those who see and to those who listen", async () => {
    const page = await open(await baseten(), { permissions: ["clipboard-write"] });
    const button = page.getByRole("button", {
      name: "Copy the query for baseten_end_to_end_response_time_seconds",
    });
    await button.click();
    await expect.poll(() => page.locator("#page-said").textContent()).toMatch(/^(Copied|Selected)/);
    expect(await button.textContent()).toMatch(/^(Copied|Selected)$/);
    await expect.poll(() => button.textContent(), { timeout: 5000 }).toBe("Copy");
  });

  it.each<[string, BrowserContextOptions]>([
    ["by day", {}],
    ["by night", { colorScheme: "dark" }],
    ["on a phone", { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }],
  ])(
    "has nothing that axe would call wrong, %s",
    async (_, options) => {
      for (const registry of [await baseten(), compiled(shop)]) {
        const page = await open(registry, options);
        await page.evaluate(axe);
        const found = await page.evaluate(
          "axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))",
        );
        expect(found).toEqual([]);
      }
    },
    60_000,
  );

  it("writes nothing to the console, and asks for nothing", () => {
    expect(reader.complaints).toEqual([]);
  });
});
