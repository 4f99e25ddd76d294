import type { Gate } from "./gates.js";

const grouping =
  "the page says that the lines of a metric must stand together, and a MUST is an error here";
const unique =
  "the page says that each line must have a unique combination of name and labels: an error here";
const repeated =
  "a label that stands twice in one series is a syntax error here in every format, not a semantic one";
const foreign =
  "a sample without the label that tells its part keeps its place in the family, not its form on the wire";

/**
 * Cases whose ruling is not followed, on purpose, and why. A case listed here that agrees again fails the test: take it out.
 */
export const knownDifferences: Record<Gate, ReadonlyMap<string, string>> = {
  verdict: new Map([
    ["common/parse/TestTextParse/d81c18dc", grouping],
    ["common/fuzz/from_test_parse_3", grouping],
    ["derived/consensus/prometheus-text-0.0.4/grouping/3b2bfb52", grouping],
    ["prometheus/testdata/alltypes.237mfs.nometa.prom.txt", grouping],
    ["common/parse/TestTextParse/67d05fb1", unique],
    ["derived/consensus/prometheus-text-0.0.4/grouping/36976f91", unique],
    ["derived/consensus/prometheus-text-0.0.4/grouping/64f59356", unique],
    [
      "common/parse/TestTextParse/9b2ed974",
      "the page says that a histogram must have a bucket +Inf: an error here",
    ],
    [
      "derived/consensus/prometheus-text-0.0.4/grouping/98869b73",
      "the page says that the count must equal the bucket +Inf: an error here",
    ],
    [
      "derived/consensus/prometheus-text-0.0.4/grouping/53f9bb72",
      "a bucket without le belongs to no bucket, and the histogram has no +Inf: errors here",
    ],
    [
      "derived/consensus/prometheus-text-0.0.4/grouping/e586628e",
      "the page says that buckets are cumulative: an error here",
    ],
  ]),
  parse: new Map([
    ["client_python/openmetrics/test_invalid_input/88d5a89f", repeated],
    ["client_python/openmetrics/test_invalid_input/c9157442", repeated],
    ["openmetrics/bad_invalid_labels_2", repeated],
    ["openmetrics/bad_invalid_labels_5", repeated],
    [
      "derived/consensus/openmetrics-1.0/om-utf8-names/30776dc6",
      "a UNIT line for a quoted name parses, as all metadata with quoted names does: the unit is wrong by its meaning",
    ],
  ]),
  reading: new Map([["derived/consensus/prometheus-text-0.0.4/grouping/53f9bb72", foreign]]),
};
