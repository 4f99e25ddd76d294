import { describe, expect, it } from "vitest";
import { checkExposition } from "../../../src/check/index.js";
import { PromschemaError } from "../../../src/diagnostics/index.js";
import {
  type MetricFamily,
  type ParseOptions,
  parseExposition,
  readExposition,
  safeParseExposition,
} from "../../../src/exposition/index.js";
import { bytesOf, failureIn, remarksIn, samplesIn, spelledFinding } from "./outcome.js";

const cutOff =
  "the last line does not end with a line feed: nobody can tell whether it is complete | end the payload with \\n";

async function* streamOf(...chunks: (string | Uint8Array)[]) {
  yield* chunks;
}

/** Names of the families yielded, and what the stream ended with. */
async function readingOf(stream: AsyncIterable<string | Uint8Array>, options: ParseOptions = {}) {
  const families: MetricFamily[] = [];
  try {
    for await (const family of readExposition(stream, options)) families.push(family);
    return { names: families.map(({ name }) => name), end: "read to the end" };
  } catch (error) {
    if (!(error instanceof PromschemaError)) throw error;
    return { names: families.map(({ name }) => name), end: spelledFinding(error.findings[0]) };
  }
}

describe("a last line without line feed", () => {
  it.each([
    { name: "a sample", given: "a 1\nb 2", want: `final-newline 2:4+0 ${cutOff}` },
    { name: "a lone comment", given: "# a", want: `final-newline 1:4+0 ${cutOff}` },
    { name: "wide characters", given: '{"é😀"} 1', want: `final-newline 1:10+0 ${cutOff}` },
  ])("is an error: $name", ({ given, want }) => {
    expect(failureIn(given)).toBe(want);
  });

  it("is what its level says", () => {
    const levels = { "final-newline": "warning" } as const;
    expect(remarksIn("a 1\nb 2", { levels })).toEqual([`final-newline 2:4+0 ${cutOff}`]);
    expect(samplesIn("a 1\nb 2", { levels })).toEqual(["a {} 1", "b {} 2"]);
    expect(remarksIn("a 1\nb 2", { levels: { "final-newline": "off" } })).toEqual([]);
    const { findings } = checkExposition("a 1", { levels: { "final-newline": "info" } });
    expect(findings).toMatchObject([{ rule: "final-newline", severity: "info", line: 1 }]);
  });

  it("says nothing where it has only blanks", () => {
    expect(samplesIn("a 1\n \t")).toEqual(["a {} 1"]);
    expect(samplesIn(" ")).toEqual([]);
  });

  it("is read before it is judged", () => {
    expect(failureIn("a 1\nb")).toBe(
      "2:2+0 expected a value before the end of the line | the payload ends in this line: was it cut off?",
    );
  });
});

describe("a rule on form", () => {
  it("at level error ends the reading at its place", () => {
    const levels = { "help-escape": "error", "reserved-label": "error" } as const;
    expect(failureIn('a 1\n# HELP b \\"x\\"\n', { levels })).toBe(
      'help-escape 2:10+2 HELP has no escape \\": both characters are part of the text | write "',
    );
    expect(failureIn('a{__b="c"} 1\n', { levels })).toBe(
      "reserved-label 1:3+3 label names that begin with two underscores are reserved for Prometheus",
    );
  });

  it("at level off says nothing", () => {
    expect(remarksIn('a{__b="c"} 1\n', { levels: { "reserved-label": "off" } })).toEqual([]);
  });
});

describe("a finding", () => {
  it("names the source of the payload, and its fingerprint does not know the line", () => {
    const [first, second] = ["a\n", "b 1\na\n"].map((text) => {
      const result = safeParseExposition(text, { source: "node.prom" });
      return result.ok ? undefined : result.findings[0];
    });
    expect(first).toMatchObject({ source: "node.prom", line: 1, severity: "error" });
    expect(second).toMatchObject({ line: 2, fingerprint: first?.fingerprint });
  });

  it("is thrown by the door that throws", () => {
    expect(() => parseExposition("a\n", { source: "node.prom" })).toThrow(
      "node.prom:1:2: expected a value before the end of the line",
    );
    expect(() => parseExposition("a\n")).toThrow(PromschemaError);
  });
});

describe("a line longer than maxLineBytes", () => {
  const tooLong = "the line is longer than 10 bytes | raise maxLineBytes if that is right";
  const options = { maxLineBytes: 10, format: "prometheus-text-1.0.0" } as const;

  it.each([
    { name: "one byte too many", given: "a 123456789\n", want: `1:1 ${tooLong}` },
    {
      name: "behind lines that are short",
      given: "a 1\nb 2\nc 123456789\nd 1\n",
      want: `3:1 ${tooLong}`,
    },
    { name: "a comment", given: "# 123456789\n", want: `1:1 ${tooLong}` },
    { name: "the last one, without line feed", given: "a 1\nb 123456789", want: `2:1 ${tooLong}` },
    {
      name: "behind a mistake, which comes first",
      given: "a\nb 123456789\n",
      want: "1:2+0 expected a value before the end of the line",
    },
  ])("is refused: $name", async ({ given, want }) => {
    expect(failureIn(given, options)).toBe(want);
    for (const size of [1, 3, 100]) {
      const chunks = given.match(new RegExp(`[^]{1,${size}}`, "g")) ?? [];
      expect((await readingOf(streamOf(...chunks), options)).end).toBe(want);
    }
  });

  it("is read where it is no longer than that", () => {
    expect(samplesIn("a 12345678\nb 1\n", options)).toEqual(["a {} 12345678", "b {} 1"]);
  });

  it("ends a stream that never ends, in memory for one line", async () => {
    let sent = 0;
    async function* endless() {
      for (;;) {
        sent += 1000;
        yield "x".repeat(1000);
      }
    }
    const { end } = await readingOf(endless(), { maxLineBytes: 50_000, format: "openmetrics-1.0" });
    expect(end).toBe(
      "1:1 the line is longer than 50000 bytes | raise maxLineBytes if that is right",
    );
    expect(sent).toBe(51_000);
  });
});

describe("a stream", () => {
  it("hands over a family as soon as a line of another follows", async () => {
    const log: string[] = [];
    async function* chunks() {
      for (const line of ["# TYPE a gauge\n", "a 1\n", "a 2\n", "b 1\n", "c 1\n"]) {
        log.push(`sent ${line.trim()}`);
        yield line;
      }
    }
    for await (const family of readExposition(chunks(), { format: "prometheus-text-0.0.4" })) {
      log.push(`got ${family.name} with ${family.series.length}`);
    }
    expect(log).toEqual([
      "sent # TYPE a gauge",
      "sent a 1",
      "sent a 2",
      "sent b 1",
      "got a with 2",
      "sent c 1",
      "got b with 1",
      "got c with 1",
    ]);
  });

  it("hands over a family that comes back once more, with its further series", async () => {
    const { names } = await readingOf(streamOf("a 1\nb 1\na 2\n"));
    expect(names).toEqual(["a", "b", "a"]);
  });

  it("hands over what stands before a mistake, and then throws", async () => {
    expect(await readingOf(streamOf("a 1\nb 1\n", "c\nd 1\n"))).toEqual({
      names: ["a"],
      end: "3:2+0 expected a value before the end of the line",
    });
  });

  it("returns the format at its end, and what it was lenient about", async () => {
    const reader = readExposition(streamOf("a 1\n", "# EOF\n"));
    expect(await reader.next()).toMatchObject({ done: false, value: { name: "a" } });
    expect(await reader.next()).toEqual({
      done: true,
      value: { format: "openmetrics-1.0", findings: [] },
    });
  });

  it("is closed where its reader leaves it", async () => {
    let closed = false;
    async function* chunks() {
      try {
        for (;;) yield "a 1\nb 1\n";
      } finally {
        closed = true;
      }
    }
    for await (const _ of readExposition(chunks(), { format: "prometheus-text-1.0.0" })) break;
    expect(closed).toBe(true);
  });

  it("is closed where its syntax breaks", async () => {
    let closed = false;
    async function* chunks() {
      try {
        for (;;) yield "a\n";
      } finally {
        closed = true;
      }
    }
    await readingOf(chunks(), { format: "prometheus-text-1.0.0" });
    expect(closed).toBe(true);
  });

  it("passes on what its source throws", async () => {
    async function* chunks() {
      yield "a 1\n";
      throw new Error("the connection was reset");
    }
    await expect(readingOf(chunks())).rejects.toThrow("the connection was reset");
  });

  it("may use one buffer for all its chunks", async () => {
    for (const buffer of [new Uint8Array(4), Buffer.alloc(4)]) {
      async function* chunks() {
        for (const text of ["a 1\n", "b 2\n", "c 3\n"]) {
          buffer.set(bytesOf(text));
          yield buffer;
        }
      }
      expect((await readingOf(chunks())).names).toEqual(["a", "b", "c"]);
    }
  });

  it("may be empty, or have empty chunks", async () => {
    expect(await readingOf(streamOf())).toEqual({ names: [], end: "read to the end" });
    expect((await readingOf(streamOf("", "a ", "", "1\n", ""))).names).toEqual(["a"]);
  });

  it("of text and bytes together is read in its order", async () => {
    const { names } = await readingOf(streamOf('{"\ud83d', "\ude00", bytesOf('b"} 1\n'), "c 2\n"));
    expect(names).toEqual(["😀b", "c"]);
  });

  it("beyond 4 MiB without a content type is judged by its beginning", async () => {
    const filler = `# HELP a ${"x".repeat(1 << 20)}\n`.repeat(5);
    const beginningOf = async (...lines: string[]) => {
      const { end } = await readingOf(streamOf(...lines, filler, "a 1\n"));
      return end.includes("expected # EOF as the last line") ? "OpenMetrics" : end;
    };
    const text = "read to the end";
    expect(await beginningOf()).toBe(text);
    expect(await beginningOf("# TYPE b counter\nb 1\nb_total 1\n")).toBe(text);
    expect(await beginningOf("# TYPE b counter\nb_totals 1\n")).toBe(text);
    expect(await beginningOf("# TYPE b counter\n# TYPE b_total gauge\nb_total 1\n")).toBe(text);
    expect(await beginningOf("# TYPE b info\n")).toBe("OpenMetrics");
    expect(await beginningOf("# UNIT b_s s\n")).toBe("OpenMetrics");
    expect(await beginningOf('b{c="d"} 1 # {} 1\n')).toBe("OpenMetrics");
    expect(await beginningOf('# TYPE b counter\n# HELP b B.\nb_total{c="d"} 1\n')).toBe(
      "OpenMetrics",
    );
  });

  it("beyond 4 MiB goes on where it was held back, in the middle of a line", async () => {
    const padding = "x".repeat(100);
    const lines = Array.from(
      { length: 50_000 },
      (_, at) => `name_${at % 100}{i="${at}${padding}"} 1`,
    );
    const text = `${lines.join("\n")}\n`;
    const chunks = text.match(/[\s\S]{1,60007}/g) ?? [];
    const read: string[] = [];
    for await (const { name, series } of readExposition(streamOf(...chunks))) {
      for (const { labels, line } of series) read[line - 1] = `${name}{i="${labels["i"]}"} 1`;
    }
    expect(text.length).toBeGreaterThan(5 << 20);
    expect(`${read.join("\n")}\n` === text).toBe(true);
  });
});

describe("bytes in the middle of a larger buffer", () => {
  it("are read where they stand", () => {
    const bytes = bytesOf('x{y="z"} 9\na{b="c",d="e"} 1\na{b="c",d="f"} 2\nx 9\n').subarray(11, 45);
    expect(samplesIn(bytes)).toEqual(['a {"b":"c","d":"e"} 1', 'a {"b":"c","d":"f"} 2']);
  });

  it("are left as they were", () => {
    const bytes = bytesOf('a{b="\\n\\\\"} 1\n# HELP a \\n');
    const before = [...bytes];
    safeParseExposition(bytes);
    expect([...bytes]).toEqual(before);
  });
});
