// The law of the two doors: a payload in one piece and the same payload in any chunks are one payload.

import { expect } from "vitest";
import {
  type CheckOptions,
  checkExposition,
  checkExpositionStream,
} from "../../src/check/index.js";
import { type Finding, PromschemaError } from "../../src/diagnostics/index.js";
import {
  type Exposition,
  type MetricFamily,
  readExposition,
  safeParseExposition,
} from "../../src/exposition/index.js";
import { samplesOf } from "../conformance/wire-samples.js";

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
  const stream = await checkExpositionStream(streamOf(chunks), options);
  const { bytes: read, findings, ...report } = stream;
  const { bytes: all, findings: wanted, ...want } = checkExposition(bytes, options);
  expect(report).toEqual(want);
  expectSameFindings(findings, wanted);
  // A stream is left where its syntax breaks: nobody asks for what would have followed.
  if (whole.ok) expect(read).toBe(all);
  else expect(read).toBeLessThanOrEqual(all);
}

/**
 * What a check finds out at the end of a series is about a line that may be gone with its chunk by then: such a finding of a stream has
 * no code frame, and its column is that of the line. Everything else of it is the same.
 */
function expectSameFindings(stream: readonly Finding[], whole: readonly Finding[]): void {
  const inOrder = (findings: readonly Finding[]) =>
    findings.toSorted((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
  const left = inOrder(stream);
  const right = inOrder(whole).map((finding, index) => {
    const other = left[index];
    if (other === undefined || finding.excerpt === undefined || other.excerpt !== undefined) {
      return finding;
    }
    const { length: _, excerpt: __, ...rest } = finding;
    return { ...rest, column: 1 };
  });
  expect(left).toEqual(right);
}

function keyOf({ line, rule, fingerprint }: Finding): string {
  return `${String(line ?? 0).padStart(9, "0")} ${rule} ${fingerprint}`;
}

/** A family that comes back is one family of the whole and two of the stream: then all samples have to be there, in any order. */
function expectSameFamilies(whole: Exposition, families: readonly MetricFamily[]): void {
  const names = (list: readonly MetricFamily[]) => list.map(({ name }) => name);
  if (names(whole.families).join("\0") === names(families).join("\0")) {
    expect(families).toEqual(whole.families);
    return;
  }
  const spelled = (list: readonly MetricFamily[]) =>
    samplesOf({ format: whole.format, families: list })
      .map((sample) => JSON.stringify(sample, spellNumber))
      .sort();
  expect(spelled(families)).toEqual(spelled(whole.families));
}

function spellNumber(_: string, value: unknown): unknown {
  return typeof value === "number" ? String(value) : value;
}
