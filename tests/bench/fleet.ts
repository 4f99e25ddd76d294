// The deployments whose metrics are generated. Each follows from its number alone, so a fleet of any size needs no memory.
import { below, identifier, pick, type Random, randomFrom } from "./random.js";

export interface Deployment {
  readonly index: number;
  /** Labels that every series of it has, as they stand in a payload. */
  readonly labels: string;
  /** The label parts `status_code` and `is_async` of the requests it gets. */
  readonly requests: readonly string[];
  readonly replicas: readonly string[];
  readonly gpusPerReplica: number;
  /** How busy it is: from 1 to some ten thousands. */
  readonly weight: number;
}

const families = [
  "llama-3.1-8b",
  "mixtral-8x7b",
  "qwen2.5-32b",
  "whisper-v3",
  "sdxl-turbo",
  "bge-m3",
  "gpt-oss-120b",
] as const;
const variants = ["fp8", "awq", "vllm", "trt-llm", "batch"] as const;
const environments = ["production", "production", "staging", "development"] as const;
const statusCodes = ["200", "429", "400", "500", "503"];

/** The deployment with this number, as the given scrape (1, 2, ...) shows it: one in a hundred was replaced since the last. */
export function deploymentAt(index: number, scrape: number): Deployment {
  const replaced = scrape > 1 && index % 100 === 50;
  const random = randomFrom(index, replaced ? scrape : 1);
  const labels = [
    `model_id="${identifier(8, random)}"`,
    `model_name="${modelName(index, random)}"`,
    `deployment_id="${identifier(7, random)}"`,
    ...placeLabels(random),
  ].join(",");
  const codes = statusCodes.slice(0, 1 + below(1 + below(statusCodes.length, random), random));
  const ways = random() < 0.2 ? ["false", "true"] : ["false"];
  const replicas = 1 + below(4, random);
  return {
    index,
    labels,
    requests: codes.flatMap((code) => ways.map((way) => `status_code="${code}",is_async="${way}"`)),
    replicas: Array.from({ length: replicas }, () => identifier(10, random)),
    gpusPerReplica: pick([1, 1, 2, 4], random),
    weight: Math.exp(random() * 10),
  };
}

/** One name in a hundred has letters beyond ASCII, another has escapes. */
function modelName(index: number, random: Random): string {
  if (index % 100 === 13) return `modèle-génération-${index}`;
  if (index % 100 === 41) return `say \\"hi\\" C:\\\\weights-${index}`;
  return `${pick(families, random)}-${pick(variants, random)}-${index}`;
}

/** A deployment outside any environment has both labels empty. */
function placeLabels(random: Random): string[] {
  if (random() < 0.1) return ['environment=""', 'rollout_phase=""'];
  const phase = random() < 0.1 ? "promoting" : "stable";
  return [`environment="${pick(environments, random)}"`, `rollout_phase="${phase}"`];
}
