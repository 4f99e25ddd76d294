import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, vi } from "vitest";
import { type CheckOptions, checkExposition, createChecker } from "../../../src/check/index.js";
import { Scanner } from "../../../src/exposition/index.js";
import { fleet, registryOf } from "./registry-fixture.js";

const lines = (...text: string[]): string => `${text.join("\n")}\n`;

/** The findings of the last scrape, by rule and line, once every report was compared with that of a check by itself. */
function lastFindings(
  scrapes: readonly (string | Uint8Array)[],
  options: CheckOptions = {},
): string[] {
  const checker = createChecker(options);
  let findings: string[] = [];
  for (const scrape of scrapes) {
    const report = checker.check(scrape);
    expect(report).toEqual(checkExposition(scrape, options));
    findings = report.findings.map(
      ({ rule, line = 0, column = 0, count = 1 }) =>
        `${rule} ${line}:${column}${count === 1 ? "" : ` x${count}`}`,
    );
  }
  return findings;
}

const hits = lines("# TYPE hits_total counter", 'hits_total{a="x"} 1', 'hits_total{a="y"} 2');
const latency = lines(
  "# TYPE latency histogram",
  'latency_bucket{a="x",le="1"} 1',
  'latency_bucket{a="x",le="2"} 2',
  'latency_bucket{a="x",le="+Inf"} 3',
  'latency_sum{a="x"} 4.5',
  'latency_count{a="x"} 3',
);

describe("the next scrape of a target", () => {
  it.each([
    { name: "the same again", scrapes: [hits, hits, hits], want: [] },
    {
      name: "a series that stands twice",
      scrapes: [hits, lines(hits.trimEnd(), 'hits_total{a="x"} 3')],
      want: ["spec/duplicate-series 4:1"],
    },
    {
      name: "a series that stands twice in another spelling",
      scrapes: [hits, lines(hits.trimEnd(), 'hits_total{a="x",b=""} 3')],
      want: ["spec/duplicate-series 4:1"],
    },
    {
      name: "a duplicate that went away",
      scrapes: [lines(hits.trimEnd(), 'hits_total{a="x"} 3'), hits],
      want: [],
    },
    {
      name: "a duplicate that stays",
      scrapes: [
        lines(hits.trimEnd(), 'hits_total{a="x"} 3'),
        lines(hits.trimEnd(), 'hits_total{a="x"} 4'),
      ],
      want: ["spec/duplicate-series 4:1"],
    },
    {
      name: "a counter that turned negative, and one that turned into no number",
      scrapes: [hits, hits.replace(" 1", " -1").replace(" 2", " NaN")],
      want: ["spec/counter-value 2:19 x2"],
    },
    {
      name: "a bucket below the one before it",
      scrapes: [latency, latency.replace("} 2", "} 0")],
      want: ["spec/histogram-cumulative 3:30"],
    },
    {
      name: "a count that is not that of the last bucket",
      scrapes: [latency, latency.replace(/3\n$/, "4\n")],
      want: ["spec/histogram-count 6:22"],
    },
    {
      name: "a bucket that is gone, and one that moved",
      scrapes: [
        latency,
        lines(
          "# TYPE latency histogram",
          'latency_bucket{a="x",le="2"} 2',
          'latency_bucket{a="x",le="1"} 1',
        ),
      ],
      want: ["spec/histogram-inf 2:1", "spec/bucket-order 3:1"],
    },
    {
      name: "another type",
      scrapes: [hits, hits.replace("counter", "histogram")],
      want: ["spec/foreign-sample 2:1 x2"],
    },
    {
      name: "buckets beside what is a summary now",
      scrapes: [latency, latency.replace("histogram", "summary")],
      want: ["spec/foreign-sample 2:1"],
    },
    {
      name: "buckets beside what nothing was said of before",
      scrapes: [
        lines("# HELP s S.", 's_bucket{le="1"} 1'),
        lines("# TYPE s summary", 's_bucket{le="1"} 1', 's_bucket{le="2"} 1'),
        lines("# TYPE s summary", "# HELP s_bucket B.", 's_bucket{le="1"} 1', 's_bucket{le="2"} 1'),
      ],
      want: ["spec/foreign-sample 3:1"],
    },
    {
      name: "a bucket that became a family of its own",
      scrapes: [latency, lines("# TYPE latency_bucket gauge", latency.trimEnd())],
      want: ["spec/histogram-inf 6:1"],
    },
    {
      name: "no type any more",
      scrapes: [latency, latency.slice(latency.indexOf("\n") + 1)],
      want: [],
    },
    {
      name: "a value of no plain kind",
      scrapes: [
        hits,
        hits
          .replace(" 1", " 1234567890123456789012345678901234567890e-20")
          .replace(" 2", " 5 1700000000000"),
      ],
      want: [],
    },
    {
      name: "a value out of range",
      scrapes: [hits, hits.replace(" 2", " 2e999")],
      want: ["syntax 3:19"],
    },
    {
      name: "labels behind a name that had none",
      scrapes: [lines("up 1", "down 1"), lines('up {a="x"} 1', "down 1", "up 1")],
      want: ["spec/interleaved-family 3:1"],
    },
    {
      name: "labels behind a name and two blanks",
      scrapes: [lines("up 1", "up  2"), lines('up  {a="x"} 1', 'up   {a="y"} 2', "up  3")],
      want: [],
    },
    {
      name: "a value of four hundred digits",
      scrapes: [hits, hits.replace(" 2", ` ${"9".repeat(400)}`)],
      want: ["syntax 3:19"],
    },
    {
      name: "a timestamp that is none",
      scrapes: [hits, hits.replace(" 1", " 1 1700").replace(" 2", " 2 17.5")],
      want: ["syntax 3:21"],
    },
    {
      name: "a syntax error, and what follows it",
      scrapes: [hits, hits.replace('"y"', '"y'), hits],
      want: [],
    },
    { name: "nothing at all, and all of it again", scrapes: [hits, "", hits], want: [] },
    {
      name: "carriage returns",
      scrapes: [hits, hits.replaceAll("\n", "\r\n")],
      want: ["syntax 1:19"],
    },
    {
      name: "no line feed at the end",
      scrapes: [hits, hits.trimEnd()],
      want: ["final-newline 3:20"],
    },
    {
      name: "names of Object.prototype",
      scrapes: [
        lines('__proto__{constructor="__proto__"} 1', 'toString{__proto__="x"} 1'),
        lines('__proto__{constructor="__proto__"} 2', 'toString{__proto__="x"} 1', "toString 1"),
        lines(
          '__proto__{constructor="__proto__"} 2',
          "toString 1",
          '__proto__{constructor="__proto__"} 1',
        ),
      ],
      want: ["spec/interleaved-family 3:1", "spec/duplicate-series 3:1"],
    },
    {
      name: "one warning of the form each time",
      scrapes: [lines('a{__x="1"} 1', "b 1"), lines('a{__x="1"} 1', "b 1")],
      want: ["reserved-label 1:3"],
    },
    {
      name: "quoted names",
      scrapes: [lines('{"a.b",c="d"} 1', "x 1"), lines('{"a.b",c="d"} 2', '{"a.b",c="d"} 2')],
      want: ["spec/duplicate-series 2:2"],
    },
  ])("sees $name", ({ scrapes, want }) => {
    expect(lastFindings(scrapes)).toEqual(want);
  });

  it("tells a label of zero bytes from one that ends in 0x80", () => {
    const before = Buffer.from(`c 1\nabcdef{b="${"\0".repeat(24)}"} 1\n`);
    for (let at = 14; at < 38; at++) {
      const after = Buffer.from(before);
      after[at] = 0x80;
      expect(lastFindings([before, before, after])).toEqual([`syntax 2:${at - 3}`]);
    }
  });

  it("sees values that stand together with a timestamp or an exemplar", () => {
    const scrape = (time: number, exemplar: string) =>
      lines(
        "# TYPE hits counter",
        `hits_total{a="x"} 1 ${time} # {id="1"} ${exemplar}`,
        `hits_total{a="x"} 2 ${time + 1}`,
        "# TYPE latency histogram",
        `latency_bucket{le="1"} 1 ${time} # {id="1"} ${exemplar}`,
        `latency_bucket{le="+Inf"} 1 ${time}`,
        "# TYPE state stateset",
        'state{state="on"} 1',
        'state{state="off"} 0',
        "# EOF",
      );
    expect(lastFindings([scrape(1, "0.5"), scrape(3, "0.5")])).toEqual([]);
    expect(lastFindings([scrape(1, "0.5"), scrape(3, "1.5")])).toEqual([
      "spec/exemplar-value 5:39",
    ]);
    const back = scrape(3, "0.5").replace("2 4", "2 2");
    expect(lastFindings([scrape(1, "0.5"), back])).toEqual([
      "spec/duplicate-series 3:1",
      "spec/timestamp-order 3:21",
    ]);
  });

  it("sees times with any number of decimals", () => {
    const scrape = (first: string, second: string) =>
      lines("# TYPE a gauge", `a 1 ${first}`, `a 2 ${second}`, "# EOF");
    const known = scrape("17.125", "18.125");
    expect(lastFindings([known, scrape("17.5", "17.25")])).toEqual(["spec/timestamp-order 3:5"]);
    expect(lastFindings([known, scrape("17.0625", "18")])).toEqual([]);
    expect(lastFindings([known, scrape("17.125", "17.125")])).toEqual([
      "spec/duplicate-series 3:1",
    ]);
  });

  it("goes from one format to the other and back", () => {
    const text = lines("# TYPE hits counter", 'hits_total{a="x"} 1', "other 1");
    const openMetrics = lines("# TYPE hits counter", 'hits_total{a="x"} 1', "# EOF");
    expect(lastFindings([text, openMetrics, text, text, openMetrics])).toEqual([]);
  });
});

describe("the next scrape against a registry", () => {
  const scrape = lines(
    "# TYPE requests_total counter",
    'requests_total{model="m",code="200",async="true"} 1',
    'requests_total{model="m",code="500",async="true"} 1',
    "# TYPE replicas gauge",
    'replicas{model="m"} 1',
  );
  const findings = (...scrapes: string[]) =>
    lastFindings(scrapes, { registry: fleet }).filter((text) => !text.startsWith("unseen-metric"));

  it("sees a label value that was declared before", () => {
    expect(findings(scrape, scrape.replace('"500"', '"900"'))).toEqual(["label-pattern 3:32"]);
  });

  it("sees a breach in each scrape that has it", () => {
    const broken = scrape.replace('"500"', '"900"');
    expect(findings(broken, broken, broken)).toEqual(["label-pattern 3:32"]);
  });

  it("sees what an untyped family is part of, when its type is gone", () => {
    const sample = 'latency_seconds_bucket{model="m",zone="z"} 1';
    const untyped = lines('replicas{model="m"} 1', sample);
    expect(findings(lines("# TYPE latency_seconds_bucket gauge") + untyped, untyped)).toEqual([
      "metric-type 1:1",
      "metric-type 2:1",
      "undeclared-label 2:34",
    ]);
  });

  it("sees a value outside its bounds", () => {
    expect(findings(scrape, scrape.replace(/1\n$/, "0.5\n"))).toEqual(["value-integer 5:21"]);
    expect(findings(scrape, scrape.replace(/1\n$/, "-1\n"))).toEqual(["value-bounds 5:21"]);
  });

  it("counts values and series anew in each scrape", () => {
    const registry = registryOf({
      metrics: {
        a: {
          type: "gauge",
          maxSeries: 2,
          labels: [
            { name: "zone", maxValues: 2, enum: { x: { presence: "always" }, y: {}, z: {} } },
          ],
        },
      },
    });
    const of = (...zones: string[]) =>
      lines("# TYPE a gauge", ...zones.map((zone) => `a{zone="${zone}"} 1`));
    const options = { registry };
    expect(lastFindings([of("x", "y"), of("x", "y")], options)).toEqual([]);
    expect(lastFindings([of("x", "y"), of("y")], options)).toEqual(["absent-value 0:0"]);
    expect(lastFindings([of("x", "y"), of("x", "y"), of("x", "y", "z")], options)).toEqual([
      "max-series 4:1",
      "max-values 0:0",
    ]);
    expect(lastFindings([of("x", "y", "z"), of("z", "x"), of("x", "y")], options)).toEqual([]);
  });

  it("says what is absent now, whatever was there before", () => {
    const checker = createChecker({ registry: fleet });
    checker.check(scrape);
    expect(checker.check(scrape.slice(0, scrape.indexOf("# TYPE replicas"))).coverage).toEqual({
      declared: 5,
      seen: ["requests_total"],
      absent: ["replicas", "utilization", "latency_seconds", "size_bytes"],
      undeclared: [],
    });
  });
});

describe("a checker", () => {
  it.each([
    ["the text format", { labels: '{a="é",b="y"}', end: "" }],
    ["OpenMetrics with timestamps", { labels: '{a="x"}', end: "# EOF\n", time: " 17.125" }],
  ])("reads the names and labels of a few lines of a scrape it knows, in %s", (_, format) => {
    const { labels, end, time = "" } = { time: undefined, ...format };
    const scrape = (value: number) => {
      const series = Array.from(
        { length: 500 },
        (_, at) => `s${at}${labels.replace("}", `,at="${at}"}`)} ${value}.5${time}`,
      );
      return `${lines("# TYPE s0 gauge", ...series)}${end}`;
    };
    const checker = createChecker();
    checker.check(scrape(1));
    const next = vi.spyOn(Scanner.prototype, "next");
    checker.check(scrape(2));
    expect(next.mock.calls.length).toBeLessThan(5);
    next.mockRestore();
  });

  it("gives a report the source of its payload, else that of the options", () => {
    const checker = createChecker({ source: "a target" });
    expect(checker.check(hits).source).toBe("a target");
    expect(checker.check(hits, { source: "another" }).source).toBe("another");
    expect(createChecker().check(hits)).not.toHaveProperty("source");
  });

  it("keeps nothing of the bytes it was given", () => {
    const checker = createChecker();
    const bytes = Buffer.from(hits);
    checker.check(bytes);
    bytes.fill(0x20);
    expect(checker.check(hits)).toEqual(checkExposition(hits));
    expect(checker.check(bytes)).toEqual(checkExposition(bytes));
  });

  it("takes text as it takes bytes", () => {
    expect(lastFindings([hits, Buffer.from(hits), hits, new TextEncoder().encode(hits)])).toEqual(
      [],
    );
  });

  it("knows one target from another", () => {
    const one = createChecker({ registry: fleet });
    const two = createChecker({ registry: fleet });
    const scrape = lines("# TYPE replicas gauge", 'replicas{model="m"} 1');
    one.check(scrape);
    expect(two.check(hits)).toEqual(checkExposition(hits, { registry: fleet }));
    expect(one.check(scrape)).toEqual(checkExposition(scrape, { registry: fleet }));
  });

  it("gives up where lines come in another order each time, and looks again later", () => {
    const names = Array.from({ length: 3000 }, (_, index) => `s{a="${index}"} ${index}`);
    const order = (step: number) => names.map((_, at) => names[(at * step) % names.length] ?? "");
    const tidy = lines(...names);
    const shuffled = [7, 11, 13, 17, 19, 23].map((step) => lines(...order(step)));
    expect(lastFindings([tidy, ...shuffled, tidy, tidy, ...shuffled, tidy, tidy])).toEqual([]);
  });

  it("forgets series that went away, and counts on", () => {
    const generation = (number: number) =>
      lines(...Array.from({ length: 1500 }, (_, index) => `s{a="${number}-${index}"} 1`));
    const scrapes = [1, 1, 2, 2, 3, 3, 4, 1, 1].map(generation);
    expect(lastFindings([...scrapes, generation(1) + generation(1)])).toEqual([
      "spec/duplicate-series 1501:1 x1500",
    ]);
  });

  it("has room for more names than are worth keeping", () => {
    const scrape = (step: number) =>
      lines(...Array.from({ length: 17_000 }, (_, at) => `s${(at * step) % 17_000}{a="x"} 1`));
    const scrapes = [scrape(1), `x 1\n${scrape(1)}`, scrape(3), `y 1\n${scrape(3)}`];
    expect(lastFindings(scrapes)).toEqual([]);
  });

  it("looks for duplicates in as many series as it may", () => {
    const options = { maxTrackedSeries: 2 };
    const three = lines("a 1", "b 1", "c 1", "c 1", "a 1");
    expect(lastFindings([three, three, lines("c 1", "b 1", "a 1", "c 1")], options)).toEqual([
      "spec/interleaved-family 4:1",
      "spec/duplicate-series 4:1",
      "series-limit 0:0",
    ]);
  });
});

const corpus = path.resolve("../shared/corpus/scrapes");
const files = (() => {
  try {
    return readdirSync(corpus).filter((name) => /\.(?:txt|prom)$/.test(name));
  } catch {
    return [];
  }
})();

describe.skipIf(files.length === 0)(
  files.length === 0
    ? "recorded scrapes (SKIPPED: the folder ../shared/corpus is not there)"
    : "recorded scrapes, and damaged copies of them, one after the other",
  () => {
    it("give the reports of checks by themselves", () => {
      const checker = createChecker();
      for (const name of files) {
        const bytes = readFileSync(path.join(corpus, name));
        const damaged = Buffer.from(bytes);
        for (let at = 997; at < damaged.length; at += 4999) damaged[at] = 0x30;
        const half = bytes.subarray(0, bytes.length >> 1);
        for (const payload of [bytes, bytes, half, bytes, damaged, bytes]) {
          expect(checker.check(payload)).toEqual(checkExposition(payload));
        }
      }
    });
  },
);
