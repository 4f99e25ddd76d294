// Where TYPE, HELP and UNIT lines stand: once a family, before its samples (text format, "Comments, help text, and type information"; OpenMetrics
// 1.0, section 3.2), and in OpenMetrics for no name that another family has a sample of.

import {
  type Entry,
  type Family,
  type FamilyTracker,
  HELP,
  metadataText,
  TYPE,
} from "../../exposition/index.js";
import type { LineContext } from "../line-context.js";

// Marks of a family: what lines it has. An empty HELP is as if there were none.
const HAS_HELP = 1;
const HAS_HELP_TEXT = 2;
const HAS_UNIT = 4;

/** Judges a metadata line, and takes down what it says of its family. */
export function judgeMetadata(
  entry: Entry,
  family: Family,
  tracker: FamilyTracker,
  owner: Family | undefined,
  context: LineContext,
): void {
  if (entry === TYPE) typeLine(family, tracker, context);
  else if (entry === HELP) helpLine(family, context);
  else unitLine(family, context);
  if (!context.openMetrics) return;
  if (tracker.reopened) interleaved(family, context);
  if (owner !== undefined) clash(family.name, owner.name, context);
  judgeUnit(family, context);
}

function typeLine(family: Family, tracker: FamilyTracker, context: LineContext): void {
  const { scanner } = context;
  const repeated = family.hasType;
  if (repeated) reportRepeated("TYPE", family, context, [`the first says ${family.type}`]);
  const { late, clash: clashing } = tracker.setType(family, scanner.type);
  if (late && !repeated) reportLate("TYPE", "spec/late-type", family, context);
  if (clashing !== undefined && context.openMetrics) clash(clashing, family.name, context);
}

function helpLine(family: Family, context: LineContext): void {
  const hasText = context.scanner.textEnd > context.scanner.textStart;
  // An empty HELP is as if there were none: one with text may follow it, and in the text formats another empty one.
  const refused = context.openMetrics && !hasText ? HAS_HELP | HAS_HELP_TEXT : HAS_HELP_TEXT;
  const repeated = (family.marks & refused) !== 0;
  if (repeated) reportRepeated("HELP", family, context);
  else if (family.samples > 0) reportLate("HELP", "spec/late-help", family, context);
  family.marks |= hasText ? HAS_HELP | HAS_HELP_TEXT : HAS_HELP;
}

function unitLine(family: Family, context: LineContext): void {
  if ((family.marks & HAS_UNIT) !== 0) reportRepeated("UNIT", family, context);
  else if (family.samples > 0) reportLate("UNIT", "spec/late-help", family, context);
  family.marks |= HAS_UNIT;
  const unit = metadataText(context.scanner);
  if (unit === "" || family.name.endsWith(`_${unit}`)) return;
  context.sink.add({
    rule: "spec/unit-suffix",
    metric: family.name,
    message: `the unit of ${family.name} is no suffix of its name: expected a name that ends in _${unit}`,
    ...context.line.text(),
  });
}

/** Info and stateset families have no unit, whichever of the two lines comes first. */
function judgeUnit(family: Family, context: LineContext): void {
  if ((family.marks & HAS_UNIT) === 0 || (family.type !== "info" && family.type !== "stateset"))
    return;
  context.sink.add({
    rule: "spec/unit-type",
    metric: family.name,
    message: `${family.name} is of type ${family.type}, which has no unit`,
    ...context.line.family(),
  });
}

function interleaved(family: Family, context: LineContext): void {
  context.sink.add({
    rule: "spec/interleaved-family",
    metric: family.name,
    message: `${family.name} goes on here after lines of another metric family`,
    ...context.line.family(),
    notes: [`it began on line ${family.line}`],
  });
}

function clash(name: string, owner: string, context: LineContext): void {
  context.sink.add({
    rule: "spec/name-clash",
    metric: name,
    message: `${name} is a metric family here, and a sample name of the family ${owner}`,
    ...context.line.family(),
  });
}

function reportRepeated(
  keyword: string,
  family: Family,
  { sink, line }: LineContext,
  notes: readonly string[] = [],
): void {
  sink.add({
    rule: "spec/repeated-metadata",
    metric: family.name,
    label: keyword,
    message: `${family.name} has a second ${keyword} line`,
    ...line.family(),
    notes,
  });
}

function reportLate(
  keyword: string,
  rule: "spec/late-type" | "spec/late-help",
  family: Family,
  { sink, line }: LineContext,
): void {
  sink.add({
    rule,
    metric: family.name,
    message: `${keyword} of ${family.name} comes after its first sample`,
    ...line.family(),
  });
}
