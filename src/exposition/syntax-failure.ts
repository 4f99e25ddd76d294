/** Rules about the form of a payload that are judged by level; whatever else is wrong with the form is `syntax`, an error always. */
export type LenientRule =
  | "final-newline"
  | "help-escape"
  | "carriage-return"
  | "metadata-comment"
  | "name-position"
  | "reserved-label";

/** Something in the current line that a reader may accept: what it is, and which bytes it is about. */
export interface SyntaxWarning {
  readonly rule: LenientRule;
  readonly at: number;
  readonly end: number;
  readonly message: string;
  readonly hint?: string;
}

/** Thrown by the scanner where the grammar ends, and caught at the doors of this room. It never leaves the library. */
export class SyntaxFailure extends Error {
  readonly at: number;
  readonly end: number;
  readonly hint: string | undefined;

  constructor(at: number, end: number, message: string, hint?: string) {
    super(message);
    this.at = at;
    this.end = end;
    this.hint = hint;
  }
}

/** Ends the reading of the current line, and with it of the payload. */
export function fail(at: number, end: number, message: string, hint?: string): never {
  throw new SyntaxFailure(at, end, message, hint);
}
