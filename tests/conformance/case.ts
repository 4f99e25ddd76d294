import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

// The cases stand beside the repository, where they are at all: they are data to run against, never a part of it.
const folder = fileURLToPath(new URL("../../../shared/conformance", import.meta.url));

const wireLabels = z.record(z.string(), z.string());

/** A sample as a case spells it: numbers are texts, timestamps decimal seconds. `raw` is the series as written. */
const sampleSchema = z.object({
  name: z.string().optional(),
  labels: wireLabels.default({}),
  value: z.string().optional(),
  timestamp: z.string().optional(),
  exemplars: z
    .array(z.object({ labels: wireLabels, value: z.string(), timestamp: z.string().optional() }))
    .default([]),
  raw: z.string().optional(),
});

const expectedSchema = z.object({
  resolution: z.enum(["ms", "ns"]),
  order: z.enum(["wire", "any"]),
  numeric_labels: z.array(z.string()).default([]),
  merged: z.boolean().default(false),
  omits: z.array(z.string()).default([]),
  metadata: z
    .array(
      z.object({
        name: z.string(),
        type: z.string().optional(),
        help: z.string().optional(),
        unit: z.string().optional(),
      }),
    )
    .optional(),
  samples: z.array(sampleSchema).optional(),
});

const formatSchema = z.enum(["prometheus-text-0.0.4", "prometheus-text-1.0.0", "openmetrics-1.0"]);

const caseSchema = z.object({
  id: z.string(),
  format: formatSchema,
  input: z.string().optional(),
  input_base64: z.string().optional(),
  strict: z.enum(["accept", "reject"]),
  check: z.enum(["syntax", "semantics"]).optional(),
  ambiguity: z.array(z.string()).default([]),
  expected: expectedSchema.optional(),
  notes: z.array(z.string()).default([]),
});

export type ExpectedSample = z.infer<typeof sampleSchema>;
export type Expected = z.infer<typeof expectedSchema>;

export interface Case extends z.infer<typeof caseSchema> {
  readonly bytes: Uint8Array;
}

/** Every case of a format that is read here, by file and line; undefined where the cases are not beside the repository. */
export function readCases(): readonly Case[] | undefined {
  if (!existsSync(folder)) return undefined;
  const cases: Case[] = [];
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith(".jsonl")) continue;
    for (const line of readFileSync(path.join(folder, file), "utf8").split("\n")) {
      if (line === "") continue;
      const row: unknown = JSON.parse(line);
      if (!z.object({ format: formatSchema }).safeParse(row).success) continue;
      const parsed = caseSchema.parse(row);
      const { input, input_base64 = "" } = parsed;
      const bytes =
        input === undefined ? Buffer.from(input_base64, "base64") : new TextEncoder().encode(input);
      cases.push({ ...parsed, bytes: new Uint8Array(bytes) });
    }
  }
  return cases;
}
