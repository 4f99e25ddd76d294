import { realpath, stat, writeFile } from "node:fs/promises";
import { CommandFailure, errorCode } from "./failure.js";

/**
 * Writes a file that a command makes: whole, or not at all. What is no regular file, such as a pipe with a name, is written into and stays
 * what it is; a link stays one too. Throws CommandFailure.
 */
export async function writeReport(file: string, content: string): Promise<void> {
  const { writeWhole } = await import("./generated/destination.js");
  const kind = await stat(file).catch(() => undefined);
  if (kind === undefined || kind.isDirectory()) return await writeWhole({ name: file, content });
  if (kind.isFile()) return await writeWhole({ name: await realpath(file), content });
  try {
    await writeFile(file, content);
  } catch (error) {
    throw new CommandFailure(`cannot write ${file}: ${errorCode(error)}`);
  }
}
