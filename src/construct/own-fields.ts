// Objects of callers that no compiler held to their types: read once, own fields alone, whatever they do when they are read.

/** The own enumerable fields of an object, in order, and how many there are under symbols. */
export interface OwnFields {
  readonly ok: true;
  readonly fields: ReadonlyMap<string, unknown>;
  readonly symbols: number;
}

/** Why there are none: what is no object of fields, or the field whose reading threw. */
export type Unread =
  | { readonly ok: false; readonly why: "kind" }
  | {
      readonly ok: false;
      readonly why: "thrown";
      readonly field?: string;
      readonly cause: unknown;
    };

/** Reads each field once. Never throws. */
export function readOwnFields(given: unknown): OwnFields | Unread {
  let reading: string | undefined;
  try {
    if (!isMapping(given)) return { ok: false, why: "kind" };
    const fields = new Map<string, unknown>();
    for (const key of Object.keys(given)) {
      reading = key;
      // The keys are the object's own, so the index meets no prototype.
      fields.set(key, (given as Readonly<Record<string, unknown>>)[key]);
    }
    reading = undefined;
    return { ok: true, fields, symbols: Object.getOwnPropertySymbols(given).length };
  } catch (cause) {
    return {
      ok: false,
      why: "thrown",
      cause,
      ...(reading === undefined ? {} : { field: reading }),
    };
  }
}

/** An object that is read by its fields, not a list, a map or a date. */
function isMapping(value: unknown): value is object {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.prototype.toString.call(value) === "[object Object]";
}
