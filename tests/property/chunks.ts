// The law of the two doors: a payload in one piece and the same payload in any chunks are one payload.

import { expect } from "vitest";
import {
  type CheckOptions,
  checkExposition,
  checkExpositionStream,
} from "../../src/check/index.js";
import { PromschemaError } from "../../src/diagnostics/index.js";
import {
  type Exposition,
  type MetricFamily,
  readExposition,
  safeParseExposition,
  samplesOf,
} from "../../src/exposition/index.js";

type Chunks = () => Iterable<Uint8Array>;

async function* streamOf(chunks: Chunks): AsyncGenerator<Uint8Array> {
  yield* chunks();
}

/** Asserts the law for both pairs of doors: parsing, and checking. */
export async function expectSameUnderChunks(
  bytes: Uint8Array,
  chunks: Chunks,
  options: Pick<CheckOptions, "format" | "contentType" | "maxLineBytes">,
): Promise<void> {
  const whole = safeParseExposition(bytes, options);
  const families: MetricFamily[] = [];
  let failure: unknown;
  try {
    for await (const family of readExposition(streamOf(chunks), options)) families.push(family);
  } catch (error) {
    if (!(error instanceof PromschemaError)) throw error;
    failure = error.findings[0];
  }
  if (whole.ok) {
    expect(failure).toBeUndefined();
    expectSameFamilies(whole.value, families);
  } else {
    expect(failure).toEqual(whole.findings[0]);
  }
  const { bytes: read, ...report } = await checkExpositionStream(streamOf(chunks), options);
  const { bytes: all, ...want } = checkExposition(bytes, options);
  expect(report).toEqual(want);
  // A stream is left where its syntax breaks: nobody asks for what would have followed.
  if (whole.ok) expect(read).toBe(all);
  else expect(read).toBeLessThanOrEqual(all);
}

/** A family that comes back is one family of the whole and two of the stream: then all samples have to be there, in any order. */
function expectSameFamilies(whole: Exposition, families: readonly MetricFamily[]): void {
  if (new Set(families.map(({ name }) => name)).size === families.length) {
    expect(families).toEqual(whole.families);
    return;
  }
  expect(spelledSamples({ format: whole.format, families })).toEqual(spelledSamples(whole));
}

/**
 * The samples in some order that tells nothing. A series has one timestamp: a creation time with another breaks a rule, of which findings
 * tell, and has that of the series or none, as the parts of its family come together.
 */
export function spelledSamples(exposition: Exposition): readonly string[] {
  return Array.from(samplesOf(exposition), ({ line: _, timestamp, ...sample }) =>
    JSON.stringify(
      sample.name.endsWith("_created") ? sample : { ...sample, timestamp },
      spellNumber,
    ),
  ).sort();
}

function spellNumber(_: string, value: unknown): unknown {
  return typeof value === "number" ? String(value) : value;
}
