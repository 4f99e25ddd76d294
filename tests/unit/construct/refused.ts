import { expect } from "vitest";
import { PromschemaError } from "../../../src/diagnostics/index.js";

/** What a call throws: rule and message of each finding of a PromschemaError. Any other end fails the test. */
export function refused(call: () => unknown): string[] {
  let thrown: unknown;
  try {
    call();
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(PromschemaError);
  const { findings } = thrown as PromschemaError; // asserted just now
  return findings.map(({ rule, message, hint }) =>
    hint === undefined ? `${rule}: ${message}` : `${rule}: ${message}; ${hint}`,
  );
}
