// The table of options is the one source of the configuration: its keys, its schema, its type and its page.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  configurationSchema,
  generateConfiguration,
} from "../../../../scripts/generate/configuration.js";
import type { CommandDefinition } from "../../../../src/cli/arguments/definition.js";
import { checkDefinition } from "../../../../src/cli/commands/check-definition.js";
import { checkSettings } from "../../../../src/cli/commands/check-settings.js";
import { lintDefinition } from "../../../../src/cli/commands/lint-definition.js";
import { configurationKeys, keysOf } from "../../../../src/cli/configuration/keys.js";
import { CommandFailure } from "../../../../src/cli/failure.js";

/** Options that only a command line has: what they are about is one run. */
const ofOneRun = ["color", "config", "help", "no-config", "print-config", "update-baseline"];

const options = [checkDefinition, lintDefinition].flatMap((definition: CommandDefinition) =>
  Object.entries(definition.options).map(
    ([name, option]) => [`${definition.name} --${name}`, name, option] as const,
  ),
);

describe("an option", () => {
  it.each(options)("%s has a key in the configuration, or is for one run", (_, name, option) => {
    expect(keysOf(option).length > 0).toBe(!ofOneRun.includes(name));
  });

  it.each(options.filter(([, , option]) => option.choices !== undefined))(
    "%s takes each of its choices, and nothing else",
    (_, name, { choices = [] }) => {
      for (const choice of choices)
        checkSettings([`--${name}=${choice}`, "a.prom"], { isTerminal: false });
      expect(() => checkSettings([`--${name}=neither`, "a.prom"], { isTerminal: false })).toThrow(
        CommandFailure,
      );
    },
  );

  it.each(options.filter(([, , option]) => option.default !== undefined))(
    "%s has the default that it is said to have",
    (_, name, option) => {
      const bare = checkSettings(["a.prom"], { isTerminal: false });
      expect(
        checkSettings([`--${name}=${option.default}`, "a.prom"], { isTerminal: false }),
      ).toEqual(bare);
      const said = new RegExp(`\\b${option.default} \\(default\\)|Default: ${option.default}\\.`);
      expect(`${option.summary}${option.default === "error" ? " error (default)" : ""}`).toMatch(
        said,
      );
    },
  );
});

describe("a key", () => {
  it.each([...configurationKeys.values()])("$key stands for one thing, and says what", (key) => {
    expect(key.key).toMatch(/^[a-z][a-zA-Z]*$/);
    expect(key.summary).toMatch(/^[A-Z].*\.$/);
    expect(key.summary).not.toContain("Repeatable");
  });

  it("is in the schema for editors", () => {
    expect(Object.keys(Object(configurationSchema()["properties"])).sort()).toEqual(
      ["$schema", "generate", ...configurationKeys.keys()].sort(),
    );
  });
});

it("is written in schema, type and page as `npm run generate` would write it", async () => {
  for (const { path, content } of await generateConfiguration()) {
    expect(readFileSync(path, "utf8"), path).toBe(content);
  }
});
