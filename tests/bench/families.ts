// The metric families of schemas/baseten.yaml, and what their samples look like.
import type { Deployment } from "./fleet.js";
import { below, type Random } from "./random.js";

interface FamilyBase {
  /** Name in the text formats, with `_total` for a counter. */
  readonly name: string;
  readonly help: string;
  readonly unit?: string;
  /** Labels of each of its series beside those of the deployment, as they stand in a payload. */
  readonly split: (deployment: Deployment) => readonly string[];
}

export interface ScalarFamily extends FamilyBase {
  readonly type: "counter" | "gauge";
  /** A value as it stands in a payload. `age` grows from scrape to scrape. */
  readonly value: (deployment: Deployment, age: number, random: Random) => string;
}

export interface HistogramFamily extends FamilyBase {
  readonly type: "histogram";
  /** Upper bounds as they stand in a payload, without +Inf. */
  readonly bounds: readonly string[];
}

export type GeneratedFamily = ScalarFamily | HistogramFamily;

const whole = () => [""];
const byRequest = (deployment: Deployment) => deployment.requests;
const byCondition = () => ["true", "false", "unknown"].map((state) => `condition="${state}"`);
const byReplica = ({ replicas }: Deployment) => replicas.map((replica) => `replica="${replica}"`);
const byGpu = ({ replicas, gpusPerReplica }: Deployment) =>
  replicas.flatMap((replica) =>
    Array.from({ length: gpusPerReplica }, (_, gpu) => `replica="${replica}",gpu="${gpu}"`),
  );

const latencyBounds = ["0.005", "0.025", "0.1", "0.25", "0.5", "1.0", "2.5", "5.0", "10.0", "60.0"];
const queueBounds = ["0.001", "0.01", "0.1", "0.5", "1.0", "5.0", "30.0", "120.0"];
const sizeBounds = [
  "256.0",
  "1024.0",
  "4096.0",
  "16384.0",
  "65536.0",
  "262144.0",
  "1e+06",
  "1e+07",
];

/** A large whole number: half of them with an exponent, as Go's clients write them. */
function large(value: number, random: Random): string {
  const rounded = Math.floor(value);
  if (rounded < 1e9 || random() < 0.5) return String(rounded);
  return rounded.toExponential().replace("e+", rounded < 1e10 ? "e+0" : "e+");
}

function upTo(limit: number): ScalarFamily["value"] {
  return (_, __, random) => String(below(limit, random));
}

/** Seconds: half with two decimals, half with all the digits a float has. */
const processorTime: ScalarFamily["value"] = ({ weight }, age, random) => {
  const seconds = weight * age * (1 + random());
  return random() < 0.5 ? seconds.toFixed(2) : String(seconds);
};

export const families: readonly GeneratedFamily[] = [
  {
    name: "baseten_inference_requests_total",
    type: "counter",
    help: "Inference requests that reached the model.",
    split: byRequest,
    value: ({ weight }, age, random) => large(weight * age * 1000 * (1 + random()), random),
  },
  histogram("end_to_end_response_time_seconds", "Wait for the complete response.", latencyBounds),
  histogram(
    "time_to_first_byte_seconds",
    "Wait for the first byte.\\nAt the proxy.",
    latencyBounds,
  ),
  histogram("request_size_bytes", "Size of requests.", sizeBounds),
  histogram("response_size_bytes", "Size of responses.", sizeBounds),
  gauge("concurrent_requests", "Requests inside the deployment now.", whole, upTo(64)),
  gauge("ongoing_websocket_connections", "Open WebSocket connections.", whole, upTo(16)),
  gauge("async_queue_size", "Asynchronous requests in the queue now.", whole, upTo(4)),
  {
    ...histogram("time_in_async_queue_seconds", "Wait in the asynchronous queue.", queueBounds),
    split: whole,
  },
  gauge("replicas_active", "Replicas that can take requests.", whole, ({ replicas }) =>
    String(replicas.length),
  ),
  gauge("replicas_starting", "Replicas that cannot take requests yet.", whole, upTo(2)),
  gauge("pod_readiness", "Pods in each state of readiness.", byCondition, upTo(5)),
  {
    name: "baseten_container_restarts_total",
    type: "counter",
    help: "Restarts of the container that runs the model.",
    split: whole,
    value: ({ index }, age) => String((index % 7) + Math.floor(age / 100)),
  },
  {
    name: "baseten_container_cpu_usage_seconds_total",
    type: "counter",
    help: "Processor time that the container has used.",
    unit: "seconds",
    split: byReplica,
    value: processorTime,
  },
  {
    ...gauge(
      "container_cpu_memory_working_set_bytes",
      "Memory in use.",
      byReplica,
      (_, __, random) => large(random() * 64e9, random),
    ),
    unit: "bytes",
  },
  gauge("gpu_memory_used", "GPU memory in use, in mebibytes.", byGpu, (_, __, random) =>
    (random() * 81_920).toFixed(1),
  ),
  gauge("gpu_utilization", "How busy the GPU is, in percent.", byGpu, (_, __, random) =>
    String(random() * 100),
  ),
];

function gauge(
  name: string,
  help: string,
  split: ScalarFamily["split"],
  value: ScalarFamily["value"],
): ScalarFamily {
  return { name: `baseten_${name}`, type: "gauge", help, split, value };
}

function histogram(name: string, help: string, bounds: readonly string[]): HistogramFamily {
  const unit = name.slice(name.lastIndexOf("_") + 1);
  return { name: `baseten_${name}`, type: "histogram", help, unit, split: byRequest, bounds };
}
