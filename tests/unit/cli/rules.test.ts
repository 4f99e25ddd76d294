import { describe, expect, it } from "vitest";
import { rulesCommand } from "../../../src/cli/commands/rules.js";
import { rules } from "../../../src/diagnostics/index.js";
import { fakeTerminal } from "./fake-terminal.js";

async function print(...argv: readonly string[]) {
  const terminal = fakeTerminal();
  const code = await rulesCommand(argv, terminal);
  return { code, ...terminal.written() };
}

describe("rules", () => {
  it("are listed by group, each with its level and what must hold", async () => {
    const { code, stdout, stderr } = await print();
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const lines = stdout.split("\n");
    for (const { id, level, title } of rules) {
      const line = lines.filter((candidate) => candidate.startsWith(`  ${id} `));
      expect(line).toEqual([expect.stringMatching(new RegExp(`^ {2}${id} +${level} +`))]);
      expect(line[0]?.endsWith(title)).toBe(true);
    }
    const groups = lines.filter((line) => /^[a-z]+$/.test(line));
    expect(groups).toEqual([...new Set(rules.map(({ group }) => group))]);
  });

  it("have a page each: what, a bad example, how to mend it", async () => {
    expect(await print("label-value")).toEqual({
      code: 0,
      stdout: `label-value   contract rule, error by default
  A label with an enum has one of its values.

  The value is none of those declared, so no dashboard and no alert knows of it. An enum
  with \`open: true\` lets any value through.

  bad     rollout_phase="promting"
  fix     Mend the value, or add it to the enum.
`,
      stderr: "",
    });
  });

  it("print several pages, an empty line between them", async () => {
    const [one, two, both] = await Promise.all([
      print("syntax"),
      print("label-value"),
      print("syntax", "label-value"),
    ]);
    expect(both.stdout).toBe(`${one.stdout}\n${two.stdout}`);
  });

  it("fit pages of a hundred columns", async () => {
    const { stdout } = await print(...rules.map(({ id }) => id));
    const prose = stdout.split("\n").filter((line) => !line.startsWith("  bad"));
    expect(Math.max(...prose.map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it("are data for machines", async () => {
    expect(JSON.parse((await print("--format", "json")).stdout)).toEqual({
      schemaVersion: 1,
      rules: JSON.parse(JSON.stringify(rules)),
    });
    expect(JSON.parse((await print("syntax", "--format=json")).stdout).rules).toHaveLength(1);
  });

  it("that do not exist are told the nearest", async () => {
    await expect(print("lable-value")).rejects.toMatchObject({
      message: 'there is no rule "lable-value"; did you mean label-value?',
      next: "promschema rules lists them",
    });
  });
});
