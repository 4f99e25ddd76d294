import { describe, expect, it } from "vitest";
import { createFinding, rules } from "../../../../src/diagnostics/index.js";
import { absent, breach, hostileSubject, report, subject, unseen } from "./sample-run.js";
import { sarifBreaches } from "./sarif-schema.js";

interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
  readonly invocations: readonly object[];
  readonly results: readonly {
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly message: { readonly text: string };
    readonly locations: readonly { readonly physicalLocation: object }[];
    readonly partialFingerprints: Readonly<Record<string, string>>;
  }[];
}

async function sarif(
  ...given: Parameters<typeof report> extends [unknown, ...infer Rest] ? Rest : never
): Promise<Run> {
  const log: unknown = JSON.parse(await report("sarif", ...given));
  expect(sarifBreaches(log)).toEqual([]);
  // So the schema says, but for what it leaves optional and we do not.
  const [run] = (log as { readonly runs: readonly [Run] }).runs;
  for (const { ruleId, ruleIndex } of run.results) {
    expect(run.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  }
  return run;
}

describe("the SARIF report", () => {
  it("has a result a finding, with its place, its declaration and its fingerprint", async () => {
    const { results } = await sarif([subject("out/a b.prom", breach, unseen)]);
    expect(results).toMatchObject([
      {
        ruleId: "label-value",
        level: "error",
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: "out/a%20b.prom" },
              region: { startLine: 12, startColumn: 17, endColumn: 25 },
            },
            logicalLocations: [{ name: "replicas" }],
          },
        ],
        relatedLocations: [
          { physicalLocation: { artifactLocation: { uri: "r.yaml" }, region: { startLine: 31 } } },
        ],
        partialFingerprints: { "promschema/v1": breach.fingerprint },
        occurrenceCount: 15,
      },
    ]);
    expect(results).toHaveLength(1);
  });

  it("puts what is nowhere in the payload at the declaration", async () => {
    const { results } = await sarif([subject("<stdin>", absent)]);
    expect(results[0]?.locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: "r.yaml" },
      region: { startLine: 40, startColumn: 5 },
    });
    expect(results[0]?.message.text).toMatch(/\nin <stdin>$/);
  });

  it("puts what is about a file as a whole at its first line, since code hosts want one", async () => {
    const empty = createFinding({ rule: "empty-exposition", severity: "error", message: "m" });
    const { results } = await sarif([subject("m.prom", empty)]);
    expect(results[0]?.locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: "m.prom" },
      region: { startLine: 1 },
    });
  });

  it("numbers the findings of one document that are alike, and no others", async () => {
    const field = (line: number) =>
      createFinding({ rule: "registry/unknown-field", severity: "error", message: "m", line });
    const { results } = await sarif([
      subject("a.yaml", field(3), field(4), breach),
      subject("b.yaml", field(5)),
    ]);
    const numbers = results.map(
      ({ partialFingerprints: { primaryLocationLineHash: hash } }) => hash?.split(":")[1],
    );
    expect(numbers).toEqual(["1", "2", "1", "1"]);
  });

  it("has an absolute URI for a file outside the repository", async () => {
    const { results } = await sarif([subject("/elsewhere/m#1.prom", breach)]);
    expect(results[0]?.locations[0]?.physicalLocation).toMatchObject({
      artifactLocation: { uri: "file:///elsewhere/m%231.prom" },
    });
  });

  it("describes every rule of the catalogue", async () => {
    const findings = rules.map(({ id }) =>
      createFinding({ rule: id, severity: "warning", message: "m", line: 1 }),
    );
    const { tool } = await sarif([subject("m.prom", ...findings)]);
    expect(tool.driver.rules).toMatchObject(
      rules.map(({ id, what, fix }) => ({
        id,
        help: {
          text: expect.stringContaining(`Fix: ${fix}`),
          markdown: expect.stringMatching(/^.+\n\n```text\n.+\n```\n\n\*\*Fix\.\*\* /s),
        },
        fullDescription: { text: what },
      })),
    );
  });

  it("says what could not be read, and that the run was interrupted", async () => {
    const unread = [{ source: "b", message: "gone" }];
    expect((await sarif([])).invocations).toEqual([{ executionSuccessful: true }]);
    const { invocations } = await sarif([], { unread, interrupted: true });
    expect(invocations).toMatchObject([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          { message: { text: "b: gone" } },
          { message: { text: "interrupted: the rest was not looked at" } },
        ],
      },
    ]);
  });

  it("stays what it is, whatever a payload holds", async () => {
    const whole = await report("sarif", [hostileSubject()]);
    expect(whole).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
    expect(whole.length).toBeLessThan(400_000);
    const { results } = await sarif([hostileSubject()]);
    expect(results).toHaveLength(hostileSubject().findings.length);
  });
});
