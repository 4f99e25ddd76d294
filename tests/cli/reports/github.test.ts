// Annotations as the toolkit of GitHub writes them. Nothing that reads them can be had outside of a runner: the reader of these tests follows
// the runner's rules, and each command, read by it and written again by the toolkit, has to be the same.
import * as core from "@actions/core";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type RunnerCommand, runnerCommands } from "../../unit/cli/reporters/runner.js";
import { hostileSubject, report, subject, unseen } from "../../unit/cli/reporters/sample-run.js";
import { allRuns } from "./runs.js";

/** Runs are made in it, of programs on a machine that has other work. */
const minutes = 180_000;

afterEach(() => {
  vi.restoreAllMocks();
});

/** What the toolkit calls the properties of a command. */
const fields = new Map([
  ["title", "title"],
  ["file", "file"],
  ["line", "startLine"],
  ["col", "startColumn"],
  ["endColumn", "endColumn"],
]);

/** The command as the toolkit writes it. */
function writtenByToolkit({ name, properties, message }: RunnerCommand): string {
  const place = Object.fromEntries(
    [...properties].map(([key, value]) => [fields.get(key) ?? "unknown", value]),
  );
  let written = "";
  const write = vi.spyOn(process.stdout, "write").mockImplementation((chunk) => {
    written += String(chunk);
    return true;
  });
  if (name === "error") core.error(message, place);
  else if (name === "warning") core.warning(message, place);
  else if (name === "notice") core.notice(message, place);
  else throw new Error(`a command of another kind: ${name}`);
  write.mockRestore();
  return written.replace(/\r?\n$/, "");
}

/** A command with its properties in the order of their names: the runner takes them in any. */
function inOrder(command: string): string {
  return command.replace(/^(::\w+ )(.*?)(?=::)/, (_all, head: string, given: string) => {
    return head + given.split(",").sort().join(",");
  });
}

function expectAsToolkit(output: string): number {
  const commands = runnerCommands(output);
  const lines = output.split("\n").filter((line) => line.startsWith("::"));
  expect(lines).toHaveLength(commands.length);
  expect(lines.map(inOrder)).toEqual(commands.map((one) => inOrder(writtenByToolkit(one))));
  return commands.length;
}

describe("annotations", () => {
  it("are written as the toolkit of GitHub writes them", { timeout: minutes }, async () => {
    for (const { reports } of await allRuns()) expectAsToolkit(reports.github);
    const unread = [{ source: "a%0A::b", message: "gone,\r\n::error::x" }];
    const text = await report("github", [hostileSubject(), subject("a, b: c%.prom", unseen)], {
      show: "info",
      unread,
      interrupted: true,
    });
    expect(expectAsToolkit(text)).toBe(hostileSubject().findings.length + 3);
  });

  it("are one for each finding, unless several are about one value", {
    timeout: minutes,
  }, async () => {
    const counts = (await allRuns()).map(({ name, reports }) => [
      name,
      runnerCommands(reports.github).filter(
        ({ properties }) => properties.get("title") !== "promschema",
      ).length,
    ]);
    const findings = (await allRuns()).map(({ name, findings: count }) => [name, count]);
    expect(counts).toEqual(findings);
  });

  it.each([
    "::error file=a:b::m",
    "::error title=a%::m",
    "::error title=100%,line=1::m",
    "::error title=t::50%",
    "::error title=t::m\r",
  ])("are told from what the toolkit would not write: %j", (line) => {
    expect(() => expectAsToolkit(line)).toThrow(/to deeply equal|to have a length/);
  });
});
