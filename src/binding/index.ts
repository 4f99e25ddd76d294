// What the adapters share: instruments that hold what is recorded to the contract before another library takes it.
export { type Beginner, bindingOf, type Initialized } from "./binding.js";
export { type GivenOptions, readBindingOptions } from "./given-options.js";
export type { Parts } from "./instrument.js";
export {
  CounterInstrument,
  GaugeInstrument,
  InfoInstrument,
  ObserverInstrument,
  StatesetInstrument,
} from "./instruments.js";
export { mayBeZero } from "./objections.js";
export { plainLabels } from "./plain-labels.js";
export type { Level } from "./sink.js";
export { textNameOf, textNamesOf } from "./text-names.js";
export type {
  BoundCounter,
  BoundGauge,
  BoundObserver,
  Collectable,
  CommonOptions,
  Counter,
  Gauge,
  Info,
  Initializable,
  InitializesAll,
  LabelArguments,
  Observer,
  StateOf,
  Stateset,
  Stop,
  UnionToIntersection,
} from "./types.js";
