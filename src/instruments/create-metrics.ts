// The instruments of a registry, and what a scrape is answered with.

import { declaredMetric, givenAs, refuse, WirePlaces } from "../construct/index.js";
import { quote, type RuleId } from "../diagnostics/index.js";
import {
  type Exposition,
  escapingSchemes,
  formats,
  serializeExposition,
} from "../exposition/index.js";
import type { CompiledRegistry, Metric } from "../registry/index.js";
import { CounterKeeper } from "./counter.js";
import { GaugeKeeper } from "./gauge.js";
import { GaugeHistogramKeeper } from "./gauge-histogram.js";
import { judgeRegistry, readOptions } from "./given-options.js";
import { HistogramKeeper } from "./histogram.js";
import { InfoKeeper } from "./info.js";
import type { Context, Keeper } from "./keeper.js";
import { type MetricsOptions, readMetricsOptions } from "./options.js";
import { StatesetKeeper } from "./stateset.js";
import { SummaryKeeper } from "./summary.js";
import type { ExposeOptions, Metrics, MetricsMethods } from "./types.js";
import { isPlain } from "./write/family-text.js";
import { bytePieces, PayloadWriter, type Pieces, textPieces } from "./write/payload-writer.js";

/**
 * Makes the instruments of a registry: one for each metric, under its name, with the labels and values that are declared. What they hold is written by
 * `expose`, in any format.
 *
 * Throws a PromschemaError, and makes nothing, where two metrics share a name in some format, and for options that are none.
 */
export function createMetrics<R extends CompiledRegistry>(
  registry: R,
  options: MetricsOptions<R> = {},
): Metrics<R> {
  judgeRegistry(registry);
  const { only, ...context } = readMetricsOptions(registry, options);
  const keepers = new Map<string, Keeper>();
  for (const metric of placed(registry, only)) {
    keepers.set(metric.name, keeperOf(metric, context));
  }
  for (const keeper of keepers.values()) keeper.begin();
  const metrics = new InstrumentSet(registry, keepers, context);
  for (const [name, { instrument }] of keepers) {
    if (isMethod(name)) continue;
    Object.defineProperty(metrics, name, { value: instrument, enumerable: true });
  }
  // The class holds at run time what the types of a known registry say before.
  return metrics as unknown as Metrics<R>;
}

/** The metrics in the order of the registry. Throws a PromschemaError where they cannot stand in one exposition. */
function placed(registry: CompiledRegistry, metrics: readonly Metric[]): readonly Metric[] {
  const places = new WirePlaces(registry);
  for (const metric of metrics) {
    places.judge(metric);
    places.take(metric);
  }
  return [...registry.metrics.values()].filter((metric) => metrics.includes(metric));
}

function keeperOf(metric: Metric, context: Context): Keeper {
  switch (metric.type) {
    case "counter":
      return new CounterKeeper(metric, context);
    case "histogram":
      return new HistogramKeeper(metric, context);
    case "summary":
      return new SummaryKeeper(metric, context);
    case "gaugehistogram":
      return new GaugeHistogramKeeper(metric, context);
    case "info":
      return new InfoKeeper(metric, context);
    case "stateset":
      return new StatesetKeeper(metric, context);
    default:
      return new GaugeKeeper(metric, context);
  }
}

const methods: readonly string[] = [
  "get",
  "expose",
  "exposeBytes",
  "exposeNow",
  "exposition",
  "collect",
  "reset",
  "refused",
] satisfies (keyof MetricsMethods<CompiledRegistry>)[];

function isMethod(name: string): boolean {
  return methods.includes(name);
}

type Writing = Required<ExposeOptions>;

class InstrumentSet {
  readonly #registry: CompiledRegistry;
  readonly #keepers: ReadonlyMap<string, Keeper>;
  readonly #context: Context;

  constructor(registry: CompiledRegistry, keepers: ReadonlyMap<string, Keeper>, context: Context) {
    this.#registry = registry;
    this.#keepers = keepers;
    this.#context = context;
  }

  get refused(): ReadonlyMap<RuleId, number> {
    return this.#context.guard.refused;
  }

  get(name: unknown): object {
    const metric = declaredMetric(this.#registry, name);
    const keeper = this.#keepers.get(metric.name);
    if (keeper !== undefined) return keeper.instrument;
    return refuse("construct/argument", {
      message: `${quote(metric.name)} has no instrument: it is not among those of the option only`,
      metric: metric.name,
    });
  }

  async expose(options?: ExposeOptions): Promise<string> {
    const writing = writingOf(options);
    await this.#context.collectors.run();
    return this.#write(writing, textPieces());
  }

  async exposeBytes(options?: ExposeOptions): Promise<Uint8Array> {
    const writing = writingOf(options);
    await this.#context.collectors.run();
    return this.#write(writing, bytePieces());
  }

  exposeNow(options?: ExposeOptions): string {
    return this.#write(writingOf(options), textPieces());
  }

  exposition(): Exposition {
    return this.#exposition(true);
  }

  collect(callback: unknown): () => void {
    return this.#context.collectors.add("", callback, () => undefined);
  }

  reset(): void {
    for (const keeper of this.#keepers.values()) keeper.reset();
  }

  #exposition(openMetrics: boolean): Exposition {
    const families = [...this.#keepers.values()].flatMap(
      (keeper) => keeper.family(openMetrics) ?? [],
    );
    return Object.freeze({ format: "openmetrics-1.0", families: Object.freeze(families) });
  }

  /** Writes all at once, so that no recording comes between two lines. */
  #write<Payload>(writing: Writing, pieces: Pieces<Payload>): Payload {
    const openMetrics = writing.format === "openmetrics-1.0";
    const out = new PayloadWriter(pieces);
    if (this.#isEscaped(writing)) {
      // Names are escaped so that no two of them become one: the serializer knows how.
      out.text(serializeExposition(this.#exposition(openMetrics), writing));
    } else {
      for (const keeper of this.#keepers.values()) keeper.write(out, openMetrics);
      if (openMetrics) out.text("# EOF\n");
    }
    out.end();
    return pieces.whole();
  }

  /** Whether some name is not written as it is. */
  #isEscaped({ format, escaping }: Writing): boolean {
    if (escaping === "dots") return true;
    if (escaping === "allow-utf-8" && format !== "prometheus-text-0.0.4") return false;
    for (const { metric, hasPlainExemplars } of this.#keepers.values()) {
      if (!isPlain(metric)) return true;
      if (format === "openmetrics-1.0" && !hasPlainExemplars) return true;
    }
    return false;
  }
}

function writingOf(options: ExposeOptions = {}): Writing {
  const fields = readOptions("expose", options, ["format", "escaping"]);
  return {
    format: oneOf(formats, "format", fields.get("format"), "prometheus-text-1.0.0"),
    escaping: oneOf(escapingSchemes, "escaping", fields.get("escaping"), "allow-utf-8"),
  };
}

function oneOf<Known>(
  known: readonly Known[],
  option: string,
  given: unknown,
  fallback: Known,
): Known {
  if (given === undefined) return fallback;
  const found = known.find((one) => one === given);
  if (found !== undefined) return found;
  return refuse("construct/argument", {
    message: `the option ${option} is ${givenAs(given)}: expected one of ${known.join(", ")}`,
  });
}
