// What a label takes, as a type of TypeScript. It is the type that `LabelsOf` infers, written out.
import type { LabelDefinition } from "../../registry/index.js";
import { printScalar } from "./literal.js";

/** The alternatives of the type of a label that is present. */
export function alternatives({ type, enum: values, open }: LabelDefinition): readonly string[] {
  if (values === undefined) return ofType(type);
  const listed = values.flatMap(({ value }) => [printScalar(value), ...meantBy(value, type)]);
  if (!open) return listed;
  // The intersection keeps the known values from being swallowed, so that editors complete them.
  return [...listed, ...(type === "string" ? ["(string & Record<never, never>)"] : ofType(type))];
}

function ofType(type: LabelDefinition["type"]): readonly string[] {
  if (type === "boolean") return ["boolean", '"true"', '"false"'];
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template literal type, as it is printed
  return type === "integer" ? ["number", "`${bigint}`"] : ["string"];
}

/** The JavaScript value that a text stands for where the label has a type. */
function meantBy(text: string, type: LabelDefinition["type"]): readonly string[] {
  if (type === "boolean") return [text];
  return type === "integer" && Number.isSafeInteger(Number(text)) ? [String(Number(text))] : [];
}
