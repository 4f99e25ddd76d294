import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { baseten } from "../../src/baseten.js";
import { checkExposition } from "../../src/check/index.js";
import { isInstalled, titled } from "./binary.js";

/** The services of the examples, and the formats that they answer in. */
const services = [
  { job: "prom-client", args: ["prom-client.mjs"], formats: ["openmetrics-1.0", "text"] },
  {
    job: "successor",
    args: ["prom-client.mjs", "@prometheus-io/client"],
    formats: ["openmetrics-1.0", "text"],
  },
  { job: "opentelemetry", args: ["opentelemetry.mjs"], formats: ["text"] },
] as const;

const rows = services.flatMap(({ job, formats }) =>
  formats.map((format) => [`${job}-${format}`, job, format] as const),
);

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

const accept = {
  "openmetrics-1.0": "application/openmetrics-text;version=1.0.0",
  text: "text/plain",
};

const running: ChildProcess[] = [];
const addresses = new Map<string, string>();

beforeAll(async () => {
  for (const { job, args } of services) {
    const [file, ...rest] = args;
    const child = spawn(process.execPath, [path.join("examples", file), ...rest], {
      env: { ...process.env, PORT: "0" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    running.push(child);
    const [line] = await once(createInterface({ input: child.stdout }), "line");
    addresses.set(job, String(line));
  }
  for (const address of addresses.values()) await fetch(address.replace("metrics", "hello"));
}, 60_000);

afterAll(async () => {
  for (const child of running) {
    if (child.exitCode !== null) continue;
    child.kill("SIGKILL");
    await once(child, "exit");
  }
});

function addressOf(job: string, format: string): string {
  return `${addresses.get(job)}${format === "text" ? "?format=text" : ""}`;
}

describe("the services of the examples", () => {
  it.each(rows)("keep their contract: %s", async (_, job, format) => {
    const response = await fetch(addressOf(job, format), { headers: { accept: accept[format] } });
    const {
      findings,
      coverage,
      format: found,
    } = checkExposition(await response.text(), {
      registry: baseten,
    });
    expect(findings).toEqual([]);
    expect(coverage.absent).toEqual([]);
    expect(found.startsWith("openmetrics")).toBe(format !== "text");
  });

  it.each(rows)("keep it when they are scraped in the other format at once: %s", async (_, job) => {
    const formats = ["text", "openmetrics-1.0", "text", "openmetrics-1.0"] as const;
    const texts = await Promise.all(
      formats.map(async (format) => {
        const headers = { accept: accept[format] };
        return (await fetch(addressOf(job, format), { headers })).text();
      }),
    );
    for (const text of texts) {
      expect(checkExposition(text, { registry: baseten }).findings).toEqual([]);
    }
  });
});

const isThere = isInstalled("prometheus");

describe.skipIf(!isThere)(titled("a real Prometheus", "prometheus", isThere), () => {
  let folder = "";
  let prometheus: ChildProcess | undefined;
  let api = "";

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "promschema-services-"));
    const port = await freePort();
    const jobs = rows.map(([name, job, format]) => {
      const { host } = new URL(addressOf(job, format));
      const params = format === "text" ? ", params: { format: [text] }" : "";
      return `  - { job_name: ${name}${params}, static_configs: [{ targets: ["${host}"] }] }\n`;
    });
    const config = path.join(folder, "prometheus.yml");
    const interval = "global: { scrape_interval: 1s, scrape_timeout: 1s }";
    writeFileSync(config, `${interval}\nscrape_configs:\n${jobs.join("")}`);
    const flags = [
      `--config.file=${config}`,
      `--storage.tsdb.path=${path.join(folder, "data")}`,
      `--web.listen-address=127.0.0.1:${port}`,
    ];
    prometheus = spawn("prometheus", flags, { stdio: "ignore" });
    api = `http://127.0.0.1:${port}/api/v1/query`;
    for (const [name] of rows) await waitFor(`up{job="${name}"} == 1`);
  }, 60_000);

  afterAll(async () => {
    if (prometheus !== undefined && prometheus.exitCode === null) {
      prometheus.kill("SIGKILL");
      await once(prometheus, "exit");
    }
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(rows)("has what began at 0 and what was recorded, of %s", async (job) => {
    const conditions = await query(`baseten_pod_readiness{job="${job}"}`);
    expect(
      Object.fromEntries(conditions.map(({ metric, value }) => [metric["condition"], value[1]])),
    ).toEqual({ true: "1", false: "0", unknown: "0" });
    const requests = await query(`baseten_inference_requests_total{job="${job}"}`);
    expect(
      requests.map(({ metric, value }) =>
        [metric["status_code"], metric["is_async"], value[1]].join(" "),
      ),
    ).toEqual(expect.arrayContaining(["200 false 1", "200 true 0", "429 false 0", "429 true 0"]));
    const buckets = await query(
      `baseten_end_to_end_response_time_seconds_bucket{job="${job}",status_code="200",is_async="false",le="+Inf"}`,
    );
    expect(buckets.map(({ value }) => value[1])).toEqual(["1"]);
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

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // A server that listens on a port has an address.
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
