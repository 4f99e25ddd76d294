import { nearest, printable, quote } from "../diagnostics/index.js";
import type { StatesetValue } from "../exposition/index.js";
import type { Metric } from "../registry/index.js";
import { readList } from "./given-fields.js";
import { givenAs, refuse } from "./refusal.js";
import { declaredAt } from "./sample-value.js";

/** Reads the states that are enabled: one, or a list. All declared ones are written. Throws a PromschemaError for others. */
export function readStates(metric: Metric, given: unknown): StatesetValue {
  const list = typeof given === "string" ? [given] : readList(metric, "states", given);
  const enabled = new Set(list.map((state) => readState(metric, state)));
  const states = metric.states ?? [...enabled];
  if (states.length === 0) {
    refuse("construct/argument", {
      message: `${printable(metric.name)} declares no states and none is enabled: expected one at least`,
      metric: metric.name,
    });
  }
  return Object.freeze(
    states.map((state) => Object.freeze({ state, enabled: enabled.has(state) })),
  );
}

function readState(metric: Metric, state: unknown): string {
  const name = printable(metric.name);
  const about = { metric: metric.name, label: metric.name, ...declaredAt(metric) };
  if (typeof state !== "string" || state === "" || /\p{Surrogate}/u.test(state)) {
    const message = `a state of ${name} is ${givenAs(state)}: expected a text`;
    refuse("construct/argument", { message, ...about });
  }
  if (metric.states === undefined || metric.states.includes(state)) return state;
  const close = nearest(state, metric.states);
  return refuse("label-value", {
    message: `a state of ${name} is ${quote(state)}, which is not one of its states`,
    value: state,
    ...(close !== undefined && { hint: `did you mean ${quote(close)}?` }),
    notes: [`allowed: ${metric.states.map(printable).join(", ")}`],
    ...about,
  });
}
