import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { generateRulesPage } from "../../scripts/generate/rules-page.js";
import { rules } from "../../src/diagnostics/index.js";

const catalogue = `diagnostics${path.sep}rules${path.sep}`;

const source = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.startsWith(catalogue))
  .map((name) => readFileSync(path.join("src", name), "utf8"))
  .join("\n");

const [page] = generateRulesPage();

describe("the catalogue of rules", () => {
  it("has identifiers that are kebab-case, under the prefix of their group", () => {
    const prefixes: Record<string, string> = {
      syntax: "",
      specification: "spec/",
      contract: "",
      registry: "registry/",
      naming: "naming/",
      serialization: "serialize/",
      construction: "construct/",
    };
    const wrong = rules.filter(({ id, group }) => {
      const prefix = prefixes[group];
      return prefix === undefined || !new RegExp(`^${prefix}[a-z][a-z0-9]*(-[a-z0-9]+)*$`).test(id);
    });
    expect(wrong.map((rule) => rule.id)).toEqual([]);
  });

  it("names each rule once", () => {
    const ids = rules.map((rule) => rule.id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it.each(rules)("has a real page for $id", (rule) => {
    for (const sentence of [rule.title, rule.what, rule.fix]) {
      expect(sentence).toMatch(/^\S.*[.?!`]$/s);
    }
    expect(rule.title).not.toContain("\n");
    expect(rule.what).not.toContain(rule.title);
    expect(rule.bad.trim()).not.toBe("");
    expect(page?.content).toContain(`### \`${rule.id}\`\n`);
  });

  it("holds no rule that nothing gives", () => {
    const unused = rules.filter(({ id }) => !source.includes(`"${id}"`));
    expect(unused.map((rule) => rule.id)).toEqual([]);
  });

  it("is the page in docs/rules.md, as `npm run generate` would write it", () => {
    expect(page?.path).toBe("docs/rules.md");
    expect(readFileSync("docs/rules.md", "utf8")).toBe(page?.content);
  });
});
