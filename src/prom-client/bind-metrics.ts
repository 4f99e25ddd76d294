// A registry bound to a client: all of its metrics are registered, or none.

import { bindingOf, type GivenOptions, readBindingOptions, textNameOf } from "../binding/index.js";
import { givenAs, refuse, refuseIf } from "../construct/index.js";
import { printable, quote } from "../diagnostics/index.js";
import type { CompiledRegistry, MetricName } from "../registry/index.js";
import type { Client, ClientRegister } from "./client.js";
import { readClient, readRegister } from "./given-client.js";
import { objectionsToMetric, objectionsToNames } from "./names.js";
import { type Made, makeObject } from "./objects.js";
import { present } from "./present.js";
import type { Binding, BindOptions } from "./types.js";

/**
 * Makes the client's metrics of a registry, registers them and gives an instrument for each, which is typed by its labels and holds what programs
 * without types record to the contract. What is registered already is not touched.
 *
 * Throws a PromschemaError, and registers nothing, for a metric that the client cannot hold, for a name that is taken in the register, and for options
 * that are none.
 */
export function bindMetrics<
  R extends CompiledRegistry,
  C extends Client,
  const M extends MetricName<R> = MetricName<R>,
>(registry: R, options: BindOptions<C, M>): Binding<R, C, M> {
  const given = readBindingOptions(registry, options, ["client", "register"]);
  const client = readClient(given.fields.get("client"));
  const register = readRegister(given.fields.get("register") ?? client.register);
  refuseIf(given.metrics.flatMap(objectionsToMetric));
  refuseIf(objectionsToNames(given.metrics, register));
  const made = given.metrics.map((metric) => make(client, given, metric));
  for (const { instrument } of made) instrument.begin();
  registerAll(made, register);
  for (const { metric, object, instrument } of made) {
    present(metric, object, register);
    Object.assign(instrument, {
      client: object,
      collect: (read: unknown) => setCollect(metric.name, object, read),
    });
  }
  const instruments = new Map(made.map(({ metric, instrument }) => [metric, instrument]));
  // One binding for all registries: it holds at run time what the types of a known one say before.
  return bindingOf(instruments, given.guard) as Binding<R, C, M>;
}

function make(client: Client, { guard, maxSeries }: GivenOptions, metric: Made["metric"]): Made {
  try {
    return makeObject(client, { metric, guard, maxSeries });
  } catch (cause) {
    return refuse("construct/unsupported", refusedBy(metric, cause), cause);
  }
}

/** Registers all, or throws a PromschemaError and leaves the register as it was. */
function registerAll(made: readonly Made[], register: ClientRegister): void {
  const done: string[] = [];
  for (const { metric, object } of made) {
    try {
      register.registerMetric(object);
      done.push(textNameOf(metric));
    } catch (cause) {
      for (const name of done) register.removeSingleMetric(name);
      refuse("construct/name-clash", refusedBy(metric, cause), cause);
    }
  }
}

function refusedBy({ name }: Made["metric"], cause: unknown) {
  const why = cause instanceof Error ? cause.message : givenAs(cause);
  return { message: `the client refuses ${printable(name)}: ${printable(why)}`, metric: name };
}

function setCollect(name: string, object: object, read: unknown): void {
  if (typeof read === "function") {
    Object.assign(object, { collect: () => read() });
    return;
  }
  refuse("construct/argument", {
    message: `collect of ${quote(name)} is given ${givenAs(read)}: expected a function`,
    metric: name,
  });
}
