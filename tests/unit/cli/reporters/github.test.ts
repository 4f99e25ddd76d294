import { describe, expect, it } from "vitest";
import { runnerCommands } from "./runner.js";
import {
  absent,
  breach,
  hostileSubject,
  hostileTexts,
  report,
  subject,
  unseen,
} from "./sample-run.js";

async function commands(
  ...args: Parameters<typeof report> extends [unknown, ...infer Rest] ? Rest : never
) {
  return runnerCommands(await report("github", ...args)).map(({ name, properties, message }) => ({
    name,
    ...Object.fromEntries(properties),
    message,
  }));
}

describe("the annotations", () => {
  it("stand at the payload where there is a place in it, and at the registry where there is none", async () => {
    expect(await commands([subject("out/m.prom", absent, breach)])).toEqual([
      {
        name: "error",
        file: "out/m.prom",
        line: "12",
        col: "17",
        endColumn: "25",
        title: "label-value",
        message: [
          'phase of replicas is "promting", which is not one of its values',
          'did you mean "promoting"?',
          "allowed: promoting, stable",
          "and 14 more like it",
        ].join("\n"),
      },
      {
        name: "warning",
        file: "r.yaml",
        line: "40",
        col: "5",
        title: "absent-metric",
        message: "replicas_starting is declared but not in this exposition\nin out/m.prom",
      },
    ]);
  });

  it("of a service stand at the registry, and name the service", async () => {
    const [first] = await commands([subject("https://host:1/metrics", breach)]);
    expect(first).toMatchObject({ file: "r.yaml", line: "31" });
    expect(first?.message).toMatch(/\nin https:\/\/host:1\/metrics$/);
  });

  it("name files as the repository does", async () => {
    const [first] = await commands([subject("m.prom", breach)], {
      root: process.cwd().split("/").slice(0, -1).join("/"),
    });
    expect(first).toMatchObject({ file: `${process.cwd().split("/").at(-1)}/m.prom` });
  });

  it("show infos when they are asked for", async () => {
    expect(await commands([subject("m.prom", unseen)])).toEqual([]);
    expect(await commands([subject("m.prom", unseen)], { show: "info" })).toMatchObject([
      { name: "notice", title: "unseen-metric" },
    ]);
  });

  it("tell what could not be read, and that the run was interrupted", async () => {
    const unread = [{ source: "b", message: "gone" }];
    expect(await commands([], { unread, interrupted: true })).toMatchObject([
      { name: "error", message: "b: gone" },
      { name: "warning", message: "interrupted: this is what was found so far" },
    ]);
  });

  it("are the only commands, whatever a payload holds, and hold nothing a terminal obeys", async () => {
    const text = await report("github", [hostileSubject()]);
    const found = runnerCommands(text);
    expect(new Set(found.map(({ name }) => name))).toEqual(new Set(["error"]));
    // Those about the same value of several metrics are one; here each is by itself.
    expect(found).toHaveLength(2 * hostileTexts.length);
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
    expect(text.length).toBeLessThan(100_000);
  });
});

describe("the text report in the log of a runner", () => {
  it("holds no command, whatever a payload holds", async () => {
    expect(runnerCommands(await report("text", [hostileSubject()]))).toEqual([]);
    for (const format of ["json", "jsonl"] as const) {
      expect(runnerCommands(await report(format, [hostileSubject()]))).toEqual([]);
    }
  });
});
