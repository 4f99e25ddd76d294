// The metric families of an exposition: which one a line belongs to, what is known of it, and what its metadata and first sample show.

import {
  type Entry,
  type Family,
  type FamilyTracker,
  type Role,
  type Scanner,
  TYPE,
} from "../exposition/index.js";
import type { CompiledRegistry } from "../registry/index.js";
import { judgeFirstSample, judgeMetadataText, judgeType } from "./contract/metadata-contract.js";
import type { Undeclared } from "./contract/presence.js";
import { bucketSuffix, createFamilyState, type FamilyState } from "./family-state.js";
import type { LineContext } from "./line-context.js";
import type { CheckMemory } from "./memory.js";
import type { CheckOptions } from "./options.js";
import { judgeMetadata } from "./specification/metadata.js";
import { reportStrayBucket } from "./specification/samples.js";

export class Families {
  samples = 0;
  /** The family of the current sample; undefined after metadata. */
  state: FamilyState | undefined;
  /** What the sample or the name last asked about is to its family. */
  role: Role = "value";
  readonly undeclared: Undeclared[] = [];
  /** The families that have samples; empty unless somebody asks for them. */
  readonly entered: FamilyState[] = [];

  readonly #scanner: Scanner;
  readonly #memory: CheckMemory;
  readonly #registry: CompiledRegistry | undefined;
  readonly #context: LineContext;
  readonly #tracker: FamilyTracker;
  /** Name of the sample that `state` and `role` are of. */
  #name = 0;
  readonly #keepsEntered: boolean;

  constructor(memory: CheckMemory, options: CheckOptions, context: LineContext) {
    this.#memory = memory;
    this.#registry = options.registry;
    this.#keepsEntered = options.required !== undefined;
    this.#context = context;
    this.#scanner = context.scanner;
    this.#tracker = memory.vocabulary.families;
    this.#tracker.begin(context.openMetrics);
  }

  get size(): number {
    return this.#tracker.size;
  }

  /** Takes a sample of this name: its family becomes the current one, and is judged where it is new. */
  sample(name: number): FamilyState {
    this.samples++;
    const { state } = this;
    if (state !== undefined && name === this.#name) {
      state.family.samples++;
      return state;
    }
    this.#name = name;
    const tracker = this.#tracker;
    const family = tracker.sample(name, this.#scanner.line);
    this.role = tracker.role;
    return state !== undefined && state.family === family ? state : this.#enter(family);
  }

  /** Takes another sample of the current family. */
  again({ family }: FamilyState): void {
    this.samples++;
    family.samples++;
  }

  /** The state of the family that a sample of this name would belong to; undefined for a name not met. */
  find(name: number): FamilyState | undefined {
    const family = this.#tracker.find(name);
    return family === undefined ? undefined : this.#stateOf(family);
  }

  /** Takes the metadata line the scanner stands at. */
  metadata(entry: Entry): void {
    const tracker = this.#tracker;
    const context = this.#context;
    const { family: name, line } = this.#scanner;
    const owner = context.openMetrics ? tracker.ownerOf(name) : undefined;
    const family = tracker.metadata(name, line);
    judgeMetadata(entry, family, tracker, owner, context);
    // Its next sample is judged as its first was.
    const known = family.samples > 0 ? this.#memory.states[name] : undefined;
    if (entry === TYPE && known !== undefined) known.exposition = 0;
    this.state = undefined;
    const registry = this.#registry;
    if (registry === undefined) return;
    if (entry === TYPE) judgeType(this.#stateOf(family), context, context.line.text());
    else judgeMetadataText(entry, family, registry, context);
  }

  #enter(family: Family): FamilyState {
    // Metadata that stands apart from its samples hurts no reader of the text formats.
    if (this.#tracker.reopened && (this.#context.openMetrics || family.samples > 1)) {
      this.#context.sink.add({
        rule: "spec/interleaved-family",
        metric: family.name,
        message: `${family.name} goes on here after lines of another metric family`,
        ...this.#context.line.name(),
        notes: [`it began on line ${family.line}`],
      });
    }
    const state = this.#stateOf(family);
    this.state = state;
    if (state.entered) return state;
    state.entered = true;
    if (this.#keepsEntered) this.entered.push(state);
    if (state.isUntypedBucket) this.#judgeBucket(family);
    if (this.#registry !== undefined) {
      const undeclared = judgeFirstSample(state, this.#registry, this.#context);
      if (undeclared !== undefined) this.undeclared.push(undeclared);
    }
    return state;
  }

  /** A bucket beside a family that is declared, and has none in the text formats: they are told apart by name alone. */
  #judgeBucket({ name }: Family): void {
    const { labelNames, labelCount } = this.#scanner;
    if (!labelNames.subarray(0, labelCount).includes(this.#memory.vocabulary.le)) return;
    const { names } = this.#memory.vocabulary;
    const owner = this.#tracker.find(names.internText(name.slice(0, -bucketSuffix.length)));
    if (owner?.hasType) reportStrayBucket(name, owner, this.#context);
  }

  #stateOf(family: Family): FamilyState {
    const { compiler, states, vocabulary } = this.#memory;
    const { id, exposition, type, hasType } = family;
    const { openMetrics } = this.#context;
    const known = states[id];
    if (
      known !== undefined &&
      known.family === family &&
      known.type === type &&
      known.hasType === hasType &&
      known.openMetrics === openMetrics
    ) {
      if (known.exposition !== exposition) {
        known.exposition = exposition;
        known.entered = false;
      }
      return known;
    }
    const state = createFamilyState(family, this.#registry, compiler, vocabulary, openMetrics);
    while (id >= states.length) states.push(undefined);
    states[id] = state;
    return state;
  }
}
