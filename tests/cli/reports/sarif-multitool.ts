// `sarif validate` of the SARIF SDK: the schema, the rules of the specification that no schema can say, and those of GitHub's code scanning.
import { execFile } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { sarifSdk } from "../../unit/cli/reporters/sarif-schema.js";

/** Whether the program runs on this machine; it is built for one kind of processor. */
export const hasMultitool = sarifSdk !== undefined && process.arch === "x64";

/** One thing the program has against one of the logs. */
interface Complaint {
  readonly log: string;
  readonly rule: string;
}

const answerSchema = z.object({
  runs: z.tuple([
    z.object({
      invocations: z.tuple([z.object({ executionSuccessful: z.literal(true) })]),
      results: z.array(
        z.object({
          ruleId: z.string(),
          locations: z.tuple([
            z.object({
              physicalLocation: z.object({ artifactLocation: z.object({ uri: z.string() }) }),
            }),
          ]),
        }),
      ),
    }),
  ]),
});

/** Rules that are off: a tool has a page on the net, which ours has not, and that what is named is reached over the net. */
const off = ["SARIF2005.ProvideToolProperties", "SARIF2006.UrisShouldBeReachable"];

const configuration = `<?xml version="1.0" encoding="utf-8"?><Properties>${off
  .map(
    (rule) =>
      `<Properties Key="${rule}.Options"><Property Key="RuleEnabled" Value="Disabled" Type="Driver.RuleEnabledState"/></Properties>`,
  )
  .join("")}</Properties>`;

/** The errors and warnings of the program about logs by name, in the order of names and of what it says. */
export async function complaintsOfMultitool(
  logs: Readonly<Record<string, string>>,
): Promise<readonly Complaint[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "promschema-sarif-"));
  try {
    const names = Object.keys(logs);
    names.forEach((name, at) => {
      writeFileSync(path.join(folder, `${at}.sarif`), logs[name] ?? "");
    });
    writeFileSync(path.join(folder, "rules.xml"), configuration);
    const files = names.map((_, at) => `${at}.sarif`);
    const options = ["-c", "rules.xml", "--rule-kind", "Sarif;Gh;Ghas", "-o", "answer.json"];
    await promisify(execFile)(program(), ["validate", ...files, ...options], {
      cwd: folder,
      env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1" },
    });
    const text = readFileSync(path.join(folder, "answer.json"), "utf8").replace(/^\ufeff/, "");
    const [{ results }] = answerSchema.parse(JSON.parse(text)).runs;
    return results
      .map(({ ruleId, locations: [{ physicalLocation }] }) => {
        const at = Number.parseInt(path.basename(physicalLocation.artifactLocation.uri), 10);
        return { log: names[at] ?? "", rule: ruleId };
      })
      .sort((one, other) => names.indexOf(one.log) - names.indexOf(other.log));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Its package marks it executable in a script, which an installation may leave out. */
function program(): string {
  if (sarifSdk === undefined) throw new Error("the SARIF SDK is not there");
  const file = path.join(sarifSdk, `Sarif.Multitool${process.platform === "win32" ? ".exe" : ""}`);
  chmodSync(file, 0o755);
  return file;
}
