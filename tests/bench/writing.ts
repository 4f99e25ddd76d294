// The group that writes payloads: our series objects against prom-client's registry of the same series.
import type { Group } from "./group.js";
import { recordedPayload, type ValueKind } from "./recorded.js";
import { type Line, throughput } from "./throughput.js";

const count = 100_000;

export const serializeGroup: Group = (bench) =>
  throughput(bench, "Serialize 100,000 series with 7 labels", "prom-client", [
    { ...writing("short"), goal: { rival: 20 } },
    writing("long"),
    converting(),
  ]);

function writing(kind: ValueKind): Line {
  const series = { count, kind };
  return {
    what: "serialize series objects",
    input: kind === "short" ? "short numbers" : "20 % of 17 digits",
    bytes: Buffer.byteLength(recordedPayload(count, kind)),
    samples: count,
    task: { contender: "serialize", files: [], series },
    rival: { contender: "prom-client", files: [], series },
  };
}

/** prom-client has nothing to convert, so this stands by itself. */
function converting(): Line {
  const { task, bytes, samples } = writing("short");
  return {
    what: "the same as OpenMetrics",
    input: "short numbers",
    bytes,
    samples,
    task: { ...task, series: { count, kind: "short", format: "openmetrics-1.0" } },
  };
}
