// Writes synthetic scrapes of a model-inference platform: those of schemas/baseten.yaml, about four fifths of the lines buckets. Every
// byte follows from the options, memory stays the same whatever the size, and no series stands twice.
import { families, type GeneratedFamily, type HistogramFamily } from "./families.js";
import { type Deployment, deploymentAt } from "./fleet.js";
import { below, type Random, randomFrom, shuffle } from "./random.js";

export interface Shape {
  /** About how many bytes: the last deployment is written in full. */
  readonly bytes: number;
  /** OpenMetrics 1.0 with timestamps and exemplars, else text. */
  readonly openMetrics?: boolean;
  /** Number of the scrape, from 1: a later one has later values, and one deployment in a hundred replaced. */
  readonly scrape?: number;
  /** Whether the lines of each family stand in random order. It holds one family in memory. */
  readonly shuffled?: boolean;
}

interface Writing {
  readonly deployments: number;
  readonly openMetrics: boolean;
  readonly scrape: number;
  readonly shuffled: boolean;
}

/** A piece of a payload, with the number of samples in it. */
export interface Piece {
  readonly text: string;
  readonly samples: number;
}

const pieceLength = 1 << 16;
const firstScrapeSeconds = 1_735_689_600;
const scrapeIntervalSeconds = 15;

/** The payload in pieces of about 64 KiB. */
export function* generate(shape: Shape): Generator<Piece, void> {
  yield* write({
    deployments: deploymentsFor(shape),
    openMetrics: shape.openMetrics ?? false,
    scrape: shape.scrape ?? 1,
    shuffled: shape.shuffled ?? false,
  });
}

/** How many deployments make so many bytes, judged by up to 300 of them. */
function deploymentsFor({ bytes, openMetrics = false }: Shape): number {
  let deployments = 20;
  for (let trial = 0; trial < 3; trial++) {
    const sample = Math.min(deployments, 300);
    let size = 0;
    const writing = { deployments: sample, openMetrics, scrape: 1, shuffled: false };
    for (const { text } of write(writing)) size += text.length;
    deployments = Math.max(1, Math.round((sample * bytes) / size));
  }
  return deployments;
}

function* write(writing: Writing): Generator<Piece, void> {
  let text = "";
  let samples = 0;
  for (const [index, family] of families.entries()) {
    text += metadata(family, writing.openMetrics);
    for (const line of linesOf(family, index, writing)) {
      text += line;
      samples++;
      if (text.length < pieceLength) continue;
      yield { text, samples };
      text = "";
      samples = 0;
    }
  }
  if (writing.openMetrics) text += "# EOF\n";
  yield { text, samples };
}

function metadata({ name, type, help, unit }: GeneratedFamily, openMetrics: boolean): string {
  const named = openMetrics && type === "counter" ? name.slice(0, -"_total".length) : name;
  const lines = `# HELP ${named} ${help}\n# TYPE ${named} ${type}\n`;
  return openMetrics && unit !== undefined ? `${lines}# UNIT ${named} ${unit}\n` : lines;
}

/** The sample lines of a family. */
function* linesOf(family: GeneratedFamily, index: number, writing: Writing): Generator<string> {
  if (!writing.shuffled) {
    yield* linesInOrder(family, index, writing);
    return;
  }
  const lines = [...linesInOrder(family, index, writing)];
  shuffle(lines, randomFrom(index));
  yield* lines;
}

function* linesInOrder(
  family: GeneratedFamily,
  familyIndex: number,
  { deployments, openMetrics, scrape }: Writing,
): Generator<string> {
  const age = 100 + scrape;
  for (let index = 0; index < deployments; index++) {
    const deployment = deploymentAt(index, scrape);
    const random = randomFrom(familyIndex, index, scrape);
    for (const part of family.split(deployment)) {
      const labels = part === "" ? deployment.labels : `${deployment.labels},${part}`;
      const stamp = openMetrics ? ` ${timestamp(scrape, random)}` : "";
      if (family.type === "histogram") {
        yield* histogramLines(family, deployment, labels, age, stamp, random);
      } else {
        yield `${family.name}{${labels}} ${family.value(deployment, age, random)}${stamp}\n`;
      }
    }
  }
}

function* histogramLines(
  { name, bounds }: HistogramFamily,
  { weight }: Deployment,
  labels: string,
  age: number,
  stamp: string,
  random: Random,
): Generator<string> {
  let count = 0;
  let lower = 0;
  let sum = 0;
  for (let at = 0; at <= bounds.length; at++) {
    const bound = bounds[at];
    const upper = bound === undefined ? lower * 2 : Number(bound);
    const here = below(weight * age * (at * 2 < bounds.length ? 2 : 0.5), random);
    count += here;
    sum += here * (lower + (upper - lower) * random());
    const exemplar = stamp !== "" && random() < 0.2 ? exemplarIn(lower, upper, stamp, random) : "";
    yield `${name}_bucket{${labels},le="${bound ?? "+Inf"}"} ${count}${stamp}${exemplar}\n`;
    lower = upper;
  }
  // A histogram that observed NaN once has a sum of NaN.
  yield `${name}_sum{${labels}} ${random() < 0.01 ? "NaN" : sum}${stamp}\n`;
  yield `${name}_count{${labels}} ${count}${stamp}\n`;
}

function exemplarIn(lower: number, upper: number, stamp: string, random: Random): string {
  let trace = "";
  while (trace.length < 32) trace += below(0x1_0000, random).toString(16).padStart(4, "0");
  const value = lower + (upper - lower) * (0.1 + random() * 0.8);
  return ` # {trace_id="${trace}"} ${value.toPrecision(6)}${stamp}`;
}

/** Seconds with three decimals: one moment for all samples of a series. */
function timestamp(scrape: number, random: Random): string {
  const seconds = firstScrapeSeconds + scrape * scrapeIntervalSeconds;
  return `${seconds}.${String(below(1000, random)).padStart(3, "0")}`;
}
