// Scrapes of one target, one after the other: each is the one before with some lines changed, gone, new, moved or broken.

import fc from "fast-check";
import type { Format } from "../../../src/exposition/index.js";
import { expositions } from "./exposition.js";
import { shuffledStyles, write } from "./writer.js";

/** A change of a payload, which is a list of lines without their line feeds. Places are taken modulo what there is. */
type Change = (lines: string[], fresh: readonly string[]) => string[];

const values = fc.oneof(
  fc.nat(20).map(String),
  fc.nat().map(String),
  fc.constantFrom("NaN", "-1", "+Inf", "1.5", "-0", "1e3", "7e+99", "1e400", "0x1", "", "1 2", "."),
  fc.constantFrom("123456789012345678901234567890", "0.1234567890123456789", "12345678901234567"),
  fc.constantFrom("1 1700000000", '1 # {x="y"} 0.5', '3 17.5 # {x="y"} 0.5 17', "1  ", "1\r"),
  fc.double().map(String),
);

const place = fc.nat(1000);
const few = fc.integer({ min: 1, max: 4 });

const changes: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(fc.array(values, { minLength: 1, maxLength: 6 }), few).map(
      ([drawn, step]): Change =>
        (lines) =>
          withValues(lines, drawn, step),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(place, few).map(
      ([at, count]): Change =>
        (lines) =>
          lines.toSpliced(at % (lines.length + 1), count),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(place, place, few).map(
      ([at, from, count]): Change =>
        (lines, fresh) => {
          const start = from % (fresh.length + 1);
          return lines.toSpliced(at % (lines.length + 1), 0, ...fresh.slice(start, start + count));
        },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(place, place, few).map(
      ([at, to, count]): Change =>
        (lines) => {
          const start = at % (lines.length + 1);
          const moved = lines.slice(start, start + count);
          const rest = lines.toSpliced(start, count);
          return rest.toSpliced(to % (rest.length + 1), 0, ...moved);
        },
    ),
  },
  fc.tuple(place, place).map(
    ([at, to]): Change =>
      (lines) =>
        lines.toSpliced(
          to % (lines.length + 1),
          0,
          ...lines.slice(at % (lines.length + 1)).slice(0, 1),
        ),
  ),
  fc.constant<Change>((lines) => lines.toReversed()),
  fc.constantFrom("gauge", "counter", "histogram", "summary", "untyped", "unknown", "stateset").map(
    (type): Change =>
      (lines) =>
        lines.map((line) => line.replace(/^(# TYPE .* )\w+$/, `$1${type}`)),
  ),
  fc.constant<Change>((lines) => lines.filter((line) => !line.startsWith("# TYPE"))),
  fc
    .tuple(place, place, fc.constantFrom("", "x", '"', "\0", " ", "{", "}", "\\", "_bucket"))
    .map(
      ([at, column, text]): Change =>
        (lines) => {
          const index = at % (lines.length || 1);
          const line = lines[index] ?? "";
          const cut = column % (line.length + 1);
          return lines.with(
            index < lines.length ? index : 0,
            line.slice(0, cut) + text + line.slice(cut + 1),
          );
        },
    )
    .map(
      (change): Change =>
        (lines, fresh) =>
          lines.length === 0 ? lines : change(lines, fresh),
    ),
  fc.tuple(place, fc.constantFrom("x", "promoting", "")).map(
    ([at, text]): Change =>
      (lines) =>
        lines.map((line, index) =>
          index % 7 === at % 7 ? line.replace(/="[^"]*"/, `="${text}"`) : line,
        ),
  ),
);

function withValues(lines: readonly string[], drawn: readonly string[], step: number): string[] {
  return lines.map((line, index) => {
    const value = drawn[Math.floor(index / step) % drawn.length];
    return line.startsWith("#") || index % step !== 0 || value === undefined
      ? line
      : line.replace(/ [^ }"]*$/, ` ${value}`);
  });
}

/** How a payload is put together of its lines. */
const endings = fc.oneof(
  { weight: 6, arbitrary: fc.constant((text: string) => text) },
  fc.constantFrom<(text: string) => string>(
    (text) => text.slice(0, -1),
    (text) => text.slice(0, text.length >> 1),
    (text) => text.replaceAll("\n", "\r\n"),
    () => "",
    (text) => (text.endsWith("# EOF\n") ? text : `${text}# EOF\n`),
    (text) => text.replace(/# EOF\n$/, ""),
  ),
);

/** Payloads that begin as `lines` and change from one to the next; what comes in new is of `fresh`. */
export function scrapesOf(
  lines: fc.Arbitrary<string[]>,
  fresh: fc.Arbitrary<string[]>,
): fc.Arbitrary<string[]> {
  const step = fc.tuple(fc.array(changes, { maxLength: 3 }), endings);
  return fc
    .tuple(lines, fresh, fc.array(step, { minLength: 1, maxLength: 6 }))
    .map(([first, others, steps]) => {
      let current = first;
      const payloads = [textOf(first)];
      for (const [drawn, ending] of steps) {
        for (const change of drawn) current = change(current, others);
        payloads.push(ending(textOf(current)));
      }
      return payloads;
    });
}

function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join("");
}

/** Lines of an exposition that is right, in any style. */
export function linesOf(format: Format): fc.Arbitrary<string[]> {
  return fc
    .tuple(expositions(format, { points: true }), shuffledStyles())
    .map(([meant, style]) => write(meant, style).split("\n").slice(0, -1));
}
