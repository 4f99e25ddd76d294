/**
 * What keeps a command from doing its work: a wrong argument, a file that is not there, a service that does not answer.
 * Ends in exit code 2. It never leaves the command line: the library throws PromschemaError alone.
 */
export class CommandFailure extends Error {
  /** What to do about it, as one line. */
  readonly next: string | undefined;

  constructor(message: string, next?: string) {
    super(message);
    this.name = "CommandFailure";
    this.next = next;
  }
}

/** The `code` of a system, network or compression error, or the empty string. */
export function errorCode(error: unknown): string {
  const known = typeof error === "object" && error !== null && "code" in error;
  return known && typeof error.code === "string" ? error.code : "";
}
