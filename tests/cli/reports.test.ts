// What reports, baselines and interrupts do to the files and the process around a run.
import { spawn } from "node:child_process";
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cli, promschema } from "./run.js";

let folder: string;
const at = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(at(name), "utf8");

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "promschema-reports-"));
  const registry = `registry: jobs
metrics:
  jobs_total:
    type: counter
    description: Jobs that ended.
    labels: [{ name: outcome, enum: [done, failed] }]
`;
  writeFileSync(at("r.yaml"), registry);
  writeFileSync(at("m.prom"), payload("faild"));
});

afterEach(() => rmSync(folder, { recursive: true }));

function payload(...outcomes: readonly string[]): string {
  const lines = outcomes.map((outcome) => `jobs_total{outcome="${outcome}"} 1\n`);
  return `# HELP jobs_total Jobs that ended.\n# TYPE jobs_total counter\n${lines.join("")}`;
}

async function check(argv: string, environment: Readonly<Record<string, string>> = {}) {
  const words = `check m.prom --registry r.yaml -q ${argv}`.trim().split(" ");
  return await promschema(words, { cwd: folder, environment });
}

describe("--report", () => {
  it("writes each report beside the one that is printed, and leaves nothing else behind", async () => {
    const formats = [
      "text",
      "json",
      "jsonl",
      "github",
      "gitlab",
      "junit",
      "sarif",
      "markdown",
      "html",
    ];
    const { exit, stdout, stderr } = await check(
      formats.map((format) => `--report ${format}=out/${format}`).join(" "),
    );
    expect([exit, stderr]).toEqual([1, ""]);
    expect(stdout).toMatch(/^\nerror {2}label-value {2}m\.prom:3:21\n/);
    expect(readdirSync(at("out")).sort()).toEqual([...formats].sort());
    for (const format of formats) {
      expect(read(`out/${format}`)).toContain("label-value");
      if (format === "html" || format === "text") continue;
      // A format is the same wherever it goes, but for the time that a run took.
      const printed = (await check(`--format ${format}`)).stdout;
      const timeless = (text: string) => text.replace(/time="[\d.]+"/g, "");
      expect(timeless(printed)).toBe(timeless(read(`out/${format}`)));
    }
  });

  it("replaces a file whole, follows a link, and writes into what is no file", async () => {
    writeFileSync(at("real"), "x".repeat(100_000));
    symlinkSync("real", at("link"));
    await check("--report gitlab=link --report junit=/dev/null");
    expect(JSON.parse(read("real"))).toHaveLength(1);
    expect(readdirSync(folder).sort()).toEqual(["link", "m.prom", "r.yaml", "real"]);
  });

  it("is exit code 2 where a file cannot be written, and the other reports are", async () => {
    const { exit, stderr } = await check("--report json=m.prom/x --report sarif=s");
    expect(exit).toBe(2);
    expect(stderr).toBe(
      "promschema: cannot write m.prom/x: a part of the path is a file, not a directory\n",
    );
    expect(JSON.parse(read("s")).version).toBe("2.1.0");
  });

  it("takes findings of registry documents as well", async () => {
    writeFileSync(at("r.yaml"), "registry: jobs\nmetrics: { JobsTotal: { type: counter } }\n");
    const argv = ["lint", "r.yaml", "--format", "gitlab", "--fail-on", "warning"];
    const { exit, stdout } = await promschema(argv, { cwd: folder });
    expect(exit).toBe(1);
    expect(JSON.parse(stdout)).toContainEqual(
      expect.objectContaining({
        check_name: "naming/counter-total",
        location: { path: "r.yaml", lines: { begin: 2, end: 2 } },
      }),
    );
  });
});

describe("a job of GitHub Actions", () => {
  it("has the findings in its summary, after what is there, and files from the root of its workspace", async () => {
    writeFileSync(at("summary.md"), "# Before\n");
    const { stdout } = await check("--format github", {
      GITHUB_STEP_SUMMARY: at("summary.md"),
      GITHUB_WORKSPACE: join(folder, ".."),
    });
    expect(stdout).toContain(`::error file=${folder.split("/").at(-1)}/m.prom,line=3,`);
    expect(read("summary.md")).toMatch(/^# Before\n## promschema: 1 error, 0 warnings\n/);
  });

  it("has no summary where another format is asked for", async () => {
    await check("", { GITHUB_STEP_SUMMARY: at("summary.md") });
    expect(readdirSync(folder)).not.toContain("summary.md");
  });
});

describe("--baseline", () => {
  const accept = () => check("--baseline known.json --update-baseline");

  it("accepts what was found, wherever it moves, and nothing new", async () => {
    expect(await accept()).toEqual({
      exit: 0,
      stdout: "",
      stderr: "known.json accepts 1 finding: 1 new, 0 gone\n",
    });
    writeFileSync(at("m.prom"), payload("done", "failed", "faild"));
    expect(await check("--baseline known.json")).toMatchObject({ exit: 0, stdout: "" });
    writeFileSync(at("m.prom"), payload("faild", "filed"));
    const { exit, stdout } = await check("--baseline known.json --format json");
    expect(exit).toBe(1);
    expect(JSON.parse(stdout).payloads).toMatchObject([
      { accepted: 1, findings: [{ value: "filed" }] },
    ]);
  });

  it("is sorted, so that its changes can be read, and is the same after the same run", async () => {
    writeFileSync(at("m.prom"), payload("z", "a", "m"));
    await accept();
    const before = read("known.json");
    expect(JSON.parse(before).accepted.map(({ value }: { value: string }) => value)).toEqual([
      "a",
      "m",
      "z",
    ]);
    writeFileSync(at("m.prom"), payload("m", "z", "a"));
    expect((await accept()).stderr).toBe("known.json accepts 3 findings: 0 new, 0 gone\n");
    expect(read("known.json")).toBe(before);
  });

  it("forgets what is no longer found when it is updated, and says so before", async () => {
    writeFileSync(at("m.prom"), payload("faild", "filed"));
    await accept();
    writeFileSync(at("m.prom"), payload("faild"));
    const words = ["check", "m.prom", "--registry", "r.yaml", "--baseline", "known.json"];
    const said = await promschema(words, { cwd: folder });
    expect(said.stderr).toBe(
      "1 finding of known.json no longer there: --update-baseline takes it out\n",
    );
    expect(said.stdout).toContain("   1 accepted finding   ok   ");
    expect((await accept()).stderr).toBe("known.json accepts 1 finding: 0 new, 1 gone\n");
  });

  it("never accepts a payload that cannot be read, nor loses what it knew over one", async () => {
    await accept();
    const before = read("known.json");
    writeFileSync(at("m.prom"), "not metrics\n");
    const { exit, stdout, stderr } = await accept();
    expect([exit, stderr]).toEqual([
      1,
      "known.json is left as it was: not everything could be checked\n",
    ]);
    expect(stdout).toContain("error  syntax  m.prom:1:");
    expect(read("known.json")).toBe(before);
  });

  it("leaves room for what is new, however much is accepted", async () => {
    const known = Array.from({ length: 30 }, (_, n) => `v${n}`);
    writeFileSync(at("m.prom"), payload(...known));
    await accept();
    writeFileSync(at("m.prom"), payload(...known, "new"));
    const { stdout } = await check("--baseline known.json --max-findings 5 --format json");
    expect(JSON.parse(stdout).payloads[0]).toMatchObject({
      accepted: 30,
      findings: [{ rule: "label-value", value: "new" }],
    });
  });

  it.each([
    [
      "is not there",
      undefined,
      "cannot read the baseline b.json: no such file\n  --update-baseline writes it",
    ],
    ["is no JSON", "{", "the baseline b.json is no JSON: "],
    ["has no list", "{}", "the baseline b.json: expected a list under accepted"],
    [
      "is of another version",
      '{"schemaVersion":2,"accepted":[]}',
      'the baseline b.json has schemaVersion "2": expected 1',
    ],
    [
      "has an entry without a fingerprint",
      '{"accepted":[{"rule":"syntax"}]}',
      "the baseline b.json: expected a fingerprint of 16 hexadecimal digits in item 1 of accepted",
    ],
  ])("is refused where it %s", async (_, content, why) => {
    if (content !== undefined) writeFileSync(at("b.json"), content);
    const { exit, stderr } = await check("--baseline b.json");
    expect(exit).toBe(2);
    expect(stderr.startsWith(`promschema: ${why}`)).toBe(true);
  });
});

describe("--max-findings", () => {
  it("lists so many and counts the rest, which still fails the run", async () => {
    writeFileSync(at("m.prom"), payload("a", "b", "c", "d"));
    const { exit, stdout } = await check("--max-findings 2 --format json");
    expect(exit).toBe(1);
    expect(JSON.parse(stdout).payloads[0].findings).toMatchObject([
      { value: "a" },
      { value: "b" },
      {
        rule: "findings-limit",
        severity: "error",
        message:
          "more findings than the limit of 2: 2 errors, 0 warnings and 0 infos are not listed",
      },
    ]);
  });
});

describe("an interrupt", () => {
  it.each(["SIGINT", "SIGTERM"] as const)(
    "of %s ends a check that waits, with what was found and reports that are whole",
    async (signal) => {
      const formats = ["json", "gitlab", "junit", "sarif", "markdown", "html"];
      const argv = ["check", "-", "m.prom", "--registry", "r.yaml", "--format", "jsonl"];
      const reports = formats.flatMap((format) => ["--report", `${format}=out/${format}`]);
      const child = spawn(process.execPath, [cli, ...argv, ...reports], { cwd: folder });
      const stdout: Buffer[] = [];
      child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
      const ended = new Promise<number | null>((settle) => child.on("close", settle));
      // Two lines, more than a pipe holds, and half a line; the writer then waits for ever. Once all is taken but the last of it, the beginning is read.
      child.stdin.on("error", () => {});
      const padding = "# nothing\n".repeat(50_000);
      const text = `${payload("faild", "done")}${padding}jobs_total{outcome="fa`;
      await new Promise((settle) => child.stdin.write(text, settle));
      child.kill(signal);
      expect(await ended).toBe(130);
      const lines = Buffer.concat(stdout).toString().trimEnd().split("\n");
      expect(lines.map((line) => JSON.parse(line))).toMatchObject([
        { type: "finding", rule: "label-value", line: 3, value: "faild" },
        { type: "payload", source: "<stdin>", series: 2, cutShort: true, coverage: { absent: [] } },
        { type: "summary", errors: 1, interrupted: true },
      ]);
      expect(readdirSync(at("out")).sort()).toEqual([...formats].sort());
      expect(JSON.parse(read("out/json"))).toMatchObject({ interrupted: true });
      expect(JSON.parse(read("out/gitlab"))).toHaveLength(1);
      expect(JSON.parse(read("out/sarif")).runs[0].invocations[0].executionSuccessful).toBe(false);
      expect(read("out/junit")).toMatch(/<\/testsuites>\n$/);
      expect(read("out/markdown")).toContain("**Interrupted:**");
      expect(read("out/html")).toMatch(/<\/html>\n$/);
    },
  );
});
