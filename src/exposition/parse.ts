import { type Finding, PromschemaError } from "../diagnostics/index.js";
import { ChunkEncoder, encodeText } from "./encode.js";
import type { Format } from "./format.js";
import { Grouper } from "./grouper.js";
import type { Exposition, MetricFamily } from "./model.js";
import { Reading, type ReadingOptions } from "./reading.js";
import { borrowVocabulary, returnVocabulary, Vocabulary } from "./vocabulary.js";

/** How a payload is to be parsed. */
export type ParseOptions = ReadingOptions;

/** A parsed value, or the findings that say why there is none. With a value, what a lenient reader let pass. */
export type SafeParseResult =
  | { readonly ok: true; readonly value: Exposition; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly [Finding, ...Finding[]] };

/**
 * Parses a whole payload: Prometheus text 0.0.4 or 1.0.0, or OpenMetrics 1.0.
 *
 * It checks the syntax and UTF-8. What a specification forbids beyond that (a histogram without +Inf, families that interleave)
 * parses: `checkExposition` finds it. Throws PromschemaError, with line and column, on a syntax error.
 */
export function parseExposition(
  input: string | Uint8Array,
  options: ParseOptions = {},
): Exposition {
  const result = safeParseExposition(input, options);
  if (result.ok) return result.value;
  throw new PromschemaError(result.findings);
}

/** The same without throwing. */
export function safeParseExposition(
  input: string | Uint8Array,
  options: ParseOptions = {},
): SafeParseResult {
  const findings: Finding[] = [];
  const vocabulary = borrowVocabulary();
  const reading = openReading(options, findings, vocabulary);
  reading.push(typeof input === "string" ? encodeText(input) : input, true);
  reading.end();
  reading.reader?.finish();
  returnVocabulary(vocabulary);
  if (reading.failure !== undefined) return { ok: false, findings: [reading.failure] };
  return {
    ok: true,
    value: {
      format: reading.format ?? "prometheus-text-1.0.0",
      families: reading.reader?.families ?? [],
    },
    findings,
  };
}

/** What is known when a stream is read to its end: what `for await` leaves out, and `next()` has. */
export interface ReadEnd {
  readonly format: Format;
  /** What a lenient reader let pass. */
  readonly findings: readonly Finding[];
}

/**
 * Reads a payload family by family while it arrives: a family is yielded when a line of another follows, or the end. A large
 * family is not held whole: one of more than 512 series comes in several pieces, and one whose samples of a series stand further apart than 4096
 * series has several series of it. A family that comes back later is yielded again with its further series.
 *
 * Throws PromschemaError where the syntax breaks; the families before it have been yielded.
 */
export async function* readExposition(
  stream: AsyncIterable<Uint8Array | string>,
  options: ParseOptions = {},
): AsyncGenerator<MetricFamily, ReadEnd> {
  const findings: Finding[] = [];
  const ready: MetricFamily[] = [];
  const reading = openReading(options, findings, new Vocabulary(), (family) => ready.push(family));
  const encoder = new ChunkEncoder();
  for await (const chunk of stream) {
    reading.take(encoder.encode(chunk));
    while (reading.next()) yield* ready.splice(0);
    if (reading.failure !== undefined) break;
  }
  reading.push(encoder.end());
  reading.end();
  if (reading.failure === undefined) reading.reader?.finish();
  yield* ready.splice(0);
  if (reading.failure !== undefined) throw new PromschemaError([reading.failure]);
  return { format: reading.format ?? "prometheus-text-1.0.0", findings };
}

function openReading(
  options: ParseOptions,
  findings: Finding[],
  vocabulary: Vocabulary,
  onFamily?: (family: MetricFamily) => void,
): Reading<Grouper> {
  return new Reading(
    options,
    (_, dialect, warn) => new Grouper(vocabulary, dialect, warn, onFamily),
    (finding) => findings.push(finding),
  );
}
