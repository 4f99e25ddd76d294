// The group of whole processes: the command line on a file, beside Prometheus' own checker where it is installed, and what it costs to begin.
import { spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { env, execPath } from "node:process";
import { fileURLToPath } from "node:url";
import { root } from "./compile.js";
import type { Bench, Group } from "./group.js";
import type { Payload } from "./inputs.js";
import { median } from "./statistics.js";
import { none, ratio, verdict } from "./table.js";

/** What is to be reached, of promtool's time and memory, and of an empty process' time. */
interface Goals {
  readonly time: number;
  readonly memory?: number;
}

const payloads: readonly { readonly megabytes: number; readonly goals: Goals }[] = [
  { megabytes: 10, goals: { time: 0.6 } },
  { megabytes: 100, goals: { time: 0.25, memory: 0.2 } },
];

const starts: readonly { readonly args: readonly string[]; readonly goals?: Goals }[] = [
  { args: ["--version"], goals: { time: 2 } },
  { args: ["--help"] },
  { args: ["check", "--help"] },
];

/** A short process differs more from run to run than a long one, and is cheap. */
const startsEach = 5;

interface Figure {
  readonly what: string;
  readonly input: string;
  readonly beside: string;
  readonly seconds: number;
  readonly kilobytes: number | undefined;
  readonly ofTime: number | undefined;
  readonly ofMemory: number | undefined;
  readonly goals: Goals | undefined;
}

export const commandGroup: Group = async (bench) => {
  const hasPromtool = spawnSync("promtool", ["--version"]).error === undefined;
  const figures = [
    ...payloads.flatMap((each) => measureChecks(bench, each, hasPromtool)),
    ...measureStarts(bench),
  ];
  const rows = figures.map((figure) => [
    figure.what,
    figure.input,
    figure.seconds.toFixed(3),
    figure.kilobytes === undefined ? none : (figure.kilobytes / 1000).toFixed(0),
    figure.beside,
    ratio(figure.ofTime),
    ratio(figure.ofMemory),
    goalText(figure.goals),
    verdict(reached(figure)),
  ]);
  const head = [
    "what",
    "input",
    "wall s",
    "MB",
    "beside",
    "of its time",
    "of its MB",
    "goal",
    "met",
  ];
  const notes = [
    ...(hasPromtool ? [] : ["skipped, since it is not installed: promtool check metrics"]),
    ...(hasTime ? [] : ["memory skipped, since it is not installed: /usr/bin/time"]),
  ];
  return { table: { title: "Whole processes", head, rows, notes }, figures };
};

function goalText(goals: Goals | undefined): string {
  if (goals === undefined) return none;
  const memory = goals.memory === undefined ? "" : `, ${goals.memory} of its MB`;
  return `at most ${goals.time}${memory}`;
}

function reached({ goals, ofTime, ofMemory }: Figure): readonly number[] {
  if (goals === undefined || ofTime === undefined) return [];
  const memory =
    goals.memory === undefined || ofMemory === undefined ? [] : [goals.memory / ofMemory];
  return [goals.time / ofTime, ...memory];
}

/**
 * A check as promtool does it, without a registry, and one against a registry, which promtool cannot do. The system puts the threads of all where
 * it likes, on every processor there is, as it does for a user: promtool collects its garbage beside its work, V8 compiles beside it.
 */
function measureChecks(
  bench: Bench,
  { megabytes, goals }: (typeof payloads)[number],
  hasPromtool: boolean,
): readonly Figure[] {
  const input = `text ${megabytes} MB`;
  bench.progress(`promschema check, ${input}`);
  const payload = bench.inputs.generated(input, { bytes: megabytes * 1e6 });
  const check = [cliOf(bench), "check", "-", "--no-config"];
  const ways = [
    { what: "promschema check", args: check },
    {
      what: "promschema check --registry",
      args: [...check, "--registry", join(root, "schemas/baseten.yaml")],
    },
  ];
  const runs = ways.map((): Run[] => []);
  const promtool: Run[] = [];
  for (let round = 0; round < bench.rounds; round++) {
    for (const [at, { args }] of ways.entries()) runs[at]?.push(run(execPath, args, payload));
    if (hasPromtool) promtool.push(run("promtool", ["check", "metrics"], payload));
  }
  return ways.map(({ what }, at) => ({
    what,
    input,
    beside: "promtool",
    ...compared(runs[at] ?? [], promtool),
    goals,
  }));
}

function measureStarts(bench: Bench): readonly Figure[] {
  bench.progress("promschema, beginning");
  const empty: Run[] = [];
  const runs = starts.map((): Run[] => []);
  for (let round = 0; round < bench.rounds * startsEach; round++) {
    empty.push(run(execPath, ["-e", "0"]));
    for (const [at, { args }] of starts.entries())
      runs[at]?.push(run(execPath, [cliOf(bench), ...args]));
  }
  return starts.map(({ args, goals }, at) => ({
    what: `promschema ${args.join(" ")}`,
    input: none,
    beside: "node -e 0",
    ...compared(runs[at] ?? [], empty),
    goals,
  }));
}

interface Run {
  readonly seconds: number;
  /** Most memory held; undefined where nothing tells it. */
  readonly kilobytes: number | undefined;
}

function compared(own: readonly Run[], rival: readonly Run[]) {
  const seconds = median(own.map((each) => each.seconds));
  const kilobytes = memoryOf(own);
  const others = rival.length === 0 ? undefined : median(rival.map((each) => each.seconds));
  const held = memoryOf(rival);
  return {
    seconds,
    kilobytes,
    ofTime: others === undefined ? undefined : seconds / others,
    ofMemory: kilobytes === undefined || held === undefined ? undefined : kilobytes / held,
  };
}

function memoryOf(runs: readonly Run[]): number | undefined {
  const known = runs.flatMap(({ kilobytes }) => kilobytes ?? []);
  return known.length === 0 ? undefined : median(known);
}

const timer = "/usr/bin/time";
const hasTime = existsSync(timer);

function cliOf({ dist }: Bench): string {
  return fileURLToPath(new URL("cli.js", dist));
}

/**
 * Each takes the payload as standard input; promtool exits 3 for what is only a matter of style. All begin in an environment that says where
 * programs are and nothing else: variables of Node.js such as NODE_EXTRA_CA_CERTS can cost more than the rest of its start.
 */
function run(command: string, args: readonly string[], payload?: Payload): Run {
  const stdin = payload === undefined ? "ignore" : openSync(payload.file, "r");
  const line = hasTime ? [timer, "-f", "%M", command, ...args] : [command, ...args];
  const start = performance.now();
  const { status, error, stderr } = spawnSync(line[0] ?? command, line.slice(1), {
    stdio: [stdin, "ignore", "pipe"],
    env: { PATH: env["PATH"] },
    encoding: "utf8",
  });
  const seconds = (performance.now() - start) / 1000;
  if (typeof stdin === "number") closeSync(stdin);
  if (error !== undefined) throw error;
  if (status !== 0 && status !== 3) throw new Error(`${command} ended with exit code ${status}`);
  const told = /(\d+)\n?$/.exec(stderr)?.[1];
  return { seconds, kilobytes: hasTime && told !== undefined ? Number(told) : undefined };
}
