import type { CommandDefinition } from "../arguments/definition.js";

const options = {
  registry: {
    kind: "value",
    placeholder: "FILE",
    once: true,
    summary: "The registry document that declares the metrics.",
  },
  port: {
    kind: "value",
    short: "p",
    placeholder: "PORT",
    once: true,
    summary: "Port to listen on; 0 takes a free one. Default: 9464.",
  },
  host: {
    kind: "value",
    placeholder: "HOST",
    once: true,
    summary: "Address to listen on. Default: 127.0.0.1, which this machine alone can reach.",
  },
  seed: {
    kind: "value",
    placeholder: "TEXT",
    once: true,
    summary: "What values are drawn from. The same seed gives the same values.",
  },
  help: { kind: "flag", short: "h", summary: "Print this page." },
} as const;

export const mockDefinition = {
  name: "mock",
  usage: "--registry FILE [--port PORT] [options]",
  summary: "Serve metrics that nobody measured, to build dashboards against.",
  description: [
    "Serves a valid exposition with plausible values at /metrics: counters rise, gauges swing, histograms fill. A scraper gets the format that it asks for. It runs until it is stopped.",
  ],
  options,
  examples: [
    ["promschema mock --registry metrics.yaml", "At http://127.0.0.1:9464/metrics:"],
    [
      "promschema generate mock --registry metrics.yaml --out metrics.prom",
      "A payload as a file instead:",
    ],
  ],
  exitCodes: [
    [0, "Stopped."],
    [2, "A wrong argument, a registry that does not load, a port that is taken."],
  ],
} as const satisfies CommandDefinition;
