// Rounds in which every contender is measured once, one after the other: what else the machine does meets all alike.
import { type ChildProcess, fork, spawnSync } from "node:child_process";
import { processFile } from "./compile.js";
import type { Answer } from "./contender-process.js";
import type { Task } from "./contenders.js";

/** CPU milliseconds of a call by round; undefined for a contender that cannot do it. */
export type Measured = readonly number[] | undefined;

/** Measures the contenders over so many rounds. Throws where one of them fails. */
export async function contest(tasks: readonly Task[], rounds: number): Promise<Measured[]> {
  const running: Contender[] = [];
  try {
    for (const task of tasks) running.push(await start(task));
    for (let round = 0; round < rounds; round++) {
      for (const contender of running) await contender.measure();
    }
    return running.map(({ ready, milliseconds }) => (ready ? milliseconds : undefined));
  } finally {
    for (const { child } of running) child.kill();
  }
}

interface Contender {
  readonly child: ChildProcess;
  readonly ready: boolean;
  readonly milliseconds: readonly number[];
  measure(): Promise<void>;
}

async function start(task: Task): Promise<Contender> {
  // Without the flags of this process: they load TypeScript.
  const child = fork(processFile("contender-process"), [JSON.stringify(task)], { execArgv: [] });
  toOneProcessor(child);
  const milliseconds: number[] = [];
  const first = await answerOf(child, task.contender);
  const ready = "ready" in first && first.ready;
  return {
    child,
    ready,
    milliseconds,
    async measure() {
      if (!ready) return;
      const answer = answerOf(child, task.contender);
      child.send("measure");
      const measured = await answer;
      if ("milliseconds" in measured) milliseconds.push(measured.milliseconds);
    },
  };
}

/**
 * Two processors of a machine may differ by half, as long as something else keeps the core of one busy: a contender on each would be compared
 * by that. Where there is no taskset (Linux has it), the contenders run where the system puts them.
 */
function toOneProcessor({ pid }: ChildProcess): void {
  if (pid !== undefined) spawnSync("taskset", ["-acp", "0", `${pid}`], { stdio: "ignore" });
}

function answerOf(child: ChildProcess, name: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const fail = (code: number | null) => {
      child.off("message", take);
      reject(new Error(`the process of "${name}" ended with exit code ${code}`));
    };
    const take = (message: unknown) => {
      child.off("exit", fail);
      // The other side sends nothing else.
      resolve(message as Answer);
    };
    child.once("message", take);
    child.once("exit", fail);
  });
}
