// SARIF reports under the schema of OASIS, the validator of the SARIF SDK, and what GitHub's code scanning asks of an upload.
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createFinding, rules } from "../../../src/diagnostics/index.js";
import { hostileSubject, report, subject } from "../../unit/cli/reporters/sample-run.js";
import { sarifBreaches } from "../../unit/cli/reporters/sarif-schema.js";
import { allRuns } from "./runs.js";
import { complaintsOfMultitool, hasMultitool } from "./sarif-multitool.js";

/** Runs are made in it, of programs on a machine that has other work. */
const minutes = 180_000;

/** What the documentation of code scanning calls required, and its bounds. */
const uploadSchema = z.object({
  $schema: z.url(),
  version: z.literal("2.1.0"),
  runs: z.tuple([
    z.object({
      tool: z.object({
        driver: z.object({
          name: z.string().min(1),
          rules: z
            .array(
              z.object({
                id: z.string().min(1).max(255),
                shortDescription: z.object({ text: z.string().min(1).max(1024) }),
                fullDescription: z.object({ text: z.string().min(1).max(1024) }),
                help: z.object({ text: z.string().min(1), markdown: z.string().min(1) }),
                defaultConfiguration: z.object({ level: z.enum(["note", "warning", "error"]) }),
                properties: z.object({ tags: z.array(z.string()).max(10) }),
              }),
            )
            .max(25_000),
        }),
      }),
      results: z
        .array(
          z.object({
            ruleId: z.string().min(1),
            ruleIndex: z.int().min(0),
            level: z.enum(["note", "warning", "error"]),
            message: z.object({ text: z.string().min(1) }),
            locations: z
              .array(
                z.object({
                  physicalLocation: z.object({
                    // From the root of the repository: neither a scheme, nor a root, nor a way out of it, nor a character to be escaped.
                    artifactLocation: z.object({
                      uri: z
                        .string()
                        .regex(/^(?!\/)(?!.*(^|\/)\.\.(\/|$))([\w\-.~/]|%[0-9A-F]{2})+$/),
                    }),
                    region: z.object({ startLine: z.int().min(1) }),
                  }),
                }),
              )
              .min(1)
              .max(100),
            properties: z.object({ source: z.string() }),
            partialFingerprints: z.object({
              primaryLocationLineHash: z.string().regex(/^[0-9a-f]+:\d+$/),
            }),
          }),
        )
        .max(25_000),
    }),
  ]),
});

/** A finding about a payload as a whole, at a line of standard input, and in a service: places that are no line of a file. */
async function placeless(): Promise<string> {
  const empty = createFinding({ rule: "empty-exposition", severity: "error", message: "m" });
  const sources = ["m.prom", "<stdin>", "https://host:1/metrics?a=b&c=%20"];
  return await report(
    "sarif",
    sources.map((source) => subject(source, empty, { ...empty, line: 3 })),
  );
}

/** A finding of each rule, so that the page of each is in the log. */
async function everyRule(): Promise<string> {
  const findings = rules.map(({ id }) =>
    createFinding({ rule: id, severity: "warning", message: "m", line: 1 }),
  );
  return await report("sarif", [subject("m.prom", ...findings)]);
}

async function logs(): Promise<Readonly<Record<string, string>>> {
  const runs = (await allRuns()).map(({ name, reports }) => [name, reports.sarif] as const);
  const hostile = await report("sarif", [hostileSubject()]);
  const unread = [{ source: "a\u001b]]>", message: "gone" }];
  return {
    ...Object.fromEntries(runs),
    "hostile in every field": hostile,
    "no line": await placeless(),
    "every rule": await everyRule(),
    unread: await report("sarif", [], { unread, interrupted: true }),
  };
}

describe("SARIF reports", () => {
  it("are valid against the schema of OASIS", { timeout: minutes }, async () => {
    for (const [name, log] of Object.entries(await logs())) {
      expect([name, sarifBreaches(JSON.parse(log))]).toEqual([name, []]);
    }
  });

  it("have a result for each finding", { timeout: minutes }, async () => {
    for (const { name, findings, reports } of await allRuns()) {
      const [{ results }] = uploadSchema.parse(JSON.parse(reports.sarif)).runs;
      expect([name, results.length]).toEqual([name, findings]);
    }
  });

  it("have what an upload to code scanning has to have", { timeout: minutes }, async () => {
    for (const [name, log] of Object.entries(await logs())) {
      const [{ tool, results }] = uploadSchema.parse(JSON.parse(log)).runs;
      for (const { ruleId, ruleIndex } of results) {
        expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
      }
      // The alerts of a payload are told apart by their fingerprints.
      const alerts = results.map(
        ({ properties, partialFingerprints }) =>
          `${properties.source} ${partialFingerprints.primaryLocationLineHash}`,
      );
      expect([name, new Set(alerts).size]).toEqual([name, alerts.length]);
    }
  });

  it("are refused by the schema where they are broken", async () => {
    const [, { reports }] = await twoRuns();
    const broken = reports.sarif.replaceAll('"message"', '"mesage"');
    expect(sarifBreaches(JSON.parse(broken))).toEqual(
      expect.arrayContaining([
        "/runs/0/results/0 must have required property 'message'",
        "/runs/0/results/0 must NOT have additional properties",
      ]),
    );
  });
});

const title = hasMultitool ? "" : " (SKIPPED: the SARIF SDK has no program for this machine)";

describe.skipIf(!hasMultitool)(`the validator of the SARIF SDK${title}`, () => {
  it("has nothing against them", { timeout: minutes }, async () => {
    // It takes half a minute for the one with 3,000 results, which the schema has seen.
    const { "3,000 findings": _, ...others } = await logs();
    expect(await complaintsOfMultitool(others)).toEqual([]);
  });

  it("has something against those that are broken", { timeout: minutes }, async () => {
    const [, { reports }] = await twoRuns();
    const broken = (from: string | RegExp, to: string) => reports.sarif.replaceAll(from, to);
    const found = await complaintsOfMultitool({
      whole: reports.sarif,
      "a field of no schema": broken('"message"', '"mesage"'),
      "an index without its rule": broken(/"ruleIndex": \d/g, '"ruleIndex": 9'),
      "rules without a page": broken(/"help": \{[^}]*\},/g, ""),
      "no line": broken(/,\s*"region": \{[^}]*\}/g, ""),
      "an end before its start": broken(/"endColumn": \d+/g, '"endColumn": 1'),
    });
    const rules = new Map<string, Set<string>>();
    for (const { log, rule } of found) rules.set(log, (rules.get(log) ?? new Set()).add(rule));
    expect(Object.fromEntries([...rules].map(([log, given]) => [log, [...given].sort()]))).toEqual({
      "a field of no schema": ["JSON1002", "JSON1005"],
      "an index without its rule": ["SARIF1009"],
      "rules without a page": ["GH2012"],
      "no line": ["SARIF2017"],
      "an end before its start": ["SARIF1007"],
    });
  });
});

/** The first two runs: one clean, one with three findings. */
async function twoRuns() {
  const [clean, three] = await allRuns();
  if (clean === undefined || three === undefined) throw new Error("there are no runs");
  return [clean, three] as const;
}
