import { type CheckOptions, checkExposition, type Report } from "../check/index.js";
import {
  createFinding,
  type Finding,
  PromschemaError,
  printable,
  reaches,
  type Severity,
} from "../diagnostics/index.js";
import type { CompiledRegistry } from "../registry/index.js";
import { matchText, mismatchText } from "./texts.js";

/** How a payload is matched: what a check takes, and what counts as a mismatch. */
export interface MatchOptions extends Omit<CheckOptions, "registry"> {
  /** Findings from this severity on are a mismatch. @default "error" */
  readonly failOn?: Severity;
}

/** What a matcher answers to vitest and to jest. */
export interface MatchResult {
  readonly pass: boolean;
  /** Why the expectation failed, whichever it was: to match, or with `.not` not to. */
  readonly message: () => string;
}

/**
 * Whether a payload, as a string or as bytes, keeps the contract of a registry and the rules of its format. Throws a PromschemaError for anything
 * else that is given: with `.not`, a promise would pass for a payload that does not match.
 */
export function matchRegistry(
  received: unknown,
  registry: CompiledRegistry,
  options: MatchOptions = {},
): MatchResult {
  const payload = payloadOf(received);
  if (!isRegistry(registry)) {
    refuse(
      `expected a registry as the argument of toMatchRegistry, found ${kindOf(registry)}`,
      "give what defineRegistry returns, or what loadRegistry resolves to",
    );
  }
  const { failOn = "error", source = "payload", ...others } = options;
  const report = checkExposition(payload, { ...others, source, registry });
  const pass = !report.findings.some(({ severity }) => reaches(severity, failOn));
  const subject = { registry: printable(registry.name), source: printable(source), report };
  return {
    pass,
    message: () => (pass ? matchText(subject) : mismatchText(subject, shownOf(report, failOn))),
  };
}

/** What a reader is shown: the findings that the command line shows, and all those that fail. */
function shownOf({ findings }: Report, failOn: Severity): readonly Finding[] {
  const least = failOn === "info" ? "info" : "warning";
  return findings.filter(({ severity }) => reaches(severity, least));
}

function payloadOf(received: unknown): string | Uint8Array {
  if (typeof received === "string" || isBytes(received)) return received;
  const hint = isThenable(received) ? "await it first" : "give the text of the scrape";
  return refuse(`expected a payload as a string or as bytes, found ${kindOf(received)}`, hint);
}

/** Of any realm: jest runs tests in one of their own, and a Buffer is of another. */
function isBytes(value: unknown): value is Uint8Array {
  return (
    ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === "[object Uint8Array]"
  );
}

function isThenable(value: unknown): boolean {
  return typeof value === "object" && value !== null && "then" in value;
}

function isRegistry(value: unknown): value is CompiledRegistry {
  if (typeof value !== "object" || value === null || !("metrics" in value)) return false;
  return Object.prototype.toString.call(value.metrics) === "[object Map]";
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (isThenable(value)) return "a promise";
  if (typeof value !== "object")
    return typeof value === "undefined" ? "undefined" : `a ${typeof value}`;
  return Array.isArray(value) ? "a list" : "an object";
}

function refuse(message: string, hint: string): never {
  const rule = "construct/argument";
  throw new PromschemaError([createFinding({ rule, severity: "error", message, hint })]);
}
