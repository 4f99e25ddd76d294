// Projects of somebody else's that use `toMatchRegistry`: one with vitest, one with jest.
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compilers, createScratch, node, type Scratch } from "./scratch.js";

let scratch: Scratch;

beforeAll(() => {
  scratch = createScratch();
}, 120_000);

afterAll(() => scratch?.dispose(), 60_000);

/** What both projects have: a registry, and a payload that misses it by a letter. */
const given = `
const registry = defineRegistry({
  registry: "jobs",
  labels: { outcome: { description: "How the job ended.", enum: ["done", "failed"] } },
  metrics: {
    jobs_total: { type: "counter", description: "Jobs that ended.", labels: ["outcome"] },
  },
});
const right = "# TYPE jobs_total counter\\njobs_total{outcome=\\"done\\"} 1027\\n";
const wrong = right.replace("done", "don");

it("matches", () => {
  expect(right).toMatchRegistry(registry);
  expect(Buffer.from(right)).toMatchRegistry(registry, { failOn: "info" });
  expect(wrong).not.toMatchRegistry(registry);
  expect({ body: right }).toEqual({ body: expect.toMatchRegistry(registry) });
});
it("does not match", () => expect(wrong).toMatchRegistry(registry, { source: "worker" }));
it("matches although", () => expect(right).not.toMatchRegistry(registry));
it("has no payload", () => expect(Promise.resolve(right)).not.toMatchRegistry(registry));
`;

const mismatch = `expected worker to match the registry jobs, found 1 error

error  label-value  worker:2:21
  outcome of jobs_total is "don", which is not one of its values
  |
2 | jobs_total{outcome="don"} 1027
  |                     ^^^ did you mean "done"?
  |
  = allowed: done, failed
`;

const match =
  "expected payload not to match the registry jobs, but it does: 1 family, 1 series, 1 of 1 declared metric seen";

/** A test and what the runner says of it, up to where the stack begins. */
const outcomes = [
  ["matches", ""],
  ["does not match", `Error: ${mismatch}`],
  ["matches although", `Error: ${match}`],
  [
    "has no payload",
    "PromschemaError: expected a payload as a string or as bytes, found a promise; await it first",
  ],
];

interface Results {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly title: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
}

/** The same of the report of a runner: vitest has taken the form of jest's. */
function outcomesIn(report: string): [string, string][] {
  const results: Results = JSON.parse(readFileSync(report, "utf8"));
  return results.testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(({ title, failureMessages = [] }): [string, string] => [
      title,
      failureMessages.join("\n").replace(/\n {4}at [\s\S]*$/, ""),
    ]),
  );
}

/** Lines as a runner prints them, whatever it puts in front of each. */
function shown(output: string): string {
  return output
    .split("\n")
    .map((line) => line.trim())
    .join("\n");
}

describe("a project with vitest", () => {
  it("uses the matcher, and a failure reads as the command line does", async () => {
    const folder = path.join(scratch.folder, "with-vitest");
    mkdirSync(folder);
    writeFileSync(
      path.join(folder, "setup.ts"),
      'import { matchers } from "promschema/testing/vitest";\nimport { expect } from "vitest";\nexpect.extend(matchers);\n',
    );
    writeFileSync(
      path.join(folder, "vitest.config.mjs"),
      'export default { test: { setupFiles: ["setup.ts"] } };\n',
    );
    writeFileSync(
      path.join(folder, "jobs.test.ts"),
      `import { defineRegistry } from "promschema";\nimport { expect, it } from "vitest";\n${given}`,
    );
    const vitest = path.join(scratch.folder, "node_modules/vitest/vitest.mjs");
    const reports = ["--reporter=default", "--reporter=json", "--outputFile.json=report.json"];
    const { stdout, stderr } = await node(folder, [vitest, "run", ...reports]);
    expect(outcomesIn(path.join(folder, "report.json"))).toEqual(outcomes);
    expect(shown(stdout + stderr)).toContain(shown(mismatch));
  }, 60_000);
});

describe("a project with jest", () => {
  it("uses the matcher, and a failure reads as the command line does", async ({ skip }) => {
    const folder = path.join(scratch.folder, "with-jest");
    const failure = installJest(folder);
    if (failure !== undefined) {
      process.stdout.write(
        `skipped the matcher in jest, which npm could not install: ${failure}\n`,
      );
      skip("npm could not install jest");
    }
    writeFileSync(
      path.join(folder, "setup.js"),
      'const { matchers } = require("promschema/testing/jest");\nexpect.extend(matchers);\n',
    );
    const config = { setupFilesAfterEnv: ["./setup.js"], testEnvironment: "node" };
    writeFileSync(path.join(folder, "jest.config.json"), JSON.stringify(config));
    writeFileSync(
      path.join(folder, "jobs.test.js"),
      `const { defineRegistry } = require("promschema");\n${given}`,
    );
    const jest = path.join(folder, "node_modules/jest/bin/jest.js");
    const flags = ["--config=jest.config.json", "--json", "--outputFile=report.json"];
    const { stdout, stderr } = await node(folder, [jest, ...flags]);
    expect(outcomesIn(path.join(folder, "report.json"))).toEqual(outcomes);
    expect(shown(stdout + stderr)).toContain(shown(mismatch));

    const ofGlobal = 'import { matchers } from "promschema/testing/jest";';
    writeFileSync(path.join(folder, "global.mts"), source(ofGlobal));
    writeFileSync(
      path.join(folder, "imported.mts"),
      source(`import { expect } from "@jest/globals"; ${ofGlobal}`),
    );
    for (const [, tsc] of compilers) {
      expect(await errorsOf(folder, tsc, ["global.mts"], ["jest"])).toEqual(
        wrongLines("global.mts"),
      );
      expect(await errorsOf(folder, tsc, ["imported.mts"])).toEqual(wrongLines("imported.mts"));
    }
  }, 300_000);
});

/** Installs jest beside the tarball, in a project that has neither vitest nor fast-check. Returns why it could not. */
function installJest(folder: string): string | undefined {
  mkdirSync(folder);
  const tarball = readdirSync(scratch.folder).find((name) => name.endsWith(".tgz"));
  const dependencies = {
    promschema: `file:../${tarball}`,
    jest: "^30.0.0",
    "@types/jest": "^30.0.0",
  };
  writeFileSync(path.join(folder, "package.json"), JSON.stringify({ private: true, dependencies }));
  const args = "install --ignore-scripts --prefer-offline --no-audit --no-fund --loglevel=error";
  try {
    execFileSync("npm", args.split(" "), {
      cwd: folder,
      stdio: ["ignore", "ignore", "pipe"],
      encoding: "utf8",
      timeout: 240_000,
      shell: process.platform === "win32",
    });
    return undefined;
  } catch (error) {
    return String(error).split("\n").slice(0, 3).join("; ");
  }
}

describe("the types of the matcher", () => {
  it.each(compilers)(
    "are added to vitest's under %s",
    async (compiler, tsc) => {
      const folder = path.join(scratch.folder, `types-${compiler}`);
      mkdirSync(folder);
      const imports =
        'import { matchers } from "promschema/testing/vitest"; import { expect } from "vitest";';
      writeFileSync(path.join(folder, "use.mts"), source(imports));
      expect(await errorsOf(folder, tsc, ["use.mts"])).toEqual(wrongLines("use.mts"));
    },
    60_000,
  );
});

/** A use of the matcher, right but for the last two lines. */
function source(imports: string): string {
  return `${imports}
import { baseten } from "promschema/baseten";
expect.extend(matchers);
expect("").toMatchRegistry(baseten, { failOn: "warning", allowLabels: ["pod"] });
expect("").not.toMatchRegistry(baseten);
expect("").toMatchRegistry({ registry: "jobs", metrics: {} });
expect("").toMatchRegistry(baseten, { failOn: "warnin" });
`;
}

function wrongLines(file: string): string[] {
  return [`${file}(6)`, `${file}(7)`];
}

/** The places of the errors that a compiler finds. */
async function errorsOf(
  folder: string,
  tsc: string,
  files: readonly string[],
  types: readonly string[] = [],
): Promise<string[]> {
  const compilerOptions = {
    module: "nodenext",
    target: "ES2022",
    lib: ["ES2022", "DOM"],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    noEmit: true,
    types,
  };
  writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
  const { stdout } = await node(folder, [tsc, "-p", ".", "--pretty", "false"]);
  return stdout
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith(" "))
    .map((line) => line.replace(/^([^(]+)\((\d+),\d+\): error TS\d+: .*$/, "$1($2)"));
}
