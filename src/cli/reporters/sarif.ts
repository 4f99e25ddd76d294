// SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
import { pathToFileURL } from "node:url";
import {
  type Finding,
  findRule,
  printable,
  type RuleId,
  reaches,
  type Severity,
} from "../../diagnostics/index.js";
import { version } from "../version.js";
import { clip } from "./clip.js";
import { declaredPlace, type FilePlace, findingPlace } from "./finding-place.js";
import { findingWords } from "./finding-words.js";
import type { ReportOptions } from "./formats.js";
import { jsonText } from "./json-text.js";
import type { Reporter, RunFacts, Unread } from "./reporter.js";
import { ruleHelp } from "./rule-help.js";

/** What is off has no level of its own: that of SARIF then, since code hosts know no `none`. */
const levels = { error: "error", warning: "warning", info: "note", off: "warning" } as const;

const schema =
  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** One log with one run. Rules are those that something was found of. */
export function sarifReporter(facts: RunFacts, { show, root }: ReportOptions): Reporter {
  const results: object[] = [];
  const unread: Unread[] = [];
  const ruleIndex = new Map<RuleId, number>();
  return {
    subject: ({ source, findings }) => {
      const alike = new Map<string, number>();
      for (const finding of findings) {
        if (!reaches(finding.severity, show)) continue;
        const index = ruleIndex.get(finding.rule) ?? ruleIndex.size;
        ruleIndex.set(finding.rule, index);
        const place = findingPlace(finding, source, facts, root);
        const nth = (alike.get(finding.fingerprint) ?? 0) + 1;
        alike.set(finding.fingerprint, nth);
        results.push(resultOf(finding, nth, index, source, place ?? { path: source }, root));
      }
      return "";
    },
    unread: (one) => {
      unread.push(one);
      return "";
    },
    end: (interrupted = false) => {
      const log = {
        $schema: schema,
        version: "2.1.0",
        runs: [
          {
            tool: {
              driver: {
                name: "promschema",
                semanticVersion: version(),
                rules: [...ruleIndex.keys()].map(descriptorOf),
              },
            },
            columnKind: "utf16CodeUnits",
            invocations: [invocationOf(unread, interrupted)],
            results,
          },
        ],
      };
      return `${jsonText(log, 2)}\n`;
    },
  };
}

function descriptorOf(id: RuleId): object {
  const rule = findRule(id);
  if (rule === undefined) return { id };
  return {
    id,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.what },
    help: ruleHelp(rule),
    defaultConfiguration: { level: levels[rule.level], enabled: rule.level !== "off" },
    properties: { tags: [rule.group] },
  };
}

function resultOf(
  finding: Finding,
  nth: number,
  ruleIndex: number,
  source: string,
  place: FilePlace,
  root: string,
): object {
  const { rule, severity, metric, label, value, count, fingerprint } = finding;
  const declared = declaredPlace(finding, root);
  // Where the finding itself stands at the declaration, the payload has to be named.
  const away = place.line !== finding.line || finding.line === undefined;
  const words = [...findingWords(finding), ...(away ? [`in ${printable(source)}`] : [])];
  return {
    ruleId: rule,
    ruleIndex,
    level: levelOf(severity),
    message: { text: words.join("\n") },
    locations: [
      {
        physicalLocation: physicalLocation(place),
        ...(metric === undefined
          ? {}
          : { logicalLocations: [{ name: clip(metric), kind: "member" }] }),
      },
    ],
    ...(declared === undefined || away
      ? {}
      : {
          relatedLocations: [
            {
              id: 0,
              physicalLocation: physicalLocation(declared),
              message: { text: "declared here" },
            },
          ],
        }),
    // The second is what GitHub tells the alerts of a file apart by, those that are alike by their number; it would take the line otherwise.
    partialFingerprints: {
      "promschema/v1": fingerprint,
      primaryLocationLineHash: `${fingerprint}:${nth}`,
    },
    ...(count === undefined ? {} : { occurrenceCount: count }),
    properties: {
      source,
      ...(label === undefined ? {} : { label: clip(label) }),
      ...(value === undefined ? {} : { value: clip(value) }),
    },
  };
}

function levelOf(severity: Severity): "error" | "warning" | "note" {
  return severity === "info" ? "note" : severity;
}

/** What is about a file as a whole stands at its first line: code hosts take no place without a line. */
function physicalLocation({ path, line = 1, column, length }: FilePlace): object {
  const region = {
    startLine: line,
    startColumn: column,
    endColumn: column === undefined || length === undefined ? undefined : column + length,
  };
  return { artifactLocation: { uri: uriOf(path) }, region };
}

/** A path as a URI: relative from the root of the repository, each part percent-encoded. */
function uriOf(path: string): string {
  if (path.startsWith("/") || /^[a-z]:[\\/]/i.test(path)) return pathToFileURL(path).href;
  return path
    .split("/")
    .map((part) => encodeURIComponent(part.replace(/\p{Cs}/gu, "\ufffd")))
    .join("/");
}

function invocationOf(unread: readonly Unread[], interrupted: boolean): object {
  const notes = unread.map(({ source, message }) => `${source}: ${message}`);
  const all = interrupted ? [...notes, "interrupted: the rest was not looked at"] : notes;
  return {
    executionSuccessful: all.length === 0,
    ...(all.length === 0
      ? {}
      : {
          toolExecutionNotifications: all.map((text) => ({
            level: "error",
            message: { text: printable(text) },
          })),
        }),
  };
}
