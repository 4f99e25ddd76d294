const entities: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
]);

/** Text for an element of HTML or XML, or for an attribute in quotes. What neither can hold, such as control characters, is left as it is. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (char) => entities.get(char) ?? char);
}
