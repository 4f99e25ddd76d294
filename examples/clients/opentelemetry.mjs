// The same service with OpenTelemetry and its exporter for Prometheus, which writes text: `node examples/clients/opentelemetry.mjs`.
import { PrometheusExporter } from "@opentelemetry/exporter-prometheus";
import { MeterProvider } from "@opentelemetry/sdk-metrics";
import { baseten } from "promschema/baseten";
import { bindMetrics } from "promschema/opentelemetry";
import { known, serve, startModel } from "./model.mjs";

const reader = new PrometheusExporter({
  preventServerStart: true,
  withoutScopeInfo: true,
  withoutTargetInfo: true,
});
const provider = new MeterProvider({ readers: [reader] });

const bound = bindMetrics(baseten, { meter: provider.getMeter("model") });
bound.initialize(known);
const answer = startModel(bound);

serve(answer, (request, response) => reader.getMetricsRequestHandler(request, response));
