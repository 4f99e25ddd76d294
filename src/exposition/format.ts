import { LF } from "./grammar.js";
import { mediaType } from "./media-type.js";

/** Wire format of an exposition. */
export type Format = "prometheus-text-0.0.4" | "prometheus-text-1.0.0" | "openmetrics-1.0";

/** Every format there is, newest text first. */
export const formats: readonly Format[] = [
  "prometheus-text-1.0.0",
  "prometheus-text-0.0.4",
  "openmetrics-1.0",
];

/** What a content type says of the format: a format, `unsupported` for a known one that is not read here, or undefined for nothing. */
export function formatOfContentType(contentType: string): Format | "unsupported" | undefined {
  const parameters = mediaType(contentType);
  const version = parameters.get("version");
  switch (parameters.get("")) {
    case "application/openmetrics-text":
      return version === undefined || /^[01]\./.test(version) ? "openmetrics-1.0" : "unsupported";
    case "text/plain":
      // A missing version means the newest text format (exposition formats, basic info).
      return version === "0.0.4" ? "prometheus-text-0.0.4" : "prometheus-text-1.0.0";
    case "application/vnd.google.protobuf":
      return "unsupported";
    default:
      return undefined;
  }
}

const eofLine = [0x23, 0x20, 0x45, 0x4f, 0x46];

/** Format by content alone: OpenMetrics when the last line is `# EOF`, else text 1.0.0, which reads 0.0.4 as well. */
export function formatOfContent(bytes: Uint8Array): Format {
  const end = bytes[bytes.length - 1] === LF ? bytes.length - 1 : bytes.length;
  const start = end - eofLine.length;
  const isEof =
    start >= 0 &&
    (start === 0 || bytes[start - 1] === LF) &&
    eofLine.every((byte, at) => bytes[start + at] === byte);
  return isEof ? "openmetrics-1.0" : "prometheus-text-1.0.0";
}
