// The JSON Schema of SARIF 2.1.0 as OASIS publishes it, from the package of the SARIF SDK, which holds a build for each platform.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

/** The folder of the SARIF SDK. Undefined where it has no build for this platform; in CI it has to be there. */
export const sarifSdk = sdkFolder();

function sdkFolder(): string | undefined {
  const require = createRequire(import.meta.url);
  const general = require.resolve("@microsoft/sarif-multitool/package.json");
  const folder = `${path.dirname(general)}-${process.platform}`;
  if (existsSync(folder)) return folder;
  if (process.env["CI"] !== undefined) throw new Error(`there is no ${folder}`);
  process.stderr.write(`skipped the schema of SARIF: there is no ${folder}\n`);
  return undefined;
}

let compiled: ValidateFunction | undefined;

/** What the schema says against a log, a line each. Nothing where there is no schema on this machine. */
export function sarifBreaches(log: unknown): readonly string[] {
  if (sarifSdk === undefined) return [];
  compiled ??= compile(path.join(sarifSdk, "sarif-2.1.0.json"));
  compiled(log);
  return (compiled.errors ?? []).map((one) => `${one.instancePath} ${one.message}`);
}

function compile(file: string): ValidateFunction {
  // Not strict: the schema has words of editors and defaults that constrain nothing.
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const schema: unknown = JSON.parse(readFileSync(file, "utf8").replace(/^\ufeff/, ""));
  // A schema of JSON Schema is an object.
  return ajv.compile(schema as object);
}
