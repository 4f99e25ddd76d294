import { describe, expect, it } from "vitest";
import { withCardinality } from "../../../src/cli/cardinality.js";

async function count(text: string, { size = 7, most = Number.POSITIVE_INFINITY } = {}) {
  const bytes = new TextEncoder().encode(text);
  async function* given() {
    // Each chunk in the room of the one before.
    const room = new Uint8Array(size);
    for (let at = 0; at < bytes.length; at += size) {
      const chunk = bytes.subarray(at, at + size);
      room.set(chunk);
      yield room.subarray(0, chunk.length);
      room.fill(0);
    }
  }
  const { chunks, metrics } = withCardinality(given(), { format: "auto" });
  let taken = 0;
  for await (const chunk of chunks) {
    taken += chunk.length;
    if (taken >= most) break;
  }
  return { taken, metrics: await metrics };
}

const payload = `# TYPE hits counter
hits{path="/a",code="200"} 1
hits{path="/b",code="200"} 1
hits{path="/b",code="500"} 1
# TYPE wait histogram
wait_bucket{__proto__="x",le="1"} 1
wait_bucket{__proto__="x",le="+Inf"} 2
wait_sum{__proto__="x"} 3
wait_count{__proto__="x"} 2
`;

describe("the cardinality of a payload", () => {
  it("is the series of each metric and the values of each of its labels", async () => {
    expect(await count(payload)).toEqual({
      taken: payload.length,
      metrics: [
        {
          metric: "hits",
          series: 3,
          labels: [
            { label: "path", values: 2, more: false },
            { label: "code", values: 2, more: false },
          ],
        },
        { metric: "wait", series: 1, labels: [{ label: "__proto__", values: 1, more: false }] },
      ],
    });
  });

  it("has the families that end before a syntax error, which keeps nothing from the check", async () => {
    const broken = `${payload}not metrics\n${"# more\n".repeat(1000)}`;
    const { taken, metrics } = await count(broken);
    expect([taken, metrics.map(({ metric }) => metric)]).toEqual([broken.length, ["hits"]]);
  });

  it("ends with a check that has seen enough", async () => {
    expect((await count(payload, { most: 60 })).taken).toBeLessThan(payload.length);
  });

  it("tells values apart up to a bound", async () => {
    const lines = Array.from({ length: 10_002 }, (_, at) => `up{pod="p${at}"} 1\n`);
    const { metrics } = await count(lines.join(""), { size: 65_536 });
    expect(metrics).toEqual([
      { metric: "up", series: 10_002, labels: [{ label: "pod", values: 10_000, more: true }] },
    ]);
  });
});
