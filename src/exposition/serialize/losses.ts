// What a format has no place for, and what no format has a place for.

import {
  createFinding,
  type Finding,
  PromschemaError,
  printable,
} from "../../diagnostics/index.js";

/** How it is where the text formats have no such thing. */
export const noPlace = "is left out: the text formats have none";

/** Takes down that something of a metric is lost; `what` tells the losses of a metric apart. */
export type Lose = (metric: string, what: string, how: string) => void;

/** Losses by metric and kind, each with how often it came. */
export function collectLosses(): { readonly lose: Lose; readonly findings: () => Finding[] } {
  const losses = new Map<string, { metric: string; what: string; how: string; count: number }>();
  return {
    lose(metric, what, how) {
      const key = `${what} ${metric}`;
      const known = losses.get(key);
      if (known === undefined) losses.set(key, { metric, what, how, count: 1 });
      else known.count++;
    },
    findings: () =>
      Array.from(losses.values(), ({ metric, what, how, count }) =>
        createFinding({
          rule: "serialize/loss",
          severity: "warning",
          message: `${what} of ${printable(metric)} ${how}`,
          metric,
          value: what,
          ...(count === 1 ? {} : { count }),
        }),
      ),
  };
}

/**
 * Throws the PromschemaError of a part of a metric that is none of its kind, as only a program without types can make it. Callers with
 * many parts ask first themselves: a `typeof` that is compared with a constant takes no time.
 */
export function mustBe(
  kind: "number" | "string" | "object",
  found: unknown,
  metric: string,
  what: string,
): void {
  if (typeof found === kind && found !== null) return;
  const is = found === null ? found : typeof found;
  refuse(metric, `${what} of ${printable(metric)} is ${is}: expected ${kind}`);
}

/** Throws the PromschemaError of what cannot be written: a model that no format can hold, or a way of writing that is none. */
export function refuse(metric: string, message: string, cause?: unknown): never {
  const finding = createFinding({
    rule: "serialize/unwritable",
    severity: "error",
    message,
    ...(metric === "" ? {} : { metric }),
  });
  throw new PromschemaError([finding], cause === undefined ? {} : { cause });
}
