import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { type Outcome, parseCase, withOutcome } from "./case.js";
import { promschema } from "./run.js";

const folder = fileURLToPath(new URL("cases/", import.meta.url));
const workspace = mkdtempSync(join(tmpdir(), "promschema-cli-"));

afterAll(() => {
  rmSync(workspace, { recursive: true });
});

/** Times differ from run to run, nothing else does. */
function withoutTimes({ exit, stdout, stderr }: Outcome): Outcome {
  return { exit, stdout: stdout.replace(/ {3}[\d.,]+ (?:ms|s)$/gm, "   N ms"), stderr };
}

// With UPDATE_CASES=1 the outcomes are written into the files instead, to be read before they are kept.
const update = process.env["UPDATE_CASES"] === "1";

describe("the command line", () => {
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".txt"))) {
    const text = readFileSync(join(folder, name), "utf8");
    const { sentence, argv, environment, files, stdin, want } = parseCase(text);
    it.concurrent(`${name}: ${sentence}`, async () => {
      const cwd = join(workspace, name);
      mkdirSync(cwd);
      for (const [path, content] of files) {
        mkdirSync(dirname(join(cwd, path)), { recursive: true });
        writeFileSync(join(cwd, path), content);
      }
      const got = withoutTimes(await promschema(argv, { cwd, stdin, environment }));
      if (update) writeFileSync(join(folder, name), withOutcome(text, got));
      else expect(got).toEqual(want);
    });
  }
});
