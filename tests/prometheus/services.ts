import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

/** A service of the examples: it prints its address, answers POST /predict, and GET /metrics with the metrics of promschema/baseten. */
export interface Service {
  readonly name: string;
  /** Under examples/. */
  readonly script: string;
}

/** All that a real Prometheus scrapes in the tests. */
export const services: readonly Service[] = [
  { name: "instruments", script: "service/service.mjs" },
];

export interface Running {
  readonly name: string;
  readonly origin: string;
  stop(): Promise<void>;
}

/** Runs a service on a free port, as somebody would who has the package. */
export async function run({ name, script }: Service): Promise<Running> {
  const file = path.resolve("examples", script);
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return { name, origin: await originOf(child), stop: () => stop(child) };
}

async function originOf(child: ChildProcess): Promise<string> {
  let printed = "";
  for await (const chunk of child.stdout ?? []) {
    printed += String(chunk);
    const [, origin] = /listening on (\S+)\n/.exec(printed) ?? [];
    if (origin !== undefined) return origin;
  }
  throw new Error(`the service did not listen: ${printed}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "exit");
}
