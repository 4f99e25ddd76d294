// The group that writes payloads: our series objects against prom-client's registry of the same series.
import type { ContenderName } from "./contenders.js";
import type { Group } from "./group.js";
import { recordedPayload, type ValueKind } from "./recorded.js";
import { type Line, throughput } from "./throughput.js";

const count = 100_000;

export const serializeGroup: Group = (bench) =>
  throughput(bench, "Serialize 100,000 series with 7 labels", "prom-client", [
    { ...writing("serialize", "short"), goal: { rival: 20 } },
    writing("serialize", "long"),
    writing("serialize to bytes", "short"),
  ]);

function writing(contender: ContenderName, kind: ValueKind): Line {
  const series = { count, kind };
  return {
    what: contender,
    input: kind === "short" ? "short numbers" : "20 % of 17 digits",
    bytes: Buffer.byteLength(recordedPayload(count, kind)),
    samples: count,
    task: { contender, files: [], series },
    rival: { contender: "prom-client", files: [], series },
  };
}
