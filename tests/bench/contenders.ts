// What competes: each prepares its input once and yields the call that is measured. Each runs in a process of its own, so one's
// garbage and compiled code are not another's.
import { readFileSync } from "node:fs";
import type { Format } from "../../src/exposition/index.js";
import { adapterContenders, type peerNames } from "./adapter-contenders.js";
import { byteHash } from "./byte-hash.js";
import { type Action, actions, type ClientName, openClient } from "./clients.js";
import { importBaseten, importExposition, importWhole } from "./library.js";
import {
  recordedHelp,
  recordedLabels,
  recordedName,
  recordedPayload,
  recordedSeries,
  type ValueKind,
} from "./recorded.js";

/** What a contender is to work on. */
export interface Task {
  readonly contender: ContenderName;
  /** Payloads; where there are several, each call takes the next. */
  readonly files: readonly string[];
  /** Number of samples in each, where it is known and the payload conforms: then the contender proves that it sees them all. */
  readonly samples?: number;
  readonly series?: {
    readonly count: number;
    readonly kind: ValueKind;
    /** What they are written as; the library alone can be asked for another format than their own. */
    readonly format?: Format;
  };
  /** A client library, and what it is to do. */
  readonly client?: ClientName;
  readonly action?: Action;
  /** The package that a registry is bound to. */
  readonly peer?: (typeof peerNames)[number];
}

/** The call to measure. What it returns is kept, so that no compiler can leave the work out. */
export type Call = () => unknown;

export type ContenderName = keyof typeof contenders;

/** Undefined where the contender cannot do it: the library has no such function yet, or the rival throws. */
export function prepare(task: Task): Promise<Call | undefined> {
  return contenders[task.contender](task);
}

const contenders = {
  ...adapterContenders,

  "byte hash": async ({ files, series }: Task) => {
    const bytes = series
      ? Buffer.from(recordedPayload(series.count, series.kind))
      : readPayload(files);
    return () => byteHash(bytes);
  },

  "check with registry": async ({ files, samples }: Task) => {
    const { checkExposition } = await importWhole();
    const { baseten } = await importBaseten();
    const bytes = readPayload(files);
    prove(checkExposition(bytes, { registry: baseten }), samples);
    return () => checkExposition(bytes, { registry: baseten });
  },

  check: async ({ files }: Task) => {
    const { checkExposition } = await importWhole();
    const bytes = readPayload(files);
    return () => checkExposition(bytes);
  },

  "next scrape": async ({ files, samples }: Task) => {
    const { createChecker } = await importWhole();
    const { baseten } = await importBaseten();
    if (createChecker === undefined) return undefined;
    const checker = createChecker({ registry: baseten });
    const payloads = files.map((file) => readPayload([file]));
    prove(checker.check(readPayload(files)), samples);
    let next = 0;
    return () => checker.check(payloads[next++ % payloads.length]!);
  },

  parse: async ({ files }: Task) => {
    const { parseExposition } = await importExposition();
    const bytes = readPayload(files);
    return () => parseExposition(bytes);
  },

  "parse-prometheus-text-format": async ({ files }: Task) => {
    const { default: parse } = await import("parse-prometheus-text-format");
    const bytes = readPayload(files);
    try {
      parse(bytes.toString("utf8"));
    } catch {
      // It reads no white space between labels, so some real payloads are beyond it.
      return undefined;
    }
    return () => parse(bytes.toString("utf8"));
  },

  serialize: async ({ series }: Task) => {
    const { parseExposition, serializeExposition } = await importWhole();
    if (serializeExposition === undefined || series === undefined) return undefined;
    const exposition = parseExposition(recordedPayload(series.count, series.kind));
    const options = series.format === undefined ? {} : { format: series.format };
    prove({ samples: linesIn(serializeExposition(exposition, options)) }, series.count);
    return () => serializeExposition(exposition, options);
  },

  client: async ({ client, action, series }: Task) => {
    if (client === undefined || action === undefined) return undefined;
    const opened = await openClient(client);
    return opened && actions[action](opened, series?.kind);
  },

  "prom-client": async ({ series }: Task) => {
    if (series === undefined) return undefined;
    const { Counter, Registry } = await import("prom-client");
    const registry = new Registry();
    const counter = new Counter({
      name: recordedName,
      help: recordedHelp,
      labelNames: recordedLabels,
      registers: [registry],
    });
    for (let index = 0; index < series.count; index++) {
      const { labels, value } = recordedSeries(index, series.kind);
      counter.inc(labels, value);
    }
    prove({ samples: linesIn(await registry.metrics()) }, series.count);
    return () => registry.metrics();
  },
} satisfies Record<string, (task: Task) => Promise<Call | undefined>>;

function readPayload([file]: readonly string[]): Buffer {
  if (file === undefined) throw new Error("internal: no payload to read");
  return readFileSync(file);
}

interface Seen {
  readonly samples: number;
  readonly findings?: readonly { readonly severity: string; readonly message: string }[];
}

/** A figure of a check that stopped early, or that wrote down breaches of a clean payload, would mean nothing. */
function prove({ samples, findings = [] }: Seen, expected: number | undefined): void {
  if (expected === undefined) return;
  if (samples !== expected) throw new Error(`internal: ${samples} samples, not ${expected}`);
  const error = findings.find(({ severity }) => severity === "error");
  if (error !== undefined) throw new Error(`internal: the payload has a finding: ${error.message}`);
}

/** Lines that are no comments. */
function linesIn(text: string): number {
  return text.split("\n").filter((line) => line !== "" && !line.startsWith("#")).length;
}
