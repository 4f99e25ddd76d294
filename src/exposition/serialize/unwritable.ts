import { createFinding, PromschemaError } from "../../diagnostics/index.js";

/** Where in a model something stands that no format can write. */
export interface ModelPlace {
  readonly metric?: string;
  readonly label?: string;
  readonly line?: number;
}

/** Throws the PromschemaError of a model that cannot be written. */
export function refuseModel(message: string, place: ModelPlace = {}, hint?: string): never {
  const { metric, label, line = 0 } = place;
  throw new PromschemaError([
    createFinding({
      rule: "serialize/unwritable",
      severity: "error",
      message,
      ...(metric === undefined ? {} : { metric }),
      ...(label === undefined ? {} : { label }),
      ...(line > 0 ? { line } : {}),
      ...(hint === undefined ? {} : { hint }),
    }),
  ]);
}
