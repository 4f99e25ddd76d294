// How the type of a family is written in a format: one block of lines or several, and which samples they hold under which suffix (OpenMetrics
// 1.0, section 5; text format). Types that the text formats do not have are written as gauges, which keep every series as it is.

import type { MetricFamily } from "../model.js";

/** Which part of a series a sample tells. `foreign` are buckets and quantiles without a bound, in a block of their own. */
export type PartKind =
  | "value"
  | "state"
  | "bucket"
  | "quantile"
  | "foreign"
  | "sum"
  | "count"
  | "created";

/** One block of lines: metadata and samples, under a name that is that of the family with a suffix. */
export interface Form {
  readonly type: string;
  readonly suffix: string;
  readonly parts: readonly (readonly [kind: PartKind, suffix: string])[];
}

export type FormsOfType = Readonly<Record<MetricFamily["type"], readonly Form[]>>;

const single = (type: string): readonly Form[] => [{ type, suffix: "", parts: [["value", ""]] }];

export const openMetricsForms: FormsOfType = {
  counter: [
    {
      type: "counter",
      suffix: "",
      parts: [
        ["value", "_total"],
        ["created", "_created"],
      ],
    },
  ],
  gauge: single("gauge"),
  unknown: single("unknown"),
  info: [{ type: "info", suffix: "", parts: [["value", "_info"]] }],
  stateset: [{ type: "stateset", suffix: "", parts: [["state", ""]] }],
  histogram: [
    {
      type: "histogram",
      suffix: "",
      parts: [
        ["bucket", "_bucket"],
        ["sum", "_sum"],
        ["count", "_count"],
        ["created", "_created"],
      ],
    },
  ],
  gaugehistogram: [
    {
      type: "gaugehistogram",
      suffix: "",
      parts: [
        ["bucket", "_bucket"],
        ["sum", "_gsum"],
        ["count", "_gcount"],
      ],
    },
  ],
  summary: [
    {
      type: "summary",
      suffix: "",
      parts: [
        ["quantile", ""],
        ["sum", "_sum"],
        ["count", "_count"],
        ["created", "_created"],
      ],
    },
  ],
};

export const textForms: FormsOfType = {
  counter: single("counter"),
  gauge: single("gauge"),
  unknown: single("untyped"),
  info: single("gauge"),
  stateset: [{ type: "gauge", suffix: "", parts: [["state", ""]] }],
  histogram: [
    {
      type: "histogram",
      suffix: "",
      parts: [
        ["bucket", "_bucket"],
        ["sum", "_sum"],
        ["count", "_count"],
      ],
    },
  ],
  gaugehistogram: apart("gauge", "bucket", "_bucket", "_gsum", "_gcount"),
  summary: [
    {
      type: "summary",
      suffix: "",
      parts: [
        ["quantile", ""],
        ["sum", "_sum"],
        ["count", "_count"],
      ],
    },
  ],
};

/** Forms that hold any family in OpenMetrics whatever its values: the samples under their names, of unknown type. */
export const untypedForms: FormsOfType = {
  ...openMetricsForms,
  counter: single("unknown"),
  histogram: apart("unknown", "bucket", "_bucket", "_sum", "_count"),
  summary: apart("unknown", "quantile", "", "_sum", "_count"),
};

function apart(
  type: string,
  kind: "bucket" | "quantile",
  suffix: string,
  sum: string,
  count: string,
): readonly Form[] {
  const own: Form = { type, suffix, parts: [[kind, suffix]] };
  const foreign: Form = { type, suffix: "", parts: [["foreign", ""]] };
  return [
    ...(suffix === "" ? [{ ...own, parts: [...own.parts, ...foreign.parts] }] : [foreign, own]),
    { type, suffix: sum, parts: [["sum", sum]] },
    { type, suffix: count, parts: [["count", count]] },
  ];
}
