import { execFileSync, spawn } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sourceName } from "../../../../src/cli/sources/source-name.js";
import { open, read } from "./harness.js";

let folder = "";
const at = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "promschema-files-"));
  writeFileSync(at("metrics.prom"), "up 1\n");
  writeFileSync(at("empty.prom"), "");
  writeFileSync(at("packed.prom.gz"), gzipSync("up 1\n"));
  writeFileSync(at("several.gz"), Buffer.concat([gzipSync("up 1\n"), gzipSync("down 0\n")]));
  writeFileSync(at("cut.gz"), gzipSync("up 1\n".repeat(1000)).subarray(0, 20));
  writeFileSync(at("damaged.gz"), "up 1\n");
  writeFileSync(at("bomb.gz"), gzipSync(Buffer.alloc(20_000_000, "x")));
  writeFileSync(at("unmarked.prom"), gzipSync("up 1\n"));
  symlinkSync(at("round"), at("round"));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("a file", () => {
  it.each([
    ["is read as it is", "metrics.prom", "up 1\n"],
    ["may be empty", "empty.prom", ""],
    ["is unpacked where its name ends in .gz", "packed.prom.gz", "up 1\n"],
    ["is unpacked to the last of its members", "several.gz", "up 1\ndown 0\n"],
  ])("%s", async (_name, file, text) => {
    expect(await read(at(file))).toEqual({ text });
  });

  it("is not unpacked by its content: what reads it says what it looks like", async () => {
    const { text = "" } = await read(at("unmarked.prom"));
    expect(text.charCodeAt(0)).toBe(0x1f);
  });

  it("may be a pipe with a name", async () => {
    execFileSync("sh", ["-c", `mkfifo "${at("pipe")}"`]);
    const writer = spawn("sh", ["-c", `echo up 2 > "${at("pipe")}"`]);
    writer.unref();
    expect(await read(at("pipe"))).toEqual({ text: "up 2\n" });
  });

  it.each([
    ["missing", "nothing-like-it", "no such file"],
    ["below a file", "metrics.prom/x", "a part of the path is no directory"],
    ["a link to itself", "round", "too many symbolic links"],
    ["a name too long", "x".repeat(300), "the name is too long"],
    ["gzip cut off", "cut.gz", "the gzip data ends too early"],
    ["gzip by name alone", "damaged.gz", "the gzip data is damaged"],
  ])("that cannot be read is told in one line: %s", async (_name, file, what) => {
    expect(await read(at(file))).toEqual({ message: `cannot read ${at(file)}: ${what}` });
  });

  it("of a name near another is told the other", async () => {
    expect(await read(at("metrisc.prom"))).toEqual({
      message: `cannot read ${at("metrisc.prom")}: no such file`,
      next: `did you mean ${at("metrics.prom")}?`,
    });
  });

  it("that is a directory is told how to name what is in it", async () => {
    expect(await read(folder)).toEqual({
      message: `cannot read ${folder}: it is a directory`,
      next: `name the files in it: promschema check ${at("*.prom")}`,
    });
  });

  it("that is a host and a port lacks its scheme", async () => {
    expect(await read("localhost:3000/metrics")).toEqual({
      message: "cannot read localhost:3000/metrics: no such file",
      next: "did you mean http://localhost:3000/metrics?",
    });
  });

  it("that is a host with credentials lacks its scheme too, and shows none of them", async () => {
    expect(await read("user:secret@localhost:3000/metrics")).toEqual({
      message: "cannot read localhost:3000/metrics: no such file",
      next: "did you mean http://localhost:3000/metrics?",
    });
    const { message } = await read("ftp://user:secret@host/metrics?key=k");
    expect(message).toContain('cannot read "ftp://host/metrics?key=***"');
  });

  it("with another scheme is no file", async () => {
    expect(await read("ftp://host/metrics")).toEqual({
      message:
        'cannot read "ftp://host/metrics": expected a path, - or an http(s) URL, found the scheme "ftp"',
    });
  });

  it("with a null byte in its name is no file", async () => {
    expect(await read("a\0b")).toEqual({
      message: "cannot read a\0b: the name has a null byte in it",
    });
  });

  it("is read no further than allowed, counted after unpacking", async () => {
    const tooLarge = {
      message: `cannot read ${at("bomb.gz")}: it is larger than 1 MB`,
      next: "--max-bytes SIZE raises the limit",
    };
    expect(await read(at("bomb.gz"))).toEqual(tooLarge);
    expect(await read(at("metrics.prom"), { maxBytes: 5 })).toEqual({ text: "up 1\n" });
    expect(await read("/dev/zero")).toMatchObject({
      message: "cannot read /dev/zero: it is larger than 1 MB",
    });
  });
});

describe("a file on a disk", () => {
  // Longer than two of the blocks that take turns, and no two of its lines are alike.
  const lines = Array.from({ length: 50_000 }, (_, at) => `up{at="${at}"} 1\n`);
  const long = lines.join("");

  it("comes whole and in order, block by block", async () => {
    writeFileSync(at("long.prom"), long);
    expect(long.length).toBeGreaterThan(3 * (1 << 18));
    expect(await read(at("long.prom"))).toEqual({ text: long });
    const file = openSync(at("long.prom"), "r");
    expect(await read("-", { stdin: { file, open: unexpected } })).toEqual({ text: long });
    closeSync(file);
  });

  it("is closed by whoever has seen enough of it", async () => {
    writeFileSync(at("long.prom"), long);
    const before = openFiles();
    expect(await read(at("long.prom"), { maxBytes: 1000 })).toEqual({
      message: `cannot read ${at("long.prom")}: it is larger than 1 kB`,
      next: "--max-bytes SIZE raises the limit",
    });
    expect(openFiles()).toBe(before);
  });

  it("that standard input stands in the middle of is read from there", async () => {
    writeFileSync(at("begun.prom"), "up 1\ndown 0\n# EOF\n");
    const file = openSync(at("begun.prom"), "r");
    readSync(file, Buffer.alloc(5), 0, 5, null);
    const stdin = { file, open: unexpected };
    expect((await open("-", { stdin })).format).toBe("openmetrics-1.0");
    expect(await read("-", { stdin })).toEqual({ text: "down 0\n# EOF\n" });
    closeSync(file);
  });

  it.each([
    ["up 1\n# EOF\n", "openmetrics-1.0"],
    ["up 1\n# EOF", "openmetrics-1.0"],
    ["# EOF\n", "openmetrics-1.0"],
    ["up 1\n # EOF\n", "prometheus-text-1.0.0"],
    ["up 1\n# EOF\n\n", "prometheus-text-1.0.0"],
    ["x", "prometheus-text-1.0.0"],
    ["", undefined],
  ])("tells its format by its last line: %j", async (text, format) => {
    writeFileSync(at("told.prom"), text);
    expect((await open(at("told.prom"))).format).toBe(format);
  });
});

describe("standard input", () => {
  it("is read where the operand is a dash", async () => {
    const stdin = async function* () {
      yield Buffer.from("up ");
      yield Buffer.from("1\n");
    };
    expect(await read("-", { stdin: { open: stdin } })).toEqual({ text: "up 1\n" });
  });

  it("is read no further than allowed", async () => {
    let pulled = 0;
    let closed = false;
    const stdin = async function* () {
      try {
        for (;;) {
          pulled += 1;
          yield Buffer.alloc(400_000);
        }
      } finally {
        closed = true;
      }
    };
    expect(await read("-", { stdin: { open: stdin } })).toEqual({
      message: "cannot read <stdin>: it is larger than 1 MB",
      next: "--max-bytes SIZE raises the limit",
    });
    expect({ pulled, closed }).toEqual({ pulled: 3, closed: true });
  });

  it("that is a directory cannot be read", async () => {
    // biome-ignore lint/correctness/useYield: it fails before its first chunk.
    const stdin = async function* (): AsyncGenerator<Uint8Array> {
      throw Object.assign(new Error("EISDIR"), { code: "EISDIR" });
    };
    expect(await read("-", { stdin: { open: stdin } })).toEqual({
      message: "cannot read standard input: it is a directory",
    });
  });
});

describe("the name of a source", () => {
  it.each([
    ["-", "<stdin>"],
    ["a/b.prom", "a/b.prom"],
    ["http://h:1/metrics?x=1&b", "http://h:1/metrics?x=***&***"],
    ["http://h/probe?module=http_2xx&target=h:1", "http://h/probe?module=http_2xx&target=h:1"],
    ["http://h/probe?target=http://u:pw@h&collect[]=a", "http://h/probe?target=***&collect[]=a"],
    ["http://h/probe?target=u%3Apw%40h&name%5B%5D=a", "http://h/probe?target=***&name%5B%5D=a"],
    ["http://h/m#access_token=x", "http://h/m"],
    ["http://h/m?a=1#x=2", "http://h/m?a=***"],
    ["http://user:se/cret@h/metrics", "http://h/metrics"],
    ["http://user:se?cret@h/metrics?x=y", "http://h/metrics?x=***"],
    ["http://user:se#cret@h/metrics", "http://h/metrics"],
    ["http://user:se\\cret@h/metrics", "http://h/metrics"],
    [" http://user:secret@h/metrics", " http://h/metrics"],
    ["ftp://user:secret@h/metrics", "ftp://h/metrics"],
    ["user:secret@h:9090/metrics", "h:9090/metrics"],
    ["C:\\a@b.prom", "C:\\a@b.prom"],
    ["a:b/c@d", "a:b/c@d"],
    ["http://user:secret@h/metrics", "http://h/metrics"],
    ["HTTPS://user:se@cret@h/metrics", "HTTPS://h/metrics"],
    ["http://h/a@b", "http://h/a@b"],
    ["http://h?mail=a@b", "http://h?mail=***"],
  ])("of %s is %s", (operand, want) => {
    expect(sourceName(operand)).toBe(want);
  });
});

function unexpected(): never {
  throw new Error("standard input was opened");
}

/** Files that this process has open; nothing where the system does not tell. */
function openFiles(): number {
  return existsSync("/proc/self/fd") ? readdirSync("/proc/self/fd").length : 0;
}
