import type { HeaderList } from "./headers.js";
import type { Tls } from "./tls.js";

/** A payload, opened. */
export interface Source {
  readonly contentType?: string;
  /** The bytes as they come, unpacked. Throws CommandFailure where they cannot be had to the end. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

export interface SourceOptions {
  readonly stdin: () => AsyncIterable<Uint8Array>;
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
