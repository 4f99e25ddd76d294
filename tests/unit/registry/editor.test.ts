// What an editor shows while a registry is written: the compiler's errors, their places, and its completions.
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../../src/", import.meta.url));
const room = fileURLToPath(new URL("../../../src/registry/index.js", import.meta.url));

const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  exactOptionalPropertyTypes: true,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  types: [],
};

/** A language service that sees one file, whose text can change, beside those on disk. */
function createEditor() {
  const file = `${root}example.ts`;
  let text = "";
  let version = 0;
  const host: ts.LanguageServiceHost = {
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: (name) => (name === file ? String(version) : "0"),
    getScriptSnapshot(name) {
      const content = name === file ? text : ts.sys.readFile(name);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => root,
    getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile: ts.sys.readFile,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  };
  const service = ts.createLanguageService(host);
  const open = (source: string): void => {
    text = `import { defineRegistry, type LabelsOf } from ${JSON.stringify(room)};\n${source}`;
    version++;
  };
  return {
    /** Each error as the text it underlines, and its message. */
    errors(source: string): [string, string][] {
      open(source);
      return service.getSemanticDiagnostics(file).map(({ start = 0, length = 0, messageText }) => {
        const message = ts.flattenDiagnosticMessageText(messageText, "\n").split("\n")[0]!;
        return [text.slice(start, start + length), message];
      });
    },
    /** What is offered at the bar in the source. */
    completions(source: string): string[] {
      open(source.replace("|", ""));
      const at = text.length - source.length + source.indexOf("|") + 1;
      const entries = service.getCompletionsAtPosition(file, at, {})?.entries ?? [];
      return entries.map(({ name }) => name).sort();
    },
    /** The first line of what hovering over the last word of the source shows, and the rest. */
    hover(source: string): string {
      open(source);
      const info = service.getQuickInfoAtPosition(file, text.trimEnd().length - 2);
      return ts.displayPartsToString(info?.displayParts).replaceAll(/\s+/g, " ");
    },
  };
}

let editor: ReturnType<typeof createEditor>;

beforeAll(() => {
  editor = createEditor();
  // The first question reads the standard library.
  expect(editor.errors("")).toEqual([]);
}, 60_000);

/** A registry with one metric of these fields. */
function withMetric(fields: string): string {
  return `export const r = defineRegistry({
  registry: "shop",
  labels: {
    model_id: { description: "Identifier of the model." },
    phase: { enum: ["promoting", "stable"] },
  },
  labelSets: { deployment: ["model_id", "phase?"] },
  metrics: { m: { ${fields} } },
});`;
}

describe("a mistake in a registry literal is underlined where it stands", () => {
  const cases: readonly { name: string; source: string; want: [string, string] }[] = [
    {
      name: "a misspelt label",
      source: withMetric('type: "gauge", labels: ["modle_id"]'),
      want: [
        '"modle_id"',
        `Type '"modle_id"' is not assignable to type 'InlineLabelDocument | Reference<"model_id" | "phase", "deployment">'. Did you mean '"model_id"'?`,
      ],
    },
    {
      name: "a misspelt optional label",
      source: withMetric('type: "gauge", labels: ["model_id", "phas?"]'),
      want: [
        '"phas?"',
        `Type '"phas?"' is not assignable to type 'InlineLabelDocument | Reference<"model_id" | "phase", "deployment">'. Did you mean '"phase?"'?`,
      ],
    },
    {
      name: "a misspelt label set",
      source: withMetric('type: "gauge", labels: ["...deploymnt"]'),
      want: [
        '"...deploymnt"',
        `Type '"...deploymnt"' is not assignable to type 'InlineLabelDocument | Reference<"model_id" | "phase", "deployment">'. Did you mean '"...deployment"'?`,
      ],
    },
    {
      name: "a label listed twice",
      source: withMetric('type: "gauge", labels: ["phase", "model_id", "phase?"]'),
      want: [
        '"phase?"',
        `Type '"phase?"' is not assignable to type '"label phase is in this list already"'.`,
      ],
    },
    {
      name: "a label listed again by a set",
      source: withMetric('type: "gauge", labels: ["model_id", "...deployment"]'),
      want: [
        '"...deployment"',
        `Type '"...deployment"' is not assignable to type '"label model_id is in this list already"'.`,
      ],
    },
    {
      name: "a misspelt type",
      source: withMetric('type: "guage"'),
      want: [
        "type",
        `Type '"guage"' is not assignable to type 'MetricType'. Did you mean '"gauge"'?`,
      ],
    },
    {
      name: "a misspelt field of a metric",
      source: withMetric('type: "gauge", lables: ["model_id"]'),
      want: [
        "lables",
        "Object literal may only specify known properties, but 'lables' does not exist in type 'MetricDocument & UnknownField'. Did you mean to write 'labels'?",
      ],
    },
    {
      name: "a misspelt field of a value",
      source: withMetric('type: "gauge", value: { min: 0, maks: 1 }'),
      want: [
        "maks",
        "Object literal may only specify known properties, and 'maks' does not exist in type 'ValueDocument'.",
      ],
    },
    {
      name: "a misspelt field of a label defined in place",
      source: withMetric('type: "gauge", labels: ["model_id", { name: "x", descripton: "X." }]'),
      want: [
        "descripton",
        "Object literal may only specify known properties, but 'descripton' does not exist in type 'InlineLabelDocument & UnknownField'. Did you mean to write 'description'?",
      ],
    },
    {
      name: "a missing type",
      source: withMetric('description: "No type."'),
      want: [
        "m",
        `Property 'type' is missing in type '{ description: string; }' but required in type 'MetricDocument'.`,
      ],
    },
    {
      name: "a reference where nothing is shared",
      source:
        'defineRegistry({ registry: "r", metrics: { m: { type: "gauge", labels: ["a"] } } });',
      want: [
        '"a"',
        `Type '"a"' is not assignable to type 'InlineLabelDocument | "the registry has no shared labels"'.`,
      ],
    },
    {
      name: "a misspelt field of a shared label",
      source: 'defineRegistry({ registry: "r", labels: { a: { patern: "x" } }, metrics: {} });',
      want: [
        "patern",
        `Object literal may only specify known properties, but 'patern' does not exist in type 'LabelDocument<"a"> & UnknownField'. Did you mean to write 'pattern'?`,
      ],
    },
    {
      name: "a misspelt field of an enum value",
      source:
        'defineRegistry({ registry: "r", labels: { a: { enum: { v: { meaning: "V.", presense: "always" } } } }, metrics: {} });',
      want: [
        "presense",
        "Object literal may only specify known properties, but 'presense' does not exist in type 'EnumValueDocument & UnknownField'. Did you mean to write 'presence'?",
      ],
    },
    {
      name: "a requirement that does not exist",
      source:
        'defineRegistry({ registry: "r", labels: { env: {}, phase: { requires: ["enw"] } }, metrics: {} });',
      want: [`"enw"`, `Type '"enw"' is not assignable to type '"env" | "phase"'.`],
    },
    {
      name: "a misspelt label within a set",
      source:
        'defineRegistry({ registry: "r", labels: { model: {} }, labelSets: { s: ["modle"] }, metrics: {} });',
      want: [
        '"modle"',
        `Type '"modle"' is not assignable to type 'InlineLabelDocument | Reference<"model", "s">'. Did you mean '"model"'?`,
      ],
    },
    {
      name: "a label twice within a set",
      source:
        'defineRegistry({ registry: "r", labels: { path: {} }, labelSets: { s: ["path"], t: ["path", "...s"] }, metrics: {} });',
      want: [
        '"...s"',
        `Type '"...s"' is not assignable to type '"label path is in this list already"'.`,
      ],
    },
    {
      name: "an unknown field of the registry",
      source: 'defineRegistry({ registry: "r", metrics: {}, lables: {} });',
      want: [
        "lables",
        "Object literal may only specify known properties, but 'lables' does not exist in type 'DefinedDocument<Record<never, never>, Record<never, never>, {}>'. Did you mean to write 'labels'?",
      ],
    },
    {
      name: "a wrong value of an enum label",
      source: `${withMetric('type: "gauge", labels: ["phase"]')}
export const labels: LabelsOf<typeof r, "m"> = { phase: "promting" };`,
      want: [
        "phase",
        `Type '"promting"' is not assignable to type '"promoting" | "stable"'. Did you mean '"promoting"'?`,
      ],
    },
  ];
  it.each(cases)("$name", ({ source, want }) => {
    expect(editor.errors(source)).toEqual([want]);
  });

  it("each of several mistakes in one metric", () => {
    const source = withMetric('type: "guage", labels: ["modle_id", "...deploymnt"]');
    expect(editor.errors(source).map(([underlined]) => underlined)).toEqual([
      "type",
      '"modle_id"',
      '"...deploymnt"',
    ]);
  });
});

describe("an editor completes", () => {
  it("label names, optional ones and sets in a list", () => {
    const source = withMetric('type: "gauge", labels: ["|"]');
    expect(editor.completions(source)).toEqual([
      "...deployment",
      "model_id",
      "model_id?",
      "phase",
      "phase?",
    ]);
  });

  it("the types of a metric", () => {
    expect(editor.completions(withMetric('type: "|"'))).toContain("gaugehistogram");
  });

  it("the fields of a metric", () => {
    const offered = editor.completions(withMetric('type: "gauge", |'));
    expect(offered).toEqual(
      expect.arrayContaining(["buckets", "labels", "presence", "renamedFrom"]),
    );
    expect(offered).not.toContain("type");
  });

  it("the fields of a shared label", () => {
    const source =
      'defineRegistry({ registry: "r", labels: { a: {}, b: { enum: ["x"], | } }, metrics: {} });';
    const fields = ["description", "examples", "maxValues", "open", "pattern", "requires", "type"];
    expect(editor.completions(source)).toEqual(fields);
  });

  it("the values of a label", () => {
    const source = `${withMetric('type: "gauge", labels: ["...deployment"]')}
export const labels: LabelsOf<typeof r, "m"> = { model_id: "x", phase: "|" };`;
    expect(editor.completions(source)).toEqual(["", "promoting", "stable"]);
  });
});

describe("hovering over inferred labels", () => {
  it("shows a plain object", () => {
    const source = `${withMetric('type: "gauge", labels: ["...deployment", { name: "gpu", type: "boolean" }]')}
type Labels = LabelsOf<typeof r, "m">;
declare const labels: Labels;
labels;`;
    expect(editor.hover(source)).toBe(
      'const labels: { model_id: string; gpu: boolean | "true" | "false"; phase?: "" | "promoting" | "stable" | undefined; }',
    );
  });
});
