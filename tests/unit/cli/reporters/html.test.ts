import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { breach, hostileSubject, report, subject } from "./sample-run.js";

describe("the HTML report", () => {
  it("allows its own style and nothing else", async () => {
    const page = await report("html", [subject("m.prom", breach)]);
    const style = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? "";
    const hash = createHash("sha256").update(style).digest("base64");
    expect(page).toContain(
      `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(page).not.toMatch(/<script|\bstyle=|\bsrc=|url\(|@import|https?:/);
  });

  it("opens rules with few findings, and counts what it leaves out of a rule with thousands", async () => {
    const many = Array.from({ length: 1200 }, (_, at) => ({ ...breach, value: `v${at}` }));
    const page = await report("html", [subject("few.prom", breach), subject("many.prom", ...many)]);
    expect(page).toContain('<details class="rule error" open>');
    expect(page).toContain('<details class="rule error"><summary>');
    expect(page).toContain("and 200 findings more of this rule");
  });

  it("is bounded, whatever a payload holds", async () => {
    const page = await report("html", [hostileSubject()]);
    expect(page.length).toBeLessThan(500_000);
    expect(page).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
  });
});
