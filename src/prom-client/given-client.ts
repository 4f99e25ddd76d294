// The client and the register that a program gives: they come from another package, of whatever version is installed.

import { givenAs, refuse } from "../construct/index.js";
import type { Client, ClientRegister } from "./client.js";

/** Reads a register. Throws a PromschemaError for what is none. */
export function readRegister(given: unknown): ClientRegister {
  const methods = ["getMetricsAsArray", "getSingleMetric", "registerMetric", "removeSingleMetric"];
  const isRegister = hasMethods(given, methods);
  // A register has these methods, whichever version it is of.
  if (isRegister) return given as ClientRegister;
  return refuse("construct/argument", {
    message: `the register is ${givenAs(given)}: expected a registry of prom-client or @prometheus-io/client`,
  });
}

/** Reads a client. Throws a PromschemaError for what is none. */
export function readClient(given: unknown): Client {
  const isClient = hasMethods(given, ["Counter", "Gauge", "Histogram", "Summary"]);
  // A client has these classes, whichever version it is of.
  if (isClient) return given as Client;
  return refuse("construct/argument", {
    message: `the client is ${givenAs(given)}: expected the module prom-client or @prometheus-io/client`,
    hint: 'import client from "prom-client"',
  });
}

function hasMethods(given: unknown, names: readonly string[]): boolean {
  if (typeof given !== "object" && typeof given !== "function") return false;
  // Read by name alone: a field that is not there is undefined.
  const fields = given as Readonly<Record<string, unknown>> | null;
  return names.every((name) => typeof fields?.[name] === "function");
}
