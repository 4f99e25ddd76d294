import { describe, expect, it } from "vitest";
import type { Finding } from "../../../src/diagnostics/index.js";
import { safeParseRegistry } from "../../../src/load/index.js";

/** The one finding that a text gives, as a line: place, message and hint. */
function finding(text: string): Finding {
  const result = safeParseRegistry(text, { source: "m.yaml" });
  if (result.ok) return expect.fail("the text compiled");
  expect(result.findings).toHaveLength(1);
  return result.findings[0];
}

function line(text: string): string {
  const { line, column, message, hint } = finding(text);
  return `${line}:${column} ${message}${hint === undefined ? "" : `; ${hint}`}`;
}

const head = "registry: x\n";

describe("a text that is no registry document", () => {
  it.each([
    [
      "",
      "1:1 expected a registry document, found nothing; start with `registry: <name>` and `metrics:`",
    ],
    [
      "# only a note\n",
      "1:1 expected a registry document, found nothing; start with `registry: <name>` and `metrics:`",
    ],
    ["- a\n- b\n", "1:1 expected a mapping with registry and metrics, found a list"],
    ["\n  just words\n", "2:3 expected a mapping with registry and metrics, found text"],
    ["42", "1:1 expected a mapping with registry and metrics, found a number"],
    ["~", "1:1 expected a mapping with registry and metrics, found nothing"],
    [
      "<!DOCTYPE html>\n<html><p>a: b</p></html>",
      "1:1 expected a registry document, found what looks like an HTML page",
    ],
    [
      '# HELP a b: c\n# TYPE a gauge\na{b="c"} 2\n',
      "1:1 expected a registry document, found what looks like an exposition",
    ],
    [
      `${head}---\nregistry: y\n`,
      "2:1 expected one document, found a second one here; keep each registry in a file of its own",
    ],
    [
      `${head}...\nregistry: y\n`,
      "3:1 expected one document, found a second one here; keep each registry in a file of its own",
    ],
    ["registry: a\u0000b\n", "1:12 expected text, found the control character \\x00"],
    ["registry: a\u001b[31m\n", "1:12 expected text, found the control character \\x1b"],
  ])("%j: %s", (text, expected) => {
    expect(line(text)).toBe(expected);
  });
});

describe("a text that is no YAML", () => {
  it.each([
    [`${head}metrics:\n\ta: 1\n`, "3:1 expected spaces as indentation, found a tab"],
    [
      `${head}description: a: b\n`,
      '2:14 expected one value after the key, found a second key; quote the text if the ": " belongs to it, else mend the indentation',
    ],
    [
      `${head}description: @here\n`,
      "2:14 expected a value, found a character that cannot start one; quote the text",
    ],
    [`${head}description: "ab\n`, "3:1 expected a closing quote, found the end of the text"],
    [
      `${head}pattern: "\\d+"\n`,
      "2:11 invalid escape sequence \\d; use single quotes, in which a backslash is just that",
    ],
    [
      `${head}labels: [\n`,
      '3:1 expected a list that ends in "]" and is indented more than its key',
    ],
  ])("%j: %s", (text, expected) => {
    expect(line(text)).toBe(expected);
  });
});

describe("YAML that a registry has no use for", () => {
  it.each([
    [`${head}a: 1\n"a": 2\n`, '3:1 the key "a" is here a second time'],
    [`${head}a: { b: 1, c: 2, b: 3 }\n`, '2:18 the key "b" is here a second time'],
    [`${head}__proto__: 1\n__proto__: 2\n`, '3:1 the key "__proto__" is here a second time'],
    [
      `${head}a: !!binary aGk=\n`,
      '2:13 expected plain data, found the tag "!!binary"; remove the tag, and quote the value if it is text',
    ],
    [
      `${head}a: !mine { b: 1 }\n`,
      '2:10 expected plain data, found the tag "!mine"; remove the tag, and quote the value if it is text',
    ],
    [
      `${head}a: &x { b: 1 }\nc: { <<: *x }\n`,
      "3:6 merge keys (<<) are no part of YAML 1.2; write the fields out; labels are shared by a label set: ...set",
    ],
    [`${head}? [a]\n: 1\n`, "2:3 expected text as a key, found a list"],
    [`${head}? \n: 1\n`, "2:3 expected a key, found nothing"],
    [`${head}a: &x [1, *x]\n`, '2:11 the alias "*x" is part of what it stands for'],
    [`${head}a: *nowhere\n`, '2:4 the alias "*nowhere" has no anchor before it'],
    [
      `${head}a: &deployment 1\nb: *deploymnet\n`,
      '3:4 the alias "*deploymnet" has no anchor before it; did you mean "*deployment"?',
    ],
  ])("%j: %s", (text, expected) => {
    expect(line(text)).toBe(expected);
  });

  it("names the first place of a key that comes twice, and shows the line", () => {
    expect(finding("registry: x\nmetrics: {}\nregistry: y\n")).toMatchObject({
      rule: "registry/syntax",
      severity: "error",
      source: "m.yaml",
      line: 3,
      column: 1,
      length: 8,
      notes: ["first at 1:1"],
      excerpt: { text: "registry: y", column: 1, cutLeft: false, cutRight: false },
    });
  });

  it("takes a window of a long line as excerpt", () => {
    const { excerpt, column } = finding(`a: { ${"b: 1, ".repeat(500)} }`);
    expect(column).toBe(12);
    expect(excerpt).toMatchObject({ column: 1, cutLeft: false, cutRight: true });
    const far = finding(`a: [${"b, ".repeat(500)} *c, ${"b, ".repeat(500)}]`);
    expect(far).toMatchObject({ column: 1506, length: 2 });
    expect(far.excerpt).toMatchObject({ column: 1306, cutLeft: true, cutRight: true });
    expect(far.excerpt?.text.slice(200, 202)).toBe("*c");
  });

  it("prints nothing of the text that a terminal could obey", () => {
    expect(line(`${head}a: *\u202eevil\n`)).toBe(
      '2:4 the alias "*\\u{202e}evil" has no anchor before it',
    );
  });
});

describe("a text that wants to cost much", () => {
  it("expands aliases up to a limit only", () => {
    const laughs = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"];
    for (let at = 1; at < 12; at++) {
      laughs.push(`a${at}: &a${at} [${`*a${at - 1}, `.repeat(10)}]`);
    }
    expect(finding(laughs.join("\n"))).toMatchObject({
      rule: "registry/limit",
      line: 5,
      message: "the aliases of this document stand for over 100,000 values",
    });
  });

  it.each([
    ["open brackets", "["],
    ["open braces", "{a: "],
    ["dashes", "- "],
    ["question marks", "? "],
  ])("refuses deep nesting by %s", (_, unit) => {
    expect(finding(unit.repeat(200_000))).toMatchObject({
      rule: "registry/limit",
      line: 1,
      message: "the document is nested too deeply for a registry",
    });
  });

  it("refuses more tokens than any registry has", () => {
    expect(finding(`a: [${"b,".repeat(600_000)}]`)).toMatchObject({
      rule: "registry/limit",
      message: "the document is too large: it has over a million tokens",
    });
  });

  // In quadratic time it would take minutes, far more than a test is given.
  it("looks for duplicate keys in linear time", () => {
    const keys = Array.from({ length: 140_000 }, (_, at) => `k${at}: 1`);
    const found = line([...keys, "k0: 2"].join("\n"));
    expect(found).toBe('140001:1 the key "k0" is here a second time');
  });
});
