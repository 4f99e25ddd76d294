import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PromschemaError } from "../../../src/diagnostics/index.js";
import { readJsonTree } from "../../../src/load/json-tree.js";
import { createSourceText } from "../../../src/load/source-text.js";
import { toDocument } from "../../../src/load/source-tree.js";

function read(text: string): unknown {
  const root = readJsonTree(createSourceText(text, undefined));
  return root === undefined ? undefined : toDocument(root);
}

/** The message of the error that a text gives, with place and hint. */
function errorOf(text: string): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof PromschemaError) return error.message;
    throw error;
  }
  return "no error";
}

describe("a JSON text", () => {
  it("reads as JSON.parse reads it", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(JSON.stringify(read(text))).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  it("is refused where JSON.parse refuses it, and never with a foreign error", () => {
    const pieces = fc.constantFrom(
      ...'{}[]:,"\\'.split(""),
      '"a"',
      "1",
      "-",
      "0",
      ".5",
      "e9",
      "true",
      "nul",
      " ",
      "\n",
      "\\u12",
      "é",
    );
    const texts = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(texts, (text) => {
        let parsed: unknown;
        try {
          parsed = JSON.parse(text);
        } catch {
          if (text.trim() !== "") expect(errorOf(text)).toMatch(/^line \d+, column \d+: /);
          return;
        }
        expect(JSON.stringify(read(text))).toBe(JSON.stringify(parsed));
      }),
      { numRuns: 2000 },
    );
  });

  it("keeps the source text of label values", () => {
    expect(JSON.stringify(read('{"enum": [200, 1.0, true], "buckets": [1.0]}'))).toBe(
      '{"enum":["200","1.0","true"],"buckets":[1]}',
    );
  });

  it("has own keys only, whatever they are called", () => {
    const document = read('{"__proto__": {"constructor": 1}}');
    expect(Object.getPrototypeOf(document)).toBeNull();
    expect(Object.keys(document as object)).toEqual(["__proto__"]);
  });
});

describe("a text that is no JSON", () => {
  it.each([
    ['{"a": 1,}', '1:9 expected a name in double quotes, found "}"; remove the comma before it'],
    ['{"a": [1,]}', '1:10 expected a value, found "]"; remove the comma before it'],
    ["{a: 1}", '1:2 expected a name in double quotes, found "a"'],
    ["{'a': 1}", '1:2 expected a name in double quotes, found "\'"'],
    ["{\"a\": 'b'}", '1:7 expected a value, found "\'"; JSON knows double quotes only'],
    ['{"a" 1}', '1:6 expected ":" after the name, found "1"'],
    ['{"a": 1 "b": 2}', '1:9 expected "," or "}", found "\\""'],
    ['{"a": 1', '1:8 expected "," or "}", found the end'],
    ["[1 2]", '1:4 expected "," or "]", found "2"'],
    ['{\n  "a": yes\n}', '2:8 expected a value, found "yes"'],
    ['{"a": 012}', '1:7 expected a number of JSON, found "012"'],
    ['{"a": 0x10}', '1:7 expected a number of JSON, found "0x10"'],
    ['{"a": +1}', '1:7 expected a value, found "+1"'],
    ['{"a": .5}', '1:7 expected a value, found ".5"'],
    ['{"a": NaN}', '1:7 expected a value, found "NaN"'],
    ["{} {}", '1:4 expected the end of the document, found "{"'],
    ["{} // note", '1:4 expected the end of the document, found "/"'],
    [
      '{"a": "b\nc"}',
      '1:9 expected a string on one line, its tabs and breaks escaped, found "\\n"',
    ],
    ['{"a": "b', "1:9 expected the closing quote of a string, found the end"],
    ['{"a": "b\\', "1:10 expected the closing quote of a string, found the end"],
    ['{"a": "\\q"}', "1:7 expected a string of JSON, found one with an escape that is none"],
    ['{"a": 1, "a": 2}', '1:10 the key "a" is here a second time'],
  ])("%j: %s", (text, expected) => {
    const [place, ...message] = expected.split(" ");
    const [line, column] = place!.split(":");
    expect(errorOf(text)).toBe(`line ${line}, column ${column}: ${message.join(" ")}`);
  });

  it("is refused where it nests too deeply", () => {
    expect(errorOf("[".repeat(100_000))).toBe(
      "line 1, column 201: the document is nested too deeply for a registry",
    );
  });

  it("is read in linear time where a string is long", () => {
    expect(read(`["${"\\n".repeat(2_000_000)}"]`)).toEqual(["\n".repeat(2_000_000)]);
  });
});
