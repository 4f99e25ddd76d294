import { loadRegistry } from "../../load/index.js";
import { lintRegistry } from "../../registry/index.js";
import { createGenerateCommand } from "./generate.js";
import { createLintCommand } from "./lint.js";
import { createMockCommand } from "./mock.js";

// The commands that need no more than a registry.

export const lintCommand = createLintCommand({ loadRegistry, lintRegistry });

export const generateCommand = createGenerateCommand({ loadRegistry });

export const mockCommand = createMockCommand({ loadRegistry });
