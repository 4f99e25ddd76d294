import { describe, expect, it } from "vitest";
import { sureFindings } from "../../../src/cli/commands/sure-findings.js";
import { untilInterrupted, watchInterruption } from "../../../src/cli/interruption.js";
import { createFinding, type RuleId } from "../../../src/diagnostics/index.js";
import { fakeTerminal } from "./fake-terminal.js";

const encode = (text: string) => new TextEncoder().encode(text);

/** The chunks, each in the room of the one before, then nothing for ever where `hangs`. */
async function* source(chunks: readonly string[], hangs: boolean, closed: () => void) {
  const room = new Uint8Array(Math.max(0, ...chunks.map((chunk) => chunk.length)));
  try {
    for (const chunk of chunks) {
      room.set(encode(chunk));
      yield room.subarray(0, chunk.length);
      room.fill(0);
    }
    if (hangs) await new Promise(() => {});
  } finally {
    closed();
  }
}

async function read(chunks: readonly string[], interruptAfter?: number) {
  const controller = new AbortController();
  let closed = false;
  const given = source(chunks, interruptAfter !== undefined, () => {
    closed = true;
  });
  const { chunks: taken, wasCut } = untilInterrupted(given, controller.signal);
  let text = "";
  if (interruptAfter !== undefined) setTimeout(() => controller.abort(), interruptAfter);
  for await (const chunk of taken) text += Buffer.from(chunk).toString();
  return { text, cut: wasCut(), closed };
}

describe("chunks that an interrupt ends", () => {
  it.each([[["a 1\nb", " 2\nc 3"]], [["a 1\n"]], [["", "a", "", "\n", "\n\n"]], [[]]])(
    "are all there without one: %j",
    async (chunks) => {
      expect(await read(chunks)).toEqual({ text: chunks.join(""), cut: false, closed: true });
    },
  );

  it("end behind a whole line with one, though their source waits for ever", async () => {
    expect(await read(["a 1\nb", " 2\nc", " 3"], 20)).toEqual({
      text: "a 1\nb 2\n",
      cut: true,
      closed: false,
    });
  });

  it("close their source when the reader has seen enough", async () => {
    let closed = false;
    const given = source(["a\n", "b\n"], false, () => {
      closed = true;
    });
    for await (const _ of untilInterrupted(given, new AbortController().signal).chunks) break;
    expect(closed).toBe(true);
  });

  it("hold back no more than a line may be long", async () => {
    const piece = "x".repeat(400_000);
    expect((await read([piece, piece, piece, piece, piece], 20)).text.length).toBeGreaterThan(0);
  });
});

describe("an interrupt", () => {
  it("is heard once: the next one ends the process", () => {
    const terminal = fakeTerminal();
    const { signal } = watchInterruption(terminal);
    terminal.interrupt();
    expect(signal.aborted).toBe(true);
    const other = watchInterruption(terminal);
    other.stop();
    terminal.interrupt();
    expect(other.signal.aborted).toBe(false);
  });
});

describe("what is sure of a payload that was cut off", () => {
  const finding = (rule: RuleId, line: number | undefined, metric: string) =>
    createFinding({
      rule,
      severity: "error",
      message: "m",
      metric,
      ...(line === undefined ? {} : { line }),
    });

  it("is what is wrong with its lines, not what is missing or broken at its end", () => {
    const sure = [
      finding("spec/histogram-inf", 3, "a"),
      finding("label-value", 5, "b"),
      finding("label-value", 9, "c"),
    ];
    const unsure = [
      finding("spec/histogram-inf", 8, "c"),
      finding("spec/histogram-count", 8, "c"),
      finding("syntax", 10, "d"),
      finding("absent-metric", undefined, "e"),
    ];
    expect(
      sureFindings([...sure, ...unsure].sort((a, b) => (a.line ?? 99) - (b.line ?? 99))),
    ).toEqual(sure);
  });
});
