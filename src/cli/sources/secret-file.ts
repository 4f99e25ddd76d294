import { createReadStream } from "node:fs";
import { CommandFailure } from "../failure.js";
import { readingFailure } from "./reading-failure.js";

/** Largest token, password, certificate or key that is read: a bundle of every public authority has 250 kB. */
const largest = 2_000_000;

/**
 * The text of a file that an option names. Throws CommandFailure, which names the option alone: whoever mistakes the option may have
 * given the secret in the place of the file.
 */
export async function readSecretFile(option: string, path: string): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(path)) {
      // A stream without an encoding yields bytes.
      const part = chunk as Uint8Array;
      bytes += part.byteLength;
      if (bytes > largest) throw new CommandFailure(`the file of --${option} is too large`);
      parts.push(part);
    }
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    throw new CommandFailure(`cannot read the file of --${option}: ${readingFailure(error)}`);
  }
  return Buffer.concat(parts).toString();
}
