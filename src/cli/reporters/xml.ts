/** Attributes of an element; what is undefined is left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

const entities: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
  ["\t", "&#9;"],
  ["\n", "&#10;"],
  ["\r", "&#13;"],
]);

/** What XML 1.0 has no way to write, whatever the escape: controls, halves of characters, two that are no characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced.
const unwritable = /[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu;

/** Text between tags. `>` is escaped too, so that no `]]>` is left. */
export function xmlText(text: string): string {
  return text
    .replace(unwritable, "\ufffd")
    .replace(/[&<>\r]/g, (char) => entities.get(char) ?? char);
}

function attributeText(text: string): string {
  return text
    .replace(unwritable, "\ufffd")
    .replace(/[&<>"'\t\n\r]/g, (char) => entities.get(char) ?? char);
}

/** An element. Its content is markup already. */
export function element(name: string, attributes: Attributes, content = ""): string {
  const given = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? "" : ` ${key}="${attributeText(String(value))}"`,
  );
  const open = `<${name}${given.join("")}`;
  return content === "" ? `${open}/>` : `${open}>${content}</${name}>`;
}
