// How metrics read when they are scraped. The client writes each with the name and type that it has, whatever the format; these have what the
// format asks for.

import { textNameOf } from "../binding/index.js";
import { familyNameOf } from "../construct/index.js";
import type { Labels } from "../exposition/index.js";
import type { Metric, MetricType } from "../registry/index.js";
import { type ClientRegister, isOpenMetrics } from "./client.js";

/** One sample of a scrape, as the client's metrics give it. */
export interface ClientSample {
  readonly labels?: Labels;
  readonly sharedLabels?: Labels;
  readonly metricName?: string;
  readonly value: number;
}

/** What a metric of the client gives when it is scraped. */
export interface ClientSnapshot {
  readonly name: string;
  readonly type: string;
  readonly values: readonly ClientSample[];
}

/**
 * Makes a metric of the client read as its declaration in either format. In OpenMetrics the client takes `_total` off a counter's name for good, so that
 * the next scrape in text has another name; and it knows neither info metrics nor statesets nor those of unknown type.
 *
 * What the object itself is called stays as it is, and no accessor is put on it: that would make each recording slower.
 */
export function present(metric: Metric, object: object, register: ClientRegister): void {
  const family = familyNameOf(metric);
  const text = textNameOf(metric);
  const nameNow = () => (isOpenMetrics(register) ? family : text);
  const textType = textTypes[metric.type];
  if (metric.type === "counter") {
    onScrape(object, "get", (snapshot) => ({ ...snapshot, name: nameNow() }));
  } else if (textType !== undefined) {
    Object.assign(object, { type: metric.type });
    onScrape(object, "get", (snapshot) => ({
      ...snapshot,
      name: nameNow(),
      type: isOpenMetrics(register) ? metric.type : textType,
      values: snapshot.values.map((sample) => ({ ...sample, metricName: text })),
    }));
  } else if (metric.type === "histogram" && (metric.buckets?.[0] ?? 0) < 0) {
    // OpenMetrics forbids a sum that may fall, and wants sum and count, or neither.
    onScrape(object, "getForPromString", (snapshot) => ({
      ...snapshot,
      values: snapshot.values.filter(
        ({ metricName }) => !isOpenMetrics(register) || metricName === `${family}_bucket`,
      ),
    }));
  }
}

/** How the text formats call the types that are gauges to the client. */
const textTypes: Partial<Record<MetricType, string>> = {
  info: "gauge",
  stateset: "gauge",
  unknown: "untyped",
};

/** Changes what a metric of the client gives when it is scraped. */
export function onScrape(
  object: object,
  method: "get" | "getForPromString",
  change: (snapshot: ClientSnapshot) => ClientSnapshot,
): void {
  // Every metric of the client has the first, histograms have the second: they give a promise of a snapshot.
  const metric = object as { [name in typeof method]: () => Promise<ClientSnapshot> };
  const read = metric[method].bind(metric);
  metric[method] = async () => change(await read());
}
