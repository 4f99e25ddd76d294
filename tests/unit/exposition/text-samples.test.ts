import { describe, expect, it } from "vitest";
import { type Case, failureIn, samplesIn } from "./outcome.js";

const readable: readonly Case<readonly string[]>[] = [
  { name: "a name and a value", given: "up 1\n", want: ["up {} 1"] },
  {
    name: "every character a name may have",
    given: "aZ_:09 1\n:b 2\n_ 3\n",
    want: ["aZ_:09 {} 1", ":b {} 2", "_ {} 3"],
  },
  { name: "labels", given: 'a{b="c",d="e"} 1\n', want: ['a {"b":"c","d":"e"} 1'] },
  { name: "braces without labels", given: "a{} 1\n", want: ["a {} 1"] },
  { name: "a comma after the last label", given: 'a{b="c",} 1\n', want: ['a {"b":"c"} 1'] },
  { name: "an empty label value", given: 'a{b=""} 1\n', want: ['a {"b":""} 1'] },
  {
    name: "no blank between the braces and the value",
    given: 'a{b="c"}1\n',
    want: ['a {"b":"c"} 1'],
  },
  {
    name: "blanks and tabs wherever they may stand",
    given: '\t a \t{ \tb\t = \t"c" \t, d ="e"\t,\t } \t1 \t 2 \t\n',
    want: ['a {"b":"c","d":"e"} 1 @2'],
  },
  {
    name: "a tab alone between all tokens",
    given: 'a\t{\tb\t=\t"c"\t}\t1\t2\t\n',
    want: ['a {"b":"c"} 1 @2'],
  },
  {
    name: "blanks before a name without labels",
    given: "  a 1\n\tb 2\n",
    want: ["a {} 1", "b {} 2"],
  },
  { name: "blank lines", given: "\n \t\na 1\n\n", want: ["a {} 1"] },
  {
    name: "a timestamp in milliseconds",
    given: "a 1 1520879607789\n",
    want: ["a {} 1 @1520879607789"],
  },
  {
    name: "the lowest and the highest timestamp",
    given: "a 1 -9223372036854775808\nb 1 9223372036854775807\n",
    want: ["a {} 1 @-9223372036854776000", "b {} 1 @9223372036854776000"],
  },
  {
    name: "a timestamp with a sign or leading zeros",
    given: "a 1 +5\nb 1 -0005\nc 1 -0\n",
    want: ["a {} 1 @5", "b {} 1 @-5", "c {} 1 @0"],
  },
  {
    name: "a timestamp of eighty zeros and a digit",
    given: `a 1 ${"0".repeat(80)}7\n`,
    want: ["a {} 1 @7"],
  },
  { name: "a carriage return in a label value", given: 'a{b="\r"} 1\n', want: ['a {"b":"\\r"} 1'] },
  {
    name: "names of the prototype",
    given:
      '__proto__{constructor="toString",__proto__="x",hasOwnProperty="__proto__"} 1\nconstructor 2\ntoString 3\n',
    want: [
      '__proto__ {"constructor":"toString","__proto__":"x","hasOwnProperty":"__proto__"} 1',
      "constructor {} 2",
      "toString {} 3",
    ],
  },
  {
    name: "a brace, a comma, an equals sign and a number sign in a value",
    given: 'a{b="}",c=",d=",e="# {"} 1\n',
    want: ['a {"b":"}","c":",d=","e":"# {"} 1'],
  },
];

const unreadable: readonly Case<string>[] = [
  {
    name: "a name that begins with a digit",
    given: "9a 1\n",
    want: '1:1+2 expected a metric name or a comment, found "9"',
  },
  {
    name: "a dash in a name",
    given: "a-b 1\n",
    want: '1:2+2 unexpected "-" after the metric name | names are [a-zA-Z_:][a-zA-Z0-9_:]*, then {labels}, a blank and the value',
  },
  {
    name: "a dot in a name before braces",
    given: 'a.b{c="d"} 1\n',
    want: '1:2+9 unexpected "." after the metric name | names are [a-zA-Z_:][a-zA-Z0-9_:]*, then {labels}, a blank and the value',
  },
  {
    name: "a letter beyond ASCII",
    given: "é 1\n",
    want: "1:1+1 expected a metric name or a comment, found byte 0xc3",
  },
  { name: "a name alone", given: "a\n", want: "1:2+0 expected a value before the end of the line" },
  {
    name: "a name and blanks",
    given: "a  \n",
    want: "1:4+0 expected a value before the end of the line",
  },
  {
    name: "labels and no value",
    given: 'a{b="c"}\n',
    want: "1:9+0 expected a value before the end of the line",
  },
  {
    name: "labels, a blank and no value",
    given: 'a{b="c"} \n',
    want: "1:10+0 expected a value before the end of the line",
  },
  {
    name: "a name that a quote follows",
    given: 'a"b" 1\n',
    want: "1:2+3 unexpected a quote after the metric name | names are [a-zA-Z_:][a-zA-Z0-9_:]*, then {labels}, a blank and the value",
  },
  {
    name: "a name that ends in a carriage return",
    given: "a\r 1\n",
    want: "1:2+1 unexpected byte 0x0d after the metric name | names are [a-zA-Z_:][a-zA-Z0-9_:]*, then {labels}, a blank and the value",
  },
  {
    name: "a value that is a word",
    given: "a one\n",
    want: '1:3+3 expected a number as the value, found "one"',
  },
  {
    name: "a value that ends in a carriage return",
    given: "a 1\r\n",
    want: '1:3+2 expected a number as the value, found "1\\r" | lines end with \\n alone, not \\r\\n',
  },
  {
    name: "a timestamp that ends in a carriage return",
    given: "a 1 2\r\n",
    want: '1:5+2 expected a timestamp in whole milliseconds, found "2\\r" | lines end with \\n alone, not \\r\\n',
  },
  {
    name: "a value with a comma",
    given: "a 1,5\n",
    want: '1:3+3 expected a number as the value, found "1,5"',
  },
  {
    name: "a value beyond the largest float",
    given: "a 1e400\n",
    want: '1:3+5 value "1e400" does not fit a 64-bit float',
  },
  {
    name: "a decimal timestamp",
    given: "a 1 1.5\n",
    want: '1:5+3 expected a timestamp in whole milliseconds, found "1.5"',
  },
  {
    name: "a timestamp with an exponent",
    given: "a 1 1e3\n",
    want: '1:5+3 expected a timestamp in whole milliseconds, found "1e3"',
  },
  {
    name: "a timestamp below int64",
    given: "a 1 -9223372036854775809\n",
    want: '1:5+20 expected a timestamp in whole milliseconds, found "-9223372036854775809"',
  },
  {
    name: "a timestamp above int64",
    given: "a 1 9223372036854775808\n",
    want: '1:5+19 expected a timestamp in whole milliseconds, found "9223372036854775808"',
  },
  {
    name: "eighty digits that do not end as digits",
    given: `a 1 ${"0".repeat(80)}x\n`,
    want: '1:5+81 expected a timestamp in whole milliseconds, found "000000000000000000000000000000000000000000000000000000000000…" (81 characters)',
  },
  {
    name: "a timestamp NaN",
    given: "a 1 NaN\n",
    want: '1:5+3 expected a timestamp in whole milliseconds, found "NaN"',
  },
  {
    name: "text after the timestamp",
    given: "a 1 2 3\n",
    want: "1:7+1 unexpected text after the timestamp",
  },
  {
    name: "an exemplar after the value",
    given: 'a 1 # {b="c"} 1\n',
    want: "1:5+1 unexpected # after the value: the text format has no exemplars and no comments there",
  },
  {
    name: "an exemplar after the timestamp",
    given: 'a 1 2 # {b="c"} 1\n',
    want: "1:7+11 unexpected text after the timestamp | exemplars are OpenMetrics; this is the text format",
  },
  {
    name: "an open brace at the end",
    given: "a{\n",
    want: "1:3+0 labels are not closed: expected } before the end of the line",
  },
  {
    name: "a label name at the end",
    given: "a{b\n",
    want: '1:4+0 expected ="value" after the label name, found the end of the line',
  },
  {
    name: "an equals sign at the end",
    given: "a{b=\n",
    want: "1:5+0 expected a label value in double quotes",
  },
  {
    name: "a value without quotes",
    given: "a{b=c} 1\n",
    want: "1:5+2 expected a label value in double quotes",
  },
  {
    name: "a value in apostrophes",
    given: "a{b='c'} 1\n",
    want: "1:5+4 expected a label value in double quotes | use double quotes",
  },
  {
    name: "a value that is not closed",
    given: 'a{b="c} 1\n',
    want: '1:5+5 label value is not closed: expected a double quote before the end of the line | a line feed inside quotes is written \\n, a quote \\"',
  },
  {
    name: "a value that a backslash keeps open",
    given: 'a{b="c\\"} 1\n',
    want: '1:5+7 label value is not closed: expected a double quote before the end of the line | a line feed inside quotes is written \\n, a quote \\"',
  },
  {
    name: "braces that are not closed",
    given: 'a{b="c" 1\n',
    want: '1:9+1 expected , or } after the label value, found "1" | a quote inside a label value is written \\"',
  },
  {
    name: "braces that are not closed after a comma",
    given: 'a{b="c",\n',
    want: "1:9+0 labels are not closed: expected } before the end of the line",
  },
  {
    name: "braces that end with the line",
    given: 'a{b="c"\n',
    want: "1:8+0 labels are not closed: expected } before the end of the line",
  },
  {
    name: "a comma alone",
    given: "a{,} 1\n",
    want: '1:3+1 expected a label name or }, found "," | label names are [a-zA-Z_][a-zA-Z0-9_]*',
  },
  {
    name: "a comma before the first label",
    given: 'a{,b="c"} 1\n',
    want: '1:3+1 expected a label name or }, found "," | label names are [a-zA-Z_][a-zA-Z0-9_]*',
  },
  {
    name: "two commas",
    given: 'a{b="c",,} 1\n',
    want: '1:9+1 expected a label name or }, found "," | label names are [a-zA-Z_][a-zA-Z0-9_]*',
  },
  {
    name: "a blank instead of a comma",
    given: 'a{b="c" d="e"} 1\n',
    want: '1:9+1 expected , or } after the label value, found "d" | a quote inside a label value is written \\"',
  },
  {
    name: "a semicolon instead of a comma",
    given: 'a{b="c";d="e"} 1\n',
    want: '1:8+1 expected , or } after the label value, found ";" | a quote inside a label value is written \\"',
  },
  {
    name: "a colon in a label name",
    given: 'a{b:c="d"} 1\n',
    want: '1:4+1 expected ="value" after the label name, found ":" | label names are [a-zA-Z_][a-zA-Z0-9_]*',
  },
  {
    name: "a label name that begins with a digit",
    given: 'a{1b="c"} 1\n',
    want: '1:3+2 expected a label name or }, found "1" | label names are [a-zA-Z_][a-zA-Z0-9_]*',
  },
  {
    name: "a dash in a label name",
    given: 'a{b-c="d"} 1\n',
    want: '1:4+1 expected ="value" after the label name, found "-" | label names are [a-zA-Z_][a-zA-Z0-9_]*',
  },
  {
    name: "a letter beyond ASCII in a label name",
    given: 'a{é="d"} 1\n',
    want: "1:3+1 expected a label name or }, found byte 0xc3 | label names are [a-zA-Z_][a-zA-Z0-9_]*",
  },
  {
    name: "a quote inside a value that is not escaped",
    given: 'a{b="c"d"} 1\n',
    want: '1:8+1 expected , or } after the label value, found "d" | a quote inside a label value is written \\"',
  },
  {
    name: "a letter beyond ASCII behind a value",
    given: 'a{b="c"é} 1\n',
    want: '1:8+1 expected , or } after the label value, found byte 0xc3 | a quote inside a label value is written \\"',
  },
  {
    name: "a label that stands twice",
    given: 'a{b="1",c="2",b="3"} 1\n',
    want: '1:15+1 label "b" stands twice in one series | give it one value',
  },
  {
    name: "a label that stands twice, with blanks",
    given: 'a{ b="1", b = "3"} 1\n',
    want: '1:11+1 label "b" stands twice in one series | give it one value',
  },
  {
    name: "the label __name__",
    given: 'a{__name__="b"} 1\n',
    want: "1:3+8 label __name__ is reserved: the metric name stands before the braces",
  },
  {
    name: "the label __name__ after blanks",
    given: 'a{ __name__ ="b"} 1\n',
    want: "1:4+8 label __name__ is reserved: the metric name stands before the braces",
  },
  {
    name: "the label __name__ without a name",
    given: '{__name__="b"} 1\n',
    want: "1:2+8 label __name__ is reserved: the metric name stands before the braces",
  },
  {
    name: "two closing braces",
    given: 'a{b="c"}} 1\n',
    want: '1:9+1 expected a number as the value, found "}"',
  },
  {
    name: "an unknown escape",
    given: 'a{b="\\t"} 1\n',
    want: '1:6+2 unknown escape in a label value: expected \\\\, \\" or \\n | write a backslash as \\\\',
  },
  {
    name: "an unknown escape after known ones",
    given: 'a{b="\\\\\\n\\"\\é"} 1\n',
    want: '1:12+2 unknown escape in a label value: expected \\\\, \\" or \\n | write a backslash as \\\\',
  },
  {
    name: "a NUL where a line begins",
    given: "a 1\n\0b 1\n",
    want: "2:1+2 expected a metric name or a comment, found byte 0x00",
  },
  {
    name: "a NUL in a name",
    given: "a\0b 1\n",
    want: "1:1+1 this looks like binary data, not an exposition",
  },
  {
    name: "a NUL in a label name",
    given: 'a{b\0="c"} 1\n',
    want: "1:1+1 this looks like binary data, not an exposition",
  },
  {
    name: "a NUL in a value",
    given: "a 1\0\n",
    want: "1:1+1 this looks like binary data, not an exposition",
  },
  {
    name: "a mistake on the third line, behind wide characters",
    given: 'a 1\n\na{b="é😀",c=d} 1\n',
    want: "3:13+2 expected a label value in double quotes",
  },
];

describe.each(["prometheus-text-0.0.4", "prometheus-text-1.0.0"] as const)(
  "a sample of %s",
  (format) => {
    it.each(readable)("is read with $name", ({ given, want }) => {
      expect(samplesIn(given, { format })).toEqual(want);
    });

    it.each(unreadable)("is refused with $name", ({ given, want }) => {
      expect(failureIn(given, { format })).toBe(want);
    });
  },
);
