// Where reports of code hosts point to: a file of the repository. A payload of a service or of standard input is none; then it is the
// registry, which is where whoever reads the report would look next: of several the first, which is the service's own as a rule.
import path from "node:path";
import type { Finding } from "../../diagnostics/index.js";
import { isHttp } from "../sources/source-name.js";
import type { RunFacts } from "./reporter.js";

/** A place in a file; all but the path as far as it is known. */
export interface FilePlace {
  /** From the root, with slashes; absolute where the file is not below it. */
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
  readonly length?: number;
}

/** The place a finding is shown at. Undefined where there is no file to point to. */
export function findingPlace(
  finding: Finding,
  source: string,
  { registryFiles }: RunFacts,
  root: string,
): FilePlace | undefined {
  const file = finding.source ?? source;
  const { line, column, length } = finding;
  if (line !== undefined && isFile(file)) {
    return {
      path: named(file, root),
      line,
      ...(column === undefined ? {} : { column }),
      ...(column === undefined || length === undefined ? {} : { length }),
    };
  }
  const declared = declaredPlace(finding, root);
  if (declared !== undefined) return declared;
  if (isFile(file)) return { path: named(file, root) };
  const [registry] = registryFiles ?? [];
  return registry === undefined ? undefined : { path: named(registry, root) };
}

/** Where the registry declares what the finding is about. */
export function declaredPlace({ declared }: Finding, root: string): FilePlace | undefined {
  if (declared?.source === undefined) return undefined;
  const { source, line, column } = declared;
  return { path: named(source, root), line, column };
}

function isFile(source: string): boolean {
  return source !== "<stdin>" && !isHttp(source);
}

function named(file: string, root: string): string {
  const absolute = path.resolve(file);
  const relative = path.relative(root, absolute);
  const outside = relative === "" || relative.startsWith("..") || path.isAbsolute(relative);
  return (outside ? absolute : relative).split(path.sep).join("/");
}
