// The HTML report as a reader has it: in Chromium without a window, with the policy of the page in force.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Subject } from "../../src/cli/reporters/reporter.js";
import { createFinding } from "../../src/diagnostics/index.js";
import {
  absent,
  breach,
  hostileSubject,
  hostileTexts,
  report,
  subject,
  unseen,
} from "../unit/cli/reporters/sample-run.js";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const executablePath = places.find(existsSync);
if (executablePath === undefined) {
  process.stdout.write(`HTML report: not tested, there is no Chromium at ${places.join(", ")}\n`);
}

describe.skipIf(executablePath === undefined)("the HTML report", () => {
  let browser: Browser;
  let folder: string;
  /** What the pages wrote, threw, opened and asked for, of which there should be nothing. */
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "promschema-report-"));
    browser = await chromium.launch({ executablePath: executablePath!, args: ["--disable-gpu"] });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    if (folder !== undefined) rmSync(folder, { recursive: true });
  });

  async function open(
    subjects: readonly Subject[],
    options: BrowserContextOptions = {},
  ): Promise<Page> {
    const file = path.join(folder, "report.html");
    writeFileSync(file, await report("html", subjects));
    const context = await browser.newContext(options);
    const page = await context.newPage();
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("dialog", (dialog) => complaints.push(dialog.message()));
    page.on("request", (request) => {
      if (!request.url().startsWith("file:")) complaints.push(request.url());
    });
    await page.goto(String(pathToFileURL(file)));
    return page;
  }

  const counted: Subject = {
    ...subject("clean.prom"),
    cardinality: [
      { metric: "hits", series: 10, labels: [] },
      {
        metric: "replicas",
        series: 40,
        labels: [
          { label: "pod", values: 40, more: false },
          { label: "phase", values: 2, more: true },
        ],
      },
    ],
  };

  it("says at its head how it went, and shows where", async () => {
    const page = await open([subject("m.prom", breach, absent, unseen)]);
    expect(await page.locator("h1").textContent()).toBe("1 error, 1 warning, 1 info");
    expect(await page.locator(".rule[open] > summary code").allTextContents()).toEqual([
      "label-value",
      "absent-metric",
    ]);
    expect(await page.locator(".finding .where").first().textContent()).toBe("m.prom:12:17");
    const frame = await page.locator("pre").first().textContent();
    expect(frame?.split("\n").slice(1)).toEqual([
      '12 | replicas{phase="promting"} 2',
      '   |                 ^^^^^^^^ did you mean "promoting"?',
    ]);
  });

  it("hides a severity when its box is unchecked, without a script", async () => {
    const page = await open([subject("m.prom", breach, absent)]);
    const shown = () => page.locator(".rule:visible > summary code").allTextContents();
    await page.locator("#show-error").uncheck();
    expect(await shown()).toEqual(["absent-metric"]);
    await page.locator("#show-warning").uncheck();
    expect(await shown()).toEqual([]);
    await page.locator("#show-error").check();
    expect(await shown()).toEqual(["label-value"]);
  });

  it("draws coverage and cardinality as long as they are", async () => {
    const page = await open([counted]);
    const text = await page.locator("article").textContent();
    expect(text).toContain("2 of 4 declared metrics seen");
    expect(text).toContain("over 2 values");
    const widths: unknown = await page.evaluate(
      "[...document.querySelectorAll('.bar')].map((bar) => [bar.firstChild.getBoundingClientRect().width / bar.getBoundingClientRect().width].map((part) => Math.round(part * 100) / 100)[0])",
    );
    // Coverage, then the larger metric with its labels, then the smaller.
    expect(widths).toEqual([0.5, 1, 1, 0.05, 0.25]);
    const lefts: unknown = await page.evaluate(
      "[...document.querySelectorAll('.metric code')].map((name) => { const text = document.createRange(); text.selectNodeContents(name); return text.getBoundingClientRect().left; })",
    );
    // A metric without labels stands below the others, not as a label of the one before.
    const [replicas, , , hits] = lefts as number[];
    expect(hits).toBe(replicas);
  });

  it("is dark where the reader wants it dark, and has no line wider than a phone", async () => {
    const paper = (page: Page) => page.evaluate("getComputedStyle(document.body).backgroundColor");
    expect(await paper(await open([counted], { colorScheme: "light" }))).toBe("rgb(253, 252, 249)");
    expect(await paper(await open([counted], { colorScheme: "dark" }))).toBe("rgb(25, 24, 22)");
    for (const one of [counted, subject("m.prom", breach), hostileSubject()]) {
      const page = await open([one], { viewport: { width: 360, height: 740 } });
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
    }
  });

  it("makes no element of a text, and shows all of them", async () => {
    const page = await open([hostileSubject()]);
    expect(await page.locator("script, img, iframe, x, b:not(summary b, label b)").count()).toBe(0);
    expect(
      await page.evaluate(
        "[...document.querySelectorAll('*')].filter((one) => [...one.attributes].some(({ name }) => name.startsWith('on'))).length",
      ),
    ).toBe(0);
    expect(await page.locator(".finding").count()).toBe(2 * hostileTexts.length);
    expect(await page.locator("body").textContent()).toContain(
      "</script><script>alert(1)</script>",
    );
    // Marks that pile up stay in their place: nothing is drawn over what stands above.
    expect(
      await page.evaluate(
        "[...document.querySelectorAll('.finding')].every((one) => getComputedStyle(one).overflow === 'hidden')",
      ),
    ).toBe(true);
  });

  it("holds 3,000 findings", async () => {
    const findings = Array.from({ length: 3000 }, (_, at) =>
      createFinding({
        rule: at % 3 === 0 ? "label-value" : at % 3 === 1 ? "label-pattern" : "undeclared-metric",
        severity: at % 2 === 0 ? "error" : "warning",
        message: `number ${at}`,
        line: at + 1,
        column: 1,
        metric: `m${at}`,
        excerpt: { text: `m${at} 1`, column: 1, cutLeft: false, cutRight: false },
      }),
    );
    const page = await open([subject("m.prom", ...findings)]);
    expect(await page.locator("h1").textContent()).toBe("1,500 errors, 1,500 warnings");
    expect(await page.locator(".finding").count()).toBe(3000);
    expect(await page.locator(".finding:visible").count()).toBe(0);
    await page.locator(".rule summary").first().click();
    expect(await page.locator(".finding:visible").count()).toBe(1000);
  });

  it("writes nothing to the console, and asks for nothing", () => {
    expect(complaints).toEqual([]);
  });
});
