import { createRequire } from "node:module";

/** The version of the package, read from its manifest by its own name: right from the sources and from dist. */
export function version(): string {
  const manifest: unknown = createRequire(import.meta.url)("promschema/package.json");
  const known = typeof manifest === "object" && manifest !== null && "version" in manifest;
  return known ? String(manifest.version) : "of unknown version";
}
