import {
  type Finding,
  PromschemaError,
  printable,
  reaches,
  type ToldLevel,
  toldLevels,
} from "../../diagnostics/index.js";
import type {
  Exposition,
  Format,
  MetricFamily,
  ParseOptions,
  SafeParseResult,
  SafeSerializeResult,
  SerializeOptions,
} from "../../exposition/index.js";
import type { RunCommand } from "../command.js";
import { exitCodes } from "../exit-codes.js";
import { findingText } from "../reporters/finding-text.js";
import { sourceName } from "../sources/source-name.js";
import { coloured, plain, wantsColour } from "../style.js";
import type { Terminal } from "../terminal.js";
import { expositionJson, familyLine } from "./exposition-json.js";
import { payloadOpener } from "./open-payload.js";
import { type ParseSettings, parseSettings } from "./parse-settings.js";
import { tryAgain } from "./retries.js";
import { formatToRead } from "./source-settings.js";

/** What the command needs of the library. */
export interface ParseDependencies {
  safeParseExposition(input: Uint8Array, options: ParseOptions): SafeParseResult;
  readExposition(
    stream: AsyncIterable<Uint8Array>,
    options: ParseOptions,
  ): AsyncGenerator<MetricFamily, { readonly findings: readonly Finding[] }>;
  safeSerializeExposition(exposition: Exposition, options: SerializeOptions): SafeSerializeResult;
}

/** `promschema parse`: the payload to standard output, findings to standard error. */
export function createParseCommand(dependencies: ParseDependencies): RunCommand {
  return async (argv, terminal) => {
    const settings = parseSettings(argv, terminal.stdin);
    const found = await print(settings, terminal, dependencies);
    const told = toldLevels(settings);
    const findings = found.flatMap((finding) => atLevel(finding, told));
    const colour = wantsColour(settings.color, terminal.environment, terminal.stderr.isTerminal);
    const layout = { paint: colour ? coloured : plain, width: terminal.stderr.columns ?? 100 };
    for (const finding of findings) {
      const text = findingText(finding, sourceName(settings.payload), layout).join("\n");
      await terminal.stderr.write(`\n${text}\n`);
    }
    const { failOn } = settings;
    const failed = failOn !== "never" && findings.some((it) => reaches(it.severity, failOn));
    return failed ? exitCodes.findings : exitCodes.clean;
  };
}

/** Prints the payload as far as it can be read; resolves to what there is to say of it. */
async function print(
  settings: ParseSettings,
  terminal: Terminal,
  dependencies: ParseDependencies,
): Promise<readonly Finding[]> {
  const open = await payloadOpener([settings.payload], settings, terminal);
  // What was printed cannot be taken back, so only the beginning of an answer is waited for again.
  const attempt = () => open(settings.payload);
  const { chunks, contentType, format } = await tryAgain(attempt, settings, terminal);
  const options: ParseOptions = {
    format: formatToRead(settings, format),
    source: sourceName(settings.payload),
    levels: settings.levels,
    ...(contentType === undefined ? {} : { contentType }),
  };
  if (settings.to === "jsonl") return await printLines(chunks, options, terminal, dependencies);
  const parsed = dependencies.safeParseExposition(await whole(chunks), options);
  if (!parsed.ok) return parsed.findings;
  if (settings.to === "json") {
    for (const piece of expositionJson(parsed.value, sourceName(settings.payload))) {
      if (!(await terminal.stdout.write(piece))) break;
    }
    return parsed.findings;
  }
  const written = dependencies.safeSerializeExposition(
    parsed.value,
    serializeOptions(settings.to, settings),
  );
  if (written.ok) await terminal.stdout.write(shown(written.value, terminal));
  return [...parsed.findings, ...written.findings];
}

/** A family a line while the payload comes in, until nobody reads any more. */
async function printLines(
  chunks: AsyncIterable<Uint8Array>,
  options: ParseOptions,
  terminal: Terminal,
  { readExposition }: ParseDependencies,
): Promise<readonly Finding[]> {
  try {
    const families = readExposition(chunks, options);
    let next = await families.next();
    while (next.done !== true) {
      if (!(await terminal.stdout.write(familyLine(next.value)))) return [];
      next = await families.next();
    }
    return next.value.findings;
  } catch (error) {
    if (error instanceof PromschemaError) return error.findings;
    throw error;
  }
}

async function whole(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk.slice());
  return Buffer.concat(all);
}

function serializeOptions(
  format: Format,
  { escaping }: Pick<ParseSettings, "escaping">,
): SerializeOptions {
  return escaping === undefined ? { format } : { format, escaping };
}

/** The bytes as they are for a program; for a terminal, without what it would obey. */
function shown(text: string, { stdout }: Terminal): string {
  return stdout.isTerminal ? text.split("\n").map(printable).join("\n") : text;
}

function atLevel(finding: Finding, told: ToldLevel): readonly Finding[] {
  const severity = told(finding.rule, finding.metric);
  if (severity === "off") return [];
  return [severity === undefined ? finding : { ...finding, severity }];
}
