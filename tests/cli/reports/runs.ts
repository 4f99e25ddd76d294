// The runs whose reports are handed to the programs that read them: everything from the command line, in every format at once.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { hostileTexts } from "../../unit/cli/reporters/sample-run.js";
import { cli, promschema } from "../run.js";

const formats = ["sarif", "junit", "gitlab", "github", "markdown"] as const;

type Format = (typeof formats)[number];

/** A run of the command line, and what it wrote. */
interface Run {
  readonly name: string;
  /** How many findings it listed. */
  readonly findings: number;
  readonly reports: Readonly<Record<Format, string>>;
}

const registry = `registry: jobs
metrics:
  jobs_total:
    type: counter
    description: Jobs that ended.
    labels: [{ name: outcome, enum: [done, failed] }]
  queue_length: { type: gauge, description: Jobs that wait. }
`;

const head = "# HELP jobs_total Jobs that ended.\n# TYPE jobs_total counter\n";
const queue = "# HELP queue_length Jobs that wait.\n# TYPE queue_length gauge\nqueue_length 2\n";

function jobs(...outcomes: readonly string[]): string {
  return `${head}${outcomes.map((one) => `jobs_total{outcome=${quoted(one)}} 1\n`).join("")}`;
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, "\\$&").replaceAll("\n", "\\n")}"`;
}

/** Each text as a value, as the name of a label and as the name of a metric. */
function hostilePayload(): string {
  const labels = hostileTexts.map((one) => `jobs_total{${quoted(one)}="x",outcome="done"} 1\n`);
  const metrics = hostileTexts.map((one) => `{${quoted(one)}} 1\n`);
  return `${jobs(...hostileTexts)}${labels.join("")}${queue}${metrics.join("")}`;
}

/** Blanks, what ends elements and code, what a URI has to escape, and the beginning of a command. */
const hostileName = "::error:: ]]><b>`x`@a #1%0A\u202e.prom";

let made: Promise<readonly Run[]> | undefined;

/** All the runs, which are made once. */
export function allRuns(): Promise<readonly Run[]> {
  made ??= makeRuns();
  return made;
}

async function makeRuns(): Promise<readonly Run[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "promschema-runs-"));
  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
  try {
    write("r.yaml", registry);
    write("clean.prom", jobs("done", "failed") + queue);
    write("three.prom", `${jobs("faild")}stray 1\n`);
    write(hostileName, hostilePayload());
    const values = Array.from({ length: 3000 }, (_, at) => `v${at}`);
    write("many.prom", jobs(...values) + queue);
    write("accepted.prom", jobs("faild", "filed") + queue);
    write("known.prom", jobs("faild") + queue);
    write("broken.prom", "not metrics\n");
    await check(folder, ["known.prom", "--baseline", "known.json", "--update-baseline"]);
    const all: readonly (readonly [name: string, ...argv: string[]])[] = [
      ["clean", "clean.prom"],
      ["three findings", "three.prom"],
      ["hostile texts", hostileName],
      ["3,000 findings", "many.prom", "--max-findings", "5000"],
      ["a baseline", "accepted.prom", "--baseline", "known.json"],
      ["several payloads", "clean.prom", "three.prom", "broken.prom", "gone.prom"],
    ];
    const runs: Run[] = [];
    for (const [name, ...argv] of all) {
      await check(folder, argv);
      runs.push(readRun(folder, name));
    }
    await interrupted(folder);
    return [...runs, readRun(folder, "interrupted")];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function check(folder: string, argv: readonly string[]): Promise<void> {
  mkdirSync(path.join(folder, "out"), { recursive: true });
  const { stderr } = await promschema(words(...argv), { cwd: folder });
  if (stderr.includes("internal")) throw new Error(stderr);
}

function words(...argv: readonly string[]): string[] {
  const reports = [...formats, "json"].flatMap((one) => ["--report", `${one}=out/${one}`]);
  return ["check", ...argv, "--registry", "r.yaml", "-q", ...reports];
}

/** A run that is interrupted while it waits for the rest of a payload. */
async function interrupted(folder: string): Promise<void> {
  const child = spawn(process.execPath, [cli, ...words("-", "three.prom")], { cwd: folder });
  child.stdout.resume();
  child.stderr.resume();
  child.stdin.on("error", () => {});
  const ended = new Promise((settle) => child.on("close", settle));
  // More than a pipe holds: once it is taken, the beginning is read.
  const text = `${jobs("faild", "done")}${"# nothing\n".repeat(50_000)}jobs_total{outcome="fa`;
  await new Promise((settle) => child.stdin.write(text, settle));
  child.kill("SIGINT");
  await ended;
}

function readRun(folder: string, name: string): Run {
  const read = (format: string) => readFileSync(path.join(folder, "out", format), "utf8");
  // The schema of the JSON report is held elsewhere.
  const { payloads } = JSON.parse(read("json")) as {
    readonly payloads: readonly { readonly findings: readonly { readonly severity: string }[] }[];
  };
  const findings = payloads.flatMap((one) => one.findings.filter((it) => it.severity !== "info"));
  const [sarif, junit, gitlab, github, markdown] = formats.map(read);
  if (sarif === undefined || junit === undefined || gitlab === undefined) throw new Error(name);
  if (github === undefined || markdown === undefined) throw new Error(name);
  return { name, findings: findings.length, reports: { sarif, junit, gitlab, github, markdown } };
}
