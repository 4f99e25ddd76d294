import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    setupFiles: ["tests/setup.ts"],
    typecheck: { enabled: true, include: ["tests/types/**/*.test-d.ts"], checker: "tsc" },
    testTimeout: 20_000,
    // Every core, and modules loaded once: the suite takes half the time. Tests share module state, as programs do.
    maxWorkers: "100%",
    isolate: false,
  },
});
