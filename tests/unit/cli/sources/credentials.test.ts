import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CommandFailure } from "../../../../src/cli/failure.js";
import {
  type CredentialSettings,
  credentialHeaders,
} from "../../../../src/cli/sources/credentials.js";

let folder = "";
const at = (name: string) => join(folder, name);
const environment = { TOKEN: "t0ken", PASSWORD: "pä:ss", EMPTY: "", BAD: "a\nb" };

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "promschema-credentials-"));
  writeFileSync(at("token"), "t0ken\r\n\n");
  writeFileSync(at("password"), " pass word \n");
  writeFileSync(at("empty"), "\n");
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function headersOf(given: Partial<CredentialSettings>): Promise<unknown> {
  const settings: CredentialSettings = {
    bearerTokenEnv: undefined,
    bearerTokenFile: undefined,
    user: undefined,
    passwordEnv: undefined,
    passwordFile: undefined,
    ...given,
  };
  try {
    return Object.fromEntries(await credentialHeaders(settings, environment));
  } catch (error) {
    if (error instanceof CommandFailure) return error.message;
    throw error;
  }
}

const basic = (pair: string) => `Basic ${Buffer.from(pair).toString("base64")}`;

describe("credentials", () => {
  it("are those of a variable or a file", async () => {
    expect(await headersOf({})).toEqual({});
    expect(await headersOf({ bearerTokenEnv: "TOKEN" })).toEqual({ Authorization: "Bearer t0ken" });
    expect(await headersOf({ bearerTokenFile: at("token") })).toEqual({
      Authorization: "Bearer t0ken",
    });
    expect(await headersOf({ user: "me", passwordEnv: "PASSWORD" })).toEqual({
      Authorization: basic("me:pä:ss"),
    });
    expect(await headersOf({ user: "me", passwordFile: at("password") })).toEqual({
      Authorization: basic("me: pass word "),
    });
  });

  const unset = "the environment variable that --bearer-token-env names is not set";
  const bad = "the bearer token has characters that no token has, or is empty";
  it.each([
    ["a variable that is not set", { bearerTokenEnv: "NONE" }, unset],
    ["one that is empty", { bearerTokenEnv: "EMPTY" }, unset],
    ["one that every object has", { bearerTokenEnv: "constructor" }, unset],
    ["the token in the place of its variable", { bearerTokenEnv: "eyJhbGciOi.secret" }, unset],
    ["a token with a line break", { bearerTokenEnv: "BAD" }, bad],
    ["an empty file", { bearerTokenFile: "EMPTY_FILE" }, bad],
    [
      "the token in the place of its file",
      { bearerTokenFile: "eyJhbGciOi.secret" },
      "cannot read the file of --bearer-token-file: no such file",
    ],
    [
      "a folder",
      { user: "me", passwordFile: tmpdir() },
      "cannot read the file of --password-file: it is a directory",
    ],
    [
      "a file without end",
      { bearerTokenFile: "/dev/zero" },
      "the file of --bearer-token-file is too large",
    ],
  ])("of %s are told without what was given", async (_name, given, message) => {
    const file = "bearerTokenFile" in given && given.bearerTokenFile === "EMPTY_FILE";
    expect(await headersOf(file ? { bearerTokenFile: at("empty") } : given)).toBe(message);
  });
});
