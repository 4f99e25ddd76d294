// A real Prometheus scrapes `promschema mock`: counters rise, and rate() is positive.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createChecker } from "../../src/index.js";
import { loadRegistry } from "../../src/load/index.js";
import { cli } from "../cli/run.js";
import { isInstalled, titled } from "./binary.js";

const isThere = isInstalled("prometheus");

/** How long Prometheus scrapes, in seconds: a minute in CI, less where somebody waits. */
const scraping = process.env["CI"] === undefined ? 8 : 60;

const answerSchema = z.object({
  data: z.object({ result: z.array(z.object({ value: z.tuple([z.number(), z.string()]) })) }),
});

describe.skipIf(!isThere)(titled("a mock under a real Prometheus", "prometheus", isThere), () => {
  const children: ChildProcess[] = [];
  let folder = "";
  let target = "";
  let api = "";

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "promschema-mock-"));
    const argv = [cli, "mock", "--registry", "schemas/baseten.yaml", "--port", "0"];
    const mock = spawn(process.execPath, argv, { stdio: ["ignore", "ignore", "pipe"] });
    children.push(mock);
    const [said] = await once(mock.stderr, "data");
    target = /http:\S+?\/metrics/.exec(String(said))![0];
    const own = createServer().listen(0, "127.0.0.1");
    await once(own, "listening");
    const { port } = own.address() as AddressInfo;
    await new Promise((resolve) => own.close(resolve));
    const config = path.join(folder, "prometheus.yml");
    writeFileSync(
      config,
      `global: { scrape_interval: 1s, scrape_timeout: 1s }
scrape_configs:
  - { job_name: mock, static_configs: [{ targets: ["${new URL(target).host}"] }] }
`,
    );
    const flags = [
      `--config.file=${config}`,
      `--storage.tsdb.path=${path.join(folder, "data")}`,
      `--web.listen-address=127.0.0.1:${port}`,
    ];
    children.push(spawn("prometheus", flags, { stdio: "ignore" }));
    api = `http://127.0.0.1:${port}/api/v1/query`;
  }, 60_000);

  afterAll(async () => {
    for (const child of children) {
      if (child.exitCode !== null) continue;
      child.kill("SIGKILL");
      await once(child, "exit");
    }
    rmSync(folder, { recursive: true, force: true });
  });

  async function valuesOf(expression: string): Promise<number[]> {
    const response = await fetch(`${api}?query=${encodeURIComponent(expression)}`, {
      signal: AbortSignal.timeout(5000),
    });
    const { data } = answerSchema.parse(await response.json());
    return data.result.map(({ value: [, text] }) => Number(text));
  }

  it(
    "is up at every scrape, passes each check, and its rates are positive",
    async () => {
      const registry = await loadRegistry("schemas/baseten.yaml");
      const checker = createChecker({ registry });
      for (let attempt = 0; attempt < 150; attempt++) {
        if ((await valuesOf("up == 1").catch(() => [])).length > 0) break;
        await pause(200);
      }
      for (let second = 0; second < scraping; second++) {
        const text = await (await fetch(target)).text();
        const { findings } = checker.check(text);
        expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
        await pause(1000);
      }
      expect(await valuesOf(`min_over_time(up[${scraping}s])`)).toEqual([1]);
      const counters = [...registry.metrics.values()].flatMap(({ name, type }) =>
        type === "counter" ? [name] : type === "histogram" ? [`${name}_count`, `${name}_sum`] : [],
      );
      for (const name of counters) {
        const rates = await valuesOf(`rate(${name}[${scraping}s])`);
        expect([name, rates.length > 0 && rates.every((rate) => rate > 0)]).toEqual([name, true]);
      }
      const [quantile] = await valuesOf(
        `histogram_quantile(0.95, sum by (le) (rate(baseten_end_to_end_response_time_seconds_bucket[${scraping}s])))`,
      );
      expect(quantile).toBeGreaterThan(0);
    },
    (scraping + 60) * 1000,
  );
});
