import { expect, it } from "vitest";
import { run } from "../../load/load.js";

it("instruments lose nothing under load, and every scrape of them keeps the contract", async () => {
  const load = { series: 4000, recordings: 40_000, scrapes: 20, callers: 25 };
  const { findings, recorded, exposed, observed, series, scrapes } = await run(load);
  expect(findings).toEqual([]);
  expect([recorded, exposed, observed, series]).toEqual([40_000, 40_000, 40_000, 4000]);
  // Some came while callers were at work.
  expect(scrapes).toBeGreaterThan(2);
}, 60_000);
