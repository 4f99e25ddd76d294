import type { CompiledRegistry } from "../registry/index.js";

/** A file as a generator gives it. Whoever called the generator writes it, or does not. */
export interface GeneratedFile {
  /** Relative, with `/` between its parts, and never out of the folder it is written to. */
  readonly path: string;
  readonly content: string;
}

/** What every generator can be told. */
export interface GenerateOptions {
  /**
   * Name of the document that the registry was made from, as the header tells it.
   * @default the file that the registry was loaded from
   */
  readonly source?: string;
  /**
   * The command that makes the file, as the header tells it.
   * @default `promschema generate <target>`
   */
  readonly command?: string;
}

/** Longest name of a file without its suffix. */
const longestName = 80;

/** One file with the name of the registry, whatever that holds: letters, digits, dots and hyphens are kept. */
export function fileOf(
  registry: CompiledRegistry,
  suffix: string,
  content: string,
): readonly GeneratedFile[] {
  const name = registry.name
    .replace(/[^a-zA-Z0-9._-]+/g, "-")
    .replace(/^[.-]+|[.-]+$/g, "")
    .slice(0, longestName);
  return [{ path: `${name === "" ? "registry" : name}${suffix}`, content }];
}

/** The sentence that every file begins with: what it was made from, by which command. It is one line of plain text. */
export function origin(
  registry: CompiledRegistry,
  target: string,
  { source = registry.source, command = `promschema generate ${target}` }: GenerateOptions,
): string {
  const from = source ?? `the registry ${registry.name}`;
  const edited = source === undefined ? "the registry" : "that file";
  return oneLine(`Generated from ${from} by \`${command}\`: edit ${edited}, not this one.`);
}

/** The text on one line: every run of white space is one space, and what no file should hold raw is a replacement character. */
export function oneLine(text: string): string {
  return inert(text).replace(/\s+/g, " ").trim();
}

/** The text without control characters, direction marks and halves of characters. Line feeds and tabs stay. */
export function inert(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/(?![\n\t])[\p{Cc}\p{Cs}\p{Bidi_Control}]/gu, "\uFFFD");
}
