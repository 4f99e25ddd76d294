// A service that records with prom-client, bound to a registry: `node examples/clients/prom-client.mjs`. With the argument @prometheus-io/client it takes
// the successor. Scrapes are answered in the format that they ask for.
import { baseten } from "promschema/baseten";
import { negotiateFormat } from "promschema/exposition";
import { bindMetrics } from "promschema/prom-client";
import { known, serve, startModel } from "./model.mjs";

const { default: client } = await import(process.argv[2] ?? "prom-client");

const register = new client.Registry();
const bound = bindMetrics(baseten, { client, register });
bound.initialize(known);
const answer = startModel(bound);

// The format is the register's, so scrapes are answered one after the other.
let last = Promise.resolve();

serve(answer, (request, response) => {
  const { format } = negotiateFormat(request.headers.accept);
  last = last.then(async () => {
    register.setContentType(
      format === "openmetrics-1.0"
        ? client.Registry.OPENMETRICS_CONTENT_TYPE
        : client.Registry.PROMETHEUS_CONTENT_TYPE,
    );
    response.setHeader("Content-Type", register.contentType).end(await register.metrics());
  });
});
