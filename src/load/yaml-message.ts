import type { ErrorCode } from "yaml";
import { printable } from "../diagnostics/index.js";

/** A message of the YAML parser in our words. */
export interface YamlMessage {
  readonly text: string;
  readonly hint?: string;
}

// The mistakes that people make in registries. The rest of the parser's messages are good enough as they are.
const known: Partial<Record<ErrorCode, YamlMessage>> = {
  TAB_AS_INDENT: { text: "expected spaces as indentation, found a tab" },
  BLOCK_AS_IMPLICIT_KEY: {
    text: "expected one value after the key, found a second key",
    hint: 'quote the text if the ": " belongs to it, else mend the indentation',
  },
  MULTILINE_IMPLICIT_KEY: {
    text: "expected a key on one line, found text over several lines before the colon",
  },
  BAD_SCALAR_START: {
    text: "expected a value, found a character that cannot start one",
    hint: "quote the text",
  },
};

/** Puts a message of the YAML parser into our form: one line, lower case, safe to print. */
export function yamlMessage(code: ErrorCode, message: string): YamlMessage {
  const own = known[code];
  if (own !== undefined) return own;
  if (message.startsWith("Missing closing")) {
    return { text: "expected a closing quote, found the end of the text" };
  }
  const flow = /^Flow (map|sequence) /.exec(message);
  if (flow !== null) {
    const [kind, end] = flow[1] === "map" ? ["a mapping", "}"] : ["a list", "]"];
    return { text: `expected ${kind} that ends in "${end}" and is indented more than its key` };
  }
  const firstLine = message.split("\n", 1)[0]!.slice(0, 200);
  const text = printable(firstLine.charAt(0).toLowerCase() + firstLine.slice(1));
  if (code === "BAD_DQ_ESCAPE") {
    return { text, hint: "use single quotes, in which a backslash is just that" };
  }
  return { text };
}
