import type { Position } from "../../diagnostics/index.js";
import { CommandFailure } from "../failure.js";

/** Steps from the root of a configuration to a part of it. */
export type KeyPath = readonly (string | number)[];

/** A part of a configuration. */
export interface Given {
  readonly value: unknown;
  readonly path: KeyPath;
}

/** A configuration file as it was read. */
export interface Configuration {
  /** Its path from here, for people. */
  readonly source: string;
  /** The folder that its paths start from. */
  readonly folder: string;
  readonly given: ReadonlyMap<string, Given>;
  readonly locate: (path: KeyPath, part: "key" | "value") => Position | undefined;
}

/** Where a part of a configuration stands: `file:line:column`, or the file and the key where it is a module. */
export function placeOf(
  { source, locate }: Pick<Configuration, "source" | "locate">,
  path: KeyPath,
  part: "key" | "value" = "value",
): string {
  const position = locate(path, part);
  if (position !== undefined) return `${source}:${position.line}:${position.column}`;
  return path.length === 0 ? source : `${source}: ${path.join(".")}`;
}

/** The failure for a part of a configuration that is not as it should be. */
export function wrongKey(
  configuration: Pick<Configuration, "source" | "locate">,
  path: KeyPath,
  message: string,
  part: "key" | "value" = "value",
): CommandFailure {
  return new CommandFailure(`${placeOf(configuration, path, part)}: ${message}`);
}

/** The members of an object, whichever its prototype; undefined for anything else. */
export function membersOf(value: unknown): readonly (readonly [string, unknown])[] | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return Object.entries(value);
}

/** What a value is, for a message. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a mapping";
  return typeof value === "string" ? "a text" : `a ${typeof value}`;
}
