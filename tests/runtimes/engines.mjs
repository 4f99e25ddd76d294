// Runtimes without a page: the Node.js that runs this, and those that npm has packages of.
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { output, outputOrUnavailable, Unavailable } from "./command.mjs";

const { platform, arch, execPath } = process;
const extension = platform === "win32" ? ".exe" : "";

/** Outside the repository, and kept: each runtime is about 100 MB. */
const cache = path.join(
  process.env["XDG_CACHE_HOME"] || path.join(homedir(), ".cache"),
  "promschema-runtimes",
);

/** The Node.js that runs this script. */
export const thisNode = {
  name: "node",
  open: () => opened(execPath, [], {}),
};

/** The packages `node` and `node-bin` get their binary with an install script; the package of the platform has it inside. */
export function nodeOfNpm(version) {
  const platformPackage = `node-${platform === "win32" ? "win" : platform}-${arch}`;
  const places = [`${platformPackage}/bin/node${extension}`];
  return ofNpm("node", { package: platformPackage, version, places, args: [] });
}

/** Deno, without any permission. */
export function denoOfNpm(version) {
  const places = [
    `@deno/${platform}-${arch}${platform === "linux" ? "-glibc" : ""}/deno${extension}`,
  ];
  const args = ["run", "--no-prompt", "--no-lock", "--no-remote", "--node-modules-dir=manual"];
  const env = { DENO_DIR: path.join(cache, "deno-dir"), DENO_NO_UPDATE_CHECK: "1" };
  return ofNpm("deno", { package: "deno", version, places, args, env });
}

/** Bun, which must not fetch what it does not find. */
export function bunOfNpm(version) {
  const system = `${platform === "win32" ? "windows" : platform}-${arch === "arm64" ? "aarch64" : arch}`;
  const places = ["", "-musl"].map((libc) => `@oven/bun-${system}${libc}/bin/bun${extension}`);
  return ofNpm("bun", { package: "bun", version, places, args: ["run", "--no-install"] });
}

function ofNpm(name, { package: packageName, version, places, args, env = {} }) {
  const open = async () => {
    const modules = path.join(await installed(packageName, version), "node_modules");
    const binary = places.map((place) => path.join(modules, place)).find(existsSync);
    if (binary === undefined) {
      throw new Unavailable(`${packageName}@${version} brings no binary for ${platform} ${arch}`);
    }
    return opened(binary, args, env);
  };
  return { name, wanted: version, open };
}

async function opened(binary, args, env) {
  // A binary that cannot tell its version is made for another machine.
  const said = await outputOrUnavailable(binary, ["--version"], { env, seconds: 20 });
  const run = (cwd, suite) => output(binary, [...args, suite], { cwd, env, seconds: 45 });
  return { version: /\d+\.\d+\.\d+\S*/.exec(said)?.[0] ?? said, run };
}

/** The folder where npm installed a package, now or in an earlier run. */
async function installed(packageName, version) {
  const home = path.join(cache, `${packageName}-${version}`);
  if (existsSync(home)) return home;
  mkdirSync(cache, { recursive: true });
  // Moved into place when whole: an installation that was broken off is not found again.
  const scratch = mkdtempSync(path.join(cache, "partial-"));
  try {
    const quiet = [
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
      "--no-update-notifier",
      "--loglevel=error",
      "--fetch-retries=1",
    ];
    const args = ["install", "--prefix", scratch, ...quiet, `${packageName}@${version}`];
    await npm(args, { cwd: scratch, seconds: 100 });
    if (!existsSync(home)) renameSync(scratch, home);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  return home;
}

/** The npm that called us, where there is one. */
function npm(args, options) {
  const script = process.env["npm_execpath"];
  if (script?.endsWith("npm-cli.js"))
    return outputOrUnavailable(execPath, [script, ...args], options);
  return outputOrUnavailable(`npm${platform === "win32" ? ".cmd" : ""}`, args, options);
}
