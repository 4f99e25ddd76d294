import { Bound } from "./keeper.js";
import { NumberKeeper } from "./number-keeper.js";

export class InfoKeeper extends NumberKeeper {
  set(labels: unknown): void {
    this.context.guard.run(() => {
      const row = this.index.rowOf(labels);
      this.values[row] = 1;
    });
  }

  override handle(labels: unknown): BoundInfo {
    return new BoundInfo(this, labels);
  }
}

class BoundInfo extends Bound<InfoKeeper> {
  set(labels: unknown = {}): void {
    this.owner.set(labels);
  }
}
