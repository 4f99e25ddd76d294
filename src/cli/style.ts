import { styleText } from "node:util";
import type { Severity } from "../diagnostics/index.js";

export type Style = Severity | "strong" | "faint" | "good" | "hint";

/** Wraps a text in colour, or returns it as it is. Colour repeats what the words say and never says more. */
export type Paint = (style: Style, text: string) => string;

export const plain: Paint = (_style, text) => text;

type Formats = Parameters<typeof styleText>[0];

const formats: Record<Style, Formats> = {
  error: ["bold", "red"],
  warning: ["bold", "yellow"],
  info: ["bold", "blue"],
  strong: "bold",
  faint: "dim",
  good: "green",
  hint: "cyan",
};

// Whether to colour was decided by `wantsColour`; Node is not to decide again by its own standard output.
const decided = { validateStream: false };

export const coloured: Paint = (style, text) => styleText(formats[style], text, decided);

/** Whether to colour a stream: `--color` and `--no-color` first, then FORCE_COLOR, NO_COLOR, and whether it is a terminal. */
export function wantsColour(
  option: boolean | undefined,
  environment: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  if (option !== undefined) return option;
  const force = environment["FORCE_COLOR"];
  if (force !== undefined) return !["0", "false"].includes(force);
  const refused = environment["NO_COLOR"] !== undefined && environment["NO_COLOR"] !== "";
  return isTerminal && !refused && environment["TERM"] !== "dumb";
}
