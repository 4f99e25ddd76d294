import { nameOf } from "./collector.js";
import type { LabelDefinition } from "./registry.js";
import { type Remark, type Remarks, remarksOnName } from "./remark.js";

/** Labels the scraper adds to every series. */
const targetLabels: ReadonlySet<string> = new Set(["job", "instance"]);

/** The rules for one definition, whoever uses it. `shared` is the shared definition of that name, itself or another. */
export function lintLabel(
  definition: LabelDefinition,
  shared: LabelDefinition | undefined,
  remark: Remarks,
): void {
  const { name } = definition;
  const words = `label ${nameOf(name)}`;
  const say = (rule: Remark["rule"], message: string, more?: Pick<Remark, "hint">) => {
    const at = definition.position === undefined ? {} : { position: definition.position };
    remark({ rule, message, label: name, ...at, ...more });
  };
  for (const { rule, message, ...more } of remarksOnName("label", name, words)) {
    say(rule, message, more);
  }
  if (name.startsWith("__")) {
    say("naming/reserved-label", `expected a name without __ in front, found ${words}`);
  }
  if (targetLabels.has(name)) {
    const message = `expected a name that the scraper does not use, found ${words}, which arrives as exported_${name}`;
    say("naming/target-label", message);
  }
  if (shared !== undefined && shared !== definition) {
    const message = `expected one meaning of ${words}, found a definition beside the shared one`;
    say("naming/shadowed-label", message);
  }
  if (definition.description === undefined) {
    say("naming/label-undescribed", `expected a description of ${words}, found none`);
  } else if (/[\r\n]/.test(definition.description.trimEnd())) {
    const message = `expected one line as description of ${words}, found several`;
    say("naming/description-lines", message);
  }
  lintEnum(definition, words, say);
}

function lintEnum(
  { type, enum: values }: LabelDefinition,
  words: string,
  say: (rule: Remark["rule"], message: string) => void,
): void {
  // What true and false mean, the description of a boolean label says.
  if (values === undefined || type === "boolean") return;
  const bare = values.filter(({ meaning }) => meaning === undefined).map(({ value }) => value);
  if (bare.length === 0) return;
  const shown = bare.slice(0, 3).map(nameOf).join(", ");
  const more = bare.length > 3 ? ` and ${bare.length - 3} more` : "";
  say(
    "naming/enum-meaning",
    `expected a meaning for each value of ${words}, found none for ${shown}${more}`,
  );
}
