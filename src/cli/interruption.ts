import type { Terminal } from "./terminal.js";

/** Whether whoever started a command has asked it to stop. */
export interface Interruption {
  readonly signal: AbortSignal;
  /** Listens no longer: from then on an interrupt ends the process. */
  stop(): void;
}

/** Waits for an interrupt. The first one ends the command in good order; the next one ends the process at once. */
export function watchInterruption({ onInterrupt }: Pick<Terminal, "onInterrupt">): Interruption {
  const controller = new AbortController();
  const stop = onInterrupt(() => {
    stop();
    controller.abort();
  });
  return { signal: controller.signal, stop };
}

/** What a promise gives, or undefined where the signal came first. */
export async function unlessInterrupted<Value>(
  promise: Promise<Value>,
  signal: AbortSignal,
): Promise<Value | undefined> {
  const interrupted = whenAborted(signal);
  // Nobody waits for it after an interrupt.
  promise.catch(() => {});
  try {
    return await Promise.race([promise, interrupted.promise]);
  } finally {
    interrupted.forget();
  }
}

function whenAborted(signal: AbortSignal): { promise: Promise<undefined>; forget(): void } {
  let listener = (): void => {};
  const promise = new Promise<undefined>((resolve) => {
    listener = () => resolve(undefined);
    if (signal.aborted) resolve(undefined);
    else signal.addEventListener("abort", listener, { once: true });
  });
  return { promise, forget: () => signal.removeEventListener("abort", listener) };
}

/** Bytes of an unfinished line that are held back. */
const longestHeld = 1 << 20;
const lineFeed = 10;

/** Chunks that end with an interrupt. */
export interface Interruptible {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Whether they ended before their time. */
  wasCut(): boolean;
}

/**
 * The chunks, until the signal. Then they end behind a whole line: of each chunk the line that it begins waits for the next, so that half a line
 * is never taken for one.
 */
export function untilInterrupted(
  given: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): Interruptible {
  let cut = false;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    const iterator = given[Symbol.asyncIterator]();
    let held: Uint8Array[] = [];
    let heldBytes = 0;
    try {
      for (;;) {
        const step = await unlessInterrupted(iterator.next(), signal);
        if (step === undefined) {
          cut = true;
          return;
        }
        if (step.done === true) break;
        const chunk = step.value;
        const end = chunk.lastIndexOf(lineFeed) + 1;
        if (end > 0 || heldBytes > longestHeld) {
          yield* held;
          held = [];
          heldBytes = 0;
        }
        if (end > 0) yield chunk.subarray(0, end);
        if (end < chunk.byteLength) {
          // A copy: the source may use the room of a chunk for the next one.
          held.push(chunk.slice(end));
          heldBytes += chunk.byteLength - end;
        }
      }
      yield* held;
    } finally {
      const closed = iterator.return?.();
      // After an interrupt nobody waits for a source that may never answer.
      if (cut) closed?.catch(() => {});
      else await closed;
    }
  }
  return { chunks: chunks(), wasCut: () => cut };
}
