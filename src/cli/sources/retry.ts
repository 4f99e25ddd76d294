import { CommandFailure } from "../failure.js";
import { duration } from "../figures.js";

const firstPauseMs = 500;
const longestPauseMs = 30_000;

/** What may go well when it is tried again: a service that is not up yet, or too busy. */
export class TransientFailure extends CommandFailure {}

export interface RetryOptions {
  /** How often to try again. */
  readonly retries: number;
  sleep(milliseconds: number): Promise<void>;
  /** Told before each further try. */
  note(text: string): Promise<void>;
}

/** What the attempt yields, tried again after a pause that doubles each time, as long as it fails in a way that may pass. */
export async function withRetries<Value>(
  attempt: () => Promise<Value>,
  { retries, sleep, note }: RetryOptions,
): Promise<Value> {
  for (let done = 0; ; done++) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof TransientFailure) || done >= retries) throw error;
      const pauseMs = Math.min(firstPauseMs * 2 ** done, longestPauseMs);
      await note(`${error.message}; try ${done + 2} of ${retries + 1} in ${duration(pauseMs)}`);
      await sleep(pauseMs);
    }
  }
}
