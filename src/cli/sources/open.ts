import { quote } from "../../diagnostics/index.js";
import { CommandFailure } from "../failure.js";
import { openFile } from "./file.js";
import { limited } from "./limit.js";
import type { Source, SourceOptions } from "./source.js";
import { isHttp, sourceName } from "./source-name.js";
import { openStandardInput } from "./standard-input.js";

/**
 * Opens what an operand names: `-`, an http(s) URL or a path. Throws CommandFailure where it cannot be had.
 * Memory stays bounded whatever the payload does: it is handed on in chunks, and never more than `maxBytes` of them.
 */
export async function openSource(operand: string, options: SourceOptions): Promise<Source> {
  const source = await open(operand, options);
  return { ...source, chunks: limited(source.chunks, sourceName(operand), options.maxBytes) };
}

async function open(operand: string, options: SourceOptions): Promise<Source> {
  if (operand === "-") return await openStandardInput(options.stdin);
  if (isHttp(operand)) {
    const { openUrl } = await import("./http.js");
    return await openUrl(operand, options);
  }
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(operand)?.[1];
  if (scheme !== undefined) {
    throw new CommandFailure(
      `cannot read ${quote(sourceName(operand))}: expected a path, - or an http(s) URL, found the scheme ${quote(scheme)}`,
    );
  }
  return await openFile(operand);
}
