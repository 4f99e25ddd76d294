// The group of whole processes: the command line on a file, beside Prometheus' own checker where it is installed.
import { spawnSync } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { execPath } from "node:process";
import { fileURLToPath } from "node:url";
import { root } from "./compile.js";
import type { Bench, Group } from "./group.js";
import type { Payload } from "./inputs.js";
import { median } from "./statistics.js";
import { none, ratio } from "./table.js";

export const commandGroup: Group = async (bench) => {
  const sizes = [10, 100];
  const hasPromtool = spawnSync("promtool", ["--version"]).error === undefined;
  const figures = sizes.map((megabytes) => measure(bench, megabytes, hasPromtool));
  const rows = figures.map(({ input, seconds, promtoolSeconds }) => [
    "promschema check",
    input,
    seconds.toFixed(2),
    promtoolSeconds === undefined ? none : promtoolSeconds.toFixed(2),
    ratio(promtoolSeconds === undefined ? undefined : seconds / promtoolSeconds),
  ]);
  const head = ["what", "input", "wall s", "promtool s", "of promtool's time"];
  const notes = hasPromtool ? [] : ["skipped, since it is not installed: promtool check metrics"];
  return { table: { title: "Whole processes", head, rows, notes }, figures };
};

function measure(bench: Bench, megabytes: number, hasPromtool: boolean) {
  const input = `text ${megabytes} MB`;
  bench.progress(`promschema check, ${input}`);
  const payload = bench.inputs.generated(input, { bytes: megabytes * 1e6 });
  const cli = fileURLToPath(new URL("cli.js", bench.dist));
  const registry = join(root, "schemas/baseten.yaml");
  const own: number[] = [];
  const promtool: number[] = [];
  for (let round = 0; round < bench.rounds; round++) {
    own.push(wallSeconds(execPath, [cli, "check", "-", "--registry", registry], payload));
    if (hasPromtool) promtool.push(wallSeconds("promtool", ["check", "metrics"], payload));
  }
  return {
    input,
    seconds: median(own),
    ...(hasPromtool && { promtoolSeconds: median(promtool) }),
  };
}

/** Both take the payload as standard input; promtool exits 3 for what is only a matter of style. */
function wallSeconds(command: string, args: readonly string[], { file }: Payload): number {
  const stdin = openSync(file, "r");
  const start = performance.now();
  const { status, error } = spawnSync(command, args, { stdio: [stdin, "ignore", "ignore"] });
  const seconds = (performance.now() - start) / 1000;
  closeSync(stdin);
  if (error !== undefined) throw error;
  if (status !== 0 && status !== 3) throw new Error(`${command} ended with exit code ${status}`);
  return seconds;
}
