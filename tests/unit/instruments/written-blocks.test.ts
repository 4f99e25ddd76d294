import { describe, expect, it } from "vitest";
import { formats, serializeExposition } from "../../../src/exposition/index.js";
import { createMetrics } from "../../../src/instruments/index.js";
import { defineRegistry } from "../../../src/registry/index.js";

const registry = defineRegistry({
  registry: "many",
  labels: { user: { description: "Who." }, text: { description: "What." } },
  metrics: {
    events_total: { type: "counter", description: "Events.", labels: ["user", "text?"] },
    level: { type: "gauge", description: "Level.", labels: ["user"] },
  },
});
const rows = 9000;
const userOf = (at: number) => ({ user: `user-${at}-${"x".repeat(250)}` });

describe("series of which most stand still", () => {
  // Each step changes something; after each, all that is exposed is what there is.
  it.each(formats)(
    "are exposed in %s as they are, whatever changed",
    async (format) => {
      const metrics = createMetrics(registry, { created: true, now: () => 1000 });
      const { events_total: events, level } = metrics;
      for (let at = 0; at < rows; at++) events.inc(userOf(at), at);
      for (let at = 0; at < rows; at++) level.set(userOf(at), 1);
      const handle = events.labels(userOf(77));
      const steps: (() => unknown)[] = [
        () => {},
        () => {},
        () => events.inc(userOf(7000)),
        () => events.inc(userOf(3), 1e12),
        () => level.set(userOf(0), Number.NaN),
        () => level.set(userOf(1), 0),
        () => level.set(userOf(1), -0),
        () => events.inc({ ...userOf(rows), text: "new" }),
        () => events.inc({ ...userOf(rows), text: "é\n" }),
        () => events.remove(userOf(6000)),
        () => events.inc({ ...userOf(6000), text: "in its row" }, 6000),
        () => events.inc(userOf(5), 1, { trace_id: "a" }),
        () => events.remove(userOf(5)),
        () => handle.inc(),
        () => {
          for (let at = 0; at < 4000; at++) events.remove(userOf(at));
        },
        () => handle.inc(),
        () => events.reset(),
        () => {
          for (let at = 0; at < rows; at++) events.inc(userOf(at), at);
        },
        () => metrics.reset(),
        () => level.inc(userOf(1)),
      ];
      for (const step of steps) {
        step();
        const expected = serializeExposition(metrics.exposition(), { format });
        // Compared by itself first, for the sake of a short message.
        expect(metrics.exposeNow({ format }) === expected).toBe(true);
        expect(Buffer.from(await metrics.exposeBytes({ format })).toString() === expected).toBe(
          true,
        );
      }
    },
    60_000,
  );

  it("are not changed by what becomes of the bytes that were given", async () => {
    const metrics = createMetrics(registry);
    for (let at = 0; at < rows; at++) metrics.events_total.inc(userOf(at), at);
    const before = metrics.exposeNow();
    (await metrics.exposeBytes()).fill(0);
    expect(Buffer.from(await metrics.exposeBytes()).toString() === before).toBe(true);
  });
});
