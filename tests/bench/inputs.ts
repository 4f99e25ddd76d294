// The payloads that are measured, written into a temporary folder when first asked for.
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./compile.js";
import { generate, type Shape } from "./generate.js";

export interface Payload {
  readonly name: string;
  readonly file: string;
  readonly bytes: number;
  readonly samples: number;
}

export interface Inputs {
  generated(name: string, shape: Shape): Payload;
  /** Deletes what was written. */
  clear(): void;
}

export function openInputs(): Inputs {
  const folder = mkdtempSync(join(tmpdir(), "promschema-bench-"));
  const known = new Map<string, Payload>();
  return {
    generated(name, shape) {
      const payload = known.get(name) ?? write(folder, name, shape);
      known.set(name, payload);
      return payload;
    },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function write(folder: string, name: string, shape: Shape): Payload {
  const file = join(folder, name.replaceAll(" ", "-"));
  const descriptor = openSync(file, "w");
  let bytes = 0;
  let samples = 0;
  for (const piece of generate(shape)) {
    bytes += writeSync(descriptor, piece.text);
    samples += piece.samples;
  }
  closeSync(descriptor);
  return { name, file, bytes, samples };
}

/** Scrapes of real services, kept beside the repository where they are kept at all. */
const scrapesFolder = join(root, "../shared/corpus/scrapes");

const realScrapes = [
  "node-exporter",
  "prometheus",
  "containerd",
  "rabbitmq-per-object",
  "node-fastify-metrics",
  "victoria-metrics",
];

/** Those that are there, and the names of those that are not. */
export function realPayloads(): { readonly payloads: Payload[]; readonly missing: string[] } {
  const files = existsSync(scrapesFolder) ? new Set(readdirSync(scrapesFolder)) : new Set<string>();
  const fileOf = (name: string) => `${name}.text.t1.txt`;
  const present = realScrapes.filter((name) => files.has(fileOf(name)));
  return {
    payloads: present.map((name) => readReal(name, join(scrapesFolder, fileOf(name)))),
    missing: realScrapes.filter((name) => !present.includes(name)),
  };
}

function readReal(name: string, file: string): Payload {
  const bytes = readFileSync(file);
  const samples = bytes
    .toString("latin1")
    .split("\n")
    .filter((line) => /^[^#\s]/.test(line)).length;
  return { name, file, bytes: bytes.length, samples };
}
