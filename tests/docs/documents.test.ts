import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Block, normalise, readBlocks, readCommands } from "./blocks.js";
import { type CompileError, compile, shownErrors, shownOutput, transpile } from "./typescript.js";
import { createWorkspace, scripts, type Workspace } from "./workspace.js";

/** Every document but the generated page of rules, whose examples are broken on purpose. */
const documents = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync("docs")
    .filter((name) => name.endsWith(".md") && name !== "rules.md")
    .map((name) => `docs/${name}`),
];

/** With UPDATE_DOCS=1 the documents are given the output that their commands print, instead of being held to it. */
const updating = process.env["UPDATE_DOCS"] === "1";

/** Languages of blocks that are shown, not run. */
const shownOnly = new Set(["make", "text", "prometheus", "json", "jsonl"]);

const payload = readFileSync("examples/baseten.prom", "utf8");

describe.each(documents)("%s", (document) => {
  const markdown = readFileSync(document, "utf8");
  const blocks = readBlocks(document, markdown);
  const typescript = blocks.filter((block) => block.language === "ts");
  const updates: [shown: string, printed: string][] = [];
  let workspace: Workspace;
  let errors: CompileError[];

  const sourceOf = (block: Block): string =>
    path.join(workspace.folder, block.file ?? `block-${block.line}.ts`);

  beforeAll(async () => {
    workspace = await createWorkspace(payload);
    for (const block of blocks) {
      if (block.file !== undefined) workspace.write(block.file, block.text);
    }
    for (const block of typescript) {
      const file = path.relative(workspace.folder, sourceOf(block));
      workspace.write(file, `${block.text}export {};\n`);
      workspace.write(file.replace(/\.ts$/, ".js"), transpile(sourceOf(block)));
    }
    errors = typescript.length === 0 ? [] : compile(typescript.map(sourceOf));
  }, 60_000);

  afterAll(() => {
    workspace?.dispose();
    if (updates.length === 0) return;
    const updated = updates.reduce((text, [old, now]) => text.replace(old, () => now), markdown);
    writeFileSync(document, updated);
  });

  it("has blocks of known languages alone", () => {
    const known = new Set([...shownOnly, "ts", "yaml", "sh"]);
    const unknown = blocks.filter((block) => !known.has(block.language));
    expect(unknown.map((block) => `line ${block.line}: ${block.language}`)).toEqual([]);
  });

  it("links to files and headings that exist", () => {
    const links = [...markdown.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
    expect(links.filter((target) => !resolves(document, target))).toEqual([]);
  });

  for (const block of blocks) {
    const name = `line ${block.line}`;
    if (block.language === "ts") {
      it(`${name}: compiles, but for the errors it shows, and prints what it says`, async () => {
        const file = sourceOf(block);
        const shown = shownErrors(file);
        const given = errors.filter((error) => error.file === file);
        expect(given.map(place)).toEqual(shown.map(place));
        for (const [index, error] of shown.entries()) {
          expect(given[index]?.message).toMatch(asPattern(error.message));
        }
        if (shown.length > 0 || file.endsWith(".test.ts")) return;
        const { code, output } = await workspace.run(`node ${file.replace(/\.ts$/, ".js")}`);
        expect([code, output.trimEnd()]).toEqual([0, shownOutput(file)]);
      });
    } else if (block.as === "recipe") {
      // tests/docs/recipes.test.ts runs it.
    } else if (block.as === "configuration") {
      it(`${name}: is a configuration`, async () => {
        const file = block.file ?? `block-${block.line}.yaml`;
        workspace.write(file, block.text);
        const line = `npx promschema check --print-config --config ${file}`;
        expect(await workspace.run(line)).toMatchObject({ code: 0 });
      });
    } else if (block.language === "yaml") {
      it(`${name}: is a registry that compiles`, async () => {
        const file = block.file ?? `block-${block.line}.yaml`;
        const whole = /^registry:/m.test(block.text) ? "" : "registry: example\n";
        workspace.write(file, whole + block.text);
        const { code, output } = await workspace.run(`npx promschema lint ${file}`);
        expect({ code, output }).toMatchObject({ code: 0 });
      });
    } else if (block.language === "sh") {
      it(`${name}: runs, and prints what it says`, async () => {
        for (const command of readCommands(block.text)) {
          if (isCheckedElsewhere(command.line)) continue;
          const { code, output } = await workspace.run(command.line);
          expect({ line: command.line, code, output }).toMatchObject({ code: block.exit });
          if (command.output === undefined) continue;
          if (command.output.includes("…\n")) expect(output).toMatch(asExcerpt(command.output));
          else if (updating) updates.push([command.output, output.trimEnd()]);
          else expect(normalise(output)).toBe(normalise(command.output));
        }
      });
    } else if (block.language === "json" || block.language === "jsonl") {
      it(`${name}: is JSON`, () => {
        const texts = block.language === "json" ? [block.text] : block.text.trim().split("\n");
        for (const text of texts) expect(JSON.parse(text)).toBeTypeOf("object");
      });
    }
  }
});

/** A message as a document shows it: `…` stands for what it leaves out. */
function asPattern(shown: string): RegExp {
  const parts = shown.split("…").map((part) => part.trim().replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(parts.join(".+"));
}

/** The same of output of which a document shows a part: a line `…` stands for lines, or for none. */
function asExcerpt(shown: string): RegExp {
  const parts = normalise(shown)
    .split(/^…$/m)
    .map((part) => part.trim().replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(parts.join("[^]*"));
}

function place({ line, column, length }: CompileError): string {
  return `${line}:${column}, ${length} long`;
}

/** Installing is tested with the packed tarball, and npm's scripts by their own means: here it is enough that they exist. */
function isCheckedElsewhere(line: string): boolean {
  if (/^npm (i|install) (-D )?promschema$/.test(line)) return true;
  if (/^(git clone|cd) /.test(line)) return true;
  const script = /^npm (?:run )?(\w+)( |$)/.exec(line)?.[1];
  if (script === undefined) return false;
  expect([...scripts]).toContain(script);
  return true;
}

function resolves(document: string, target: string): boolean {
  if (/^https?:/.test(target)) return true;
  const [file = "", anchor] = target.split("#");
  const linked = file === "" ? document : path.join(path.dirname(document), file);
  if (!existsSync(linked)) return false;
  if (anchor === undefined || !linked.endsWith(".md")) return anchor === undefined;
  return headings(readFileSync(linked, "utf8")).includes(anchor);
}

function headings(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replace(/[^\w\s-]/g, "")
      .trim()
      .replace(/\s/g, "-"),
  );
}
