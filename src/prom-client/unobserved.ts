import type { Labels } from "../exposition/index.js";
import type { Metric } from "../registry/index.js";
import type { ClientSummary } from "./client.js";
import { type ClientSample, onScrape } from "./present.js";

/**
 * Shows the series of a summary that nothing was observed of, at 0: the client has a histogram begin so, and no summary. Gives the set of their
 * labels, to add to; those of which something was observed leave it at the next scrape.
 */
export function showUnobserved(metric: Metric, summary: ClientSummary): Set<Labels> {
  const unobserved = new Set<Labels>();
  const names = metric.labels.map(({ name }) => name);
  const keyOf = (labels: Labels) => JSON.stringify(names.map((name) => labels[name] ?? null));
  onScrape(summary, "get", (snapshot) => {
    if (unobserved.size === 0) return snapshot;
    const observed = new Set(
      snapshot.values.flatMap(({ labels, metricName }) =>
        metricName?.endsWith("_count") ? keyOf(labels ?? {}) : [],
      ),
    );
    for (const labels of unobserved) if (observed.has(keyOf(labels))) unobserved.delete(labels);
    const quantiles = quantilesOf(summary);
    const shown = Array.from(unobserved, (labels) => emptySeries(metric.name, labels, quantiles));
    return { ...snapshot, values: [...snapshot.values, ...shown.flat()] };
  });
  return unobserved;
}

function emptySeries(name: string, labels: Labels, quantiles: readonly number[]): ClientSample[] {
  return [
    ...quantiles.map((quantile) => ({ labels: { quantile: `${quantile}`, ...labels }, value: 0 })),
    { metricName: `${name}_sum`, labels, value: 0 },
    { metricName: `${name}_count`, labels, value: 0 },
  ];
}

/** Those that the client took: its own where none are declared. */
function quantilesOf(summary: ClientSummary): readonly number[] {
  // It keeps them under the name that it was given them with.
  const { percentiles } = summary as { readonly percentiles?: unknown };
  return Array.isArray(percentiles) ? percentiles : [];
}
