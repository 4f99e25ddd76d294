// What `promschema init` writes where there is nothing to start from.

/** A registry to be replaced, small enough to be read whole. */
export const starterRegistry = `# yaml-language-server: $schema=./node_modules/promschema/schemas/registry.schema.json
# The contract of your metrics: replace these by your own.
registry: example
description: What an example service exposes.

labels: # one name, one meaning, for all metrics
  queue:
    description: Queue that the job waited in.
  outcome:
    description: How the job ended.
    enum: { done: it succeeded, failed: it did not }

metrics:
  jobs_total:
    type: counter
    description: Jobs that ended.
    labels: [queue, outcome]
    presence: after-event # or always (the default), or { conditional: why }

  jobs_waiting:
    type: gauge
    description: Jobs that wait.
    labels: [queue]
`;

/** A payload that keeps it. */
export const starterPayload = `# HELP jobs_total Jobs that ended.
# TYPE jobs_total counter
jobs_total{queue="mail",outcome="done"} 1027
jobs_total{queue="mail",outcome="failed"} 3
# HELP jobs_waiting Jobs that wait.
# TYPE jobs_waiting gauge
jobs_waiting{queue="mail"} 4
`;
