// A fresh process that reads a payload from standard input, and prints what that took.
import { readFileSync } from "node:fs";
import { argv, cpuUsage, resourceUsage, stdin, stdout } from "node:process";
import { importBaseten, importExposition, importWhole } from "./library.js";

export type StreamReader =
  | "iterate"
  | "iterate, library loaded"
  | "checkExpositionStream"
  | "readExposition"
  | "parse-prometheus-text-format";

export interface StreamFigures {
  /** CPU milliseconds from the first byte to the last. */
  readonly milliseconds: number;
  /** Most memory the process ever had, in megabytes of 2^20 bytes. */
  readonly peakMegabytes: number;
  /** Undefined for a reader that counts none. */
  readonly samples?: number;
}

const readers: Record<StreamReader, () => Promise<() => Promise<number | undefined>>> = {
  /** The stream alone: what no reader can do without. */
  iterate: async () => iterate,
  /** The same beside all that a check has in memory before the first byte. */
  async "iterate, library loaded"() {
    await importWhole();
    await importBaseten();
    return iterate;
  },
  async checkExpositionStream() {
    const { checkExpositionStream } = await importWhole();
    const { baseten: registry } = await importBaseten();
    return async () => {
      const { samples, findings } = await checkExpositionStream(stdin, { registry });
      const error = findings.find(({ severity }) => severity === "error");
      if (error !== undefined) throw new Error(`internal: the payload has: ${error.message}`);
      return samples;
    };
  },
  async readExposition() {
    const { readExposition } = await importExposition();
    return async () => {
      for await (const family of readExposition(stdin)) family.series.length;
      return undefined;
    };
  },
  async "parse-prometheus-text-format"() {
    const { default: parse } = await import("parse-prometheus-text-format");
    return async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of stdin) chunks.push(chunk);
      parse(Buffer.concat(chunks).toString("utf8"));
      return undefined;
    };
  },
};

async function iterate(): Promise<undefined> {
  for await (const chunk of stdin) chunk.length;
}

/** The kernel's own mark where there is one: what `resourceUsage` tells begins with the memory of the parent. */
function peakMegabytes(): number {
  try {
    const mark = readFileSync("/proc/self/status", "utf8").match(/^VmHWM:\s+(\d+) kB$/m)?.[1];
    if (mark !== undefined) return Number(mark) / 1024;
  } catch {
    // Not a Linux machine.
  }
  return resourceUsage().maxRSS / 1024;
}

// The parent names one of them.
const read = await readers[(argv[2] ?? "") as StreamReader]();
const before = cpuUsage();
const samples = await read();
const { user, system } = cpuUsage(before);
const figures: StreamFigures = {
  milliseconds: (user + system) / 1000,
  peakMegabytes: peakMegabytes(),
  ...(samples === undefined ? {} : { samples }),
};
stdout.write(JSON.stringify(figures));
