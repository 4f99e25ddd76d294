import { defineConfig } from "tsup";

// The library in both module systems; the command line as ESM alone, since nothing imports it.
export default defineConfig([
  {
    entry: {
      index: "src/index.ts",
      exposition: "src/exposition/index.ts",
      load: "src/load/index.ts",
      baseten: "src/baseten.ts",
    },
    format: ["esm", "cjs"],
    dts: true,
    splitting: true,
    target: "node20",
    platform: "neutral",
    external: [/^node:/],
    clean: true,
  },
  {
    entry: { cli: "src/cli/main.ts" },
    format: ["esm"],
    dts: false,
    splitting: true,
    target: "node20",
    platform: "node",
    outDir: "dist/cli-bundle",
  },
]);
