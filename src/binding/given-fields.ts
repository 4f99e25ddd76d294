import { givenAs, refuse } from "../construct/index.js";

/** The own fields of an object, each read once. Throws a PromschemaError for what is none, and for what throws while it is read. */
export function readEntries(
  what: string,
  given: unknown,
  expected: string,
): ReadonlyMap<string, unknown> {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    refuse("construct/argument", { message: `${what} ${givenAs(given)}: expected ${expected}` });
  }
  try {
    return new Map<string, unknown>(Object.entries(given));
  } catch (cause) {
    return refuse("construct/argument", { message: `${what} what throws while it is read` }, cause);
  }
}

/** Most series that `initialize` begins of one metric, where no other number is given. */
const initialLimit = 10_000;

/** Reads a number of series. Throws a PromschemaError for what is none. */
export function readLimit(what: string, given: unknown): number {
  if (given === undefined) return initialLimit;
  if (typeof given === "number" && given >= 0) return given;
  return refuse("construct/argument", {
    message: `the option ${what} is ${givenAs(given)}: expected a number of series`,
  });
}

/** Reads the limit out of the options of `initialize`. */
export function readInitializeLimit(given: unknown): number {
  if (given === undefined) return initialLimit;
  const what = "the options of initialize are";
  return readLimit("limit", readEntries(what, given, "an object with limit").get("limit"));
}
