import { describe, expect, it } from "vitest";
import {
  absent,
  breach,
  hostileSubject,
  hostileTexts,
  report,
  subject,
  unseen,
} from "./sample-run.js";
import { type Element, readXml } from "./xml-reader.js";

/** The rules of the schemas that CI servers publish: names, order, attributes, and that the sums are right. */
function checkJunit(root: Element): void {
  const counts = (element: Element, name: string) => Number(element.attributes.get(name));
  expect([...root.attributes.keys()]).toEqual(["name", "tests", "failures", "errors"]);
  for (const suite of root.children) {
    expect(suite.name).toBe("testsuite");
    expect([...suite.attributes.keys()]).toEqual([
      "name",
      "tests",
      "failures",
      "errors",
      "skipped",
      "time",
    ]);
    const having = (name: string) =>
      suite.children.filter(({ children }) => children.some((child) => child.name === name)).length;
    expect(counts(suite, "tests")).toBe(suite.children.length);
    expect(counts(suite, "failures")).toBe(having("failure"));
    expect(counts(suite, "errors")).toBe(having("error"));
    expect(counts(suite, "skipped")).toBe(having("skipped"));
    for (const test of suite.children) {
      expect(test.name).toBe("testcase");
      expect([...test.attributes.keys()]).toEqual(["classname", "name", "time"]);
      const parts = test.children.map(({ name }) => name).join(" ");
      expect(parts).toMatch(/^(failure|error|skipped)?( ?system-out)?$/);
    }
  }
  for (const name of ["tests", "failures", "errors"]) {
    const sum = root.children.reduce((all, suite) => all + counts(suite, name), 0);
    expect(counts(root, name)).toBe(sum);
  }
}

async function junit(
  ...given: Parameters<typeof report> extends [unknown, ...infer Rest] ? Rest : never
) {
  const root = readXml(await report("junit", ...given));
  expect(root.name).toBe("testsuites");
  checkJunit(root);
  return root;
}

/** What became of each case. */
function outcomes({ children }: Element): readonly (readonly [name: string, outcome: string])[] {
  return children.flatMap((suite) =>
    suite.children.map(
      (test) =>
        [
          test.attributes.get("name") ?? "",
          test.children.map((it) => it.name).join(" ") || "passed",
        ] as const,
    ),
  );
}

describe("the JUnit report", () => {
  it("has a case a metric: failed, passed, skipped where it may be missing", async () => {
    const root = await junit([subject("m.prom", breach, absent, unseen)]);
    expect(outcomes(root)).toEqual([
      ["as a whole", "passed"],
      ["replicas", "failure"],
      ["hits", "passed"],
      ["replicas_starting", "skipped system-out"],
      ["readiness", "skipped"],
    ]);
    const failure = root.children[0]?.children[1]?.children[0];
    expect(failure?.attributes.get("type")).toBe("label-value");
    expect(failure?.attributes.get("message")).toBe(breach.message);
    expect(failure?.text).toContain(
      '12 | replicas{phase="promting"} 2\n   |                 ^^^^^^^^ did you mean',
    );
  });

  it("fails with what makes the run fail", async () => {
    const of = async (failOn: "warning" | "never") =>
      outcomes(await junit([subject("m.prom", breach, absent)], { failOn }))
        .filter(([, outcome]) => outcome.startsWith("failure"))
        .map(([name]) => name);
    expect(await of("warning")).toEqual(["replicas", "replicas_starting"]);
    expect(await of("never")).toEqual([]);
  });

  it("has an error for what could not be read and for what an interrupt left out", async () => {
    const unread = [{ source: "b", message: "gone" }];
    const root = await junit([subject("m.prom")], { unread, interrupted: true });
    expect(outcomes(root).filter(([, outcome]) => outcome === "error")).toHaveLength(2);
  });

  it("never is a run without a case", async () => {
    const { coverage: _, ...bare } = subject("m.prom");
    expect(outcomes(await junit([bare]))).toEqual([["as a whole", "passed"]]);
  });

  it("is well-formed, whatever a payload holds, and has no element of it", async () => {
    const text = await report("junit", [hostileSubject()]);
    const root = readXml(text);
    checkJunit(root);
    const named = outcomes(root).map(([name]) => name);
    expect(named).toHaveLength(1 + 2 * hostileTexts.length);
    expect(named).toContain("</script><script>alert(1)</script>");
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
    expect(text.length).toBeLessThan(200_000);
  });
});

describe("the reader of the tests", () => {
  it.each([
    "<a>",
    "<a></b>",
    "<a/><b/>",
    "<a b='1' b='2'/>",
    "<a>]]></a>",
    "<a>&nbsp;</a>",
    "<a>&#0;</a>",
    "<a>\u001b</a>",
    "<a b='<'/>",
    "<a><script></a>",
    "text",
  ])("refuses %j", (body) => {
    expect(() => readXml(`<?xml version="1.0" encoding="UTF-8"?>\n${body}`)).toThrow(Error);
  });
});
