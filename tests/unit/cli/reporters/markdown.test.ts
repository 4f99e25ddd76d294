import { marked } from "marked";
import { describe, expect, it } from "vitest";
import { createFinding } from "../../../../src/diagnostics/index.js";
import { absent, breach, hostileSubject, report, subject, unseen } from "./sample-run.js";

/** The elements of a document as a reader of Markdown makes them. */
function elements(markdown: string): ReadonlyMap<string, number> {
  const html = marked.parse(markdown, { async: false });
  const counts = new Map<string, number>();
  for (const [, name = ""] of html.matchAll(/<([a-z][a-z0-9]*)/gi)) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

describe("the Markdown report", () => {
  it("says what was looked at, which rules are broken, and where", async () => {
    expect(
      await report("markdown", [subject("m.prom", breach, absent, unseen)]),
    ).toBe(`## promschema: 1 error, 1 warning, 1 info

1 payload.

| payload | contents | result |
| --- | --- | --- |
| \`m.prom\` | 2 families, 1,204 series, 218 kB | 1 error, 1 warning, 1 info |

| rule | severity | findings | occurrences |
| --- | --- | --- | --- |
| \`label-value\` | error | 1 | 15 |
| \`absent-metric\` | warning | 1 | 1 |

\`\`\`text
error  label-value  m.prom:12:17
  phase of replicas is "promting", which is not one of its values
   |
12 | replicas{phase="promting"} 2
   |                 ^^^^^^^^ did you mean "promoting"?
   |
   = allowed: promoting, stable
   = see r.yaml:31:5
   = and 14 more like it
\`\`\`

\`\`\`text
warning  absent-metric  m.prom
  replicas_starting is declared but not in this exposition
   = see r.yaml:40:5
\`\`\`
`);
  });

  it("does not say ok where something could not be read", async () => {
    const text = await report("markdown", [], { unread: [{ source: "b", message: "gone" }] });
    expect(text).toMatch(
      /^## promschema: 0 errors, 0 warnings\n\n1 payload, 1 could not be read\.\n/,
    );
  });

  it("says that it was interrupted", async () => {
    expect(await report("markdown", [subject("a")], { interrupted: true })).toContain(
      "**Interrupted:**",
    );
  });

  it("fits a comment, and counts what does not", async () => {
    const findings = Array.from({ length: 3000 }, (_, at) =>
      createFinding({
        rule: "label-value",
        severity: "error",
        message: `number ${at}`,
        metric: "m",
        value: `${at}`,
      }),
    );
    const subjects = Array.from({ length: 500 }, (_, at) => subject(`${at}.prom`));
    const text = await report("markdown", [subject("m.prom", ...findings), ...subjects]);
    expect(text.length).toBeLessThan(65_536);
    const shown = text.match(/ {2}number \d+/g)?.length ?? 0;
    expect(text).toContain(`And ${(3000 - shown).toLocaleString("en-US")} findings more.`);
  });

  it("has no element, link or mention of a payload, whatever it holds", async () => {
    const hostile = hostileSubject();
    const text = await report("markdown", [hostile]);
    const made = elements(text);
    expect(new Set(made.keys())).toEqual(
      new Set(["h2", "p", "table", "thead", "tbody", "tr", "th", "td", "code", "pre"]),
    );
    expect(made.get("h2")).toBe(1);
    expect(made.get("pre")).toBe(hostile.findings.length);
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
    // What stands outside of code is ours.
    const outside = text
      .replace(/^(`{3,})text\n.*?\n\1$/gms, "")
      .replace(/`[^`\n]*`|<code>.*?<\/code>/g, "");
    expect(outside).not.toMatch(/[@\\<]|owned|evil/);
  });
});
