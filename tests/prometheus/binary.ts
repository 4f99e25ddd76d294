import { spawnSync } from "node:child_process";

/** Whether a program of Debian's package `prometheus` is on this machine. */
export function isInstalled(program: "promtool" | "prometheus"): boolean {
  return spawnSync(program, ["--version"], { timeout: 10_000 }).status === 0;
}

/** The name of a test, which says so where it cannot run. */
export function titled(title: string, program: string, isThere: boolean): string {
  return isThere ? title : `${title} (SKIPPED: ${program} is not installed)`;
}
