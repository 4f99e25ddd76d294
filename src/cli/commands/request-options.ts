import type { OptionTable } from "../arguments/definition.js";

/** Options of a request for a payload. */
export const requestOptions = {
  header: {
    kind: "list",
    short: "H",
    placeholder: '"NAME: VALUE"',
    summary:
      "Send a header with the request. Repeatable. It does not follow a redirect to another origin.",
  },
  accept: {
    kind: "value",
    placeholder: "TYPE",
    summary:
      "What to ask a service for: a format as of --input-format, or an Accept header as it is. Default: any, OpenMetrics first.",
  },
  "bearer-token-env": {
    kind: "value",
    placeholder: "VARIABLE",
    summary: "Send the bearer token that an environment variable holds.",
  },
  "bearer-token-file": {
    kind: "value",
    placeholder: "FILE",
    summary: "Send the bearer token that a file holds.",
  },
  user: {
    kind: "value",
    placeholder: "NAME",
    summary: "Send a user and a password, which one of the next two options names.",
  },
  "password-env": {
    kind: "value",
    placeholder: "VARIABLE",
    summary: "Environment variable that holds the password.",
  },
  "password-file": {
    kind: "value",
    placeholder: "FILE",
    summary: "File that holds the password.",
  },
  ca: {
    kind: "value",
    placeholder: "FILE",
    summary:
      "Authorities that may have signed the certificate of a service, in PEM, and no others.",
  },
  cert: {
    kind: "value",
    placeholder: "FILE",
    summary: "Client certificate to show, in PEM.",
  },
  key: {
    kind: "value",
    placeholder: "FILE",
    summary: "Its private key, in PEM, unless the file of --cert holds it as well.",
  },
  "server-name": {
    kind: "value",
    placeholder: "NAME",
    summary:
      "Host that the certificate of a service has to be for, where it is another than that of the URL.",
  },
  timeout: {
    kind: "value",
    placeholder: "SECONDS",
    summary: "Time for a whole request. Default: 10.",
  },
  retries: {
    kind: "value",
    placeholder: "NUMBER",
    summary:
      "How often to try again where a service does not answer, breaks off or is too busy, after 0.5 s, 1 s, 2 s and so on. Default: 0.",
  },
} as const satisfies OptionTable;
