// schemas/nodejs.yaml, held against what prom-client says of this very process.
import { collectDefaultMetrics, Registry } from "prom-client";
import { describe, expect, it } from "vitest";
import { checkExposition } from "../../../src/check/index.js";
import { loadRegistry } from "../../../src/load/index.js";

/** What the successor of prom-client has beside the same metrics. */
const successors = [
  "nodejs_eventloop_utilization_summary",
  "nodejs_eventloop_utilization_histogram",
];

describe("the default metrics of prom-client", () => {
  it.each([Registry.PROMETHEUS_CONTENT_TYPE, Registry.OPENMETRICS_CONTENT_TYPE])(
    "keep schemas/nodejs.yaml, served as %s",
    async (contentType) => {
      const registry = await loadRegistry("schemas/nodejs.yaml");
      // One class holds either content type; its type parameter says which.
      const register = new Registry() as Registry<typeof contentType>;
      register.setContentType(contentType);
      collectDefaultMetrics({ register });
      // The first collection has no delay of the event loop to tell of: its mean is NaN.
      for (const text of [await register.metrics(), await register.metrics()]) {
        const report = checkExposition(text, { registry, contentType });
        const told = report.findings.filter(({ rule }) => rule !== "unseen-metric");
        expect(told).toEqual([]);
        expect(report.coverage.undeclared).toEqual([]);
        expect(report.coverage.absent).toEqual(expect.arrayContaining(successors));
      }
    },
  );
});
