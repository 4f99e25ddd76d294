import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TLSSocket } from "node:tls";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { CommandFailure } from "../../../../src/cli/failure.js";
import { readTls, type TlsSettings } from "../../../../src/cli/sources/tls.js";
import { listen, read, serve } from "./harness.js";

const hasOpenssl = spawnSync("openssl", ["version"]).status === 0;
if (!hasOpenssl) console.warn("no openssl on the path: the tests of certificates are left out");

let folder = "";
const at = (name: string) => join(folder, name);
const pem = (name: string) => readFileSync(at(name), "utf8");

/** A key and a certificate for a name, signed by an authority or by itself. */
function certify(name: string, subject: string, extension: string, authority?: string): void {
  const key = ["-newkey", "rsa:2048", "-nodes", "-keyout", at(`${name}.key`)];
  const issuer =
    authority === undefined
      ? []
      : ["-CA", at(`${authority}.pem`), "-CAkey", at(`${authority}.key`)];
  const what = ["-subj", `/CN=${subject}`, "-addext", extension, "-days", "2", ...issuer];
  const argv = ["req", "-x509", ...key, "-out", at(`${name}.pem`), ...what];
  execFileSync("openssl", argv, { stdio: "ignore" });
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "promschema-tls-"));
  if (!hasOpenssl) return;
  certify("ca", "an authority", "basicConstraints=critical,CA:TRUE");
  certify("other-ca", "another", "basicConstraints=critical,CA:TRUE");
  certify("inner", "inner.example", "subjectAltName=DNS:inner.example", "ca");
  certify("client", "me", "subjectAltName=DNS:me", "ca");
  writeFileSync(at("both.pem"), pem("client.pem") + pem("client.key"));
  writeFileSync(at("text.pem"), "TOP SECRET\n");
  const locked = ["rsa", "-aes128", "-passout", "pass:word", "-in", at("client.key")];
  execFileSync("openssl", [...locked, "-out", at("locked.key")], { stdio: "ignore" });
}, 30_000);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const none: TlsSettings = { ca: undefined, cert: undefined, key: undefined, serverName: undefined };

/** A service with the certificate of inner.example that asks for one of the client, and says whose it got. */
async function secured(location?: string): Promise<{ readonly url: string; peers: string[] }> {
  const peers: string[] = [];
  const files = { cert: pem("inner.pem"), key: pem("inner.key"), ca: pem("ca.pem") };
  const server = createServer(
    { ...files, requestCert: true, rejectUnauthorized: false },
    (request, response) => {
      // What a TLS server accepts is such a socket.
      const { subject } = (request.socket as TLSSocket).getPeerCertificate();
      peers.push(subject === undefined ? "nobody" : String(subject.CN));
      if (location === undefined) response.end("up 1\n");
      else response.writeHead(307, { location }).end();
    },
  );
  return { url: `https://${await listen(server)}/`, peers };
}

describe.skipIf(!hasOpenssl)("a service over TLS", () => {
  it("is trusted where an authority that is given has signed for the name that is given", async () => {
    const { url, peers } = await secured();
    const tls = await readTls({ ...none, ca: at("ca.pem"), serverName: "inner.example" });
    expect(await read(url, { tls })).toEqual({ text: "up 1\n" });
    expect(peers).toEqual(["nobody"]);
  });

  it("is trusted by nothing else, whatever the environment says", async () => {
    vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
    try {
      const { url, peers } = await secured();
      const next =
        "--ca FILE names the authority that signed it, --server-name NAME the host it is for";
      const failure = (what: string) => ({ message: `cannot fetch ${url}: ${what}`, next });
      const given = { ...none, ca: at("ca.pem"), serverName: "inner.example" };
      const unknown = failure("its certificate is of an unknown authority");
      expect(await read(url)).toEqual(unknown);
      expect(await read(url, { tls: await readTls({ ...given, ca: at("other-ca.pem") }) })).toEqual(
        unknown,
      );
      const forAnother = failure("its certificate is for another host");
      expect(
        await read(url, { tls: await readTls({ ...given, serverName: "outer.example" }) }),
      ).toEqual(forAnother);
      expect(await read(url, { tls: await readTls({ ...given, serverName: undefined }) })).toEqual(
        forAnother,
      );
      expect(peers).toEqual([]);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it.each([
    ["of two files", { cert: "client.pem", key: "client.key" }],
    ["of one file", { cert: "both.pem", key: undefined }],
  ])("is shown the certificate of the client: %s", async (_name, { cert, key }) => {
    const { url, peers } = await secured();
    const tls = await readTls({
      ca: at("ca.pem"),
      cert: at(cert),
      key: key === undefined ? undefined : at(key),
      serverName: "inner.example",
    });
    expect(await read(url, { tls })).toEqual({ text: "up 1\n" });
    expect(peers).toEqual(["me"]);
  });

  it("that sends elsewhere keeps the certificate of the client and its name to itself", async () => {
    const other = await secured();
    const { url, peers } = await secured(other.url);
    const files = { ca: at("ca.pem"), cert: at("client.pem"), key: at("client.key") };
    const tls = await readTls({ ...files, serverName: "inner.example" });
    // Without the name that was given the certificate of the other is for another host.
    expect((await read(url, { tls })).message).toContain("its certificate is for another host");
    expect(peers).toEqual(["me"]);
    expect(other.peers).toEqual([]);
    const plain = await serve((_request, response) => response.end("up 1\n"));
    expect(await read((await secured(plain.url)).url, { tls })).toEqual({ text: "up 1\n" });
  });

  it.each([
    [{ ca: "text.pem" }, "cannot use the file of --ca: expected certificates in PEM"],
    [{ cert: "text.pem" }, "cannot use the file of --cert: expected certificates in PEM"],
    [{ cert: "client.pem" }, "cannot use the file of --key: expected a private key in PEM"],
    [
      { cert: "client.pem", key: "text.pem" },
      "cannot use the file of --key: expected a private key in PEM",
    ],
    [
      { cert: "client.pem", key: "inner.key" },
      "cannot use the file of --key: it is not the key of the certificate",
    ],
    [
      { cert: "client.pem", key: "locked.key" },
      "cannot use the file of --key: the key is encrypted",
    ],
    [{ ca: "nowhere.pem" }, "cannot read the file of --ca: no such file"],
  ])("is not asked with files that say nothing: %o", async (files, message) => {
    const paths = Object.entries(files).map(([option, name]) => [option, at(name)]);
    const given: TlsSettings = { ...none, ...Object.fromEntries(paths) };
    const failure: unknown = await readTls(given).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(CommandFailure);
    expect(failure).toMatchObject({ message });
  });
});
