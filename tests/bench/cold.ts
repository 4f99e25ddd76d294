// The group of cold starts: fresh processes, each of which reads its first payload.
import { execFileSync } from "node:child_process";
import { execPath } from "node:process";
import type { ColdContender, ColdTimes } from "./cold-process.js";
import { processFile } from "./compile.js";
import type { Bench, Group } from "./group.js";
import { median, medianRatio } from "./statistics.js";
import { none, ratio, verdict } from "./table.js";

const contenders: readonly ColdContender[] = [
  "parse",
  "check with registry",
  "parse-prometheus-text-format",
];

/** Fresh processes differ more than warm ones, and are cheap. */
const roundsEach = 3;

interface Span {
  readonly what: string;
  readonly of: (times: ColdTimes) => number;
  /** At most so much of the rival's time, for the parse. */
  readonly goal?: number;
}

const spans: readonly Span[] = [
  { what: "first call", of: ({ first, loaded }) => first - loaded, goal: 0.9 },
  { what: "loading and first call", of: ({ first }) => first },
  { what: "first ten calls", of: ({ tenth, loaded }) => tenth - loaded },
];

export const coldGroup: Group = async (bench) => {
  bench.progress("cold starts");
  const { file } = bench.inputs.generated("text 100 kB", { bytes: 100e3 });
  const measured = measure(bench, file);
  const rivals = measured.get("parse-prometheus-text-format") ?? [];
  const figures = spans.flatMap(({ what, of, goal }) =>
    contenders.map((contender) => {
      const own = (measured.get(contender) ?? []).map(of);
      const ofRival = medianRatio(own, rivals.map(of));
      const wanted = contender === "parse" ? goal : undefined;
      return {
        what,
        contender,
        milliseconds: median(own),
        ofRival,
        ...(wanted && { goal: wanted }),
      };
    }),
  );
  const rows = figures.map(({ what, contender, milliseconds, ofRival, goal }) => [
    what,
    contender,
    milliseconds.toFixed(1),
    ratio(ofRival),
    goal === undefined ? none : `at most ${goal}`,
    verdict(goal === undefined ? [] : [goal / ofRival]),
  ]);
  const head = ["what", "who", "CPU ms", "of the npm parser's time", "goal", "met"];
  return {
    table: { title: "Cold start: 100 kB in a fresh process", head, rows, notes: [] },
    figures,
  };
};

function measure({ rounds }: Bench, file: string): Map<ColdContender, ColdTimes[]> {
  const measured = new Map<ColdContender, ColdTimes[]>(contenders.map((name) => [name, []]));
  for (let round = 0; round < rounds * roundsEach; round++) {
    for (const [contender, times] of measured) {
      const output = execFileSync(execPath, [processFile("cold-process"), contender, file], {
        encoding: "utf8",
      });
      // The process prints nothing else.
      times.push(JSON.parse(output) as ColdTimes);
    }
  }
  return measured;
}
