import { quote } from "../../diagnostics/index.js";
import { CommandFailure } from "../failure.js";

/** Seconds of `--timeout`, in milliseconds. Throws CommandFailure where it is no time to wait. */
export function timeoutMs(given: string | undefined): number {
  if (given === undefined) return 10_000;
  const seconds = /^\d+(\.\d+)?$/.test(given) ? Number(given) : Number.NaN;
  if (seconds > 0 && seconds <= longestSeconds) return seconds * 1000;
  throw new CommandFailure(
    `--timeout takes seconds, above 0 and at most ${longestSeconds}, not ${quote(given)}`,
  );
}

const longestSeconds = 86_400;

/** Number of `--retries`. Throws CommandFailure where it is none, or more than anyone waits for. */
export function retries(given: string | undefined): number {
  if (given === undefined) return 0;
  if (/^\d{1,3}$/.test(given) && Number(given) <= mostRetries) return Number(given);
  throw new CommandFailure(
    `--retries takes a whole number, at most ${mostRetries}, not ${quote(given)}`,
  );
}

const mostRetries = 100;

const units = new Map([
  ["", 1],
  ["b", 1],
  ["kb", 1e3],
  ["mb", 1e6],
  ["gb", 1e9],
  ["kib", 2 ** 10],
  ["mib", 2 ** 20],
  ["gib", 2 ** 30],
]);

/** Bytes of `--max-bytes`. Throws CommandFailure where it is no size. */
export function maxBytes(given: string | undefined, otherwise: number): number {
  if (given === undefined) return otherwise;
  const [, digits = "", unit = ""] = /^(\d+(?:\.\d+)?) ?([a-z]*)$/i.exec(given) ?? [];
  const bytes = Math.floor(Number(digits) * (units.get(unit.toLowerCase()) ?? Number.NaN));
  if (digits !== "" && bytes > 0 && Number.isSafeInteger(bytes)) return bytes;
  throw new CommandFailure(`--max-bytes takes a size such as 500MB or 1GiB, not ${quote(given)}`);
}
