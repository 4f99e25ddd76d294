// Callbacks that set at each scrape what is read only then.

import { givenAs, type Objection, objection, refuse, refuseIf } from "../construct/index.js";
import { printable } from "../diagnostics/index.js";

interface Collector {
  /** Whose callback it is. */
  readonly name: string;
  readonly run: () => unknown;
}

export class Collectors {
  readonly #all = new Set<Collector>();
  #running: Promise<void> | undefined;

  /** Adds a callback, which is called with what `argument` gives. The function that it gives takes it out. */
  add(name: string, callback: unknown, argument: () => unknown): () => void {
    if (typeof callback !== "function") {
      refuse("construct/argument", {
        message: `collect of ${printable(name)} is given ${givenAs(callback)}: expected a function`,
        ...(name === "" ? {} : { metric: name }),
      });
    }
    const collector = { name, run: (): unknown => callback(argument()) };
    this.#all.add(collector);
    return () => void this.#all.delete(collector);
  }

  /**
   * Calls all of them, and waits for those that take time. A scrape that comes in the meantime waits for the same. Rejects with a PromschemaError, when
   * all are done, where one of them failed.
   */
  async run(): Promise<void> {
    if (this.#all.size === 0) return;
    this.#running ??= this.#runAll().finally(() => {
      this.#running = undefined;
    });
    await this.#running;
  }

  async #runAll(): Promise<void> {
    const failed: Objection[] = [];
    const causes: unknown[] = [];
    const runs = [...this.#all].map(async ({ name, run }) => {
      try {
        await run();
      } catch (cause) {
        causes.push(cause);
        // What was thrown may hold what is nobody's business: it is the cause, and not in the message.
        const message =
          name === ""
            ? "a collect callback failed"
            : `a collect callback of ${printable(name)} failed`;
        failed.push(
          objection("construct/argument", [], {
            message,
            ...(name === "" ? {} : { metric: name }),
          }),
        );
      }
    });
    await Promise.all(runs);
    refuseIf(failed, causes[0]);
  }
}
