// Texts of a registry as comments that editors show. A comment is text: nothing in it ends the comment, makes a tag or a link.
import { inert } from "../file.js";

/** Columns of a line. */
const width = 100;

/** A tag at the end of a comment, and what it says. */
export type Tag = readonly [name: string, text: string];

/** A doc comment with paragraphs of text, wrapped; its first line is indented by whoever places it. Undefined where there is nothing to say. */
export function docComment(
  paragraphs: readonly (string | undefined)[],
  tags: readonly Tag[],
  indent: number,
): string | undefined {
  const room = width - indent - " * ".length;
  const told = paragraphs.filter((text) => text !== undefined && text.trim() !== "");
  const blocks = told.map((text) => lines(safe(text ?? ""), room));
  if (tags.length > 0) {
    // A tag takes what follows it as its own, so the tags come last and each is one logical line.
    blocks.push(tags.flatMap(([name, text]) => lines(`@${name} ${safe(text)}`.trim(), room)));
  }
  const all = blocks.flatMap((block, at) => (at === 0 ? block : ["", ...block]));
  const [only] = all;
  if (only === undefined) return undefined;
  if (all.length === 1 && only.length <= room - 4) return `/** ${only} */`;
  const pad = " ".repeat(indent);
  return ["/**", ...all.map((line) => `${pad} * ${line}`.trimEnd()), `${pad} */`].join("\n");
}

/** An `@` with a backslash is an `@` for whoever renders the comment, and no tag for whoever reads it. */
function safe(text: string): string {
  return inert(text)
    .replaceAll("*/", "*\\/")
    .replace(/(^|[\s{*])@/g, "$1\\@");
}

/** The text wrapped at spaces, its own line breaks kept, items of a list among them. */
function lines(text: string, columns: number): readonly string[] {
  return text.split("\n").flatMap((line) => {
    const words = line.trim().split(/\s+/);
    const wrapped: string[] = [];
    let current = "";
    const hanging = words[0] === "-" ? "  " : "";
    for (const word of words) {
      const longer = current === "" ? word : `${current} ${word}`;
      if (current === "" || longer.length <= columns) current = longer;
      else {
        wrapped.push(current);
        current = hanging + word;
      }
    }
    return [...wrapped, current];
  });
}
