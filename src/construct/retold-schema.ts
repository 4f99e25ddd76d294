// Schemas of zod that read what they are given once, and say what is wrong with it in the words of the check: an issue carries its finding.

import type * as z from "zod";
import type { Finding } from "../diagnostics/index.js";
import type { Objection } from "./refusal.js";

/** What is read before zod looks at it. */
export interface Prepared {
  /** What zod is to judge; undefined where there is nothing to judge. */
  readonly value: object | undefined;
  /** What is said where zod, or the reading, refuses. */
  readonly objections: readonly Objection[];
}

type Payload = z.core.ParsePayload;
type Parse = z.ZodType["_zod"]["parse"];

/** Gives the parser of a schema what was prepared, and lets it speak in objections. `complete` has the last word on what was accepted. */
export function retell(
  schema: z.ZodType,
  prepare: (input: unknown) => Prepared,
  complete?: (payload: Payload, prepared: object) => void,
): void {
  const inner: Parse = schema._zod.parse;
  schema._zod.parse = (payload, context) => {
    const input = payload.value;
    const before = payload.issues.length;
    const { value, objections } = prepare(input);
    const finish = (done: Payload): Payload => {
      if (value !== undefined) complete?.(done, value);
      if (done.issues.length === before) return done;
      if (objections.length > 0) {
        done.issues.splice(before);
        done.issues.push(...objections.map((one) => issueOf(one, input)));
      }
      return done;
    };
    if (value === undefined) {
      payload.issues.push(...objections.map((one) => issueOf(one, input)));
      return payload;
    }
    payload.value = value;
    const parsed = inner(payload, context);
    return parsed instanceof Promise ? parsed.then(finish) : finish(parsed);
  };
}

/** An objection as zod has it. */
export function issueOf({ path, finding }: Objection, input: unknown): z.core.$ZodRawIssue {
  const hint = finding.hint === undefined ? "" : `; ${finding.hint}`;
  return {
    code: "custom",
    path: [...path],
    message: `${finding.message}${hint}`,
    params: { finding },
    input,
  };
}

/** A failed parse of zod, or of any Standard Schema. */
export interface FailedParse {
  readonly issues?: readonly object[] | undefined;
}

/**
 * The findings of a failed parse, of the shape that a check gives: those of `labelSchema` and `sampleSchema`, however deep in schemas of your own
 * they are. What other schemas say is not among them.
 */
export function schemaFindings(failed: FailedParse): readonly Finding[] {
  return (failed.issues ?? []).flatMap((issue) => {
    const params = "params" in issue ? issue.params : undefined;
    if (typeof params !== "object" || params === null || !("finding" in params)) return [];
    // Only `issueOf` makes issues with a finding.
    return [params.finding as Finding];
  });
}
