// Where TYPE, HELP and UNIT lines stand: once a family, before its samples (text format, "Comments, help text, and type information").

import {
  type Entry,
  type Family,
  type FamilyTracker,
  HELP,
  metadataText,
  TYPE,
} from "../../exposition/index.js";
import type { MetadataContext } from "../contract/metadata-contract.js";

/** Judges a metadata line, and takes down what it says of its family. */
export function judgeMetadata(
  entry: Entry,
  family: Family,
  tracker: FamilyTracker,
  context: MetadataContext,
): void {
  if (entry === TYPE) typeLine(family, tracker, context);
  else if (entry === HELP) helpLine(family, context);
}

function typeLine(family: Family, tracker: FamilyTracker, context: MetadataContext): void {
  const { scanner, sink, line } = context;
  const { name } = family;
  if (family.hasType) {
    sink.add({
      rule: "spec/repeated-metadata",
      metric: name,
      label: "TYPE",
      message: `${name} has a second TYPE line`,
      ...line.family(),
      notes: [`the first says ${family.type}`],
    });
  }
  const repeated = family.hasType;
  const { late } = tracker.setType(family, scanner.type);
  if (late && !repeated) {
    sink.add({
      rule: "spec/late-type",
      metric: name,
      message: `TYPE of ${name} comes after its first sample`,
      ...line.family(),
    });
  }
}

function helpLine(family: Family, context: MetadataContext): void {
  const { scanner, sink, line } = context;
  const { name } = family;
  if (family.hasHelpText) {
    sink.add({
      rule: "spec/repeated-metadata",
      metric: name,
      label: "HELP",
      message: `${name} has a second HELP line`,
      ...line.family(),
    });
  } else if (family.samples > 0) {
    sink.add({
      rule: "spec/late-help",
      metric: name,
      message: `HELP of ${name} comes after its first sample`,
      ...line.family(),
    });
  }
  family.hasHelp = true;
  family.hasHelpText ||= metadataText(scanner) !== "";
}
