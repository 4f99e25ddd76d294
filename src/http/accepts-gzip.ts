/** Whether an Accept-Encoding header takes gzip (RFC 9110, section 12.5.3). */
export function acceptsGzip(header: string | string[] | undefined): boolean {
  const qualities = new Map<string, number>();
  for (const part of String(header ?? "")
    .toLowerCase()
    .split(",")) {
    const [coding = "", ...parameters] = part.split(";").map((text) => text.trim());
    const quality = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2) ?? "1";
    // A quality that is no number counts for nothing.
    if (coding !== "") qualities.set(coding, Number(quality) || 0);
  }
  // A deprecated name of the same.
  const gzip = qualities.get("gzip") ?? qualities.get("x-gzip") ?? qualities.get("*") ?? 0;
  // Where both are taken, the one that is wanted more.
  return gzip > 0 && gzip >= (qualities.get("identity") ?? 0);
}
