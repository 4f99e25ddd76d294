import { describe, expect, it } from "vitest";
import { bytesOf, type Case, failureIn } from "./outcome.js";

const foreign: readonly Case<string>[] = [
  {
    name: "a byte order mark",
    given: "\ufeffa 1\n",
    want: "1:1+1 the payload begins with a byte order mark, which no reader accepts | write it as UTF-8 without one",
  },
  {
    name: "UTF-16 with its low byte first",
    given: bytesOf(0xff, 0xfe, "a\0 \x001\0\n\0"),
    want: "1:1+1 this looks like UTF-16, not UTF-8 | write it as UTF-8",
  },
  {
    name: "UTF-16 with its high byte first",
    given: bytesOf(0xfe, 0xff, "\0a\0 \x001\0\n"),
    want: "1:1+1 this looks like UTF-16, not UTF-8 | write it as UTF-8",
  },
  {
    name: "gzip",
    given: bytesOf(0x1f, 0x8b, 8, 0, 0, 0, 0, 0),
    want: "1:1+1 this looks like gzip, but nothing said so: the Content-Encoding header is missing | decompress it first: gzip -dc",
  },
  {
    name: "an HTML page",
    given: "<!DOCTYPE html>\n<html></html>\n",
    want: "1:1+1 this looks like an HTML page, not an exposition: a login page or a proxy answered?",
  },
  {
    name: "an HTML page behind empty lines",
    given: "\n\n  <html lang=en>\n",
    want: "3:1+1 this looks like an HTML page, not an exposition: a login page or a proxy answered?",
  },
  {
    name: "a JSON object",
    given: '{"status": "success"}',
    want: "1:1+1 this looks like JSON, not an exposition",
  },
  {
    name: "a JSON object over several lines",
    given: '{\n  "a": 1\n}\n',
    want: "1:1+1 this looks like JSON, not an exposition",
  },
  {
    name: "a JSON object whose key has an escaped quote",
    given: '{"a\\"b": 1}',
    want: "1:1+1 this looks like JSON, not an exposition",
  },
  { name: "a JSON list", given: "[1]\n", want: "1:1+1 this looks like JSON, not an exposition" },
  {
    name: "control characters",
    given: "\u0001\u0002\n",
    want: "1:1+1 this looks like binary data, not an exposition",
  },
  {
    name: "protobuf",
    given: bytesOf(0x8a, 1, 0x0a, 5, "a_b_c"),
    want: "1:1+1 this looks like binary data, not an exposition",
  },
];

const ordinary: readonly Case<string>[] = [
  {
    name: "a sample in braces",
    given: '{"a",b=c} 1\n',
    want: "1:8+2 expected a label value in double quotes",
  },
  {
    name: "a comparison",
    given: "<5\n",
    want: '1:1+2 expected a metric name or a comment, found "<"',
  },
  {
    name: "what stands behind a line that could be read",
    given: "a 1\n<html>\n",
    want: '2:1+6 expected a metric name or a comment, found "<"',
  },
];

describe("a payload that is no exposition", () => {
  it.each(foreign)("is told to be $name", ({ given, want }) => {
    expect(failureIn(given)).toBe(want);
  });

  it.each(ordinary)("is not seen in $name", ({ given, want }) => {
    expect(failureIn(given)).toBe(want);
  });
});
