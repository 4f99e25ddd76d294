// JUnit reports under the schema of Jenkins.
import { describe, expect, it } from "vitest";
import {
  absent,
  breach,
  hostileSubject,
  report,
  subject,
  unseen,
} from "../../unit/cli/reporters/sample-run.js";
import { junitBreaches } from "./junit-schema.js";
import { allRuns } from "./runs.js";

/** Runs are made in it, of programs on a machine that has other work. */
const minutes = 180_000;

describe("JUnit reports", () => {
  it("are valid against the schema of Jenkins", { timeout: minutes }, async () => {
    for (const { name, reports } of await allRuns()) {
      expect([name, await junitBreaches(reports.junit)]).toEqual([name, []]);
    }
  });

  it("are so with all that a case can hold, and whatever is in it", async () => {
    const every = [subject("m.prom", breach, absent, unseen), hostileSubject()];
    const unread = [{ source: "a\u001b]]>\ufffe", message: "gone </error>\u0000" }];
    for (const failOn of ["error", "warning", "never"] as const) {
      const text = await report("junit", every, { failOn, unread, interrupted: true });
      expect(await junitBreaches(text)).toEqual([]);
      expect(text.match(/<skipped>/g)?.length).toBeGreaterThan(0);
    }
  });

  it.each([
    [' name="as a whole"', "", "The attribute 'name' is required but missing"],
    ["<failure ", "<failure line='1' ", "The attribute 'line' is not allowed"],
    ["</failure>", "</failure><notes/>", "This element is not expected"],
    ["</testsuite>", "", "Opening and ending tag mismatch"],
    ["replicas", "\u001b", "invalid character in attribute value"],
    ["replicas", "&nbsp;", "Entity 'nbsp' not defined"],
  ])("are refused where %j becomes %j", async (from, to, why) => {
    const text = await report("junit", [subject("m.prom", breach)]);
    expect(text).toContain(from);
    const [first] = await junitBreaches(text.replace(from, to));
    expect(first).toContain(why);
  });
});
