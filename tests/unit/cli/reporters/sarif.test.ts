import { describe, expect, it } from "vitest";
import { createFinding, rules } from "../../../../src/diagnostics/index.js";
import { breaches, type Shape } from "./json-schema.js";
import { absent, breach, hostileSubject, report, subject, unseen } from "./sample-run.js";

const text: Shape = { type: "string", pattern: /./ };
const count: Shape = { type: "integer", min: 1 };
const message: Shape = { type: "object", required: { text } };
const level: Shape = { enum: ["none", "note", "warning", "error"] };
const physicalLocation: Shape = {
  type: "object",
  required: {
    artifactLocation: {
      type: "object",
      // A URI reference without a scheme, or of a file: all that code hosts take.
      required: {
        uri: {
          type: "string",
          pattern: /^(file:\/\/\/|(?![^/]*:)(?!\/))[\w\-.~!$&'()*+,;=:@%/]+$/,
        },
      },
    },
  },
  optional: {
    region: {
      type: "object",
      required: { startLine: count },
      optional: { startColumn: count, endColumn: count },
    },
  },
};
const logicalLocation: Shape = {
  type: "object",
  required: { name: text, kind: { const: "member" } },
};

/** The rules of the schema of SARIF 2.1.0 for the objects that the report has; it allows no other fields in them. */
const sarifLog: Shape = {
  type: "object",
  required: {
    $schema: {
      type: "string",
      pattern: /^https:\/\/docs\.oasis-open\.org\/.*sarif-schema-2\.1\.0\.json$/,
    },
    version: { const: "2.1.0" },
    runs: {
      type: "list",
      least: 1,
      of: {
        type: "object",
        required: {
          tool: {
            type: "object",
            required: {
              driver: {
                type: "object",
                required: {
                  name: { const: "promschema" },
                  semanticVersion: { type: "string", pattern: /^\d+\.\d+\.\d+/ },
                  rules: {
                    type: "list",
                    of: {
                      type: "object",
                      required: {
                        id: text,
                        shortDescription: message,
                        fullDescription: message,
                        help: { type: "object", required: { text, markdown: text } },
                        defaultConfiguration: {
                          type: "object",
                          required: { level, enabled: { type: "boolean" } },
                        },
                        properties: {
                          type: "object",
                          required: { tags: { type: "list", of: text } },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
          columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
          invocations: {
            type: "list",
            of: {
              type: "object",
              required: { executionSuccessful: { type: "boolean" } },
              optional: {
                toolExecutionNotifications: {
                  type: "list",
                  of: { type: "object", required: { level, message } },
                },
              },
            },
          },
          results: {
            type: "list",
            of: {
              type: "object",
              required: {
                ruleId: text,
                ruleIndex: { type: "integer", min: 0 },
                level,
                message,
                locations: {
                  type: "list",
                  least: 1,
                  of: {
                    type: "object",
                    required: { physicalLocation },
                    optional: { logicalLocations: { type: "list", of: logicalLocation } },
                  },
                },
                partialFingerprints: {
                  type: "object",
                  required: {
                    "promschema/v1": { type: "string", pattern: /^[0-9a-f]{16}$/ },
                    primaryLocationLineHash: { type: "string", pattern: /^[0-9a-f]{16}:1$/ },
                  },
                },
                properties: {
                  type: "object",
                  required: { source: text },
                  optional: { label: text, value: { type: "any" } },
                },
              },
              optional: {
                occurrenceCount: count,
                relatedLocations: {
                  type: "list",
                  of: {
                    type: "object",
                    required: { id: { type: "integer", min: 0 }, physicalLocation, message },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
};

interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
  readonly invocations: readonly object[];
  readonly results: readonly {
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly message: { readonly text: string };
    readonly locations: readonly { readonly physicalLocation: object }[];
  }[];
}

async function sarif(
  ...given: Parameters<typeof report> extends [unknown, ...infer Rest] ? Rest : never
): Promise<Run> {
  const log: unknown = JSON.parse(await report("sarif", ...given));
  expect(breaches(sarifLog, log)).toEqual([]);
  // Of the shape above.
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
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
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
