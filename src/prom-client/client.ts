// prom-client 15 and its successor @prometheus-io/client, as far as this room uses them. Structural, so that the declarations of promschema import
// neither, and either one fits.

/** Labels as the client takes and keeps them. */
export type ClientLabels = Readonly<Record<string, string>>;

/** What every metric of the client has. */
export interface ClientMetric {
  remove(labels: ClientLabels): void;
  reset(): void;
}

/** The client's counter. */
export interface ClientCounter extends ClientMetric {
  inc(labels: ClientLabels, value?: number): void;
  labels(labels: ClientLabels): { inc(value?: number): void };
}

/** The client's gauge. */
export interface ClientGauge extends ClientMetric {
  inc(labels: ClientLabels, value?: number): void;
  labels(labels: ClientLabels): {
    inc(value?: number): void;
    dec(value?: number): void;
    set(value: number): void;
  };
}

/** The client's histogram. */
export interface ClientHistogram extends ClientMetric {
  zero(labels: ClientLabels): void;
  labels(labels: ClientLabels): { observe(value: number): void };
}

/** The client's summary. */
export interface ClientSummary extends ClientMetric {
  labels(labels: ClientLabels): { observe(value: number): void };
}

/** The client's registry: where metrics are registered and whence they are scraped. */
export interface ClientRegister {
  readonly contentType: string;
  getMetricsAsArray(): readonly object[];
  getSingleMetric(name: string): unknown;
  registerMetric(metric: unknown): void;
  removeSingleMetric(name: string): void;
}

/** What a metric of the client is made from. */
export interface ClientConfiguration {
  name: string;
  help: string;
  labelNames: string[];
  registers: never[];
}

/** The module: `import client from "prom-client"`, or `@prometheus-io/client`. */
export interface Client {
  readonly register: ClientRegister;
  readonly Counter: new (configuration: ClientConfiguration) => ClientCounter;
  readonly Gauge: new (configuration: ClientConfiguration) => ClientGauge;
  readonly Histogram: new (
    configuration: ClientConfiguration & { buckets?: number[] },
  ) => ClientHistogram;
  readonly Summary: new (
    configuration: ClientConfiguration & { percentiles?: number[] },
  ) => ClientSummary;
}

/** Whether the register is scraped as OpenMetrics. A program may switch it at any time. */
export function isOpenMetrics({ contentType }: ClientRegister): boolean {
  return contentType.startsWith("application/openmetrics-text");
}
