import { describe, expect, it } from "vitest";
import { type Case, failureIn, samplesIn } from "./outcome.js";

const readable: readonly Case<readonly string[]>[] = [
  { name: "nothing but the end", given: "# EOF\n", want: [] },
  { name: "the end without a line feed", given: "a 1\n# EOF", want: ["a {} 1"] },
  { name: "a name and a value", given: "a 1\n# EOF\n", want: ["a {} 1"] },
  { name: "labels", given: 'a{b="c",d="e"} 1\n# EOF\n', want: ['a {"b":"c","d":"e"} 1'] },
  { name: "braces without labels", given: "a{} 1\n# EOF\n", want: ["a {} 1"] },
  {
    name: "a timestamp in seconds",
    given: "a 1 1520879607.789\n# EOF\n",
    want: ["a {} 1 @1520879607789"],
  },
  {
    name: "a timestamp of the year 1969, and of the first millisecond",
    given: "a 1 -0.5\nb 1 0.001\n# EOF\n",
    want: ["a {} 1 @-500", "b {} 1 @1"],
  },
  {
    name: "a timestamp with an exponent",
    given: "a 1 1.5e3\nb 1 1e-99999999999999999999\nc 1 0e99999999999999999999\n# EOF\n",
    want: ["a {} 1 @1500000", "b {} 1 @0", "c {} 1 @0"],
  },
  {
    name: "a timestamp that int64 cannot hold",
    given: "a 1 12345678901234567890.5\n# EOF\n",
    want: ["a {} 1 @1.2345678901234568e+22"],
  },
  {
    name: "a timestamp finer than milliseconds",
    given: "a 1 0.0000000001\n# EOF\n",
    want: ["a {} 1 @1e-7"],
  },
  {
    name: "an escape that the grammar leaves open",
    given: 'a{b="\\t\\é"} 1\n# EOF\n',
    want: ['a {"b":"\\\\t\\\\é"} 1'],
  },
  { name: "a quoted name", given: '{"a.b",c="d"} 1\n# EOF\n', want: ['a.b {"c":"d"} 1'] },
  {
    name: "names of the prototype",
    given: '# TYPE __proto__ counter\n__proto___total{constructor="x",__proto__="y"} 1\n# EOF\n',
    want: ['__proto___total {"constructor":"x","__proto__":"y"} 1'],
  },
];

const unreadable: readonly Case<string>[] = [
  {
    name: "nothing at all",
    given: "",
    want: "1:1 expected # EOF as the last line: the payload may be cut off | end OpenMetrics payloads with # EOF",
  },
  {
    name: "no end",
    given: "a 1\n",
    want: "2:1 expected # EOF as the last line: the payload may be cut off | end OpenMetrics payloads with # EOF",
  },
  {
    name: "no end, and a last line without line feed",
    given: "a 1",
    want: "2:1 expected # EOF as the last line: the payload may be cut off | end OpenMetrics payloads with # EOF",
  },
  {
    name: "an end that is not whole",
    given: "a 1\n# EO",
    want: "2:1+4 OpenMetrics has no comments: expected # TYPE, # HELP, # UNIT or # EOF | the payload ends in this line: was it cut off?",
  },
  {
    name: "something behind the end",
    given: "# EOF\na 1\n",
    want: "2:1+3 nothing may follow # EOF",
  },
  {
    name: "an empty line behind the end",
    given: "# EOF\n\n",
    want: "2:1+0 nothing may follow # EOF",
  },
  {
    name: "an end that stands twice",
    given: "# EOF\n# EOF\n",
    want: "2:1+5 nothing may follow # EOF",
  },
  {
    name: "an end and a blank",
    given: "# EOF \n",
    want: "1:1+6 OpenMetrics has no comments: expected # TYPE, # HELP, # UNIT or # EOF",
  },
  {
    name: "an end and a carriage return",
    given: "# EOF\r\n",
    want: "1:1+6 OpenMetrics has no comments: expected # TYPE, # HELP, # UNIT or # EOF",
  },
  {
    name: "an end and a NUL",
    given: "# EOF\0\n",
    want: "1:1+1 this looks like binary data, not an exposition",
  },
  {
    name: "an empty line",
    given: "a 1\n\n# EOF\n",
    want: "2:1+0 empty line: OpenMetrics has none | remove the line",
  },
  {
    name: "a line of blanks",
    given: "a 1\n  \n# EOF\n",
    want: "2:1+1 expected a metric name or a comment, found a blank",
  },
  {
    name: "a blank before the name",
    given: " a 1\n# EOF\n",
    want: "1:1+1 expected a metric name or a comment, found a blank",
  },
  {
    name: "a blank before the braces",
    given: 'a {b="c"} 1\n# EOF\n',
    want: '1:3+7 expected a number as the value, found "{b=\\"c\\"}"',
  },
  {
    name: "a blank inside the braces",
    given: 'a{ b="c"} 1\n# EOF\n',
    want: "1:3+1 expected a label name or }, found a blank | label names are [a-zA-Z_][a-zA-Z0-9_]*",
  },
  {
    name: "a blank around the equals sign",
    given: 'a{b ="c"} 1\n# EOF\n',
    want: '1:4+1 expected ="value" after the label name, found a blank | label names are [a-zA-Z_][a-zA-Z0-9_]*',
  },
  {
    name: "a blank behind the equals sign",
    given: 'a{b= "c"} 1\n# EOF\n',
    want: "1:5+1 expected a label value in double quotes",
  },
  {
    name: "a blank before a comma",
    given: 'a{b="c" ,d="e"} 1\n# EOF\n',
    want: '1:8+1 expected , or } after the label value, found a blank | a quote inside a label value is written \\"',
  },
  {
    name: "a blank behind a comma",
    given: 'a{b="c", d="e"} 1\n# EOF\n',
    want: "1:9+1 expected a label name or }, found a blank | label names are [a-zA-Z_][a-zA-Z0-9_]*",
  },
  {
    name: "a comma behind the last label",
    given: 'a{b="c",} 1\n# EOF\n',
    want: "1:8+1 comma after the last label: OpenMetrics allows none",
  },
  {
    name: "a comma behind a quoted name",
    given: '{"a",} 1\n# EOF\n',
    want: "1:5+1 comma after the last label: OpenMetrics allows none",
  },
  {
    name: "a comma alone",
    given: "a{,} 1\n# EOF\n",
    want: '1:3+1 expected a label name or }, found "," | label names are [a-zA-Z_][a-zA-Z0-9_]*',
  },
  {
    name: "no blank before the value",
    given: 'a{b="c"}1\n# EOF\n',
    want: '1:9+1 unexpected "1" after the metric name | names are [a-zA-Z_:][a-zA-Z0-9_:]*, then {labels}, a blank and the value',
  },
  {
    name: "two blanks before the value",
    given: "a  1\n# EOF\n",
    want: "1:2+1 expected one blank before the value",
  },
  {
    name: "a tab before the value",
    given: "a\t1\n# EOF\n",
    want: "1:2+1 expected one blank before the value",
  },
  {
    name: "a blank and no value",
    given: 'a{b="c"} \n# EOF\n',
    want: "1:10+0 expected a value before the end of the line",
  },
  {
    name: "a blank behind the value",
    given: "a 1 \n# EOF\n",
    want: "1:5+0 expected a timestamp in seconds",
  },
  {
    name: "a tab behind the value",
    given: "a 1\t\n# EOF\n",
    want: "1:4+1 expected one blank after the value",
  },
  {
    name: "two blanks before the timestamp",
    given: "a 1  2\n# EOF\n",
    want: "1:5+1 expected a timestamp in seconds",
  },
  {
    name: "a blank behind the timestamp",
    given: "a 1 2 \n# EOF\n",
    want: "1:6+1 unexpected text after the value",
  },
  {
    name: "text behind the timestamp",
    given: "a 1 2 3\n# EOF\n",
    want: "1:6+2 unexpected text after the value",
  },
  {
    name: "a timestamp NaN",
    given: "a 1 NaN\n# EOF\n",
    want: "1:5+3 expected a timestamp in seconds",
  },
  {
    name: "a timestamp without end",
    given: "a 1 +Inf\n# EOF\n",
    want: "1:5+4 expected a timestamp in seconds",
  },
  {
    name: "a timestamp that is a word",
    given: "a 1 now\n# EOF\n",
    want: "1:5+3 expected a timestamp in seconds",
  },
  {
    name: "a timestamp whose milliseconds fit no float",
    given: "a 1 1e306\n# EOF\n",
    want: "1:5+5 expected a timestamp in seconds",
  },
  {
    name: "a value that ends in a carriage return",
    given: "a 1\r\n# EOF\n",
    want: '1:3+2 expected a number as the value, found "1\\r" | lines end with \\n alone, not \\r\\n',
  },
  {
    name: "a label that stands twice",
    given: 'a{b="1",b="1"} 1\n# EOF\n',
    want: '1:9+1 label "b" stands twice in one series | give it one value',
  },
  {
    name: "the label __name__",
    given: 'a{__name__="b"} 1\n# EOF\n',
    want: "1:3+8 label __name__ is reserved: the metric name stands before the braces",
  },
  {
    name: "a comment",
    given: "# a comment\n# EOF\n",
    want: "1:1+11 OpenMetrics has no comments: expected # TYPE, # HELP, # UNIT or # EOF",
  },
  {
    name: "a number sign alone",
    given: "#\n# EOF\n",
    want: "1:1+1 OpenMetrics has no comments: expected # TYPE, # HELP, # UNIT or # EOF",
  },
  {
    name: "a signed NaN",
    given: "a -NaN\n# EOF\n",
    want: '1:3+4 expected a number as the value, found "-NaN"',
  },
  {
    name: "a hexadecimal value",
    given: "a 0x10\n# EOF\n",
    want: '1:3+4 expected a number as the value, found "0x10"',
  },
];

const format = "openmetrics-1.0";

describe("OpenMetrics", () => {
  it.each(readable)("reads $name", ({ given, want }) => {
    expect(samplesIn(given, { format })).toEqual(want);
  });

  it.each(unreadable)("refuses $name", ({ given, want }) => {
    expect(failureIn(given, { format })).toBe(want);
  });
});
