// How the runtimes are installed and called: a command with a time limit, its output as a string.
import { spawn } from "node:child_process";

/** A runtime cannot be had on this machine. That is no failure of the package. */
export class Unavailable extends Error {}

/** Resolves with standard output. Rejects, with all that was said, where the command cannot be started, fails or takes too long. */
export function output(command, args, { cwd, env, seconds }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      timeout: seconds * 1000,
    });
    let out = "";
    let all = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      out += text;
      all += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
      all += text;
    });
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code === 0) return resolve(out.trim());
      const end =
        signal === null ? `exited ${code}` : `was ended by ${signal}, after ${seconds} s at most`;
      reject(new Error(`${[command, ...args].join(" ")} ${end}\n${all.trim()}`));
    });
  });
}

/** The same where failure means that a runtime cannot be had; the reason is one line of what was said. */
export async function outputOrUnavailable(command, args, options) {
  try {
    return await output(command, args, options);
  } catch (error) {
    // The place of npm's log says nothing about the reason.
    const [first, ...said] = error.message.split("\n").filter((line) => !/complete log/.test(line));
    const reason = said.map((line) => line.replace(/^npm error /, "").trim()).join(" ");
    throw new Unavailable((reason || first).slice(0, 300));
  }
}
