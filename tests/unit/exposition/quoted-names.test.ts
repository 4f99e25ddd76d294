import { describe, expect, it } from "vitest";
import { type Case, failureIn, remarksIn, samplesIn } from "./outcome.js";

const readable: readonly Case<readonly string[]>[] = [
  { name: "a metric name in quotes", given: '{"http.requests"} 1\n', want: ["http.requests {} 1"] },
  {
    name: "a metric name in quotes and labels",
    given: '{"http.requests",code="200"} 1\n',
    want: ['http.requests {"code":"200"} 1'],
  },
  { name: "a comma behind a quoted metric name", given: '{"a",} 1\n', want: ["a {} 1"] },
  {
    name: "blanks and tabs around quoted names",
    given: '\t{ "a b" \t, "c d" = "e" , } 1\n',
    want: ['a b {"c d":"e"} 1'],
  },
  {
    name: "a label name in quotes",
    given: 'a{"b.c"="d",e="f","g"="h"} 1\n',
    want: ['a {"b.c":"d","e":"f","g":"h"} 1'],
  },
  {
    name: "a plain name and a quoted one that mean the same metric",
    given: 'a 1\n{"a",b="c"} 2\n',
    want: ["a {} 1", 'a {"b":"c"} 2'],
  },
  { name: "every escape in a metric name", given: '{"\\\\ \\" \\n"} 1\n', want: ['\\ " \n {} 1'] },
  {
    name: "every escape in a label name and its value",
    given: 'a{"\\\\ \\" \\n"="\\\\ \\" \\n"} 1\n',
    want: ['a {"\\\\ \\" \\n":"\\\\ \\" \\n"} 1'],
  },
  {
    name: "an escaped backslash before the letter n",
    given: 'a{b="\\\\n"} 1\n',
    want: ['a {"b":"\\\\n"} 1'],
  },
  {
    name: "a NUL in a metric name, a label name and a value",
    given: '{"a\0","b\0"="\0c"} 1\n',
    want: ['a\u0000 {"b\\u0000":"\\u0000c"} 1'],
  },
  {
    name: "characters of two, three and four bytes",
    given: '{"é","€"="😀"} 1\n',
    want: ['é {"€":"😀"} 1'],
  },
  {
    name: "names of the prototype in quotes",
    given: '{"__proto__","__proto__"="a","constructor"="b"} 1\n',
    want: ['__proto__ {"__proto__":"a","constructor":"b"} 1'],
  },
  { name: "a blank as a name", given: '{" "} 1\n', want: ["  {} 1"] },
];

const unreadable: readonly Case<string>[] = [
  { name: "an empty metric name", given: '{""} 1\n', want: "1:2+2 empty name in quotes" },
  { name: "an empty label name", given: 'a{""="b"} 1\n', want: "1:3+2 empty name in quotes" },
  {
    name: "a quoted name that is not closed",
    given: '{"a} 1\n',
    want: '1:2+5 quoted name is not closed: expected a double quote before the end of the line | a line feed inside quotes is written \\n, a quote \\"',
  },
  {
    name: "a quoted label name that is not closed",
    given: 'a{"b="c"} 1\n',
    want: "1:3+4 a second metric name: expected a label",
  },
  {
    name: "an unknown escape in a quoted name",
    given: '{"a\\tb"} 1\n',
    want: '1:4+2 unknown escape in a quoted name: expected \\\\, \\" or \\n | write a backslash as \\\\',
  },
  {
    name: "a name in quotes without braces",
    given: '"a" 1\n',
    want: "1:1+3 expected a metric name or a comment, found a quote",
  },
  {
    name: "a name in quotes before braces",
    given: '"a"{b="c"} 1\n',
    want: "1:1+10 expected a metric name or a comment, found a quote",
  },
  {
    name: "braces without a name",
    given: "{} 1\n",
    want: '1:1+2 sample without a metric name | write name{label="value"} 1, or {"name",label="value"} 1 for a name that needs quotes',
  },
  {
    name: "labels without a name",
    given: '{a="b"} 1\n',
    want: '1:1+7 sample without a metric name | write name{label="value"} 1, or {"name",label="value"} 1 for a name that needs quotes',
  },
  {
    name: "a name without quotes in the braces",
    given: "{a} 1\n",
    want: '1:3+1 expected ="value" after the label name, found "}" | label names are [a-zA-Z_][a-zA-Z0-9_]*',
  },
  {
    name: "two metric names in one pair of braces",
    given: '{"a","b"} 1\n',
    want: "1:6+3 a second metric name: expected a label",
  },
  {
    name: "a metric name before the braces and one inside",
    given: 'a{"b"} 1\n',
    want: "1:3+3 a second metric name: expected a label",
  },
  {
    name: "a metric name before the braces and one behind a label",
    given: 'a{b="c","d"} 1\n',
    want: "1:9+3 a second metric name: expected a label",
  },
  {
    name: "the same on a line that shares its beginning with the one before",
    given: 'a{b="c",e="f"} 1\na{b="c","d"} 1\n',
    want: "2:9+3 a second metric name: expected a label",
  },
  {
    name: "a comma before the name",
    given: '{,"a"} 1\n',
    want: '1:2+1 expected a label name or }, found "," | label names are [a-zA-Z_][a-zA-Z0-9_]*',
  },
  {
    name: "a blank instead of a comma behind the name",
    given: '{"a" b="c"} 1\n',
    want: '1:6+1 expected , or } after the metric name, found "b"',
  },
  {
    name: "an equals sign and no value behind a quoted label name",
    given: 'a{"b"=} 1\n',
    want: "1:7+1 expected a label value in double quotes",
  },
  {
    name: "a quoted label that stands twice",
    given: 'a{b="1","b"="2"} 1\n',
    want: '1:9+3 label "b" stands twice in one series | give it one value',
  },
  {
    name: "a quoted __name__",
    given: 'a{"__name__"="b"} 1\n',
    want: "1:3+10 label __name__ is reserved: the metric name stands before the braces",
  },
  {
    name: "no value behind the braces",
    given: '{"a"}\n',
    want: "1:6+0 expected a value before the end of the line",
  },
];

const unreadableBefore: readonly Case<string>[] = [
  {
    name: "a metric name in quotes",
    given: '{"a.b"} 1\n',
    want: "1:2+5 name in quotes: text format 0.0.4 has none | serve the payload with version=1.0.0 in its content type",
  },
  {
    name: "a label name in quotes",
    given: 'a{"b.c"="d"} 1\n',
    want: "1:3+5 name in quotes: text format 0.0.4 has none | serve the payload with version=1.0.0 in its content type",
  },
  {
    name: "a plain name in quotes",
    given: 'a{"b"="d"} 1\n',
    want: "1:3+3 name in quotes: text format 0.0.4 has none | serve the payload with version=1.0.0 in its content type",
  },
  {
    name: "a TYPE line with a quoted name",
    given: '# TYPE "a.b" counter\n',
    want: "1:8+5 name in quotes: text format 0.0.4 has none | serve the payload with version=1.0.0 in its content type",
  },
  {
    name: "a HELP line with a quoted name",
    given: '# HELP "a.b" x\n',
    want: "1:8+5 name in quotes: text format 0.0.4 has none | serve the payload with version=1.0.0 in its content type",
  },
];

const remarkable: readonly Case<readonly string[]>[] = [
  {
    name: "a metric name behind a label",
    given: '{a="b","m"} 1\n',
    want: [
      "name-position 1:8+3 the metric name stands after a label: the format wants it first in the braces",
    ],
  },
  {
    name: "a metric name between labels",
    given: '{a="b", "m" ,c="d"} 1\n',
    want: [
      "name-position 1:9+3 the metric name stands after a label: the format wants it first in the braces",
    ],
  },
  {
    name: "a label of Prometheus itself",
    given: 'm{__a="b"} 1\n',
    want: [
      "reserved-label 1:3+3 label names that begin with two underscores are reserved for Prometheus",
    ],
  },
  {
    name: "the same in quotes and behind blanks",
    given: '{"m", "__a" ="b"} 1\n',
    want: [
      "reserved-label 1:7+5 label names that begin with two underscores are reserved for Prometheus",
    ],
  },
  {
    name: "the same on every line that has it",
    given: 'm{__a="b",c="1"} 1\nm{__a="b",c="2"} 1\n',
    want: [
      "reserved-label 1:3+3 label names that begin with two underscores are reserved for Prometheus",
      "reserved-label 2:3+3 label names that begin with two underscores are reserved for Prometheus",
    ],
  },
];

const format = "prometheus-text-1.0.0";

describe("a name in quotes", () => {
  it.each(readable)("is read: $name", ({ given, want }) => {
    expect(samplesIn(given, { format })).toEqual(want);
  });

  it.each(unreadable)("is refused: $name", ({ given, want }) => {
    expect(failureIn(given, { format })).toBe(want);
  });

  it.each(unreadableBefore)("is unknown to text 0.0.4: $name", ({ given, want }) => {
    expect(failureIn(given, { format: "prometheus-text-0.0.4" })).toBe(want);
  });

  it.each(remarkable)("is read with a remark: $name", ({ given, want }) => {
    expect(remarksIn(given, { format })).toEqual(want);
  });
});
