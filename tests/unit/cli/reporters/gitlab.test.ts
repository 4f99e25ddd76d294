import { describe, expect, it } from "vitest";
import { createFinding } from "../../../../src/diagnostics/index.js";
import { codeQuality } from "./code-quality.js";
import { absent, breach, hostileSubject, report, subject, unseen } from "./sample-run.js";

async function issues(
  ...given: Parameters<typeof report> extends [unknown, ...infer Rest] ? Rest : never
) {
  return codeQuality.parse(JSON.parse(await report("gitlab", ...given)));
}

describe("the code quality report", () => {
  it("is an empty list where nothing was found", async () => {
    expect(await issues([subject("m.prom", unseen)])).toEqual([]);
  });

  it("has an issue a finding, told apart by the fingerprint of the finding", async () => {
    expect(await issues([subject("m.prom", breach, absent)])).toMatchObject([
      {
        check_name: "label-value",
        fingerprint: breach.fingerprint,
        severity: "major",
        location: { path: "m.prom", lines: { begin: 12, end: 12 } },
      },
      {
        check_name: "absent-metric",
        fingerprint: absent.fingerprint,
        severity: "minor",
        location: { path: "r.yaml", lines: { begin: 40, end: 40 } },
      },
    ]);
  });

  it("has the same breach of several payloads once, wherever it stands in them", async () => {
    const [one, ...others] = await issues([
      subject("a.prom", breach),
      subject("b.prom", { ...breach, line: 99 }),
      subject("c.prom", breach),
    ]);
    expect(others).toEqual([]);
    expect(one?.fingerprint).toBe(breach.fingerprint);
    expect(one?.description).toMatch(/; the same in 2 more payloads$/);
  });

  it("gives findings of one document that are alike a fingerprint each, the same every time", async () => {
    const field = (line: number) =>
      createFinding({ rule: "registry/unknown-field", severity: "error", message: "m", line });
    const prints = async (...lines: readonly number[]) =>
      (await issues([subject("r.yaml", ...lines.map(field))])).map((one) => one.fingerprint);
    const before = await prints(3, 4, 5);
    expect(new Set(before).size).toBe(3);
    expect(await prints(7, 8, 9)).toEqual(before);
  });

  it("has a place for what is in no file", async () => {
    const [issue] = await issues([
      subject(
        "<stdin>",
        createFinding({ rule: "syntax", severity: "error", message: "m", line: 3 }),
      ),
    ]);
    expect(issue?.location).toEqual({ path: "r.yaml", lines: { begin: 1, end: 1 } });
  });

  it("stays what it is, whatever a payload holds", async () => {
    const list = await issues([hostileSubject()]);
    expect(list).toHaveLength(hostileSubject().findings.length);
    expect(JSON.stringify(list.map((one) => one.description))).not.toMatch(
      /[\p{Cc}\p{Bidi_Control}]/u,
    );
  });
});
