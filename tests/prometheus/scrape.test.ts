import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import {
  type Exposition,
  negotiateFormat,
  parseExposition,
  parseNumber,
  samplesOf,
  serializeExposition,
} from "../../src/exposition/index.js";
import { isInstalled, titled } from "./binary.js";
import { everyType } from "./payload.js";

const isThere = isInstalled("prometheus");

/** What a target answers with: in the format that Prometheus asks for, or in text whatever it asks for. */
const targets = ["as-asked", "text"] as const;

const answerSchema = z.object({
  data: z.object({
    result: z.array(
      z.object({
        metric: z.record(z.string(), z.string()),
        value: z.tuple([z.number(), z.string()]),
      }),
    ),
  }),
});

describe.skipIf(!isThere)(titled("a real Prometheus", "prometheus", isThere), () => {
  let folder = "";
  const served = new Map<string, { readonly contentType: string; readonly body: string }>();
  let target: Server;
  let prometheus: ChildProcess | undefined;
  let api = "";

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "promschema-scrape-"));
    target = createServer((request, response) => {
      const isAsked = request.url === "/as-asked";
      const { contentType, ...options } = negotiateFormat(
        isAsked ? request.headers.accept : undefined,
      );
      const body = serializeExposition(everyType, options);
      served.set(String(request.url).slice(1), { contentType, body });
      response.setHeader("Content-Type", contentType).end(body);
    });
    const port = await listening(target);
    const own = createServer();
    const ownPort = await listening(own);
    await new Promise((resolve) => own.close(resolve));
    const jobs = targets.map(
      (name) =>
        `  - { job_name: ${name}, metrics_path: /${name}, static_configs: [{ targets: ["127.0.0.1:${port}"] }] }\n`,
    );
    const config = path.join(folder, "prometheus.yml");
    writeFileSync(
      config,
      `global: { scrape_interval: 1s, scrape_timeout: 1s }\nscrape_configs:\n${jobs.join("")}`,
    );
    const flags = [
      `--config.file=${config}`,
      `--storage.tsdb.path=${path.join(folder, "data")}`,
      `--web.listen-address=127.0.0.1:${ownPort}`,
    ];
    prometheus = spawn("prometheus", flags, { stdio: "ignore" });
    api = `http://127.0.0.1:${ownPort}/api/v1/query`;
    for (const job of targets) await waitFor(`up{job="${job}"} == 1`);
  }, 60_000);

  afterAll(async () => {
    if (prometheus !== undefined && prometheus.exitCode === null) {
      prometheus.kill("SIGKILL");
      await once(prometheus, "exit");
    }
    target?.closeAllConnections();
    target?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    [
      "as-asked",
      "application/openmetrics-text; version=1.0.0; charset=utf-8; escaping=underscores",
    ],
    ["text", "text/plain; version=0.0.4; charset=utf-8"],
  ] as const)("has every value of the target %s", async (job, contentType) => {
    const { body, contentType: answered } = served.get(job) ?? {};
    expect(answered).toBe(contentType);
    const found = await query(`{job="${job}",__name__!~"up|scrape_.*"}`);
    const stored = found.map(
      ({ metric: { __name__ = "", job: _, instance, ...labels }, value }) => {
        expect(instance).toContain("127.0.0.1:");
        return spell(__name__, labels, parseNumber(value[1]));
      },
    );
    expect(stored.sort()).toEqual(samplesIn(parseExposition(body ?? "")).sort());
  });

  async function query(
    expression: string,
  ): Promise<z.infer<typeof answerSchema>["data"]["result"]> {
    const response = await fetch(`${api}?query=${encodeURIComponent(expression)}`, {
      signal: AbortSignal.timeout(5000),
    });
    return answerSchema.parse(await response.json()).data.result;
  }

  async function waitFor(expression: string): Promise<void> {
    for (let attempt = 0; attempt < 150; attempt++) {
      const found = await query(expression).catch(() => []);
      if (found.length > 0) return;
      await pause(200);
    }
    throw new Error(`Prometheus did not come to ${expression}`);
  }
});

async function listening(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // A server that listens on a port has an address.
  return (server.address() as AddressInfo).port;
}

function samplesIn(exposition: Exposition): string[] {
  return Array.from(samplesOf(exposition), ({ name, labels, value }) => spell(name, labels, value));
}

/** A label that is empty is none, and bounds are told apart as numbers: Prometheus spells some in its own way. */
function spell(name: string, labels: object, value: unknown): string {
  const present = Object.entries(labels)
    .filter(([, text]) => text !== "")
    .map(([label, text]) => {
      const bound = label === "le" || label === "quantile" ? parseNumber(String(text)) : text;
      return `${label}=${bound}`;
    });
  return `${name} ${present.sort().join()} ${value}`;
}
