import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { Format } from "../../src/exposition/index.js";

/** A service of the examples: it prints its address, answers POST /predict, and GET /metrics with the metrics of promschema/baseten. */
export interface Service {
  readonly name: string;
  /** Under examples/. */
  readonly script: string;
  readonly args?: readonly string[];
  /** Formats that it answers in. */
  readonly formats: readonly Format[];
}

const both: readonly Format[] = ["prometheus-text-0.0.4", "openmetrics-1.0"];

/** All that a real Prometheus scrapes in the tests. */
export const services: readonly Service[] = [
  { name: "instruments", script: "service/service.mjs", formats: both },
  { name: "prom-client", script: "clients/prom-client.mjs", formats: both },
  {
    name: "prometheus-io-client",
    script: "clients/prom-client.mjs",
    args: ["@prometheus-io/client"],
    formats: both,
  },
  // Its exporter writes text alone, and does not say of which version.
  {
    name: "opentelemetry",
    script: "clients/opentelemetry.mjs",
    formats: ["prometheus-text-1.0.0"],
  },
];

export interface Running {
  readonly name: string;
  readonly origin: string;
  stop(): Promise<void>;
}

/** Runs a service on a free port, as somebody would who has the package. */
export async function run({ name, script, args = [] }: Service): Promise<Running> {
  const file = path.resolve("examples", script);
  const child = spawn(process.execPath, [file, ...args], {
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
