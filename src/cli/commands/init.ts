import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { printable } from "../../diagnostics/index.js";
import type { ParseOptions, SafeParseResult } from "../../exposition/index.js";
import { parseArguments } from "../arguments/parse.js";
import type { RunCommand } from "../command.js";
import { findConfiguration, manifest } from "../configuration/find.js";
import { exitCodes } from "../exit-codes.js";
import { CommandFailure, errorCode } from "../failure.js";
import { asker } from "../init/ask.js";
import { type ConfigurationFormat, configurationText } from "../init/configuration-text.js";
import { inferRegistry } from "../init/infer-registry.js";
import { starterPayload, starterRegistry } from "../init/starter.js";
import { isHttp, sourceName } from "../sources/source-name.js";
import type { Terminal } from "../terminal.js";
import { choice } from "./choice.js";
import { initDefinition } from "./init-definition.js";
import { payloadOpener } from "./open-payload.js";
import { tryAgain } from "./retries.js";
import { type SourceSettings, sourceSettings } from "./source-settings.js";

/** What the command needs of the library. */
export interface InitDependencies {
  safeParseExposition(input: Uint8Array, options: ParseOptions): SafeParseResult;
}

/** What is to be written, and from what. */
interface Wishes {
  /** Undefined for the example. */
  readonly payload: string | undefined;
  readonly registry: string;
  readonly format: ConfigurationFormat;
}

const examplePayload = "metrics.example.prom";
const maxBytes = 50_000_000;

/** `promschema init`: a configuration and, where there is none, a registry. Nothing that is there is overwritten. */
export function createInitCommand(dependencies: InitDependencies): RunCommand {
  return async (argv, terminal) => {
    const { options, operands } = parseArguments(initDefinition, argv);
    refuseExisting();
    const [payload, other] = operands;
    if (other !== undefined || payload === "-" || payload === "") {
      throw new CommandFailure("init takes one payload at most: a path or an http(s) URL");
    }
    const preset: Wishes = {
      payload,
      registry: options.registry ?? "metrics.yaml",
      format: choice("format", options.format, ["yaml", "json", "ts"]),
    };
    const asking = options.yes !== true;
    if (asking && !terminal.stdin.isTerminal) {
      throw new CommandFailure(
        "init asks, and there is no terminal to ask on",
        "promschema init --yes takes the defaults",
      );
    }
    const wishes = asking ? await askFor(preset, terminal) : preset;
    const settings = { ...sourceSettings({ "input-format": undefined, ...options }), maxBytes };
    await writeAll(await plan(wishes, settings, terminal, dependencies), terminal);
    await terminal.stderr.write("next: npx promschema check\n");
    return exitCodes.clean;
  };
}

function refuseExisting(): void {
  const there = findConfiguration("");
  // One that stands above is that of the whole repository: a package in it may have its own.
  if (there === undefined || path.dirname(there) !== ".") return;
  const what = there === manifest ? `a configuration in ${manifest}` : there;
  throw new CommandFailure(
    `${what} is here already`,
    "promschema check --print-config shows what is in force",
  );
}

async function askFor(preset: Wishes, terminal: Terminal): Promise<Wishes> {
  const { ask, end } = asker(terminal);
  try {
    const what = "Where are the metrics? A path or a URL; nothing for an example";
    const payload = await ask(what, preset.payload ?? "");
    const registry = await ask("The registry document", preset.registry);
    const format = await ask("The configuration: yaml, json or ts", preset.format);
    return {
      payload: payload === "" ? undefined : payload,
      registry,
      format: choice("format", format, ["yaml", "json", "ts"]),
    };
  } finally {
    await end();
  }
}

/** The files to write, by name. All is read before anything is written. */
async function plan(
  { payload, registry, format }: Wishes,
  settings: SourceSettings,
  terminal: Terminal,
  dependencies: InitDependencies,
): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  if (!existsSync(registry)) {
    const text =
      payload === undefined
        ? starterRegistry
        : await inferred(payload, settings, terminal, dependencies);
    files.set(registry, text);
  }
  if (payload === undefined && !existsSync(examplePayload)) {
    files.set(examplePayload, starterPayload);
  }
  // A password is nothing to be written down.
  const named = payload === undefined ? examplePayload : sourceName(payload);
  files.set(`promschema.config.${format}`, configurationText(format, registry, named));
  return files;
}

async function inferred(
  payload: string,
  settings: SourceSettings,
  terminal: Terminal,
  { safeParseExposition }: InitDependencies,
): Promise<string> {
  const open = await payloadOpener([payload], settings, terminal);
  const { chunks, contentType } = await tryAgain(() => open(payload), settings, terminal);
  const bytes: Uint8Array[] = [];
  for await (const chunk of chunks) bytes.push(chunk.slice());
  const parsed = safeParseExposition(
    Buffer.concat(bytes),
    contentType === undefined ? {} : { contentType },
  );
  if (!parsed.ok) {
    throw new CommandFailure(
      `${sourceName(payload)} cannot be read: ${parsed.findings[0].message}`,
      "promschema check shows where",
    );
  }
  return inferRegistry(registryName(payload), parsed.value.families);
}

/** The name of the folder that the service lives in. */
function registryName(payload: string): string {
  const folder = path
    .basename(process.cwd())
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
  const name = folder.replace(/^-+|-+$/g, "");
  return name === "" ? (isHttp(payload) ? "service" : "metrics") : name;
}

async function writeAll(files: ReadonlyMap<string, string>, { stdout }: Terminal): Promise<void> {
  for (const [name, content] of files) {
    try {
      await writeFile(name, content, { flag: "wx" });
    } catch (error) {
      throw new CommandFailure(`cannot write ${name}: ${errorCode(error)}`);
    }
    await stdout.write(`wrote    ${printable(name)}\n`);
  }
}
