// The registries that ship, held against payloads of the programs that they describe. The payloads stand beside the repository where they are at all.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { checkExposition, type Report } from "../../../src/check/index.js";
import type { RuleId } from "../../../src/diagnostics/index.js";
import { loadRegistry } from "../../../src/load/index.js";
import type { CompiledRegistry } from "../../../src/registry/index.js";

const folder = fileURLToPath(new URL("../../../../shared/corpus", import.meta.url));
const manifest = path.join(folder, "MANIFEST.jsonl");

const rowSchema = z.object({ file: z.string(), content_type: z.string().nullish() });

const rows = !existsSync(manifest)
  ? []
  : readFileSync(manifest, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => rowSchema.parse(JSON.parse(line)))
      .filter(({ file }) => /^(?:scrapes|github)\/.*\.(?:txt|prom)$/.test(file));

interface Subject {
  /** What a payload of the program has and no other. */
  readonly sign: RegExp;
  readonly payloads: number;
  /** Metrics that none of them shows: those of features, of versions and of configurations that none of them had. */
  readonly unseen: number;
  /** What is wrong with payloads by the names of their files, and why. Files that are not listed have no finding. */
  readonly known: Readonly<Record<string, Known>>;
}

interface Known {
  readonly why: string;
  /** A rule with the metrics that break it; `whole` where it is the payload that does, a number where it is that many. */
  readonly findings: Partial<Record<RuleId, readonly string[] | "whole" | number>>;
}

const untyped: Record<"go" | "python", Known> = {
  go: { why: "federation types nothing", findings: { "metric-type": 37 } },
  python: { why: "federation types nothing", findings: { "metric-type": 10 } },
};

const withoutTypes: Known = {
  why: "VictoriaMetrics has these metrics of its own making, without TYPE lines",
  findings: { "metric-type": 34 },
};

const clash: Known = {
  why: "in OpenMetrics a gauge and a counter of client_golang have one name",
  findings: { "spec/repeated-metadata": ["go_memstats_alloc_bytes", "go_memstats_alloc_bytes"] },
};

const unended: Known = {
  why: "the file was stored without its last line feed",
  findings: { "final-newline": "whole" },
};

const subjects: Readonly<Record<string, Subject>> = {
  go: {
    sign: /^go_info[ {]/m,
    payloads: 45,
    unseen: 0,
    known: {
      "scrapes/prometheus-federate-node.txt": untyped.go,
      "scrapes/victoria-metrics.text.t1.txt": withoutTypes,
      "scrapes/victoria-metrics.text.t2.txt": withoutTypes,
      "scrapes/go-client-om.om.t1.txt": clash,
      "scrapes/go-client-om.om.t3-after-restart.txt": clash,
      "github/dd-extras/gitea.txt": unended,
      "github/dd-extras/opa.txt": unended,
      "github/dd-extras/upbound-uxp.txt": {
        why: "two scrapes were stored as one file",
        findings: {
          "spec/repeated-metadata": 68,
          "spec/duplicate-series": 34,
          "spec/bucket-order": ["go_gc_duration_seconds"],
        },
      },
    },
  },
  python: {
    sign: /^python_info[ {]/m,
    payloads: 10,
    unseen: 0,
    known: {
      "scrapes/prometheus-federate-om-accept.txt": untyped.python,
      "scrapes/prometheus-federate-pyapp-after-reset.txt": untyped.python,
    },
  },
  nodejs: { sign: /^(?:app_)?nodejs_version_info\{/m, payloads: 4, unseen: 3, known: {} },
  vllm: {
    sign: /^vllm:/m,
    payloads: 2,
    unseen: 20,
    known: {
      "github/vllm/datadog-capture.excerpt.txt": {
        why: "it is an excerpt",
        findings: { "absent-metric": ["vllm:iteration_tokens_total"] },
      },
      "github/vllm/aibrix-runtime-doc.txt": {
        why: "a page of documentation that breaks off, of an older version",
        findings: {
          "spec/histogram-inf": ["vllm:iteration_tokens_total"],
          "absent-metric": [
            "vllm:kv_cache_usage_perc",
            "vllm:request_prompt_tokens",
            "vllm:request_generation_tokens",
            "vllm:request_params_n",
            "vllm:time_to_first_token_seconds",
            "vllm:e2e_request_latency_seconds",
          ],
        },
      },
    },
  },
  "dcgm-exporter": {
    sign: /\bDCGM_/,
    payloads: 1,
    unseen: 25,
    known: {
      "github/dcgm-exporter/readme.txt": {
        why: "a page of documentation that shows metadata alone",
        findings: { "absent-metric": "whole", "empty-exposition": "whole" },
      },
    },
  },
};

interface Payload {
  readonly file: string;
  readonly text: string;
  readonly contentType: string | undefined;
}

const payloads: readonly Payload[] = rows.map(({ file, content_type }) => ({
  file,
  // One of the programs gave prom-client a prefix, which a registry cannot say.
  text: readFileSync(path.join(folder, file), "utf8").replaceAll("app_", ""),
  contentType: content_type ?? undefined,
}));

function check(registry: CompiledRegistry, { text, file, contentType }: Payload): Report {
  return checkExposition(text, {
    registry,
    ...(contentType === undefined ? {} : { contentType }),
    allowLabels: file.includes("federate") ? ["cluster", "replica"] : [],
    levels: { "undeclared-metric": "off", "unseen-metric": "off" },
  });
}

/** The findings about the payload and about what the registry declares, by rule. What else a program exposes is not the matter. */
function findingsOf(registry: CompiledRegistry, { findings }: Report): Map<RuleId, string[]> {
  const found = new Map<RuleId, string[]>();
  for (const { rule, metric } of findings) {
    if (metric !== undefined && !registry.metrics.has(metric)) continue;
    found.set(rule, [...(found.get(rule) ?? []), metric ?? ""]);
  }
  return found;
}

/** The same as the table says it. */
function asListed(found: ReadonlyMap<RuleId, string[]>, known: Known | undefined): object {
  return Object.fromEntries(
    Array.from(found, ([rule, metrics]) => {
      const said = known?.findings[rule];
      if (typeof said === "number") return [rule, metrics.length];
      return [rule, said === "whole" && metrics.join() === "" ? "whole" : metrics];
    }),
  );
}

describe.skipIf(rows.length === 0)(
  rows.length === 0
    ? "recorded payloads (SKIPPED: the folder ../shared/corpus is not there)"
    : "recorded payloads",
  () => {
    describe.each(Object.entries(subjects))("of what schemas/%s.yaml declares", (name, subject) => {
      const own = payloads.filter(({ text }) => subject.sign.test(text));
      const unseen = new Set<string>();
      let registry: CompiledRegistry;

      beforeAll(async () => {
        registry = await loadRegistry(`schemas/${name}.yaml`);
        for (const metric of registry.metrics.keys()) unseen.add(metric);
      });

      it("are all that there are", () => {
        expect(own).toHaveLength(subject.payloads);
        const files = new Set(own.map(({ file }) => file));
        expect(Object.keys(subject.known).filter((file) => !files.has(file))).toEqual([]);
      });

      it.each(own.map((payload) => [payload.file, payload] as const))(
        "%s breaks what is listed, and nothing else",
        (file, payload) => {
          const report = check(registry, payload);
          const known = subject.known[file];
          expect(asListed(findingsOf(registry, report), known)).toEqual(known?.findings ?? {});
          for (const metric of report.coverage.seen) unseen.delete(metric);
        },
      );

      it("show every metric, but for as many as are listed", () => {
        expect(unseen.size).toBe(subject.unseen);
      });

      it("describe nothing in the words of the registry, which are its own", () => {
        const theirs = new Set<string>();
        for (const { text } of own) {
          for (const [, help = ""] of text.matchAll(/^# HELP \S+ (.*)$/gm)) theirs.add(bare(help));
        }
        const ours = [...registry.metrics.values()].map(({ description }) => description);
        expect(ours.filter((description) => theirs.has(bare(description)))).toEqual([]);
      });
    });
  },
);

/** A text without what may differ by chance. */
function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
