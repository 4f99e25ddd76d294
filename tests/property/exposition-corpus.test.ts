import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { checkExposition } from "../../src/check/index.js";
import { inChunks } from "./arbitraries/bytes.js";
import { expectSameUnderChunks } from "./chunks.js";

// Payloads of real exporters, which stand beside the repository where they are at all.
const folder = fileURLToPath(new URL("../../../shared/corpus", import.meta.url));
const manifest = path.join(folder, "MANIFEST.jsonl");

const rowSchema = z.object({
  file: z.string(),
  content_type: z.string().nullish(),
  samples: z.number().nullish(),
});

/** Every file that is text and was served as an exposition, or ought not to have been. */
function readRows(): z.infer<typeof rowSchema>[] {
  if (!existsSync(manifest)) return [];
  return readFileSync(manifest, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => rowSchema.parse(JSON.parse(line)))
    .filter(({ file }) =>
      /^(?:(?:scrapes|github)\/.*\.(?:txt|prom)|bad\/.*\.(?:txt|prom|json))$/.test(file),
    );
}

const rows = readRows();
const chunkSizes = [1, 7, 64, 4096];

describe.skipIf(rows.length === 0)(
  rows.length === 0
    ? "the corpus (SKIPPED: the folder ../shared/corpus is not there)"
    : "the corpus reads the same in any chunks, and",
  () => {
    it.each(rows.map((row) => [row.file, row] as const))("%s", async (file, { content_type }) => {
      const bytes = new Uint8Array(readFileSync(path.join(folder, file)));
      const contentType = content_type ?? undefined;
      for (const size of chunkSizes) {
        const chunks = () => inChunks(bytes, size);
        await expectSameUnderChunks(
          bytes,
          chunks,
          contentType === undefined ? {} : { contentType },
        );
      }
    });

    it("has the samples that were counted when it was collected", () => {
      const different: string[] = [];
      const unreadable: string[] = [];
      for (const { file, content_type, samples } of rows) {
        if (file.startsWith("bad/")) continue;
        const report = checkExposition(
          readFileSync(path.join(folder, file)),
          typeof content_type === "string" ? { contentType: content_type } : {},
        );
        const syntax = report.findings.find(({ rule }) => rule === "syntax");
        if (syntax !== undefined) unreadable.push(`${file}:${syntax.line}: ${syntax.message}`);
        else if (report.samples !== samples) different.push(`${file}: ${report.samples}`);
      }
      expect(different).toEqual([]);
      // This one was printed in a document, by a writer that left out a type.
      expect(unreadable).toEqual([
        "github/client-java/caffeine-doc.txt:13: expected a type after the metric name",
      ]);
    });
  },
);
