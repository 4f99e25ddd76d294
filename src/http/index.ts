/**
 * Answers scrapes over node:http with what the instruments of a registry hold.
 *
 * @module
 */

export {
  type HandlerOptions,
  type MetricsHandler,
  metricsHandler,
  type Scraped,
} from "./metrics-handler.js";
