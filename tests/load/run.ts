// `npm run load` puts the instruments under load and prints what came of it. It exits 1 where something was lost or said wrongly.
import process from "node:process";
import { run } from "./load.js";

const load = { series: 100_000, recordings: 1_000_000, scrapes: 100, callers: 50 };
const outcome = await run(load);
const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
const { findings, recorded, exposed, observed, series, scrapes } = outcome;

process.stdout.write(`${recorded} recordings over ${series} series by ${load.callers} callers, in ${(outcome.milliseconds / 1000).toFixed(1)} s
${load.scrapes} scrapes, ${scrapes} of them while callers were at work, ${findings.length} findings, ${megabytes(outcome.payload)} the last
totals: ${exposed} counted, ${observed} observed
heap: ${megabytes(outcome.heapBefore)} after half of the work, ${megabytes(outcome.heapAfter)} at the end
`);
for (const finding of findings.slice(0, 10)) process.stdout.write(`${finding}\n`);
const isExact = exposed === load.recordings && observed === load.recordings;
process.exitCode = isExact && findings.length === 0 && series === load.series ? 0 : 1;
