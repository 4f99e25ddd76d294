// schemas/dcgm-exporter.yaml on payloads written here, in the shape that the exporter gives them.
import { describe, expect, it } from "vitest";
import { checkExposition } from "../../../src/check/index.js";
import { loadRegistry } from "../../../src/load/index.js";

const registry = await loadRegistry("schemas/dcgm-exporter.yaml");

const always = [...registry.metrics.values()].filter(
  ({ presence }) => presence.policy === "always",
);

const card = `gpu="0",UUID="GPU-0a",pci_bus_id="00000000:31:00.0",device="nvidia0",modelName="NVIDIA H100",Hostname="node-7"`;

function payload(labels: string, ...more: readonly string[]): string {
  const lines = always.map(
    ({ name, type }) => `# TYPE ${name} ${type}\n${name}{${labels}} ${type === "counter" ? 3 : 41}`,
  );
  return `${[...lines, ...more].join("\n")}\n`;
}

function told(text: string): string[] {
  const { findings } = checkExposition(text, { registry, levels: { "unseen-metric": "off" } });
  return findings.map(({ rule, metric, label }) => [rule, metric, label].join(" ").trim());
}

describe("schemas/dcgm-exporter.yaml", () => {
  it.each([
    ["a card alone", card],
    ["a card whose driver is told", `${card},DCGM_FI_DRIVER_VERSION="580.105.08"`],
    ["an instance of a card", `${card},GPU_I_PROFILE="1g.10gb",GPU_I_ID="7"`],
    ["a card that a pod uses", `${card},container="server",namespace="llm",pod="server-0"`],
    ["a card that no pod uses", `${card},container="",namespace="",pod=""`],
  ])("takes %s", (_, labels) => {
    expect(told(payload(labels))).toEqual([]);
  });

  it("takes the last error with its number and its text", () => {
    const error = `DCGM_FI_DEV_XID_ERRORS{${card},err_code="79",err_msg="GPU has fallen off the bus"} 79`;
    expect(told(payload(card, "# TYPE DCGM_FI_DEV_XID_ERRORS gauge", error))).toEqual([]);
  });

  it.each([
    ["more than all of the time", "DCGM_FI_DEV_GPU_UTIL", 101, "value-bounds"],
    ["a percentage where a share is meant", "DCGM_FI_PROF_DRAM_ACTIVE", 38, "value-bounds"],
    ["half an error", "DCGM_FI_DEV_XID_ERRORS", 0.5, "value-integer"],
  ])("refuses %s", (_, name, value, rule) => {
    const text = payload(card, `# TYPE ${name} gauge`, `${name}{${card}} ${value}`);
    expect(told(text)).toEqual([`${rule} ${name}`]);
  });

  it("tells once of a profile without its number, and of a label that the counters add", () => {
    const names = always.map(({ name }) => name).sort();
    expect(told(payload(`${card},GPU_I_PROFILE="1g.10gb"`)).sort()).toEqual(
      names.map((name) => `label-requires ${name} GPU_I_PROFILE`),
    );
    expect(told(payload(`${card},DCGM_FI_DEV_SERIAL="1"`)).sort()).toEqual(
      names.map((name) => `undeclared-label ${name} DCGM_FI_DEV_SERIAL`),
    );
  });
});
