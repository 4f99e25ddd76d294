/** How a configuration is written. */
export type ConfigurationFormat = "yaml" | "json" | "ts";

/** The text of a first configuration. */
export function configurationText(
  format: ConfigurationFormat,
  registry: string,
  payload: string,
): string {
  const quoted = [registry, payload].map((each) => JSON.stringify(each));
  if (format === "json") {
    const schema = "./node_modules/promschema/schemas/config.schema.json";
    return `${JSON.stringify({ $schema: schema, registry, payloads: [payload] }, null, 2)}\n`;
  }
  if (format === "ts") {
    return `import { defineConfig } from "promschema/config";

export default defineConfig({
  registry: ${quoted[0]},
  payloads: [${quoted[1]}],
});
`;
  }
  return `# yaml-language-server: $schema=./node_modules/promschema/schemas/config.schema.json
registry: ${quoted[0]}
# Paths, or the addresses of your services: http://localhost:3000/metrics
payloads:
  - ${quoted[1]}
# failOn: warning
# rules:
#   unseen-metric: off
# metrics: # levels for some metrics alone
#   go_*: off
`;
}
