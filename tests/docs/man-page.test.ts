import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { generateManPage } from "../../scripts/generate/man-page.js";
import { commands } from "../../src/cli/commands.js";

const [page] = generateManPage();
const file = page?.path ?? "";

describe("the manual page", () => {
  it("is what `npm run generate` would write, and what package.json names", () => {
    expect(readFileSync(file, "utf8")).toBe(page?.content);
    expect(JSON.parse(readFileSync("package.json", "utf8")).man).toEqual([`./${file}`]);
  });

  const formatter = spawnSync("groff", ["--version"]).error === undefined;
  if (!formatter) process.stderr.write("skipped, since it is not installed: groff\n");

  it.skipIf(!formatter)("formats without a warning, and says what --help says", () => {
    const { stdout, stderr } = spawnSync("groff", ["-man", "-Tascii", "-ww", "-P-cbou", file], {
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    // Quotes and breaks of lines are a matter of the device.
    const plain = (text: string) => text.replaceAll(/[\s`'^]/g, "");
    const shown = plain(stdout);
    for (const { definition } of commands) {
      for (const [name, option] of Object.entries(definition.options)) {
        expect(shown).toContain(`--${name}`);
        expect(shown).toContain(plain(option.summary));
      }
      for (const [command] of definition.examples) expect(shown).toContain(plain(command));
    }
  });
});
