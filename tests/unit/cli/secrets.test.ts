// What is given to be sent is never shown: not in a report, not in an error, not in a note, whichever way it got in.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../../../src/cli/run.js";
import { fakeTerminal } from "./fake-terminal.js";
import { serve } from "./sources/harness.js";

const secret = "s3cr3t-0f-twenty-f0ur-ch";
const base64 = Buffer.from(`me:${secret}`).toString("base64");
const environment = { TOKEN: secret };

let folder = "";
const at = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "promschema-secrets-"));
  writeFileSync(at("token"), `${secret}\n`);
  writeFileSync(at("two-lines"), `${secret}\n${secret}`);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** All that a command says, on both streams of a terminal that shows progress at once. */
async function said(argv: readonly string[], isTerminal = true): Promise<string> {
  const terminal = fakeTerminal({ environment, isTerminal, tickMs: 2000 });
  const code = await run(argv, terminal);
  const { stdout, stderr } = terminal.written();
  return `${code}\n${stdout}${stderr}`;
}

/** What a service was sent that is not its own business. */
function sent({ url, headers }: IncomingMessage): string {
  return `${url} ${headers.authorization} ${decoded(headers.authorization)} ${headers.cookie} ${headers["x-api-key"]}`;
}

function decoded(authorization = ""): string {
  return Buffer.from(authorization.replace(/^Basic /, ""), "base64").toString();
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
const answers: readonly (readonly [name: string, answer: Answer])[] = [
  ["a clean payload", (_request, response) => response.end("up 1\n")],
  ["a payload that does not parse", (_request, response) => response.end("up x\n")],
  [
    "a payload that says again what it was sent",
    (request, response) => response.end(`up{sent="${sent(request)}"} x # ${sent(request)}\n`),
  ],
  [
    "a payload with findings that quote what it was sent",
    (request, response) =>
      response.end(`# TYPE up histogram\nup_bucket{le="${sent(request)}"} 1\nup{le="1"} 2\n`),
  ],
  [
    "a refusal that says again what it was sent",
    (request, response) => response.writeHead(403, { "x-a": "b" }).end(sent(request)),
  ],
  [
    "a refusal with a reason that does",
    (request, response) => {
      response.statusMessage = sent(request).replaceAll(/[^ -~]/g, "");
      response.writeHead(503).end();
    },
  ],
  [
    "a refusal in quotes and long",
    (request, response) => response.writeHead(500).end(`"${"x".repeat(30)}${sent(request)}`),
  ],
  [
    "a redirect to no URL that says it again",
    (_request, response) =>
      response.writeHead(302, { location: `ftp://me:${secret}@h/?token=${secret}` }).end(),
  ],
  ["no answer", (request) => request.socket.destroy()],
];

type Way = (url: string) => readonly string[];
const ways: readonly (readonly [name: string, way: Way])[] = [
  ["the URL, before its @", (url) => [url.replace("//", `//me:${secret}@`)]],
  ["the URL, as the name of a user", (url) => [url.replace("//", `//${secret}@`)]],
  ["a parameter", (url) => [`${url}/metrics?token=${secret}`]],
  ["the fragment", (url) => [`${url}/metrics#token=${secret}`]],
  ["a header", (url) => [url, "--header", `Authorization: Bearer ${secret}`]],
  ["a header of another name", (url) => [url, "-H", `X-Api-Key: ${secret}`]],
  ["a cookie", (url) => [url, "-H", `Cookie: a=b; session=${secret}`]],
  ["a variable", (url) => [url, "--bearer-token-env", "TOKEN"]],
  ["a file", (url) => [url, "--bearer-token-file", at("token")]],
  ["a password of a variable", (url) => [url, "--user", "me", "--password-env", "TOKEN"]],
  ["a password of a file", (url) => [url, "--user", "me", "--password-file", at("token")]],
];

describe.each(ways)("a secret that is given in %s", (_way, argv) => {
  it.each(answers)("is not shown after %s", async (_answer, answer) => {
    const { url, requests } = await serve(answer);
    const given = argv(url);
    const texts = [
      await said(["check", ...given, "--verbose", "--retries", "1"]),
      await said(["check", ...given, "--format", "json"]),
      await said(["check", ...given, "--format", "jsonl"], false),
      await said(["parse", ...given, "--to", "jsonl"]),
      await said(["parse", ...given]),
    ];
    expect(requests.length).toBeGreaterThanOrEqual(texts.length);
    for (const text of texts) {
      expect(text).toMatch(/^[012]\n\s*\S/);
      expect(text).not.toContain(secret.slice(0, 10));
      expect(text).not.toContain(base64.slice(0, 10));
    }
  });
});

describe("a secret in the wrong place", () => {
  it.each([
    ["a URL that is none", [`http://me:${secret}@h:99999/`]],
    ["a URL with a slash in its password", [`http://me:${secret.slice(0, 12)}/${secret}@h/`]],
    ["another scheme", [`ftp://me:${secret}@h/`]],
    ["a URL without its scheme", [`me:${secret}@h:9090/metrics`]],
    ["a URL after a blank", [` http://me:${secret}@h/metrics`]],
    ["a port where nobody listens", [`http://me:${secret}@127.0.0.1:9/?key=${secret}`]],
    ["an option that is none", ["-", `--bearer-token=${secret}`]],
    ["an option that is none, and a value", ["-", "--bearer-token", secret]],
    ["the name of a variable", ["http://127.0.0.1:9/", "--bearer-token-env", secret]],
    ["the name of a file", ["http://127.0.0.1:9/", "--bearer-token-file", secret]],
    ["the name of a user", ["http://127.0.0.1:9/", "--user", `me:${secret}`]],
    ["a header without a colon", ["-", "--header", `Authorization Bearer ${secret}`]],
    ["the name of a header", ["-", "--header", `Bearer ${secret}: x`]],
    ["a media type", ["-", "--accept", secret]],
    ["a file of two lines", ["http://127.0.0.1:9/", "--bearer-token-file", "/two-lines"]],
    ["a file of an authority", ["http://127.0.0.1:9/", "--ca", "/token"]],
    ["a file of a key", ["http://127.0.0.1:9/", "--cert", "/token", "--key", "/token"]],
  ])("is not shown: %s", async (_name, argv) => {
    const given = argv.map((word) => word.replace(/^\/(token|two-lines)$/, (_, name) => at(name)));
    for (const command of ["check", "parse"]) {
      const text = await said([command, ...given]);
      expect(text).toMatch(/^2\n.*promschema: /s);
      expect(text).not.toContain(secret.slice(0, 10));
    }
  });

  it("is not shown where the command was forgotten", async () => {
    const text = await said([`http://me:${secret}@h/metrics?token=${secret}`]);
    expect(text).toContain("promschema check http://h/metrics?token=*** checks it");
    expect(text).not.toContain(secret);
  });
});

describe("what is no secret", () => {
  it("is shown as it is: a short word in a header or a password is a word of the payload too", async () => {
    const { url } = await serve((_request, response) => response.end('up{env="prometheus"} x\n'));
    const text = await said(["check", url.replace("//", "//me:prometheus@"), "-H", "X-Scope: up"]);
    expect(text).toContain('up{env="prometheus"} x');
  });

  it("is told apart from what is, to the character", async () => {
    const { url } = await serve((_request, response) => response.end(`up{a="${secret}"} x\n`));
    const text = await said(["check", url, "--bearer-token-env", "TOKEN"]);
    expect(text).toContain(`up{a="${"*".repeat(secret.length)}"} x`);
  });
});
