export interface Deadline {
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
  expired(): boolean;
  stop(): void;
}

/** A signal that aborts after a time, unless it is stopped before. */
export function startDeadline(timeoutMs: number): Deadline {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), timeoutMs);
  return {
    signal: controller.signal,
    timeoutMs,
    expired: () => controller.signal.aborted,
    stop: () => clearTimeout(timer),
  };
}
