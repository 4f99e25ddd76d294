// The measured processes run plain JavaScript: a loader for TypeScript would take CPU time and memory beside what is measured.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import typescript from "typescript";

export const root: string = resolve(fileURLToPath(import.meta.url), "../../..");

/** Tells checkouts apart that share their dependencies. */
const checkout = createHash("sha256").update(root).digest("hex").slice(0, 8);

/** Within reach of the dependencies, so that every import means the same there. */
const outputFolder = join(root, `node_modules/.promschema-bench/${checkout}`);

/** Strips the types from the files of this folder. */
export function compileProcesses(): void {
  const sources = join(root, "tests/bench");
  mkdirSync(outputFolder, { recursive: true });
  writeFileSync(join(outputFolder, "package.json"), '{ "type": "module" }\n');
  for (const file of readdirSync(sources)) {
    if (!file.endsWith(".ts") || file.endsWith(".d.ts")) continue;
    const { outputText } = typescript.transpileModule(readFileSync(join(sources, file), "utf8"), {
      compilerOptions: {
        target: typescript.ScriptTarget.ES2022,
        module: typescript.ModuleKind.ESNext,
        verbatimModuleSyntax: true,
      },
    });
    writeFileSync(join(outputFolder, file.replace(/\.ts$/, ".js")), outputText);
  }
}

/** Path of a compiled process. */
export function processFile(name: string): string {
  return join(outputFolder, `${name}.js`);
}
