// The process of one contender: prepares, warms up, and measures one round each time it is asked to.
import process, { argv, cpuUsage } from "node:process";
import { type Call, prepare, type Task } from "./contenders.js";

/** What a contender says: that it is ready, or cannot do it; then the CPU milliseconds of a call in each round. */
export type Answer = { readonly ready: boolean } | { readonly milliseconds: number };

const warmUpMilliseconds = 1000;
const roundMilliseconds = 50;

let kept: unknown;

/** CPU time of the whole process, all threads and the garbage collector among them, per call. */
async function measure(call: Call, calls: number): Promise<number> {
  const before = cpuUsage();
  for (let count = 0; count < calls; count++) {
    kept = call();
    if (kept instanceof Promise) kept = await kept;
  }
  const { user, system } = cpuUsage(before);
  return (user + system) / 1000 / calls;
}

async function warmUp(call: Call): Promise<number> {
  let spent = 0;
  let calls = 1;
  let perCall = 0;
  for (let batch = 0; spent < warmUpMilliseconds || batch < 2; batch++) {
    perCall = await measure(call, calls);
    spent += perCall * calls;
    calls = callsIn(roundMilliseconds, perCall);
  }
  return callsIn(roundMilliseconds, perCall);
}

function callsIn(milliseconds: number, perCall: number): number {
  return Math.max(1, Math.ceil(milliseconds / Math.max(perCall, 1e-4)));
}

function answer(message: Answer): void {
  if (process.send === undefined) throw new Error("internal: nobody listens to this contender");
  process.send(message);
}

// The parent wrote the argument from a Task.
const call = await prepare(JSON.parse(argv[2] ?? "") as Task);
if (call === undefined) {
  answer({ ready: false });
} else {
  const calls = await warmUp(call);
  process.on("message", async () => answer({ milliseconds: await measure(call, calls) }));
  answer({ ready: true });
}
