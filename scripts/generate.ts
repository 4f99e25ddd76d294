// Writes every file of the repository that is made from another: `npm run generate`.
// With --check it writes nothing, names the files that are not what they would be, and exits 1.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { generateBaseten } from "./generate/baseten.js";
import { generateConfiguration } from "./generate/configuration.js";
import { generateGoldens } from "./generate/goldens.js";
import { generateManPage } from "./generate/man-page.js";
import { generateRegistrySchema } from "./generate/registry-schema.js";
import { generateRulesPage } from "./generate/rules-page.js";

interface GeneratedFile {
  readonly path: string;
  readonly content: string;
}

type Generator = () => readonly GeneratedFile[] | Promise<readonly GeneratedFile[]>;

const generators: readonly Generator[] = [
  generateRulesPage,
  generateRegistrySchema,
  generateBaseten,
  generateConfiguration,
  generateManPage,
  generateGoldens,
];

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const checking = process.argv.includes("--check");

let total = 0;
const stale: string[] = [];
for (const generate of generators) {
  for (const file of await generate()) {
    total += 1;
    const target = path.join(root, file.path);
    if ((await contentOf(target)) === file.content) continue;
    stale.push(file.path);
    if (checking) continue;
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, file.content);
  }
}

if (checking && stale.length > 0) {
  console.error(`stale, run \`npm run generate\` and commit the result:\n  ${stale.join("\n  ")}`);
  process.exitCode = 1;
} else if (stale.length > 0) {
  console.log(`wrote ${stale.join(", ")}`);
} else {
  console.log(`${total} generated files are current`);
}

async function contentOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch {
    // Absent is stale.
    return undefined;
  }
}
