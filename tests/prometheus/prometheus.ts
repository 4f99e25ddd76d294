import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { type Exposition, parseNumber, samplesOf } from "../../src/exposition/index.js";

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

type Found = z.infer<typeof answerSchema>["data"]["result"];

/** A real Prometheus that scrapes a target under several paths. */
export interface Prometheus {
  query(expression: string): Promise<Found>;
  /** Waits until a query finds something. */
  waitFor(expression: string): Promise<void>;
  stop(): Promise<void>;
}

/** Starts one that scrapes `/NAME` of the port once a second for each job. */
export async function startPrometheus(port: number, jobs: readonly string[]): Promise<Prometheus> {
  const folder = mkdtempSync(path.join(tmpdir(), "promschema-scrape-"));
  const own = createServer();
  const ownPort = await listening(own);
  await new Promise((resolve) => own.close(resolve));
  const lines = jobs.map(
    (name) =>
      `  - { job_name: ${name}, metrics_path: /${name}, static_configs: [{ targets: ["127.0.0.1:${port}"] }] }\n`,
  );
  const config = path.join(folder, "prometheus.yml");
  writeFileSync(
    config,
    `global: { scrape_interval: 1s, scrape_timeout: 1s }\nscrape_configs:\n${lines.join("")}`,
  );
  const flags = [
    `--config.file=${config}`,
    `--storage.tsdb.path=${path.join(folder, "data")}`,
    `--web.listen-address=127.0.0.1:${ownPort}`,
  ];
  const child = spawn("prometheus", flags, { stdio: "ignore" });

  async function query(expression: string): Promise<Found> {
    const address = `http://127.0.0.1:${ownPort}/api/v1/query?query=${encodeURIComponent(expression)}`;
    const response = await fetch(address, { signal: AbortSignal.timeout(5000) });
    return answerSchema.parse(await response.json()).data.result;
  }

  return {
    query,
    async waitFor(expression) {
      for (let attempt = 0; attempt < 150; attempt++) {
        const found = await query(expression).catch(() => []);
        if (found.length > 0) return;
        await pause(200);
      }
      throw new Error(`Prometheus did not come to ${expression}`);
    },
    async stop() {
      if (child.exitCode === null) {
        child.kill("SIGKILL");
        await once(child, "exit");
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The port of a server that listens from now on. */
export async function listening(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // A server that listens on a port has an address.
  return (server.address() as AddressInfo).port;
}

/** What Prometheus has of a job, each sample in a line of its own kind, sorted. */
export function storedSamples(found: Found): string[] {
  return found
    .map(({ metric: { __name__ = "", job: _job, instance: _instance, ...labels }, value }) =>
      spell(__name__, labels, parseNumber(value[1])),
    )
    .sort();
}

/** The same of an exposition. */
export function samplesIn(exposition: Exposition): string[] {
  return Array.from(samplesOf(exposition), ({ name, labels, value }) =>
    spell(name, labels, value),
  ).sort();
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
