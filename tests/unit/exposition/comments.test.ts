import { describe, expect, it } from "vitest";
import { type Case, failureIn, remarksIn } from "./outcome.js";

const unreadable: readonly Case<string>[] = [
  {
    name: "a TYPE line alone",
    given: "# TYPE\n",
    want: "1:7+0 expected a metric name | metric names are [a-zA-Z_:][a-zA-Z0-9_:]*",
  },
  {
    name: "a TYPE line and blanks",
    given: "# TYPE  \n",
    want: "1:9+0 expected a metric name | metric names are [a-zA-Z_:][a-zA-Z0-9_:]*",
  },
  {
    name: "a TYPE line without a type",
    given: "# TYPE a\n",
    want: "1:9+0 expected a type after the metric name",
  },
  {
    name: "a TYPE line without a type, behind blanks",
    given: "# TYPE a  \n",
    want: "1:11+0 expected a type after the metric name",
  },
  {
    name: "an unknown type",
    given: "# TYPE a enum\n",
    want: '1:10+4 unknown type "enum": expected counter, gauge, histogram, summary, untyped',
  },
  {
    name: "a type that is nearly one",
    given: "# TYPE a conter\n",
    want: '1:10+6 unknown type "conter": expected counter, gauge, histogram, summary, untyped | did you mean "counter"?',
  },
  {
    name: "a type in capitals",
    given: "# TYPE a COUNTER\n",
    want: '1:10+7 unknown type "COUNTER": expected counter, gauge, histogram, summary, untyped | did you mean "counter"?',
  },
  {
    name: "a type of OpenMetrics",
    given: "# TYPE a info\n",
    want: '1:10+4 unknown type "info": expected counter, gauge, histogram, summary, untyped',
  },
  {
    name: "a type that ends in a carriage return",
    given: "# TYPE a counter\r\n",
    want: '1:10+8 unknown type "counter\\r": expected counter, gauge, histogram, summary, untyped | did you mean "counter"?',
  },
  {
    name: "text behind the type",
    given: "# TYPE a counter b\n",
    want: "1:18+1 unexpected text after the type",
  },
  {
    name: "a type of 10,000 letters",
    given: `# TYPE a ${"x".repeat(10000)}\n`,
    want: '1:10+10000 unknown type "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…" (10000 characters): expected counter, gauge, histogram, summary, untyped',
  },
  {
    name: "a TYPE line with a name that no metric can have",
    given: "# TYPE 9a counter\n",
    want: "1:8+2 expected a metric name here | metric names are [a-zA-Z_:][a-zA-Z0-9_:]*",
  },
  {
    name: "a dash in the name of a TYPE line",
    given: "# TYPE a-b counter\n",
    want: "1:9+1 expected a blank after the metric name of a TYPE line | metric names are [a-zA-Z_:][a-zA-Z0-9_:]*",
  },
  {
    name: "a NUL in the name of a TYPE line",
    given: "a 1\n# TYPE a\0 counter\n",
    want: "2:9+1 expected a blank after the metric name of a TYPE line | metric names are [a-zA-Z_:][a-zA-Z0-9_:]*",
  },
  {
    name: "text stuck to a quoted name",
    given: '# TYPE "a"b counter\n',
    want: "1:11+1 expected a blank after the metric name of a TYPE line | metric names are [a-zA-Z_:][a-zA-Z0-9_:]*",
  },
  { name: "an empty quoted name", given: '# HELP "" x\n', want: "1:8+2 empty name in quotes" },
  {
    name: "a quoted name that is not closed",
    given: '# HELP "a x\n',
    want: '1:8+4 quoted name is not closed: expected a double quote before the end of the line | a line feed inside quotes is written \\n, a quote \\"',
  },
  {
    name: "a HELP line with a name that no metric can have",
    given: "# HELP 9a x\n",
    want: "1:8+2 expected a metric name here | metric names are [a-zA-Z_:][a-zA-Z0-9_:]*",
  },
  {
    name: "a HELP line whose name ends in a carriage return",
    given: "# HELP a\r\n",
    want: "1:9+1 expected a blank after the metric name of a HELP line | metric names are [a-zA-Z_:][a-zA-Z0-9_:]*",
  },
  {
    name: "an unknown escape in HELP",
    given: "# HELP a b\\tc\n",
    want: "1:11+2 unknown escape in HELP: expected \\\\ or \\n | write a backslash as \\\\",
  },
  {
    name: "a lone backslash at the end of HELP",
    given: "# HELP a b\\\n",
    want: "1:11+1 unknown escape in HELP: expected \\\\ or \\n | write a backslash as \\\\",
  },
];

const remarkable: readonly Case<readonly string[]>[] = [
  { name: "a plain comment", given: "# hits\n#\n#a\n # b\n", want: [] },
  {
    name: "a comment in text that only OpenMetrics gives a meaning",
    given: "# UNIT a seconds\n# EOF\na 1\n",
    want: [],
  },
  {
    name: "metadata without the blank",
    given: "#TYPE a counter\n",
    want: [
      'metadata-comment 1:1+15 "#TYPE" is read as a comment, not as metadata | write "# TYPE"',
    ],
  },
  {
    name: "metadata in lower case",
    given: "# type a counter\n",
    want: [
      'metadata-comment 1:1+16 "# type" is read as a comment, not as metadata | write "# TYPE"',
    ],
  },
  {
    name: "metadata in mixed case, behind a tab",
    given: "#\tHelp a x\n",
    want: [
      'metadata-comment 1:1+10 "# Help" is read as a comment, not as metadata | write "# HELP"',
    ],
  },
  {
    name: "a HELP line alone",
    given: "# HELP\n",
    want: ["metadata-comment 1:1+6 HELP without a metric name: read as a comment"],
  },
  {
    name: "a HELP line and blanks",
    given: "# HELP  \n",
    want: ["metadata-comment 1:1+8 HELP without a metric name: read as a comment"],
  },
  {
    name: "an escaped quote in HELP",
    given: '# HELP a b\\"c\\"\n',
    want: [
      'help-escape 1:11+2 HELP has no escape \\": both characters are part of the text | write "',
      'help-escape 1:14+2 HELP has no escape \\": both characters are part of the text | write "',
    ],
  },
  {
    name: "HELP that ends in a carriage return",
    given: "# HELP a b\r\n",
    want: [
      "carriage-return 1:11+1 HELP ends in a carriage return, which is part of its text | end lines with \\n alone",
    ],
  },
  {
    name: "a comment that ends in a carriage return",
    given: "# b\r\n",
    want: [
      "carriage-return 1:4+1 the comment ends in a carriage return, which is part of its text | end lines with \\n alone",
    ],
  },
  { name: "a comment with a NUL", given: "# b\0c\n", want: [] },
  { name: "a word that is longer than any keyword", given: "# TYPEWRITERS a counter\n", want: [] },
];

const unreadableOpenMetrics: readonly Case<string>[] = [
  {
    name: "a TYPE line alone",
    given: "# TYPE\n# EOF\n",
    want: "1:7+0 expected a metric name after TYPE",
  },
  {
    name: "a TYPE line and a blank",
    given: "# TYPE \n# EOF\n",
    want: "1:8+0 expected a metric name | metric names are [a-zA-Z_:][a-zA-Z0-9_:]*",
  },
  {
    name: "a TYPE line without a type",
    given: "# TYPE a\n# EOF\n",
    want: "1:9+0 expected one blank after the metric name of a TYPE line",
  },
  {
    name: "a TYPE line without a type, behind a blank",
    given: "# TYPE a \n# EOF\n",
    want: "1:10+0 expected a type after the metric name",
  },
  {
    name: "a type of the text formats",
    given: "# TYPE a untyped\n# EOF\n",
    want: '1:10+7 unknown type "untyped": expected counter, gauge, histogram, summary, info, stateset, gaugehistogram, unknown',
  },
  {
    name: "a type that is nearly one",
    given: "# TYPE a guage\n# EOF\n",
    want: '1:10+5 unknown type "guage": expected counter, gauge, histogram, summary, info, stateset, gaugehistogram, unknown | did you mean "gauge"?',
  },
  {
    name: "a blank behind the type",
    given: "# TYPE a counter \n# EOF\n",
    want: '1:10+8 unknown type "counter ": expected counter, gauge, histogram, summary, info, stateset, gaugehistogram, unknown | did you mean "counter"?',
  },
  {
    name: "two blanks before the name",
    given: "# TYPE  a counter\n# EOF\n",
    want: "1:8+1 expected a metric name here | metric names are [a-zA-Z_:][a-zA-Z0-9_:]*",
  },
  {
    name: "two blanks before the type",
    given: "# TYPE a  counter\n# EOF\n",
    want: '1:10+8 unknown type " counter": expected counter, gauge, histogram, summary, info, stateset, gaugehistogram, unknown | did you mean "counter"?',
  },
  {
    name: "two blanks before the keyword",
    given: "#  TYPE a counter\n# EOF\n",
    want: "1:1+17 OpenMetrics has no comments: expected # TYPE, # HELP, # UNIT or # EOF",
  },
  {
    name: "a tab before the keyword",
    given: "#\tTYPE a counter\n# EOF\n",
    want: "1:1+16 OpenMetrics has no comments: expected # TYPE, # HELP, # UNIT or # EOF",
  },
  {
    name: "no blank before the keyword",
    given: "#TYPE a counter\n# EOF\n",
    want: "1:1+15 OpenMetrics has no comments: expected # TYPE, # HELP, # UNIT or # EOF",
  },
  {
    name: "a keyword in lower case",
    given: "# type a counter\n# EOF\n",
    want: "1:1+16 OpenMetrics has no comments: expected # TYPE, # HELP, # UNIT or # EOF",
  },
  {
    name: "a HELP line without a text",
    given: "# HELP a\n# EOF\n",
    want: "1:9+0 expected one blank after the metric name of a HELP line",
  },
  {
    name: "a UNIT line without a unit",
    given: "# UNIT a_seconds\n# EOF\n",
    want: "1:17+0 expected one blank after the metric name of a UNIT line",
  },
  {
    name: "a dash in a unit",
    given: "# UNIT a_k-m k-m\n# EOF\n",
    want: "1:11+1 expected one blank after the metric name of a UNIT line",
  },
  {
    name: "a blank behind a unit",
    given: "# UNIT a_seconds seconds \n# EOF\n",
    want: "1:18+8 a unit is made of the characters of metric names",
  },
  {
    name: "a blank before a comment",
    given: " # TYPE a counter\n# EOF\n",
    want: "1:1+1 expected a metric name or a comment, found a blank",
  },
];

const remarkableOpenMetrics: readonly Case<readonly string[]>[] = [
  { name: "every escape in HELP", given: '# HELP a \\\\ \\n \\"\n# EOF\n', want: [] },
  { name: "an unknown escape in HELP", given: "# HELP a \\t\n# EOF\n", want: [] },
  { name: "an empty HELP and an empty UNIT", given: "# HELP a \n# UNIT a \n# EOF\n", want: [] },
  {
    name: "a bare quote in HELP",
    given: '# HELP a b "c"\n# EOF\n',
    want: ['help-escape 1:12+1 HELP has a quote without a backslash | write \\"'],
  },
  {
    name: "a lone backslash at the end of HELP",
    given: "# HELP a b\\\n# EOF\n",
    want: ["help-escape 1:11+1 HELP ends in a backslash that escapes nothing | write \\\\"],
  },
  {
    name: "HELP that ends in a carriage return",
    given: "# HELP a b\r\n# EOF\n",
    want: [
      "carriage-return 1:11+1 HELP ends in a carriage return, which is part of its text | end lines with \\n alone",
    ],
  },
];

describe("a comment of the text formats", () => {
  it.each(unreadable)("is refused: $name", ({ given, want }) => {
    expect(failureIn(given, { format: "prometheus-text-1.0.0" })).toEqual(want);
  });

  it.each(remarkable)("is read: $name", ({ given, want }) => {
    expect(remarksIn(given, { format: "prometheus-text-1.0.0" })).toEqual(want);
  });
});

describe("a comment of OpenMetrics", () => {
  it.each(unreadableOpenMetrics)("is refused: $name", ({ given, want }) => {
    expect(failureIn(given, { format: "openmetrics-1.0" })).toEqual(want);
  });

  it.each(remarkableOpenMetrics)("is read: $name", ({ given, want }) => {
    expect(remarksIn(given, { format: "openmetrics-1.0" })).toEqual(want);
  });
});
