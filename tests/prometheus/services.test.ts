import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { baseten } from "../../src/baseten.js";
import { checkExposition } from "../../src/check/index.js";
import { formatOfContentType, parseExposition } from "../../src/exposition/index.js";
import { isInstalled, titled } from "./binary.js";
import {
  listening,
  type Prometheus,
  samplesIn,
  startPrometheus,
  storedSamples,
} from "./prometheus.js";
import { type Running, run, services } from "./services.js";

const isThere = isInstalled("prometheus");

/** Each service in both formats: a Prometheus of this age asks for OpenMetrics, so what is to be text is asked for without saying so. */
const jobs = services.flatMap(({ name, formats }) =>
  formats.map((format) => {
    const accept = format.startsWith("openmetrics");
    return { job: `${name}-${accept ? "openmetrics" : "text"}`, name, accept, format };
  }),
);

/** Scrapes that went by, by job: what the service answered. */
interface Scrape {
  readonly contentType: string;
  readonly body: string;
}

describe.skipIf(!isThere)(titled("a real Prometheus", "prometheus", isThere), () => {
  const running = new Map<string, Running>();
  const scrapes = new Map<string, Scrape[]>();
  /** Stands between Prometheus and the services, and listens. */
  let between: Server;
  let prometheus: Prometheus | undefined;

  beforeAll(async () => {
    for (const service of services) {
      const started = await run(service);
      running.set(service.name, started);
      for (const body of ['{"prompt":"hi"}', "{"]) {
        const response = await fetch(`${started.origin}/predict`, { method: "POST", body });
        await response.text();
      }
    }
    between = createServer(async (request, response) => {
      const job = jobs.find((one) => `/${one.job}` === request.url);
      const origin = running.get(job?.name ?? "")?.origin;
      const accept = job?.accept ? request.headers.accept : undefined;
      const answered = await fetch(`${origin}/metrics`, {
        headers: accept ? { accept } : { accept: "*/*" },
      });
      const contentType = answered.headers.get("content-type") ?? "";
      const body = await answered.text();
      scrapes.set(job?.job ?? "", [...(scrapes.get(job?.job ?? "") ?? []), { contentType, body }]);
      response.writeHead(answered.status, { "Content-Type": contentType }).end(body);
    });
    prometheus = await startPrometheus(
      await listening(between),
      jobs.map(({ job }) => job),
    );
    for (const { job } of jobs) await prometheus.waitFor(`up{job="${job}"} == 1`);
  }, 60_000);

  afterAll(async () => {
    await prometheus?.stop();
    between?.closeAllConnections();
    between?.close();
    for (const service of running.values()) await service.stop();
  });

  it.each(jobs)("scrapes $job, and the scrape keeps the contract", ({ job, format }) => {
    const [first] = scrapes.get(job) ?? [];
    expect(formatOfContentType(first?.contentType ?? "")).toBe(format);
    const { findings, coverage } = checkExposition(first?.body ?? "", { registry: baseten });
    expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
    expect(coverage?.absent).toEqual([]);
  });

  it.each(jobs)("has what $job answered", async ({ job }) => {
    // The one that is there now may be the one before the last.
    const found = await prometheus?.query(`{job="${job}",__name__!~"up|scrape_.*"}`);
    const stored = storedSamples(found ?? []);
    const answered = (scrapes.get(job) ?? []).map(({ body }) => samplesIn(parseExposition(body)));
    expect(answered.some((samples) => samples.join("\n") === stored.join("\n"))).toBe(true);
  });

  it.each(services)(
    "keeps the contract where $name is scraped in both formats at once",
    async ({ name }) => {
      const accepts = [undefined, "application/openmetrics-text;version=1.0.0"];
      const origin = running.get(name)?.origin;
      const texts = await Promise.all(
        [...accepts, ...accepts].map(async (accept) => {
          const headers = { accept: accept ?? "*/*" };
          return (await fetch(`${origin}/metrics`, { headers })).text();
        }),
      );
      for (const text of texts) {
        expect(checkExposition(text, { registry: baseten }).findings).toEqual([]);
      }
    },
  );

  it.each(services)("finds in $name the conditions that no pod is in at 0", async ({ name }) => {
    const found = await prometheus?.query(`baseten_pod_readiness{job="${name}-text"}`);
    const values = (found ?? []).map(({ metric, value }) => [metric["condition"], value[1]]);
    expect(values.sort()).toEqual([
      ["false", "0"],
      ["true", "1"],
      ["unknown", "0"],
    ]);
  });
});
