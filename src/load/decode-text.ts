import { createFinding, PromschemaError, printable } from "../diagnostics/index.js";
import { createSourceText, positionAt, refusal } from "./source-text.js";

/** Decodes a file's bytes. Throws PromschemaError where they are not UTF-8; a byte order mark of UTF-8 is dropped. */
export function decodeText(bytes: Uint8Array, source: string): string {
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
    const message = "expected UTF-8, found UTF-16";
    throw notText(source, { line: 1, column: 1 }, message, "save the file as UTF-8");
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const valid = new TextDecoder().decode(bytes.subarray(0, validPrefix(bytes)), { stream: true });
    const { line, column } = positionAt(createSourceText(valid, source), valid.length);
    const message = "expected UTF-8, found bytes that are none";
    throw notText(source, { line, column }, message, "save the file as UTF-8");
  }
}

// Binary files may well be valid UTF-8. YAML 1.2.2 section 5.1 and RFC 8259 section 7 allow none of these.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const control = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/;

/** Throws PromschemaError at the first control character other than tab and line break: the text is none. */
export function refuseControlCharacters(text: string, source: string | undefined): void {
  const found = control.exec(text);
  if (found === null) return;
  const { index } = found;
  const message = `expected text, found the control character ${printable(found[0])}`;
  throw refusal(createSourceText(text, source), [index, index + 1], message);
}

function notText(
  source: string,
  place: { readonly line: number; readonly column: number },
  message: string,
  hint: string,
): PromschemaError {
  const rule = "registry/unreadable";
  const finding = createFinding({ rule, severity: "error", message, source, ...place, hint });
  return new PromschemaError([finding]);
}

function startsWith(bytes: Uint8Array, first: number, second: number): boolean {
  return bytes[0] === first && bytes[1] === second;
}

/** Length of the longest prefix that is UTF-8 or the beginning of it, found by halving. Not called for valid bytes. */
function validPrefix(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length + 1;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >>> 1;
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      valid = middle;
    } catch {
      invalid = middle;
    }
  }
  return valid;
}
