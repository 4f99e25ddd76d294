// Instruments by type of metric.

import { readStates } from "../construct/index.js";
import type { Labels } from "../exposition/index.js";
import { joinLabels, startClock } from "../instruments/index.js";
import { CounterHandle, GaugeHandle, ObserverHandle } from "./handles.js";
import { Instrument } from "./instrument.js";
import {
  mayBeZero,
  refuseChange,
  refuseGrowth,
  refuseLevel,
  refuseObservation,
} from "./objections.js";
import type { Handle } from "./series-table.js";
import type { Level, Recorder, Step } from "./sink.js";

export class CounterInstrument extends Instrument<Step, CounterHandle> {
  protected open(labels: Labels, step: Step): CounterHandle {
    return new CounterHandle(this.recording, labels, step);
  }

  inc(first?: unknown, second?: unknown): void {
    const value = this.valueOf(first, second);
    this.seriesOf(first, refuseGrowth, value === undefined ? 1 : value)?.inc(value);
  }
}

export class GaugeInstrument extends Instrument<Level, GaugeHandle> {
  override plan(known: unknown, limit: number): Labels[] {
    refuseLevel(this.recording.metric, 0);
    return super.plan(known, limit);
  }

  override obstacle(known: ReadonlySet<string>): string | undefined {
    return mayBeZero(this.recording.metric) ? super.obstacle(known) : "it may not be 0";
  }

  protected open(labels: Labels, level: Level): GaugeHandle {
    return new GaugeHandle(this.recording, labels, level);
  }

  set(first: unknown, second?: unknown): void {
    const value = this.valueOf(first, second);
    this.seriesOf(first, refuseLevel, value)?.set(value);
  }

  inc(first?: unknown, second?: unknown): void {
    const value = this.amountOf(first, second);
    this.seriesOf(first, refuseChange, value)?.inc(value);
  }

  dec(first?: unknown, second?: unknown): void {
    const value = this.amountOf(first, second);
    this.seriesOf(first, refuseChange, value)?.dec(value);
  }

  setToCurrentTime(labels?: unknown): void {
    this.seriesOf(labels)?.setToCurrentTime();
  }

  startTimer(labels?: unknown): (labels?: unknown) => number {
    const { metric, guard } = this.recording;
    const elapsed = startClock(metric);
    return (end) => {
      const time = elapsed();
      guard.run(() => {
        this.seriesOf(joinLabels(metric, labels, end), refuseLevel, time)?.set(time);
      });
      return time;
    };
  }
}

export class ObserverInstrument extends Instrument<Recorder, ObserverHandle> {
  protected open(labels: Labels, record: Recorder): ObserverHandle {
    return new ObserverHandle(this.recording, labels, record);
  }

  observe(first: unknown, second?: unknown): void {
    const value = this.valueOf(first, second);
    this.seriesOf(first, refuseObservation, value)?.observe(value);
  }

  startTimer(labels?: unknown): (labels?: unknown) => number {
    const { metric, guard } = this.recording;
    const elapsed = startClock(metric);
    return (end) => {
      const time = elapsed();
      guard.run(() => {
        this.seriesOf(joinLabels(metric, labels, end), refuseObservation, time)?.observe(time);
      });
      return time;
    };
  }
}

/** A series of an info metric: it is there, and 1. */
interface InfoHandle extends Handle {
  readonly level: Level;
}

export class InfoInstrument extends Instrument<Level, InfoHandle> {
  override obstacle(): string {
    return "it is always 1";
  }

  protected open(labels: Labels, level: Level): InfoHandle {
    level.set(1);
    return { labels, level, isLive: true };
  }

  set(labels: unknown): void {
    this.seriesOf(labels);
  }
}

/** A series of a stateset: a level for each state that it has had. */
interface StatesetHandle extends Handle {
  readonly levels: Map<string, Level>;
  readonly levelOf: LevelOf;
}

/** Gives the level of a state. */
type LevelOf = (state: string) => Level;

export class StatesetInstrument extends Instrument<LevelOf, StatesetHandle> {
  protected open(labels: Labels, levelOf: LevelOf): StatesetHandle {
    const states = this.recording.metric.states ?? [];
    const levels = new Map(states.map((state) => [state, levelOf(state)]));
    for (const level of levels.values()) level.set(0);
    return { labels, levels, levelOf, isLive: true };
  }

  set(first: unknown, second?: unknown): void {
    this.recording.guard.run(() => {
      const read = readStates(this.recording.metric, this.valueOf(first, second));
      const handle = this.seriesOf(first);
      if (handle === undefined) return;
      const { levels, levelOf } = handle;
      const enabled = new Set(read.filter((one) => one.enabled).map(({ state }) => state));
      for (const state of enabled) if (!levels.has(state)) levels.set(state, levelOf(state));
      for (const [state, level] of levels) level.set(enabled.has(state) ? 1 : 0);
    });
  }
}
