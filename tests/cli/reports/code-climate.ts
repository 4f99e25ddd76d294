// The issues of Code Climate, which GitLab's code quality report is made of, as their published types say: the compiler reads a report as a
// literal of them. No package has them as a JSON Schema.
import path from "node:path";
import ts from "typescript";

const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
  lib: ["lib.es2022.d.ts"],
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
};

/** What the types say against each report, in the order of the reports. */
export function codeClimateBreaches(reports: readonly string[]): readonly (readonly string[])[] {
  const files = new Map(
    reports.map((report, at) => [
      path.resolve(`tests/cli/reports/report-${at}.ts`),
      `import type { Issue } from "codeclimate-types";\nexport const report: Issue[] = ${report};\n`,
    ]),
  );
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, getSourceFile } = host;
  host.fileExists = (name) => files.has(path.resolve(name)) || fileExists(name);
  host.readFile = (name) => files.get(path.resolve(name)) ?? readFile(name);
  host.getSourceFile = (name, target, ...rest) => {
    const text = files.get(path.resolve(name));
    return text === undefined
      ? getSourceFile(name, target, ...rest)
      : ts.createSourceFile(name, text, target);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files.keys()].map((file) => {
    const source = program.getSourceFile(file);
    return [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ].map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
  });
}
