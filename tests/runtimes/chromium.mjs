// Chromium without a window: the package as it is, on a page whose policy forbids eval and every other host.
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { chromium as playwright } from "playwright-core";
import { outputOrUnavailable, Unavailable } from "./command.mjs";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

// Nothing of what a browser does for a person, and no host but ours.
const flags = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

const timeout = 30_000; // milliseconds

/** Headless Chromium. */
export const chromium = { name: "chromium", open };

async function open() {
  const executablePath = places.find(existsSync);
  if (executablePath === undefined) {
    throw new Unavailable(`not found at ${places.join(", ")}; install Debian's package chromium`);
  }
  const said = await outputOrUnavailable(executablePath, ["--version"], { seconds: 20 });
  const run = (folder) => smoke(executablePath, folder);
  return { version: /\d+(\.\d+)+/.exec(said)?.[0] ?? said, run };
}

/** Loads the suite as a module and resolves with what it writes to the console, or rejects with what it throws. */
async function smoke(executablePath, folder) {
  const server = createServer((request, response) => answer(folder, request, response));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  let browser;
  try {
    // Playwright gives each launch a fresh user-data-dir, and --no-sandbox, without which root cannot start it.
    browser = await playwright.launch({ executablePath, args: flags, timeout });
    const page = await browser.newPage();
    const outcome = Promise.race([
      page.waitForEvent("console", { timeout }).then((message) => message.text()),
      page.waitForEvent("pageerror", { timeout }).then((error) => Promise.reject(error)),
    ]);
    const [text] = await Promise.all([
      outcome,
      page.goto(`http://127.0.0.1:${server.address().port}/`),
    ]);
    return text;
  } finally {
    await browser?.close();
    server.close();
    server.closeAllConnections();
  }
}

function answer(folder, { url }, response) {
  const dist = /^\/dist\/[\w-]+\.js$/.exec(url)?.[0];
  const inPackage = dist && path.join("node_modules/promschema", dist);
  const file = url === "/smoke.mjs" ? "smoke.mjs" : inPackage;
  if (url === "/") {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.setHeader(
      "content-security-policy",
      "default-src 'none'; script-src 'self' 'nonce-map'",
    );
    response.end(page);
  } else if (file !== undefined && existsSync(path.join(folder, file))) {
    response.setHeader("content-type", "text/javascript; charset=utf-8");
    response.end(readFileSync(path.join(folder, file)));
  } else {
    response.writeHead(url === "/favicon.ico" ? 204 : 404).end();
  }
}

const imports = { "promschema/exposition": "/dist/exposition.js" };
const page = `<!doctype html>
<script type="importmap" nonce="map">${JSON.stringify({ imports })}</script>
<script type="module" src="/smoke.mjs"></script>
`;
