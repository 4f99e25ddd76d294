import { sameBytes } from "./same-bytes.js";
import { decodeUtf8 } from "./utf8.js";

const encoder = new TextEncoder();

/** Multiplier of FNV-1a. The scanner hashes while it looks for the end of a token, so the step is spelled out there: while cold, each call costs. */
export const HASH_STEP = 0x01000193;

/** Owner of what is by itself: metric and label names. A label value is owned by its label name. */
export const NO_OWNER = 0;

/**
 * Distinct byte strings and a small integer for each, kept over payloads. A string belongs to an owner, so the id of a label value
 * stands for the pair of label name and value: verdicts about a pair are memoised under it.
 *
 * Hashes start from a random seed: a payload cannot be built to make all its strings collide. Ids count from 1.
 */
export class Interner {
  /** Start value of the hash of a name. */
  readonly seed = (Math.random() * 0x1_0000_0000) | 0;
  size = 1;
  /** Two independent 32-bit hashes of owner and bytes, by id: 64 bits that stand for a label in the identity of a series. */
  strongLow = new Int32Array(1024);
  strongHigh = new Int32Array(1024);

  /** The string read last, of those that stood as plain text. */
  #last = 0;
  /** By id: what was read after it when it was read before. Payloads repeat themselves, within and from one scrape to the next. */
  #next = new Int32Array(1024);

  #mask = 4095;
  #table = new Int32Array(4096);
  #hash = new Int32Array(1024);
  #owner = new Int32Array(1024);
  #start = new Int32Array(1024);
  #length = new Int32Array(1024);
  #arena = new Uint8Array(1 << 15);
  #view = new DataView(this.#arena.buffer);
  #arenaEnd = 0;
  #texts: (string | undefined)[] = [undefined];
  readonly #strongSeed = (Math.random() * 0x1_0000_0000) | 0;

  /** Start value of the hash of a value of this label. */
  seedOf(owner: number): number {
    return Math.imul(owner, 0x9e3779b1) ^ this.seed;
  }

  /** The id of `bytes[start, end)`, or 0 where it is new. `hash` is FNV-1a over the bytes from the owner's seed. */
  find(bytes: Uint8Array, start: number, end: number, hash: number, owner: number): number {
    const table = this.#table;
    const mask = this.#mask;
    let slot = (hash ^ (hash >>> 15)) & mask;
    let id = table[slot]!;
    while (id !== 0) {
      if (
        this.#hash[id] === hash &&
        this.#owner[id] === owner &&
        this.#equals(id, bytes, start, end)
      ) {
        return id;
      }
      slot = (slot + 1) & mask;
      id = table[slot]!;
    }
    return 0;
  }

  /** Adds what `find` did not find. The bytes are copied; they must be UTF-8. */
  add(bytes: Uint8Array, start: number, end: number, hash: number, owner: number): number {
    const id = this.size++;
    if (id === this.#hash.length) this.#growEntries();
    const length = end - start;
    if (this.#arenaEnd + length > this.#arena.length) this.#growArena(length);
    this.#arena.set(bytes.subarray(start, end), this.#arenaEnd);
    this.#hash[id] = hash;
    this.#owner[id] = owner;
    this.#start[id] = this.#arenaEnd;
    this.#length[id] = length;
    this.#arenaEnd += length;
    this.#setStrong(id, bytes, start, end, owner);
    this.#texts[id] = undefined;
    if (id * 2 > this.#mask) this.#growTable();
    else this.#insert(id);
    return id;
  }

  findOrAdd(bytes: Uint8Array, start: number, end: number, hash: number, owner: number): number {
    const found = this.find(bytes, start, end, hash, owner);
    return found === 0 ? this.add(bytes, start, end, hash, owner) : found;
  }

  /** What most likely comes next, if it is of this owner; else 0. */
  expected(owner: number): number {
    const id = this.#next[this.#last]!;
    return this.#owner[id] === owner ? id : 0;
  }

  /**
   * Offset after the string `id`, not 0, where it stands at `start` and is not all that is left; else 0. For plain text alone, which has no
   * NUL.
   */
  endAt(id: number, bytes: Uint8Array, view: DataView, start: number): number {
    const length = this.#length[id]!;
    const end = start + length;
    if (end >= bytes.length) return 0;
    return sameBytes(this.#view, this.#start[id]!, view, start, length) ? end : 0;
  }

  /** To be called with each string that was read as plain text, to know it when it is to be expected. */
  meet(id: number): void {
    this.#next[this.#last] = id;
    this.#last = id;
  }

  /** The id of bytes, added where they are new. */
  intern(bytes: Uint8Array, start: number, end: number, owner: number): number {
    let hash = this.seedOf(owner);
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, HASH_STEP);
    return this.findOrAdd(bytes, start, end, hash, owner);
  }

  /** The id of a text, added where it is new. */
  internText(text: string, owner = NO_OWNER): number {
    const bytes = encoder.encode(text);
    return this.intern(bytes, 0, bytes.length, owner);
  }

  isLargerThan(strings: number, bytes: number): boolean {
    return this.size > strings || this.#arenaEnd > bytes;
  }

  /** Forgets everything: ids handed out before mean nothing any more. */
  clear(): void {
    this.size = 1;
    this.#table.fill(0);
    this.#next.fill(0);
    this.#last = 0;
    this.#arenaEnd = 0;
    // Not by its length: a list cut short is made anew as it grows.
    this.#texts.fill(undefined);
  }

  text(id: number): string {
    const known = this.#texts[id];
    if (known !== undefined) return known;
    const start = this.#start[id]!;
    const text = decodeUtf8(this.#arena, start, start + this.#length[id]!);
    this.#texts[id] = text;
    return text;
  }

  /** Length in bytes. */
  lengthOf(id: number): number {
    return this.#length[id]!;
  }

  #equals(id: number, bytes: Uint8Array, start: number, end: number): boolean {
    const length = end - start;
    if (this.#length[id] !== length) return false;
    const arena = this.#arena;
    const from = this.#start[id]!;
    for (let at = 0; at < length; at++) if (arena[from + at] !== bytes[start + at]) return false;
    return true;
  }

  #setStrong(id: number, bytes: Uint8Array, start: number, end: number, owner: number): void {
    let low = Math.imul(owner, 0x85ebca6b) ^ this.#strongSeed;
    let high = Math.imul(owner, 0xc2b2ae35) ^ ~this.#strongSeed;
    for (let at = start; at < end; at++) {
      const byte = bytes[at]!;
      low = Math.imul(low ^ byte, 0x5bd1e995);
      low ^= low >>> 13;
      high = Math.imul(high ^ byte, 0x27d4eb2d);
      high ^= high >>> 15;
    }
    this.strongLow[id] = finish(low);
    this.strongHigh[id] = finish(high);
  }

  #insert(id: number): void {
    const hash = this.#hash[id]!;
    let slot = (hash ^ (hash >>> 15)) & this.#mask;
    while (this.#table[slot] !== 0) slot = (slot + 1) & this.#mask;
    this.#table[slot] = id;
  }

  #growTable(): void {
    this.#mask = this.#mask * 2 + 1;
    this.#table = new Int32Array(this.#mask + 1);
    for (let id = 1; id < this.size; id++) this.#insert(id);
  }

  #growEntries(): void {
    this.#next = grown(this.#next);
    this.#hash = grown(this.#hash);
    this.#owner = grown(this.#owner);
    this.#start = grown(this.#start);
    this.#length = grown(this.#length);
    this.strongLow = grown(this.strongLow);
    this.strongHigh = grown(this.strongHigh);
  }

  #growArena(length: number): void {
    const larger = new Uint8Array(Math.max(this.#arena.length * 2, this.#arenaEnd + length));
    larger.set(this.#arena);
    this.#arena = larger;
    this.#view = new DataView(larger.buffer);
  }
}

/** A copy of twice the size. */
export function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** Last mixing step of MurmurHash3: every bit of the input changes half of the output. */
function finish(hash: number): number {
  let mixed = hash;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
