// What to say of a single sample that breaks a rule of the specification. None of it runs while a payload conforms.

import type { Family } from "../../exposition/index.js";
import type { CurrentLine } from "../current-line.js";
import type { FamilyState } from "../family-state.js";
import type { FindingSink } from "../finding-sink.js";
import type { LineContext } from "../line-context.js";

export function reportDuplicate(
  { name }: FamilyState,
  firstLine: number,
  sink: FindingSink,
  line: CurrentLine,
): void {
  sink.add({
    rule: "spec/duplicate-series",
    metric: name,
    message: `series of ${name} stands twice: the same labels as on line ${firstLine}`,
    ...line.name(),
  });
}

/** OpenMetrics: all samples of a series stand together. */
export function reportInterleavedSeries(
  { name }: FamilyState,
  sink: FindingSink,
  line: CurrentLine,
): void {
  sink.add({
    rule: "spec/interleaved-series",
    metric: name,
    message: `a series of ${name} goes on here after another series`,
    ...line.name(),
  });
}

export function reportCounterValue(
  { name }: FamilyState,
  value: number,
  sink: FindingSink,
  line: CurrentLine,
): void {
  sink.add({
    rule: "spec/counter-value",
    metric: name,
    message: `counter ${name} is ${value}: expected a number that is not negative`,
    ...line.value(),
  });
}

export function reportInfoValue(
  { name }: FamilyState,
  value: number,
  sink: FindingSink,
  line: CurrentLine,
): void {
  sink.add({
    rule: "spec/info-value",
    metric: name,
    message: `info ${name} is ${value}: expected 1`,
    ...line.value(),
  });
}

export function reportStateValue(
  { name }: FamilyState,
  value: number,
  sink: FindingSink,
  line: CurrentLine,
): void {
  sink.add({
    rule: "spec/stateset-value",
    metric: name,
    message: `state of ${name} is ${value}: expected 0 or 1`,
    ...line.value(),
  });
}

export function reportForeignSample(
  { name, kind, family }: FamilyState,
  sink: FindingSink,
  line: CurrentLine,
): void {
  sink.add({
    rule: "spec/foreign-sample",
    metric: name,
    message: `${name} is of type ${family.type}, which has no sample under its own name${kind === "summary" ? " without the label quantile" : ""}`,
    ...line.name(),
  });
}

/** Text formats: a family that has no buckets, and samples that would be its buckets if it were a histogram. */
export function reportStrayBucket(name: string, owner: Family, { sink, line }: LineContext): void {
  sink.add({
    rule: "spec/foreign-sample",
    metric: name,
    message: `${name} has the label le, but ${owner.name} is of type ${owner.type}: expected buckets of a histogram`,
    ...line.name(),
    notes: [`${owner.name} began on line ${owner.line}`],
  });
}
