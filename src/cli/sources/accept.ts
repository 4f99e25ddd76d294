// What a service is asked for, in the order Prometheus itself prefers.

const mediaTypes = {
  "openmetrics-1.0": "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8",
  "prometheus-text-1.0.0": "text/plain;version=1.0.0;escaping=allow-utf-8",
  "prometheus-text-0.0.4": "text/plain;version=0.0.4",
} as const;

export type MediaFormat = keyof typeof mediaTypes;

/** Whether a text names a format that has a media type. */
export function isFormat(text: string): text is MediaFormat {
  return Object.hasOwn(mediaTypes, text);
}

/** The Accept header for a format, or for every format where the payload is to say which it is. */
export function acceptHeader(format: MediaFormat | "auto"): string {
  if (format !== "auto") return `${mediaTypes[format]},*/*;q=0.1`;
  return [
    `${mediaTypes["openmetrics-1.0"]};q=0.6`,
    "application/openmetrics-text;version=0.0.1;q=0.5",
    `${mediaTypes["prometheus-text-1.0.0"]};q=0.4`,
    `${mediaTypes["prometheus-text-0.0.4"]};q=0.3`,
    "*/*;q=0.2",
  ].join(",");
}
