import { afterEach, beforeEach, expect, vi } from "vitest";

// The library never prints. A console call in a test is a defect of ours, so it fails that test.
const methods = ["log", "info", "warn", "error", "debug"] as const;

beforeEach(() => {
  for (const method of methods) {
    vi.spyOn(console, method).mockImplementation((...args) => {
      expect.fail(`console.${method} was called: ${args.map(String).join(" ")}`);
    });
  }
});

afterEach(() => {
  vi.restoreAllMocks();
});
