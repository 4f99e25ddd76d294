// From input to scanner: format detection, ranges that end in a line feed, limits. The whole-text door hands one chunk, the streaming
// door many; everything behind here is the same, so the two cannot read differently.

import { createFinding, type Finding, quote, type Severity } from "../diagnostics/index.js";
import type { Dialect } from "./entry.js";
import { END, type Entry } from "./entry.js";
import { explainForeign } from "./foreign.js";
import { type Format, formatOfContent, formatOfContentType } from "./format.js";
import { BLANK, classOf, LF } from "./grammar.js";
import { endOfLine, placeInLine } from "./place.js";
import type { Scanner } from "./scanner.js";
import { type LenientRule, SyntaxFailure, type SyntaxWarning } from "./syntax-failure.js";

export interface ReadingOptions {
  /**
   * Wire format. `auto` takes the content type's where there is one, else OpenMetrics when the last line is `# EOF`, else text 1.0.0. A
   * stream without a content type is held back for that up to 4 MiB; a longer one is judged by its beginning.
   * @default "auto"
   */
  readonly format?: Format | "auto";
  /** Content-Type header the payload came with. */
  readonly contentType?: string;
  /** Name of the payload in findings: a path or URL. */
  readonly source?: string;
  /**
   * Longest line that is read, in bytes: a stream keeps one line in memory.
   * @default 16777216
   */
  readonly maxLineBytes?: number;
  /**
   * Levels of the rules on form that a reader may be lenient about, `final-newline` and its like. One at `error` ends the reading.
   */
  readonly levels?: Partial<Record<LenientRule, Severity | "off">>;
}

/** What reads entries: the family grouper, or a check. */
export interface EntryReader {
  readonly scanner: Scanner;
  /** Takes the entry the scanner stands at. */
  entry(entry: Entry): void;
  /** Called between two ranges: label values may be forgotten here. */
  rest?(): void;
}

const noBytes = new Uint8Array(0);
const heldBackLimit = 4 << 20;
/** About how many bytes are read before whoever waits for families gets them. */
const rangeLength = 1 << 17;
const defaultMaxLineBytes = 16 << 20;

/** The defaults of the rule catalogue, which this room does not load: a test holds the two together. */
export const lenientLevels: Record<LenientRule, Severity> = {
  "final-newline": "error",
  "help-escape": "warning",
  "carriage-return": "warning",
  "metadata-comment": "warning",
  "name-position": "warning",
  "reserved-label": "warning",
};

export class Reading<Reader extends EntryReader> {
  /** Bytes taken so far. */
  bytes = 0;
  /** Known once the first bytes that decide it are there. */
  format: Format | undefined;
  /** The reader, from when the format is known. */
  reader: Reader | undefined;
  /** Set where a syntax error, or a rule on form at level error, ended the reading. */
  failure: Finding | undefined;

  readonly #options: ReadingOptions;
  readonly #open: (
    format: Format,
    dialect: Dialect,
    warn: (warning: SyntaxWarning) => void,
  ) => Reader;
  readonly #report: (finding: Finding) => void;
  #buffer = noBytes;
  #filled = 0;
  /** End of the lines in the buffer that are whole. */
  #lines = 0;
  /** End of those that are read. */
  #done = 0;
  /** Whether the last line is read, which has no line feed of its own. */
  #unfinished = false;
  /** Whether a line said something: what fails before is perhaps no exposition at all. */
  #begun = false;

  /** `open` makes the reader once the format is known; `report` gets the findings of the rules on form, the last one included. */
  constructor(
    options: ReadingOptions,
    open: (format: Format, dialect: Dialect, warn: (warning: SyntaxWarning) => void) => Reader,
    report: (finding: Finding) => void,
  ) {
    this.#options = options;
    this.#open = open;
    this.#report = report;
    const named = options.format ?? "auto";
    const told =
      named !== "auto"
        ? named
        : options.contentType === undefined
          ? undefined
          : formatOfContentType(options.contentType);
    if (told === "unsupported") {
      this.#fail(
        {
          message: `cannot read content type ${quote(options.contentType ?? "")}: it is no text format`,
          hint: "ask for text/plain or application/openmetrics-text in the Accept header",
        },
        undefined,
      );
    } else if (told !== undefined) {
      this.#decide(told);
    }
  }

  /** Takes the next bytes and reads them. `whole` says that they are all there is and will not change: then they are read in place. */
  push(chunk: Uint8Array, whole = false): void {
    if (this.failure !== undefined || chunk.length === 0) return;
    if (whole && this.reader === undefined) this.#decide(formatOfContent(chunk));
    if (whole && chunk[chunk.length - 1] === LF) {
      this.bytes += chunk.length;
      this.#feed(chunk, 0, chunk.length);
      return;
    }
    this.take(chunk);
    while (this.next());
  }

  /** Takes the next bytes, for `next` to read. */
  take(chunk: Uint8Array): void {
    if (this.failure !== undefined) return;
    this.bytes += chunk.length;
    this.#keep(chunk);
    if (this.reader !== undefined) {
      this.#findLines(this.#filled - chunk.length);
    } else if (this.#filled >= heldBackLimit) {
      const held = this.#buffer.subarray(0, this.#filled);
      this.#begin(looksLikeOpenMetrics(held) ? "openmetrics-1.0" : "prometheus-text-1.0.0");
    }
  }

  /** Reads some of the lines that were taken; false where none is left. */
  next(): boolean {
    if (this.failure !== undefined || this.reader === undefined) return false;
    const start = this.#done;
    let end = this.#lines;
    if (end - start > rangeLength) end = this.#buffer.indexOf(LF, start + rangeLength) + 1;
    if (end > start) {
      this.#done = end;
      this.#feed(this.#buffer, start, end);
      return true;
    }
    this.#buffer.copyWithin(0, end, this.#filled);
    this.#filled -= end;
    this.#done = 0;
    this.#lines = 0;
    // From here on there is but a chunk at a time, unless a line is long: its room is kept, or each chunk would copy it.
    if (this.#buffer.length >= heldBackLimit && this.#filled * 2 < this.#buffer.length)
      this.#buffer = this.#buffer.slice(0, this.#filled + 1);
    if (this.#filled > this.#maxLineBytes()) this.#failLongLine();
    return false;
  }

  /** Says that there are no more bytes. */
  end(): void {
    if (this.failure !== undefined) return;
    if (this.reader === undefined) {
      this.#begin(formatOfContent(this.#buffer.subarray(0, this.#filled)));
    }
    while (this.next());
    this.#feedRest();
    const scanner = this.reader?.scanner;
    if (this.failure !== undefined || scanner === undefined) return;
    if (this.format === "openmetrics-1.0" && !scanner.ended) this.#failMissingEof(scanner);
  }

  /** Decides how to read what was held back. */
  #begin(format: Format): void {
    this.#decide(format);
    this.#findLines(0);
  }

  #decide(format: Format): void {
    this.format = format;
    const dialect: Dialect = {
      openMetrics: format === "openmetrics-1.0",
      quotedNames: format !== "prometheus-text-0.0.4",
    };
    this.reader = this.#open(format, dialect, (warning) => {
      // What the level makes an error ends the reading like a syntax error.
      if (this.#judge(warning)) throw new SyntaxFailure(warning.at, warning.end, warning.message);
    });
  }

  /** Puts a copy of bytes behind what is unread: the caller may reuse its chunk. */
  #keep(chunk: Uint8Array): void {
    const needed = this.#filled + chunk.length + 1;
    if (needed > this.#buffer.length) {
      const larger = new Uint8Array(Math.max(needed, this.#buffer.length * 2));
      larger.set(this.#buffer.subarray(0, this.#filled));
      this.#buffer = larger;
    }
    this.#buffer.set(chunk, this.#filled);
    this.#filled += chunk.length;
  }

  /** What stands before `from` holds no line feed: it is not searched again for each chunk of a long line. */
  #findLines(from: number): void {
    const found = this.#buffer.subarray(from, this.#filled).lastIndexOf(LF);
    if (found !== -1) this.#lines = from + found + 1;
  }

  /** The last line, where it has no line feed. */
  #feedRest(): void {
    if (this.#filled === 0 || this.failure !== undefined) return;
    const rest = this.#buffer.subarray(0, this.#filled);
    const blank = rest.every((byte) => (classOf[byte]! & BLANK) !== 0);
    if (blank && this.format !== "openmetrics-1.0") return;
    this.#buffer[this.#filled] = LF;
    const length = this.#filled;
    this.#filled = 0;
    this.#unfinished = true;
    this.#feed(this.#buffer, 0, length + 1);
    if (this.failure !== undefined || this.format === "openmetrics-1.0") return;
    this.#judge({
      rule: "final-newline",
      at: length,
      end: length,
      message:
        "the last line does not end with a line feed: nobody can tell whether it is complete",
      hint: "end the payload with \\n",
    });
  }

  #feed(bytes: Uint8Array, start: number, end: number): void {
    const limit = this.#maxLineBytes();
    let at = start;
    while (end - at > limit) {
      const lastEnd = bytes.lastIndexOf(LF, at + limit);
      if (lastEnd < at) {
        this.#read(bytes, start, at);
        if (this.failure === undefined) this.#failLongLine();
        return;
      }
      at = lastEnd + 1;
    }
    this.#read(bytes, start, end);
  }

  #read(bytes: Uint8Array, start: number, end: number): void {
    const reader = this.reader;
    if (reader === undefined || this.failure !== undefined) return;
    const { scanner } = reader;
    scanner.feed(bytes, start, end);
    try {
      for (let entry = scanner.next(); entry !== END; entry = scanner.next()) {
        this.#begun = true;
        reader.entry(entry);
      }
      reader.rest?.();
    } catch (error) {
      if (!(error instanceof SyntaxFailure)) throw error;
      if (this.failure === undefined) this.#syntaxError(scanner, error);
    }
  }

  #maxLineBytes(): number {
    return this.#options.maxLineBytes ?? defaultMaxLineBytes;
  }

  #syntaxError(scanner: Scanner, error: SyntaxFailure): void {
    const { bytes, lineStart } = scanner;
    const foreign = this.#begun
      ? undefined
      : explainForeign(bytes, lineStart, endOfLine(bytes, lineStart));
    if (foreign !== undefined) {
      this.#fail(foreign, placeInLine(bytes, lineStart, lineStart, lineStart + 1), scanner.line);
      return;
    }
    const place = placeInLine(scanner.bytes, scanner.lineStart, error.at, error.end);
    const hint =
      this.#unfinished && !scanner.ended
        ? "the payload ends in this line: was it cut off?"
        : error.hint;
    this.#fail(
      { message: error.message, ...(hint === undefined ? {} : { hint }) },
      place,
      scanner.line,
    );
  }

  /** Reports a rule on form; true where its level is error. */
  #judge(warning: SyntaxWarning): boolean {
    const level = this.#options.levels?.[warning.rule] ?? lenientLevels[warning.rule];
    const scanner = this.reader?.scanner;
    if (level === "off" || scanner === undefined) return false;
    const finding = createFinding({
      rule: warning.rule,
      severity: level,
      message: warning.message,
      ...this.#source(),
      line: scanner.line,
      ...placeInLine(scanner.bytes, scanner.lineStart, warning.at, warning.end),
      ...(warning.hint === undefined ? {} : { hint: warning.hint }),
    });
    if (level === "error") this.failure = finding;
    this.#report(finding);
    return level === "error";
  }

  #failMissingEof(scanner: Scanner): void {
    this.#fail(
      {
        message: "expected # EOF as the last line: the payload may be cut off",
        hint: "end OpenMetrics payloads with # EOF",
      },
      undefined,
      scanner.line + 1,
    );
  }

  #failLongLine(): void {
    this.#fail(
      {
        message: `the line is longer than ${this.#maxLineBytes()} bytes`,
        hint: "raise maxLineBytes if that is right",
      },
      undefined,
      (this.reader?.scanner.line ?? 0) + 1,
    );
  }

  #fail(
    what: { readonly message: string; readonly hint?: string },
    place: ReturnType<typeof placeInLine> | undefined,
    line = 1,
  ): void {
    this.failure = createFinding({
      rule: "syntax",
      severity: "error",
      ...what,
      ...this.#source(),
      line,
      ...(place ?? { column: 1 }),
    });
    this.#report(this.failure);
  }

  #source(): { source?: string } {
    return this.#options.source === undefined ? {} : { source: this.#options.source };
  }
}

/**
 * Whether the beginning of a long stream has what only OpenMetrics has: a UNIT line, one of its own types, a counter named without the
 * `_total` of its samples, an exemplar.
 */
function looksLikeOpenMetrics(bytes: Uint8Array): boolean {
  let at = 0;
  let counter: string | undefined;
  const decoder = new TextDecoder("latin1");
  while (at < bytes.length) {
    const end = endOfLine(bytes, at);
    const line = decoder.decode(bytes.subarray(at, Math.min(end, at + 4096)));
    if (
      /^# UNIT /.test(line) ||
      /^# TYPE \S+ (?:info|stateset|gaugehistogram|unknown)$/.test(line)
    ) {
      return true;
    }
    if (line[0] !== "#") {
      if (/ # \{/.test(line) || line.split(/[ {]/, 1)[0] === `${counter}_total`) return true;
      counter = undefined;
    } else if (line.startsWith("# TYPE ")) {
      counter = /^# TYPE (\S+) counter$/.exec(line)?.[1];
    }
    at = end + 1;
  }
  return false;
}
