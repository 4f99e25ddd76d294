// Findings that were accepted, by their fingerprints: what a contract meets on its first day, so that the next breach is the one that is seen.
import { readFile } from "node:fs/promises";
import { type Finding, findRule, quote } from "../diagnostics/index.js";
import { CommandFailure, errorCode } from "./failure.js";
import { clip } from "./reporters/clip.js";
import { jsonText } from "./reporters/json-text.js";

/** Fingerprints that are accepted. */
export type Baseline = ReadonlySet<string>;

/** Reads the file of a baseline. Throws CommandFailure where it is none. */
export async function readBaseline(file: string): Promise<Baseline> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    const absent = errorCode(error) === "ENOENT";
    throw new CommandFailure(
      `cannot read the baseline ${file}: ${absent ? "no such file" : errorCode(error)}`,
      absent ? "--update-baseline writes it" : undefined,
    );
  });
  return new Set(accepted(parse(text, file), file).map((entry, at) => printOf(entry, at, file)));
}

/** The baseline of a file, or an empty one where it is not there yet. */
export async function readBaselineIfAny(file: string): Promise<Baseline> {
  try {
    await readFile(file);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return new Set();
  }
  return await readBaseline(file);
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CommandFailure(`the baseline ${file} is no JSON: ${why}`);
  }
}

function accepted(document: unknown, file: string): readonly unknown[] {
  const version = fieldOf(document, "schemaVersion");
  if (version !== undefined && version !== 1) {
    throw new CommandFailure(
      `the baseline ${file} has schemaVersion ${quote(String(version))}: expected 1`,
    );
  }
  const list = fieldOf(document, "accepted");
  if (Array.isArray(list)) return list;
  throw new CommandFailure(`the baseline ${file}: expected a list under accepted`);
}

function printOf(entry: unknown, at: number, file: string): string {
  const print = fieldOf(entry, "fingerprint");
  if (typeof print === "string" && /^[0-9a-f]{16}$/.test(print)) return print;
  throw new CommandFailure(
    `the baseline ${file}: expected a fingerprint of 16 hexadecimal digits in item ${at + 1} of accepted`,
  );
}

function fieldOf(value: unknown, field: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, field)) return undefined;
  // An own field of an object.
  return (value as Record<string, unknown>)[field];
}

/** Findings that no baseline takes away: after them nothing was looked at, so that accepting one would accept all that is behind it. */
const never: ReadonlySet<string> = new Set(["syntax", "empty-exposition", "findings-limit"]);

/** Whether a baseline may accept a finding. */
export function isAcceptable({ rule }: Finding): boolean {
  return !never.has(rule) && findRule(rule)?.group !== "registry";
}

/** The file of a baseline that accepts the findings. It is the same whatever their order; only the fingerprints of it are read again. */
export function baselineText(findings: Iterable<Finding>): string {
  const byPrint = new Map([...findings].map((finding) => [finding.fingerprint, finding]));
  const accepted = [...byPrint.values()]
    .map(({ rule, metric, label, value, fingerprint }) => ({
      ...{ rule, metric: clipped(metric), label: clipped(label), value: clipped(value) },
      fingerprint,
    }))
    .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  return `${jsonText({ schemaVersion: 1, accepted }, 2)}\n`;
}

function clipped(text: string | undefined): string | undefined {
  return text === undefined ? undefined : clip(text, 200);
}

function keyOf(entry: Readonly<Record<string, string | undefined>>): string {
  const { rule, metric, label, value, fingerprint } = entry;
  return JSON.stringify([rule, metric ?? "", label ?? "", value ?? "", fingerprint]);
}
