import { copyFile } from "node:fs/promises";
import { defineConfig, type Options } from "tsup";

const shared: Options = { target: "node20", clean: false };

/**
 * The part of zod that the registry needs comes along, a third of it: whole, with its messages in fifty languages, it takes 9 MB and half of the
 * time of loading. Its licence asks to be named.
 */
const withZod: Options = {
  noExternal: ["zod"],
  onSuccess: () => copyFile("node_modules/zod/LICENSE", "dist/zod.LICENSE"),
};

/** The library: what package.json exports. */
const library: Options = {
  ...shared,
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
  { ...library, ...withZod, format: "esm", splitting: true },
  // Without splitting: that would turn the dynamic import of a registry module into a require, which cannot load one.
  { ...library, format: "cjs", splitting: false },
  { ...library, format: ["esm", "cjs"], dts: { only: true } },
  // The command line as ESM alone, since nothing imports it; split, so that --help loads no parser.
  {
    ...shared,
    ...withZod,
    entry: { cli: "src/cli/main.ts" },
    format: "esm",
    splitting: true,
    platform: "node",
  },
]);
