// A service with a /metrics page, on the loopback interface and on any port that is free.
import { once } from "node:events";
import { createServer } from "node:http";
import { createFleetMetrics } from "./metrics.mjs";

/** Starts the service. `release()` rolls out the release that breaks the contract. */
export async function startService() {
  let metrics = createFleetMetrics();
  const server = createServer(async (request, response) => {
    if (request.url !== "/metrics") {
      response.writeHead(404).end("the metrics are at /metrics\n");
      return;
    }
    response.writeHead(200, { "content-type": metrics.contentType });
    response.end(await metrics.text());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${server.address().port}/metrics`,
    release() {
      metrics = createFleetMetrics({ mistaken: true });
    },
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
