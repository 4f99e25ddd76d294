import type { Format } from "../../exposition/index.js";
import type { Terminal } from "../terminal.js";
import type { HeaderList } from "./headers.js";
import type { Tls } from "./tls.js";

/** A payload, opened. */
export interface Source {
  readonly contentType?: string;
  /** The format that the content itself tells, where it could be looked at first. */
  readonly format?: Format;
  /**
   * The bytes as they come, unpacked. A chunk is good until the next one is asked for: whoever keeps it makes a copy. Throws CommandFailure
   * where they cannot be had to the end.
   */
  readonly chunks: AsyncIterable<Uint8Array>;
}

export interface SourceOptions {
  readonly stdin: Pick<Terminal["stdin"], "file" | "open">;
  readonly headers: HeaderList;
  /** Certificates; undefined where none were given. */
  readonly tls?: Tls;
  /** Media types to ask a service for. */
  readonly accept: string;
  /** Time for a whole request. */
  readonly timeoutMs: number;
  /** Largest payload, counted after unpacking. */
  readonly maxBytes: number;
}
