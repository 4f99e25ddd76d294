// `npm run conformance`: how many of the conformance cases agree, by format and gate, and which do not.
import { readCases } from "../tests/conformance/case.js";
import { gates, judges } from "../tests/conformance/gates.js";
import { knownDifferences } from "../tests/conformance/known-differences.js";

const cases = readCases();
if (cases === undefined) {
  console.error("the conformance cases are not there: expected the folder ../shared/conformance");
  process.exitCode = 2;
} else {
  for (const format of new Set(cases.map((given) => given.format))) {
    for (const gate of gates) {
      const differences: string[] = [];
      let judged = 0;
      for (const given of cases) {
        if (given.format !== format) continue;
        const outcome = judges[gate](given);
        if (outcome === undefined) continue;
        judged++;
        if (outcome.difference === undefined) continue;
        const known = knownDifferences[gate].get(given.id);
        differences.push(
          `    ${given.id}${known === undefined ? "" : ` (${known})`}\n      ${outcome.difference}`,
        );
      }
      console.log(
        `${format.padEnd(22)}  ${gate.padEnd(8)}  ${judged - differences.length} of ${judged}`,
      );
      if (process.argv.includes("--list")) for (const line of differences) console.log(line);
    }
  }
  if (!process.argv.includes("--list")) console.log("--list names the cases that differ");
}
