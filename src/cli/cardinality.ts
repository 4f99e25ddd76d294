// How many series each metric of a payload has, and how many values each label. Counted beside the check, and only for a report that shows it.
import { PromschemaError } from "../diagnostics/index.js";
import { type MetricFamily, type ParseOptions, readExposition } from "../exposition/index.js";
import type { MetricCardinality } from "./reporters/reporter.js";

/** Values of one label that are told apart, and metrics that are counted: what is beyond is not looked at. */
const mostValues = 10_000;
const mostMetrics = 10_000;

interface Counts {
  series: number;
  readonly labels: Map<string, { readonly values: Set<string>; more: boolean }>;
}

/** The chunks as they are, and the counts once they have been taken; what comes after a syntax error is not counted. */
export function withCardinality(
  given: AsyncIterable<Uint8Array>,
  options: ParseOptions,
): {
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly metrics: Promise<readonly MetricCardinality[]>;
} {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  // A reader that has seen enough closes its end; the check goes on.
  writer.closed.catch(() => {});
  async function* chunks(): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of given) {
        // A copy: the counts may come behind, when the room of the chunk is used again.
        await writer.write(chunk.slice()).catch(() => {});
        yield chunk;
      }
    } finally {
      await writer.close().catch(() => {});
    }
  }
  return { chunks: chunks(), metrics: count(readable, options) };
}

async function count(
  stream: AsyncIterable<Uint8Array>,
  options: ParseOptions,
): Promise<readonly MetricCardinality[]> {
  const metrics = new Map<string, Counts>();
  try {
    for await (const family of readExposition(stream, options)) add(family, metrics);
  } catch (error) {
    // The check has it as a finding.
    if (!(error instanceof PromschemaError)) throw error;
  }
  return [...metrics].map(([metric, { series, labels }]) => ({
    metric,
    series,
    labels: [...labels].map(([label, { values, more }]) => ({ label, values: values.size, more })),
  }));
}

function add({ name, series }: MetricFamily, metrics: Map<string, Counts>): void {
  let counts = metrics.get(name);
  if (counts === undefined) {
    if (metrics.size >= mostMetrics) return;
    counts = { series: 0, labels: new Map() };
    metrics.set(name, counts);
  }
  counts.series += series.length;
  for (const { labels } of series) {
    for (const [label, value] of Object.entries(labels)) {
      let known = counts.labels.get(label);
      if (known === undefined) {
        known = { values: new Set(), more: false };
        counts.labels.set(label, known);
      }
      if (known.values.size < mostValues || known.values.has(value)) known.values.add(value);
      else known.more = true;
    }
  }
}
