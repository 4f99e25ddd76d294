import { describe, expect, it } from "vitest";
import {
  type MetricFamily,
  parseExposition,
  readExposition,
} from "../../../src/exposition/index.js";

const format = "openmetrics-1.0";
const range = (length: number) => Array.from({ length }, (_, index) => index);

async function piecesOf(lines: readonly string[]): Promise<MetricFamily[]> {
  async function* stream() {
    yield `${lines.join("\n")}\n# EOF\n`;
  }
  const pieces: MetricFamily[] = [];
  for await (const family of readExposition(stream(), { format })) pieces.push(family);
  return pieces;
}

const bucket = (id: number) => `a_bucket{id="${id}",le="+Inf"} 1`;
const count = (id: number) => `a_count{id="${id}"} 1`;
const sum = (id: number) => `a_sum{id="${id}"} 2`;
const created = (id: number) => `a_created{id="${id}"} 3`;

describe("the pieces of a streamed family", () => {
  it.each([
    { type: "gauge", line: (id: number) => [`a{id="${id}"} 1`] },
    { type: "counter", line: (id: number) => [`a_total{id="${id}"} 1`, created(id)] },
    {
      type: "histogram",
      line: (id: number) => [bucket(id), count(id), sum(id), created(id)],
    },
    {
      type: "summary",
      line: (id: number) => [`a{id="${id}",quantile="0.5"} 1`, count(id), sum(id)],
    },
  ])("have 512 series of a $type that stand one after the other, each whole", async (given) => {
    const lines = ["# HELP a Help.", `# TYPE a ${given.type}`, ...range(1500).flatMap(given.line)];
    const pieces = await piecesOf(lines);
    expect(pieces.map(({ series }) => series.length)).toEqual([512, 512, 476]);
    const [whole] = parseExposition(`${lines.join("\n")}\n# EOF\n`, { format }).families;
    const read: unknown[] = [];
    for (const { series, ...head } of pieces) {
      expect({ ...head, series: whole?.series }).toEqual(whole);
      read.push(...series);
    }
    expect(read).toEqual(whole?.series);
  });

  it("are longer where the samples of a series stand apart, up to 4,096 series", async () => {
    const scattered = (series: number) => [
      "# TYPE a histogram",
      ...range(series).map(bucket),
      ...range(series).map(count),
      ...range(series).map(sum),
    ];
    const [together, ...none] = await piecesOf(scattered(4096));
    expect(none).toEqual([]);
    expect(together?.series.map(({ value }) => value)).toEqual(
      range(4096).map(() => ({ count: 1, sum: 2, buckets: [{ upperBound: Infinity, count: 1 }] })),
    );
    const pieces = await piecesOf(scattered(4097));
    expect(pieces[0]?.series).toHaveLength(4096);
    expect(pieces.length).toBeGreaterThan(1);
  });

  it("come while a long chunk is read, not at its end", async () => {
    const lines = range(20_000).map((id) => `a_${id} 1`);
    async function* stream() {
      yield `${lines.join("\n")}\nbroken\n`;
    }
    const names: string[] = [];
    const reading = (async () => {
      for await (const { name } of readExposition(stream(), { format: "prometheus-text-0.0.4" })) {
        names.push(name);
        if (name === "a_100") break;
      }
    })();
    // Whoever leaves early does not meet what stands further down.
    await expect(reading).resolves.toBe(undefined);
    expect(names).toHaveLength(101);
  });
});
