import { describe, expect, it } from "vitest";
import {
  formatOfContentType,
  parseExposition,
  safeParseExposition,
} from "../../../src/exposition/index.js";
import { failureIn } from "./outcome.js";

describe("the content type", () => {
  it.each([
    ["text/plain; version=0.0.4", "prometheus-text-0.0.4"],
    ["text/plain; version=0.0.4; charset=utf-8", "prometheus-text-0.0.4"],
    ["text/plain;charset=utf-8;version=0.0.4", "prometheus-text-0.0.4"],
    ['TEXT/Plain ;  VERSION = "0.0.4"', "prometheus-text-0.0.4"],
    ["text/plain; version=1.0.0; escaping=allow-utf-8", "prometheus-text-1.0.0"],
    ["text/plain", "prometheus-text-1.0.0"],
    ["text/plain; charset=utf-8", "prometheus-text-1.0.0"],
    ["text/plain; text/plain; version=0.0.15", "prometheus-text-1.0.0"],
    ["application/openmetrics-text; version=1.0.0; charset=utf-8", "openmetrics-1.0"],
    ["application/openmetrics-text; version=0.0.1", "openmetrics-1.0"],
    ["application/openmetrics-text", "openmetrics-1.0"],
    ["application/openmetrics-text; version=2.0.0", "unsupported"],
    ["application/vnd.google.protobuf; proto=io.prometheus.client.MetricFamily", "unsupported"],
    ["text/html", undefined],
    ["application/json", undefined],
    ["", undefined],
    [";version=0.0.4", undefined],
  ])("%s means %s", (contentType, want) => {
    expect(formatOfContentType(contentType)).toBe(want);
  });

  it("of a format that is not read here ends the reading before its first byte", () => {
    expect(
      failureIn("a 1\n", { contentType: "application/vnd.google.protobuf; proto=\u0007" }),
    ).toBe(
      '1:1 cannot read content type "application/vnd.google.protobuf; proto=\\x07": it is no text format | ask for text/plain or application/openmetrics-text in the Accept header',
    );
  });

  it("decides before the content does, and a named format before both", () => {
    const text = "a 1\n# EOF\n";
    const contentType = "text/plain; version=0.0.4";
    expect(parseExposition(text, { contentType }).format).toBe("prometheus-text-0.0.4");
    expect(parseExposition(text, { contentType, format: "openmetrics-1.0" }).format).toBe(
      "openmetrics-1.0",
    );
    expect(parseExposition(text, { contentType, format: "auto" }).format).toBe(
      "prometheus-text-0.0.4",
    );
  });
});

describe("the content", () => {
  it.each([
    ["a 1\n# EOF\n", "openmetrics-1.0"],
    ["a 1\n# EOF", "openmetrics-1.0"],
    ["# EOF\n", "openmetrics-1.0"],
    ["a 1\n", "prometheus-text-1.0.0"],
    ["", "prometheus-text-1.0.0"],
    ["# EOF\na 1\n", "prometheus-text-1.0.0"],
    ["a 1\n# EOF\n\n", "prometheus-text-1.0.0"],
    ["a 1\n## EOF\n", "prometheus-text-1.0.0"],
    ["# TYPE a counter\n", "prometheus-text-1.0.0"],
    ['{"a.b"} 1\n', "prometheus-text-1.0.0"],
  ])("%j is taken for %s", (text, want) => {
    const result = safeParseExposition(text);
    expect(result.ok && result.value.format).toBe(want);
  });

  it("of an unknown content type decides", () => {
    expect(parseExposition("a 1\n# EOF\n", { contentType: "text/html" }).format).toBe(
      "openmetrics-1.0",
    );
  });
});
