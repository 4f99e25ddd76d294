import { copyFile } from "node:fs/promises";
import { defineConfig, type Options } from "tsup";

const shared: Options = { target: "node20", clean: false };

/**
 * The part of a package that is needed comes along: of zod that is a third, and whole, with its messages in fifty languages, it takes 9 MB and
 * half of the time of loading. The licences ask to be named.
 */
function bundled(...packages: readonly string[]): Options {
  return {
    noExternal: [...packages],
    onSuccess: async () => {
      for (const name of packages) {
        await copyFile(`node_modules/${name}/LICENSE`, `dist/${name}.LICENSE`);
      }
    },
  };
}

/** The library: what package.json exports. */
const library: Options = {
  ...shared,
  // It puts small constants where they are used. Else they are variables of a module, which an engine reads and looks at each time.
  minifySyntax: true,
  entry: {
    index: "src/index.ts",
    exposition: "src/exposition.ts",
    load: "src/load.ts",
    config: "src/config/index.ts",
    baseten: "src/baseten.ts",
    http: "src/http/index.ts",
    generate: "src/generate/index.ts",
    testing: "src/testing/index.ts",
    "prom-client": "src/prom-client/index.ts",
    opentelemetry: "src/opentelemetry/index.ts",
    "testing-vitest": "src/matcher/vitest.ts",
    "testing-jest": "src/matcher/jest.ts",
  },
  platform: "neutral",
  external: [/^node:/],
};

export default defineConfig([
  { ...library, ...bundled("zod"), format: "esm", splitting: true },
  // Without splitting: that would turn the dynamic import of a registry module into a require, which cannot load one.
  { ...library, format: "cjs", splitting: false },
  { ...library, format: ["esm", "cjs"], dts: { only: true } },
  // The command line as ESM alone, since nothing imports it; split, so that --help loads no parser. What it needs of packages is in it: Node
  // takes longer to find the sixty files of yaml than to check a payload of a megabyte.
  {
    ...shared,
    ...bundled("zod", "yaml", "re2js"),
    entry: { cli: "src/cli/main.ts" },
    format: "esm",
    splitting: true,
    // Not "node": under that name yaml offers the form that cannot be taken apart.
    platform: "neutral",
    external: [/^node:/],
    // Every command reads its text anew: without blanks and long names that takes a tenth of a short check. Which source went where, which no
    // comment says then, is in the metafile, for a test.
    minify: true,
    metafile: true,
  },
]);
