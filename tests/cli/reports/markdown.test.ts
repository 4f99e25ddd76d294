// Markdown reports as readers of Markdown make them: one of JavaScript, and the one of GitHub where it is installed.
import { execFileSync, spawnSync } from "node:child_process";
import { marked } from "marked";
import { describe, expect, it } from "vitest";
import { ruleHelp } from "../../../src/cli/reporters/rule-help.js";
import { rules } from "../../../src/diagnostics/index.js";
import { hostileSubject, report } from "../../unit/cli/reporters/sample-run.js";
import { allRuns } from "./runs.js";

/** Runs are made in it, of programs on a machine that has other work. */
const minutes = 180_000;

/** All that GitHub has switched on, and HTML let through. */
const extensions = ["table", "autolink", "strikethrough", "tagfilter", "tasklist"];
const options = ["--unsafe", ...extensions.flatMap((name) => ["-e", name])];

const ours = ["h2", "p", "strong", "table", "thead", "tbody", "tr", "th", "td", "code", "pre"];

const readers = [
  { name: "marked", isThere: true, html: (text: string) => marked.parse(text, { async: false }) },
  {
    name: "cmark-gfm",
    isThere: spawnSync("cmark-gfm", ["--version"], { timeout: 10_000 }).status === 0,
    html: (text: string) =>
      execFileSync("cmark-gfm", options, { input: text, maxBuffer: 100_000_000 }).toString(),
  },
];

/** What a page has beside what we put there. */
function breaches(html: string): readonly string[] {
  const names = [...html.matchAll(/<([a-z!?][\w-]*)/gi)].map(([, name = ""]) => name.toLowerCase());
  const strange = [...new Set(names)].filter((name) => !ours.includes(name));
  const attributes = [...html.matchAll(/<[a-z]\w*\s+([^>]*)>/gi)]
    .map(([, given = ""]) => given)
    .filter((given) => !/^(class="language-text"|lang="text")$/.test(given));
  // A cell that is cut in two would push the last one of its row out of the table.
  const cells = [...html.matchAll(/<td>([^<]*)<\/td>\s*<\/tr>/g)].map(([, last = ""]) => last);
  const torn = cells.filter(
    (last) => !/^([\d,]+|ok|not read|.*\d (error|warning)s?.*)$/.test(last),
  );
  const bare = html.replace(/<code.*?<\/code>/gs, "");
  return [...strange, ...attributes, ...torn, ...(bare.match(/[@#|`\\[]|owned|evil|alert/g) ?? [])];
}

for (const { name: reader, isThere, html } of readers) {
  const title = `Markdown reports as ${reader} reads them`;
  const skipped = !isThere && process.env["CI"] === undefined;
  describe.skipIf(skipped)(skipped ? `${title} (SKIPPED: it is not installed)` : title, () => {
    it("have our elements and no others, and tables whose rows are whole", {
      timeout: minutes,
    }, async () => {
      for (const { name, findings, reports } of await allRuns()) {
        const page = html(reports.markdown);
        expect([name, breaches(page)]).toEqual([name, []]);
        expect([name, page.match(/<table>/g)?.length]).toEqual([name, findings === 0 ? 1 : 2]);
        expect([name, page.match(/<h2>/g)?.length]).toEqual([name, 1]);
      }
    });

    it("do so whatever is in any field", async () => {
      const hostile = hostileSubject();
      const unread = [{ source: "a|b`c\n<img>", message: "gone | [a](b) <b>" }];
      const page = html(await report("markdown", [hostile], { unread, interrupted: true }));
      expect(breaches(page)).toEqual([]);
      expect(page.match(/<pre/g)).toHaveLength(hostile.findings.length);
      expect(page.match(/<table>/g)).toHaveLength(2);
    });

    it("have nothing strange in the page of any rule, which SARIF reports show", () => {
      // In one document: a page that ends badly takes from the next.
      const page = html(rules.map((rule) => ruleHelp(rule).markdown).join("\n\n"));
      const names = new Set([...page.matchAll(/<([a-z]\w*)/g)].map(([, name]) => name));
      expect([...names].sort()).toEqual(["code", "p", "pre", "strong"]);
      expect(page.match(/<pre/g)).toHaveLength(rules.length);
      expect(page.match(/<p><strong>Fix\.<\/strong> /g)).toHaveLength(rules.length);
    });

    it.each([
      ["[a](https://host)", ["a", 'href="https://host"']],
      ["<img src=x>", ["img", "src=x"]],
      ["@team", ["@"]],
      ["`code` **b** <i>x</i>", ["i"]],
      ["| a | b |\n| --- | --- |\n| `x|y` | ok |", ["y`"]],
    ])("are told from those with more in them: %j", (text, found) => {
      expect(breaches(html(text))).toEqual(expect.arrayContaining(found));
    });
  });
}
