// A fresh process: loads one parser, reads one payload ten times, and prints how long that took.
import { readFileSync } from "node:fs";
import { argv, cpuUsage, stdout } from "node:process";
import { importBaseten, importExposition, importWhole } from "./library.js";

export type ColdContender = "parse" | "check with registry" | "parse-prometheus-text-format";

/** CPU milliseconds since the loading began. */
export interface ColdTimes {
  readonly loaded: number;
  readonly first: number;
  readonly tenth: number;
}

const loaders: Record<ColdContender, () => Promise<(bytes: Buffer) => unknown>> = {
  async parse() {
    const { parseExposition } = await importExposition();
    return parseExposition;
  },
  async "check with registry"() {
    const { checkExposition } = await importWhole();
    const { baseten: registry } = await importBaseten();
    return (bytes) => checkExposition(bytes, { registry });
  },
  async "parse-prometheus-text-format"() {
    const { default: parse } = await import("parse-prometheus-text-format");
    return (bytes) => parse(bytes.toString("utf8"));
  },
};

const [, , contender = "", file = ""] = argv;
const bytes = readFileSync(file);
const start = cpuUsage();
const elapsed = () => {
  const { user, system } = cpuUsage(start);
  return (user + system) / 1000;
};

// The parent names one of them.
const call = await loaders[contender as ColdContender]();
const loaded = elapsed();
call(bytes);
const first = elapsed();
for (let more = 0; more < 9; more++) call(bytes);
const times: ColdTimes = { loaded, first, tenth: elapsed() };
stdout.write(JSON.stringify(times));
