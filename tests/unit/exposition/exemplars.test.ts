import { describe, expect, it } from "vitest";
import { type Case, failureIn, samplesIn } from "./outcome.js";

const readable: readonly Case<readonly string[]>[] = [
  {
    name: "labels and a value",
    given: '# TYPE a counter\na_total 1 # {b="c"} 0.5\n# EOF\n',
    want: ['a_total {} 1 # {"b":"c"} 0.5'],
  },
  {
    name: "no labels",
    given: "# TYPE a counter\na_total 1 # {} 0.5\n# EOF\n",
    want: ["a_total {} 1 # {} 0.5"],
  },
  {
    name: "a timestamp of its own",
    given: '# TYPE a counter\na_total 1 # {b="c"} 0.5 1520879607.789\n# EOF\n',
    want: ['a_total {} 1 # {"b":"c"} 0.5 @1520879607789'],
  },
  {
    name: "a timestamp beside that of the sample",
    given: '# TYPE a counter\na_total 1 2.5 # {b="c"} 0.5 1.25\n# EOF\n',
    want: ['a_total {} 1 @2500 # {"b":"c"} 0.5 @1250'],
  },
  {
    name: "several labels",
    given: '# TYPE a counter\na_total 1 # {b="c",d="e",f=""} 0.5\n# EOF\n',
    want: ['a_total {} 1 # {"b":"c","d":"e","f":""} 0.5'],
  },
  {
    name: "escapes, known and unknown",
    given: '# TYPE a counter\na_total 1 # {b="\\\\ \\" \\n \\t"} 0.5\n# EOF\n',
    want: ['a_total {} 1 # {"b":"\\\\ \\" \\n \\\\t"} 0.5'],
  },
  {
    name: "a label name in quotes",
    given: '# TYPE a counter\na_total 1 # {"b.c \\""="d"} 0.5\n# EOF\n',
    want: ['a_total {} 1 # {"b.c \\"":"d"} 0.5'],
  },
  {
    name: "names of the prototype",
    given: '# TYPE a counter\na_total 1 # {__proto__="b",constructor="__proto__"} 0.5\n# EOF\n',
    want: ['a_total {} 1 # {"__proto__":"b","constructor":"__proto__"} 0.5'],
  },
  {
    name: "a number sign in a label value of the sample",
    given: '# TYPE a counter\na_total{b=" # {"} 1 # {c="} 1 # {"} 0.5\n# EOF\n',
    want: ['a_total {"b":" # {"} 1 # {"c":"} 1 # {"} 0.5'],
  },
  {
    name: "a value that is no number",
    given: "# TYPE a counter\na_total 1 # {} NaN\n# EOF\n",
    want: ["a_total {} 1 # {} NaN"],
  },
  {
    name: "one on a bucket",
    given: '# TYPE h histogram\nh_bucket{le="1"} 1 # {b="c"} 0.5\nh_bucket{le="+Inf"} 1\n# EOF\n',
    want: ['h_bucket {"le":"1.0"} 1 # {"b":"c"} 0.5', 'h_bucket {"le":"+Inf"} 1'],
  },
];

const unreadable: readonly Case<string>[] = [
  {
    name: "a number sign alone",
    given: "a 1 #\n# EOF\n",
    want: "1:5+1 expected an exemplar: # {labels} value [timestamp]",
  },
  {
    name: "a number sign and a blank",
    given: "a 1 # \n# EOF\n",
    want: "1:5+1 expected an exemplar: # {labels} value [timestamp]",
  },
  {
    name: "no blank behind the number sign",
    given: "a 1 #{} 1\n# EOF\n",
    want: "1:5+1 expected an exemplar: # {labels} value [timestamp]",
  },
  {
    name: "two blanks behind the number sign",
    given: "a 1 #  {} 1\n# EOF\n",
    want: "1:5+1 expected an exemplar: # {labels} value [timestamp]",
  },
  {
    name: "no blank before the number sign",
    given: "a 1# {} 1\n# EOF\n",
    want: '1:3+2 expected a number as the value, found "1#"',
  },
  {
    name: "two blanks before the number sign",
    given: "a 1  # {} 1\n# EOF\n",
    want: "1:5+1 expected a timestamp in seconds",
  },
  {
    name: "two blanks behind the timestamp",
    given: "a 1 2  # {} 1\n# EOF\n",
    want: "1:6+8 unexpected text after the value",
  },
  {
    name: "a tab behind the timestamp",
    given: "a 1 2\t# {} 1\n# EOF\n",
    want: "1:6+7 unexpected text after the value",
  },
  {
    name: "no value",
    given: "a 1 # {}\n# EOF\n",
    want: "1:9+0 expected a blank and the exemplar's value",
  },
  {
    name: "a blank and no value",
    given: "a 1 # {} \n# EOF\n",
    want: "1:10+0 expected an exemplar's value",
  },
  {
    name: "no blank before the value",
    given: 'a 1 # {b="c"}1\n# EOF\n',
    want: "1:14+1 expected a blank and the exemplar's value",
  },
  {
    name: "a value that is a word",
    given: "a 1 # {} one\n# EOF\n",
    want: "1:10+3 expected an exemplar's value",
  },
  {
    name: "a value beyond the largest float",
    given: "a 1 # {} 1e400\n# EOF\n",
    want: "1:10+5 expected an exemplar's value",
  },
  {
    name: "a timestamp that is a word",
    given: "a 1 # {} 1 now\n# EOF\n",
    want: "1:12+3 expected an exemplar's timestamp in seconds",
  },
  {
    name: "a timestamp NaN",
    given: "a 1 # {} 1 NaN\n# EOF\n",
    want: "1:12+3 an exemplar's timestamp is a finite number",
  },
  {
    name: "a blank behind the value",
    given: "a 1 # {} 1 \n# EOF\n",
    want: "1:12+0 expected an exemplar's timestamp in seconds",
  },
  {
    name: "text behind the timestamp",
    given: "a 1 # {} 1 2 3\n# EOF\n",
    want: "1:13+2 unexpected text after the exemplar",
  },
  {
    name: "a second exemplar",
    given: "a 1 # {} 1 # {} 1\n# EOF\n",
    want: "1:12+1 expected an exemplar's timestamp in seconds",
  },
  {
    name: "braces that are not closed",
    given: 'a 1 # {b="c"\n# EOF\n',
    want: "1:13+0 expected , or } after an exemplar's label",
  },
  {
    name: "an open brace at the end",
    given: "a 1 # {\n# EOF\n",
    want: "1:8+0 expected an exemplar's label name",
  },
  {
    name: "a comma alone",
    given: "a 1 # {,} 1\n# EOF\n",
    want: "1:8+1 expected an exemplar's label name",
  },
  {
    name: "a comma behind the last label",
    given: 'a 1 # {b="c",} 1\n# EOF\n',
    want: "1:14+1 expected an exemplar's label name",
  },
  {
    name: "a blank behind a comma",
    given: 'a 1 # {b="c", d="e"} 1\n# EOF\n',
    want: "1:14+1 expected an exemplar's label name",
  },
  {
    name: "a label name that begins with a digit",
    given: 'a 1 # {1b="c"} 1\n# EOF\n',
    want: "1:8+1 expected an exemplar's label name",
  },
  {
    name: "a label without a value",
    given: "a 1 # {b} 1\n# EOF\n",
    want: '1:9+1 expected ="value" after an exemplar\'s label name',
  },
  {
    name: "a value without quotes",
    given: "a 1 # {b=c} 1\n# EOF\n",
    want: '1:9+1 expected ="value" after an exemplar\'s label name',
  },
  {
    name: "a value that is not closed",
    given: 'a 1 # {b="c} 1\n# EOF\n',
    want: '1:10+5 label value is not closed: expected a double quote before the end of the line | a line feed inside quotes is written \\n, a quote \\"',
  },
  {
    name: "an empty label name in quotes",
    given: 'a 1 # {""="c"} 1\n# EOF\n',
    want: "1:8+2 empty name in quotes",
  },
];

const format = "openmetrics-1.0";

describe("an exemplar", () => {
  it.each(readable)("is read with $name", ({ given, want }) => {
    expect(samplesIn(given, { format })).toEqual(want);
  });

  it.each(unreadable)("is refused with $name", ({ given, want }) => {
    expect(failureIn(given, { format })).toBe(want);
  });
});
