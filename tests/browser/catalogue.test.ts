// The catalogue page as a reader has it: in Chromium without a window, with the policy of the page in force.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generateHtml } from "../../src/generate/index.js";
import { loadRegistry } from "../../src/load/index.js";
import type { CompiledRegistry } from "../../src/registry/index.js";
import { compiled, hostileRegistry } from "../unit/generate/hostile.js";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const executablePath = places.find(existsSync);
if (executablePath === undefined) {
  process.stdout.write(
    `catalogue page: not tested, there is no Chromium at ${places.join(", ")}\n`,
  );
}

describe.skipIf(executablePath === undefined)("the catalogue page", () => {
  let browser: Browser;
  let folder: string;
  /** What the pages wrote, threw and asked for, of which there should be nothing. */
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "promschema-catalogue-"));
    browser = await chromium.launch({ executablePath: executablePath!, args: ["--disable-gpu"] });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    if (folder !== undefined) rmSync(folder, { recursive: true });
  });

  async function open(
    registry: CompiledRegistry,
    options: BrowserContextOptions = {},
    hash = "",
  ): Promise<Page> {
    const file = path.join(folder, "page.html");
    writeFileSync(file, generateHtml(registry)[0]!.content);
    const context = await browser.newContext(options);
    const page = await context.newPage();
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("request", (request) => {
      if (!request.url().startsWith("file:")) complaints.push(request.url());
    });
    await page.goto(`${pathToFileURL(file)}${hash}`);
    return page;
  }

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
    const metrics = Array.from({ length: 2000 }, (_, at) => [
      `shop_metric_${at}`,
      { type: "gauge", description: `Number ${at}.`, labels: [{ name: "a" }, { name: "b" }] },
    ]);
    const page = await open(compiled({ registry: "shop", metrics: Object.fromEntries(metrics) }));
    const paint = await page.evaluate("performance.getEntriesByType('paint')[0].startTime");
    process.stdout.write(
      `catalogue page of 2,000 metrics: first paint after ${Number(paint).toFixed(0)} ms\n`,
    );
    await page.fill("#page-search", "number 1999.");
    await expect.poll(() => shown(page)).toEqual(["shop_metric_1999"]);
  });

  it("writes nothing to the console, and asks for nothing", () => {
    expect(complaints).toEqual([]);
  });
});
