// What this room says of what it is given: a finding, or the error that carries it.

import {
  createFinding,
  type Finding,
  type FindingInput,
  PromschemaError,
  type RuleId,
} from "../diagnostics/index.js";
import { found } from "../registry/index.js";

/** A finding about something given, and which part of it that is. */
export interface Objection {
  /** Steps from what was given to the part that is wrong: `["path"]` of labels. */
  readonly path: readonly string[];
  readonly finding: Finding;
}

type Said = Pick<
  FindingInput,
  "message" | "metric" | "label" | "value" | "hint" | "notes" | "declared"
>;

/** An objection, always an error: nothing here is built with a warning. */
export function objection(rule: RuleId, path: readonly string[], said: Said): Objection {
  return { path, finding: createFinding({ rule, severity: "error", ...said }) };
}

/** Throws the objections, where there are any. */
export function refuseIf(objections: readonly Objection[], cause?: unknown): void {
  const [first, ...rest] = objections.map(({ finding }) => finding);
  if (first === undefined) return;
  throw new PromschemaError([first, ...rest], cause === undefined ? {} : { cause });
}

/** Throws one finding. */
export function refuse(rule: RuleId, said: Said, cause?: unknown): never {
  const finding = createFinding({ rule, severity: "error", ...said });
  throw new PromschemaError([finding], cause === undefined ? {} : { cause });
}

/** What a program gave, in words. */
export function givenAs(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  if (typeof value === "bigint") return `the bigint ${value}`;
  return typeof value === "symbol" ? "a symbol" : found(value);
}
