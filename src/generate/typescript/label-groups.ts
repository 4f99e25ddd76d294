// Optional labels that require others: which of them go together, and in which ways they can be there or not.
import type { Label } from "../../registry/index.js";

/** How a label may be there in one case of its group. */
export type Attendance = "present" | "absent" | "optional";

/** Labels that depend on each other. */
export interface LabelGroup {
  readonly labels: readonly Label[];
  /** One for each way in which the labels can be there, told of the labels in their order. */
  readonly cases: readonly (readonly Attendance[])[];
}

/** The number of cases doubles with each label that requires others. Beyond this many the labels are left as optional ones. */
const mostRequiring = 6;

/** The labels of a metric that stand alone, and the groups of those that do not, in the order of their first labels. */
export function groupsOf(labels: readonly Label[]): {
  readonly free: readonly Label[];
  readonly groups: readonly LabelGroup[];
} {
  const optional = new Map(
    labels.filter(({ required }) => !required).map((label) => [label.name, label]),
  );
  const groups: LabelGroup[] = [];
  const grouped = new Set<Label>();
  for (const label of optional.values()) {
    if (grouped.has(label)) continue;
    const members = connected(label, optional);
    const requiring = members.filter((one) => needs(one, optional).length > 0);
    if (requiring.length === 0 || requiring.length > mostRequiring) continue;
    for (const member of members) grouped.add(member);
    groups.push({ labels: members, cases: casesOf(members, requiring, optional) });
  }
  return { free: labels.filter((label) => !grouped.has(label)), groups };
}

type ByName = ReadonlyMap<string, Label>;

/** The optional labels that a label requires. Those that are required in any case are always there. */
function needs({ definition }: Label, optional: ByName): readonly Label[] {
  return definition.requires.flatMap((name) => optional.get(name) ?? []);
}

/** The labels that a label is bound to in either direction, over any number of steps, in order of declaration. */
function connected(start: Label, optional: ByName): readonly Label[] {
  const all = [...optional.values()];
  const found = new Set([start]);
  for (const label of found) {
    for (const other of needs(label, optional)) found.add(other);
    for (const other of all) if (needs(other, optional).includes(label)) found.add(other);
  }
  return all.filter((label) => found.has(label));
}

function casesOf(
  members: readonly Label[],
  requiring: readonly Label[],
  optional: ByName,
): readonly (readonly Attendance[])[] {
  const cases: (readonly Attendance[])[] = [];
  // Bit n of the number says that the nth of them is absent: the case with all of them comes first.
  for (let bits = 0; bits < 2 ** requiring.length; bits++) {
    const absent = new Set(requiring.filter((_, at) => (bits >> at) % 2 === 1));
    const present = new Set(requiring.filter((label) => !absent.has(label)));
    for (const label of present) for (const other of needs(label, optional)) present.add(other);
    if ([...present].some((label) => absent.has(label))) continue;
    cases.push(
      members.map((label) => {
        if (present.has(label)) return "present";
        return absent.has(label) ? "absent" : "optional";
      }),
    );
  }
  return cases;
}
