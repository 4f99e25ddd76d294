// The series that both serializers write: one counter with seven labels, as a client library holds it.
import { identifier, randomFrom } from "./random.js";

export const recordedName = "baseten_inference_requests_total";
export const recordedHelp = "Inference requests that reached the model.";
export const recordedLabels = [
  "model_id",
  "model_name",
  "deployment_id",
  "environment",
  "rollout_phase",
  "status_code",
  "is_async",
] as const;

/** `short` values are whole or have one decimal, `long` are one in five floats of 17 digits. */
export type ValueKind = "short" | "long";

export interface RecordedSeries {
  readonly labels: Record<(typeof recordedLabels)[number], string>;
  readonly value: number;
}

export function recordedSeries(index: number, kind: ValueKind): RecordedSeries {
  const random = randomFrom(index);
  const labels = {
    model_id: identifier(8, random),
    model_name: `llama-3.1-70b-instruct-${index}`,
    deployment_id: identifier(7, random),
    environment: "production",
    rollout_phase: "stable",
    status_code: "200",
    is_async: "false",
  };
  const value = kind === "long" && index % 5 === 0 ? random() * 1e4 : index * 7 + (index % 2) / 2;
  return { labels, value };
}

/** The same as a payload, for the library to read. */
export function recordedPayload(count: number, kind: ValueKind): string {
  const lines = [
    `# HELP ${recordedName} ${recordedHelp}\n# TYPE ${recordedName} counter\n`,
    ...Array.from({ length: count }, (_, index) => {
      const { labels, value } = recordedSeries(index, kind);
      const parts = recordedLabels.map((name) => `${name}="${labels[name]}"`);
      return `${recordedName}{${parts.join(",")}} ${value}\n`;
    }),
  ];
  return lines.join("");
}
