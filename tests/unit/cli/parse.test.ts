import { describe, expect, it } from "vitest";
import { createParseCommand } from "../../../src/cli/commands/parse.js";
import { parseSettings } from "../../../src/cli/commands/parse-settings.js";
import { CommandFailure } from "../../../src/cli/failure.js";
import type { Terminal } from "../../../src/cli/terminal.js";
import * as exposition from "../../../src/exposition/index.js";
import { type FakeTerminalOptions, fakeTerminal } from "./fake-terminal.js";

const parse = createParseCommand(exposition);

async function printed(argv: readonly string[], options: FakeTerminalOptions) {
  const terminal = fakeTerminal(options);
  const code = await parse(argv, terminal);
  return { code, ...terminal.written() };
}

function refusal(argv: readonly string[]): string {
  try {
    parseSettings(argv, { isTerminal: true });
  } catch (error) {
    if (error instanceof CommandFailure) return error.message;
    throw error;
  }
  return expect.fail("nothing was refused");
}

describe("the settings of parse", () => {
  it("have a default for all that is not given", () => {
    expect(parseSettings(["m.prom"], { isTerminal: false })).toEqual({
      payload: "m.prom",
      to: "json",
      escaping: undefined,
      inputFormat: "auto",
      headers: [],
      accept: undefined,
      credentials: {
        bearerTokenEnv: undefined,
        bearerTokenFile: undefined,
        user: undefined,
        passwordEnv: undefined,
        passwordFile: undefined,
      },
      tls: { ca: undefined, cert: undefined, key: undefined, serverName: undefined },
      retries: 0,
      timeoutMs: 10_000,
      maxBytes: 2e8,
      levels: {},
      metricLevels: [],
      failOn: "error",
      color: undefined,
    });
  });

  it.each([
    ["prometheus-text", "prometheus-text-1.0.0"],
    ["openmetrics", "openmetrics-1.0"],
    ["prometheus-text-0.0.4", "prometheus-text-0.0.4"],
  ])("know %s as %s", (given, to) => {
    expect(parseSettings(["-", "--to", given], { isTerminal: false }).to).toBe(to);
  });

  it("let a payload be longer that is not held whole", () => {
    expect(parseSettings(["-", "--to", "jsonl"], { isTerminal: false }).maxBytes).toBe(1e9);
  });

  it.each([
    [[], "parse needs a payload: a path, an http(s) URL, or - for standard input"],
    [[""], 'expected a payload, found ""'],
    [["a", "b"], "parse takes one payload, and 2 are given"],
    [
      ["a", "--to", "jsnl"],
      '--to is one of json, jsonl, prometheus-text-1.0.0, prometheus-text-0.0.4, openmetrics-1.0, not "jsnl"; did you mean jsonl?',
    ],
    [
      ["a", "--to", "openmetrics", "--escaping", "dot"],
      '--escaping is one of allow-utf-8, underscores, dots, values, not "dot"; did you mean dots?',
    ],
    [
      ["a", "--to", "jsonl", "--escaping", "dots"],
      "--escaping is for the wire formats: jsonl has names as they are",
    ],
  ])("refuse %j", (argv, message) => {
    expect(refusal(argv)).toBe(message);
  });
});

describe("what parse prints", () => {
  const evil = 'a{b="\u001b[2J\u202e"} 1\n';

  it("is the payload to the byte for a program", async () => {
    const { stdout } = await printed(["-", "--to", "prometheus-text"], { stdin: evil });
    expect(stdout).toBe(`# TYPE a untyped\n${evil}`);
  });

  it("has nothing in it that a terminal would obey", async () => {
    const { stdout } = await printed(["-", "--to", "prometheus-text"], {
      stdin: evil,
      isTerminal: true,
    });
    expect(stdout).toBe('# TYPE a untyped\na{b="\\x1b[2J\\u{202e}"} 1\n');
  });

  it.each(["json", "jsonl"])("is escaped as JSON escapes in %s", async (to) => {
    const { stdout } = await printed(["-", "--to", to], { stdin: evil });
    expect(stdout).toContain('"b":"\\u001b[2J\\u202e"');
  });

  it("is a document that says the same as the model, label __proto__ included", async () => {
    const stdin = 'a{__proto__="x",b="y"} 1\na 2 3\n';
    const { stdout } = await printed(["-"], { stdin });
    const { families, ...head } = JSON.parse(stdout);
    expect(head).toEqual({ schemaVersion: 1, source: "<stdin>", format: "prometheus-text-1.0.0" });
    expect(Object.entries(families[0].series[0].labels)).toEqual([
      ["__proto__", "x"],
      ["b", "y"],
    ]);
    expect(families[0].series[1]).toEqual({ labels: {}, value: 2, timestamp: 3, line: 2 });
  });

  it("is a whole document where a family has more series than are made text at once", async () => {
    const lines = Array.from({ length: 2500 }, (_, n) => `a{n="${n}"} ${n}\n`).join("");
    const { stdout } = await printed(["-"], { stdin: lines });
    const [family] = JSON.parse(stdout).families;
    expect(family.series.map(({ value }: { value: number }) => value)).toEqual(
      Array.from({ length: 2500 }, (_, n) => n),
    );
  });

  it("is a document without families for a payload without lines", async () => {
    const { stdout } = await printed(["-"], { stdin: "" });
    expect(JSON.parse(stdout).families).toEqual([]);
  });
});

describe("a stream to JSON Lines", () => {
  /** A terminal whose input says when it is asked for more, and whose output goes away after `readers` lines. */
  function streaming(chunks: readonly string[], readers = Infinity) {
    const log: string[] = [];
    let written = 0;
    const terminal: Terminal = {
      ...fakeTerminal(),
      stdout: {
        isTerminal: false,
        columns: undefined,
        write: async (text) => {
          log.push(`out ${JSON.parse(text).name}`);
          return ++written < readers;
        },
      },
      stdin: {
        isTerminal: false,
        open: async function* () {
          for (const [index, chunk] of chunks.entries()) {
            log.push(`in ${index}`);
            yield new TextEncoder().encode(chunk);
          }
        },
      },
    };
    return { terminal, log };
  }

  const chunks = ["# TYPE a gauge\na 1\n# TYPE b gauge\n", "b 1\n# TYPE c gauge\nc 1\n", "d 1\n"];
  const format = ["--input-format", "prometheus-text-1.0.0"];

  it("is printed while it comes in", async () => {
    const { terminal, log } = streaming(chunks);
    expect(await parse(["-", "--to", "jsonl", ...format], terminal)).toBe(0);
    expect(log).toEqual(["in 0", "out a", "in 1", "out b", "in 2", "out c", "out d"]);
  });

  it("is read no further when nobody reads the lines", async () => {
    const { terminal, log } = streaming(chunks, 1);
    expect(await parse(["-", "--to", "jsonl", ...format], terminal)).toBe(0);
    expect(log).toEqual(["in 0", "out a"]);
  });
});

describe("findings of parse", () => {
  const lossy = '# TYPE a counter\na_total 1 # {t="1"} 1\n# EOF\n';

  it.each([
    ["pass by default", [], 0],
    ["fail where they reach --fail-on", ["--fail-on", "warning"], 1],
    ["fail at the level they are given", ["--rule", "serialize/loss=error"], 1],
    [
      "are nothing where their rule is off",
      ["--fail-on", "warning", "--rule", "serialize/loss=off"],
      0,
    ],
    [
      "are nothing for the metrics that a pattern leaves out",
      ["--fail-on", "warning", "--rule", "serialize/loss:a*=off"],
      0,
    ],
    [
      "stay for the metrics that a pattern does not match",
      ["--fail-on", "warning", "--rule", "serialize/loss:b*=off"],
      1,
    ],
  ])("%s", async (_, argv, code) => {
    const outcome = await printed(["-", "--to", "prometheus-text", ...argv], { stdin: lossy });
    expect(outcome.code).toBe(code);
    expect(outcome.stdout).toBe("# TYPE a_total counter\na_total 1\n");
  });

  it("of a stream come at its end, those of a lenient reader too", async () => {
    const { code, stderr } = await printed(["-", "--to", "jsonl"], { stdin: 'a{__b="1"} 1\n' });
    expect(code).toBe(0);
    expect(stderr).toContain("warning  reserved-label  <stdin>:1:3");
  });
});
