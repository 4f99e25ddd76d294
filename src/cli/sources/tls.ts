import { CommandFailure, errorCode } from "../failure.js";
import { readSecretFile } from "./secret-file.js";

/** How to make sure of a service, and it of us, as options name it. */
export interface TlsSettings {
  readonly ca: string | undefined;
  readonly cert: string | undefined;
  readonly key: string | undefined;
  readonly serverName: string | undefined;
}

/** The same with the files read. */
export interface Tls {
  readonly ca?: string;
  /** What proves who we are, and the name we expect: for the origin that was asked for, and no other. */
  readonly own: { readonly cert?: string; readonly key?: string; readonly servername?: string };
}

/** Throws CommandFailure where a key comes without its certificate. */
export function requireCertificate({ cert, key }: TlsSettings): void {
  if (key === undefined || cert !== undefined) return;
  throw new CommandFailure("--key is the key of a certificate: --cert FILE");
}

/** Reads the files and makes sure that they can be used. Throws CommandFailure, which shows nothing of them. */
export async function readTls(settings: TlsSettings): Promise<Tls> {
  const { serverName } = settings;
  const ca = settings.ca === undefined ? undefined : await readSecretFile("ca", settings.ca);
  const cert =
    settings.cert === undefined ? undefined : await readSecretFile("cert", settings.cert);
  // A file may hold both.
  const key = settings.key === undefined ? cert : await readSecretFile("key", settings.key);
  if (ca !== undefined) await tryOut("ca", { ca });
  if (cert !== undefined) await tryOut("cert", { cert });
  if (cert !== undefined && key !== undefined) await tryOut("key", { cert, key });
  return {
    ...(ca === undefined ? {} : { ca }),
    own: {
      ...(cert === undefined ? {} : { cert }),
      ...(key === undefined ? {} : { key }),
      ...(serverName === undefined ? {} : { servername: serverName }),
    },
  };
}

interface Files {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
}

async function tryOut(option: "ca" | "cert" | "key", files: Files): Promise<void> {
  const [{ createSecureContext }, { X509Certificate }] = await Promise.all([
    import("node:tls"),
    import("node:crypto"),
  ]);
  try {
    // Of a file without any certificate Node says nothing, and trusts nobody.
    if (files.ca !== undefined) new X509Certificate(files.ca);
    createSecureContext({ ...files });
  } catch (error) {
    throw new CommandFailure(
      `cannot use the file of --${option}: ${meaning(option, files, error)}`,
    );
  }
}

function meaning(option: "ca" | "cert" | "key", { key }: Files, error: unknown): string {
  if (errorCode(error).includes("KEY_VALUES_MISMATCH"))
    return "it is not the key of the certificate";
  // What OpenSSL says of a key without its passphrase differs from version to version.
  if (key?.includes("ENCRYPTED")) return "the key is encrypted";
  return option === "key" ? "expected a private key in PEM" : "expected certificates in PEM";
}
