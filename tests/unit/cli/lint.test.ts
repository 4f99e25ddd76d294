import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withExcerpts } from "../../../src/cli/commands/excerpts.js";
import { createLintCommand, type LintDependencies } from "../../../src/cli/commands/lint.js";
import { createFinding, type Finding, PromschemaError } from "../../../src/diagnostics/index.js";
import type { CompiledRegistry } from "../../../src/registry/index.js";
import { fakeTerminal } from "./fake-terminal.js";

const registry: CompiledRegistry = {
  name: "r",
  metrics: new Map(),
  labels: new Map(),
  labelSets: new Map(),
};

const unit: Finding = createFinding({
  rule: "naming/counter-total",
  severity: "warning",
  message: "requests is a counter",
  line: 3,
  column: 3,
  length: 8,
  metric: "requests",
  hint: "rename it",
});

const early: Finding = createFinding({
  rule: "registry/syntax",
  severity: "error",
  message: "expected a mapping",
  line: 1,
  column: 1,
});

const whole: Finding = createFinding({
  rule: "naming/counter-total",
  severity: "info",
  message: "nothing has a note",
});

function stub(...findings: readonly Finding[]): LintDependencies {
  return { loadRegistry: async () => registry, lintRegistry: () => findings };
}

function failing(...findings: readonly [Finding, ...Finding[]]): LintDependencies {
  return {
    loadRegistry: () => Promise.reject(new PromschemaError(findings)),
    lintRegistry: () => expect.fail("a registry that did not load was linted"),
  };
}

async function lint(argv: readonly string[], dependencies: LintDependencies) {
  const terminal = fakeTerminal();
  const code = await createLintCommand(dependencies)(argv, terminal);
  return { code, ...terminal.written() };
}

let folder = "";
let document = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "promschema-lint-"));
  document = join(folder, "r.yaml");
  writeFileSync(document, "registry: r\r\nmetrics:\r\n  requests: { type: counter }\r\n");
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("lint", () => {
  it("is one line for a document without findings", async () => {
    expect(await lint([document], stub())).toEqual({
      code: 0,
      stdout: `${document}   0 metrics, 0 shared labels   ok   4 ms\n`,
      stderr: "",
    });
  });

  it("shows findings in the order of the document, with its lines", async () => {
    expect(await lint([document, "-v"], stub(whole, unit, early))).toEqual({
      code: 1,
      stdout: `
error  registry/syntax  ${document}:1:1
  expected a mapping
  |
1 | registry: r
  | ^^^^^^^^

warning  naming/counter-total  ${document}:3:3
  requests is a counter
  |
3 |   requests: { type: counter }
  |   ^^^^^^^^ rename it

info  naming/counter-total  ${document}
  nothing has a note

${document}   0 metrics, 0 shared labels   1 error, 1 warning, 1 info   4 ms
`,
      stderr: "promschema rules registry/syntax explains a rule\n",
    });
  });

  it("takes warnings to heart when told to", async () => {
    expect((await lint([document], stub(unit))).code).toBe(0);
    expect((await lint([document, "--fail-on", "warning"], stub(unit))).code).toBe(1);
  });

  it("hands the levels on to the naming rules", async () => {
    const dependencies: LintDependencies = {
      ...stub(),
      lintRegistry: (given, options) => {
        expect(given).toBe(registry);
        expect(options).toEqual({ levels: { "naming/counter-total": "off" }, metricLevels: [] });
        return [];
      },
    };
    const argv = [document, "--rule", "naming/counter-total=off"];
    expect((await lint(argv, dependencies)).code).toBe(0);
  });

  it("takes a document that does not compile for findings", async () => {
    const { code, stdout } = await lint([document], failing(early));
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /\n1 \| registry: r\n {2}\| \^{8}\n\n\S+ {3}1 error, 0 warnings {3}4 ms\n$/,
    );
  });

  it("exits 2 for a file that cannot be read, and goes on to the next", async () => {
    const unreadable = createFinding({
      rule: "registry/unreadable",
      severity: "error",
      message: "no such file",
      source: "a.yaml",
    });
    const dependencies: LintDependencies = {
      ...stub(),
      loadRegistry: async (path) => {
        if (path === "a.yaml") throw new PromschemaError([unreadable]);
        return registry;
      },
    };
    const { code, stdout, stderr } = await lint(["a.yaml", document], dependencies);
    expect({ code, stderr }).toEqual({ code: 2, stderr: "promschema: a.yaml: no such file\n" });
    expect(stdout).toMatch(/\n2 registries, 1 of them could not be read {3}0 errors, 0 warnings/);
  });

  it("reports for machines", async () => {
    const { stdout } = await lint([document, "--format", "json"], stub(unit));
    expect(JSON.parse(stdout)).toEqual({
      schemaVersion: 1,
      registries: [
        {
          source: document,
          name: "r",
          metrics: 0,
          labels: 0,
          findings: [
            {
              rule: "naming/counter-total",
              severity: "warning",
              message: "requests is a counter",
              line: 3,
              column: 3,
              length: 8,
              metric: "requests",
              hint: "rename it",
              fingerprint: unit.fingerprint,
            },
          ],
        },
      ],
      summary: { errors: 0, warnings: 1, infos: 0 },
    });
    const broken = await lint([document, "--format", "json"], failing(early));
    expect(JSON.parse(broken.stdout)).toMatchObject({ registries: [{ name: null }] });
  });

  it("needs a document", async () => {
    await expect(lint([], stub())).rejects.toMatchObject({
      message: "lint needs a registry document",
    });
  });
});

describe("excerpts", () => {
  const finding = (line: number, column: number) => ({ ...unit, line, column });
  const read = async (text: string, line: number, column: number) => {
    const [found] = await withExcerpts([finding(line, column)], "r.yaml", async () => text);
    return found?.excerpt;
  };

  it.each([
    ["a line feed", "a\nb\n"],
    ["a carriage return and a line feed", "a\r\nb\r\n"],
    ["a carriage return", "a\rb\r"],
    ["nothing, at the end", "a\nb"],
  ])("are lines that end in %s", async (_name, text) => {
    const want = { text: "b", column: 1, cutLeft: false, cutRight: false };
    expect(await read(text, 2, 1)).toEqual(want);
  });

  it("are windows of long lines that cut no character in half", async () => {
    const text = `${"🚀".repeat(1000)}`;
    const excerpt = await read(text, 1, 1002);
    expect(excerpt).toEqual({
      text: "🚀".repeat(500),
      column: 501,
      cutLeft: true,
      cutRight: true,
    });
    expect(await read(text, 1, 1)).toMatchObject({ column: 1, cutLeft: false, cutRight: true });
    expect(await read(text, 1, 2001)).toMatchObject({ cutLeft: true, cutRight: false });
  });

  it.each([
    ["a key", "  enmu: { a: b }", 3, 4],
    ["a value", "  type: guage # of fuel", 9, 5],
    ["a value with a colon in it", "  - job:up:sum", 5, 10],
    ["an item of a list", "[one?, two]", 2, 4],
    ["a quoted value, to its last quote", '{"type": "gu\\"age"}', 10, 9],
    ["nothing to speak of", "registry: [", 11, undefined],
    ["the end of the line", "a", 2, undefined],
  ])("tell how long the word is: %s", async (_name, text, column, length) => {
    const { length: _length, ...bare } = finding(1, column);
    const [found] = await withExcerpts([bare], "r.yaml", async () => text);
    expect(found?.length).toBe(length);
  });

  it("leave the byte order mark out of the first line", async () => {
    expect(await read("\ufeffa: 1", 1, 1)).toMatchObject({ text: "a: 1", column: 1 });
  });

  it("are missing where the text is, and the findings stand", async () => {
    expect(await read("a", 7, 1)).toBeUndefined();
    const gone = () => Promise.reject(new Error("gone"));
    expect(await withExcerpts([unit], "r.yaml", gone)).toEqual([unit]);
    expect(await withExcerpts([whole], "r.yaml", async () => "a")).toEqual([whole]);
  });

  it("are taken from the file a finding names, which is read once", async () => {
    const files: string[] = [];
    const other = { ...unit, source: "other.yaml", line: 1, column: 1 };
    const found = await withExcerpts([finding(1, 1), other, other], "r.yaml", async (source) => {
      files.push(source);
      return `text of ${source}`;
    });
    expect(files).toEqual(["r.yaml", "other.yaml"]);
    expect(found.map(({ excerpt }) => excerpt?.text)).toEqual([
      "text of r.yaml",
      "text of other.yaml",
      "text of other.yaml",
    ]);
  });
});
