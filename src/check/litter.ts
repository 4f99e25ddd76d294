/** Elements of a list that takes 64 KiB in V8. */
const listLength = 8192;
const listBytes = 1 << 16;

/**
 * Leaves as much litter in the heap as bytes of a stream went by, so that V8 frees the chunks that were read. They lie outside its heap, and
 * it looks for dead ones when its young generation, of 1 to 16 MiB, is full. A check that allocates next to nothing there
 * lets them pile up to 32 MiB. Sweeping litter is cheap, since a sweep follows what is alive; and chunks that lie in memory just
 * freed are written and read in the processor's caches.
 */
export class Litter {
  #due = 0;

  /** Says that so many bytes went by. */
  drop(bytes: number): void {
    this.#due += bytes;
    while (this.#due >= listBytes) {
      this.#due -= listBytes;
      // Filled, since a bundler takes out a list that is merely made.
      new Array(listLength).fill(0);
    }
  }
}
