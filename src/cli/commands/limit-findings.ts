import { createFinding, type Finding, type Severity } from "../../diagnostics/index.js";
import { tally } from "../reporters/tally.js";

/** The first findings. What is beyond is one finding, as grave as the gravest it stands for: a limit never makes a run pass. */
export function limitFindings(
  findings: readonly Finding[],
  source: string,
  most: number,
): readonly Finding[] {
  const listed = findings.filter(({ rule }) => rule !== "findings-limit");
  if (listed.length <= most) return findings;
  const dropped = listed.slice(most);
  const { errors, warnings, infos } = tally(dropped);
  // The check itself may have counted more than it listed.
  const atLeast = listed.length < findings.length ? "at least " : "";
  const before = findings.filter(({ rule }) => rule === "findings-limit");
  return [
    ...listed.slice(0, most),
    createFinding({
      rule: "findings-limit",
      severity: gravest([...dropped, ...before]),
      source,
      message: `more findings than the limit of ${most}: ${atLeast}${errors} errors, ${warnings} warnings and ${infos} infos are not listed`,
      hint: "mend the first ones and check again",
    }),
  ];
}

function gravest(findings: readonly Finding[]): Severity {
  const all: readonly Severity[] = ["error", "warning"];
  return all.find((one) => findings.some(({ severity }) => severity === one)) ?? "info";
}
