import { describe, expect, it } from "vitest";
import { checkExposition, checkExpositionStream } from "../../../src/check/index.js";
import { RowOwners } from "../../../src/check/row-owners.js";
import { enlarged, nextLength, streamSeries } from "../../../src/check/rows.js";
import { SeriesTable, UNTRACKED } from "../../../src/check/series-table.js";
import { registryOf } from "./registry-fixture.js";

const range = (length: number) => Array.from({ length }, (_, index) => index);

describe("a table of series", () => {
  it("finds each again with its line, after it grew several times", () => {
    const count = streamSeries + 1000;
    const table = new SeriesTable({ left: count });
    // Low halves that repeat: the high ones tell such series apart.
    const low = (index: number) => Math.imul(index >> 1, 0x85ebca6b);
    const high = (index: number) => Math.imul(index, 0x9e3779b1);
    for (let index = 0; index < count; index++) {
      if (table.enter(low(index), high(index), index + 1) !== index || !table.isNew) {
        expect.unreachable(`series ${index} was taken for another`);
      }
    }
    for (let index = 0; index < count; index++) {
      if (table.enter(low(index), high(index), 0) !== index || table.isNew) {
        expect.unreachable(`series ${index} was not found again`);
      }
    }
    expect(table.size).toBe(count);
    expect([table.lines[0], table.lines[count - 1]]).toEqual([1, count]);
  });

  it("shares its limit with others, and still finds what it has", () => {
    const budget = { left: 3 };
    const [one, other] = [new SeriesTable(budget), new SeriesTable(budget)];
    expect(one.enter(1, 1, 10)).toBe(0);
    expect(other.enter(1, 1, 11)).toBe(0);
    expect(other.enter(2, 2, 12)).toBe(1);
    expect(one.enter(2, 2, 13)).toBe(UNTRACKED);
    expect(one.isNew).toBe(true);
    expect(other.enter(3, 3, 14)).toBe(UNTRACKED);
    expect(one.enter(1, 1, 15)).toBe(0);
    expect(one.isNew).toBe(false);
    expect(budget.left).toBe(0);
  });

  it.each([
    { limit: 0, kept: 0 },
    { limit: 255.5, kept: 256 },
    { limit: Number.NaN, kept: 1000 },
    { limit: Infinity, kept: 1000 },
  ])("keeps $kept of 1,000 series under a limit of $limit", ({ limit, kept }) => {
    const table = new SeriesTable({ left: limit });
    for (const index of range(1000)) table.enter(index, index, index);
    expect(table.size).toBe(kept);
  });

  it("keeps no longer lists than its limit asks for", () => {
    const table = new SeriesTable({ left: 5000 });
    for (const index of range(6000)) table.enter(index, index, index);
    expect(table.size).toBe(5000);
    expect(table.lines).toHaveLength(5000);
  });
});

describe("arrays with an element a series", () => {
  it("double, but for one leap to the length that a stream needs", () => {
    const lengths = [8192];
    while (lengths.length < 5) lengths.push(nextLength(lengths.at(-1) ?? 0));
    const full = streamSeries + 1;
    expect(lengths).toEqual([8192, 16_384, full, 2 * full, 4 * full]);
  });

  it("keep what they hold, and their class", () => {
    expect(enlarged(Int32Array.of(-1, 2), 4)).toEqual(Int32Array.of(-1, 2, 0, 0));
    expect(enlarged(Float64Array.of(0.5), 2)).toEqual(Float64Array.of(0.5, 0));
    expect(enlarged(Uint8Array.of(255), 2)).toEqual(Uint8Array.of(255, 0));
  });
});

describe("the owners of rows", () => {
  it("are found by row, whichever came first and however many there are", () => {
    const owners = new RowOwners<string>();
    for (const row of range(5000)) if (row % 3 !== 0) owners.set(row, `owner ${row % 7}`);
    expect([-1, 0, 1, 4999, 5000, 1e6].map((row) => owners.get(row))).toEqual([
      undefined,
      undefined,
      "owner 1",
      "owner 1",
      undefined,
      undefined,
    ]);
    owners.set(1, "another");
    expect(owners.get(1)).toBe("another");
    expect(owners.get(2)).toBe("owner 2");
  });
});

describe("a check with a limit of series", () => {
  it("counts series of one sample and of several together", () => {
    const text = `a 1
a 1
# TYPE t histogram
${["x", "y"].map((label) => `t_bucket{l="${label}",le="+Inf"} 1\nt_count{l="${label}"} 1\nt_sum{l="${label}"} 1\n`).join("")}`;
    const { findings } = checkExposition(text, { maxTrackedSeries: 2 });
    expect(findings.map(({ rule, message }) => [rule, message])).toEqual([
      ["spec/duplicate-series", "series of a stands twice: the same labels as on line 1"],
      [
        "series-limit",
        "duplicates were looked for in the first 2 series; 1 more samples were checked by themselves",
      ],
    ]);
  });

  it("has the same report for a stream of more label values than it remembers", async () => {
    const registry = registryOf({
      labels: { id: {}, code: { pattern: "[1-5][0-9][0-9]" }, unique: { maxValues: 50_000 } },
      metrics: {
        up: { type: "gauge", description: "Up.", labels: ["id", "code", "unique"] },
        took: { type: "histogram", description: "Took.", labels: ["id"], buckets: [1] },
      },
    });
    const took = (id: number) =>
      `took_bucket{id="${id}",le="1"} 1\ntook_bucket{id="${id}",le="+Inf"} ${id === 2500 ? 2 : 1}\ntook_sum{id="${id}"} 1\ntook_count{id="${id}"} 1\n`;
    const text = [
      "# HELP took Took.\n# TYPE took histogram\n",
      ...range(3000).map(took),
      "# HELP up Up.\n# TYPE up gauge\n",
      ...range(70_000).map(
        (id) => `up{id="${id}",code="${id === 60_000 ? "20" : "200"}",unique="u${id}"} 1\n`,
      ),
      'up{id="7",code="200",unique="u7"} 1\n',
    ].join("");
    async function* chunks() {
      for (let at = 0; at < text.length; at += 65_536) yield text.slice(at, at + 65_536);
    }
    const report = await checkExpositionStream(chunks(), { registry });
    expect(report.findings.map(({ rule, line }) => [rule, line])).toEqual([
      ["spec/histogram-count", 10_006],
      ["label-pattern", 72_005],
      ["spec/duplicate-series", 82_005],
      ["max-values", undefined],
    ]);
    expect(report).toEqual(checkExposition(text, { registry }));
  });
});
