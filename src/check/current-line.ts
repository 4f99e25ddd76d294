import type { Excerpt } from "../diagnostics/index.js";
import { placeInLine, type Scanner } from "../exposition/index.js";
import { type LabelPlace, labelPlaces } from "./label-places.js";

/** Where a finding is: what a line, a column and a code frame are made from. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly excerpt: Excerpt;
}

/** Places in the line the scanner stands at. Made on demand: a conforming line costs nothing. */
export class CurrentLine {
  readonly #scanner: Scanner;

  constructor(scanner: Scanner) {
    this.#scanner = scanner;
  }

  /** The line itself, counted from 1. */
  get number(): number {
    return this.#scanner.line;
  }

  /** Name of the sample. */
  name(): Place {
    return this.#place(this.#scanner.nameStart, this.#scanner.nameEnd);
  }

  /** Value of the sample. */
  value(): Place {
    return this.#place(this.#scanner.valueStart, this.#scanner.valueEnd);
  }

  timestamp(): Place {
    return this.#place(this.#scanner.timestampStart, this.#scanner.timestampEnd);
  }

  exemplar(): Place {
    const { exemplar } = this.#scanner;
    return this.#place(exemplar.start, exemplar.labelsEnd);
  }

  exemplarValue(): Place {
    const { exemplar } = this.#scanner;
    return this.#place(exemplar.valueStart, exemplar.valueEnd);
  }

  labelName(index: number): Place {
    const place = this.#label(index);
    return this.#place(place.nameStart, place.nameEnd);
  }

  labelValue(index: number): Place {
    const place = this.#label(index);
    return this.#place(place.valueStart, place.valueEnd);
  }

  /** Name of a metadata line. */
  family(): Place {
    return this.#place(this.#scanner.familyStart, this.#scanner.familyEnd);
  }

  /** Type, unit or HELP text of a metadata line. */
  text(): Place {
    return this.#place(this.#scanner.textStart, this.#scanner.textEnd);
  }

  /** A place in a line read before, while its bytes are at hand. */
  at(line: number, lineStart: number, start: number, end: number): Place {
    return { line, ...placeInLine(this.#scanner.bytes, lineStart, start, end) };
  }

  #label(index: number): LabelPlace {
    const place = labelPlaces(this.#scanner)[index];
    if (place === undefined) throw new Error(`internal: no label ${index} in the current line`);
    return place;
  }

  #place(start: number, end: number): Place {
    const scanner = this.#scanner;
    return { line: scanner.line, ...placeInLine(scanner.bytes, scanner.lineStart, start, end) };
  }
}
