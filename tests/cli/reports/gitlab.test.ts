// Code quality reports under the types of Code Climate, and what GitLab's documentation adds to them.
import { describe, expect, it } from "vitest";
import { codeQuality } from "../../unit/cli/reporters/code-quality.js";
import {
  absent,
  breach,
  hostileSubject,
  report,
  subject,
} from "../../unit/cli/reporters/sample-run.js";
import { codeClimateBreaches } from "./code-climate.js";
import { allRuns } from "./runs.js";

/** Runs are made in it, of programs on a machine that has other work. */
const minutes = 180_000;

describe("code quality reports", () => {
  it("are lists of issues of Code Climate", { timeout: minutes }, async () => {
    const runs = await allRuns();
    const hostile = await report("gitlab", [hostileSubject()]);
    const lists = [...runs.map(({ reports }) => reports.gitlab), hostile];
    expect(codeClimateBreaches(lists)).toEqual(lists.map(() => []));
  });

  it("are what GitLab takes, an issue a finding, no two of one fingerprint", {
    timeout: minutes,
  }, async () => {
    for (const { name, findings, reports } of await allRuns()) {
      const list = codeQuality.parse(JSON.parse(reports.gitlab));
      expect([name, list.length]).toEqual([name, findings]);
      expect(new Set(list.map(({ fingerprint }) => fingerprint)).size).toBe(findings);
    }
    const hostile = codeQuality.parse(JSON.parse(await report("gitlab", [hostileSubject()])));
    expect(hostile).toHaveLength(hostileSubject().findings.length);
  });

  it("are refused by the types where they are broken", { timeout: minutes }, async () => {
    const list = await report("gitlab", [subject("m.prom", breach, absent)]);
    const broken = [
      list.replaceAll('"type": "issue"', '"type": "problem"'),
      list.replaceAll('"severity": "major"', '"severity": "error"'),
      list.replaceAll('"begin": 12', '"begin": "12"'),
      list.replaceAll(/"check_name": .*/g, ""),
      list.replaceAll('"Bug Risk"', '"Bugs"'),
      list.replaceAll('"description"', '"describtion"'),
      list.slice(0, -3),
    ];
    expect(codeClimateBreaches([list, ...broken]).map(([first = ""]) => first)).toEqual([
      "",
      expect.stringContaining("Type '\"problem\"' is not assignable to type '\"issue\"'"),
      expect.stringContaining("Type '\"error\"' is not assignable to type 'Severity"),
      expect.stringContaining("Type 'string' is not assignable to type 'number'"),
      expect.stringContaining("Property 'check_name' is missing"),
      expect.stringContaining("Type '\"Bugs\"' is not assignable to type 'Category'"),
      expect.stringContaining("'\"describtion\"' does not exist in type 'Issue'"),
      expect.stringContaining("expected"),
    ]);
  });
});
