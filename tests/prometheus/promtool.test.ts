import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseExposition, serializeExposition } from "../../src/exposition/index.js";
import { expositions } from "../property/arbitraries/exposition.js";
import { plainStyle, write } from "../property/arbitraries/writer.js";
import { isInstalled, titled } from "./binary.js";
import { everyType } from "./payload.js";

const isThere = isInstalled("promtool");

/** What `promtool check metrics` says of a payload that it cannot read; undefined for one that it reads, with remarks or without. */
function refusal(payload: string): string | undefined {
  const { status, stderr } = spawnSync("promtool", ["check", "metrics"], {
    input: payload,
    encoding: "utf8",
    timeout: 10_000,
  });
  return status === 0 || status === 3 ? undefined : `exit code ${status}: ${stderr}`;
}

describe.skipIf(!isThere)(titled("promtool", "promtool", isThere), () => {
  it("refuses what breaks the format", () => {
    expect(refusal("a{\n")).toContain("exit code 1");
  });

  it("reads every type of metric as it is written in text", () => {
    const text = serializeExposition(everyType, { format: "prometheus-text-0.0.4" });
    expect(refusal(text)).toBeUndefined();
  });

  it("reads arbitrary expositions as they are written in text", () => {
    const format = "prometheus-text-0.0.4";
    const [...drawn] = fc.sample(expositions(format), { numRuns: 25, seed: 20_251_124 });
    const refused = drawn
      // It wants at least one metric, and has laws of its own for the values of histograms and summaries.
      .map(({ families }) =>
        families.filter(({ type }) => type !== "histogram" && type !== "summary"),
      )
      .filter((families) => families.some(({ series }) => series.length > 0))
      .map((families) => parseExposition(write({ format, families }, plainStyle), { format }))
      .map((exposition) => refusal(serializeExposition(exposition)))
      .filter((message) => message !== undefined);
    expect(refused).toEqual([]);
  });
});
