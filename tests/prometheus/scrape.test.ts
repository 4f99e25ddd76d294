import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  negotiateFormat,
  parseExposition,
  serializeExposition,
} from "../../src/exposition/index.js";
import { isInstalled, titled } from "./binary.js";
import { everyType } from "./payload.js";
import {
  listening,
  type Prometheus,
  samplesIn,
  startPrometheus,
  storedSamples,
} from "./prometheus.js";

const isThere = isInstalled("prometheus");

/** What a target answers with: in the format that Prometheus asks for, or in text whatever it asks for. */
const targets = ["as-asked", "text"] as const;

describe.skipIf(!isThere)(titled("a real Prometheus", "prometheus", isThere), () => {
  const served = new Map<string, { readonly contentType: string; readonly body: string }>();
  let target: Server;
  let prometheus: Prometheus | undefined;

  beforeAll(async () => {
    target = createServer((request, response) => {
      const isAsked = request.url === "/as-asked";
      const { contentType, ...options } = negotiateFormat(
        isAsked ? request.headers.accept : undefined,
      );
      const body = serializeExposition(everyType, options);
      served.set(String(request.url).slice(1), { contentType, body });
      response.setHeader("Content-Type", contentType).end(body);
    });
    prometheus = await startPrometheus(await listening(target), targets);
    for (const job of targets) await prometheus.waitFor(`up{job="${job}"} == 1`);
  }, 60_000);

  afterAll(async () => {
    await prometheus?.stop();
    target?.closeAllConnections();
    target?.close();
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
    const found = await prometheus?.query(`{job="${job}",__name__!~"up|scrape_.*"}`);
    expect(storedSamples(found ?? [])).toEqual(samplesIn(parseExposition(body ?? "")));
  });
});
