import type { OptionTable } from "../arguments/definition.js";

/** Options of a request for a payload. */
export const requestOptions = {
  header: {
    kind: "list",
    short: "H",
    placeholder: '"NAME: VALUE"',
    configuration: { key: "headers", form: "headers" },
    summary:
      "Send a header with the request. Repeatable. It does not follow a redirect to another origin.",
  },
  accept: {
    kind: "value",
    placeholder: "TYPE",
    configuration: { key: "accept", form: "text" },
    summary:
      "What to ask a service for: a format as of --input-format, or an Accept header as it is. Default: any, OpenMetrics first.",
  },
  "bearer-token-env": {
    kind: "value",
    placeholder: "VARIABLE",
    configuration: { key: "bearerTokenEnv", form: "text" },
    summary: "Send the bearer token that an environment variable holds.",
  },
  "bearer-token-file": {
    kind: "value",
    placeholder: "FILE",
    configuration: { key: "bearerTokenFile", form: "path" },
    summary: "Send the bearer token that a file holds.",
  },
  user: {
    kind: "value",
    placeholder: "NAME",
    configuration: { key: "user", form: "text" },
    summary: "Send a user and a password, which one of the next two options names.",
  },
  "password-env": {
    kind: "value",
    placeholder: "VARIABLE",
    configuration: { key: "passwordEnv", form: "text" },
    summary: "Environment variable that holds the password.",
  },
  "password-file": {
    kind: "value",
    placeholder: "FILE",
    configuration: { key: "passwordFile", form: "path" },
    summary: "File that holds the password.",
  },
  ca: {
    kind: "value",
    placeholder: "FILE",
    configuration: { key: "ca", form: "path" },
    summary:
      "Authorities that may have signed the certificate of a service, in PEM, and no others.",
  },
  cert: {
    kind: "value",
    placeholder: "FILE",
    configuration: { key: "cert", form: "path" },
    summary: "Client certificate to show, in PEM.",
  },
  key: {
    kind: "value",
    placeholder: "FILE",
    configuration: { key: "key", form: "path" },
    summary: "Its private key, in PEM, unless the file of --cert holds it as well.",
  },
  "server-name": {
    kind: "value",
    placeholder: "NAME",
    configuration: { key: "serverName", form: "text" },
    summary:
      "Host that the certificate of a service has to be for, where it is another than that of the URL.",
  },
  timeout: {
    kind: "value",
    placeholder: "SECONDS",
    default: "10",
    configuration: { key: "timeout", form: "number" },
    summary: "Time for a whole request. Default: 10.",
  },
  retries: {
    kind: "value",
    placeholder: "NUMBER",
    default: "0",
    configuration: { key: "retries", form: "number" },
    summary:
      "How often to try again where a service does not answer, breaks off or is too busy, after 0.5 s, 1 s, 2 s and so on. Default: 0.",
  },
} as const satisfies OptionTable;
