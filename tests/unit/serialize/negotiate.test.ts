import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatOfContentType, negotiateFormat } from "../../../src/exposition/index.js";

const oldText = "text/plain; version=0.0.4; charset=utf-8";
const text = "text/plain; version=1.0.0; charset=utf-8; escaping=";
const openMetrics = "application/openmetrics-text; version=1.0.0; charset=utf-8; escaping=";

describe("an Accept header", () => {
  it.each([
    ["is absent", undefined, oldText],
    ["is empty", "", oldText],
    ["takes anything", "*/*", oldText],
    ["names a browser's types", "text/html,application/xhtml+xml,*/*;q=0.8", oldText],
    ["asks for plain text", "text/plain", oldText],
    ["asks for text of a version", "text/plain;version=1.0.0", `${text}underscores`],
    ["asks for an unknown version", "text/plain;version=3.0.0", oldText],
    ["asks for OpenMetrics", "application/openmetrics-text", `${openMetrics}underscores`],
    ["asks for OpenMetrics 2", "application/openmetrics-text;version=2.0.0", oldText],
    [
      "is that of Prometheus 3",
      "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.5,application/openmetrics-text;version=0.0.1;q=0.4,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.3,text/plain;version=0.0.4;q=0.2,*/*;q=0.1",
      `${openMetrics}allow-utf-8`,
    ],
    [
      "prefers protobuf, which is not written",
      "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;q=0.9, text/plain;version=1.0.0;escaping=dots;q=0.5",
      `${text}dots`,
    ],
    [
      "has the best quality last",
      "text/plain;version=0.0.4;q=0.2,application/openmetrics-text;q=0.3",
      `${openMetrics}underscores`,
    ],
    [
      "has one quality twice",
      "text/plain;version=1.0.0;q=0.5,application/openmetrics-text;q=0.5",
      `${text}underscores`,
    ],
    [
      "refuses what it names first",
      "application/openmetrics-text;q=0,text/plain;version=1.0.0;q=0.1",
      `${text}underscores`,
    ],
    ["has qualities that are none", "application/openmetrics-text;q=high", oldText],
    ["has qualities above one", "application/openmetrics-text;q=7", oldText],
    [
      "is in capitals, with blanks and quotes",
      'APPLICATION/OpenMetrics-Text ; Version = "1.0.0" ; ESCAPING=values',
      `${openMetrics}values`,
    ],
    ["wants quotes where there are none", "text/plain;version=0.0.4;escaping=allow-utf-8", oldText],
    [
      "has an unknown scheme",
      "text/plain;version=1.0.0;escaping=constructor",
      `${text}underscores`,
    ],
    ["hides a type in quotes", 'a/b;c=",application/openmetrics-text,"', oldText],
    ["has a quality of more than one", "application/openmetrics-text;q=1.5", oldText],
    ["has a quality that is endless", "application/openmetrics-text;q=Infinity", oldText],
    ["has nothing but separators", ",;,;=,;=;q=,", oldText],
    [
      "leaves quotes open",
      'application/openmetrics-text;version="1.0.0',
      `${openMetrics}underscores`,
    ],
    ["names parameters that objects have", "text/plain;__proto__=1;constructor=2", oldText],
    ["takes any application", "application/*", `${openMetrics}underscores`],
    ["takes any text", "text/*", oldText],
    [
      "asks for OpenMetrics within 8 kB",
      `${"a/b,".repeat(2040)}application/openmetrics-text`,
      `${openMetrics}underscores`,
    ],
    ["is too long for a scraper", `${"a/b,".repeat(4000)}application/openmetrics-text`, oldText],
  ])("that %s", (_, accept, contentType) => {
    const negotiated = negotiateFormat(accept);
    expect(negotiated.contentType).toBe(contentType);
    expect(formatOfContentType(contentType)).toBe(negotiated.format);
    const [, escaping = "underscores"] = /escaping=(.*)$/.exec(contentType) ?? [];
    expect(negotiated.escaping).toBe(escaping);
  });

  it("that is no text is as none", () => {
    // What a program without types may hand on of a request.
    for (const accept of [null, 7, true, ["text/plain"], {}, Symbol("x")] as unknown[]) {
      expect(negotiateFormat(accept as string).contentType).toBe(oldText);
    }
  });

  it("is answered whatever it is", () => {
    const parts = fc.constantFrom("text/plain", ";", ",", "=", "q", "0.5", '"', "*/*", " ", "\\");
    const headers = fc.oneof(fc.string(), fc.string({ unit: parts, maxLength: 40 }));
    fc.assert(
      fc.property(headers, (accept) => {
        const { format, contentType } = negotiateFormat(accept);
        expect(formatOfContentType(contentType)).toBe(format);
      }),
    );
  });
});
