import { defineRules } from "../rule.js";

export const constructRules = /* @__PURE__ */ defineRules([
  {
    id: "construct/argument",
    group: "construction",
    level: "error",
    title: "A program gives what it is asked for.",
    what: "A program that builds a sample or an exposition gave something of another kind: null where a label has a text, a text where a metric has a number, a list where an object of labels is due, a getter that throws. Types say so before the program runs; this is for programs that are not typed.",
    bad: 'sample(registry, "hits_total", { path: null }, 1)',
    fix: "Give what the message expects. A label that is not there is left out, undefined or empty.",
  },
  {
    id: "construct/name-clash",
    group: "construction",
    level: "error",
    title: "No two metrics of an exposition share a name in any format.",
    what: "OpenMetrics calls the family of the counter `x_total` just `x`, and `x_created` is a sample of it; a histogram has `x_bucket`, `x_sum` and `x_count`. A metric of such a name beside it is a second family under one name in some format, so a built exposition holds one of the two. The same holds for metrics that are bound to a register of prom-client or a meter of OpenTelemetry: of what stands there already, and of a registry that is bound twice.",
    bad: "alloc_bytes: { type: gauge }\nalloc_bytes_total: { type: counter }",
    fix: "Rename one of the metrics, or write them in expositions of their own. Bind a registry once, and name what other code registers in no registry, or leave it out with `only`.",
  },
  {
    id: "construct/unsupported",
    group: "construction",
    level: "error",
    title: "A library can hold what is bound to it.",
    what: "prom-client and OpenTelemetry do not have all that a registry may declare: types of metrics, characters in names, series that only their separators tell apart. What they would write otherwise than it is declared is refused, instead of being found out by a check.",
    bad: "bindMetrics(registry, { client }) // with a gaugehistogram in the registry",
    fix: "Leave the metric out, with the option `only`, and expose it by other means; or declare what the library can hold.",
  },
]);
