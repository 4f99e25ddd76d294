import { defineConfig } from "tsup";

const shared = { target: "node20", splitting: true, clean: false } as const;

// The library in both module systems; the command line as ESM alone, since nothing imports it.
export default defineConfig([
  {
    ...shared,
    entry: {
      index: "src/index.ts",
      exposition: "src/exposition.ts",
      load: "src/load/index.ts",
      baseten: "src/baseten.ts",
    },
    format: ["esm", "cjs"],
    dts: true,
    platform: "neutral",
    external: [/^node:/],
  },
  { ...shared, entry: { cli: "src/cli/main.ts" }, format: ["esm"], dts: false, platform: "node" },
]);
