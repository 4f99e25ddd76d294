import type { HeaderList } from "./headers.js";

/** Shorter ones hide too much else, and are no secret worth the name. */
const shortest = 4;
/** A secret so long does not stand in a payload by chance. */
const surelyOne = 16;
const secretNames = /auth|token|key|secret|pass|cookie|session|credential|signature|^sig$/i;

/** What was given to be sent and must not be shown, should a service send it back. */
export class Secrets {
  readonly #texts: readonly string[];

  constructor(texts: Iterable<string>) {
    const given = [...new Set(texts)].filter((text) => text.length >= shortest);
    // The longest first: one may be a part of another.
    this.#texts = given.sort((left, right) => right.length - left.length);
  }

  /** Those of a request: credentials, and what stands in headers and parameters that are named as secrets are. */
  static of(headers: HeaderList, url: URL): Secrets {
    const texts = headers.flatMap(([name, value]) =>
      secretNames.test(name) ? [value, ...partsOf(name, value)] : [],
    );
    for (const [name, value] of url.searchParams) if (secretNames.test(name)) texts.push(value);
    return new Secrets(texts);
  }

  /** The text with asterisks in the place of any of them. */
  hide(text: string): string {
    return this.#texts.reduce(
      (shown, secret) => shown.replaceAll(secret, "*".repeat(secret.length)),
      text,
    );
  }

  /** The chunks with asterisks in the place of those that are long: so no finding can show one, and its place stays right. */
  hideIn(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
    const long = this.#texts.filter((text) => text.length >= surelyOne);
    return long.length === 0
      ? chunks
      : masked(
          chunks,
          long.map((text) => Buffer.from(text)),
        );
  }
}

async function* masked(
  chunks: AsyncIterable<Uint8Array>,
  secrets: readonly Buffer[],
): AsyncGenerator<Uint8Array> {
  // So many bytes may be the beginning of one.
  const kept = Math.max(...secrets.map((secret) => secret.length)) - 1;
  let rest = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = Buffer.concat([rest, chunk]);
    for (const secret of secrets) mask(bytes, secret);
    const ready = Math.max(0, bytes.length - kept);
    rest = Buffer.from(bytes.subarray(ready));
    if (ready > 0) yield bytes.subarray(0, ready);
  }
  if (rest.length > 0) yield rest;
}

function mask(bytes: Buffer, secret: Buffer): void {
  for (let at = bytes.indexOf(secret); at !== -1; at = bytes.indexOf(secret, at + secret.length)) {
    bytes.fill("*", at, at + secret.length);
  }
}

/** What of a header is a secret by itself: the token after its scheme, what a Basic one packs, the values of cookies. */
function partsOf(name: string, value: string): readonly string[] {
  if (name.toLowerCase() === "cookie") {
    return value.split(";").map((cookie) => cookie.slice(cookie.indexOf("=") + 1).trim());
  }
  const [, scheme = "", token = ""] = /^(\S+)\s+(\S.*)$/.exec(value) ?? [];
  if (scheme.toLowerCase() !== "basic") return [token];
  const pair = Buffer.from(token, "base64").toString();
  const at = pair.indexOf(":");
  // A name without a password is the secret itself.
  return [token, at === pair.length - 1 ? pair.slice(0, at) : pair.slice(at + 1)];
}

/** What percent signs escape; the text itself where they escape nothing. */
export function unescapePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
