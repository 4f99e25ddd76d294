import { describe, expect, it } from "vitest";
import type { CommandDefinition } from "../../../src/cli/arguments/definition.js";
import { commandHelp, overview } from "../../../src/cli/arguments/help.js";
import { asksForHelp, parseArguments } from "../../../src/cli/arguments/parse.js";
import { CommandFailure } from "../../../src/cli/failure.js";

const definition = {
  name: "brew",
  usage: "<pot...> [options]",
  summary: "Brew tea.",
  description: ["Brews tea in each pot."],
  options: {
    leaf: { kind: "value", short: "l", placeholder: "NAME", summary: "The leaf." },
    pot: { kind: "value", once: true, summary: "The pot." },
    spice: { kind: "list", placeholder: "NAME", summary: "A spice. Repeatable." },
    milk: { kind: "flag", negatable: true, summary: "With milk, or not." },
    strong: { kind: "flag", short: "s", summary: "Stronger." },
  },
  examples: [["promschema brew one --leaf assam", "One pot:"]],
  exitCodes: [
    [0, "Tea."],
    [2, "No tea."],
  ],
} as const satisfies CommandDefinition;

describe("arguments", () => {
  it("are options with their values and operands in order", () => {
    const argv = ["one", "--leaf", "assam", "-s", "--spice=clove", "two", "--spice", "mint", "-"];
    expect(parseArguments(definition, argv)).toEqual({
      options: { leaf: "assam", strong: true, spice: ["clove", "mint"] },
      operands: ["one", "two", "-"],
    });
  });

  it.each([
    ["a list that is not given is empty", [], { spice: [] }],
    ["the last value of an option counts", ["-l", "a", "-l", "b"], { leaf: "b", spice: [] }],
    ["a flag is given or negated", ["--no-milk"], { milk: false, spice: [] }],
    [
      "the last of a flag and its negation counts",
      ["--no-milk", "--milk"],
      { milk: true, spice: [] },
    ],
    ["an empty value is a value", ["--leaf="], { leaf: "", spice: [] }],
    [
      "a value may begin with a dash after an equals sign",
      ["--leaf=-x"],
      { leaf: "-x", spice: [] },
    ],
    ["a dash alone is a value", ["--leaf", "-"], { leaf: "-", spice: [] }],
  ])("%s", (_name, argv, options) => {
    expect(parseArguments(definition, argv).options).toEqual(options);
  });

  it("ends its options at a double dash", () => {
    expect(parseArguments(definition, ["--", "--leaf", "-x"]).operands).toEqual(["--leaf", "-x"]);
  });

  it.each([
    ["an unknown option", ["--leef", "x"], 'brew has no option "--leef"; did you mean --leaf?'],
    ["one unlike any", ["--sugar"], 'brew has no option "--sugar"'],
    [
      "an unknown negation",
      ["--no-mikl"],
      'brew has no option "--no-mikl"; did you mean --no-milk?',
    ],
    ["a negation of what has none", ["--no-strong"], 'brew has no option "--no-strong"'],
    ["an unknown short option", ["-x"], 'brew has no option "-x"'],
    ["names that objects have by birth", ["--constructor"], 'brew has no option "--constructor"'],
    ["the other such name", ["--__proto__=1"], 'brew has no option "--__proto__"'],
    ["an option in escapes", ["--\u001b[2J"], 'brew has no option "--\\x1b[2J"'],
    ["no value at the end", ["--leaf"], "--leaf needs a value: --leaf NAME"],
    ["an option for a value", ["--leaf", "--strong"], "--leaf needs a value: --leaf NAME"],
    ["a flag with a value", ["--strong=yes"], "--strong takes no value"],
    ["twice what can be once", ["--pot", "a", "--pot", "b"], "--pot is given twice"],
  ])("are refused: %s", (_name, argv, message) => {
    expect(() => parseArguments(definition, argv)).toThrow(
      expect.objectContaining({ constructor: CommandFailure, message }),
    );
  });

  it.each([
    [["--help"], true],
    [["x", "-h", "--wrong"], true],
    [["--", "--help"], false],
    [["help"], false],
  ])("ask for help: %j %s", (argv, want) => {
    expect(asksForHelp(argv)).toBe(want);
  });
});

describe("help", () => {
  it("is printed from the table that arguments are parsed with", () => {
    expect(commandHelp(definition)).toBe(`promschema brew <pot...> [options]

Brews tea in each pot.

Options
  -l, --leaf NAME     The leaf.
  --pot VALUE         The pot.
  --spice NAME        A spice. Repeatable.
  --milk, --no-milk   With milk, or not.
  -s, --strong        Stronger.

Examples
  One pot:
    promschema brew one --leaf assam

Exit codes
  0   Tea.
  2   No tea.
`);
  });

  it("lists the commands", () => {
    expect(overview([definition])).toContain("\nCommands\n  brew   Brew tea.\n");
  });
});
