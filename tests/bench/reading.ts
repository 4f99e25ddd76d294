// Groups that read payloads in one process, warm: check, parse, scrape, real.
import type { ContenderName } from "./contenders.js";
import type { Group } from "./group.js";
import { type Payload, realPayloads } from "./inputs.js";
import { geometricMean } from "./statistics.js";
import { ratio } from "./table.js";
import { type Line, throughput } from "./throughput.js";

const npmParser = "parse-prometheus-text-format";
const rivalHead = "npm parser";
const rivalNote = `npm parser: ${npmParser}, which checks nothing`;

const small = { bytes: 100e3 };
const large = { bytes: 10e6 };

export const checkGroup: Group = (bench) => {
  const { inputs } = bench;
  const text = inputs.generated("text 10 MB", large);
  const shuffled = inputs.generated("shuffled 10 MB", { ...large, shuffled: true });
  const openMetrics = inputs.generated("OpenMetrics 10 MB", { ...large, openMetrics: true });
  const check = (payload: Payload) => reading("check", "check with registry", payload);
  return throughput(
    bench,
    "Check against the Baseten registry, every rule on",
    rivalHead,
    [
      { ...against(npmParser, check(text)), goal: { hash: 0.55, rival: 25 } },
      {
        ...against(npmParser, check(inputs.generated("text 100 kB", small))),
        goal: { hash: 0.7, rival: 10 },
      },
      // Buckets out of order are a breach that the format names, so this payload does not conform.
      { ...against(npmParser, withFindings(check(shuffled))), goal: { hash: 0.26 } },
      // The rival takes exemplars for values, so it is no match here.
      { ...check(openMetrics), goal: { hash: 0.45 } },
    ],
    [rivalNote],
  );
};

export const parseGroup: Group = (bench) => {
  const { inputs } = bench;
  const parse = (payload: Payload) => reading("parse to series objects", "parse", payload);
  return throughput(
    bench,
    "Parse, without a registry",
    rivalHead,
    [
      {
        ...against(npmParser, parse(inputs.generated("text 10 MB", large))),
        goal: { hash: 0.5, rival: 20 },
      },
      against(npmParser, parse(inputs.generated("text 100 kB", small))),
      parse(inputs.generated("OpenMetrics 10 MB", { ...large, openMetrics: true })),
    ],
    [rivalNote],
  );
};

export const realGroup: Group = async (bench) => {
  const { payloads, missing } = realPayloads();
  const lines = payloads.map((payload) => ({
    ...against(npmParser, withFindings(reading("check", "check", payload))),
    goal: { rival: 8 },
  }));
  const title = "Check of real scrapes, without a registry";
  const { table, figures } = await throughput(bench, title, rivalHead, lines);
  const ratios = figures.flatMap(({ timesRival }) => timesRival ?? []);
  const notes = [
    ...(ratios.length === 0 ? [] : [together(ratios)]),
    ...(missing.length === 0 ? [] : [`skipped, since it is not here: ${missing.join(", ")}`]),
  ];
  return { table: { ...table, notes }, figures };
};

function together(ratios: readonly number[]): string {
  return `x ${rivalHead}, all those that it can read: geometric mean ${ratio(geometricMean(ratios))}, lowest ${ratio(Math.min(...ratios))}`;
}

export const scrapeGroup: Group = (bench) => {
  const { inputs } = bench;
  const first = inputs.generated("text 10 MB", large);
  const second = inputs.generated("text 10 MB, next scrape", { ...large, scrape: 2 });
  const line = reading("check of the next scrape", "next scrape", first);
  const task = { ...line.task, files: [first.file, second.file] };
  return throughput(bench, "Next scrape of a known target, 1 % of series new", rivalHead, [
    { ...against(npmParser, { ...line, task }), goal: { hash: 1.6 } },
  ]);
};

function reading(what: string, contender: ContenderName, payload: Payload): Line {
  const { name, file, bytes, samples } = payload;
  return { what, input: name, bytes, samples, task: { contender, files: [file], samples } };
}

function against(rival: ContenderName, line: Line): Line {
  return { ...line, rival: { contender: rival, files: line.task.files } };
}

/** The same where the payload is not known to conform. */
function withFindings(line: Line): Line {
  const { contender, files } = line.task;
  return { ...line, task: { contender, files } };
}
