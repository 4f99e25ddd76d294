import { CommandFailure } from "../failure.js";
import type { HeaderList } from "./headers.js";
import { readSecretFile } from "./secret-file.js";

/** Where credentials come from: never from an argument, which every process of the machine can read. */
export interface CredentialSettings {
  readonly bearerTokenEnv: string | undefined;
  readonly bearerTokenFile: string | undefined;
  readonly user: string | undefined;
  readonly passwordEnv: string | undefined;
  readonly passwordFile: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Throws CommandFailure where the settings contradict each other, or a header that is given as well. */
export function requireOneCredential(settings: CredentialSettings, headers: HeaderList): void {
  const { bearerTokenEnv, bearerTokenFile, user, passwordEnv, passwordFile } = settings;
  const isGiven = (value: string | undefined) => value !== undefined;
  const passwords = [passwordEnv, passwordFile].filter(isGiven).length;
  const ways = [bearerTokenEnv, bearerTokenFile, user].filter(isGiven).length;
  if (user === undefined && passwords > 0) {
    throw new CommandFailure("a password is sent with a user: --user NAME");
  }
  if (user !== undefined && passwords !== 1) {
    throw new CommandFailure(
      "--user takes its password from --password-env or --password-file, one of them",
    );
  }
  // Basic credentials end the name at the first colon.
  if (user?.includes(":")) {
    throw new CommandFailure(
      "--user takes a name without a colon",
      "--password-env or --password-file takes the password",
    );
  }
  const header = headers.some(([name]) => name.toLowerCase() === "authorization") ? 1 : 0;
  if (ways + header > 1) {
    throw new CommandFailure(
      "one way to authorize is enough: --bearer-token-env, --bearer-token-file, --user or an Authorization header",
    );
  }
}

/** The header that the settings ask for. Throws CommandFailure, which shows neither a secret nor what was given in the place of its name. */
export async function credentialHeaders(
  settings: CredentialSettings,
  environment: Environment,
): Promise<HeaderList> {
  const { bearerTokenEnv, bearerTokenFile, user, passwordEnv, passwordFile } = settings;
  const token = await secret("bearer-token", bearerTokenEnv, bearerTokenFile, environment);
  if (token !== undefined) {
    if (!/^[\x21-\x7e]+$/.test(token)) {
      throw new CommandFailure("the bearer token has characters that no token has, or is empty");
    }
    return [["Authorization", `Bearer ${token}`]];
  }
  const password = await secret("password", passwordEnv, passwordFile, environment);
  if (user === undefined || password === undefined) return [];
  return [["Authorization", basicCredentials(user, password)]];
}

export function basicCredentials(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
}

async function secret(
  what: string,
  variable: string | undefined,
  file: string | undefined,
  environment: Environment,
): Promise<string | undefined> {
  if (variable !== undefined) {
    // A name that Object.prototype has is no variable.
    const value = Object.hasOwn(environment, variable) ? environment[variable] : undefined;
    if (value !== undefined && value !== "") return value;
    throw new CommandFailure(
      `the environment variable that --${what}-env names is not set`,
      `it takes the name of a variable; --${what}-file FILE reads a file`,
    );
  }
  if (file === undefined) return undefined;
  return (await readSecretFile(`${what}-file`, file)).replace(/[\r\n]+$/, "");
}
