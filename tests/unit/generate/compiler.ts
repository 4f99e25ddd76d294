// The TypeScript compiler over files that are not on disk.
import { fileURLToPath } from "node:url";
import ts from "typescript";

const folder = fileURLToPath(new URL("../../../src/", import.meta.url));

const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  types: [],
};

/** A language service over these files, by name, as if they stood in src. */
function languageService(files: ReadonlyMap<string, string>): ts.LanguageService {
  const contentOf = (name: string) => files.get(name.slice(folder.length));
  const host: ts.LanguageServiceHost = {
    getCompilationSettings: () => options,
    getScriptFileNames: () => Array.from(files.keys(), (name) => folder + name),
    getScriptVersion: () => "0",
    getScriptSnapshot(name) {
      const content = contentOf(name) ?? ts.sys.readFile(name);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
    fileExists: (name) => contentOf(name) !== undefined || ts.sys.fileExists(name),
    readFile: ts.sys.readFile,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  };
  return ts.createLanguageService(host);
}

/** What the compiler says of the files: `name:line: message`. */
export function compileErrors(files: ReadonlyMap<string, string>): string[] {
  const service = languageService(files);
  return Array.from(files.keys()).flatMap((name) =>
    [
      ...service.getSyntacticDiagnostics(folder + name),
      ...service.getSemanticDiagnostics(folder + name),
    ].map(({ start = 0, messageText, file }) => {
      const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start).line + 1;
      return `${name}:${line}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
    }),
  );
}

/** What an editor shows over the first occurrence of a word, after some text: the type, the words, the tags. */
export function hover(file: string, at: { readonly after: string; readonly word: string }) {
  const service = languageService(new Map([["hovered.ts", file]]));
  const position = file.indexOf(at.word, file.indexOf(at.after));
  const info = service.getQuickInfoAtPosition(`${folder}hovered.ts`, position);
  return {
    type: ts.displayPartsToString(info?.displayParts).replaceAll(/\s+/g, " "),
    words: ts.displayPartsToString(info?.documentation),
    tags: (info?.tags ?? []).map(({ name, text }) => [name, ts.displayPartsToString(text)]),
  };
}

/** What a generated module exports, run with these modules to import. */
export function run(
  content: string,
  imports: { readonly [specifier: string]: unknown } = {},
): Record<string, unknown> {
  const { outputText } = ts.transpileModule(content, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const module = { exports: {} };
  const require = (specifier: string): unknown => imports[specifier];
  new Function("module", "exports", "require", outputText)(module, module.exports, require);
  return module.exports;
}
