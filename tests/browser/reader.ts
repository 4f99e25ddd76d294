// Somebody who reads catalogue pages: Chromium without a window.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { generateHtml } from "../../src/generate/index.js";
import type { CompiledRegistry } from "../../src/registry/index.js";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Where Chromium is; undefined where it is not. */
export const executablePath = places.find(existsSync);

if (executablePath === undefined) {
  process.stdout.write(
    `skipped the catalogue page: there is no Chromium at ${places.join(", ")}\n`,
  );
}

export interface Reader {
  /** Opens the page of a registry, from a disk. */
  open(registry: CompiledRegistry, options?: BrowserContextOptions, hash?: string): Promise<Page>;
  /** What the pages wrote, threw and asked for, of which there should be nothing. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export async function startReader(): Promise<Reader> {
  const folder = mkdtempSync(path.join(tmpdir(), "promschema-catalogue-"));
  const browser = await chromium.launch({
    executablePath: executablePath!,
    args: ["--disable-gpu"],
  });
  const complaints: string[] = [];
  return {
    complaints,
    async open(registry, options = {}, hash = "") {
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
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true });
    },
  };
}
