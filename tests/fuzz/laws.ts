// What must hold for any bytes at all. Each law throws where it does not.

import { deepStrictEqual, ok } from "node:assert/strict";
import { baseten } from "../../src/baseten.js";
import {
  type Checker,
  type CheckOptions,
  checkExposition,
  createChecker,
} from "../../src/check/index.js";
import {
  type Exposition,
  type Format,
  formats,
  parseExposition,
  safeParseExposition,
  serializeExposition,
} from "../../src/exposition/index.js";
import { cutAt } from "../property/arbitraries/bytes.js";
import { meaningOf } from "../property/arbitraries/exposition.js";
import { expectSameUnderChunks, spelledSamples } from "../property/chunks.js";
import type { Random } from "./mutate.js";

export interface Given {
  readonly bytes: Uint8Array;
  /** Undefined where it is told from the bytes. */
  readonly format: Format | undefined;
  readonly cuts: readonly number[];
}

export type Law = (given: Given) => Promise<void>;

/** Most bytes of a payload that a law takes its time for. */
const spared = 1 << 16;

export const laws: ReadonlyMap<string, Law> = new Map([
  ["the doors agree", doorsAgree],
  ["a checker that knows other payloads agrees", checkerAgrees],
  ["what was read is written and read again", writtenIsRead],
  ["what is clean stays clean in any format", cleanStaysClean],
]);

async function doorsAgree({ bytes, format, cuts }: Given): Promise<void> {
  const options = format === undefined ? {} : { format };
  await expectSameUnderChunks(bytes, () => cutAt(bytes, cuts), options);
  // With a registry every rule is at work.
  checkExposition(bytes, { ...options, registry: baseten });
}

async function writtenIsRead({ bytes, format }: Given): Promise<void> {
  const read = parsed(bytes, format);
  if (read === undefined || bytes.length > spared) return;
  const text = serializeExposition(read);
  const again = parseExposition(text, { format: read.format });
  // Where rules are broken (a late TYPE, a series twice), the samples of a family may be put together otherwise.
  if (isClean(bytes, read.format)) deepStrictEqual(meaningOf(again), meaningOf(read));
  else deepStrictEqual(spelledSamples(again), spelledSamples(read));
}

/** Checkers that have seen what came before, so that each payload is the next scrape of another one. */
const checkers = new Map<string, Checker>();

async function checkerAgrees({ bytes, format }: Given): Promise<void> {
  const options: CheckOptions = { registry: baseten, ...(format && { format }) };
  const checker = checkers.get(String(format)) ?? createChecker(options);
  checkers.set(String(format), checker);
  const want = checkExposition(bytes, options);
  // The second time is the scrape after, with nothing changed.
  for (const scrape of ["new", "same"]) {
    deepStrictEqual(checker.check(bytes), want, `the ${scrape} scrape`);
  }
}

async function cleanStaysClean({ bytes, format }: Given): Promise<void> {
  const read = parsed(bytes, format);
  if (read === undefined || bytes.length > spared) return;
  if (!isClean(bytes, read.format)) return;
  for (const to of formats) {
    const text = serializeExposition(read, { format: to });
    ok(isClean(text, to), `not clean as ${to}:\n${text}`);
  }
}

function isClean(payload: string | Uint8Array, format: Format): boolean {
  return checkExposition(payload, { format }).findings.every(
    ({ severity }) => severity !== "error",
  );
}

function parsed(bytes: Uint8Array, format: Format | undefined): Exposition | undefined {
  const result = safeParseExposition(bytes, format === undefined ? {} : { format });
  return result.ok ? result.value : undefined;
}

/** How a payload is to be given to the laws. */
export function given(bytes: Uint8Array, random: Random): Given {
  const cuts = Array.from({ length: random(12) }, () => random(bytes.length + 1));
  return { bytes, format: random(3) === 0 ? formats[random(formats.length)] : undefined, cuts };
}
