// A project of somebody else's, made from the tarball that would be published.
import { execFile, execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "../..");

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly exports: Readonly<Record<string, unknown>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

export const manifest: Manifest = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));

export interface Scratch {
  readonly folder: string;
  /** Where the installed package is. */
  readonly installed: string;
  /** The tarball's files. */
  readonly files: readonly string[];
  dispose(): void;
}

/** Packs the package, and installs the tarball into an empty project, with the optional peers that this repository has. */
export function createScratch(): Scratch {
  const folder = mkdtempSync(path.join(tmpdir(), "promschema-package-"));
  const packed = npm(root, ["pack", "--json", "--ignore-scripts", "--pack-destination", folder]);
  const [tarball] = JSON.parse(packed) as [{ filename: string; files: { path: string }[] }];
  writeFileSync(path.join(folder, "package.json"), '{ "name": "scratch", "private": true }\n');
  npm(folder, ["install", "--ignore-scripts", "--prefer-offline", `./${tarball.filename}`]);
  for (const peer of Object.keys(manifest.peerDependencies)) {
    const place = path.join(folder, "node_modules", peer);
    if (existsSync(place)) continue;
    mkdirSync(path.dirname(place), { recursive: true });
    symlinkSync(path.join(root, "node_modules", peer), place, "junction");
  }
  return {
    folder,
    installed: path.join(folder, "node_modules", manifest.name),
    files: tarball.files.map((file) => file.path),
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A project beside it in which no optional peer can be found: the package, and what it depends on. */
export function createBare(scratch: Scratch): string {
  const folder = mkdtempSync(path.join(tmpdir(), "promschema-bare-"));
  const modules = path.join(folder, "node_modules");
  mkdirSync(modules, { recursive: true });
  for (const name of [manifest.name, ...Object.keys(manifest.dependencies)]) {
    const source = path.join(scratch.folder, "node_modules", name);
    cpSync(source, path.join(modules, name), { recursive: true });
  }
  return folder;
}

/** The compilers that the declarations are held to, as paths of their `tsc`: both packages bring a command of that name. */
export const compilers = [
  ["TypeScript 5.9", path.join(root, "node_modules/typescript/bin/tsc")],
  ["TypeScript 7", path.join(root, "node_modules/typescript7/bin/tsc")],
] as const;

function npm(folder: string, args: readonly string[]): string {
  return execFileSync("npm", [...args, "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
}

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs Node in the folder, and says how it ended. */
export function node(folder: string, args: readonly string[], input = ""): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      args,
      { cwd: folder, maxBuffer: 16 * 2 ** 20 },
      (error, stdout, stderr) => {
        const code = typeof error?.code === "number" ? error.code : error === null ? 0 : 1;
        resolve({ code, stdout, stderr });
      },
    );
    child.stdin?.end(input);
  });
}
